/* The table beside a chart: figures that can be asked about are buttons. A table of the same rows and columns keeps its cells
   and gets other figures in them. */
(function () {
  var dekking = window.dekking, maak = dekking.maak, schrijf = dekking.schrijf;

  /* What of one figure can be asked; nothing where it is no button. */
  function over(data, rij, k) {
    var wat = (rij.overs && rij.overs[k]) || rij.over;
    return wat.length && data.jaren[k] != null && rij.cellen[k] !== '' ? JSON.stringify(wat) : '';
  }
  function vorm(data) {
    return JSON.stringify([data.koppen, data.jaren, data.rijen.map(function (rij) {
      return [rij.label, rij.stijl, rij.cellen.map(function (_, k) { return over(data, rij, k); })];
    })]);
  }
  function cel(data, rij, k) {
    var td = maak('td', null, 'getal'), wat = over(data, rij, k);
    if (!wat) return td;
    var knop = maak('button', null, 'vraag');
    knop.type = 'button';
    knop.tabIndex = -1;
    knop.dataset.over = wat;
    knop.dataset.jaar = data.jaren[k];
    td.appendChild(knop);
    return td;
  }
  function regel(data, rij) {
    var tr = maak('tr', null, rij.stijl), kop = maak('th', rij.label);
    kop.scope = 'row';
    tr.appendChild(kop);
    rij.cellen.forEach(function (_, k) { tr.appendChild(cel(data, rij, k)); });
    return tr;
  }
  function bouw(houder, data) {
    var actief = document.activeElement && houder.contains(document.activeElement) ? plaats(document.activeElement) : null;
    var links = houder.firstChild ? houder.firstChild.scrollLeft : 0;
    var t = maak('table', null, 'begroting'), bijschrift = maak('caption'), hoofd = maak('thead'), kop = maak('tr'), lichaam = maak('tbody');
    bijschrift.append(maak('span', '', 'alleen-lezen'), maak('span'));
    kop.appendChild(maak('td'));
    data.koppen.forEach(function (tekst) { var th = maak('th', tekst, 'getal'); th.scope = 'col'; kop.appendChild(th); });
    hoofd.appendChild(kop);
    lichaam.append.apply(lichaam, data.rijen.map(function (rij) { return regel(data, rij); }));
    t.append(bijschrift, hoofd, lichaam);
    var schuif = maak('div', null, 'schuif');
    schuif.tabIndex = 0;
    schuif.setAttribute('role', 'region');
    schuif.appendChild(t);
    houder.replaceChildren(schuif, maak('ul', null, 'noten'));
    vul(houder, data);
    if (links) schuif.scrollLeft = links;
    var eerste = t.querySelector('.vraag');
    if (eerste) eerste.tabIndex = 0;
    if (actief) zoek(t, actief);
  }
  function vul(houder, data) {
    var rijen = houder.querySelector('tbody').rows;
    data.rijen.forEach(function (rij, r) {
      rij.cellen.forEach(function (tekst, k) {
        var td = rijen[r].cells[k + 1], knop = td.firstElementChild;
        schrijf(knop || td, tekst);
        if (knop) knop.setAttribute('aria-label', rij.label + ', ' + data.koppen[k] + ': ' + tekst);
      });
    });
  }
  function tabel(houder, data, titel) {
    var nu = vorm(data);
    if (houder.vorm === nu && houder.firstChild) vul(houder, data);
    else bouw(houder, data);
    houder.vorm = nu;
    var bijschrift = houder.querySelectorAll('caption span'), noten = houder.lastChild;
    schrijf(bijschrift[0], titel);
    schrijf(bijschrift[1], data.bijschrift);
    houder.firstChild.setAttribute('aria-label', titel);
    dekking.inhoud(noten, data.noten.map(function (noot) { return maak('li', noot, noot === data.weggelaten ? 'weggelaten' : ''); }));
  }
  function plaats(knop) {
    var td = knop.closest('td, th');
    return td ? [td.parentNode.rowIndex, td.cellIndex] : null;
  }
  function zoek(t, waar) {
    var rij = t.rows[waar[0]], knop = rij && rij.cells[waar[1]] && rij.cells[waar[1]].querySelector('.vraag');
    if (!knop) return false;
    t.querySelectorAll('.vraag[tabindex="0"]').forEach(function (ander) { ander.tabIndex = -1; });
    knop.tabIndex = 0;
    knop.focus();
    return true;
  }

  /* Arrows walk over the figures of a table; Tab enters and leaves it. */
  document.addEventListener('keydown', function (gebeurtenis) {
    var knop = gebeurtenis.target;
    if (!knop.classList || !knop.classList.contains('vraag')) return;
    var stap = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[gebeurtenis.key];
    if (!stap) return;
    gebeurtenis.preventDefault();
    var t = knop.closest('table'), waar = plaats(knop);
    if (!t) return;
    for (var r = waar[0] + stap[0], k = waar[1] + stap[1]; t.rows[r] && k > 0 && k < t.rows[r].cells.length; r += stap[0], k += stap[1]) {
      if (zoek(t, [r, k])) return;
    }
  });
  document.addEventListener('click', function (gebeurtenis) {
    var knop = gebeurtenis.target.closest && gebeurtenis.target.closest('.vraag');
    if (!knop) return;
    window.dekking.terug = knop;
    window.dash_clientside.set_props('gevraagd', {
      data: { over: JSON.parse(knop.dataset.over), jaar: Number(knop.dataset.jaar), nummer: Date.now() }
    });
  });

  dekking.tabel = tabel;
})();
