"""Checks on what a post, source or key says of itself: rates and their parameters, index and price level, shares.

They serve the rows of a dataset, the `velden` of `nieuwe_post` and `nieuwe_bron`, the measures that change them, and
every later change of a parameter. Source: model, section 1 (ranges); contract, section 1 (rate-like columns).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from model.baseline import Dekkingsbron, Kostenpost
from model.errors import Problem, figure, known, shown
from model.kinds import UNREAD
from model.parameters import INDEX, NO_INDEX, Parameter, fits, fixed_kind
from model.quantities import Number, Rate, Whole
from model.schema import INVESTERING, INVESTMENT_ONLY, RATES, SHARE_TOLERANCE
from model.text import LANGUAGES, Text, percent
from model.words import BEHEER, KOSTENSOORTEN

# A parameter whose rows could not all be read is known, but not checked any further.
Parameters = Mapping[str, Parameter | None]
# A column that a parameter stands in: its kind, its name, and the post or source.
User = tuple[Rate, str, str]

_OWNERS = {
    BEHEER: Text("kostenposten van kostensoort beheer", "posts of kostensoort beheer"),
    INVESTERING: Text("kostenposten van kostensoort doorontwikkeling of vernieuwing", "investment posts"),
}


def attribute_problems(values: Mapping[str, object], parameters: Parameters | None) -> Iterator[Problem]:
    """Yield what is wrong with the fields of one post or source; `values` by column, unread ones as `UNREAD`.

    `parameters` is `None` where it cannot be known which exist.
    """
    wrong = list(_misplaced_problems(values))
    yield from wrong
    if parameters is None:
        return
    elsewhere = {problem.field for problem in wrong}
    yield from rate_problems({name: value for name, value in values.items() if name not in elsewhere}, parameters)
    yield from _index_problems(values, parameters)


def _misplaced_problems(values: Mapping[str, object]) -> Iterator[Problem]:
    kostensoort = values.get("kostensoort")
    if kostensoort not in KOSTENSOORTEN:
        return
    filled = [name for name, value in values.items() if value not in (None, UNREAD)]
    for name, expected in misplaced(str(kostensoort), filled):
        found = {"found": name, "expected": expected, "owner": _THIS_POST, "kostensoort": kostensoort}
        yield Problem("veld-niet-hier", name, found | {"change": Text("de kostensoort", "the kostensoort")})


_ONLY = {name: rate.only for name, rate in RATES.items() if rate.only} | dict.fromkeys(INVESTMENT_ONLY, INVESTERING)
_THIS_POST = Text("deze kostenpost", "this post")


def misplaced(kostensoort: str, names: Iterable[str]) -> Iterator[tuple[str, Text]]:
    """Yield each of the columns `names` that posts of a kostensoort may not fill, with which posts may."""
    group = BEHEER if kostensoort == BEHEER else INVESTERING
    for name in names:
        if _ONLY.get(name, group) != group:
            yield name, _OWNERS[_ONLY[name]]


def rate_problems(values: Mapping[str, object], parameters: Parameters) -> Iterator[Problem]:
    """Yield each parameter in a rate-like column that does not exist, or may not or cannot stand there."""
    for name, rate in RATES.items():
        value = values.get(name)
        if isinstance(value, str):
            yield from _parameter_problems(name, value, rate.kind, parameters)


def _parameter_problems(name: str, ident: str, kind: Rate, parameters: Parameters) -> Iterator[Problem]:
    if ident not in parameters:
        values = {"found": shown(ident), "table": "parameters", "expected": known(parameters, ident)}
        yield Problem("verwijzing-onbekend", name, values)
        return
    parameter = parameters[ident]
    if parameter is None:
        return
    if parameter.by_year and not kind.by_year:
        yield Problem("parameter-per-jaar", name, {"found": shown(ident)})
    elif any(not fits(kind.number, row.waarde) for row in parameter.rows):
        yield Problem("waarde-fout", name, {"found": _values(parameter), "expected": kind.number.bounds})


def _values(parameter: Parameter) -> Text:
    values = [figure(row.waarde) for row in parameter.rows]
    nl, en = ("; ".join(value.say(language) for value in values) for language in LANGUAGES)
    return Text(f"{parameter.id} = {nl}", f"{parameter.id} = {en}")


def _index_problems(values: Mapping[str, object], parameters: Parameters) -> Iterator[Problem]:
    index = values.get("index")
    if not isinstance(index, str) or index == NO_INDEX:
        return
    if INDEX + index not in parameters:
        names = [ident.removeprefix(INDEX) for ident in parameters if ident.startswith(INDEX)]
        yield Problem("index-onbekend", "index", {"found": index, "expected": known(names, index)})
    elif values.get("prijspeil") is None:
        yield Problem("prijspeil-nodig", "prijspeil", {"found": shown(index)})


def share_problems(owner: object, parts: Iterable[float], field: str) -> Iterator[Problem]:
    """Yield that the shares of a distribution key, or of who fills a source, do not add up to 1."""
    total = sum(parts)
    if abs(total - 1) > SHARE_TOLERANCE:
        shares = Text(*(percent(total, language, 2) for language in LANGUAGES))
        yield Problem("aandelen-som", field, {"found": owner, "total": figure(total, precision=12), "percent": shares})


def users_problems(parameter: Parameter, owners: Iterable[Kostenpost | Dekkingsbron], field: str) -> Iterator[Problem]:
    """Yield the values of `parameter` that break the bounds of a post or source, each at the first that uses it."""
    users = users_of(owners).get(parameter.id, [])
    if parameter.by_year and not all(kind.by_year for kind, _, _ in users):
        yield Problem("parameter-per-jaar", field, {"found": shown(parameter.id)})
        return
    for row in parameter.rows:
        for kind, name, owner in users:
            if not fits(kind.number, row.waarde):
                values = {"parameter": parameter.id, "found": figure(row.waarde), "column": name, "owner": owner}
                at = field if row.jaar is None else f"{field}.{row.jaar}"
                yield Problem("parameter-bereik", at, values | {"expected": kind.number.bounds})
                break


def allowed(ident: str, users: Mapping[str, Sequence[User]]) -> Number:
    """Return what a parameter may be: by its fixed meaning and by each column of a post or source that it is in."""
    fixed = fixed_kind(ident)
    kinds = [*([fixed] if fixed else []), *(kind.number for kind, _, _ in users.get(ident, ()))]
    make = Whole if any(isinstance(kind, Whole) for kind in kinds) else Number
    return make(
        low=max((kind.low for kind in kinds), default=-inf),
        above=max((kind.above for kind in kinds), default=-inf),
        high=min((kind.high for kind in kinds), default=inf),
    )


def users_of(owners: Iterable[Kostenpost | Dekkingsbron]) -> dict[str, list[User]]:
    """Return for each parameter in use the columns that it stands in."""
    found: dict[str, list[User]] = {}
    for owner in owners:
        for name, rate in RATES.items():
            ident = getattr(owner, name, None)
            if isinstance(ident, str):
                found.setdefault(ident, []).append((rate.kind, name, owner.id))
    return found
