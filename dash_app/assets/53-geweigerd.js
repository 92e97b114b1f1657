/* Boxes whose text was refused: the text stands there, the scenario keeps the value that it had. It goes and comes with the
   form of its measure. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, elders = {};

  function naam(vak) {
    var titel = vak.closest('#wb-formulier') && vak.closest('#wb-formulier').querySelector('.formtitel');
    return (titel ? titel.textContent + ', ' : '') + (vak.getAttribute('aria-label') || vak.labels[0].firstChild.textContent);
  }
  function zin(vak) {
    var was = vak.defaultValue || t('leeg', 'empty');
    return t(naam(vak) + ': ‘' + vak.value + '’ is niet verwerkt; hier geldt nog wat er stond (' + was + ').',
      naam(vak) + ': ‘' + vak.value + '’ was not processed; what stood here still holds (' + was + ').');
  }
  function vakken(houder) { return Array.prototype.filter.call(houder.querySelectorAll('.veld [aria-invalid="true"]'), d.ongezonden); }
  /* One sentence for each, of forms that are not open too; none on a page without boxes. */
  function geweigerd() {
    if (!d.op('werkbank')) return [];
    return Object.keys(elders).reduce(function (zinnen, sleutel) {
      return zinnen.concat(elders[sleutel].vakken.map(function (vak) { return vak.zin; }));
    }, vakken(d.op('werkbank')).map(zin));
  }
  function van(kaart) { return kaart.soort + ' ' + kaart.naam; }
  /* The form of a measure goes: what was refused in it is kept. */
  function leg_weg(formulier, kaart) {
    var vast = vakken(formulier).map(function (vak) { return { id: vak.id, tekst: vak.value, was: vak.defaultValue, zin: zin(vak) }; });
    if (vast.length) elders[kaart.sleutel] = { van: van(kaart), vakken: vast };
  }
  /* It is there again: each text in its box, unless that has another value by now. */
  function haal_terug(kaart) {
    var vast = elders[kaart.sleutel] || { vakken: [] };
    delete elders[kaart.sleutel];
    vast.vakken.forEach(function (was) {
      var vak = d.op(was.id);
      if (!vak || vak.defaultValue !== was.was) return;
      vak.value = was.tekst;
      vak.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
  /* A measure that is gone takes along what was refused in it. */
  function alleen(kaarten) {
    Object.keys(elders).forEach(function (sleutel) {
      if (!kaarten.some(function (kaart) { return kaart.sleutel === sleutel && van(kaart) === elders[sleutel].van; })) delete elders[sleutel];
    });
  }
  dekking.geweigerd = geweigerd;
  dekking.weggelegd = { leg_weg: leg_weg, haal_terug: haal_terug, alleen: alleen };
})();
