"""Every number on every page can be asked where it comes from, and the panel says the very number that was printed.

The pages are asked for what they draw as the browser asks it: each callback that listens to the state, and the
workbench at its own address. So a page or a table that is new is asked about without a word here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient

from dash_app.app import create_app
from dash_app.beveiliging import HEADER, TOKEN
from dash_app.context import Context
from dash_app.herkomst import antwoord
from dash_app.staat import begin, staat_van
from dash_app.werkbank.antwoord import ADRES
from dash_app.werkbank.stand import OPENED
from model.text import Language

NAAST = "naast=basis,kasschuif,herijking-toegang-lang"
STATEN: tuple[tuple[str, Language], ...] = (
    ("?keuze.periode=horizon", "nl"),
    (f"?scenario=kasschuif&eenheid=mln&jaren=alle&keuze.partij=gemeenten&keuze.periode=2027&{NAAST}", "en"),
    ("?naast=basis&keuze.kerncijfer=dekkingsgraad&prijzen=lopend", "nl"),
)
STAAT = {"id": "staat", "property": "data"}
Getal = tuple[tuple[str, ...], int, str]


@pytest.fixture
def client(context: Context) -> FlaskClient:
    client = create_app(context).server.test_client()
    client.get("/")  # gives the mark without which nothing is answered
    return client


def gevraagd(client: FlaskClient, path: str, body: Mapping[str, Any]) -> Any:
    """Return what the app answers to a question of its own page."""
    cookie = client.get_cookie(TOKEN)
    assert cookie is not None
    answer = client.post(path, json=body, headers={HEADER: cookie.value})
    assert answer.status_code == 200, (path, answer.text)
    return answer.json


def getekend(client: FlaskClient, staat: Mapping[str, Any]) -> Iterator[Any]:
    """Yield all that the pages are drawn from in a state."""
    yield gevraagd(client, ADRES, {"doe": "toon", "staat": staat, "tegen": OPENED})
    for each in client.get("/_dash-dependencies").json:
        if each["clientside_function"] is None and each["inputs"] == [STAAT]:
            places = [place.rsplit(".", 1) for place in each["output"].strip(".").split("...")]
            yield gevraagd(client, "/_dash-update-component", {
                "output": each["output"],
                "outputs": [{"id": ident, "property": prop} for ident, prop in places],
                "inputs": [{**STAAT, "value": staat}],
                "state": each["state"],
                "changedPropIds": ["staat.data"],
            })  # fmt: skip


def getallen(data: Any) -> Iterator[Getal]:
    """Yield the numbers in what pages are drawn from: what is asked about each, its year, and how it is printed."""
    if isinstance(data, list):
        for each in data:
            yield from getallen(each)
    elif isinstance(data, dict) and {"koppen", "jaren", "rijen"} <= set(data):
        yield from cellen(data)
    elif isinstance(data, dict):
        if "over" in data and "jaar" in data:
            yield tuple(data["over"]), data["jaar"], data["tekst"] if "tekst" in data else data["waarde"]
        for each in data.values():
            yield from getallen(each)


def cellen(table: Mapping[str, Any]) -> Iterator[Getal]:
    for row in table["rijen"]:
        overs = row["overs"] or [row["over"]] * len(row["cellen"])
        for over, year, printed in zip(overs, table["jaren"], row["cellen"], strict=True):
            if re.search(r"\d", printed):
                yield tuple(over), year, printed


@pytest.mark.parametrize(("search", "taal"), STATEN)
def test_every_number_is_answered(context: Context, client: FlaskClient, search: str, taal: Language) -> None:
    data = begin(context, search, taal)[0].json()
    printed = {each for drawn in getekend(client, data) for each in getallen(drawn)}
    assert len(printed) > 500
    staat = staat_van(data)
    said = {
        (over, year, antwoord(context, staat, {"over": over, "jaar": year}).get("waarde")) for over, year, _ in printed
    }
    assert printed - said == set()
