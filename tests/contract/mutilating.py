"""How a case of `mutilations.toml` changes the good dataset and scenario, and the issues that then come out."""

from __future__ import annotations

import csv
import io
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
USUAL = ["run", "scenario.toml", "--data", "dataset"]
LONG = "x" * 300

Case = Mapping[str, Any]
Table = list[list[str]]


def cases() -> list[dict[str, Any]]:
    """Return the cases of `mutilations.toml`."""
    return list(tomllib.loads((HERE / "mutilations.toml").read_text(encoding="utf-8"))["geval"])


def lay_out(folder: Path, case: Case) -> None:
    """Write the good dataset and scenario into `folder`, changed as `case` says."""
    shutil.copytree(HERE / "dataset", folder / "dataset")
    for name in ("scenario.toml", "onder.toml"):
        shutil.copy(HERE / name, folder / name)
    for change in case.get("wijzig", [case] if "bestand" in case else []):
        _change(folder / change["bestand"], change)


def words(case: Case) -> list[str]:
    """Return the command of a case."""
    return [LONG if word == "LANG" else word for word in case.get("woorden", USUAL)]


def expected(case: Case) -> list[str]:
    """Return the issues that a case expects."""
    return [line.replace("LANG", LONG) for line in case.get("verwacht", [])]


def _change(path: Path, change: Mapping[str, Any]) -> None:
    if change.get("weg") or change.get("map"):
        path.unlink()
    if change.get("map"):
        path.mkdir()
    path.parent.mkdir(exist_ok=True)
    for name, value in change.items():
        if name in _WHOLE:
            _WHOLE[name](path, value)
        elif name in _CELLS:
            _write(path, _CELLS[name](_table(path), value))
        elif name in _TEXT:
            _put(path, _TEXT[name](_get(path), value))


def _get(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _table(path: Path) -> Table:
    return list(csv.reader(io.StringIO(_get(path), newline="")))


def _write(path: Path, rows: Table, quoting: int = csv.QUOTE_MINIMAL) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n", quoting=quoting).writerows(rows)
    _put(path, text.getvalue())


def _huge(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def _cell(rows: Table, place: tuple[int, str, str]) -> Table:
    row, column, value = place
    rows[row - 1][rows[0].index(column)] = value
    return rows


def _without_column(rows: Table, column: str) -> Table:
    at = rows[0].index(column)
    return [row[:at] + row[at + 1 :] for row in rows]


def _renamed(rows: Table, names: tuple[str, str]) -> Table:
    old, new = names
    rows[0][rows[0].index(old)] = new
    return rows


def _replaced(text: str, words: tuple[str, str]) -> str:
    old, new = words
    if text.count(old) != 1:
        raise ValueError(f"{old!r} occurs {text.count(old)} times")
    return text.replace(old, new)


_WHOLE: Mapping[str, Callable[[Path, Any], object]] = {
    "inhoud": _put,
    "codering": lambda path, name: path.write_bytes(_get(path).encode(name)),
    "groot": _huge,
    "koppeling": lambda path, target: path.symlink_to(target),
    "aanhalingstekens": lambda path, _: _write(path, _table(path), csv.QUOTE_ALL),
}
_CELLS: Mapping[str, Callable[[Table, Any], Table]] = {
    "cel": _cell,
    "lange_cel": lambda rows, place: _cell(rows, (*place, "x" * 2_000_000)),
    "rij_weg": lambda rows, number: rows[: number - 1] + rows[number:],
    "kolom_weg": _without_column,
    "kolom_erbij": lambda rows, name: [[*row, "" if number else name] for number, row in enumerate(rows)],
    "kop": _renamed,
    "alleen_kop": lambda rows, _: rows[:1],
    "rijen": lambda rows, _: [rows[0], *reversed(rows[1:])],
    "kolommen": lambda rows, _: [row[::-1] for row in rows],
}
_TEXT: Mapping[str, Callable[[str, Any], str]] = {
    "vervang": _replaced,
    "vertaal": lambda text, words: text.replace(*words),
    "rij_erbij": lambda text, row: text + row + "\n",
    "achteraan": lambda text, more: text + more,
    "lege_regels": lambda text, count: text + "\n" * count,
    "diep": lambda text, depth: text + "waarde = " + "[" * depth,
    "lang_getal": lambda text, digits: text + "waarde = " + "9" * digits,
}


def operations() -> Iterator[str]:
    """Yield every word that a change may use."""
    yield from (*_WHOLE, *_CELLS, *_TEXT, "bestand", "weg", "map")
