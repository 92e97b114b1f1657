"""One way in which someone tampers with the workbook of a return, and what must be found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from returns.teruggestuurd import Terug

from model.returns.opgave import Opgave


@dataclass(frozen=True, slots=True)
class Geval:
    """A way of tampering: what is done, how often each code must be found, and how many cells are then unknown."""

    naam: str
    doe: Callable[[Terug, Opgave], None]
    verwacht: Mapping[str, int]
    onbekend: int = 0


def regel(opgave: Opgave, number: int = 0, tabel: str = "begroting", grootheid: str = "uitgaven") -> str:
    """Return the key of a row."""
    return [key.tekst() for key in opgave.regels if (key.tabel, key.grootheid) == (tabel, grootheid)][number]


def put(code: str, value: Any, **which: Any) -> Callable[[Terug, Opgave], None]:
    """Type something in a cell of a row."""
    return lambda terug, opgave: terug.put(regel(opgave, **which), code, value)
