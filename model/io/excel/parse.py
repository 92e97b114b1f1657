"""The one place that parses workbooks, run in a process of its own: bytes of a file in, plain columns out.

`python -m model.io.excel.parse` reads the file from standard input and writes to standard output: the workbook, or with
status `REFUSED` the code of an issue and what was found. Comments at cells are read where a second word asks for them.
"""

from __future__ import annotations

import datetime
import functools
import json
import sys
from io import BytesIO
from typing import IO, Any
from zipfile import ZipFile

from lxml import etree

from model.io.excel.comments import Found, read_comments
from model.io.excel.confinement import confine
from model.io.excel.contents import canonical
from model.io.excel.faint import faint_styles
from model.io.excel.handover import COMMENTS, REFUSED, Columns, Format, packed
from model.io.excel.limits import Limits
from model.io.excel.properties import read_properties
from model.io.excel.sheet import LiveLink, Surroundings, TooManyCells, read_sheet
from model.io.excel.strings import Unreadable, shared_strings, unstrict

if __name__ == "__main__":  # openpyxl would load numpy, whose memory counts
    sys.modules["numpy"] = None  # type: ignore[assignment]

from openpyxl.formula.translate import Translator
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.xml.constants import SHARED_STRINGS

_CUSTOM = 164  # number formats from here are a workbook's own


class Refused(Exception):
    """A workbook that is not accepted: the code of an issue, what was found and, for programmers, what caused it."""

    def __init__(self, code: str, found: str = "", cause: str = "") -> None:
        self.code = code
        self.found = found
        self.cause = cause
        super().__init__(code, found, cause)


class Archive(ZipFile):
    """A zip whose parts, read whole, name things as in Transitional OOXML, and that remembers what is being read."""

    reading = ""

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:
        """Return a part, its Strict names translated."""
        self.reading = str(name)
        return unstrict(super().read(name, pwd))

    def part(self, name: str) -> IO[bytes]:
        """Open the part of this name, whatever the case of its letters, as it is."""
        self.reading = name
        found = next((each for each in self.namelist() if canonical(each) == canonical(name)), None)
        if found is None:
            raise Refused("werkmap-deel-ontbreekt", name)
        return self.open(found)


def parse(archive: Archive, raw: bytes, limits: Limits, *, comments: bool = False) -> bytes:
    """Return the workbook in `archive`, which is the zip in `raw`, as plain columns in bytes.

    With `comments` those at its cells are read too; each counts as a cell.
    Raises `Refused`, `TooManyCells`, `LiveLink`, or whatever its parsers raise where it is not as it should be.
    """
    reader = ExcelReader(BytesIO(raw), keep_links=False)
    reader.archive = archive
    reader.read_manifest()
    reader.read_workbook()
    apply_stylesheet(archive, reader.wb)
    reader.read_theme()
    around = Surroundings(_strings(reader, archive), _moments(reader.wb), _iso, _translated)
    sheets = _sheets(reader, archive, around, limits.cells, comments=comments)
    formats = _formats(reader.wb)
    if any(not 0 <= style < len(formats) for sheet in sheets for style in set(sheet.styles)):
        raise Unreadable
    return packed(sheets, formats, read_properties(archive))


def _sheets(reader: ExcelReader, archive: Archive, around: Surroundings, most: int, *, comments: bool) -> list[Columns]:
    """Return the sheets with cells in their order, charts left out; together they hold at most `most` cells."""
    parser: Any = reader.parser
    names = {sheet.name.casefold() for sheet in parser.sheets if sheet.id}
    if len(names) < len(parser.sheets):
        raise Unreadable
    sheets: list[Columns] = []
    for found, rel in parser.find_sheets():
        if rel.Type.endswith("/worksheet"):
            part = functools.partial(archive.part, rel.target)
            sheets.append(read_sheet(part, Columns(found.name, found.state == "visible"), around, most))
            most -= len(sheets[-1].rows)
            if comments:
                sheets[-1].comments.extend(_comments(archive, rel.target, most))
                most -= len(sheets[-1].comments)
    return sheets


def _comments(archive: Archive, sheet: str, most: int) -> list[Found]:
    """Return the comments at the cells of the sheet in this part."""
    path = get_rels_path(sheet)  # type: ignore[no-untyped-call]
    names = archive.namelist()
    if path not in names:
        return []
    people = [name for name in names if canonical(name).startswith("xl/persons/")]
    return read_comments(((rel.Type, rel.target) for rel in get_dependents(archive, path)), people, archive.part, most)


def _strings(reader: ExcelReader, archive: Archive) -> list[str]:
    package: Any = reader.package
    part = package.find(SHARED_STRINGS)
    if part is None:
        return []
    with archive.part(part.PartName[1:]) as source:
        return shared_strings(source)


def _moments(workbook: Any) -> Any:
    dates, spans, epoch = workbook._date_formats, workbook._timedelta_formats, workbook.epoch

    def moment(number: float, style: int) -> Any:
        if style not in dates or style in spans:
            return number
        try:
            return from_excel(number, epoch)
        except (OverflowError, ValueError):  # outside the calendar: Excel shows no date either
            return number

    return moment


def _iso(text: str) -> Any:
    moment = from_ISO8601(text)  # type: ignore[no-untyped-call]
    return moment / datetime.timedelta(days=1) if isinstance(moment, datetime.timedelta) else moment


def _translated(formula: str, origin: str, here: str) -> str:
    return str(Translator(formula, origin).translate_formula(here))


def _formats(workbook: Any) -> list[Format]:
    formats: list[Format] = []
    own = workbook._number_formats
    for style, faint in zip(workbook._cell_styles, faint_styles(workbook), strict=True):
        number = style.numFmtId
        text = BUILTIN_FORMATS.get(number, "General") if number < _CUSTOM else own[number - _CUSTOM]
        locked = bool(workbook._protections[style.protectionId].locked)
        indent = int(workbook._alignments[style.alignmentId].indent or 0)
        formats.append((locked, text, bool(workbook._fonts[style.fontId].b), indent, faint))
    return formats


def _outcome(raw: bytes, limits: Limits, *, comments: bool) -> bytes:
    """Return the workbook; raise `Refused` where there is none that may be handed over."""
    archive = Archive(BytesIO(raw))
    try:
        handed = parse(archive, raw, limits, comments=comments)
    except Refused:
        raise
    except TooManyCells:
        raise Refused("werkmap-te-veel-cellen") from None
    except LiveLink as link:
        raise Refused("werkmap-dde", link.cell) from None
    except MemoryError:
        raise Refused("werkmap-te-zwaar") from None
    except Exception as error:
        out_of_memory = isinstance(error, etree.XMLSyntaxError) and error.code == etree.ErrorTypes.ERR_NO_MEMORY
        code = "werkmap-te-zwaar" if out_of_memory else "werkmap-onleesbaar"
        raise Refused(code, archive.reading, f"{type(error).__name__}: {error}") from error
    if len(handed) > limits.handed:
        raise Refused("werkmap-te-zwaar")
    return handed


def main(words: list[str]) -> int:
    """Read a workbook from standard input within the limits in `words[0]`, and write what it holds."""
    limits = Limits(**json.loads(words[0]))
    raw = sys.stdin.buffer.read()
    confine(limits)
    try:
        handed, status = _outcome(raw, limits, comments=COMMENTS in words[1:]), 0
    except Refused as refused:
        handed, status = json.dumps([refused.code, refused.found, refused.cause]).encode(), REFUSED
    sys.stdout.buffer.write(handed)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
