/* A list to choose from by typing: a text box with the choices below it, by name; by id too where two have one name. */
(function () {
  var dekking = window.dekking, d = dekking.deel, maak = d.maak;
  function plat(tekst) { return tekst.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, ''); }

  /* opties: {id, label, opties, waarde, tekst(waarde), lees(tekst), meld(waarde)}; lees turns what is no choice into a value. */
  function keuzelijst(opties) {
    var vak = maak('div', null, 'keuzelijst'), invoer = maak('input'), lijst = maak('ul', null, 'keuzepop');
    var namen = opties.opties.map(function (k) { return k.tekst; });
    var waarde = opties.waarde, actief = -1, zichtbaar = [];
    invoer.type = 'text';
    invoer.id = opties.id;
    invoer.autocomplete = 'off';
    invoer.setAttribute('role', 'combobox');
    invoer.setAttribute('aria-autocomplete', 'list');
    invoer.setAttribute('aria-expanded', 'false');
    invoer.setAttribute('aria-controls', opties.id + '-lijst');
    lijst.id = opties.id + '-lijst';
    lijst.setAttribute('role', 'listbox');
    lijst.setAttribute('aria-label', opties.label);
    lijst.hidden = true;
    vak.append(invoer, lijst);
    function dubbel(keuze) { return namen.indexOf(keuze.tekst) !== namen.lastIndexOf(keuze.tekst); }
    function naam(keuze) { return dubbel(keuze) ? keuze.tekst + ' (' + keuze.waarde + ')' : keuze.tekst; }
    function vind(w) { return opties.opties.filter(function (k) { return k.waarde === w; })[0]; }
    function tekstVan(w) { var keuze = vind(w); return keuze ? naam(keuze) : w == null ? '' : opties.tekst ? opties.tekst(w) : String(w); }
    d.zet(invoer, tekstVan(waarde));
    invoer.title = invoer.value;

    function open(zoek) {
      var gezocht = plat(zoek || '');
      zichtbaar = opties.opties.filter(function (k) { return !gezocht || plat(k.tekst + ' ' + k.waarde).indexOf(gezocht) >= 0; });
      actief = -1;
      lijst.replaceChildren.apply(lijst, zichtbaar.map(function (keuze, i) {
        var regel = maak('li', keuze.tekst, 'keuze-optie');
        if (dubbel(keuze)) regel.appendChild(maak('span', keuze.waarde, 'keuze-id'));
        regel.id = opties.id + '-o' + i;
        regel.setAttribute('role', 'option');
        regel.setAttribute('aria-selected', keuze.waarde === waarde ? 'true' : 'false');
        regel.addEventListener('mousedown', function (g) { g.preventDefault(); kies(keuze.waarde); });
        return regel;
      }));
      lijst.hidden = zichtbaar.length === 0;
      invoer.setAttribute('aria-expanded', lijst.hidden ? 'false' : 'true');
      invoer.removeAttribute('aria-activedescendant');
    }
    function dicht() { lijst.hidden = true; invoer.setAttribute('aria-expanded', 'false'); invoer.removeAttribute('aria-activedescendant'); actief = -1; }
    function wijs(naar) {
      if (lijst.hidden) open('');
      if (!zichtbaar.length) return;
      if (actief >= 0) lijst.children[actief].classList.remove('actief');
      actief = (naar + zichtbaar.length) % zichtbaar.length;
      lijst.children[actief].classList.add('actief');
      lijst.children[actief].scrollIntoView({ block: 'nearest' });
      invoer.setAttribute('aria-activedescendant', lijst.children[actief].id);
    }
    function kies(w) {
      dicht();
      var anders = w !== waarde;
      waarde = w;
      d.zet(invoer, tekstVan(w));
      invoer.title = invoer.value;
      if (anders) opties.meld(w);
    }
    function neem() {
      dicht();
      var tekst = invoer.value.trim();
      if (tekst === tekstVan(waarde)) return;
      if (!tekst) { kies(null); return; }
      var gelijk = opties.opties.filter(function (k) { return plat(k.waarde) === plat(tekst) || plat(k.tekst) === plat(tekst) || naam(k) === tekst; })[0];
      if (gelijk) { kies(gelijk.waarde); return; }
      kies(opties.lees ? opties.lees(tekst) : tekst);
    }
    invoer.addEventListener('focus', function () { invoer.select(); });
    invoer.addEventListener('click', function () { if (lijst.hidden) open(''); });
    invoer.addEventListener('input', function () { open(invoer.value); });
    invoer.addEventListener('blur', neem);
    invoer.addEventListener('change', function (g) { g.stopPropagation(); });
    invoer.addEventListener('keydown', function (g) {
      if (g.key === 'ArrowDown') { g.preventDefault(); wijs(actief + 1); }
      else if (g.key === 'ArrowUp') { g.preventDefault(); wijs(actief < 0 ? -1 : actief - 1); }
      else if (g.key === 'Enter') { g.preventDefault(); if (actief >= 0) kies(zichtbaar[actief].waarde); else neem(); }
      else if (g.key === 'Escape' && !lijst.hidden) { g.stopPropagation(); dicht(); d.zet(invoer, tekstVan(waarde)); }
    });
    return { el: vak, invoer: invoer };
  }
  /* The lists above a page open with Enter too. */
  document.addEventListener('keydown', function (g) {
    if (g.key !== 'Enter' || !g.target.matches('input[aria-haspopup="listbox"]:not([aria-controls])')) return;
    g.preventDefault();
    g.stopPropagation();
    g.target.click();
  }, true);
  /* While typing, such a list may still point at a choice that no longer stands in it. */
  document.addEventListener('input', function (g) {
    if (!g.target.matches('input[aria-haspopup="listbox"]')) return;
    setTimeout(function () {
      var keuze = g.target.getAttribute('aria-activedescendant');
      if (keuze && !document.getElementById(keuze)) g.target.removeAttribute('aria-activedescendant');
    }, 0);
  });
  dekking.keuzelijst = keuzelijst;
})();
