"""What the pages know of the model: the dataset, the scenarios there are, and their results. The one door to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dash_app.geheugen import Geheugen
from dash_app.uitvraag.centrum import Centrum
from dash_app.werk import Werk, met_kop, opengelegd, werk_van
from model.baseline import Baseline
from model.batch import Kernel
from model.bridge import Bridge, Case, bridge
from model.engine import in_year, run_plan
from model.errors import InputError, Issue, Place, known, shown
from model.io.dataset import read_dataset
from model.io.fingerprint import fingerprint
from model.io.scenario_file import read_scenario
from model.io.shipped import shipped_dataset, shipped_ronde, shipped_scenarios
from model.io.store.store import Store
from model.io.store.versions import Entry
from model.ledger import Plan, open_plan
from model.result import Result
from model.scenario import BASIS, apply_steps, negative_issues
from model.tables import Prices

BEWAARD = "bewaard:"
_BASELINE = Werk({"naam": "Basis", "omschrijving": "De dataset zelf, zonder maatregelen"})
_KEPT = 128  # results and bridges


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What comes of a scenario: its result, or what is wrong with it."""

    werk: Werk
    result: Result | None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Geopend:
    """A scenario as it was opened: its work, and where it comes from.

    `verwijzing` is `basis`, the name of a shipped scenario, or `bewaard:` with the id and `@` version of a kept one.
    `opgemerkt` is what its user should know: it was kept when the dataset said something else.
    """

    verwijzing: str
    werk: Werk
    versie: int | None = None
    opgemerkt: tuple[Issue, ...] = ()


@dataclass(slots=True)
class Context:
    """A dataset with the scenarios on it, and beside them a round of the departments' return.

    Results and bridges are kept by the scenarios' hashes, the newest few.
    """

    folder: Path
    baseline: Baseline
    vingerafdruk: str
    meegeleverd: Mapping[str, Werk]
    store: Store
    uitvraag: Centrum
    kernel: Kernel | None = None
    _geheugen: Geheugen = field(default_factory=lambda: Geheugen(_KEPT))

    def uitkomst(self, werk: Werk) -> Uitkomst:
        """Return what comes of a scenario on the dataset."""
        return self._geheugen.geef(werk.kenmerk, lambda: self._worked_out(werk))

    def in_jaar(self, werk: Werk, begrotingsjaar: int) -> Result | None:
        """Return the result of a scenario with another begrotingsjaar, `None` where it cannot be worked out."""
        result = self.uitkomst(werk).result
        if result is None:
            return None
        return self._geheugen.geef((werk.kenmerk, begrotingsjaar), lambda: in_year(result, begrotingsjaar))

    def brug(self, van: Werk, naar: Werk, begrotingsjaar: int, kerncijfer: str, prices: Prices) -> Bridge | None:
        """Return the steps from one scenario to another, `None` where either cannot be worked out."""
        ends = [self.in_jaar(werk, begrotingsjaar) for werk in (van, naar)]
        cases = [Case(self.baseline, replace(end.scenario, begrotingsjaar=begrotingsjaar)) for end in ends if end]
        if len(cases) < len(ends):
            return None
        key = (van.kenmerk, naar.kenmerk, begrotingsjaar, kerncijfer, prices)
        return self._geheugen.geef(key, lambda: bridge(cases[0], cases[1], kerncijfer, prices))

    def beginplan(self, horizon: tuple[int, int] | None, counts: tuple[str, ...]) -> Plan:
        """Return the plan of the dataset itself: what every scenario on these years begins with."""
        return self._geheugen.geef(("beginplan", horizon, counts), lambda: open_plan(self.baseline, horizon, counts))

    def _worked_out(self, werk: Werk) -> Uitkomst:
        scenario, issues = werk.scenario()
        if "horizon" in scenario.unread:
            return Uitkomst(werk, None, tuple(issues))
        plan, wrong = apply_steps(self.beginplan(scenario.horizon, scenario.counts), scenario.steps)
        issues = [*issues, *wrong] or negative_issues(plan, scenario)
        if issues:
            return Uitkomst(werk, None, tuple(issues))
        return Uitkomst(werk, run_plan(plan, scenario, self.kernel))

    def open(self, verwijzing: str) -> Geopend:
        """Return the scenario that a reference names; raise `InputError` where there is none."""
        if verwijzing.startswith(BEWAARD):
            ident, _, number = verwijzing.removeprefix(BEWAARD).partition("@")
            version = self.store.read(ident, int(number) if number.isdecimal() else None)
            noticed = self._anders(version)
            return Geopend(f"{BEWAARD}{ident}@{version.number}", werk_van(version.content), version.number, noticed)
        if verwijzing == BASIS:
            return Geopend(BASIS, _BASELINE)
        if verwijzing not in self.meegeleverd:
            values = {"expected": known([BASIS, *self.meegeleverd], verwijzing)}
            raise InputError([Issue("scenario-niet-hier", Place(shown(verwijzing)), values)])
        return Geopend(verwijzing, self.meegeleverd[verwijzing])

    def scenarios(self) -> list[tuple[str, str]]:
        """Return a reference and a name for every scenario there is: the baseline, shipped and kept ones."""
        return [*self.vaste(), *self.bewaarde()[0]]

    def bewaarde(self) -> tuple[list[tuple[str, str]], tuple[Issue, ...]]:
        """Return a reference and a name for every kept scenario, or why those cannot be read."""
        try:
            kept = self.store.scenarios()
        except InputError as error:
            return [], tuple(error.issues)
        return [(f"{BEWAARD}{each.id}", each.naam) for each in kept if self.hoort_hier(each)], ()

    def vaste(self) -> list[tuple[str, str]]:
        """Return a reference and a name for every scenario that comes with the dataset: the baseline first."""
        return [(BASIS, _BASELINE.naam), *((name, werk.naam) for name, werk in self.meegeleverd.items())]

    def hoort_hier(self, entry: Entry) -> bool:
        """Return whether a kept scenario is of this dataset, as it is now or as it was; of a nameless one it may be."""
        return entry.dataset in ("", self.baseline.name)

    def _anders(self, entry: Entry) -> tuple[Issue, ...]:
        """Return that the dataset has changed since; raise `InputError` where it is another one."""
        place = Place(shown(entry.naam))
        if not self.hoort_hier(entry):
            values = {"found": shown(entry.dataset), "expected": shown(self.baseline.name)}
            raise InputError([Issue("dataset-ander", place, values)])
        if entry.fingerprint == self.vingerafdruk:
            return ()
        values = {"dataset": self.baseline.name, "found": entry.fingerprint or "?", "expected": self.vingerafdruk}
        return (Issue("dataset-gewijzigd", place, values),)


def zonder_basiswoorden(werk: Werk) -> Werk:
    """Return the work without the description of the dataset itself, where measures made that untrue."""
    if werk.kaarten and werk.kop.get("omschrijving") == _BASELINE.kop["omschrijving"]:
        return met_kop(werk, omschrijving=None)
    return werk


def context_of(folder: Path, store: Store, kernel: Kernel | None = None, ronde: Path | None = None) -> Context:
    """Return the context of the dataset in `folder`; raise `InputError` where the dataset is wrong.

    Shipped scenarios are those of the shipped dataset: on another one there are none. Without a folder `ronde` the
    round of the return is the shipped one, which is made up.
    """
    baseline, mark = read_dataset(folder), fingerprint(folder)
    own = shipped_scenarios() if mark == fingerprint(shipped_dataset()) else []
    shipped = {path.stem: opengelegd(read_scenario(path)[0]) for path in own}
    centre = Centrum(ronde or shipped_ronde(), store)
    return Context(folder, baseline, mark, shipped, store, centre, kernel)
