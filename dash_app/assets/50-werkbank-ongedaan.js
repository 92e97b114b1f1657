/* Undo and redo. One rule for Ctrl+Z: what was typed and not sent is the browser's own to undo; all else is a step of the
   scenario, also inside a field, which then shows what the scenario has. Ctrl+Y follows whoever undid last. */
(function () {
  var dekking = window.dekking, t = dekking.deel.t;
  var MEEST = 60, geschiedenis = { terug: [], vooruit: [] }, eigen = null;

  function kan(wat) { return geschiedenis[wat].length > 0; }
  function bewaar(nieuw) {
    geschiedenis = nieuw;
    window.dash_clientside.set_props('geschiedenis', { data: nieuw });
    dekking.balk.knoppen();
  }
  /* An action as it is sent: a step back or forth with the work that it brings back; null where there is none. */
  function inhoud(actie) {
    if (actie.doe !== 'terug' && actie.doe !== 'vooruit') return actie;
    var stapel = geschiedenis[actie.doe];
    return stapel.length ? { doe: 'herstel', werk: stapel[stapel.length - 1], vooruit: actie.doe === 'vooruit' } : null;
  }
  /* After an answered action: `staat` is what was before it. */
  function na(actie, antwoord, staat) {
    var was = Object.assign({}, staat.werk, { verwijzing: staat.verwijzing, oorsprong: staat.oorsprong });
    if (inhoud(actie) !== actie) {
      var naar = actie.doe === 'terug' ? 'vooruit' : 'terug', nieuw = {};
      nieuw[actie.doe] = geschiedenis[actie.doe].slice(0, -1);
      nieuw[naar] = geschiedenis[naar].concat([was]);
      bewaar(nieuw);
    } else if (antwoord.telt) bewaar({ terug: geschiedenis.terug.concat([was]).slice(-MEEST), vooruit: [] });
  }
  function stap(wat) {
    if (kan(wat)) dekking.werkbank.doe({ doe: wat });
    else dekking.werkbank.zeg(wat === 'terug' ? t('Er is niets om ongedaan te maken.', 'There is nothing to undo.') : t('Er is niets om opnieuw te doen.', 'There is nothing to redo.'));
  }

  document.addEventListener('keydown', function (g) {
    var doel = g.target, toets = g.key.toLowerCase();
    if (!(g.ctrlKey || g.metaKey) || g.altKey || !document.getElementById('werkbank') || doel.closest('dialog, [role=dialog]')) return;
    var wat = toets === 'y' || (toets === 'z' && g.shiftKey) ? 'vooruit' : toets === 'z' ? 'terug' : '';
    if (!wat) return;
    if (dekking.deel.ongezonden(doel)) { if (wat === 'terug') eigen = doel; return; }
    if (wat === 'vooruit' && eigen === doel) return;
    eigen = null;
    g.preventDefault();
    stap(wat);
  });
  document.addEventListener('input', function (g) { if (g.inputType !== 'historyUndo' && g.inputType !== 'historyRedo') eigen = null; });
  document.addEventListener('change', function () { eigen = null; });

  dekking.ongedaan = {
    kan: kan, inhoud: inhoud, na: na, stap: stap,
    onthoud: function (data) { geschiedenis = data; dekking.balk.knoppen(); }
  };
})();
