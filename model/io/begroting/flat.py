"""Rows of a flat table, where columns name chapter, article and instrument, as budget lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.errors import Issue, shown
from model.io.begroting.cells import Tally, amounts_of, precision, split_chapter
from model.io.begroting.frame import Frame
from model.io.begroting.grids import GridRow
from model.io.begroting.lines import RIJK, Doubt, Findings, Line
from model.io.begroting.phases import fase_of, plain
from model.io.begroting.tables import RawTable
from model.io.begroting.total_flags import mark_of
from model.io.begroting.units import UNITS, unit_of
from model.text import Text

_PARTS = ("onderdeel", "instrument", "uitsplitsing", "nadere")
_SORTS = {"u": "U", "v": "V", "o": "O", "uitgaven": "U", "verplichtingen": "V", "ontvangsten": "O"}
_SUBTOTAL = r"(niet-?)?\s?beleidsartikelen|subtotaal"
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(slots=True)
class FlatReader:
    """Reads the rows of one flat table into lines; what cannot be placed or read goes to `findings`."""

    table: RawTable
    frame: Frame
    findings: Findings
    tally: Tally

    def lines(self) -> Iterator[Line]:
        """Yield a line per row, or three where verplichtingen, uitgaven and ontvangsten stand in columns."""
        for row in self.table.rows:
            self.tally.rows += 1
            filled = [column for column in self.table.heads.amounts if row.text(column.at)]
            if filled:
                yield from self._row(row)
            else:
                self.tally.empty += 1

    def _row(self, row: GridRow) -> Iterator[Line]:
        place = self._place(row)
        if place is None:
            return
        for sort in self._sorts(row):
            line = self._line(row, sort, *place)
            if self._is_fraction(row, line):
                self.tally.fractions.append(row.number)
            else:
                yield line

    def _text(self, row: GridRow, role: str) -> str:
        return row.text(self.table.heads.roles.get(role))

    def _doubt(self, row: GridRow, role: str, expected: Text) -> None:
        at = self.table.heads.roles.get(role)
        head = self.table.heads.names[at] if at is not None else ""
        found = shown(row.text(at)) if row.text(at) else Text("niets", "nothing")
        place = self.table.grid.place(row.number, at, head)
        issue = Issue("begroting-rij", place, {"found": found, "expected": expected})
        self.findings.doubts.append(Doubt(issue))

    def _place(self, row: GridRow) -> tuple[int, str, tuple[str, str], tuple[str, str], str] | None:
        """Return year, phase, chapter, article and what the row adds up, or `None` where one of them is missing."""
        year = self._year(row)
        chapter, name = split_chapter(self._text(row, "hoofdstuk"))
        chapter, name = chapter or self.frame.hoofdstuk, self._text(row, "hoofdstuknaam") or name
        article = self._text(row, "artikel").removesuffix(".0")
        title = self._text(row, "artikelnaam") or self._text(row, "label")
        fase = self._fase(row)
        if year is None or fase is None:
            return None
        of = "artikel"
        if plain(chapter) == "rijk":
            of = "rijk"
        elif article in ("", "-") and plain(title or self._text(row, "instrument")).startswith("totaal"):
            of, article = "hoofdstuk", ""
        elif not article and re.match(_SUBTOTAL, plain(title or self._text(row, "instrument"))):
            self.tally.subtotals.append(row.number)
            return None
        elif not article and not self.frame.artikel:
            self._doubt(row, "artikel", Text("een artikelnummer", "an article number"))
            return None
        if not chapter:
            self._doubt(row, "hoofdstuk", Text("een begrotingshoofdstuk", "a budget chapter"))
            return None
        return year, fase, (RIJK if of == "rijk" else chapter, name), (article or self.frame.artikel, title), of

    def _year(self, row: GridRow) -> int | None:
        if "begrotingsjaar" not in self.table.heads.roles:
            return self.frame.jaar or 0
        text = self._text(row, "begrotingsjaar").removesuffix(".0")
        if _YEAR.fullmatch(text):
            return int(text)
        self._doubt(row, "begrotingsjaar", Text("een jaartal", "a year"))
        return None

    def _fase(self, row: GridRow) -> str | None:
        if "fase" not in self.table.heads.roles:
            return self.frame.fase or ""
        found = fase_of(self._text(row, "fase"))
        if found is None:
            expected = Text("een begrotingsfase, zoals OWB of VB", "a budget phase, such as OWB or VB")
            self._doubt(row, "fase", expected)
        return found

    def _sorts(self, row: GridRow) -> list[str]:
        columns = {column.vuo for column in self.table.heads.amounts if column.vuo}
        if columns:
            return sorted(columns, key="VUO".index)
        if "vuo" not in self.table.heads.roles:
            return [self.frame.vuo]
        text = plain(self._text(row, "vuo"))
        if text not in _SORTS:
            self._doubt(row, "vuo", Text("U, V of O", "U, V or O"))
        return [_SORTS[text]] if text in _SORTS else []

    def _line(
        self, row: GridRow, sort: str, year: int, fase: str, chapter: tuple[str, str], article: tuple[str, str], of: str
    ) -> Line:
        columns = tuple(c for c in self.table.heads.amounts if c.vuo in ("", sort))
        unit = self._unit(row)
        parts = tuple(self._text(row, role) for role in _PARTS)
        number = self._text(row, "nummer")
        return Line(
            grid=self.table.grid, row=row.number, soort=sort, jaar=year, fase=fase,
            hoofdstuk=chapter[0].upper(), artikel=article[0], path=parts, columns=columns,
            values=amounts_of(self.table, row, columns, unit, self.frame.conventions, self.findings, self.tally),
            hoofdstuknaam=chapter[1], artikelnaam=article[1], gemerkt=mark_of(self._text(row, "totaal")), of=of,
            precision=precision(unit or 1.0), table=self.table.heads.row,
            scope=(plain(f"{number} {parts[0]}" if parts[0] else ""), *(plain(part) for part in parts[1:])),
        )  # fmt: skip

    def _unit(self, row: GridRow) -> float | None:
        text = self._text(row, "eenheid")
        if not text and (self.frame.unit is not None or "eenheid" not in self.table.heads.roles):
            return self.frame.unit
        found = unit_of(text) or unit_of(f"in {text}")
        if found is None and any(column.unit is None for column in self.table.heads.amounts):
            names = ", ".join(unit.nl for unit in UNITS.values())
            self._doubt(row, "eenheid", Text(f"een eenheid: {names}", f"a unit: {names}"))
        return found

    def _is_fraction(self, row: GridRow, line: Line) -> bool:
        """Return whether a row holds only the share of an article that is legally bound, not money."""
        if "procent" not in self.table.heads.roles:
            return False
        given = [(value, row.cells[c.at]) for value, c in zip(line.values, line.columns, strict=True) if row.text(c.at)]
        alone = len(given) == 1 and given[0][0] is not None and 0 < given[0][0] <= 1 and not any(line.path)
        return (alone and given[0][0] != 1) or all(str(cell).strip().endswith("%") for _, cell in given)
