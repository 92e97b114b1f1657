"""The scenario as cards: every edit is a new value, and what is undone can be redone."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dash_app.context import Context
from dash_app.werk import (
    Geschiedenis,
    Kaart,
    Werk,
    erbij,
    gekopieerd,
    geschakeld,
    gewijzigd,
    met_kop,
    opengelegd,
    verplaatst,
    verwijderd,
    werk_van,
)
from model.io.scenario_file import scenario_from
from model.io.scenario_text import scenario_text

DRIE = Werk(
    {"naam": "Drie"}, tuple(Kaart(f"m{n}", {"soort": "looptijd", "naam": f"nr {n}", "id": f"i{n}"}) for n in (1, 2, 3))
)


def names(werk: Werk) -> list[str]:
    return [str(kaart.velden.get("naam")) for kaart in werk.kaarten]


EDITS: dict[str, tuple[Callable[[Werk], Werk], list[str]]] = {
    "omhoog": (lambda w: verplaatst(w, "m3", -1), ["nr 1", "nr 3", "nr 2"]),
    "omlaag": (lambda w: verplaatst(w, "m1", 1), ["nr 2", "nr 1", "nr 3"]),
    "omhoog aan de top": (lambda w: verplaatst(w, "m1", -1), ["nr 1", "nr 2", "nr 3"]),
    "omlaag aan het eind": (lambda w: verplaatst(w, "m3", 1), ["nr 1", "nr 2", "nr 3"]),
    "kopie": (lambda w: gekopieerd(w, "m1")[0], ["nr 1", "nr 1", "nr 2", "nr 3"]),
    "weg": (lambda w: verwijderd(w, "m2"), ["nr 1", "nr 3"]),
    "erbij": (lambda w: erbij(w, {"soort": "rang", "naam": "nieuw"})[0], ["nr 1", "nr 2", "nr 3", "nieuw"]),
    "anders": (lambda w: gewijzigd(w, "m2", {"soort": "rang", "naam": "x"}), ["nr 1", "x", "nr 3"]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_a_new_value(edit: str) -> None:
    change, expected = EDITS[edit]
    before = DRIE.json()
    assert names(change(DRIE)) == expected
    assert DRIE.json() == before


def test_a_copy_has_a_key_of_its_own_and_no_id_of_the_measure() -> None:
    werk, sleutel = gekopieerd(DRIE, "m1")
    assert len({kaart.sleutel for kaart in werk.kaarten}) == 4
    copy = werk.kaart(sleutel)
    assert copy is not None
    assert "id" not in copy.velden


def test_a_card_that_is_off_takes_no_part() -> None:
    off = geschakeld(DRIE, "m2")
    assert len(off.tabel()["maatregel"]) == 2
    assert off.kenmerk != DRIE.kenmerk
    assert geschakeld(off, "m2") == DRIE


def test_the_head_changes_by_word() -> None:
    assert met_kop(DRIE, status="concept").kop == {"naam": "Drie", "status": "concept"}
    assert met_kop(met_kop(DRIE, status="concept"), status=None).kop == DRIE.kop


def test_undo_and_redo_walk_the_same_road() -> None:
    second, third = verwijderd(DRIE, "m1"), verwijderd(DRIE, "m2")
    history = Geschiedenis().na(DRIE).na(second)
    work, history = history.undo(third)
    assert work == second
    work, history = history.undo(work)
    assert work == DRIE
    assert history.undo(work) == (work, history)
    work, history = history.redo(work)
    work, history = history.redo(work)
    assert work == third
    assert history.redo(work) == (work, history)


def test_history_forgets_what_is_long_ago() -> None:
    history = Geschiedenis()
    for _ in range(100):
        history = history.na(DRIE)
    assert len(history.terug) == 60


@pytest.mark.parametrize(
    "wrong", [{}, {"kop": {}, "kaarten": [{}]}, {"kop": {}, "kaarten": [{"sleutel": "a", "velden": {}}] * 2}]
)
def test_what_is_no_work_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"no work|two cards"):
        werk_van(wrong)


def test_shipped_scenarios_as_cards_mean_the_same(context: Context) -> None:
    for name, werk in context.meegeleverd.items():
        scenario, issues = werk.scenario()
        assert not issues, name
        assert opengelegd(scenario).tabel() == werk.tabel()
        again, _ = scenario_from(werk_van(werk.json()).tabel(), werk.naam)
        assert scenario_text(again) == scenario_text(scenario)


def test_a_browser_does_not_change_the_hash(context: Context) -> None:
    """A browser writes 1.0 as 1: what it sends back unchanged is unchanged."""
    for werk in context.meegeleverd.values():
        text = json.dumps(werk.json())
        sent = json.loads(
            text, parse_float=lambda found: int(float(found)) if float(found).is_integer() else float(found)
        )
        assert werk_van(sent).kenmerk == werk.kenmerk
