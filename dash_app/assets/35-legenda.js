/* The legend of a chart stands below it as text, so that the chart keeps its height: names in full, wrapping as words
   do. A picture that is taken along has Plotly's own legend. */
(function () {
  var SVG = 'http://www.w3.org/2000/svg';
  var STREKEN = {
    '/': 'M-2 12L12 -2M3 17L17 3', '\\': 'M-2 0L12 14M3 -5L17 9', '-': 'M0 3.5H14M0 8.5H14', '|': 'M4.5 0V12M9.5 0V12',
    x: 'M-2 12L12 -2M3 17L17 3M-2 0L12 14M3 -5L17 9', '+': 'M0 6H14M7 0V12', '.': 'M3 4h2v2h-2zM9 4h2v2h-2zM6 8h2v2h-2z'
  };
  function vorm(soort, kenmerken) {
    var deel = document.createElementNS(SVG, soort);
    Object.keys(kenmerken).forEach(function (naam) { deel.setAttribute(naam, kenmerken[naam]); });
    return deel;
  }
  function monster(spoor) {
    var svg = vorm('svg', { width: 18, height: 12, viewBox: '0 0 14 12', 'aria-hidden': 'true', focusable: 'false' });
    var vulling = spoor.marker || {}, streep = spoor.line || {};
    if (spoor.mode === 'markers') {
      svg.appendChild(vorm('path', { d: 'M7 1.5L12 10.5H2Z', stroke: vulling.line.color, 'stroke-width': 1.5, fill: vulling.color }));
      return svg;
    }
    if (spoor.type !== 'bar') {
      var stippel = { dash: '4 3', dot: '1.5 2.5', dashdot: '5 2 1.5 2', longdash: '7 3' }[streep.dash] || '';
      svg.appendChild(vorm('path', { d: 'M0 6H14', stroke: streep.color || '#1c2733', 'stroke-width': 2, 'stroke-dasharray': stippel }));
      return svg;
    }
    var patroon = vulling.pattern || {}, leeg = patroon.fillmode === 'replace';
    var kleur = typeof vulling.color === 'string' ? vulling.color : '#767676', rand = vulling.line || {};
    svg.appendChild(vorm('rect', { x: 0.5, y: 0.5, width: 13, height: 11, fill: leeg ? patroon.bgcolor || '#fff' : kleur, stroke: leeg ? kleur : 'none' }));
    if (STREKEN[patroon.shape]) {
      svg.appendChild(vorm('path', {
        d: STREKEN[patroon.shape], stroke: patroon.fgcolor || '#fff', 'stroke-width': 1.2,
        'stroke-opacity': patroon.fgopacity == null ? 1 : patroon.fgopacity, fill: 'none'
      }));
    }
    return svg;
  }
  /* Names are Plotly's: a few characters stand in them as entities. */
  function leesbaar(naam) { return naam.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'); }
  function legenda(deel, figuur) {
    var lijst = deel.nextElementSibling;
    if (!lijst || !lijst.classList.contains('legenda')) {
      lijst = document.createElement('ul');
      lijst.className = 'legenda';
      deel.after(lijst);
    }
    lijst.replaceChildren.apply(lijst, figuur.data.filter(function (spoor) { return spoor.name && spoor.showlegend !== false; }).map(function (spoor) {
      var regel = document.createElement('li');
      regel.appendChild(monster(spoor));
      regel.appendChild(document.createTextNode(leesbaar(spoor.name)));
      return regel;
    }));
  }
  window.dekking.legenda = legenda;
})();
