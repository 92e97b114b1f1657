"""Returns of a round brought together: per department its files merged, looked through, and everything counted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from model.io.returns.decisions import BESLECHT, OPEN, Besluit, Besluiten, Gevonden
from model.io.returns.labels import Posten, item_woorden, kolom_woorden
from model.io.returns.places import plaats_van
from model.io.returns.reading import Inzending
from model.io.returns.settled import beslist
from model.returns.apart_signed import aftekening_apart
from model.returns.basis import basis_van, versie
from model.returns.bevinding import ERNSTEN, Bevinding, Vindplaats
from model.returns.edits import Plek, inhoud_van
from model.returns.merge import Samenvoeging, voeg_samen
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.returns.telling import Telling, tel
from model.returns.undecided import onbeslist, open_cellen
from model.returns.undoubted import zonder_twijfel
from model.returns.untested import ongetoetst
from model.text import Language

_FILE = "lees-"  # of findings about a file, not about what the return says


class Melding(NamedTuple):
    """A finding, and in which file; in none where it is of several files together."""

    bestand: str
    bevinding: Bevinding


@dataclass(frozen=True, slots=True)
class Bijeen:
    """The files of one department that were taken over, and what came of them."""

    inzendingen: tuple[Inzending, ...]
    samenvoeging: Samenvoeging
    meldingen: tuple[Melding, ...]

    @property
    def opgave(self) -> Opgave:
        """Return the return of the department."""
        return self.samenvoeging.opgave

    @property
    def fout(self) -> bool:
        """Return whether an error is open."""
        return any(each.bevinding.ernst == "fout" and each.bevinding.open for each in self.meldingen)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A round brought together: every file that was read, what came of each department, and the count."""

    ronde: Ronde
    inzendingen: tuple[Inzending, ...]
    besluiten: Besluiten
    departementen: Mapping[str, Bijeen]
    telling: Telling

    @property
    def geweigerd(self) -> tuple[Inzending, ...]:
        """Return the files of which nothing was taken over."""
        return tuple(each for each in self.inzendingen if each.geweigerd)

    @property
    def conflicten(self) -> Iterator[Gevonden]:
        """Yield every conflict in the order of the table, the open ones of a department first."""
        for departement, bijeen in self.departementen.items():
            yield from ((departement, each, OPEN) for each in bijeen.samenvoeging.conflicten)
            yield from ((departement, each, BESLECHT) for each in bijeen.samenvoeging.beslecht)

    def posten(self, departement: str) -> Posten:
        """Return the posts of a department, also those that it removed or about which it said nothing."""
        sent = {(post.tabel, post.ident): post for post in self.ronde.posten.get(departement, ())}
        bijeen = self.departementen.get(departement)
        return sent if bijeen is None else sent | dict(bijeen.opgave.posten)

    @property
    def overbodig(self) -> Iterator[tuple[str, Plek]]:
        """Yield the decisions about places without a conflict."""
        for departement, decided in self.besluiten.items():
            bijeen = self.departementen.get(departement)
            unused = decided if bijeen is None else bijeen.samenvoeging.ongebruikt
            yield from ((departement, place) for place in unused)

    @property
    def meldingen(self) -> Iterator[tuple[str, Melding]]:
        """Yield every finding with its department, those in refused files first."""
        for each in self.geweigerd:
            who = each.herkomst.departement if each.herkomst is not None else ""
            yield from ((who, Melding(each.bestand, found)) for found in each.bevindingen)
        for departement, bijeen in self.departementen.items():
            yield from ((departement, each) for each in bijeen.meldingen)
        for departement, place in self.overbodig:
            yield departement, Melding("", Bevinding("besluit-overbodig", "waarschuwing", place))

    @property
    def klaar(self) -> bool:
        """Return whether no file was refused, no conflict is open and no error is left."""
        wrong = any(bijeen.fout for bijeen in self.departementen.values())
        return not (self.geweigerd or wrong or any(stand == OPEN for _, _, stand in self.conflicten))


Onthoud = Callable[[Hashable, Callable[[], Bijeen]], Bijeen]
"""Gives what came of a department by all that it depends on; where it does not know that, it has it worked out."""


def _anew(_: Hashable, work: Callable[[], Bijeen]) -> Bijeen:
    return work()


def bring_together(
    ronde: Ronde,
    handed_in: Iterable[Inzending],
    besluiten: Besluiten,
    language: Language = "nl",
    onthoud: Onthoud = _anew,
) -> Uitslag:
    """Return what files say together; their order plays no part. No two of them have the same name."""
    files = tuple(sorted(handed_in, key=lambda each: each.bestand))
    found = {}
    for departement in ronde.departementen:
        mine = tuple(each for each in files if each.opgave is not None and _who(each) == departement)
        if mine:
            key = departement, tuple(each.bestand for each in mine), _decided(besluiten, departement), language
            found[departement] = onthoud(key, partial(_department, ronde, departement, mine, besluiten, language))
    wrong = frozenset(departement for departement, bijeen in found.items() if bijeen.fout)
    counted = tel(ronde, {departement: bijeen.opgave for departement, bijeen in found.items()}, wrong)
    return Uitslag(ronde, files, besluiten, found, counted)


def _decided(besluiten: Besluiten, departement: str) -> frozenset[tuple[Plek, Besluit]]:
    return frozenset(besluiten.get(departement, {}).items())


def _who(each: Inzending) -> str:
    return each.herkomst.departement if each.herkomst is not None else ""


def _department(
    ronde: Ronde, departement: str, files: tuple[Inzending, ...], besluiten: Besluiten, language: Language
) -> Bijeen:
    returns = [each.opgave for each in files if each.opgave is not None]
    sent = {
        each.herkomst.basis: basis_van(each.ronde, departement)
        for each in files
        if each.herkomst is not None and each.ronde is not None and each.herkomst.basis != versie(ronde, departement)
    }
    basis, mine = basis_van(ronde, departement), besluiten.get(departement, {})
    merged = voeg_samen(basis, returns, {place: each.inhoud for place, each in mine.items()}, sent)
    when = max(opgave.herkomst.wanneer for opgave in returns)
    names = "; ".join(each.bestand for each in files)
    opgave = onbeslist(merged)
    opgave = replace(opgave, herkomst=replace(opgave.herkomst, wanneer=when, bestand=names))
    merged = replace(merged, opgave=opgave)
    alone = len(files) == 1 and not sent  # then it is what the file says, and the file was looked through
    told = [
        Melding(each.bestand, beslist(found, each.opgave, basis, mine, language))
        for each in files
        for found in each.bevindingen
        if each.opgave is not None and (alone or _of_file(found))
    ]
    if not alone:
        undecided = open_cellen(merged)
        doubts = chain(zonder_twijfel(opgave, ronde, undecided), ongetoetst(opgave, ronde, undecided))
        told += [_told(found, files, opgave, ronde, language) for found in aftekening_apart(doubts, merged.conflicten)]
    ranks = {ernst: rank for rank, ernst in enumerate(ERNSTEN)}
    ordered = sorted(told, key=lambda each: (not each.bevinding.open, ranks[each.bevinding.ernst]))
    return Bijeen(files, merged, tuple(ordered))


def _of_file(found: Bevinding) -> bool:
    return found.code.startswith(_FILE)


def _told(found: Bevinding, files: Sequence[Inzending], opgave: Opgave, ronde: Ronde, language: Language) -> Melding:
    """Return a finding in what files say together, with the cell of the first file that says what it is about."""
    place = found.plek
    if place is None:
        return Melding("", found)
    where = Vindplaats(
        regel=item_woorden(place, opgave.posten, ronde, language), kolom=kolom_woorden(place, ronde, language)
    )
    (key, code), said = plaats_van(place), inhoud_van(opgave, place)
    for each in files:
        there = each.plaatsen.get(key)
        if there is not None and each.opgave is not None and inhoud_van(each.opgave, place) == said:
            where = where._replace(blad=there.blad, cel=there.cel(code))
            return Melding(each.bestand, replace(found, vindplaats=where))
    return Melding("; ".join(each.bestand for each in files), replace(found, vindplaats=where))
