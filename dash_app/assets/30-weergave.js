/* Draws a figure in its place: title, sentence, chart and table. What did not change stays as it is. */
(function () {
  function maak(soort, tekst, klasse) {
    var deel = document.createElement(soort);
    if (tekst != null) schrijf(deel, tekst);
    if (klasse) deel.className = klasse;
    return deel;
  }
  /* What a dataset says is Dutch on an English page too. */
  function nederlands(deel) {
    deel.lang = 'nl';
    return deel;
  }
  /* Text is put in its place here; what stands there already stays, so that nothing is read out twice. */
  function schrijf(deel, tekst) {
    var nu = window.dekking.taal.bijeen(tekst);
    if (deel.textContent !== nu) deel.textContent = nu;
  }
  function inhoud(houder, delen) {
    if (houder.textContent !== delen.map(function (deel) { return deel.textContent; }).join('')) houder.replaceChildren.apply(houder, delen);
  }
  function rol(vak, naam) { return vak.querySelector('[data-rol="' + naam + '"]'); }
  function zeg(vak, naam, tekst) { var deel = rol(vak, naam); if (deel) schrijf(deel, tekst || ''); }

  var instelling = {
    displayModeBar: false, displaylogo: false, showTips: false, plotlyServerURL: '', modeBarButtonsToRemove: ['sendChartToCloud'],
    doubleClick: false, locale: document.documentElement.lang === 'en' ? 'en' : 'nl'
  };
  /* Years stand upright at any width: in two digits where columns are narrow, every other one where they are narrower. */
  function jaarkoppen(as, ruimte) {
    if (!as || !as.ticktext || ruimte >= 33 * as.ticktext.length) return as;
    var om_en_om = ruimte < 24 * as.ticktext.length;
    return Object.assign({}, as, { tickangle: 0, ticktext: as.ticktext.map(function (tekst, k) {
      return om_en_om && k % 2 && /^\d{4}$/.test(tekst) ? '' : tekst.replace(/^\d\d(?=\d\d$)/, '’');
    }) });
  }
  /* What was zoomed stays over every change, until a double click or axes that measure something else. */
  function volg_zoom(deel) {
    deel.zoom = {};
    deel.on('plotly_relayout', function (wat) {
      Object.keys(wat).forEach(function (sleutel) {
        var naam = (/^([xy]axis\d*)\.range/.exec(sleutel) || [])[1];
        if (naam) deel.zoom[naam] = deel.layout[naam].range.slice();
      });
    });
    deel.on('plotly_doubleclick', function () { deel.zoom = {}; teken(deel, deel.dekking); });
  }
  /* The legend is text below the chart (35-legenda.js), unless the chart has none. Plotly writes in a layout: it gets a copy.
     On paper the place is as large as `papier` says. */
  function teken(deel, figuur, papier) {
    var breedte = papier ? papier.breedte : deel.clientWidth, hoogte = papier ? papier.hoogte : deel.clientHeight;
    var layout = structuredClone(figuur.layout), keer = window.dekking.maat(breedte), rand = layout.margin;
    if (deel.dekking && JSON.stringify(deel.dekking.layout.meta) !== JSON.stringify(layout.meta)) deel.zoom = {};
    deel.dekking = figuur;
    layout.showlegend = false;
    window.dekking.passend(layout, breedte, hoogte, keer);
    Object.assign(layout, { width: breedte, height: layout.height || hoogte });
    layout.xaxis = jaarkoppen(layout.xaxis, (breedte - rand.l - rand.r) / keer);
    Object.keys(deel.zoom || {}).forEach(function (naam) { Object.assign(layout[naam], { range: deel.zoom[naam].slice(), autorange: false }); });
    window.Plotly.react(deel, window.dekking.zweefvak(figuur.data, layout), layout, instelling);
    if (!deel.zoom) volg_zoom(deel);
    if (figuur.layout.showlegend !== false) window.dekking.legenda(deel, figuur);
    kijker.observe(deel);
    deel.plaats = plaats(deel);
  }
  /* A chart is drawn anew where its place or the letters of the page have another size. */
  function plaats(deel) { return [deel.clientWidth, deel.clientHeight, letter.clientWidth].join(); }
  var straks, letter = document.body.appendChild(maak('div', null, 'lettermaat')), kijker = new ResizeObserver(function () {
    clearTimeout(straks);
    straks = setTimeout(function () {
      if (!window.matchMedia('print').matches) document.querySelectorAll('.figuur').forEach(function (deel) {
        if (deel.dekking && deel.clientWidth && deel.plaats !== plaats(deel)) teken(deel, deel.dekking);
      });
    }, 150);
  });
  kijker.observe(letter);
  function beeld(data, ident) {
    var vak = document.getElementById(ident);
    if (!vak || !data) return;
    vak.dekking = data;
    vak.dataset.getekend = 'ja';
    zeg(vak, 'titel', data.titel);
    zeg(vak, 'zin', data.zin);
    zeg(vak, 'jarennoot', data.jarennoot);
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

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.weergave = {
    beeld: function (data) {
      var ident = window.dash_clientside.callback_context.outputs_list.id;
      beeld(data, ident);
      return data ? 'getekend' : window.dash_clientside.no_update;
    }
  };
  window.dekking = Object.assign(window.dekking || {}, { maak: maak, nederlands: nederlands, schrijf: schrijf, inhoud: inhoud, beeld: beeld, teken: teken, plotly: instelling });
})();
