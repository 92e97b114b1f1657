/* Saving: "saved" is said only when the store has confirmed it. What was typed stays until then, in a closed dialog too. */
(function () {
  var opnieuw = false, ingevuld = null, daarna = null, wachtte = null;
  var o = window.dekking.opslaan = window.dekking.opslaan || {};

  o.toon_formulier = function () {
    o.deel('opslaan-formulier').hidden = false;
    o.deel('opslaan-keuze').hidden = true;
  };
  o.open_formulier = function (wat) {
    var staat = o.staat();
    if (!staat) return;
    var plek = o.bewaard(), nummer = plek ? plek.nummer + 1 : 1, naam = staat.werk.kop.naam || '';
    daarna = wat || null;
    o.keuze = null;
    o.toon_formulier();
    if (ingevuld !== staat.verwijzing + ' ' + naam) {
      o.zet('opslaan-naam', { value: naam, error: '' });
      o.zet('opslaan-toelichting', { value: '' });
    }
    ingevuld = staat.verwijzing + ' ' + naam;
    waarschuw(window.dekking.geweigerd());
    o.vul('opslaan-bezig', '');
    benoem(plek, nummer);
    o.opent('opslaan-venster', true);
    o.vraag({ doe: 'stand', verwijzing: staat.verwijzing, naam: naam }).then(function (antwoord) {
      if (antwoord.fouten) return o.zinnen('opslaan-fout', antwoord.fouten);
      if (!plek && o.deel('opslaan-naam').value === naam) o.zet('opslaan-naam', { value: antwoord.vrij });
      if (antwoord.nieuwer) {
        benoem(plek, antwoord.nieuwer.nummer + 1);
        o.vul('opslaan-uitleg', o.nieuwer(antwoord.nieuwer));
      }
    }, function () {});
  };
  /* What is refused in its box may be saved as it was, by who knows. */
  function waarschuw(geweigerd) {
    o.zinnen('opslaan-fout', geweigerd.length ? geweigerd.concat(o.zeg('geweigerd-blijft')) : []);
  }
  function benoem(plek, nummer) {
    o.deel('opslaan-versie').hidden = !plek;
    o.deel('opslaan-nieuw').className = plek ? 'knop' : 'knop hoofd';
    o.vul('opslaan-versie', o.zeg('bewaar-versie', { n: nummer }));
    o.vul('opslaan-uitleg', o.zeg(plek ? 'wordt-versie' : 'wordt-nieuw', { n: nummer }));
  }

  /* `naam` is the name to save under; the one that was typed where it is not given. */
  o.bewaar = function (manier, naam) {
    if (o.bezig() || !o.staat()) return;
    var keuze = o.keuze, voor = keuze ? 'keuze' : 'opslaan', begonnen = o.staat();
    var onverwerkt = window.dekking.werkbank.onverwerkt();
    if (onverwerkt) { wachtte = voor; return o.mis(voor, [onverwerkt]); }
    wachtte = null;
    o.zinnen(voor + '-fout', []);
    o.vul(voor + '-bezig', o.zeg('bezig'));
    o.druk(true);
    o.vraag({
      doe: 'bewaar', staat: begonnen, naam: naam || o.deel('opslaan-naam').value, manier: manier,
      toelichting: o.deel('opslaan-toelichting').value, gezien: keuze && manier !== 'nieuw' ? keuze.hunne.nummer : 0,
      opnieuw: opnieuw
    }).then(function (antwoord) {
      o.druk(false);
      o.vul(voor + '-bezig', '');
      if (antwoord.fouten) return o.mis(voor, antwoord.fouten);
      opnieuw = false;
      if (antwoord.keuze) return o.toon_keuze(antwoord.keuze);
      klaar(antwoord, begonnen);
    }, function (fout) {
      o.druk(false);
      o.vul(voor + '-bezig', '');
      opnieuw = true;
      o.mis(voor, [o.gemis(fout, 'geen-antwoord')]);
      if (fout.code) return;
      wachtte = voor;
      window.dekking.verbinding.zodra(o.verwerkt);
    });
  };
  /* That a change or the answer waits is not said any longer once Dekking answers. */
  o.verwerkt = function () {
    if (!wachtte) return;
    o.zinnen(wachtte + '-fout', []);
    wachtte = null;
  };
  o.mis = function (voor, teksten) {
    o.zinnen(voor + '-fout', teksten);
    if (!o.is_open('opslaan-venster')) o.meld(teksten.join(' '));
  };
  function klaar(antwoord, begonnen) {
    var nieuw = antwoord.staat, staat = o.staat();
    if (staat !== begonnen) {
      nieuw = Object.assign({}, staat, { verwijzing: nieuw.verwijzing, oorsprong: nieuw.oorsprong, gewijzigd: true });
    }
    ingevuld = null;
    o.vervang(nieuw, false, true);
    o.meld(antwoord.melding);
    o.opent('opslaan-venster', false);
    if (daarna) { var wat = daarna; daarna = null; wat(); }
  }
})();
