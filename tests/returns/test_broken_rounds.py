"""Every mistake of a round folder is told with its file, row and column, all at once and in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest
from returns.broken_rounds import CASES, NO_FOLDER, lay_out

from model.errors import InputError
from model.io.returns.round_reader import read_ronde
from model.returns.edition import Sleutel
from model.returns.opgave import NIHIL, NVT, waarde
from model.returns.ronde import Drempel, Ronde

TOGETHER = (
    "wrong threshold",
    "unknown table",
    "state without number",
    "number out of bounds",
    "unknown test",
    "column away",
)


def read(folder: Path, *cases: str) -> Ronde:
    lay_out(folder, [change for case in cases for change in CASES[case][0]])
    return read_ronde(folder)


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_with_its_place(case: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        read(tmp_path, case)
    assert sorted(f"{issue.code}: {issue.place.say('nl')}" for issue in told.value.issues) == sorted(CASES[case][1])
    for issue in told.value.issues:
        for said in (issue.say("nl"), issue.say("en")):
            assert said.isprintable()
            assert "{" not in said
            assert "Text(" not in said


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        read(tmp_path, *TOGETHER)
    found = [f"{issue.code}: {issue.place.say('nl')}" for issue in told.value.issues]
    assert sorted(found) == sorted(line for case in TOGETHER for line in CASES[case][1])
    assert str(told.value).count("\n") == len(found) - 1


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    for name, code in zip(("geen", "bestand"), NO_FOLDER, strict=True):
        with pytest.raises(InputError) as told:
            read_ronde(tmp_path / name)
        assert [issue.code for issue in told.value.issues] == [code]


def test_the_good_round_is_read(tmp_path: Path) -> None:
    some = read(tmp_path)
    assert some.vorige["ene"] == {
        (Sleutel("begroting", "loket", "uitgaven", "beheer", "intern"), "t"): waarde(120.5),
        (Sleutel("begroting", "loket", "uitgaven", "beheer", "extern"), "t"): NIHIL,
    }, "2025 is before the round"
    assert some.vorige["andere"] == {
        (Sleutel("begroting", "loket", "uitgaven", "beheer", categorie), "t-1"): NVT
        for categorie in ("extern", "uitbesteding")
    }, "what does not apply to the whole does not apply to its parts"
    [together] = some.samen["andere"]
    assert together.cel == waarde(300)
    assert together.kolom == "structureel"
    assert {(key.soort, key.categorie) for key in together.sleutels} == {
        (soort, categorie) for soort in ("doorontwikkeling", "vernieuwing") for categorie in ("extern", "uitbesteding")
    }
    assert [(each.artikel, each.kolom, each.bedrag) for each in some.controles["ene"]] == [
        ("6", "t", 120.5),
        ("6", "structureel", 0.0),
    ]
    assert some.departementen["ene"].hoofdstuk == "7"
    assert some.drempel == Drempel(bedrag=500)
    assert [each.naam for each in some.dashboard["ene"]] == ["Zaken"]


def test_a_doubtful_amount_is_noticed(tmp_path: Path) -> None:
    lay_out(tmp_path, [("controletotalen.csv", "120.5", "4.000")])
    assert [notice.nl.partition(":")[0] for notice in read_ronde(tmp_path).notices] == [
        "controletotalen.csv, rij 2, kolom bedrag"
    ]
