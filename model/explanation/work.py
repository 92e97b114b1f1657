"""What work on a post costs, which delivered work is in use, and what that saves: the steps shared by its figures."""

from __future__ import annotations

from model.baseline import Kostenpost
from model.cells import HOOFD
from model.explanation.asked import Asked, Which
from model.explanation.origin import parameter_origin
from model.explanation.prices import price_term
from model.explanation.quantities import REAL_BACKLOG
from model.explanation.terms import NOTHING, Block, Op, Term
from model.factors import Rates
from model.schema import RATES
from model.text import Text

STOCK = Text("opgeleverd werk in gebruik", "delivered work in use")


def rate_term(asked: Asked, post: Kostenpost, column: str, op: Op = "×") -> Term:
    """Return a rate of a post as a step, with what it rests on where it is a parameter."""
    given, plan = getattr(post, column), asked.result.plan
    value = float(Rates(plan.parameters, {}).number(post, column)[0])
    meaning = RATES[column].meaning
    if isinstance(given, str):
        parameter = plan.parameters[given]
        label = Text(f"{column}: {meaning.nl} ({parameter.naam})", f"{column}: {meaning.en} ({parameter.naam})")
        return Term(label, value, "ratio", op, origin=parameter_origin(parameter, None))
    word = Text("standaardwaarde", "default") if given is None else Text("kolom van de post", "column of the post")
    return Term(Text(f"{column}: {meaning.nl} ({word.nl})", f"{column}: {meaning.en} ({word.en})"), value, "ratio", op)


def post_price(asked: Asked, post: Kostenpost) -> Term:
    """Return the step to the price level of the year."""
    return price_term(asked, post.index, post.prijspeil, None, Text("prijs", "price"))


def position(asked: Asked, post: Kostenpost) -> int:
    """Return the position of a post in the grid."""
    return next(p for p, each in enumerate(asked.result.grid.posts) if each.id == post.id)


def unit_price(asked: Asked, post: Kostenpost, op: Op = "×") -> tuple[Term, ...]:
    """Return the steps from real work to money of the year, or back."""
    factor = rate_term(asked, post, "kostenfactor", op)
    price = post_price(asked, post)
    shown = () if post.kostenfactor is None else (factor,)
    return (*shown, Term(price.label, price.value, price.unit, op, price.about, price.year))


def priced_backlog(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    """Return the backlog of a post and the steps to the prices asked for."""
    return (asked.term("achterstand", which, "", REAL_BACKLOG), *unit_price(asked, post), *asked.deflated())


def volume(asked: Asked, post: Kostenpost) -> tuple[Term, ...]:
    """Return the step of growth of volume, where there is any."""
    value = float(asked.result.grid.values.volume[0, position(asked, post), asked.y])
    if value == 1.0:
        return ()
    last, rate = asked.result.plan.last_given.get(post.id), rate_term(asked, post, "volumegroei")
    grown = f"{max(0, asked.year - (last or asked.year))}"
    label = Text(
        f"volumegroei na {last}: {grown} jaar (1 + {rate.printed('nl')})",
        f"growth of volume after {last}: {grown} years of (1 + {rate.printed('en')})",
    )
    return (Term(label, value, "ratio", "×", origin=rate.origin),)


def stock(asked: Asked, post: Kostenpost) -> Term:
    """Return the delivered work in use as the first step."""
    stock = float(asked.result.outcome.stock[asked.y, position(asked, post)])
    return Term(STOCK, stock, "real", "", ("kostenpost", post.id, "stock"), asked.year)


def saving(asked: Asked, post: Kostenpost) -> float:
    """Return what delivered work of a post saves, in the prices asked for."""
    grid, p = asked.result.grid, position(asked, post)
    ratio, price = grid.values.besparingsratio[0, p], grid.values.price[0, p, asked.y]
    stock, share = asked.result.outcome.stock[asked.y, p], grid.layout.post_saving_share[p]
    return float(ratio * stock * price * share) / asked.factor


def stock_block(asked: Asked, post: Kostenpost) -> Block:
    """Return the work that is in use this year, by the year in which it was delivered."""
    result, p = asked.result, position(asked, post)
    values, start = result.grid.values, result.plan.horizon.start
    newest = asked.y - int(values.doorlooptijd[0, p])
    terms = tuple(
        Term(
            Text(f"geleverd in {start + t}", f"delivered in {start + t}"),
            float(result.outcome.done[t, p]),
            "real",
            about=("kostenpost", post.id, "geleverd", HOOFD) if asked.askable(start + t) else (),
            year=asked.askable(start + t),
        )
        for t in range(newest, -1, -1)
        if t > newest - values.levensduur[0, p] and result.outcome.done[t, p] > NOTHING
    )  # fmt: skip
    after = int(values.doorlooptijd[0, p])
    sentence = Text(f"in gebruik vanaf {after} jaar na de uitgave", f"in use from {after} years after the spending")
    total = Term(STOCK, float(result.outcome.stock[asked.y, p]), "real", "=")
    return Block(Text("Opgeleverd werk", "Delivered work"), terms, total, sentence)
