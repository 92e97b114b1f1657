/* Words that change with the state, as headings and lists; and a table as it pastes into Word. */
(function () {
  var maak = window.dekking.maak;

  /* A line of a list: a text, or {tekst, url} of a publication that can be opened, or {tekst, delen} with lines below it. */
  function punt(regel) {
    var li = maak('li', typeof regel === 'string' ? regel : regel.tekst);
    if (/^https?:/.test(regel.url || '')) {
      var link = maak('a', regel.url);
      link.href = regel.url;
      link.rel = 'noopener noreferrer';
      link.target = '_blank';
      li.appendChild(document.createTextNode(' '));
      li.appendChild(link);
    }
    if ((regel.delen || []).length) {
      var onder = maak('ul');
      regel.delen.forEach(function (deel) { onder.appendChild(punt(deel)); });
      li.appendChild(onder);
    }
    return li;
  }

  /* {id of a place: [{kop, regels}]}: what did not change stays, so that nothing is read out twice. */
  function woorden(data) {
    Object.keys(data || {}).forEach(function (ident) {
      var plek = document.getElementById(ident), tekst = JSON.stringify(data[ident]);
      if (!plek || plek.dekkingTekst === tekst) return;
      plek.dekkingTekst = tekst;
      var delen = [];
      data[ident].forEach(function (groep) {
        var deel = maak('div'), lijst = maak('ul');
        if (groep.kop) deel.appendChild(maak('h3', groep.kop));
        groep.regels.forEach(function (regel) { lijst.appendChild(punt(regel)); });
        deel.appendChild(lijst);
        delen.push(deel);
      });
      plek.replaceChildren.apply(plek, delen);
    });
    return data ? 'getekend' : window.dash_clientside.no_update;
  }

  /* A figure's table as Word takes it: caption, unit, heads, figures at the right, notes. All text is escaped. */
  function veilig(tekst) {
    return String(tekst).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  }
  var RAND = 'border-bottom:1px solid #999;padding:2pt 4pt;';
  function cel(soort, tekst, stijl) { return '<' + soort + ' style="' + RAND + stijl + '">' + veilig(tekst) + '</' + soort + '>'; }
  function alsHtml(data) {
    var t = data.tabel, uit = '<p><b>' + veilig(data.titel) + '</b></p><table style="border-collapse:collapse;font-size:9pt">';
    uit += '<caption style="text-align:left">' + veilig(t.bijschrift) + '</caption><thead><tr>' + cel('th', '', '');
    uit += t.koppen.map(function (kop) { return cel('th', kop, 'text-align:right;'); }).join('') + '</tr></thead><tbody>';
    t.rijen.forEach(function (rij) {
      var zwaar = rij.stijl === 'sum' || rij.stijl === 'head' ? 'font-weight:bold;' : '';
      uit += '<tr>' + cel('th', rij.label, 'text-align:left;font-weight:normal;' + zwaar);
      uit += rij.cellen.map(function (tekst) { return cel('td', tekst, 'text-align:right;white-space:nowrap;' + zwaar); }).join('') + '</tr>';
    });
    uit += '</tbody></table>';
    return uit + t.noten.map(function (noot) { return '<p style="font-size:8pt">' + veilig(noot) + '</p>'; }).join('');
  }
  function alsTekst(data) {
    var t = data.tabel, regels = [data.titel, t.bijschrift, [''].concat(t.koppen).join('\t')];
    t.rijen.forEach(function (rij) { regels.push([rij.label].concat(rij.cellen).join('\t')); });
    return regels.concat(t.noten).join('\r\n');
  }
  /* What the figures rest on, as the page lists it. */
  function gronden(plek) {
    var html = '', tekst = [];
    if (!plek) return { html: html, tekst: '' };
    html = '<p style="font-size:8pt"><b>' + veilig(plek.parentNode.querySelector('h2').textContent) + '</b></p>';
    plek.querySelectorAll('h3, li').forEach(function (deel) {
      tekst.push(deel.textContent);
      html += '<p style="font-size:8pt">' + (deel.tagName === 'H3' ? '<b>' + veilig(deel.textContent) + '</b>' : veilig(deel.textContent)) + '</p>';
    });
    return { html: html, tekst: tekst.join('\r\n') };
  }
  function oudeWeg(html) {
    var plek = maak('div');
    plek.contentEditable = 'true';
    plek.className = 'alleen-lezen';
    plek.insertAdjacentHTML('beforeend', html);   // made above, every text escaped
    document.body.appendChild(plek);
    var bereik = document.createRange(), keus = window.getSelection();
    bereik.selectNodeContents(plek);
    keus.removeAllRanges();
    keus.addRange(bereik);
    var gelukt = document.execCommand('copy');
    keus.removeAllRanges();
    plek.remove();
    return gelukt;
  }
  async function kopieer(knop) {
    var gevonden = knop.dataset.kopieer.split(',').map(function (ident) { return document.getElementById(ident).dekking; }).filter(Boolean);
    if (!gevonden.length) return false;
    var rust = gronden(document.getElementById('wie-betaalt-gronden')), stempel = gevonden[0].stempel;
    var html = '<html lang="' + document.documentElement.lang + '"><meta charset="utf-8"><body>' + gevonden.map(alsHtml).join('<br>') +
      rust.html + '<p style="font-size:8pt">' + veilig(stempel) + '</p></body></html>';
    var tekst = gevonden.map(alsTekst).concat([rust.tekst, stempel]).join('\r\n\r\n');
    try {
      await navigator.clipboard.write([new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([tekst], { type: 'text/plain' })
      })]);
      return true;
    } catch (mis) { return oudeWeg(html); }
  }
  document.addEventListener('click', async function (gebeurtenis) {
    var knop = gebeurtenis.target.closest && gebeurtenis.target.closest('[data-kopieer], [data-afdruk]');
    if (!knop) return;
    if (knop.dataset.afdruk) { window.print(); return; }
    var nl = document.documentElement.lang !== 'en', plek = document.getElementById('wie-betaalt-gekopieerd');
    plek.textContent = '';
    var gelukt = await kopieer(knop);
    knop.focus();
    plek.textContent = gelukt
      ? (nl ? 'Gekopieerd: plak het in Word als tabel.' : 'Copied: paste it into Word as a table.')
      : (nl ? 'Kopiëren is niet gelukt: de browser staat het niet toe.' : 'Copying failed: the browser does not allow it.');
  });

  /* The page on one A4: laid out at the width of the paper, as large as it fits. */
  var MM = 96 / 25.4, HOOG = 272 * MM, GROOTST = 1.4, KLEINST = 0.5, STAP = 0.02;
  function past(blad, schaal) {
    document.documentElement.style.setProperty('--schaal', String(schaal));
    return blad.getBoundingClientRect().height <= HOOG && blad.scrollWidth <= blad.clientWidth;
  }
  window.addEventListener('beforeprint', function () {
    var blad = document.querySelector('.blad'), wortel = document.documentElement;
    if (!blad) return;
    wortel.classList.add('op-a4');
    var details = blad.querySelector('details');
    if (details) { details.dataset.dicht = details.open ? '' : 'ja'; details.open = true; }
    for (var schaal = GROOTST; schaal > KLEINST && !past(blad, schaal); schaal -= STAP);
  });
  window.addEventListener('afterprint', function () {
    document.documentElement.classList.remove('op-a4');
    document.documentElement.style.removeProperty('--schaal');
    var details = document.querySelector('.blad details');
    if (details && details.dataset.dicht === 'ja') details.open = false;
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.naast = { woorden: woorden };
})();
