"""The overview in a browser: every scenario, both units, wide and narrow, on paper, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser.conftest import Pagina

from dash_app.staat import folded

Open = Callable[..., Pagina]
FIGUREN = ("overzicht-programma-1", "overzicht-programma-2", "overzicht-rekening")
# Every scenario and every width, each with some of the others.
WINDOWS = (
    ("structureel", 1440, "k"),
    ("structureel", 320, "k"),
    ("basis", 768, "mln"),
    ("incidenteel-tm-2030", 600, "k"),
    ("binnen-bestaande-begroting", 320, "mln"),
)
SPY = """() => {
  window.gevraagd = [];
  window.dash_clientside.set_props = (id, props) => window.gevraagd.push([id, props]);
}"""
WIDE = "document.querySelector('#overzicht-programma-1-figuur .main-svg').getBoundingClientRect().width"
LETTERS = """() => Math.min(...[...document.querySelectorAll('.overzicht .figuur text')]
  .filter(each => each.textContent.trim()).map(each => parseFloat(getComputedStyle(each).fontSize)))"""
OVERLAP = """() => [...document.querySelectorAll('.overzicht .figuur')].filter(f => f.offsetParent).flatMap(figuur => {
  const boxes = [...figuur.querySelectorAll('.annotation-text, .ytick text')].map(t => t.getBoundingClientRect());
  const frame = figuur.getBoundingClientRect();
  const beyond = a => a.left < frame.left - 1 || a.right > frame.right + 1;
  const out = boxes.filter(beyond).map(a => ['outside', a.left, a.right]);
  const cross = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => cross(a, b)).map(b => [a, b]));
  return [...out, ...pairs.map(([a, b]) => ['overlap', a.top, b.top])];
})"""


@pytest.mark.parametrize(("scenario", "breedte", "eenheid"), WINDOWS)
def test_every_scenario_is_told(open_pagina: Open, scenario: str, breedte: int, eenheid: str) -> None:
    page = open_pagina(f"/?scenario={scenario}&eenheid={eenheid}", breedte, 900)
    page.axe()
    page.foto(f"overzicht-{scenario}-{eenheid}-{breedte}")
    assert page.evaluate("document.documentElement.scrollWidth") <= breedte
    assert page.evaluate(OVERLAP) == []
    assert page.locator(".kerngetal").count() == 7
    assert page.locator(".overzicht .beeld:visible").count() == 3
    assert page.locator("#overzicht-bevindingen li").count() > 2


def test_charts_grow_with_the_letters_of_the_page(open_pagina: Open) -> None:
    page = open_pagina("/?scenario=structureel&eenheid=k", 1280, 900)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_function(f"() => {WIDE} > 1000")
    assert page.evaluate(LETTERS) >= 22
    assert page.evaluate(OVERLAP) == []


def test_the_main_message_fits_one_screen(open_pagina: Open) -> None:
    page = open_pagina("/", 1440, 900)
    for ident in FIGUREN:
        box = page.locator(f"#{ident}-figuur").bounding_box()
        assert box["y"] + box["height"] <= 900
    box = page.locator("#overzicht-opvallend").bounding_box()
    assert box["y"] + box["height"] <= 900
    assert page.evaluate("document.documentElement.scrollHeight") <= 1000
    tops = [page.locator(f"#{ident}-figuur").bounding_box()["y"] for ident in FIGUREN]
    assert max(tops) - min(tops) < 1


def test_an_amount_stays_on_one_line_and_the_box_under_the_mouse_is_small(open_pagina: Open) -> None:
    page = open_pagina("/", 1440, 900)
    for told in page.locator(".zin:visible, #overzicht-bevindingen li, .begroting caption").all_text_contents():
        assert not re.search("€ | mln| %", told)
    plot = page.locator("#overzicht-programma-2 .nsewdrag").bounding_box()
    page.mouse.move(plot["x"] + 0.6 * plot["width"], plot["y"] + 0.5 * plot["height"])
    box = page.locator("#overzicht-programma-2 .hovertext")
    box.wait_for()
    assert "Tekort" in box.text_content()
    assert not re.search(r"  0\b", box.text_content())
    size = box.locator("path").bounding_box()
    assert size["width"] * size["height"] < 0.4 * plot["width"] * plot["height"]


def test_figures_are_asked_about_from_strip_and_table(open_pagina: Open) -> None:
    page = open_pagina("/", 1440, 900)
    page.evaluate(SPY)
    page.locator(".kerngetal .vraag").nth(1).click()
    page.locator("#overzicht-programma-1 summary").click()
    page.locator("#overzicht-programma-1 td .vraag").first.click()
    asked = page.evaluate("window.gevraagd")
    assert [each[0] for each in asked] == ["gevraagd", "gevraagd"]
    assert asked[0][1]["data"]["over"] == ["kerncijfer", "tekort", ""]
    assert asked[0][1]["data"]["jaar"] == 2026
    assert asked[1][1]["data"]["over"] == ["kostensoort", "beheer", "dekking", "GDI"]


def test_arrows_walk_over_the_key_figures(open_pagina: Open) -> None:
    page = open_pagina("/", 1440, 900)
    figures = page.locator(".kerngetal .vraag")
    figures.first.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('li').firstChild.textContent") == "Tekort 2035"


def test_another_unit_keeps_the_elements_in_place(open_pagina: Open) -> None:
    page = open_pagina("/", 1440, 900)
    page.evaluate(
        "window.eerste = document.querySelector('.kerngetal .vraag'); window.svg = document.querySelector('.main-svg')"
    )
    before = page.locator(".kernwaarde").nth(1).inner_text()
    page.get_by_text("mln", exact=True).first.click()
    page.rust()
    page.wait_for_function("before => document.querySelectorAll('.kernwaarde')[1].innerText !== before", arg=before)
    assert page.evaluate("window.eerste.isConnected && window.svg.isConnected")
    assert page.locator(".kernwaarde").nth(1).inner_text() == "837,1"
    assert "x € 1 mln" in page.locator("#overzicht-programma-1-figuur").inner_text()


def test_a_scenario_that_cannot_be_worked_out_shows_no_figures(open_pagina: Open) -> None:
    werk = {"kop": {"naam": "stuk"}, "kaarten": [{"sleutel": "m1", "velden": {"soort": "mutatie"}, "aan": True}]}
    page = open_pagina(f"/?scenario=basis&werk={folded(werk)}", 1440, 900)
    assert "kan zo niet worden doorgerekend" in page.locator("#overzicht-melding").inner_text()
    assert page.locator(".overzicht .beeld:visible").count() == 0
    assert page.locator(".kerngetal").count() == 0
    page.axe()


def test_in_english_the_page_has_no_dutch_sentences(open_pagina: Open) -> None:
    page = open_pagina("/?scenario=incidenteel-tm-2030&taal=en", 1440, 900)
    assert page.locator("h1").inner_text() == "Overview"
    told = " ".join(page.locator(".zin").all_inner_texts() + page.locator(".bevindingen li").all_inner_texts())
    assert "shortfall" in told
    assert "tekort" not in told
    page.axe()


def test_on_paper_charts_are_as_wide_as_the_page(open_pagina: Open) -> None:
    page = open_pagina("/?scenario=incidenteel-tm-2030", 1440, 900)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"() => {WIDE} === 690")
    assert page.locator(".stempel").first.is_visible()
    assert page.locator(".kop").is_hidden()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"() => {WIDE} < 500")
