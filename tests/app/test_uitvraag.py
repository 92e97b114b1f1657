"""The page Uitvraag without a browser: a small round received, read, merged, decided and taken along."""

from __future__ import annotations

import base64
import csv
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from returns.klein import Klein, kleine_ronde

from dash_app.app import create_app
from dash_app.beveiliging import HEADER, TOKEN
from dash_app.context import Context, context_of
from dash_app.herkomst import antwoord
from dash_app.keuze import zonder_vreemde_keuzes
from dash_app.pages import uitvraag
from dash_app.staat import Staat, begin
from dash_app.uitvraag.centrum import Centrum
from dash_app.uitvraag.handelingen import handelingen
from dash_app.uitvraag.schermwoorden import IN_DE_BROWSER
from dash_app.uitvraag.stand import status_van
from model.errors import InputError
from model.io.returns.decisions import BESLUITEN, read_decisions
from model.io.shipped import shipped_dataset, shipped_ronde
from model.io.store.returns import digest_van
from model.io.store.store import Store
from model.returns.columns import KOLOMMEN
from model.returns.edits import Plek
from model.returns.opgave import waarde
from model.text import LANGUAGES

Vraag = Callable[..., Any]


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Klein:
    return kleine_ronde(tmp_path_factory.mktemp("klein"))


@pytest.fixture(scope="module")
def context(klein: Klein, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Return the app on the round, its second department with both files received and read."""
    store = Store(tmp_path_factory.mktemp("opslag") / "s.sqlite")
    made = context_of(shipped_dataset(), store, ronde=klein.map)
    for name in ("dep-2", "dep-2-verbeterd"):
        _ontvang(made.uitvraag, klein.bestanden[name])
    _lees(made.uitvraag)
    yield made
    store.close()


@pytest.fixture
def vers(klein: Klein, tmp_path: Path) -> Iterator[Centrum]:
    """Return a round of which nothing came back."""
    store = Store(tmp_path / "s.sqlite")
    shutil.copytree(klein.map, tmp_path / "ronde")
    yield Centrum(tmp_path / "ronde", store)
    store.close()


def _vraag(centrum: Centrum, doe: str, taal: str = "nl", **more: Any) -> Any:
    return handelingen(centrum)[doe]({"doe": doe, **more}, taal)  # type: ignore[arg-type]


def _ontvang(centrum: Centrum, path: Path, naam: str = "") -> Any:
    content = "data:;base64," + base64.b64encode(path.read_bytes()).decode()
    return _vraag(centrum, "ontvang", naam=naam or path.name, inhoud=content)


def _lees(centrum: Centrum) -> None:
    for each in _vraag(centrum, "stand")["ongelezen"]:
        assert _vraag(centrum, "lees", digest=each["digest"]) == {"gelezen": 1}


def _bestand(centrum: Centrum, soort: str, wat: str = "") -> tuple[str, bytes]:
    made = _vraag(centrum, "maak", soort=soort, wat=wat)["bestand"]
    return made["filename"], base64.b64decode(made["content"])


def _conflict(klein: Klein) -> str:
    return Plek("regel", tuple(klein.rij), KOLOMMEN[0]).tekst()


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "", "nl")[0]


def test_a_round_without_files_says_so(vers: Centrum) -> None:
    said = _vraag(vers, "stand")
    assert "FICTIEF" in said["kop"]["fictief"]
    assert "begroting 2027" in said["kop"]["zin"]
    assert said["zin"].startswith("Geantwoord: 0 van 4 departementen")
    assert {each["status"] for each in said["departementen"]} == {"geen"}
    assert _vraag(vers, "totalen")["zinnen"][0].endswith("cellen onbekend")


def test_a_file_is_kept_before_it_is_read(vers: Centrum, klein: Klein) -> None:
    path = klein.bestanden["dep-3"]
    assert _ontvang(vers, path) == {"gezegd": ""}
    said = _vraag(vers, "stand")
    assert [each["naam"] for each in said["ongelezen"]] == ["dep-3.xlsx"]
    assert "departementen" not in said
    again = Centrum(vers.folder, vers.store)
    _lees(again)
    row = next(each for each in _vraag(again, "stand")["departementen"] if each["id"] == "dep-3")
    assert row["bestanden"] == 1
    assert row["volledig"].endswith("%")
    assert _vraag(again, "lees", digest="geen") == {"gelezen": 0}


def test_the_same_file_twice_and_another_of_its_name(vers: Centrum, klein: Klein) -> None:
    one, other = klein.bestanden["dep-2"], klein.bestanden["dep-2-verbeterd"]
    _ontvang(vers, one)
    assert "al ontvangen als dep-2.xlsx" in _ontvang(vers, one, "nog eens.xlsx")["gezegd"]
    assert "heet dep-2 (2).xlsx" in _ontvang(vers, other, one.name)["gezegd"]
    digest = vers.archief.bestanden()[0].digest
    _vraag(vers, "trek-in", digest=digest)
    assert [each["naam"] for each in _vraag(vers, "stand")["ingetrokken"]] == ["dep-2.xlsx"]
    assert "telt nu weer mee" in _ontvang(vers, one)["gezegd"]


@pytest.mark.parametrize(
    ("naam", "raw", "said"), [("brief.docx", b"x", "werkmap van een opgave"), ("a.xlsx", b"0" * 9_000_000, "8 MiB")]
)
def test_what_can_be_no_return_is_not_kept(vers: Centrum, tmp_path: Path, naam: str, raw: bytes, said: str) -> None:
    (tmp_path / naam).write_bytes(raw)
    with pytest.raises(InputError, match=said):
        _ontvang(vers, tmp_path / naam)
    assert vers.archief.bestanden() == []


def test_a_file_that_says_nothing_is_refused_whole_and_can_be_withdrawn(vers: Centrum, tmp_path: Path) -> None:
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04 x")
    _ontvang(vers, tmp_path / "kapot.xlsx")
    _lees(vers)
    said = _vraag(vers, "stand")
    [refused] = said["zonder_plaats"]
    assert "beschadigd" in refused["redenen"][0]
    assert "geweigerde bestanden: 1" in said["zin"]
    name, raw = _bestand(vers, "bevindingen", refused["digest"])
    assert name == "kapot-bevindingen.xlsx"
    assert "beschadigd" in str([c.value for c in openpyxl.load_workbook(io.BytesIO(raw)).active[5]])
    assert _bestand(vers, "origineel", refused["digest"]) == ("kapot.xlsx", b"PK\x03\x04 x")
    _vraag(vers, "trek-in", digest=refused["digest"])
    assert _vraag(vers, "stand")["zonder_plaats"] == []


def test_the_state_of_departments(context: Context) -> None:
    said = _vraag(context.uitvraag, "stand")
    rows = {each["id"]: each for each in said["departementen"]}
    assert rows["dep-2"]["status"] == "conflict"
    assert rows["dep-2"]["bestanden"] == 2
    assert rows["dep-2"]["conflicten"] == [1, 0]
    assert sum(rows["dep-2"]["bevindingen"]) > 0
    assert rows["dep-1"]["woord"] == "geen opgave"
    assert re.match(r"Geantwoord: 1 van 4 departementen, waarvan 0 volledig\. Open conflicten: 1;", said["zin"])


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


def test_a_department_in_full(context: Context, klein: Klein) -> None:
    said = _vraag(context.uitvraag, "departement", departement="dep-2")
    assert [each["naam"] for each in said["bestanden"]] == ["dep-2-verbeterd.xlsx", "dep-2.xlsx"]
    assert "trek dan het oude in" in said["hint"]
    [conflict] = said["conflicten"]
    assert conflict["plek"] == _conflict(klein)
    assert "1.234,5" in [each["tekst"] for each in conflict["lezingen"]]
    assert conflict["kolom"] == "2026"
    assert {each["ernst"] for each in said["bevindingen"]} >= {"fout"}
    assert all(len(each["cellen"]) == 8 for each in said["bevindingen"])
    with pytest.raises(KeyError):
        _vraag(context.uitvraag, "departement", departement="nergens")


def test_a_decision_is_kept_with_who_and_why(vers: Centrum, klein: Klein) -> None:
    for name in ("dep-2", "dep-2-verbeterd"):
        _ontvang(vers, klein.bestanden[name])
    _lees(vers)
    asked = {"departement": "dep-2", "plek": _conflict(klein), "door": "A. Nalist", "reden": "gebeld"}
    with pytest.raises(InputError, match="kan op deze plek niet staan"):
        _vraag(vers, "beslis", **asked, keuze="veel")
    with pytest.raises(InputError, match="zonder naam"):
        _vraag(vers, "beslis", **(asked | {"door": " "}), keuze="1250")
    _vraag(vers, "beslis", **asked, keuze="1.250,5")
    again = Centrum(vers.folder, vers.store)
    _lees(again)
    [settled] = _vraag(again, "departement", "en", departement="dep-2")["conflicten"]
    assert (settled["open"], settled["besluit"]["tekst"], settled["besluit"]["door"]) == (False, "1,250.5", "A. Nalist")
    name, raw = _bestand(again, "besluiten")
    (again.folder / name).write_bytes(raw)
    assert name == BESLUITEN
    decided = read_decisions(again.folder / name, again.ronde)
    assert decided["dep-2"][Plek("regel", tuple(klein.rij), "t-1")].inhoud == waarde(1250.5)
    _vraag(again, "trek-in", digest=digest_van(klein.bestanden["dep-2-verbeterd"].read_bytes()))
    said = _vraag(again, "departement", departement="dep-2")
    assert (said["conflicten"], [each["kolom"] for each in said["overbodig"]]) == ([], ["2026"])
    _vraag(again, "trek-in", digest=digest_van(klein.bestanden["dep-2-verbeterd"].read_bytes()), terug=True)
    _vraag(again, "beslis", **(asked | {"reden": ""}), keuze=None)
    assert _vraag(again, "departement", departement="dep-2")["conflicten"][0]["open"]
    assert again.besluiten()["dep-2"] == {}, "also what the folder of the round decided was taken back"


def test_totals_in_the_unit_of_the_page(context: Context) -> None:
    k, mln = (_vraag(context.uitvraag, "totalen", eenheid=unit)["tabellen"]["begroting"] for unit in ("k", "mln"))
    assert k["tabel"]["bijschrift"].startswith("bedragen x € 1.000, ")
    assert mln["tabel"]["bijschrift"].startswith("bedragen x € 1 mln, ")
    row = next(line for line in k["tabel"]["rijen"] if line["label"] == "fte")
    assert row["eenheid"] == "fte"
    assert "verzonnen" in k["stempel"]


def test_one_total_by_department_with_its_parts(context: Context) -> None:
    said = _vraag(context.uitvraag, "totaal", totaal="begroting/uitgaven/beheer/alle", eenheid="k")
    assert said["gekozen"] == "begroting/uitgaven/beheer/alle"
    assert "beheer" in said["beeld"]["titel"]
    assert ["extern", "extern personeel"] in said["keuzes"]["categorie"]
    assert len(said["beeld"]["tabel"]["rijen"]) == 4 + 1 + 3
    assert _vraag(context.uitvraag, "totaal", totaal="onzin")["gekozen"] == "begroting/verplichtingen/alle/alle"


def test_behind_a_total_stand_its_cells(context: Context, staat: Staat) -> None:
    table = _vraag(context.uitvraag, "totalen", eenheid="k")["tabellen"]["begroting"]["tabel"]
    row = next(line for line in table["rijen"] if line["label"] == "uitgaven")
    said = antwoord(context, staat, {"over": row["overs"][2], "jaar": table["jaren"][2]})
    assert said["waarde"] == row["cellen"][2]
    [block] = said["blokken"]
    assert block["totaal"]["tekst"] == row["cellen"][2]
    part = antwoord(context, staat, {"over": block["rijen"][0]["over"], "jaar": block["rijen"][0]["jaar"]})
    assert "FICTIEF departement 2" in part["titel"]
    assert re.search(r"dep-2.*\.xlsx · Begroting!", part["blokken"][0]["rijen"][0]["bron"]["reden"])
    for strange in (["opgavetotaal"], [*row["overs"][2][:6], "niemand"], ["opgavetotaal", "t", *"abcd", ""]):
        assert antwoord(context, staat, {"over": strange, "jaar": 2027})["blokken"] == []


def test_lists_beside_the_totals(context: Context) -> None:
    said = _vraag(context.uitvraag, "lijsten")
    assert set(said) == {"eenheid", "onvergelijkbaar", "verschillen", "aansluiting"}
    for name in ("onvergelijkbaar", "verschillen", "aansluiting"):
        assert all(len(row) == len(said[name]["koppen"]) for row in said[name]["rijen"])
    assert said["verschillen"]["rijen"]
    assert "cijfers zijn anders dan vorige ronde" in said["verschillen"]["zin"]
    staff = _vraag(context.uitvraag, "personeel", tabel="begroting", kolom="t")
    assert len(staff["beeld"]["tabel"]["koppen"]) == 7
    assert set(_vraag(context.uitvraag, "volledigheid")["beelden"]) == {"begroting", "beleidstraject", "activiteit"}


def test_what_is_taken_along(context: Context) -> None:
    name, raw = _bestand(context.uitvraag, "overzicht")
    assert name == "FICTIEF-overzicht.xlsx"
    assert "Totalen" in openpyxl.load_workbook(io.BytesIO(raw), read_only=True).sheetnames
    name, raw = _bestand(context.uitvraag, "tabellen")
    archive = zipfile.ZipFile(io.BytesIO(raw))
    assert {"totalen.csv", "herleiding.csv", "conflicten.csv", "dataset/kostenposten.csv"} <= set(archive.namelist())
    rows = list(csv.DictReader(io.StringIO(archive.read("conflicten.csv").decode())))
    assert [row["stand"] for row in rows] == ["open"]
    name, raw = _bestand(context.uitvraag, "sjabloon", "dep-4")
    assert name == "FICTIEF-uitvraag-2027-dep-4.xlsx"
    with pytest.raises(InputError, match="niet ontvangen"):
        _bestand(context.uitvraag, "origineel", "geen")


def test_a_link_chooses_a_department_and_a_total_that_there_are(context: Context, staat: Staat) -> None:
    known = {"departement": "dep-2", "totaal": "begroting/fte/alle/intern"}
    assert zonder_vreemde_keuzes(context, replace(staat, keuze=known)) == (replace(staat, keuze=known), [])
    after, issues = zonder_vreemde_keuzes(context, replace(staat, keuze={"departement": "niemand"}))
    assert not after.keuze
    assert "'niemand'" in issues[0].say("nl")


def test_the_round_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        made = context_of(shipped_dataset(), store)
        assert made.uitvraag.folder == shipped_ronde()
        begin(made, "?keuze.partij=alle", "nl")
        assert made.uitvraag._ronde is None
        with pytest.raises(InputError):
            context_of(shipped_dataset(), store, ronde=tmp_path / "nergens").uitvraag.open()


def test_the_address_answers_and_refuses_what_is_no_question(context: Context) -> None:
    client = create_app(context).server.test_client()
    client.get("/")
    cookie = client.get_cookie(TOKEN)
    assert cookie is not None

    def asked(**question: Any) -> Any:
        return client.post(uitvraag.ADRES, json=question, headers={HEADER: cookie.value})

    assert asked(doe="stand", taal="en").json["zin"].startswith("Answered: 1 of 4 departments")
    assert asked(doe="wis-alles").status_code == 400
    assert asked(doe="departement", departement="niemand").status_code == 400
    assert asked(doe="beslis", departement="dep-2", plek="nergens", keuze="1").status_code == 400
    refused = asked(doe="ontvang", naam="x.txt", inhoud="data:;base64,eA==", taal="en")
    assert "workbook of a return" in refused.json["fouten"][0]


@pytest.mark.parametrize("taal", LANGUAGES)
def test_the_page_has_its_words(context: Context, taal: Any) -> None:
    assert uitvraag.layout(context, taal).id == "uitvraag"


def test_every_word_that_the_browser_uses_is_there() -> None:
    used: set[str] = set()
    for path in Path("dash_app/assets").glob("59-uitvraag*.js"):
        used |= set(re.findall(r"u\.zeg\('([a-z-]+)'", path.read_text("utf-8")))
    assert used - {"ernst-"} <= set(IN_DE_BROWSER)
