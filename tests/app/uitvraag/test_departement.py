"""Departments: their state, one in full, and decisions about what files contradict."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from app.uitvraag.vragen import bestand, lees, ontvang, plek_van_conflict, vraag
from returns.klein import Klein

from dash_app.context import Context
from dash_app.uitvraag.antwoorden import Antwoord, status_van
from dash_app.uitvraag.centrum import Centrum
from dash_app.uitvraag.stand import rij
from model.errors import InputError
from model.io.returns.decisions import BESLUITEN, read_decisions
from model.io.store.returns import digest_van
from model.returns.edits import Plek
from model.returns.opgave import waarde

TRIGGERED = {"besluit-intussen"}


def test_the_state_of_departments(context: Context) -> None:
    said = vraag(context.uitvraag, "stand")
    rows = {each["id"]: each for each in said["departementen"]}
    assert rows["dep-2"]["status"] == "conflict"
    assert rows["dep-2"]["bestanden"] == 2
    assert rows["dep-2"]["conflicten"] == [1, 0]
    assert sum(rows["dep-2"]["bevindingen"]) > 0
    assert rows["dep-1"]["woord"] == "geen opgave"
    found = sum(sum(row["bevindingen"]) for row in rows.values())
    assert f"; open bevindingen: {found}; geweigerde" in said["zin"]
    assert re.match(r"Geantwoord: 1 van 4 departementen, waarvan 0 geheel in orde\. Open conflicten: 1;", said["zin"])


def test_what_a_department_has_to_do_first(context: Context) -> None:
    bijeen = context.uitvraag.uitslag("nl").departementen["dep-2"]
    whole = replace(bijeen, samenvoeging=replace(bijeen.samenvoeging, conflicten=()))
    wrong = tuple(each for each in bijeen.meldingen if each.bevinding.ernst == "fout" and each.bevinding.open)[:1]
    asked = tuple(each for each in bijeen.meldingen if each.bevinding.ernst == "vraag" and each.bevinding.open)[:1]
    assert status_van(bijeen, [], 1.0, signed=True) == "conflict"
    assert status_van(replace(whole, meldingen=wrong), [], 1.0, signed=True) == "fout"
    assert status_van(replace(whole, meldingen=asked), [], 1.0, signed=True) == "vraag"
    assert status_van(replace(whole, meldingen=()), [], 0.9, signed=True) == "onvolledig"
    assert status_van(replace(whole, meldingen=()), [], 1.0, signed=False) == "onvolledig"
    assert status_van(replace(whole, meldingen=()), [], 1.0, signed=True) == "gereed"
    assert status_van(None, list(bijeen.inzendingen), 0.0, signed=False) == "geweigerd"


@pytest.mark.parametrize(
    ("beantwoord", "meldingen", "conflicten", "said"),
    [
        (2000, (), (), "100 % · 2.000 van 2.000 cellen"),
        (1999, (), (), "99,9 % · 1.999 van 2.000 cellen"),
        (1820, (), (), "91,0 % · 1.820 van 2.000 cellen"),
        (2000, ("fout",), (), "2.000 van 2.000 cellen"),
        (2000, ("vraag", "waarschuwing"), (), "100 % · 2.000 van 2.000 cellen"),
        (2000, (), ("cel",), "2.000 van 2.000 cellen"),
    ],
)
def test_complete_is_said_of_nothing_that_is_open(
    context: Context, beantwoord: int, meldingen: tuple[str, ...], conflicten: tuple[str, ...], said: str
) -> None:
    uitslag = context.uitvraag.uitslag("nl")
    bijeen = uitslag.departementen["dep-2"]
    told = tuple(each for each in bijeen.meldingen if each.bevinding.ernst in meldingen)
    merged = replace(bijeen.samenvoeging, conflicten=bijeen.samenvoeging.conflicten if conflicten else ())
    each = Antwoord("dep-2", replace(bijeen, samenvoeging=merged, meldingen=told), (), told, beantwoord, 2000, 0)
    assert rij(each, uitslag, "nl")["volledig"] == said
    assert each.heel == said.startswith("100 %")


def test_a_department_in_full(context: Context, klein: Klein) -> None:
    said = vraag(context.uitvraag, "departement", departement="dep-2")
    assert [each["naam"] for each in said["bestanden"]] == ["dep-2-verbeterd.xlsx", "dep-2.xlsx"]
    assert "trek dan het oude in" in said["hint"]
    [conflict] = said["conflicten"]
    assert conflict["plek"] == plek_van_conflict(klein)
    [mine] = [each for each in conflict["lezingen"] if each["keuze"] == "1234.5"]
    assert mine["zegt"] == [("1.234,5", [f"{said['bestanden'][0]['van']}, dep-2-verbeterd.xlsx"])]
    assert mine["van"] == ["dep-2-verbeterd.xlsx"], "which of two files that name no directorate"
    assert conflict["kolom"] == "2026"
    assert re.fullmatch(r"Begroting!F\d+", conflict["cel"])
    assert {each["ernst"] for each in said["bevindingen"]} >= {"fout"}
    assert all(len(each["cellen"]) == 8 for each in said["bevindingen"])
    with pytest.raises(KeyError):
        vraag(context.uitvraag, "departement", departement="nergens")


def test_a_decision_is_kept_with_who_and_why(vers: Centrum, klein: Klein) -> None:
    for name in ("dep-2", "dep-2-verbeterd"):
        ontvang(vers, klein.bestanden[name])
    lees(vers)
    before = vers.kenmerk
    place = plek_van_conflict(klein)
    asked = {"departement": "dep-2", "door": "A. Nalist", "reden": "gebeld"}
    with pytest.raises(InputError, match=r"uitgaven · 2026: 'veel' kan op deze plek niet staan"):
        vraag(vers, "beslis", **asked, keuzes={place: "veel", f"{place.rsplit(' ', 1)[0]} t": "1250"})
    with pytest.raises(InputError, match=r"^besluit: een besluit zonder naam"):
        vraag(vers, "beslis", **(asked | {"door": " "}), keuzes={place: "1250"})
    assert vers.archief.beslissingen() == [], "where one cannot be kept none is"
    vraag(vers, "beslis", **asked, keuzes={place: "1.250,5"})
    with pytest.raises(
        InputError, match=r"2026: intussen is hier iets beslist .*: A\. Nalist \(.*\) besliste: 1\.250,5;"
    ):
        vraag(vers, "beslis", **(asked | {"door": "B. Lezer"}), keuzes={place: "1.300"})
    again = Centrum(vers.folder, vers.store)
    lees(again)
    [settled] = vraag(again, "departement", "en", departement="dep-2")["conflicten"]
    assert len({before, again.kenmerk}) == 2, "a decision is another state of the round"
    assert (settled["open"], settled["besluit"]["tekst"], settled["besluit"]["door"]) == (False, "1,250.5", "A. Nalist")
    name, raw = bestand(again, "besluiten")
    (again.folder / name).write_bytes(raw)
    assert name == BESLUITEN
    decided = read_decisions(again.folder / name, again.ronde)
    assert decided["dep-2"][Plek("regel", tuple(klein.rij), "t-1")].inhoud == waarde(1250.5)
    vraag(again, "trek-in", digest=digest_van(klein.bestanden["dep-2-verbeterd"].read_bytes()))
    said = vraag(again, "departement", departement="dep-2")
    assert (said["conflicten"], [each["kolom"] for each in said["overbodig"]]) == ([], ["2026"])
    vraag(again, "trek-in", digest=digest_van(klein.bestanden["dep-2"].read_bytes()))
    assert len(vraag(again, "departement", departement="dep-2")["overbodig"]) == 1, "also where no file is left"
    row = next(each for each in vraag(again, "stand")["departementen"] if each["id"] == "dep-2")
    assert (row["status"], row["bevindingen"]) == ("geen", [0, 1, 0])
    for name in ("dep-2", "dep-2-verbeterd"):
        vraag(again, "trek-in", digest=digest_van(klein.bestanden[name].read_bytes()), terug=True)
    seen = {place: vraag(again, "departement", departement="dep-2")["conflicten"][0]["gezien"]}
    vraag(again, "beslis", **(asked | {"reden": ""}), keuzes={place: None}, gezien=seen)
    with pytest.raises(InputError, match="het besluit is herroepen; er is nu niets vastgelegd"):
        vraag(again, "beslis", **asked, keuzes={place: None}, gezien=seen)
    now = vraag(again, "departement", departement="dep-2")
    assert now["conflicten"][0]["open"]
    assert [(column, *rest) for _, _, column, *rest in now["geschiedenis"]] == [
        ("2026", "besluit herroepen", "A. Nalist", ""), ("2026", "1.250,5", "A. Nalist", "gebeld")
    ], "nothing of what was decided is lost"  # fmt: skip
    assert again.besluiten()["dep-2"] == {}, "also what the folder of the round decided was taken back"
