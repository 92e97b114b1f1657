"""Page bronnen."""

from __future__ import annotations

from typing import Any

from dash import Dash, html

from dash_app.context import Context
from model.text import Language


def layout(context: Context, taal: Language) -> Any:
    """Return the page."""
    return [html.H1("bronnen")]


def register(app: Dash, context: Context) -> None:
    """Fill the page."""
