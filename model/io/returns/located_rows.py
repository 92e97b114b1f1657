"""Which row of a workbook is which row that was sent: by its key, and by its names where those say otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.errors import figure, shown
from model.io.excel.book import address
from model.io.returns.findings import Findings, Spot
from model.io.returns.identity import herkomst_of, who
from model.io.returns.sections import Section
from model.io.returns.sent import Labels, Sent, labels_of
from model.io.returns.sheets import GROOTHEID, HERKOMST, OPEN_POST, OPEN_REGEL, SLEUTEL
from model.returns.bevinding import Vindplaats
from model.returns.opgave import Herkomst
from model.text import same


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was found."""

    section: Section
    number: int
    labels: Labels

    @property
    def key(self) -> str:
        """Return what stands in it as its key."""
        return self.section.text(self.number, SLEUTEL)

    @property
    def address(self) -> str:
        """Return the sheet and row, as people find it."""
        return f"{self.section.sheet.name}!{address(self.section.at(self.number, SLEUTEL))}"

    def open(self) -> tuple[object, ...]:
        """Return what people filled in."""
        codes = (*OPEN_REGEL, *OPEN_POST) if GROOTHEID in self.section.columns else (*OPEN_POST, "antwoord")
        return tuple(self.section.text(self.number, code) for code in codes)


@dataclass(slots=True)
class Located:
    """The rows that were sent, by key, where they were found; the others; and those that stand there twice.

    `controles` are the rows of control totals on Voortgang. `twijfel` are the cells, by key and column, in doubt:
    those that cannot be read or are contradicted, and those that are asked about.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    others: list[Row] = field(default_factory=list)
    doubles: list[tuple[str, Row]] = field(default_factory=list)
    controles: dict[str, Row] = field(default_factory=dict)
    twijfel: set[tuple[str, str]] = field(default_factory=set)


def located(found: Sequence[Section], sent: Sent, herkomst: Herkomst, findings: Findings) -> Located:
    """Return where every row that was sent stands; report rows that are not what their key says."""
    rows = [Row(section, number, labels_of(section, number)) for section in found for number in section.rows]
    mine = list(_own(rows, herkomst, findings))
    by_key: dict[str, list[Row]] = defaultdict(list)
    for row in mine:
        by_key[row.key].append(row)
    names = _by_names(sent)
    place = Located()
    for key, each in by_key.items():
        if key not in sent.rows:
            place.others += each
            continue
        right = [row for row in each if row.labels == sent.labels[key]] or each
        place.rows[key] = right[0]
        for row in each:
            if row is not right[0]:
                _double(row, key, right[0], place)
    crossed = _crossed(place, sent, names)
    _renamed(place, names, findings)
    _report_crossed(crossed, sent, findings)
    return place


def _own(rows: Sequence[Row], herkomst: Herkomst, findings: Findings) -> Iterator[Row]:
    """Yield the rows that are not of another return; report those that are, and those of another version."""
    foreign: dict[tuple[str, Herkomst], list[Row]] = defaultdict(list)
    older: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        said = herkomst_of(row.section.text(row.number, HERKOMST))
        if said is not None and who(said) != who(herkomst):
            foreign[row.section.sheet.name, said].append(row)
            continue
        if said is not None and said.basis != herkomst.basis:
            older[row.section.sheet.name, said.basis].append(row)
        yield row
    for (_, said), each in foreign.items():
        found, expected = (same(f"{one.departement}, {one.ronde}") for one in (said, herkomst))
        findings.add(
            "lees-rijen-van-elders", _place(each[0], findings), count=figure(len(each)), found=found, expected=expected
        )
    for (_, basis), each in older.items():
        place, count = _place(each[0], findings), figure(len(each))
        findings.add("lees-basis-gemengd", place, count=count, found=same(basis), expected=same(herkomst.basis))


def _by_names(sent: Sent) -> Mapping[Labels, tuple[str, ...]]:
    found: dict[Labels, tuple[str, ...]] = defaultdict(tuple)
    for key, names in sent.labels.items():
        if key.count("/") > 1:
            found[names] += (key,)
    return found


def _double(row: Row, key: str, first: Row, place: Located) -> None:
    """Keep a second row with a key: of another row where its names say so, else the same row again."""
    if row.labels != first.labels:
        place.others.append(row)
    else:
        place.doubles.append((key, row))


def _crossed(place: Located, sent: Sent, names: Mapping[Labels, tuple[str, ...]]) -> list[tuple[Row, str]]:
    """Return rows with the key of one row and the names of another, whose key stands with other names as well.

    Keys and names were then moved apart. Where only the names of a row are another's, `Locked` says so of that row.
    """
    others = {key: names.get(row.labels, ()) for key, row in place.rows.items() if row.labels != sent.labels[key]}
    apart = {key for key, each in others.items() if each}
    return [(place.rows[key], key) for key in place.rows if key in apart and not apart.isdisjoint(others[key])]


def _renamed(place: Located, names: Mapping[Labels, tuple[str, ...]], findings: Findings) -> None:
    """Know rows whose key is none, or that of a row that is there as well, by their names."""
    left = []
    changed: dict[str, list[Spot]] = defaultdict(list)
    for row in place.others:
        missing = [key for key in names.get(row.labels, ()) if key not in place.rows]
        if len(missing) != 1:
            left.append(row)
            continue
        place.rows[missing[0]] = row
        if SLEUTEL in row.section.columns:  # else the column is gone, which is told once
            found = shown(row.key) if row.key else same("leeg")._replace(en="empty")
            told = {"found": found, "expected": shown(missing[0], 80)}
            changed[row.section.sheet.name].append(Spot(row.section, row.number, SLEUTEL, missing[0], told))
    for spots in changed.values():
        findings.many("lees-sleutel-gewijzigd", spots)
    place.others = left


def _report_crossed(crossed: Sequence[tuple[Row, str]], sent: Sent, findings: Findings) -> None:
    if crossed:
        row, key = crossed[0]
        found, expected = shown(" · ".join(filter(None, row.labels))), shown(sent.label(key))
        place, count = _place(row, findings), figure(len(crossed))
        findings.add("lees-sleutels-verschoven", place, count=count, found=found, expected=expected)


def _place(row: Row, findings: Findings) -> Vindplaats:
    return findings.place(Spot(row.section, row.number, SLEUTEL))
