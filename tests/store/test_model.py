"""Whatever is done to a store, in whatever order: it says what a plain list of versions says."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from model.io.store.store import Store
from model.io.store.versions import Conflict, NameTaken, Version

NAMES = st.sampled_from(["a", "A ", "b"]) | st.text(
    st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200
)
NOTES = st.just("") | st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
CONTENTS = st.dictionaries(
    st.text(max_size=5),
    st.recursive(
        st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
) | st.sampled_from([{}, {"x": 1}, {"x": 2}])


@dataclass
class Kept:
    """A scenario in the model: name, content, note, based on and restored of each version, and whether archived."""

    versions: list[tuple[str, dict[str, Any], str, int | None, int | None]]
    saved_last: int
    archived: bool = False
    confirmed: list[Version] = field(default_factory=list)


class Stores(RuleBasedStateMachine):
    idents: Bundle[str] = Bundle("idents")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store, self.other = (Store(self.folder / "x.sqlite") for _ in range(2))
        self.kept: dict[str, Kept] = {}
        self.saves = 0

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.versions_agree()
            self.store.close()
            self.other.close()
            shutil.rmtree(self.folder)

    @rule(target=idents, naam=NAMES, content=CONTENTS, note=NOTES)
    def add(self, naam: str, content: dict[str, Any], note: str) -> Any:
        if self.taken(naam):
            with pytest.raises(NameTaken):
                self.store.add(naam, content, note=note)
            return multiple()
        added = self.store.add(naam, content, note=note)
        assert added.id not in self.kept
        self.saves += 1
        self.kept[added.id] = Kept([(naam, content, note, None, None)], self.saves, confirmed=[added])
        return added.id

    def taken(self, naam: str, own: str = "") -> bool:
        names = {" ".join(kept.versions[-1][0].casefold().split()): ident for ident, kept in self.kept.items()}
        return names.get(" ".join(naam.casefold().split()), own) != own

    def put(self, ident: str, new: tuple[str, dict[str, Any], str, int, int | None], over: bool, save: Any) -> None:  # noqa: FBT001
        """Do what saves a version, and say what the model expects of it."""
        kept = self.kept[ident]
        naam, content, note, *_ = kept.versions[-1]
        if (naam, content) == new[:2] and new[2] in ("", note):
            assert save() == kept.confirmed[-1]
        elif new[3] != len(kept.versions) and not over:
            with pytest.raises(Conflict) as caught:
                save()
            assert caught.value.latest == kept.confirmed[-1]
        elif self.taken(new[0], ident):
            with pytest.raises(NameTaken):
                save()
        else:
            kept.confirmed.append(save())
            kept.versions.append(new)
            self.saves += 1
            kept.saved_last = self.saves

    @rule(ident=idents, naam=NAMES, content=CONTENTS, note=NOTES, behind=st.integers(0, 2), over=st.booleans())
    def save(self, ident: str, naam: str, content: dict[str, Any], note: str, behind: int, over: bool) -> None:  # noqa: FBT001
        based_on = max(1, len(self.kept[ident].versions) - behind)
        options = {"based_on": based_on, "naam": naam, "content": content, "note": note, "over": over}
        self.put(ident, (naam, content, note, based_on, None), over, lambda: self.store.save(ident, **options))

    @rule(ident=idents, number=st.integers(1, 4), behind=st.integers(0, 1))
    def restore(self, ident: str, number: int, behind: int) -> None:
        count = len(self.kept[ident].versions)
        number, seen = min(number, count), max(1, count - behind)
        naam, content, *_ = self.kept[ident].versions[number - 1]
        new = (naam, content, "", seen, number)
        self.put(ident, new, False, lambda: self.store.restore(ident, number, seen=seen))  # noqa: FBT003

    @rule(ident=idents, naam=NAMES)
    def rename(self, ident: str, naam: str) -> None:
        versions = self.kept[ident].versions
        new = (naam, versions[-1][1], "", len(versions), None)
        self.put(ident, new, False, lambda: self.store.rename(ident, naam))  # noqa: FBT003

    @rule(ident=idents, archived=st.booleans())
    def archive(self, ident: str, archived: bool) -> None:  # noqa: FBT001
        (self.store.archive if archived else self.store.unarchive)(ident)
        self.kept[ident].archived = archived

    @rule()
    def other_window(self) -> None:
        self.store, self.other = self.other, self.store

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(self.folder / "x.sqlite")

    @invariant()
    def lists_agree(self) -> None:
        for archived in (False, True):
            here = {ident: kept for ident, kept in self.kept.items() if kept.archived == archived}
            expected = sorted(here, key=lambda ident: -here[ident].saved_last)
            found = self.other.scenarios(archived=archived)
            assert [each.id for each in found] == expected
            assert [(each.naam, each.number) for each in found] == [
                (here[ident].versions[-1][0], len(here[ident].versions)) for ident in expected
            ]

    @rule()
    def versions_agree(self) -> None:
        for ident, kept in self.kept.items():
            found = [self.other.read(ident, number) for number in range(1, len(kept.versions) + 1)]
            assert found == kept.confirmed
            assert [(v.naam, v.content, v.note, v.based_on, v.restored) for v in found] == kept.versions
            assert [each.digest for each in self.other.versions(ident)] == [v.digest for v in reversed(found)]


TestStores = Stores.TestCase
TestStores.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
