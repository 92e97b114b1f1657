/* Conflicts of a department: a table in which is chosen what must stand there, and one button that keeps all of it. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, u = dekking.uitvraag, door = '', reden = '', MEEST = 20;
  var keuzes = {}; /* what was chosen and is not kept yet, by department and place: {keuze} or {anders} */

  function plek(conflict) { return conflict.regel + ' · ' + conflict.kolom; }
  /* Without what nobody says any more, since a file came or was withdrawn. */
  function gekozen(data) {
    var mijn = keuzes[data.id] || (keuzes[data.id] = {});
    data.conflicten.forEach(function (each) {
      var nu = mijn[each.plek];
      if (nu && 'keuze' in nu && !each.lezingen.some(function (lezing) { return lezing.kan && lezing.keuze === nu.keuze; })) delete mijn[each.plek];
    });
    return mijn;
  }
  /* What one or more say: a value stands out, what was changed in a row that stays does not; and whose words they are. */
  function regels(soort, conflict, lezing) {
    return lezing.zegt.map(function (paar) {
      var deel = maak(soort);
      deel.append(maak(conflict.anders ? 'strong' : 'span', paar[0]), ' — ' + paar[1].join('; '));
      return deel;
    });
  }

  function keus(groep, inhoud, aan, doe) {
    var label = maak('label', null, 'uitvraag-keus'), in_ = maak('input');
    in_.type = 'radio';
    in_.name = groep;
    in_.checked = aan;
    in_.addEventListener('change', doe);
    label.append(in_);
    label.append.apply(label, inhoud);
    return label;
  }
  function anders(conflict, groep, mijn, veranderd) {
    var vak = maak('div', null, 'uitvraag-anders'), nu = mijn[conflict.plek], tekst = maak('input');
    function leg() { mijn[conflict.plek] = { anders: tekst.value }; veranderd(); }
    var label = keus(groep, [u.zeg('anders')], !!nu && 'anders' in nu, leg);
    tekst.value = (nu && nu.anders) || '';
    tekst.setAttribute('aria-label', u.zeg('anders-wat', { plek: plek(conflict) }));
    tekst.addEventListener('input', function () { label.firstChild.checked = true; leg(); });
    vak.append(label, tekst);
    return vak;
  }
  function keuzevak(conflict, k, mijn, veranderd) {
    var vak = maak('fieldset', null, 'uitvraag-keuzevak'), groep = 'conflict-' + k, nu = mijn[conflict.plek];
    vak.append(maak('legend', u.zeg('moet-staan') + ': ' + plek(conflict), 'alleen-lezen'));
    conflict.lezingen.forEach(function (each) {
      var inhoud = regels('span', conflict, each).concat(each.kan ? [] : [maak('span', u.zeg('kan-niet'))]);
      vak.append(keus(groep, inhoud, !!nu && nu.keuze === each.keuze, function () { mijn[conflict.plek] = { keuze: each.keuze }; veranderd(); }));
      vak.lastChild.firstChild.disabled = !each.kan;
    });
    if (conflict.anders) vak.append(anders(conflict, groep, mijn, veranderd));
    return vak;
  }
  function tabel(open, mijn, veranderd) {
    var koppen = ['rij', 'kolom', 'cel', 'gestuurd', 'moet-staan'].map(function (naam) { return u.zeg(naam); });
    return u.lijst(u.zeg('conflicten-open'), koppen, open.map(function (each, k) {
      return [each.regel, each.kolom, each.cel, each.gestuurd, keuzevak(each, k, mijn, veranderd)];
    }));
  }

  /* In whose favour all of them can be filled in, with how many of them it says something of. */
  function partijen(open) {
    var aantal = {};
    open.forEach(function (each) {
      each.lezingen.forEach(function (lezing) { if (lezing.kan) lezing.van.forEach(function (naam) { aantal[naam] = (aantal[naam] || 0) + 1; }); });
    });
    return Object.keys(aantal).map(function (naam) { return [naam, u.zeg('ten-gunste-van', { naam: naam, n: aantal[naam] })]; });
  }
  function volgens(open, mijn, naam) {
    return open.filter(function (each) {
      var lezing = each.lezingen.find(function (een) { return een.kan && een.van.indexOf(naam) >= 0; });
      if (lezing) mijn[each.plek] = { keuze: lezing.keuze };
      return lezing;
    }).length;
  }
  function ten_gunste(open, mijn, teken, melding) {
    var vak = maak('div', null, 'uitvraag-keuzes'), opties = partijen(open), naam = opties[0][0];
    vak.append(u.keuze(u.zeg('ten-gunste'), opties, naam, function (gekozen) { naam = gekozen; }),
      u.knop(u.zeg('vul-in'), 'knop', function () {
        var n = volgens(open, mijn, naam);
        teken(open.length);
        melding.textContent = u.zeg('ingevuld', { n: n, alle: open.length, naam: naam });
      }),
      u.knop(u.zeg('wis-keuzes'), 'knop klein-link', function () {
        Object.keys(mijn).forEach(function (wat) { delete mijn[wat]; });
        teken(open.length);
        melding.textContent = u.zeg('gewist');
      }), melding);
    return vak;
  }

  function veld(naam, waarde, doe) {
    var label = maak('label', naam + ' '), in_ = maak('input');
    in_.value = waarde;
    in_.addEventListener('input', function () { doe(in_.value); });
    label.append(in_);
    return label;
  }
  /* One name and reason for all that was chosen; what is refused says of which place. */
  function vastleggen(data, open, mijn, stand) {
    var vak = maak('div', null, 'uitvraag-besluit'), melding = maak('div', null, 'venster-fout');
    melding.setAttribute('role', 'alert');
    vak.append(veld(u.zeg('door'), door, function (waarde) { door = waarde; }), veld(u.zeg('reden'), reden, function (waarde) { reden = waarde; }),
      stand, u.knop(u.zeg('beslis'), 'knop hoofd', function () {
        var vast = {};
        open.forEach(function (each) { var nu = mijn[each.plek]; if (nu) vast[each.plek] = 'anders' in nu ? nu.anders : nu.keuze; });
        melding.textContent = Object.keys(vast).length ? '' : u.zeg('beslis-kies');
        if (melding.textContent) return;
        u.beslis(data, open, vast, reden, 'vastgelegd', geweigerd(melding));
      }), melding);
    return vak;
  }
  /* Why it was refused, with the way to what others did meanwhile; what was chosen stays chosen. */
  function geweigerd(melding) {
    return function (zinnen) {
      var nu = zinnen.length ? [u.knop(u.zeg('toon-nu'), 'knop klein-link', u.ververs)] : [];
      melding.replaceChildren.apply(melding, zinnen.map(function (zin) { return maak('p', zin); }).concat(nu));
    };
  }
  u.beslis = function (data, lijst, vast, waarom, gezegd, mis) {
    var n = Object.keys(vast).length, mijn = gekozen(data), gezien = {};
    lijst.forEach(function (each) { if (each.plek in vast) gezien[each.plek] = each.gezien; });
    return u.doe({ doe: 'beslis', departement: data.id, keuzes: vast, gezien: gezien, door: door, reden: waarom }, u.zeg(gezegd, { n: n }), mis, function () {
      Object.keys(vast).forEach(function (wat) { delete mijn[wat]; });
    });
  };
  function open_conflicten(data, open) {
    var mijn = gekozen(data), houder = maak('div'), stand = maak('p', '', 'uitleg'), melding = maak('span');
    melding.setAttribute('role', 'status');
    function tel() { stand.textContent = u.zeg('gekozen', { n: open.filter(function (each) { return mijn[each.plek]; }).length, alle: open.length }); }
    function teken(n) {
      houder.replaceChildren(tabel(open.slice(0, n), mijn, tel));
      if (open.length > n) houder.append(u.knop(u.zeg('alles', { n: open.length }), 'knop', function () { teken(open.length); houder.firstChild.focus(); }));
      tel();
    }
    teken(MEEST);
    return [maak('p', u.zeg('conflicten-uitleg', { eenheid: data.eenheid }), 'uitleg'), ten_gunste(open, mijn, teken, melding), houder, vastleggen(data, open, mijn, stand)];
  }

  /* Who takes a decision back says so too; it is recorded under that name. */
  function herroep(data, conflict) {
    var vast = {}, waarom = '', vak = maak('div', null, 'uitvraag-herroep'), mis = maak('div', null, 'venster-fout');
    var knop = u.knop(u.zeg('herroep'), 'knop klein-link', vraag, u.zeg('herroep') + ': ' + plek(conflict));
    vast[conflict.plek] = null;
    mis.setAttribute('role', 'alert');
    function vraag() {
      var naam = veld(u.zeg('herroept'), door, function (waarde) { door = waarde; });
      vak.replaceChildren(naam, veld(u.zeg('reden'), waarom, function (waarde) { waarom = waarde; }),
        u.knop(u.zeg('herroep-ja'), 'knop', function () {
          u.beslis(data, [conflict], vast, waarom, 'herroepen', geweigerd(mis));
        }), u.knop(u.zeg('nee'), 'knop klein-link', function () { vak.replaceChildren(knop); knop.focus(); }), mis);
      naam.lastChild.focus();
    }
    vak.append(knop);
    return vak;
  }
  /* What was decided, with what was said where files still contradict each other. */
  u.besluiten = function (data, lijst, titel) {
    var namen = ['rij', 'kolom'].concat(lijst[0].lezingen ? ['cel', 'gezegd'] : [], ['besluit', 'beslist-door', 'daden']);
    return u.lijst(titel, namen.map(function (naam) { return u.zeg(naam); }), lijst.map(function (each) {
      var gezegd = maak('div'), besluit = each.besluit;
      (each.lezingen || []).forEach(function (lezing) { gezegd.append.apply(gezegd, regels('div', each, lezing)); });
      return [each.regel, each.kolom].concat(each.lezingen ? [each.cel, gezegd] : [], [maak('strong', besluit.tekst),
        [besluit.door, besluit.wanneer, besluit.reden].filter(Boolean).join(', '), besluit.door ? herroep(data, each) : '']);
    }));
  };
  u.conflicten = function (data) {
    var open = data.conflicten.filter(function (each) { return each.open; }), dicht = data.conflicten.filter(function (each) { return !each.open; });
    var deel = maak('section', null, 'uitvraag-conflicten');
    deel.append(maak('h4', u.zeg('conflicten-kop', { open: open.length, beslist: dicht.length })));
    if (open.length) deel.append.apply(deel, open_conflicten(data, open));
    if (dicht.length) deel.append(maak('h5', u.zeg('conflicten-beslist')), u.besluiten(data, dicht, u.zeg('conflicten-beslist')));
    return deel;
  };
})();
