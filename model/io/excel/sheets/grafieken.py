"""Grafieken: the outcome in native charts, each with words for who cannot see it."""

from __future__ import annotations

import numpy as np

from model.indicators import VISIBLE
from model.io.excel.chart import Chart, Line
from model.io.excel.draft import BEREKENING, GRAFIEKEN, KERNCIJFERS, Draft
from model.io.excel.frame import LABEL
from model.io.excel.layout import Item, Row
from model.io.excel.sheets.blocks import Blocks, of_source
from model.io.excel.sheets.headings import titled
from model.io.excel.sheets.partijen import of_partij
from model.text import Text, euro

_CAPTION = Text(
    "x € 1.000, lopende prijzen; de cijfers staan op Kerncijfers en Berekening",
    "x € 1,000, current prices; the figures are on Kerncijfers and Berekening",
)
_SAID = Text(
    "{title}, van {first} tot en met {last}. Toen deze werkmap werd gemaakt: {lines}.",
    "{title}, from {first} to {last}. When this workbook was made: {lines}.",
)
_LINE = Text("{name}: {begin} in {first}, {end} in {last}", "{name}: {begin} in {first}, {end} in {last}")
# Rows between the tops of charts.
_STEP, _TOP, _SECOND = 24, 5, "F"


def add_grafieken(draft: Draft, blocks: Blocks) -> None:
    """Make the page Grafieken."""
    page = draft.page(GRAFIEKEN)
    page.widths, page.last, page.freeze, page.one_page = {LABEL: 60.0}, 14, (2, 0), True
    titled(draft, page, Text("Grafieken", "Charts"))
    page.rows[3] = Row(items={LABEL: Item(draft.say(_CAPTION), style="note")})
    charts = (_cover(draft), _sources(draft, blocks), _bill(draft, blocks), _lasting(draft))
    page.charts += [chart for chart in charts if chart.lines]  # one without lines would break the file
    page.next = _TOP + 2 * _STEP


def _cover(draft: Draft) -> Chart:
    rows = {
        "dekking": (Text("Dekking", "Cover"), "column"), "tekort": (Text("Tekort", "Shortfall"), "column"), "behoefte": (Text("Behoefte", "Need"), "line"),
    }  # fmt: skip
    named = [
        (draft.say(name), KERNCIJFERS, draft.page(KERNCIJFERS).at(ident), kind, draft.result.indicator(ident))
        for ident, (name, kind) in rows.items()
    ]
    return _chart(draft, Text("Behoefte, dekking en tekort", "Need, cover and shortfall"), named, f"A{_TOP}")


def _sources(draft: Draft, blocks: Blocks) -> Chart:
    amounts = draft.result.per_source()
    named = [
        (source.naam, BEREKENING, blocks.at("ingezet", of_source(source, draft)), "column", amounts[source.id])
        for source in draft.sources
        if np.any(amounts[source.id] > VISIBLE)
    ]
    return _chart(draft, Text("Wat betaalt: per dekkingsbron", "What pays: by source"), named, f"{_SECOND}{_TOP}")


def _bill(draft: Draft, blocks: Blocks) -> Chart:
    amounts = draft.result.per_partij("tekort")
    parties = draft.plan.baseline.parties.values()
    named = [
        (partij.naam, BEREKENING, blocks.at("tekort-partij", of_partij(draft, partij.id)), "column", amounts[partij.id])
        for partij in parties
        if np.any(amounts[partij.id] > VISIBLE)
    ]
    return _chart(draft, Text("Tekort per partij", "Shortfall by partij"), named, f"A{_TOP + _STEP}")


def _lasting(draft: Draft) -> Chart:
    rows = {
        "structurele_dekking": (Text("Structurele dekking", "Structural cover"), "column"),
        "structurele_lasten": (Text("Structurele lasten", "Structural costs"), "line"),
    }
    named = [
        (draft.say(name), KERNCIJFERS, draft.page(KERNCIJFERS).at(ident), kind, draft.result.indicator(ident))
        for ident, (name, kind) in rows.items()
    ]
    return _chart(
        draft,
        Text("Structurele lasten en structurele dekking", "Structural costs and structural cover"),
        named,
        f"{_SECOND}{_TOP + _STEP}",
    )


def _chart(draft: Draft, title: Text, named: list[tuple[str, str, int, str, np.ndarray]], place: str) -> Chart:
    frame = draft.frame
    told = [
        draft.say(
            _LINE,
            name=name,
            begin=euro(float(amounts[0])),
            end=euro(float(amounts[-1])),
            first=frame.first,
            last=frame.last,
        )
        for name, _, _, _, amounts in named
    ]
    lines = tuple(Line(name, sheet, row, kind) for name, sheet, row, kind, _ in named)
    words = draft.say(_SAID, title=draft.say(title), first=frame.first, last=frame.last, lines="; ".join(told) or "–")
    return Chart(draft.say(title), lines, words, "x € 1.000", place)
