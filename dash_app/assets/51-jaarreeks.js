/* Amounts per year: one box per year, Dutch numbers, a row or column pasted from Excel, arrows that walk. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, DEEL = /%\s*$/;

  /* A number as it is typed; of a percentage the number before the sign, which no other field takes. Null: nothing;
     undefined: no number. */
  function lees(tekst, procent) {
    if (!procent && DEEL.test(tekst)) return undefined;
    var getal = dekking.taal.gelezen(procent ? String(tekst).replace(DEEL, '') : tekst);
    return getal == null ? getal : procent ? Number((getal / 100).toPrecision(12)) : getal;
  }
  function schrijf(getal, procent, jaar) {
    if (getal == null) return '';
    if (typeof getal !== 'number') return String(getal);
    if (jaar) return dekking.taal.nl ? String(getal).replace('.', ',') : String(getal);
    return dekking.taal.geschreven(procent ? Number((getal * 100).toPrecision(12)) : getal);
  }
  var NIET = t(' Deze invoer is niet verwerkt.', ' This entry was not processed.');
  function geenGetal(tekst, procent) {
    if (!procent && DEEL.test(tekst)) return t('‘' + tekst + '’ is een percentage; hier hoort een getal in de eenheid van dit veld, bijvoorbeeld 1.234,5.', '‘' + tekst + '’ is a percentage; this field takes a number in its own unit, for example 1,234.5.') + NIET;
    return t('‘' + tekst + '’ is geen getal; typ bijvoorbeeld 1.234,5.', '‘' + tekst + '’ is not a number; type for example 1,234.5.') + NIET;
  }

  /* Why a number cannot stand here: what was found, what may, and how to mend it; nothing where it may. */
  function buiten(getal, opties) {
    var g = opties.grenzen;
    if (!g || getal == null || !(getal < g.low || getal <= g.above || getal > g.high || (g.heel && !Number.isInteger(getal)))) return '';
    var gevonden = schrijf(getal, opties.procent, opties.jaar).replace(/^-/, '‒ ') + (opties.procent ? ' %' : '');
    return t(gevonden + ' mag hier niet: toegestaan is ' + g.zin + '. Typ een getal dat wel mag.',
      gevonden + ' is not allowed here: ' + g.zin + '. Type a number that is.') + NIET;
  }
  /* What a box holds: a number, null for nothing, or undefined with the sentence that says why it is none. */
  function gelezen(tekst, opties) {
    var getal = lees(tekst, opties.procent), fout = getal === undefined ? geenGetal(tekst, opties.procent) : buiten(getal, opties);
    return { getal: fout ? undefined : getal, fout: fout };
  }

  /* opties: {id, label, jaren, structureel, waarde, standaard, procent, grenzen, eenheid, meld(waarde), fout(tekst)} */
  function jaarreeks(opties) {
    var sleutels = opties.jaren.map(String).concat(opties.structureel ? [opties.structureel] : []);
    var breed = window.innerWidth < 420 ? 3 : 4, vakken = {}, waarde = Object.assign({}, opties.waarde);
    var over = '';  // what of a pasted block found no place; said until a box is changed
    var tafel = maak('table', null, 'jaarreeks');
    var bijschrift = maak('caption', opties.label + (opties.eenheid ? ' (' + opties.eenheid + ')' : ''), 'alleen-lezen');
    tafel.appendChild(bijschrift);
    for (var i = 0; i < sleutels.length; i += breed) tafel.appendChild(deel(sleutels.slice(i, i + breed)));
    function deel(namen) {
      var lichaam = maak('tbody'), koppen = maak('tr'), cellen = maak('tr');
      namen.forEach(function (naam) {
        var kop = maak('th', naam === 'structureel' ? t('structureel', 'structural') : naam);
        kop.scope = 'col';
        kop.id = opties.id + '-k-' + naam;
        koppen.appendChild(kop);
        var vak = maak('input', null, 'reeksvak');
        vak.type = 'text';
        vak.inputMode = 'decimal';
        vak.autocomplete = 'off';
        vak.dataset.jaar = naam;
        vak.id = opties.id + '-' + naam;
        d.zet(vak, schrijf(waarde[naam], opties.procent));
        if (opties.standaard && opties.standaard[naam] != null) vak.placeholder = schrijf(opties.standaard[naam], opties.procent);
        vak.setAttribute('aria-label', opties.label + ' ' + kop.textContent + (opties.procent ? ' (%)' : ''));
        vakken[naam] = vak;
        var cel = maak('td');
        cel.appendChild(vak);
        cellen.appendChild(cel);
      });
      lichaam.append(koppen, cellen);
      return lichaam;
    }
    /* Reads one box; returns whether its value changed. What cannot be read stays as it was typed. */
    function neem(naam) {
      var vak = vakken[naam], getal = gelezen(vak.value, opties).getal;
      vak.setAttribute('aria-invalid', getal === undefined ? 'true' : 'false');
      if (getal === undefined) return false;
      d.zet(vak, schrijf(getal, opties.procent));
      var oud = waarde[naam] == null ? null : waarde[naam];
      if (getal === null) delete waarde[naam]; else waarde[naam] = getal;
      return oud !== getal;
    }
    function klaar(veranderd) {
      var fout = sleutels.filter(function (naam) { return vakken[naam].getAttribute('aria-invalid') === 'true' && gelezen(vakken[naam].value, opties).fout; });
      opties.fout(fout.map(function (naam) { return naam + ': ' + gelezen(vakken[naam].value, opties).fout; }).concat(over || []).join(' '));
      if (veranderd) opties.meld(Object.assign({}, waarde));
    }
    tafel.addEventListener('change', function (gebeurtenis) { over = ''; klaar(neem(gebeurtenis.target.dataset.jaar)); });
    tafel.addEventListener('focusin', function (gebeurtenis) { if (gebeurtenis.target.select) gebeurtenis.target.select(); });
    tafel.addEventListener('paste', function (gebeurtenis) {
      var naam = gebeurtenis.target.dataset && gebeurtenis.target.dataset.jaar;
      var tekst = (gebeurtenis.clipboardData || window.clipboardData).getData('text');
      if (!naam || !/[\t\n]/.test(tekst.replace(/\s+$/, ''))) return;
      gebeurtenis.preventDefault();
      var geplakt = dekking.geplakt(tekst, sleutels, naam), paren = geplakt.paren || [];
      paren.forEach(function (paar) { vakken[paar[0]].value = paar[1]; });
      var gevuld = paren.filter(function (paar) { return paar[1]; }).length, buiten = (geplakt.buiten || []).join(' · ');
      over = geplakt.fout || (buiten && t('Niet geplakt, want buiten de jaren: ', 'Not pasted, as outside the years: ') + buiten + '.');
      klaar(paren.map(function (paar) { return neem(paar[0]); }).some(Boolean));
      var gedaan = geplakt.fout ? '' : gevuld === 1 ? t('1 bedrag geplakt. ', '1 amount pasted. ') : t(gevuld + ' bedragen geplakt. ', gevuld + ' amounts pasted. ');
      dekking.werkbank.zeg((gedaan + over).trim());
    });
    tafel.addEventListener('keydown', function (gebeurtenis) {
      var vak = gebeurtenis.target, naam = vak.dataset && vak.dataset.jaar;
      if (!naam || gebeurtenis.ctrlKey || gebeurtenis.altKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
      var alles = vak.selectionStart === 0 && vak.selectionEnd === vak.value.length;
      var stap = { ArrowUp: -breed, ArrowDown: breed, Enter: 1 }[gebeurtenis.key];
      if (gebeurtenis.key === 'ArrowLeft' && (alles || vak.selectionEnd === 0)) stap = -1;
      if (gebeurtenis.key === 'ArrowRight' && (alles || vak.selectionStart === vak.value.length)) stap = 1;
      if (gebeurtenis.key === 'Escape') { over = ''; vak.value = schrijf(waarde[naam], opties.procent); klaar(neem(naam)); return; }
      if (!stap) return;
      gebeurtenis.preventDefault();
      var doel = vakken[sleutels[sleutels.indexOf(naam) + stap]];
      if (doel) doel.focus();
      else if (gebeurtenis.key === 'Enter') vak.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return {
      el: tafel,
      merk: function (jaar, aan) { if (vakken[jaar]) vakken[jaar].setAttribute('aria-invalid', aan ? 'true' : 'false'); }
    };
  }
  dekking.reeks = { maak: jaarreeks, lees: lees, schrijf: schrijf, gelezen: gelezen };
})();
