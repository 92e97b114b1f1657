"""What a department filled in, as a return: rows where they were found, cells as they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from model.errors import figure, shown
from model.io.excel.book import Cell
from model.io.excel.numerals import Mark, convention
from model.io.excel.values import told
from model.io.returns.answers import Gelezen, read_amount
from model.io.returns.findings import Findings, Spot, plek_of
from model.io.returns.located_rows import Located, Row
from model.io.returns.sent import Sent
from model.io.returns.sheets import ANTWOORD, OPEN_VOORTGANG, aftekening_sleutel
from model.io.returns.texts import read_field
from model.io.returns.worked_out import Fresh, settled
from model.returns.columns import KOLOMMEN
from model.returns.days import dag_van
from model.returns.edition import Grootheid, Sleutel
from model.returns.fields import POST_VELDEN, REGEL_VELDEN, Veld
from model.returns.opgave import ONTBREEKT, Cel, Herkomst, Opgave, Post, Regel

_DIRECTIE = "directie"
_OPMERKING = next(veld for veld in REGEL_VELDEN if veld.ident == "opmerking")
_EUROS = "lees-euroteken"
_TOGETHER = ("lees-onbekend", "lees-omgerekend", _EUROS)  # of a sheet, where they are many


@dataclass(slots=True)
class Contents:
    """Reads what was filled in; `formulas` and `texts` count the cells that held a formula, or a number as text."""

    place: Located
    sent: Sent
    findings: Findings
    fresh: Fresh = field(default_factory=dict)
    formulas: int = 0
    texts: int = 0
    spots: dict[tuple[str, str], list[Spot]] = field(default_factory=dict)

    def read(self, herkomst: Herkomst) -> Opgave:
        """Return the return; a cell that cannot be read is empty, and told."""
        decimal = convention(dict.fromkeys(self._typed()))
        keys = [key for key in self.sent.opgave.regels if key.tekst() in self.place.rows]
        rows = {key: self._row(key, decimal) for key in keys}
        posts = dict(self._posts(rows))
        signed = {veld.ident: text for veld in OPEN_VOORTGANG if (text := self._signed(veld))}
        directie = signed.pop(_DIRECTIE, "")
        for (code, _), spots in self.spots.items():
            self.findings.many(code, spots)
        days = filter(None, (dag_van(signed.get(name, "")) for name in ("fez-datum", "cio-datum")))
        when = max((day.isoformat() for day in days), default="")
        return Opgave(
            replace(herkomst, directie=directie, wanneer=when, bestand=self.findings.file), posts, rows, signed
        )

    def _typed(self) -> Iterator[str]:
        """Yield the texts in cells of amounts: they show which notation is in use."""
        for key in self.sent.opgave.regels:
            row = self.place.rows.get(key.tekst())
            for kolom in KOLOMMEN if row is not None else ():
                cell = row.section.cell(row.number, kolom) if row is not None else None
                if cell is not None and isinstance(cell.value, str):
                    yield cell.value

    def _row(self, key: Sleutel, decimal: Mark | None) -> Regel:
        text = key.tekst()
        row, grootheid = self.place.rows[text], self.sent.ronde.editie.grootheden[key.grootheid]
        cells = tuple(self._amount(row, text, kolom, grootheid, decimal) for kolom in KOLOMMEN)
        fields = {veld.ident: said for veld in REGEL_VELDEN if (said := self._field(row, text, veld.ident, veld))}
        if grootheid.eenheid == "%" and self._fractions(row, text, cells) and not fields.get("opmerking"):
            self.place.twijfel |= {(text, kolom) for kolom in KOLOMMEN}
        return Regel(cells, fields)

    def _amount(self, row: Row, key: str, kolom: str, grootheid: Grootheid, decimal: Mark | None) -> Cel:
        cell = row.section.cell(row.number, kolom)
        if cell is None or (key, kolom) in self.place.twijfel:
            return ONTBREEKT
        cell, outdated = settled(cell, self.fresh.get((row.section.sheet.name, row.section.at(row.number, kolom))))
        read = self._outdated(cell, row, kolom) if outdated else read_amount(cell, grootheid, decimal)
        self.formulas += cell.formula is not None and not read.weigert
        self.texts += read.als_tekst
        doubt = read.weigert or (read.code == _EUROS and read.als_tekst and not self._remarked(row))
        if doubt:
            self.place.twijfel.add((key, kolom))
        if read.code:
            self._tell(Spot(row.section, row.number, kolom, key, read.waarden), read)
        return ONTBREEKT if doubt else read.cel

    def _remarked(self, row: Row) -> bool:
        """Return whether the department says something of a row, by which a doubt about its unit is settled."""
        return bool(read_field(row.section.cell(row.number, _OPMERKING.ident), _OPMERKING).tekst)

    def _outdated(self, cell: Cell, row: Row, kolom: str) -> Gelezen:
        fresh = self.fresh[row.section.sheet.name, row.section.at(row.number, kolom)]
        said = {"formula": shown(f"={cell.formula}"), "found": told(cell.value), "expected": told(fresh.value)}
        return Gelezen(code="lees-formule-verouderd", waarden=said, weigert=True)

    def _tell(self, spot: Spot, read: Gelezen) -> None:
        if read.code in _TOGETHER:
            self.spots.setdefault((read.code, spot.section.sheet.name), []).append(spot)
        else:
            self.findings.add(read.code, self.findings.place(spot), self.findings.plek(spot), **spot.waarden)

    def _fractions(self, row: Row, key: str, cells: Iterable[Cel]) -> bool:
        """Ask about a row of percentages in which there are only fractions of 1; return whether it is one."""
        values = {kolom: cel.waarde for kolom, cel in zip(KOLOMMEN, cells, strict=True) if cel.staat == "waarde"}
        odd = bool(values) and max(values.values()) <= 1 and min(values.values()) < 1
        if odd:
            first, found = next(iter(values.items()))
            where = self.findings.place(Spot(row.section, row.number, first, key))
            self.findings.add("lees-procent-als-deel", where, plek_of(key, ""), found=figure(found, 4))
        return odd

    def _field(self, row: Row, key: str, code: str, veld: Veld) -> str:
        read = read_field(row.section.cell(row.number, code), veld)
        if read.code:
            spot = Spot(row.section, row.number, code, key)
            self.findings.add(read.code, self.findings.place(spot), self.findings.plek(spot), **read.waarden)
        return read.tekst

    def _posts(self, rows: Mapping[Sleutel, Regel]) -> Iterator[tuple[tuple[str, str], Post]]:
        """Yield the posts that are there, or whose rows are; what was prefilled is as it was sent."""
        with_rows = {(key.tabel, key.post) for key in rows}
        for where, post in self.sent.opgave.posten.items():
            key = "/".join(where)
            row = self.place.rows.get(key)
            if row is None and where not in with_rows:
                continue
            fields = dict(post.velden)
            for veld in POST_VELDEN if row is not None else ():
                if not veld.ingevuld and veld.ident in row.section.columns:  # type: ignore[union-attr]
                    fields[veld.ident] = self._field(row, key, veld.ident, veld)  # type: ignore[arg-type]
            yield where, replace(post, velden={name: text for name, text in fields.items() if text})

    def _signed(self, veld: Veld) -> str:
        key = aftekening_sleutel(veld.ident)
        row = self.place.rows.get(key)
        return "" if row is None else self._field(row, key, ANTWOORD, veld)
