"""The money that may pay for a programma: what there is, and what of it went elsewhere or was not used."""

from __future__ import annotations

from model.explanation import sources
from model.explanation.asked import Asked, Which
from model.explanation.terms import NOTHING, Block, Explanation, Op, Term
from model.findings import payers
from model.overviews import CEILING
from model.text import Text

_MEANING = Text(
    "bronnen die volgens hun bestemming iets van dit programma mogen betalen; wat van vorig jaar mee mocht, telt mee",
    "sources whose purpose lets them pay for something of this programme; what was carried over from last year counts",
)


def explain_ceiling(asked: Asked, part: str, programma: str) -> Explanation:
    """Return how the money that may pay for a programma, or what became of the rest of it, follows from its sources."""
    steps: dict[str, tuple[tuple[str, Op], ...]] = {
        "plafond": (("beschikbaar", "+"),),
        "elders": (("ingezet", "+"),),
        "over": (("beschikbaar", "+"), ("ingezet", "−")),
    }
    terms = [term for name, op in steps[part] for term in _per_source(asked, programma, name, op)]
    if part == "elders":
        terms.append(asked.term("dekking", Which(programma=programma), "−"))
    title = Text(*(text.format(programma=programma) for text in CEILING[part]))
    if part != "plafond":
        title = Text(f"{title.nl} · {programma}", f"{title.en} · {programma}")
    value = Block(sources.FOLLOWS, tuple(terms)).worked_out()
    block = Block(sources.FOLLOWS, tuple(terms), Term(title, value, "amount", "="))
    about = ("programmageld", part, programma)
    return Explanation(about, asked.year, title, value, "amount", asked.caption, _MEANING, (block,))


def _per_source(asked: Asked, programma: str, name: str, op: Op) -> list[Term]:
    """Return a quantity of each source that may pay for the programma, those without any left out."""
    grid, told = asked.result.grid, sources.NAMES[name]
    found = []
    for s in payers(asked.result, programma):
        owner = asked.owner_name("dekkingsbron", grid.sources[s].id)
        label = Text(f"{owner.nl}: {told.nl.lower()}", f"{owner.en}: {told.en.lower()}")
        found.append(sources.term(asked, grid.sources[s].id, name, op, label))
    return [term for term in found if abs(term.value) > NOTHING]
