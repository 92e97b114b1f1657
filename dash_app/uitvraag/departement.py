"""One department in full: its files, what was found in them, where they contradict each other, and its sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.antwoorden import gevonden
from dash_app.uitvraag.centrum import Centrum, op_departement
from dash_app.uitvraag.conflicten import conflicten, geschiedenis, overbodig
from dash_app.uitvraag.stand import geweigerd
from model.io.returns.conflict_words import afzender
from model.io.returns.labels import item_woorden
from model.io.returns.merged import Bijeen, Melding
from model.io.returns.reading import Inzending
from model.io.store.returns import Ontvangen
from model.returns.bevinding import ERNSTEN
from model.returns.fields import AFTEKENING, VERKLARINGEN
from model.returns_tables import money_caption
from model.text import Language


def departement(centrum: Centrum, ident: str, taal: Language) -> dict[str, Any]:
    """Return everything there is of a department; raise `KeyError` where the round has no such department."""
    uitslag = centrum.uitslag(taal)
    bijeen, refused = uitslag.departementen.get(ident), op_departement(uitslag).get(ident, [])
    kept = {each.naam: each for each in centrum.archief.bestanden()}
    return {
        "id": ident,
        "naam": uitslag.ronde.departementen[ident].naam,
        "bestanden": [
            *(_overgenomen(each, kept[each.bestand], taal) for each in (bijeen.inzendingen if bijeen else ())),
            *({**geweigerd(each, kept[each.bestand], taal), "stand": w.GEWEIGERD.say(taal)} for each in refused),
        ],
        "hint": w.ZELFDE_DIRECTIE.say(taal) if bijeen is not None and _dubbel(bijeen) else "",
        "bevindingen": [_bevinding(each, taal) for each in gevonden(uitslag).get(ident, ())],
        "conflicten": list(conflicten(uitslag, ident, taal)),
        "overbodig": list(overbodig(uitslag, ident, taal)),
        "geschiedenis": list(geschiedenis(centrum, ident, taal)),
        "eenheid": w.EENHEID_LIJST.say(taal, geld=money_caption(uitslag.ronde).say(taal)),
        "aftekening": [] if bijeen is None else list(_aftekening(bijeen, taal)),
        "verwijderd": []
        if bijeen is None
        else [
            item_woorden(each, uitslag.posten(ident), uitslag.ronde, taal) for each in bijeen.samenvoeging.verwijderd
        ],
    }


def _overgenomen(file: Inzending, kept: Ontvangen, taal: Language) -> dict[str, Any]:
    return {
        "naam": kept.naam,
        "digest": kept.digest,
        "moment": kept.ontvangen.isoformat(),
        "van": "" if file.opgave is None else afzender(file.opgave, taal),
        "stand": w.OVERGENOMEN.say(taal),
        "redenen": [],
    }


def _dubbel(bijeen: Bijeen) -> bool:
    """Return whether two files come from one directorate: the later may be meant to replace the earlier."""
    who = [each.opgave.herkomst.directie for each in bijeen.inzendingen if each.opgave is not None]
    return len(set(who)) < len(who)


def _bevinding(told: Melding, taal: Language) -> dict[str, Any]:
    found, where = told.bevinding, told.bevinding.vindplaats
    parts = found.delen(taal)
    return {
        "ernst": found.ernst if found.open else "uitgelegd",
        "woord": ERNSTEN[found.ernst].say(taal),
        "cellen": [
            where.adres, where.regel, where.kolom, parts.gevonden, parts.verwacht, parts.herstel, found.uitleg,
            told.bestand,
        ],
    }  # fmt: skip


def _aftekening(bijeen: Bijeen, taal: Language) -> Iterator[list[str]]:
    signed = bijeen.opgave.aftekening
    for veld in AFTEKENING:
        yield [veld.term.naam.say(taal), signed.get(veld.ident) or w.ONTBREEKT.say(taal)]
    for veld in VERKLARINGEN:
        if said := signed.get(veld.ident):
            yield [veld.term.naam.say(taal), veld.keuzes[said].naam.say(taal) if said in veld.keuzes else said]
