"""Voortgang as it came back: which of its rows is which that was sent, also those above the sign-off without a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from model.io.excel.book import Sheet
from model.io.returns.located_rows import Located, Row
from model.io.returns.places import plaats_van
from model.io.returns.sections import Section, by_row, said
from model.io.returns.sent import Sent, labels_of
from model.io.returns.sheets import ANTWOORD, SLEUTEL
from model.returns.edits import plek_van_controle


def paired(found: Sequence[Section], place: Located, sent: Sent) -> Iterator[tuple[Section, Section]]:
    """Yield each table that was sent with the one in which most of its rows now stand."""
    by_id = {id(section): section for section in found}
    for expected in sent.tables:
        stand = Counter(id(row.section) for _, key in expected.keyed if (row := place.rows.get(key)))
        if stand:
            yield expected, by_id[stand.most_common(1)[0][0]]


def progress_of(pairs: Sequence[tuple[Section, Section]]) -> tuple[Section, Section] | None:
    """Return Voortgang as it was sent and as it came, None where a column was put in or taken away in it."""
    return next(((e, f) for e, f in pairs if ANTWOORD in e.columns and _unshifted(e, f)), None)


def _unshifted(expected: Section, found: Section) -> bool:
    """Return whether no column was put in or taken away between the answers and the keys."""
    gaps = [section.columns[SLEUTEL] - section.columns.get(ANTWOORD, 0) for section in (expected, found)]
    return gaps[0] == gaps[1]


def labels(sheet: Sheet) -> Mapping[int, str]:
    """Return the name of each row: its label, and how often it stood above."""
    seen: Counter[str] = Counter()
    found = {}
    for row, cells in by_row(sheet).items():
        label = said(cells[min(cells)])
        seen[label] += 1
        found[row] = f"{label}#{seen[label]}"
    return found


def control_rows(progress: tuple[Section, Section], sent: Sent) -> Iterator[tuple[str, Row]]:
    """Yield the rows of Voortgang in which control totals stand, each with the key of its place."""
    expected, came = progress
    shift = came.columns[SLEUTEL] - expected.columns[SLEUTEL]
    names, there = labels(expected.sheet), {name: row for row, name in labels(came.sheet).items()}
    cells = by_row(came.sheet)
    rows = [(row, each) for row, each in by_row(expected.sheet).items() if expected.columns[SLEUTEL] in each]
    for total, (row, sent_cells) in zip(sent.ronde.controles.get(sent.departement, ()), rows, strict=False):
        number = there.get(names[row])
        if number is not None:
            column = min(at for at, cell in sent_cells.items() if cell.formula is None and cell.value == total.bedrag)
            section = Section(came.sheet, 0, {total.kolom: column + shift}, {number: cells[number]})
            yield plaats_van(plek_van_controle(total))[0], Row(section, number, labels_of(section, number))
