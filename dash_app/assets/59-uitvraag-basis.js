/* What the parts of the page Uitvraag share: its words, questions to the server, and lists that fold on a small screen. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, u = dekking.uitvraag = { scherm: null };

  u.deel = function (id) { return document.getElementById(id); };
  u.zeg = function (naam, waarden) {
    var woorden = u.scherm.dekkingWoorden || (u.scherm.dekkingWoorden = JSON.parse(u.scherm.dataset.woorden));
    return (woorden[naam] || naam).replace(/\{(\w+)\}/g, function (heel, sleutel) {
      return waarden && sleutel in waarden ? waarden[sleutel] : heel;
    });
  };
  u.bezig = function (tekst) { var plek = u.deel('uitvraag-bezig'); if (plek && plek.textContent !== tekst) plek.textContent = tekst || ''; };
  u.fout = function (zinnen) {
    var plek = u.deel('uitvraag-fout');
    if (plek) plek.replaceChildren.apply(plek, (zinnen || []).map(function (zin) { return maak('p', zin); }));
  };
  /* An answer, or an error with sentences; without a signal it waits as long as the server works. */
  u.vraag = function (inhoud, signaal) {
    return dekking.vraag('/opgaven', inhoud, signaal || new AbortController().signal).then(function (antwoord) {
      if (antwoord.fouten) throw { zinnen: antwoord.fouten };
      return antwoord;
    }, function (fout) {
      throw { zinnen: [dekking.gemis(fout)], afgebroken: fout.afgebroken };
    });
  };
  u.moment = function (iso) { return dekking.opslaan.moment(iso); };
  u.knop = function (tekst, klasse, doe, naam) {
    var k = maak('button', tekst, klasse || 'knop');
    k.type = 'button';
    if (naam) k.setAttribute('aria-label', naam);
    if (doe) k.addEventListener('click', function () { doe(k); });
    return k;
  };
  u.neem = function (tekst, soort, wat, naam) {
    var k = u.knop(tekst, 'knop klein-link', null, naam);
    k.dataset.opgaveMaak = soort;
    k.dataset.wat = wat;
    return k;
  };
  function cel(soort, wat, kop, getal) {
    var td = maak(soort, wat instanceof Node ? null : wat, getal ? 'getal' : null);
    if (wat instanceof Node) td.append(wat);
    if (kop) td.dataset.kop = kop;
    if (soort === 'th') td.scope = 'row';
    return td;
  }
  /* A list as a table: the first column names its row. Figures stand right from column `getal` on, or in those of a list. */
  u.lijst = function (titel, koppen, rijen, getallen, uitleg) {
    var tabel = maak('table', null, 'lijst'), bijschrift = maak('caption', uitleg || ''), hoofd = maak('thead'), kop = maak('tr'), lichaam = maak('tbody');
    var rechts = function (k) { return (getallen || []).indexOf(k) >= 0; };
    bijschrift.prepend(maak('span', titel + '. ', 'alleen-lezen'));
    koppen.forEach(function (tekst, k) { var th = maak('th', tekst, rechts(k) ? 'getal' : null); th.scope = 'col'; kop.append(th); });
    hoofd.append(kop);
    rijen.forEach(function (rij) {
      var tr = maak('tr');
      rij.forEach(function (wat, k) { tr.append(cel(k ? 'td' : 'th', wat, k ? koppen[k] : '', rechts(k))); });
      lichaam.append(tr);
    });
    tabel.append(bijschrift, hoofd, lichaam);
    var schuif = maak('div', null, 'schuif');
    schuif.tabIndex = 0;
    schuif.setAttribute('role', 'region');
    schuif.setAttribute('aria-label', titel);
    schuif.append(tabel);
    return schuif;
  };
  /* A choice from a list, with its name beside it. */
  u.keuze = function (naam, opties, gekozen, doe) {
    var vak = maak('label', naam + ' '), lijst = maak('select');
    opties.forEach(function (paar) { var optie = maak('option', paar[1]); optie.value = paar[0]; lijst.append(optie); });
    lijst.value = gekozen;
    lijst.addEventListener('change', function () { doe(lijst.value); });
    vak.append(lijst);
    return vak;
  };
  /* What is chosen on this page goes along in a link. */
  u.gekozen = function (naam) { var staat = dekking.staat(); return (staat && staat.keuze && staat.keuze[naam]) || ''; };
  u.kies = function (naam, waarde) {
    var staat = dekking.staat(), keuze = Object.assign({}, staat.keuze);
    if (waarde) keuze[naam] = waarde; else delete keuze[naam];
    dekking.vervang(Object.assign({}, staat, { keuze: keuze }));
  };

  document.addEventListener('click', function (gebeurtenis) {
    var k = gebeurtenis.target.closest && gebeurtenis.target.closest('[data-opgave-maak]');
    if (!k || k.getAttribute('aria-disabled') === 'true') return;
    var klaar = function (tekst, zinnen) {
      k.setAttribute('aria-disabled', 'false');
      if (!k.closest('.soorten')) { u.bezig(tekst); u.fout(zinnen); return; }
      u.deel('uitvraag-maken').textContent = tekst;
      u.deel('uitvraag-maken-fout').replaceChildren.apply(u.deel('uitvraag-maken-fout'), zinnen.map(function (zin) { return maak('p', zin); }));
    };
    klaar(u.zeg('maken'), []);
    k.setAttribute('aria-disabled', 'true');
    u.vraag({ doe: 'maak', soort: k.dataset.opgaveMaak, wat: k.dataset.wat || '' }).then(function (antwoord) {
      if (!u.deel('uitvraag-maken')) return;
      window.dash_clientside.set_props('bestand', { data: antwoord.bestand });
      klaar(u.zeg('klaar', { naam: antwoord.bestand.filename }), []);
    }, function (mis) { if (u.deel('uitvraag-maken')) klaar('', mis.zinnen); });
  });
})();
