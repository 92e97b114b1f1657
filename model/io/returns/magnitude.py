"""Reports figures that seem to be in another unit, where they stand in the file."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from model.errors import figure
from model.io.returns.findings import Findings, Spot, plek_of
from model.io.returns.located_rows import Located
from model.io.returns.sent import Sent
from model.returns.bevinding import Vindplaats
from model.returns.edits import Plek
from model.returns.magnitude import Verdacht, verdacht
from model.returns.opgave import Opgave
from model.text import Text

_NEAR = 0.5  # of a power of ten


def report_magnitude(opgave: Opgave, place: Located, sent: Sent, findings: Findings) -> None:
    """Report figures that seem to be in another unit: all together, by sheet, column or row, or one."""
    for each in verdacht(opgave, sent.ronde):
        where, plek = _place(each, place, findings)
        first = each.cellen[0]
        said = {"figures": _figures(len(each.cellen)), "found": figure(first.nu, 3), "expected": figure(first.was, 1)}
        if each.macht is None:
            findings.add("lees-eenheid-nieuw", where, plek, **said)
        else:
            findings.add("lees-eenheid-verdacht", where, plek, **said, factor=_factor(each, each.macht))
        findings.found[-1] = replace(findings.found[-1], uitleg=each.uitleg)


def _place(found: Verdacht, place: Located, findings: Findings) -> tuple[Vindplaats, Plek | None]:
    first = found.cellen[0]
    row = place.rows.get(first.key.tekst())
    if row is None:
        return Vindplaats(), None
    where = findings.place(Spot(row.section, row.number, first.kolom, first.key.tekst()))
    if len(found.cellen) == 1:
        return where, plek_of(first.key.tekst(), first.kolom)
    if found.rij:
        return where._replace(kolom=""), plek_of(first.key.tekst(), "")
    if len({each.kolom for each in found.cellen}) > 1:
        return where._replace(regel="", kolom=""), None
    return where._replace(regel=""), None


def _figures(count: int) -> Text:
    if count == 1:
        return Text("dit cijfer is", "this figure is")
    told = figure(count)
    return Text(f"{told.nl} cijfers zijn", f"{told.en} figures are")


def _factor(found: Verdacht, power: int) -> Text:
    """Return how many times as much or as little: the power of a thousand, or where it is none the size itself."""
    middle = median(abs(each.size) for each in found.cellen)
    near = abs(middle - abs(power)) <= _NEAR
    size = figure(10.0 ** abs(power) if near else float(f"{10.0**middle:.1g}"))
    if power > 0:
        return Text(f"{size.nl} keer zo groot", f"{size.en} times as large")
    return Text(f"{size.nl} keer zo klein", f"{size.en} times as small")
