"""The workbench as a whole: by keyboard alone, what stays in place, other scenarios and pages, a small window."""

from __future__ import annotations

from browser.bediening import Open, bij, boodschap, knop, kopnaam, vak, vul, zegt
from browser.conftest import Pagina

BEREIK = "['xaxis', 'yaxis'].map(as => document.getElementById('werkbank-dekking-figuur').layout[as].range)"


def test_a_change_redraws_and_keeps_zoom_focus_and_scroll(werkbank: Pagina) -> None:
    page = werkbank
    box = page.locator("#werkbank-dekking-figuur .nsewdrag").bounding_box()
    whole = page.evaluate(f"String({BEREIK})")
    page.mouse.move(box["x"] + 60, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 150, steps=5)
    page.mouse.up()
    page.wait_for_function(f"whole => String({BEREIK}) !== whole", arg=whole)
    page.rust()
    zoomed = page.evaluate(BEREIK)
    page.evaluate("window.scrollTo(0, 150)")
    before = page.locator("#werkbank-dekking .zin").inner_text(), page.locator(".kaartzin").inner_text()
    vak(page, 2026).fill("100.000,5")
    vak(page, 2026).press("ArrowRight")
    page.rust()
    assert page.evaluate(BEREIK) == zoomed
    assert page.evaluate("window.scrollY") == 150
    assert page.evaluate("document.activeElement.dataset.jaar") == "2027"
    assert (page.locator("#werkbank-dekking .zin").inner_text(), page.locator(".kaartzin").inner_text()) != before
    assert "100.000,5" in page.locator(".kaartzin").inner_text()
    assert page.locator("#open-stand").inner_text() == "gewijzigd, niet bewaard"
    page.foto("werkbank-gewijzigd")
    for step in ("terug", "vooruit"):
        knop(page, step).click()
        page.rust()
        assert page.evaluate(BEREIK) == zoomed
    page.mouse.dblclick(box["x"] + 60, box["y"] + 40)
    page.wait_for_function(f"years => String({BEREIK}[0]) === years", arg=whole.rsplit(",", 2)[0])


def test_by_keyboard_alone(werkbank: Pagina) -> None:
    page = werkbank
    knop(page, "erbij").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "soort"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.rust()
    assert page.evaluate("document.activeElement.id") == "v-naam"
    assert "toegevoegd als maatregel 2" in zegt(page)
    page.keyboard.type("Korting")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # sources instead of posts
    page.rust()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.rust()
    page.locator("#v-percentage").focus()
    page.keyboard.type("-12,5")
    page.keyboard.press("Tab")
    page.rust()
    assert not boodschap(page)
    assert "Percentage ‒\u00a012,5\u00a0%" in page.locator(".kaartzin").nth(1).inner_text()
    knop(page, "omhoog", 2).focus()
    page.keyboard.press("Enter")
    page.rust()
    assert zegt(page) == "Maatregel 2 verplaatst naar plaats 1."
    assert page.evaluate("document.activeElement.dataset.doe") == "omhoog"
    page.keyboard.press("Control+z")
    page.rust()
    assert page.locator(".eigennaam").nth(1).inner_text() == "Korting"
    page.keyboard.press("Control+y")
    page.rust()
    assert page.locator(".eigennaam").first.inner_text() == "Korting"


def test_another_scenario_is_one_step_and_undo_brings_the_changes_back(werkbank: Pagina) -> None:
    page = werkbank
    vul(kopnaam(page), "Mijn variant")
    page.rust()
    page.select_option("#wb-keuze", "kasschuif")
    page.rust()
    assert page.locator(".kaart").count() == 2
    assert page.locator("#open-stand").inner_text() == ""
    knop(page, "terug").click()
    page.rust()
    assert page.locator("#open-naam").inner_text() == "Mijn variant"
    assert page.locator("#wb-keuze option:checked").inner_text() == "Mijn variant"
    assert "scenario=structureel" in page.url
    knop(page, "vooruit").click()
    page.rust()
    assert page.locator("#wb-keuze").input_value() == "kasschuif"


def test_differences_are_with_the_opened_scenario_or_the_baseline(werkbank: Pagina) -> None:
    page = werkbank
    assert "Geen verschil" in page.locator("#werkbank-kerncijfers .zin").inner_text()
    page.locator(".wb-tegen").get_by_text("Basis", exact=True).click()
    page.rust()
    assert "Tegenover ‘Basis’" in page.locator("#werkbank-kerncijfers .zin").inner_text()


def test_it_survives_a_reload_and_another_page(werkbank: Pagina) -> None:
    page = werkbank
    vul(vak(page, 2027), "123")
    page.rust()
    page.locator(".menulink[href='/vergelijken']").click()
    page.rust()
    page.locator(".menulink[href='/werkbank']").click()
    page.rust()
    assert vak(page, 2027).input_value() == "123"
    assert knop(page, "terug").get_attribute("aria-disabled") == "false"
    page.reload()
    page.rust()
    assert vak(page, 2027).input_value() == "123"


def test_a_small_window(open_pagina: Open) -> None:
    page = open_pagina("/werkbank?scenario=incidenteel-tm-2030", 320)
    page.rust()
    bij(page, "nieuwe_post")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.axe()
    page.foto("werkbank-320-nieuw")
