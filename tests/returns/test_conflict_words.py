"""A conflict in words: its cell in each file, what was said, and by whom, with a directorate or without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from returns.rondes import ronde
from returns.test_merge_cases import BASIS, IN_T, POST, REGEL, opgave

from model.io.returns.conflict_words import afzender, gestuurd, gezegd, leesbaar, waar, wie
from model.io.returns.places import Rijplaats
from model.io.returns.reading import Inzending
from model.returns.conflict import Conflict
from model.returns.edits import BEHOUDEN
from model.returns.merge import voeg_samen
from model.returns.opgave import Opgave

SIGNED = {"fez": "A. de Vries", "fez-datum": "2026-09-01", "cio": "B. Jansen"}
RONDE = ronde(3, 2, 1)


def bestand(naam: str, inhoud: Opgave, rij: int | None, blad: str = "Begroting") -> Inzending:
    """Return a return as it was read, its first row in a row of a sheet or nowhere."""
    said = replace(inhoud, herkomst=replace(inhoud.herkomst, bestand=naam))
    places = {} if rij is None else {REGEL.tekst(): Rijplaats(blad, rij, {"t": 7})}
    return Inzending(naam, said.herkomst, said, plaatsen=places)


def conflict_van(*files: Inzending) -> Conflict:
    [conflict] = voeg_samen(BASIS, [each.opgave for each in files if each.opgave is not None]).conflicten
    return conflict


@pytest.mark.parametrize(
    ("een", "twee", "said"),
    [
        ((6, "Begroting"), (6, "Begroting"), "Begroting!G6"),
        ((6, "Begroting"), (9, "Begroting"), "Begroting!G6 (een.xlsx); Begroting!G9 (twee.xlsx)"),
        ((6, "Begroting"), (6, "Blad1"), "Begroting!G6 (een.xlsx); Blad1!G6 (twee.xlsx)"),
    ],
)
def test_where_a_conflict_stands(een: tuple[int, str], twee: tuple[int, str], said: str) -> None:
    files = bestand("een.xlsx", opgave("A", t=120), *een), bestand("twee.xlsx", opgave("B", t=130), *twee)
    other = bestand("drie.xlsx", opgave("C"), 99)
    assert waar(conflict_van(*files), [*files, other]) == said, "a file that says nothing of it has no part"


def test_a_row_that_one_deleted_stands_where_the_other_has_it() -> None:
    files = bestand("een.xlsx", opgave("A", t=None), None), bestand("twee.xlsx", opgave("B", t=1300), 9)
    conflict = conflict_van(*files)
    assert conflict.plek == IN_T.item
    assert waar(conflict, files) == "Begroting!A9"
    assert gestuurd(conflict, "nl") == "stond er"
    told = [gezegd(conflict, each, {}, RONDE, "nl", leesbaar) for each in conflict.lezingen]
    assert told == ["verwijderd: staat niet in het bestand", f"behouden, met {RONDE.jaar}: 100 → 1.300"]


def test_of_a_post_that_one_deleted_every_change_names_its_row() -> None:
    files = bestand("een.xlsx", opgave("A", post=False), None), bestand("twee.xlsx", opgave("B", t=1300, jbr="x"), 9)
    conflict = conflict_van(*files)
    assert conflict.plek == POST
    [kept] = [each for each in conflict.lezingen if each.inhoud == BEHOUDEN]
    told = gezegd(conflict, kept, BASIS.posten, RONDE, "en")
    row = "operation (beheer) · hired staff · spending"
    assert told == f"kept, with {row} · {RONDE.jaar}: 100 → 1300; line of the JBR: empty → x", "amounts first"


@pytest.mark.parametrize(
    ("directie", "getekend", "said"),
    [
        ("A", SIGNED, "A, een.xlsx"),
        ("", SIGNED, "FEZ: A. de Vries 2026-09-01, CIO: B. Jansen, een.xlsx"),
        ("", {}, "geen directie en niet getekend, een.xlsx"),
    ],
)
def test_who_said_it(directie: str, getekend: dict[str, str], said: str) -> None:
    mine = bestand("een.xlsx", replace(opgave(directie, t=120), aftekening=getekend), 6)
    conflict = conflict_van(mine, bestand("twee.xlsx", opgave("B", t=130), 6))
    [lezing] = [each for each in conflict.lezingen if each.herkomst.bestand == "een.xlsx"]
    assert wie(lezing, [mine], "nl") == said
    assert wie(lezing, [], "nl") == "het centrum, in de nieuwe ronde"
    assert mine.opgave is not None
    assert said.startswith(afzender(mine.opgave, "nl"))
