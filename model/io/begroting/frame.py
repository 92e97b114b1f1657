"""What holds for a whole table: its year, phase, unit, article and decimal marks, from its heads, titles or a person.

What neither says is asked, naming the option that answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.errors import Issue, shown
from model.io.begroting.amounts import Convention, convention_of, grouping_of
from model.io.begroting.choice import Choice
from model.io.begroting.grids import Value
from model.io.begroting.lines import Findings
from model.io.begroting.phases import LATEST, fase_of, fasen_of, plain
from model.io.begroting.tables import RawTable, cells_of
from model.io.begroting.units import UNITS, unit_of
from model.text import Text

_YEAR = re.compile(r"\b(20\d\d|19\d\d)\b")
_FOR_YEAR = re.compile(
    r"\b(?:voor het jaar|begrotingsjaar|begroting(?:en)?(?: van)?(?: het)?(?: jaar)?) ((?:19|20)\d\d)\b"
)
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
    roles, amounts = table.heads.roles, table.heads.amounts
    title = " · ".join(table.above)
    fase = choice.fase if choice.fase != LATEST else None
    fase = fase or _single({fase for text in table.above for fase in fasen_of(text)})
    if fase is None and "fase" not in roles and any(column.fase is None for column in amounts):
        fase = _latest(table)
    if fase is None and "fase" not in roles and any(column.fase is None for column in amounts):
        _ask(table, findings, "begroting-fase")
    jaar = choice.begrotingsjaar or _title_year(table, fase)
    if jaar is None and "begrotingsjaar" not in roles:
        _ask(table, findings, "begroting-jaar")
    words = plain(title)
    artikel = _single({found[1] for found in _ARTIKEL.finditer(words)}) or ""
    hoofdstuk = _single({(found[1] or found[2]).upper() for found in _HOOFDSTUK.finditer(words)}) or ""
    return Frame(
        jaar=jaar,
        fase=fase,
        unit=_unit(table, choice, findings),
        vuo=choice.vuo or "",
        hoofdstuk=choice.hoofdstuk or hoofdstuk,
        artikel=choice.artikel or artikel,
        conventions=_conventions(table, choice, findings),
    )


def _single(found: set[str]) -> str | None:
    return found.pop() if len(found) == 1 else None


def _latest(table: RawTable) -> str | None:
    """Return the phase of a supplementary table: that of the last stand among its columns, if it has mutations."""
    fasen = [c.fase for c in table.heads.amounts if c.fase is not None and c.soort == "stand"]
    mutations = any(column.soort == "mutatie" for column in table.heads.amounts)
    return fasen[-1] if mutations and fasen else None


def _title_year(table: RawTable, fase: str | None) -> int | None:
    """Return the budget year: beside the phase in the title or in the head of that phase's column."""
    heads = [c for c in table.heads.amounts if c.jaar is not None and c.fase is not None]
    if own := {column.jaar for column in heads if column.fase == fase and column.jaar is not None}:
        return max(own)
    planned = {column.jaar for column in heads if column.fase != "JV" and column.jaar is not None}
    if len(planned) == 1:
        return planned.pop()
    if heads and len(heads) == len(table.heads.amounts):
        return max(column.jaar or 0 for column in heads)
    named = {int(y) for text in table.above if fase_of(text) for y in _YEAR.findall(text)}
    named |= {int(found[1]) for text in table.above if (found := _FOR_YEAR.search(plain(text)))}
    return named.pop() if len(named) == 1 else None


def _unit(table: RawTable, choice: Choice, findings: Findings) -> float | None:
    amounts = table.heads.amounts
    if choice.eenheid is not None:
        return choice.eenheid
    if "eenheid" in table.heads.roles or all(column.unit is not None for column in amounts):
        return None
    said = {unit for text in (*table.above, *table.heads.names) if (unit := unit_of(text)) is not None}
    said = said or {unit for text in _notes(table) if (unit := unit_of(text)) is not None}
    if len(said) == 1:
        return said.pop()
    if not said and {"vuo", "hoofdstuk"} <= set(table.heads.roles):
        findings.said.append(
            Text(
                "het bestand noemt geen eenheid; gelezen als x € 1.000, wat de Rijksbegrotingsvoorschriften voor deze"
                " tabellen voorschrijven (anders: --eenheid)",
                "the file names no unit; read as x € 1,000, as the Rijksbegrotingsvoorschriften prescribe for these"
                " tables (otherwise: --eenheid)",
            )
        )
        return 1.0
    _ask(table, findings, "begroting-eenheid", found=_units(said))
    return 1.0


def _notes(table: RawTable) -> Iterator[str]:
    """Yield the texts that stand alone in a row below the heads, such as a unit or a footnote."""
    for row in table.rows:
        texts = row.texts
        if len(texts) == 1 and not any(row.text(column.at) for column in table.heads.amounts):
            yield texts[0]


def _units(said: set[float]) -> Text:
    if not said:
        return Text("geen eenheid", "no unit")
    nl, en = (" en ".join(UNITS[unit].say(language) for unit in sorted(said)) for language in ("nl", "en"))
    return Text(nl, en)


def _ask(table: RawTable, findings: Findings, code: str, **values: object) -> None:
    heads = [column.head for column in table.heads.amounts]
    found = {"columns": shown(" | ".join(heads)), **values}
    findings.issues.append(Issue(code, table.grid.place(table.heads.row), found))


def _conventions(table: RawTable, choice: Choice, findings: Findings) -> dict[int, Convention]:
    """Return the decimal mark of every amount column: shown by the column, else by all of them together."""
    at = [column.at for column in table.heads.amounts]
    if choice.decimaal is not None:
        chosen = Convention("," if choice.decimaal == "komma" else ".", 1)
        return dict.fromkeys(at, chosen)
    everything: Sequence[Value] = [cell for cell in cells_of([table], at) if isinstance(cell, str)]
    whole = convention_of(everything, Convention(None))
    if whole.decimal is None:
        whole = grouping_of(everything)
    if whole.decimal is None and table.grid.semicolons:
        whole = Convention(",")
    if whole.decimal is not None and any(isinstance(c, str) and ("," in c or "." in c) for c in everything):
        findings.said.append(_told(whole))
    return {column: convention_of(cells_of([table], [column]), whole) for column in at}  # type: ignore[arg-type]


def _told(convention: Convention) -> Text:
    nl = {",": "komma", ".": "punt"}[convention.decimal or ","]
    en = {",": "a comma", ".": "a point"}[convention.decimal or ","]
    if not convention.shown:
        return Text(
            "decimaalteken: komma, zoals in een bestand met puntkomma's gebruikelijk is",
            "decimal mark: a comma, as is usual in a file with semicolons",
        )
    return Text(
        f"decimaalteken: {nl}, op grond van {convention.shown} cellen in het bestand",
        f"decimal mark: {en}, shown by {convention.shown} cells of the file",
    )
