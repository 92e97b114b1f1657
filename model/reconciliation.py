"""Checks a dataset against what publications state: control totals, and the share of euros per status.

Source: contract, section 4 (`dekking check`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.baseline import Amount, Baseline, Controletotaal, Dekkingsbron, Kostenpost, Series
from model.errors import Problem, known, shown
from model.factors import Floats
from model.ledger import EXTENSION, Kind, Plan, open_plan
from model.parameters import INDEX_BBP
from model.tables import Line, Prices, Table
from model.text import LANGUAGES, Text, number, percent, same
from model.words import BESLUITSTATUSSEN, EXTRAPOLATED, EXTRAPOLATION, STATUSSEN, TOETSEN, WITH_REFERENCE

# k€; published totals are rounded to thousands of euros or coarser.
TOLERANCE = 0.5


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A control total and what the dataset's rows add up to, k€."""

    control: Controletotaal
    found: float

    @property
    def difference(self) -> float:
        """Return the dataset's total less the stated one."""
        return self.found - self.control.bedrag

    @property
    def agrees(self) -> bool:
        """Return whether the dataset meets the stated total."""
        return {
            "gelijk": abs(self.difference) <= TOLERANCE,
            "minstens": self.difference >= -TOLERANCE,
            "hoogstens": self.difference <= TOLERANCE,
        }[self.control.toets]

    def say(self) -> Text:
        """Return the comparison in words."""
        toets = TOETSEN[self.control.toets]
        nl, en = (
            f"{self.control.jaar} {self.control.naam}: {number(self.found, lang)}, {toets.say(lang)}"
            f" {number(self.control.bedrag, lang)}"
            for lang in ("nl", "en")
        )
        if self.agrees:
            return Text(f"sluit aan · {nl}", f"reconciles · {en}")
        return Text(
            f"SLUIT NIET AAN · {nl}; verschil {number(self.difference, 'nl')}",
            f"DOES NOT RECONCILE · {en}; difference {number(self.difference, 'en')}",
        )


def criteria(selectie: str) -> dict[str, tuple[str, ...]]:
    """Return the columns and values that a control total selects by: `kolom=waarde|waarde; kolom=waarde`."""
    pairs = (part.partition("=") for part in selectie.split(";") if part.strip())
    return {name.strip(): tuple(value.strip() for value in values.split("|")) for name, _, values in pairs}


def selection_problems(control: Mapping[str, object]) -> Iterator[Problem]:
    """Yield columns in a control total's selection that its table's owners do not have."""
    owner = Kostenpost if control["tabel"] == "kostenreeksen" else Dekkingsbron
    columns = list(owner.__dataclass_fields__)
    for name in criteria(str(control["selectie"])):
        if name not in columns:
            yield Problem("kolom-onbekend", "selectie", {"found": shown(name), "expected": known(columns, name)})


def reconcile(baseline: Baseline) -> list[Reconciled]:
    """Return every control total with what the dataset says."""
    return [Reconciled(control, sum(selected(baseline, control).values())) for control in baseline.controls]


def selected(baseline: Baseline, control: Controletotaal) -> dict[str, float]:
    """Return the posts or sources that a control total selects, each with its amount of the year, k€."""
    posts = control.tabel == "kostenreeksen"
    owners: Mapping[str, Kostenpost | Dekkingsbron] = baseline.posts if posts else baseline.sources
    series = baseline.post_series if posts else baseline.source_series
    wanted = criteria(control.selectie)
    chosen = [o for o in owners.values() if all(str(getattr(o, name)) in values for name, values in wanted.items())]
    return {o.id: sum(amount.bedrag for amount in series[o.id] if amount.jaar == control.jaar) for o in chosen}


def status_tables(baseline: Baseline) -> list[Table]:
    """Return, for costs and for money, the share of euros of each status per year of the default horizon."""
    plan = open_plan(baseline)
    costs = Text("Kosten: aandeel van de euro's per status", "Costs: share of euros per status")
    counted = ", ".join(BESLUITSTATUSSEN)
    money = Text(
        f"Dekking ({counted}): aandeel van de euro's per status",
        f"Money ({', '.join(text.en for text in BESLUITSTATUSSEN.values())}): share of euros per status",
    )
    return [_shares(plan, costs, "kostenpost"), _shares(plan, money, "dekkingsbron")]


def provenance(baseline: Baseline, prices: Prices) -> Text:
    """Return in a sentence how much of a dataset is published or derived, and where published figures show."""
    plan = open_plan(baseline)
    costs, money = (_published(plan, series) for series in (baseline.post_series, baseline.source_series))
    first, last = plan.horizon.first, plan.horizon.last
    shares = {language: (percent(costs, language), percent(money, language)) for language in LANGUAGES}
    said = Text(
        f"Dataset {baseline.name}, {first}-{last}: van de kosten is {shares['nl'][0]} en van het geld {shares['nl'][1]}"
        " van de euro's gepubliceerd of daaruit afgeleid; de rest is aanname (dekking check zegt het per jaar).",
        f"Dataset {baseline.name}, {first}-{last}: {shares['en'][0]} of the euros of costs and {shares['en'][1]} of the"
        " euros of money is published or derived from that; the rest is assumed (dekking check says so per year).",
    )
    if prices == "lopend" or INDEX_BBP not in plan.parameters:
        return said
    return Text(
        f"{said.nl} De tabellen staan in constante prijzen; gepubliceerde bedragen herkent u met --prijzen lopend.",
        f"{said.en} Tables are in constant prices; published amounts show with --prijzen lopend.",
    )


def _published(plan: Plan, series: Series) -> float:
    """Return the share of all euros over the horizon, extended ones included, that is published or derived."""
    kind: Kind = "kostenpost" if series is plan.baseline.post_series else "dekkingsbron"
    given = [a for amounts in series.values() for a in amounts if a.jaar in plan.horizon]
    sure = sum(amount.bedrag for amount in given if amount.status in WITH_REFERENCE)
    whole = sum(float(plan.amounts(kind, ident).sum()) for ident in series)
    return sure / whole if whole > 0 else 0.0


def _shares(plan: Plan, title: Text, kind: str) -> Table:
    series = plan.baseline.post_series if kind == "kostenpost" else plan.baseline.source_series
    statuses = [*STATUSSEN, EXTRAPOLATED]
    totals = {status: plan.zeros() for status in statuses}
    for ident, amounts in series.items():
        for amount in amounts:
            if amount.jaar in plan.horizon:
                totals[amount.status][plan.horizon.at(amount.jaar)] += amount.bedrag
        totals[EXTRAPOLATED] += _extended(plan, kind, ident)
    lead = plan.horizon.lead
    whole = np.sum(list(totals.values()), axis=0)[lead:]
    lines = [
        Line(_label(status), _part(totals[status][lead:], whole), unit="share", about=("status", kind, status))
        for status in statuses
    ]
    lines.append(Line(Text("totaal, x € 1.000", "total, x € 1,000"), whole, "sum", about=("gegevens", kind)))
    caption = Text(
        "aandeel in de bedragen zoals opgegeven, elk in het eigen prijspeil",
        "share of amounts as given, each at its own price level",
    )
    return Table(title, caption, tuple(same(str(year)) for year in plan.horizon.years), tuple(lines))


def _extended(plan: Plan, kind: str, ident: str) -> Floats:
    key = ("kostenpost", ident) if kind == "kostenpost" else ("dekkingsbron", ident)
    mutations = plan.series[key].mutations  # type: ignore[index]
    return sum((m.amounts for m in mutations if m.cause == EXTENSION), plan.zeros())


def _label(status: str) -> Text:
    return EXTRAPOLATION if status == EXTRAPOLATED else STATUSSEN[status]


def _part(amounts: Floats, whole: Floats) -> Floats:
    return np.where(whole > 0, amounts / np.where(whole > 0, whole, 1.0), np.nan)


def parameter_statuses(baseline: Baseline) -> Text:
    """Return in a sentence how many values of parameters have each status."""
    rows = [row for parameter in baseline.parameters.values() for row in parameter.rows]
    counts = {status: sum(row.status == status for row in rows) for status in STATUSSEN}
    nl, en = (
        ", ".join(f"{count} {STATUSSEN[status].say(language)}" for status, count in counts.items() if count)
        for language in LANGUAGES
    )
    return Text(f"Waarden van parameters: {nl}", f"Values of parameters: {en}")


def given(series: Mapping[str, Sequence[Amount]]) -> int:
    """Return how many amounts a set of series holds."""
    return sum(len(amounts) for amounts in series.values())
