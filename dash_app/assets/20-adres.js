/* The address carries the whole state of the window; nothing of it is sent anywhere. It is that of the page that is shown. */
(function () {
  function vouw(data) {
    var stroom = new Blob([JSON.stringify(data)]).stream().pipeThrough(new CompressionStream('deflate'));
    return new Response(stroom).arrayBuffer().then(function (buffer) {
      var tekst = '';
      new Uint8Array(buffer).forEach(function (byte) { tekst += String.fromCharCode(byte); });
      return btoa(tekst).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    });
  }
  var ZONDER_SCENARIO = ['/uitvraag'];
  /* A page without a scenario names one only where loading it again would otherwise open another. */
  function zonder(staat, pad) {
    return ZONDER_SCENARIO.indexOf(pad) >= 0 && !staat.gewijzigd && staat.verwijzing === document.getElementById('taalwissel').dataset.vanzelf;
  }
  async function zoekdeel(staat, taal, pad) {
    var delen = [];
    if (taal === 'en') delen.push('taal=en');
    if (!zonder(staat, pad)) delen.push('scenario=' + encodeURIComponent(staat.verwijzing));
    if (staat.gewijzigd) delen.push('werk=' + await vouw(staat.werk));
    if (staat.eenheid !== 'k') delen.push('eenheid=' + staat.eenheid);
    if (staat.prijzen !== 'constant') delen.push('prijzen=' + staat.prijzen);
    if (staat.jaren !== 'begroting') delen.push('jaren=' + staat.jaren);
    if (staat.naast.join() !== 'basis') delen.push('naast=' + encodeURIComponent(staat.naast.join()));
    Object.keys(staat.keuze || {}).sort().forEach(function (naam) {
      delen.push('keuze.' + encodeURIComponent(naam) + '=' + encodeURIComponent(staat.keuze[naam]));
    });
    return delen.length ? '?' + delen.join('&') : '';
  }
  /* The same in the other language. */
  async function anders(staat, pad) {
    return document.documentElement.lang === 'en' ? '?taal=nl' + (await zoekdeel(staat, 'nl', pad)).replace('?', '&') : zoekdeel(staat, 'en', pad);
  }
  var eerste = true, hier = location.pathname, deel = location.search;
  function zet(pad) { if (location.pathname + location.search !== pad + deel) history.replaceState(history.state, '', pad + deel); }
  /* Who chooses the page that is shown keeps its whole address; the router looks at it first. */
  window.addEventListener('_dashprivate_pushstate', function () { setTimeout(function () { if (location.pathname === hier) zet(hier); }, 0); });
  window.dekking.adres = { terug: function () { zet(hier); }, anders: anders };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.adres = {
    schrijf: async function (staat, pad) {
      if (!staat) return window.dash_clientside.no_update;
      var taal = document.documentElement.lang;
      deel = await zoekdeel(staat, taal, pad);
      zet(window.dekking.verbinding.weg() ? hier : pad);  // while nobody answers, the page that was chosen is not there yet
      var wissel = document.getElementById('taalwissel');
      if (wissel) wissel.href = pad + await anders(staat, pad);
      return location.href;
    },
    aangekomen: function (inhoud, pad) {
      hier = pad;
      zet(pad);
      requestAnimationFrame(function () {
        document.querySelectorAll('.menulink').forEach(function (link) {
          if (link.getAttribute('href') === pad) link.setAttribute('aria-current', 'page');
          else link.removeAttribute('aria-current');
        });
        var kop = document.querySelector('#inhoud h1');
        if (kop) document.title = kop.textContent + ' · Dekking';
        if (kop && !eerste) { kop.tabIndex = -1; kop.focus(); window.scrollTo(0, 0); }
        eerste = false;
      });
      return pad;
    }
  };
})();
