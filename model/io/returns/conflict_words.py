"""A conflict in words: in which cells it stands, what stood there, what each file says, and whose words those are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from model.errors import figure
from model.io.returns.labels import Posten, inhoud_woorden, item_woorden, kolom_woorden
from model.io.returns.places import plaats_van
from model.io.returns.reading import Inzending
from model.returns.conflict import Conflict, Lezing
from model.returns.edits import BEHOUDEN, Inhoud, Plek, Wijziging
from model.returns.opgave import Cel, Opgave
from model.returns.ronde import Ronde
from model.text import Language, Text

CENTRUM = Text("het centrum, in de nieuwe ronde", "the centre, in the new round")
_SIGNED = {"fez": Text("FEZ: {who}", "FEZ: {who}"), "cio": Text("CIO: {who}", "CIO: {who}")}
_UNSIGNED = Text("geen directie en niet getekend", "no directorate and not signed")
_THERE = Text("stond er", "was there")
_GONE = Text("verwijderd: staat niet in het bestand", "removed: is not in the file")
_KEPT = Text("behouden, met {changes}", "kept, with {changes}")
_MORE = Text("en nog {n}", "and {n} more")
_MOST = 6  # changes in a row or post that are told
Zeg = Callable[[Plek, Inhoud, Language], str]
"""Says what stands at a place: as it can be typed (`inhoud_woorden`), or as people read it (`leesbaar`)."""


def waar(conflict: Conflict, inzendingen: Sequence[Inzending]) -> str:
    """Return the sheet and cell of a conflict; with its files where not all that say something have it there."""
    key, code = plaats_van(conflict.plek)
    files = {lezing.herkomst.bestand for lezing in conflict.lezingen}
    found: dict[str, list[str]] = {}
    for each in inzendingen:
        if each.bestand in files and (place := each.plaatsen.get(key)) is not None:
            found.setdefault(f"{place.blad}!{place.cel(code)}", []).append(each.bestand)
    return next(iter(found)) if len(found) == 1 else "; ".join(f"{cell} ({', '.join(found[cell])})" for cell in found)


def gestuurd(conflict: Conflict, language: Language, zeg: Zeg = inhoud_woorden) -> str:
    """Return what stood at the place of a conflict in what was sent."""
    return zeg(conflict.plek, conflict.basis, language) if conflict.plek.onderdeel else _THERE.say(language)


def gezegd(
    conflict: Conflict, lezing: Lezing, posts: Posten, ronde: Ronde, language: Language, zeg: Zeg = inhoud_woorden
) -> str:
    """Return what was said; of a row or post that was kept, what was changed in it."""
    if conflict.plek.onderdeel:
        return zeg(conflict.plek, lezing.inhoud, language)
    if lezing.inhoud != BEHOUDEN:
        return _GONE.say(language)
    mine = sorted((each for each in conflict.wijzigt if each.herkomst == lezing.herkomst), key=_zonder_bedrag)
    told = [_wijziging(each, conflict.plek, posts, ronde, language, zeg) for each in mine[:_MOST]]
    rest = [_MORE.say(language, n=len(mine) - _MOST)] if len(mine) > _MOST else []
    return _KEPT.say(language, changes="; ".join([*told, *rest]))


def _zonder_bedrag(each: Wijziging) -> bool:
    return not (isinstance(each.wordt, Cel) and each.wordt.staat == "waarde")


def _wijziging(each: Wijziging, item: Plek, posts: Posten, ronde: Ronde, language: Language, zeg: Zeg) -> str:
    """Return a change in a row or post; in a post with what its row is called there."""
    whole, row = (item_woorden(place, posts, ronde, language) for place in (item, each.plek))
    row = row.removeprefix(whole).removeprefix(" · ")
    where = " · ".join(filter(None, (row, kolom_woorden(each.plek, ronde, language))))
    was, wordt = (zeg(each.plek, content, language) for content in (each.was, each.wordt))
    return f"{where}: {was} → {wordt}" if each.plek.onderdeel else f"{where} {wordt}"


def wie(lezing: Lezing, inzendingen: Sequence[Inzending], language: Language) -> str:
    """Return whose words they are and in which file; the centre's where they stand in the round itself."""
    for each in inzendingen:
        if each.bestand == lezing.herkomst.bestand and each.opgave is not None:
            return f"{afzender(each.opgave, language)}, {each.bestand}"
    return CENTRUM.say(language)


def afzender(opgave: Opgave, language: Language) -> str:
    """Return whose a return is: its directorate and when it signed, else who signed it and when."""
    if opgave.herkomst.directie:
        return ", ".join(filter(None, (opgave.herkomst.directie, opgave.herkomst.wanneer)))
    return ", ".join(_getekend(opgave, language)) or _UNSIGNED.say(language)


def _getekend(opgave: Opgave, language: Language) -> Iterator[str]:
    for field, said in _SIGNED.items():
        who = " ".join(filter(None, (opgave.aftekening.get(field), opgave.aftekening.get(f"{field}-datum"))))
        if who:
            yield said.say(language, who=who)


def leesbaar(plek: Plek, inhoud: Inhoud, language: Language) -> str:
    """Return what stands at a place as people read it; a number with its marks of thousands."""
    if isinstance(inhoud, Cel) and inhoud.staat == "waarde":
        return figure(inhoud.waarde, 9).say(language)
    if isinstance(inhoud, str) and plek.is_cel:
        return inhoud
    return inhoud_woorden(plek, inhoud, language)
