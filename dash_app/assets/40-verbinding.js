/* Whether Dekking answers. What a page asks is asked again until it is answered, and one line over every page says so. */
(function () {
  var EVEN = 1000, TRAAG = 10000, LANGST = 5000, gewoon = window.fetch, stand = {}, gevraagd = [], wekkers = [];
  var dekking = window.dekking, t = dekking.taal.kies, LADEN = t('Laden…', 'Loading…'), melding = dekking.maak('p', '', 'onverwerkt');
  melding.id = 'onverwerkt';
  melding.setAttribute('role', 'status');
  document.body.appendChild(melding);

  /* What `wie` has to say; `weg` where that is because nobody answers. */
  function zegt(wie, weg, zin) {
    stand[wie] = { weg: weg, zin: zin };
    var alle = Object.keys(stand).sort().map(function (naam) { return stand[naam]; }), zinnen = alle.map(function (deel) { return deel.zin; });
    if (alle.some(function (deel) { return deel.weg; })) {
      zinnen.unshift(t('Niet verwerkt: Dekking antwoordt niet.', 'Not processed: Dekking does not answer.'));
      zinnen.push(t('Start Dekking zo nodig opnieuw.', 'Start Dekking again if need be.'));
    }
    var tekst = zinnen.filter(function (zin, k) { return zin && zinnen.indexOf(zin) === k; }).join(' ');
    melding.classList.toggle('laadt', tekst === LADEN);
    dekking.schrijf(melding, tekst);
  }
  /* Before anything was drawn, who is slow is loading still; who failed to answer does not answer. */
  function leeg() { return !document.querySelector('[data-getekend]'); }
  function duurt(lang) { return gevraagd.some(function (vraag) { return vraag.duurt >= lang; }); }
  function weg() { return gevraagd.some(function (vraag) { return vraag.mis; }) || (duurt(TRAAG) && !leeg()); }
  function meld(fout) {
    zegt('pagina', weg(), weg() ? t('Wat u koos verschijnt vanzelf zodra Dekking weer antwoordt; tot dan blijft staan wat u ziet.',
      'What you chose appears by itself as soon as Dekking answers again; until then what you see stays.') : duurt(EVEN) && leeg() ? LADEN : fout || gevraagd.map(function (vraag) { return vraag.zin; }).join(''));
  }
  function wek() { wekkers.splice(0).forEach(function (verder) { verder(); }); }
  function later(poging) {
    return new Promise(function (verder) { wekkers.push(verder); setTimeout(verder, Math.min(1000 * poging, LANGST)); });
  }
  function geen() { return null; }
  /* A page that Dekking could not make: the page before it stays, until somebody clicks again. */
  function mislukt(antwoord, opties) { return !!antwoord && antwoord.status === 500 && /"output":"inhoud\.children"/.test(opties && opties.body); }
  function klik() { return new Promise(function (verder) { window.addEventListener('_dashprivate_pushstate', verder, { once: true }); }); }
  /* An answer over 500 comes from what stands between, not from Dekking. */
  async function aanhoudend(adres, opties) {
    var vraag = { duurt: 0, mis: false, zin: '' }, antwoord, klokken = [EVEN, TRAAG].map(function (lang) {
      return setTimeout(function () { vraag.duurt = lang; meld(); }, lang);
    });
    gevraagd.push(vraag);
    for (var poging = 1; ; poging += 1) {
      antwoord = await gewoon.call(window, adres, opties).catch(geen);
      var kapot = mislukt(antwoord, opties);
      if (antwoord && antwoord.status <= 500 && !kapot) break;
      Object.assign(vraag, kapot ? { duurt: 0, mis: false, zin: dekking.gemis({ code: 500 }) } : { mis: true, zin: '' });
      meld();
      dekking.adres.terug();
      await (kapot ? klik() : later(poging));
    }
    klokken.forEach(clearTimeout);
    gevraagd.splice(gevraagd.indexOf(vraag), 1);
    wek();
    meld(antwoord.ok ? '' : dekking.gemis({ code: antwoord.status }));
    return antwoord;
  }
  /* Does something once Dekking answers. */
  async function zodra(doe) {
    while (!((await gewoon('/gezond').catch(geen)) || {}).ok) await later(2);
    doe();
  }
  window.fetch = function (adres, opties) {
    return String(adres).indexOf('_dash-update-component') < 0 ? gewoon.apply(window, arguments) : aanhoudend(adres, opties);
  };
  /* Another language is another document: it is opened once Dekking answers, and has what was changed before. */
  document.addEventListener('click', async function (gebeurtenis) {
    var link = gebeurtenis.target.closest && gebeurtenis.target.closest('#taalwissel');
    if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    if (!(await aanhoudend('/gezond')).ok) return;
    while (dekking.werkbank.onverwerkt()) await later(0.2);
    location.href = location.pathname + await dekking.adres.anders(dekking.staat(), location.pathname);
  });
  window.addEventListener('_dashprivate_pushstate', wek);  // who clicks again, asks again
  dekking.verbinding = { zegt: zegt, weg: weg, zodra: zodra, laden: LADEN };
})();
