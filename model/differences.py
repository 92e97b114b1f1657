"""The inputs that differ between two results, in words: settings, measures, attributes, parameters, keys, origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from model.baseline import Amount, Baseline, Dekkingsbron, Kostenpost, Shares
from model.measures import Measure
from model.measures.description import changed, changes, described
from model.measures.fields import FieldSpec
from model.measures.measure import fields_of
from model.measures.wording import amount, filled, parameter_values
from model.parameters import Parameter
from model.result import Result
from model.scenario import Step
from model.schema import DEKKINGSBRONNEN, KOSTENPOSTEN
from model.text import LANGUAGES, Language, Text, same
from model.words import BESLUITSTATUSSEN

NOTHING = Text("niets: de invoer is gelijk", "nothing: the inputs are the same")


def input_differences(a: Result, b: Result, names: tuple[str, str] = ("A", "B")) -> list[Text]:
    """Return in words which inputs differ between two results: settings, measures, and what two datasets say.

    What measures change of a dataset is said with the measures. `names` are what the two go by.
    """
    found = [*_settings(a, b), *_measures(a, b, names)]
    one, other = a.plan.baseline, b.plan.baseline
    if one != other:
        found += _datasets(one, other)
        found += _attributes(one.posts, other.posts, names)
        found += _attributes(one.sources, other.sources, names)
        found += _parameters(one.parameters, other.parameters)
        found += _shares(same("verdeelsleutel"), one.keys, other.keys)
    return found or [NOTHING]


def _settings(a: Result, b: Result) -> Iterator[Text]:
    pairs = (
        (same("dataset"), same(a.plan.baseline.name), same(b.plan.baseline.name)),
        (same("horizon"), same(f"{a.years[0]}-{a.years[-1]}"), same(f"{b.years[0]}-{b.years[-1]}")),
        (Text("telt mee", "counts"), _statuses(a), _statuses(b)),
        (Text("begrotingsjaar", "budget year"), same(str(a.begrotingsjaar)), same(str(b.begrotingsjaar))),
    )
    for name, one, other in pairs:
        if one != other:
            yield filled("{name}: {one} → {other}", name=name, one=one, other=other)


def _statuses(result: Result) -> Text:
    counted = [BESLUITSTATUSSEN[status] for status in result.scenario.counts]
    return Text(*(", ".join(text.say(t) for text in counted) or "–" for t in LANGUAGES))


def _measures(a: Result, b: Result, names: tuple[str, str]) -> Iterator[Text]:
    """Yield measures of one soort about the same as a change, others as what only one of the two has."""
    mine, theirs = ([step.measure for step in result.scenario.steps] for result in (a, b))
    left = [step for step in b.scenario.steps if step.measure not in mine]
    for step in a.scenario.steps:
        if step.measure in theirs:
            continue
        like = [each for each in left if _replaces(step.measure, each.measure)]
        other = min(like, key=lambda each: each.cause != step.cause, default=None)
        if other is None or step.measure is None or other.measure is None:
            yield _only(names[0], step, a, names[1], b)
        else:
            left.remove(other)
            yield changed(other.measure.soort, fields_of(step.measure), fields_of(other.measure), b.plan)
    yield from (_only(names[1], step, b, names[0], a) for step in left)
    if [measure for measure in mine if measure in theirs] != [measure for measure in theirs if measure in mine]:
        yield Text("gedeelde maatregelen staan in een andere volgorde", "shared measures stand in another order")


def _replaces(one: Measure | None, other: Measure | None) -> bool:
    """Return whether two measures are of one soort about the same; each new post or source is one of its own."""
    if one is None or other is None or hasattr(one, "velden"):
        return False
    return (one.soort, one.subject) == (other.soort, other.subject)


def _only(name: str, step: Step, its: Result, elsewhere: str, other: Result) -> Text:
    """Return a measure that only one has; of a parameter also what it is in the other."""
    told = described(step.measure, its.plan) if step.measure is not None else same(step.cause)
    found = other.plan.parameters.get(str(getattr(step.measure, "parameter", "")))
    told = Text(f"alleen in {name}: {told.nl}", f"only in {name}: {told.en}")
    if found is None:
        return told
    return Text(*(f"{told.say(t)} (in {elsewhere} {parameter_values(found, t)})" for t in LANGUAGES))


def _attributes(
    a: Mapping[str, Kostenpost] | Mapping[str, Dekkingsbron],
    b: Mapping[str, Kostenpost] | Mapping[str, Dekkingsbron],
    names: tuple[str, str],
) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        if ident in a and ident in b:
            table = KOSTENPOSTEN if isinstance(a[ident], Kostenpost) else DEKKINGSBRONNEN
            declared = {c.name: FieldSpec(c.kind, c.meaning, c.unit) for c in table.columns}
            for told in changes(asdict(a[ident]), asdict(b[ident]), declared):
                yield filled("{naam}: {told}", naam=same(b[ident].naam), told=told)
        else:
            naam, name = (a[ident].naam, names[0]) if ident in a else (b[ident].naam, names[1])
            yield Text(f"{naam}: alleen in {name}", f"{naam}: only in {name}")


def _datasets(a: Baseline, b: Baseline) -> Iterator[Text]:
    """Yield what differs between two datasets beside what measures change: contributors, parties, origins."""
    yield from _shares(Text("bijdragen aan", "contributions to"), a.contributions, b.contributions)
    for ident in dict.fromkeys([*a.parties, *b.parties]):
        one, other = a.parties.get(ident), b.parties.get(ident)
        if one != other:
            told = [f"{partij.naam} ({partij.soort})" if partij else "–" for partij in (one, other)]
            yield same(f"partij {ident}: {told[0]} → {told[1]}")
    for ours, theirs in ((a.post_series, b.post_series), (a.source_series, b.source_series)):
        for ident in ours:
            changed = _origins(ours[ident], theirs.get(ident, ()))
            if changed:
                years = ", ".join(map(str, changed))
                yield Text(
                    f"{ident}: andere status of herkomst in {years}", f"{ident}: another status or origin in {years}"
                )


def _shares(what: Text, a: Mapping[str, Shares], b: Mapping[str, Shares]) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        one, other = (shares.get(ident, {}) for shares in (a, b))
        moved = [p for p in dict.fromkeys([*one, *other]) if one.get(p, 0.0) != other.get(p, 0.0)]
        if moved:
            yield Text(*(f"{what.say(t)} {ident}: {_moves(moved, one, other, t)}" for t in LANGUAGES))


def _moves(moved: Sequence[str], one: Shares, other: Shares, language: Language) -> str:
    shares = [[amount(each.get(p, 0.0), "fractie", language) for each in (one, other)] for p in moved]
    return ", ".join(f"{p} {was} → {now}" for p, (was, now) in zip(moved, shares, strict=True))


def _origins(ours: Sequence[Amount], theirs: Sequence[Amount]) -> list[int]:
    """Return the years of which both have an amount with another status, phase or reference."""
    found = {amount.jaar: (amount.status, amount.stand, amount.referentie) for amount in theirs}
    return [a.jaar for a in ours if a.jaar in found and found[a.jaar] != (a.status, a.stand, a.referentie)]


def _parameters(a: Mapping[str, Parameter], b: Mapping[str, Parameter]) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        one, other = a.get(ident), b.get(ident)
        naam = other.naam if other is not None else one.naam if one is not None else ident
        told = [[parameter_values(found, t) if found else "–" for t in LANGUAGES] for found in (one, other)]
        if told[0] != told[1]:
            yield Text(*(f"{naam}: {was} → {now}" for was, now in zip(*told, strict=True)))
