"""Text in a workbook's XML: the strings that cells share, and plain text out of rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import RawIOBase
from typing import IO, cast

from lxml import etree

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(custom|extended)?")
_LONGEST = 32_767
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Unreadable(Exception):
    """Something that no program that keeps to the format writes."""


def unstrict(xml: bytes) -> bytes:
    """Return XML with the names of Strict OOXML as those of Transitional OOXML."""

    def name(found: re.Match[bytes]) -> bytes:
        kind = found[2] + b"-p" if found[2] else b""
        return b"http://schemas.openxmlformats.org/" + found[1] + b"/2006/" + kind

    return _STRICT.sub(name, xml) if b"purl.oclc.org" in xml else xml


def tags_of(*names: str, spaces: Sequence[str] = _NAMESPACES) -> list[str]:
    """Return the tags of elements of these names; of cells in Transitional and in Strict OOXML unless told."""
    return [f"{{{space}}}{name}" for space in spaces for name in names]


def elements(
    source: IO[bytes] | RawIOBase, *names: str, spaces: Sequence[str] = _NAMESPACES
) -> Iterator[tuple[str, etree._Element]]:
    """Yield the elements of these names, with their names, as they are completed, and forget each after its use."""
    tags = tags_of(*names, spaces=spaces)
    file = cast(IO[bytes], source)
    found = etree.iterparse(
        file,
        tag=tags,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in found:
        yield _local(element), element
        element.clear()
        before, parent = element.getprevious(), element.getparent()
        if before is not None and parent is not None:
            parent.remove(before)


def shared_strings(source: IO[bytes]) -> list[str]:
    """Return the strings that cells refer to by number."""
    return [plain_text(item) for _, item in elements(source, "si")]


def plain_text(item: etree._Element) -> str:
    """Return the text of a string item without its format and without its pronunciation."""
    parts: list[str] = []
    for child in item:
        name = _local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.extend(text.text or "" for text in child if _local(text) == "t")
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    """Return text as a cell shows it: Excel stores what XML cannot hold as _x000D_."""
    if len(text) > _LONGEST:
        raise Unreadable
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
