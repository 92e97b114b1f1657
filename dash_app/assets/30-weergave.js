/* Draws a figure in its place: title, sentence, chart and table. What did not change stays as it is. */
(function () {
  function maak(soort, tekst, klasse) {
    var deel = document.createElement(soort);
    if (tekst != null) deel.textContent = tekst;
    if (klasse) deel.className = klasse;
    return deel;
  }
  function rol(vak, naam) { return vak.querySelector('[data-rol="' + naam + '"]'); }
  function zeg(vak, naam, tekst) { var deel = rol(vak, naam); if (deel && deel.textContent !== tekst) deel.textContent = tekst || ''; }

  var instelling = {
    displayModeBar: false, displaylogo: false, showTips: false, plotlyServerURL: '', modeBarButtonsToRemove: ['sendChartToCloud'],
    responsive: true, locale: document.documentElement.lang === 'en' ? 'en' : 'nl'
  };
  /* Years stand upright at any width: in two digits where columns are narrow, every other one where they are narrower. */
  function jaarkoppen(as, ruimte) {
    if (!as || !as.ticktext || ruimte >= 33 * as.ticktext.length) return as;
    var om_en_om = ruimte < 24 * as.ticktext.length;
    return Object.assign({}, as, { tickangle: 0, ticktext: as.ticktext.map(function (tekst, k) {
      return om_en_om && k % 2 && /^\d{4}$/.test(tekst) ? '' : tekst.replace(/^\d\d(?=\d\d$)/, '’');
    }) });
  }
  /* The legend is text below the chart (35-legenda.js), unless the chart has none. */
  function teken(deel, figuur) {
    var rand = figuur.layout.margin || { l: 0, r: 0 }, as = jaarkoppen(figuur.layout.xaxis, deel.clientWidth - rand.l - rand.r);
    deel.dekking = figuur;
    window.Plotly.react(deel, figuur.data, Object.assign({}, figuur.layout, { showlegend: false, xaxis: as }), instelling);
    if (figuur.layout.showlegend !== false) window.dekking.legenda(deel, figuur);
  }
  var straks;
  window.addEventListener('resize', function () {
    clearTimeout(straks);
    straks = setTimeout(function () {
      document.querySelectorAll('.figuur').forEach(function (deel) { if (deel.dekking) teken(deel, deel.dekking); });
    }, 150);
  });
  function beeld(data, ident) {
    var vak = document.getElementById(ident);
    if (!vak || !data) return;
    vak.dekking = data;
    zeg(vak, 'titel', data.titel);
    zeg(vak, 'zin', data.zin);
    zeg(vak, 'stempel', data.stempel);
    var deel = document.getElementById(ident + '-figuur');
    if (deel && data.figuur) {
      deel.setAttribute('aria-label', data.titel + '. ' + data.zin);
      teken(deel, data.figuur);
    }
    var houder = document.getElementById(ident + '-tabel');
    if (houder) window.dekking.tabel(houder, data.tabel, data.titel);
    vak.querySelectorAll('[data-neem]').forEach(function (knop) {
      knop.setAttribute('aria-label', data.titel + ': ' + (document.documentElement.lang === 'en' ? 'download as ' : 'download als ') + knop.textContent);
    });
  }

  /* Taking a figure along: the picture with its title, unit and stamp; the table with all digits. */
  function naam(data, soort) {
    return data.titel.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') + '.' + soort;
  }
  function bewaar(blob, bestand) {
    var link = maak('a');
    link.href = URL.createObjectURL(blob);
    link.download = bestand;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  function plaatje(ident, data, soort) {
    var layout = Object.assign({}, data.figuur.layout, {
      width: 1000, height: 600, margin: { l: 80, r: 30, t: 110, b: 120 },
      title: { text: '<b>' + ontdaan(data.titel) + '</b><br><span style="font-size:13px">' + ontdaan(data.zin) + '</span>', x: 0.02, xanchor: 'left', y: 0.97, yanchor: 'top', font: { size: 18 } },
      annotations: (data.figuur.layout.annotations || []).concat([{
        text: ontdaan(data.stempel), showarrow: false, xref: 'paper', yref: 'paper', x: 0, y: -0.2, xanchor: 'left',
        yanchor: 'top', yshift: -30, font: { size: 10 }
      }])
    });
    return window.Plotly.toImage({ data: data.figuur.data, layout: layout, config: instelling }, { format: soort, width: 1000, height: 600, scale: soort === 'png' ? 2 : 1 })
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
    var nl = document.documentElement.lang !== 'en', scheiding = nl ? ';' : ',';
    function regel(velden) { return velden.map(veld).join(scheiding); }
    function getal(w) { return w == null ? '' : nl ? String(w).replace('.', ',') : String(w); }
    var uit = [regel([data.titel]), regel([data.tabel.eenheid || data.tabel.bijschrift]), regel([data.stempel]), regel([''].concat(data.tabel.koppen))];
    data.tabel.rijen.forEach(function (rij) {
      uit.push([veld(rij.label)].concat(rij.waarden.map(getal).map(function (g) { return /[",;]/.test(g) && scheiding === ',' ? '"' + g + '"' : g; })).join(scheiding));
    });
    data.tabel.noten.forEach(function (noot) { uit.push(regel([noot])); });
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

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.weergave = {
    beeld: function (data) {
      var ident = window.dash_clientside.callback_context.outputs_list.id;
      beeld(data, ident);
      return data ? 'getekend' : window.dash_clientside.no_update;
    }
  };
  window.dekking = Object.assign(window.dekking || {}, { maak: maak, beeld: beeld });
})();
