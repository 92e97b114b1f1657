"""Indicators (kerncijfers): each declared once, with its definition, unit and meaning. Source: model, section 4.

All are computed on a batch: arrays of shape (draw, group, year), the groups being everything and then each programma.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from model.batch import Sums
from model.factors import Floats
from model.grid import Context
from model.text import Text

# Denominators below this, k€, count as 0.
TINY = 1e-6
# k€; a tekort up to this is a rounding difference.
VISIBLE = 0.5

KEUR, SHARE, FACTOR, YEARS, YEAR = "k€", "aandeel", "factor", "jaren", "jaar"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What indicators are made of: sums per group and year, money over sources, and the context of the plan."""

    sums: Sums
    context: Context

    def of(self, name: str) -> Floats:
        """Return a sum for everything and per programma, shape (draw, group, year)."""
        part = self.sums.part(name)
        return np.concatenate([part.sum(axis=1, keepdims=True), part], axis=1)


Formula = Callable[[Inputs], Floats]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: per year (draw, group, year), or over the horizon (draw, group) where `horizon`.

    `real` ones are at the posts' own prijspeil; `total` ones exist for everything only.
    """

    id: str
    naam: Text
    meaning: Text
    unit: str
    formula: Formula
    horizon: bool = False
    total: bool = False
    real: bool = False


def _sum(name: str) -> Formula:
    return lambda inputs: inputs.of(name)


def _over_sources(name: str) -> Formula:
    return lambda inputs: inputs.sums.part(name)[:, None, :]


def ratio(part: Floats, whole: Floats, empty: float) -> Floats:
    """Return part / whole, and `empty` where the whole is (nearly) 0."""
    none = whole < TINY
    return np.where(none, empty, part / np.where(none, 1.0, whole))


def _share_of_dekking(name: str) -> Formula:
    return lambda inputs: ratio(inputs.of(name), inputs.of("dekking"), 0.0)


def _dekkingsgraad(inputs: Inputs) -> Floats:
    return ratio(inputs.of("gedekt"), inputs.of("behoefte"), 1.0)


def _saldo(inputs: Inputs) -> Floats:
    return np.minimum(inputs.of("structurele_dekking") - inputs.of("structurele_lasten"), 0.0)


def _terugval(inputs: Inputs) -> Floats:
    tekort = inputs.of("tekort")
    return np.maximum(0.0, np.diff(tekort, axis=2, prepend=tekort[:, :, :1]))


def _grootste_terugval(inputs: Inputs) -> Floats:
    """Return the largest terugval in the year it falls in, and not-a-number in every other year."""
    terugval = _terugval(inputs)
    return np.where(np.arange(terugval.shape[2]) == first_largest(terugval)[..., None], terugval, np.nan)


def first_largest(values: Floats) -> NDArray[np.intp]:
    """Return the position of the largest value on the last axis: the first of those that differ less than `TINY`."""
    return np.asarray((values >= values.max(axis=-1, keepdims=True) - TINY).argmax(axis=-1))


def _kadereffect(inputs: Inputs) -> Floats:
    return (inputs.sums.part("geld_rijk") - inputs.context.baseline_rijk)[:, None, :]


def _deflator(inputs: Inputs) -> Floats:
    draws, _, _, years = inputs.sums.sums.shape
    return np.broadcast_to(inputs.context.deflator, (draws, years))[:, None, :]


def _contante_waarde(inputs: Inputs) -> Floats:
    return np.asarray((inputs.of("tekort") / inputs.context.discount[:, None, :]).sum(axis=2))


def _vertraging(inputs: Inputs) -> Floats:
    return ratio(inputs.of("achterstand").sum(axis=2), inputs.of("gepland").sum(axis=2), 0.0)


def _achterstand_einde(inputs: Inputs) -> Floats:
    return inputs.of("achterstand_nominaal")[:, :, -1]


def _eerste_tekortjaar(inputs: Inputs) -> Floats:
    """Return how many years into the horizon the first tekort falls, not-a-number where there is none."""
    short = inputs.of("tekort") > VISIBLE
    return np.where(short.any(axis=2), short.argmax(axis=2).astype(float), np.nan)


_ALL = (
    Indicator("behoefte", Text("Behoefte", "Need"), Text("wat programma's in het jaar kosten", "what programmes cost in the year"), KEUR, _sum("behoefte")),
    Indicator("dekking", Text("Dekking", "Cover"), Text("wat bronnen daarvan betalen", "what sources pay of it"), KEUR, _sum("dekking")),
    Indicator("tekort", Text("Tekort", "Shortfall"), Text("wat een jaar vraagt en niemand betaalt", "what a year asks and nobody pays"), KEUR, _sum("tekort")),
    Indicator("inhaal", Text("Ingehaald werk", "Work caught up"), Text("betaald werk uit eerdere jaren", "work of earlier years that is paid now"), KEUR, _sum("inhaal")),
    Indicator("eigen_middelen", Text("Eigen middelen", "Own resources"), Text("betaald door wie de kosten zelf draagt", "paid by whoever bears the cost"), KEUR, _sum("eigen_middelen")),
    Indicator("dekkingsgraad", Text("Dekkingsgraad", "Coverage ratio"), Text("deel van de behoefte dat anderen dan eigen middelen dekken", "share of need covered by other than own resources"), SHARE, _dekkingsgraad),
    Indicator("beheeraandeel", Text("Beheeraandeel", "Share of operation"), Text("deel van de dekking dat naar beheer en beheerlast gaat", "share of cover that goes to operation"), SHARE, _share_of_dekking("dekking_beheer")),
    Indicator("vernieuwingsaandeel", Text("Aandeel doorontwikkeling en vernieuwing", "Share of development and renewal"), Text("deel van de dekking dat naar doorontwikkeling en vernieuwing gaat", "share of cover that goes to investment"), SHARE, _share_of_dekking("dekking_investering")),
    Indicator("tekort_vernieuwing", Text("Tekort doorontwikkeling en vernieuwing", "Shortfall of development and renewal"), Text("tekort op doorontwikkeling en vernieuwing", "shortfall on investment"), KEUR, _sum("tekort_vernieuwing")),
    Indicator("structurele_lasten", Text("Structurele lasten", "Structural costs"), Text("kosten die tot het einde van de horizon blijven", "costs that last to the end of the horizon"), KEUR, _sum("structurele_lasten")),
    Indicator("structurele_dekking", Text("Structurele dekking", "Structural cover"), Text("wat blijvend geld daarvan dekt", "what lasting money covers of them"), KEUR, _sum("structurele_dekking")),
    Indicator("saldo_structurele_dekking", Text("Saldo structurele dekking", "Structural balance"), Text("structurele dekking min structurele lasten; 0 of lager", "structural cover less structural costs; 0 or below"), KEUR, _saldo),
    Indicator("incidenteel_gedekt", Text("Structurele lasten, incidenteel gedekt", "Structural costs, covered incidentally"), Text("structurele lasten die nu worden betaald met geld dat niet blijft", "structural costs paid now with money that does not last"), KEUR, _sum("incidenteel_gedekt")),
    Indicator("terugval", Text("Terugval", "Rise in shortfall"), Text("toename van het tekort ten opzichte van het jaar ervoor", "rise of the shortfall since the year before"), KEUR, _terugval),
    Indicator("geleverd", Text("Geleverd werk", "Delivered work"), Text("investering die is uitgevoerd", "investment carried out"), KEUR, _sum("geleverd"), real=True),
    Indicator("achterstand", Text("Achterstand", "Backlog"), Text("uitgesteld werk, in het eigen prijspeil van elke kostenpost", "postponed work, at each post's own price level"), KEUR, _sum("achterstand"), real=True),
    Indicator("vervallen", Text("Vervallen werk", "Lapsed work"), Text("werk dat niet doorschuift", "work that does not move on"), KEUR, _sum("vervallen"), real=True),
    Indicator("wacht_op_capaciteit", Text("Wacht op capaciteit", "Waiting for capacity"), Text("werk dat niet gedaan kan worden, ook met geld", "work that cannot be done, even with money"), KEUR, _sum("wacht_op_capaciteit")),
    Indicator("besparing", Text("Besparing", "Saving"), Text("wat opgeleverd werk bespaart; niet in mindering gebracht", "what delivered work saves; not subtracted"), KEUR, _sum("besparing")),
    Indicator("onderuitputting", Text("Onderuitputting", "Underspending"), Text("geld dat niet is gebruikt en niet mee mag", "money neither used nor carried over"), KEUR, _over_sources("onderuitputting"), total=True),
    Indicator("structurele_ruimte", Text("Structurele ruimte", "Structural room"), Text("blijvend geld dat overblijft na de structurele lasten", "lasting money left after structural costs"), KEUR, _over_sources("structurele_ruimte"), total=True),
    Indicator("kadereffect", Text("Kadereffect", "Effect on the ceiling"), Text("geld van het Rijk meer of minder dan in de basis", "money of the Rijk more or less than in the baseline"), KEUR, _kadereffect, total=True),
    Indicator("deflator", Text("Deflator", "Deflator"), Text("prijspeil bbp ten opzichte van het begrotingsjaar", "GDP price level relative to the budget year"), FACTOR, _deflator, total=True),
    Indicator("contante_waarde_tekort", Text("Contante waarde van het tekort", "Present value of the shortfall"), Text("tekort over de horizon, contant gemaakt naar het eerste jaar", "shortfall over the horizon, discounted to the first year"), KEUR, _contante_waarde, horizon=True),
    Indicator("eerste_tekortjaar", Text("Eerste tekortjaar", "First year of shortfall"), Text("eerste jaar met een tekort", "first year with a shortfall"), YEAR, _eerste_tekortjaar, horizon=True),
    Indicator("grootste_terugval", Text("Grootste terugval", "Largest rise in shortfall"), Text("grootste toename van het tekort, in het jaar waarin die valt", "largest rise of the shortfall, in the year it falls in"), KEUR, _grootste_terugval),
    Indicator("gemiddelde_vertraging", Text("Gemiddelde vertraging", "Mean delay"), Text("achterstand gedeeld door gepland werk", "backlog divided by planned work"), YEARS, _vertraging, horizon=True),
    Indicator("achterstand_einde", Text("Achterstand aan het einde", "Backlog at the end"), Text("uitgesteld werk dat na de horizon nog te betalen is", "postponed work that is still to be paid after the horizon"), KEUR, _achterstand_einde, horizon=True),
)  # fmt: skip

INDICATORS: Mapping[str, Indicator] = MappingProxyType({indicator.id: indicator for indicator in _ALL})


def evaluate(sums: Sums, context: Context, ids: tuple[str, ...] = tuple(INDICATORS)) -> Mapping[str, Floats]:
    """Return indicators by id, shape (draw, group, year), or (draw, group) for those over the horizon.

    Group 0 is everything, then each programma; `eerste_tekortjaar` counts from the horizon's first year.
    """
    inputs = Inputs(sums, context)
    return {ident: INDICATORS[ident].formula(inputs) for ident in ids}
