"""The page Excel in the browser: files out, and a workbook back, looked at before it is taken over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from browser.conftest import Pagina, Server
from playwright.sync_api import Route

from dash_app.bestanden import inhoud
from dash_app.excel.meenemen import bestand
from dash_app.excel.tabellen import Als

Open = Callable[..., Pagina]
PATIENCE = 90_000


@pytest.fixture(scope="module")
def werkmap(server: Server) -> bytes:
    """Return the shipped scenario as a workbook."""
    made = bestand(server.context, server.context.meegeleverd["structureel"], "werkmap", Als("nl"))
    return inhoud("," + made["content"])


@pytest.fixture
def gewijzigd(werkmap: bytes, tmp_path: Path) -> Callable[..., Path]:
    """Return what writes the workbook with its first amount multiplied, or made into words."""

    def made(name: str, factor: float | str) -> Path:
        book = openpyxl.load_workbook(io.BytesIO(werkmap))
        cells = (cell for row in book["Invoer"].iter_rows() for cell in row if not cell.protection.locked)
        cell = next(cell for cell in cells if isinstance(cell.value, int | float) and cell.value > 3000)
        cell.value = factor if isinstance(factor, str) else cell.value * factor
        book.save(tmp_path / name)
        return tmp_path / name

    return made


def kies(page: Pagina, path: Path) -> None:
    page.set_input_files("#excel-bestand input", path)


def uitkomst(page: Pagina) -> Any:
    page.locator("#excel-uitkomst").wait_for(timeout=PATIENCE)
    page.wait_for_function("() => document.activeElement.id === 'excel-uitkomst-kop'")
    return page.locator("#excel-uitkomst")


def test_the_open_scenario_goes_along_as_three_kinds_of_file(open_pagina: Open, tmp_path: Path) -> None:
    page = open_pagina("/excel?scenario=kasschuif")
    for kind, suffix in (("scenario", ".toml"), ("resultaten", ".zip"), ("werkmap", ".xlsx")):
        with page.expect_download(timeout=PATIENCE) as download:
            page.locator(f"#excel-{kind}").press("Enter")
            if kind == "werkmap":  # the others are too quick to be seen
                page.locator("#excel-maken").get_by_text("Bezig met maken").wait_for()
                assert page.locator("#excel-scenario").get_attribute("aria-disabled") == "true"
                page.axe()
        assert download.value.suggested_filename.endswith(suffix)
        download.value.save_as(tmp_path / f"{kind}{suffix}")
        page.locator("#excel-maken").get_by_text("is gedownload").wait_for()
    assert zipfile.ZipFile(tmp_path / "resultaten.zip").testzip() is None
    assert "Invoer" in openpyxl.load_workbook(tmp_path / "werkmap.xlsx", read_only=True).sheetnames
    assert (tmp_path / "scenario.toml").read_text("utf-8").startswith("naam = ")
    page.axe()


@pytest.mark.parametrize("breedte", [1440, 320])
def test_what_a_workbook_changes_is_seen_and_then_taken_over(
    open_pagina: Open, gewijzigd: Callable[..., Path], breedte: int
) -> None:
    page = open_pagina("/excel", breedte)
    kies(page, gewijzigd("anders.xlsx", 1.5))
    page.locator("#excel-stop").wait_for()
    page.axe()
    told = uitkomst(page).inner_text()
    assert "anders.xlsx: over te nemen" in told
    assert "Invoer!" in told
    page.axe()
    page.foto(f"excel-over-{breedte}")
    assert page.evaluate("document.documentElement.scrollWidth") <= breedte
    page.locator("#excel-neem").press("Enter")
    page.locator("#excel-lezen").get_by_text("Overgenomen").wait_for()
    page.rust()
    assert "anders.xlsx" in page.locator("#open-naam").inner_text()
    assert "werk=" in page.url
    assert page.evaluate("window.dash_clientside.opslaan.toen().terug.length") == 1, "it can be undone"
    page.axe()
    page.keyboard.press("Enter")
    page.rust()
    assert page.locator("h1").inner_text() == "Werkbank"


def test_a_doubt_about_the_unit_is_confirmed_with_a_tick(open_pagina: Open, gewijzigd: Callable[..., Path]) -> None:
    page = open_pagina("/excel?taal=en")
    kies(page, gewijzigd("duizend.xlsx", 1000))
    assert "cannot be taken over" in uitkomst(page).inner_text()
    assert page.locator("#excel-neem").count() == 0
    page.axe()
    page.foto("excel-eenheid")
    page.locator("#excel-klopt").press("Space")
    page.locator("#excel-neem").wait_for(timeout=PATIENCE)
    assert page.locator("#excel-klopt").is_checked()
    page.axe()


def test_what_is_refused_is_said_in_sentences(
    open_pagina: Open, gewijzigd: Callable[..., Path], tmp_path: Path
) -> None:
    page = open_pagina("/excel")
    kies(page, gewijzigd("woord.xlsx", "veel"))
    told = uitkomst(page).inner_text()
    assert "woord.xlsx: niet over te nemen" in told
    assert "'veel'" in told
    page.axe()
    page.foto("excel-mis")
    page.locator("#excel-weg").click()
    for name, raw, words in (
        ("kladje.txt", b"x", "geen .xlsx of .toml"),
        ("groot.xlsx", b"0" * 9_000_000, "te groot (8,6 MB)"),
    ):
        (tmp_path / name).write_bytes(raw)
        kies(page, tmp_path / name)
        page.locator("#excel-lezen-fout").get_by_text(words).wait_for()
    page.axe()
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04 x")
    kies(page, tmp_path / "kapot.xlsx")
    assert "beschadigd" in uitkomst(page).inner_text()


def test_reading_can_be_stopped(open_pagina: Open, gewijzigd: Callable[..., Path]) -> None:
    page = open_pagina("/excel")
    held: list[Route] = []
    page.route("**/werkmap", lambda route: held.append(route))  # noqa: PLW0108 (it cannot mark a builtin); reading takes until it is stopped
    kies(page, gewijzigd("anders.xlsx", 1.5))
    with page.expect_event("requestfailed") as gestopt:
        page.locator("#excel-stop").click()
    assert gestopt.value.failure == "net::ERR_ABORTED"
    held[0].abort()
    page.locator("#excel-lezen").get_by_text("Gestopt").wait_for()
    assert page.evaluate("document.activeElement.id") == "excel-kies"
    assert page.locator("#excel-uitkomst").is_hidden()
    page.axe()


def test_a_scenario_file_is_compared_with_the_open_one(open_pagina: Open, server: Server, tmp_path: Path) -> None:
    made = bestand(server.context, server.context.meegeleverd["kasschuif"], "scenario", Als("nl"))
    path = tmp_path / "kasschuif-van-een-ander.toml"
    path.write_bytes(inhoud("," + made["content"]))
    page = open_pagina("/excel?scenario=structureel")
    kies(page, path)
    assert "Wat er verandert: het geopende scenario → kasschuif" in uitkomst(page).inner_text()
    page.axe()
    page.foto("excel-toml")


def test_the_file_is_chosen_by_keyboard(open_pagina: Open) -> None:
    page = open_pagina("/excel")
    # Listening begins before the key: Chromium is told to hand choosers over by a message nobody waits for.
    page.on("filechooser", lambda _: None)
    page.rust()
    page.locator("#excel-kies").focus()
    with page.expect_event("filechooser") as chooser:
        page.keyboard.press("Enter")
    assert not chooser.value.is_multiple()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") != "file"
