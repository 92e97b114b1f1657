"""Where the files of a department contradict each other, as a table to choose in; and what was decided of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.centrum import Centrum, besluit_van
from model.io.returns.conflict_words import CENTRUM, gestuurd, gezegd, leesbaar, waar, wie
from model.io.returns.decisions import OPEN, Besluit, Onbesluit, inhoud_uit
from model.io.returns.labels import inhoud_woorden, item_woorden, kolom_woorden
from model.io.returns.merged import Bijeen, Uitslag
from model.returns.conflict import Conflict
from model.returns.edits import Plek, plek
from model.text import Language


def conflicten(uitslag: Uitslag, ident: str, taal: Language) -> Iterator[dict[str, Any]]:
    """Yield the conflicts of a department in the order of the table, the open ones first."""
    for departement, each, stand in uitslag.conflicten:
        if departement == ident:
            yield _conflict(each, uitslag, ident, taal) | {"open": stand == OPEN}


def overbodig(uitslag: Uitslag, ident: str, taal: Language) -> Iterator[dict[str, Any]]:
    """Yield the decisions about places where files no longer contradict each other."""
    for who, place in uitslag.overbodig:
        if who == ident:
            decided = uitslag.besluiten[ident][place]
            yield _plek(place, uitslag, ident, taal) | {"besluit": _besluit(place, decided, taal)}


def geschiedenis(centrum: Centrum, ident: str, taal: Language) -> Iterator[list[str]]:
    """Yield all that was ever decided here of a department, the latest first: when, row, column, decision, by, why."""
    uitslag = centrum.uitslag(taal)
    for each in reversed(centrum.archief.beslissingen()):
        if each.departement == ident:
            place = plek(each.plek)
            where, what = _plek(place, uitslag, ident, taal), besluit_van(place, each, uitslag.ronde)
            words = w.TERUG.say(taal) if each.keuze is None else leesbaar(place, what.inhoud, taal)
            yield [what.wanneer, where["regel"], where["kolom"], words, what.door, what.reden]


def _plek(place: Plek, uitslag: Uitslag, ident: str, taal: Language) -> dict[str, Any]:
    return {
        "plek": place.tekst(),
        "regel": item_woorden(place, uitslag.posten(ident), uitslag.ronde, taal),
        "kolom": kolom_woorden(place, uitslag.ronde, taal) or w.GEHEEL[place.soort].say(taal),
        "gezien": gezien(uitslag, ident, place),
    }


def gezien(uitslag: Uitslag, ident: str, place: Plek) -> str:
    """Return what tells the decision about a place from any other; nothing where there is none.

    A window sends it along, so that nobody decides over what another has decided meanwhile.
    """
    decided = uitslag.besluiten.get(ident, {}).get(place)
    return "" if decided is None else repr(decided)


def _conflict(conflict: Conflict, uitslag: Uitslag, ident: str, taal: Language) -> dict[str, Any]:
    place, bijeen = conflict.plek, uitslag.departementen[ident]
    unused = place in bijeen.samenvoeging.ongebruikt
    besluit = None if unused else uitslag.besluiten.get(ident, {}).get(place)
    return _plek(place, uitslag, ident, taal) | {
        "cel": waar(conflict, bijeen.inzendingen),
        "gestuurd": gestuurd(conflict, taal, leesbaar),
        "lezingen": _lezingen(conflict, uitslag, ident, taal),
        "anders": bool(place.onderdeel),
        "besluit": _vanzelf(place, taal) if besluit is None else _besluit(place, besluit, taal),
    }


def _lezingen(conflict: Conflict, uitslag: Uitslag, ident: str, taal: Language) -> list[dict[str, Any]]:
    """Return what was said: in which words and by whom (`zegt`), in whose favour (`van`), and if it `kan` stand."""
    bijeen = uitslag.departementen[ident]
    names, found = partijen(bijeen, taal), dict[str, dict[str, Any]]()
    for each in conflict.lezingen:
        choice = inhoud_woorden(conflict.plek, each.inhoud, taal)
        mine = found.setdefault(choice, {"keuze": choice, "zegt": {}, "van": []})
        mine["kan"] = _kan(conflict.plek, choice, uitslag)
        words = gezegd(conflict, each, uitslag.posten(ident), uitslag.ronde, taal, leesbaar)
        mine["zegt"].setdefault(words, []).append(wie(each, bijeen.inzendingen, taal))
        mine["van"].append(names[each.herkomst.bestand])
    return [each | {"zegt": list(each["zegt"].items())} for each in found.values()]


def _kan(place: Plek, choice: str, uitslag: Uitslag) -> bool:
    """Return whether what was said can be decided: a file may say what cannot stand there."""
    try:
        inhoud_uit(place, choice, uitslag.ronde)
    except Onbesluit:
        return False
    return True


def partijen(bijeen: Bijeen, taal: Language) -> Mapping[str, str]:
    """Return by file in whose favour can be decided: its directorate, or the file itself where that does not tell."""
    origins = [each.opgave.herkomst for each in bijeen.inzendingen if each.opgave is not None]
    files = Counter(origin.directie for origin in origins)
    alone = {each.bestand: each.directie for each in origins if each.directie and files[each.directie] == 1}
    return {"": CENTRUM.say(taal)} | {each.bestand: each.bestand for each in origins} | alone


def _vanzelf(place: Plek, taal: Language) -> dict[str, str]:
    """Return why a conflict is settled about which nobody decided."""
    said = w.LATER_GETEKEND if place.soort == "aftekening" else w.VERVALT_MEE
    return {"tekst": said.say(taal), "door": "", "wanneer": "", "reden": ""}


def _besluit(place: Plek, besluit: Besluit, taal: Language) -> dict[str, str]:
    told = {"door": besluit.door, "wanneer": besluit.wanneer, "reden": besluit.reden}
    return {"tekst": leesbaar(place, besluit.inhoud, taal), **told}
