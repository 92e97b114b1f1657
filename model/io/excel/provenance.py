"""Where the figures of a workbook come from: what stands in the comment at each input cell, and on the page Bronnen."""

from __future__ import annotations

from model.explanation.origin import Origin, origin, parameter_origin, stretches
from model.ledger import DATASET, EXTENSION, Kind, Plan
from model.text import Text, number

_NOTHING = Text("geen bedrag in de dataset: 0", "no amount in the dataset: 0")


def told(plan: Plan, kind: Kind, ident: str, year: int) -> Text:
    """Return what an amount is made of: its origin, and each measure that changes it."""
    found, at = origin(plan, kind, ident, year), plan.horizon.at(year)
    first = Text(str(found), str(found)) if found is not None else _NOTHING
    lines = [first]
    for mutation in plan.series[kind, ident].mutations:
        amount = float(mutation.amounts[at])
        if mutation.cause not in (DATASET, EXTENSION) and amount:
            sign = "+" if amount > 0 else ""
            lines.append(Text(*(f"{mutation.cause}: {sign}{number(amount, language)}" for language in ("nl", "en"))))
    return Text("\n".join(line.nl for line in lines), "\n".join(line.en for line in lines))


__all__ = ["Origin", "origin", "parameter_origin", "stretches", "told"]
