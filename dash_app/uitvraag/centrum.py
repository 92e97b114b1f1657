"""What the page knows of a round: the round itself, what is kept of it, and what the files in it say together.

Reading a file takes seconds. What came of it is kept in memory by the digest of its bytes; after a restart it is read
anew, one file at a time, for who asks.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dash_app.geheugen import Geheugen
from model.io.returns.counted import Rij, rijen
from model.io.returns.decisions import Besluit, Besluiten, Onbesluit, decisions_in, inhoud_uit
from model.io.returns.merged import Uitslag, bring_together
from model.io.returns.reading import Inzending, read_return
from model.io.returns.round_reader import read_ronde
from model.io.store.returns import Beslissing, Ontvangen, Rondearchief
from model.io.store.store import Store
from model.returns.edits import Plek, plek
from model.returns.ronde import Ronde
from model.text import Language

_KEPT = 4  # rounds brought together, in either language
_DEPARTMENTS = 60
_MARK = 12  # letters of a hash that people compare


@dataclass(slots=True)
class Centrum:
    """A round in a folder, and what is kept of it in a store; nothing of either is read before it is asked for.

    Methods raise `InputError` where the folder or the store cannot be used.
    """

    folder: Path
    store: Store
    _ronde: Ronde | None = None
    _gelezen: dict[str, Inzending] = field(default_factory=dict)
    _departementen: Geheugen = field(default_factory=lambda: Geheugen(_DEPARTMENTS))
    _samen: Geheugen = field(default_factory=lambda: Geheugen(_KEPT))
    _rijen: Geheugen = field(default_factory=lambda: Geheugen(_KEPT))
    _slot: threading.RLock = field(default_factory=threading.RLock)
    _lezer: threading.Lock = field(default_factory=threading.Lock)

    @property
    def ronde(self) -> Ronde:
        """Return the round."""
        with self._slot:
            if self._ronde is None:
                self._ronde = read_ronde(self.folder)
            return self._ronde

    def open(self) -> None:
        """Read the round, and the decisions in its folder, so that what is wrong with them is told at once."""
        decisions_in(self.folder, self.ronde)

    @property
    def archief(self) -> Rondearchief:
        """Return what is kept of the round: known by name, year and edition, wherever its folder is."""
        ronde = self.ronde
        return Rondearchief(self.store, f"{ronde.naam} · {ronde.jaar} · {ronde.editie.nummer}")

    def ongelezen(self) -> list[Ontvangen]:
        """Return the files that count and were not read since the program started."""
        return [each for each in self.archief.bestanden() if not each.ingetrokken and each.digest not in self._gelezen]

    def gelezen(self, digest: str) -> Inzending | None:
        """Return what a file says, where it was read since the program started."""
        return self._gelezen.get(digest)

    def lees(self, bestand: Ontvangen) -> Inzending:
        """Return what a file says; one at a time is read, and the rest of the page does not wait for it."""
        with self._lezer:
            if bestand.digest not in self._gelezen:
                with tempfile.TemporaryDirectory() as folder:
                    path = Path(folder) / bestand.naam
                    path.write_bytes(self.archief.inhoud(bestand.digest))
                    self._gelezen[bestand.digest] = read_return(path, self.ronde)
            return self._gelezen[bestand.digest]

    def besluiten(self) -> Besluiten:
        """Return the decisions: those in the round's folder, and over them those that were taken here."""
        return besloten(decisions_in(self.folder, self.ronde), self.archief.beslissingen(), self.ronde)

    @property
    def kenmerk(self) -> str:
        """Return a short hash of the state of the round: the files that count and were read, and what was decided."""
        decided = [
            (departement, place.tekst(), repr(besluit.inhoud))
            for departement, places in self.besluiten().items()
            for place, besluit in places.items()
        ]
        told = sorted(each.digest for each in self._tellend()), sorted(decided)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:_MARK]

    def uitslag(self, taal: Language) -> Uitslag:
        """Return what the files that count and were read say together."""
        with self._slot:
            return self._samen.geef(self._kenmerk(taal), lambda: self._bijeen(taal))

    def rijen(self, taal: Language) -> list[Rij]:
        """Return every row of that, with where each figure stands."""
        with self._slot:
            return self._rijen.geef(self._kenmerk(taal), lambda: list(rijen(self.uitslag(taal))))

    def _tellend(self) -> list[Ontvangen]:
        return [each for each in self.archief.bestanden() if not each.ingetrokken and each.digest in self._gelezen]

    def _kenmerk(self, taal: Language) -> tuple[object, ...]:
        """Return all on which the total depends: the files that count, and how many decisions were ever taken."""
        return tuple(each.digest for each in self._tellend()), len(self.archief.beslissingen()), taal

    def _bijeen(self, taal: Language) -> Uitslag:
        read = [self._gelezen[each.digest] for each in self._tellend()]
        return bring_together(self.ronde, read, self.besluiten(), taal, self._departementen.geef)


def besloten(eerder: Besluiten, beslissingen: list[Beslissing], ronde: Ronde) -> Besluiten:
    """Return decisions with those that were taken since; of one place the last counts.

    What was decided once and can no longer stand at its place settles nothing: the merge lists it as superfluous.
    """
    found: dict[str, dict[Plek, Besluit]] = {departement: dict(places) for departement, places in eerder.items()}
    for each in beslissingen:
        place, mine = plek(each.plek), found.setdefault(each.departement, {})
        if each.keuze is None:
            mine.pop(place, None)
        else:
            mine[place] = besluit_van(place, each, ronde)
    return found


def besluit_van(place: Plek, each: Beslissing, ronde: Ronde) -> Besluit:
    """Return a decision that was kept as people read it; without a choice it says who took one back, and why."""
    when = each.wanneer.astimezone().isoformat(" ", "minutes")[:16]
    try:
        content = inhoud_uit(place, each.keuze or "", ronde)
    except Onbesluit:
        content = each.keuze
    return Besluit(content, each.door, when, each.reden)


def op_departement(uitslag: Uitslag) -> Mapping[str, list[Inzending]]:
    """Return the files of which nothing was taken over by the department that they name; by "" where that is none."""
    found: dict[str, list[Inzending]] = {}
    for each in uitslag.geweigerd:
        who = each.herkomst.departement if each.herkomst is not None else ""
        found.setdefault(who if who in uitslag.ronde.departementen else "", []).append(each)
    return found
