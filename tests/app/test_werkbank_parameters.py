"""Parameters on the workbench: chosen, within bounds, given back, each with its status."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from app.werkbank import done, opened, shown

from dash_app.context import Context
from dash_app.werkbank.kaarten import plan_bij
from model.measures.description import described


def test_a_parameter_is_chosen_changed_and_given_back(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="levensduur", waarde=15)
    assert staat.werk.kaarten[-1].velden["waarde"] == 15
    row = next(each for each in shown(context, staat)["parameters"] if each["id"] == "levensduur")
    assert (row["gepubliceerd"][0]["tekst"], row["waarde"], row["kaart"]) == ("10", 15, staat.werk.kaarten[-1].sleutel)
    staat, _ = done(context, staat, doe="parameter", parameter="levensduur", waarde=20)
    assert len(staat.werk.kaarten) == 2
    assert staat.werk.kaarten[-1].velden["waarde"] == 20
    staat, told = done(context, staat, doe="parameter", parameter="levensduur", waarde=None)
    assert len(staat.werk.kaarten) == 1
    assert "gepubliceerde waarde" in told["zegt"]


@pytest.mark.parametrize(
    ("parameter", "waarde"),
    [
        ("beheerratio", -0.1),
        ("eindejaarsmarge", 1.5),
        ("levensduur", 2.5),
        ("begrotingsjaar", 1),
        ("index.lpo", {"2027": 0.02, "2028": -1}),
        ("prijscompensatie", {"2027": 1.5}),
    ],
)
def test_a_parameter_outside_its_bounds_changes_nothing(context: Context, parameter: str, waarde: Any) -> None:
    staat = opened(context)
    after, told = done(context, staat, doe="parameter", parameter=parameter, waarde=waarde)
    assert after == staat
    assert not told["telt"]


def test_the_browser_knows_the_bounds_of_a_parameter(context: Context) -> None:
    rows = {row["id"]: row["grenzen"] for row in shown(context, opened(context))["parameters"]}
    assert rows["eindejaarsmarge"] == {"low": 0, "high": 1, "heel": False, "zin": "ten minste 0 % en ten hoogste 100 %"}
    assert rows["levensduur"] == {"low": 1, "heel": True, "zin": "een geheel getal en ten minste 1"}
    assert rows["index.lpo"] == {"above": -1, "heel": False, "zin": "meer dan ‒ 100 %"}


def test_an_unlikely_parameter_is_said_at_its_field(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="beheerratio", waarde=1.5)
    noted = {row["id"]: row["noot"] for row in shown(context, staat)["parameters"] if row["noot"]}
    assert list(noted) == ["beheerratio"]
    assert noted["beheerratio"].startswith("150 % is ongewoon hoog (meer dan 100 %).")


def test_a_parameter_per_year_keeps_earlier_years(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="index.lpo", waarde={"2027": 0.04})
    result = context.uitkomst(staat.werk).result
    assert result is not None
    values = result.plan.parameters["index.lpo"].over(np.array([2026, 2027, 2030]))
    assert values.tolist() == [0.025215, 0.04, 0.04]


def test_a_chosen_parameter_is_named_once(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="levensduur", waarde=15)
    step = staat.werk.scenario()[0].steps[-1]
    assert step.measure is not None
    told = described(step.measure, plan_bij(context, staat.werk, None)).nl
    assert told.startswith("Parameter Levensduur")
    assert told.count("Levensduur") == 1
    rows = shown(context, staat)["parameters"]
    assert not any(row["herkomst"].count("aanname, met reden") > 1 for row in rows)


def test_every_parameter_stands_with_its_status(context: Context) -> None:
    rows = shown(context, opened(context))["parameters"]
    assert [row["id"] for row in rows] == list(context.baseline.parameters)
    assert all(row["herkomst"] and row["gepubliceerd"] and row["eenheid"] for row in rows)
