/* Taking a figure along: the picture with its title, unit and stamp; the table with a unit to each row, to a euro. */
(function () {
  var dekking = window.dekking;
  function engels() { return document.documentElement.lang === 'en'; }
  function naam(data, soort) {
    return data.titel.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') + '.' + soort;
  }
  function bewaar(blob, bestand) {
    var link = dekking.maak('a');
    link.href = URL.createObjectURL(blob);
    link.download = bestand;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  /* Lines of at most so many characters: a picture does not wrap. */
  function regels(tekst, lengte) {
    return String(tekst).split(' ').reduce(function (uit, woord) {
      var laatste = uit[uit.length - 1];
      if ((laatste + ' ' + woord).length > lengte) uit.push(woord); else uit[uit.length - 1] = (laatste + ' ' + woord).trim();
      return uit;
    }, ['']).map(ontdaan);
  }
  function plaatje(ident, data, soort) {
    var eigen = structuredClone(data.figuur.layout), rand = eigen.margin, zin = regels((data.zin + ' ' + data.tabel.weggelaten).trim(), 130), stempel = regels(data.stempel, 150);
    var boven = 49 + 17 * zin.length + 15 * stempel.length + rand.t, titel = ['<b>' + regels(data.titel, 90).join('<br>') + '</b>'];
    zin.forEach(function (regel) { titel.push('<span style="font-size:13px">' + regel + '</span>'); });
    stempel.forEach(function (regel) { titel.push('<span style="font-size:11px">' + regel + '</span>'); });
    var layout = Object.assign({}, eigen, {
      margin: Object.assign({}, rand, { l: rand.l + 16, r: rand.r + 24, t: boven, b: 120 }),
      title: { text: titel.join('<br>'), x: 20 / 1000, xanchor: 'left', y: 1 - 18 / (600 + boven), yanchor: 'top', font: { size: 18 } }
    });
    dekking.passend(layout, 1000, 600 + boven, 1);
    return window.Plotly.toImage({ data: data.figuur.data, layout: layout, config: dekking.plotly }, { format: soort, width: 1000, height: 600 + boven, scale: soort === 'png' ? 2 : 1 })
      .then(function (adres) { return soort === 'svg' ? new Blob([decodeURIComponent(adres.split(',').slice(1).join(','))], { type: 'image/svg+xml' }) : uitAdres(adres); })
      .then(function (blob) { bewaar(blob, naam(data, soort)); });
  }
  function uitAdres(adres) {
    var rauw = atob(adres.split(',')[1]), bytes = new Uint8Array(rauw.length);
    for (var i = 0; i < rauw.length; i += 1) bytes[i] = rauw.charCodeAt(i);
    return new Blob([bytes], { type: 'image/png' });
  }
  function ontdaan(tekst) { return String(tekst).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'); }
  /* A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  function veld(waarde) {
    var tekst = waarde == null ? '' : String(waarde);
    if (typeof waarde === 'string' && /^[=+\-@\t\r]/.test(tekst)) tekst = "'" + tekst;
    return /[",;\n]/.test(tekst) ? '"' + tekst.replace(/"/g, '""') + '"' : tekst;
  }
  function csv(data) {
    var en = engels(), tabel = data.tabel;
    function regel(velden) { return velden.map(veld).join(en ? ',' : ';'); }
    function getal(w) { return w == null ? '' : en ? String(w) : String(w).replace('.', ','); }
    var uit = [[data.titel], [tabel.bijschrift], [data.stempel], [], ['', en ? 'unit' : 'eenheid'].concat(tabel.koppen)].map(regel);
    tabel.rijen.forEach(function (rij) { uit.push(regel([rij.label, rij.eenheid]) + (en ? ',' : ';') + rij.waarden.map(getal).join(en ? ',' : ';')); });
    tabel.noten.forEach(function (noot) { uit.push(regel([noot])); });
    bewaar(new Blob(['\ufeff' + uit.join('\r\n') + '\r\n'], { type: 'text/csv;charset=utf-8' }), naam(data, 'csv'));
  }
  document.addEventListener('click', function (gebeurtenis) {
    var knop = gebeurtenis.target.closest && gebeurtenis.target.closest('[data-neem]');
    if (!knop) return;
    var data = document.getElementById(knop.dataset.beeld).dekking;
    if (!data) return;
    if (knop.dataset.neem === 'csv') csv(data);
    else plaatje(knop.dataset.beeld, data, knop.dataset.neem);
  });
})();
