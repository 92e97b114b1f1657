/* The scenario that is open: choosing another, and the fields of its head. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, op = d.op, staten = {}, stand = null;
  function doe(actie) { dekking.werkbank.doe(actie); }

  function bouw(vak) {
    var label = maak('label', t('Geopend scenario', 'Open scenario'), 'veldlabel'), lijst = maak('select');
    var nieuw = d.knop('nieuw', t('Nieuw scenario', 'New scenario')), opnieuw = d.knop('heropen', t('Zoals geopend', 'As opened'));
    lijst.id = 'wb-keuze';
    label.htmlFor = 'wb-keuze';
    lijst.addEventListener('change', function () { if (lijst.value) doe({ doe: 'open', verwijzing: lijst.value }); });
    opnieuw.title = t('Gooi de wijzigingen weg en open dit scenario opnieuw; ongedaan maken kan', 'Drop the changes and open this scenario again; this can be undone');
    opnieuw.addEventListener('click', function () { if (!d.is_uit(opnieuw)) doe({ doe: 'open', verwijzing: stand.verwijzing }); });
    nieuw.addEventListener('click', function () { doe({ doe: 'nieuw' }); });
    var regel = maak('div', null, 'wb-regel'), fout = maak('ul', null, 'fouten');
    regel.append(nieuw, opnieuw);
    fout.id = 'wb-kopfouten';
    var doos = maak('details', null, 'groep'), kop = maak('div', null, 'velden');
    kop.id = 'wb-kop';
    doos.append(maak('summary', t('Naam, geld dat meetelt en meer', 'Name, money that counts and more')), kop);
    vak.append(label, lijst, regel, fout, doos);
  }
  function keuzen(lijst) {
    var kenmerk = JSON.stringify(stand.scenarios);
    if (lijst.dataset.kenmerk !== kenmerk) {
      lijst.dataset.kenmerk = kenmerk;
      lijst.replaceChildren.apply(lijst, stand.scenarios.map(function (s) { var o = maak('option', s.tekst); o.value = s.waarde; return o; }));
    }
    lijst.value = stand.geopend;
  }
  function teken(nu, anew) {
    var vak = op('wb-scenario');
    stand = nu;
    if (anew) staten = {};
    if (!vak.firstChild) bouw(vak);
    keuzen(op('wb-keuze'));
    d.uit(vak.querySelector('[data-doe="heropen"]'), !stand.gewijzigd);
    staten = dekking.formulier.vakwerk(op('wb-kop'), stand.kop, 'kop', function (pad, waarde) { doe({ doe: 'kop', veld: pad[0], waarde: waarde }); }, staten);
    if (stand.kopfouten.some(function (fout) { return fout.veld; })) op('wb-kop').parentNode.open = true;
    d.regels(op('wb-kopfouten'), dekking.formulier.fouten(staten, stand.kopfouten));
  }
  dekking.scenario = { teken: teken };
})();
