"""What an amount cell is read as, and what is said of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from returns.getypt import GELEZEN, GETYPT, every_cell_in_euros
from returns.geval import Geval, regel
from returns.teruggestuurd import Terug, gestuurd
from returns.volledig import vraag

from model.io.excel.book import Cell
from model.io.returns.answers import read_amount
from model.io.returns.findings import UNREAD
from model.io.returns.reading import Inzending, read_return
from model.io.returns.texts import read_field
from model.issues import ISSUES
from model.returns.columns import KOLOMMEN
from model.returns.edition import EDITIES, sleutel
from model.returns.fields import REGEL_VELDEN
from model.returns.opgave import NIHIL, NVT, ONTBREEKT, Cel, Opgave, waarde
from model.text import LANGUAGES

pytestmark = pytest.mark.usefixtures("_read_here")
UITGAVEN = EDITIES["2"].grootheden["uitgaven"]


@pytest.mark.parametrize(("cell", "code", "amount"), GELEZEN, ids=str)
def test_a_cell(cell: Cell, code: str, amount: float) -> None:
    read = read_amount(cell, UITGAVEN, None)
    assert (read.code, read.cel.waarde, read.weigert) == (code, amount, code in UNREAD)
    for language in LANGUAGES if code else ():
        assert "{" not in ISSUES[code].say(language, **{"more": "", **read.waarden})


@pytest.mark.parametrize(
    ("text", "cel"),
    [("nihil", NIHIL), ("N.v.t.", NVT), ("n/a", NVT), ("ontbreekt", ONTBREEKT), ("Missing", ONTBREEKT),
     ("12", waarde(12))],
)  # fmt: skip
def test_the_states_of_a_cell_are_words(text: str, cel: Cel) -> None:
    read = read_amount(Cell(text), UITGAVEN, None)
    assert (read.cel, read.code) == (cel, "")


@pytest.mark.parametrize(
    ("text", "read"),
    [("nieuwe raming", "nieuwe raming"), ("zie brief van 3 mei", "zie brief van 3 mei"), ("Zie boven.", ""),
     ("zie hierboven", ""), ("idem", ""), ("-", ""), ("2027", "")],
)  # fmt: skip
def test_a_reason_says_something(text: str, read: str) -> None:
    [reden] = [veld for veld in REGEL_VELDEN if veld.ident == "reden"]
    assert read_field(Cell(text), reden).tekst == read


Gevuld = tuple[Path, Opgave]


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Gevuld:
    """Return a return in which nothing is wrong, and what it says."""
    folder = tmp_path_factory.mktemp("getypt")
    found, opgave = vraag()
    sent = gestuurd(found, "dep-1", folder / "gestuurd.xlsx")
    return Terug(sent).fill(opgave).save(folder / "gevuld.xlsx"), opgave


def read(terug: Terug, folder: Path) -> Inzending:
    return read_return(terug.save(folder / "terug.xlsx"))


@pytest.mark.parametrize("geval", GETYPT, ids=lambda geval: geval.naam)
def test_what_is_in_doubt_is_found_in_its_cell(geval: Geval, gevuld: Gevuld, tmp_path: Path) -> None:
    terug = Terug(gevuld[0])
    geval.doe(terug, gevuld[1])
    found = read(terug, tmp_path).bevindingen
    assert Counter(each.code for each in found) == geval.verwacht
    assert all(each.vindplaats.cel for each in found)


def test_the_same_doubt_in_every_cell_is_told_once_for_a_sheet(gevuld: Gevuld, tmp_path: Path) -> None:
    terug = Terug(gevuld[0])
    every_cell_in_euros(terug, gevuld[1])
    first, other = read(terug, tmp_path).bevindingen
    assert first.vindplaats.adres == terug.address(regel(gevuld[1]), "t-1")
    assert f"(en nog {2 * 18 * 8 - 1}, tot en met" in first.zin("nl")
    assert (other.vindplaats.blad, other.ernst) == ("Beleidstrajecten", "vraag")


def test_a_remark_answers_whether_an_amount_is_in_euros(gevuld: Gevuld, tmp_path: Path) -> None:
    terug, key = Terug(gevuld[0]), regel(gevuld[1])
    amount = terug.at(key, "t").value
    terug.put(key, "t", f"€ {amount:.0f}")
    assert _in_t(read(terug, tmp_path), key) == ONTBREEKT, "what may be in euros counts in no total"
    terug.put(key, "opmerking", "is x € 1.000")
    said = read(terug, tmp_path)
    [found] = said.bevindingen
    assert (found.code, found.open, found.uitleg) == ("lees-euroteken", False, "is x € 1.000")
    assert _in_t(said, key) == waarde(round(amount))


def _in_t(read: Inzending, key: str) -> Cel:
    assert read.opgave is not None
    return read.opgave.regels[sleutel(key)].cellen[KOLOMMEN.index("t")]
