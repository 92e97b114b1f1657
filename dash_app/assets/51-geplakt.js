/* A block pasted from a spreadsheet: which amount is meant for which year. What does not show that is refused in words. */
(function () {
  var dekking = window.dekking, t = dekking.deel.t, gelezen = dekking.taal.gelezen;
  var NUL = /^(€\s*)?[-\u2010-\u2015\u2212](\s*€)?$/;  // 0 in the accounting format of a spreadsheet

  /* The key of a year that a cell names; empty where it names none. */
  function jaarVan(cel) { return /^(19|20|21)\d\d$/.test(cel) ? cel : /^struct/i.test(cel) ? 'structureel' : ''; }
  /* Words that say what the amounts are; ‘x12’ and ‘PM’ stand where an amount should. */
  function naam(cel) { return gelezen(cel) === undefined && /\p{L}{3}/u.test(cel) && !jaarVan(cel); }

  /* The years that a row names, '' beside them; null where it is no row of years. */
  function kop(rij) {
    var jaren = rij.map(jaarVan), genoemd = jaren.filter(Boolean);
    var oplopend = genoemd.every(function (jaar, i) { return !i || genoemd[i - 1] < jaar; });
    var bedragen = rij.some(function (cel, i) { return !jaren[i] && typeof gelezen(cel) === 'number'; });
    return genoemd.length && oplopend && !bedragen ? jaren : null;
  }
  function kantel(rijen) { return rijen[0].map(function (_, k) { return rijen.map(function (rij) { return rij[k]; }); }); }
  function fout(dutch, english) { return { fout: t('Niets geplakt: ' + dutch, 'Nothing pasted: ' + english) }; }
  function meer() {
    return fout('het blok heeft meer dan één rij met bedragen. Kopieer één rij, met of zonder de jaren erboven.',
      'the block has more than one row of amounts. Copy one row, with or without the years above it.');
  }
  function geen() { return fout('het blok heeft geen bedragen. Kopieer één rij met bedragen.', 'the block has no amounts. Copy one row of amounts.'); }

  /* Below a row of years: every amount under its own. */
  function onder(jaren, rijen, sleutels) {
    var gevuld = rijen.filter(function (rij) { return rij.some(function (cel, k) { return jaren[k] && cel; }); });
    if (gevuld.length !== 1) return gevuld.length ? meer() : geen();
    var uit = { paren: [], buiten: [] };
    gevuld[0].forEach(function (cel, k) {
      if (sleutels.indexOf(jaren[k]) >= 0) uit.paren.push([jaren[k], cel]);
      else if (typeof gelezen(cel) === 'number') uit.buiten.push(jaren[k] ? jaren[k] + ': ' + cel : cel);
    });
    return uit;
  }
  /* Without years: one after the other from the chosen year on, never from the last year into structural. */
  function vanaf(lijst, sleutels, eerste) {
    while (lijst.length && naam(lijst[0])) lijst = lijst.slice(1);
    if (!lijst.some(Boolean)) return geen();
    if (sleutels.indexOf(jaarVan(lijst[0])) >= 0 || lijst.every(jaarVan)) {
      return fout('‘' + lijst[0] + '’ kan een jaar zijn of een bedrag. Kopieer alleen de bedragen, of de jaren met één rij bedragen eronder.',
        '‘' + lijst[0] + '’ may be a year or an amount. Copy the amounts only, or the years with one row of amounts below them.');
    }
    if (gelezen(lijst[0]) === undefined) {
      return fout('‘' + lijst[0] + '’, waar het blok mee begint, is geen bedrag. Kopieer alleen de bedragen.',
        '‘' + lijst[0] + '’, which the block begins with, is no amount. Copy the amounts only.');
    }
    var plek = sleutels.indexOf(eerste), doelen = sleutels.slice(plek).filter(function (sleutel) { return sleutel === eerste || sleutel !== 'structureel'; });
    return {
      paren: lijst.slice(0, doelen.length).map(function (cel, k) { return [doelen[k], cel]; }),
      buiten: lijst.slice(doelen.length).filter(Boolean)
    };
  }
  /* {paren: [[year, text]], buiten: [text]}, or {fout: sentence}. */
  function geplakt(tekst, sleutels, eerste) {
    var rijen = tekst.replace(/\r/g, '').replace(/\n+$/, '').split('\n').map(function (rij) {
      return rij.split('\t').map(function (cel) { return NUL.test(cel.trim()) ? '0' : cel.trim(); });
    });
    if (rijen.every(function (rij) { return rij.length === 1; })) return vanaf(kantel(rijen)[0], sleutels, eerste);
    rijen = rijen.filter(function (rij) { return rij.some(Boolean); });
    if (rijen.length < 2) return rijen.length ? vanaf(rijen[0], sleutels, eerste) : geen();
    if (rijen.some(function (rij) { return rij.length !== rijen[0].length; })) {
      return fout('de rijen van het blok zijn niet even lang. Kopieer één rij met bedragen.', 'the rows of the block differ in length. Copy one row of amounts.');
    }
    var staand = kantel(rijen), boven = kop(rijen[0]), links = kop(staand[0]);
    if (boven && links) {
      return fout('jaren staan in de eerste rij én in de eerste kolom. Kopieer één rij met bedragen.', 'there are years in the first row and in the first column. Copy one row of amounts.');
    }
    return boven ? onder(boven, rijen.slice(1), sleutels) : links ? onder(links, staand.slice(1), sleutels) : meer();
  }
  dekking.geplakt = geplakt;
})();
