/* Parameters: the published value beside the chosen one. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, op = d.op, velden = {};

  function bouw(vak) {
    var tafel = maak('table', null, 'parameters'), hoofd = maak('thead'), kop = maak('tr'), lijst = maak('tbody');
    tafel.appendChild(maak('caption', t('Een gekozen waarde wordt een maatregel; een leeg vak houdt de gepubliceerde waarde. Een waarde per jaar geldt vanaf dat jaar.', 'A chosen value becomes a measure; an empty box keeps the published value. A value per year holds from that year on.')));
    [t('Parameter', 'Parameter'), t('Gepubliceerd of aangenomen', 'Published or assumed'), t('Gekozen', 'Chosen')].forEach(function (w) { var th = maak('th', w); th.scope = 'col'; kop.appendChild(th); });
    hoofd.appendChild(kop);
    tafel.append(hoofd, lijst);
    vak.appendChild(tafel);
    return lijst;
  }
  function rij(p) {
    var regel = maak('tr'), th = maak('th'), td = maak('td'), invul = maak('td'), houder = maak('div'), doos = invul;
    regel.dataset.id = p.id;
    th.scope = 'row';
    th.append(dekking.nederlands(maak('span', p.naam)), maak('span', p.herkomst, 'herkomst'));
    if (p.per_jaar) { doos = maak('details'); doos.appendChild(maak('summary', '')); invul.appendChild(doos); }
    doos.appendChild(houder);
    houder.id = 'wb-p-' + p.id;
    invul.appendChild(maak('p', '', 'veldnoot'));
    (p.gepubliceerd || []).forEach(function (g) {
      var deel = maak('span', g.voor, 'gepubliceerd');
      deel.appendChild(dekking.vraagknop(g.tekst, g.over, g.jaar, p.naam + ' ' + g.voor + g.tekst));
      td.appendChild(deel);
    });
    regel.append(th, td, invul);
    return regel;
  }
  function veld(p) {
    return {
      pad: ['parameter', p.id], label: p.naam, hulp: '', eenheid: p.eenheid, vorm: p.per_jaar ? 'reeks' : 'getal', procent: p.procent,
      jaar: p.jaar, jaren: p.jaren, structureel: '', standaard: p.standaard, grenzen: p.grenzen, waarde: p.per_jaar ? p.waarden : p.waarde
    };
  }
  function kies(pad, waarde) { dekking.werkbank.doe({ doe: 'parameter', parameter: pad[1], waarde: waarde }); }
  function teken(stand, anew) {
    var vak = op('wb-parameters'), lijst = vak.querySelector('tbody') || bouw(vak);
    if (anew) velden = {};
    stand.parameters.forEach(function (p) {
      var regel = lijst.querySelector('[data-id="' + p.id + '"]') || lijst.appendChild(rij(p)), samen = regel.querySelector('summary');
      regel.classList.toggle('gekozen', !!p.kaart);
      d.tekst(regel.querySelector('.veldnoot'), p.noot && t('Let op: ', 'Note: ') + p.noot);
      if (samen) d.tekst(samen, p.kaart ? t('gekozen per jaar', 'chosen per year') : t('per jaar', 'per year'));
      Object.assign(velden, dekking.formulier.vakwerk(op('wb-p-' + p.id), [veld(p)], 'p', kies, velden));
    });
  }
  dekking.parameters = { teken: teken };
})();
