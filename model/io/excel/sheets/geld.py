"""Money on Berekening: what compensation makes of each source, what counts, what lasts. Source: model, section 3."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron
from model.factors import Rates
from model.io.excel.draft import INVOER, Draft, index_of, indexed
from model.io.excel.frame import ID
from model.io.excel.layout import Item
from model.io.excel.sheets.blocks import Blocks, Subject, of_source
from model.io.excel.sheets.prijzen import base_level, first_is_base, growth, lasting_part, parameter, stays
from model.io.excel.sheets.registers import register
from model.parameters import INDEX, NO_INDEX
from model.schema import KEUR
from model.text import Text

Floats = NDArray[np.float64]


def add_geld(draft: Draft, blocks: Blocks) -> None:
    """Put the blocks of money on Berekening."""
    sources, values = draft.sources, draft.result.grid.values
    subjects = [of_source(source, draft) for source in sources]
    moved = [s for s, source in enumerate(sources) if indexed(source)]
    _compensated(draft, blocks, moved)
    factors = _money_factors(draft)
    blocks.block(
        "geldfactor", Text("Geldfactor: wat compensatie van het geld maakt (1 in het prijspeil)", "Money factor: what compensation makes of the money (1 at its price level)"),
        "factor", subjects, lambda s: _money_formula(draft, blocks, s, subjects[s]), factors, style="factor",
        constant=lambda s: _money_level(draft, blocks, s, subjects[s]),
    )  # fmt: skip
    counted = [float(source.besluitstatus in draft.plan.counts) for source in sources]

    def money(s: int) -> str:
        row = draft.invoer("bedrag", sources[s].id, "dekkingsbron")
        return f"{INVOER}!@{row}*@{blocks.at('geldfactor', subjects[s])}*$C{blocks.at('geld', subjects[s])}"

    blocks.block(
        "geld", Text("Geld dat meetelt (constante: 1 als de besluitstatus meetelt)", "Money that counts (constant: 1 where its status counts)"), KEUR,
        subjects, money, values.money[0], constant=lambda s: _counts(draft, sources[s], counted[s]),
    )  # fmt: skip

    def lasting(s: int) -> str:
        stays = lasting_part(draft, f"$C{blocks.at('blijvend-geld', subjects[s])}", "dekkingsbron", sources[s])
        return f"{stays}*@{blocks.at('geldfactor', subjects[s])}*$C{blocks.at('geld', subjects[s])}"

    blocks.block(
        "blijvend-geld", Text("Geld dat blijft (constante: 1 als de bron structureel is)", "Money that lasts (constant: 1 where the source is structural)"), KEUR,
        subjects, lasting, values.structural_money[0], constant=lambda s: stays(draft, "dekkingsbron", sources[s], _lasts(draft, sources[s])),
    )  # fmt: skip


def _lasts(draft: Draft, source: Dekkingsbron) -> float:
    return float(source.verloop == "structureel" and source.id not in draft.plan.incidental)


def _counts(draft: Draft, source: Dekkingsbron, value: float) -> Item:
    rows = [draft.invoer("telt-mee", status) for status in ("vastgesteld", "voorgesteld", "gevraagd")]
    first, last = min(rows), max(rows)
    status, words = register(draft, "dekkingsbron", source, "besluitstatus"), draft.frame.key(ID)
    formula = f'COUNTIFS({INVOER}!${words}${first}:${words}${last},{status},{INVOER}!$C${first}:$C${last},"ja")'
    return Item(value, formula, "count")


def _compensated(draft: Draft, blocks: Blocks, moved: list[int]) -> None:
    """Put what is compensated of each year's growth, and the level that leads to, for sources with an index."""
    sources = [draft.sources[s] for s in moved]
    subjects = [of_source(source, draft) for source in sources]
    spanned = (draft.frame.t0, draft.frame.t1)
    shares = np.array([_compensation(draft, source) for source in sources])
    levels = np.array([np.cumprod(1 + _rise(draft, source)) for source in sources])

    def share(i: int) -> str:
        given = sources[i].compensatie
        by_year = isinstance(given, str) and draft.plan.parameters[given].by_year
        return parameter(draft, str(given)) if by_year else register(draft, "dekkingsbron", sources[i], "compensatie")

    def level(i: int) -> str:
        rise = blocks.at("prijsstijging", Subject((index_of(sources[i]),), ""))
        return f"~{blocks.at('geldniveau', subjects[i])}*(1+@{rise}*@{blocks.at('compensatie', subjects[i])})"

    title = Text(
        "Compensatie: deel van de prijsstijging dat wordt uitgekeerd",
        "Compensation: share of price growth that is paid out",
    )
    blocks.block("compensatie", title, "fractie", subjects, share, shares, style="rate", years=spanned)
    title = Text("Geldniveau (begint bij 1)", "Money level (begins at 1)")
    blocks.block("geldniveau", title, "factor", subjects, level, levels, style="factor", years=spanned)
    for subject in subjects:
        first_is_base(blocks, "geldniveau", subject)


def _compensation(draft: Draft, source: Dekkingsbron) -> Floats:
    years = np.arange(draft.frame.t0, draft.frame.t1 + 1)
    shares = Rates(draft.plan.parameters, {}).compensation(source.compensatie, years)[0]
    return np.broadcast_to(shares, len(years)).astype(np.float64)


def _rise(draft: Draft, source: Dekkingsbron) -> Floats:
    return growth(draft, INDEX + index_of(source)) * _compensation(draft, source)


def _money_factors(draft: Draft) -> Floats:
    years = np.arange(draft.frame.start, draft.frame.last + 1)
    rates = Rates(draft.plan.parameters, {})
    return np.array([rates.factor(s.index, s.prijspeil, s.compensatie, years)[0] for s in draft.sources])


def _money_formula(draft: Draft, blocks: Blocks, s: int, subject: Subject) -> str:
    source = draft.sources[s]
    if indexed(source):
        return f"@{blocks.at('geldniveau', of_source(source, draft))}/$C{blocks.at('geldfactor', subject)}"
    return f"@{blocks.at('indexniveau', Subject((NO_INDEX,), ''))}/$C{blocks.at('geldfactor', subject)}"


def _money_level(draft: Draft, blocks: Blocks, s: int, subject: Subject) -> Item:
    source = draft.sources[s]
    if not indexed(source) or source.prijspeil is None:
        return Item(1.0, lambda: f"$C{blocks.at('indexniveau', Subject((NO_INDEX,), ''))}", "factor")
    held = float(np.cumprod(1 + _rise(draft, source))[source.prijspeil - draft.frame.t0])
    place = register(draft, "dekkingsbron", source, "prijspeil")
    return Item(held, lambda: base_level(draft, blocks.at("geldniveau", subject), place), "factor")
