/* Forms of declared fields: each control with its label, unit, help and what is wrong with it. Drawn once; what did not
   change stays as it is, so that focus and half-typed text stay too. */
(function () {
  var dekking = window.dekking = window.dekking || {};
  function t(nl, en) { return document.documentElement.lang === 'en' ? en : nl; }
  function maak(soort, tekst, klasse) { return dekking.maak(soort, tekst, klasse); }
  function stabiel(w) {
    return JSON.stringify(w === undefined ? null : w, function (_, v) {
      return v && typeof v === 'object' && !Array.isArray(v) ? Object.keys(v).sort().reduce(function (o, k) { o[k] = v[k]; return o; }, {}) : v;
    });
  }
  function kenmerk(veld) {
    var kopie = Object.assign({}, veld);
    delete kopie.waarde;
    if (kopie.criteria) kopie.criteria = kopie.criteria.map(function (c) { return Object.assign({}, c, { waarde: 0 }); });
    return stabiel(kopie);
  }
  function waardeVan(veld) {
    if (!veld.criteria) return stabiel(veld.waarde);
    var uit = {};
    veld.criteria.forEach(function (c) { if (c.waarde.length) uit[c.naam] = c.waarde; });
    return stabiel(uit);
  }

  var MAKERS = {
    tekst: invoer, lang: invoer, datum: invoer, getal: getal, keuze: keuze, vlag: keuze, zoek: zoek, veel: veel,
    selectie: selectie, reeks: reeks, aandelen: aandelen, span: span
  };
  var GROEP = { veel: 1, selectie: 1, reeks: 1, aandelen: 1, span: 1 };

  /* One field: label, control, help, mistakes. `meld(pad, waarde)` is called with every change. */
  function maakVeld(veld, voor, meld, zeg) {
    var id = voor + '-' + veld.pad.join('-'), groep = !!GROEP[veld.vorm];
    var el = maak(groep ? 'fieldset' : 'div', null, 'veld vorm-' + veld.vorm);
    el.dataset.pad = veld.pad.join('.');
    var label = maak(groep ? 'legend' : 'label', veld.label, 'veldlabel');
    if (!groep) label.htmlFor = id;
    if (veld.nodig) label.appendChild(maak('span', ' ' + t('(nodig)', '(needed)'), 'nodig'));
    if (veld.eenheid && groep) label.appendChild(maak('span', ' · ' + veld.eenheid, 'eenheid'));
    var hulp = maak('p', veld.hulp, 'hulp'), fout = maak('p', '', 'veldfout');
    hulp.id = id + '-hulp';
    fout.id = id + '-fout';
    var staat = { id: id, veld: veld, el: el, waarde: waardeVan(veld), kenmerk: kenmerk(veld), lokaal: '' , server: '' };
    function toonFout() {
      var tekst = [staat.lokaal, staat.server].filter(Boolean).join(' ');
      if (fout.textContent !== tekst) fout.textContent = tekst;
      el.classList.toggle('fout', !!tekst);
      if (staat.doel) staat.doel.setAttribute('aria-invalid', tekst ? 'true' : 'false');
    }
    staat.meld = function (waarde, lokaal) {
      staat.lokaal = lokaal || '';
      toonFout();
      if (waarde === undefined) return;
      var tekst = stabiel(waarde);
      if (tekst === staat.waarde) return;
      staat.waarde = tekst;
      meld(veld.pad, waarde);
    };
    staat.zeg = zeg;
    staat.fout = function (tekst) { staat.lokaal = tekst; toonFout(); };
    staat.vanServer = function (tekst) { staat.server = tekst; toonFout(); };
    var deel = MAKERS[veld.vorm](veld, staat);
    (staat.doel || el).setAttribute('aria-describedby', hulp.id + ' ' + fout.id);
    var rij = deel;
    if (!groep && veld.eenheid) {
      rij = maak('div', null, 'met-eenheid');
      rij.append(deel, maak('span', veld.eenheid, 'eenheid'));
    }
    el.append(label, rij, fout, hulp);
    return staat;
  }

  function invoer(veld, staat) {
    var vak = maak(veld.vorm === 'lang' ? 'textarea' : 'input');
    if (veld.vorm === 'lang') vak.rows = 3; else vak.type = veld.vorm === 'datum' && /^(\d{4}-\d\d-\d\d)?$/.test(veld.waarde || '') ? 'date' : 'text';
    vak.id = staat.id;
    vak.value = veld.waarde == null ? '' : String(veld.waarde);
    vak.autocomplete = 'off';
    vak.addEventListener('change', function () { staat.meld(vak.value.trim() || null); });
    staat.doel = vak;
    return vak;
  }
  function getalvak(id, waarde, veld, klaar) {
    var vak = maak('input', null, 'getalvak');
    vak.type = 'text';
    vak.inputMode = 'decimal';
    vak.id = id;
    vak.autocomplete = 'off';
    vak.value = dekking.reeks.schrijf(waarde, veld.procent, veld.jaar);
    vak.addEventListener('change', function () {
      var gelezen = dekking.reeks.lees(vak.value, veld.procent);
      if (gelezen === undefined) { klaar(undefined, dekking.reeks.geenGetal(vak.value)); return; }
      vak.value = dekking.reeks.schrijf(gelezen, veld.procent, veld.jaar);
      klaar(gelezen);
    });
    return vak;
  }
  function getal(veld, staat) {
    staat.doel = getalvak(staat.id, veld.waarde, veld, function (w, fout) { staat.meld(w, fout); });
    return staat.doel;
  }
  function keuze(veld, staat) {
    var vak = maak('select');
    vak.id = staat.id;
    var opties = [{ waarde: '', tekst: veld.nodig ? t('kies…', 'choose…') : t('niet vermeld', 'not stated') }].concat(veld.opties);
    var nu = veld.waarde == null ? '' : String(veld.waarde);
    if (!opties.some(function (o) { return o.waarde === nu; })) opties.push({ waarde: nu, tekst: nu });
    opties.forEach(function (o) {
      var regel = maak('option', o.tekst);
      regel.value = o.waarde;
      vak.appendChild(regel);
    });
    vak.value = nu;
    vak.addEventListener('change', function () {
      var w = vak.value === '' ? null : vak.value;
      staat.meld(veld.vorm === 'vlag' && w !== null ? w === 'true' : w);
    });
    staat.doel = vak;
    return vak;
  }
  function zoek(veld, staat) {
    var lijst = dekking.keuzelijst({
      id: staat.id, label: veld.label, opties: veld.opties, waarde: veld.waarde == null ? null : veld.waarde,
      tekst: function (w) { return typeof w === 'number' ? dekking.reeks.schrijf(w, veld.procent) : String(w); },
      lees: function (tekst) {
        var gelezen = veld.getal ? dekking.reeks.lees(tekst, veld.procent) : undefined;
        return gelezen === undefined ? tekst : gelezen;
      },
      meld: function (w) { staat.meld(w); }
    });
    staat.doel = lijst.invoer;
    staat.vuil = lijst.vuil;
    return lijst.el;
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
      procent: veld.procent, eenheid: veld.eenheid, meld: function (w) { staat.meld(w, staat.lokaal); }, fout: staat.fout, zeg: staat.zeg
    });
    staat.vuil = deel.vuil;
    staat.merk = deel.merk;
    return deel.el;
  }
  function aandelen(veld, staat) {
    var lijst = maak('div', null, 'aandelen'), waarden = Object.assign({}, veld.waarde), som = maak('p', '', 'hulp');
    function tel() {
      var totaal = Object.keys(waarden).reduce(function (a, k) { return a + waarden[k]; }, 0);
      som.textContent = t('Samen ', 'In all ') + dekking.reeks.schrijf(totaal, true) + ' %';
    }
    veld.opties.forEach(function (o) {
      var rij = maak('label', null, 'aandeel');
      var vak = getalvak(staat.id + '-' + o.waarde, waarden[o.waarde], veld, function (w, fout) {
        vak.setAttribute('aria-invalid', fout ? 'true' : 'false');
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

  /* A list of fields in its place: fields that are as they were stay, others are made anew in the same spot. */
  function vakwerk(houder, velden, voor, meld, zeg, oud) {
    var vorige = oud || {}, nieuw = {}, focus = document.activeElement && houder.contains(document.activeElement) ? document.activeElement.id : '';
    var elementen = velden.map(function (veld) {
      var sleutel = veld.pad.join('.'), staat = vorige[sleutel];
      var vuil = staat && staat.vuil && staat.vuil();
      if (!staat || staat.kenmerk !== kenmerk(veld) || (staat.waarde !== waardeVan(veld) && !vuil)) {
        var open = staat ? Array.prototype.map.call(staat.el.querySelectorAll('details'), function (d) { return d.open; }) : [];
        staat = maakVeld(veld, voor, meld, zeg);
        staat.el.querySelectorAll('details').forEach(function (d, i) { d.open = !!open[i]; });
      }
      nieuw[sleutel] = staat;
      return staat.el;
    });
    zelfde(houder, elementen);
    if (focus && document.activeElement.id !== focus) { var doel = document.getElementById(focus); if (doel) doel.focus(); }
    return nieuw;
  }
  function zelfde(houder, elementen) {
    elementen.forEach(function (el, i) { if (houder.children[i] !== el) houder.insertBefore(el, houder.children[i] || null); });
    while (houder.children.length > elementen.length) houder.removeChild(houder.lastChild);
  }
  /* Puts sentences at the fields that they are about; returns those of no field. */
  function fouten(staten, lijst) {
    var per = {}, rest = [];
    lijst.forEach(function (fout) {
      var sleutel = fout.veld;
      while (sleutel && !staten[sleutel]) sleutel = sleutel.indexOf('.') < 0 ? '' : sleutel.slice(0, sleutel.lastIndexOf('.'));
      if (!sleutel) { rest.push(fout); return; }
      per[sleutel] = (per[sleutel] || []).concat(fout.tekst);
    });
    Object.keys(staten).forEach(function (sleutel) { staten[sleutel].vanServer((per[sleutel] || []).join(' ')); });
    lijst.forEach(function (fout) {
      var deel = fout.veld.split('.'), staat = staten[deel[0]];
      if (staat && staat.merk && deel[1]) staat.merk(deel[1], true);
    });
    return rest;
  }
  dekking.formulier = { vakwerk: vakwerk, fouten: fouten, zelfde: zelfde };
})();
