/* Totals, staff, and lists beside them; what is folded is asked for when it is opened. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, u = dekking.uitvraag, personeel = { tabel: '', kolom: '' };
  var VOUWEN = { 'per-departement': totaal, volledigheid: volledigheid, onvergelijkbaar: lijsten, verschillen: lijsten, aansluiting: lijsten };

  function eenheid() { var staat = dekking.staat(); return staat ? staat.eenheid : 'k'; }
  function open(naam) { var deel = u.deel('uitvraag-vouw-' + naam); return !!deel && deel.open; }

  function totalen() {
    return u.vraag({ doe: 'totalen', eenheid: eenheid() }).then(function (antwoord) {
      if (!u.deel('uitvraag-zinnen')) return;
      Object.keys(antwoord.tabellen).forEach(function (tabel) { dekking.beeld(antwoord.tabellen[tabel], 'uitvraag-totaal-' + tabel); });
      u.deel('uitvraag-kern').hidden = !antwoord.kern.length;
      dekking.kerngetallen(u.deel('uitvraag-kern'), antwoord.kern);
      var lijst = u.deel('uitvraag-zinnen');
      lijst.replaceChildren.apply(lijst, antwoord.zinnen.map(function (zin) { return maak('li', zin); }));
    });
  }
  function totaal() {
    return u.vraag({ doe: 'totaal', eenheid: eenheid(), totaal: u.gekozen('totaal') }).then(function (antwoord) {
      var plek = u.deel('uitvraag-kies-totaal');
      if (!plek) return;
      var delen = antwoord.gekozen.split('/'), welke = ['grootheid', 'soort', 'categorie'], actief = plek.contains(document.activeElement) ? document.activeElement.dataset.welke : '';
      var nu = { grootheid: delen.slice(0, 2).concat('alle', 'alle').join('/'), soort: delen[2], categorie: delen[3] };
      plek.replaceChildren.apply(plek, welke.filter(function (naam) { return antwoord.keuzes[naam].length > 1; }).map(function (naam) {
        var vak = u.keuze(u.zeg(naam), antwoord.keuzes[naam], nu[naam], function (waarde) {
          var anders = naam === 'grootheid' ? waarde : [delen[0], delen[1], naam === 'soort' ? waarde : delen[2], naam === 'categorie' ? waarde : delen[3]].join('/');
          u.kies('totaal', anders);
        });
        vak.lastChild.dataset.welke = naam;
        return vak;
      }));
      if (actief) { var zelfde = plek.querySelector('[data-welke="' + actief + '"]'); if (zelfde) zelfde.focus(); }
      dekking.beeld(antwoord.beeld, 'uitvraag-totaal');
    });
  }
  function staf() {
    return u.vraag(Object.assign({ doe: 'personeel' }, personeel)).then(function (antwoord) {
      var plek = u.deel('uitvraag-kies-personeel');
      if (!plek) return;
      if (!plek.firstChild) {
        plek.append(u.keuze(u.zeg('tabel'), antwoord.keuzes.tabel, antwoord.tabel, function (waarde) { personeel.tabel = waarde; u.probeer(staf()); }),
          u.keuze(u.zeg('jaar'), antwoord.keuzes.kolom, antwoord.kolom, function (waarde) { personeel.kolom = waarde; u.probeer(staf()); }));
      }
      u.deel('uitvraag-personeel-leeg').textContent = antwoord.leeg;
      u.deel('uitvraag-personeel').hidden = !!antwoord.leeg;
      dekking.beeld(antwoord.beeld, 'uitvraag-personeel');
    });
  }
  function volledigheid() {
    return u.vraag({ doe: 'volledigheid' }).then(function (antwoord) {
      Object.keys(antwoord.beelden).forEach(function (tabel) { dekking.beeld(antwoord.beelden[tabel], 'uitvraag-volledig-' + tabel); });
    });
  }
  function lijst(naam, data, getallen, eenheid) {
    var plek = u.deel('uitvraag-' + naam), delen = [];
    if (!plek) return;
    if (data.zin) delen.push(maak('p', data.zin, 'zin'));
    delen.push(data.rijen.length ? u.lijst(plek.closest('details').querySelector('summary').textContent, data.koppen, data.rijen, getallen, eenheid) : maak('p', u.zeg('niets')));
    if (data.rest) delen.push(maak('p', data.rest, 'uitleg'));
    plek.replaceChildren.apply(plek, delen);
  }
  function lijsten() {
    return u.vraag({ doe: 'lijsten' }).then(function (antwoord) {
      lijst('onvergelijkbaar', antwoord.onvergelijkbaar, [3], antwoord.eenheid);
      lijst('verschillen', antwoord.verschillen, [4, 5, 6, 7], antwoord.eenheid);
      lijst('aansluiting', antwoord.aansluiting, [5, 6, 7], antwoord.eenheid);
    });
  }
  /* Drawn anew after every change of the round; what is folded only where it is open. */
  u.teken_totalen = async function () {
    await totalen();
    await staf();
    var gedaan = [];
    for (var naam of Object.keys(VOUWEN)) {
      if (open(naam) && gedaan.indexOf(VOUWEN[naam]) < 0) { gedaan.push(VOUWEN[naam]); await VOUWEN[naam](); }
    }
  };
  u.teken_totaal = function () { return open('per-departement') ? totaal() : Promise.resolve(); };
  document.addEventListener('toggle', function (gebeurtenis) {
    var naam = (gebeurtenis.target.id || '').replace('uitvraag-vouw-', '');
    if (u.scherm && gebeurtenis.target.open && naam !== gebeurtenis.target.id && VOUWEN[naam]) u.probeer(VOUWEN[naam]());
  }, true);
})();
