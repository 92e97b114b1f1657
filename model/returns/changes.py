"""What changed since last round, row by row and column by column: the same year then and now.

Figures of an earlier edition stand in the rows of this one; where they were not divided then, the rows are compared
together.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from typing import Literal, NamedTuple

from model.returns.columns import AFTER, BEFORE, KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import ONTBREEKT, Cel, Opgave, waarde
from model.returns.ronde import Ronde
from model.text import Text

Wending = Literal["nieuw", "vervallen", "leeg", "veranderd"]
WENDINGEN: dict[Wending, Text] = {
    "nieuw": Text("nieuw", "new"),
    "vervallen": Text("vervallen", "gone"),
    "leeg": Text("nu niet ingevuld", "not filled in now"),
    "veranderd": Text("veranderd", "changed"),
}
# Last round could not ask for the last year of this one.
LAATSTE = KOLOMMEN[BEFORE + AFTER]


class Verandering(NamedTuple):
    """A figure that is not what it was: of one row, or of several together; `was` is None where nobody gave one."""

    departement: str
    sleutels: tuple[Sleutel, ...]
    kolom: str
    wending: Wending
    was: Cel | None
    nu: Cel | None

    @property
    def bedrag(self) -> float | None:
        """Return how much it moved, in the unit of the row; None where it is not known both then and now."""
        if self.wending != "veranderd" or self.was is None or self.nu is None:
            return None
        return self.nu.waarde - self.was.waarde

    @property
    def deel(self) -> float | None:
        """Return how much it moved as a share of what it was; None where that was nothing or is not known."""
        moved = self.bedrag
        return moved / self.was.waarde if moved is not None and self.was is not None and self.was.waarde else None


def veranderingen(opgave: Opgave, ronde: Ronde) -> Iterator[Verandering]:
    """Yield what changed in a department's figures; nothing where it has no figures of last round."""
    who = opgave.herkomst.departement
    vorige, samen = ronde.vorige.get(who, {}), ronde.samen.get(who, ())
    if not vorige and not samen:
        return
    seen = {key for key, _ in vorige} | {key for each in samen for key in each.sleutels}
    divided = {(key, each.kolom) for each in samen for key in each.sleutels}
    for key in dict.fromkeys((*opgave.regels, *(key for key, _ in vorige))):
        for kolom in KOLOMMEN:
            was, nu = vorige.get((key, kolom)), _now(opgave, key, kolom)
            fresh = (was is None or not was.bekend) and ((kolom == LAATSTE and key in seen) or (key, kolom) in divided)
            if not fresh and (found := _turn(was, nu)):
                yield Verandering(who, (key,), kolom, found, was, nu)
    for each in samen:
        cells = [_now(opgave, key, each.kolom) for key in each.sleutels]
        nu = _together([cel for cel in cells if cel is not None])
        if found := _turn(each.cel, nu):
            yield Verandering(who, each.sleutels, each.kolom, found, each.cel, nu)


def _now(opgave: Opgave, key: Sleutel, kolom: str) -> Cel | None:
    return opgave.regels[key].cel(kolom) if key in opgave.regels else None


def _together(cells: list[Cel]) -> Cel | None:
    """Return several cells as one: missing as long as one of them is, none where there is no row left."""
    if not cells:
        return None
    return waarde(fsum(cel.waarde for cel in cells)) if all(cel.bekend for cel in cells) else ONTBREEKT


def _turn(was: Cel | None, nu: Cel | None) -> Wending | None:
    """Return how a figure changed; None where it did not, or was known neither then nor now."""
    if was is None or not was.bekend:
        return "nieuw" if nu is not None and nu.bekend else None
    if nu is None:
        return "vervallen"
    if not nu.bekend:
        return "leeg"
    return "veranderd" if nu.waarde != was.waarde else None
