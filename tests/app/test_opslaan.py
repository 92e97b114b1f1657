"""Saving without a browser: what is asked, what is kept, and what two who save at once are told."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dash_app.app import create_app
from dash_app.context import BEWAARD, Context, context_of
from dash_app.opslaan.handelingen import handelingen
from dash_app.opslaan.lijst import verwezen
from dash_app.opslaan.namen import vrij
from dash_app.opslaan.venster import knoppen, layout
from dash_app.opslaan.verschil import verschillen
from dash_app.opslaan.woorden import IN_DE_BROWSER
from dash_app.staat import Staat, begin
from dash_app.werk import Kaart, Werk, met_kop, werk_van
from model.errors import InputError
from model.io.shipped import shipped_dataset
from model.io.store.store import Store
from model.ledger import open_plan
from model.text import LANGUAGES, Language, Text

NAMEN = (Text("de uwe", "yours"), Text("versie 4", "version 4"))
EEN = Kaart("m1", {"soort": "mutatie", "naam": "Eerste", "kostenpost": "x"})
TWEE = Kaart("m2", {"soort": "mutatie", "naam": "Tweede", "kostenpost": "y"})


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    with Store(tmp_path_factory.mktemp("bron") / "s.sqlite") as store:
        yield context_of(shipped_dataset(), store)


@pytest.fixture
def context(bron: Context, tmp_path: Path) -> Iterator[Context]:
    with Store(tmp_path / "s.sqlite", patience=0.2) as store:
        yield Context(bron.folder, bron.baseline, bron.vingerafdruk, bron.meegeleverd, store, bron.uitvraag)


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "", "nl")[0]


def vraag(context: Context, doe: str, staat: Staat | dict[str, Any], **more: Any) -> dict[str, Any]:
    data = staat.json() if isinstance(staat, Staat) else staat
    return dict(handelingen(context)[doe]({"staat": data, **more}, "nl"))


def bewaar(
    context: Context, staat: Staat | dict[str, Any], naam: str, manier: str = "versie", **more: Any
) -> dict[str, Any]:
    return vraag(context, "bewaar", staat, naam=naam, manier=manier, **more)


def gewijzigd(data: dict[str, Any], **kop: Any) -> dict[str, Any]:
    return {**data, "werk": {**data["werk"], "kop": {**data["werk"]["kop"], **kop}}}


def test_a_shipped_scenario_becomes_a_kept_one_and_stays_open(context: Context, staat: Staat) -> None:
    answer = bewaar(context, staat, "Mijn plan", toelichting="opzet")
    assert answer["melding"] == "Bewaard als versie 1 van ‘Mijn plan’."
    after = answer["staat"]
    kept = verwezen(after["verwijzing"])
    assert kept is not None
    assert not after["gewijzigd"]
    version = context.store.read(*kept)
    assert (version.naam, version.note, version.fingerprint) == ("Mijn plan", "opzet", context.vingerafdruk)
    assert version.content == after["werk"]
    assert after["werk"]["kop"]["naam"] == "Mijn plan"


def test_cards_that_are_off_are_kept(context: Context, staat: Staat) -> None:
    off = tuple(replace(kaart, aan=False) for kaart in staat.werk.kaarten)
    answer = bewaar(context, replace(staat, werk=replace(staat.werk, kaarten=off)), "Uit")
    assert [k["aan"] for k in answer["staat"]["werk"]["kaarten"]] == [False] * len(off)


def test_saving_again_makes_a_version_and_nothing_new_makes_none(context: Context, staat: Staat) -> None:
    first = bewaar(context, staat, "Plan")["staat"]
    assert "niets te bewaren" in bewaar(context, first, "Plan")["melding"]
    second = bewaar(context, gewijzigd(first, auteur="Anna"), "Plan", toelichting="twee")
    assert second["melding"] == "Bewaard als versie 2 van ‘Plan’."
    assert bewaar(context, second["staat"], "Plan (2)", "nieuw")["nummer"] == 1
    assert len(context.store.scenarios()) == 2


@pytest.mark.parametrize(("naam", "word"), [("", "zonder naam"), ("basis", "basis"), ("x" * 300, "te lang")])
def test_a_name_that_cannot_be_is_said(context: Context, staat: Staat, naam: str, word: str) -> None:
    client = _client(context)
    inhoud = {"doe": "bewaar", "staat": staat.json(), "naam": naam, "manier": "nieuw"}
    answer = client.post("/opslag", json=inhoud, headers=_headers(client)).get_json()
    assert word in " ".join(answer["fouten"])
    assert context.store.scenarios() == []


def test_who_saves_second_gets_the_choice_and_loses_nothing(context: Context, staat: Staat) -> None:
    start = bewaar(context, staat, "Samen")["staat"]
    bewaar(context, gewijzigd(start, auteur="Anna"), "Samen", toelichting="van Anna")
    mine = gewijzigd(start, auteur="Bram")
    choice = bewaar(context, mine, "Samen", toelichting="van Bram")["keuze"]
    assert choice["mijne"] == {"naam": "Samen", "toelichting": "van Bram", "versie": 1}
    assert (choice["hunne"]["nummer"], choice["hunne"]["toelichting"], choice["aantal"]) == (2, "van Anna", 1)
    assert "Auteur Bram → Anna" in choice["verschillen"]
    ident = choice["hunne"]["id"]
    assert [each.number for each in context.store.versions(ident)] == [2, 1], "nothing was saved"
    bewaar(context, {**start, **gewijzigd(start, auteur="Chris"), "verwijzing": f"{BEWAARD}{ident}@2"}, "Samen")
    again = bewaar(context, mine, "Samen", gezien=2)["keuze"]
    assert again["hunne"]["nummer"] == 3, "a third saved while the choice was open"
    kept = bewaar(context, mine, "Samen", gezien=3)
    assert kept["nummer"] == 4
    assert context.store.read(ident, 4).content["kop"]["auteur"] == "Bram"
    assert context.store.read(ident, 2).content["kop"]["auteur"] == "Anna"


def test_asking_again_after_a_lost_answer_makes_no_double(context: Context, staat: Staat) -> None:
    bewaar(context, staat, "Storing", "nieuw", toelichting="x")
    again = bewaar(context, staat, "Storing", "nieuw", toelichting="x", opnieuw=True)
    assert again["melding"] == "Bewaard als versie 1 van ‘Storing’."
    assert len(context.store.scenarios()) == 1
    with pytest.raises(InputError, match=r"al een scenario met deze naam.*zoals ‘Storing \(2\)’"):
        bewaar(context, staat, "Storing", "nieuw", toelichting="iets anders", opnieuw=True)


@pytest.mark.parametrize("taal", LANGUAGES)
def test_a_store_that_is_gone_leaves_the_scenarios_of_the_dataset(
    context: Context, staat: Staat, taal: Language
) -> None:
    kept = bewaar(context, staat, "Weg")["staat"]
    context.store.path.unlink()
    assert context.scenarios() == context.vaste()
    assert "Dekking" in context.bewaarde()[1][0].say(taal)
    begun, issues = begin(context, f"?scenario={kept['verwijzing']}", taal)
    assert begun.verwijzing == staat.verwijzing
    assert [each.code for each in issues] == ["bewaarplaats-weg", "koppeling-vervangen"]
    for doe in ("stand", "versies", "bewaar"):
        with pytest.raises(InputError, match="verplaatst, vervangen of verwijderd"):
            vraag(context, doe, kept, naam="x", manier="nieuw", verwijzing=kept["verwijzing"])


def test_every_scenario_has_a_name_of_its_own(context: Context, staat: Staat) -> None:
    first = bewaar(context, staat, "Plan")["staat"]
    for taken in ("plan ", "Basis", context.meegeleverd["kasschuif"].naam):
        with pytest.raises(InputError, match="al een scenario met deze naam"):
            bewaar(context, staat, taken, "nieuw")
    other = bewaar(context, first, "Ander", "nieuw")["staat"]
    ident = verwezen(other["verwijzing"])[0]  # type: ignore[index]
    for doe, more in (("bewaar", {"manier": "versie"}), ("hernoem", {"id": ident, "gezien": 1})):
        with pytest.raises(InputError, match=r"‘PLAN \(2\)’"):
            vraag(context, doe, other, naam="PLAN", **more)
    assert vraag(context, "hernoem", other, naam="ANDER", id=ident, gezien=1)["staat"], "its own name"
    assert vraag(context, "stand", first, verwijzing="basis", naam="Plan") == {"nieuwer": None, "vrij": "Plan (2)"}
    vraag(context, "archiveer", first, id=verwezen(first["verwijzing"])[0])  # type: ignore[index]
    assert vrij(context, "Plan") == "Plan (2)", "it can come back from the archive"


def test_a_newer_version_is_told(context: Context, staat: Staat) -> None:
    start = bewaar(context, staat, "Kijk")["staat"]
    assert vraag(context, "stand", start, verwijzing=start["verwijzing"])["nieuwer"] is None
    bewaar(context, gewijzigd(start, auteur="Anna"), "Kijk")
    assert vraag(context, "stand", start, verwijzing=start["verwijzing"])["nieuwer"]["nummer"] == 2
    assert vraag(context, "stand", start, verwijzing="structureel")["nieuwer"] is None


def test_versions_are_listed_opened_restored_renamed_and_archived(context: Context, staat: Staat) -> None:
    first = bewaar(context, staat, "Reeks", toelichting="een")["staat"]
    second = bewaar(context, gewijzigd(first, auteur="Anna"), "Reeks", toelichting="twee")["staat"]
    ident = verwezen(second["verwijzing"])[0]  # type: ignore[index]
    shown = vraag(context, "versies", second, id=ident)["lijst"]["scenario"]["versies"]
    assert [(each["nummer"], each["toelichting"]) for each in shown] == [(2, "twee"), (1, "een")]
    assert shown[1]["kenmerk"] == werk_van(first["werk"]).kenmerk, "the hash that figures are printed with"
    assert datetime.datetime.fromisoformat(shown[0]["moment"]).tzinfo is not None
    opened = vraag(context, "open", second, id=ident, nummer=1)
    assert opened["staat"]["werk"] == first["werk"]
    restored = vraag(context, "terugzetten", second, id=ident, nummer=1, gezien=2)
    assert restored["staat"]["werk"] == first["werk"]
    assert restored["lijst"]["scenario"]["versies"][0]["teruggezet"] == 1
    late = vraag(context, "terugzetten", second, id=ident, nummer=2, gezien=1)
    assert "versie 3" in late["fouten"][0]
    renamed = vraag(context, "hernoem", restored["staat"], id=ident, naam="Nieuwe naam", gezien=3)
    assert renamed["staat"]["werk"]["kop"]["naam"] == "Nieuwe naam"
    assert not renamed["staat"]["gewijzigd"]
    assert context.open(f"{BEWAARD}{ident}").werk.naam == "Nieuwe naam"
    gone = vraag(context, "archiveer", renamed["staat"], id=ident)
    assert gone["lijst"]["scenario"]["gearchiveerd"]
    assert vraag(context, "versies", second, id="")["lijst"]["archief"][0]["id"] == ident
    saved = bewaar(context, gewijzigd(renamed["staat"], auteur="Bram"), "Nieuwe naam")
    assert "niet langer in het archief" in saved["melding"]
    assert [each.id for each in context.store.scenarios()] == [ident]


def test_a_place_that_is_busy_full_or_gone_is_said(context: Context, staat: Staat) -> None:
    client = _client(context)
    headers = _headers(client)
    inhoud = {"doe": "bewaar", "staat": staat.json(), "naam": "Plan", "manier": "nieuw"}
    with closing(sqlite3.connect(context.store.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "bezet" in client.post("/opslag", json=inhoud, headers=headers).get_json()["fouten"][0]
        other.rollback()
    context.store.path.rename(context.store.path.with_suffix(".weg"))
    assert "verplaatst" in client.post("/opslag", json=inhoud, headers=headers).get_json()["fouten"][0]


@pytest.mark.parametrize("inhoud", [None, [], {}, {"doe": "onzin"}, {"doe": "bewaar"}, {"doe": "bewaar", "staat": 1}])
def test_a_question_of_no_form_is_refused(context: Context, inhoud: Any) -> None:
    client = _client(context)
    assert client.post("/opslag", json=inhoud, headers=_headers(client)).status_code == 400


def test_a_question_of_another_site_is_refused(context: Context) -> None:
    assert _client(context).post("/opslag", json={"doe": "versies"}).status_code == 403


def test_differences_name_who_added_removed_changed_and_switched(context: Context) -> None:
    plan = open_plan(context.baseline)
    begin_ = Werk({"naam": "x"}, (EEN, TWEE))
    new = Kaart("m3", {"soort": "mutatie", "naam": "Nieuw"})
    mine = Werk({"naam": "x"}, (replace(EEN, velden={**EEN.velden, "naam": "Anders"}), TWEE))
    theirs = Werk({"naam": "y"}, (replace(EEN, aan=False), new))
    told = [text.nl for text in verschillen(mine, theirs, NAMEN, plan, begin_)]
    assert told == [
        "Naam x → y",
        "niet meer in versie 4, wel in de uwe: Mutatie ‘Tweede’",
        "alleen in versie 4, daar toegevoegd: Mutatie ‘Nieuw’",
        "Mutatie ‘Eerste’: Naam Anders → Eerste",
        "Mutatie ‘Eerste’: uit in versie 4, aan in de uwe",
    ]
    assert [t.en for t in verschillen(mine, mine, NAMEN, plan)] == ["nothing: the contents are the same"]
    turned = replace(begin_, kaarten=(TWEE, EEN))
    assert "volgorde" in verschillen(begin_, turned, NAMEN, plan, begin_)[0].nl


def test_the_dialogs_are_laid_out_in_both_languages(staat: Staat) -> None:
    for language in LANGUAGES:
        assert layout(language) is not None
        assert knoppen(language) is not None
    for name, text in IN_DE_BROWSER.items():
        assert _fields(text.nl) == _fields(text.en), name
    assert met_kop(staat.werk, naam="a").naam == "a"


def _fields(text: str) -> set[str]:
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def _client(context: Context) -> Any:
    return create_app(context).server.test_client()


def _headers(client: Any) -> dict[str, str]:
    client.get("/")
    return {"X-CSRFToken": client.get_cookie("_csrf_token").value}
