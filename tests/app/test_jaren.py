"""Which years figures show: those of a budget table, or all of the horizon, on every page and in every file."""

from __future__ import annotations

import io
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cases.case import run_case

from dash_app.beeld import payload
from dash_app.blad import payloads, rekeningen
from dash_app.bladkeuze import keus
from dash_app.context import Context
from dash_app.excel.meenemen import bestand
from dash_app.excel.tabellen import Als
from dash_app.jaren import niet_getoond
from dash_app.keuze import met_keuze
from dash_app.pages.overzicht import beelden as overzicht
from dash_app.pages.overzicht import programma_beeld
from dash_app.staat import Staat, begin
from dash_app.vergelijkstand import brug_gevuld, gevuld
from dash_app.werkbank.antwoord import getekend
from model.result import Result
from model.tables import Years

HORIZON = [str(year) for year in range(2024, 2036)]
LEFT_OUT = "Niet getoond: 2032-2034."


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "?naast=basis,kasschuif", "nl")[0]


def of(context: Context, staat: Staat) -> Result:
    found = context.uitkomst(staat.werk).result
    assert found is not None
    return found


def drawn(context: Context, staat: Staat) -> Iterator[dict[str, Any]]:
    """Yield every table over the years of the four pages as the browser draws it."""
    result = of(context, staat)
    for beeld in filter(None, overzicht(result, staat.prijzen, staat.jaren)[:2]):
        yield payload(beeld, "nl", "k", "")["tabel"]
    shown = getekend(context, staat, {"tegen": "basis"})["beelden"]
    yield from (shown[name]["tabel"] for name in ("werkbank-dekking", "werkbank-tekort"))
    yield from (each["tabel"] for each in gevuld(context, staat.json())[:4])
    whole = payloads(result, rekeningen(result), staat, keus("alle", "jaren"), "")
    yield from (each["tabel"] for each in whole)


@pytest.mark.parametrize("jaren", ["begroting", "alle"])
def test_every_table_and_chart_shows_the_years_that_were_asked(context: Context, staat: Staat, jaren: Years) -> None:
    years = HORIZON if jaren == "alle" else HORIZON[:8]
    tables = list(drawn(context, replace(staat, jaren=jaren)))
    assert len(tables) == 12
    for table in tables:
        assert table["koppen"] == [*years, "structureel"]
        assert table["jaren"] == [*map(int, years), 2035]
        assert any(note.startswith(LEFT_OUT) for note in table["noten"]) == (jaren == "begroting")


@pytest.mark.parametrize("jaren", ["begroting", "alle"])
def test_the_bill_has_the_years_that_were_asked_and_the_horizon_together(
    context: Context, staat: Staat, jaren: Years
) -> None:
    beeld = overzicht(of(context, staat), "constant", jaren)[-1]
    assert beeld is not None
    drawn = payload(beeld, "nl", "k", "")
    years = HORIZON if jaren == "alle" else HORIZON[:8]
    assert drawn["tabel"]["koppen"] == [*years, "structureel", "2024-2035 samen"]
    assert drawn["tabel"]["jaren"] == [*map(int, years), 2035, 2035]
    assert any(note.startswith(LEFT_OUT) for note in drawn["tabel"]["noten"]) == (jaren == "begroting")
    assert not drawn["jarennoot"]


def test_the_workbench_draws_anew_when_other_years_are_asked(context: Context, staat: Staat) -> None:
    mark = getekend(context, staat, {"tegen": "basis"})["afdruk"]
    assert not getekend(context, staat, {"tegen": "basis", "afdruk": mark})["beelden"]
    assert getekend(context, replace(staat, jaren="alle"), {"tegen": "basis", "afdruk": mark})["beelden"]


def test_what_is_not_over_the_years_has_no_such_note(context: Context, staat: Staat) -> None:
    result = of(context, staat)
    at_once = payloads(result, rekeningen(result), staat, keus("alle", "2033"), "")
    one_value = gevuld(context, met_keuze(staat.json(), kerncijfer="contante_waarde_tekort"))[:2]
    assert not any(LEFT_OUT in note for each in (*at_once, *one_value) for note in each["tabel"]["noten"])


def test_years_that_are_not_shown_are_named_in_stretches() -> None:
    (told,) = niet_getoond(range(2020, 2036), range(2022, 2030))
    assert told.nl == "Niet getoond: 2020-2021 en 2030-2035."
    assert niet_getoond([2024, 2025, 2026], [2024, 2026])[0].en == "Not shown: 2025."
    assert niet_getoond([2024, 2025], [2024, 2025]) == ()


AFGROND = {
    "naam": "geld tot en met 2032",
    "horizon": [2024, 2035],
    "begrotingsjaar": 2026,
    "kostenposten": {"werk": {"kostensoort": "vernieuwing", "reeks": {2024: 1000}}},
    "dekkingsbronnen": {"bron": {"volgorde": 1, "reeks": {**dict.fromkeys(range(2024, 2033), 1000), 2033: 0}}},
}


def test_a_marked_year_that_is_not_shown_is_told_beside_the_chart(tmp_path: Path) -> None:
    result = run_case(AFGROND, tmp_path)
    programma = result.grid.programmas[0]
    hidden, whole = (programma_beeld(result, "constant", programma, jaren) for jaren in ("begroting", "alle"))
    assert "Afgrond: in 2033" in hidden.zin.nl
    assert payload(hidden, "nl", "k", "")["jarennoot"].startswith(f"{LEFT_OUT} Kies bij Jaren")
    assert payload(hidden, "nl", "k", "")["tabel"]["weggelaten"] == LEFT_OUT
    assert payload(whole, "nl", "k", "")["jarennoot"] == ""
    for beeld in (hidden, whole):
        assert beeld.teken is not None
        layout = beeld.teken(beeld.tabel, "nl", "k")["layout"]
        mark = next(note["x"] for note in layout["annotations"] if note["name"] == "merk")
        assert mark == (8.5 if beeld is whole else pytest.approx(7.775))


@pytest.mark.parametrize("jaren", ["begroting", "alle"])
def test_steps_can_be_asked_for_any_year(context: Context, staat: Staat, jaren: Years) -> None:
    data = met_keuze(replace(staat, jaren=jaren).json(), moment="2033")
    figure, *_, moment = brug_gevuld(context, data)
    assert moment == "2033"
    assert set(figure["tabel"]["jaren"]) == {2033}


@pytest.mark.parametrize("jaren", ["begroting", "alle"])
def test_tables_taken_along_have_the_years_of_the_page(context: Context, staat: Staat, jaren: Years) -> None:
    made = bestand(context, staat.werk, "resultaten", Als("nl", jaren=jaren))
    with zipfile.ZipFile(io.BytesIO(b64decode(made["content"]))) as archive:
        tables = [archive.read(name).decode() for name in archive.namelist() if name[:2].isdecimal()]
    assert len(tables) > 4
    for text in tables:
        assert (";2033;" in text) == (jaren == "alle")
        assert text.count(LEFT_OUT) == (jaren == "begroting")
        assert "Kies bij Jaren" not in text
