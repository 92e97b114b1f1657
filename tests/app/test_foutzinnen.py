"""What is wrong with a scenario, as a form says it: names and labels, no ids, no words of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from contract.mutilating import cases, lay_out
from contract.test_issues import placeholders

from dash_app.foutzinnen import FORMULIER, Namen, foutzin, namen_van
from model.errors import InputError, Issue, Place
from model.io.dataset import read_dataset
from model.io.open import planned_scenario
from model.issues import ISSUES
from model.text import LANGUAGES, Text

# What only a file can have wrong with it, or a link.
_OF_FILES = ("geen-", "bestand-", "sleutel-onbekend", "soort-onbekend", "basis-kringloop")


def changed(case: dict[str, object]) -> set[object]:
    changes = case.get("wijzig", [case] if "bestand" in case else [])
    assert isinstance(changes, list)
    return {change["bestand"] for change in changes}


OF_SCENARIOS = [case for case in cases() if changed(case) == {"scenario.toml"} and "woorden" not in case]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Issue, Namen]]:
    return [each for case in OF_SCENARIOS for each in of_case(case, tmp_path_factory.mktemp("geval"))]


def of_case(case: dict[str, object], folder: Path) -> Iterator[tuple[Issue, Namen]]:
    lay_out(folder, case)
    baseline = read_dataset(folder / "dataset")
    try:
        issues = planned_scenario(baseline, folder / "scenario.toml")[2]
    except InputError as error:
        issues = list(error.issues)
    yield from ((issue, namen_van(baseline)) for issue in issues if not issue.code.startswith(_OF_FILES))


def test_a_form_never_talks_of_a_file(found: list[tuple[Issue, Namen]]) -> None:
    assert len({issue.code for issue, _ in found}) > 25
    for issue, namen in found:
        for taal in LANGUAGES:
            said = foutzin(issue, namen, taal)
            assert not [
                word for word in (".csv", ".toml", "decimale punt", "het id", "the id", "_", "{") if word in said
            ]
            assert said[0] == said[0].upper()
            assert said.endswith((".", "?"))


def test_owners_are_called_by_their_name(found: list[tuple[Issue, Namen]]) -> None:
    said = [foutzin(issue, namen, "nl") for issue, namen in found]
    for told in (
        "Register: beheer komt in 2026 uit op",
        "'begrotink' is geen keuze; verwacht iets uit de lijst.",
        "Van en naar zijn beide ‘Begroting’",
        "Parameter Prijscompensatie is 1,5; verwacht een getal van ten minste 0 en ten hoogste 1, omdat Compensatie",
        "Verdeelsleutel beheerlast hoort alleen bij",
        "De aandelen tellen op tot 95,00 %; verwacht 100 %.",
    ):
        assert any(each.startswith(told) for each in said), told


@pytest.mark.parametrize("code", FORMULIER)
def test_a_sentence_of_a_form_has_the_values_of_its_issue(code: str) -> None:
    text = FORMULIER[code]
    assert text.nl != text.en
    assert placeholders(text.nl) == placeholders(text.en) <= placeholders(ISSUES[code].nl) | {"percent"}


def test_a_found_value_that_nobody_named_stays_as_it_is() -> None:
    issue = Issue("zelfde-bron", Place("x"), {"found": "'geen-bron'"})
    assert foutzin(issue, {"bron": Text("Bron", "Source")}, "en").startswith("From and to are both 'geen-bron'; ")
