"""One kostenpost: any of its figures, how it follows, whose it is, and everything that the year did with the post."""

from __future__ import annotations

from dataclasses import replace

from model.baseline import Kostenpost
from model.cells import BEHEERLAST, HOOFD
from model.explanation.asked import Asked, Which, cells, in_other_prices
from model.explanation.plan import plan_block
from model.explanation.quantities import OF_HOOFD, REAL, meaning_of, name_of
from model.explanation.steps import FOLLOWS, STEPS, saved
from model.explanation.terms import NOTHING, Block, Explanation, Shown, Term, largest_first
from model.explanation.work import saving, stock_block
from model.text import Text

_PER_PARTIJ = Text("Per partij", "By party")
_WHOLE_YEAR = Text("Deze kostenpost in {year}", "This post in {year}")
_CONTEXT = (
    "plan", "behoefte", "need", "dekking", "eigen", "inhaal", "tekort", "geleverd", "achterstand", "vervallen",
    "wacht_op_capaciteit", "besparing",
)  # fmt: skip  # fmt: skip
_ALWAYS = frozenset({"plan", "behoefte", "dekking", "tekort"})
_WITH_PLAN = frozenset({"behoefte", "plan", "gepland", "need"})


def explain_post(asked: Asked, quantity: str, which: Which) -> Explanation:
    """Return where a quantity of one post (or of one partij's or onderdeel's part of it) comes from."""
    post = asked.result.plan.posts[which.post]
    which = _narrowed(asked, quantity, which)
    value = _value(asked, quantity, post, which)
    unit: Shown = "real" if quantity in REAL else "amount"
    title, meaning = _title(asked, quantity, which), meaning_of(quantity)
    said = Explanation(cells(quantity, which), asked.year, title, value, unit, asked.captioned(unit), meaning)
    steps = _steps(asked, quantity, post, which)
    blocks = [Block(FOLLOWS, steps, said.total(name_of(quantity)))]
    if quantity in _WITH_PLAN and which.onderdeel == HOOFD:
        blocks.append(plan_block(asked, "kostenpost", post.id))
    if "stock" in (term.about[-1] if term.about else "" for term in steps):
        blocks.append(stock_block(asked, post))
    if not which.partij and quantity != "besparing":
        blocks += _parties(asked, quantity, which, said)
    blocks += [*in_other_prices(asked, quantity, which), _context(asked, which)]
    return replace(said, blocks=tuple(blocks), facts=post_facts(post))


def _narrowed(asked: Asked, quantity: str, which: Which) -> Which:
    """Return the selection with its onderdeel, where there is only one that counts."""
    if which.onderdeel or quantity == "besparing":
        return which
    parts = [part for part in (HOOFD, BEHEERLAST) if asked.mask(_part(which, part)).any()]
    filled = [
        part for part in parts if quantity not in OF_HOOFD and abs(asked.of(quantity, _part(which, part))) > NOTHING
    ]
    if quantity in OF_HOOFD or len(filled) < 2:
        return _part(which, filled[0] if len(filled) == 1 else HOOFD)
    return which


def _part(which: Which, onderdeel: str) -> Which:
    return Which(which.post, onderdeel, which.partij, which.programma, which.klasse)


def _value(asked: Asked, quantity: str, post: Kostenpost, which: Which) -> float:
    return saving(asked, post) if quantity == "besparing" else asked.of(quantity, which)


def _title(asked: Asked, quantity: str, which: Which) -> Text:
    name, post = name_of(quantity), asked.owner_name("kostenpost", which.post)
    running = Text(", beheerlast", ", running cost") if which.onderdeel == BEHEERLAST else Text("", "")
    partij = asked.partij_name(which.partij).nl if which.partij else ""
    bearer = f" · {partij}" if partij else ""
    return Text(f"{name.nl}: {post.nl}{running.nl}{bearer}", f"{name.en}: {post.en}{running.en}{bearer}")


def _steps(asked: Asked, quantity: str, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if quantity == "besparing":
        return saved(asked, post)
    if not which.onderdeel:
        parts = (_part(which, HOOFD), _part(which, BEHEERLAST))
        names = (Text("de post zelf", "the post itself"), Text("beheerlast", "running cost"))
        return largest_first(asked.term(quantity, each, label=label) for each, label in zip(parts, names, strict=True))
    found = STEPS.get(quantity)
    if found is None:
        return largest_first(
            asked.term(quantity, Which(which.post, which.onderdeel, partij))
            for partij in asked.result.plan.baseline.parties
        )
    return found(asked, post, which)


def explain_stock(asked: Asked, ident: str) -> Explanation:
    """Return which delivered work of a post is in use."""
    post, name = asked.result.plan.posts[ident], asked.owner_name("kostenpost", ident)
    title = Text(f"Opgeleverd werk in gebruik: {name.nl}", f"Delivered work in use: {name.en}")
    block = stock_block(asked, post)
    value = block.total.value if block.total else 0.0
    return Explanation(
        ("kostenpost", ident, "stock"), asked.year, title, value, "real", asked.captioned("real"), None, (block,)
    )


def _parties(asked: Asked, quantity: str, which: Which, said: Explanation) -> list[Block]:
    terms = largest_first(
        asked.term(quantity, Which(which.post, which.onderdeel, partij), label=asked.partij_name(partij))
        for partij in asked.result.plan.baseline.parties
    )
    return [Block(_PER_PARTIJ, terms, said.total(name_of(quantity)))] if len(terms) > 1 else []


def _context(asked: Asked, which: Which) -> Block:
    """Return everything that the year did with the post, each figure to be asked about."""
    whole = Which(which.post, "", which.partij)
    post = asked.result.plan.posts[which.post]
    terms = [asked.term(name, whole, "") for name in _CONTEXT if name != "besparing"]
    if not which.partij:
        label, about = name_of("besparing"), ("kostenpost", which.post, "besparing")
        terms.append(Term(label, saving(asked, post), "amount", "", about, asked.year))
    kept = tuple(
        term for name, term in zip(_CONTEXT, terms, strict=False) if name in _ALWAYS or abs(term.value) > NOTHING
    )
    return Block(Text(*(text.format(year=asked.year) for text in _WHOLE_YEAR)), kept)


def post_facts(post: Kostenpost) -> tuple[tuple[Text, Text], ...]:
    """Return what the dataset says of a post in words."""
    pairs = (
        (Text("programma", "programme"), post.programma),
        (Text("kostensoort", "class of cost"), post.kostensoort),
        (Text("rang (lager gaat voor)", "rang (lower goes first)"), str(post.rang)),
        (Text("verdeelsleutel", "distribution key"), post.sleutel),
        (Text("verloop", "course"), post.verloop),
        (Text("begrotingsartikel", "budget article"), " ".join(filter(None, (post.hoofdstuk, post.artikel)))),
        (Text("toelichting", "explanation"), post.toelichting or ""),
    )
    return tuple((label, Text(value, value)) for label, value in pairs if value)
