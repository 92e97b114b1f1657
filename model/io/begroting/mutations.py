"""Supplementary tables: levels and mutations side by side, and a last column that may hold levels (*extrapolatie*).

Identity: a level plus the mutations up to the next level of the same year is that level, in every row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.errors import Issue
from model.io.begroting.choice import Choice
from model.io.begroting.heads import AmountColumn
from model.io.begroting.lines import Findings, Line, moment_of
from model.io.begroting.phases import plain
from model.io.begroting.tables import RawTable
from model.text import Text

_SURE, _NOT = 0.8, 0.2  # share of the money in rows whose last column looks like a level
_NEAR = 10.0
_SMALL = 50.0  # k€; smaller rows prove nothing


@dataclass(frozen=True, slots=True)
class Broken:
    """A row in which a level plus its mutations is not the next level."""

    line: Line
    column: AmountColumn
    stated: float
    found: float


def settle_last(table: RawTable, lines: Sequence[Line], choice: Choice, findings: Findings) -> list[Line]:
    """Return the lines with the last mutation column marked as levels where it holds them; ask where it may.

    The words of the heading or of the table decide, then a person's answer, then the amounts: a level is near the
    stand of the year itself and many times the mutations beside it.
    """
    last = _last(table)
    if last is None or last.extrapolatie:
        return list(lines)
    if any("extrapolatie" in plain(text) for row in table.rows for text in row.texts[:1]) or any(
        "extrapolatie" in plain(text) for text in table.above
    ):
        level = True
    elif choice.laatste_kolom is not None:
        level = choice.laatste_kolom == "stand"
    else:
        share = _share(lines, last)
        if share is None or _NOT < share < _SURE:
            findings.issues.append(
                Issue(
                    "begroting-laatste-kolom",
                    table.grid.place(table.heads.row, last.at, last.head),
                    {"found": last.head},
                )
            )
            return list(lines)
        level = share >= _SURE
        findings.said.append(_told(last, level=level))
    return [_marked(line, last) for line in lines] if level else list(lines)


def _told(last: AmountColumn, *, level: bool) -> Text:
    if level:
        return Text(
            f"kolom '{last.head}' staat tussen mutaties, maar houdt standen: de bedragen liggen bij de stand van het"
            " begrotingsjaar en zijn vele malen de mutaties ernaast (extrapolatie; anders: --laatste-kolom mutatie)",
            f"column '{last.head}' stands among mutations but holds levels: its amounts are near the level of the"
            " budget year and many times the mutations beside it (extrapolation; otherwise: --laatste-kolom mutatie)",
        )
    return Text(
        f"kolom '{last.head}' is gelezen als mutatie, zoals de kolommen ernaast (anders: --laatste-kolom stand)",
        f"column '{last.head}' was read as a mutation, as the columns beside it (otherwise: --laatste-kolom stand)",
    )


def _last(table: RawTable) -> AmountColumn | None:
    """Return the mutation column of the last year, where at least two years have one."""
    columns = [column for column in table.heads.amounts if column.soort == "mutatie" and column.jaar is not None]
    if len({column.jaar for column in columns}) < 2:
        return None
    return max(columns, key=lambda column: column.jaar or 0)


def _marked(line: Line, last: AmountColumn) -> Line:
    columns = tuple(replace(column, extrapolatie=True) if column == last else column for column in line.columns)
    return replace(line, columns=columns)


def _share(lines: Sequence[Line], last: AmountColumn) -> float | None:
    """Return the share of the money in rows whose last column looks like a level; `None` where no row tells."""
    whole = level = 0.0
    for line in lines:
        stands = [abs(v) for v, c in zip(line.values, line.columns, strict=True) if v and c.soort == "stand"]
        others = [
            abs(v) for v, c in zip(line.values, line.columns, strict=True)
            if v and c.soort == "mutatie" and c != last and c.jaar is not None
        ]  # fmt: skip
        value = next((v or 0.0 for v, c in zip(line.values, line.columns, strict=True) if c == last), 0.0)
        if not stands or stands[-1] < _SMALL:
            continue
        near = stands[-1] / _NEAR <= value <= stands[-1] * _NEAR
        whole += stands[-1]
        level += stands[-1] if near and value > 3 * max(others, default=0.0) else 0.0
    return level / whole if whole else None


def with_levels(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the level that their last mutations lead to, where the file itself gives no such level."""
    return [_with_level(line) for line in lines]


def _with_level(line: Line) -> Line:
    start: tuple[float | None, AmountColumn] | None = None
    after: list[tuple[float, AmountColumn]] = []
    for value, column in zip(line.values, line.columns, strict=True):
        if column.soort == "mutatie" and column.jaar in (None, line.jaar) and not column.extrapolatie:
            after.append((value or 0.0, column))
        elif column.soort == "stand" and moment_of(column, line.jaar, line.fase).jaar == line.jaar:
            start, after = (value, column), []
    if start is None or not after:
        return line
    value, column = start
    last = after[-1][1]
    head = " + ".join([column.head, *(mutation.head for _, mutation in after)])
    level = AmountColumn(last.at, head, "stand", None, None, last.fase or line.fase, derived=True)
    amount = None if value is None else value + sum(added for added, _ in after)
    return replace(line, columns=(*line.columns, level), values=(*line.values, amount))


def broken(lines: Sequence[Line]) -> Iterator[Broken]:
    """Yield every row and level that is not the earlier level plus the mutations between them."""
    for line in lines:
        yield from _broken(line)


def _broken(line: Line) -> Iterator[Broken]:
    before: float | None = None
    mutations: list[float] = []
    for value, column in zip(line.values, line.columns, strict=True):
        moment = moment_of(column, line.jaar, line.fase)
        if moment.jaar != line.jaar and column.jaar is not None and column.soort == "mutatie":
            continue
        if column.soort == "mutatie":
            mutations.append(value or 0.0)
            continue
        if before is not None and mutations and value is not None:
            found = before + sum(mutations)
            if abs(found - value) > line.precision * (0.501 + len(mutations)):
                yield Broken(line, column, value, found)
        before, mutations = value, []
