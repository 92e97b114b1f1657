"""Why a source paid what it paid for a cell: its turn, what was left of it, and what was asked at that moment."""

from __future__ import annotations

from model.cells import BEHEERLAST
from model.explanation.asked import Asked, Which
from model.explanation.sources import FOLLOWS, amount, term
from model.explanation.terms import NOTHING, About, Block, Explanation, Term, largest_first
from model.text import Text

_RULE = Text(
    "Bronnen betalen op volgorde; binnen een bron gaan posten met de laagste rang voor, en posten van gelijke rang"
    " delen naar wat zij nog nodig hebben.",
    "Sources pay in order; within a source posts of the lowest rang go first, and posts of equal rang share by what"
    " they still need.",
)


def explain_payment(asked: Asked, ident: str, which: Which, *, lasting: bool) -> Explanation:
    """Return what one source paid for some cells, and for a single cell why it was so much."""
    grid, mask = asked.result.grid, asked.mask(which)
    paid = {c: p for source, c, p in asked.payments(lasting=lasting) if source == ident and mask[c]}
    value, source = sum(paid.values()), asked.owner_name("dekkingsbron", ident)
    sort = "betaling_blijvend" if lasting else "betaling"
    about: About = (sort, ident, *which.tail)
    posts = {grid.cells[c].post.id for c, p in paid.items() if p > NOTHING}
    for_what = f": {asked.owner_name('kostenpost', posts.copy().pop()).nl}" if len(posts) == 1 else ""
    title = Text(f"{source.nl} betaalt{for_what}", f"{source.en} pays{for_what}")
    if lasting:
        title = Text(f"{title.nl} (blijvend deel)", f"{title.en} (lasting part)")
    total = Term(Text("betaald", "paid"), value, "amount", "=")
    if len(paid) == 1 and not lasting:
        blocks = _turn(asked, ident, next(iter(paid)), total)
    else:
        blocks = (Block(FOLLOWS, _parts(asked, sort, ident, paid, which), total),)
    return Explanation(about, asked.year, title, value, "amount", asked.caption, _RULE, blocks)


def _parts(asked: Asked, sort: str, ident: str, paid: dict[int, float], which: Which) -> tuple[Term, ...]:
    """Return the payments per post, or of one post per cell."""
    single = len(paid) == 1
    terms: dict[About, Term] = {}
    for c, value in paid.items():
        cell = asked.result.grid.cells[c]
        one = which.post or len({asked.result.grid.cells[k].post.id for k in paid}) == 1
        tail = Which(cell.post.id, cell.onderdeel, cell.partij).tail if one else (
            cell.post.id, which.onderdeel, which.partij, which.programma, which.klasse,
        )  # fmt: skip
        about = () if single else (sort, ident, *tail)
        running = Text(", beheerlast", ", running cost") if cell.onderdeel == BEHEERLAST else Text("", "")
        partij = asked.partij_name(cell.partij).nl
        label = asked.owner_name("kostenpost", cell.post.id)
        if one:
            label = Text(f"{partij}{running.nl}", f"{partij}{running.en}")
        before = terms[about].value if about in terms else 0.0
        terms[about] = Term(label, before + value, "amount", "+", about, asked.year)
    return largest_first(terms.values())


def _turn(asked: Asked, ident: str, cell: int, total: Term) -> tuple[Block, ...]:
    """Return how a cell's payment follows from what it still needed and what the source had left."""
    asked_for, left = _still_needed(asked, ident)
    grid = asked.result.grid
    which = Which(grid.cells[cell].post.id, grid.cells[cell].onderdeel, grid.cells[cell].partij)
    need = asked.term("need", which, "")
    earlier = need.value - asked_for[cell]
    rang = grid.cells[cell].rang
    together = sum(value for c, value in asked_for.items() if grid.cells[c].rang == rang)
    share = total.value / asked_for[cell] if asked_for[cell] > NOTHING else 0.0
    steps = [need]
    if earlier > NOTHING:
        label = Text("al betaald door eerdere bronnen", "paid by earlier sources")
        steps.append(Term(label, earlier, "amount", "−"))
    steps.append(Term(Text("deel dat de bron kan betalen", "part that the source can pay"), share, "rate", "×"))
    of_rang = Text(f"gevraagd door alle posten van rang {rang}", f"asked by all posts of rang {rang}")
    turn = (
        term(asked, ident, "beschikbaar", "", Text("de bron had dit jaar", "the source had this year")),
        Term(Text(f"daarvan over voor rang {rang}", f"of which left for rang {rang}"), left[rang], "amount", ""),
        Term(of_rang, together, "amount", ""),
    )
    return (Block(FOLLOWS, tuple(steps), total), Block(Text("De beurt van de bron", "The source's turn"), turn))


def _still_needed(asked: Asked, ident: str) -> tuple[dict[int, float], dict[int, float]]:
    """Return what each cell of a source still needed at its turn, and what the source had left at each rang."""
    grid, needed = asked.result.grid, asked.table("need")[asked.y] / asked.factor
    wanted: dict[int, float] = {}
    left: dict[int, float] = {}
    money = amount(asked, ident, "beschikbaar")
    before: dict[int, float] = {}
    for source, c, paid in asked.payments():
        if source == ident:
            left.setdefault(grid.cells[c].rang, money)
            wanted[c] = max(0.0, float(needed[c]) - before.get(c, 0.0))
            money -= paid
        elif ident not in _passed(asked, source):
            before[c] = before.get(c, 0.0) + paid
    return wanted, left


def _passed(asked: Asked, source: str) -> set[str]:
    """Return the sources whose turn came before that of `source`."""
    order = [each.id for each in asked.result.grid.sources]
    return set(order[: order.index(source)])
