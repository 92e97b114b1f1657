"""Where the value of a parameter comes from: the dataset's, and the measures that set another one."""

from __future__ import annotations

from collections.abc import Iterator

from model.baseline import Dekkingsbron, Kostenpost
from model.explanation.asked import Asked
from model.explanation.origin import measure_origin, parameter_origin
from model.explanation.steps import FOLLOWS
from model.explanation.terms import About, Block, Explanation, Fact, Shown, Term
from model.measures.wording import amount
from model.parameters import INDEX, Parameter
from model.schema import RATES
from model.text import LANGUAGES, Text, same

DATASET, PLAN = "dataset", "plan"
_ALL_YEARS, _FROM = Text("alle jaren", "all years"), Text("vanaf {year}", "from {year}")
_VALUE = Text("waarde in de dataset", "value in the dataset")
_MEASURE = Text("maatregel: {cause}", "measure: {cause}")
_USED, _SPREAD = Text("gebruikt bij", "used by"), Text("onzekerheid", "uncertainty")
_RANGE = Text("{verdeling}: {laag} tot {hoog}", "{verdeling}: {laag} to {hoog}")


def explain_parameter(asked: Asked, ident: str, of: str = PLAN) -> Explanation:
    """Return on what the value of a parameter rests, in the dataset or in the plan of the scenario."""
    plan = asked.result.plan
    given = plan.baseline.parameters.get(ident)
    parameter = plan.parameters[ident] if of == PLAN or given is None else given
    unit, value = _shown(parameter), _at(parameter, asked.year)
    terms = [] if given is None else [_stated(given, asked.year, unit)]
    if parameter is not given:
        terms += _chosen(asked, ident, value, unit)
    title = same(parameter.naam)
    block = Block(FOLLOWS, tuple(terms))
    about: About = ("parameter", ident, of)
    facts = (*_spread(parameter), *_used(asked, ident))
    when = _when(parameter, asked.year)
    return Explanation(about, asked.year, title, value, unit, _unit(parameter), None, (block,), facts, when=when)


def _shown(parameter: Parameter) -> Shown:
    if parameter.eenheid.startswith("fractie"):
        return "fraction"
    return "year" if parameter.eenheid == "jaar" and parameter.value > 1000 else "ratio"


def _unit(parameter: Parameter) -> Text:
    return same(parameter.eenheid.removeprefix("fractie").strip() or parameter.id)


def _at(parameter: Parameter, year: int) -> float:
    return parameter.row(year).waarde if parameter.by_year else parameter.value


def _when(parameter: Parameter, year: int) -> Text:
    row = parameter.row(year) if parameter.by_year else parameter.rows[0]
    return _ALL_YEARS if row.jaar is None else _FROM.filled(year=row.jaar)


def _stated(given: Parameter, year: int, unit: Shown) -> Term:
    when = _when(given, year)
    label = Text(*(f"{_VALUE.say(t)}, {when.say(t)}" for t in LANGUAGES))
    return Term(label, _at(given, year), unit, "", origin=parameter_origin(given, year if given.by_year else None))


def _chosen(asked: Asked, ident: str, value: float, unit: Shown) -> Iterator[Term]:
    """Yield the last measure that sets the parameter, with the value that holds because of it."""
    scenario = asked.result.scenario
    setting = [step.cause for step in scenario.steps if getattr(step.measure, "parameter", None) == ident]
    for cause in setting[-1:]:
        label = _MEASURE.filled(cause=cause)
        yield Term(label, value, unit, "=", origin=measure_origin(scenario, cause))


def _spread(parameter: Parameter) -> Iterator[Fact]:
    spread = parameter.distribution
    if spread is not None:
        ends = {t: [amount(each, parameter.eenheid, t) for each in (spread.laag, spread.hoog)] for t in LANGUAGES}
        words = (_RANGE.say(t, verdeling=spread.verdeling, laag=ends[t][0], hoog=ends[t][1]) for t in LANGUAGES)
        yield _SPREAD, Text(*words)


def _used(asked: Asked, ident: str) -> Iterator[Fact]:
    """Yield the posts and sources that use the parameter."""
    plan = asked.result.plan
    owners: list[Kostenpost | Dekkingsbron] = [*plan.posts.values(), *plan.sources.values()]
    for owner in owners:
        columns = [name for name in RATES if getattr(owner, name, None) == ident]
        if columns or (owner.index is not None and f"{INDEX}{owner.index}" == ident):
            told = f"{owner.naam} ({', '.join(columns or ['index'])})"
            yield _USED, same(told)
