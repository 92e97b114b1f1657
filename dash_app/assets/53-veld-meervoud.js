/* Controls of fields that hold several values: ticks, selections, amounts per year, shares, a span of years. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak;

  function getalvak(id, waarde, veld, klaar) {
    var vak = maak('input', null, 'getalvak');
    vak.type = 'text';
    vak.inputMode = 'decimal';
    vak.id = id;
    vak.autocomplete = 'off';
    d.zet(vak, dekking.reeks.schrijf(waarde, veld.procent, veld.jaar));
    vak.addEventListener('change', function () {
      var nu = dekking.reeks.gelezen(vak.value, veld);
      vak.setAttribute('aria-invalid', nu.fout ? 'true' : 'false');
      if (!nu.fout) d.zet(vak, dekking.reeks.schrijf(nu.getal, veld.procent, veld.jaar));
      klaar(nu.getal, nu.fout);
    });
    return vak;
  }
  /* Boxes to tick, folded under one line that says what is ticked. */
  function vinkjes(id, label, opties, gekozen, meld, leeg, naam, niets) {
    var vak = maak('details', null, 'vinkjes'), kop = maak('summary'), lijst = maak('div', null, 'vinklijst');
    var aan = gekozen == null ? [] : gekozen.slice(), geen = gekozen != null && !gekozen.length && !!leeg;
    function samen() {
      var namen = opties.filter(function (o) { return aan.indexOf(o.waarde) >= 0; }).map(function (o) { return o.tekst; });
      kop.textContent = (label ? label + ': ' : '') + (geen ? leeg : namen.length ? namen.join(', ') : niets || t('niets aangevinkt', 'nothing ticked'));
    }
    function regel(waarde, tekst, aangevinkt, doe) {
      var rij = maak('label', null, 'vink'), vink = maak('input');
      vink.type = 'checkbox';
      vink.id = id + '-v' + lijst.children.length;
      vink.checked = aangevinkt;
      vink.value = waarde;
      vink.addEventListener('change', function () { doe(vink.checked); samen(); meld(geen ? [] : aan.length ? aan.slice() : null); });
      rij.append(vink, maak('span', tekst));
      lijst.appendChild(rij);
      return vink;
    }
    var leegvink = leeg ? regel('', leeg, geen, function (ja) { geen = ja; if (ja) { aan = []; alle.forEach(function (v) { v.checked = false; }); } }) : null;
    var alle = opties.map(function (o) {
      return regel(o.waarde, o.tekst, aan.indexOf(o.waarde) >= 0, function (ja) {
        aan = opties.map(function (a) { return a.waarde; }).filter(function (w) { return w === o.waarde ? ja : aan.indexOf(w) >= 0; });
        if (ja && leegvink) { geen = false; leegvink.checked = false; }
      });
    });
    lijst.setAttribute('role', 'group');
    lijst.setAttribute('aria-label', naam || label);
    samen();
    vak.append(kop, lijst);
    return vak;
  }
  function veel(veld, staat) {
    return vinkjes(staat.id, '', veld.opties, veld.waarde, function (w) { staat.meld(w); }, veld.leeg, veld.label, veld.niets);
  }
  function selectie(veld, staat) {
    var doos = maak('div', null, 'selectie'), waarden = {}, delen = { posten: maak('div'), bronnen: maak('div') };
    veld.criteria.forEach(function (c) { waarden[c.naam] = c.waarde.slice(); });
    var bron = veld.criteria.some(function (c) { return c.bron && c.waarde.length; });
    function meld() {
      var uit = {};
      veld.criteria.forEach(function (c) { if (c.bron === bron && waarden[c.naam].length) uit[c.naam] = waarden[c.naam]; });
      staat.meld(uit);
    }
    function toon() { delen.posten.hidden = bron; delen.bronnen.hidden = !bron; }
    if (veld.bronnen) {
      var keuzes = maak('div', null, 'soortkeuze');
      veld.soorten.forEach(function (tekst, i) {
        var label = maak('label'), knop = maak('input');
        knop.type = 'radio';
        knop.name = staat.id + '-soort';
        knop.id = knop.name + i;
        knop.checked = (i === 1) === bron;
        knop.addEventListener('change', function () { bron = i === 1; toon(); meld(); });
        label.append(knop, maak('span', tekst));
        keuzes.appendChild(label);
      });
      doos.appendChild(keuzes);
    }
    veld.criteria.forEach(function (c) {
      delen[c.bron ? 'bronnen' : 'posten'].appendChild(vinkjes(staat.id + '-' + c.naam, c.label, c.opties, c.waarde, function (w) { waarden[c.naam] = w || []; meld(); }));
    });
    toon();
    doos.append(delen.posten, delen.bronnen);
    return doos;
  }
  function reeks(veld, staat) {
    var deel = dekking.reeks.maak({
      id: staat.id, label: veld.label, jaren: veld.jaren, structureel: veld.structureel, waarde: veld.waarde || {}, standaard: veld.standaard,
      procent: veld.procent, grenzen: veld.grenzen, eenheid: veld.eenheid, meld: function (w) { staat.meld(w, staat.lokaal); }, fout: staat.fout
    });
    staat.merk = deel.merk;
    return deel.el;
  }
  function aandelen(veld, staat) {
    var lijst = maak('div', null, 'aandelen'), waarden = Object.assign({}, veld.waarde), som = maak('p', '', 'hulp');
    function tel() {
      var totaal = Object.keys(waarden).reduce(function (a, k) { return a + waarden[k]; }, 0);
      d.tekst(som, t('Samen ', 'In all ') + dekking.reeks.schrijf(totaal, true) + ' %');
    }
    veld.opties.forEach(function (o) {
      var rij = maak('label', null, 'aandeel');
      var vak = getalvak(staat.id + '-' + o.waarde, waarden[o.waarde], veld, function (w, fout) {
        if (w === null) delete waarden[o.waarde]; else if (w !== undefined) waarden[o.waarde] = w;
        tel();
        staat.meld(fout ? undefined : Object.assign({}, waarden), fout);
      });
      rij.append(maak('span', o.tekst), vak, maak('span', '%', 'eenheid'));
      lijst.appendChild(rij);
    });
    tel();
    lijst.appendChild(som);
    return lijst;
  }
  function span(veld, staat) {
    var doos = maak('div', null, 'span'), vakken = [], nu = Array.isArray(veld.waarde) ? veld.waarde : [null, null];
    veld.labels.forEach(function (tekst, i) {
      var rij = maak('label', null, 'aandeel');
      vakken[i] = getalvak(staat.id + '-' + i, nu[i], { jaar: true }, function (w, fout) {
        if (fout) { staat.meld(undefined, fout); return; }
        nu = nu.slice();
        nu[i] = w;
        staat.meld(nu[0] == null && nu[1] == null ? null : [nu[0] == null ? veld.standaard[0] : nu[0], nu[1] == null ? veld.standaard[1] : nu[1]]);
      });
      vakken[i].placeholder = String(veld.standaard[i]);
      rij.append(maak('span', tekst), vakken[i]);
      doos.appendChild(rij);
    });
    return doos;
  }

  dekking.meervoud = { getalvak: getalvak, veel: veel, selectie: selectie, reeks: reeks, aandelen: aandelen, span: span };
})();
