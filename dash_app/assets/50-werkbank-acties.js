/* What a person does on the workbench goes to the server, one action at a time and in order. Nothing is dropped: what was
   not answered is offered again until it is, and the page says so. */
(function () {
  var dekking = window.dekking, t = dekking.deel.t, op = dekking.deel.op;
  var ADRES = '/werkbank/acties', GEDULD = 15000, TRAAG = 3000, LANGST = 5000;
  var rij = [], onderweg = false, vergeefs = 0, opnieuw = null, tegen = null, wachtend = [], geweigerd = '';
  var getoond = {};  // what was drawn last: on which page, of which state, compared with what, its mark, the last work that computed

  function doe(actie) {
    var vorige = rij[rij.length - 1];
    if (vorige && !(onderweg && rij.length === 1) && plek(vorige) && plek(vorige) === plek(actie)) rij.pop();
    rij.push(actie);
    dekking.wachtrij.bewaar(rij);
    stuur();
    wacht_op();
  }
  /* Of two values for one field only the last is sent. */
  function plek(actie) {
    if (['veld', 'kop', 'parameter', 'toon'].indexOf(actie.doe) < 0) return '';
    return JSON.stringify([actie.doe, actie.sleutel, actie.pad, actie.veld, actie.parameter]);
  }
  function stuur() {
    if (onderweg) return;
    clearTimeout(opnieuw);
    if (!rij.length) { dekking.opslaan.verwerkt(); gestild(); return; }
    var actie = dekking.ongedaan.inhoud(rij[0]) || (rij[0] = { doe: 'toon' });  // a step back where there is none left
    var staat = actie.staat || dekking.staat(), wacht = new AbortController();
    var traag = setTimeout(traagheid, TRAAG), einde = setTimeout(function () { wacht.abort(); }, GEDULD);
    function klaar() { onderweg = false; clearTimeout(traag); clearTimeout(einde); }
    onderweg = true;
    wacht_op();
    dekking.vraag(ADRES, {
      doe: actie.doe === 'toon' ? 'toon' : 'actie', actie: Object.assign({}, actie, { staat: null }), staat: staat, tegen: tegen,
      afdruk: getoond.scherm === op('werkbank') ? getoond.afdruk : null, goed: getoond.goed
    }, wacht.signal).then(function (antwoord) { klaar(); beantwoord(antwoord, staat); }, function (fout) { klaar(); gemist(fout); });
  }
  function anders(een, ander) { return een !== ander && JSON.stringify(een) !== JSON.stringify(ander); }

  /* Drawn first; what follows the state elsewhere on the page comes after that. */
  function beantwoord(antwoord, staat) {
    var actie = rij[0];
    vergeefs = 0;
    if (actie.doe !== 'toon') geweigerd = '';
    meld(geweigerd);
    if (elders(staat)) { stuur(); return; }
    if (antwoord.fouten) { rij.shift(); zeg(antwoord.fouten.join(' ')); doe({ doe: 'toon' }); return; }
    if (antwoord.zegt) zeg(antwoord.zegt);
    if (rij.length > 1) { neem(actie, antwoord, staat); return; }
    Object.assign(getoond, { scherm: op('werkbank'), afdruk: antwoord.afdruk, goed: antwoord.goed });
    onderweg = true;
    try { dekking.werkbank.teken(antwoord); } finally {  // also where it cannot be drawn, the change was made
      dekking.deel.na_verf(function () { onderweg = false; if (elders(staat)) stuur(); else neem(actie, antwoord, staat); });
    }
  }
  /* Whether another place changed the state meanwhile: then the action is offered again, on what it is now. */
  function elders(staat) { return rij[0].doe !== 'toon' && anders(dekking.staat(), staat); }
  function neem(actie, antwoord, staat) {
    rij.shift();
    getoond.staat = antwoord.staat || staat;
    getoond.tegen = tegen;
    dekking.ongedaan.na(actie, antwoord, staat);
    if (antwoord.staat) {
      rij.forEach(function (volgende) { delete volgende.staat; });
      dekking.vervang(antwoord.staat);
    }
    dekking.wachtrij.bewaar(rij);
    stuur();
  }
  /* No answer: the same action is offered again. An action that is refused would be refused again. */
  function gemist(fout) {
    if (fout.code && (fout.code < 500 || fout.code === 500)) {
      var actie = rij.shift();
      vergeefs = 0;
      if (actie.doe !== 'toon') rij.unshift({ doe: 'toon' });
      dekking.wachtrij.bewaar(rij);
      toon_gedaan('');
      geweigerd = t('Niet verwerkt (code ' + fout.code + '): Dekking kon deze wijziging niet aan; het scenario is zoals daarvoor.',
        'Not processed (code ' + fout.code + '): Dekking could not deal with this change; the scenario is as it was before.');
      meld(geweigerd);
      stuur();
      return;
    }
    vergeefs += 1;
    if (fout.afgebroken) traagheid(); else meld();
    gestild();
    opnieuw = setTimeout(stuur, Math.min(1000 * vergeefs, LANGST));
  }

  /* ---- what is said ---- */
  function aantal() { return rij.filter(function (actie) { return actie.doe !== 'toon' && actie.doe !== 'kies'; }).length; }
  function uwe() {
    var n = aantal();
    if (!n) return '';
    return n === 1 ? t('Uw wijziging wordt opnieuw aangeboden.', 'Your change is offered again.')
      : t('Uw ' + n + ' wijzigingen worden opnieuw aangeboden, in volgorde.', 'Your ' + n + ' changes are offered again, in order.');
  }
  /* Said in a line that stays until the server answers, on whatever page. */
  function meld(tekst) {
    dekking.verbinding.zegt('wachtrij', tekst == null, tekst == null ? uwe() : tekst);
    dekking.werkbank.wachtend(tekst == null && aantal() > 0);
  }
  /* Who changed nothing waits for the page only. */
  function traagheid() { if (aantal()) meld(); else meld(dekking.verbinding.laden); }
  function zeg(tekst) {
    var regel = op('werkbank-zegt');
    if (!regel) return;
    regel.textContent = '';
    setTimeout(function () { dekking.schrijf(regel, tekst); }, 20);
    toon_gedaan(tekst);
  }
  function toon_gedaan(tekst) { if (op('wb-gedaan')) dekking.schrijf(op('wb-gedaan'), tekst); }
  /* What was done last is no news of what is still under way. */
  function wacht_op() { if (aantal()) toon_gedaan(t('Wacht op de server…', 'Waiting for the server…')); }
  /* Does something once what was typed has been processed; at once where nobody answers. */
  function straks(wat) {
    var actief = document.activeElement;
    if (op('werkbank') && dekking.deel.ongezonden(actief)) actief.dispatchEvent(new Event('change', { bubbles: true }));
    wachtend.push(wat);
    if (!rij.length || vergeefs) gestild();
  }
  function gestild() { wachtend.splice(0).forEach(function (wat) { wat(); }); }
  function onverwerkt() {
    if (!aantal()) return '';
    return t('Nog niet bewaard: een wijziging in de Werkbank is nog niet verwerkt. Bewaar opnieuw zodra Dekking weer antwoordt.',
      'Not saved yet: a change on the workbench was not processed yet. Save again as soon as Dekking answers.');
  }
  window.addEventListener('beforeunload', function (gebeurtenis) {
    if (!aantal() && !(op('werkbank') && dekking.deel.ongezonden(document.activeElement))) return;
    gebeurtenis.preventDefault();
    gebeurtenis.returnValue = '';
  });

  dekking.werkbank = {
    doe: doe, zeg: zeg, onverwerkt: onverwerkt, straks: straks,
    rustig: function () { return !rij.length && !dekking.werkbank.tekenend(); },
    /* Another place changed the state, another comparison was chosen, or the page came anew. */
    volg: function (staat, keuze) {
      tegen = keuze;
      if (!staat || (getoond.scherm === op('werkbank') && getoond.tegen === keuze && !anders(getoond.staat, staat))) return;
      doe({ doe: 'toon', staat: staat });
    }
  };
})();
