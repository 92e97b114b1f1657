/* One field of a form: its control with label, unit, help and what is wrong with it. */
(function () {
  var dekking = window.dekking, d = dekking.deel, t = d.t, maak = d.maak, meer = dekking.meervoud;

  var MAKERS = {
    tekst: invoer, lang: invoer, datum: invoer, getal: getal, keuze: keuze, vlag: keuze, zoek: zoek, veel: meer.veel,
    selectie: meer.selectie, reeks: meer.reeks, aandelen: meer.aandelen, span: meer.span
  };
  var GROEP = { veel: 1, selectie: 1, reeks: 1, aandelen: 1, span: 1 };

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

  /* One field: label, control, help, mistakes. `meld(pad, waarde)` is called with every change. */
  function maakVeld(veld, voor, meld) {
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
      var tekst = staat.lokaal || staat.server;  // what is wrong with a value is no news of what was typed after it
      d.tekst(fout, tekst);
      var nog = !!tekst && !staat.lokaal && staat.nog, mis = !!tekst && !nog;
      el.classList.toggle('nog', nog);
      el.classList.toggle('fout', mis);
      if (staat.doel) staat.doel.setAttribute('aria-invalid', mis ? 'true' : 'false');
      dekking.werkbank.meld_geweigerd();
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
    staat.fout = function (tekst) { staat.lokaal = tekst; toonFout(); };
    /* `nog`: nothing is wrong, something is still to be filled in. */
    staat.vanServer = function (tekst, nog) { staat.server = tekst; staat.nog = nog; toonFout(); };
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
    d.zet(vak, veld.waarde == null ? '' : String(veld.waarde));
    vak.autocomplete = 'off';
    vak.addEventListener('change', function () { d.zet(vak, vak.value); staat.meld(vak.value.trim() || null); });
    staat.doel = vak;
    return vak;
  }
  function getal(veld, staat) {
    staat.doel = meer.getalvak(staat.id, veld.waarde, veld, function (w, fout) { staat.meld(w, fout); });
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
    return lijst.el;
  }

  dekking.veld = { maak: maakVeld, kenmerk: kenmerk, waarde: waardeVan };
})();
