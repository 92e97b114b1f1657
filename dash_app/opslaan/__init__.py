"""Keeping scenarios: saving with a name and a note, earlier versions, and the choice when two windows differ.

The browser asks (`assets/57-opslaan*.js`), `handelingen` answers, and nothing is said to be saved before the store has
confirmed it. The dialogs keep what was typed until then.
"""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output

from dash_app.context import Context
from dash_app.loket import beantwoord
from dash_app.opslaan.handelingen import handelingen
from dash_app.opslaan.venster import knoppen, layout

__all__ = ["ADRES", "knoppen", "layout", "register"]

ADRES = "/opslag"


def register(app: Dash, context: Context) -> None:
    """Save, list and open versions when asked; let the browser know what is open."""
    beantwoord(app, ADRES, handelingen(context))
    app.clientside_callback(
        ClientsideFunction("opslaan", "volg"),
        Output("opslaan", "data-stand"),
        Input("staat", "data"),
        Input("geschiedenis", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("opslaan", "gesloten"),
        Output("opslaan", "data-open"),
        Input("opslaan-venster", "opened"),
        Input("versies-venster", "opened"),
    )
