/* One department: its files, what was found in them, its sign-off; where they contradict each other stands apart. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, u = dekking.uitvraag, filter = '', MEEST_RIJEN = 200;

  function stuk(titel, inhoud) { var deel = maak('section'); deel.append(maak('h4', titel)); deel.append.apply(deel, inhoud); return deel; }
  function vouw(titel, inhoud) { var deel = maak('details'); deel.append(maak('summary', titel)); deel.append.apply(deel, inhoud); return deel; }
  function punten(teksten) {
    var lijst = maak('ul');
    teksten.forEach(function (tekst) { lijst.append(maak('li', tekst)); });
    return lijst;
  }
  /* Withdrawing is asked about in place; nothing is lost by it. */
  function intrekken(bestand, houder) {
    var vraag = maak('p', u.zeg('trek-in-vraag', { naam: bestand.naam }), 'uitvraag-vraag'), ja = u.knop(u.zeg('ja'), 'knop klein-link', function () { u.doe({ doe: 'trek-in', digest: bestand.digest }); });
    vraag.append(' ', ja, ' ', u.knop(u.zeg('nee'), 'knop klein-link', function () { houder.replaceChildren.apply(houder, houder.dekkingWas); houder.firstChild.focus(); }));
    houder.dekkingWas = Array.from(houder.childNodes);
    houder.replaceChildren(vraag);
    ja.focus();
  }
  u.daden = function (bestand, bevindingen) {
    var houder = maak('span', null, 'uitvraag-daden');
    if (bevindingen) houder.append(u.neem(u.zeg('neem-bevindingen'), 'bevindingen', bestand.digest, u.zeg('neem-bevindingen') + ': ' + bestand.naam), ' ');
    houder.append(u.neem(u.zeg('neem-origineel'), 'origineel', bestand.digest, u.zeg('neem-origineel') + ': ' + bestand.naam), ' ');
    houder.append(u.knop(u.zeg('trek-in'), 'knop klein-link', function () { intrekken(bestand, houder); }, u.zeg('trek-in') + ': ' + bestand.naam));
    return houder;
  };
  function bestanden(data) {
    if (!data.bestanden.length) return [maak('p', u.zeg('geen-bestanden'))];
    var rijen = data.bestanden.map(function (each) {
      var stand = maak('span', each.stand);
      if (each.redenen.length) stand.append(punten(each.redenen));
      return [each.naam, each.van || '', u.moment(each.moment), stand, u.daden(each, true)];
    });
    var koppen = ['bestand', 'van', 'moment', 'status', 'daden'].map(function (naam) { return u.zeg(naam); });
    var delen = [u.lijst(u.zeg('bestanden'), koppen, rijen)];
    if (data.hint) delen.push(maak('p', data.hint, 'uitleg'));
    return delen;
  }

  var ERNSTEN = ['fout', 'waarschuwing', 'vraag', 'uitgelegd'];
  function bevindingen(data) {
    if (!data.bevindingen.length) return [maak('p', u.zeg('geen-bevindingen'))];
    var houder = maak('div', null, 'uitvraag-bevindingen');
    /* What stands nowhere in a column takes no room. */
    var namen = ['cel', 'rij', 'kolom', 'gevonden', 'verwacht', 'herstel', 'uitleg', 'bestand'];
    var gebruikt = namen.map(function (_, k) { return data.bevindingen.some(function (each) { return each.cellen[k]; }); });
    function ingevuld(_, k) { return gebruikt[k]; }
    var koppen = ['ernst'].concat(namen.filter(ingevuld)).map(function (naam) { return u.zeg(naam); });
    function aantal(ernst) { return data.bevindingen.filter(function (each) { return each.ernst === ernst; }).length; }
    function teken(gekozen, alle) {
      filter = gekozen;
      var rijen = data.bevindingen.filter(function (each) { return !gekozen || each.ernst === gekozen; }), deel = alle ? rijen : rijen.slice(0, MEEST_RIJEN);
      houder.replaceChildren(u.lijst(u.zeg('bevindingen', { n: rijen.length }), koppen, deel.map(function (each) {
        return [maak('span', each.woord, 'ernst ' + each.ernst)].concat(each.cellen.filter(ingevuld));
      })));
      if (deel.length < rijen.length) houder.append(u.knop(u.zeg('alles', { n: rijen.length }), 'knop', function () { teken(gekozen, true); houder.firstChild.focus(); }));
    }
    var opties = [['', u.zeg('alles', { n: data.bevindingen.length })]].concat(ERNSTEN.filter(aantal).map(function (ernst) { return [ernst, u.zeg('ernst-' + ernst, { n: aantal(ernst) })]; }));
    var nu = opties.some(function (optie) { return optie[0] === filter; }) ? filter : '', keuze = maak('div', null, 'uitvraag-keuzes');
    keuze.append(u.keuze(u.zeg('toon'), opties, nu, function (gekozen) { teken(gekozen, false); }));
    teken(nu, false);
    return [keuze, houder];
  }

  function geschiedenis(data) {
    var titel = u.zeg('geschiedenis', { n: data.geschiedenis.length });
    var koppen = ['beslist-op', 'rij', 'kolom', 'besluit', 'beslist-wie', 'waarom'].map(function (naam) { return u.zeg(naam); });
    return vouw(titel, [u.lijst(titel, koppen, data.geschiedenis)]);
  }

  /* The department that is chosen; what was open of it stays open. */
  u.teken_departement = function (data, focus) {
    var plek = u.deel('uitvraag-departement'), kop = maak('h3', data.naam), hoofd = maak('div', null, 'beeldhoofd'), daden = maak('div', null, 'uitvraag-daden');
    kop.tabIndex = -1;
    kop.id = 'uitvraag-departement-kop';
    daden.append(u.neem(u.zeg('sjabloon'), 'sjabloon', data.id), ' ', u.knop(u.zeg('sluit'), 'knop klein-link', function () { u.kies('departement', ''); }));
    hoofd.append(kop, daden);
    var delen = [hoofd, stuk(u.zeg('bestanden-kop'), bestanden(data))];
    if (data.conflicten.length) delen.push(u.conflicten(data));
    if (data.overbodig.length) { var over = u.zeg('overbodig', { n: data.overbodig.length }); delen.push(stuk(over, [u.besluiten(data, data.overbodig, over)])); }
    delen.push(stuk(u.zeg('bevindingen', { n: data.bevindingen.length }), bevindingen(data)));
    if (data.aftekening.length) {
      var feiten = maak('dl', null, 'feiten');
      data.aftekening.forEach(function (paar) { var rij = maak('div'); rij.append(maak('dt', paar[0]), maak('dd', paar[1])); feiten.append(rij); });
      delen.push(vouw(u.zeg('aftekening'), [feiten]));
    }
    if (data.geschiedenis.length) delen.push(geschiedenis(data));
    if (data.verwijderd.length) delen.push(vouw(u.zeg('verwijderd', { n: data.verwijderd.length }), [punten(data.verwijderd)]));
    plek.replaceChildren.apply(plek, delen);
    plek.setAttribute('aria-labelledby', kop.id);
    plek.hidden = false;
    if (focus) kop.focus();
  };
})();
