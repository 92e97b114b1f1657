"""Every way of tampering is found, at its cause, and told once; what people may do is not."""

from __future__ import annotations

import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from returns.geval import Geval, put, regel
from returns.tampering import GEVALLEN, ONSCHULDIG, WEIGEREN, unquote
from returns.teruggestuurd import Terug, gestuurd
from returns.volledig import vraag

from model.io.returns.reading import Inzending, read_return
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde

pytestmark = pytest.mark.usefixtures("_read_here")


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ronde, Opgave]:
    """Return a return that was filled in with last round's figures, and what it says."""
    folder = tmp_path_factory.mktemp("uitvraag")
    found, opgave = vraag()
    sent = gestuurd(found, "dep-1", folder / "gestuurd.xlsx")
    return Terug(sent).fill(opgave).save(folder / "gevuld.xlsx"), found, opgave


def read(terug: Terug, path: Path) -> tuple[Inzending, Counter[str]]:
    """Return what a workbook says, and how often each code is found in it."""
    found = read_return(terug.save(path))
    assert not found.issues
    return found, Counter(each.code for each in found.bevindingen)


def unknown(opgave: Opgave | None) -> int:
    """Return how many cells of a return are not known."""
    return 0 if opgave is None else sum(not cel.bekend for regel in opgave.regels.values() for cel in regel.voluit)


def test_nothing_is_found_in_a_good_return(gevuld: tuple[Path, Ronde, Opgave]) -> None:
    path, found, opgave = gevuld
    for ronde in (None, found):
        read_back = read_return(path, ronde)
        assert read_back.bevindingen == ()
        assert read_back.opgave is not None
        assert (read_back.opgave.regels, read_back.opgave.posten) == (opgave.regels, opgave.posten)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_tampering_is_found(geval: Geval, gevuld: tuple[Path, Ronde, Opgave], tmp_path: Path) -> None:
    terug = Terug(gevuld[0])
    geval.doe(terug, gevuld[2])
    found, codes = read(terug, tmp_path / "terug.xlsx")
    assert codes == geval.verwacht
    assert found.geweigerd == bool(WEIGEREN & set(codes))
    assert unknown(found.opgave) == geval.onbekend


@pytest.mark.parametrize("geval", ONSCHULDIG, ids=lambda geval: geval[0])
def test_no_false_alarm(geval: tuple, gevuld: tuple[Path, Ronde, Opgave], tmp_path: Path) -> None:  # type: ignore[type-arg]
    terug = Terug(gevuld[0])
    geval[1](terug, gevuld[2])
    found, codes = read(terug, tmp_path / "terug.xlsx")
    assert codes == {}
    assert found.opgave is not None
    assert found.opgave.regels == gevuld[2].regels


def test_a_changed_formula_is_told_from_where_it_differs(gevuld: tuple[Path, Ronde, Opgave], tmp_path: Path) -> None:
    terug = Terug(gevuld[0])
    unquote(terug, gevuld[2])
    cell = next(c for row in terug["Voortgang"].iter_rows() for c in row if str(c.value).startswith("=SUMIFS("))
    assert len(cell.value) > 60
    cell.value += "+1"
    [found] = read_return(terug.save(tmp_path / "terug.xlsx")).bevindingen
    assert found.vindplaats.cel == cell.coordinate
    assert """in de formule '…"verplichtingen")+1'; verwacht de formule '…"verplichtingen")'.""" in found.zin("nl")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "diezelfde formule, met verwijzingen die zijn meegegaan met wat is verplaatst"),
        ("+1", "de formule '…\"volledig\")))'"),
    ],
)
def test_a_formula_that_did_not_follow_its_row_is_not_told_twice(
    more: str, expected: str, gevuld: tuple[Path, Ronde, Opgave], tmp_path: Path
) -> None:
    terug = Terug(gevuld[0])
    cell = terug.at(regel(gevuld[2], grootheid="verplichtingen"), "status")
    cell.value += more
    terug["Begroting"].insert_rows(6)
    found = next(each for each in read_return(terug.save(tmp_path / "terug.xlsx")).bevindingen if each.vindplaats.cel)
    assert found.code == "lees-formule-gewijzigd"
    assert f"verwacht {expected}." in found.zin("nl")
    assert found.waarden["found"] != found.waarden["expected"]


def test_a_control_total_is_told_where_voortgang_shows_it(gevuld: tuple[Path, Ronde, Opgave], tmp_path: Path) -> None:
    terug = Terug(gevuld[0])
    put("t", 1300)(terug, gevuld[2])
    [found] = read_return(terug.save(tmp_path / "terug.xlsx")).bevindingen
    [total] = gevuld[1].controles["dep-1"]
    place = found.vindplaats
    assert terug[place.blad][place.cel].value == total.bedrag
    assert (place.blad, place.regel, place.kolom) == ("Voortgang", "Controletotaal · artikel 6 · uitgaven", "2027")


@pytest.mark.parametrize(
    ("part", "name", "code"),
    [
        ("xl/vbaProject.bin", "terug.xlsx", "werkmap-macros"),
        ("xl/vbaProject.bin", "terug.xlsm", "werkmap-macros"),
        ("xl/externalLinks/externalLink1.xml", "terug.xlsx", "werkmap-koppeling"),
    ],
)
def test_macros_and_links_are_refused(
    part: str, name: str, code: str, gevuld: tuple[Path, Ronde, Opgave], tmp_path: Path
) -> None:
    path = Path(shutil.copy(gevuld[0], tmp_path / name))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, "<externalLink/>")
    found = read_return(path)
    assert found.geweigerd
    assert [each.code for each in found.issues] == [code]
    assert name in found.issues[0].say("nl")
