/* Above the cards: undo, redo, and the list of measures that can be added. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, op = d.op;
  var toevoegen = false, soorten = [];

  function balk(anew) {
    var vak = op('wb-balk');
    if (anew) toevoegen = false;
    if (!vak.firstChild) bouw(vak);
    klap(toevoegen, true);
    knoppen();
  }
  function bouw(vak) {
    var terug = d.knop('terug', '↶ ' + t('Ongedaan maken', 'Undo')), vooruit = d.knop('vooruit', '↷ ' + t('Opnieuw', 'Redo'));
    var erbij = d.knop('erbij', '+ ' + t('Maatregel toevoegen', 'Add measure'));
    terug.title = 'Ctrl+Z';
    vooruit.title = 'Ctrl+Y';
    [terug, vooruit].forEach(function (k) { k.addEventListener('click', function () { if (!d.is_uit(k)) dekking.ongedaan.stap(k.dataset.doe); }); });
    erbij.setAttribute('aria-controls', 'wb-soorten');
    erbij.addEventListener('click', function () { klap(!toevoegen); });
    var lijst = maak('ul', null, 'soorten'), gedaan = maak('p', '', 'hulp'), regel = maak('div', null, 'wb-regel');
    lijst.id = 'wb-soorten';
    gedaan.id = 'wb-gedaan';
    gedaan.setAttribute('aria-hidden', 'true');
    regel.append(terug, vooruit, erbij);
    vak.append(regel, lijst, gedaan);
    lijst.addEventListener('keydown', function (g) { if (g.key === 'Escape') { klap(false); erbij.focus(); } });
  }
  function klap(open, stil) {
    toevoegen = open;
    var lijst = op('wb-soorten');
    lijst.hidden = !open;
    op('wb-balk').querySelector('[data-doe="erbij"]').setAttribute('aria-expanded', open ? 'true' : 'false');
    if (open && !lijst.firstChild) lijst.append.apply(lijst, soorten.map(soort));
    if (open && !stil && lijst.firstChild) lijst.querySelector('button').focus();
  }
  function soort(s) {
    var regel = maak('li'), k = d.knop('soort', '');
    k.className = 'soort';
    k.append(maak('strong', s.naam), maak('span', s.tekst));
    k.addEventListener('click', function () { klap(false); dekking.werkbank.doe({ doe: 'voegtoe', soort: s.waarde }); });
    regel.appendChild(k);
    return regel;
  }
  function knoppen() {
    var vak = op('wb-balk');
    if (!vak || !vak.firstChild) return;
    ['terug', 'vooruit'].forEach(function (wat) { d.uit(vak.querySelector('[data-doe="' + wat + '"]'), !dekking.ongedaan.kan(wat)); });
  }
  dekking.balk = { teken: balk, knoppen: knoppen, soorten: function (lijst) { soorten = lijst || []; } };
})();
