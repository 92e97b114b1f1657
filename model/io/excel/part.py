"""The start of an XML part, and the elements of a part that lists others: no tree is built, no entity expanded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

_LISTED = frozenset({"Override", "Default", "Relationship", "ddeLink", "DataMashup"})
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BLANK = b" \t\r\n\0"
_HEAD = 1024 * 1024  # within which the first element must stand; beyond it, the parser would start over ever again


class Element(NamedTuple):
    """An element without its namespace, and its attributes."""

    name: str
    attributes: Mapping[str, str]


class _Enough(Exception):
    """What had to be known is known."""


class XmlPart:
    """Reads a part as it comes, as far as its first element; or, where it `lists` other parts, wholly.

    Afterwards `declares` says whether it has a document type, `broken` whether it is no XML, and `elements` are those
    that name other parts or what lies outside the file.
    """

    def __init__(self, *, lists: bool) -> None:
        self.declares = False
        self.broken = False
        self.elements: list[Element] = []
        self._lists = lists
        self._done = False
        self._fed = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._declared
        self._parser.StartElementHandler = self._started

    def feed(self, block: bytes) -> None:
        """Read the next block; once enough is known, nothing happens."""
        self._parse(block, final=False)

    def close(self) -> None:
        """Say that there are no more blocks."""
        self._parse(b"", final=True)

    def _parse(self, block: bytes, *, final: bool) -> None:
        if self._done:
            return
        self._fed += len(block)
        if self._fed > _HEAD:
            self.broken = self._done = True
            return
        try:
            self._parser.Parse(block, final)
        except _Enough:
            self._done = True
        except (expat.ExpatError, ValueError, LookupError):
            self.broken = self._done = True

    def _declared(self, *_: object) -> None:
        self.declares = True
        raise _Enough

    def _started(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in _LISTED:
            self.elements.append(Element(name, attributes))
        if not self._lists:
            raise _Enough


def is_xml(name: str, start: bytes) -> bool:
    """Return whether a part with this name, which begins so, is or may be taken for XML."""
    if name.casefold().endswith((".xml", ".rels", ".vml")):
        return True
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.lstrip(_BLANK)[:1] in {b"<", b""}
