"""What a person chose on a page (an indicator, a partij, a year): small words that the state of the window carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dash_app.bladkeuze import ALLE, HORIZON, JAREN, STRUCT
from dash_app.context import Context
from dash_app.staat import LINK, Staat
from dash_app.woorden import KEUZES
from model.errors import Issue, Place, shown
from model.indicators import INDICATORS
from model.io.returns.counted import totaal_van
from model.returns.ronde import Ronde
from model.returns.telling import vragen
from model.side_by_side import MARKS


def gekozen(data: Mapping[str, Any], naam: str, mogelijk: Iterable[str], anders: str) -> str:
    """Return what was chosen, or `anders` where that is no longer possible."""
    keuze = data.get("keuze")
    found = keuze.get(naam) if isinstance(keuze, Mapping) else None
    return found if isinstance(found, str) and found in set(mogelijk) else anders


def met_keuze(data: Mapping[str, Any], **keuzes: str | None) -> dict[str, Any]:
    """Return the state with other choices; what is `None` stays as it was."""
    before = data.get("keuze")
    now = {name: value for name, value in keuzes.items() if value is not None}
    return {**data, "keuze": {**(before if isinstance(before, Mapping) else {}), **now}}


def mogelijke_keuzes(context: Context, staat: Staat) -> Mapping[str, list[str]]:
    """Return what a link may choose, by name; a page may have fewer of them at a time."""
    result, ronde = context.uitkomst(staat.werk).result, _ronde(context, staat)
    years = [str(year) for year in (result.years if result is not None else ())]
    return {
        "partij": [ALLE, *context.baseline.parties],
        "periode": [JAREN, HORIZON, STRUCT, *years],
        "kerncijfer": [*INDICATORS],
        "van": [*MARKS],
        "naar": [*MARKS],
        "moment": [STRUCT, HORIZON, *years],
        "departement": [] if ronde is None else [*ronde.departementen],
        "totaal": [] if ronde is None else [totaal_van(vraag) for vraag in vragen(ronde.editie)],
    }


def _ronde(context: Context, staat: Staat) -> Ronde | None:
    """Return the round of the return, where a link chooses something of it: it is not read before that."""
    return context.uitvraag.ronde if {"departement", "totaal"} & staat.keuze.keys() else None


def zonder_vreemde_keuzes(context: Context, staat: Staat) -> tuple[Staat, list[Issue]]:
    """Return the state with the choices that there are, and an issue for each that there is not."""
    options, issues, keuze = mogelijke_keuzes(context, staat), list[Issue](), dict[str, str]()
    for naam, waarde in staat.keuze.items():
        if naam not in options:
            issues.append(Issue("koppeling-keuze", Place(LINK), {"found": shown(naam)}))
        elif waarde not in options[naam]:
            values = {"name": KEUZES[naam], "found": shown(waarde)}
            issues.append(Issue("koppeling-keuzewaarde", Place(LINK), values))
        else:
            keuze[naam] = waarde
    return replace(staat, keuze=keuze), issues
