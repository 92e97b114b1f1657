"""What a person answered: the options of the command, each of which settles something a file may leave open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """The answers; `None` or False where nothing was answered.

    `fase` and `begrotingsjaar` name the publication; `eenheid` is a factor to k€; `vuo` says what unmarked amounts
    are; `decimaal` is the decimal mark; `hoofdstuk` and `artikel` fill in what a table does not say, and select where
    it does. `overslaan` leaves out what cannot be taken over, and lists it.
    """

    fase: str | None = None
    begrotingsjaar: int | None = None
    eenheid: float | None = None
    vuo: str | None = None
    decimaal: str | None = None
    hoofdstuk: str | None = None
    artikel: str | None = None
    blad: str | None = None
    laatste_kolom: str | None = None
    dubbel: str | None = None
    besluitstatus: str | None = None
    verloop: str | None = None
    ontvangsten: bool = False
    overslaan: bool = False
