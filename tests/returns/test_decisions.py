"""Decisions that cannot be meant are refused, all at once; files that cannot be told apart are too."""

from __future__ import annotations

from pathlib import Path

import pytest
from returns.rondes import ronde

from model.cli.main import main
from model.errors import InputError
from model.io.returns.decisions import read_decisions
from model.io.returns.round_writer import write_ronde

WRONG = """departement,plek,keuze
dep-9,aftekening fez,A. de Vries
dep-1,nergens,1250
dep-1,regel {regel} t,veel
"""
REFUSED = ["besluit-departement-onbekend", "besluit-plek-onbekend", "besluit-keuze-fout"]
TRIGGERED = {*REFUSED, "besluit-overbodig", "samen-naam-dubbel"}  # that a decision is superfluous: test_voeg_samen


def test_wrong_decisions_are_told_at_once(tmp_path: Path) -> None:
    some = ronde(3, 2, 1)
    post = some.posten["dep-1"][0]
    key = next(some.editie.regels(post.tabel, post.ident))
    path = tmp_path / "besluiten.csv"
    path.write_text(WRONG.format(regel=key.tekst()), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_decisions(path, some)
    assert [issue.code for issue in raised.value.issues] == REFUSED
    assert [issue.place.row for issue in raised.value.issues] == [2, 3, 4]


def test_two_files_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_ronde(ronde(3, 2, 1), tmp_path / "ronde")
    files = [str(tmp_path / folder / "opgave.xlsx") for folder in ("a", "b")]
    words = ["uitvraag", "voeg-samen", "--ronde", str(tmp_path / "ronde"), *files, "--out", str(tmp_path / "uit")]
    assert main(words) == 2
    assert "'opgave.xlsx'" in capsys.readouterr().err
