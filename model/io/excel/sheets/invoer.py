"""Invoer: everything that the calculation rests on; the cells that people may change are open and marked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.indicators import TINY, VISIBLE
from model.io.excel.choice import Choice
from model.io.excel.draft import INVOER, Draft, indexes
from model.io.excel.frame import CONSTANTE, EENHEID, LABEL, WIDEST, YEARS
from model.io.excel.layout import Item, Page, Row, Span, key_of, line
from model.io.excel.paper import ROW
from model.io.excel.provenance import parameter_origin, told
from model.io.excel.sheets.headings import headed, section, titled, years_head
from model.io.excel.sheets.registers import add_registers, number_bounds, widths_of
from model.ledger import Kind
from model.parameters import BEGROTINGSJAAR, DISCONTOVOET, INDEX, INDEX_BBP, NO_INDEX, Parameter, ParameterRow
from model.quantities import Number
from model.schema import KEUR, RATES
from model.tables import AFTER, BEFORE
from model.text import Text
from model.words import BESLUITSTATUSSEN

YES, NO = "ja", "nee"
CONSTANT, CURRENT = "constant", "lopend"

_SCENARIO = Text("Scenario", "Scenario")
_BASE = Text(
    "begrotingsjaar: jaar van de constante prijzen en midden van de tabellen",
    "begrotingsjaar: year of constant prices and centre of the tables",
)
_FIRST = Text("eerste jaar van de horizon (vast)", "first year of the horizon (fixed)")
_LAST = Text("laatste jaar van de horizon (vast)", "last year of the horizon (fixed)")
_PRICES = Text("prijzen op blad Resultaat", "prices on sheet Resultaat")
_BEFORE = Text(
    "jaren vóór het begrotingsjaar op blad Resultaat (vast)", "years before the budget year on sheet Resultaat (fixed)"
)
_AFTER = Text(
    "jaren na het begrotingsjaar op blad Resultaat (vast)", "years after the budget year on sheet Resultaat (fixed)"
)
_TINY = Text("bedrag waaronder een noemer als 0 telt (vast)", "amount below which a denominator counts as 0 (fixed)")
_VISIBLE = Text("bedrag waarboven een tekort telt (vast)", "amount above which a shortfall counts (fixed)")
_COUNTS = Text("telt geld mee met besluitstatus {status}?", "does money with besluitstatus {status} count?")
_POSTS = Text(
    "Kosten: plan na alle maatregelen, in prijzen van het eigen prijspeil",
    "Costs: plan after all measures, at each post's own price level",
)
_SOURCES = Text(
    "Geld: plan na alle maatregelen, in prijzen van het eigen prijspeil; in volgorde van inzet (vast)",
    "Money: plan after all measures, at each source's own price level; in the order of use (fixed)",
)
_BASELINE = Text(
    "Geld van het Rijk in de dataset zelf, nominaal (vast; voor het kadereffect)",
    "Money of the Rijk in the dataset itself, nominal (fixed; for the effect on the ceiling)",
)
_PARAMETERS = Text("Parameters", "Parameters")
_NO_INDEX = Text("geen index (vast)", "no index (fixed)")
_SAME = Text("één waarde voor alle jaren", "one value for all years")
_BY_YEAR = Text("waarde per jaar", "value per year")
_FIXED_YEARS = Text(
    "Waarden van jaren buiten {first}-{last} liggen vast, ook waar zij via een eerder prijspeil meetellen: een maatregel noemt alleen jaren van de horizon. Wijzig ze in de dataset (parameters.csv).",
    "Values of years outside {first}-{last} are fixed, also where they count through an earlier price level: a measure names years of the horizon only. Change them in the dataset (parameters.csv).",
)


def add_invoer(draft: Draft) -> None:
    """Make the page Invoer."""
    page = draft.page(INVOER)
    page.freeze = (2, 1)
    page.last = max(page.printed, YEARS + WIDEST - 1)
    page.widths = _widths(draft, page.last)
    page.print_tables()
    titled(
        draft,
        page,
        Text("Invoer: alles waar de berekening op rust", "Invoer: everything that the calculation rests on"),
    )
    _scenario(draft, page)
    _series(draft, page, "kostenpost", [post.id for post in draft.posts], _POSTS)
    _series(draft, page, "dekkingsbron", [source.id for source in draft.sources], _SOURCES)
    _baseline_money(draft, page)
    _parameters(draft, page)
    add_registers(draft, page)


def _widths(draft: Draft, last: int) -> dict[int, float]:
    """Return how wide the columns of Invoer are: those of years hold the largest amount, and words of registers."""
    amounts = (np.max(np.abs(series.total), initial=0.0) for series in draft.plan.series.values())
    number = max(12.0, len(f"{max(amounts, default=0.0):,.0f}") + 1.5)
    wider = {column: max(number, width) for column, width in widths_of(draft).items()}
    return {LABEL: 40.0, EENHEID: 15.5, CONSTANTE: number} | dict.fromkeys(range(YEARS, last + 1), number) | wider


def _scenario(draft: Draft, page: Page) -> None:
    section(draft, page, _SCENARIO)
    headed(page, {LABEL: draft.say(Text("gegeven", "item"))}, "scenario")
    frame, base = draft.frame, draft.result.begrotingsjaar
    years = Choice(low=frame.t0, high=frame.t1, whole=True)
    page.add(_single("begrotingsjaar", draft.say(_BASE), Item(base, style="year", open=True, choice=years)))
    page.add(_single("eerste", draft.say(_FIRST), Item(frame.first, style="year")))
    page.add(_single("laatste", draft.say(_LAST), Item(frame.last, style="year")))
    prices = Choice(options=(CONSTANT, CURRENT))
    page.add(_single("prijzen", draft.say(_PRICES), Item(draft.prices, style="word", open=True, choice=prices)))
    page.add(_single("jaren-voor", draft.say(_BEFORE), Item(BEFORE, style="count")))
    page.add(_single("jaren-na", draft.say(_AFTER), Item(AFTER, style="count")))
    page.add(_single("drempel-noemer", draft.say(_TINY), Item(TINY, style="rate"), KEUR))
    page.add(_single("drempel-tekort", draft.say(_VISIBLE), Item(VISIBLE, style="rate"), KEUR))
    for status in BESLUITSTATUSSEN:
        counted = YES if status in draft.plan.counts else NO
        item = Item(counted, style="word", open=True, choice=Choice(options=(YES, NO)))
        page.add(line(key_of("telt-mee", status), draft.say(_COUNTS, status=status), constant=item))


def _single(name: str, label: str, item: Item, unit: str = "") -> Row:
    return line(key_of("scenario", name), label, unit, constant=item)


def _series(draft: Draft, page: Page, kind: Kind, idents: Sequence[str], title: Text) -> None:
    section(draft, page, title, len(idents) * ROW)
    years_head(draft, page, kind)
    owners = draft.plan.posts if kind == "kostenpost" else draft.plan.sources
    frame = draft.frame
    for ident in idents:
        amounts = np.maximum(draft.plan.amounts(kind, ident), 0.0)
        years = range(frame.start, frame.last + 1)
        span = Span(
            frame.column(frame.start), amounts.tolist(), style="amount",
            open=range(frame.column(frame.first), frame.column(frame.last) + 1),
            comments={frame.column(year): draft.say(told(draft.plan, kind, ident, year)) for year in years},
            choice=Choice(low=0.0),
        )  # fmt: skip
        programma = draft.plan.posts[ident].programma if kind == "kostenpost" else ""
        page.add(line(("bedrag", ident, kind, "", programma), owners[ident].naam, KEUR, span=span))


def _baseline_money(draft: Draft, page: Page) -> None:
    section(draft, page, _BASELINE)
    years_head(draft, page, "basis")
    frame = draft.frame
    values = draft.result.grid.context.baseline_rijk[0].tolist()
    span = Span(frame.column(frame.first), values, style="amount")
    page.add(
        line(
            key_of("geld-rijk-basis"),
            draft.say(Text("geld van het Rijk, basis", "money of the Rijk, baseline")),
            KEUR,
            span=span,
        )
    )


def _parameters(draft: Draft, page: Page) -> None:
    parameters, frame = all_parameters(draft), draft.frame
    section(draft, page, _PARAMETERS, (len(parameters) + 2) * ROW)
    years_head(draft, page, "parameter")
    for parameter in parameters:
        page.add(_parameter(draft, parameter))
    page.add(line(key_of("parameter", INDEX + NO_INDEX), draft.say(_NO_INDEX), constant=Item(0.0, style="rate")))
    outside = frame.t0 < frame.first or frame.t1 > frame.last
    if outside and any(parameter.by_year for parameter in parameters):
        told = draft.say(_FIXED_YEARS, first=frame.first, last=frame.last)
        page.add(Row(items={LABEL: Item(told, style="note")}))


def all_parameters(draft: Draft) -> list[Parameter]:
    """Return the parameters, those with a fixed meaning and a default included; begrotingsjaar stands with the scenario."""
    found = {ident: parameter for ident, parameter in draft.plan.parameters.items() if ident != BEGROTINGSJAAR}
    row = ParameterRow(jaar=None, waarde=0.0, status="", toelichting=None)
    for ident in (DISCONTOVOET, INDEX_BBP):
        found.setdefault(ident, Parameter(id=ident, naam=ident, eenheid="fractie per jaar", rows=(row,)))
    wanted = {INDEX + index for index in indexes(draft)} - {INDEX + NO_INDEX}
    return [parameter for ident, parameter in found.items() if ident in wanted or ident != INDEX + NO_INDEX]


def _parameter(draft: Draft, parameter: Parameter) -> Row:
    choice = _bounds(draft, parameter.id)
    key, frame = key_of("parameter", parameter.id), draft.frame
    if not parameter.by_year:
        told_of = str(parameter_origin(parameter, None))
        item = Item(parameter.value, style="rate", open=True, comment=told_of, choice=choice)
        return line(key, parameter.naam, parameter.eenheid, constant=item)
    years = range(frame.t0, frame.t1 + 1)
    span = Span(
        YEARS, parameter.over(np.array(years)).tolist(), style="rate", choice=choice,
        open=range(frame.column(frame.first), frame.column(frame.last) + 1),
        comments={frame.column(year): str(parameter_origin(parameter, year)) for year in years},
    )  # fmt: skip
    return line(key, parameter.naam, parameter.eenheid, span=span)


def _bounds(draft: Draft, ident: str) -> Choice:
    """Return what a parameter may be: its fixed meaning, or the bounds of every post and source that uses it."""
    if ident.startswith(INDEX) or ident == DISCONTOVOET:
        return number_bounds([Number(above=-1)])
    kinds = [
        rate.kind.number
        for owner in (*draft.posts, *draft.sources)
        for name, rate in RATES.items()
        if getattr(owner, name, None) == ident
    ]
    return number_bounds(kinds)
