"""Where a figure comes from: a panel that opens beside the page for any number that is clicked.

The window asks (`gevraagd`: what the figure is, its year, and the questions before it), the model explains
(`model.explanation`), the browser draws (`assets/55-herkomst.js`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.context import Context
from dash_app.gevraagd import gevonden
from dash_app.staat import Staat, staat_van
from dash_app.uitleg import uitleg
from model.text import Language, Text

TITLE = Text("Waar komt dit vandaan?", "Where does this come from?")
CLOSE = Text("Sluiten", "Close")
UNKNOWN = Text("Dit cijfer is niet verder te ontleden", "This figure cannot be taken apart")
UNKNOWN_WHY = Text(
    "Het hoort niet bij de scenario's die nu open staan.",
    "It does not belong to the scenarios that are open now.",
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
_LONGEST = 24  # questions in a trail


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
    """Return what the browser draws for a question about a figure."""
    over = tuple(str(word) for word in asked.get("over") or ())
    jaar = asked.get("jaar")
    found = gevonden(context, staat, over, jaar) if isinstance(jaar, int) else None
    said: dict[str, Any] = {"titel": UNKNOWN.say(staat.taal), "betekenis": UNKNOWN_WHY.say(staat.taal), "blokken": [],
                            "stempel": ""}  # fmt: skip
    if found is not None:
        said = uitleg(found, staat.taal, staat.eenheid)
    return said | {
        "over": list(over),
        "jaar": jaar,
        "nummer": asked.get("nummer"),
        "spoor": _trail(asked.get("spoor")),
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
