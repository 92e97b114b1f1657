"""What the README shows is what the program prints, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from model.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_printed_result_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = README.split("## A printed result")[1].split("## ")[0]
    lines = [line[4:] for line in shown.splitlines() if line.startswith("    ") and line.strip() != "[...]"]
    assert len(lines) > 30
    assert main(["run", "incidenteel-tm-2030"]) == 0
    printed = capsys.readouterr().out.splitlines()
    position = 0
    for line in lines:
        assert line in printed[position:], line
        position = printed.index(line, position)


def test_every_path_and_command_that_it_names_exists() -> None:
    for path in re.findall(r"`((?:model|data|tests|notebooks)/[\w./-]*)`", README):
        assert (ROOT / path).exists(), path
    for command in re.findall(r"^    dekking (\w+)", README, re.MULTILINE):
        assert main([command, "--help"]) == 0


def test_every_shipped_scenario_is_in_its_table() -> None:
    for path in (ROOT / "data/scenarios").glob("*.toml"):
        assert f"`{path.stem}`" in README
