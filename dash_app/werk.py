"""The scenario on the workbench: the head of a scenario file, and its measures as cards that can be switched off.

Plain data, so that the browser holds it, a link carries it and the store keeps it. Every change is a new value.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from model.errors import Issue
from model.io.scenario_file import scenario_from
from model.io.scenario_text import scenario_text
from model.scenario import Scenario

_PATH = "maatregel "
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Kaart:
    """A measure as a card: its own key, the fields of its table in a scenario file, and whether it takes part."""

    sleutel: str
    velden: Mapping[str, Any]
    aan: bool = True

    @property
    def soort(self) -> str:
        """Return the soort of the measure, empty where it has none."""
        return str(self.velden.get("soort", ""))


@dataclass(frozen=True, slots=True)
class Werk:
    """A scenario being worked on: `kop` has the keys of a scenario file, `kaarten` its measures in order."""

    kop: Mapping[str, Any]
    kaarten: tuple[Kaart, ...] = ()

    @property
    def naam(self) -> str:
        """Return the name of the scenario."""
        return str(self.kop.get("naam", ""))

    @property
    def kenmerk(self) -> str:
        """Return a short hash of what computes: the head and the measures that are on, names and notes included."""
        return _hash(self.tabel())

    @property
    def merk(self) -> str:
        """Return a hash of all of it, cards that are off too: two works of one mark are the same work."""
        return _hash(self.json())

    def tabel(self) -> dict[str, Any]:
        """Return the scenario as the table of a scenario file; cards that are off are left out."""
        return {**self.kop, "maatregel": [dict(kaart.velden) for kaart in self.kaarten if kaart.aan]}

    def scenario(self) -> tuple[Scenario, list[Issue]]:
        """Return the scenario, and what is wrong with it; places name measures by their number among those on."""
        return scenario_from(self.tabel(), self.naam or "scenario")

    def kaart(self, sleutel: str) -> Kaart | None:
        """Return the card with this key, `None` where there is none."""
        return next((kaart for kaart in self.kaarten if kaart.sleutel == sleutel), None)

    def kaart_van(self, issue: Issue) -> Kaart | None:
        """Return the card that an issue is about, `None` where it is about the head."""
        number = issue.place.path.removeprefix(_PATH).split(" ")[0]
        on = [kaart for kaart in self.kaarten if kaart.aan]
        return on[int(number) - 1] if issue.place.path.startswith(_PATH) and number.isdecimal() else None

    def plaats(self, sleutel: str) -> int:
        """Return the position of a card; raise `KeyError` where there is none of this key."""
        for at, kaart in enumerate(self.kaarten):
            if kaart.sleutel == sleutel:
                return at
        raise KeyError(sleutel)

    def json(self) -> dict[str, Any]:
        """Return the work as plain data."""
        return {"kop": dict(self.kop), "kaarten": [_plain(kaart) for kaart in self.kaarten]}


def _ongeacht(value: Any) -> Any:
    """Return plain data in which 1.0 and 1 are the same, as they are for a browser."""
    if isinstance(value, Mapping):
        return {str(name): _ongeacht(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_ongeacht(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _hash(data: Mapping[str, Any]) -> str:
    text = json.dumps(_ongeacht(data), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_SHOWN]


def werk_van(data: Mapping[str, Any]) -> Werk:
    """Return the work in plain data; raise `ValueError` where it is not of that form."""
    try:
        kaarten = tuple(
            Kaart(str(each["sleutel"]), dict(each["velden"]), bool(each.get("aan", True))) for each in data["kaarten"]
        )
        kop = dict(data["kop"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"no work: {error!r}") from error
    if len({kaart.sleutel for kaart in kaarten}) < len(kaarten):
        raise ValueError("two cards of one key")
    return Werk(kop, kaarten)


def opengelegd(scenario: Scenario) -> Werk:
    """Return a scenario as work: its whole chain of measures, each a card.

    Raises `ValueError` where a measure could not be read.
    """
    table = tomllib.loads(scenario_text(scenario))
    measures = table.pop("maatregel", [])
    kop = {name: value if isinstance(value, str | int | list) else str(value) for name, value in table.items()}
    return Werk(kop, tuple(Kaart(f"m{number}", velden) for number, velden in enumerate(measures, start=1)))


def _plain(kaart: Kaart) -> dict[str, Any]:
    return {"sleutel": kaart.sleutel, "velden": dict(kaart.velden), "aan": kaart.aan}


def _nieuw(werk: Werk) -> str:
    """Return a key that no card has."""
    numbers = [int(k.sleutel[1:]) for k in werk.kaarten if k.sleutel[:1] == "m" and k.sleutel[1:].isdecimal()]
    return f"m{max(numbers, default=0) + 1}"


def erbij(werk: Werk, velden: Mapping[str, Any], na: str | None = None) -> tuple[Werk, str]:
    """Return the work with one more card, at the end or after card `na`, and the key of the new card."""
    sleutel = _nieuw(werk)
    at = len(werk.kaarten) if na is None else werk.plaats(na) + 1
    kaarten = (*werk.kaarten[:at], Kaart(sleutel, dict(velden)), *werk.kaarten[at:])
    return replace(werk, kaarten=kaarten), sleutel


def gewijzigd(werk: Werk, sleutel: str, velden: Mapping[str, Any]) -> Werk:
    """Return the work with other fields on a card."""
    return _put(werk, sleutel, lambda kaart: replace(kaart, velden=dict(velden)))


def geschakeld(werk: Werk, sleutel: str) -> Werk:
    """Return the work with a card switched off, or on again."""
    return _put(werk, sleutel, lambda kaart: replace(kaart, aan=not kaart.aan))


def _put(werk: Werk, sleutel: str, change: Any) -> Werk:
    at = werk.plaats(sleutel)
    return replace(werk, kaarten=(*werk.kaarten[:at], change(werk.kaarten[at]), *werk.kaarten[at + 1 :]))


def verplaatst(werk: Werk, sleutel: str, stap: int) -> Werk:
    """Return the work with a card moved by `stap` places, as far as there is room."""
    at = werk.plaats(sleutel)
    kaarten = list(werk.kaarten)
    kaart = kaarten.pop(at)
    kaarten.insert(min(max(at + stap, 0), len(kaarten)), kaart)
    return replace(werk, kaarten=tuple(kaarten))


def gekopieerd(werk: Werk, sleutel: str) -> tuple[Werk, str]:
    """Return the work with a copy of a card after it, and the key of the copy.

    A measure's own id is left out of the copy, for no two measures have one.
    """
    velden = dict(werk.kaarten[werk.plaats(sleutel)].velden)
    velden.pop("id", None)
    return erbij(werk, velden, na=sleutel)


def verwijderd(werk: Werk, sleutel: str) -> Werk:
    """Return the work without a card."""
    at = werk.plaats(sleutel)
    return replace(werk, kaarten=(*werk.kaarten[:at], *werk.kaarten[at + 1 :]))


def met_kop(werk: Werk, **velden: Any) -> Werk:
    """Return the work with other words in its head; `None` takes one away."""
    kop = {name: value for name, value in (dict(werk.kop) | velden).items() if value is not None}
    return replace(werk, kop=kop)


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """What can be undone and redone: the works before this one, and those that were undone; the newest last."""

    terug: tuple[Werk, ...] = ()
    vooruit: tuple[Werk, ...] = field(default_factory=tuple)

    def na(self, werk: Werk, most: int = 60) -> Geschiedenis:
        """Return the history after a change to `werk`, which can be undone."""
        return Geschiedenis((*self.terug, werk)[-most:], ())

    def undo(self, nu: Werk) -> tuple[Werk, Geschiedenis]:
        """Return the work before the last change; the same one where there is none."""
        if not self.terug:
            return nu, self
        return self.terug[-1], Geschiedenis(self.terug[:-1], (*self.vooruit, nu))

    def redo(self, nu: Werk) -> tuple[Werk, Geschiedenis]:
        """Return the work that was undone last; the same one where there is none."""
        if not self.vooruit:
            return nu, self
        return self.vooruit[-1], Geschiedenis((*self.terug, nu), self.vooruit[:-1])
