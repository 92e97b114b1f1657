"""What else a file may be that someone takes for a workbook, told by its first bytes, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass

from model.text import Text, same

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SAVE = Text("Open het in Excel en bewaar het als .xlsx", "Open it in Excel and save it as .xlsx")
_SAVE_CALC = Text("Open het in LibreOffice en bewaar het als .xlsx", "Open it in LibreOffice and save it as .xlsx")
_ASK = Text("Vraag de afzender om de werkmap zelf", "Ask the sender for the workbook itself")
_UNPACK = Text("Pak het uit en lever de werkmap die erin zit", "Unpack it and supply the workbook inside")
_COPY = Text("Neem de tabel over in een werkmap", "Copy the table into a workbook")
_TEXT = Text(
    "Haal het in Excel binnen via Gegevens, Uit tekst/CSV, en bewaar het als .xlsx",
    "Import it in Excel through Data, From Text/CSV, and save it as .xlsx",
)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is no .xlsx: what it is, and how to make an .xlsx of it."""

    found: Text
    advice: Text


XLS = Format(Text("een oude werkmap (.xls)", "an old workbook (.xls)"), _SAVE)
XLSB = Format(Text("een binaire werkmap (.xlsb)", "a binary workbook (.xlsb)"), _SAVE)
ODS = Format(Text("een werkmap van LibreOffice (.ods)", "a LibreOffice workbook (.ods)"), _SAVE_CALC)
OTHER_OLE = Format(Text("een ander document van Office", "another kind of Office document"), _COPY)
WEB = Format(Text("een webpagina (HTML)", "a web page (HTML)"), _SAVE)
XML_2003 = Format(Text("een werkmap als los XML-bestand", "a workbook as a single XML file"), _SAVE)
OTHER_XML = Format(Text("een XML-bestand", "an XML file"), _ASK)
PLAIN = Format(Text("tekst, zoals CSV", "text, such as CSV"), _TEXT)
OTHER_ZIP = Format(Text("een zipbestand zonder werkmap", "a zip file without a workbook"), _UNPACK)
OTHER_OFFICE = Format(
    Text("een document of presentatie van Office", "an Office document or presentation"),
    _COPY,
)
NUMBERS = Format(
    Text("een werkmap van Numbers", "a Numbers workbook"),
    Text("Exporteer het in Numbers naar Excel", "Export it from Numbers to Excel"),
)
UNKNOWN = Format(Text("een onbekend soort bestand", "an unknown kind of file"), _ASK)

_STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF", Format(same("PDF"), _ASK)),
    (b"{\\rtf", Format(Text("een tekstdocument (RTF)", "a text document (RTF)"), _COPY)),
    (b"MIME-Version", WEB),
    (b"\x09\x00\x04\x00", XLS),
    (b"\x09\x02\x06\x00", XLS),
    (b"\x09\x04\x06\x00", XLS),
    (b"\x09\x08", XLS),
    (b"\x1f\x8b", Format(Text("een ingepakt bestand (gzip)", "a compressed file (gzip)"), _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Format(Text("een ingepakt bestand (7z)", "a compressed file (7z)"), _UNPACK)),
    (b"Rar!", Format(Text("een ingepakt bestand (rar)", "a compressed file (rar)"), _UNPACK)),
    (b"\x89PNG", Format(Text("een afbeelding (PNG)", "an image (PNG)"), _ASK)),
    (b"\xff\xd8\xff", Format(Text("een afbeelding (JPEG)", "an image (JPEG)"), _ASK)),
    (b"GIF8", Format(Text("een afbeelding (GIF)", "an image (GIF)"), _ASK)),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SHOWN = 4096


def is_encrypted(raw: bytes) -> bool:
    """Return whether an OLE file holds a workbook behind a password."""
    return "EncryptedPackage".encode("utf-16-le") in raw


def format_of(raw: bytes) -> Format:
    """Return what a file is that is no zip."""
    if raw.startswith(OLE):
        names = ("Workbook", "Book")
        return XLS if any(name.encode("utf-16-le") in raw for name in names) else OTHER_OLE
    for start, found in _STARTS:
        if raw.startswith(start):
            return found
    text = _as_text(raw[:_SHOWN])
    if text is None:
        return UNKNOWN
    if not text.startswith("<"):
        return PLAIN
    if "urn:schemas-microsoft-com:office:spreadsheet" in text or "excel.sheet" in text:
        return XML_2003
    return WEB if any(tag in text for tag in ("<html", "<table", "<!doctype html", "<body")) else OTHER_XML


def format_of_parts(names: frozenset[str]) -> Format:
    """Return what a zip is that holds these parts (in small letters) and no workbook of the .xlsx kind."""
    if "xl/workbook.bin" in names:
        return XLSB
    if "mimetype" in names and "content.xml" in names:
        return ODS
    if any(name.startswith(("word/", "ppt/")) for name in names):
        return OTHER_OFFICE
    return NUMBERS if any(name.endswith(".iwa") or name == "index.zip" for name in names) else OTHER_ZIP


def _as_text(start: bytes) -> str | None:
    """Return the start of a text file in small letters, or None where it is no text."""
    wide = start.startswith(_UTF16)
    text = start.decode("utf-16", "replace") if wide else start.decode("utf-8-sig", "replace")
    if any(ord(sign) < ord(" ") and not sign.isspace() for sign in text):
        return None
    return text.lstrip().casefold()
