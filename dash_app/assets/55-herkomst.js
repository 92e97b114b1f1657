/* Draws where a figure comes from. A click on a part asks on; the trail leads back; closing gives the focus back. */
(function () {
  var nu = null;
  var maak = window.dekking.maak, nederlands = window.dekking.nederlands;
  function vraag(over, jaar, spoor) {
    window.dash_clientside.set_props('gevraagd', { data: { over: over, jaar: jaar, nummer: Date.now(), spoor: spoor } });
  }

  /* A publication: its title as a link where there is an address, and how to find the figure in it. */
  function publicatie(data, woorden) {
    var deel = maak('p', null, 'publicatie'), titel = nederlands(maak(data.url ? 'a' : 'span', data.titel));
    if (data.url) {
      titel.href = data.url;
      titel.target = '_blank';
      titel.rel = 'noopener noreferrer';
      titel.appendChild(maak('span', ' (' + woorden.nieuw + ')', 'alleen-lezen')).lang = document.documentElement.lang;
    }
    deel.appendChild(titel);
    var rest = [data.kenmerk, data.uitgever, data.datum, data.vindplaats].filter(Boolean).join(' · ');
    if (rest) deel.appendChild(maak('span', ' · ' + rest));
    return deel;
  }
  function bron(data, woorden) {
    var deel = maak('div', null, 'bron');
    var status = maak('span', data.woord, 'status ' + (data.status || 'onbekend'));
    var eerste = maak('p');
    if (data.woord) eerste.appendChild(status);
    if (data.stand) eerste.appendChild(maak('span', ' ' + woorden.stand + ' ' + data.stand));
    if (eerste.childNodes.length) deel.appendChild(eerste);
    if (data.publicatie) {
      deel.appendChild(publicatie(data.publicatie, woorden));
      if (data.publicatie.citaat) deel.appendChild(nederlands(maak('blockquote', data.publicatie.citaat)));
    }
    if (data.reden) deel.appendChild(maak('p', data.reden, 'reden'));
    return deel;
  }

  function waarde(rij) {
    if (!rij.over.length || rij.jaar == null) return maak('span', rij.tekst);
    var knop = maak('button', rij.tekst, 'verder');
    knop.type = 'button';
    knop.setAttribute('aria-label', rij.label + ': ' + rij.tekst + ', ' + nu.woorden.vraag);
    knop.addEventListener('click', function () {
      vraag(rij.over, rij.jaar, nu.spoor.concat([{ over: nu.over, jaar: nu.jaar, titel: nu.titel }]));
    });
    return knop;
  }
  function regel(rij) {
    var tr = maak('tr', null, rij.teken === '=' ? 'tussen' : null), kop = maak('th', rij.label);
    var teken = maak('td', null, 'teken'), td = maak('td', null, 'getal');
    teken.appendChild(maak('span', rij.teken)).setAttribute('aria-hidden', 'true');
    teken.appendChild(maak('span', rij.gezegd, 'alleen-lezen'));
    kop.scope = 'row';
    if (rij.bron) kop.appendChild(bron(rij.bron, nu.woorden));
    td.appendChild(waarde(rij));
    tr.append(teken, kop, td);
    return tr;
  }
  function blok(data) {
    var deel = maak('section', null, 'blok'), tabel = maak('table', null, 'stappen'), lichaam = maak('tbody');
    deel.appendChild(maak('h4', data.titel));
    if (data.zin) deel.appendChild(maak('p', data.zin, 'onder'));
    if (!data.rijen.length) {
      deel.appendChild(maak('p', nu.woorden.niets, 'onder'));
      return deel;
    }
    tabel.appendChild(maak('caption', data.titel, 'alleen-lezen'));
    data.rijen.forEach(function (rij) {
      lichaam.appendChild(regel(data.stappen ? rij : Object.assign({}, rij, { teken: '', gezegd: '' })));
    });
    if (data.totaal) {
      var som = regel({ teken: '=', gezegd: '', label: data.totaal.label, tekst: data.totaal.tekst, over: [] });
      som.className = 'som';
      lichaam.appendChild(som);
    }
    tabel.appendChild(lichaam);
    deel.appendChild(tabel);
    return deel;
  }
  function spoor() {
    var nav = maak('nav', null, 'spoor'), vorige = nu.spoor[nu.spoor.length - 1];
    nav.setAttribute('aria-label', nu.woorden.spoor);
    var knop = maak('button', '← ' + nu.woorden.terug + ' ' + vorige.titel + ' (' + vorige.jaar + ')', 'klein');
    knop.type = 'button';
    knop.addEventListener('click', function () { vraag(vorige.over, vorige.jaar, nu.spoor.slice(0, -1)); });
    nav.appendChild(knop);
    return nav;
  }
  function feiten() {
    var lijst = maak('dl', null, 'feiten');
    nu.feiten.forEach(function (paar, k) {
      var meer = k && nu.feiten[k - 1][0] === paar[0], deel = meer ? lijst.lastChild : maak('div');
      if (!meer) deel.appendChild(maak('dt', paar[0]));
      deel.appendChild(maak('dd', paar[1]));
      if (!meer) lijst.appendChild(deel);
    });
    return lijst;
  }
  function teken(data) {
    var houder = document.getElementById('herkomst-inhoud');
    if (!houder || !data) return;
    nu = data;
    var kop = maak('h3', data.titel);
    kop.tabIndex = -1;
    kop.dataset.autofocus = 'true';
    var delen = data.spoor.length ? [spoor()] : [];
    delen.push(kop);
    if (data.waarde != null) {
      var cijfer = maak('p', null, 'cijfer');
      cijfer.append(maak('strong', data.waarde), maak('span', ' ' + data.onder));
      delen.push(cijfer);
    }
    if (data.betekenis) delen.push(maak('p', data.betekenis, 'betekenis'));
    data.blokken.forEach(function (each) { delen.push(blok(each)); });
    if (data.feiten && data.feiten.length) {
      delen.push(maak('h4', data.woorden.verder), feiten());
    }
    if (data.noten && data.noten.length) {
      var noten = maak('ul', null, 'noten');
      data.noten.forEach(function (noot) { noten.appendChild(maak('li', noot)); });
      delen.push(noten);
    }
    delen.push(maak('p', data.stempel, 'onder stand'));
    houder.replaceChildren.apply(houder, delen);
    var rol = houder.closest('.mantine-Drawer-content');
    if (rol) rol.scrollTop = 0;
    /* Who is on the way in what was drawn already is not called back. */
    setTimeout(function () { if (!houder.contains(document.activeElement)) kop.focus({ preventScroll: true }); }, 30);
  }

  /* The figure that was clicked, also where its table was drawn anew in the meantime. */
  function herkomst() {
    var knop = window.dekking.terug;
    if (!knop || knop.isConnected) return knop;
    var zelfde = function (ander) { return ander.dataset.over === knop.dataset.over && ander.dataset.jaar === knop.dataset.jaar; };
    return Array.prototype.find.call(document.querySelectorAll('.vraag'), zelfde);
  }
  /* A figure that can be asked about, outside the tables of figures. */
  window.dekking.vraagknop = function (tekst, over, jaar, label) {
    var knop = maak('button', tekst, 'vraag');
    knop.type = 'button';
    knop.dataset.over = JSON.stringify(over);
    knop.dataset.jaar = jaar;
    knop.setAttribute('aria-label', label);
    return knop;
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.herkomst = {
    teken: function (data) { teken(data); return data ? 'getekend' : window.dash_clientside.no_update; },
    dicht: function (open) {
      if (!open) setTimeout(function () { var knop = herkomst(); if (knop) knop.focus(); }, 30);
      return open ? 'open' : 'dicht';
    }
  };
})();
