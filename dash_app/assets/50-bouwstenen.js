/* Small parts that the workbench and its forms are built of. */
(function () {
  var dekking = window.dekking, maak = dekking.maak;
  function op(id) { return document.getElementById(id); }
  function knop(doet, teken, naam) {
    var k = maak('button', teken, 'wb-knop');
    k.type = 'button';
    k.dataset.doe = doet;
    if (naam) { k.setAttribute('aria-label', naam); k.title = naam; }
    return k;
  }
  /* A button that can do nothing now stays where the keyboard finds it. */
  function uit(k, nee) { k.setAttribute('aria-disabled', nee ? 'true' : 'false'); }
  function is_uit(k) { return k.getAttribute('aria-disabled') === 'true'; }
  function regels(lijst, teksten) {
    lijst.replaceChildren.apply(lijst, teksten.map(function (zin) { return maak('li', zin); }));
    lijst.hidden = !teksten.length;
  }
  /* The children of a place become these; what stood there already is not moved. */
  function zelfde(houder, elementen) {
    elementen.forEach(function (el, i) { if (houder.children[i] !== el) houder.insertBefore(el, houder.children[i] || null); });
    while (houder.children.length > elementen.length) houder.removeChild(houder.lastChild);
  }

  /* A text box knows what of it the model has: its default value. The browser's own undo ends there. */
  function zet(vak, tekst_) {
    if (vak.value !== vak.defaultValue || vak.value !== tekst_) { vak.value = ''; vak.value = tekst_; }
    vak.defaultValue = tekst_;
  }
  function ongezonden(vak) {
    return !!vak && vak.matches('input:not([type=checkbox], [type=radio]), textarea') && vak.value !== vak.defaultValue;
  }
  /* When what was drawn is on the screen; soon where the screen is not looked at. */
  function na_verf(doe) {
    var nog = true, klok = setTimeout(eens, 200);
    function eens() { clearTimeout(klok); if (nog) { nog = false; doe(); } }
    requestAnimationFrame(function () { setTimeout(eens, 0); });
  }
  dekking.deel = {
    t: dekking.taal.kies, maak: maak, op: op, knop: knop, uit: uit, is_uit: is_uit, tekst: dekking.schrijf, regels: regels, zelfde: zelfde,
    zet: zet, ongezonden: ongezonden, na_verf: na_verf
  };
})();
