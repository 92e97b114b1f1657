"""The frame around every page: menu, switches, language, link, what is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.conftest import Pagina

PATHS = ("/", "/werkbank", "/vergelijken", "/wie-betaalt", "/bronnen", "/excel", "/uitvraag")
NARROW, WIDE = 320, 1440
ASKED = "**/_dash-update-component*"
WIDTH = "document.scrollingElement.scrollWidth"
Open = Callable[..., Pagina]


@pytest.mark.parametrize("pad", PATHS)
def test_every_page_is_accessible_and_stays_within_the_window(open_pagina: Open, pad: str) -> None:
    page = open_pagina(pad, NARROW)
    assert page.locator("h1").count() == 1
    page.axe()  # the tests of each page do so in a wide window, in every state
    name = pad.strip("/") or "overzicht"
    page.foto(f"{name}-{NARROW}")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate(WIDTH) <= NARROW
    page.set_viewport_size({"width": 720, "height": 1000})
    large = page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate(WIDTH) <= 720
    large.evaluate("each => each.remove()")
    page.set_viewport_size({"width": WIDE, "height": 1000})
    page.rust()
    page.foto(f"{name}-{WIDE}")
    assert page.evaluate(WIDTH) <= WIDE


def test_the_menu_leads_to_every_page_and_keeps_the_state(pagina: Pagina) -> None:
    pagina.get_by_text("mln", exact=True).click()
    pagina.locator("#jaren").get_by_text("alle", exact=True).click()
    pagina.rust()
    for pad in PATHS[1:]:
        pagina.locator(f".menulink[href='{pad}']").click()
        pagina.rust()
        assert pagina.locator("[aria-current=page]").get_attribute("href") == pad
        assert pagina.evaluate("document.activeElement.tagName") == "H1"
        assert "eenheid=mln" in pagina.url
        assert "jaren=alle" in pagina.url
        assert pagina.title().endswith("· Dekking")


def test_a_link_carries_the_state_and_the_language(open_pagina: Open) -> None:
    page = open_pagina("/wie-betaalt?scenario=kasschuif&eenheid=mln&prijzen=lopend&taal=en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#eenheid input[value=mln]").is_checked()
    assert page.locator("#prijzen input[value=lopend]").is_checked()
    assert page.locator("h1").inner_text() == "Who pays"
    page.get_by_role("link", name="Nederlands").click()
    page.locator("html[lang=nl]").wait_for()
    page.rust()
    assert page.locator("h1").inner_text() == "Wie betaalt"
    assert "scenario=kasschuif" in page.url
    assert page.locator("#prijzen input[value=lopend]").is_checked()
    page.locator(".menulink[href='/uitvraag']").click()
    page.rust()
    assert "scenario=kasschuif" in page.url, "loaded again, another scenario would be open"


def test_a_page_or_a_language_that_does_not_come_is_said_and_asked_again(open_pagina: Open) -> None:
    page, told = open_pagina("/"), "#onverwerkt"
    page.verwacht("500", "ERR_FAILED")
    page.route(ASKED, _broken)
    page.locator(".menulink[href='/bronnen']").click()
    page.locator(told).get_by_text("Dekking kon deze vraag niet verwerken (500)").wait_for()
    assert page.locator("h1").inner_text() == "Overzicht"
    page.unroute(ASKED)
    page.locator(".menulink[href='/bronnen']").click()
    page.locator("#bronnen-term").wait_for()
    page.rust()
    assert page.locator(told).inner_text() == ""
    page.locator(".menulink[href='/bronnen']").click()
    page.wait_for_function("() => location.search.includes('scenario=')")
    page.route("**/gezond", lambda route: route.abort())
    page.locator("#taalwissel").click()
    page.locator(told).get_by_text("Niet verwerkt: Dekking antwoordt niet.").wait_for()
    page.unroute("**/gezond")
    page.locator("html[lang=en]").wait_for()
    page.rust()
    assert page.locator("#bronnen-term").count() == 1


def _broken(route: Any) -> None:
    if "inhoud.children" in (route.request.post_data or ""):
        route.fulfill(status=500)
    else:
        route.continue_()


def test_what_a_link_asks_and_is_not_there_is_said(open_pagina: Open) -> None:
    page = open_pagina("/nergens?scenario=bestaat-niet&werk=onzin")
    assert page.locator("h1").inner_text() == "Deze pagina is er niet"
    told = page.locator("#melding").inner_text()
    assert "bestaat-niet" in told
    assert "koppeling" in told


def test_the_way_to_the_contents_is_the_first_stop(pagina: Pagina) -> None:
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"
