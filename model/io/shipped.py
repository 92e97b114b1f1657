"""Where the dataset, the scenarios and the fictitious round that ship with the project are found."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the folder with the shipped data: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def shipped_dataset() -> Path:
    """Return the folder of the dataset that ships."""
    return data_folder() / "basis"


def shipped_scenarios() -> list[Path]:
    """Return the scenario files that ship, in order of name."""
    return sorted((data_folder() / "scenarios").glob("*.toml"), key=lambda path: path.stem)


def shipped_ronde() -> Path:
    """Return the folder of the round of the return that ships; everything in it is made up."""
    return data_folder() / "uitvraag" / "fictief-2027"
