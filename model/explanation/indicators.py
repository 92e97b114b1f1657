"""How an indicator follows from its parts: its definition as steps, then by post, source and partij."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from model.explanation import sources
from model.explanation.asked import Asked, Which, cells, meaning_of, name_of
from model.explanation.terms import About, Block, Explanation, Op, Shown, Term, corrected, largest_first
from model.explanation.work import saving
from model.factors import Rates
from model.indicators import INDICATORS, TINY
from model.parameters import DISCONTOVOET, INDEX_BBP
from model.result import ALL
from model.tables import PASSING, in_prices, price_factor
from model.text import Text

FOLLOWS = Text("Hoe dit volgt", "How this follows")
_PER_POST = Text("Per kostenpost", "By post")
_PER_SOURCE = Text("Per dekkingsbron", "By source")
_PER_PARTIJ = Text("Per partij", "By party")
_PAID = {"dekking": False, "eigen_middelen": False, "structurele_dekking": True}
_SUMS = frozenset(
    {
        "behoefte", "dekking", "tekort", "inhaal", "eigen_middelen", "eigen", "tekort_vernieuwing", "structurele_lasten",
        "structurele_dekking", "incidenteel_gedekt", "geleverd", "achterstand", "vervallen", "wacht_op_capaciteit",
        "gedekt", "dekking_beheer", "dekking_investering", "need",
    }
)  # fmt: skip
_RATIOS = {
    "dekkingsgraad": ("gedekt", "behoefte", 1.0),
    "beheeraandeel": ("dekking_beheer", "dekking", 0.0),
    "vernieuwingsaandeel": ("dekking_investering", "dekking", 0.0),
}
_OVER_SOURCES = {"onderuitputting": "onderuitputting", "structurele_ruimte": "ruimte", "kadereffect": "kadereffect"}
_NONE = {
    1.0: Text("zonder behoefte is de graad 100 %", "without need the ratio is 100 %"),
    0.0: Text("zonder dekking is het aandeel 0", "without cover the share is 0"),
}


def explain_indicator(asked: Asked, ident: str, programma: str = ALL) -> Explanation:
    """Return where an indicator comes from, for everything or one programma."""
    if ident in _SUMS:
        return explain_cells(asked, ident, Which(programma=programma), ("kerncijfer", ident, programma))
    indicator = INDICATORS[ident]
    value = _value(asked, ident, programma)
    of = f" · {programma}" if programma else ""
    title = Text(indicator.naam.nl + of, indicator.naam.en + of)
    caption = asked.caption if indicator.unit == "k€" else Text(indicator.unit, indicator.unit)
    shown: Shown = {"k€": "amount", "aandeel": "share", "factor": "factor", "jaren": "years", "jaar": "year"}[
        indicator.unit
    ]  # type: ignore[assignment]
    total = Term(indicator.naam, value, shown, "=")
    blocks = tuple(_blocks(asked, ident, programma, total))
    about: About = ("kerncijfer", ident, programma)
    return Explanation(about, asked.year, title, value, shown, caption, indicator.meaning, blocks)


def _value(asked: Asked, ident: str, programma: str) -> float:
    values = in_prices(asked.result, ident, asked.prices, programma)
    if INDICATORS[ident].horizon:
        first = asked.result.years[0] if ident == "eerste_tekortjaar" else 0
        return float(values) + first
    return float(values[asked.at])


def explain_cells(asked: Asked, quantity: str, which: Which, about: About = ()) -> Explanation:
    """Return a sum over cells by post, by source where sources paid it, and by partij."""
    value, real = asked.of(quantity, which), asked.term(quantity, which).unit
    name = name_of(quantity)
    total = Term(name, value, real, "=")
    blocks = [Block(_PER_POST, _by_post(asked, quantity, which), total)]
    if quantity in (*_PAID, "eigen"):
        blocks.append(Block(_PER_SOURCE, _by_source(asked, quantity, which), total))
    if not which.partij:
        parties = _by_partij(asked, quantity, which)
        blocks += [Block(_PER_PARTIJ, parties, total)] if len(parties) > 1 else []
    about = about or cells(quantity, which)
    title = _title(asked, name, which)
    return Explanation(about, asked.year, title, value, real, asked.caption, meaning_of(quantity), tuple(blocks))


def _title(asked: Asked, name: Text, which: Which) -> Text:
    words = [which.programma, which.klasse, asked.partij_name(which.partij).nl if which.partij else ""]
    of = "".join(f" · {word}" for word in words if word)
    return Text(name.nl + of, name.en + of)


def _by_post(asked: Asked, quantity: str, which: Which) -> tuple[Term, ...]:
    onderdeel = which.onderdeel or ("beheerlast" if which.klasse == "beheerlast" else "hoofd" if which.klasse else "")
    return largest_first(
        asked.term(quantity, Which(post.id, onderdeel, which.partij), label=asked.owner_name("kostenpost", post.id))
        for post in asked.result.grid.posts
        if _within(post, which)
    )


def _within(post: object, which: Which) -> bool:
    of_class = which.klasse in ("", "beheerlast", post.kostensoort)  # type: ignore[attr-defined]
    return of_class and which.programma in (ALL, post.programma)  # type: ignore[attr-defined]


def _by_partij(asked: Asked, quantity: str, which: Which) -> tuple[Term, ...]:
    parts = (
        (ident, Which(which.post, which.onderdeel, ident, which.programma, which.klasse))
        for ident in asked.result.plan.baseline.parties
    )
    return largest_first(asked.term(quantity, part, label=asked.partij_name(ident)) for ident, part in parts)


def _by_source(asked: Asked, quantity: str, which: Which) -> tuple[Term, ...]:
    lasting, mask = _PAID.get(quantity, False), asked.mask(which)
    sort = "betaling_blijvend" if lasting else "betaling"
    own = quantity in ("eigen", "eigen_middelen")
    sums: dict[str, float] = {}
    for source, cell, paid in asked.payments(lasting=lasting):
        if mask[cell] and (not own or asked.result.plan.sources[source].route == "eigen"):
            sums[source] = sums.get(source, 0.0) + paid
    return largest_first(
        Term(asked.owner_name("dekkingsbron", s), paid, "amount", "+", (sort, s, *which.tail), asked.year)
        for s, paid in sums.items()
    )


def _blocks(asked: Asked, ident: str, programma: str, total: Term) -> Iterable[Block]:
    if ident in _RATIOS:
        yield _ratio(asked, ident, programma, total)
    elif ident in _OVER_SOURCES:
        yield Block(_PER_SOURCE, _of_sources(asked, ident), total)
    elif ident == "saldo_structurele_dekking":
        yield Block(FOLLOWS, _difference(asked, "structurele_dekking", "structurele_lasten", programma), total)
    elif ident in ("terugval", "grootste_terugval"):
        yield Block(FOLLOWS, _rise(asked, programma, total.value), total)
    elif ident == "besparing":
        yield Block(_PER_POST, _savings(asked, programma), total)
    elif ident == "deflator":
        base = str(asked.result.begrotingsjaar)
        yield Block(
            FOLLOWS,
            (
                Term(
                    Text("prijspeil bbp", "GDP price level"),
                    total.value,
                    "ratio",
                    "",
                    ("prijs", "bbp", base),
                    asked.year,
                ),
            ),
            total,
        )
    else:
        yield from _over_horizon(asked, ident, programma, total)


def _ratio(asked: Asked, ident: str, programma: str, total: Term) -> Block:
    part, whole, empty = _RATIOS[ident]
    of = Which(programma=programma)
    if asked.of(whole, of) * asked.factor < TINY:
        return Block(FOLLOWS, (Term(_NONE[empty], empty, "share", ""),), total)
    above = asked.term(part, of, "")
    below = Term(name_of(whole), asked.of(whole, of), "amount", "÷", ("kerncijfer", whole, programma), asked.year)
    return Block(FOLLOWS, (above, below), total)


def _indicator(asked: Asked, ident: str, programma: str, op: Op, year: int | None = None) -> Term:
    at = asked.at if year is None else year - asked.result.plan.horizon.first
    value = float(in_prices(asked.result, ident, asked.prices, programma)[at])
    name = INDICATORS[ident].naam
    label = Text(f"{name.nl} {year}", f"{name.en} {year}") if year else name
    unit: Shown = "real" if INDICATORS[ident].real else "amount"
    return Term(label, value, unit, op, ("kerncijfer", ident, programma), year or asked.year)


def _difference(asked: Asked, first: str, second: str, programma: str) -> tuple[Term, ...]:
    return (_indicator(asked, first, programma, ""), _indicator(asked, second, programma, "−"))


def _rise(asked: Asked, programma: str, value: float) -> tuple[Term, ...]:
    if np.isnan(value):
        return ()
    if asked.at == 0:
        label = Text(
            "het eerste jaar van de horizon heeft geen jaar ervoor", "the horizon's first year has none before"
        )
        return (Term(label, 0.0, "amount", ""),)
    now = _indicator(asked, "tekort", programma, "", asked.year)
    before = _indicator(asked, "tekort", programma, "−", asked.year - 1)
    return corrected(Text("een daling telt niet", "a fall does not count"), (now, before), value)


def _of_sources(asked: Asked, ident: str) -> tuple[Term, ...]:
    plan, name = asked.result.plan, _OVER_SOURCES[ident]
    chosen = [
        source.id
        for source in plan.sources.values()
        if ident != "kadereffect" or plan.baseline.parties[source.betaler].soort == "rijk"
    ]
    if ident == "kadereffect":  # a measure cannot change who pays, so that sources of the baseline are among these
        chosen = [s for s in plan.sources if s in chosen]
    return largest_first(sources.term(asked, s, name, label=asked.owner_name("dekkingsbron", s)) for s in chosen)


def _savings(asked: Asked, programma: str) -> tuple[Term, ...]:
    return largest_first(
        Term(asked.owner_name("kostenpost", post.id), saving(asked, post), "amount", "+", ("kostenpost", post.id, "besparing"), asked.year)
        for post in asked.result.grid.posts
        if programma in (ALL, post.programma)
    )  # fmt: skip


def _over_horizon(asked: Asked, ident: str, programma: str, total: Term) -> Iterable[Block]:
    """Yield how an indicator over the whole horizon follows from its years."""
    result, which = asked.result, Which(programma=programma)
    if ident == "contante_waarde_tekort":
        tekort, worth = result.indicator("tekort", programma), _discount(asked)
        terms = tuple(
            Term(Text(f"tekort {year}, contant", f"shortfall {year}, discounted"), float(amount))
            for year, amount in zip(result.years, tekort / worth, strict=True)
        )
        yield Block(Text("Per jaar", "By year"), terms, total)
    elif ident == "gemiddelde_vertraging":
        late, planned = (
            float(asked.table(name)[result.plan.horizon.lead :, asked.mask(which)].sum())
            for name in ("achterstand", "gepland")
        )
        above = Term(Text("achterstand over alle jaren", "backlog over all years"), late, "real", "")
        below = Term(Text("gepland werk over alle jaren", "planned work over all years"), planned, "real", "÷")
        yield Block(FOLLOWS, (above, below) if planned >= TINY else (), total)
    elif ident == "achterstand_einde":
        last = float(price_factor(result, asked.prices)[-1])
        by_cell = asked.table("achterstand_nominaal")[-1] / last
        terms = largest_first(
            Term(
                asked.owner_name("kostenpost", p.id), float(by_cell[asked.mask(Which(p.id, programma=programma))].sum())
            )
            for p in result.grid.posts
        )
        yield Block(_PER_POST, terms, total)
    else:
        terms = tuple(_indicator(asked, "tekort", programma, "", year) for year in result.years)
        yield Block(Text("Tekort per jaar", "Shortfall by year"), terms)


def _discount(asked: Asked) -> np.ndarray:  # type: ignore[type-arg]
    rates, years = Rates(asked.result.plan.parameters, {}), np.array(asked.result.years)
    growth = (1 + rates.yearly(DISCONTOVOET, years)[0]) * (1 + rates.yearly(INDEX_BBP, years)[0])
    growth[0] = 1.0
    return np.asarray(np.cumprod(growth))


def passing(about: About) -> bool:
    """Return whether a figure is a movement of one year, without a structural level."""
    return len(about) > 1 and about[0] == "kerncijfer" and about[1] in PASSING
