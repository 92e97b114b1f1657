"""The page Uitvraag in the browser: returns in, their findings, a conflict settled, the overview out."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from browser.conftest import Pagina, Server
from returns.klein import Klein
from waitress.server import create_server

from dash_app.app import create_app
from dash_app.context import context_of
from model.io.shipped import shipped_dataset
from model.io.store.store import Store

Open = Callable[..., Pagina]
PATIENCE = 90_000
AT_REST = """() => document.querySelector('#uitvraag-personeel table') && document.querySelector('.uitvraag-zin')
  && !document.querySelector('#uitvraag-bezig').textContent && document.querySelector('#uitvraag-stop').hidden"""


@pytest.fixture(scope="module")
def server(klein: Klein, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the app on a small round."""
    store = Store(tmp_path_factory.mktemp("opslag") / "scenarios.sqlite")
    context = context_of(shipped_dataset(), store, ronde=klein.map)
    running = create_server(create_app(context).server, host="127.0.0.1", port=0, threads=8, ident=None)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    yield Server(f"http://127.0.0.1:{running.effective_port}", context, store)
    running.close()
    thread.join(timeout=5)
    store.close()


def klaar(page: Pagina) -> None:
    page.wait_for_function(AT_REST, timeout=PATIENCE)


def smal(page: Pagina, name: str) -> None:
    """Look at the page as a narrow window shows it."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.rust()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.querySelectorAll('#uitvraag details').forEach(deel => { deel.open = false; })")
    page.axe()
    page.foto(name)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.rust()


def test_a_round_from_files_to_overview(open_pagina: Open, klein: Klein, tmp_path: Path) -> None:
    page = open_pagina("/uitvraag")
    klaar(page)
    assert "Geantwoord: 0 van 4 departementen" in page.locator(".uitvraag-zin").inner_text()
    assert page.locator(".open-scenario").is_hidden(), "a round has no scenario"
    page.axe()
    (tmp_path / "kladje.txt").write_text("x")
    files = [klein.bestanden["dep-2"], klein.bestanden["dep-2-verbeterd"], tmp_path / "kladje.txt"]
    page.set_input_files("#uitvraag-bestanden", files)
    page.locator("#uitvraag-stop").wait_for()
    page.wait_for_function("() => document.querySelector('#uitvraag-gezegd').children.length === 3", timeout=PATIENCE)
    klaar(page)
    assert "kladje.txt is geen .xlsx" in page.locator("#uitvraag-gezegd .geweigerd").inner_text()
    assert page.locator("#uitvraag-gezegd .gelezen").count() == 2, "what came of reading stands beside each name"
    assert page.url.endswith("/uitvraag"), "a round has no scenario in its address"
    assert "1 van 4 departementen" in page.locator("#uitvraag-voet").inner_text()
    assert page.locator("#voet").is_hidden()
    row = page.locator("#uitvraag-departementen tr", has_text="departement 2")
    assert "conflict te beslissen" in row.inner_text()
    row.locator("button").press("Enter")
    page.locator("#uitvraag-departement-kop").wait_for()
    page.wait_for_function("() => document.activeElement.id === 'uitvraag-departement-kop'")
    assert "keuze.departement=dep-2" in page.url
    detail = page.locator("#uitvraag-departement")
    assert "Begroting" in detail.locator(".uitvraag-bevindingen").inner_text()
    page.get_by_label("toon").select_option("waarschuwing")
    assert set(detail.locator(".uitvraag-bevindingen tbody th").all_inner_texts()) == {"waarschuwing"}
    for fold in page.locator("#uitvraag details > summary").all():
        fold.click()
    page.locator("#uitvraag-aansluiting > *").first.wait_for()
    page.locator("#uitvraag-totaal table").wait_for()
    page.axe()
    page.foto("uitvraag-ronde")
    smal(page, "uitvraag-ronde-320")
    _beslis(page, detail)
    _herleid(page)
    with page.expect_download(timeout=PATIENCE) as download:
        page.locator("#uitvraag-overzicht").press("Enter")
    assert download.value.suggested_filename == "FICTIEF-overzicht.xlsx"
    sheets = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()), read_only=True).sheetnames
    assert {"Totalen", "Conflicten"} <= set(sheets)
    _opnieuw(page)


def _beslis(page: Pagina, detail: Any) -> None:
    """Settle the conflict: filled in as one file says, refused without a name, kept with one; taken back and again."""
    conflict, keep = detail.locator(".uitvraag-conflicten"), "Leg gekozen besluiten vast"
    conflict.get_by_role("button", name=keep).click()
    conflict.get_by_text("Kies eerst").wait_for()
    assert conflict.get_by_role("button", name="Toon de stand van nu").count() == 0, "nobody else did anything"
    conflict.get_by_label("alle open conflicten volgens").select_option("dep-2-verbeterd.xlsx")
    conflict.get_by_role("button", name="Vul in").press("Enter")
    conflict.get_by_text("1 van 1 volgens dep-2-verbeterd.xlsx").wait_for()
    assert conflict.get_by_role("radio", name="1.234,5").is_checked()
    assert "Gekozen: 1 van 1" in conflict.inner_text()
    conflict.get_by_role("button", name=keep).click()
    conflict.get_by_text("zonder naam").wait_for()
    page.axe()
    conflict.get_by_label("wie beslist").fill("A. Nalist")
    conflict.get_by_role("button", name=keep).press("Enter")
    page.get_by_text("Besluiten vastgelegd: 1.").wait_for(timeout=PATIENCE)
    conflict.get_by_role("button", name="Herroep besluit").press("Enter")
    conflict.get_by_label("wie herroept").fill("")
    conflict.get_by_role("button", name="Ja, herroep").click()
    conflict.get_by_text("zonder naam").wait_for()
    page.axe()
    conflict.get_by_label("wie herroept").fill("B. Lezer")
    conflict.get_by_role("button", name="Ja, herroep").press("Enter")
    page.get_by_text("Het besluit is herroepen.").wait_for(timeout=PATIENCE)
    conflict.get_by_label("iets anders: ").fill("1.300")
    conflict.get_by_label("reden").fill("gebeld met FEZ")
    conflict.get_by_role("button", name=keep).press("Enter")
    page.get_by_text("Besluiten vastgelegd: 1.").wait_for(timeout=PATIENCE)
    told = detail.inner_text()
    assert "1.300" in told
    assert "0 open, 1 beslist" in told
    assert "B. Lezer" in told, "who decided last"
    assert "gebeld met FEZ" in told
    detail.locator("summary", has_text="Alles wat op deze pagina is beslist (3)").press("Enter")
    page.foto("uitvraag-beslist")
    detail.get_by_role("row").filter(has_text="besluit herroepen").filter(has_text="B. Lezer").wait_for()
    page.axe()


def _herleid(page: Pagina) -> None:
    """Ask what is behind a total, down to a cell in a file; the focus comes back to it."""
    figure = page.locator("#uitvraag-totaal-begroting tr.sum .vraag").nth(1)
    figure.click()
    page.locator("#herkomst-inhoud .verder").first.click()
    page.locator("#herkomst-inhoud .reden").first.wait_for()
    assert ".xlsx · Begroting!" in page.locator("#herkomst-inhoud .reden").first.inner_text()
    page.axe()
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.classList.contains('vraag')")
    page.locator("#uitvraag-kern .vraag").first.click()  # a key figure leads to the same
    page.locator("#herkomst-inhoud .verder").first.wait_for()
    page.keyboard.press("Escape")


def _opnieuw(page: Pagina) -> None:
    """Come back by the link, in English and in millions; withdraw a file."""
    page.naar(page.url.removeprefix(page.adres).replace("?", "?taal=en&eenheid=mln&"))
    klaar(page)
    page.locator("#uitvraag-departement-kop").wait_for()
    assert "x\u00a0€\u00a01\u00a0mln" in page.locator("#uitvraag-totaal-begroting caption").inner_text()
    page.get_by_role("button", name="Withdraw: dep-2-verbeterd.xlsx").press("Enter")
    page.get_by_role("button", name="Yes, withdraw").press("Enter")
    page.locator("summary", has_text="Withdrawn files (1)").wait_for(timeout=PATIENCE)
    klaar(page)
    row = page.locator("#uitvraag-departementen tr", has_text="departement 2")
    assert "1 decided" not in row.inner_text()
    page.axe()


def test_reading_can_be_stopped_and_goes_on(open_pagina: Open, klein: Klein) -> None:
    page = open_pagina("/uitvraag")
    klaar(page)
    page.set_input_files("#uitvraag-bestanden", [klein.bestanden["dep-1-een"], klein.bestanden["dep-3"]])
    page.get_by_text("Lezen: 1 van 2").wait_for(timeout=PATIENCE)
    page.locator("#uitvraag-stop").click()
    page.get_by_text("Gestopt. Wat is ontvangen blijft bewaard; nog te lezen: ").wait_for(timeout=PATIENCE)
    assert "geen opgave" not in page.locator("#uitvraag-departementen").inner_text()
    assert all("dep-3.xlsx" in told for told in page.locator(".uitvraag-zonder").all_inner_texts())
    page.axe()
    page.get_by_role("button", name="Lees verder").click()
    klaar(page)
    assert page.locator(".uitvraag-zonder").all_inner_texts() == ["", ""]
    assert page.locator("#uitvraag-gezegd .gelezen").count() == 2, "also of what was stopped and read afterwards"
    assert "%" in page.locator("#uitvraag-departementen tr", has_text="departement 3").inner_text()
