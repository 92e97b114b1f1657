"""Where the figures of a dekkingsbron come from: what it had, what it paid and for what, what was left."""

from __future__ import annotations

from dataclasses import replace

from model.baseline import Dekkingsbron
from model.explanation.asked import Asked
from model.explanation.facts import source_facts
from model.explanation.plan import plan_about, plan_block
from model.explanation.prices import price_term
from model.explanation.terms import NOTHING, About, Block, Explanation, Op, Term, largest_first
from model.factors import Rates, money_factor
from model.indicators import INDICATORS
from model.ledger import opened
from model.text import Text
from model.words import BASELINE_COUNTS, BESLUITSTATUSSEN, RIJK

FOLLOWS = Text("Hoe dit volgt", "How this follows")
NAMES = {
    "geld": Text("Geld in het jaar", "Money of the year"),
    "beschikbaar": Text("Beschikbaar", "Available"),
    "ingezet": Text("Ingezet", "Used"),
    "meegenomen": Text("Mee naar volgend jaar", "Carried to next year"),
    "onderuitputting": INDICATORS["onderuitputting"].naam,
    "blijvend": Text("Blijvend geld", "Lasting money"),
    "ruimte": INDICATORS["structurele_ruimte"].naam,
    "kadereffect": INDICATORS["kadereffect"].naam,
}
_MEANINGS = {
    "geld": Text("het plan van de bron in prijzen van het jaar", "the plan of the source in prices of the year"),
    "beschikbaar": Text(
        "geld van het jaar en wat van vorig jaar mee mocht", "money of the year and what last year left"
    ),
    "ingezet": Text("wat de bron heeft betaald", "what the source paid"),
    "meegenomen": Text("wat overbleef, tot de eindejaarsmarge", "what was left, up to the margin"),
    "onderuitputting": INDICATORS["onderuitputting"].meaning,
    "blijvend": Text(
        "het deel van het geld dat tot het einde van de horizon blijft", "the part of the money that lasts"
    ),
    "ruimte": INDICATORS["structurele_ruimte"].meaning,
    "kadereffect": INDICATORS["kadereffect"].meaning,
}
_CONTEXT = ("geld", "beschikbaar", "ingezet", "meegenomen", "onderuitputting")
_NOT_COUNTED = Text(
    "telt niet mee: dit scenario rekent niet met geld dat {status} is",
    "does not count: this scenario leaves out money that is {status}",
)


def _position(asked: Asked, ident: str) -> int:
    return next(s for s, source in enumerate(asked.result.grid.sources) if source.id == ident)


def amount(asked: Asked, ident: str, name: str, y: int | None = None) -> float:
    """Return a quantity of a source in the year, in the prices asked for; `y` takes it from another year."""
    result, s, at = asked.result, _position(asked, ident), asked.y if y is None else y
    if name == "kadereffect":
        return amount(asked, ident, "geld") - _baseline_money(asked, ident)
    money = {"geld": result.grid.values.money, "blijvend": result.grid.values.structural_money}
    value = money[name][0, s, at] if name in money else getattr(result.outcome, name)[at, s]
    return float(value) / asked.factor


def _baseline_money(asked: Asked, ident: str) -> float:
    """Return the decided money of a source of the Rijk in the dataset itself, in the prices asked for."""
    baseline, horizon = asked.result.plan.baseline, asked.result.plan.horizon
    source = baseline.sources.get(ident)
    if source is None or source.besluitstatus not in BASELINE_COUNTS or baseline.parties[source.betaler].soort != RIJK:
        return 0.0
    series = opened(baseline.source_series.get(ident, ()), source.verloop, horizon)
    money = series.total * money_factor(source, horizon.simulated, Rates(baseline.parameters, {}))[0]
    return float(money[asked.y]) / asked.factor


def term(asked: Asked, ident: str, name: str, op: Op = "+", label: Text | None = None) -> Term:
    """Return a quantity of a source as a step that can be asked about."""
    about: About = ("dekkingsbron", ident, name)
    return Term(label or NAMES[name], amount(asked, ident, name), "amount", op, about, asked.year)


def explain_source(asked: Asked, ident: str, name: str) -> Explanation:
    """Return where a quantity of a source comes from."""
    source, naam = asked.result.plan.sources[ident], asked.owner_name("dekkingsbron", ident)
    value = amount(asked, ident, name)
    title = Text(f"{NAMES[name].nl}: {naam.nl}", f"{NAMES[name].en}: {naam.en}")
    block = Block(FOLLOWS, _steps(asked, source, name), Term(NAMES[name], value, "amount", "="))
    blocks = [block]
    if name in ("kadereffect", "beschikbaar"):
        blocks.append(Block(NAMES["geld"], _steps(asked, source, "geld"), term(asked, ident, "geld", "=")))
    if name in ("geld", "kadereffect", "beschikbaar"):
        blocks.append(plan_block(asked, "dekkingsbron", ident))
    context = Text(f"Deze bron in {asked.year}", f"This source in {asked.year}")
    blocks.append(Block(context, tuple(term(asked, ident, each, "") for each in _CONTEXT)))
    return Explanation(
        ("dekkingsbron", ident, name), asked.year, title, value, "amount", asked.caption, _MEANINGS[name],
        tuple(blocks), source_facts(asked, source),
    )  # fmt: skip


def _steps(asked: Asked, source: Dekkingsbron, name: str) -> tuple[Term, ...]:
    ident = source.id
    if name in ("geld", "blijvend"):
        return _money(asked, source, lasting=name == "blijvend")
    if name == "ingezet":
        return paid_for(asked, ident, lasting=False)
    if name == "beschikbaar":
        return (term(asked, ident, "geld", ""), *_carried(asked, ident))
    if name == "ruimte":
        return (term(asked, ident, "blijvend", ""), *(replace(t, op="−") for t in paid_for(asked, ident, lasting=True)))
    if name == "kadereffect":
        label = Text("geld in de dataset zelf, zonder maatregelen", "money in the dataset itself, without measures")
        steps: tuple[Term, ...] = (term(asked, ident, "geld", ""), Term(label, _baseline_money(asked, ident), op="−"))
    else:
        other = "onderuitputting" if name == "meegenomen" else "meegenomen"
        first, paid = term(asked, ident, "beschikbaar", ""), term(asked, ident, "ingezet", "−")
        over = Term(Text("overgebleven", "left over"), first.value - paid.value, "amount", "=")
        steps = (first, paid, over, term(asked, ident, other, "−"))
    return steps


def _carried(asked: Asked, ident: str) -> tuple[Term, ...]:
    before = amount(asked, ident, "meegenomen", asked.y - 1) if asked.y else 0.0
    label = Text("meegenomen uit vorig jaar", "carried over from last year")
    return (Term(label, before),) if before > NOTHING else ()


def _money(asked: Asked, source: Dekkingsbron, *, lasting: bool) -> tuple[Term, ...]:
    """Return the steps from a plan amount to money: whether it counts, its compensation, the prices of the table."""
    plan = asked.result.plan
    series = plan.structural("dekkingsbron", source.id) if lasting else plan.amounts("dekkingsbron", source.id)
    about: About = ("blijvend", "dekkingsbron", source.id) if lasting else plan_about("dekkingsbron", source.id)
    name = Text("blijvend deel van het plan", "lasting part of the plan") if lasting else Text("plan", "plan")
    start = Term(name, float(series[asked.y]), "real", "", about, asked.year)
    label = Text("prijs, voor zover gecompenseerd", "price, as far as compensated")
    price = price_term(asked, source.index, source.prijspeil, source.compensatie, label)
    return (start, *_counted(asked, source), price, *asked.deflated())


def _counted(asked: Asked, source: Dekkingsbron) -> tuple[Term, ...]:
    if source.besluitstatus in asked.result.plan.counts:
        return ()
    status = BESLUITSTATUSSEN[source.besluitstatus]
    label = Text(_NOT_COUNTED.nl.format(status=status.nl), _NOT_COUNTED.en.format(status=status.en))
    return (Term(label, 0.0, "ratio", "×"),)


def paid_for(asked: Asked, ident: str, *, lasting: bool) -> tuple[Term, ...]:
    """Return what a source paid per post, the largest first."""
    sums: dict[str, float] = {}
    for source, cell, paid in asked.payments(lasting=lasting):
        if source == ident:
            post = asked.result.grid.cells[cell].post.id
            sums[post] = sums.get(post, 0.0) + paid
    sort = "betaling_blijvend" if lasting else "betaling"
    return largest_first(
        Term(asked.owner_name("kostenpost", post), paid, "amount", "+", (sort, ident, post), asked.year)
        for post, paid in sums.items()
    )


def explain_contributor(asked: Asked, partij: str, ident: str = "") -> Explanation:
    """Return what a bijdrager paid: its share in each source, or in one."""
    naam = asked.partij_name(partij)
    meaning = Text("wie de bronnen vult waaruit is betaald", "who fills the sources that paid")
    if ident:
        share, used = contribution(asked, partij, ident), term(asked, ident, "ingezet", "")
        label = Text(f"aandeel van {naam.nl}", f"share of {naam.en}")
        steps: tuple[Term, ...] = (used, Term(label, share, "rate", "×"))
        source = asked.owner_name("dekkingsbron", ident).nl
        title = Text(f"Betaald door {naam.nl}: {source}", f"Paid by {naam.en}: {source}")
        about: About = ("bijdrager", partij, ident)
    else:
        steps = largest_first(
            Term(
                asked.owner_name("dekkingsbron", each),
                contribution(asked, partij, each) * amount(asked, each, "ingezet"),
                about=("bijdrager", partij, each),
                year=asked.year,
            )
            for each in asked.result.plan.sources
        )  # fmt: skip
        title, about = Text(f"Betaald door {naam.nl}", f"Paid by {naam.en}"), ("bijdrager", partij)
    found = (
        float(asked.result.paid_by()[partij][asked.at]) / asked.factor
        if not ident
        else Block(title, steps).worked_out()
    )
    total = Term(title, found, "amount", "=")
    return Explanation(
        about, asked.year, title, found, "amount", asked.caption, meaning, (Block(FOLLOWS, steps, total),)
    )


def contribution(asked: Asked, partij: str, ident: str) -> float:
    """Return the share of a partij in a source; one without shares is filled by its betaler."""
    plan = asked.result.plan
    return plan.baseline.contributions.get(ident, {plan.sources[ident].betaler: 1.0}).get(partij, 0.0)
