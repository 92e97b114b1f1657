/* Actions that the server did not answer outlive a reload of this window: they are offered again on the same scenario. */
(function () {
  var dekking = window.dekking, PLEK = 'dekking-wachtrij', begonnen = false;

  /* Plain data as a text that does not depend on the order of names. */
  function vast(data) {
    return JSON.stringify(data, function (naam, waarde) {
      if (!waarde || typeof waarde !== 'object' || Array.isArray(waarde)) return waarde;
      return Object.keys(waarde).sort().reduce(function (zelfde, sleutel) { zelfde[sleutel] = waarde[sleutel]; return zelfde; }, {});
    });
  }
  function bij(staat) { return vast([staat.verwijzing, staat.werk]); }
  function bewaar(rij) {
    var staat = dekking.staat(), acties = rij.filter(function (actie) { return actie.doe !== 'toon' && actie.doe !== 'kies'; });
    if (!staat || !begonnen) return;
    if (!acties.length) { sessionStorage.removeItem(PLEK); return; }
    var eerste = dekking.ongedaan.inhoud(acties[0]) || acties[0];  // of a step back, the work it brings: history does not outlive
    sessionStorage.setItem(PLEK, JSON.stringify({ bij: bij(staat), acties: [eerste].concat(acties.slice(1)) }));
  }
  /* Once, when the window knows its scenario. */
  function hervat(staat) {
    if (begonnen || !staat) return;
    begonnen = true;
    var bewaard = JSON.parse(sessionStorage.getItem(PLEK) || 'null');
    sessionStorage.removeItem(PLEK);
    if (bewaard && bewaard.bij === bij(staat)) bewaard.acties.forEach(dekking.werkbank.doe);
  }
  dekking.wachtrij = { bewaar: bewaar, hervat: hervat };
})();
