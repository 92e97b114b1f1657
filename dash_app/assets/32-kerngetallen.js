/* Key figures, drawn in place: what stays keeps its element, and so its focus. */
(function () {
  var dekking = window.dekking, zeg = dekking.schrijf;
  /* As many children as there are things to show. */
  dekking.evenveel = function (houder, aantal, nieuw) {
    while (houder.children.length > aantal) houder.lastElementChild.remove();
    while (houder.children.length < aantal) houder.appendChild(nieuw());
  };
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
  dekking.kerngetallen = function (lijst, getallen) {
    dekking.evenveel(lijst, getallen.length, kerngetal);
    getallen.forEach(function (getal, k) { toon(lijst.children[k], getal); });
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
})();
