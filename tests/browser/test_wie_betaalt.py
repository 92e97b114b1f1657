"""Wie betaalt in a browser: a partij and a period chosen, one A4, and a table that pastes into Word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.conftest import SCHERMEN, Pagina

Open = Callable[..., Pagina]
ALLE = "Alle partijen samen"
KEUZES = (
    (ALLE, "per jaar"),
    (ALLE, "2027"),
    ("Gemeenten", "per jaar"),
    ("Gemeenten", "structureel"),
    ("Waterschappen", "2024-2035 samen"),
)
WOORDEN = (
    "Wie betaalt de kosten: Gemeenten",
    "constante prijzen 2026",
    "illustratie",
    "Eigen middelen gemeenten",
    "Rijksoverheid",
)
GEKOPIEERD = "() => document.getElementById('wie-betaalt-gekopieerd').textContent.includes('Gekopieerd')"
CLIPBOARD = """() => navigator.clipboard.read().then(async found => [
  await (await found[0].getType('text/html')).text(), await (await found[0].getType('text/plain')).text()])"""


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(("breedte", "rest"), [(1440, ""), (768, "?taal=en&eenheid=mln&prijzen=lopend"), (320, "")])
def test_the_page_fits_and_is_accessible(open_pagina: Open, breedte: int, rest: str) -> None:
    page = open_pagina(f"/wie-betaalt{rest}", breedte)
    page.wait_for_selector("#wie-betaalt-route-figuur .barlayer .point")
    page.axe()
    page.foto(f"wie-betaalt-alle{'-en' if rest else ''}-{breedte}")
    assert page.evaluate("document.documentElement.scrollWidth") <= breedte


def test_every_choice_is_accessible_and_prints_on_one_page(open_pagina: Open) -> None:
    page = open_pagina("/wie-betaalt")
    for partij, periode in KEUZES:
        page.kies("wie-betaalt-partij", partij)
        page.kies("wie-betaalt-periode", periode)
        page.axe()
        name = f"wie-betaalt-{partij.split()[0]}-{periode.replace(' ', '-')}".lower()
        page.foto(name)
        pdf = page.pdf(path=str(Path(SCHERMEN) / f"{name}.pdf"), prefer_css_page_size=True)
        assert pages(pdf) == 1, (partij, periode)
        assert b"/URI (https://" in pdf  # references are printed with their addresses
        assert not page.locator("html.op-a4").count()


def test_a_table_is_copied_as_word_takes_it(open_pagina: Open) -> None:
    page = open_pagina("/wie-betaalt", permissions=["clipboard-read", "clipboard-write"])
    page.kies("wie-betaalt-partij", "Gemeenten")
    page.get_by_role("heading", name="Wie betaalt de kosten: Gemeenten").wait_for()
    page.get_by_role("button", name="Kopieer voor Word").click()
    page.wait_for_function(GEKOPIEERD)
    html, text = page.evaluate(CLIPBOARD)
    assert html.count("<table") == 1
    for word in WOORDEN:
        assert word in html
        assert word in text
    assert "\t" in text
    assert page.evaluate("document.activeElement.textContent") == "Kopieer voor Word"
    page.get_by_role("button", name="Kopieer alle tabellen").click()
    page.wait_for_function(GEKOPIEERD)  # emptied by the click: reading while it is being written fails
    assert page.evaluate(CLIPBOARD)[0].count("<table") == 4


def test_without_the_clipboard_it_is_copied_the_old_way(open_pagina: Open) -> None:
    page = open_pagina("/wie-betaalt", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('nee')); }")
    page.get_by_role("button", name="Kopieer voor Word").click()
    page.wait_for_function(GEKOPIEERD)
    html, _ = page.evaluate(CLIPBOARD)
    assert "<table" in html
