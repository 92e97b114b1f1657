/* Keeping scenarios: which button and key does what. What they do stands in the files beside this one. */
(function () {
  var o = window.dekking.opslaan;

  function kopieer() {
    var plek = o.bewaard(), gelukt = plek && !o.staat().gewijzigd ? o.zeg('gekopieerd-bewaard', { n: plek.nummer }) : o.zeg('gekopieerd');
    if (!navigator.clipboard) return o.meld(o.zeg('niet-gekopieerd'));
    navigator.clipboard.writeText(location.href).then(function () { o.meld(gelukt); }, function () { o.meld(o.zeg('niet-gekopieerd')); });
  }

  o.doen = Object.assign({
    opslaan: function () { window.dekking.werkbank.straks(o.open_formulier); },
    koppeling: kopieer,
    'bewaar-versie': function () { o.bewaar('versie'); },
    'bewaar-nieuw': function () { o.bewaar('nieuw'); },
    sluit: function () { o.opent('opslaan-venster', false); },
    'keuze-over': function () { o.bewaar('versie'); },
    'keuze-nieuw': function () { o.bewaar('nieuw', o.keuze.vrij); },
    'keuze-terug': function () { o.keuze = null; o.toon_formulier(); o.deel('opslaan-naam').focus(); },
    'keuze-hunne': o.open_hunne
  }, o.beheer);

  document.addEventListener('click', function (gebeurtenis) {
    var k = gebeurtenis.target.closest && gebeurtenis.target.closest('[data-opslaan]');
    if (k && !k.disabled && o.doen[k.dataset.opslaan]) o.doen[k.dataset.opslaan](k);
  });
  document.addEventListener('keydown', function (gebeurtenis) {
    if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && !gebeurtenis.altKey && gebeurtenis.key.toLowerCase() === 's') {
      gebeurtenis.preventDefault();
      if (!document.querySelector('[role="dialog"][aria-modal="true"]') || !o.is_open('opslaan-venster')) window.dekking.werkbank.straks(o.open_formulier);
      return;
    }
    if (gebeurtenis.key !== 'Enter' || gebeurtenis.isComposing) return;
    if (gebeurtenis.target.id === 'opslaan-naam') { gebeurtenis.preventDefault(); o.bewaar(o.bewaard() ? 'versie' : 'nieuw'); }
    if (gebeurtenis.target.id === 'versies-naam') { gebeurtenis.preventDefault(); o.doen.hernoem(); }
  });
})();
