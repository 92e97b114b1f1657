/* What is open in this window, and how another work takes its place; whether someone saved a newer version of it. */
(function () {
  var staat = null, geschiedenis = null, gekeken = 0, gemeld = '', gewijzigd = false;
  var o = window.dekking.opslaan = window.dekking.opslaan || {};

  o.staat = function () { return staat; };
  /* The kept scenario and version that is open; nothing where the open one is not kept. */
  o.bewaard = function () {
    var gevonden = /^bewaard:([^@]+)@(\d+)$/.exec(staat ? staat.verwijzing : '');
    return gevonden && { id: gevonden[1], nummer: Number(gevonden[2]) };
  };
  o.meld = function (tekst, extra) {
    var plek = o.deel('opslaan-melding');
    if (!plek) return;
    plek.replaceChildren(document.createTextNode(tekst || ''));
    if (extra) plek.append(' ', extra);
  };

  /* What another place changes goes into the history first, so that undo brings the work before it back. */
  o.vervang = function (nieuw, ongedaan, zelfde) {
    var was = geschiedenis || { terug: [], vooruit: [] }, van = staat && staat.verwijzing;
    var plek = staat && Object.assign({}, staat.werk, { verwijzing: staat.verwijzing, oorsprong: staat.oorsprong });
    /* A step back from a version just saved is a change to that version, no older one. */
    function mee(werk) {
      if (!zelfde || werk.verwijzing !== van) return werk;
      return Object.assign({}, werk, { verwijzing: nieuw.verwijzing, oorsprong: nieuw.oorsprong });
    }
    if (plek && (ongedaan || zelfde)) {
      var terug = ongedaan ? was.terug.concat([plek]).slice(-60) : was.terug;
      geschiedenis = { terug: terug.map(mee), vooruit: ongedaan ? [] : was.vooruit.map(mee) };
      o.zet('geschiedenis', { data: geschiedenis });
    }
    staat = nieuw;
    o.zet('staat', { data: nieuw });
  };
  window.dekking.staat = o.staat;
  window.dekking.vervang = o.vervang;

  /* Asked when this window is looked at again, and when another version opens. */
  o.nieuwer = function (versie) {
    return o.zeg('nieuwer', {
      n: versie.nummer, moment: o.moment(versie.moment), mijn: o.bewaard().nummer,
      note: versie.toelichting ? ': ‘' + versie.toelichting + '’' : ''
    });
  };
  function kijk() {
    var plek = o.bewaard(), nu = Date.now();
    if (!plek || document.hidden || nu - gekeken < 3000) return;
    gekeken = nu;
    o.vraag({ doe: 'stand', verwijzing: staat.verwijzing }).then(function (antwoord) {
      var versie = antwoord.nieuwer, merkteken = versie ? versie.id + versie.nummer + staat.verwijzing : '';
      if (!versie || gemeld === merkteken || !o.bewaard()) return;
      gemeld = merkteken;
      o.meld(o.nieuwer(versie), o.knop(o.zeg('bekijk'), 'versies', {}, 'knop klein-link'));
    }, function () {});
  }
  window.addEventListener('focus', kijk);
  document.addEventListener('visibilitychange', kijk);

  /* Leaving with changes that were not saved is asked about; changing the language keeps them in the link. */
  var blijft = false;
  document.addEventListener('click', function (gebeurtenis) {
    blijft = !!(gebeurtenis.target.closest && gebeurtenis.target.closest('#taalwissel'));
  }, true);
  window.addEventListener('beforeunload', function (gebeurtenis) {
    if (!staat || !staat.gewijzigd || blijft) return;
    gebeurtenis.preventDefault();
    gebeurtenis.returnValue = '';
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.opslaan = Object.assign(window.dash_clientside.opslaan || {}, {
    toen: function () { return geschiedenis; },
    volg: function (nu, toen) {
      var was = staat && staat.verwijzing, vers = nu && nu.gewijzigd && !gewijzigd, plek = o.deel('opslaan-melding');
      if (vers && plek && !plek.firstElementChild) o.meld('');  // what was said of the saved one; a newer version stays news
      gewijzigd = !!(nu && nu.gewijzigd);
      staat = nu || null;
      geschiedenis = toen;
      if (staat && staat.verwijzing !== was) { gekeken = 0; kijk(); }
      window.dekking.wachtrij.hervat(staat);
      return staat ? (staat.gewijzigd ? 'gewijzigd' : 'gelijk') : '';
    }
  });
})();
