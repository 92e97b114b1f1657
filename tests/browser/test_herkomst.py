"""A figure that is clicked says where it comes from, on the way down and back, by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PANEL = ".mantine-Drawer-content"


def opened(open_pagina: Callable[..., Any], pad: str = "/", breedte: int = 1440) -> Any:
    pagina = open_pagina(pad, breedte=breedte)
    pagina.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    return pagina


def clicked(pagina: Any, number: int = 12) -> str:
    knop = pagina.locator("button.vraag:visible").nth(number)
    said = knop.inner_text()
    knop.click()
    pagina.locator(".herkomst h3").wait_for()
    pagina.rust()
    return str(said)


@pytest.mark.parametrize(("pad", "breedte"), [("/", 1440), ("/?taal=en&eenheid=mln&prijzen=lopend", 1440), ("/", 320)])
def test_the_panel_shows_the_figure_that_was_clicked(open_pagina: Callable[..., Any], pad: str, breedte: int) -> None:
    pagina = opened(open_pagina, pad, breedte)
    printed = clicked(pagina)
    assert pagina.locator(".herkomst .cijfer strong").inner_text() == printed
    pagina.axe()
    box = pagina.locator(PANEL).bounding_box()
    assert box["width"] == (320 if breedte == 320 else 736)
    assert pagina.evaluate("document.documentElement.scrollWidth") == breedte
    pagina.foto(f"herkomst-{breedte}-{'en' if 'en' in pad else 'nl'}")


def test_parts_are_asked_on_and_the_trail_leads_back(open_pagina: Callable[..., Any]) -> None:
    pagina = opened(open_pagina)
    clicked(pagina)
    titles = [pagina.locator(".herkomst h3").inner_text()]
    for _ in range(3):
        part = pagina.locator(".herkomst .verder").first
        printed = part.inner_text()
        part.click()
        pagina.locator(f".herkomst h3:not(:text-is({titles[-1]!r}))").wait_for()
        pagina.rust()
        assert pagina.locator(".herkomst .cijfer strong").inner_text() == printed
        titles.append(pagina.locator(".herkomst h3").inner_text())
        pagina.axe()
    pagina.foto("herkomst-verder")
    for title in reversed(titles[:-1]):
        pagina.locator(".spoor button").click()
        pagina.locator(f".herkomst h3:text-is({title!r})").wait_for()
        pagina.rust()
    assert pagina.locator(".spoor").count() == 0


def test_by_keyboard_alone_and_back_to_the_figure(open_pagina: Callable[..., Any]) -> None:
    pagina = opened(open_pagina)
    figure = pagina.locator("button.vraag:visible").nth(12)
    figure.evaluate("each => { each.tabIndex = 0; each.focus(); }")
    label = figure.get_attribute("aria-label")
    pagina.keyboard.press("Enter")
    pagina.wait_for_function("() => document.activeElement.matches('.herkomst h3')")
    pagina.keyboard.press("Tab")
    pagina.wait_for_function("() => document.activeElement.matches('.herkomst .verder')")
    before = pagina.locator(".herkomst h3").inner_text()
    pagina.keyboard.press("Enter")
    pagina.locator(f".herkomst h3:not(:text-is({before!r}))").wait_for()
    pagina.wait_for_function("() => document.activeElement.matches('.herkomst h3')")
    pagina.keyboard.press("Escape")
    pagina.wait_for_function("label => document.activeElement.getAttribute('aria-label') === label", arg=label)
    assert not pagina.locator(PANEL).is_visible()


def test_publications_open_elsewhere_and_safely(open_pagina: Callable[..., Any]) -> None:
    pagina = open_pagina("/?scenario=basis&prijzen=lopend")
    asked = {"over": ["plan", "dekkingsbron", "gdi-overboekingen"], "jaar": 2024, "nummer": 1}
    pagina.evaluate("asked => window.dash_clientside.set_props('gevraagd', {data: asked})", asked)
    link = pagina.locator(".herkomst .publicatie a").first
    link.wait_for()
    assert link.get_attribute("target") == "_blank"
    assert "noopener" in str(link.get_attribute("rel"))
    assert str(link.get_attribute("href")).startswith("http")
    assert pagina.locator(".herkomst .status").first.inner_text() == "gepubliceerd"
    assert pagina.locator(".herkomst blockquote").count() >= 1
    pagina.axe()
    pagina.foto("herkomst-publicatie")


def test_a_figure_of_nothing_says_so(open_pagina: Callable[..., Any]) -> None:
    pagina = open_pagina("/?taal=en")
    pagina.evaluate("window.dash_clientside.set_props('gevraagd', {data: {over: ['iets'], jaar: 2026, nummer: 1}})")
    pagina.locator(".herkomst h3").wait_for()
    assert pagina.locator(".herkomst h3").inner_text() == "This figure cannot be taken apart"
    pagina.axe()
