"""A workbook or scenario file that comes back: what it changes and what is wrong with it, before it is taken over.

The bytes go into a folder that is gone when the question has been answered.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from dash_app.bestanden import veilig
from dash_app.context import Context
from dash_app.excel.cellen import rij
from dash_app.opslaan.verschil import GEEN_VERSCHIL, verschillen
from dash_app.werk import Werk, opengelegd
from model.differences import NOTHING, input_differences
from model.errors import InputError, Issue, Place, known, shown
from model.io.excel.returned.changes import Change
from model.io.excel.returned.imported import imported
from model.io.open import planned_scenario
from model.io.scenario_file import MAX_BYTES, scenario_from
from model.io.shipped import shipped_scenarios
from model.ledger import Plan, open_plan
from model.text import Language, Text, same

MOST = 8  # MB
_BYTES = MOST * 1024 * 1024
_DOUBTS = {"terug-eenheid", "terug-eenheid-cel"}
_OPEN = Text("het geopende scenario", "the open scenario")
_WHOLE = Text("het hele bestand", "the whole file")
_ADVICE = Text(
    "Een scenariobestand (.toml) mag ook. Kies een ander bestand",
    "A scenario file (.toml) will do too. Choose another file",
)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What came of a file: the work in it, `None` where it is refused, what it changes, and what was found.

    `plan` knows the price level of amounts; `gelijk` says that taking it over would change nothing that computes.
    """

    naam: str
    werk: Werk | None
    wijzigingen: tuple[Change, ...] = ()
    verschillen: tuple[Text, ...] = ()
    geweigerd: tuple[Issue, ...] = ()
    opgemerkt: tuple[Issue, ...] = ()
    plan: Plan | None = None
    gelijk: bool = False

    @property
    def eenheid(self) -> bool:
        """Return whether its user can take away a doubt about units, or did."""
        return any(issue.code in _DOUBTS for issue in (*self.geweigerd, *self.opgemerkt))


def gelezen(context: Context, nu: Werk, naam: str, raw: bytes, *, klopt: bool = False) -> Gelezen:
    """Return what came of a file with this name; `nu` is the open work, `klopt` that its amounts are in their unit."""
    name = veilig(naam)
    readers = {".xlsx": _werkmap, ".toml": _scenario}
    try:
        if PurePath(name).suffix not in readers:
            raise InputError([Issue("werkmap-ander-formaat", Place(name), {"found": shown(name), "advice": _ADVICE})])
        if len(raw) > _BYTES:
            values = {"found": f"{len(raw) / 1024 / 1024:.1f} MiB", "expected": f"{MOST} MiB"}
            raise InputError([Issue("bestand-te-groot", Place(name), values)])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(raw)
            return readers[path.suffix](context, nu, path, klopt)
    except InputError as error:
        return Gelezen(name, None, geweigerd=error.issues)


def _werkmap(context: Context, nu: Werk, path: Path, klopt: bool) -> Gelezen:  # noqa: FBT001
    found = imported(path, context.folder, confirmed=klopt)
    refused, noticed = tuple(found.findings.refused), tuple(found.findings.noticed)
    plan = open_plan(context.baseline)
    if not refused:
        scenario, issues = scenario_from(tomllib.loads(found.text), path.name)
        refused = tuple(issues)
    if refused:
        return Gelezen(path.name, None, found.changes, (), refused, noticed, plan)
    made = _tegen(context, nu, opengelegd(scenario), path.name)
    told = () if found.changes or made.gelijk else made.verschillen
    return replace(made, wijzigingen=found.changes, verschillen=told, opgemerkt=noticed)


def _tegen(context: Context, nu: Werk, werk: Werk, naam: str) -> Gelezen:
    """Return what taking a work over changes of the open one; raise `InputError` where it cannot be worked out."""
    made, now = context.uitkomst(werk), context.uitkomst(nu).result
    if made.result is None:
        raise InputError(made.issues)
    told = verschillen(nu, werk, (_OPEN, same(naam)), made.result.plan)
    alike = now is not None and input_differences(now, made.result) == [NOTHING]
    return Gelezen(naam, werk, verschillen=tuple(told), plan=made.result.plan, gelijk=alike)


def _scenario(context: Context, nu: Werk, path: Path, _klopt: bool) -> Gelezen:  # noqa: FBT001
    _with_basis(path)
    scenario, _, issues = planned_scenario(context.baseline, path)
    if issues:
        folder = f"{path.parent}/"
        raise InputError([_placed(issue, folder) for issue in issues])
    made = _tegen(context, nu, opengelegd(scenario), path.name)
    return replace(made, gelijk=made.gelijk and made.verschillen == (GEEN_VERSCHIL,))


def _with_basis(path: Path) -> None:
    """Put the shipped scenarios beside a file that begins with one of them; other bases are not looked for."""
    basis: object = None
    with suppress(ValueError, RecursionError):
        basis = tomllib.loads(path.read_bytes()[: MAX_BYTES + 1].decode()).get("basis")
    if not isinstance(basis, str):
        return
    shipped = {file.name: file for file in shipped_scenarios()}
    if basis not in shipped:
        values = {"expected": known(shipped, basis, limit=len(shipped))}
        raise InputError([Issue("scenario-onbekend", Place(path.name, path=f"basis = {shown(basis)}"), values)])
    for name, file in shipped.items():
        if name != path.name:
            (path.parent / name).write_bytes(file.read_bytes())


def _placed(issue: Issue, folder: str) -> Issue:
    return replace(issue, place=replace(issue.place, file=issue.place.file.removeprefix(folder)))


def plat(found: Gelezen, taal: Language) -> dict[str, Any]:
    """Return what came of a file as the browser shows it."""
    return {
        "bestand": found.naam,
        "goed": found.werk is not None,
        "werk": None if found.werk is None else found.werk.json(),
        "merk": None if found.werk is None else found.werk.merk,
        "naam": "" if found.werk is None else found.werk.naam,
        "gelijk": found.gelijk,
        "cellen": [rij(change, taal, found.plan) for change in found.wijzigingen],
        "verschillen": [text.say(taal) for text in found.verschillen],
        "soort": PurePath(found.naam).suffix,
        "geweigerd": bevindingen(found.geweigerd, taal),
        "opgemerkt": bevindingen(found.opgemerkt, taal),
        "eenheid": found.eenheid,
    }


def bevindingen(issues: Sequence[Issue], taal: Language) -> list[list[str]]:
    """Return for each issue where it is, apart from the file, and its sentence."""
    return [[_waar(issue.place, taal), _zin(issue, taal)] for issue in issues]


def _waar(place: Place, taal: Language) -> str:
    return replace(place, file="").say(taal).removeprefix(", ") or _WHOLE.say(taal)


def _zin(issue: Issue, taal: Language) -> str:
    sentence = replace(issue, place=Place("")).say(taal).removeprefix(": ")
    return sentence[:1].upper() + sentence[1:]
