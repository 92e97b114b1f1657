"""Keeping scenarios: saving with a name and a note, earlier versions, and the choice when two windows differ."""

from __future__ import annotations

from typing import Any

from dash import Dash, html

from dash_app.context import Context
from model.text import Language


def layout(taal: Language) -> Any:
    """Return the dialogs of saving, closed."""
    return html.Div(id="opslaan", lang=taal)


def register(app: Dash, context: Context) -> None:
    """Save when asked."""
