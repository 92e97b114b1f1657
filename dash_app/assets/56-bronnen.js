/* The list of everything that figures rest on: drawn from one payload, searched and filtered here. */
(function () {
  var data = null, keuze = { term: '', soort: {}, status: {} }, naar = location.hash;
  var maak = window.dekking.maak, nederlands = window.dekking.nederlands;
  function deel(naam) { return document.getElementById('bronnen-' + naam); }
  function kaal(tekst) { return String(tekst).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); }
  function vul(zin, waarden) { return zin.replace(/\{(\w+)\}/g, function (heel, naam) { return naam in waarden ? waarden[naam] : heel; }); }
  function gekozen(groep) { return Object.keys(keuze[groep]).filter(function (naam) { return keuze[groep][naam]; }); }

  /* What a row says, as it is searched: its publication too. */
  function woorden(rij) {
    var bron = data.bij[rij.referentie] || {};
    return kaal([rij.soortnaam, rij.id, rij.wat, rij.jaren, rij.bedrag, rij.statusnaam, rij.stand, rij.reden, rij.referentie, bron.titel, bron.citaat, bron.uitgever, bron.kenmerk].join(' '));
  }
  function past(tekst) {
    return kaal(keuze.term).split(/\s+/).every(function (woord) { return tekst.indexOf(woord) >= 0; });
  }
  function toon() {
    var soorten = gekozen('soort'), statussen = gekozen('status'), n = 0, p = 0;
    data.rijen.forEach(function (rij) {
      var mag = (!soorten.length || soorten.indexOf(rij.soort) >= 0) && (!statussen.length || statussen.indexOf(rij.status) >= 0);
      rij.deel.hidden = !(mag && past(rij.tekst));
      n += rij.deel.hidden ? 0 : 1;
    });
    data.publicaties.forEach(function (bron) {
      var mag = !soorten.length || soorten.indexOf('publicatie') >= 0;
      bron.deel.hidden = !(mag && past(bron.tekst));
      p += bron.deel.hidden ? 0 : 1;
    });
    deel('lijst').hidden = n === 0;
    deel('publicaties').hidden = p === 0;
    deel('telling').textContent = vul(data.woorden.gevonden, { n: n, alle: data.rijen.length, p: p, allep: data.publicaties.length }) +
      (n + p ? '' : '. ' + data.woorden.niets);
  }

  function vinkjes(groep, namen) {
    var veld = maak('fieldset');
    veld.appendChild(maak('legend', data.woorden[groep]));
    Object.keys(namen).forEach(function (naam) {
      var label = maak('label'), vink = maak('input');
      vink.type = 'checkbox';
      vink.checked = !!keuze[groep][naam];
      vink.addEventListener('change', function () { keuze[groep][naam] = vink.checked; toon(); });
      label.append(vink, ' ' + namen[naam]);
      veld.appendChild(label);
    });
    return veld;
  }
  function knop(tekst, doe) {
    var k = maak('button', tekst, 'klein');
    k.type = 'button';
    k.addEventListener('click', doe);
    return k;
  }
  function wis() {
    keuze = { term: '', soort: {}, status: {} };
    bediening(true);
    toon();
    document.getElementById('bronnen-term').focus();
  }
  function bediening(opnieuw) {
    var houder = deel('zoek');
    if (houder.firstChild && !opnieuw) return;
    var zoek = maak('div', null, 'zoekbalk'), label = maak('label', data.woorden.zoek), veld = maak('input');
    houder.setAttribute('role', 'search');
    veld.id = 'bronnen-term';
    veld.type = 'search';
    veld.autocomplete = 'off';
    veld.value = keuze.term;
    label.htmlFor = veld.id;
    veld.addEventListener('input', function () { keuze.term = veld.value; toon(); });
    zoek.append(label, veld);
    var knoppen = maak('div', null, 'knoppen');
    knoppen.append(knop(data.woorden.wis, wis), knop(data.woorden.csv, csv));
    houder.replaceChildren(zoek, vinkjes('soort', data.soorten), vinkjes('status', data.statussen), knoppen);
  }

  function uit(bron) {
    var link = maak('a', data.woorden.lezen, 'uit');
    link.href = bron.url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.appendChild(maak('span', ': ' + bron.titel + ' (' + data.woorden.nieuw + ')', 'alleen-lezen'));
    return link;
  }
  /* The publication of a row: to its place on this page, and its quote. */
  function verwijzing(ident) {
    var houder = maak('td'), bron = data.bij[ident];
    if (!bron) { houder.textContent = ident || ''; return houder; }
    var link = nederlands(maak('a', bron.titel));
    link.href = '#referentie-' + ident;
    link.addEventListener('click', function (gebeurtenis) { gebeurtenis.preventDefault(); wijs(ident); });
    houder.appendChild(link);
    if (bron.citaat) houder.appendChild(nederlands(maak('blockquote', bron.citaat)));
    if (bron.url) houder.appendChild(uit(bron));
    return houder;
  }
  function wijs(ident) {
    var bron = data.bij[ident];
    if (!bron) return;
    if (bron.deel.hidden) { keuze = { term: '', soort: {}, status: {} }; bediening(true); toon(); }
    history.replaceState(history.state, '', location.pathname + location.search + '#referentie-' + ident);
    document.querySelectorAll('.bronnen .aangewezen').forEach(function (ander) { ander.classList.remove('aangewezen'); });
    bron.deel.classList.add('aangewezen');
    bron.deel.scrollIntoView({ block: 'center' });
    bron.deel.querySelector('h3').focus({ preventScroll: true });
  }

  function cel(rij, naam, inhoud) {
    var td = inhoud && inhoud.tagName === 'TD' ? inhoud : maak('td', inhoud);
    td.dataset.kop = data.woorden[naam];
    rij.appendChild(td);
    return td;
  }
  /* Amounts that can be asked about, each with the words around it. */
  function bedragen(td, vragen, wat) {
    vragen.forEach(function (each, k) {
      var knop = window.dekking.vraagknop(each.tekst, each.over, each.jaar, wat + ': ' + each.voor + each.tekst + each.na);
      td.append((k ? '; ' : '') + each.voor, knop, each.na);
    });
    return td;
  }
  function regel(rij) {
    var tr = maak('tr', null, rij.status), kop = maak('th');
    kop.scope = 'row';
    kop.append(nederlands(maak('span', rij.wat)), maak('span', rij.soortnaam, 'soort'));
    tr.appendChild(kop);
    cel(tr, 'jaren', rij.jaren);
    bedragen(cel(tr, 'bedrag', rij.vragen.length ? null : rij.bedrag), rij.vragen, rij.wat);
    var status = cel(tr, 'status');
    status.appendChild(maak('span', rij.statusnaam, 'status ' + (rij.status === 'doorgetrokken' ? 'aanname' : rij.status)));
    if (rij.stand) status.appendChild(maak('span', data.woorden.stand + ' ' + rij.stand, 'soort'));
    cel(tr, 'publicatie', verwijzing(rij.referentie));
    cel(tr, 'reden', rij.reden);
    rij.deel = tr;
    rij.tekst = woorden(rij);
    return tr;
  }
  function tabel(houder, bijschrift, namen, rijen) {
    var schuif = maak('div', null, 'schuif'), t = maak('table', null, 'lijst'), hoofd = maak('thead'), kop = maak('tr'), lichaam = maak('tbody');
    t.appendChild(maak('caption', bijschrift));
    namen.forEach(function (naam) { var th = maak('th', data.woorden[naam]); th.scope = 'col'; kop.appendChild(th); });
    hoofd.appendChild(kop);
    rijen.forEach(function (rij) { lichaam.appendChild(rij); });
    t.append(hoofd, lichaam);
    schuif.appendChild(t);
    schuif.tabIndex = 0;
    schuif.setAttribute('role', 'region');
    schuif.setAttribute('aria-label', bijschrift);
    houder.replaceChildren(schuif);
  }
  function publicatie(bron) {
    var artikel = maak('article'), kop = nederlands(maak('h3', bron.titel)), lijst = maak('dl', null, 'feiten');
    artikel.id = 'referentie-' + bron.id;
    kop.tabIndex = -1;
    ['kenmerk', 'datum', 'uitgever', 'vindplaats', 'citaat'].forEach(function (naam) {
      if (!bron[naam]) return;
      var paar = maak('div'), dd = maak('dd');
      dd.appendChild(nederlands(maak(naam === 'citaat' ? 'q' : 'span', bron[naam])));
      paar.append(maak('dt', data.woorden[naam]), dd);
      lijst.appendChild(paar);
    });
    var onder = maak('p', (bron.aantal ? vul(data.woorden.gebruikt, { n: bron.aantal }) : data.woorden.ongebruikt) + ' · ' + bron.id + ' ', 'onder');
    if (bron.url) onder.append('· ', uit(bron));
    artikel.append(kop, lijst, onder);
    bron.deel = artikel;
    bron.tekst = kaal([bron.id, bron.titel, bron.kenmerk, bron.datum, bron.uitgever, bron.vindplaats, bron.citaat, bron.url].join(' '));
    return artikel;
  }
  function toets(totaal) {
    var tr = maak('tr', null, totaal.goed ? 'goed' : 'fout'), kop = maak('th', totaal.naam);
    kop.scope = 'row';
    tr.appendChild(kop);
    cel(tr, 'jaar', totaal.jaar);
    bedragen(cel(tr, 'dataset'), [totaal.gevonden], totaal.naam).className = 'getal';
    bedragen(cel(tr, 'toets', totaal.toets + ' '), [totaal.gesteld], totaal.naam);
    bedragen(cel(tr, 'verschil'), [totaal.verschil], totaal.naam).className = 'getal';
    cel(tr, 'uitkomst', (totaal.goed ? '✓ ' : '✗ ') + totaal.uitkomst);
    cel(tr, 'publicatie', verwijzing(totaal.referentie));
    return tr;
  }
  function teken(nieuw) {
    if (!deel('lijst') || !nieuw) return;
    data = Object.assign({}, nieuw, { bij: {} });
    data.publicaties.forEach(function (bron) { data.bij[bron.id] = bron; });
    bediening(false);
    deel('publicaties').replaceChildren.apply(deel('publicaties'), data.publicaties.map(publicatie));
    tabel(deel('lijst'), data.eenheid, ['wat', 'jaren', 'bedrag', 'status', 'publicatie', 'reden'], data.rijen.map(regel));
    var goed = data.aansluiting.filter(function (each) { return each.goed; }).length;
    var zin = vul(data.woorden.sluit, { goed: goed, alle: data.aansluiting.length });
    tabel(deel('aansluiting'), zin + ' ' + data.eenheid, ['totaal', 'jaar', 'dataset', 'toets', 'verschil', 'uitkomst', 'publicatie'], data.aansluiting.map(toets));
    toon();
    if (naar.indexOf('#referentie-') === 0) {
      var ident = decodeURIComponent(naar.slice('#referentie-'.length));
      naar = '';
      setTimeout(function () { wijs(ident); }, 60);
    }
  }

  function csv() {
    var nl = window.dekking.taal.nl, scheiding = nl ? ';' : ',', w = data.woorden;
    function veld(waarde) {
      var tekst = String(waarde == null ? '' : waarde);
      if (/^[=+\-@\t\r]/.test(tekst)) tekst = "'" + tekst;
      return /[",;\r\n]/.test(tekst) ? '"' + tekst.replace(/"/g, '""') + '"' : tekst;
    }
    function regels(velden) { return velden.map(veld).join(scheiding); }
    var uit = [regels([data.stempel]), regels([data.eenheid])];
    if (keuze.term) uit.push(regels([vul(w.gezocht, { term: keuze.term })]));
    uit.push(regels([w.soort, 'id', w.wat, w.jaren, w.bedrag, w.status, w.stand, w.publicatie, 'titel', w.citaat, 'url', w.reden]));
    data.rijen.forEach(function (rij) {
      var bron = data.bij[rij.referentie] || {};
      if (!rij.deel.hidden) uit.push(regels([rij.soortnaam, rij.id, rij.wat, rij.jaren, rij.bedrag, rij.statusnaam, rij.stand, rij.referentie, bron.titel, bron.citaat, bron.url, rij.reden]));
    });
    var link = maak('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + uit.join('\r\n') + '\r\n'], { type: 'text/csv;charset=utf-8' }));
    link.download = w.bestand;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.bronnen = {
    teken: function (nieuw) { teken(nieuw); return nieuw ? 'getekend' : window.dash_clientside.no_update; }
  };
})();
