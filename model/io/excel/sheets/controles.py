"""Controles: every identity of the model as a check that turns red. Source: model, section 3, identities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.io.excel.draft import BEREKENING, CONTROLES, INVOER, KERNCIJFERS, Draft
from model.io.excel.layout import BLAD, CONSTANTE, LABEL, YEARS, Item, Row, key_of, line
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.headings import headed, section
from model.io.excel.sheets.registers import column_of, own_keys
from model.text import Text

FINE, WRONG = Text("in orde", "holds"), Text("FOUT", "FAILS")
_TITLE = Text(
    "Controles: elke gelijkheid van het model, nagerekend", "Checks: every identity of the model, worked out again"
)
_ALL_HOLD, _SOME = (
    Text("Controles: alle in orde", "Checks: all hold"),
    Text("Controles: {n} FOUT, zie blad Controles", "Checks: {n} FAIL, see sheet Controles"),
)
_ALLOWED = Text(
    "toegestane afwijking, als deel van de som van alle behoefte", "deviation allowed, as a share of all need together"
)
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its id, what must hold, and the formula of how far it is from holding (0 where it holds).

    `exact` ones allow no deviation beyond the tolerance itself; others grow with the amounts.
    """

    id: str
    what: Text
    formula: str
    exact: bool = False


def add_controles(draft: Draft, blocks: Blocks) -> None:
    """Make the page Controles."""
    page = draft.page(CONTROLES)
    page.widths, page.last = {1: 78.0, 4: 12.0, 5: 12.0}, 5
    page.freeze = (5, 1)
    page.add(Row(key_of(BLAD, page.name), {LABEL: Item(draft.say(_TITLE), style="title")}, height=24))
    verdict = page.add(Row(("oordeel", "", "", "", "")))
    page.skip()
    section(draft, page, Text("Uitkomst van elke controle", "Outcome of each check"))
    heads = {CONSTANTE: "afwijking", YEARS: "toegestaan", YEARS + 1: "oordeel"}
    headed(page, {LABEL: draft.say(Text("wat moet gelden", "what must hold"))} | heads, "controle")
    total = f"(1+SUM({_area(draft, blocks, 'behoefte')}))"
    allowed = page.next
    page.add(line(key_of("toegestaan"), draft.say(_ALLOWED), "aandeel", constant=Item(TOLERANCE, style="scientific")))
    first, asked = page.next, float(draft.result.outcome.behoefte.sum())
    for check in _checks(draft, blocks):
        row = page.next
        bound = f"$C${allowed}" if check.exact else f"$C${allowed}*{total}"
        items = {
            YEARS: Item(TOLERANCE if check.exact else TOLERANCE * (1 + asked), bound, "scientific"),
            YEARS + 1: Item(draft.say(FINE), f'IF(C{row}<=D{row},"{draft.say(FINE)}","{draft.say(WRONG)}")', "check"),
        }
        built = line(
            key_of("controle", check.id), draft.say(check.what), "", constant=Item(0.0, check.formula, "scientific")
        )
        built.items |= items
        page.add(built)
    page.verdicts.append(f"E{first}:E{page.next - 1}")
    count = f'(ROWS(E{first}:E{page.next - 1})-COUNTIF(E{first}:E{page.next - 1},"{draft.say(FINE)}"))'
    some = draft.say(_SOME).replace("{n}", f'"&{count}&"')
    formula = f'IF({count}=0,"{draft.say(_ALL_HOLD)}","{some}")'
    page.rows[verdict].items[LABEL] = Item(draft.say(_ALL_HOLD), formula, "verdict")


def _area(draft: Draft, blocks: Blocks, name: str) -> str:
    """Return the range of a block over the simulated years."""
    first, last = blocks.ranges[name]
    frame = draft.frame
    return f"{BEREKENING}!${frame.letter(frame.start)}${first}:${frame.letter(frame.last)}${last}"


def _checks(draft: Draft, blocks: Blocks) -> Iterator[Check]:
    yield from _input_checks(draft, blocks)
    yield from _identities(draft, blocks)
    yield from _sums(draft, blocks)


def _input_checks(draft: Draft, blocks: Blocks) -> Iterator[Check]:
    invoer = draft.page(INVOER)
    frame = draft.frame
    for kind, what in (("kostenpost", Text("kosten", "cost")), ("dekkingsbron", Text("geld", "money"))):
        rows = [row for key, row in invoer.places.items() if key[0] == "bedrag" and key[2] == kind]
        if rows:
            area = f"{INVOER}!${frame.letter(frame.start)}${min(rows)}:${frame.letter(frame.last)}${max(rows)}"
            yield Check(
                f"{kind}-getal",
                Text(f"elk bedrag ({what.nl}) is een getal", f"every amount ({what.en}) is a number"),
                f"ROWS({area})*COLUMNS({area})-COUNT({area})",
                exact=True,
            )
            yield Check(
                f"{kind}-positief",
                Text(f"geen bedrag ({what.nl}) is lager dan 0", f"no amount ({what.en}) is below 0"),
                f"MAX(0,0-MIN({area}))",
                exact=True,
            )
    for sleutel in own_keys(draft):
        rows = [draft.invoer("aandeel", sleutel, "", partij) for partij in draft.plan.baseline.parties]
        formula = f"ABS(SUM({INVOER}!$C${min(rows)}:$C${max(rows)})-1)"
        yield Check(
            f"sleutel-{sleutel}",
            Text(f"de aandelen van sleutel {sleutel} tellen op tot 1", f"the shares of key {sleutel} add up to 1"),
            formula,
            exact=True,
        )
    first, last = blocks.ranges["aandeel"]
    rows = [row for key, row in invoer.places.items() if key[0] == "kostenpost"]
    counted = "+".join(
        f"COUNT({INVOER}!${column_of(name)}${min(rows)}:${column_of(name)}${max(rows)})"
        for name in ("rang", "rang_beheer")
    )
    whole = Text(
        "elke kostenpost wordt geheel verdeeld: de gekozen sleutel bestaat",
        "every post is shared out whole: the chosen key exists",
    )
    yield Check("verdeeld", whole, f"ABS(SUM({BEREKENING}!$C${first}:$C${last})-({counted}))", exact=True)


def _identities(draft: Draft, blocks: Blocks) -> Iterator[Check]:
    def zero(*terms: str) -> str:
        first, *rest = (_area(draft, blocks, term) for term in terms)
        return f"SUMPRODUCT(ABS({first}{''.join(f'-{term}' for term in rest)}))"

    yield Check(
        "dekking-rest",
        Text(
            "nodig = dekking + niet gedekt, per kostenpost en jaar", "needed = cover + not covered, per post and year"
        ),
        zero("nodig", "dekking", "rest"),
    )
    yield Check(
        "bron-sluit",
        Text(
            "beschikbaar = ingezet + meegenomen + onderuitputting, per bron en jaar",
            "available = used + carried over + underspending, per source and year",
        ),
        zero("beschikbaar", "ingezet", "meegenomen", "onderuitputting"),
    )
    if "open-werk" in blocks.ranges:
        yield Check(
            "werk-sluit",
            Text(
                "plan + achterstand = geleverd + nieuwe achterstand + vervallen (reëel)",
                "plan + backlog = delivered + new backlog + lapsed (real)",
            ),
            zero("open-werk", "geleverd", "achterstand", "vervallen"),
        )
    yield Check(
        "structureel-sluit",
        Text(
            "structurele lasten = structurele dekking + niet gedekt",
            "structural costs = structural cover + not covered",
        ),
        zero("structurele-lasten", "structurele-dekking", "blijvend-rest"),
    )
    names = [
        name
        for name in (
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
        if name in blocks.ranges
    ]
    least = ",".join(f"MIN({_area(draft, blocks, name)})" for name in names)
    yield Check("niets-negatief", Text("niets is lager dan 0", "nothing is below 0"), f"MAX(0,0-MIN({least}))")
    every = "+".join(f"SUM({_area(draft, blocks, name)})" for name in names)
    yield Check(
        "geen-foutwaarden",
        Text("nergens een foutwaarde", "no error value anywhere"),
        f"IF(ISERROR({every}),1,0)",
        exact=True,
    )


def _sums(draft: Draft, blocks: Blocks) -> Iterator[Check]:
    def same(left: str, right: str) -> str:
        return f"ABS(SUM({_area(draft, blocks, left)})-SUM({_area(draft, blocks, right)}))"

    yield Check(
        "bronnen-dekking",
        Text("wat bronnen inzetten = dekking", "what sources use = cover"),
        same("ingezet", "dekking"),
    )
    yield Check(
        "bijdragers-dekking",
        Text("wat bijdragers betalen = dekking", "what contributors pay = cover"),
        same("betaald-door", "dekking"),
    )
    for name in ("behoefte", "dekking", "tekort", "eigen"):
        yield Check(
            f"partijen-{name}",
            Text(f"{name} per partij telt op tot het geheel", f"{name} by partij adds up to the whole"),
            same(f"{name}-partij", name),
        )
    page, frame = draft.page(KERNCIJFERS), draft.frame
    for name in ("behoefte", "dekking", "tekort"):
        parts = [page.places[name, "", "", "", programma] for programma in draft.result.grid.programmas]
        rows = [page.places[name, "", "", "", ""], *parts]
        whole, *each = (f"SUM({KERNCIJFERS}!{frame.across(row, frame.first, frame.last)})" for row in rows)
        yield Check(
            f"programmas-{name}",
            Text(f"{name} per programma telt op tot het geheel", f"{name} by programme adds up to the whole"),
            f"ABS({whole}-{'-'.join(each)})",
        )
