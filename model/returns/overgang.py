"""How the rows of one edition of the return stand in those of the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from model.returns.edition import EDITIES, Sleutel


@dataclass(frozen=True, slots=True)
class Overgang:
    """How an edition's words stand in those of the next: each word becomes one word, or several together."""

    van: str
    naar: str
    soorten: Mapping[str, tuple[str, ...]]
    categorieen: Mapping[str, tuple[str, ...]]

    def worden(self, key: Sleutel) -> tuple[Sleutel, ...]:
        """Return the rows of the next edition that together are this row; one where nothing was divided."""
        soorten = self.soorten.get(key.soort, (key.soort,))
        grootheid = EDITIES[self.naar].grootheden[key.grootheid]
        categorieen = self.categorieen.get(key.categorie, (key.categorie,))
        if grootheid.categorieen:
            categorieen = tuple(word for word in categorieen if word in grootheid.categorieen)
        return tuple(
            key._replace(soort=soort, categorie=categorie) for soort, categorie in product(soorten, categorieen)
        )


OVERGANGEN: Mapping[tuple[str, str], Overgang] = MappingProxyType(
    {
        ("1", "2"): Overgang(
            "1",
            "2",
            soorten={"vernieuwing": ("doorontwikkeling", "vernieuwing")},
            categorieen={"inhuur-en-uitbesteding": ("extern", "uitbesteding")},
        )
    }
)
