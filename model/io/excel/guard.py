"""What a stranger's file holds, before anything parses it: refused with all that is wrong with it at once."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile, ZipInfo

from model.errors import InputError, Issue, Place, figure
from model.io.excel.contents import canonical, dangers, workbook_part
from model.io.excel.findings import Findings
from model.io.excel.limits import LIMITS, MIB, Limits
from model.io.excel.other_files import OLE, ZIP, Format, format_of, format_of_parts, is_encrypted
from model.io.excel.package import DamagedPart, LyingDirectory, signatures, unpacked
from model.io.excel.part import Element, XmlPart, is_xml
from model.text import Text, same

_CONTENT_TYPES = "[content_types].xml"
_LISTS = (_CONTENT_TYPES, "xl/externallinks/externallink")
_ENCRYPTED = 0x1


def inspect(raw: bytes, name: str, limits: Limits = LIMITS) -> None:
    """Raise `InputError`, with every issue that was found, where `raw` is no workbook that may be parsed.

    Nothing is parsed but the beginnings of its XML parts and the parts that list other parts; it is unpacked in
    blocks, so that memory stays small whatever its directory says.
    """
    place = Place(name)
    archive = _archive(raw, place, limits)
    findings = Findings(place)
    names = _names(archive, findings)
    elements = _measured(raw, archive, findings, limits)
    for code, found in dangers(names, elements, PurePath(name).suffix):
        findings.add(code, found)
    if not findings.has("werkmap-te-groot-uitgepakt", "werkmap-beschadigd") and not workbook_part(names, elements):
        findings.add(
            "werkmap-deel-ontbreekt", same(_CONTENT_TYPES if _CONTENT_TYPES not in names else "xl/workbook.xml")
        )
    findings.refuse()


def _archive(raw: bytes, place: Place, limits: Limits) -> ZipFile:
    """Return the zip with its directory read; raise `InputError` where the file is something else or damaged."""
    if raw.startswith(OLE) and is_encrypted(raw):
        raise InputError([Issue("werkmap-wachtwoord", place)])
    if not raw.startswith(ZIP):
        raise _other(format_of(raw), place)
    if signatures(raw) > limits.parts:
        values = {"found": figure(signatures(raw)), "expected": figure(limits.parts)}
        raise InputError([Issue("werkmap-te-veel-delen", place, values)])
    try:
        archive = ZipFile(BytesIO(raw))
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error):
        found = Text("het einde ontbreekt of klopt niet", "its end is missing or wrong")
        raise InputError([Issue("werkmap-beschadigd", place, {"found": found})]) from None
    if any(part.flag_bits & _ENCRYPTED for part in archive.infolist()):
        raise InputError([Issue("werkmap-wachtwoord", place)])
    names = frozenset(map(canonical, archive.namelist()))
    if "xl/workbook.bin" in names or not any("workbook" in name or name.startswith("xl/") for name in names):
        raise _other(format_of_parts(names), place)
    return archive


def _other(format_: Format, place: Place) -> InputError:
    return InputError([Issue("werkmap-ander-formaat", place, {"found": format_.found, "advice": format_.advice})])


def _names(archive: ZipFile, findings: Findings) -> frozenset[str]:
    seen: set[str] = set()
    for part in archive.infolist():
        name = canonical(part.orig_filename)
        if name in seen:
            findings.add("werkmap-dubbel-deel", same(part.orig_filename))
        seen.add(name)
    return frozenset(seen)


def _measured(raw: bytes, archive: ZipFile, findings: Findings, limits: Limits) -> list[tuple[str, Element]]:
    """Unpack every part and report what is wrong with it; return what the listing parts list, with their names."""
    elements: list[tuple[str, Element]] = []
    total = 0
    for part in archive.infolist():
        try:
            size, xml = _read(raw, part, limits, limits.total - total)
        except DamagedPart:
            findings.add("werkmap-beschadigd", same(part.orig_filename))
            continue
        except LyingDirectory:
            findings.add("werkmap-omvang-klopt-niet", same(part.orig_filename))
            continue
        total += size
        if too_large := _too_large(part, size, total, limits):
            findings.add("werkmap-te-groot-uitgepakt", too_large)
            return elements
        if xml is not None:
            _judge(part.orig_filename, xml, findings)
            elements.extend((canonical(part.orig_filename), element) for element in xml.elements)
    return elements


def _read(raw: bytes, part: ZipInfo, limits: Limits, left: int) -> tuple[int, XmlPart | None]:
    """Return the size of a part, as far as it may be read, and what its XML holds."""
    most = min(_most(part, limits), left)
    size, xml = 0, None
    for block in unpacked(raw, part):
        if not size and is_xml(part.orig_filename, block):
            xml = XmlPart(lists=_is_listing(part))
        size += len(block)
        if size > most:
            return size, xml
        if xml is not None:
            xml.feed(block)
    if xml is not None:
        xml.close()
    return size, xml


def _judge(name: str, xml: XmlPart, findings: Findings) -> None:
    if xml.declares:
        findings.add("werkmap-doctype", same(name))
    elif xml.broken and name.casefold().endswith((".xml", ".rels")):
        findings.add("werkmap-beschadigd", same(name))


def _is_listing(part: ZipInfo) -> bool:
    name = canonical(part.orig_filename)
    return name.endswith(".rels") or name.startswith(_LISTS)


def _most(part: ZipInfo, limits: Limits) -> int:
    """Return how large a part may become."""
    if _is_listing(part):
        return limits.index
    return min(limits.part, max(limits.ratio_above, part.compress_size * limits.ratio))


def _too_large(part: ZipInfo, size: int, total: int, limits: Limits) -> Text | None:
    """Return how large a part, or the whole, became, in words; None where that is within the limits."""
    most = _most(part, limits)
    if size <= most and total <= limits.total:
        return None
    if size > most:
        name, expected = same(part.orig_filename), most
    else:
        name, expected = Text("het geheel", "the whole"), limits.total
    allowed = figure(expected / MIB, 0)
    return Text(f"{name.nl}, meer dan {allowed.nl} MiB", f"{name.en}, more than {allowed.en} MiB")
