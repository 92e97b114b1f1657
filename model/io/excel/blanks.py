"""Rows and cells that carry only a format, left out of a sheet before it is parsed: a file may hold millions."""

from __future__ import annotations

import io
import re
from typing import IO

_BLOCK = 1024 * 1024
_END = b"</row>"
_CELL = re.compile(rb"(?:<c [^<>/]*+/>)+")
_ROW = re.compile(rb"<row (?![^<>]*(?:hidden|outlineLevel))[^<>/]*+/>")


class Filled(io.RawIOBase):
    """A sheet's XML without what is blank; `removed` says whether anything was left out."""

    def __init__(self, source: IO[bytes]) -> None:
        super().__init__()
        self.removed = False
        self._source = source
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` with the next bytes that remain, and return their number; 0 at the end."""
        while not self._ready:
            block = self._source.read(_BLOCK)
            whole, mark, rest = (self._rest + block).rpartition(_END)
            self._rest = rest
            if not block or len(rest) > _BLOCK:
                whole, mark, self._rest = whole + mark + rest, b"", b""
            self._ready = memoryview(self._without_blanks(whole + mark))
            if not block:
                break
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _without_blanks(self, xml: bytes) -> bytes:
        if b"/>" not in xml or b"<!" in xml:
            return xml
        if xml.endswith(_END) and _is_blank(xml.removesuffix(_END)):
            self.removed = True
            return b""
        *rows, unfinished = xml.split(_END)
        filled = _END.join([*(row for row in rows if not _is_blank(row)), unfinished])
        kept = _ROW.sub(b"", _CELL.sub(b"", filled))
        self.removed = self.removed or len(kept) < len(xml)
        return kept


def _is_blank(rows: bytes) -> bool:
    """Return whether rows, but for the last one's end, hold only empty cells and say nothing that a reader must know.

    They do if every element is empty but for the rows: each of those has a start and, but for the last, an end; and if
    no value of an attribute looks like the end of an element.
    """
    marks = rows.count(b"<")
    blank = rows.startswith(b"<row ") and marks == rows.count(b"/>") + 2 * rows.count(_END) + 1
    return blank and marks == rows.count(b">") and b"hidden" not in rows and b"outlineLevel" not in rows
