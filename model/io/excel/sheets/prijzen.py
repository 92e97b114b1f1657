"""Prices on Berekening: indexes, what they make of costs and money, the deflator and the discount factor.

Source: model, section 3, first paragraphs, and section 4.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron, Kostenpost
from model.factors import Rates
from model.grid import Grid
from model.io.excel.draft import INVOER, Draft, index_of, indexed, indexes
from model.io.excel.frame import CONSTANTE
from model.io.excel.layout import Item
from model.io.excel.sheets.blocks import Blocks, Subject, of_post
from model.io.excel.sheets.registers import register
from model.parameters import DISCONTOVOET, INDEX, INDEX_BBP, NO_INDEX
from model.schema import KEUR
from model.text import Text

Floats = NDArray[np.float64]

YEAR_ROW = 4
BBP = INDEX_BBP.removeprefix(INDEX)
_H = "$C"


def year_row() -> str:
    """Return the address of this column's year on Berekening."""
    return f"@${YEAR_ROW}"


def add_prijzen(draft: Draft, blocks: Blocks) -> None:
    """Put the blocks of prices and money on Berekening."""
    _indexes(draft, blocks)
    _discount(draft, blocks)
    _costs(draft, blocks)


def parameter(draft: Draft, ident: str) -> str:
    """Return the address of a parameter in this column's year."""
    row = draft.invoer("parameter", ident)
    given = draft.plan.parameters.get(ident)
    return f"{INVOER}!@{row}" if given is not None and given.by_year else f"{INVOER}!{_H}{row}"


def growth(draft: Draft, ident: str) -> Floats:
    """Return a parameter over the years of the workbook; 0 where there is none."""
    years = np.arange(draft.frame.t0, draft.frame.t1 + 1)
    return np.asarray(Rates(draft.plan.parameters, {}).yearly(ident, years)[0])


def _indexes(draft: Draft, blocks: Blocks) -> None:
    names = indexes(draft)
    subjects = [Subject((name,), f"{INDEX}{name}") for name in names]
    spanned = (draft.frame.t0, draft.frame.t1)
    rises = np.array([growth(draft, INDEX + name) for name in names])
    blocks.block(
        "prijsstijging", Text("Prijsstijging per index", "Price growth by index"), "fractie", subjects,
        lambda i: f"{parameter(draft, INDEX + names[i])}", rises, style="rate", years=spanned,
    )  # fmt: skip
    blocks.block(
        "indexniveau", Text("Indexniveau (begint bij 1)", "Index level (begins at 1)"), "factor", subjects,
        lambda i: f"~{blocks.at('indexniveau', subjects[i])}*(1+@{blocks.at('prijsstijging', subjects[i])})",
        np.asarray(np.cumprod(1 + rises, axis=1)), style="factor", years=spanned,
    )  # fmt: skip
    for subject in subjects:
        first_is_base(blocks, "indexniveau", subject)
    _deflator(draft, blocks, subjects[names.index(BBP)])


def first_is_base(blocks: Blocks, name: str, subject: Subject) -> None:
    """Put the 1 that a level begins with in the column before its first year."""
    blocks.page.rows[blocks.at(name, subject)].items[CONSTANTE] = Item(1, style="factor")


def base_level(draft: Draft, row: int, year: str) -> str:
    """Return the formula for the level of a row in the year at an address."""
    across = draft.frame.across
    return f"INDEX({across(row)},MATCH({year},{across(YEAR_ROW)},0))"


def _deflator(draft: Draft, blocks: Blocks, bbp: Subject) -> None:
    levels: Floats = np.asarray(np.cumprod(1 + growth(draft, INDEX_BBP)))
    frame, base = draft.frame, draft.result.begrotingsjaar
    subject = Subject(
        (),
        draft.say(
            Text("prijspeil bbp ten opzichte van het begrotingsjaar", "price level of GDP relative to the budget year")
        ),
    )
    chosen = f"{INVOER}!$C${draft.invoer('scenario', 'begrotingsjaar')}"
    held = float(levels[base - frame.t0])
    values: Floats = levels[None, frame.start - frame.t0 : frame.last + 1 - frame.t0] / held
    blocks.block(
        "deflator", Text("Deflator", "Deflator"), "factor", [subject],
        lambda _: f"@{blocks.at('indexniveau', bbp)}/$C{blocks.at('deflator', subject)}",
        values, style="factor",
        constant=lambda _: Item(held, lambda: base_level(draft, blocks.at("indexniveau", bbp), chosen), "factor"),
    )  # fmt: skip


def _discount(draft: Draft, blocks: Blocks) -> None:
    frame = draft.frame
    rate, prices = growth(draft, DISCONTOVOET), growth(draft, INDEX_BBP)
    years = np.arange(frame.t0, frame.t1 + 1)
    steps = np.where(years > frame.first, (1 + rate) * (1 + prices), 1.0)
    values: Floats = np.asarray(np.cumprod(steps), dtype=np.float64)[
        None, frame.start - frame.t0 : frame.last + 1 - frame.t0
    ]
    first = f"{INVOER}!$C${draft.invoer('scenario', 'eerste')}"
    subject = Subject(
        (), draft.say(Text("discontovoet en prijsstijging bbp samen", "discount rate and GDP price growth together"))
    )

    def formula(_: int) -> str:
        bbp = blocks.at("prijsstijging", Subject((BBP,), ""))
        return f"IF({year_row()}<={first},1,~{blocks.at('contantfactor', subject)}*(1+{parameter(draft, DISCONTOVOET)})*(1+@{bbp}))"

    title = Text(
        "Contante-waardefactor (1 in het eerste jaar van de horizon)",
        "Present value factor (1 in the horizon's first year)",
    )
    blocks.block("contantfactor", title, "factor", [subject], formula, values, style="factor")


def _costs(draft: Draft, blocks: Blocks) -> None:
    posts, grid = draft.posts, draft.result.grid
    subjects = [of_post(post) for post in posts]
    blocks.block(
        "prijsfactor", Text("Prijsfactor per kostenpost (1 in het prijspeil)", "Price factor by post (1 at its price level)"),
        "factor", subjects, lambda p: _factor(blocks, "prijsfactor", subjects[p], posts[p]), grid.values.price[0],
        style="factor", constant=lambda p: _level(draft, blocks, posts[p]),
    )  # fmt: skip
    invested = [p for p, post in enumerate(posts) if post.investering]
    units = [subjects[p] for p in invested]
    blocks.block(
        "eenheidsprijs", Text("Eenheidsprijs: kostenfactor x prijsfactor", "Unit price: cost factor x price factor"), "factor",
        units, lambda i: f"{register(draft, 'rekenwaarde', posts[invested[i]], 'kostenfactor')}*@{blocks.at('prijsfactor', units[i])}",
        draft.result.outcome.unit.T[invested], style="factor",
    )  # fmt: skip
    running = [p for p, post in enumerate(posts) if not post.investering]
    _volume(draft, blocks, grid, running)
    lasting = _structural_shares(draft)
    blocks.block(
        "blijvend-plan", Text("Plan dat blijft: het laagste bedrag van dit jaar tot het einde van de horizon", "Plan that lasts: the lowest amount from this year to the horizon's end"),
        KEUR, subjects, lambda p: lasting_part(draft, f"$C{blocks.at('blijvend-plan', subjects[p])}", "kostenpost", posts[p]), grid.values.structural[0],
        constant=lambda p: stays(draft, "kostenpost", posts[p], lasting[p]),
    )  # fmt: skip


def _factor(blocks: Blocks, name: str, subject: Subject, owner: Kostenpost | Dekkingsbron) -> str:
    level = blocks.at("indexniveau", Subject((index_of(owner),), ""))
    return f"@{level}/$C{blocks.at(name, subject)}"


def _level(draft: Draft, blocks: Blocks, post: Kostenpost) -> Item:
    """Return the level of a post's index in its own prijspeil; without an index 1."""
    name = index_of(post)
    levels = np.cumprod(1 + growth(draft, INDEX + name)) if name != NO_INDEX else np.ones(1)
    row = Subject((name,), "")
    if not indexed(post) or post.prijspeil is None:
        return Item(1.0, lambda: f"$C{blocks.at('indexniveau', row)}", "factor")
    held = float(levels[post.prijspeil - draft.frame.t0])
    place = register(draft, "kostenpost", post, "prijspeil")
    return Item(held, lambda: base_level(draft, blocks.at("indexniveau", row), place), "factor")


def _volume(draft: Draft, blocks: Blocks, grid: Grid, running: list[int]) -> None:
    posts = [draft.posts[p] for p in running]
    subjects = [of_post(post) for post in posts]

    def formula(i: int) -> str:
        rise, last = (
            register(draft, "rekenwaarde", posts[i], "volumegroei"),
            register(draft, "kostenpost", posts[i], "laatste jaar"),
        )
        return f"(1+{rise})^MAX(0,{year_row()}-{last})"

    title = Text(
        "Volume van beheer (1 tot en met het laatste opgegeven jaar)",
        "Volume of operation (1 up to the last given year)",
    )
    blocks.block("volume", title, "factor", subjects, formula, grid.values.volume[0][running], style="factor")


def _structural_shares(draft: Draft) -> list[float]:
    return [float(post.verloop == "structureel") for post in draft.posts]


def stays(draft: Draft, table: str, owner: Kostenpost | Dekkingsbron, value: float) -> Item:
    """Return the 1 or 0 that says whether a series lasts."""
    return Item(value, lambda: f'IF({register(draft, table, owner, "verloop")}="structureel",1,0)', "count")


def lasting_part(draft: Draft, stays: str, kind: str, owner: Kostenpost | Dekkingsbron) -> str:
    """Return the lowest plan amount from this year to the horizon's end, times the flag at an address."""
    programma = owner.programma if isinstance(owner, Kostenpost) else ""
    row = draft.page(INVOER).places["bedrag", owner.id, kind, "", programma]
    return f"{stays}*MIN({INVOER}!@{row}:${draft.frame.letter(draft.frame.last)}{row})"
