/* The versions of the open scenario, and the other scenarios that are kept, as lists. */
(function () {
  var o = window.dekking.opslaan = window.dekking.opslaan || {};
  o.lijst = null;

  function merk(tekst) { return o.maak('span', tekst, 'merkje'); }
  function tijd(iso) {
    var plek = o.maak('time', o.moment(iso));
    plek.dateTime = iso;
    plek.title = new Date(iso).toLocaleString(document.documentElement.lang);
    return plek;
  }
  function versie_regel(versie, nieuwste, naam) {
    var plek = o.bewaard(), hier = plek && plek.id === versie.id && plek.nummer === versie.nummer;
    var rij = o.maak('li', null, hier ? 'versie hier' : 'versie'), kop = o.maak('h4');
    kop.append(o.zeg('versie', { n: versie.nummer }));
    if (nieuwste) kop.append(' ', merk(o.zeg('nieuwste')));
    if (hier) kop.append(' ', merk(o.zeg('geopend')));
    if (versie.teruggezet) kop.append(' ', merk(o.zeg('teruggezet', { n: versie.teruggezet })));
    var tekst = o.maak('div', null, 'versie-tekst'), regel = o.maak('p', null, 'wanneer');
    regel.append(tijd(versie.moment), ' · ', o.maak('span', o.zeg('kenmerk', { kenmerk: versie.kenmerk }), 'hash'));
    tekst.append(kop, regel);
    if (versie.naam !== naam) tekst.append(o.maak('p', versie.naam, 'naam'));
    if (versie.toelichting) tekst.append(o.maak('p', versie.toelichting, 'toelichting'));
    var knoppen = o.maak('div', null, 'knoppen smal');
    if (!hier || o.staat().gewijzigd) {
      knoppen.append(o.knop(o.zeg('open'), 'open', { nummer: versie.nummer, label: o.zeg('open-versie', { n: versie.nummer }) }));
    }
    if (!nieuwste) {
      knoppen.append(o.knop(o.zeg('zet-terug'), 'terugzetten', { nummer: versie.nummer, label: o.zeg('zet-versie-terug', { n: versie.nummer }) }));
    }
    rij.append(tekst, knoppen);
    return rij;
  }
  function ander_regel(ander, archief) {
    var rij = o.maak('li', null, 'versie'), tekst = o.maak('div', null, 'versie-tekst'), knoppen = o.maak('div', null, 'knoppen smal');
    var naam = o.maak('p', ander.naam, 'naam');
    if (ander.dataset) naam.append(' ', merk(o.zeg('ander-dataset', { naam: ander.dataset })));
    tekst.append(naam, o.maak('p', o.zeg('aantal-versies', { n: ander.nummer, moment: o.moment(ander.moment) }), 'wanneer'));
    knoppen.append(o.knop(o.zeg('toon'), 'toon', { id: ander.id, label: o.zeg('toon-van', { naam: ander.naam }) }));
    if (archief) knoppen.append(o.knop(o.zeg('haal-terug'), 'uit-archief', { id: ander.id, label: o.zeg('haal-terug') + ': ' + ander.naam }));
    rij.append(tekst, knoppen);
    return rij;
  }
  function vouw(titel, rijen) {
    var blok = o.maak('details', null, 'meer'), ul = o.maak('ul', null, 'versies');
    blok.append(o.maak('summary', titel + ' (' + rijen.length + ')'), ul);
    ul.append.apply(ul, rijen);
    return blok;
  }
  function scenario(plek, s) {
    o.zet('versies-naam', { value: s.naam });
    var kop = o.maak('h3', s.naam, 'versies-titel'), ul = o.maak('ul', null, 'versies'), archief = o.deel('versies-archief');
    kop.tabIndex = -1;
    kop.id = 'versies-titel';
    if (s.gearchiveerd) kop.append(' ', merk(o.zeg('in-archief')));
    s.versies.forEach(function (versie, k) { ul.append(versie_regel(versie, k === 0, s.naam)); });
    archief.textContent = o.zeg(s.gearchiveerd ? 'haal-terug' : 'archiveer');
    archief.dataset.opslaan = s.gearchiveerd ? 'uit-archief' : 'archiveer';
    archief.dataset.id = s.id;
    plek.append(kop, ul);
  }
  o.toon_lijst = function (gevonden) {
    o.lijst = gevonden;
    var plek = o.deel('versies-lijst'), s = gevonden.scenario;
    var andere = o.deel('versies-andere'), opengevouwen = andere.querySelectorAll('details[open]').length > 0;
    plek.replaceChildren();
    andere.replaceChildren();
    o.deel('versies-hernoem').hidden = !s;
    if (s) scenario(plek, s); else plek.append(o.maak('p', o.zeg('niets-bewaard'), 'uitleg'));
    if (gevonden.andere.length) andere.append(vouw(o.zeg('andere'), gevonden.andere.map(function (a) { return ander_regel(a, false); })));
    if (gevonden.archief.length) andere.append(vouw(o.zeg('archief'), gevonden.archief.map(function (a) { return ander_regel(a, true); })));
    if (!s || opengevouwen) andere.querySelectorAll('details').forEach(function (d) { d.open = true; });
  };
})();
