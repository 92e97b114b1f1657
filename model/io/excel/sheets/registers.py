"""Registers on Invoer: parties, keys, who fills a source, and what posts and sources are beside their amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.baseline import Dekkingsbron, Kostenpost
from model.io.excel.book import letters
from model.io.excel.choice import Choice
from model.io.excel.draft import INVOER, Draft
from model.io.excel.frame import ID, LABEL, UNITS, YEARS
from model.io.excel.layout import Item, Key, Page, Row, key_of, line
from model.io.excel.paper import ROW
from model.io.excel.sheets.headings import UNIT, headed, section
from model.quantities import Number
from model.schema import INVESTERING, RATES
from model.text import Text, same
from model.words import BEHEER, INCIDENTEEL

NO_LIMIT = "geen"

# Columns of the registers, in order, from the first year's column on.
POST_FACTS = ("thema", "rang", "verloop", "index", "prijspeil", "laatste jaar", "sleutel", "sleutel_beheer", "rang_beheer", "sleutel_besparing")  # fmt: skip
POST_RATES = ("volumegroei", "kostenfactor", "beheerratio", "doorlooptijd", "levensduur", "doorschuif", "besparingsratio", "capaciteit")  # fmt: skip
SOURCE_FACTS = ("volgorde", "besluitstatus", "betaler", "route", "verloop", "index", "prijspeil", "compensatie", "eindejaarsmarge", "voor_programma", "voor_thema", "voor_kostensoort", "voor_partij", "voor_kostenpost")  # fmt: skip

_PARTIES = Text("Sleutels en partijen om uit te kiezen (vast)", "Keys and parties to choose from (fixed)")
_SHARES = Text(
    "Verdeelsleutels: aandeel per partij; elke sleutel telt op tot 1. Het id van een partij is ook een sleutel (100 %)",
    "Distribution keys: share per partij; each key adds up to 1. The id of a partij is a key too (100 %)",
)
_FILLED = Text("Wie een dekkingsbron vult (vast)", "Who fills a source (fixed)")
_FACTS = Text(
    "Kostenposten: verdeling en voorrang; rang, verloop, index en prijspeil liggen vast",
    "Posts: distribution and priority; rang, verloop, index and prijspeil are fixed",
)
_RATES = Text(
    "Kostenposten: rekenwaarden; een getal, of een koppeling naar een parameter",
    "Posts: rates; a number, or a link to a parameter",
)
_SOURCES = Text(
    "Dekkingsbronnen: volgorde van inzet, status en bestemming liggen vast",
    "Sources: order of use, status and purpose are fixed",
)
_SAVING = Text(
    "werkt niet door in deze werkmap: de besparing staat er niet per partij in",
    "has no effect in this workbook: savings are not shown by partij",
)
_WIDEST = 24  # letters of a word for which a column is made wide enough
_ROOM = 0.88, 1.2  # width of a letter, in digits, and of what is left free beside a word
_SMALLER = 1.7  # times as long as its column, a word can still be read when made smaller
_ONE = re.compile(r"[^ -]+")  # a word that programs do not divide over lines
_FOLLOWS = Text("volgt sleutel", "follows sleutel")
_PER_YEAR = Text("per jaar: zie de parameter", "per year: see the parameter")


def add_registers(draft: Draft, page: Page) -> None:
    """Put the registers on Invoer."""
    _parties(draft, page)
    _shares(draft, page)
    _filled(draft, page)
    _posts(draft, page)
    _rates(draft, page)
    _sources(draft, page)


def _parties(draft: Draft, page: Page) -> None:
    section(draft, page, _PARTIES, len(draft.plan.keys) * ROW)
    headed(page, {LABEL: draft.say(Text("sleutel of partij", "key or partij"))}, "partij")
    for sleutel in own_keys(draft):
        page.add(line(key_of("sleutel", sleutel), sleutel))
    for partij in draft.plan.baseline.parties.values():
        page.add(line(key_of("partij", partij.id, partij.soort), partij.naam))


def _shares(draft: Draft, page: Page) -> None:
    section(draft, page, _SHARES, len(own_keys(draft)) * len(draft.plan.baseline.parties) * ROW)
    headed(page, {LABEL: draft.say(Text("verdeelsleutel", "key"))}, "aandeel")
    parties = draft.plan.baseline.parties
    for sleutel in own_keys(draft):
        for partij in parties.values():
            share = draft.plan.keys[sleutel].get(partij.id, 0.0)
            item = Item(share, style="share", open=True, choice=Choice(low=0.0, high=1.0))
            page.add(
                line(key_of("aandeel", sleutel, "", partij.id), f"{sleutel}: {partij.naam}", "aandeel", constant=item)
            )


def own_keys(draft: Draft) -> list[str]:
    """Return the keys that are not a partij's own id."""
    return [sleutel for sleutel in draft.plan.keys if sleutel not in draft.plan.baseline.parties]


def keys_list(draft: Draft) -> str:
    """Return the range that names every key: those of the dataset and the partijen."""
    words = [key[:2] for key in draft.page(INVOER).places if key[0] in ("sleutel", "partij")]
    rows = [
        draft.invoer("sleutel" if name == "sleutel" else "partij", ident, *_soort(draft, ident, name))
        for name, ident in words
    ]
    column = draft.frame.key(ID)
    return f"{INVOER}!${column}${min(rows)}:${column}${max(rows)}"


def _soort(draft: Draft, ident: str, name: str) -> tuple[str, ...]:
    return () if name == "sleutel" else (draft.plan.baseline.parties[ident].soort,)


def _filled(draft: Draft, page: Page) -> None:
    filled = list(contributions(draft))
    section(draft, page, _FILLED, len(filled) * ROW)
    headed(page, {LABEL: draft.say(Text("dekkingsbron", "source"))}, "bijdrage")
    for ident, partij, share in filled:
        label = f"{draft.plan.sources[ident].naam}: {draft.plan.baseline.parties[partij].naam}"
        page.add(line(key_of("bijdrage", ident, "", partij), label, "aandeel", constant=Item(share, style="share")))


def contributions(draft: Draft) -> Iterable[tuple[str, str, float]]:
    """Yield each source with who fills it and for which share; without shares its betaler fills it whole."""
    for source in draft.sources:
        for partij, share in draft.plan.baseline.contributions.get(source.id, {source.betaler: 1.0}).items():
            yield source.id, partij, share


def _posts(draft: Draft, page: Page) -> None:
    rows = []
    for post in draft.posts:
        row = line(("kostenpost", post.id, post.kostensoort, "", post.programma), post.naam)
        row.items |= _cells(page, POST_FACTS, _post_facts(draft, page, post, row.key))
        rows.append(row)
    _register(draft, page, _FACTS, "kostenpost", POST_FACTS, rows)


def _register(draft: Draft, page: Page, title: Text, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Put a register: its title, the heads of its columns and below them the units of its rates, and its rows."""
    section(draft, page, title, ROW + page.height_of(*rows))
    what = Text("dekkingsbron", "source") if name == "dekkingsbron" else Text("kostenpost", "post")
    headed(page, {LABEL: draft.say(what)} | dict(enumerate(columns, start=YEARS)), name)
    units = {YEARS + i: _unit(draft, column) for i, column in enumerate(columns) if column in RATES}
    if units:
        items = {column: Item(unit, style="head-units") for column, unit in units.items()}
        items |= {column: Item("") for column in range(YEARS + len(columns), page.printed + 1)}
        page.add(Row(key_of(UNIT, name), items, style="head-units"))
    for row in rows:
        page.add(row)


def widths_of(draft: Draft) -> dict[int, float]:
    """Return how wide the columns of the registers are to be for their heads and for the words below them."""
    letter, free = _ROOM
    found: dict[int, float] = {}
    tables = ((POST_FACTS, draft.posts), (POST_RATES, draft.posts), (SOURCE_FACTS, draft.sources))
    for names, owners in tables:
        for column, name in enumerate(names, start=YEARS):
            words = [name, *(draft.plan.keys if name.startswith("sleutel") else ())]
            words += [word for owner in owners for word in _words(draft, owner, name)]
            longest = min(_WIDEST, max(map(len, words)))
            found[column] = max(found.get(column, 0.0), longest * letter + free)
    return found


def _words(draft: Draft, owner: Kostenpost | Dekkingsbron, name: str) -> list[str]:
    """Return the words of one cell of a register that stay on one line."""
    given = getattr(owner, name, None)
    if name in RATES:
        by_year = isinstance(given, str) and draft.plan.parameters[given].by_year
        return [str(given)] if by_year else []
    return ["|".join(given)] if isinstance(given, tuple) else given.split() if isinstance(given, str) else []


def _unit(draft: Draft, name: str) -> str:
    unit = RATES[name].unit
    return draft.say(UNITS.get(unit, same(unit)))


def _cells(page: Page, names: Sequence[str], facts: dict[str, Item]) -> dict[int, Item]:
    """Return the cells of a register: words go on on the next line, and one that does not fit there is made smaller."""
    cells = {YEARS + position: facts[name] for position, name in enumerate(names) if name in facts}
    return {column: _fitted(item, page.widths[column]) for column, item in cells.items()}


def _fitted(item: Item, width: float) -> Item:
    word = str(item.value)
    one = item.style == "word" and _ONE.fullmatch(word) is not None
    return replace(item, style="narrow") if one and width < len(word) < width * _SMALLER else item


def _post_facts(draft: Draft, page: Page, post: Kostenpost, key: Key) -> dict[str, Item]:
    keys = Choice(source=keys_list(draft))
    follow = Item(
        post.sleutel,
        lambda: f"${column_of('sleutel')}${page.places[key]}",
        style="link",
        open=True,
        choice=keys,
        comment=draft.say(_FOLLOWS),
    )
    facts = {
        "thema": Item(post.thema, style="word"),
        "rang": Item(post.rang, style="count"),
        "verloop": Item(post.verloop, style="word"),
        "index": Item(post.index or NO_LIMIT, style="word"),
        "sleutel": Item(post.sleutel, style="word", open=True, choice=keys),
        "laatste jaar": Item(draft.plan.last_given.get(post.id, draft.frame.last), style="year"),
    }
    if post.prijspeil is not None:
        facts["prijspeil"] = Item(post.prijspeil, style="year")
    if post.investering:
        own = post.sleutel_beheer
        facts["sleutel_beheer"] = follow if own is None else Item(own, style="word", open=True, choice=keys)
        facts["rang_beheer"] = Item(post.rang if post.rang_beheer is None else post.rang_beheer, style="count")
        saving = Item(post.sleutel_besparing or post.sleutel, style="word", comment=draft.say(_SAVING))
        facts["sleutel_besparing"] = saving
    return facts


def _rates(draft: Draft, page: Page) -> None:
    rows = []
    for post in draft.posts:
        group = INVESTERING if post.investering else BEHEER
        facts = {name: rate_item(draft, post, name) for name in POST_RATES if RATES[name].only == group}
        row = line(("rekenwaarde", post.id, post.kostensoort, "", post.programma), post.naam)
        row.items |= _cells(page, POST_RATES, facts)
        rows.append(row)
    _register(draft, page, _RATES, "rekenwaarde", POST_RATES, rows)


def rate_item(draft: Draft, owner: Kostenpost | Dekkingsbron, name: str) -> Item:
    """Return the cell of a rate: a number, its default, `geen` for no limit, or a link to the parameter it names."""
    given, rate = getattr(owner, name), RATES[name]
    number = rate.kind.number
    limitless = rate.default == float("inf")
    choice = number_bounds([number], also=NO_LIMIT if limitless else "")
    if isinstance(given, str):
        parameter = draft.plan.parameters[given]
        if parameter.by_year:
            return Item(given, style="word", comment=draft.say(_PER_YEAR))
        place = f"$C${draft.invoer('parameter', given)}"
        return Item(parameter.value, place, style="link", open=True, choice=choice, comment=f"parameter {given}")
    if given is None:
        given = NO_LIMIT if limitless else rate.default
    return Item(given, style="rate", open=True, choice=choice)


def number_bounds(kinds: Sequence[Number], also: str = "") -> Choice:
    """Return what cells of all these kinds of numbers may hold."""
    low = max((max(kind.low, kind.above) for kind in kinds), default=float("-inf"))
    high = min((kind.high for kind in kinds), default=float("inf"))
    whole = any(type(kind) is not Number for kind in kinds)
    return Choice(
        low=None if low == float("-inf") else low,
        high=None if high == float("inf") else high,
        above=any(kind.above == low for kind in kinds),
        whole=whole,
        also=also,
    )


def _sources(draft: Draft, page: Page) -> None:
    rows = []
    for source in draft.sources:
        row = line(key_of("dekkingsbron", source.id, draft.plan.baseline.parties[source.betaler].soort), source.naam)
        row.items |= _cells(page, SOURCE_FACTS, _source_facts(draft, source))
        rows.append(row)
    _register(draft, page, _SOURCES, "dekkingsbron", SOURCE_FACTS, rows)


def _source_facts(draft: Draft, source: Dekkingsbron) -> dict[str, Item]:
    ended = source.id in draft.plan.incidental
    facts = {
        "volgorde": Item(source.volgorde, style="count"),
        "besluitstatus": Item(source.besluitstatus, style="word"),
        "betaler": Item(source.betaler, style="word"),
        "verloop": Item(INCIDENTEEL if ended else source.verloop, style="word"),
        "index": Item(source.index or NO_LIMIT, style="word"),
        "compensatie": rate_item(draft, source, "compensatie"),
        "eindejaarsmarge": rate_item(draft, source, "eindejaarsmarge"),
    }
    if source.route:
        facts["route"] = Item(source.route, style="word")
    if source.prijspeil is not None:
        facts["prijspeil"] = Item(source.prijspeil, style="year")
    for name in SOURCE_FACTS[-5:]:
        allowed = getattr(source, name)
        if allowed:
            facts[name] = Item("|".join(allowed), style="word")
    return facts


def column_of(name: str) -> str:
    """Return the letters of a register's column."""
    for names in (POST_FACTS, POST_RATES, SOURCE_FACTS):
        if name in names:
            return letters(YEARS + names.index(name))
    raise ValueError(name)


def register(draft: Draft, table: str, owner: Kostenpost | Dekkingsbron, name: str) -> str:
    """Return the address, on Invoer, of what a register says of a post or source."""
    if isinstance(owner, Dekkingsbron):
        key = key_of(table, owner.id, draft.plan.baseline.parties[owner.betaler].soort)
        names: Sequence[str] = SOURCE_FACTS
    else:
        key = (table, owner.id, owner.kostensoort, "", owner.programma)
        names = POST_FACTS if table == "kostenpost" else POST_RATES
    return f"{INVOER}!${letters(YEARS + names.index(name))}${draft.page(INVOER).places[key]}"


__all__ = ["add_registers", "contributions", "number_bounds", "own_keys", "register"]
