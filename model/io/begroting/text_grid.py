"""A CSV from a stranger as rows of cells: encoding and separator are worked out, and said.

Nothing is guessed silently: `said` tells which encoding and separator were taken, and which rows had another encoding.
"""

from __future__ import annotations

import csv
import io
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from model.errors import InputError, Issue, Place, figure
from model.io.begroting.grids import Grid, GridRow
from model.io.text_files import MIB, reason
from model.text import Text, joined, same

MAX_BYTES = 20 * MIB
MAX_ROWS = 100_000
MAX_CELLS = 3_000_000
MAX_CELL = 100_000

_SEPARATORS = {";": Text("puntkomma's", "semicolons"), ",": Text("komma's", "commas"), "\t": Text("tabs", "tabs")}
_OTHERS = {"|": Text("verticale strepen (|)", "vertical bars (|)"), "^": Text("dakjes (^)", "carets (^)")}
# Bytes that are letters in code page 850 and marks or nothing at all in Windows-1252: ü é â ä à å ç ê ë è ï î ì.
_DOS = bytes(b for b in range(0x81, 0x9B) if b not in (0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0x80))
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f]")
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file of at most 20 MiB; raise `InputError` where it cannot be read, is empty or larger."""
    place = Place(path.name)
    expected = Text("een budgettaire tabel als CSV of XLSX", "a budget table as CSV or XLSX")
    try:
        if not (stat.S_ISREG(mode := path.stat().st_mode) or stat.S_ISDIR(mode)):  # a pipe would be waited for
            found = Text("het is geen gewoon bestand", "it is not a regular file")
            raise InputError([Issue("bestand-onleesbaar", place, {"found": found})])
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError([Issue("bestand-ontbreekt", place, {"expected": expected})]) from None
    except OSError as error:
        raise InputError([Issue("bestand-onleesbaar", place, {"found": reason(error)})]) from None
    if len(raw) > MAX_BYTES:
        size = f"{MAX_BYTES // MIB} MiB"
        values = {"found": Text(f"meer dan {size}", f"more than {size}"), "expected": size}
        raise InputError([Issue("bestand-te-groot", place, values)])
    if not raw.strip(b"\xef\xbb\xbf\r\n\t ;,"):
        raise InputError([Issue("bestand-leeg", place, {"expected": expected})])
    return raw


def read_text_grid(path: Path, raw: bytes) -> Grid:
    """Return the rows of a CSV; raise `InputError` where it is no text, no CSV, or too large."""
    text, said = _decoded(raw, path.name)
    separator = _separator(text)
    if separator in _OTHERS:
        raise InputError([Issue("begroting-scheidingsteken", Place(path.name), {"found": _OTHERS[separator]})])
    rows = tuple(_rows(text, separator, path.name))
    if not any(row.texts for row in rows):
        raise InputError([Issue("bestand-leeg", Place(path.name), {"expected": Text("een tabel", "a table")})])
    marks = _SEPARATORS[separator]
    return Grid(
        path.name, "", rows,
        (*said, Text(f"kolommen gescheiden door {marks.nl}", f"columns separated by {marks.en}")),
        semicolons=separator == ";",
        commas=separator == ",",
    )  # fmt: skip


def _decoded(raw: bytes, name: str) -> tuple[str, tuple[Text, ...]]:
    codec = _BOMS.get(raw[:2])
    try:
        if codec:
            return raw.decode(codec), (same("UTF-16"),)
        if b"\0" not in raw:
            return raw.decode("utf-8-sig"), (same("UTF-8"),)
    except UnicodeDecodeError:
        if codec:
            raise InputError([Issue("begroting-codering", Place(name))]) from None
    if b"\0" in raw:
        code = "begroting-geen-tabel" if _CONTROL.search(raw) else "begroting-codering"
        raise InputError([Issue(code, Place(name))])
    return _by_line(raw)


def _by_line(raw: bytes) -> tuple[str, tuple[Text, ...]]:
    """Return a text that is not UTF-8, line by line, and which encodings it took at which lines."""
    lines, used = [], dict[str, list[int]]()
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        codec = _codec(line)
        if codec != "ASCII":
            used.setdefault(codec, []).append(number)
        lines.append(line.decode({"Windows-1252": "cp1252", "CP850": "cp850"}.get(codec, "utf-8"), errors="replace"))
    return "\n".join(lines), _encodings(used)


def _codec(line: bytes) -> str:
    if line.isascii():
        return "ASCII"
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        dos = any(byte in _DOS for byte in line) and not any(byte >= 0xC0 for byte in line)
        return "CP850" if dos else "Windows-1252"
    return "UTF-8"


def _encodings(used: dict[str, list[int]]) -> tuple[Text, ...]:
    if len(used) == 1:
        return (same(next(iter(used))),)
    main = max(used, key=lambda codec: len(used[codec]))
    others = [(codec, lines) for codec, lines in used.items() if codec != main]
    told = [f"{codec} ({_some(lines)})" for codec, lines in others]
    return (
        Text(
            f"het bestand mengt coderingen: {main}, maar op de genoemde regels {joined(told, 'nl')}; controleer daar"
            " letters met accenten",
            f"the file mixes encodings: {main}, but on the lines given {joined(told, 'en')}; check accented letters"
            " there",
        ),
    )


def _some(lines: list[int]) -> str:
    return ", ".join(map(str, lines[:8])) + (", …" if len(lines) > 8 else "")


def _separator(text: str) -> str:
    """Return the separator by which most rows of the beginning have the same number of cells, more than one."""
    head = text[:60_000]
    best, score = ",", (0.0, 0)
    for separator in (*_SEPARATORS, *_OTHERS):
        widths = _widths(head, separator)
        usual = max(set(widths), key=widths.count) if widths else 1
        most = max(widths, default=1)
        share = widths.count(usual) / len(widths) if widths else 0
        found = (share if usual > 1 else 0.1 if most > 1 else 0.0, usual if usual > 1 else most)
        if found > score and found[1] > 1 and (score[0] < 0.9 or found[1] > score[1]):
            best, score = separator, found
    return best


def _widths(text: str, separator: str) -> list[int]:
    try:
        return [len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(row)][:300]
    except csv.Error:
        return []


def _rows(text: str, separator: str, name: str) -> Iterator[GridRow]:
    csv.field_size_limit(MAX_CELL)
    number, cells = 0, 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, record in enumerate(reader, start=1):
            cells += len(record)
            if number > MAX_ROWS or cells > MAX_CELLS:
                raise InputError([_too_large(name)])
            first = next((cell for cell in record if cell.strip()), "")
            yield GridRow(number, tuple(map(str.strip, record)), depth=len(first) - len(first.lstrip(" \xa0\u2003")))
    except csv.Error as error:
        found = Text(
            "een aanhalingsteken gaat open en niet op de goede plaats dicht, of een cel is te lang",
            f"a quote is opened and not closed in the right place, or a cell is too long ({error})",
        )
        raise InputError([Issue("geen-csv", Place(name, number + 1), {"found": found})]) from None


def _too_large(name: str) -> Issue:
    most = figure(MAX_ROWS)
    found = Text(f"meer dan {most.nl} rijen of 3 miljoen cellen", f"more than {most.en} rows or 3 million cells")
    expected = Text(f"{most.nl} rijen en 3 miljoen cellen", f"{most.en} rows and 3 million cells")
    return Issue("bestand-te-groot", Place(name), {"found": found, "expected": expected})
