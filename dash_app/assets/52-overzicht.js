/* The overview: its key figures and findings, drawn in place. */
(function () {
  var zeg = window.dekking.schrijf;
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.overzicht = {
    vertel: function (data) {
      if (!data) return window.dash_clientside.no_update;
      zeg(document.getElementById('overzicht-over'), data.over);
      window.dekking.kerngetallen(document.getElementById('overzicht-kern'), data.kern);
      var lijst = document.getElementById('overzicht-bevindingen');
      window.dekking.evenveel(lijst, data.bevindingen.length, function () { return document.createElement('li'); });
      data.bevindingen.forEach(function (tekst, k) { zeg(lijst.children[k], tekst); });
      document.getElementById('overzicht-opvallend').hidden = !data.bevindingen.length;
      document.getElementById('overzicht-kernvak').hidden = !data.kern.length;
      return 'verteld';
    }
  };
  /* On paper charts are as wide as the page, and not higher than they need be. */
  function teken(papier) {
    document.querySelectorAll('.overzicht .figuur.js-plotly-plot').forEach(function (figuur) {
      if (figuur.offsetParent) window.dekking.teken(figuur, figuur.dekking, papier);
    });
  }
  window.addEventListener('beforeprint', function () { teken({ breedte: 690, hoogte: 240 }); });
  window.addEventListener('afterprint', function () { teken(); });
})();
