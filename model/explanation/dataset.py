"""What the dataset itself says: amounts as given, euros by status, and totals that publications state."""

from __future__ import annotations

from collections.abc import Iterator

from model.explanation.asked import OWN_LEVEL, Asked
from model.explanation.origin import Origin, origin
from model.explanation.plan import given_terms
from model.explanation.steps import FOLLOWS
from model.explanation.terms import PERCENT, About, Block, Explanation, Term, largest_first
from model.ledger import Kind
from model.reconciliation import reconcile, selected
from model.text import LANGUAGES, Text, same
from model.words import EXTRAPOLATED, EXTRAPOLATION, STATUSSEN, TOETSEN

CONTROL: dict[str, Text] = {
    "gevonden": Text("In de dataset", "In the dataset"),
    "gesteld": Text("Gepubliceerd totaal", "Published total"),
    "verschil": Text("Verschil", "Difference"),
}
_GIVEN = Text("In de dataset: {naam}", "In the dataset: {naam}")
_ALL = {
    "kostenpost": Text("Alle kosten in de dataset", "All costs in the dataset"),
    "dekkingsbron": Text("Al het geld in de dataset", "All money in the dataset"),
}
_OF_STATUS = Text("{what}: {status}", "{what}: {status}")
_SHARE = Text("euro's met deze status als deel van alle euro's", "euros of this status as a share of all")
_BY_OWNER = Text("Euro's met deze status", "Euros of this status")
_BEFORE = Text("het bedrag zoals opgegeven, vóór elke maatregel", "the amount as given, before any measure")
_SELECTED = Text("wat de dataset heeft min wat de publicatie noemt", "what the dataset has less what is published")


def explain_given(asked: Asked, kind: Kind, ident: str) -> Explanation:
    """Return on what the dataset's own amount of a post or source rests."""
    title = _GIVEN.filled(naam=asked.owner_name(kind, ident))
    terms = given_terms(asked, kind, ident)
    return _explanation(asked, ("gegeven", kind, ident), title, terms, _BEFORE)


def _explanation(
    asked: Asked, about: About, title: Text, terms: tuple[Term, ...], meaning: Text | None = None
) -> Explanation:
    value = Block(FOLLOWS, terms).worked_out()
    block = Block(FOLLOWS, terms, Term(title, value, "real", "="))
    return Explanation(about, asked.year, title, value, "real", OWN_LEVEL, meaning, (block,))


def _of_status(asked: Asked, kind: Kind, status: str = "") -> tuple[Term, ...]:
    """Return the dataset's amounts of the year that have a status, or all of them."""
    return largest_first(
        term
        for owned, ident in asked.result.plan.series
        if owned == kind
        for term in _given(asked, kind, ident, status)
    )


def _given(asked: Asked, kind: Kind, ident: str, status: str) -> Iterator[Term]:
    found = origin(asked.result.plan, kind, ident, asked.year)
    if found is not None and status in ("", found.status):
        amount = given_terms(asked, kind, ident)[0].value
        yield Term(asked.owner_name(kind, ident), amount, "real", "+", ("gegeven", kind, ident), asked.year)


def explain_all_given(asked: Asked, kind: Kind) -> Explanation:
    """Return all costs or all money that the dataset gives for a year."""
    return _explanation(asked, ("gegevens", kind), _ALL[kind], _of_status(asked, kind), _BEFORE)


def explain_status(asked: Asked, kind: Kind, status: str) -> Explanation:
    """Return the share of euros of one status: the amounts that have it, and all."""
    word = EXTRAPOLATION if status == EXTRAPOLATED else STATUSSEN[status]
    title = _OF_STATUS.filled(what=_ALL[kind], status=word)
    terms, whole = _of_status(asked, kind, status), explain_all_given(asked, kind)
    part = Block(_BY_OWNER, terms).worked_out()
    steps = (Term(word, part, "real", ""), Term(whole.title, whole.value, "real", "÷", whole.about, asked.year))
    value = part / whole.value
    blocks = (
        Block(FOLLOWS, steps, Term(title, value, "share", "=")),
        Block(_BY_OWNER, terms, Term(word, part, "real", "=")),
    )
    return Explanation(("status", kind, status), asked.year, title, value, "share", PERCENT, _SHARE, blocks)


def explain_control(asked: Asked, number: str, part: str) -> Explanation:
    """Return a published total, what the dataset adds up to, or the difference between them."""
    made = reconcile(asked.result.plan.baseline)[int(number)]
    control, about = made.control, ("controle", number, part)
    title = Text(*(f"{CONTROL[part].say(t)}: {control.naam}" for t in LANGUAGES))
    rests = Origin("gepubliceerd", "", control.referentie, control.toelichting or "")
    stated = Term(CONTROL["gesteld"], control.bedrag, "real", "", origin=rests)
    if part == "gesteld":
        told = Text(*(f"{TOETSEN[control.toets].say(t)}" for t in LANGUAGES))
        return _explanation(asked, about, title, (stated,), told)
    if part == "gevonden":
        return _explanation(asked, about, title, _selected(asked, number))
    found = Term(CONTROL["gevonden"], made.found, "real", "", ("controle", number, "gevonden"), asked.year)
    less = Term(CONTROL["gesteld"], control.bedrag, "real", "−", ("controle", number, "gesteld"), asked.year)
    return _explanation(asked, about, title, (found, less), _SELECTED)


def _selected(asked: Asked, number: str) -> tuple[Term, ...]:
    baseline, plan = asked.result.plan.baseline, asked.result.plan
    control = baseline.controls[int(number)]
    kind: Kind = "kostenpost" if control.tabel == "kostenreeksen" else "dekkingsbron"
    simulated = asked.year in plan.horizon.simulated
    owners = baseline.posts if kind == "kostenpost" else baseline.sources
    return largest_first(
        Term(same(owners[ident].naam), amount, "real", "+", ("gegeven", kind, ident) if simulated else (), asked.year)
        for ident, amount in selected(baseline, control).items()
    )
