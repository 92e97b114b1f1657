"""The file's own totals as control totals of a dataset, for what was taken over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from model.io.begroting.cleaning import harmless
from model.io.begroting.parts import tolerance
from model.io.begroting.reading import Budget
from model.io.begroting.sources import Money, Selection
from model.reconciliation import TOLERANCE
from model.text import number

Row = Mapping[str, object]


def reference(budget: Budget) -> str:
    """Return the id of the file as a reference: `bestand-` and the start of its digest."""
    return f"bestand-{budget.digest[:12]}"


def controls(budget: Budget, chosen: Selection) -> Iterator[Row]:
    """Yield the file's own totals of the articles and phases that were taken over.

    Two ministries may share a chapter number: their totals are added. What was left out because it is negative is
    taken from the total, and said. Totals that are off by rounding get a lower and an upper bound.
    """
    found: dict[tuple[str, str, str, int], float] = defaultdict(float)
    for source in chosen.sources:
        for year, money in source.amounts.items():
            found[source.line.soort, source.line.hoofdstuk, source.line.artikel, year] += money.amount
    stated, counts = (
        _stated(chosen),
        Counter((source.line.soort, source.line.hoofdstuk, source.line.artikel) for source in chosen.sources),
    )
    for (sort, chapter, article, year), amount in sorted(found.items()):
        total = stated.get((sort, chapter, article, year))
        if total is None:
            continue
        value, said, places = total
        within = tolerance(counts[sort, chapter, article], 1.0)
        yield from _control((sort, chapter, article, year), value, amount, within, (said, places), budget)


def _control(
    key: tuple[str, str, str, int],
    stated: float,
    found: float,
    within: float,
    words: tuple[str, str],
    budget: Budget,
) -> Iterator[Row]:
    sort, chapter, article, year = key
    gap, (said, places) = abs(found - stated), words
    tests = ("minstens", "hoogstens") if TOLERANCE < gap <= within else ("gelijk",)
    for test in tests:
        bound = stated if test == "gelijk" else stated - gap if test == "minstens" else stated + gap
        rounding = "" if test == "gelijk" else f" (totaal {number(stated, 'nl')}; {test} binnen de afronding)"
        route = "ontvangsten" if sort == "O" else "begroting"
        yield {
            "id": "-".join([chapter.lower(), article.lower().replace(".", "-"), sort.lower(), str(year), test]),
            "naam": f"{chapter} {article} totaal {sort}{rounding}{said}",
            "jaar": year,
            "bedrag": bound,
            "toets": test,
            "tabel": "dekkingsreeksen",
            "selectie": f"hoofdstuk={harmless(chapter)}; artikel={harmless(article)}; route={route}",
            "referentie": reference(budget),
            "toelichting": places,
        }


def _stated(chosen: Selection) -> dict[tuple[str, str, str, int], tuple[float, str, str]]:
    """Return the stated total per kind, chapter, article and year, less what was left out, in the phase taken over."""
    used = {(id(money.line), money.at) for source in chosen.sources for money in source.amounts.values()}
    left = {(id(money.line), money.at): money for money in chosen.negative}
    stated: dict[tuple[str, str, str, int], tuple[float, str, str]] = {}
    missing: set[tuple[str, str, str, int]] = set()
    for group in chosen.groups:
        for at, moment in group.first.moments():
            if not any((id(line), at) in used for line in group.sums.leaves):
                continue
            key = (group.first.soort, group.first.hoofdstuk, group.first.artikel, moment.jaar)
            total = group.sums.total
            value = None if total is None else total.values[at]
            if total is None or value is None:
                missing.add(key)
                continue
            out = [left[id(line), at] for line in group.sums.leaves if (id(line), at) in left]
            earlier = stated.get(key, (0.0, "", ""))
            place = total.grid.spot(total.row, total.columns[at].at, total.columns[at].head)
            stated[key] = (earlier[0] + value - sum(m.amount for m in out), earlier[1] + _less(out), earlier[2] + place)
    return {key: value for key, value in stated.items() if key not in missing}


def _less(out: Sequence[Money]) -> str:
    if not out:
        return ""
    return f", zonder negatieve bedragen van samen {number(sum(money.amount for money in out), 'nl')}"
