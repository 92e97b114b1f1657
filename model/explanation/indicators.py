"""How an indicator follows from its parts: its definition as steps, then by post, source and partij."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from model.baseline import Kostenpost
from model.explanation import sources
from model.explanation.asked import Asked, Which, cells, in_other_prices
from model.explanation.combined import span
from model.explanation.over_horizon import PER_POST, indicator_term, over_horizon
from model.explanation.quantities import SUMS, meaning_of, name_of
from model.explanation.steps import FOLLOWS
from model.explanation.terms import PERCENT, About, Block, Explanation, Shown, Term, corrected, largest_first
from model.explanation.work import saving
from model.indicators import INDICATORS, TINY
from model.result import ALL
from model.tables import in_prices
from model.text import Text
from model.words import RIJK

_PER_SOURCE = Text("Per dekkingsbron", "By source")
_PER_PARTIJ = Text("Per partij", "By party")
_PAID = {"dekking": False, "eigen_middelen": False, "structurele_dekking": True}
_RATIOS = {
    "dekkingsgraad": ("gedekt", "behoefte", 1.0),
    "beheeraandeel": ("dekking_beheer", "dekking", 0.0),
    "vernieuwingsaandeel": ("dekking_investering", "dekking", 0.0),
}
_OVER_SOURCES = {"onderuitputting": "onderuitputting", "structurele_ruimte": "ruimte", "kadereffect": "kadereffect"}
_SHOWN: Mapping[str, Shown] = {
    "k€": "amount",
    "aandeel": "share",
    "factor": "factor",
    "jaren": "years",
    "jaar": "year",
}
_CAPTIONS = {
    "aandeel": PERCENT,
    "factor": Text("factor", "factor"),
    "jaren": Text("in jaren", "in years"),
    "jaar": Text("jaartal", "year"),
}
_NONE = {
    1.0: Text("zonder behoefte is de graad 100 %", "without need the ratio is 100 %"),
    0.0: Text("zonder dekking is het aandeel 0", "without cover the share is 0"),
}


def explain_indicator(asked: Asked, ident: str, programma: str = ALL) -> Explanation:
    """Return where an indicator comes from, for everything or one programma."""
    if ident in SUMS:
        return explain_cells(asked, ident, Which(programma=programma), ("kerncijfer", ident, programma))
    indicator = INDICATORS[ident]
    if ident == "grootste_terugval":
        asked = _in_its_year(asked, programma)
    value = _value(asked, ident, programma)
    of = f" · {programma}" if programma else ""
    title = Text(indicator.naam.nl + of, indicator.naam.en + of)
    caption, when = _caption(asked, ident), _when(asked, ident)
    shown = _SHOWN[indicator.unit]
    total = Term(indicator.naam, value, shown, "=")
    blocks = tuple(_blocks(asked, ident, programma, total))
    about: About = ("kerncijfer", ident, programma)
    return Explanation(about, asked.year, title, value, shown, caption, indicator.meaning, blocks, when=when)


def _caption(asked: Asked, ident: str) -> Text:
    first = asked.result.years[0]
    if ident == "contante_waarde_tekort":
        return Text(f"bedragen x € 1.000, prijzen {first}", f"amounts x € 1,000, prices of {first}")
    return _CAPTIONS.get(INDICATORS[ident].unit, asked.caption)


def _when(asked: Asked, ident: str) -> Text | None:
    """Return which years an indicator over the horizon is of."""
    first, last = asked.result.years[0], asked.result.years[-1]
    if ident == "achterstand_einde":
        return Text(f"eind {last}", f"end of {last}")
    if ident == "eerste_tekortjaar":
        return Text(f"in {first}-{last}", f"in {first}-{last}")
    return span(asked) if INDICATORS[ident].horizon else None


def _in_its_year(asked: Asked, programma: str) -> Asked:
    """Return the year in which the tekort rises most, whichever year was asked about."""
    values = in_prices(asked.result, "grootste_terugval", asked.prices, programma)
    return Asked(asked.result, asked.prices, asked.result.years[int(np.nanargmax(values))])


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
    blocks = [Block(PER_POST, _by_post(asked, quantity, which), total)]
    if quantity in (*_PAID, "eigen"):
        blocks.append(Block(_PER_SOURCE, _by_source(asked, quantity, which), total))
    if not which.partij:
        parties = _by_partij(asked, quantity, which)
        blocks += [Block(_PER_PARTIJ, parties, total)] if len(parties) > 1 else []
    blocks += in_other_prices(asked, quantity, which)
    about = about or cells(quantity, which)
    title = _title(asked, name, which)
    return Explanation(
        about, asked.year, title, value, real, asked.captioned(real), meaning_of(quantity), tuple(blocks)
    )


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


def _within(post: Kostenpost, which: Which) -> bool:
    of_class = which.klasse in ("", "beheerlast", post.kostensoort)
    return of_class and which.programma in (ALL, post.programma)


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
        yield Block(PER_POST, _savings(asked, programma), total)
    elif ident == "deflator":
        about: About = ("prijs", "bbp", str(asked.result.begrotingsjaar))
        level = Term(Text("prijspeil bbp", "GDP price level"), total.value, "ratio", "", about, asked.year)
        yield Block(FOLLOWS, (level,), total)
    else:
        yield from over_horizon(asked, ident, programma, total)


def _ratio(asked: Asked, ident: str, programma: str, total: Term) -> Block:
    part, whole, empty = _RATIOS[ident]
    of = Which(programma=programma)
    if asked.of(whole, of) * asked.factor < TINY:
        return Block(FOLLOWS, (Term(_NONE[empty], empty, "share", ""),), total)
    above = asked.term(part, of, "")
    below = Term(name_of(whole), asked.of(whole, of), "amount", "÷", ("kerncijfer", whole, programma), asked.year)
    return Block(FOLLOWS, (above, below), total)


def _difference(asked: Asked, first: str, second: str, programma: str) -> tuple[Term, ...]:
    return (indicator_term(asked, first, programma, ""), indicator_term(asked, second, programma, "−"))


def _rise(asked: Asked, programma: str, value: float) -> tuple[Term, ...]:
    if np.isnan(value):
        return ()
    if asked.at == 0:
        label = Text(
            "het eerste jaar van de horizon heeft geen jaar ervoor", "the horizon's first year has none before"
        )
        return (Term(label, 0.0, "amount", ""),)
    now = indicator_term(asked, "tekort", programma, "", asked.year)
    before = indicator_term(asked, "tekort", programma, "−", asked.year - 1)
    return corrected(Text("een daling telt niet", "a fall does not count"), (now, before), value)


def _of_sources(asked: Asked, ident: str) -> tuple[Term, ...]:
    plan, name = asked.result.plan, _OVER_SOURCES[ident]
    chosen = [
        source.id
        for source in plan.sources.values()
        if ident != "kadereffect" or plan.baseline.parties[source.betaler].soort == RIJK
    ]
    return largest_first(sources.term(asked, s, name, label=asked.owner_name("dekkingsbron", s)) for s in chosen)


def _savings(asked: Asked, programma: str) -> tuple[Term, ...]:
    chosen = [post for post in asked.result.grid.posts if programma in (ALL, post.programma)]
    names = {post.id: asked.owner_name("kostenpost", post.id) for post in chosen}
    return largest_first(
        Term(names[p.id], saving(asked, p), "amount", "+", ("kostenpost", p.id, "besparing"), asked.year)
        for p in chosen
    )
