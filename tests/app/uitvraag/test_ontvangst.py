"""Files that come back: received, kept, read, refused, withdrawn; a link to the page."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from app.uitvraag.vragen import bestand, lees, ontvang, vraag
from returns.klein import Klein

from dash_app.uitvraag.centrum import Centrum
from model.errors import InputError
from model.io.returns.overview import counted
from model.io.store.returns import digest_van


def test_a_round_without_files_says_so(vers: Centrum) -> None:
    said = vraag(vers, "stand")
    assert "FICTIEF" in said["kop"]["fictief"]
    assert "begroting 2027" in said["kop"]["zin"]
    assert said["zin"].startswith("Geantwoord: 0 van 4 departementen")
    assert {each["status"] for each in said["departementen"]} == {"geen"}
    assert vraag(vers, "totalen")["zinnen"][0].endswith("72 van 72 cellen onbekend (100,0 %)")
    assert "nog niets bekend" in vraag(vers, "personeel")["leeg"]


def test_a_file_is_kept_before_it_is_read(vers: Centrum, klein: Klein) -> None:
    path = klein.bestanden["dep-3"]
    kept = ontvang(vers, path)
    assert kept == {"digest": digest_van(path.read_bytes()), "gezegd": ""}
    said = vraag(vers, "stand")
    assert [each["naam"] for each in said["ongelezen"]] == ["dep-3.xlsx"]
    assert "departementen" not in said
    assert said["uitkomsten"] == {}
    half = vraag(vers, "stand", half=True)
    assert "ontvangen en niet gelezen (1): dep-3.xlsx." in half["zonder"]
    assert {each["woord"] for each in half["departementen"]} == {"nog niets gelezen"}, "one of them may have sent it"
    again = Centrum(vers.folder, vers.store)
    lees(again)
    assert vraag(again, "stand")["zonder"] == ""
    row = next(each for each in vraag(again, "stand")["departementen"] if each["id"] == "dep-3")
    assert row["bestanden"] == 1
    assert row["volledig"] == "91,7 % · 521 van 568 cellen"
    told = vraag(again, "lees", digest="geen")["uitkomsten"]
    assert list(told) == [kept["digest"]], "what nobody sent is not read"
    assert told[kept["digest"]]["uitkomst"].startswith("gelezen. Fouten: ")
    assert vraag(again, "stand")["uitkomsten"] == told


def test_the_same_file_twice_and_another_of_its_name(vers: Centrum, klein: Klein) -> None:
    one, other = klein.bestanden["dep-2"], klein.bestanden["dep-2-verbeterd"]
    ontvang(vers, one)
    assert "al ontvangen als dep-2.xlsx" in ontvang(vers, one, "nog eens.xlsx")["gezegd"]
    assert ontvang(vers, one)["gezegd"].count("dep-2") == 1, "its name is said once"
    assert "heet dep-2 (2).xlsx" in ontvang(vers, other, one.name)["gezegd"]
    digest = vers.archief.bestanden()[0].digest
    vraag(vers, "trek-in", digest=digest)
    assert [each["naam"] for each in vraag(vers, "stand")["ingetrokken"]] == ["dep-2.xlsx"]
    assert "telt nu weer mee" in ontvang(vers, one)["gezegd"]


@pytest.mark.parametrize(
    ("naam", "raw", "said"), [("brief.docx", b"x", "werkmap van een opgave"), ("a.xlsx", b"0" * 9_000_000, "8 MiB")]
)
def test_what_can_be_no_return_is_not_kept(vers: Centrum, tmp_path: Path, naam: str, raw: bytes, said: str) -> None:
    (tmp_path / naam).write_bytes(raw)
    with pytest.raises(InputError, match=said):
        ontvang(vers, tmp_path / naam)
    assert vers.archief.bestanden() == []


def test_a_file_that_says_nothing_is_refused_whole_and_can_be_withdrawn(vers: Centrum, tmp_path: Path) -> None:
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04 x")
    ontvang(vers, tmp_path / "kapot.xlsx")
    lees(vers)
    said = vraag(vers, "stand")
    [refused] = said["zonder_plaats"]
    assert counted(vers.uitslag("nl"), "nl") == "1 fout, 0 waarschuwing, 0 vraag", "as on the page"
    assert "beschadigd" in refused["redenen"][0]
    assert "geweigerde bestanden: 1" in said["zin"]
    assert "open bevindingen: 1 (waarvan 1 in bestanden waarvan het departement niet te zeggen is)" in said["zin"]
    assert sum(sum(row["bevindingen"]) for row in said["departementen"]) == 0
    assert said["uitkomsten"][refused["digest"]] == {
        "uitkomst": "geweigerd, niets overgenomen. Fouten: 1; waarschuwingen: 0; vragen: 0.",
        "geweigerd": True,
    }
    name, raw = bestand(vers, "bevindingen", refused["digest"])
    assert name == "kapot-bevindingen.xlsx"
    assert "beschadigd" in str([c.value for c in openpyxl.load_workbook(io.BytesIO(raw)).active[5]])
    assert bestand(vers, "origineel", refused["digest"]) == ("kapot.xlsx", b"PK\x03\x04 x")
    vraag(vers, "trek-in", digest=refused["digest"])
    assert vraag(vers, "stand")["zonder_plaats"] == []
