"""Measures (maatregelen): one frozen class a soort, by family; `MEASURES` is the list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.measures.additions import NieuweBron, NieuwePost
from model.measures.amounts import Mutatie, Percentage
from model.measures.attributes import Kenmerk
from model.measures.financing import Bestemming, Overboeking
from model.measures.measure import Measure
from model.measures.rules import Aandelen, ParameterWaarde, Rang, Sleutel
from model.measures.timing import Beeindiging, Kasschuif, Looptijd, Vertraging

_CLASSES: tuple[type[Measure], ...] = (
    Mutatie,
    Percentage,
    Kasschuif,
    Overboeking,
    Vertraging,
    Looptijd,
    NieuwePost,
    NieuweBron,
    Beeindiging,
    Bestemming,
    Sleutel,
    Aandelen,
    Rang,
    Kenmerk,
    ParameterWaarde,
)

MEASURES: Mapping[str, type[Measure]] = MappingProxyType({measure.soort: measure for measure in _CLASSES})

__all__ = ["MEASURES", "Measure"]
