"""What came of each department: its files together, what was found in them, and what it has to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dash_app.uitvraag.centrum import op_departement
from model.io.returns.merged import Bijeen, Melding, Uitslag
from model.io.returns.reading import Inzending
from model.returns.completeness import volledigheid
from model.returns.ronde import Ronde
from model.returns.sign_checks import GEEN_DATUM, GEEN_NAAM
from model.returns.voortgang import aftekening_ontbreekt

Status = Literal["geen", "geweigerd", "conflict", "fout", "onvolledig", "vraag", "gereed"]


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What came of a department: its files together, those that were refused, what was found, the cells answered."""

    ident: str
    bijeen: Bijeen | None
    geweigerd: Sequence[Inzending]
    meldingen: Sequence[Melding]
    beantwoord: int
    gevraagd: int
    ongetekend: int

    @property
    def deel(self) -> float:
        """Return the share of the cells asked that is answered."""
        return self.beantwoord / self.gevraagd

    @property
    def status(self) -> Status:
        """Return what the department has to do first."""
        return status_van(self.bijeen, self.geweigerd, self.deel, signed=not self.ongetekend)

    @property
    def heel(self) -> bool:
        """Return whether everything is answered, and nothing is open by which an answer may not stand."""
        return self.deel == 1 and self.status not in ("conflict", "geweigerd", "fout")


def antwoorden(uitslag: Uitslag) -> list[Antwoord]:
    """Return what came of each department, in the order of the round."""
    refused, told, shares = op_departement(uitslag), gevonden(uitslag), volledig(uitslag)
    return [
        Antwoord(
            ident,
            bijeen := uitslag.departementen.get(ident),
            refused.get(ident, []),
            told.get(ident, []),
            *shares[ident],
            0 if bijeen is None else _ongetekend(bijeen, uitslag.ronde),
        )
        for ident in uitslag.ronde.departementen
    ]


def _ongetekend(bijeen: Bijeen, ronde: Ronde) -> int:
    """Return how many fields of the sign-off are missing, or hold what is no name or no day."""
    nobody = {each.bevinding.plek for each in bijeen.meldingen if each.bevinding.code in (GEEN_NAAM, GEEN_DATUM)}
    return aftekening_ontbreekt(bijeen.opgave, ronde) + len(nobody)


def gevonden(uitslag: Uitslag) -> Mapping[str, list[Melding]]:
    """Return everything that was found by department; by "" what is of none of the round."""
    found: dict[str, list[Melding]] = {}
    for who, told in uitslag.meldingen:
        found.setdefault(who if who in uitslag.ronde.departementen else "", []).append(told)
    return found


def volledig(uitslag: Uitslag) -> dict[str, tuple[int, int]]:
    """Return how many cells each department answered, and of how many."""
    found = dict.fromkeys(uitslag.ronde.departementen, (0, 0))
    for each in volledigheid(uitslag.telling):
        answered, asked = found[each.departement]
        found[each.departement] = answered + each.beantwoord, asked + each.gevraagd
    return found


def open_bevindingen(told: Iterable[Melding], refused: Iterable[Inzending]) -> Counter[str]:
    """Return how many findings are open, by how serious they are; what keeps a file from being opened is an error."""
    counts: Counter[str] = Counter(each.bevinding.ernst for each in told if each.bevinding.open)
    counts["fout"] += sum(len(each.issues) for each in refused)
    return counts


def status_van(bijeen: Bijeen | None, refused: Sequence[Inzending], share: float, *, signed: bool) -> Status:
    """Return what a department has to do first; `gereed` where that is nothing."""
    if bijeen is None:
        return "geweigerd" if refused else "geen"
    serious = {each.bevinding.ernst for each in bijeen.meldingen if each.bevinding.open}
    if bijeen.samenvoeging.conflicten:
        return "conflict"
    if refused:
        return "geweigerd"
    if "fout" in serious:
        return "fout"
    if share < 1 or not signed:
        return "onvolledig"
    return "vraag" if serious else "gereed"
