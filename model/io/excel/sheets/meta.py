"""The hidden page that says where a workbook comes from: enough to make it anew and see what people changed."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace

from model.io.excel.draft import META, Draft
from model.io.excel.frame import LABEL
from model.io.excel.layout import BLAD, Item, Page, Row, key_of, line
from model.io.excel.sheets.headings import headed
from model.io.program import program_version
from model.io.scenario_text import scenario_text
from model.scenario import Scenario
from model.text import Text

FORMAT = "5"
PIECE = 15_000  # characters of the scenario in one cell, which may hold 32.767 units of UTF-16
MARK = "|"  # around each piece, so that no program takes away blanks at its ends

FORM, PROGRAM, DATE, DATASET, FINGERPRINT, TAAL, PIECES, SUM = FACTS = (
    "formaat", "programma", "datum", "dataset", "vingerafdruk", "taal", "stukken", "controlegetal",
)  # fmt: skip
SCENARIO_TEXT, PLACE = "scenario-tekst", "plaats"

_TITLE = Text(
    "Herkomst van deze werkmap: nodig om haar terug te lezen; niet wijzigen of verwijderen",
    "Origin of this workbook: needed to read it back; do not change or delete",
)


def add_meta(draft: Draft, date: datetime.date) -> None:
    """Make the hidden page: format, program, day, dataset, language, and the scenario as text in pieces."""
    page = draft.page(META)
    page.hidden = True
    page.add(Row(key_of(BLAD, META), {LABEL: Item(draft.say(_TITLE), style="title")}))
    page.skip()
    headed(page, {LABEL: draft.say(Text("gegeven", "item"))}, "herkomst")
    text = scenario_text(explicit(draft))
    pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
    facts = {
        FORM: FORMAT,
        PROGRAM: program_version(),
        DATE: date.isoformat(),
        DATASET: draft.plan.baseline.name,
        FINGERPRINT: draft.fingerprint,
        TAAL: draft.frame.language,
        PIECES: str(len(pieces)),
        SUM: text_sum(text),
    }
    for name, value in facts.items():
        _add(page, (name, ""), value)
    for number, piece in enumerate(pieces, start=1):
        _add(page, (SCENARIO_TEXT, str(number)), f"{MARK}{piece}{MARK}")
    for number, step in enumerate(draft.result.scenario.steps, start=1):
        _add(page, (PLACE, str(number)), step.place.path)


def explicit(draft: Draft) -> Scenario:
    """Return the scenario of a workbook, with the horizon, begrotingsjaar and what counts said outright."""
    horizon = draft.plan.horizon
    return replace(
        draft.result.scenario,
        horizon=(horizon.first, horizon.last),
        telt_mee=draft.plan.counts,
        begrotingsjaar=draft.result.begrotingsjaar,
    )


def text_sum(text: str) -> str:
    """Return digits that change when anything in a text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _add(page: Page, words: tuple[str, str], value: str) -> None:
    page.add(line(key_of(*words), " ".join(words).strip(), constant=Item(value, style="key")))
