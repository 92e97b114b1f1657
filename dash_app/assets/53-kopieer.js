/* Words that change with the state, as headings and lists; and a table as it pastes into Word. */
(function () {
  function maak(soort, tekst, klasse) {
    var deel = document.createElement(soort);
    if (tekst != null) deel.textContent = tekst;
    if (klasse) deel.className = klasse;
    return deel;
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
        groep.regels.forEach(function (regel) { lijst.appendChild(maak('li', regel)); });
        deel.appendChild(lijst);
        delen.push(deel);
      });
      plek.replaceChildren.apply(plek, delen);
    });
    return data ? 'getekend' : window.dash_clientside.no_update;
  }
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.naast = { woorden: woorden };
})();
