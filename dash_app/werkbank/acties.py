"""What a person does on the workbench: each action turns one state into the next, and says what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dash_app.context import Context, zonder_basiswoorden
from dash_app.staat import Staat, geopend
from dash_app.werk import (
    Werk,
    erbij,
    gekopieerd,
    geschakeld,
    gewijzigd,
    met_kop,
    verplaatst,
    verwijderd,
    werk_van,
)
from dash_app.werkbank import parameters
from dash_app.werkbank.etiketten import etiket, soortnaam
from dash_app.werkbank.formulier import kopveld
from dash_app.werkbank.gezegd import zeg
from dash_app.werkbank.grenzen import mag
from dash_app.werkbank.kaarten import plan_bij
from dash_app.werkbank.lezen import met_veld
from model.kinds import Kind
from model.measures import MEASURES
from model.measures.fields import Columns, Yearly, specs
from model.scenario import BASIS
from model.text import Text

NIEUW = Text("Nieuw scenario", "New scenario")


@dataclass(frozen=True, slots=True)
class Stap:
    """What came of an action: the state, a sentence, whether it can be undone, and the card that is new."""

    staat: Staat
    zegt: str
    telt: bool = True
    nieuw: str = ""


Actie = Mapping[str, Any]


def gedaan(context: Context, staat: Staat, actie: Actie) -> Stap:
    """Return what comes of an action; one that cannot be done leaves everything as it was."""
    try:
        step = _ACTIES[str(actie.get("doe"))](context, staat, actie)
    except (KeyError, ValueError, TypeError):
        return Stap(staat, zeg("niets", staat.taal), telt=False)
    step = replace(step, staat=replace(step.staat, werk=zonder_basiswoorden(step.staat.werk)))
    if step.telt and step.staat.werk == staat.werk and step.staat.verwijzing == staat.verwijzing:
        return replace(step, telt=False)
    return step


def _nummer(werk: Werk, sleutel: str) -> int:
    return werk.plaats(sleutel) + 1


def _kies(_context: Context, staat: Staat, actie: Actie) -> Stap:
    sleutel = str(actie["sleutel"])
    said = zeg("kies", staat.taal, n=_nummer(staat.werk, sleutel))
    return Stap(replace(staat, gekozen=sleutel), said, telt=False)


def _veld(_context: Context, staat: Staat, actie: Actie) -> Stap:
    sleutel, pad = str(actie["sleutel"]), [str(part) for part in actie["pad"]]
    kaart = staat.werk.kaarten[staat.werk.plaats(sleutel)]
    velden = met_veld(kaart.velden, pad, actie["waarde"])
    said = zeg("veld", staat.taal, label=etiket(pad[-1], staat.taal), n=_nummer(staat.werk, sleutel))
    return Stap(replace(staat, werk=gewijzigd(staat.werk, sleutel, velden)), said)


def _kop(context: Context, staat: Staat, actie: Actie) -> Stap:
    name, value = str(actie["veld"]), kopveld(str(actie["veld"]), actie["waarde"])
    if name == "begrotingsjaar" and value is not None and value not in plan_bij(context, staat.werk, None).horizon:
        raise ValueError(value)
    werk = met_kop(staat.werk, **{name: value})
    said = zeg("kop", staat.taal, label=etiket(name, staat.taal))
    return Stap(replace(staat, werk=werk), said)


def _schakel(_context: Context, staat: Staat, actie: Actie) -> Stap:
    sleutel = str(actie["sleutel"])
    werk = geschakeld(staat.werk, sleutel)
    kaart = werk.kaarten[werk.plaats(sleutel)]
    said = zeg("aan" if kaart.aan else "uit", staat.taal, n=_nummer(werk, sleutel))
    return Stap(replace(staat, werk=werk), said)


def _verplaats(_context: Context, staat: Staat, actie: Actie) -> Stap:
    sleutel = str(actie["sleutel"])
    werk = verplaatst(staat.werk, sleutel, int(actie["stap"]))
    said = zeg("verplaats", staat.taal, n=_nummer(staat.werk, sleutel), m=_nummer(werk, sleutel))
    return Stap(replace(staat, werk=werk), said)


def _kopieer(_context: Context, staat: Staat, actie: Actie) -> Stap:
    sleutel = str(actie["sleutel"])
    werk, copy = gekopieerd(staat.werk, sleutel)
    said = zeg("kopieer", staat.taal, n=_nummer(werk, sleutel), m=_nummer(werk, copy))
    return Stap(replace(staat, werk=werk, gekozen=copy), said)


def _verwijder(_context: Context, staat: Staat, actie: Actie) -> Stap:
    sleutel = str(actie["sleutel"])
    said = zeg("verwijder", staat.taal, n=_nummer(staat.werk, sleutel))
    werk = verwijderd(staat.werk, sleutel)
    gekozen = "" if staat.gekozen == sleutel else staat.gekozen
    return Stap(replace(staat, werk=werk, gekozen=gekozen), said)


def _voegtoe(_context: Context, staat: Staat, actie: Actie) -> Stap:
    soort = str(actie["soort"])
    if soort not in MEASURES:
        raise ValueError(soort)
    werk, sleutel = erbij(staat.werk, begin_van(soort))
    said = zeg("voegtoe", staat.taal, soort=soortnaam(soort, staat.taal), n=_nummer(werk, sleutel))
    return Stap(replace(staat, werk=werk, gekozen=sleutel), said, nieuw=sleutel)


def begin_van(soort: str) -> dict[str, Any]:
    """Return the fields that a new measure begins with: its soort, and tables that are filled in by parts."""
    declared = specs(MEASURES[soort]).items()
    tables: dict[str, Any] = {name: {} for name, spec in declared if _by_parts(spec.kind)}
    return {"soort": soort, **tables}


def _by_parts(kind: Kind) -> bool:
    return isinstance(kind, Columns) or (isinstance(kind, Yearly) and kind.may_be_empty)


def _parameter(context: Context, staat: Staat, actie: Actie) -> Stap:
    parameter = context.baseline.parameters[str(actie["parameter"])]
    if not mag(context, staat.werk, parameter, actie["waarde"]):
        raise ValueError(parameter.id)
    werk = parameters.gekozen(staat.werk, parameter, actie["waarde"], staat.taal)
    key = "parameter-terug" if actie["waarde"] in (None, {}) else "parameter"
    return Stap(replace(staat, werk=werk), zeg(key, staat.taal, naam=parameter.naam))


def _open(context: Context, staat: Staat, actie: Actie) -> Stap:
    opened = context.open(str(actie["verwijzing"]))
    said = [zeg("open", staat.taal, naam=opened.werk.naam), *(issue.say(staat.taal) for issue in opened.opgemerkt)]
    return Stap(geopend(staat, opened), " ".join(said))


def _nieuw(context: Context, staat: Staat, _actie: Actie) -> Stap:
    """Return a scenario without measures; it comes from the baseline, and differs from it by its name."""
    opened = context.open(BASIS)
    werk = Werk({"naam": NIEUW.say(staat.taal), "status": "concept"})
    return Stap(replace(geopend(staat, opened), werk=werk), zeg("nieuw", staat.taal))


def _herstel(_context: Context, staat: Staat, actie: Actie) -> Stap:
    """Return an earlier state of the work; where it was another scenario, with where that came from."""
    given = actie["werk"]
    werk = werk_van(given)
    gekozen = staat.gekozen if werk.kaart(staat.gekozen) else ""
    back = replace(
        staat,
        werk=werk,
        gekozen=gekozen,
        verwijzing=str(given.get("verwijzing", staat.verwijzing)),
        oorsprong=str(given.get("oorsprong", staat.oorsprong)),
    )
    return Stap(back, zeg("vooruit" if actie.get("vooruit") else "terug", staat.taal), telt=False)


_ACTIES: Mapping[str, Callable[[Context, Staat, Actie], Stap]] = {
    "kies": _kies,
    "veld": _veld,
    "kop": _kop,
    "schakel": _schakel,
    "verplaats": _verplaats,
    "kopieer": _kopieer,
    "verwijder": _verwijder,
    "voegtoe": _voegtoe,
    "parameter": _parameter,
    "open": _open,
    "nieuw": _nieuw,
    "herstel": _herstel,
}
