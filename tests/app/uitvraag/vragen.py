"""What a browser asks of a round, as the tests of the page ask it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from returns.klein import Klein

from dash_app.uitvraag.centrum import Centrum
from dash_app.uitvraag.handelingen import handelingen
from model.returns.columns import KOLOMMEN
from model.returns.edits import Plek


def vraag(centrum: Centrum, doe: str, taal: str = "nl", **more: Any) -> Any:
    return handelingen(centrum)[doe]({"doe": doe, **more}, taal)  # type: ignore[arg-type]


def ontvang(centrum: Centrum, path: Path, naam: str = "") -> Any:
    content = "data:;base64," + base64.b64encode(path.read_bytes()).decode()
    return vraag(centrum, "ontvang", naam=naam or path.name, inhoud=content)


def lees(centrum: Centrum) -> None:
    for each in vraag(centrum, "stand")["ongelezen"]:
        assert each["digest"] in vraag(centrum, "lees", digest=each["digest"])["uitkomsten"]


def bestand(centrum: Centrum, soort: str, wat: str = "") -> tuple[str, bytes]:
    made = vraag(centrum, "maak", soort=soort, wat=wat)["bestand"]
    return made["filename"], base64.b64decode(made["content"])


def plek_van_conflict(klein: Klein) -> str:
    return Plek("regel", tuple(klein.rij), KOLOMMEN[0]).tekst()
