"""What the pages know of the model: the dataset, the scenarios there are, and their results. The one door to it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dash_app.werk import Werk, opengelegd, werk_van
from model.baseline import Baseline
from model.batch import Kernel
from model.engine import run_plan
from model.errors import InputError, Issue, Place, known, shown
from model.io.dataset import read_dataset
from model.io.fingerprint import fingerprint
from model.io.open import planned_scenario
from model.io.shipped import shipped_scenarios
from model.io.store.store import Store
from model.ledger import open_plan
from model.result import Result
from model.scenario import BASIS, apply_steps, negative_issues

BEWAARD = "bewaard:"
_BASELINE = Werk({"naam": "Basis", "omschrijving": "De dataset zelf, zonder maatregelen"})
_KEPT = 64  # results


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
    """

    verwijzing: str
    werk: Werk
    versie: int | None = None
    note: str = ""


@dataclass(slots=True)
class Context:
    """A dataset with the scenarios on it. Results are kept by the scenario's hash, the newest few."""

    folder: Path
    baseline: Baseline
    vingerafdruk: str
    meegeleverd: Mapping[str, Werk]
    store: Store
    kernel: Kernel | None = None
    _results: OrderedDict[str, Uitkomst] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def uitkomst(self, werk: Werk) -> Uitkomst:
        """Return what comes of a scenario on the dataset."""
        with self._lock:
            if werk.kenmerk in self._results:
                self._results.move_to_end(werk.kenmerk)
                return self._results[werk.kenmerk]
        found = self._worked_out(werk)
        with self._lock:
            self._results[werk.kenmerk] = found
            while len(self._results) > _KEPT:
                self._results.popitem(last=False)
        return found

    def _worked_out(self, werk: Werk) -> Uitkomst:
        scenario, issues = werk.scenario()
        if "horizon" in scenario.unread:
            return Uitkomst(werk, None, tuple(issues))
        plan, wrong = apply_steps(open_plan(self.baseline, scenario.horizon, scenario.counts), scenario.steps)
        issues = [*issues, *wrong] or negative_issues(plan, scenario)
        if issues:
            return Uitkomst(werk, None, tuple(issues))
        return Uitkomst(werk, run_plan(plan, scenario, self.kernel))

    def open(self, verwijzing: str) -> Geopend:
        """Return the scenario that a reference names; raise `InputError` where there is none."""
        if verwijzing.startswith(BEWAARD):
            ident, _, number = verwijzing.removeprefix(BEWAARD).partition("@")
            version = self.store.read(ident, int(number) if number.isdecimal() else None)
            return Geopend(
                f"{BEWAARD}{ident}@{version.number}", werk_van(version.content), version.number, version.note
            )
        if verwijzing == BASIS:
            return Geopend(BASIS, _BASELINE)
        if verwijzing not in self.meegeleverd:
            values = {"expected": known([BASIS, *self.meegeleverd], verwijzing)}
            raise InputError([Issue("scenario-onbekend", Place(shown(verwijzing)), values)])
        return Geopend(verwijzing, self.meegeleverd[verwijzing])

    def scenarios(self) -> list[tuple[str, str]]:
        """Return a reference and a name for every scenario there is: the baseline, shipped and kept ones."""
        shipped = [(name, werk.naam) for name, werk in self.meegeleverd.items()]
        kept = [(f"{BEWAARD}{each.id}", each.naam) for each in self.store.scenarios()]
        return [(BASIS, _BASELINE.naam), *shipped, *kept]


def context_of(folder: Path, store: Store, kernel: Kernel | None = None) -> Context:
    """Return the context of the dataset in `folder`; raise `InputError` where the dataset is wrong.

    Shipped scenarios are those that the dataset can carry.
    """
    baseline = read_dataset(folder)
    shipped: dict[str, Werk] = {}
    for path in shipped_scenarios():
        scenario, _, issues = planned_scenario(baseline, path)
        if not issues:
            shipped[path.stem] = opengelegd(scenario)
    return Context(folder, baseline, fingerprint(folder), shipped, store, kernel)
