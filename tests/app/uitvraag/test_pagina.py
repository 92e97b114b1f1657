"""The page Uitvraag and its address: words, links, what is taken along, questions that are none."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from app.uitvraag.vragen import bestand

from dash_app.app import create_app
from dash_app.beveiliging import HEADER, TOKEN
from dash_app.context import Context, context_of
from dash_app.keuze import zonder_vreemde_keuzes
from dash_app.pages import uitvraag
from dash_app.staat import Staat, begin
from dash_app.uitvraag.schermwoorden import IN_DE_BROWSER
from model.errors import InputError
from model.io.shipped import shipped_dataset, shipped_ronde
from model.io.store.store import Store
from model.text import LANGUAGES


def test_what_is_taken_along(context: Context) -> None:
    name, raw = bestand(context.uitvraag, "overzicht")
    assert name == "FICTIEF-overzicht.xlsx"
    assert "Totalen" in openpyxl.load_workbook(io.BytesIO(raw), read_only=True).sheetnames
    name, raw = bestand(context.uitvraag, "tabellen")
    archive = zipfile.ZipFile(io.BytesIO(raw))
    assert {"totalen.csv", "herleiding.csv", "conflicten.csv", "dataset/kostenposten.csv"} <= set(archive.namelist())
    rows = list(csv.DictReader(io.StringIO(archive.read("conflicten.csv").decode())))
    assert [row["stand"] for row in rows] == ["open"]
    name, raw = bestand(context.uitvraag, "sjabloon", "dep-4")
    assert name == "FICTIEF-uitvraag-2027-dep-4.xlsx"
    with pytest.raises(InputError, match="niet ontvangen"):
        bestand(context.uitvraag, "origineel", "geen")


def test_a_link_chooses_a_department_and_a_total_that_there_are(context: Context, staat: Staat) -> None:
    known = {"departement": "dep-2", "totaal": "begroting/fte/alle/intern"}
    assert zonder_vreemde_keuzes(context, replace(staat, keuze=known)) == (replace(staat, keuze=known), [])
    after, issues = zonder_vreemde_keuzes(context, replace(staat, keuze={"departement": "niemand"}))
    assert not after.keuze
    assert "'niemand'" in issues[0].say("nl")


def test_the_round_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        made = context_of(shipped_dataset(), store)
        assert made.uitvraag.folder == shipped_ronde()
        begin(made, "?keuze.partij=alle", "nl")
        assert made.uitvraag._ronde is None
        with pytest.raises(InputError):
            context_of(shipped_dataset(), store, ronde=tmp_path / "nergens").uitvraag.open()


def test_the_address_answers_and_refuses_what_is_no_question(context: Context) -> None:
    client = create_app(context).server.test_client()
    client.get("/")
    cookie = client.get_cookie(TOKEN)
    assert cookie is not None

    def asked(**question: Any) -> Any:
        return client.post(uitvraag.ADRES, json=question, headers={HEADER: cookie.value})

    assert asked(doe="stand", taal="en").json["zin"].startswith("Answered: 1 of 4 departments")
    assert asked(doe="wis-alles").status_code == 400
    assert asked(doe="departement", departement="niemand").status_code == 400
    assert asked(doe="beslis", departement="dep-2", keuzes={"nergens": "1"}).status_code == 400
    refused = asked(doe="ontvang", naam="x.txt", inhoud="data:;base64,eA==", taal="en")
    assert "workbook of a return" in refused.json["fouten"][0]


@pytest.mark.parametrize("taal", LANGUAGES)
def test_the_page_has_its_words(context: Context, taal: Any) -> None:
    assert uitvraag.layout(context, taal).id == "uitvraag"


def test_every_word_that_the_browser_uses_is_there() -> None:
    used: set[str] = set()
    for path in Path("dash_app/assets").glob("59-uitvraag*.js"):
        used |= set(re.findall(r"u\.zeg\('([a-z-]+)'", path.read_text("utf-8")))
    assert used - {"ernst-"} <= set(IN_DE_BROWSER)
