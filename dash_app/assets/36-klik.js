/* A click on a bar or point of a chart asks what its cell in the table asks; who uses a keyboard has the table. */
(function () {
  var begin = null, STIL = 4, ROND = 5;

  /* The point under the mouse, the one drawn last where they overlap; points of a line are larger than they are drawn. */
  function punt(figuur, x, y) {
    var gevonden = null;
    figuur.querySelectorAll('.barlayer .point, .scatterlayer .point').forEach(function (el) {
      var vak = el.getBoundingClientRect(), rand = el.closest('.scatterlayer') ? ROND : 0;
      var raak = x >= vak.left - rand && x <= vak.right + rand && y >= vak.top - rand && y <= vak.bottom + rand;
      if (raak && el.__data__ && /^\[/.test(el.__data__.id || '')) gevonden = JSON.parse(el.__data__.id);
    });
    return gevonden;
  }
  /* Where the focus goes when the panel closes: the cell in the table, or what opens the table. */
  function cel(vak, over, jaar) {
    var zelfde = function (knop) { return knop.offsetParent && knop.dataset.over === over && Number(knop.dataset.jaar) === jaar; };
    return Array.prototype.find.call(vak.querySelectorAll('.vraag'), zelfde) || vak.querySelector('summary');
  }
  function vraag(figuur, gevonden) {
    var vak = figuur.closest('.beeld'), jaren = vak && vak.dekking ? vak.dekking.tabel.jaren : [];
    var jaar = jaren[gevonden[1] < 0 ? jaren.length + gevonden[1] : gevonden[1]];
    if (!gevonden[0].length || jaar == null) return;
    window.dekking.terug = cel(vak, JSON.stringify(gevonden[0]), jaar);
    window.dash_clientside.set_props('gevraagd', { data: { over: gevonden[0], jaar: jaar, nummer: Date.now() } });
  }
  document.addEventListener('pointerdown', function (gebeurtenis) {
    var figuur = gebeurtenis.button === 0 && gebeurtenis.target.closest && gebeurtenis.target.closest('.figuur');
    begin = figuur ? { figuur: figuur, x: gebeurtenis.clientX, y: gebeurtenis.clientY } : null;
  }, true);
  document.addEventListener('pointerup', function (gebeurtenis) {
    var was = begin;
    begin = null;
    if (!was || Math.abs(gebeurtenis.clientX - was.x) > STIL || Math.abs(gebeurtenis.clientY - was.y) > STIL) return;
    var gevonden = punt(was.figuur, was.x, was.y);
    if (gevonden) vraag(was.figuur, gevonden);
  }, true);
})();
