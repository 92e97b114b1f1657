"""A server that fails, is killed or is slow: nothing is lost, and what is not done is said."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

from browser.bediening import Open, boodschap, knop, kopnaam, vak, vul
from browser.conftest import Pagina


def test_an_action_that_the_server_cannot_do_is_said_and_nothing_changes(werkbank: Pagina) -> None:
    page, held = werkbank, list[Any]()
    page.route("**/werkbank/acties", lambda route: held.append(route), times=1)  # noqa: PLW0108
    page.reload()
    page.locator("#onverwerkt").get_by_text("Laden…", exact=True).wait_for()
    assert not page.locator("[data-neem]:visible").count(), "there is nothing to take along yet"
    held[0].continue_()
    page.rust()
    page.verwacht("500")
    page.route("**/werkbank/acties", lambda route: route.fulfill(status=500), times=1)
    vul(vak(page, 2028), "77")
    page.locator("#onverwerkt").get_by_text("Niet verwerkt (code 500)").wait_for()
    page.rust()
    assert vak(page, 2028).input_value() == "1.000.000"
    vul(vak(page, 2028), "78")
    page.rust()
    assert "2028: 78" in page.locator(".kaartzin").inner_text()
    assert page.locator("#onverwerkt").inner_text() == ""
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.rust()
    assert vak(page, 2028).input_value() == "1.000.000"


def _staat_achter(page: Pagina) -> None:
    """Check that what is shown is marked as out of date, in words too, and that the bar that says so covers nothing."""
    assert "Niet bijgewerkt: Dekking antwoordt niet" in boodschap(page)
    for marked in (".wb-rechts .beeld", "#wb-bevindingen", "#wb-kaarten"):
        assert "rgb(179, 33, 60)" in page.locator(marked).first.evaluate("el => getComputedStyle(el).boxShadow")
    assert page.locator("#open-stand").inner_text() == "gewijzigd, niet bewaard"
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    bar, foot = page.locator("#onverwerkt").bounding_box(), page.locator("#voet").bounding_box()
    assert bar
    assert foot
    assert foot["y"] + foot["height"] <= bar["y"] + 1, "the bar covers nothing at the end of the page"


def test_changes_to_a_server_that_was_killed_arrive_when_it_is_back(open_pagina: Open, eigen: Any) -> None:
    adres, _, start = eigen
    process = start()
    page = open_pagina("/")
    page.adres = adres
    page.verwacht("ERR_CONNECTION_REFUSED", "failed:")
    page.naar("/werkbank")
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    melding = page.locator("#onverwerkt")
    vul(vak(page, 2027), "4.321")
    melding.get_by_text("Niet verwerkt: Dekking antwoordt niet. Uw wijziging wordt opnieuw aangeboden.").wait_for()
    assert page.locator("#wb-gedaan").inner_text() == "Wacht op de server…"
    _staat_achter(page)
    knop(page, "schakel", 1).click()
    vul(kopnaam(page), "Na de storing")
    melding.get_by_text("Uw 3 wijzigingen worden opnieuw aangeboden, in volgorde.").wait_for()
    page.axe()
    page.foto("werkbank-server-weg")
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.evaluate("() => { location.href = '/'; }")
    assert asked.value.type == "beforeunload"
    page.locator("#opslaan-knop").click()
    page.locator("#opslaan-nieuw").click()
    page.locator("#opslaan-fout").get_by_text("is nog niet verwerkt").wait_for()
    process = start()
    melding.get_by_text("Niet verwerkt").wait_for(state="detached")
    page.rust()
    assert page.locator("#opslaan-fout").inner_text() == ""
    assert boodschap(page) == ""
    page.keyboard.press("Escape")
    assert "2027: 4.321" in page.locator(".kaartzin").inner_text()
    assert page.locator(".kaart .uitgezet").inner_text() == "uitgezet"
    page.locator("#opslaan-knop").click()
    page.locator("#opslaan-nieuw").click()
    page.locator("#opslaan-melding").get_by_text("Bewaard als versie 1 van ‘Na de storing’").wait_for()
    for _ in range(3):
        knop(page, "terug").click()
        page.rust()
    assert vak(page, 2027).input_value() == "1.000.000"
    process.send_signal(signal.SIGSTOP)
    vul(vak(page, 2027), "5.678")
    page.once("dialog", lambda dialog: dialog.accept())
    threading.Timer(1, process.send_signal, [signal.SIGCONT]).start()
    page.reload()
    page.locator(".kaartzin").get_by_text("2027: 5.678").wait_for()
