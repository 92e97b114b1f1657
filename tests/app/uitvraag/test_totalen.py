"""Totals of a round on the page: their units and parts, the cells behind them, the lists beside them."""

from __future__ import annotations

import re

from app.uitvraag.vragen import vraag

from dash_app.context import Context
from dash_app.herkomst import antwoord
from dash_app.staat import Staat


def test_totals_in_the_unit_of_the_page(context: Context) -> None:
    k, mln = (vraag(context.uitvraag, "totalen", eenheid=unit)["tabellen"]["begroting"] for unit in ("k", "mln"))
    assert k["tabel"]["bijschrift"].startswith("bedragen x € 1.000, ")
    assert mln["tabel"]["bijschrift"].startswith("bedragen x € 1 mln, ")
    row = next(line for line in k["tabel"]["rijen"] if line["label"] == "fte")
    assert row["eenheid"] == "fte"
    assert "verzonnen" in k["stempel"]
    assert k["stempel"].endswith(f"1 van 4 departementen · kenmerk van de stand {context.uitvraag.kenmerk}")
    assert vraag(context.uitvraag, "stand")["stempel"] == k["stempel"]


def test_one_total_by_department_with_its_parts(context: Context) -> None:
    said = vraag(context.uitvraag, "totaal", totaal="begroting/uitgaven/beheer/alle", eenheid="k")
    assert said["gekozen"] == "begroting/uitgaven/beheer/alle"
    assert "beheer" in said["beeld"]["titel"]
    assert ["extern", "extern personeel"] in said["keuzes"]["categorie"]
    assert len(said["beeld"]["tabel"]["rijen"]) == 4 + 1 + 3
    assert vraag(context.uitvraag, "totaal", totaal="onzin")["gekozen"] == "begroting/verplichtingen/alle/alle"


def test_behind_a_total_stand_its_cells(context: Context, staat: Staat) -> None:
    table = vraag(context.uitvraag, "totalen", eenheid="k")["tabellen"]["begroting"]["tabel"]
    row = next(line for line in table["rijen"] if line["label"] == "uitgaven")
    said = antwoord(context, staat, {"over": row["overs"][2], "jaar": table["jaren"][2]})
    assert said["waarde"] == row["cellen"][2]
    [block] = said["blokken"]
    assert block["totaal"]["tekst"] == row["cellen"][2]
    part = antwoord(context, staat, {"over": block["rijen"][0]["over"], "jaar": block["rijen"][0]["jaar"]})
    assert "FICTIEF departement 2" in part["titel"]
    assert re.search(r"dep-2.*\.xlsx · Begroting!", part["blokken"][0]["rijen"][0]["bron"]["reden"])
    for strange in (["opgavetotaal"], [*row["overs"][2][:6], "niemand"], ["opgavetotaal", "t", *"abcd", ""]):
        assert antwoord(context, staat, {"over": strange, "jaar": 2027})["blokken"] == []


def test_lists_beside_the_totals(context: Context) -> None:
    said = vraag(context.uitvraag, "lijsten")
    assert set(said) == {"eenheid", "onvergelijkbaar", "verschillen", "aansluiting"}
    for name in ("onvergelijkbaar", "verschillen", "aansluiting"):
        assert all(len(row) == len(said[name]["koppen"]) for row in said[name]["rijen"])
    assert said["verschillen"]["rijen"]
    assert "cijfers zijn anders dan vorige ronde" in said["verschillen"]["zin"]
    staff = vraag(context.uitvraag, "personeel", tabel="begroting", kolom="t")
    assert len(staff["beeld"]["tabel"]["koppen"]) == 7
    assert staff["leeg"] == ""
    assert set(vraag(context.uitvraag, "volledigheid")["beelden"]) == {"begroting", "beleidstraject", "activiteit"}
