"""What reading returns leaves behind: `opgaven.csv`, `bevindingen.csv`, and per file a workbook of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.io.excel.export import write_file
from model.io.results import refuse_existing, write_csv
from model.io.returns.figures import cijfers_van, write_cijfers
from model.io.returns.guarded import safe
from model.io.returns.reading import Inzending
from model.io.returns.returned_book import findings_book
from model.io.returns.tables import OPGAVEN
from model.returns.bevinding import Bevinding
from model.text import Language

FINDINGS = "bevindingen.csv"
HEADER = (
    "bestand", "departement", "geweigerd", "ernst", "code", "blad", "cel", "regel", "kolom", "plek", "gevonden",
    "verwacht", "herstel", "uitleg",
)  # fmt: skip


def paths_of(handed_in: Sequence[Inzending], folder: Path) -> dict[str, Path]:
    """Return what is written: both tables by their name, workbooks by the name of the file that they are about."""
    tables = {name: folder / name for name in (OPGAVEN.file, FINDINGS)}
    books = {each.bestand: folder / f"{Path(each.bestand).stem}-bevindingen.xlsx" for each in handed_in}
    return tables | books


def several(handed_in: Sequence[Inzending]) -> list[str]:
    """Return the departments of which more than one return was read."""
    counted = Counter(each.opgave.herkomst.departement for each in handed_in if each.opgave is not None)
    return [departement for departement, count in counted.items() if count > 1]


def write_handed_in(handed_in: Sequence[Inzending], folder: Path, language: Language, *, force: bool) -> list[Path]:
    """Write everything; raise `InputError` where something exists already and not `force`, or cannot be written.

    Figures of departments with several returns are left out: they do not stand side by side until they are merged.
    """
    paths = paths_of(handed_in, folder)
    refuse_existing(paths.values(), force=force)
    merge_first = several(handed_in)
    figures = {
        departement: cijfers_van(each.opgave, each.ronde.jaar)
        for each in handed_in
        if each.opgave is not None and each.ronde is not None
        if (departement := each.opgave.herkomst.departement) not in merge_first
    }
    write_cijfers(paths[OPGAVEN.file], OPGAVEN, figures)
    write_csv(paths[FINDINGS], HEADER, _rows(handed_in, language))
    for each in handed_in:
        write_file(findings_book(each, language), paths[each.bestand])
    return list(paths.values())


def _rows(handed_in: Sequence[Inzending], language: Language) -> Iterator[tuple[object, ...]]:
    for each in handed_in:
        departement = each.herkomst.departement if each.herkomst is not None else ""
        head = (safe(each.bestand), departement, "ja" if each.geweigerd else "nee")
        for issue in each.issues:
            yield (*head, "fout", issue.code, "", "", "", "", "", safe(issue.say(language)), "", "", "")
        for found in each.bevindingen:
            yield (*head, found.ernst, found.code, *map(safe, told_row(found, language)))


def told_row(found: Bevinding, language: Language) -> Iterator[str]:
    """Yield a finding as it stands in a table, from its sheet on."""
    yield from found.vindplaats
    yield found.plek.tekst() if found.plek is not None else ""
    yield from found.delen(language)
    yield found.uitleg
