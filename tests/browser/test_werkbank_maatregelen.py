"""Measures: their cards and forms, parameters that become measures, and what is not filled in yet."""

from __future__ import annotations

import pytest
from browser.bediening import Open, bij, boodschap, knop, vul, zegt
from browser.conftest import Pagina

from model.measures import MEASURES


def test_cards_switch_copy_and_go(werkbank: Pagina) -> None:
    page = werkbank
    knop(page, "schakel", 1).click()
    page.rust()
    assert page.evaluate("document.activeElement.dataset.doe") == "schakel"
    assert page.locator(".kaart .uitgezet").first.inner_text() == "uitgezet"
    assert "Maatregel 1 uitgezet" in zegt(page)
    knop(page, "kopieer", 1).click()
    page.rust()
    assert page.locator(".kaart").count() == 2
    knop(page, "verwijder", 2).click()
    page.rust()
    knop(page, "verwijder", 1).click()
    page.rust()
    assert page.locator(".kaart").count() == 0
    assert page.evaluate("document.activeElement.dataset.doe") == "erbij"
    page.axe()
    for _ in range(4):
        page.keyboard.press("Control+z")
        page.rust()
    assert page.locator(".kaart").count() == 1
    assert page.locator("#open-stand").inner_text() == ""


def test_an_invalid_measure_keeps_the_last_figures_and_says_so(werkbank: Pagina) -> None:
    page = werkbank
    sentence = page.locator("#werkbank-dekking .zin").inner_text()
    page.evaluate("document.querySelector('.wb-midden').scrollTop = 999")
    bij(page, "looptijd")
    assert page.evaluate("document.querySelector('.wb-midden').scrollTop") == 0
    assert "Nog niet helemaal ingevuld: maatregel 2" in boodschap(page)
    tops = [
        page.locator(each).bounding_box() for each in (".kaart >> nth=1", "#wb-boodschap", "#werkbank-dekking-figuur")
    ]
    card, said, chart = ((box or {})["y"] for box in tops)
    assert 0 < card < page.viewport_size["height"] - 100, "the new card is in sight"
    assert page.evaluate("document.activeElement.id") == "v-naam"
    assert said > chart, "what is said moves no chart"
    assert page.locator("#werkbank-dekking .zin").inner_text() == f"Niet bijgewerkt. {sentence}"
    assert "Nog in te vullen: Dekkingsbron" in page.locator(".kaart").nth(1).inner_text()
    assert page.locator("#v-dekkingsbron").get_attribute("aria-invalid") == "false"
    assert "○" in page.locator("#v-dekkingsbron-fout").evaluate("el => getComputedStyle(el, '::before').content")
    assert page.locator(".kaart.kapot, #wb-formulier .veld.fout").count() == 0
    page.axe()
    page.foto("werkbank-onaf")
    page.locator("#v-dekkingsbron").click()
    page.keyboard.type("uitvoeringsprogramma")
    page.keyboard.press("ArrowDown")
    page.axe()
    page.keyboard.press("Enter")
    vul(page.locator("#v-tot_en_met"), "2050")
    page.rust()
    assert "buiten de horizon" in page.locator("#v-tot_en_met-fout").inner_text()
    assert page.locator(".kaart.kapot").count() == 1
    vul(page.locator("#v-tot_en_met"), "2030")
    page.rust()
    assert not boodschap(page)
    assert "Niet bijgewerkt" not in page.locator("#werkbank-dekking .zin").inner_text()
    assert "Afgrond" in page.locator("#wb-bevindingen").inner_text()


# Together they have every sort of control.
FORMS = ("percentage", "nieuwe_post", "bestemming", "aandelen", "kenmerk", "parameter")


@pytest.mark.parametrize(("taal", "soorten"), [("nl", FORMS), ("en", FORMS[1:2])])
def test_forms_are_accessible(open_pagina: Open, taal: str, soorten: tuple[str, ...]) -> None:
    page = open_pagina(f"/werkbank?taal={taal}")
    page.rust()
    for soort in soorten:
        bij(page, soort)
        page.evaluate("document.querySelectorAll('#wb-formulier details').forEach(each => { each.open = true; })")
        page.axe()
        knop(page, "terug").click()
        page.rust()


def test_every_soort_has_a_form(werkbank: Pagina) -> None:
    for number, soort in enumerate(MEASURES, start=2):
        bij(werkbank, soort)
        assert werkbank.locator("#wb-formulier .veld").count() >= 9
        assert werkbank.locator(".kaart").count() == number


def test_parameters_become_measures_and_go_back(werkbank: Pagina) -> None:
    page = werkbank
    assert page.locator("[data-id=beheerratio] .gepubliceerd").inner_text() == "15\u00a0%"
    assert page.locator("[data-id='index.lpo'] .gepubliceerd").count() > 1
    box = page.locator("[data-id=beheerratio] input")
    vul(box, "12,5 %")
    page.rust()
    assert "Waarde 12,5\u00a0%" in page.locator(".kaartzin").nth(1).inner_text()
    page.locator("[data-id='index.lpo'] summary").click()
    year = page.locator("[data-id='index.lpo'] input[data-jaar='2028']")
    vul(year, "4")
    page.rust()
    assert "2028: 4\u00a0%" in page.locator(".kaartzin").nth(2).inner_text()
    page.axe()
    page.foto("werkbank-parameters")
    vul(box, "")
    page.rust()
    assert page.locator(".kaart").count() == 2
    assert "gepubliceerde waarde" in zegt(page)
    vul(box, "150")
    page.rust()
    assert "150\u00a0% is ongewoon hoog" in page.locator("[data-id=beheerratio] .veldnoot").inner_text()
    vul(box, "x")
    assert not page.locator("[data-id=beheerratio] .veldnoot").is_visible()
    bounded = page.locator("[data-id=eindejaarsmarge]")
    vul(bounded.locator("input"), "150")
    assert (
        "150\u00a0% mag hier niet: toegestaan is ten minste 0\u00a0% en ten hoogste 100\u00a0%" in bounded.inner_text()
    )
    vul(year, "-100")
    assert "2028: ‒\u00a0100\u00a0% mag hier niet" in page.locator("[data-id='index.lpo'] .veldfout").inner_text()
    page.rust()
    assert page.locator(".kaart").count() == 3
    assert "2028: 4\u00a0%" in page.locator("#wb-kaarten").inner_text()
    page.axe()
