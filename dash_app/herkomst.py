"""Where a figure comes from: a panel that opens beside the page for any number that is clicked."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import Dash

from dash_app.context import Context
from model.text import Language, Text

_TITLE = Text("Waar komt dit vandaan?", "Where does this come from?")


def layout(taal: Language) -> Any:
    """Return the panel, closed."""
    return dmc.Drawer(id="herkomst", title=_TITLE.say(taal), position="right", size="lg", opened=False)


def register(app: Dash, context: Context) -> None:
    """Fill the panel when a figure is asked for."""
