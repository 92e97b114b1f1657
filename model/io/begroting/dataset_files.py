"""The dataset that a budget file becomes: sources with their amounts, the file as their reference, its own totals.

Tables that the file says nothing about have only their header row, so that the folder is a dataset by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.begroting.choice import Choice
from model.io.begroting.parts import tolerance
from model.io.begroting.reading import Budget
from model.io.begroting.sources import Money, Selection, Source, status_of, verloop_of
from model.io.datapackage import NAME, datapackage
from model.io.results import refuse_existing, write_csv
from model.io.text_files import reason
from model.reconciliation import TOLERANCE
from model.schema import TABLES, Table
from model.text import Language, number
from model.words import RIJK

MUTATIONS = "mutaties.csv"
_MUTATIONS = ("dekkingsbron", "jaar", "bedrag", "soort", "stand", "referentie", "toelichting")
_WRITTEN = ("partijen", "dekkingsbronnen", "dekkingsreeksen", "referenties", "controletotalen")

Row = Mapping[str, object]


def write_dataset(
    budget: Budget, chosen: Selection, choice: Choice, folder: Path, *, force: bool, language: Language
) -> list[Path]:
    """Write the dataset into `folder` and return the paths.

    Raises `InputError` where a file exists already and not `force`, or the folder cannot be written.
    """
    tables = [table for table in TABLES if not table.optional or table.name in _WRITTEN]
    paths = [folder / table.file for table in tables]
    extra = [folder / MUTATIONS] if chosen.mutations else []
    package = folder / NAME
    refuse_existing([*paths, *extra, package], force=force)
    rows = dataset_rows(budget, chosen, choice)
    for table, path in zip(tables, paths, strict=True):
        write_csv(path, *_columns(table, rows.get(table.name, ())))
    for path in extra:
        write_csv(path, _MUTATIONS, _mutations(budget, chosen))
    try:
        name = folder.resolve().name
        described = datapackage(folder, name=reference(budget), title=name, version="1.0.0", language=language)
        package.write_text(described, encoding="utf-8")
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(package)), {"found": reason(error)})]) from None
    return [*paths, *extra, package]


def _columns(table: Table, rows: Sequence[Row]) -> tuple[list[str], Iterator[list[object]]]:
    """Return the header of a table, needed columns and those that hold something, and its rows."""
    names = [c.name for c in table.columns if not c.optional or any(row.get(c.name) is not None for row in rows)]
    return names, ([row.get(name) for name in names] for row in rows)


def dataset_rows(budget: Budget, chosen: Selection, choice: Choice) -> dict[str, list[Row]]:
    """Return the rows of each table that the file fills, amounts in k€."""
    place = ", ".join(f"{table.grid.sheet or 'CSV'} rij {table.heads.row}" for table, _ in budget.tables[:10])
    return {
        "partijen": [{"id": RIJK, "naam": "het Rijk", "soort": RIJK}],
        "referenties": [
            {
                "id": reference(budget),
                "titel": budget.file,
                "kenmerk": f"sha256:{budget.digest}",
                "vindplaats": f"kopregel: {place}",
            }
        ],
        "dekkingsbronnen": [_source(source, choice) for source in chosen.sources],
        "dekkingsreeksen": [row for source in chosen.sources for row in _series(source, budget)],
        "controletotalen": list(_controls(budget, chosen)),
    }


def reference(budget: Budget) -> str:
    """Return the id of the file as a reference: `bestand-` and the start of its digest."""
    return f"bestand-{budget.digest[:12]}"


def _source(source: Source, choice: Choice) -> Row:
    line = source.line
    names = [part for part in dict.fromkeys(part.strip() for part in line.path) if part]
    of = " ".join(part for part in (line.hoofdstuk, line.artikel) if part)
    return {
        "id": source.ident,
        "naam": " · ".join([of, *(names or [line.artikelnaam or line.hoofdstuknaam or "artikel"])]),
        "betaler": RIJK,
        "besluitstatus": status_of(source, choice),
        "volgorde": 1,
        "verloop": verloop_of(source, choice),
        "route": "ontvangsten" if line.soort == "O" else "begroting",
        "hoofdstuk": line.hoofdstuk,
        "artikel": line.artikel,
        "toelichting": line.artikelnaam or None,
    }


def _series(source: Source, budget: Budget) -> Iterator[Row]:
    for year in sorted(source.amounts):
        money = source.amounts[year]
        yield {
            "dekkingsbron": source.ident,
            "jaar": year,
            "bedrag": money.amount,
            "status": "afgeleid" if money.line.columns[money.at].derived else "gepubliceerd",
            "stand": money.moment.stand,
            "referentie": reference(budget),
            "toelichting": money.place,
        }


def _mutations(budget: Budget, chosen: Selection) -> Iterator[list[object]]:
    idents = {id(money.line): source.ident for source in chosen.sources for money in source.amounts.values()}
    for money in chosen.mutations:
        kind = "stand (extrapolatie)" if money.moment.extrapolatie else "mutatie"
        ident = idents.get(id(money.line))
        yield [ident, money.moment.jaar, money.amount, kind, money.moment.stand, reference(budget), money.place]


def _controls(budget: Budget, chosen: Selection) -> Iterator[Row]:
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
            "selectie": f"hoofdstuk={chapter}; artikel={article}; route={route}",
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
