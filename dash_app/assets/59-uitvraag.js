/* The page Uitvraag: what stands where, and when it is asked for anew. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, u = dekking.uitvraag, getoond = {}, beurt = 0;
  var TEKENS = { geen: '○', geweigerd: '✕', conflict: '⇄', fout: '✕', onvolledig: '◔', vraag: '?', gereed: '✓' };

  u.probeer = function (belofte) { return belofte.then(function () { return true; }, function (mis) { if (!mis.zinnen) throw mis; u.fout(mis.zinnen); return false; }); };
  function kop(data) {
    var delen = [maak('p', data.naam + ' · ' + data.zin, 'zin')];
    if (data.fictief) delen.unshift(maak('p', data.fictief, 'uitvraag-fictief'));
    data.noten.forEach(function (noot) { delen.push(maak('p', noot, 'uitleg')); });
    u.deel('uitvraag-kop').replaceChildren.apply(u.deel('uitvraag-kop'), delen);
  }
  function status(rij) {
    var deel = maak('span', null, 'uitvraag-status ' + rij.status), teken = maak('span', TEKENS[rij.status], 'teken');
    teken.setAttribute('aria-hidden', 'true');
    deel.append(teken, ' ' + rij.woord);
    return deel;
  }
  function conflicten(aantal) {
    var open = aantal[0] ? [u.zeg('conflict-open', { n: aantal[0] })] : [];
    return open.concat(aantal[1] ? [u.zeg('conflict-beslist', { n: aantal[1] })] : []).join(', ');
  }
  function tabel(rijen) {
    var namen = ['departement', 'status', 'bestanden', 'volledig', 'fouten', 'waarschuwingen', 'vragen', 'uitgelegd', 'conflicten', 'afgetekend'];
    var koppen = namen.map(function (naam) { return u.zeg(naam); }), gekozen = u.gekozen('departement');
    return u.lijst(u.zeg('tabel-titel'), koppen, rijen.map(function (rij) {
      var kies = u.knop(rij.naam, 'knop klein-link uitvraag-kies', function () { u.kies('departement', u.gekozen('departement') === rij.id ? '' : rij.id); }, u.zeg('bekijk', { naam: rij.naam }));
      kies.dataset.departement = rij.id;
      kies.setAttribute('aria-expanded', rij.id === gekozen ? 'true' : 'false');
      var tellen = rij.bestanden || rij.bevindingen.some(Boolean) ? rij.bevindingen.concat(rij.uitgelegd).map(String) : ['', '', '', ''];
      return [kies, status(rij), String(rij.bestanden || ''), rij.volledig].concat(tellen, conflicten(rij.conflicten), rij.afgetekend);
    }), [2, 3, 4, 5, 6, 7], u.zeg('tabel-uitleg'));
  }
  function vouw(titel, inhoud) { var deel = maak('details'); deel.append(maak('summary', titel), inhoud); return deel; }
  function los(data) {
    var delen = [], refused = data.zonder_plaats || [];
    if (refused.length) {
      delen.push(maak('h3', u.zeg('zonder-plaats', { n: refused.length })), u.lijst(u.zeg('zonder-plaats', { n: refused.length }),
        [u.zeg('bestand'), u.zeg('moment'), u.zeg('reden-weigering'), u.zeg('daden')], refused.map(function (each) { return [each.naam, u.moment(each.moment), each.redenen.join(' '), u.daden(each, true)]; })));
    }
    if (data.ingetrokken.length) {
      delen.push(vouw(u.zeg('ingetrokken', { n: data.ingetrokken.length }), u.lijst(u.zeg('ingetrokken', { n: data.ingetrokken.length }),
        [u.zeg('bestand'), u.zeg('moment'), u.zeg('daden')], data.ingetrokken.map(function (each) {
          return [each.naam, u.moment(each.moment), u.knop(u.zeg('zet-terug'), 'knop klein-link', function () { u.doe({ doe: 'trek-in', digest: each.digest, terug: true }); }, u.zeg('zet-terug') + ': ' + each.naam)];
        }))));
    }
    u.deel('uitvraag-los').replaceChildren.apply(u.deel('uitvraag-los'), delen);
  }
  function nog_te_lezen(n) {
    u.bezig(u.zeg('gestopt', { n: n }));
    u.deel('uitvraag-bezig').append(' ', u.knop(u.zeg('lees-verder'), 'knop klein-link', u.ververs));
  }

  async function departement(focus) {
    var ident = u.gekozen('departement'), plek = u.deel('uitvraag-departement');
    getoond.departement = ident;
    document.querySelectorAll('.uitvraag-kies').forEach(function (k) { k.setAttribute('aria-expanded', k.dataset.departement === ident ? 'true' : 'false'); });
    if (!ident) { plek.hidden = true; plek.replaceChildren(); return; }
    var data = await u.vraag({ doe: 'departement', departement: ident });
    if (ident === u.gekozen('departement') && u.deel('uitvraag-departement')) u.teken_departement(data, focus);
  }
  /* The whole page anew, in order; a newer question takes the place of an older one. */
  async function alles(mijn, tekst, over) {
    var weg = function () { return mijn !== beurt || !u.deel('uitvraag'); };
    u.bezig(tekst);
    var data = await u.vraag({ doe: 'stand', half: !!over });
    if (weg()) return;
    kop(data.kop);
    u.uitkomsten(data.uitkomsten);
    u.deel('uitvraag-voet').textContent = data.stempel || data.kop.naam;
    u.deel('uitvraag-delen').hidden = false;
    los(data);
    if (!data.zin) {
      over = await u.lees_alles(data.ongelezen);
      return weg() ? undefined : alles(mijn, u.zeg('samenvoegen'), over);
    }
    u.deel('uitvraag-departementen').replaceChildren(tabel(data.departementen));
    u.deel('uitvraag-zin').textContent = data.zin;
    document.querySelectorAll('.uitvraag-zonder').forEach(function (plek) { plek.textContent = data.zonder; });
    await departement(false);
    if (!weg()) await u.teken_totalen();
    if (weg()) return;
    if (data.ongelezen.length) nog_te_lezen(data.ongelezen.length); else u.bezig('');
  }
  u.ververs = function () {
    beurt += 1;
    u.fout([]);
    return u.probeer(alles(beurt, u.zeg(u.deel('uitvraag-departementen').firstChild ? 'samenvoegen' : 'laden'))).then(function (goed) {
      if (goed || !u.deel('uitvraag-fout')) return;
      u.bezig('');
      u.deel('uitvraag-fout').append(u.knop(u.zeg('opnieuw'), 'knop', u.ververs));
    });
  };
  /* Something that changes the round, and then the page; what is said about it stays until the next. */
  u.doe = function (inhoud, gezegd, mis, gedaan) {
    u.fout([]);
    return u.vraag(inhoud).then(gedaan).then(u.ververs).then(function () {
      if (gezegd) u.bezig(gezegd);
      var kop = u.deel('uitvraag-departement-kop') || u.deel('uitvraag-kies');
      if (kop) kop.focus();
    }, function (fout) { (mis || u.fout)(fout.zinnen); });
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.uitvraag = {
    volg: function (staat) {
      var scherm = u.deel('uitvraag');
      if (!staat || !scherm) return window.dash_clientside.no_update;
      if (scherm !== u.scherm) {
        u.scherm = scherm;
        getoond = { eenheid: staat.eenheid, totaal: u.gekozen('totaal') };
        u.teken_ontvangst();
        u.ververs();
        return 'geopend';
      }
      if (staat.eenheid !== getoond.eenheid) { getoond.eenheid = staat.eenheid; u.probeer(u.teken_totalen()); }
      if (u.gekozen('totaal') !== getoond.totaal) { getoond.totaal = u.gekozen('totaal'); u.probeer(u.teken_totaal()); }
      if (u.gekozen('departement') !== getoond.departement) u.probeer(departement(true));
      return 'gevolgd';
    }
  };
})();
