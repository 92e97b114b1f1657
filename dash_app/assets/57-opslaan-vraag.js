/* Questions to the server about kept scenarios, and the words in which answers are told. */
(function () {
  var GEDULD = 30000, woorden = null;
  var o = window.dekking.opslaan = window.dekking.opslaan || {};

  o.deel = function (id) { return document.getElementById(id); };
  o.maak = function (soort, tekst, klasse) { return window.dekking.maak(soort, tekst, klasse); };
  o.zet = function (id, velden) { window.dash_clientside.set_props(id, velden); };
  o.zeg = function (naam, waarden) {
    if (!woorden) woorden = JSON.parse(o.deel('opslaan').dataset.woorden);
    return (woorden[naam] || naam).replace(/\{(\w+)\}/g, function (heel, sleutel) {
      return waarden && sleutel in waarden ? waarden[sleutel] : heel;
    });
  };
  o.vul = function (id, tekst) { var plek = o.deel(id); if (plek) window.dekking.schrijf(plek, tekst || ''); };
  o.zinnen = function (id, teksten) {
    o.deel(id).replaceChildren.apply(o.deel(id), teksten.map(function (tekst) { return o.maak('p', tekst); }));
  };

  /* What goes wrong on the way is an error with a sentence: nothing is known then. */
  function vraag(adres, inhoud, signaal) {
    var wacht = new AbortController(), klok = setTimeout(function () { wacht.abort(); }, GEDULD);
    if (signaal) { clearTimeout(klok); signaal.addEventListener('abort', function () { wacht.abort(); }); }
    var token = (document.cookie.match(/(?:^|; )_csrf_token=([^;]*)/) || [])[1] || '';
    var taal = document.documentElement.lang === 'en' ? 'en' : 'nl';
    return fetch(adres, {
      method: 'POST', credentials: 'same-origin', signal: wacht.signal,
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': decodeURIComponent(token) },
      body: JSON.stringify(Object.assign({ taal: taal }, inhoud))
    }).then(function (antwoord) {
      if (!antwoord.ok) throw { code: antwoord.status };
      return antwoord.json();
    }).catch(function (fout) {
      throw { code: fout.code && fout.name === undefined ? fout.code : 0, afgebroken: !!(signaal && signaal.aborted) };
    }).finally(function () { clearTimeout(klok); });
  }
  function gemis(fout, weg) { return fout && fout.code ? o.zeg('geweigerd', { code: fout.code }) : o.zeg(weg || 'geen-antwoord-lezen'); }
  window.dekking.vraag = vraag;
  window.dekking.gemis = gemis;
  o.vraag = function (inhoud) { return vraag('/opslag', inhoud); };
  o.gemis = gemis;

  /* A moment as its reader says it, in the reader's own time. */
  o.moment = function (iso) {
    var wanneer = new Date(iso), nu = new Date(), taal = document.documentElement.lang === 'en' ? 'en-GB' : 'nl-NL';
    var tijd = wanneer.toLocaleTimeString(taal, { hour: '2-digit', minute: '2-digit' });
    var dagen = Math.round((new Date(nu).setHours(0, 0, 0, 0) - new Date(wanneer).setHours(0, 0, 0, 0)) / 864e5);
    if (dagen === 0) return o.zeg('vandaag', { tijd: tijd });
    if (dagen === 1) return o.zeg('gisteren', { tijd: tijd });
    return wanneer.toLocaleDateString(taal, { day: 'numeric', month: 'long', year: 'numeric' }) + ', ' + tijd;
  };
  o.knop = function (tekst, doe, velden, klasse) {
    var k = o.maak('button', tekst, klasse || 'knop');
    k.type = 'button';
    k.dataset.opslaan = doe;
    Object.keys(velden || {}).forEach(function (naam) {
      if (naam === 'label') k.setAttribute('aria-label', velden[naam]); else k.dataset[naam] = velden[naam];
    });
    return k;
  };
})();
