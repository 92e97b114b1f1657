"""Decisions that cannot be meant are refused, all at once; files that cannot be told apart are too."""

from __future__ import annotations

from pathlib import Path

import pytest
from returns.rondes import ronde

from model.cli.main import main
from model.errors import InputError
from model.io.returns.decisions import Besluit, Onbesluit, inhoud_uit, read_decisions
from model.io.returns.round_writer import write_ronde
from model.returns.edition import Sleutel
from model.returns.edits import Plek
from model.returns.opgave import waarde

WRONG = """departement,plek,keuze,door
dep-9,aftekening fez,A. de Vries,centrum
dep-1,nergens,1250,centrum
dep-1,regel {regel} t,veel,centrum
dep-1,regel {regel} t+1,nihil,
"""
REFUSED = ["besluit-departement-onbekend", "besluit-plek-onbekend", "besluit-keuze-fout", "besluit-zonder-naam"]
TRIGGERED = {*REFUSED, "besluit-overbodig", "samen-naam-dubbel", "samen-zonder-directie"}
# That a decision is superfluous: test_voeg_samen; that a directorate is not named: test_merge_cases.


def test_wrong_decisions_are_told_at_once(tmp_path: Path) -> None:
    some = ronde(3, 2, 1)
    post = some.posten["dep-1"][0]
    key = next(some.editie.regels(post.tabel, post.ident))
    path = tmp_path / "besluiten.csv"
    path.write_text(WRONG.format(regel=key.tekst()), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_decisions(path, some)
    assert [issue.code for issue in raised.value.issues] == REFUSED
    assert [issue.place.row for issue in raised.value.issues] == [2, 3, 4, 5]


def test_a_file_that_a_dutch_spreadsheet_saved(tmp_path: Path) -> None:
    some = ronde(3, 2, 1)
    post = some.posten["dep-1"][0]
    place = Plek("regel", next(some.editie.regels(post.tabel, post.ident)), "t")
    found = []
    for mark, amount in ((",", '"1.250,5"'), (";", "1.250,5")):
        path = tmp_path / "besluiten.csv"
        rows = (("departement", "plek", "keuze", "door"), ("dep-1", place.tekst(), amount, "centrum"))
        path.write_text("".join(f"{mark.join(row)}\r\n" for row in rows), encoding="utf-8-sig")
        found.append(read_decisions(path, some))
    assert found[0] == found[1] == {"dep-1": {place: Besluit(waarde(1250.5), "centrum")}}


@pytest.mark.parametrize("text", ["veel", "1,234", "-1"])
def test_what_an_amount_can_be_is_one_sentence(text: str) -> None:
    some = ronde(3, 2, 1)
    key = Sleutel("begroting", "p", "uitgaven", "beheer", "intern")
    with pytest.raises(Onbesluit, match=r"zoals 1250 of 1\.250,5, of nihil"):
        inhoud_uit(Plek("regel", key, "t"), text, some)


def test_two_files_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_ronde(ronde(3, 2, 1), tmp_path / "ronde")
    files = [str(tmp_path / folder / "opgave.xlsx") for folder in ("a", "b")]
    words = ["uitvraag", "voeg-samen", "--ronde", str(tmp_path / "ronde"), *files, "--out", str(tmp_path / "uit")]
    assert main(words) == 2
    assert "'opgave.xlsx'" in capsys.readouterr().err
