/* A chart as wide as its place, in letters that grow with the page's: names take two lines where one is too narrow, and
   bars leave room for the figures beside them. A figure is never cut off; a name ends in … where it has no room at all. */
(function () {
  var GEWOON = 16, SMALST = 300, NAMEN = 0.45, CIJFERS = 0.7;  // pixels; shares of the width
  var pen = document.createElement('canvas').getContext('2d');

  function kaal(tekst) { return tekst.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'); }
  /* Pixels that a text takes, its longest line. */
  function breed(tekst, letter) {
    pen.font = (/<b>/.test(tekst) ? 'bold ' : '') + letter.size + 'px ' + letter.family;
    return Math.max.apply(null, tekst.split('<br>').map(function (regel) { return pen.measureText(kaal(regel)).width; }));
  }
  /* A text on at most so many lines of a width. */
  function gevouwen(tekst, ruimte, regels, letter) {
    var past = function (deel) { return breed(deel, letter) <= ruimte; };
    var uit = tekst.split(/ |<br>/).reduce(function (al, woord) {
      var laatste = al[al.length - 1], samen = laatste ? laatste + ' ' + woord : woord;
      return past(samen) || !laatste ? al.slice(0, -1).concat(samen) : al.concat(woord);
    }, ['']);
    var einde = uit.slice(regels - 1).join(' ');
    if (!past(einde)) {
      while (einde && !past(einde + '…')) einde = einde.replace(/(&\w+;|.)$/, '');
      einde = einde.trim() + '…';
    }
    return uit.slice(0, regels - 1).concat(einde).join('<br>');
  }

  /* How much larger letters are than usual; a chart without room for that keeps its figures whole. */
  function maat(breedte) {
    var pagina = parseFloat(getComputedStyle(document.documentElement).fontSize) / GEWOON;
    return Math.min(pagina, Math.max(1, breedte / SMALST));
  }
  function vergroot(deel, keer) {
    Object.keys(deel).forEach(function (naam) {
      var waarde = deel[naam];
      if (/font$/.test(naam) && waarde.size) waarde.size *= keer;
      else if (/^([xy]shift|height)$/.test(naam)) deel[naam] = waarde * keer;
      else if (naam === 'margin') Object.keys(waarde).forEach(function (kant) { waarde[kant] *= keer; });
      else if (waarde && typeof waarde === 'object') vergroot(waarde, keer);
    });
  }
  function letters(layout, eigen) { return { family: layout.font.family, size: eigen.size }; }
  function assen(layout, letter) { return Object.keys(layout).filter(function (naam) { return naam.indexOf(letter + 'axis') === 0; }); }
  function notities(layout, naam) { return layout.annotations.filter(function (notitie) { return notitie.name === naam; }); }

  /* The names of lying bars, and the margin that they take. */
  function namen(layout, breedte, hoogte, keer) {
    var hoog = hoogte - layout.margin.t - layout.margin.b, meest = 0;
    assen(layout, 'y').filter(function (naam) { return layout[naam].ticktext; }).forEach(function (naam) {
      var as = layout[naam], letter = letters(layout, as.tickfont), baan = hoog * (as.domain[1] - as.domain[0]) / as.ticktext.length;
      as.ticktext = as.ticktext.map(function (tekst) { return gevouwen(tekst, NAMEN * breedte, baan < 2.5 * letter.size ? 1 : 2, letter); });
      meest = Math.max.apply(null, [meest].concat(as.ticktext.map(function (tekst) { return breed(tekst, letter); })));
    });
    if (!meest) return;
    layout.margin.l = meest + 12 * keer;
    notities(layout, 'bijschrift').forEach(function (notitie) { notitie.xshift = 2 - layout.margin.l; });
  }
  /* The figures beside lying bars: an axis goes on until the last of them fits. */
  function cijfers(layout, breedte) {
    var ruimte = breedte - layout.margin.l - layout.margin.r;
    assen(layout, 'x').forEach(function (naam) {
      var erbij = notities(layout, 'waarde').filter(function (notitie) { return notitie.xref === naam.replace('axis', ''); });
      if (!erbij.length) return;
      var einden = erbij.map(function (notitie) {
        var letter = letters(layout, notitie.font);
        if (breed(notitie.text, letter) > CIJFERS * ruimte) Object.assign(notitie, { text: notitie.text.replace(' + ', ' +<br>'), align: 'left' });
        return notitie.x / Math.max(0.02, 1 - (breed(notitie.text, letter) + notitie.xshift + 4) / ruimte);
      });
      layout[naam].range = [Math.min.apply(null, einden.concat(0)), Math.max.apply(null, einden) || 1];
    });
  }
  /* The names of steps, each above its bar. */
  function stappen(layout, breedte) {
    notities(layout, 'stap').forEach(function (notitie) {
      var vet = /<b>/.test(notitie.text), tekst = notitie.text.replace(/<\/?b>/g, ''), letter = letters(layout, notitie.font);
      var regels = gevouwen(tekst, (breedte - layout.margin.l - 8) / (vet ? 1.15 : 1), 2, letter);
      notitie.text = vet ? '<b>' + regels + '</b>' : regels;
    });
  }
  /* Fits a layout, of a chart of its own, in a place of so many pixels. */
  function passend(layout, breedte, hoogte, keer) {
    vergroot(layout, keer);
    namen(layout, breedte, hoogte, keer);
    cijfers(layout, breedte);
    stappen(layout, breedte);
  }
  window.dekking = Object.assign(window.dekking || {}, { passend: passend, maat: maat });
})();
