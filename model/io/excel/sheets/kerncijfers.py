"""Kerncijfers: every indicator for everything and per programma, nominal, year by year. Source: model, section 4."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.indicators import INDICATORS, TINY, Indicator, first_largest
from model.io.excel.draft import BEREKENING, INVOER, KERNCIJFERS, Draft
from model.io.excel.frame import PROGRAMMA, SOORT, YEARS
from model.io.excel.layout import Content, Item, Row, Span, line
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.headings import section, titled, years_head
from model.result import ALL
from model.schema import KEUR
from model.text import Text

Floats = NDArray[np.float64]

NONE = "geen"
# The sums that a ratio or an indicator over the horizon needs beside the indicators themselves.
GEDEKT, GEPLAND, TEKORTJAAR, JAAR_TERUGVAL, ACHTERSTAND_NOMINAAL = (
    "gedekt", "gepland", "tekortjaar", "jaar-terugval", "achterstand-nominaal",
)  # fmt: skip

_ALL_TITLE = Text("Alles samen (nominaal, tenzij reëel staat vermeld)", "Everything (nominal, unless marked real)")
_HELP = {
    GEDEKT: Text(
        "hulpregel: behoefte die anderen dan eigen middelen dekken", "helper: need covered by other than own resources"
    ),
    GEPLAND: Text("hulpregel: gepland werk (reëel)", "helper: planned work (real)"),
    TEKORTJAAR: Text("hulpregel: jaren met een tekort", "helper: years with a shortfall"),
    JAAR_TERUGVAL: Text("hulpregel: jaar van de grootste terugval", "helper: year of the largest rise"),
    ACHTERSTAND_NOMINAAL: Text("hulpregel: achterstand in geld van het jaar", "helper: backlog in money of the year"),
}
_REAL = Text("{name} (reëel)", "{name} (real)")

# Indicators that are a sum over a block of Berekening.
_SUMS = {
    "behoefte": "behoefte", "dekking": "dekking", "tekort": "tekort", "inhaal": "inhaal", "eigen_middelen": "eigen",
    "structurele_lasten": "structurele-lasten", "structurele_dekking": "structurele-dekking",
    "incidenteel_gedekt": "incidenteel-gedekt", "geleverd": "geleverd", "achterstand": "achterstand",
    "vervallen": "vervallen", "wacht_op_capaciteit": "wacht-nominaal", "besparing": "besparing",
    "onderuitputting": "onderuitputting", "structurele_ruimte": "ruimte",
    GEDEKT: "gedekt", GEPLAND: "gepland", ACHTERSTAND_NOMINAAL: "achterstand-nominaal",
}  # fmt: skip
_CLASSES = {
    "beheeraandeel": ("beheer", "beheerlast"),
    "vernieuwingsaandeel": ("doorontwikkeling", "vernieuwing"),
}


@dataclass(slots=True)
class _Group:
    """Everything, or one programma, and how its rows find each other."""

    draft: Draft
    blocks: Blocks
    programma: str

    def at(self, ident: str) -> int:
        """Return the row of an indicator of this group."""
        return self.draft.page(KERNCIJFERS).places[self.key(ident)]

    def key(self, ident: str) -> tuple[str, ...]:
        """Return the key of such a row."""
        return (ident, "", "", "", self.programma)

    def total(self, block: str, ident: str, soort: str = "") -> str:
        """Return the sum over a block of Berekening, of this programma, and of one class of cost where told."""
        if block not in self.blocks.ranges:
            return "0"
        first, last = self.blocks.ranges[block]
        criteria = [(PROGRAMMA, f"${self.draft.frame.key(PROGRAMMA)}{self.at(ident)}")] if self.programma else []
        criteria += [(SOORT, f'"{soort}"')] if soort else []
        if not criteria:
            return f"SUM({BEREKENING}!@{first}:@{last})"
        tests = ",".join(f"{BEREKENING}!{self.blocks.words(block, word)},{what}" for word, what in criteria)
        return f"SUMIFS({BEREKENING}!@{first}:@{last},{tests})"

    def across(self, ident: str) -> str:
        """Return a row's years of the horizon."""
        frame = self.draft.frame
        return frame.across(self.at(ident), frame.first, frame.last)

    def scenario(self, name: str) -> str:
        """Return the address of what Invoer says of the scenario."""
        return f"{INVOER}!$C${self.draft.invoer('scenario', name)}"

    def ratio(self, part: str, whole: str, empty: str) -> str:
        """Return part / whole, and `empty` where the whole is nearly 0."""
        return f"IF({whole}<{self.scenario('drempel-noemer')},{empty},{part}/{whole})"


def add_kerncijfers(draft: Draft, blocks: Blocks) -> None:
    """Make the page Kerncijfers."""
    page = draft.page(KERNCIJFERS)
    page.repeat = 4
    page.widths = dict.fromkeys(range(YEARS, draft.frame.column(draft.frame.first)), 1.0)
    titled(draft, page, Text("Kerncijfers (x € 1.000, lopende prijzen)", "Key figures (x € 1,000, current prices)"))
    years_head(draft, page, "kerncijfers", draft.frame.first, draft.frame.last)
    for position, programma in enumerate(draft.result.groups):
        section(draft, page, _ALL_TITLE if programma == ALL else Text(programma, programma))
        group = _Group(draft, blocks, programma)
        for ident, indicator in INDICATORS.items():
            if not (indicator.total and programma):
                page.add(_row(group, indicator, position))
            if ident == "dekkingsgraad":
                page.add(_helper(group, GEDEKT, draft.result.over_horizon(_sums(draft, programma, "gedekt"))))
        _helpers(group, position)


def _sums(draft: Draft, programma: str, name: str) -> Floats:
    """Return a sum over bundles of a programma that is no indicator, shape (simulated years,)."""
    outcome, gathered = draft.result.outcome, draft.gathered
    within = np.array([programma in (ALL, bundle.post.programma) for bundle in draft.bundles], dtype=bool)
    if name == "gedekt":
        own = np.minimum(
            gathered.cells(outcome.behoefte),
            np.maximum(0, gathered.cells(outcome.dekking) - gathered.cells(outcome.eigen)),
        )
        return np.asarray(own[within].sum(axis=0))
    grid = draft.result.grid
    total = np.zeros(len(draft.plan.horizon.simulated))
    for c, cell in enumerate(grid.cells):
        if cell.post.investering and cell.onderdeel == "hoofd" and programma in (ALL, cell.post.programma):
            p = grid.layout.cell_post[c]
            planned = name == "gepland"
            total = total + (
                cell.share * grid.values.plan[0][p] if planned else outcome.achterstand[:, c] * outcome.unit[:, p]
            )
    return total


def _row(group: _Group, indicator: Indicator, position: int) -> Row:
    draft, ident = group.draft, indicator.id
    values = draft.result.indicators[ident][position]
    name = _REAL if indicator.real else Text("{name}", "{name}")
    label = draft.say(name, name=draft.say(indicator.naam))
    comment, style = draft.say(indicator.meaning), _STYLES.get(indicator.unit, "amount")
    if indicator.horizon:
        value: Content = float(values)
        if ident == "eerste_tekortjaar":
            value = NONE if np.isnan(values) else draft.result.years[int(values)]
        item = Item(value, lambda: _over_horizon(group, ident), style, comment=comment)
        return line(group.key(ident), label, indicator.unit, constant=item)
    shown: list[Content] = ["" if np.isnan(value) else float(value) for value in values]
    span = Span(draft.frame.column(draft.frame.first), shown, lambda: _yearly(group, ident), style)
    return line(group.key(ident), label, indicator.unit, span=span, style="bold" if ident == "tekort" else "")


_STYLES = {"aandeel": "share", "factor": "factor", "jaren": "years", "jaar": "year"}


def _helper(group: _Group, name: str, values: Floats) -> Row:
    draft = group.draft
    span = Span(draft.frame.column(draft.frame.first), values.tolist(), lambda: group.total(_SUMS[name], name))
    return line(group.key(name), draft.say(_HELP[name]), KEUR, span=span, style="note")


def _helpers(group: _Group, position: int) -> None:
    draft, page = group.draft, group.draft.page(KERNCIJFERS)
    for name in (GEPLAND, ACHTERSTAND_NOMINAAL):
        page.add(_helper(group, name, draft.result.over_horizon(_sums(draft, group.programma, name))))
    tekort = draft.result.indicators["tekort"][position]
    shown: list[Content] = [
        year if amount > 0.5 else "" for year, amount in zip(draft.result.years, tekort, strict=True)
    ]

    def short() -> str:
        return f'IF(@{group.at("tekort")}>{group.scenario("drempel-tekort")},@$4,"")'

    span = Span(draft.frame.column(draft.frame.first), shown, short, "year")
    page.add(line(group.key(TEKORTJAAR), draft.say(_HELP[TEKORTJAAR]), "jaar", span=span, style="note"))
    page.add(_year_of_rise(group, draft.result.indicators["terugval"][position]))


def _year_of_rise(group: _Group, rise: Floats) -> Row:
    """Return the years in which the shortfall rises most, as good as equal ones too, and the first of them."""
    draft, years = group.draft, group.draft.result.years
    tops: list[Content] = [
        year if top else "" for year, top in zip(years, (rise >= rise.max() - TINY).tolist(), strict=True)
    ]

    def top() -> str:
        most = f"MAX({group.across('terugval')})"
        return f'IF(@{group.at("terugval")}>={most}-{group.scenario("drempel-noemer")},@$4,"")'

    span = Span(draft.frame.column(draft.frame.first), tops, top, "year")
    first = Item(years[int(first_largest(rise))], lambda: f"MIN({group.across(JAAR_TERUGVAL)})", "year")
    return line(
        group.key(JAAR_TERUGVAL), draft.say(_HELP[JAAR_TERUGVAL]), "jaar", constant=first, span=span, style="note"
    )


def _yearly(group: _Group, ident: str) -> str:
    """Return the formula of an indicator per year."""
    if ident in _SUMS:
        return group.total(_SUMS[ident], ident)
    if ident in _CLASSES:
        parts = "+".join(group.total("dekking", ident, soort) for soort in _CLASSES[ident])
        return group.ratio(f"({parts})", f"@{group.at('dekking')}", "0")
    return _FORMULAS[ident](group)


def _terugval(group: _Group) -> str:
    tekort = group.at("tekort")
    return f"IF(@$4={group.scenario('eerste')},0,MAX(0,@{tekort}-~{tekort}))"


def _largest(group: _Group) -> str:
    return f'IF(@$4=$C{group.at(JAAR_TERUGVAL)},@{group.at("terugval")},"")'


def _kadereffect(group: _Group) -> str:
    if "geld" not in group.blocks.ranges:
        return f"0-{INVOER}!@{group.draft.invoer('geld-rijk-basis')}"
    first, last = group.blocks.ranges["geld"]
    money = f'SUMIFS({BEREKENING}!@{first}:@{last},{BEREKENING}!{group.blocks.words("geld", SOORT)},"rijk")'
    return f"{money}-{INVOER}!@{group.draft.invoer('geld-rijk-basis')}"


def _investment_shortfall(group: _Group) -> str:
    return "+".join(group.total("tekort", "tekort_vernieuwing", soort) for soort in _CLASSES["vernieuwingsaandeel"])


_FORMULAS: dict[str, Callable[[_Group], str]] = {
    "dekkingsgraad": lambda group: group.ratio(f"@{group.at(GEDEKT)}", f"@{group.at('behoefte')}", "1"),
    "tekort_vernieuwing": _investment_shortfall,
    "saldo_structurele_dekking": lambda group: (
        f"MIN(0,@{group.at('structurele_dekking')}-@{group.at('structurele_lasten')})"
    ),
    "terugval": _terugval,
    "grootste_terugval": _largest,
    "kadereffect": _kadereffect,
    "deflator": lambda group: f"{BEREKENING}!@{group.draft.berekening('deflator')}",
}


def _over_horizon(group: _Group, ident: str) -> str:
    """Return the formula of an indicator over the horizon."""
    frame = group.draft.frame
    if ident == "contante_waarde_tekort":
        factor = frame.across(group.draft.berekening("contantfactor"), frame.first, frame.last)
        return f"SUMPRODUCT({group.across('tekort')}/{BEREKENING}!{factor})"
    if ident == "eerste_tekortjaar":
        years = group.across(TEKORTJAAR)
        return f'IF(COUNT({years})=0,"{NONE}",MIN({years}))'
    if ident == "gemiddelde_vertraging":
        return group.ratio(f"SUM({group.across('achterstand')})", f"SUM({group.across(GEPLAND)})", "0")
    return f"${frame.letter(frame.last)}{group.at(ACHTERSTAND_NOMINAAL)}"
