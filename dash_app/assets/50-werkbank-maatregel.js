/* The form of the chosen measure. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, op = d.op;
  var velden = {}, van = null, sleutel = '', straks = false, oud = null;

  function bouw(vak, form) {
    vak.replaceChildren();
    vak.parentNode.scrollTop = 0;  // another form begins at its head
    if (!form) {
      vak.appendChild(maak('p', t('Kies een maatregel om die te wijzigen, of voeg er een toe.', 'Choose a measure to change it, or add one.'), 'hulp'));
      return;
    }
    var fout = maak('ul', null, 'fouten');
    fout.id = 'wb-formfouten';
    vak.append(maak('h3', '', 'formtitel'), maak('p', form.uitleg, 'zin'), fout);
    form.groepen.forEach(function (groep, i) {
      var houder = maak('div', null, 'velden'), doos = maak(groep.titel && !groep.open ? 'details' : 'div', null, 'groep');
      houder.id = 'wb-groep-' + i;
      if (groep.titel) doos.appendChild(maak(groep.open ? 'h4' : 'summary', groep.titel));
      doos.appendChild(houder);
      vak.appendChild(doos);
    });
  }
  function teken(stand, anew) {
    var vak = op('wb-formulier'), form = stand.formulier, nu = form ? form.sleutel + '/' + form.titel : '';
    var vers = anew || van !== nu || !vak.firstChild, kaart = form && stand.kaarten.filter(function (k) { return k.sleutel === form.sleutel; })[0];
    if (vers) {
      if (oud) dekking.weggelegd.leg_weg(oud.vak, oud.kaart);
      van = nu;
      velden = {};
      bouw(vak, form);
    }
    oud = form && { vak: vak, kaart: kaart };
    sleutel = form ? form.sleutel : '';
    dekking.weggelegd.alleen(stand.kaarten);
    if (form) vul(vak, form, kaart);
    if (form && vers) dekking.weggelegd.haal_terug(kaart);
    if (straks) richt();
  }
  function vul(vak, form, kaart) {
    var alle = {};
    d.tekst(vak.querySelector('.formtitel'), kaart.nummer + '. ' + form.titel + (kaart.naam ? ': ' + kaart.naam : ''));
    function meld(pad, waarde) { dekking.werkbank.doe({ doe: 'veld', sleutel: form.sleutel, pad: pad, waarde: waarde }); }
    form.groepen.forEach(function (groep, i) {
      Object.assign(alle, dekking.formulier.vakwerk(op('wb-groep-' + i), groep.velden, 'v', meld, velden));
    });
    velden = alle;
    op('wb-formfouten').classList.toggle('nog', dekking.formulier.onaf(kaart.fouten));
    d.regels(op('wb-formfouten'), dekking.formulier.fouten(alle, kaart.fouten));
  }
  function richt() {
    var doel = op('wb-formulier').querySelector('input, select, textarea');
    straks = false;
    if (doel) doel.focus();
  }
  /* Goes to the form of a card, now or when it is there. */
  function open(kaart) {
    if (kaart === sleutel) { richt(); return; }
    straks = true;
    dekking.werkbank.doe({ doe: 'kies', sleutel: kaart });
  }
  dekking.maatregel = { teken: teken, open: open, straks: function () { straks = true; } };
})();
