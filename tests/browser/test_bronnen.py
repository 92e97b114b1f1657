"""Bronnen en aannames in the browser: search as you type, filters, links within the page, a list to take away."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

TELLING = "#bronnen-telling"
ROWS = "#bronnen-lijst tbody tr:visible"


@pytest.mark.parametrize(
    ("pad", "breedte"), [("/bronnen", 1440), ("/bronnen?taal=en&eenheid=mln", 320), ("/bronnen", 640)]
)
def test_the_page_shows_everything_and_axe_finds_nothing(
    open_pagina: Callable[..., Any], pad: str, breedte: int
) -> None:
    pagina = open_pagina(pad, breedte=breedte)
    pagina.locator(ROWS).first.wait_for()
    rows, publications = pagina.locator(ROWS).count(), pagina.locator("#bronnen-publicaties article:visible").count()
    said = pagina.locator(TELLING).inner_text()
    assert said.startswith(f"{rows} ")
    assert f" {publications} " in said
    assert rows > 60
    assert publications > 40
    assert pagina.locator(f"{ROWS} th > [lang=nl]").count() == rows
    assert pagina.evaluate("document.documentElement.scrollWidth") == breedte
    levels = pagina.evaluate("[...document.querySelectorAll('main h1, main h2, main h3')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    pagina.axe()
    pagina.foto(f"bronnen-{breedte}")


def test_search_ignores_case_and_accents_and_says_how_many(open_pagina: Callable[..., Any]) -> None:
    pagina = open_pagina("/bronnen")
    field = pagina.locator("#bronnen-term")
    field.fill("DIGID")
    found = pagina.locator(ROWS).count()
    assert 0 < found < 20
    assert pagina.locator(TELLING).inner_text().startswith(f"{found} van")
    field.fill("dïgid BEHEER")
    assert 0 < pagina.locator(ROWS).count() <= found
    field.fill("zzz bestaat niet")
    assert "Niets gevonden" in pagina.locator(TELLING).inner_text()
    assert pagina.locator("#bronnen-lijst").is_hidden()
    pagina.axe()
    pagina.get_by_role("button", name="Wis zoekterm en filters").click()
    assert pagina.locator(ROWS).count() > found
    assert pagina.evaluate("document.activeElement.id") == "bronnen-term"


def test_filters_by_kind_and_status_and_what_is_assumed_says_so(open_pagina: Callable[..., Any]) -> None:
    pagina = open_pagina("/bronnen")
    pagina.get_by_role("checkbox", name="dekkingsbron", exact=True).check()
    pagina.get_by_role("checkbox", name="aanname, met reden").check()
    rows = pagina.locator(ROWS)
    assert rows.count() > 0
    for text in rows.all_inner_texts():
        assert "dekkingsbron" in text
        assert "aanname" in text
    assert pagina.locator("#bronnen-publicaties").is_hidden()
    pagina.axe()
    pagina.locator("#eenheid").get_by_text("mln").click()
    pagina.rust()
    assert pagina.locator(ROWS).count() == rows.count()
    assert pagina.get_by_role("checkbox", name="dekkingsbron", exact=True).is_checked()


def test_a_link_to_a_publication_finds_it(open_pagina: Callable[..., Any]) -> None:
    pagina = open_pagina("/bronnen#referentie-rwse-disc")
    pagina.wait_for_function("() => document.activeElement.closest('#referentie-rwse-disc')")
    link = pagina.locator("#bronnen-lijst a[href^='#referentie-']").first
    target = str(link.get_attribute("href"))
    link.focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_function("target => document.activeElement.closest(target)", arg=target)
    assert pagina.url.endswith(target)
    outside = pagina.locator("a.uit").first
    assert outside.get_attribute("target") == "_blank"
    assert "noopener" in str(outside.get_attribute("rel"))
    pagina.axe()


def test_the_list_can_be_taken_away_with_its_stamp(open_pagina: Callable[..., Any]) -> None:
    pagina = open_pagina("/bronnen")
    pagina.locator("#bronnen-term").fill("eindejaarsmarge")
    shown = pagina.locator(ROWS).count()
    with pagina.expect_download() as taken:
        pagina.get_by_role("button", name="Download deze regels als CSV").click()
    text = Path(taken.value.path()).read_text("utf-8-sig")
    assert text.startswith("Dekking · scenario ")
    assert "kenmerk" in text.splitlines()[0]
    assert len(text.splitlines()) == shown + 4
