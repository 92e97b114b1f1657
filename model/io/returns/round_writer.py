"""Write a round as a folder that reads back as the same round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from model.io.results import write_csv
from model.io.returns.figures import write_cijfers
from model.io.returns.settings import FILE, settings_text
from model.io.returns.tables import CONTROLETOTALEN, DASHBOARD, DEPARTEMENTEN, JBR, POSTEN, VORIGE
from model.io.scenario_text import write_toml
from model.returns.columns import STRUCTUREEL, jaar_van
from model.returns.earlier import Eerder
from model.returns.fields import POST_VELDEN
from model.returns.ronde import Elders, Ronde
from model.schema import Table


def write_ronde(ronde: Ronde, folder: Path) -> None:
    """Write a round in `folder`, over what is there; tables that would be empty and may be left out are not written.

    Figures of several rows together are written as they were given, in their own edition.
    """
    write_toml(settings_text(ronde), folder / FILE, force=True)
    departementen = ((each.ident, each.naam, each.hoofdstuk) for each in ronde.departementen.values())
    _write(folder, DEPARTEMENTEN, departementen)
    _write(folder, POSTEN, _posten(ronde))
    cijfers = {departement: tuple(_vorige(ronde, departement)) for departement in ronde.departementen}
    if any(cijfers.values()):
        write_cijfers(folder / VORIGE.file, VORIGE, cijfers)
    _write(folder, CONTROLETOTALEN, _controles(ronde))
    _write(folder, DASHBOARD, _elders(ronde.dashboard, ronde.jaar))
    _write(folder, JBR, _elders(ronde.jbr, ronde.jaar))


def _write(folder: Path, table: Table, rows: Iterable[Sequence[object]]) -> None:
    rows = list(rows)
    if rows or not table.optional:
        write_csv(folder / table.file, [column.name for column in table.columns], rows)


def _posten(ronde: Ronde) -> Iterator[Sequence[object]]:
    for departement, posten in ronde.posten.items():
        for post in posten:
            yield departement, post.tabel, post.ident, *(post.velden.get(veld.ident) for veld in POST_VELDEN)


def _vorige(ronde: Ronde, departement: str) -> Iterator[Eerder]:
    for (key, kolom), cel in ronde.vorige.get(departement, {}).items():
        yield Eerder(key, jaar_van(kolom, ronde.jaar), cel, ronde.editie.nummer)
    for each in ronde.samen.get(departement, ()):
        yield Eerder(each.was, jaar_van(each.kolom, ronde.jaar), each.cel, each.editie)


def _controles(ronde: Ronde) -> Iterator[Sequence[object]]:
    for departement, controles in ronde.controles.items():
        for each in controles:
            jaar = _jaar(each.kolom, ronde.jaar)
            yield departement, each.artikel, each.grootheid, jaar, each.bedrag, each.toets, each.referentie


def _elders(elders: Mapping[str, Sequence[Elders]], t: int) -> Iterator[Sequence[object]]:
    for departement, found in elders.items():
        for each in found:
            yield departement, each.naam, _jaar(each.kolom, t), each.bedrag, each.referentie


def _jaar(kolom: str, t: int) -> int | str:
    jaar = jaar_van(kolom, t)
    return STRUCTUREEL if jaar is None else jaar
