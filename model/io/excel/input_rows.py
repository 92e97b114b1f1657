"""The rows of Invoer as records of the model: keys and shares, parameters, posts, sources and their amounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.baseline import Dekkingsbron, Kostenpost, Partij, Shares
from model.errors import known
from model.horizon import Horizon
from model.io.excel.found import Column
from model.io.excel.input_cells import CONSTANT, InputCells
from model.io.excel.layout import Key, key_of
from model.io.excel.sheets.headings import UNIT
from model.io.excel.sheets.registers import NO_LIMIT, POST_RATES, SOURCE_FACTS
from model.ledger import SeriesId
from model.parameters import INDEX, NO_INDEX, Parameter, ParameterRow, fixed_kind
from model.quantities import Number, Whole, Year
from model.schema import INVESTERING, RATES
from model.text import Text
from model.words import BEHEER, BESLUITSTATUSSEN, VERLOPEN

_SHARE = Number(low=0, high=1)
_AMOUNT = Number(low=0)
_VOOR = tuple(name for name in SOURCE_FACTS if name.startswith("voor_"))


def shares_of(cells: InputCells, parties: Mapping[str, Partij]) -> tuple[dict[str, Shares], dict[str, Shares]]:
    """Return the distribution keys, each partij's own id included, and who fills each source."""
    keys: dict[str, dict[str, float]] = {key[1]: {} for key in cells.keys("sleutel")}
    for key in cells.keys("aandeel"):
        keys.setdefault(key[1], {})[key[3]] = cells.number(key, CONSTANT, _SHARE)
    filled: dict[str, dict[str, float]] = {}
    for key in cells.keys("bijdrage"):
        filled.setdefault(key[1], {})[key[3]] = cells.number(key, CONSTANT, _SHARE)
    own: dict[str, Shares] = {partij: {partij: 1.0} for partij in parties}
    return {**keys, **own}, {**filled}


def parameters_of(cells: InputCells) -> dict[str, Parameter]:
    """Return the parameters; one with a value per year has a row for every year of the workbook."""
    return {key[1]: _parameter(cells, key) for key in cells.keys("parameter") if key[1] != INDEX + NO_INDEX}


def _parameter(cells: InputCells, key: Key) -> Parameter:
    fixed = fixed_kind(key[1])
    kind = fixed if isinstance(fixed, Number) else Number()
    by_year = not cells.has(key, CONSTANT) and any(cells.has(key, year) for year in cells.years(key))
    columns: list[Column] = [*cells.years(key)] if by_year else [CONSTANT]
    rows = tuple(
        ParameterRow(
            jaar=column if isinstance(column, int) else None,
            waarde=cells.number(key, column, kind),
            status="",
        )
        for column in columns
    )
    return Parameter(id=key[1], naam=cells.label(key), eenheid=str(cells.raw(key, UNIT) or ""), rows=rows)


def posts_of(cells: InputCells, keys: Mapping[str, Shares]) -> tuple[dict[str, Kostenpost], dict[str, int]]:
    """Return the posts, and of each the last year with an amount of its own."""
    posts = {key[1]: _post(cells, key, keys) for key in cells.keys("kostenpost")}
    last = {key[1]: cells.whole(key, "laatste jaar", Year()) for key in cells.keys("kostenpost")}
    return posts, last


def _post(cells: InputCells, key: Key, keys: Mapping[str, Shares]) -> Kostenpost:
    _, ident, kostensoort, _, programma = key
    invested = kostensoort != BEHEER
    rates: Key = ("rekenwaarde", *key[1:])
    if rates not in cells.page.rows:
        cells.absent(*rates)
    names = ("sleutel", "sleutel_beheer", "sleutel_besparing") if invested else ("sleutel",)
    own: dict[str, Any] = {name: _sleutel(cells, key, name, keys) for name in names}
    if invested:
        own["rang_beheer"] = cells.whole(key, "rang_beheer", Whole())
    group = INVESTERING if invested else BEHEER
    given: dict[str, Any] = {name: _rate(cells, rates, name) for name in POST_RATES if RATES[name].only == group}
    return Kostenpost(
        id=ident, naam=cells.label(key), programma=programma, thema=cells.word(key, "thema"), kostensoort=kostensoort,
        rang=cells.whole(key, "rang", Whole()), verloop=cells.word(key, "verloop", VERLOPEN),
        **own, **given, **_prices(cells, key),
    )  # fmt: skip


def _sleutel(cells: InputCells, key: Key, name: str, keys: Mapping[str, Shares]) -> str:
    chosen = cells.word(key, name)
    if chosen and chosen not in keys:
        some = known(keys, chosen)
        cells.wrong(key, name, Text(f"een sleutel of partij; {some.nl}", f"a key or partij; {some.en.rstrip('.')}"))
        return next(iter(keys), "")
    return chosen


def _rate(cells: InputCells, key: Key, name: str) -> float | None:
    """Return the number in a cell of a rate; nothing where it says that there is no limit."""
    rate = RATES[name]
    if rate.default == float("inf") and cells.raw(key, name) == NO_LIMIT:
        return None
    return cells.number(key, name, rate.kind.number)


def _prices(cells: InputCells, key: Key) -> dict[str, Any]:
    index = cells.word(key, "index")
    if index not in ("", NO_INDEX) and key_of("parameter", INDEX + index) not in cells.page.rows:
        cells.absent("parameter", INDEX + index)
    level = cells.whole(key, "prijspeil", Year()) if cells.has(key, "prijspeil") else None
    return {"index": index, "prijspeil": level}


def sources_of(
    cells: InputCells, parties: Mapping[str, Partij], parameters: Mapping[str, Parameter]
) -> dict[str, Dekkingsbron]:
    """Return the sources, in the order of the page."""
    return {key[1]: _source(cells, key, parties, parameters) for key in cells.keys("dekkingsbron")}


def _source(
    cells: InputCells, key: Key, parties: Mapping[str, Partij], parameters: Mapping[str, Parameter]
) -> Dekkingsbron:
    route = cells.word(key, "route") if cells.has(key, "route") else None
    voor: dict[str, Any] = {name: _values(cells, key, name) for name in _VOOR}
    return Dekkingsbron(
        id=key[1], naam=cells.label(key), betaler=cells.word(key, "betaler", parties),
        besluitstatus=cells.word(key, "besluitstatus", BESLUITSTATUSSEN),
        volgorde=cells.whole(key, "volgorde", Whole()), verloop=cells.word(key, "verloop", VERLOPEN), route=route,
        compensatie=_compensation(cells, key, parameters),
        eindejaarsmarge=_rate(cells, key, "eindejaarsmarge"), **_prices(cells, key), **voor,
    )  # fmt: skip


def _values(cells: InputCells, key: Key, name: str) -> tuple[str, ...]:
    return tuple(cells.word(key, name).split("|")) if cells.has(key, name) else ()


def _compensation(cells: InputCells, key: Key, parameters: Mapping[str, Parameter]) -> float | str | None:
    """Return the share of growth that is compensated, or the parameter that gives it per year."""
    found = cells.raw(key, "compensatie")
    if isinstance(found, str) and found in parameters and parameters[found].by_year:
        return found
    return _rate(cells, key, "compensatie")


def series_of(
    cells: InputCells, posts: Mapping[str, Kostenpost], sources: Mapping[str, Dekkingsbron], horizon: Horizon
) -> dict[SeriesId, list[float]]:
    """Return the plan series of every post and source, k€ per simulated year."""
    rows: dict[SeriesId, Key] = {
        ("kostenpost", post.id): ("bedrag", post.id, "kostenpost", "", post.programma) for post in posts.values()
    }
    rows |= {("dekkingsbron", ident): key_of("bedrag", ident, "dekkingsbron") for ident in sources}
    known_rows = set(rows.values())
    for key in cells.keys("bedrag"):
        if key not in known_rows:
            cells.absent(key[2], key[1])
    return {series: _amounts(cells, key, horizon) for series, key in rows.items()}


def _amounts(cells: InputCells, key: Key, horizon: Horizon) -> list[float]:
    if key not in cells.page.rows:
        cells.absent(*key)
        return [0.0] * len(horizon.simulated)
    return [cells.number(key, int(year), _AMOUNT) for year in horizon.simulated]


def money_of_rijk(cells: InputCells, key: Key, horizon: Horizon) -> list[float]:
    """Return the money of the Rijk in the dataset itself, k€ per year of the horizon."""
    return [cells.number(key, year, Number()) for year in horizon.years]


__all__ = ["money_of_rijk", "parameters_of", "posts_of", "series_of", "shares_of", "sources_of"]
