"""The inputs that differ between two results, in words: settings, measures, attributes, parameters, keys, origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from model.baseline import Amount, Baseline, Dekkingsbron, Kostenpost, Shares
from model.measures.description import described
from model.parameters import Parameter
from model.result import Result
from model.scenario import Scenario, Step
from model.text import Text, same

_NOTHING = Text("niets: de invoer is gelijk", "nothing: the inputs are the same")


def input_differences(a: Result, b: Result) -> list[Text]:
    """Return in words which inputs differ between two results: settings, measures, attributes, parameters, keys."""
    found = [*_settings(a, b), *_measures(a.scenario, b.scenario), *_datasets(a.plan.baseline, b.plan.baseline)]
    found += _attributes(a.plan.posts, b.plan.posts)
    found += _attributes(a.plan.sources, b.plan.sources)
    found += _parameters(a.plan.parameters, b.plan.parameters)
    found += _shares(same("verdeelsleutel"), a.plan.keys, b.plan.keys)
    return found or [_NOTHING]


def _settings(a: Result, b: Result) -> Iterator[Text]:
    pairs = (
        (same("dataset"), a.plan.baseline.name, b.plan.baseline.name),
        (same("horizon"), f"{a.years[0]}-{a.years[-1]}", f"{b.years[0]}-{b.years[-1]}"),
        (Text("telt mee", "counts"), ", ".join(a.scenario.counts), ", ".join(b.scenario.counts)),
        (same("begrotingsjaar"), str(a.begrotingsjaar), str(b.begrotingsjaar)),
    )
    for name, one, other in pairs:
        if one != other:
            yield Text(f"{name.nl}: {one} → {other}", f"{name.en}: {one} → {other}")


def _measures(a: Scenario, b: Scenario) -> Iterator[Text]:
    mine, theirs = ([step.measure for step in scenario.steps] for scenario in (a, b))
    for step in a.steps:
        if step.measure not in theirs:
            yield _only("A", step)
    for step in b.steps:
        if step.measure not in mine:
            yield _only("B", step)
    shared_a = [measure for measure in mine if measure in theirs]
    shared_b = [measure for measure in theirs if measure in mine]
    if shared_a != shared_b:
        yield Text("gedeelde maatregelen staan in een andere volgorde", "shared measures stand in another order")


def _only(mark: str, step: Step) -> Text:
    told = described(step.measure) if step.measure is not None else same(step.cause)
    return Text(f"alleen in {mark}: {told.nl}", f"only in {mark}: {told.en}")


def _attributes(
    a: Mapping[str, Kostenpost] | Mapping[str, Dekkingsbron], b: Mapping[str, Kostenpost] | Mapping[str, Dekkingsbron]
) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        if ident not in b:
            yield Text(f"{ident}: alleen in A", f"{ident}: only in A")
        elif ident not in a:
            yield Text(f"{ident}: alleen in B", f"{ident}: only in B")
        else:
            for field in fields(a[ident]):
                one, other = getattr(a[ident], field.name), getattr(b[ident], field.name)
                if one != other:
                    yield same(f"{ident}, {field.name}: {_shown(one)} → {_shown(other)}")


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
            told = ", ".join(f"{p} {one.get(p, 0.0):g} → {other.get(p, 0.0):g}" for p in moved)
            yield Text(f"{what.nl} {ident}: {told}", f"{what.en} {ident}: {told}")


def _origins(ours: Sequence[Amount], theirs: Sequence[Amount]) -> list[int]:
    """Return the years of which both have an amount with another status, phase or reference."""
    found = {amount.jaar: (amount.status, amount.stand, amount.referentie) for amount in theirs}
    return [a.jaar for a in ours if a.jaar in found and found[a.jaar] != (a.status, a.stand, a.referentie)]


def _shown(value: object) -> str:
    return (
        "|".join(map(str, value)) if isinstance(value, tuple) and value else "–" if value in (None, ()) else str(value)
    )


def _parameters(a: Mapping[str, Parameter], b: Mapping[str, Parameter]) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        one, other = (_values(found.get(ident)) for found in (a, b))
        if one != other:
            yield Text(f"parameter {ident}: {one} → {other}", f"parameter {ident}: {one} → {other}")


def _values(parameter: Parameter | None) -> str:
    if parameter is None:
        return "–"
    if not parameter.by_year:
        return f"{parameter.value:g}"
    return ", ".join(f"{row.jaar}: {row.waarde:g}" for row in parameter.rows)
