/* Key figures and findings of the overview, drawn in place: what stays keeps its element, and so its focus. */
(function () {
  function evenveel(houder, aantal, nieuw) {
    while (houder.children.length > aantal) houder.lastElementChild.remove();
    while (houder.children.length < aantal) houder.appendChild(nieuw());
  }
  var zeg = window.dekking.schrijf;
  function deel(soort, klasse) { var d = document.createElement(soort); d.className = klasse; return d; }
  function kerngetal() {
    var li = deel('li', 'kerngetal');
    li.appendChild(deel('span', 'kernnaam'));
    var waarde = deel('span', 'kernwaarde');
    li.appendChild(waarde);
    li.appendChild(deel('span', 'kerneenheid'));
    li.appendChild(deel('span', 'kernbij'));
    return li;
  }
  function toon(li, getal) {
    zeg(li.children[0], getal.naam);
    zeg(li.children[2], getal.eenheid);
    zeg(li.children[3], getal.bij);
    var knop = li.children[1].firstElementChild;
    if (!getal.over.length) { zeg(li.children[1], getal.waarde); return; }
    if (!knop) {
      knop = deel('button', 'vraag');
      knop.type = 'button';
      li.children[1].replaceChildren(knop);
    }
    zeg(knop, getal.waarde);
    knop.dataset.over = JSON.stringify(getal.over);
    knop.dataset.jaar = getal.jaar;
    knop.setAttribute('aria-label', getal.naam + ': ' + getal.waarde + (getal.eenheid ? ' ' + getal.eenheid : ''));
  }
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.overzicht = {
    vertel: function (data) {
      if (!data) return window.dash_clientside.no_update;
      zeg(document.getElementById('overzicht-over'), data.over);
      var kern = document.getElementById('overzicht-kern');
      evenveel(kern, data.kern.length, kerngetal);
      data.kern.forEach(function (getal, k) { toon(kern.children[k], getal); });
      var lijst = document.getElementById('overzicht-bevindingen');
      evenveel(lijst, data.bevindingen.length, function () { return document.createElement('li'); });
      data.bevindingen.forEach(function (tekst, k) { zeg(lijst.children[k], tekst); });
      document.getElementById('overzicht-opvallend').hidden = !data.bevindingen.length;
      document.getElementById('overzicht-kernvak').hidden = !data.kern.length;
      return 'verteld';
    }
  };
  /* An arrow on a key figure walks to the next one; in a table the table does that itself. */
  document.addEventListener('keydown', function (gebeurtenis) {
    var li = gebeurtenis.target.closest && gebeurtenis.target.closest('.kerngetal');
    if (!li || !/^Arrow/.test(gebeurtenis.key)) return;
    gebeurtenis.stopImmediatePropagation();
    var stap = gebeurtenis.key === 'ArrowRight' || gebeurtenis.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
    for (var buur = li[stap]; buur; buur = buur[stap]) {
      var knop = buur.querySelector('.vraag');
      if (knop) { gebeurtenis.preventDefault(); knop.focus(); return; }
    }
  }, true);
  /* On paper charts are as wide as the page, and not higher than they need be. */
  function teken(papier) {
    document.querySelectorAll('.overzicht .figuur.js-plotly-plot').forEach(function (figuur) {
      if (figuur.offsetParent) window.dekking.teken(figuur, figuur.dekking, papier);
    });
  }
  window.addEventListener('beforeprint', function () { teken({ breedte: 690, hoogte: 240 }); });
  window.addEventListener('afterprint', function () { teken(); });
})();
