/* The workbench: the scenario, its measures as cards, undo and redo. Every action goes to the server one at a time; what
   comes back is drawn in place, and focus stays on the button that was used. */
(function () {
  var dekking = window.dekking = window.dekking || {};
  function t(nl, en) { return document.documentElement.lang === 'en' ? en : nl; }
  function maak(soort, tekst, klasse) { return dekking.maak(soort, tekst, klasse); }
  function op(id) { return document.getElementById(id); }
  function zet(id, waarde) { window.dash_clientside.set_props(id, { data: waarde }); }

  var nummer = 0, bezig = 0, rij = [], wacht = null, stand = null, geschiedenis = { terug: [], vooruit: [] };
  var scherm = null, staten = {}, kopstaten = {}, parameterstaten = {}, focusNa = null, toevoegen = false;

  /* ---- actions, one after the other ---- */
  function doe(actie) {
    var laatste = rij[rij.length - 1];
    if (laatste && actie.doe === 'veld' && laatste.doe === 'veld' && laatste.sleutel === actie.sleutel && laatste.pad.join() === actie.pad.join()) rij.pop();
    rij.push(actie);
    stuur();
  }
  function stuur() {
    if (bezig || !rij.length) return;
    var actie = rij.shift();
    if (actie.doe === 'terug' || actie.doe === 'vooruit') {
      var stapel = geschiedenis[actie.doe], werk = stapel[stapel.length - 1];
      if (!werk) { stuur(); return; }
      actie = { doe: 'herstel', werk: werk, vooruit: actie.doe === 'vooruit' };
    }
    nummer += 1;
    bezig = nummer;
    var mijn = nummer;
    setTimeout(function () { if (bezig === mijn) { bezig = 0; zeg(t('De server antwoordt niet.', 'The server does not answer.')); stuur(); } }, 15000);
    zet('werkbank-actie', Object.assign({ nummer: nummer }, actie));
  }
  function antwoord(data) {
    if (!data || data.nummer !== bezig) return;
    bezig = 0;
    if (data.zegt) zeg(data.zegt);
    if (data.doe === 'herstel') schuif(data.vooruit ? 'vooruit' : 'terug', data.vorig);
    else if (data.telt) bewaar({ terug: geschiedenis.terug.concat([data.vorig]).slice(-60), vooruit: [] });
    if (data.nieuw) focusNa = 'formulier';
    Object.keys(data.beelden || {}).forEach(function (ident) { dekking.beeld(data.beelden[ident], ident); });
    if (data.stand && !rij.length) teken(data.stand);
    var later = wacht;
    wacht = null;
    if (later && !data.verandert && !rij.length) teken(later);
    stuur();
  }
  function schuif(van, nu) {
    var naar = van === 'terug' ? 'vooruit' : 'terug', uit = {};
    uit[van] = geschiedenis[van].slice(0, -1);
    uit[naar] = geschiedenis[naar].concat([nu]);
    bewaar(uit);
  }
  function bewaar(nieuw) { geschiedenis = nieuw; zet('geschiedenis', nieuw); knoppen(); }
  function zeg(tekst) {
    var regel = op('werkbank-zegt');
    if (!regel) return;
    regel.textContent = '';
    setTimeout(function () { regel.textContent = tekst; }, 20);
    var zichtbaar = op('wb-gedaan');
    if (zichtbaar) zichtbaar.textContent = tekst;
  }

  /* ---- drawing ---- */
  function toon(data) {
    if (!data) return;
    if (bezig || rij.length) { wacht = data; if (scherm === op('werkbank')) { stand = data; kaarten(); } return; }
    teken(data);
  }
  function teken(data) {
    stand = data;
    if (scherm !== op('werkbank')) { scherm = op('werkbank'); staten = {}; kopstaten = {}; parameterstaten = {}; staten.sleutel = null; toevoegen = false; }
    if (!scherm) return;
    scenario();
    balk();
    kaarten();
    formulier();
    parameters();
    boodschap();
    if (focusNa) richt();
  }
  function richt() {
    var doel = null;
    if (focusNa === 'formulier') doel = op('wb-formulier').querySelector('input, select, textarea');
    else if (focusNa.sleutel != null) {
      var kaart = op('wb-kaarten').querySelector('[data-sleutel="' + focusNa.sleutel + '"]');
      doel = kaart && kaart.querySelector('[data-doe="' + focusNa.doe + '"]');
    }
    focusNa = null;
    if (doel) doel.focus();
  }
  function knop(doet, teken_, naam) {
    var k = maak('button', teken_, 'wb-knop');
    k.type = 'button';
    k.dataset.doe = doet;
    if (naam) { k.setAttribute('aria-label', naam); k.title = naam; }
    return k;
  }
  function uit(k, nee) { k.setAttribute('aria-disabled', nee ? 'true' : 'false'); }

  function scenario() {
    var vak = op('wb-scenario');
    if (!vak.firstChild) {
      var label = maak('label', t('Geopend scenario', 'Open scenario'), 'veldlabel'), lijst = maak('select'), nieuw = knop('nieuw', t('Nieuw scenario', 'New scenario'));
      lijst.id = 'wb-keuze';
      label.htmlFor = 'wb-keuze';
      lijst.addEventListener('change', function () { doe({ doe: 'open', verwijzing: lijst.value }); });
      var opnieuw = knop('heropen', t('Zoals geopend', 'As opened'));
      opnieuw.title = t('Gooi de wijzigingen weg en open dit scenario opnieuw; ongedaan maken kan', 'Drop the changes and open this scenario again; this can be undone');
      opnieuw.addEventListener('click', function () { if (opnieuw.getAttribute('aria-disabled') !== 'true') doe({ doe: 'open', verwijzing: stand.verwijzing }); });
      nieuw.addEventListener('click', function () { doe({ doe: 'nieuw' }); });
      var uitleg = maak('p', t('Een ander scenario openen is één stap: ongedaan maken brengt dit terug, met uw wijzigingen.', 'Opening another scenario is one step: undo brings this one back, with your changes.'), 'hulp');
      uitleg.id = 'wb-keuze-hulp';
      lijst.setAttribute('aria-describedby', uitleg.id);
      var regel = maak('div', null, 'wb-regel');
      regel.append(nieuw, opnieuw);
      var kop = maak('div', null, 'velden'), meer = maak('details', null, 'groep'), binnen = maak('div', null, 'velden');
      kop.id = 'wb-kop';
      binnen.id = 'wb-kop-meer';
      meer.append(maak('summary', t('Meer over dit scenario', 'More about this scenario')), binnen);
      var fout = maak('ul', null, 'fouten');
      fout.id = 'wb-kopfouten';
      vak.append(label, lijst, regel, uitleg, fout, kop, meer);
    }
    var keuze = op('wb-keuze'), namen = stand.scenarios.map(function (s) { return s.waarde; });
    var eigen = stand.verwijzing.split('@')[0];
    if (keuze.dataset.kenmerk !== JSON.stringify(stand.scenarios)) {
      keuze.dataset.kenmerk = JSON.stringify(stand.scenarios);
      keuze.replaceChildren.apply(keuze, stand.scenarios.map(function (s) { var o = maak('option', s.tekst); o.value = s.waarde; return o; }));
    }
    keuze.value = namen.indexOf(eigen) >= 0 ? eigen : '';
    uit(vak.querySelector('[data-doe="heropen"]'), !stand.gewijzigd);
    function meld(pad, waarde) { doe({ doe: 'kop', veld: pad[0], waarde: waarde }); }
    function deel(meer) { return stand.kop.filter(function (v) { return !!v.meer === meer; }); }
    var een = dekking.formulier.vakwerk(op('wb-kop'), deel(false), 'kop', meld, zeg, kopstaten);
    var twee = dekking.formulier.vakwerk(op('wb-kop-meer'), deel(true), 'kop', meld, zeg, kopstaten);
    kopstaten = Object.assign({}, een, twee);
    regels(op('wb-kopfouten'), dekking.formulier.fouten(kopstaten, stand.kopfouten));
  }
  function regels(lijst, fouten) {
    lijst.replaceChildren.apply(lijst, fouten.map(function (f) { return maak('li', f.tekst); }));
    lijst.hidden = !fouten.length;
  }

  function balk() {
    var vak = op('wb-balk');
    if (!vak.firstChild) {
      var terug = knop('terug', '↶ ' + t('Ongedaan maken', 'Undo')), vooruit = knop('vooruit', '↷ ' + t('Opnieuw', 'Redo'));
      var erbij = knop('erbij', '+ ' + t('Maatregel toevoegen', 'Add measure'));
      terug.title = 'Ctrl+Z';
      vooruit.title = 'Ctrl+Y';
      [terug, vooruit].forEach(function (k) { k.addEventListener('click', function () { if (k.getAttribute('aria-disabled') !== 'true') doe({ doe: k.dataset.doe }); }); });
      erbij.setAttribute('aria-controls', 'wb-soorten');
      erbij.addEventListener('click', function () { klap(!toevoegen); });
      var lijst = maak('ul', null, 'soorten'), gedaan = maak('p', '', 'hulp');
      lijst.id = 'wb-soorten';
      gedaan.id = 'wb-gedaan';
      gedaan.setAttribute('aria-hidden', 'true');
      var regel = maak('div', null, 'wb-regel');
      regel.append(terug, vooruit, erbij);
      vak.append(regel, lijst, gedaan);
      lijst.addEventListener('keydown', function (g) { if (g.key === 'Escape') { klap(false); erbij.focus(); } });
    }
    klap(toevoegen, true);
    knoppen();
  }
  function klap(open, stil) {
    toevoegen = open;
    var lijst = op('wb-soorten');
    lijst.hidden = !open;
    op('wb-balk').querySelector('[data-doe="erbij"]').setAttribute('aria-expanded', open ? 'true' : 'false');
    if (open && !lijst.firstChild) {
      (window.dekking.soorten || []).forEach(function (s) {
        var regel = maak('li'), k = knop('soort', '');
        k.className = 'soort';
        k.append(maak('strong', s.naam), maak('span', s.tekst));
        k.addEventListener('click', function () { klap(false); doe({ doe: 'voegtoe', soort: s.waarde }); });
        regel.appendChild(k);
        lijst.appendChild(regel);
      });
    }
    if (open && !stil && lijst.firstChild) lijst.querySelector('button').focus();
  }
  function knoppen() {
    var vak = op('wb-balk');
    if (!vak || !vak.firstChild) return;
    uit(vak.querySelector('[data-doe="terug"]'), !geschiedenis.terug.length);
    uit(vak.querySelector('[data-doe="vooruit"]'), !geschiedenis.vooruit.length);
  }

  /* ---- cards ---- */
  function nieuweKaart(sleutel) {
    var el = maak('li', null, 'kaart');
    el.dataset.sleutel = sleutel;
    var kop = knop('kies', ''), zin = maak('p', '', 'kaartzin'), fouten = maak('ul', null, 'fouten'), rij_ = maak('div', null, 'wb-regel');
    kop.className = 'kaartkop';
    kop.append(maak('span', '', 'nr'), maak('span', '', 'soortnaam'), maak('span', '', 'eigennaam'), maak('span', '', 'uitgezet'));
    ['bewerk', 'schakel', 'omhoog', 'omlaag', 'kopieer', 'verwijder'].forEach(function (wat) { rij_.appendChild(knop(wat, '')); });
    el.append(kop, zin, fouten, rij_);
    return el;
  }
  var TEKENS = {
    bewerk: [t('Wijzig', 'Edit'), t('wijzigen', 'edit')], omhoog: ['↑', t('omhoog', 'up')], omlaag: ['↓', t('omlaag', 'down')],
    kopieer: [t('Kopieer', 'Copy'), t('kopiëren', 'copy')], verwijder: ['✕', t('verwijderen', 'remove')]
  };
  function tekst(el, waarde) { if (el.textContent !== waarde) el.textContent = waarde; }
  function kaarten() {
    var lijst = op('wb-kaarten'), oud = {}, actief = document.activeElement;
    var waar = actief && lijst.contains(actief) ? { sleutel: actief.closest('.kaart').dataset.sleutel, doe: actief.dataset.doe, plek: Array.prototype.indexOf.call(lijst.children, actief.closest('.kaart')) } : null;
    Array.prototype.forEach.call(lijst.children, function (el) { if (el.dataset.sleutel) oud[el.dataset.sleutel] = el; });
    var nieuw = stand.kaarten.map(function (k, i) {
      var el = oud[k.sleutel] || nieuweKaart(k.sleutel), over = t('maatregel ', 'measure ') + k.nummer + (k.naam ? ', ' + k.naam : '');
      el.classList.toggle('uit', !k.aan);
      el.classList.toggle('gekozen', k.sleutel === stand.gekozen);
      el.classList.toggle('kapot', k.fouten.length > 0);
      tekst(el.querySelector('.nr'), k.nummer + '.');
      tekst(el.querySelector('.soortnaam'), k.soort);
      tekst(el.querySelector('.eigennaam'), k.naam);
      tekst(el.querySelector('.uitgezet'), k.aan ? '' : t('uitgezet', 'switched off'));
      tekst(el.querySelector('.kaartzin'), k.zin);
      regels(el.querySelector('.fouten'), k.kort.map(function (f) { return { tekst: f }; }));
      el.querySelectorAll('.wb-knop').forEach(function (kn) {
        var wat = kn.dataset.doe, woorden = TEKENS[wat] || (k.aan ? [t('Uit', 'Off'), t('uitzetten', 'switch off')] : [t('Aan', 'On'), t('aanzetten', 'switch on')]);
        tekst(kn, woorden[0]);
        kn.setAttribute('aria-label', woorden[0].length > 1 ? woorden[0] + ': ' + over : woorden[1] + ': ' + over);
        kn.title = woorden[1];
      });
      if (k.sleutel === stand.gekozen) el.querySelector('.kaartkop').setAttribute('aria-current', 'true');
      else el.querySelector('.kaartkop').removeAttribute('aria-current');
      uit(el.querySelector('[data-doe="omhoog"]'), i === 0);
      uit(el.querySelector('[data-doe="omlaag"]'), i === stand.kaarten.length - 1);
      return el;
    });
    if (!nieuw.length) nieuw.push(maak('li', t('Nog geen maatregelen: dit scenario is de dataset zelf.', 'No measures yet: this scenario is the dataset itself.'), 'hulp'));
    dekking.formulier.zelfde(lijst, nieuw);
    if (waar && !lijst.contains(document.activeElement)) {
      var kaart = lijst.querySelector('[data-sleutel="' + waar.sleutel + '"]') || lijst.children[Math.min(waar.plek, lijst.children.length - 1)];
      var doel = kaart && (kaart.querySelector('[data-doe="' + waar.doe + '"]') || kaart.querySelector('button'));
      if (!doel) doel = op('wb-balk').querySelector('[data-doe="erbij"]');
      doel.focus();
    }
  }
  document.addEventListener('click', function (g) {
    var k = g.target.closest && g.target.closest('#wb-kaarten button');
    if (!k || k.getAttribute('aria-disabled') === 'true') return;
    var sleutel = k.closest('.kaart').dataset.sleutel, wat = k.dataset.doe;
    if (wat === 'kies') doe({ doe: 'kies', sleutel: sleutel });
    else if (wat === 'bewerk') { if (sleutel === stand.gekozen) { focusNa = 'formulier'; richt(); } else { focusNa = 'formulier'; doe({ doe: 'kies', sleutel: sleutel }); } }
    else if (wat === 'omhoog' || wat === 'omlaag') doe({ doe: 'verplaats', sleutel: sleutel, stap: wat === 'omhoog' ? -1 : 1 });
    else doe({ doe: wat, sleutel: sleutel });
  });
  document.addEventListener('keydown', function (g) {
    if (!(g.ctrlKey || g.metaKey) || !op('werkbank')) return;
    if (g.target.closest && g.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable], dialog, [role=dialog]')) return;
    var toets = g.key.toLowerCase(), wat = toets === 'y' || (toets === 'z' && g.shiftKey) ? 'vooruit' : toets === 'z' ? 'terug' : '';
    if (!wat) return;
    g.preventDefault();
    if (geschiedenis[wat].length) doe({ doe: wat });
    else zeg(wat === 'terug' ? t('Er is niets om ongedaan te maken.', 'There is nothing to undo.') : t('Er is niets om opnieuw te doen.', 'There is nothing to redo.'));
  });

  /* ---- the form of the chosen measure ---- */
  function formulier() {
    var vak = op('wb-formulier'), form = stand.formulier;
    var sleutel = form ? form.sleutel + '/' + form.titel : '';
    if (staten.sleutel !== sleutel || !vak.firstChild) {
      staten = { sleutel: sleutel, velden: {} };
      vak.replaceChildren();
      if (!form) {
        vak.appendChild(maak('p', t('Kies een maatregel om die te wijzigen, of voeg er een toe.', 'Choose a measure to change it, or add one.'), 'hulp'));
        return;
      }
      var fout = maak('ul', null, 'fouten'), titel = maak('h3', '', 'formtitel');
      fout.id = 'wb-formfouten';
      vak.append(titel, maak('p', form.uitleg, 'zin'), fout);
      form.groepen.forEach(function (groep, i) {
        var velden = maak('div', null, 'velden'), doos = maak(groep.titel && !groep.open ? 'details' : 'div', null, 'groep');
        velden.id = 'wb-groep-' + i;
        if (groep.titel) doos.appendChild(maak(groep.open ? 'h4' : 'summary', groep.titel));
        doos.appendChild(velden);
        vak.appendChild(doos);
      });
    }
    if (!form) return;
    var kaart = stand.kaarten.filter(function (k) { return k.sleutel === form.sleutel; })[0];
    tekst(vak.querySelector('.formtitel'), kaart.nummer + '. ' + form.titel + (kaart.naam ? ': ' + kaart.naam : ''));
    var alle = {};
    form.groepen.forEach(function (groep, i) {
      Object.assign(alle, dekking.formulier.vakwerk(op('wb-groep-' + i), groep.velden, 'v', function (pad, waarde) { doe({ doe: 'veld', sleutel: form.sleutel, pad: pad, waarde: waarde }); }, zeg, staten.velden));
    });
    staten.velden = alle;
    regels(op('wb-formfouten'), dekking.formulier.fouten(alle, kaart.fouten));
  }

  /* ---- parameters: published beside chosen ---- */
  function parameters() {
    var vak = op('wb-parameters'), lijst = vak.querySelector('tbody');
    if (!lijst) {
      var tafel = maak('table', null, 'parameters'), hoofd = maak('thead'), kop = maak('tr');
      tafel.appendChild(maak('caption', t('Een gekozen waarde wordt een maatregel; een leeg vak houdt de gepubliceerde waarde. Een waarde per jaar geldt vanaf dat jaar.', 'A chosen value becomes a measure; an empty box keeps the published value. A value per year holds from that year on.')));
      [t('Parameter', 'Parameter'), t('Gepubliceerd of aangenomen', 'Published or assumed'), t('Gekozen', 'Chosen')].forEach(function (w) { var th = maak('th', w); th.scope = 'col'; kop.appendChild(th); });
      hoofd.appendChild(kop);
      lijst = maak('tbody');
      tafel.append(hoofd, lijst);
      vak.appendChild(tafel);
      parameterstaten = {};
    }
    stand.parameters.forEach(function (p) {
      var regel = lijst.querySelector('[data-id="' + p.id + '"]');
      if (!regel) {
        regel = maak('tr');
        regel.dataset.id = p.id;
        var th = maak('th', p.naam);
        th.scope = 'row';
        th.appendChild(maak('span', p.id + ' · ' + p.eenheid, 'eenheid'));
        var td = maak('td', p.gepubliceerd);
        td.appendChild(maak('span', p.herkomst, 'herkomst'));
        var invul = maak('td'), houder = maak('div'), doos = invul;
        if (p.per_jaar) { doos = maak('details'); doos.appendChild(maak('summary', '')); invul.appendChild(doos); }
        doos.appendChild(houder);
        houder.id = 'wb-p-' + p.id;
        regel.append(th, td, invul);
        lijst.appendChild(regel);
      }
      regel.classList.toggle('gekozen', !!p.kaart);
      var samen = regel.querySelector('summary');
      if (samen) tekst(samen, p.kaart ? t('gekozen per jaar', 'chosen per year') : t('per jaar', 'per year'));
      var veld = { pad: ['parameter', p.id], label: p.naam, hulp: '', eenheid: p.eenheid, vorm: p.per_jaar ? 'reeks' : 'getal', procent: p.procent, jaar: p.jaar,
        jaren: p.jaren, structureel: '', standaard: p.standaard, waarde: p.per_jaar ? p.waarden : p.waarde };
      Object.assign(parameterstaten, dekking.formulier.vakwerk(op('wb-p-' + p.id), [veld], 'p', function (pad, waarde) {
        doe({ doe: 'parameter', parameter: pad[1], waarde: waarde });
      }, zeg, parameterstaten));
    });
  }

  /* ---- words beside the charts ---- */
  function boodschap() {
    var vak = op('wb-boodschap');
    op('werkbank').classList.toggle('verouderd', !!stand.boodschap);
    if (vak.textContent !== stand.boodschap) vak.replaceChildren.apply(vak, stand.boodschap ? [maak('p', stand.boodschap, 'waarschuwing')] : []);
    var houder = op('wb-bevindingen'), lijst = maak('ul', null, 'bevindingen');
    stand.bevindingen.forEach(function (b) {
      var regel = maak('li', null, b.letop ? 'letop' : '');
      if (b.letop) regel.appendChild(maak('strong', t('Let op: ', 'Note: ')));
      regel.appendChild(maak('span', b.tekst));
      lijst.appendChild(regel);
    });
    if (houder.textContent !== lijst.textContent) houder.replaceChildren(lijst);
  }

  dekking.werkbank = { rustig: function () { return !bezig && !rij.length; } };
  var niets = function () { return window.dash_clientside.no_update; };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.werkbank = {
    toon: function (data) { toon(data); return niets(); },
    antwoord: function (data) { antwoord(data); return niets(); },
    onthoud: function (data) { if (data) { geschiedenis = { terug: data.terug || [], vooruit: data.vooruit || [] }; knoppen(); } return niets(); },
    soorten: function (data) { window.dekking.soorten = data; return niets(); }
  };
})();
