/* Forms of declared fields. Drawn once; what did not change stays as it is, so that focus and half-typed text stay too. */
(function () {
  var dekking = window.dekking, d = dekking.deel;

  /* A list of fields in its place: fields that are as they were stay, others are made anew in the same spot. */
  function vakwerk(houder, velden, voor, meld, oud) {
    var nieuw = {}, was = vast(houder);
    d.zelfde(houder, velden.map(function (veld) {
      var sleutel = veld.pad.join('.'), staat = oud[sleutel];
      if (!staat || staat.kenmerk !== dekking.veld.kenmerk(veld) || staat.waarde !== dekking.veld.waarde(veld)) staat = opnieuw(veld, staat);
      nieuw[sleutel] = staat;
      return staat.el;
    }));
    herstel(was);
    return nieuw;
    function opnieuw(veld, staat) {
      var open = staat ? Array.prototype.map.call(staat.el.querySelectorAll('details'), function (vouw) { return vouw.open; }) : [];
      var vers = dekking.veld.maak(veld, voor, meld);
      vers.el.querySelectorAll('details').forEach(function (vouw, i) { vouw.open = !!open[i]; });
      return vers;
    }
  }
  /* Where the focus is, with what was typed there and not sent; and the same again in the field that stands there now. */
  function vast(houder) {
    var actief = document.activeElement;
    if (!houder.contains(actief) || !actief.id) return null;
    return { id: actief.id, tekst: d.ongezonden(actief) ? actief.value : null, van: actief.selectionStart, tot: actief.selectionEnd };
  }
  function herstel(was) {
    var doel = was && document.getElementById(was.id);
    if (!doel || doel === document.activeElement) return;
    if (was.tekst != null) doel.value = was.tekst;
    doel.focus();
    if (was.tekst == null) return;
    if (was.van != null) doel.setSelectionRange(was.van, was.tot);
    doel.addEventListener('blur', function () { if (d.ongezonden(doel)) doel.dispatchEvent(new Event('change', { bubbles: true })); }, { once: true });
  }
  /* Whether nothing is wrong beyond what is still to be filled in. */
  function onaf(lijst) { return lijst.every(function (fout) { return fout.nog; }); }
  /* Puts sentences at the fields that they are about; returns those that are of no field. */
  function fouten(staten, lijst) {
    var per = {}, rest = [];
    lijst.forEach(function (fout) {
      var sleutel = fout.veld;
      while (sleutel && !staten[sleutel]) sleutel = sleutel.indexOf('.') < 0 ? '' : sleutel.slice(0, sleutel.lastIndexOf('.'));
      if (!sleutel) { rest.push(fout.tekst); return; }
      per[sleutel] = (per[sleutel] || []).concat(fout);
    });
    Object.keys(staten).forEach(function (sleutel) {
      var eigen = per[sleutel] || [];
      staten[sleutel].vanServer(eigen.map(function (fout) { return fout.tekst; }).join(' '), onaf(eigen));
    });
    lijst.forEach(function (fout) {
      var deel = fout.veld.split('.'), staat = staten[deel[0]];
      if (staat && staat.merk && deel[1]) staat.merk(deel[1], true);
    });
    return rest;
  }
  dekking.formulier = { vakwerk: vakwerk, fouten: fouten, onaf: onaf };
})();
