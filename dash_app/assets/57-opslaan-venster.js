/* The dialogs: they give the focus back to what opened them, and their buttons rest while an answer is awaited. */
(function () {
  var terug_naar = null, bezig = false;
  var o = window.dekking.opslaan = window.dekking.opslaan || {};

  o.opent = function (venster, ja) {
    var actief = document.activeElement;
    if (ja && actief && !actief.closest('[role="dialog"]')) terug_naar = actief.id || null;
    o.zet(venster, { opened: ja });
  };
  o.is_open = function (venster) { var plek = o.deel(venster + '-kop'); return !!(plek && plek.offsetParent); };
  o.bezig = function () { return bezig; };
  o.druk = function (ja) {
    bezig = ja;
    document.querySelectorAll('.venster-inhoud [data-opslaan]').forEach(function (k) { k.disabled = ja && k.dataset.opslaan !== 'sluit'; });
  };

  /* Tab goes round within a dialog, over what is shown of it. */
  document.addEventListener('keydown', function (gebeurtenis) {
    var venster = gebeurtenis.key === 'Tab' && gebeurtenis.target.closest && gebeurtenis.target.closest('[role="dialog"][aria-modal="true"]');
    if (!venster) return;
    var haltes = Array.prototype.filter.call(venster.querySelectorAll('a[href], button, input, textarea, select, summary'), function (deel) { return deel.offsetParent && !deel.disabled; });
    var rand = haltes[gebeurtenis.shiftKey ? 0 : haltes.length - 1];
    if (document.activeElement !== rand) return;
    gebeurtenis.preventDefault();
    haltes[gebeurtenis.shiftKey ? haltes.length - 1 : 0].focus();
  }, true);

  /* The head of a dialog is no banner of the page. */
  new MutationObserver(function () {
    document.querySelectorAll('header[class*="mantine-"]:not([role])').forEach(function (kop) { kop.setAttribute('role', 'none'); });
  }).observe(document.documentElement, { childList: true, subtree: true });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.opslaan = Object.assign(window.dash_clientside.opslaan || {}, {
    gesloten: function (een, ander) {
      if (!een && !ander && terug_naar) {
        var doel = o.deel(terug_naar);
        terug_naar = null;
        requestAnimationFrame(function () { if (doel && (document.activeElement === document.body || !document.activeElement)) doel.focus(); });
      }
      return een || ander ? 'open' : '';
    }
  });
})();
