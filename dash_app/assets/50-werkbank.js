/* The workbench: what an answer brings is drawn in its place. What did not change stays, with focus and scroll. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, op = d.op, scherm = null, nog = {}, oud = '', wacht = false;

  function teken(antwoord) {
    var stand = antwoord.stand, anew = scherm !== op('werkbank');
    scherm = op('werkbank');
    if (!scherm) return;
    var erin = scherm.contains(document.activeElement);
    if (antwoord.nieuw) dekking.maatregel.straks();
    figuren(antwoord.beelden);
    dekking.scenario.teken(stand, anew);
    dekking.balk.teken(anew);
    dekking.kaarten.teken(stand);
    if (antwoord.nieuw) dekking.kaarten.in_zicht(antwoord.nieuw);
    dekking.maatregel.teken(stand, anew);
    dekking.parameters.teken(stand, anew);
    boodschap(stand.boodschap);
    bevindingen(stand.bevindingen);
    if (erin && document.activeElement === document.body) op('wb-balk').querySelector('[data-doe="terug"]').focus();  // its field is gone
  }
  /* What is in sight is drawn at once, the rest when that is on the screen, one at a time. */
  function figuren(beelden) {
    var bezig = tekenend();
    Object.keys(beelden).forEach(function (ident) {
      delete nog[ident];
      if (in_zicht(op(ident))) dekking.beeld(beelden[ident], ident);
      else nog[ident] = beelden[ident];
    });
    if (tekenend() && !bezig) d.na_verf(rest);
  }
  function rest() {
    var ident = Object.keys(nog)[0], beeld = nog[ident];
    delete nog[ident];
    dekking.beeld(beeld, ident);
    if (tekenend()) d.na_verf(rest);
  }
  function in_zicht(el) {
    var plek = el.getBoundingClientRect();
    return plek.top < window.innerHeight && plek.bottom > 0;
  }
  function tekenend() { return Object.keys(nog).length > 0; }
  /* Why the figures are not those of this scenario, and what was typed that is not in them. */
  function boodschap(zin) {
    var weg = wacht && t('Niet bijgewerkt: Dekking antwoordt niet. Kaarten, cijfers en figuren zijn van voor uw laatste wijziging.',
      'Not up to date: Dekking does not answer. Cards, figures and charts are from before your last change.');
    var zinnen = [weg, zin].concat(dekking.geweigerd()).filter(Boolean);
    oud = zin;
    scherm.classList.toggle('verouderd', !!zin || wacht);
    scherm.classList.toggle('wachtend', wacht);
    dekking.inhoud(op('wb-boodschap'), zinnen.map(function (een) { return maak('p', een, 'waarschuwing'); }));
  }
  function bevindingen(gevonden) {
    var houder = op('wb-bevindingen'), lijst = maak('ul', null, 'bevindingen');
    gevonden.forEach(function (b) {
      var regel = maak('li', null, b.letop ? 'letop' : '');
      if (b.letop) regel.appendChild(maak('strong', t('Let op: ', 'Note: ')));
      regel.appendChild(maak('span', b.tekst));
      lijst.appendChild(regel);
    });
    dekking.inhoud(houder, [lijst]);
  }
  /* Whether changes wait for a server that does not answer: the head says so too, on whatever page. */
  function wachtend(ja) {
    if (ja === wacht) return;
    var stand = op('open-stand'), staat = dekking.staat();
    wacht = ja;
    window.dash_clientside.set_props('open-stand', { children: ja || staat.gewijzigd ? stand.dataset.gewijzigd : '' });
    if (scherm && scherm === op('werkbank')) boodschap(oud);
  }
  dekking.werkbank.teken = teken;
  dekking.werkbank.wachtend = wachtend;
  dekking.werkbank.tekenend = tekenend;
  dekking.werkbank.meld_geweigerd = function () { boodschap(oud); };

  function stil(doe) {
    return function () { doe.apply(null, arguments); return window.dash_clientside.no_update; };
  }
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.werkbank = {
    volg: stil(dekking.werkbank.volg), onthoud: stil(dekking.ongedaan.onthoud), soorten: stil(dekking.balk.soorten)
  };
})();
