"""Conflicts of a department on the page: what can be chosen, in whose favour, and what settled itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from returns.samen import verbeterd
from returns.test_conflict_words import bestand

from dash_app.context import Context
from dash_app.uitvraag.conflicten import conflicten, overbodig, partijen
from model.io.returns.decisions import Besluit
from model.io.returns.merged import Uitslag, bring_together
from model.returns.basis import basis_van
from model.returns.edition import Sleutel
from model.returns.edits import VERWIJDERD, Inhoud, Plek
from model.returns.opgave import Opgave, waarde

MINE = "dep-4"


def uitslag(context: Context, opgaven: Mapping[str, Opgave], besluiten: Mapping[Plek, Inhoud]) -> Uitslag:
    """Return a round in which files of one department came back."""
    files = [replace(bestand(name, said, None), ronde=context.uitvraag.ronde) for name, said in opgaven.items()]
    decided = {place: Besluit(content, "A. Nalist") for place, content in besluiten.items()}
    return bring_together(context.uitvraag.ronde, files, {MINE: decided})


@pytest.fixture
def basis(context: Context) -> Opgave:
    return basis_van(context.uitvraag.ronde, MINE)


@pytest.fixture
def rij(basis: Opgave) -> Sleutel:
    return next(key for key in basis.regels if key.grootheid == "uitgaven")


def van(directie: str, opgave: Opgave) -> Opgave:
    return replace(opgave, herkomst=replace(opgave.herkomst, directie=directie))


def test_a_row_that_one_deleted_and_another_changed(context: Context, basis: Opgave, rij: Sleutel) -> None:
    less = {key: regel for key, regel in basis.regels.items() if key != rij}
    files = {
        "een.xlsx": van("Een", replace(basis, regels=less)),
        "twee.xlsx": van("Twee", verbeterd(basis, rij, waarde(1300))),
    }
    place = Plek("regel", tuple(rij))
    [conflict] = conflicten(uitslag(context, files, {}), MINE, "nl")
    assert (conflict["kolom"], conflict["gestuurd"], conflict["anders"]) == ("hele rij", "stond er", False)
    assert [(each["keuze"], each["van"]) for each in conflict["lezingen"]] == [
        ("verwijderd", ["Een"]), ("behouden", ["Twee"])
    ]  # fmt: skip
    [(changed, who)] = conflict["lezingen"][1]["zegt"]
    assert changed.startswith("behouden, met 2026: ")
    assert changed.endswith(" → 1.300")
    assert who == ["Twee, twee.xlsx"]
    spare = Plek("regel", tuple(rij), "t-1")
    decided = uitslag(context, files, {place: VERWIJDERD, spare: waarde(5)})
    settled = [(each["open"], each["besluit"]) for each in conflicten(decided, MINE, "nl")]
    assert [(is_open, besluit["tekst"], besluit["door"]) for is_open, besluit in settled] == [
        (False, "verwijderd", "A. Nalist"), (False, "vervalt met wat is verwijderd", "")
    ]  # fmt: skip
    assert [each["plek"] for each in overbodig(decided, MINE, "nl")] == [spare.tekst()]


def test_what_cannot_stand_there_cannot_be_chosen(context: Context, basis: Opgave, rij: Sleutel) -> None:
    files = {f"{n}.xlsx": van(str(n), verbeterd(basis, rij, waarde(n))) for n in (5, -5)}
    [conflict] = conflicten(uitslag(context, files, {}), MINE, "nl")
    assert {each["van"][0]: each["kan"] for each in conflict["lezingen"]} == {"5": True, "-5": False}


@pytest.mark.parametrize(
    ("directies", "namen"),
    [
        (("Een", "Twee"), ("Een", "Twee")),
        (("Een", "Een"), ("a.xlsx", "b.xlsx")),
        (("", ""), ("a.xlsx", "b.xlsx")),
        (("Een", ""), ("Een", "b.xlsx")),
    ],
)
def test_in_whose_favour_can_be_decided(
    context: Context, basis: Opgave, directies: tuple[str, str], namen: tuple[str, str]
) -> None:
    files = dict(zip(("a.xlsx", "b.xlsx"), (van(each, basis) for each in directies), strict=True))
    bijeen = uitslag(context, files, {}).departementen[MINE]
    assert partijen(bijeen, "en") == dict(zip(files, namen, strict=True)) | {"": "the centre, in the new round"}
