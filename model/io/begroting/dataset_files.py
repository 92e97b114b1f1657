"""The dataset that a budget file becomes: sources with their amounts, the file as their reference, its own totals.

Tables that the file says nothing about have only their header row, so that the folder is a dataset by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model.io.begroting.choice import Choice
from model.io.begroting.cleaning import Guard
from model.io.begroting.controls import Row, controls, reference
from model.io.begroting.reading import Budget
from model.io.begroting.reconciliation import per_article
from model.io.begroting.sources import Selection, Source, status_of, verloop_of
from model.io.datapackage import NAME
from model.io.dataset_tables import tables_of, write_package, write_tables
from model.io.results import refuse_existing, write_csv
from model.text import Language
from model.words import RIJK

MUTATIONS = "mutaties.csv"
_MUTATIONS = ("dekkingsbron", "jaar", "bedrag", "soort", "stand", "referentie", "toelichting")
RECONCILED = "aansluiting.csv"
_RECONCILED = (
    "soort", "hoofdstuk", "artikel", "naam", "jaar", "stand", "rijen", "som", "eigen_totaal", "verschil", "vindplaats"
)  # fmt: skip
_WRITTEN = ("partijen", "dekkingsbronnen", "dekkingsreeksen", "referenties", "controletotalen")


def write_dataset(
    budget: Budget, chosen: Selection, choice: Choice, folder: Path, *, force: bool, language: Language
) -> tuple[list[Path], Guard]:
    """Write the dataset into `folder` and return the paths, and what kept texts from becoming formulas.

    Raises `InputError` where a file exists already and not `force`, or the folder cannot be written.
    """
    tables = tables_of(_WRITTEN)
    paths = [folder / table.file for table in tables]
    extra = [folder / MUTATIONS] if chosen.mutations else []
    apart = folder / RECONCILED
    package = folder / NAME
    refuse_existing([*paths, *extra, apart, package], force=force)
    rows, guard = dataset_rows(budget, chosen, choice), Guard()
    write_tables(tables, rows, folder, guard)
    write_csv(apart, _RECONCILED, guard.rows(_reconciled(budget)))
    for path in extra:
        write_csv(path, _MUTATIONS, guard.rows(_mutations(budget, chosen)))
    write_package(folder, reference(budget), language)
    return [*paths, *extra, apart, package], guard


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
        "controletotalen": list(controls(budget, chosen)),
    }


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


def _reconciled(budget: Budget) -> Iterator[list[object]]:
    """Yield, for every article, phase and year of the file, what was read beside the file's own total."""
    for group in budget.groups:
        for found in per_article(group):
            line = found.line
            gap = None if found.stated is None else found.found - found.stated
            place = "" if found.stated is None else line.grid.spot(line.row)
            who = [line.soort, line.hoofdstuk, line.artikel, line.artikelnaam, found.moment.jaar, found.moment.stand]
            yield [*who, found.details, found.found, found.stated, gap, place]


def _mutations(budget: Budget, chosen: Selection) -> Iterator[list[object]]:
    idents = {id(money.line): source.ident for source in chosen.sources for money in source.amounts.values()}
    for money in chosen.mutations:
        kind = "stand (extrapolatie)" if money.moment.extrapolatie else "mutatie"
        ident = idents.get(id(money.line))
        yield [ident, money.moment.jaar, money.amount, kind, money.moment.stand, reference(budget), money.place]
