"""Names of scenarios: each has one of its own, so that people can tell them apart in a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from dash_app.context import Context
from model.errors import InputError, Issue, Place, shown
from model.scenario import BASIS
from model.text import same


def geldig(context: Context, naam: str, eigen: str = "") -> str:
    """Return the name that a scenario is to have; raise `InputError` where another one has it.

    `eigen` is the id of the scenario itself where it is kept already. Capitals and spaces do not tell names apart.
    """
    naam = naam.strip()
    if naam == BASIS:
        raise InputError([Issue("naam-basis", Place(naam, path="naam"))])
    if _gelijk(naam) in set(_bezet(context, eigen)):
        values = {"free": same(f"‘{vrij(context, naam, eigen)}’")}
        raise InputError([Issue("bewaarnaam-bezet", Place(shown(naam)), values)])
    return naam


def vrij(context: Context, naam: str, eigen: str = "") -> str:
    """Return a name that no other scenario has: this one, or else with a number behind it."""
    taken = set(_bezet(context, eigen))
    numbered = (naam if number == 1 else f"{naam} ({number})" for number in count(1))
    return next(each for each in numbered if _gelijk(each) not in taken)


def _bezet(context: Context, eigen: str) -> Iterator[str]:
    """Yield the names that are taken: of the baseline, shipped and kept scenarios, archived ones too."""
    yield from (_gelijk(naam) for _, naam in context.vaste())
    for archived in (False, True):
        yield from (_gelijk(each.naam) for each in context.store.scenarios(archived=archived) if each.id != eigen)


def _gelijk(naam: str) -> str:
    return " ".join(naam.casefold().split())
