/* Boxes whose text was refused: the text stands there, the scenario keeps the value that it had. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t;

  function naam(vak) {
    var titel = vak.closest('#wb-formulier') && vak.closest('#wb-formulier').querySelector('.formtitel');
    return (titel ? titel.textContent + ', ' : '') + (vak.getAttribute('aria-label') || vak.labels[0].firstChild.textContent);
  }
  /* One sentence for each; none on a page without boxes. */
  function geweigerd() {
    return Array.prototype.filter.call(document.querySelectorAll('#werkbank .veld [aria-invalid="true"]'), d.ongezonden).map(function (vak) {
      var was = vak.defaultValue || t('leeg', 'empty');
      return t(naam(vak) + ': ‘' + vak.value + '’ is niet verwerkt; hier geldt nog wat er stond (' + was + ').',
        naam(vak) + ': ‘' + vak.value + '’ was not processed; what stood here still holds (' + was + ').');
    });
  }
  dekking.geweigerd = geweigerd;
})();
