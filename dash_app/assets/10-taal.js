/* Numbers and names as the page's language writes them; the charts' own words in Dutch. */
(function () {
  var nl = document.documentElement.lang !== 'en';
  var maanden = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober',
    'november', 'december'];
  var dagen = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'];
  if (nl && window.Plotly) {
    window.Plotly.register({
      moduleType: 'locale', name: 'nl',
      dictionary: {
        'Double-click to zoom back out': 'Dubbelklik om uit te zoomen',
        'Double-click on legend to isolate one trace': 'Dubbelklik in de legenda om één reeks te tonen'
      },
      format: {
        days: dagen, shortDays: dagen.map(function (dag) { return dag.slice(0, 2); }),
        months: maanden, shortMonths: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
        date: '%d-%m-%Y', decimal: ',', thousands: '.', year: '%Y', month: '%b %Y', dayMonth: '%-d %b',
        dayMonthYear: '%-d %b %Y'
      }
    });
  }

  /* A number as a Dutch (or English) finance person types it: 1.234,5  € 1.234  (1.234)  ‒ 12,5 %. Null where it is none;
     undefined where it can be read in two ways. */
  function gelezen(tekst) {
    var s = String(tekst == null ? '' : tekst).replace(/[\s\u00a0\u202f€]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
    if (s === '') return null;
    var procent = /%$/.test(s), haakjes = /^\(.*\)$/.test(s);
    s = s.replace(/%$/, '').replace(/^\((.*)\)$/, '-$1');
    var duizend = nl ? '.' : ',', komma = nl ? ',' : '.';
    var gegroepeerd = new RegExp('^-?\\d{1,3}(\\' + duizend + '\\d{3})+(\\' + komma + '\\d+)?$');
    var gewoon = new RegExp('^-?\\d+(\\' + komma + '\\d+)?$');
    var anders = new RegExp('^-?\\d+\\' + duizend + '\\d+$');
    if (gegroepeerd.test(s)) s = s.split(duizend).join('');
    else if (anders.test(s)) s = s.replace(duizend, komma);   // 12.5 in Dutch: three digits would have been thousands
    else if (!gewoon.test(s)) return undefined;
    var getal = Number(s.replace(komma, '.'));
    if (!isFinite(getal) || (haakjes && getal > 0)) return undefined;
    return procent ? getal / 100 : getal;
  }
  function geschreven(getal) {
    if (getal == null || isNaN(getal)) return '';
    return new Intl.NumberFormat(nl ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 9 }).format(getal);
  }
  /* An amount is read as one word: no line ends between € and its number, or between a number and mln or %. */
  function bijeen(tekst) {
    return String(tekst).replace(/\bx (?=€)|[€‒] (?=[€\d])|\d (?=mln\b|%)/g, function (deel) { return deel.slice(0, -1) + '\u00a0'; });
  }
  function kies(dutch, english) { return nl ? dutch : english; }
  window.dekking = window.dekking || {};
  window.dekking.taal = { nl: nl, kies: kies, gelezen: gelezen, geschreven: geschreven, bijeen: bijeen };
})();
