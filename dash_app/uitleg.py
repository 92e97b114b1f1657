"""An explanation as plain data, as the panel draws it: texts as printed, what can be asked further, publications."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from dash_app.gevraagd import Gevonden
from model.baseline import Baseline, Referentie
from model.explanation import Block, Origin, Term
from model.tables import ROUNDING, Line, Scale, Table, adds_up
from model.text import Language, Text
from model.words import EXTRAPOLATED, EXTRAPOLATION, STATUSSEN

_ID = re.compile(r"[\w.]+(?:-[\w.]+)*")
_FETCHED = ("http", "https")
_OPS = {
    "+": Text("plus", "plus"),
    "−": Text("min", "minus"),
    "×": Text("maal", "times"),
    "÷": Text("gedeeld door", "divided by"),
    "=": Text("is", "equals"),
    "": Text("", ""),
}


def uitleg(gevonden: Gevonden, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return an explanation as plain data: texts as printed, and what can be asked further."""
    found, baseline = gevonden.uitleg, gevonden.baseline
    notes = [note.say(taal) for note in found.notes]
    if not all(_adds_up(block, scale) for block in found.blocks):
        notes.append(ROUNDING.say(taal))
    when = found.when.say(taal) if found.when else str(found.year)
    return {
        "titel": found.title.say(taal),
        "waarde": Term(found.title, found.value, found.unit).printed(taal, scale),
        "onder": " · ".join((when, _captioned(found.caption, taal, scale), gevonden.wie.say(taal))),
        "betekenis": found.meaning.say(taal) if found.meaning else "",
        "blokken": [_block(block, baseline, taal, scale) for block in found.blocks],
        "feiten": [[label.say(taal), met_titels(said.say(taal), baseline)] for label, said in found.facts],
        "noten": notes,
        "stempel": gevonden.stempel,
    }


def _captioned(caption: Text, taal: Language, scale: Scale) -> str:
    return Table(caption, caption, (), ()).captioned(taal, scale)


def _adds_up(block: Block, scale: Scale) -> bool:
    """Return whether a sum adds up as printed; steps of another sort are no sum."""
    if block.total is None or any(term.op not in ("+", "") or term.unit != "amount" for term in block.terms):
        return True
    lines = [Line(term.label, np.array([term.value]), "part") for term in block.terms]
    return adds_up([*lines, Line(block.title, np.array([block.total.value]), "sum")], scale)


def _block(block: Block, baseline: Baseline, taal: Language, scale: Scale) -> dict[str, Any]:
    total = block.total
    return {
        "titel": block.title.say(taal),
        "zin": _captioned(block.sentence, taal, scale) if block.sentence else "",
        "stappen": any(term.op in ("−", "×", "÷", "=") for term in block.terms),
        "rijen": [_row(term, baseline, taal, scale) for term in block.terms],
        "totaal": None if total is None else {"label": total.label.say(taal), "tekst": total.printed(taal, scale)},
    }


def _row(term: Term, baseline: Baseline, taal: Language, scale: Scale) -> dict[str, Any]:
    return {
        "teken": term.op,
        "gezegd": _OPS[term.op].say(taal),
        "label": term.label.say(taal),
        "tekst": term.printed(taal, scale),
        "over": list(term.about),
        "jaar": term.year,
        "bron": None if term.origin is None else bron(term.origin, baseline, taal),
    }


def bron(origin: Origin, baseline: Baseline, taal: Language) -> dict[str, Any]:
    """Return on what an amount rests: its status in words, phase, reason and publication."""
    word = EXTRAPOLATION if origin.status == EXTRAPOLATED else STATUSSEN.get(origin.status)
    known = baseline.references.get(origin.referentie)
    return {
        "status": "aanname" if origin.status == EXTRAPOLATED else origin.status,
        "woord": word.say(taal) if word else origin.status,
        "stand": origin.stand,
        "reden": met_titels(origin.toelichting, baseline),
        "publicatie": publicatie(known) if known else {"titel": origin.referentie} if origin.referentie else None,
    }


def genoemde(text: str) -> list[str]:
    """Return the words of a text that may be the id of a publication."""
    return _ID.findall(text)


def met_titels(text: str, baseline: Baseline) -> str:
    """Return a text with the titles of the publications that it names by their ids."""
    known = baseline.references
    return _ID.sub(lambda word: f"‘{known[word[0]].titel}’" if word[0] in known else word[0], text)


def publicatie(reference: Referentie) -> dict[str, str]:
    """Return a publication as plain data; its address only where it is one that a browser may follow."""
    return {
        "id": reference.id,
        "titel": reference.titel,
        "kenmerk": reference.kenmerk or "",
        "datum": reference.datum or "",
        "uitgever": reference.uitgever or "",
        "vindplaats": reference.vindplaats or "",
        "citaat": reference.citaat or "",
        "url": adres(reference.url),
    }


def adres(url: str | None) -> str:
    """Return an address that may be a link, else nothing."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url or "" if parts.scheme.lower() in _FETCHED and parts.netloc else ""
