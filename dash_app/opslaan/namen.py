"""Names of scenarios: each has one of its own, so that people can tell them apart in a list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from dash_app.context import Context
from model.errors import InputError, Issue, Place, shown
from model.io.store.drafts import key_of
from model.io.store.versions import NameTaken
from model.scenario import BASIS
from model.text import same


@contextmanager
def eigen_naam(context: Context, naam: str, eigen: str = "") -> Iterator[None]:
    """Keep a scenario under a name within this; raise `InputError` where another one has it.

    `eigen` is the id of the scenario itself where it is kept already. Of kept scenarios the store says it, as it keeps
    the name: two who save at once do not get the same one.
    """
    if naam == BASIS:
        raise InputError([Issue("naam-basis", Place(naam, path="naam"))])
    try:
        if key_of(naam) in _vaste(context):
            raise NameTaken(naam)
        yield
    except NameTaken:
        values = {"free": same(f"‘{vrij(context, naam, eigen)}’")}
        raise InputError([Issue("bewaarnaam-bezet", Place(shown(naam)), values)]) from None


def vrij(context: Context, naam: str, eigen: str = "") -> str:
    """Return a name that no other scenario has, archived ones included: this one, or else with a number behind it."""
    kept = [*context.store.scenarios(), *context.store.scenarios(archived=True)]
    taken = _vaste(context) | {key_of(each.naam) for each in kept if each.id != eigen}
    numbered = (naam if number == 1 else f"{naam} ({number})" for number in count(1))
    return next(each for each in numbered if key_of(each) not in taken)


def _vaste(context: Context) -> set[str]:
    return {key_of(naam) for _, naam in context.vaste()}
