/* Two windows, one scenario: both versions, what differs, and three ways on. */
(function () {
  var o = window.dekking.opslaan = window.dekking.opslaan || {};
  o.keuze = null;

  function kaart(kop, naam, onder, toelichting) {
    var vak = o.maak('div', null, 'keuze-kaart');
    vak.append(o.maak('h4', kop), o.maak('p', naam, 'naam'), o.maak('p', onder, 'wanneer'));
    vak.append(o.maak('p', toelichting || o.zeg('geen-toelichting'), toelichting ? 'toelichting' : 'toelichting leeg'));
    return vak;
  }
  function verschil(gevonden) {
    var meer = o.maak('div', null, 'keuze-verschil'), lijst = o.maak('ul', null, 'verschillen');
    if (gevonden.aantal > 1) {
      meer.append(o.maak('p', o.zeg('tussendoor', { mijn: gevonden.mijne.versie, aantal: gevonden.aantal })));
    }
    gevonden.verschillen.forEach(function (tekst) { lijst.append(o.maak('li', tekst)); });
    meer.append(o.maak('h4', o.zeg('verschillen', { n: gevonden.hunne.nummer })), lijst);
    return meer;
  }
  o.toon_keuze = function (gevonden) {
    var hun = gevonden.hunne, mijn = gevonden.mijne;
    o.keuze = gevonden;
    o.deel('keuze-beide').replaceChildren(
      kaart(o.zeg('de-uwe'), mijn.naam, o.zeg('nog-niet-bewaard', { n: mijn.versie }), mijn.toelichting),
      kaart(o.zeg('versie', { n: hun.nummer }), hun.naam, o.zeg('bewaard-op', { moment: o.moment(hun.moment) }), hun.toelichting),
      verschil(gevonden)
    );
    o.zinnen('keuze-fout', []);
    o.deel('opslaan-formulier').hidden = true;
    o.deel('opslaan-keuze').hidden = false;
    o.opent('opslaan-venster', true);
    setTimeout(function () { o.deel('keuze-kop').focus(); }, 0);
  };
  o.open_hunne = function () {
    var hun = o.keuze.hunne;
    o.vul('keuze-bezig', o.zeg('laden'));
    o.vraag({ doe: 'open', staat: o.staat(), id: hun.id, nummer: hun.nummer }).then(function (antwoord) {
      o.vul('keuze-bezig', '');
      if (antwoord.fouten) return o.mis('keuze', antwoord.fouten);
      o.vervang(antwoord.staat, true);
      o.meld(antwoord.melding);
      o.opent('opslaan-venster', false);
    }, function (fout) { o.vul('keuze-bezig', ''); o.mis('keuze', [o.gemis(fout)]); });
  };
})();
