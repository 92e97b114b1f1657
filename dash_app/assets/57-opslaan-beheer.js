/* What can be done with versions: open, restore, rename, archive. */
(function () {
  var o = window.dekking.opslaan = window.dekking.opslaan || {};

  function stuur(inhoud, ongedaan) {
    if (o.bezig()) return Promise.resolve();
    o.druk(true);
    o.zinnen('versies-fout', []);
    return o.vraag(Object.assign({ staat: o.staat() }, inhoud)).then(function (antwoord) {
      o.druk(false);
      if (antwoord.fouten) o.zinnen('versies-fout', antwoord.fouten);
      if (antwoord.staat) o.vervang(antwoord.staat, ongedaan, inhoud.doe !== 'open');
      if (antwoord.melding) { o.vul('versies-melding', antwoord.melding); o.meld(antwoord.melding); }
      if (antwoord.lijst) o.toon_lijst(antwoord.lijst);
      return antwoord;
    }, function (fout) {
      o.druk(false);
      o.vul('versies-melding', '');
      o.zinnen('versies-fout', [o.gemis(fout)]);
    });
  }
  function haal(id) {
    o.vul('versies-melding', o.zeg('laden'));
    o.zinnen('versies-fout', []);
    return stuur({ doe: 'versies', id: id }).then(function () { if (!o.bezig()) o.vul('versies-melding', ''); });
  }
  function naar_titel() { var kop = o.deel('versies-titel'); if (kop) kop.focus(); }

  /* Before another work takes the place of one with changes that were not saved. */
  function eerst(doe) {
    if (!o.staat().gewijzigd) return doe();
    var plek = o.deel('versies-eerst'), knoppen = o.maak('div', null, 'knoppen smal');
    var toch = o.knop(o.zeg('toch'), 'toch', {}, 'knop hoofd'), bewaren = o.knop(o.zeg('bewaar-eerst'), 'eerst-bewaren'), niet = o.knop(o.zeg('annuleer'), 'niet', {}, 'knop stil');
    toch.onclick = function () { plek.hidden = true; doe(); };
    bewaren.onclick = function () { plek.hidden = true; o.opent('versies-venster', false); setTimeout(function () { o.open_formulier(o.doen.versies); }, 0); };
    niet.onclick = function () { plek.hidden = true; o.deel('versies-venster-kop').closest('[role="dialog"]').focus(); };
    knoppen.append(bewaren, toch, niet);
    plek.replaceChildren(o.maak('p', o.zeg('eerst')), knoppen);
    plek.hidden = false;
    bewaren.focus();
    plek.scrollIntoView({ block: 'nearest' });
  }

  o.beheer = {
    versies: function () {
      var plek = o.bewaard();
      o.deel('versies-eerst').hidden = true;
      o.deel('versies-lijst').replaceChildren();
      o.deel('versies-andere').replaceChildren();
      o.deel('versies-hernoem').hidden = true;
      o.opent('versies-venster', true);
      haal(plek ? plek.id : '');
    },
    open: function (k) {
      var nummer = Number(k.dataset.nummer), id = o.lijst.scenario.id;
      eerst(function () {
        stuur({ doe: 'open', id: id, nummer: nummer }, o.staat().gewijzigd).then(function (antwoord) {
          if (antwoord && antwoord.staat) o.opent('versies-venster', false);
        });
      });
    },
    terugzetten: function (k) {
      var nummer = Number(k.dataset.nummer), plek = o.bewaard(), s = o.lijst.scenario;
      function doe() { stuur({ doe: 'terugzetten', id: s.id, nummer: nummer, gezien: s.versies[0].nummer }, true).then(naar_titel); }
      if (plek && plek.id === s.id) eerst(doe); else doe();
    },
    hernoem: function () {
      var s = o.lijst.scenario;
      stuur({ doe: 'hernoem', id: s.id, naam: o.deel('versies-naam').value, gezien: s.versies[0].nummer });
    },
    toon: function (k) { haal(k.dataset.id).then(naar_titel); },
    archiveer: function (k) { stuur({ doe: 'archiveer', id: k.dataset.id }).then(naar_titel); },
    'uit-archief': function (k) { stuur({ doe: 'archiveer', id: k.dataset.id, terug: true }).then(naar_titel); }
  };
})();
