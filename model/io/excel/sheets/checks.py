"""What must hold in a workbook, as formulas of how far it is from holding. Source: model, section 3, identities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.io.excel.draft import BEREKENING, INVOER, KERNCIJFERS, Draft
from model.io.excel.frame import GROOTHEID
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.registers import column_of, own_keys
from model.schema import KEUR
from model.text import Text

_COUNT = "aantal"
_KINDS = {"kostenpost": Text("kosten", "cost"), "dekkingsbron": Text("geld", "money")}
# Blocks of which the first is the sum of the others, in every row and year.
_IDENTITIES = (
    ("dekking-rest", Text("nodig = dekking + niet gedekt, per kostenpost en jaar", "needed = cover + not covered, per post and year"), ("nodig", "dekking", "rest")),
    ("bron-sluit", Text("beschikbaar = ingezet + meegenomen + onderuitputting, per bron en jaar", "available = used + carried over + underspending, per source and year"), ("beschikbaar", "ingezet", "meegenomen", "onderuitputting")),
    ("werk-sluit", Text("plan + achterstand = geleverd + nieuwe achterstand + vervallen (reëel)", "plan + backlog = delivered + new backlog + lapsed (real)"), ("open-werk", "geleverd", "achterstand", "vervallen")),
    ("structureel-sluit", Text("structurele lasten = structurele dekking + niet gedekt", "structural costs = structural cover + not covered"), ("structurele-lasten", "structurele-dekking", "blijvend-rest")),
)  # fmt: skip
# Blocks whose totals are equal.
_EQUAL = (
    ("bronnen-dekking", Text("wat bronnen inzetten = dekking", "what sources use = cover"), "ingezet", "dekking"),
    ("bijdragers-dekking", Text("wat bijdragers betalen = dekking", "what contributors pay = cover"), "betaald-door", "dekking"),
    *(
        (f"partijen-{name}", Text(f"{name} per partij telt op tot het geheel", f"{name} by partij adds up to the whole"), f"{name}-partij", name)
        for name in ("behoefte", "dekking", "tekort", "eigen")
    ),
)  # fmt: skip
_NEVER_NEGATIVE = (
    "behoefte",
    "nodig",
    "dekking",
    "rest",
    "tekort",
    "ingezet",
    "meegenomen",
    "onderuitputting",
    "geleverd",
    "achterstand",
    "vervallen",
)
_BY_PROGRAMMA = ("behoefte", "dekking", "tekort")


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its id, what must hold, and the formula of how far it is from holding (0 where it holds), in `unit`.

    `exact` ones allow no deviation beyond the tolerance itself; others grow with the amounts.
    """

    id: str
    what: Text
    formula: str
    exact: bool = False
    unit: str = KEUR


def area(draft: Draft, blocks: Blocks, name: str) -> str:
    """Return the range of a block over the simulated years."""
    first, last = blocks.ranges[name]
    frame = draft.frame
    return f"{BEREKENING}!${frame.letter(frame.start)}${first}:${frame.letter(frame.last)}${last}"


def checks(draft: Draft, blocks: Blocks) -> Iterator[Check]:
    """Yield every check of a workbook."""
    yield from _amounts(draft)
    yield from _shares(draft)
    if "aandeel" in blocks.ranges:
        yield _shared_out(draft, blocks)
        yield from _identities(draft, blocks)
        yield from _programmas(draft)


def _amounts(draft: Draft) -> Iterator[Check]:
    frame = draft.frame
    for kind, what in _KINDS.items():
        rows = [row for key, row in draft.page(INVOER).places.items() if key[0] == "bedrag" and key[2] == kind]
        if not rows:
            continue
        cells = f"{INVOER}!${frame.letter(frame.start)}${min(rows)}:${frame.letter(frame.last)}${max(rows)}"
        number = Text(f"elk bedrag ({what.nl}) is een getal", f"every amount ({what.en}) is a number")
        words = f"{INVOER}!${frame.key(GROOTHEID)}${min(rows)}:${frame.key(GROOTHEID)}${max(rows)}"
        wrong = f'SUMPRODUCT(({words}="bedrag")*(1-ISNUMBER({cells})))'
        yield Check(f"{kind}-getal", number, wrong, exact=True, unit=_COUNT)
        positive = Text(f"geen bedrag ({what.nl}) is lager dan 0", f"no amount ({what.en}) is below 0")
        yield Check(f"{kind}-positief", positive, f"MAX(0,0-MIN({cells}))", exact=True)


def _shares(draft: Draft) -> Iterator[Check]:
    for sleutel in own_keys(draft):
        rows = [draft.invoer("aandeel", sleutel, "", partij) for partij in draft.plan.baseline.parties]
        what = Text(f"de aandelen van sleutel {sleutel} tellen op tot 1", f"the shares of key {sleutel} add up to 1")
        formula = f"ABS(SUM({INVOER}!$C${min(rows)}:$C${max(rows)})-1)"
        yield Check(f"sleutel-{sleutel}", what, formula, exact=True, unit="aandeel")


def _shared_out(draft: Draft, blocks: Blocks) -> Check:
    """Return the check that every post's key exists: the shares of all posts are as many as there are posts."""
    first, last = blocks.ranges["aandeel"]
    rows = [row for key, row in draft.page(INVOER).places.items() if key[0] == "kostenpost"]
    names = (column_of("rang"), column_of("rang_beheer"))
    counted = "+".join(f"COUNT({INVOER}!${name}${min(rows)}:${name}${max(rows)})" for name in names)
    whole = Text(
        "elke kostenpost wordt geheel verdeeld: de gekozen sleutel bestaat",
        "every post is shared out whole: the chosen key exists",
    )
    apart = f"ABS(SUM({BEREKENING}!$C${first}:$C${last})/({counted})-1)"
    return Check("verdeeld", whole, apart, exact=True, unit="aandeel")


def _identities(draft: Draft, blocks: Blocks) -> Iterator[Check]:
    for ident, what, names in _IDENTITIES:
        if all(name in blocks.ranges for name in names):
            whole, *parts = (area(draft, blocks, name) for name in names)
            yield Check(ident, what, f"SUMPRODUCT(ABS({whole}-{'-'.join(parts)}))")
    for ident, what, left, right in _EQUAL:
        if left in blocks.ranges:
            yield Check(ident, what, f"ABS(SUM({area(draft, blocks, left)})-SUM({area(draft, blocks, right)}))")
    areas = [area(draft, blocks, name) for name in _NEVER_NEGATIVE if name in blocks.ranges]
    least = ",".join(f"MIN({cells})" for cells in areas)
    yield Check("niets-negatief", Text("niets is lager dan 0", "nothing is below 0"), f"MAX(0,0-MIN({least}))")
    every = "+".join(f"SUM({cells})" for cells in areas)
    yield Check(
        "geen-foutwaarden",
        Text("nergens een foutwaarde", "no error value anywhere"),
        f"IF(ISERROR({every}),1,0)",
        exact=True,
        unit=_COUNT,
    )


def _programmas(draft: Draft) -> Iterator[Check]:
    page, frame = draft.page(KERNCIJFERS), draft.frame
    for name in _BY_PROGRAMMA:
        rows = [page.places[name, "", "", "", programma] for programma in ("", *draft.result.grid.programmas)]
        whole, *parts = (f"SUM({KERNCIJFERS}!{frame.across(row, frame.first, frame.last)})" for row in rows)
        what = Text(f"{name} per programma telt op tot het geheel", f"{name} by programme adds up to the whole")
        yield Check(f"programmas-{name}", what, f"ABS({whole}-{'-'.join(parts)})")
