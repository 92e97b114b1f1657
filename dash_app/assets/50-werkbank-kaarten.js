/* The measures of the scenario as cards, in order; focus stays on the button that was used. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, op = d.op, gekozen = '';
  var KNOPPEN = ['bewerk', 'schakel', 'omhoog', 'omlaag', 'kopieer', 'verwijder'];
  var WOORDEN = {
    bewerk: [t('Wijzig', 'Edit'), t('wijzigen', 'edit')], omhoog: ['↑', t('omhoog', 'up')], omlaag: ['↓', t('omlaag', 'down')],
    kopieer: [t('Kopieer', 'Copy'), t('kopiëren', 'copy')], verwijder: ['✕', t('verwijderen', 'remove')]
  };
  function schakelwoorden(aan) { return aan ? [t('Uit', 'Off'), t('uitzetten', 'switch off')] : [t('Aan', 'On'), t('aanzetten', 'switch on')]; }
  function op_kaart(sleutel) { return op('wb-kaarten').querySelector('[data-sleutel="' + sleutel + '"]'); }

  function bouw(sleutel) {
    var el = maak('li', null, 'kaart'), kop = d.knop('kies', ''), regel = maak('div', null, 'wb-regel');
    el.dataset.sleutel = sleutel;
    kop.className = 'kaartkop';
    kop.append(maak('span', '', 'nr'), maak('span', '', 'soortnaam'), maak('span', '', 'eigennaam'), maak('span', '', 'uitgezet'));
    KNOPPEN.forEach(function (wat) { regel.appendChild(d.knop(wat, '')); });
    el.append(kop, maak('p', '', 'kaartzin'), maak('ul', null, 'fouten'), regel);
    return el;
  }
  function vul(el, k, eerste, laatste) {
    var over = t('maatregel ', 'measure ') + k.nummer + (k.naam ? ', ' + k.naam : ''), kop = el.querySelector('.kaartkop');
    function deel(naam) { return el.querySelector('.' + naam); }
    el.classList.toggle('uit', !k.aan);
    el.classList.toggle('gekozen', k.sleutel === gekozen);
    el.classList.toggle('kapot', !dekking.formulier.onaf(k.fouten));
    d.tekst(deel('nr'), k.nummer + '.');
    d.tekst(deel('soortnaam'), k.soort);
    d.tekst(deel('eigennaam'), k.naam);
    d.tekst(deel('uitgezet'), k.aan ? '' : t('uitgezet', 'switched off'));
    d.tekst(deel('kaartzin'), k.zin);
    d.regels(deel('fouten'), k.kort);
    el.querySelectorAll('.wb-knop').forEach(function (knop) {
      var woorden = WOORDEN[knop.dataset.doe] || schakelwoorden(k.aan);
      d.tekst(knop, woorden[0]);
      knop.setAttribute('aria-label', (woorden[0].length > 1 ? woorden[0] : woorden[1]) + ': ' + over);
      knop.title = woorden[1];
    });
    if (k.sleutel === gekozen) kop.setAttribute('aria-current', 'true');
    else kop.removeAttribute('aria-current');
    d.uit(el.querySelector('[data-doe="omhoog"]'), eerste);
    d.uit(el.querySelector('[data-doe="omlaag"]'), laatste);
  }
  /* Which button has the focus; and the same one afterwards, or its neighbour, or the button that adds a measure. */
  function waar(lijst) {
    var actief = document.activeElement, kaart = lijst.contains(actief) && actief.closest('.kaart');
    return kaart ? { sleutel: kaart.dataset.sleutel, doe: actief.dataset.doe, plek: Array.prototype.indexOf.call(lijst.children, kaart) } : null;
  }
  function terug(lijst, was) {
    if (!was || lijst.contains(document.activeElement)) return;
    var kaart = op_kaart(was.sleutel) || lijst.children[Math.min(was.plek, lijst.children.length - 1)];
    (kaart.querySelector('[data-doe="' + was.doe + '"]') || kaart.querySelector('button') || op('wb-balk').querySelector('[data-doe="erbij"]')).focus();
  }
  function teken(stand) {
    var lijst = op('wb-kaarten'), was = waar(lijst);
    gekozen = stand.gekozen;
    var elementen = stand.kaarten.map(function (k, i) {
      var el = op_kaart(k.sleutel) || bouw(k.sleutel);
      vul(el, k, i === 0, i === stand.kaarten.length - 1);
      return el;
    });
    if (!elementen.length) elementen.push(maak('li', t('Nog geen maatregelen: dit scenario is de dataset zelf.', 'No measures yet: this scenario is the dataset itself.'), 'hulp'));
    d.zelfde(lijst, elementen);
    terug(lijst, was);
  }
  /* A card that is new comes in sight; its form stands beside it, or below the last card. */
  function in_zicht(sleutel) { op_kaart(sleutel).scrollIntoView({ block: 'nearest' }); }
  document.addEventListener('click', function (g) {
    var k = g.target.closest && g.target.closest('#wb-kaarten button');
    if (!k || d.is_uit(k)) return;
    var sleutel = k.closest('.kaart').dataset.sleutel, wat = k.dataset.doe, doe = dekking.werkbank.doe;
    if (wat === 'bewerk') dekking.maatregel.open(sleutel);
    else if (wat === 'omhoog' || wat === 'omlaag') doe({ doe: 'verplaats', sleutel: sleutel, stap: wat === 'omhoog' ? -1 : 1 });
    else doe({ doe: wat, sleutel: sleutel });
  });
  dekking.kaarten = { teken: teken, in_zicht: in_zicht };
})();
