"""What holds for a whole table: its year, phase, unit, article and decimal marks, from its heads, titles or a person.

What is printed stands; an option fills in what is not. What neither says is asked, naming the option that answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.io.begroting.amounts import Convention
from model.io.begroting.choice import Choice
from model.io.begroting.decimal_marks import conventions_of
from model.io.begroting.lines import Findings
from model.io.begroting.phases import plain
from model.io.begroting.publication import publication
from model.io.begroting.table_unit import unit_of_table
from model.io.begroting.tables import RawTable

_ARTIKEL = re.compile(r"\b(?:beleids)?art(?:ikel|\.)\s*(\d+[a-z]?)\b(?!\.\d)")
_HOOFDSTUK = re.compile(r"\((?:hoofdstuk )?([ivx]+[ab]?|[a-z])\)|\bhoofdstuk\s+([ivx]+[ab]?|[a-z])\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table's rows share; `None` or '' where the rows say it themselves or nothing does."""

    jaar: int | None
    fase: str | None
    unit: float | None
    vuo: str
    hoofdstuk: str
    artikel: str
    conventions: dict[int, Convention]


def frame_of(table: RawTable, choice: Choice, findings: Findings) -> Frame:
    """Return what holds for a table, asking what cannot be known."""
    jaar, fase = publication(table, choice, findings)
    artikel, words = title_article(table), _title(table)
    hoofdstuk = _single({(found[1] or found[2]).upper() for found in _HOOFDSTUK.finditer(words)}) or ""
    return Frame(
        jaar=jaar,
        fase=fase,
        unit=unit_of_table(table, choice, findings),
        vuo=choice.vuo or "",
        hoofdstuk=hoofdstuk or choice.hoofdstuk or "",
        artikel=artikel or choice.artikel or "",
        conventions=conventions_of(table, choice, findings),
    )


def title_article(table: RawTable) -> str:
    """Return the article that a table's title names; '' where it names none, or more than one."""
    return _single({found[1] for found in _ARTIKEL.finditer(_title(table))}) or ""


def _title(table: RawTable) -> str:
    return plain(" · ".join(table.above))


def _single(found: set[str]) -> str | None:
    return found.pop() if len(found) == 1 else None
