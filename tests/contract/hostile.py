"""Workbooks that strangers may send, each built from a good one: what is wrong with it, and the issues it gives."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import xlsxwriter

Parts = dict[str, bytes]

MIB = 1024 * 1024
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET, STYLES, TYPES = "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


class Attack(NamedTuple):
    """A file, what it is called, and the codes of the issues it gives; none where it is read."""

    name: str
    build: Callable[[], bytes]
    codes: tuple[str, ...] = ()
    file: str = "werkmap.xlsx"


def parts() -> Parts:
    """Return the parts of a good workbook."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Blad1")
        sheet.write_row(0, 0, ["post", 2025, 1.5])
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: Mapping[str, bytes] | list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in content.items() if isinstance(content, Mapping) else content:
            archive.writestr(zipfile.ZipInfo(name), data, method, 6 if len(data) < MIB else 1)
    return file.getvalue()


def replaced(**changed: bytes) -> bytes:
    """Return the good workbook with other content in a part: SHEET, STYLES or TYPES."""
    return zipped(parts() | {globals()[name]: data for name, data in changed.items()})


def without(name: str) -> bytes:
    return zipped({part: data for part, data in parts().items() if part != name})


def added(name: str, data: bytes | str = b"", content_type: str = "") -> bytes:
    """Return the good workbook with a part more, of a certain type."""
    content = parts()
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'.encode()
    if content_type:
        content[TYPES] = content[TYPES].replace(b"</Types>", override)
    return zipped(content | {name: data if isinstance(data, bytes) else data.encode()})


def edited(name: str, old: str, new: str) -> bytes:
    content = parts()
    if old.encode() not in content[name]:
        raise ValueError(old)
    return zipped(content | {name: content[name].replace(old.encode(), new.encode())})


def sheet(rows: str = "", after: str = "") -> bytes:
    """Return the XML of a sheet."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def strict() -> bytes:
    """Return the good workbook with the names of Strict OOXML."""
    old = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    )
    new = (b"http://purl.oclc.org/ooxml/spreadsheetml/", b"http://purl.oclc.org/ooxml/officeDocument/")
    content = parts()
    for name, data in content.items():
        content[name] = data.replace(old[0], new[0]).replace(old[1], new[1])
    return zipped(content)


def bomb(name: str, start: bytes, block: bytes, times: int) -> bytes:
    """Return the good workbook with a part of `times` blocks, packed without unpacking it: the blocks are repeated."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    head = pack.compress(start) + pack.flush(zlib.Z_FULL_FLUSH)
    body = pack.compress(block) + pack.flush(zlib.Z_FULL_FLUSH)
    packed = head + body * times + pack.flush()
    size = min(len(start) + len(block) * times, 0xFFFFFFFE)
    raw = zipped(parts() | {name: b""}, zipfile.ZIP_STORED)
    return _with_packed(raw, name.encode(), packed, size)


def _with_packed(raw: bytes, name: bytes, packed: bytes, size: int) -> bytes:
    """Return a stored zip whose empty part `name`, its last, is replaced by deflated data of which `size` is said."""
    local = raw.rindex(b"PK\x03\x04", 0, raw.index(b"PK\x01\x02"))
    central, end = raw.index(b"PK\x01\x02"), raw.rindex(b"PK\x05\x06")
    sizes = struct.pack("<LLL", 0, len(packed), size)
    header = bytearray(raw[local:central])
    entries = bytearray(raw[central:end])
    at = entries.rindex(b"PK\x01\x02")
    header[8:10] = entries[at + 10 : at + 12] = struct.pack("<H", zipfile.ZIP_DEFLATED)
    header[14:26] = entries[at + 16 : at + 28] = sizes
    if name not in header:
        raise ValueError(name)
    tail = bytearray(raw[end:])
    tail[16:20] = struct.pack("<L", local + len(header) + len(packed))
    return raw[:local] + bytes(header) + packed + bytes(entries) + bytes(tail)


def lying() -> bytes:
    """Return the good workbook whose directory and header say that the sheet is smaller than it is."""
    raw = zipped(parts())
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        part = archive.getinfo(SHEET)
    old, new = (struct.pack("<LLL", part.CRC, part.compress_size, size) for size in (part.file_size, 100))
    return raw.replace(old, new)


def flipped() -> bytes:
    """Return the good workbook with one bit of a sheet another than when it was packed."""
    raw = bytearray(zipped(parts(), zipfile.ZIP_STORED))
    raw[raw.index(b"<sheetData>") + 1] ^= 1
    return bytes(raw)


def locked_zip() -> bytes:
    """Return the good workbook as a zip whose first part says that it is encrypted."""
    raw = bytearray(zipped(parts()))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def external(kind: str, body: str, target: str = "") -> bytes:
    """Return the good workbook with a link to elsewhere."""
    name = "xl/externalLinks/externalLink1.xml"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    relation = f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
    with zipfile.ZipFile(io.BytesIO(added(name, body, content_type))) as archive:
        content = {part: archive.read(part) for part in archive.namelist()}
    if target:
        content["xl/externalLinks/_rels/externalLink1.xml.rels"] = f"<Relationships>{relation}</Relationships>".encode()
    return zipped(content)


def in_utf16(xml: str) -> bytes:
    return b"\xff\xfe" + xml.encode("utf-16-le")


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(512)


def repeated(pattern: str, count: int) -> str:
    return "".join(pattern.format(number) for number in range(1, count + 1))


def blank_rows(count: int) -> bytes:
    """Return a workbook with rows that only have a format, and one number after them."""
    row = '<row r="{0}" s="1" customFormat="1"><c r="A{0}" s="1"/><c r="B{0}" s="1"/></row>'
    rows = repeated(row, count) + f'<row r="{count + 1}"><c r="A{count + 1}"><v>1</v></c></row>'
    return replaced(SHEET=sheet(rows))


def cells(count: int) -> bytes:
    row = '<row r="{0}">' + "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJ") + "</row>"
    return replaced(SHEET=sheet(repeated(row, count // 10)))


def far_away() -> bytes:
    """Return a workbook with its only cell in the last place there is, and a merge and a link over all cells."""
    after = (
        '<mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="Blad1!A1"/></hyperlinks>'
    )
    return replaced(SHEET=sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', after))


DAMAGED = ("werkmap-beschadigd",)
OTHER = ("werkmap-ander-formaat",)
TOO_LARGE = ("werkmap-te-groot-uitgepakt",)
TOO_HEAVY = ("werkmap-te-zwaar",)
DOCTYPE = ("werkmap-doctype",)
MACROS = ("werkmap-macros",)
CONNECTED = ("werkmap-gegevensverbinding",)
UNREADABLE = ("werkmap-onleesbaar",)
MISSING = ("werkmap-deel-ontbreekt",)


def _other_files() -> Iterator[Attack]:
    yield Attack("csv", lambda: b"post;2025\nbeheer;1.234,5\n", OTHER)
    yield Attack("csv in utf-16", lambda: in_utf16("post\t2025\n"), OTHER)
    yield Attack("html as xls", lambda: b"\n<html><body><table></table></body></html>", OTHER, "tabel.xls")
    yield Attack(
        "xml of 2003", lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', OTHER
    )
    yield Attack("another xml", lambda: b'<?xml version="1.0"?><ditto/>', OTHER)
    yield Attack("pdf", lambda: b"%PDF-1.7\n", OTHER)
    yield Attack("xls", lambda: ole("Workbook"), OTHER, "oud.xls")
    yield Attack("old word", lambda: ole("WordDocument"), OTHER)
    yield Attack("xlsb", lambda: zipped({TYPES: b"<Types/>", "xl/workbook.bin": b"\0"}), OTHER, "x.xlsb")
    yield Attack("ods", lambda: zipped({"mimetype": b"application/x", "content.xml": b"<x/>"}), OTHER, "x.ods")
    yield Attack("docx", lambda: zipped({TYPES: b"<Types/>", "word/document.xml": b"<x/>"}), OTHER)
    yield Attack("numbers", lambda: zipped({"Index/Document.iwa": b"\0"}), OTHER)
    yield Attack("zip", lambda: zipped({"lees mij.txt": b"hallo"}), OTHER)
    yield Attack("noise", lambda: bytes(range(256)), OTHER)
    yield Attack("password", lambda: ole("EncryptedPackage"), ("werkmap-wachtwoord",))
    yield Attack("password on the zip", locked_zip, ("werkmap-wachtwoord",))
    yield Attack("empty", bytes, ("bestand-leeg",))
    yield Attack("21 MiB", lambda: zipped(parts()) + bytes(21 * MIB), ("bestand-te-groot",))


def _zips() -> Iterator[Attack]:
    yield Attack("cut off", lambda: zipped(parts())[:-200], DAMAGED)
    yield Attack("cut off early", lambda: zipped(parts())[:1000], DAMAGED)
    yield Attack("a bit flipped", flipped, DAMAGED)
    yield Attack("unusual packing", lambda: zipped(parts(), zipfile.ZIP_LZMA), DAMAGED)
    yield Attack("10 GB of spaces", lambda: bomb(SHEET + "x", sheet()[:60], b" " * MIB, 10_000), TOO_LARGE)
    yield Attack(
        "5 GB of strings", lambda: bomb("xl/s.xml", b"<sst>", b"<si><t>ja</t></si>" * 50_000, 5_000), TOO_LARGE
    )
    yield Attack("three of 70 MiB", lambda: _three(70), TOO_LARGE)
    yield Attack("ratio", lambda: bomb("xl/media/image1.png", b"", bytes(MIB), 20), TOO_LARGE)
    yield Attack(
        "a huge list of parts", lambda: replaced(TYPES=b"<Types>" + b"<x/>" * 300_000 + b"</Types>"), TOO_LARGE
    )
    yield Attack(
        "2,001 parts", lambda: zipped({f"xl/{n}.xml": b"<x/>" for n in range(2001)}), ("werkmap-te-veel-delen",)
    )
    yield Attack("says less than it holds", lying, ("werkmap-omvang-klopt-niet",))
    yield Attack("twice", lambda: zipped([*parts().items(), (SHEET, sheet())]), ("werkmap-dubbel-deel",))
    yield Attack("twice by case", lambda: added("xl/Worksheets/Sheet1.xml", sheet()), ("werkmap-dubbel-deel",))
    yield Attack("no workbook", lambda: without("xl/workbook.xml"), MISSING)
    yield Attack("no content types", lambda: without(TYPES), MISSING)
    yield Attack("no sheet", lambda: without(SHEET), MISSING)
    yield Attack("no strings", lambda: without("xl/sharedStrings.xml"), MISSING)


def _three(size: int) -> bytes:
    noise = hashlib.shake_128(b"").digest(20_000)
    block = (noise * (size * MIB // len(noise) + 1))[: size * MIB]
    return zipped(parts() | {f"xl/media/{n}": block for n in range(3)})


def _contents() -> Iterator[Attack]:
    yield Attack("laughs", lambda: replaced(SHEET=LAUGHS.encode() + b"]>" + sheet()), DOCTYPE)
    yield Attack("laughs in utf-16", lambda: replaced(SHEET=in_utf16(f"{LAUGHS}]>{sheet().decode()}")), DOCTYPE)
    yield Attack(
        "a file of ours",
        lambda: edited("docProps/core.xml", "<cp:core", '<!DOCTYPE x SYSTEM "/etc/passwd"><cp:core'),
        DOCTYPE,
    )
    yield Attack("a hidden doctype", lambda: added("xl/media/a.png", b" <!DOCTYPE a []><a/>"), DOCTYPE)
    yield Attack("utf-7", lambda: replaced(SHEET=b'<?xml version="1.0" encoding="UTF-7"?>+ADw-x/>'), DAMAGED)
    yield Attack("macros", lambda: added("xl/vbaProject.bin", b"\0"), MACROS)
    yield Attack("macro sheet", lambda: added("xl/macrosheets/sheet1.xml", "<x/>"), MACROS)
    yield Attack(
        "macro type",
        lambda: edited(TYPES, "officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"),
        MACROS,
    )
    yield Attack("macro name", lambda: zipped(parts()), MACROS, "werkmap.xlsm")
    yield Attack("controls", lambda: added("xl/activeX/activeX1.xml", "<x/>"), ("werkmap-activex",))
    yield Attack(
        "link", lambda: external("externalLinkPath", "<externalLink/>", "file:///geheim.xlsx"), ("werkmap-koppeling",)
    )
    yield Attack("link without target", lambda: external("x", "<externalLink/>"), ("werkmap-koppeling",))
    yield Attack(
        "dde",
        lambda: external("x", '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'),
        ("werkmap-dde",),
    )
    yield Attack(
        "dde in a formula",
        lambda: replaced(SHEET=sheet("<row r='1'><c r='B1'><f>cmd|'/c calc'!A0</f></c></row>")),
        ("werkmap-dde",),
    )
    yield Attack("connection", lambda: added("xl/connections.xml", "<connections/>"), CONNECTED)
    yield Attack("query", lambda: added("customXml/item1.xml", in_utf16("<DataMashup>x</DataMashup>")), CONNECTED)
    yield Attack("all at once", _everything, (*DOCTYPE, *MACROS, *CONNECTED, "werkmap-activex"))


def _everything() -> bytes:
    wrong = {"xl/connections.xml": b"<x/>", "xl/vbaProject.bin": b"\0", "xl/activeX/a.bin": b"\0"}
    return zipped(parts() | wrong | {"xl/theme/theme1.xml": b"<!DOCTYPE x []><x/>"})


def _cells() -> Iterator[Attack]:
    yield Attack(
        "broken styles",
        lambda: edited(STYLES, "</styleSheet>", "<cellXfs><xf numFmtId='x'/></cellXfs></styleSheet>"),
        UNREADABLE,
    )
    yield Attack("no xml", lambda: replaced(SHEET=b"<worksheet"), DAMAGED)
    yield Attack("half a sheet", lambda: replaced(SHEET=sheet()[:-10]), UNREADABLE)
    yield Attack("another root", lambda: replaced(SHEET=b"<worksheet xmlns='urn:x'/>"), UNREADABLE)
    yield Attack("nan", lambda: replaced(SHEET=sheet("<row r='1'><c r='A1'><v>nan</v></c></row>")), UNREADABLE)
    yield Attack(
        "a cell twice",
        lambda: replaced(SHEET=sheet("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>")),
        UNREADABLE,
    )
    yield Attack(
        "a string beyond the last",
        lambda: replaced(SHEET=sheet("<row r='1'><c r='A1' t='s'><v>99</v></c></row>")),
        UNREADABLE,
    )
    yield Attack(
        "a style beyond the last",
        lambda: replaced(SHEET=sheet("<row r='1'><c r='A1' s='99'><v>1</v></c></row>")),
        UNREADABLE,
    )
    yield Attack(
        "a text of 40,000",
        lambda: replaced(SHEET=sheet(f"<row r='1'><c r='A1' t='str'><v>{'x' * 40_000}</v></c></row>")),
        UNREADABLE,
    )
    yield Attack("deep", lambda: replaced(SHEET=sheet("<x>" * 100_000)), UNREADABLE)
    yield Attack("a cell behind an attribute", lambda: replaced(SHEET=sheet(_BEHIND)), UNREADABLE)
    yield Attack("a row elsewhere", lambda: replaced(SHEET=sheet("", f"<x>{_FAR}</x>")), UNREADABLE)
    yield Attack("a sheet name twice", lambda: edited("xl/workbook.xml", "</sheets>", _SAME_NAME), UNREADABLE)
    yield Attack("200,010 cells", lambda: cells(200_010), ("werkmap-te-veel-cellen",))
    yield Attack("3 million cells in a row", lambda: replaced(SHEET=sheet(_long_row(3_000_000))), TOO_HEAVY)
    yield Attack("a formula moved often", _moved, TOO_HEAVY)


_BEHIND = '<row r="1" x="/>/>/>/>"><c r="A1" x="/>"><v>5</v></c></row>'
_SAME_NAME = '<sheet name="BLAD1" sheetId="2" r:id="rId1"/></sheets>'
_FAR = "<row r='1'><c r='XFD1'><v>1</v></c></row>"


def _long_row(count: int) -> str:
    return "<row r='1'>" + repeated('<c r="A1"><f>{0}</f></c>', count) + "</row>"


def _moved() -> bytes:
    first = "<row r='1'><c r='A1'><f t='shared' si='0'>" + "+".join(["B1"] * 2_000) + "</f></c></row>"
    rest = repeated("<row r='{0}'><c r='A{0}'><f t='shared' si='0'/></c></row>", 20_000).split("</row>", 1)[1]
    return replaced(SHEET=sheet(first + rest))


def _harmless() -> Iterator[Attack]:
    yield Attack("good", lambda: zipped(parts()))
    yield Attack("stored", lambda: zipped(parts(), zipfile.ZIP_STORED))
    yield Attack("strict", strict)
    yield Attack("a million blank rows", lambda: blank_rows(1_048_575))
    yield Attack("a cell far away", far_away)


ATTACKS = [*_other_files(), *_zips(), *_contents(), *_cells(), *_harmless()]
# Or on a busy machine, by a test of its own.
TRIGGERED = frozenset(code for attack in ATTACKS for code in attack.codes) | {"werkmap-te-druk"}
