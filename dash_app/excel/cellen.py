"""Changed cells of a workbook in words: where they stand, their unit and prices, what they were and are."""

from __future__ import annotations

from dash_app.excel import woorden as w
from dash_app.woorden import maat
from model.baseline import Dekkingsbron, Kostenpost
from model.io.excel.layout import Key
from model.io.excel.returned.changes import Change
from model.ledger import Plan
from model.measures.wording import amount
from model.schema import KEUR
from model.text import Language

_SHARES = ("fractie", "aandeel")
_CONSTANTS = ("constante", "waarde", "value")


def rij(change: Change, taal: Language, plan: Plan | None = None) -> list[str]:
    """Return a changed cell in words: where it stands, what its row, unit and column are called, what it was and is."""
    column = "" if change.column in _CONSTANTS else str(change.column)
    share = change.unit.startswith(_SHARES)
    unit = "jaar" if "begrotingsjaar" in change.key else "fractie" if share else ""
    was, now = (_waarde(value, taal, unit) for value in (change.old, change.new))
    return [change.said.partition(" · ")[0], change.label, _eenheid(change, taal, plan), column, was, now]


def _eenheid(change: Change, taal: Language, plan: Plan | None) -> str:
    """Return the unit of a changed cell; of an amount also the prices that it is in."""
    if change.unit == KEUR:
        level = None if plan is None else _prijspeil(plan, change.key)
        return w.BEDRAG.say(taal) if level is None else w.BEDRAG_PRIJSPEIL.say(taal, jaar=level)
    return maat(change.unit, taal)


def _waarde(value: object, taal: Language, unit: str) -> str:
    return amount(value, unit, taal) if isinstance(value, int | float) else str(value or "")


def _prijspeil(plan: Plan, key: Key) -> int | None:
    """Return the price level of the post or source that a key names."""
    for part in key:
        owner: Kostenpost | Dekkingsbron | None = plan.posts.get(part) or plan.sources.get(part)
        if owner is not None:
            return owner.prijspeil
    return None
