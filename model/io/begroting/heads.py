"""What the heads of a budget table mean: which names the article, which is an amount of which year and phase.

Names change from year to year and carry long explanations; what is recognised here is listed as patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from model.io.begroting.phases import fase_of, plain
from model.io.begroting.units import unit_of

Soort = Literal["stand", "mutatie", "bedrag"]

# Column roles, each with patterns from sure to less sure; a less sure one counts where no column had a surer one.
_ROLES: dict[str, tuple[str, ...]] = {
    "begrotingsjaar": (r"begrotingsjaar\b", r"jaar|boekjaar"),
    "vuo": (
        r".*\bv/?u/?o\b.*|uvo",
        r"uitgaven\b.*verplichtingen\b.*ontvangsten\b.*|uitgaven ontvangsten verplichtingen",
    ),
    "totaal": (r"indicatie totaal ?regel.*", r"totaal ?regel.*|indicatie totaal.*"),
    "fase": (r"begrotingsfase\b.*", r"fase"),
    "hoofdstuk": (
        r"begrotings ?hoofdstuk( ?(nr|nummer))?\.?",
        r"hoofdstuk ?(nr|nummer|romeins)\.?",
        r"begrotings ?(nr|nummer)\.?",
        r"hoofdstuk|begrotingsstaat|begroting",
    ),
    "hoofdstuknaam": (r"naam (begroting|hoofdstuk)", r"begrotings(staat omschrijving|naam)|hoofdstuk naam"),
    "artikel": (
        r"(begrotings )?artikel ?(nr|nummer)\b.*",
        r"art\.?|artikel|onderdeel",
    ),
    "artikelnaam": (r"(omschrijving|naam) (beleids)?artikel|artikelnaam", r"artikel|omschrijving"),
    "nummer": (r"nr\.? onderverdeling.*|artikelonderdeel ?(nr|nummer)",),
    "onderdeel": (r"beleidsmatige clustering.*|artikelonderdeel|onderverdeling",),
    "instrument": (r"financieel instrument(/apparaat)?|instrument",),
    "uitsplitsing": (r"uitsplitsing.*|regeling( detailniveau)?|kostensoort|detail",),
    "nadere": (r"nadere omschrijving.*|ontvanger",),
    "eenheid": (r"eenheid|bedragen in",),
    "procent": (r"(% ?|percentage )?juridisch verplicht.*",),
    "maatregel": (r"maatregel(titel|naam)?", r"nummer maatregel|maatregel nummer"),
    "label": (r"omschrijving.*|post|artikelonderdeel.*instrument.*|instrument.*",),
}  # fmt: skip
# Columns that are known and not needed; what they hold is in no dataset row.
_KNOWN = re.compile(
    r"verantwoordelijke minister|type (begroting|artikel).*|indicatie grote.*|programma.*apparaat.*|url|valuta|index"
    r"|naam artikel|saldo.*|verschil.*|toelichting.*|volgnummer.*|label|paragraafnummer|minister|departement|thema.*"
    r"|bron|opmerking.*|structureel reeks|naam begroting"
)
_OFFSET = re.compile(r"(?:(?:bedrag|raming|stand|uitgaven)\s*)?\(?\s*t\s*(?:([+\-\u2010-\u2015\u2212])\s*(\d))?\s*\)?")
# Columns of a begrotingsstaat: verplichtingen, uitgaven and ontvangsten beside each other.
_VUO = re.compile(r"^(?:.* )?(verplichtingen|uitgaven|ontvangsten)(?: (?:19|20)\d\d)?$")
_SORTS = re.compile(r"verplichtingen|uitgaven|ontvangsten")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_FORMULA = re.compile(r"\(?\d\)?\s*=\s*\(?\d.*$|\(\d\)")


@dataclass(frozen=True, slots=True)
class AmountColumn:
    """A column of amounts: its place, its head, and as far as the head says it: year or offset from t, phase, unit.

    `vuo` is the kind of amount that it holds, where columns tell them apart; a `derived` column was added up here. Of a
    `filled` column the phase stands above an earlier one: it is a later year of the same publication.
    """

    at: int
    head: str
    soort: Soort
    jaar: int | None = None
    offset: int | None = None
    fase: str | None = None
    unit: float | None = None
    extrapolatie: bool = False
    vuo: str = ""
    derived: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table by what they mean; `unused` are those whose meaning is not known."""

    row: int
    names: tuple[str, ...]
    roles: dict[str, int]
    amounts: tuple[AmountColumn, ...]
    unused: tuple[int, ...]

    @property
    def score(self) -> int:
        """Return how many columns are understood."""
        return len(self.roles) + len(self.amounts)


def amount_column(at: int, head: str) -> AmountColumn | None:
    """Return what an amount column's head says, or `None` where it is no head of an amount."""
    words = _FORMULA.sub("", plain(head)).strip()
    if not words or _KNOWN.fullmatch(words) or len(words) > 160:
        return None
    offset = _OFFSET.fullmatch(_without_unit(words))
    if offset:
        sign = 1 if offset[1] == "+" else -1
        return AmountColumn(at, head, "stand", offset=sign * int(offset[2] or 0), unit=unit_of(head))
    return _worded(at, head, words)


def _without_unit(words: str) -> str:
    """Return a head without the unit that it ends with: between brackets, or after `in` or `x`."""
    found = re.fullmatch(r"(.*?)\s*(\([^()]*\)|\b(?:in|x)\s.*)", words)
    return found[1] if found and unit_of(found[2]) is not None else words


def _worded(at: int, head: str, words: str) -> AmountColumn | None:
    years = set(_YEAR.findall(words))
    if len(years) > 1:
        return None
    year = int(years.pop()) if years else None
    fase, unit = fase_of(words), unit_of(head)
    if (split := _VUO.search(words)) and len(words) <= 80 and len(_SORTS.findall(words)) == 1:
        soort: Soort = "mutatie" if "mutatie" in words else "stand"
        return AmountColumn(at, head, soort, year, None, fase, unit, vuo=split[1][0].upper())
    if re.match(r"(totale?n? )?mutatie|extrapolatie", words):
        return AmountColumn(at, head, "mutatie", year, None, fase, unit, extrapolatie="extrapol" in words)
    if fase is not None and len(words) <= 80 and not re.match(r"begrotingsfase|naam|type", words):
        return AmountColumn(at, head, "stand", year, None, fase, unit)
    if re.fullmatch(
        r"(jaar|bedrag(en)?|(meerjaren)?raming|meerjarencijfers?|stand|uitgaven|begroting)?\s*(19|20)\d\d\s*(\(.*\))?",
        words,
    ):
        return AmountColumn(at, head, "stand", year, None, fase, unit)
    bare = re.fullmatch(r"bedrag(en)?\b( ?\(.*\)| in .*| x .*)?", words)
    return AmountColumn(at, head, "bedrag", year, None, None, unit) if bare else None


def heads_of(row: int, names: Sequence[str]) -> Heads:
    """Return what the cells of a row would mean as heads."""
    amounts = [found for at, name in enumerate(names) if name and (found := amount_column(at, name))]
    taken = {column.at for column in amounts}
    roles = _roles([("" if at in taken else plain(name)) for at, name in enumerate(names)])
    amounts = _years_only(amounts)
    unused = tuple(
        at
        for at, name in enumerate(names)
        if at not in roles.values() and at not in {c.at for c in amounts} and not _KNOWN.fullmatch(plain(name))
    )
    return Heads(row, tuple(names), roles, tuple(amounts), unused)


def _roles(names: Sequence[str]) -> dict[str, int]:
    roles: dict[str, int] = {}
    for rank in range(max(map(len, _ROLES.values()))):
        for role, patterns in _ROLES.items():
            if role in roles or rank >= len(patterns):
                continue
            free = (at for at, name in enumerate(names) if name and at not in roles.values())
            found = next((at for at in free if re.fullmatch(patterns[rank], names[at])), None)
            if found is not None:
                roles[role] = found
    if "vuo" in roles and "artikel" in roles and "artikelnaam" not in roles and "label" in roles:
        roles["artikelnaam"] = roles.pop("label")
    return roles


def _years_only(amounts: list[AmountColumn]) -> list[AmountColumn]:
    """Drop plain years that do not follow each other: those are values in a row of data."""
    bare = [c for c in amounts if c.fase is None and c.soort == "stand" and re.fullmatch(r"\s*\d{4}(\.0)?\s*", c.head)]
    years = [column.jaar for column in bare if column.jaar is not None]
    steps = {b - a for a, b in pairwise(years)}
    if not bare or (steps in ({1}, {-1}, set()) and (len(bare) > 1 or len(amounts) > len(bare))):
        return amounts
    return [column for column in amounts if column not in bare]
