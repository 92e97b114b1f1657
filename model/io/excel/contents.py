"""What a workbook brings along besides cells: macros, controls, links to elsewhere, queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from model.io.excel.part import Element
from model.text import Text, same

_PARTS: tuple[tuple[str, str], ...] = (
    ("vbaproject", "werkmap-macros"),
    ("xl/macrosheets/", "werkmap-macros"),
    ("xl/activex/", "werkmap-activex"),
    ("xl/externallinks/externallink", "werkmap-koppeling"),
    ("xl/connections.xml", "werkmap-gegevensverbinding"),
    ("xl/querytables/", "werkmap-gegevensverbinding"),
    ("xl/model/", "werkmap-gegevensverbinding"),
)
_TYPES: tuple[tuple[str, str], ...] = (
    ("macroenabled", "werkmap-macros"),
    ("vbaproject", "werkmap-macros"),
    ("macrosheet", "werkmap-macros"),
    ("activex", "werkmap-activex"),
    ("externallink+xml", "werkmap-koppeling"),
    ("connections+xml", "werkmap-gegevensverbinding"),
    ("querytable+xml", "werkmap-gegevensverbinding"),
)
_CONTENT_TYPES = "[content_types].xml"
_MACRO_NAMES = (".xlsm", ".xltm", ".xlam")
_WORKBOOK = ("sheet.main+xml", "template.main+xml")
_MACRO_WORKBOOK = ".macroenabled.main+xml"


def canonical(name: str) -> str:
    """Return the name of a part as all readers of a package would take it: in small letters, without a first slash."""
    return unquote(name.replace("\\", "/")).lstrip("/").casefold()


def dangers(names: frozenset[str], elements: Iterable[tuple[str, Element]], suffix: str) -> Iterator[tuple[str, Text]]:
    """Yield what is not accepted in a workbook: the code of the issue and what was found.

    `names` are the canonical names of its parts, `elements` what its listing parts list, `suffix` the end of the
    file's own name.
    """
    if suffix.casefold() in _MACRO_NAMES:
        yield "werkmap-macros", Text(f"een naam op {suffix}", f"a name that ends in {suffix}")
    listed = [(part, *found) for part, element in elements for found in _listed(part, element)]
    said = {part.replace("/_rels/", "/").removesuffix(".rels") for part, _, _ in listed if part != _CONTENT_TYPES}
    yield from ((code, found) for _, code, found in listed if found.nl not in said)
    for name in sorted(names - said):
        yield from ((code, same(name)) for start, code in _PARTS if start in name and "/_rels/" not in name)


def workbook_part(names: frozenset[str], elements: Iterable[tuple[str, Element]]) -> str:
    """Return the canonical name of the part that is the workbook, empty where it is not there."""
    for _, element in elements:
        if element.name == "Override" and _is_workbook(element.attributes.get("ContentType", "")):
            name = canonical(element.attributes.get("PartName", ""))
            return name if name in names else ""
    defaults = (element.attributes.get("ContentType", "") for _, element in elements if element.name == "Default")
    return "xl/workbook.xml" if "xl/workbook.xml" in names and any(map(_is_workbook, defaults)) else ""


def _is_workbook(content_type: str) -> bool:
    kind = content_type.casefold()
    return kind.endswith(_MACRO_WORKBOOK) or ("spreadsheetml" in kind and kind.endswith(_WORKBOOK))


def _listed(part: str, element: Element) -> Iterator[tuple[str, Text]]:
    attributes = element.attributes
    if element.name in {"Override", "Default"}:
        kind = attributes.get("ContentType", "").casefold()
        found = canonical(attributes.get("PartName", attributes.get("Extension", "")))
        yield from ((code, same(found)) for word, code in _TYPES if word in kind)
    elif element.name == "Relationship" and attributes.get("TargetMode", "").casefold() == "external":
        if not attributes.get("Type", "").endswith("/hyperlink"):
            yield "werkmap-koppeling", same(attributes.get("Target", part))
    elif element.name == "ddeLink":
        service, topic = attributes.get("ddeService", "?"), attributes.get("ddeTopic", "?")
        yield "werkmap-dde", same(f"{service}|{topic}")
    elif element.name == "DataMashup":
        yield "werkmap-gegevensverbinding", same("Power Query")
