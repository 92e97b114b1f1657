"""Rows that were not sent, with what stands in them, and rows that were put where they do not belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from model.errors import shown
from model.io.returns.findings import Findings, Spot
from model.io.returns.located_rows import Located, Row
from model.io.returns.sections import Section, said
from model.io.returns.sent import Sent
from model.io.returns.sheets import ANTWOORD, OPEN_POST, OPEN_REGEL, SLEUTEL
from model.text import same


def report_others(place: Located, sent: Sent, findings: Findings) -> None:
    """Report rows that are none of ours: with figures in them, or with text only that is not ours either."""
    ours = sent.texts
    elsewhere: dict[str, list[Spot]] = defaultdict(list)
    figures: dict[str, list[Spot]] = defaultdict(list)
    texts: dict[str, list[Spot]] = defaultdict(list)
    for row in place.others:
        filled = list(_answers(row))
        sheet = row.section.sheet.name
        if key := _moved(row, sent):
            home = {"found": shown(sent.label(key)), "sheet": shown(sent.rows[key][0].sheet.name)}
            elsewhere[sheet].append(Spot(row.section, row.number, "", waarden=home))
        elif filled:
            told = {"found": shown(row.key) if row.key else same("geen")._replace(en="none")}
            figures[sheet].append(Spot(row.section, row.number, filled[0], waarden=told))
        elif ANTWOORD not in row.section.columns and (texts_of := _texts(row, ours)):
            first = texts_of[0]
            text = shown(said(row.section.rows[row.number][first]))
            texts[sheet].append(Spot(row.section, row.number, _code(row.section, first), waarden={"found": text}))
    for code, found in (("lees-rij-elders", elsewhere), ("lees-rij-erbij", figures), ("lees-tekst-buiten", texts)):
        for spots in found.values():
            findings.many(code, spots)


def _moved(row: Row, sent: Sent) -> str:
    """Return the key of a row of ours that stands in other columns than its own; nothing where it is none."""
    at = row.section.columns.get(SLEUTEL)
    words = (said(cell) for column, cell in row.section.rows[row.number].items() if column != at)
    return next((word for word in words if word in sent.rows), "")


def _texts(row: Row, ours: frozenset[str]) -> list[int]:
    return [column for column, cell in row.section.rows[row.number].items() if said(cell) not in ours]


def _answers(row: Row) -> Iterator[str]:
    codes: Iterable[str] = (*OPEN_REGEL[:8], ANTWOORD) if row.section.columns.get("t") else (*OPEN_POST, ANTWOORD)
    for code in codes:
        cell = row.section.cell(row.number, code)
        if cell is not None and (cell.formula is not None or cell.value not in (None, "")):
            yield code


def _code(section: Section, column: int) -> str:
    return next((code for code, at in section.columns.items() if at == column), SLEUTEL)
