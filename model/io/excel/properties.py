"""What a workbook says of itself: title, author and such, and the properties that someone gave it."""

from __future__ import annotations

from zipfile import ZipFile

from lxml import etree

_CORE = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "description": "comments",
    "category": "category",
}


def read_properties(archive: ZipFile) -> dict[str, str]:
    """Return the properties of a workbook as text; those that someone gave it go before the usual ones."""
    found: dict[str, str] = {}
    for element in _children(archive, "docProps/core.xml"):
        name = _CORE.get(etree.QName(element).localname)
        if name and element.text:
            found[name] = element.text
    for element in _children(archive, "docProps/custom.xml"):
        found[element.get("name", "")] = "".join(str(text) for text in element.itertext()).strip()
    return found


def _children(archive: ZipFile, part: str) -> list[etree._Element]:
    if part not in archive.namelist():
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return list(etree.fromstring(archive.read(part), parser))
