/* Saving: the browser asks, and says "saved" only when the store has confirmed it. What was typed stays until then. */
(function () {
  var staat = null, geschiedenis = null, woorden = null;
  var bezig = false, opnieuw = false, keuze = null, lijst = null, daarna = null, gekeken = 0, gemeld = '';
  var GEDULD = 30000;

  function deel(id) { return document.getElementById(id); }
  function maak(soort, tekst, klasse) { return window.dekking.maak(soort, tekst, klasse); }
  function zet(id, velden) { window.dash_clientside.set_props(id, velden); }
  function zeg(naam, waarden) {
    if (!woorden) woorden = JSON.parse(deel('opslaan').dataset.woorden);
    return (woorden[naam] || naam).replace(/\{(\w+)\}/g, function (heel, sleutel) {
      return waarden && sleutel in waarden ? waarden[sleutel] : heel;
    });
  }
  function vul(id, tekst) { var plek = deel(id); if (plek) plek.textContent = tekst || ''; }
  function zinnen(id, teksten) {
    deel(id).replaceChildren.apply(deel(id), teksten.map(function (tekst) { return maak('p', tekst); }));
  }

  /* A question to the server. What goes wrong on the way is an error with a sentence: nothing is known then. */
  function vraag(adres, inhoud, signaal) {
    var wacht = new AbortController(), klok = setTimeout(function () { wacht.abort(); }, GEDULD);
    if (signaal) { clearTimeout(klok); signaal.addEventListener('abort', function () { wacht.abort(); }); }
    var token = (document.cookie.match(/(?:^|; )_csrf_token=([^;]*)/) || [])[1] || '';
    var taal = document.documentElement.lang === 'en' ? 'en' : 'nl';
    return fetch(adres, {
      method: 'POST', credentials: 'same-origin', signal: wacht.signal,
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': decodeURIComponent(token) },
      body: JSON.stringify(Object.assign({ taal: taal }, inhoud))
    }).then(function (antwoord) {
      if (!antwoord.ok) throw { code: antwoord.status };
      return antwoord.json();
    }).catch(function (fout) {
      throw { code: fout.code && fout.name === undefined ? fout.code : 0, afgebroken: !!(signaal && signaal.aborted) };
    }).finally(function () { clearTimeout(klok); });
  }
  function gemis(fout, weg) { return fout && fout.code ? zeg('geweigerd', { code: fout.code }) : zeg(weg || 'geen-antwoord-lezen'); }

  /* A moment as its reader says it, in the reader's own time. */
  function moment(iso) {
    var wanneer = new Date(iso), nu = new Date(), taal = document.documentElement.lang === 'en' ? 'en-GB' : 'nl-NL';
    var tijd = wanneer.toLocaleTimeString(taal, { hour: '2-digit', minute: '2-digit' });
    var dagen = Math.round((new Date(nu).setHours(0, 0, 0, 0) - new Date(wanneer).setHours(0, 0, 0, 0)) / 864e5);
    if (dagen === 0) return zeg('vandaag', { tijd: tijd });
    if (dagen === 1) return zeg('gisteren', { tijd: tijd });
    return wanneer.toLocaleDateString(taal, { day: 'numeric', month: 'long', year: 'numeric' }) + ', ' + tijd;
  }
  function tijd(iso) {
    var plek = maak('time', moment(iso));
    plek.dateTime = iso;
    plek.title = new Date(iso).toLocaleString(document.documentElement.lang);
    return plek;
  }
  function knop(tekst, doe, velden, klasse) {
    var k = maak('button', tekst, klasse || 'knop');
    k.type = 'button';
    k.dataset.opslaan = doe;
    Object.keys(velden || {}).forEach(function (naam) {
      if (naam === 'label') k.setAttribute('aria-label', velden[naam]); else k.dataset[naam] = velden[naam];
    });
    return k;
  }
  function bewaard() {
    var gevonden = /^bewaard:([^@]+)@(\d+)$/.exec(staat ? staat.verwijzing : '');
    return gevonden && { id: gevonden[1], nummer: Number(gevonden[2]) };
  }
  function meld(tekst, extra) {
    var plek = deel('opslaan-melding');
    if (!plek) return;
    plek.replaceChildren(document.createTextNode(tekst || ''));
    if (extra) { plek.append(' '); plek.append(extra); }
  }
  /* A dialog gives the focus back to what opened it. */
  var terug_naar = null;
  function opent(venster, ja) {
    var actief = document.activeElement;
    if (ja && actief && !actief.closest('[role="dialog"]')) terug_naar = actief.id || null;
    zet(venster, { opened: ja });
  }
  function gesloten(een, ander) {
    if (!een && !ander && terug_naar) {
      var doel = deel(terug_naar);
      terug_naar = null;
      requestAnimationFrame(function () { if (doel && (document.activeElement === document.body || !document.activeElement)) doel.focus(); });
    }
    return een || ander ? 'open' : '';
  }
  function is_open(venster) { var plek = deel(venster + '-kop'); return !!(plek && plek.offsetParent); }

  /* What another place changes goes into the history first, so that undo brings the work before it back. */
  function vervang(nieuw, ongedaan, zelfde) {
    var was = geschiedenis || { terug: [], vooruit: [] }, van = staat && staat.verwijzing;
    var plek = staat && Object.assign({}, staat.werk, { verwijzing: staat.verwijzing, oorsprong: staat.oorsprong });
    /* A step back from a version just saved is a change to that version, no older one. */
    function mee(werk) {
      if (!zelfde || werk.verwijzing !== van) return werk;
      return Object.assign({}, werk, { verwijzing: nieuw.verwijzing, oorsprong: nieuw.oorsprong });
    }
    if (plek && (ongedaan || zelfde)) {
      var terug = ongedaan ? was.terug.concat([plek]).slice(-60) : was.terug;
      geschiedenis = { terug: terug.map(mee), vooruit: ongedaan ? [] : was.vooruit.map(mee) };
      zet('geschiedenis', { data: geschiedenis });
    }
    staat = nieuw;
    zet('staat', { data: nieuw });
  }

  /* The form. */
  function toon_formulier() {
    deel('opslaan-formulier').hidden = false;
    deel('opslaan-keuze').hidden = true;
  }
  function open_formulier(wat) {
    if (!staat) return;
    var plek = bewaard(), nummer = plek ? plek.nummer + 1 : 1;
    daarna = wat || null;
    keuze = null;
    toon_formulier();
    zet('opslaan-naam', { value: staat.werk.kop.naam || '', error: '' });
    zet('opslaan-toelichting', { value: '' });
    zinnen('opslaan-fout', []);
    vul('opslaan-bezig', '');
    benoem(plek, nummer);
    opent('opslaan-venster', true);
    if (plek) {
      vraag('/opslag', { doe: 'stand', verwijzing: staat.verwijzing }).then(function (antwoord) {
        if (antwoord.nieuwer) {
          benoem(plek, antwoord.nieuwer.nummer + 1);
          vul('opslaan-uitleg', nieuwer(antwoord.nieuwer));
        }
      }, function () {});
    }
  }
  function benoem(plek, nummer) {
    deel('opslaan-versie').hidden = !plek;
    deel('opslaan-nieuw').className = plek ? 'knop' : 'knop hoofd';
    vul('opslaan-versie', zeg('bewaar-versie', { n: nummer }));
    vul('opslaan-uitleg', zeg(plek ? 'wordt-versie' : 'wordt-nieuw', { n: nummer }));
  }
  function nieuwer(versie) {
    return zeg('nieuwer', {
      n: versie.nummer, moment: moment(versie.moment), mijn: bewaard().nummer,
      note: versie.toelichting ? ': ‘' + versie.toelichting + '’' : ''
    });
  }
  function druk(ja) {
    bezig = ja;
    document.querySelectorAll('.venster-inhoud [data-opslaan]').forEach(function (k) { k.disabled = ja && k.dataset.opslaan !== 'sluit'; });
  }

  function bewaar(manier) {
    if (bezig || !staat) return;
    var naam = deel('opslaan-naam').value, voor = keuze ? 'keuze' : 'opslaan', begonnen = staat;
    var onverwerkt = window.dekking.werkbank.onverwerkt();
    if (onverwerkt) return mis(voor, [onverwerkt]);
    zinnen(voor + '-fout', []);
    vul(voor + '-bezig', zeg('bezig'));
    druk(true);
    vraag('/opslag', {
      doe: 'bewaar', staat: staat, naam: naam, toelichting: deel('opslaan-toelichting').value, manier: manier,
      gezien: keuze && manier !== 'nieuw' ? keuze.hunne.nummer : 0, opnieuw: opnieuw
    }).then(function (antwoord) {
      druk(false);
      vul(voor + '-bezig', '');
      if (antwoord.fouten) return mis(voor, antwoord.fouten);
      opnieuw = false;
      if (antwoord.keuze) return toon_keuze(antwoord.keuze);
      klaar(antwoord, begonnen);
    }, function (fout) {
      druk(false);
      vul(voor + '-bezig', '');
      opnieuw = true;
      mis(voor, [gemis(fout, 'geen-antwoord')]);
    });
  }
  function mis(voor, teksten) {
    zinnen(voor + '-fout', teksten);
    if (!is_open('opslaan-venster')) meld(teksten.join(' '));
  }
  function klaar(antwoord, begonnen) {
    var nieuw = antwoord.staat;
    if (staat !== begonnen) {
      nieuw = Object.assign({}, staat, { verwijzing: nieuw.verwijzing, oorsprong: nieuw.oorsprong, gewijzigd: true });
    }
    vervang(nieuw, false, true);
    meld(antwoord.melding);
    gemeld = '';
    opent('opslaan-venster', false);
    if (daarna) { var wat = daarna; daarna = null; wat(); }
  }

  /* Two windows, one scenario: both versions, what differs, and three ways on. */
  function kaart(kop, naam, onder, toelichting) {
    var vak = maak('div', null, 'keuze-kaart');
    vak.append(maak('h4', kop), maak('p', naam, 'naam'));
    var regel = maak('p', null, 'wanneer');
    regel.append(onder);
    vak.append(regel, maak('p', toelichting || zeg('geen-toelichting'), toelichting ? 'toelichting' : 'toelichting leeg'));
    return vak;
  }
  function toon_keuze(gevonden) {
    keuze = gevonden;
    var hun = gevonden.hunne, mijn = gevonden.mijne, wanneer = maak('span'), lijstje = maak('ul', null, 'verschillen');
    wanneer.append(zeg('bewaard-op', { moment: moment(hun.moment) }));
    gevonden.verschillen.forEach(function (tekst) { lijstje.append(maak('li', tekst)); });
    deel('keuze-beide').replaceChildren(
      kaart(zeg('de-uwe'), mijn.naam, zeg('nog-niet-bewaard', { n: mijn.versie }), mijn.toelichting),
      kaart(zeg('versie', { n: hun.nummer }), hun.naam, wanneer, hun.toelichting)
    );
    var meer = maak('div', null, 'keuze-verschil');
    if (gevonden.aantal > 1) meer.append(maak('p', zeg('tussendoor', { mijn: mijn.versie, aantal: gevonden.aantal })));
    meer.append(maak('h4', zeg('verschillen', { n: hun.nummer })), lijstje);
    deel('keuze-beide').append(meer);
    zinnen('keuze-fout', []);
    deel('opslaan-formulier').hidden = true;
    deel('opslaan-keuze').hidden = false;
    opent('opslaan-venster', true);
    setTimeout(function () { deel('keuze-kop').focus(); }, 0);
  }

  /* The versions. */
  function haal_versies(id) {
    vul('versies-melding', zeg('laden'));
    zinnen('versies-fout', []);
    return stuur({ doe: 'versies', id: id }).then(function () { if (!bezig) vul('versies-melding', ''); });
  }
  function open_versies() {
    var plek = bewaard();
    deel('versies-eerst').hidden = true;
    deel('versies-lijst').replaceChildren();
    deel('versies-andere').replaceChildren();
    deel('versies-hernoem').hidden = true;
    opent('versies-venster', true);
    haal_versies(plek ? plek.id : '');
  }
  function stuur(inhoud, ongedaan) {
    if (bezig) return Promise.resolve();
    druk(true);
    zinnen('versies-fout', []);
    return vraag('/opslag', Object.assign({ staat: staat }, inhoud)).then(function (antwoord) {
      druk(false);
      if (antwoord.lijst) toon_lijst(antwoord.lijst);
      if (antwoord.fouten) zinnen('versies-fout', antwoord.fouten);
      if (antwoord.staat) vervang(antwoord.staat, ongedaan, inhoud.doe !== 'open');
      if (antwoord.melding) { vul('versies-melding', antwoord.melding); meld(antwoord.melding); }
      if (antwoord.staat && antwoord.lijst) toon_lijst(antwoord.lijst);
      return antwoord;
    }, function (fout) {
      druk(false);
      vul('versies-melding', '');
      zinnen('versies-fout', [gemis(fout)]);
    });
  }
  function merk(tekst) { return maak('span', tekst, 'merkje'); }
  function versie_regel(versie, nieuwste, naam) {
    var plek = bewaard(), hier = plek && plek.id === versie.id && plek.nummer === versie.nummer;
    var rij = maak('li', null, hier ? 'versie hier' : 'versie'), kop = maak('h4');
    kop.append(zeg('versie', { n: versie.nummer }));
    if (nieuwste) kop.append(' ', merk(zeg('nieuwste')));
    if (hier) kop.append(' ', merk(zeg('geopend')));
    if (versie.teruggezet) kop.append(' ', merk(zeg('teruggezet', { n: versie.teruggezet })));
    var tekst = maak('div', null, 'versie-tekst'), regel = maak('p', null, 'wanneer');
    regel.append(tijd(versie.moment), ' · ', maak('span', zeg('kenmerk', { kenmerk: versie.kenmerk }), 'hash'));
    tekst.append(kop, regel);
    if (versie.naam !== naam) tekst.append(maak('p', versie.naam, 'naam'));
    if (versie.toelichting) tekst.append(maak('p', versie.toelichting, 'toelichting'));
    var knoppen = maak('div', null, 'knoppen smal');
    if (!hier || staat.gewijzigd) {
      knoppen.append(knop(zeg('open'), 'open', { nummer: versie.nummer, label: zeg('open-versie', { n: versie.nummer }) }));
    }
    if (!nieuwste) {
      knoppen.append(knop(zeg('zet-terug'), 'terugzetten', { nummer: versie.nummer, label: zeg('zet-versie-terug', { n: versie.nummer }) }));
    }
    rij.append(tekst, knoppen);
    return rij;
  }
  function ander_regel(ander, archief) {
    var rij = maak('li', null, 'versie'), tekst = maak('div', null, 'versie-tekst'), knoppen = maak('div', null, 'knoppen smal');
    tekst.append(maak('p', ander.naam, 'naam'), maak('p', zeg('aantal-versies', { n: ander.nummer, moment: moment(ander.moment) }), 'wanneer'));
    knoppen.append(knop(zeg('toon'), 'toon', { id: ander.id, label: zeg('toon-van', { naam: ander.naam }) }));
    if (archief) knoppen.append(knop(zeg('haal-terug'), 'uit-archief', { id: ander.id, label: zeg('haal-terug') + ': ' + ander.naam }));
    rij.append(tekst, knoppen);
    return rij;
  }
  function vouw(titel, rijen) {
    var blok = maak('details', null, 'meer'), ul = maak('ul', null, 'versies');
    blok.append(maak('summary', titel + ' (' + rijen.length + ')'), ul);
    ul.append.apply(ul, rijen);
    return blok;
  }
  function toon_lijst(gevonden) {
    lijst = gevonden;
    var plek = deel('versies-lijst'), s = gevonden.scenario;
    var andere = deel('versies-andere'), opengevouwen = andere.querySelectorAll('details[open]').length > 0;
    plek.replaceChildren();
    andere.replaceChildren();
    deel('versies-hernoem').hidden = !s;
    if (s) {
      zet('versies-naam', { value: s.naam });
      var kop = maak('h3', s.naam, 'versies-titel');
      kop.tabIndex = -1;
      kop.id = 'versies-titel';
      if (s.gearchiveerd) kop.append(' ', merk(zeg('in-archief')));
      var ul = maak('ul', null, 'versies');
      s.versies.forEach(function (versie, k) { ul.append(versie_regel(versie, k === 0, s.naam)); });
      var archief = deel('versies-archief');
      archief.textContent = zeg(s.gearchiveerd ? 'haal-terug' : 'archiveer');
      archief.dataset.opslaan = s.gearchiveerd ? 'uit-archief' : 'archiveer';
      archief.dataset.id = s.id;
      plek.append(kop, ul);
    } else {
      plek.append(maak('p', zeg('niets-bewaard'), 'uitleg'));
    }
    if (gevonden.andere.length) andere.append(vouw(zeg('andere'), gevonden.andere.map(function (a) { return ander_regel(a, false); })));
    if (gevonden.archief.length) andere.append(vouw(zeg('archief'), gevonden.archief.map(function (a) { return ander_regel(a, true); })));
    if (!s || opengevouwen) andere.querySelectorAll('details').forEach(function (d) { d.open = true; });
  }
  /* Before another work takes the place of one with changes that were not saved. */
  function eerst(doe) {
    if (!staat.gewijzigd) return doe();
    var plek = deel('versies-eerst'), knoppen = maak('div', null, 'knoppen smal');
    var toch = knop(zeg('toch'), 'toch', {}, 'knop hoofd'), bewaren = knop(zeg('bewaar-eerst'), 'eerst-bewaren'), niet = knop(zeg('annuleer'), 'niet', {}, 'knop stil');
    toch.onclick = function () { plek.hidden = true; doe(); };
    bewaren.onclick = function () { plek.hidden = true; opent('versies-venster', false); setTimeout(function () { open_formulier(open_versies); }, 0); };
    niet.onclick = function () { plek.hidden = true; deel('versies-venster-kop').closest('[role="dialog"]').focus(); };
    knoppen.append(bewaren, toch, niet);
    plek.replaceChildren(maak('p', zeg('eerst')), knoppen);
    plek.hidden = false;
    bewaren.focus();
    plek.scrollIntoView({ block: 'nearest' });
  }
  function gezien() { return lijst.scenario.versies[0].nummer; }

  var doen = {
    opslaan: function () { open_formulier(); },
    versies: open_versies,
    koppeling: kopieer,
    'bewaar-versie': function () { bewaar('versie'); },
    'bewaar-nieuw': function () { bewaar('nieuw'); },
    sluit: function () { opent('opslaan-venster', false); },
    'keuze-over': function () { bewaar('versie'); },
    'keuze-nieuw': function () { bewaar('nieuw'); },
    'keuze-terug': function () { keuze = null; toon_formulier(); deel('opslaan-naam').focus(); },
    'keuze-hunne': function () {
      var hun = keuze.hunne;
      vul('keuze-bezig', zeg('laden'));
      vraag('/opslag', { doe: 'open', staat: staat, id: hun.id, nummer: hun.nummer }).then(function (antwoord) {
        vul('keuze-bezig', '');
        if (antwoord.fouten) return mis('keuze', antwoord.fouten);
        vervang(antwoord.staat, true);
        meld(antwoord.melding);
        opent('opslaan-venster', false);
      }, function (fout) { vul('keuze-bezig', ''); mis('keuze', [gemis(fout)]); });
    },
    open: function (k) {
      var nummer = Number(k.dataset.nummer), id = lijst.scenario.id;
      eerst(function () {
        stuur({ doe: 'open', id: id, nummer: nummer }, staat.gewijzigd).then(function (antwoord) {
          if (antwoord && antwoord.staat) opent('versies-venster', false);
        });
      });
    },
    terugzetten: function (k) {
      var nummer = Number(k.dataset.nummer), plek = bewaard();
      function doe() { stuur({ doe: 'terugzetten', id: lijst.scenario.id, nummer: nummer, gezien: gezien() }, true).then(naar_titel); }
      if (plek && plek.id === lijst.scenario.id) eerst(doe); else doe();
    },
    hernoem: function () {
      stuur({ doe: 'hernoem', id: lijst.scenario.id, naam: deel('versies-naam').value, gezien: gezien() });
    },
    toon: function (k) { haal_versies(k.dataset.id).then(naar_titel); },
    archiveer: function (k) { stuur({ doe: 'archiveer', id: k.dataset.id }).then(naar_titel); },
    'uit-archief': function (k) {
      var zelfde = lijst.scenario && lijst.scenario.id === k.dataset.id, toonde = lijst.scenario ? lijst.scenario.id : '';
      stuur({ doe: 'archiveer', id: k.dataset.id, terug: true }).then(function (antwoord) {
        if (antwoord && !zelfde && !toonde) return;
        naar_titel();
      });
    }
  };
  function naar_titel() { var kop = deel('versies-titel'); if (kop) kop.focus(); }

  function kopieer() {
    var plek = bewaard(), gelukt = plek && !staat.gewijzigd ? zeg('gekopieerd-bewaard', { n: plek.nummer }) : zeg('gekopieerd');
    if (!navigator.clipboard) return meld(zeg('niet-gekopieerd'));
    navigator.clipboard.writeText(location.href).then(function () { meld(gelukt); }, function () { meld(zeg('niet-gekopieerd')); });
  }

  document.addEventListener('click', function (gebeurtenis) {
    var k = gebeurtenis.target.closest && gebeurtenis.target.closest('[data-opslaan]');
    if (k && !k.disabled && doen[k.dataset.opslaan]) doen[k.dataset.opslaan](k);
  });
  document.addEventListener('keydown', function (gebeurtenis) {
    if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && !gebeurtenis.altKey && gebeurtenis.key.toLowerCase() === 's') {
      gebeurtenis.preventDefault();
      if (!document.querySelector('[role="dialog"][aria-modal="true"]') || !is_open('opslaan-venster')) open_formulier();
      return;
    }
    if (gebeurtenis.key !== 'Enter' || gebeurtenis.isComposing) return;
    if (gebeurtenis.target.id === 'opslaan-naam') { gebeurtenis.preventDefault(); bewaar(bewaard() ? 'versie' : 'nieuw'); }
    if (gebeurtenis.target.id === 'versies-naam') { gebeurtenis.preventDefault(); doen.hernoem(); }
  });

  /* Leaving with changes that were not saved is asked about; changing the language keeps them in the link. */
  var blijft = false;
  document.addEventListener('click', function (gebeurtenis) {
    blijft = !!(gebeurtenis.target.closest && gebeurtenis.target.closest('#taalwissel'));
  }, true);
  window.addEventListener('beforeunload', function (gebeurtenis) {
    if (!staat || !staat.gewijzigd || blijft) return;
    gebeurtenis.preventDefault();
    gebeurtenis.returnValue = '';
  });

  /* Whether someone saved a newer version: asked when this window is looked at again, and when another version opens. */
  function kijk() {
    var plek = bewaard(), nu = Date.now();
    if (!plek || document.hidden || nu - gekeken < 3000) return;
    gekeken = nu;
    vraag('/opslag', { doe: 'stand', verwijzing: staat.verwijzing }).then(function (antwoord) {
      var versie = antwoord.nieuwer, merkteken = versie ? versie.id + versie.nummer + staat.verwijzing : '';
      if (!versie || gemeld === merkteken || !bewaard()) return;
      gemeld = merkteken;
      meld(nieuwer(versie), knop(zeg('bekijk'), 'versies', {}, 'knop klein-link'));
    }, function () {});
  }
  window.addEventListener('focus', kijk);
  document.addEventListener('visibilitychange', kijk);

  /* The head of a dialog is no banner of the page. */
  new MutationObserver(function () {
    document.querySelectorAll('header[class*="mantine-"]:not([role])').forEach(function (kop) { kop.setAttribute('role', 'none'); });
  }).observe(document.documentElement, { childList: true, subtree: true });

  window.dekking = Object.assign(window.dekking || {}, {
    vraag: vraag, vervang: vervang, gemis: gemis, staat: function () { return staat; }
  });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.opslaan = {
    toen: function () { return geschiedenis; },
    gesloten: gesloten,
    volg: function (nu, toen) {
      var was = staat && staat.verwijzing;
      staat = nu || null;
      geschiedenis = toen;
      if (staat && staat.verwijzing !== was) { gekeken = 0; kijk(); }
      return staat ? (staat.gewijzigd ? 'gewijzigd' : 'gelijk') : '';
    }
  };
})();
