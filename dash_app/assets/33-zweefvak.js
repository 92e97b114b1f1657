/* The box beside the mouse: what stands at that year and is not zero, in small lines; the legend has names in full. */
(function () {
  var LANGST = 20;
  /* Names are Plotly's: a character may stand in them as an entity. */
  function kort(naam) {
    var letters = naam.match(/&\w+;|./gu) || [];
    return letters.length > LANGST ? letters.slice(0, LANGST - 1).join('') + '…' : naam;
  }
  function kleur(spoor) { return spoor.type === 'bar' ? spoor.marker.color : (spoor.line || spoor.marker.line).color; }
  function regel(spoor, x) {
    var k = spoor.x.indexOf(x);
    if (!spoor.y[k]) return '';
    return '<span style="color:' + kleur(spoor) + '">' + (spoor.type === 'bar' ? '■' : '●') + '</span> ' + kort(spoor.name) + '  <b>' + spoor.customdata[k] + '</b>';
  }
  /* The traces and axes with which a chart over the years has that box, halfway its height; another chart keeps its own. */
  function zweefvak(sporen, layout) {
    if (layout.hovermode !== 'x') return sporen;
    var heel = sporen.filter(function (spoor) { return spoor.customdata; }), plaatsen = layout.xaxis.tickvals;
    var teksten = plaatsen.map(function (x, k) {
      return ['<b>' + layout.meta[k + 1] + '</b>'].concat(heel.map(function (spoor) { return regel(spoor, x); }).filter(Boolean)).join('<br>');
    });
    layout.yaxis2 = { overlaying: 'y', range: [0, 1], visible: false, fixedrange: true };
    return sporen.map(function (spoor) { return Object.assign({}, spoor, { hoverinfo: 'skip', hovertemplate: '' }); }).concat({
      type: 'scatter', mode: 'markers', marker: { opacity: 0 }, x: plaatsen, y: plaatsen.map(function () { return 0.5; }), yaxis: 'y2', showlegend: false,
      text: teksten, hoverinfo: 'text', hoverlabel: { bgcolor: '#ffffff', bordercolor: '#767676', align: 'left', font: { size: layout.hoverlabel.font.size - 1, color: layout.font.color, family: layout.font.family } }
    });
  }
  window.dekking.zweefvak = zweefvak;
})();
