/* The switches above a page are part of the state. Every change of the state sets them, which asks nothing of the server. */
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.schil = {
  geschakeld: function (eenheid, prijzen, jaren, staat) {
    var zo = { eenheid: eenheid, prijzen: prijzen, jaren: jaren };
    var anders = staat && Object.keys(zo).some(function (naam) { return staat[naam] !== zo[naam]; });
    return anders ? Object.assign({}, staat, zo) : window.dash_clientside.no_update;
  }
};
