"""How the figures of one kostenpost follow from each other: plan, price, work left behind, who paid, what is left."""

from __future__ import annotations

from collections.abc import Callable

from model.baseline import Kostenpost
from model.cells import BEHEERLAST, HOOFD
from model.explanation.asked import OF_HOOFD, REAL, Asked, Which, cells, meaning_of, name_of
from model.explanation.origin import parameter_origin
from model.explanation.plan import plan_about, plan_block
from model.explanation.prices import price_term
from model.explanation.terms import NOTHING, Block, Explanation, Op, Term, corrected, largest_first
from model.factors import Rates
from model.schema import RATES
from model.text import Text

FOLLOWS = Text("Hoe dit volgt", "How this follows")
_STOCK = Text("opgeleverd werk in gebruik", "delivered work in use")
_PER_PARTIJ = Text("Per partij", "By party")
_WHOLE_YEAR = Text("Deze kostenpost in {year}", "This post in {year}")
_BACKLOG = Text("werk dat van vorig jaar is blijven liggen", "work left behind by last year")
_OPEN = Text("werk dat open staat", "work that is open")
_UNPAID = Text("niet betaald", "not paid")
_CONTEXT = (
    "plan", "behoefte", "need", "dekking", "eigen", "inhaal", "tekort", "geleverd", "achterstand", "vervallen",
    "wacht_op_capaciteit", "besparing",
)  # fmt: skip
_ALWAYS = frozenset({"plan", "behoefte", "dekking", "tekort"})
_WITH_PLAN = frozenset({"behoefte", "plan", "gepland", "need"})
Steps = Callable[[Asked, Kostenpost, Which], tuple[Term, ...]]


def explain_post(asked: Asked, quantity: str, which: Which) -> Explanation:
    """Return where a quantity of one post (or of one partij's or onderdeel's part of it) comes from."""
    post = asked.result.plan.posts[which.post]
    which = _narrowed(asked, quantity, which)
    value, unit = _value(asked, quantity, post, which), "real" if quantity in REAL else "amount"
    said = Explanation(
        cells(quantity, which), asked.year, _title(asked, quantity, which), value, unit, asked.caption, meaning_of(quantity)
    )  # fmt: skip
    steps = _steps(asked, quantity, post, which)
    blocks = [Block(FOLLOWS, steps, said.total(name_of(quantity)))]
    if quantity in _WITH_PLAN and which.onderdeel == HOOFD:
        blocks.append(plan_block(asked, "kostenpost", post.id))
    if "stock" in (term.about[-1] if term.about else "" for term in steps):
        blocks.append(stock_block(asked, post))
    if not which.partij and quantity != "besparing":
        blocks += _parties(asked, quantity, which, said)
    blocks.append(_context(asked, which))
    return Explanation(
        said.about, said.year, said.title, value, unit, said.caption, said.meaning, tuple(blocks), post_facts(post)
    )  # fmt: skip


def _narrowed(asked: Asked, quantity: str, which: Which) -> Which:
    """Return the selection with its onderdeel, where there is only one that counts."""
    if which.onderdeel or quantity == "besparing":
        return which
    parts = [part for part in (HOOFD, BEHEERLAST) if asked.mask(_part(which, part)).any()]
    filled = [part for part in parts if quantity not in OF_HOOFD and abs(asked.of(quantity, _part(which, part))) > NOTHING]
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
        return _saving(asked, post)
    if not which.onderdeel:
        parts = (_part(which, HOOFD), _part(which, BEHEERLAST))
        names = (Text("de post zelf", "the post itself"), Text("beheerlast", "running cost"))
        return largest_first(asked.term(quantity, each, label=label) for each, label in zip(parts, names, strict=True))
    found = _STEPS.get(quantity)
    if found is None:
        return largest_first(
            asked.term(quantity, Which(which.post, which.onderdeel, partij)) for partij in asked.result.plan.baseline.parties
        )
    return found(asked, post, which)


def _share(asked: Asked, which: Which) -> tuple[Term, ...]:
    """Return the step to one partij's part, where that is not all."""
    share = sum(cell.share for cell, meant in zip(asked.result.grid.cells, asked.mask(which), strict=True) if meant)
    if not which.partij and abs(share - 1) <= 1e-12:
        return ()
    return (Term(Text("aandeel volgens de verdeelsleutel", "share by the distribution key"), share, "rate", "×"),)


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


def _price(asked: Asked, post: Kostenpost) -> Term:
    return price_term(asked, post.index, post.prijspeil, None, Text("prijs", "price"))


def _position(asked: Asked, post: Kostenpost) -> int:
    return next(p for p, each in enumerate(asked.result.grid.posts) if each.id == post.id)


def _unit(asked: Asked, post: Kostenpost, op: Op = "×") -> tuple[Term, ...]:
    """Return the steps from real work to money of the year, or back."""
    factor = rate_term(asked, post, "kostenfactor", op)
    price = _price(asked, post)
    shown = () if post.kostenfactor is None else (factor,)
    return (*shown, Term(price.label, price.value, price.unit, op, price.about, price.year))


def _volume(asked: Asked, post: Kostenpost) -> tuple[Term, ...]:
    value = float(asked.result.grid.values.volume[0, _position(asked, post), asked.y])
    if value == 1.0:
        return ()
    last, rate = asked.result.plan.last_given.get(post.id), rate_term(asked, post, "volumegroei")
    grown = f"{max(0, asked.year - (last or asked.year))}"
    label = Text(
        f"volumegroei na {last}: {grown} jaar (1 + {rate.printed('nl')})",
        f"growth of volume after {last}: {grown} years of (1 + {rate.printed('en')})",
    )
    return (Term(label, value, "ratio", "×", origin=rate.origin),)


def _asks(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if which.onderdeel == BEHEERLAST:
        return _running(asked, post, which)
    plan = asked.result.grid.values.plan[0, _position(asked, post), asked.y]
    start = Term(Text("plan", "plan"), float(plan), "real", "", plan_about("kostenpost", post.id), asked.year)
    return _to_money(asked, post, which, start)


def _lasts(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if which.onderdeel == BEHEERLAST:
        return _running(asked, post, which)
    lasting = asked.result.grid.values.structural[0, _position(asked, post), asked.y]
    label = Text("blijvend deel van het plan", "lasting part of the plan")
    start = Term(label, float(lasting), "real", "", ("blijvend", "kostenpost", post.id), asked.year)
    return _to_money(asked, post, which, start)


def _to_money(asked: Asked, post: Kostenpost, which: Which, start: Term) -> tuple[Term, ...]:
    grown = _unit(asked, post) if post.investering else (*_volume(asked, post), *_unit(asked, post))
    return (start, *_share(asked, which), *grown, *asked.deflated())


def _running(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    return (
        _stock(asked, post),
        rate_term(asked, post, "beheerratio"),
        *_share(asked, which),
        _price(asked, post),
        *asked.deflated(),
    )


def _stock(asked: Asked, post: Kostenpost) -> Term:
    stock = float(asked.result.outcome.stock[asked.y, _position(asked, post)])
    return Term(_STOCK, stock, "real", "", ("kostenpost", post.id, "stock"), asked.year)


def saving(asked: Asked, post: Kostenpost) -> float:
    """Return what delivered work of a post saves, in the prices asked for."""
    grid, p = asked.result.grid, _position(asked, post)
    ratio, price = grid.values.besparingsratio[0, p], grid.values.price[0, p, asked.y]
    stock, share = asked.result.outcome.stock[asked.y, p], grid.layout.post_saving_share[p]
    return float(ratio * stock * price * share) / asked.factor


def _saving(asked: Asked, post: Kostenpost) -> tuple[Term, ...]:
    if not post.investering:
        return ()
    steps = (_stock(asked, post), rate_term(asked, post, "besparingsratio"), _price(asked, post), *asked.deflated())
    return corrected(Text("verdeelsleutel telt niet op tot 1", "key does not add up to 1"), steps, saving(asked, post))


def stock_block(asked: Asked, post: Kostenpost) -> Block:
    """Return the work that is in use this year, by the year in which it was delivered."""
    result, p = asked.result, _position(asked, post)
    values, start = result.grid.values, result.plan.horizon.start
    newest = asked.y - int(values.doorlooptijd[0, p])
    terms = tuple(
        Term(
            Text(f"geleverd in {start + t}", f"delivered in {start + t}"), float(result.outcome.done[t, p]), "real", "+",
            ("kostenpost", post.id, "geleverd", HOOFD) if asked.askable(start + t) else (), asked.askable(start + t),
        )
        for t in range(newest, -1, -1)
        if t > newest - values.levensduur[0, p] and result.outcome.done[t, p] > NOTHING
    )  # fmt: skip
    after = int(values.doorlooptijd[0, p])
    sentence = Text(f"in gebruik vanaf {after} jaar na de uitgave", f"in use from {after} years after the spending")
    total = Term(_STOCK, float(result.outcome.stock[asked.y, p]), "real", "=")
    return Block(Text("Opgeleverd werk", "Delivered work"), terms, total, sentence)


def explain_stock(asked: Asked, ident: str) -> Explanation:
    """Return which delivered work of a post is in use."""
    post, name = asked.result.plan.posts[ident], asked.owner_name("kostenpost", ident)
    title = Text(f"Opgeleverd werk in gebruik: {name.nl}", f"Delivered work in use: {name.en}")
    block = stock_block(asked, post)
    value = block.total.value if block.total else 0.0
    return Explanation(("kostenpost", ident, "stock"), asked.year, title, value, "real", asked.caption, None, (block,))


def _open(asked: Asked, which: Which) -> tuple[Term, ...]:
    """Return the work that could be done: planned, and left behind by last year."""
    before = asked.of("achterstand", which, asked.y - 1) if asked.y else 0.0
    year = asked.askable(asked.year - 1)
    left = Term(_BACKLOG, before, "real", "+", cells("achterstand", which) if year else (), year)
    return (asked.term("plan", which, ""), *((left,) if before > NOTHING else ()))


def _waits(asked: Asked, which: Which) -> tuple[Term, ...]:
    wait = asked.of("wacht", which)
    label = Text("wacht op capaciteit", "waits for capacity")
    return (Term(label, wait, "real", "−"),) if wait > NOTHING else ()


def _needs(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if not post.investering or which.onderdeel == BEHEERLAST:
        return _asks(asked, post, which)
    steps = (*_open(asked, which), *_waits(asked, which))
    done = Term(_OPEN, Block(FOLLOWS, steps).worked_out(), "real", "=")
    return (*steps, done, *_unit(asked, post), *asked.deflated())


def _waiting(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = _open(asked, which)
    can = Block(FOLLOWS, steps).worked_out() - asked.of("wacht", which)
    label = Text("kan gedaan worden met de capaciteit", "can be done with the capacity")
    steps = (*steps, Term(label, can, "real", "−"), Term(Text("wacht", "waits"), asked.of("wacht", which), "real", "="))
    return (*steps, *_unit(asked, post), *asked.deflated())


def _sources(quantity: str, asked: Asked, which: Which, *, eigen: bool = False) -> tuple[Term, ...]:
    """Return what each source paid, in the order in which they had their turn."""
    lasting, mask = quantity == "lasting", asked.mask(which)
    sort = "betaling_blijvend" if lasting else "betaling"
    paid: dict[str, float] = {}
    for source, cell, amount in asked.payments(lasting=lasting):
        if mask[cell] and amount > 0 and (not eigen or asked.result.plan.sources[source].route == "eigen"):
            paid[source] = paid.get(source, 0.0) + amount
    return tuple(
        Term(asked.owner_name("dekkingsbron", s), amount, "amount", "+", (sort, s, *which.tail), asked.year)
        for s, amount in paid.items()
        if amount > NOTHING
    )


def _shorts(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    need, paid = asked.term("need", which, ""), asked.term("dekking", which, "−")
    rest = Term(_UNPAID, need.value - paid.value, "amount", "=")
    label = Text(
        "waarvan werk dat vorig jaar al was uitgesteld (telt niet opnieuw)",
        "of which work already postponed last year (not counted again)",
    )
    return corrected(label, (need, paid, rest), asked.of("tekort", which))


def _catches_up(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = (asked.term("dekking", which, ""), asked.term("behoefte", which, "−"))
    label = Text("minder betaald dan de behoefte telt niet", "less paid than the need does not count")
    return corrected(label, steps, asked.of("inhaal", which))


def _delivers(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    return (asked.term("dekking", which, ""), *asked.inflated(), *_unit(asked, post, "÷"))


def _postponed(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    return (*_open(asked, which), asked.term("geleverd", which, "−"), asked.term("vervallen", which, "−"))


def _lapses(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    need, paid = asked.term("need", which, ""), asked.term("dekking", which, "−")
    kept = rate_term(asked, post, "doorschuif")
    label = Text(f"1 min {kept.label.nl}", f"1 minus {kept.label.en}")
    lapse = Term(label, 1 - kept.value, "rate", "×", origin=kept.origin)
    rest = Term(_UNPAID, need.value - paid.value, "amount", "=")
    return (need, paid, rest, *asked.inflated(), *_unit(asked, post, "÷"), lapse)


def _incidentally(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = (asked.term("structurele_lasten", which, ""), asked.term("structurele_dekking", which, "−"))
    label = Text("waarvan ook dit jaar niet betaald", "of which not paid this year either")
    return corrected(label, steps, asked.of("incidenteel_gedekt", which))


def _covered(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = (asked.term("dekking", which, ""), asked.term("eigen", which, "−"))
    label = Text("meer dan de behoefte (ingehaald werk) telt niet", "more than the need (caught up) does not count")
    return corrected(label, steps, asked.of("gedekt", which))


def _only_plan(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    plan = asked.result.grid.values.plan[0, _position(asked, post), asked.y]
    start = Term(Text("plan", "plan"), float(plan), "real", "", plan_about("kostenpost", post.id), asked.year)
    return (start, *_share(asked, which))


_STEPS: dict[str, Steps] = {
    "plan": _only_plan,
    "gepland": _only_plan,
    "behoefte": _asks,
    "need": _needs,
    "dekking": lambda asked, _, which: _sources("dekking", asked, which),
    "dekking_beheer": lambda asked, _, which: _sources("dekking", asked, which),
    "dekking_investering": lambda asked, _, which: _sources("dekking", asked, which),
    "eigen": lambda asked, _, which: _sources("dekking", asked, which, eigen=True),
    "gedekt": _covered,
    "tekort": _shorts,
    "tekort_vernieuwing": _shorts,
    "inhaal": _catches_up,
    "geleverd": _delivers,
    "achterstand": _postponed,
    "vervallen": _lapses,
    "wacht_op_capaciteit": _waiting,
    "structurele_lasten": _lasts,
    "structurele_dekking": lambda asked, _, which: _sources("lasting", asked, which),
    "incidenteel_gedekt": _incidentally,
}


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
