"""Notes under the figures of the workbench say why a year stands there, and what is paid above the need."""

from __future__ import annotations

from dash_app.context import Context
from dash_app.werkbank.beelden import dekking
from dash_app.werkbank.kerncijfers import kerncijfers


def test_notes_say_which_years_are_shown_and_what_is_paid_above_the_need(context: Context) -> None:
    result = context.uitkomst(context.meegeleverd["kasschuif"]).result
    assert result is not None
    notes = [note.nl for note in kerncijfers(result, result, "x", "constant").notes]
    assert "2029: drie jaar na begrotingsjaar 2026" in notes
    caught_up = bool((result.indicator("inhaal") > 1).any())
    assert any("eerder bleef liggen" in note.nl for note in dekking(result, "constant").notes) == caught_up
