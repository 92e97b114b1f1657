"""Changed inputs of a workbook as measures: parameters, rates, shares and keys first, then amounts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.baseline import Dekkingsbron, Kostenpost
from model.errors import Place
from model.io.excel.draft import indexed
from model.io.excel.returned.changes import Change, Findings
from model.io.excel.returned.contents import AMOUNT
from model.io.excel.returned.handed import Handed
from model.io.excel.sheets.invoer import YES
from model.io.excel.sheets.registers import NO_LIMIT
from model.ledger import Kind, Plan
from model.measures import Measure
from model.measures.amounts import Mutatie
from model.measures.attributes import Kenmerk
from model.measures.fields import Selection, YearAmounts
from model.measures.rules import Aandelen, ParameterWaarde, Sleutel
from model.measures.values import LEEG
from model.parameters import INDEX, INDEX_BBP
from model.scenario import Scenario, Step
from model.text import Text
from model.words import BESLUITSTATUSSEN

BY = Text("Werkmap {file}: {label}", "Workbook {file}: {label}")
_CELLS = Text("Gewijzigd in {cells}", "Changed in {cells}")
_REST = Text("{name} (afronding)", "{name} (rounding)")
_SHARES = Text("aandelen {key}", "shares {key}")
_STATUS = "voorstel"
_WHOLE = ("doorlooptijd", "levensduur")
_EXACT = 1e-13
_DECIMALS = 16
_TOLD = 12  # cells named in an explanation

Groups = Mapping[tuple[str, ...], list[Change]]


def scenario_with(handed: Handed, scenario: Scenario, changes: Sequence[Change], findings: Findings) -> Scenario:
    """Return the scenario that was handed out with the changes after its own measures."""
    scenario = _counting(scenario, changes)
    for change in changes:
        if change.key[:2] == ("scenario", "begrotingsjaar"):
            scenario = replace(scenario, begrotingsjaar=int(change.new))
    start = len(scenario.steps) + 1
    steps = tuple(
        Step(Place(handed.file, path=f"maatregel {number} ({measure.soort})"), measure)
        for number, measure in enumerate(_measures(handed, scenario, changes, findings), start=start)
    )
    return replace(scenario, steps=(*scenario.steps, *steps))


def _counting(scenario: Scenario, changes: Sequence[Change]) -> Scenario:
    changed = {change.key[1]: change.new == YES for change in changes if change.key[0] == "telt-mee"}
    counted = {status: status in scenario.counts for status in BESLUITSTATUSSEN} | changed
    if not changed:
        return scenario
    return replace(scenario, telt_mee=tuple(status for status, yes in counted.items() if yes))


def _measures(handed: Handed, scenario: Scenario, changes: Sequence[Change], findings: Findings) -> Iterator[Measure]:
    groups: dict[str, dict[tuple[str, ...], list[Change]]] = defaultdict(lambda: defaultdict(list))
    for change in changes:
        groups[change.key[0]][_owner(change)].append(change)
    plan = handed.draft.plan
    for (ident,), found in groups["parameter"].items():
        yield _parameter(handed, scenario, ident, found, findings)
    for name in ("rekenwaarde", "dekkingsbron"):
        for (ident,), found in groups[name].items():
            yield _rates(handed, name, ident, found)
    for (key,), found in groups["aandeel"].items():
        yield _shares(handed, plan, key, found)
    for (ident,), found in groups["kostenpost"].items():
        yield from _keys(handed, ident, found)
    for (ident, kind), found in groups[AMOUNT].items():
        yield from _amounts(handed, plan, kind, ident, found)


def _owner(change: Change) -> tuple[str, ...]:
    return (change.key[1], change.key[2]) if change.key[0] == AMOUNT else (change.key[1],)


def _common(handed: Handed, label: str, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the fields that say where a measure comes from."""
    cells = ", ".join(change.said.partition(" · ")[0] for change in changes[:_TOLD])
    more = f" … ({len(changes)})" if len(changes) > _TOLD else ""
    return {
        "naam": BY.say(handed.language, file=handed.file, label=label or "?"),
        "toelichting": _CELLS.say(handed.language, cells=cells + more),
        "status": _STATUS,
    }


def _parameter(
    handed: Handed, scenario: Scenario, ident: str, changes: Sequence[Change], findings: Findings
) -> ParameterWaarde:
    plan = handed.draft.plan
    common = _common(handed, changes[0].label, changes)
    old = plan.parameters.get(ident)
    if not isinstance(changes[0].column, int):
        if old is not None and old.distribution is not None:
            findings.notice("terug-verdeling-vervalt", changes[0].said, found=f"‘{old.naam}’")
        return ParameterWaarde(parameter=ident, waarde=float(changes[0].new), **common)
    new = {change.column: float(change.new) for change in changes}
    horizon, steps = plan.horizon, list[tuple[int, float]]()
    for year in range(min(year for year in new if isinstance(year, int)), horizon.last + 1):
        value = new.get(year, math.nan if old is None else old.row(year).waarde)
        if not steps or steps[-1][1] != value:
            steps.append((year, value))
    later = later_years(plan, ident, scenario.begrotingsjaar)
    if old is not None and any(old.row(year).waarde != steps[-1][1] for year in later):
        findings.refuse("terug-na-horizon", changes[-1].said, found=ident, first=later.start)
    return ParameterWaarde(parameter=ident, waarden=YearAmounts(tuple(steps)), eerder_behouden=True, **common)


def later_years(plan: Plan, ident: str, begrotingsjaar: int | None) -> range:
    """Return the years after the horizon in which a parameter still counts: up to the last price level it leads to."""
    owners: tuple[Kostenpost | Dekkingsbron, ...] = (*plan.posts.values(), *plan.sources.values())
    last = plan.horizon.last
    levels = [owner.prijspeil or last for owner in owners if indexed(owner) and ident in _price(owner)]
    if ident == INDEX_BBP:
        levels.append(plan.begrotingsjaar(begrotingsjaar))
    return range(last + 1, max(levels, default=last) + 1)


def _price(owner: Kostenpost | Dekkingsbron) -> tuple[object, ...]:
    return f"{INDEX}{owner.index}", getattr(owner, "compensatie", None)


def _rates(handed: Handed, name: str, ident: str, changes: Sequence[Change]) -> Kenmerk:
    column = "kostenpost" if name == "rekenwaarde" else name
    values: dict[str, Any] = {str(change.column): LEEG if change.new == NO_LIMIT else change.new for change in changes}
    whole = {key: int(value) for key, value in values.items() if key in _WHOLE and value != LEEG}
    selection = Selection(((column, (ident,)),))
    return Kenmerk(betreft=selection, **(values | whole), **_common(handed, changes[0].label, changes))


def _shares(handed: Handed, plan: Plan, key: str, changes: Sequence[Change]) -> Aandelen:
    new = dict(plan.keys[key]) | {change.key[3]: float(change.new) for change in changes}
    shares = {partij: share for partij, share in new.items() if share or partij in plan.keys[key]}
    label = _SHARES.say(handed.language, key=key)
    return Aandelen(sleutel=key, aandelen=shares, **_common(handed, label, changes))


def _keys(handed: Handed, ident: str, changes: Sequence[Change]) -> Iterator[Measure]:
    selection = Selection((("kostenpost", (ident,)),))
    for change in changes:
        common = _common(handed, change.label, [change])
        if change.column == "sleutel":
            yield Sleutel(betreft=selection, sleutel=str(change.new), **common)
        else:
            fields: dict[str, Any] = {str(change.column): change.new}
            yield Kenmerk(betreft=selection, **fields, **common)


def _amounts(handed: Handed, plan: Plan, kind: str, ident: str, changes: Sequence[Change]) -> Iterator[Mutatie]:
    """Yield what is added to a series: the differences, and where these are too coarse for a small amount the rest."""
    owner: Kind = "kostenpost" if kind == "kostenpost" else "dekkingsbron"
    old = plan.amounts(owner, ident)
    first: dict[int, float] = {}
    rest: dict[int, float] = {}
    for change in changes:
        year, new = int(change.column), float(change.new)
        stood = float(old[plan.horizon.at(year)])
        first[year] = difference(stood, new)
        missing = new - (stood + first[year])
        if abs(missing) > _EXACT * abs(new):
            rest[year] = missing
    fields = {kind: ident} | _common(handed, changes[0].label, changes)
    yield Mutatie(bedragen=_yearly(first), **fields)
    if rest:
        naam = _REST.say(handed.language, name=fields["naam"])
        yield Mutatie(bedragen=_yearly(rest), **(fields | {"naam": naam}))


def _yearly(amounts: Mapping[int, float]) -> YearAmounts:
    return YearAmounts(tuple(sorted(amounts.items())))


def difference(old: float, new: float) -> float:
    """Return what must be added to `old` to get `new`, as exactly as one number can and in as few decimals."""
    change = new - old
    for decimals in range(_DECIMALS):
        if old + round(change, decimals) == new:
            return round(change, decimals)
    near = (change, math.nextafter(change, math.inf), math.nextafter(change, -math.inf))
    return min(near, key=lambda each: abs(old + each - new))
