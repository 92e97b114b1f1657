"""The parts of a workbook's zip, unpacked block by block and measured: what its directory says is not believed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

_HEADER = struct.Struct("<4s22xHH")
_BLOCK = 64 * 1024
_UNPACKED = 1024 * 1024


class DamagedPart(Exception):
    """A part that cannot be unpacked."""


class LyingDirectory(Exception):
    """A part that is not as the directory says; `found` is its size in bytes."""

    def __init__(self, found: int) -> None:
        self.found = found
        super().__init__(found)


def signatures(raw: bytes) -> int:
    """Return how many parts the directory of a zip lists at most, without reading it."""
    return raw.count(b"PK\x01\x02")


def unpacked(raw: bytes, part: ZipInfo) -> Iterator[bytes]:
    """Yield the content of a part in blocks, of 64 KiB to little more than 1 MiB but for the last.

    Raises `DamagedPart` where it cannot be unpacked, and `LyingDirectory` at its end where its size is another than
    the directory says.
    """
    size = checksum = 0
    for block in _joined(_blocks(_packed(raw, part), part)):
        size += len(block)
        checksum = zlib.crc32(block, checksum)
        yield block
    if checksum != part.CRC:
        raise DamagedPart
    if size != part.file_size:
        raise LyingDirectory(size)


def _packed(raw: bytes, part: ZipInfo) -> memoryview:
    """Return a part as it stands in the file, after its own header, which must name it as the directory does."""
    start = part.header_offset
    if start < 0 or start + 30 > len(raw):
        raise DamagedPart
    signature, name, extra = _HEADER.unpack(raw[start : start + 30])
    begin = start + 30 + name
    if signature != b"PK\x03\x04" or begin + extra + part.compress_size > len(raw):
        raise DamagedPart
    if raw[start + 30 : begin] != part.orig_filename.encode("utf-8" if part.flag_bits & 0x800 else "cp437"):
        raise DamagedPart
    return memoryview(raw)[begin + extra : begin + extra + part.compress_size]


def _blocks(packed: memoryview, part: ZipInfo) -> Iterator[bytes]:
    if part.compress_type == ZIP_STORED:
        yield from (bytes(packed[at : at + _UNPACKED]) for at in range(0, len(packed), _UNPACKED))
        return
    if part.compress_type != ZIP_DEFLATED:
        raise DamagedPart
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _BLOCK):
            rest: bytes | memoryview = packed[at : at + _BLOCK]
            while rest and not stream.eof:
                yield stream.decompress(rest, _UNPACKED)
                rest = stream.unconsumed_tail
        yield stream.flush()
    except zlib.error:
        raise DamagedPart from None
    if not stream.eof:
        raise DamagedPart


def _joined(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield blocks without small ones: packed data may give a byte at a time."""
    ready = b""
    for block in blocks:
        ready += block
        if len(ready) >= _BLOCK:
            yield ready
            ready = b""
    if ready:
        yield ready
