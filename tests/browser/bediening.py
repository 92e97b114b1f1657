"""What a person does on the workbench and sees there, in words for the tests of its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from browser.conftest import Pagina

from model.measures import MEASURES

Open = Callable[..., Pagina]


def vak(page: Pagina, jaar: object) -> Any:
    """Return the box of a year in the form."""
    return page.locator(f'#wb-formulier input[data-jaar="{jaar}"]')


def vul(box: Any, tekst: str) -> None:
    """Type something in a box and leave it."""
    box.fill(tekst)
    box.press("Tab")


def knop(page: Pagina, doet: str, kaart: int | None = None) -> Any:
    """Return a button above the cards, or of a card."""
    home = page.locator("#wb-balk") if kaart is None else page.locator(".kaart").nth(kaart - 1)
    return home.locator(f"[data-doe={doet}]")


def kopnaam(page: Pagina) -> Any:
    """Return the box of the scenario's name, unfolded."""
    if not page.locator("#kop-naam").is_visible():
        page.locator("#wb-scenario .groep > summary").click()
    return page.locator("#kop-naam")


def zegt(page: Pagina) -> str:
    """Return what is said to who cannot see the page."""
    return str(page.locator("#werkbank-zegt").inner_text())


def boodschap(page: Pagina) -> str:
    """Return why figures are not up to date, empty where they are."""
    return str(page.locator("#wb-boodschap").inner_text())


def bij(page: Pagina, soort: str) -> None:
    """Add a measure."""
    knop(page, "erbij").click()
    page.locator(".soort").nth(list(MEASURES).index(soort)).click()
    page.rust()
