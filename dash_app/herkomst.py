"""Where a figure comes from: a panel that opens beside the page for any number that is clicked.

The window asks (`gevraagd`: what the figure is, its year, and the questions before it), the model explains
(`model.explanation`), the browser draws (`assets/55-herkomst.js`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import dash_mantine_components as dmc
import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.beeld import stempel
from dash_app.context import Context
from dash_app.staat import Staat, staat_van
from model.baseline import Baseline, Referentie
from model.explanation import Block, Explanation, Origin, Term, explain
from model.result import Result
from model.tables import ROUNDING, Line, Scale, Table, adds_up
from model.text import Language, Text
from model.words import EXTRAPOLATED, EXTRAPOLATION, STATUSSEN

TITLE = Text("Waar komt dit vandaan?", "Where does this come from?")
CLOSE = Text("Sluiten", "Close")
UNKNOWN = Text("Dit cijfer is niet verder te ontleden", "This figure cannot be taken apart")
UNKNOWN_WHY = Text(
    "Het hoort niet bij het scenario dat nu open staat, of het staat op zichzelf.",
    "It does not belong to the scenario that is open now, or it stands by itself.",
)
_WORDS = {
    "terug": Text("Terug naar", "Back to"),
    "spoor": Text("Eerder gevraagd", "Asked before"),
    "vraag": Text("waar komt dit vandaan?", "where does this come from?"),
    "nieuw": Text("opent in een nieuw venster", "opens in a new window"),
    "citaat": Text("Citaat", "Quote"),
    "vindplaats": Text("Vindplaats", "Place"),
    "reden": Text("Toelichting", "Explanation"),
    "stand": Text("stand", "phase"),
    "stap": Text("stap", "step"),
    "bedrag": Text("waarde", "value"),
    "verder": Text("Verder", "Also"),
    "niets": Text("Geen bedragen in dit jaar.", "No amounts in this year."),
}
_OPS = {
    "+": Text("plus", "plus"),
    "−": Text("min", "minus"),
    "×": Text("maal", "times"),
    "÷": Text("gedeeld door", "divided by"),
    "=": Text("is", "equals"),
    "": Text("", ""),
}
_LONGEST = 24  # questions in a trail
_FETCHED = ("http", "https")


def layout(taal: Language) -> Any:
    """Return the panel, closed."""
    return html.Div(
        [
            dmc.Drawer(
                [html.Div(id="herkomst-inhoud", className="herkomst")],
                id="herkomst",
                title=TITLE.say(taal),
                position="right",
                size="46rem",
                opened=False,
                keepMounted=True,
                returnFocus=False,
                closeButtonProps={"aria-label": CLOSE.say(taal)},
            ),
            dcc.Store(id="herkomst-data"),
        ]
    )


def register(app: Dash, context: Context) -> None:
    """Fill the panel when a figure is asked for."""

    @app.callback(
        Output("herkomst-data", "data"),
        Output("herkomst", "opened"),
        Input("gevraagd", "data"),
        State("staat", "data"),
        prevent_initial_call=True,
    )
    def answered(asked: Mapping[str, Any] | None, data: Mapping[str, Any] | None) -> Any:
        if not asked or data is None:
            return no_update, no_update
        return antwoord(context, staat_van(data), asked), True

    app.clientside_callback(
        ClientsideFunction("herkomst", "teken"),
        Output("herkomst-inhoud", "data-stand"),
        Input("herkomst-data", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("herkomst", "dicht"),
        Output("herkomst-inhoud", "data-open"),
        Input("herkomst", "opened"),
        prevent_initial_call=True,
    )


def antwoord(context: Context, staat: Staat, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the browser draws for a question about a figure of the open scenario."""
    over = tuple(str(word) for word in asked.get("over") or ())
    jaar = asked.get("jaar")
    result = context.uitkomst(staat.werk).result
    found = explain(result, over, jaar, staat.prijzen) if result is not None and isinstance(jaar, int) else None
    said = {"titel": UNKNOWN.say(staat.taal), "betekenis": UNKNOWN_WHY.say(staat.taal), "blokken": []}
    if found is not None and result is not None:
        said = uitleg(found, result, staat.taal, staat.eenheid)
    stamp = stempel(staat.werk.naam, staat.werk.kenmerk, context.vingerafdruk, staat.werk.kop.get("status"), staat.taal)
    return said | {
        "over": list(over),
        "jaar": jaar,
        "nummer": asked.get("nummer"),
        "spoor": _trail(asked.get("spoor")),
        "stempel": stamp,
        "woorden": {name: text.say(staat.taal) for name, text in _WORDS.items()},
    }


def _trail(spoor: Any) -> list[dict[str, Any]]:
    """Return the questions before this one, as far as they are questions."""
    if not isinstance(spoor, Sequence):
        return []
    kept = [each for each in spoor if isinstance(each, Mapping) and isinstance(each.get("over"), list)]
    return [
        {"over": each["over"], "jaar": each.get("jaar"), "titel": str(each.get("titel", ""))}
        for each in kept[-_LONGEST:]
    ]


def uitleg(found: Explanation, result: Result, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return an explanation as plain data: texts as printed, and what can be asked further."""
    baseline = result.plan.baseline
    notes = [note.say(taal) for note in found.notes]
    if not all(_adds_up(block, scale) for block in found.blocks):
        notes.append(ROUNDING.say(taal))
    return {
        "titel": found.title.say(taal),
        "waarde": Term(found.title, found.value, found.unit).printed(taal, scale),
        "onder": f"{found.when.say(taal) if found.when else found.year} · {_captioned(found.caption, taal, scale)}",
        "betekenis": found.meaning.say(taal) if found.meaning else "",
        "blokken": [_block(block, baseline, taal, scale) for block in found.blocks],
        "feiten": [[label.say(taal), said.say(taal)] for label, said in found.facts],
        "noten": notes,
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
        "reden": origin.toelichting,
        "publicatie": publicatie(known) if known else {"titel": origin.referentie} if origin.referentie else None,
    }


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
