/* Files of the open scenario, and files that come back. Nothing is taken over before it was shown and asked for. */
(function () {
  var laatst = null, lezing = null, uitkomst = null, woorden = null;

  function deel(id) { return document.getElementById(id); }
  function maak(soort, tekst, klasse) { return window.dekking.maak(soort, tekst, klasse); }
  function zeg(naam, waarden) {
    if (deel('excel')) woorden = JSON.parse(deel('excel').dataset.woorden);
    return (woorden[naam] || naam).replace(/\{(\w+)\}/g, function (heel, sleutel) {
      return waarden && sleutel in waarden ? waarden[sleutel] : heel;
    });
  }
  function vul(id, tekst) { var plek = deel(id); if (plek) window.dekking.schrijf(plek, tekst || ''); }
  function zinnen(id, teksten) {
    var plek = deel(id);
    if (plek) plek.replaceChildren.apply(plek, teksten.map(function (tekst) { return maak('p', tekst); }));
  }

  /* Taking along. */
  function meenemen(knop) {
    var staat = window.dekking.staat();
    if (!staat || knop.getAttribute('aria-disabled') === 'true') return;
    var knoppen = document.querySelectorAll('[data-meenemen]');
    function druk(ja) { knoppen.forEach(function (k) { k.setAttribute('aria-disabled', ja ? 'true' : 'false'); }); }
    zinnen('excel-maken-fout', []);
    vul('excel-maken', zeg('maken', { naam: staat.werk.kop.naam }));
    druk(true);
    window.dekking.vraag('/werkmap', { doe: 'maak', staat: staat, soort: knop.dataset.meenemen }, new AbortController().signal)
      .then(function (antwoord) {
        druk(false);
        if (antwoord.fouten) { vul('excel-maken', ''); zinnen('excel-maken-fout', antwoord.fouten); return; }
        window.dash_clientside.set_props('bestand', { data: antwoord.bestand });
        vul('excel-maken', zeg('klaar', { naam: antwoord.bestand.filename }));
      }, function (fout) {
        druk(false);
        vul('excel-maken', '');
        zinnen('excel-maken-fout', [window.dekking.gemis(fout)]);
      });
  }

  /* Reading back. */
  function fout(tekst) { vul('excel-lezen', ''); zinnen('excel-lezen-fout', [tekst]); }
  function bezwaar(bestand) {
    var most = Number(deel('excel').dataset.most);
    if (!/\.(xlsx|toml)$/i.test(bestand.name)) return zeg('ander-soort', { naam: bestand.name });
    if (bestand.size > most * 1048576) {
      var mb = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bestand.size / 1048576);
      return zeg('te-groot', { naam: bestand.name, mb: mb, most: most });
    }
    return '';
  }
  /* Before the upload reads a file at all: whether it may be one of ours. */
  function keur(gebeurtenis) {
    var doel = gebeurtenis.target;
    if (!doel.closest || !doel.closest('#excel-bestand')) return;
    var bestanden = gebeurtenis.type === 'drop' ? gebeurtenis.dataTransfer.files : doel.files;
    var tegen = bestanden && bestanden.length ? bezwaar(bestanden[0]) : '';
    if (!tegen) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopPropagation();
    if (gebeurtenis.type === 'change') doel.value = '';
    fout(tegen);
  }
  document.addEventListener('change', keur, true);
  document.addEventListener('drop', keur, true);

  function lees(klopt) {
    var staat = window.dekking.staat(), mijn = new AbortController();
    if (!staat || !laatst) return;
    if (lezing) lezing.abort();
    lezing = mijn;
    zinnen('excel-lezen-fout', []);
    vul('excel-lezen', zeg('lezen', { naam: laatst.naam }));
    deel('excel-stop').hidden = false;
    if (!klopt) leg_weg();
    window.dekking.vraag('/werkmap', { doe: 'lees', staat: staat, naam: laatst.naam, inhoud: laatst.inhoud, klopt: klopt }, mijn.signal)
      .then(function (antwoord) {
        if (lezing !== mijn) return;
        klaar();
        if (antwoord.fouten) return zinnen('excel-lezen-fout', antwoord.fouten);
        toon(antwoord.gelezen, klopt);
      }, function (mis) {
        if (lezing !== mijn) return;
        klaar();
        zinnen('excel-lezen-fout', [window.dekking.gemis(mis)]);
      });
  }
  function klaar() {
    lezing = null;
    vul('excel-lezen', '');
    if (deel('excel-stop')) deel('excel-stop').hidden = true;
  }
  function stop() {
    if (lezing) lezing.abort();
    klaar();
    vul('excel-lezen', zeg('gestopt'));
    deel('excel-kies').focus();
  }
  function leg_weg() {
    uitkomst = null;
    var plek = deel('excel-uitkomst');
    if (plek) { plek.hidden = true; plek.replaceChildren(); }
  }

  /* What came of it. */
  function tabel(titel, koppen, rijen, klasse) {
    var t = maak('table', null, 'begroting ' + klasse), hoofd = maak('thead'), kop = maak('tr'), lichaam = maak('tbody');
    koppen.forEach(function (tekst, k) { var th = maak('th', tekst, klasse === 'cellen' && k > 3 ? 'getal' : null); th.scope = 'col'; kop.append(th); });
    hoofd.append(kop);
    rijen.forEach(function (rij) {
      var tr = maak('tr');
      rij.forEach(function (tekst, k) {
        if (k === 0) { var th = maak('th', tekst); th.scope = 'row'; tr.append(th); return; }
        tr.append(maak('td', tekst, klasse === 'cellen' && k > 3 ? 'getal' : null));
      });
      lichaam.append(tr);
    });
    t.append(hoofd, lichaam);
    var schuif = maak('div', null, 'schuif');
    schuif.tabIndex = 0;
    schuif.setAttribute('role', 'region');
    schuif.setAttribute('aria-label', titel);
    schuif.append(t);
    return schuif;
  }
  function stuk(plek, titel, inhoud) { plek.append(maak('h3', titel), inhoud); }
  function knop(tekst, id, klasse, doe) {
    var k = maak('button', tekst, klasse);
    k.type = 'button';
    k.id = id;
    k.onclick = doe;
    return k;
  }
  function vinkje(aan) {
    var vak = maak('div', null, 'vinkje'), in_ = maak('input'), label = maak('label', zeg('klopt')), uitleg = maak('p', zeg('klopt-uitleg'), 'uitleg');
    in_.type = 'checkbox';
    in_.id = 'excel-klopt';
    in_.checked = aan;
    in_.setAttribute('aria-describedby', 'excel-klopt-uitleg');
    in_.onchange = function () { lees(in_.checked); };
    label.htmlFor = 'excel-klopt';
    uitleg.id = 'excel-klopt-uitleg';
    vak.append(in_, label, uitleg);
    return vak;
  }
  function toon(gelezen, klopt) {
    var plek = deel('excel-uitkomst');
    if (!plek) return;
    uitkomst = gelezen;
    var kop = maak('h2', zeg(gelezen.gelijk ? 'kop-gelijk' : gelezen.goed ? 'kop-goed' : 'kop-mis', { naam: gelezen.bestand }));
    kop.tabIndex = -1;
    kop.id = 'excel-uitkomst-kop';
    plek.replaceChildren(kop);
    plek.className = 'excel-uitkomst ' + (gelezen.goed ? 'goed' : 'mis');
    plek.setAttribute('aria-labelledby', kop.id);
    if (gelezen.geweigerd.length) {
      stuk(plek, zeg('mis', { n: gelezen.geweigerd.length }), tabel(zeg('mis', { n: gelezen.geweigerd.length }), [zeg('waar'), zeg('bevinding')], gelezen.geweigerd, 'bevindingen'));
    }
    if (gelezen.gelijk) {
      plek.append(maak('p', zeg('gelijk')));
    } else if (gelezen.cellen.length) {
      var titel = zeg(gelezen.cellen.length === 1 ? 'veranderd-1' : 'veranderd', { n: gelezen.cellen.length });
      stuk(plek, titel, tabel(titel, ['cel', 'wat', 'eenheid', 'kolom', 'was', 'is'].map(function (naam) { return zeg(naam); }), gelezen.cellen, 'cellen'));
    } else if (gelezen.soort === '.xlsx' && gelezen.goed) {
      plek.append(maak('p', zeg('niets')));
    }
    if (gelezen.verschillen.length && !gelezen.gelijk) {
      var lijst = maak('ul', null, 'verschillen heel');
      gelezen.verschillen.forEach(function (tekst) { lijst.append(maak('li', tekst)); });
      stuk(plek, zeg('verschilt', { naam: gelezen.bestand }), lijst);
    }
    if (gelezen.opgemerkt.length) {
      stuk(plek, zeg('weten', { n: gelezen.opgemerkt.length }), tabel(zeg('weten', { n: gelezen.opgemerkt.length }), [zeg('waar'), zeg('bevinding')], gelezen.opgemerkt, 'bevindingen'));
    }
    if (gelezen.eenheid) plek.append(vinkje(klopt));
    var knoppen = maak('div', null, 'knoppen');
    if (gelezen.goed && !gelezen.gelijk) knoppen.append(knop(zeg('neem'), 'excel-neem', 'knop hoofd', neem));
    knoppen.append(knop(zeg('weg'), 'excel-weg', 'knop', function () { leg_weg(); laatst = null; deel('excel-kies').focus(); }));
    plek.append(knoppen);
    plek.hidden = false;
    kop.focus();
  }
  function neem() {
    var staat = window.dekking.staat();
    if (!staat || !uitkomst || !uitkomst.werk) return;
    var naam = uitkomst.naam, nieuw = Object.assign({}, staat, { werk: uitkomst.werk, gekozen: '', gewijzigd: uitkomst.merk !== staat.oorsprong });
    window.dekking.vervang(nieuw, true);
    leg_weg();
    laatst = null;
    var plek = deel('excel-lezen'), link = maak('a', zeg('naar-werkbank'));
    link.href = '/werkbank';
    link.id = 'excel-naar-werkbank';
    link.onclick = function (gebeurtenis) {
      var menu = document.querySelector('.menulink[href="/werkbank"]');
      if (menu) { gebeurtenis.preventDefault(); menu.click(); }
    };
    plek.replaceChildren(document.createTextNode(zeg('overgenomen', { naam: naam }) + ' '), link);
    link.focus();
  }

  document.addEventListener('click', function (gebeurtenis) {
    var doel = gebeurtenis.target.closest ? gebeurtenis.target : null;
    var knopje = doel && doel.closest('[data-meenemen]');
    if (knopje) meenemen(knopje);
    if (doel && doel.closest('#excel-stop')) stop();
  });

  /* The hidden field behind the button has a name too; the button takes its place when walking with Tab. */
  new MutationObserver(function () {
    var veld = document.querySelector('#excel-bestand input[type="file"]:not([aria-label])');
    if (!veld || !deel('excel-kies')) return;
    veld.setAttribute('aria-label', deel('excel-kies').textContent);
    veld.tabIndex = -1;
  }).observe(document.documentElement, { childList: true, subtree: true });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.excel = {
    gekozen: function (inhoud, naam) {
      if (!inhoud) return window.dash_clientside.no_update;
      laatst = { naam: naam, inhoud: inhoud };
      setTimeout(function () { window.dash_clientside.set_props('excel-bestand', { contents: null, filename: null }); lees(false); }, 0);
      return 'gekozen';
    }
  };
})();
