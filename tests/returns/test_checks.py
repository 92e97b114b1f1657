"""Each defect is found where it was planted, an explanation closes what is odd, and clean returns give no alarm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.gebreken import (
    FTE,
    GEVALLEN,
    GOED,
    HARDWARE,
    INTERN,
    POST,
    RONDE,
    VELDEN,
    VERPLICHT,
    elk_jaar,
    gelijk,
    met,
    met_doorsnede,
    met_totaal,
    post,
    regel,
    rij,
)
from returns.rondes import opgaven, rondes, seeds
from returns.schoon import schoon

from model.issues.uitvraag_inhoud import UITVRAAG_INHOUD
from model.returns.bevinding import Bevinding
from model.returns.changes import veranderingen
from model.returns.checks import bevindingen
from model.returns.days import dag_van
from model.returns.edition import Sleutel
from model.returns.edits import Plek
from model.returns.fields import AFTEKENING
from model.returns.names import noemt_iemand
from model.returns.opgave import ONTBREEKT, Opgave, Post, Regel, waarde
from model.returns.reconciliation import aansluiting
from model.returns.ronde import Elders, Ronde, Samen
from model.returns.sign_checks import aftekening_bevindingen
from model.returns.telling import tel
from model.text import LANGUAGES


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_a_clean_return_gives_no_alarm(seed: int) -> None:
    asked, opgave = schoon(seed)
    assert [each.zin("nl") for each in bevindingen(opgave, asked)] == []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_return_is_looked_through(data: st.DataObject) -> None:
    asked = data.draw(rondes())
    returns = {d: data.draw(opgaven(asked, d)) for d in asked.departementen}
    for opgave in returns.values():
        assert all("{" not in each.zin(language) for each in bevindingen(opgave, asked) for language in LANGUAGES)
        assert len({(each.sleutels, each.kolom) for each in veranderingen(opgave, asked)}) == len(
            list(veranderingen(opgave, asked))
        )
    beside = list(aansluiting(tel(asked, returns)))
    said = [*asked.controles.values(), *asked.dashboard.values(), *asked.jbr.values()]
    assert sum(each.uitkomst != "alleen-opgave" for each in beside) == sum(map(len, said))


def test_the_return_of_the_cases_is_clean() -> None:
    assert list(bevindingen(GOED, RONDE)) == []


TRIGGERED = {code for _, code, _, _ in GEVALLEN.values()} | {
    "inhoud-reden-ontbreekt",
    "inhoud-reden-samen-ontbreekt",
    "inhoud-koppeling-onbekend",
    "inhoud-koppeling-dubbel",
    "inhoud-eigen-definitie-zonder-toelichting",
    "inhoud-aftekening-datum-later",
    "inhoud-controletotaal-onbeslist",
    "inhoud-jaar-verschoven",
}


def van(opgave: Opgave, code: str, ronde: Ronde = RONDE) -> Bevinding:
    """Return the one finding of a code."""
    [found] = [each for each in bevindingen(opgave, ronde) if each.code == code]
    return found


@pytest.mark.parametrize("naam", GEVALLEN)
def test_defect(naam: str) -> None:
    opgave, code, place, said = GEVALLEN[naam]
    found = van(opgave, code)
    assert (found.plek.tekst() if found.plek else "") == place
    assert said in found.zin("nl")
    assert "{" not in found.zin("en")


def test_every_code_has_a_case() -> None:
    assert set(UITVRAAG_INHOUD) == TRIGGERED


def test_an_item_that_the_round_does_not_list_for_the_department() -> None:
    asked = replace(RONDE, jbr={"azuur": (Elders("Hardware", "t-1", 1.0, "JBR"),)})
    assert "inhoud-koppeling-onbekend" not in {each.code for each in bevindingen(post(jbr="hardware"), asked)}
    found = van(post(jbr="Onzin"), "inhoud-koppeling-onbekend", asked)
    assert (found.ernst, found.plek) == ("waarschuwing", Plek("post", POST, "jbr"))
    assert "noemt 'Onzin'" in found.zin("nl")
    assert "'Hardware'" in found.zin("nl")
    assert not van(post(jbr="Onzin", toelichting="nieuw"), "inhoud-koppeling-onbekend", asked).open


def test_one_dashboard_item_on_two_activities() -> None:
    two = {("activiteit", name): Post("activiteit", name, VELDEN | {"dashboard": "Baken"}) for name in ("een", "twee")}
    found = van(replace(GOED, posten=GOED.posten | two), "inhoud-koppeling-dubbel")
    assert (found.ernst, found.plek) == ("vraag", Plek("post", ("activiteit", "twee"), "dashboard"))


@pytest.mark.parametrize(
    "text",
    ["2026-09-03", "3-9-2026", "03/09/26", "3 september 2026", "3 Sept. 2026", "donderdag 3 sep 2026", "Thu 3 Sep 2026",
     "3.9.2026", "2026-09-03 10:15:00", "thursday, 3 september 2026"],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    assert dag_van(text) == date(2026, 9, 3)


@pytest.mark.parametrize("text", ["", "september 2026", "31 februari 2026", "3 herfst 2026", "46268", "3-9", "ja"])
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert dag_van(text) is None


@pytest.mark.parametrize(("day", "found"), [(3, ["aftekening cio-datum"]), (4, [])])
def test_a_signature_of_a_day_still_to_come_is_asked(day: int, found: list[str]) -> None:
    told = list(aftekening_bevindingen(GOED, RONDE, date(2026, 9, day)))
    assert [each.plek.tekst() for each in told if each.plek] == found
    assert {(each.code, each.ernst) for each in told} <= {("inhoud-aftekening-datum-later", "vraag")}


@pytest.mark.parametrize(
    ("name", "someone"),
    [("nog te tekenen", False), ("volgt", False), ("n.t.b.", False), ("FEZ", False), ("directeur FEZ", False),
     ("A. de Vries", True), ("N. Hoofd", True), ("Volgt, T.", True), ("Jan Later", True)],
)  # fmt: skip
def test_a_name_is_of_someone(name: str, someone: bool) -> None:  # noqa: FBT001
    assert noemt_iemand(name) == someone


def test_the_examples_of_the_workbook_are_nobody() -> None:
    signed = {veld.ident: veld.term.voorbeeld.nl for veld in AFTEKENING}
    told = aftekening_bevindingen(replace(GOED, aftekening=GOED.aftekening | signed), RONDE)
    assert [each.code for each in told] == ["inhoud-aftekening-geen-naam"] * 2


def test_a_definition_of_its_own_must_be_explained() -> None:
    assert van(post(definitie="eigen"), "inhoud-eigen-definitie-zonder-toelichting").ernst == "fout"


ODD: Mapping[str, Callable[[str], Opgave]] = {
    "inhoud-realisatie-gelijk": lambda said: elk_jaar(100, opmerking=said),
    "inhoud-ontvangsten-boven-uitgaven": lambda said: replace(
        post(toelichting=said), regels={**GOED.regels, rij("ontvangsten"): gelijk(3000)}
    ),
    "inhoud-rij-is-som": lambda said: met_totaal(opmerking=said),
    "inhoud-sprong": lambda said: met(HARDWARE, "t+2", waarde(20_000), opmerking=said),
    "inhoud-structureel-ver": lambda said: met(HARDWARE, "structureel", waarde(6000), opmerking=said),
    "inhoud-kosten-per-fte": lambda said: met(FTE, "t", waarde(90), opmerking=said),
    "inhoud-geheel-met-getal": lambda said: regel(
        HARDWARE, replace(gelijk(2000), velden={"geheel": "nvt", "opmerking": said})
    ),
    "inhoud-niet-als-gevraagd": lambda said: post(definitie="eigen", toelichting=said),
    "inhoud-cellen-ontbreken": lambda said: replace(
        met(HARDWARE, "t+1", ONTBREEKT), posten={POST: Post(*POST, VELDEN | {"toelichting": said})}
    ),
}


@pytest.mark.parametrize("code", ODD)
def test_what_is_odd_is_closed_by_what_the_department_says(code: str) -> None:
    assert van(ODD[code](""), code).open
    explained = van(ODD[code]("afkoop van een contract"), code)
    assert (explained.open, explained.uitleg) == (False, "afkoop van een contract")


@pytest.mark.parametrize(
    ("opgave", "found"),
    [(met_doorsnede(2900), []), (met_doorsnede(2901), [""]), (met_doorsnede(9000, "7"), []),
     (met_doorsnede(9000, tabel="activiteit"), [""]), (met_doorsnede(9000, opmerking="ook uit 7"), ["ook uit 7"]),
     (replace(met_doorsnede(9000), regels=met_doorsnede(9000).regels | {HARDWARE: Regel()}), [])],
)  # fmt: skip
def test_a_post_is_held_against_all_lines_of_its_article_where_these_are_known(
    opgave: Opgave, found: list[str]
) -> None:
    told = [each for each in bevindingen(opgave, RONDE) if each.code.startswith("inhoud-meer")]
    assert [each.uitleg for each in told] == found
    assert {each.code for each in bevindingen(opgave, RONDE)} - {"inhoud-cellen-ontbreken"} == {
        each.code for each in told
    }


def test_posts_under_one_article_may_overlap() -> None:
    two = [met_doorsnede(2900, tabel=tabel) for tabel in ("beleidstraject", "activiteit")]
    opgave = replace(two[0], posten=two[0].posten | two[1].posten, regels=two[0].regels | two[1].regels)
    assert not any(each.code == "inhoud-meer-dan-artikel" for each in bevindingen(opgave, RONDE))


def test_an_error_is_not_closed_by_a_remark() -> None:
    assert van(met(HARDWARE, "t", waarde(-5), opmerking="klopt"), "inhoud-buiten-grenzen").open


@pytest.mark.parametrize(
    ("last", "reden", "said"),
    [(500, "", "2027: 2.000 (was 500); verwacht een reden"), (500, "verlengd", ""), (1900, "", ""), (None, "", "")],
)
def test_a_reason_where_a_figure_moved_more_than_the_threshold(last: float | None, reden: str, said: str) -> None:
    known = {} if last is None else {(HARDWARE, "t"): waarde(last)}
    asked = replace(RONDE, vorige={"azuur": known})
    found = [each.zin("nl") for each in bevindingen(met(HARDWARE, "t", waarde(2000), reden=reden), asked)]
    assert [said in each for each in found] == [True] * bool(said)


@pytest.mark.parametrize(
    ("key", "last", "now", "said"),
    [(FTE, 9, 19, ""), (FTE, 8, 19, "meer dan 10 fte en 10 % anders dan vorige ronde: 2027: 19 (was 8)"),
     (VERPLICHT, 80, 71, ""), (VERPLICHT, 5, 99, "meer dan 10 procentpunt en 10 % anders"), (VERPLICHT, 80, 69, "69")],
)  # fmt: skip
def test_the_threshold_is_that_of_the_unit(key: Sleutel, last: float, now: float, said: str) -> None:
    asked = replace(RONDE, vorige={"azuur": {(key, "t"): waarde(last)}})
    found = [each for each in bevindingen(met(key, "t", waarde(now)), asked) if each.code == "inhoud-reden-ontbreekt"]
    assert [said in each.zin("nl") for each in found] == [True] * bool(said)


@pytest.mark.parametrize(
    ("moved", "cel", "reden", "asked"),
    [(1500, 2000, "", True), (1500, 2000, "verlengd", False), (-1500, 2000, "", True), (900, 2000, "", False),
     (1500, None, "", False)],
)  # fmt: skip
def test_a_reason_where_rows_together_moved_more_than_the_threshold(
    moved: float, cel: float | None, reden: str, *, asked: bool
) -> None:
    opgave = met(HARDWARE, "t", ONTBREEKT if cel is None else waarde(cel), reden=reden)
    now = opgave.regels[HARDWARE].cel("t").waarde + opgave.regels[INTERN].cel("t").waarde
    together = Samen((HARDWARE, INTERN), "t", waarde(now - moved), HARDWARE, "1")
    codes = {each.code: each for each in bevindingen(opgave, replace(RONDE, samen={"azuur": (together,)}))}
    assert ("inhoud-reden-samen-ontbreekt" in codes) == asked
    if asked:
        told = codes["inhoud-reden-samen-ontbreekt"]
        assert told.plek == Plek("regel", HARDWARE, "t")
        assert " + " in told.zin("nl")


def test_too_little_is_no_error_while_cells_of_the_article_are_missing() -> None:
    codes = {each.code for each in bevindingen(met(HARDWARE, "t", ONTBREEKT), RONDE)}
    assert codes == {"inhoud-cellen-ontbreken"}
