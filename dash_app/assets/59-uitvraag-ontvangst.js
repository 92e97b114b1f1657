/* Files that come back: kept one by one, then read one by one. Stopping loses nothing of what was kept. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, u = dekking.uitvraag, lopend = null, regels = {};

  function bezwaar(bestand) {
    var most = Number(u.scherm.dataset.most);
    if (!/\.xlsx$/i.test(bestand.name)) return u.zeg('ander-soort', { naam: bestand.name });
    if (bestand.size <= most * 1048576) return '';
    var mb = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bestand.size / 1048576);
    return u.zeg('te-groot', { naam: bestand.name, mb: mb, most: most });
  }
  function gelezen(bestand) {
    return new Promise(function (goed, mis) {
      var lezer = new FileReader();
      lezer.onload = function () { goed(lezer.result); };
      lezer.onerror = function () { mis({ zinnen: [bestand.name + ': ' + lezer.error.message] }); };
      lezer.readAsDataURL(bestand);
    });
  }
  function zeg(tekst, klasse) { var regel = maak('p', tekst, klasse); u.deel('uitvraag-gezegd').append(regel); return regel; }
  function geen(tekst) { zeg(tekst, 'geweigerd'); }
  function ontvangen(bestand, antwoord) {
    var regel = zeg(antwoord.gezegd ? antwoord.gezegd + '; ' : bestand.name + ': ');
    regels[antwoord.digest] = regel.appendChild(maak('span', u.zeg('ontvangen-een')));
  }
  /* Behind each name that was received what came of reading it, as soon as that is known. */
  u.uitkomsten = function (gevonden) {
    Object.keys(regels).forEach(function (digest) {
      var uitkomst = gevonden[digest], regel = regels[digest];
      if (!uitkomst || regel.textContent === uitkomst.uitkomst) return;
      regel.textContent = uitkomst.uitkomst;
      regel.parentNode.className = uitkomst.geweigerd ? 'geweigerd' : 'gelezen';
    });
  };
  function stopknop(tonen) { var k = u.deel('uitvraag-stop'); if (k) k.hidden = !tonen; }
  /* One job at a time; `u.stop` ends it after the question that is under way. */
  function werk(doe) {
    if (lopend) return Promise.resolve();
    var mijn = lopend = { scherm: u.scherm, stop: new AbortController() };
    mijn.weg = function () { return mijn.stop.signal.aborted || mijn.scherm !== u.scherm; };
    stopknop(true);
    return doe(mijn).finally(function () { lopend = null; stopknop(false); });
  }
  async function ontvang(mijn, bestanden) {
    for (var k = 0; k < bestanden.length; k += 1) {
      var bestand = bestanden[k], tegen = bezwaar(bestand);
      if (mijn.weg()) { if (mijn.scherm === u.scherm) geen(u.zeg('niet-ontvangen', { naam: bestand.name })); continue; }
      if (tegen) { geen(tegen); continue; }
      u.bezig(u.zeg('ontvangen', { n: k + 1, alle: bestanden.length, naam: bestand.name }));
      try {
        ontvangen(bestand, await u.vraag({ doe: 'ontvang', naam: bestand.name, inhoud: await gelezen(bestand) }));
      } catch (mis) { mis.zinnen.forEach(geen); }
    }
  }
  /* Returns how many are left to read. */
  async function lees(mijn, bestanden) {
    for (var k = 0; k < bestanden.length && !mijn.weg(); k += 1) {
      u.bezig(u.zeg('lezen', { n: k + 1, alle: bestanden.length, naam: bestanden[k].naam }));
      try {
        u.uitkomsten((await u.vraag({ doe: 'lees', digest: bestanden[k].digest }, mijn.stop.signal)).uitkomsten);
      } catch (mis) { if (!mis.afgebroken) throw mis; break; }
    }
    return bestanden.length - k;
  }
  /* Reads what was not read yet; returns how many are left to read. */
  u.lees_alles = async function (bestanden) {
    var over = bestanden.length;
    await werk(async function (mijn) { over = await lees(mijn, bestanden); });
    return over;
  };
  u.ontvang = function (bestanden) {
    if (lopend || !bestanden.length) return;
    u.deel('uitvraag-gezegd').replaceChildren();
    regels = {};
    werk(function (mijn) { return ontvang(mijn, Array.from(bestanden)); }).then(u.ververs);
  };

  u.teken_ontvangst = function () {
    var vak = maak('div', null, 'upload'), in_ = maak('input'), rij = maak('div', null, 'neerleggen');
    var kies = u.knop(u.zeg('kies'), 'knop hoofd', function () { in_.click(); }), stop = u.knop(u.zeg('stop'), 'knop', function () { if (lopend) lopend.stop.abort(); });
    in_.type = 'file';
    in_.multiple = true;
    in_.accept = '.xlsx';
    in_.id = 'uitvraag-bestanden';
    in_.hidden = true;
    in_.addEventListener('change', function () { u.ontvang(in_.files); in_.value = ''; });
    kies.id = 'uitvraag-kies';
    kies.setAttribute('aria-describedby', 'uitvraag-ontvangst-uitleg');
    stop.id = 'uitvraag-stop';
    stop.hidden = !lopend;
    rij.append(kies, maak('span', u.zeg('sleep'), 'sleep'), stop, in_);
    vak.append(rij);
    ['dragover', 'dragleave', 'drop'].forEach(function (soort) {
      vak.addEventListener(soort, function (gebeurtenis) {
        gebeurtenis.preventDefault();
        vak.classList.toggle('actief', soort === 'dragover');
        if (soort === 'drop') u.ontvang(gebeurtenis.dataTransfer.files);
      });
    });
    u.deel('uitvraag-ontvangst').replaceChildren(vak);
  };
})();
