"""The workbench as a person uses it: by mouse, by keyboard, with mistakes, on a small screen."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import pytest
from browser.conftest import Pagina

from model.measures import MEASURES

Open = Callable[..., Pagina]
PLAK = """([jaar, tekst]) => {
  const vak = document.querySelector(`#wb-formulier input[data-jaar="${jaar}"]`), data = new DataTransfer();
  vak.focus(); data.setData('text', tekst);
  vak.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""
BEREIK = "document.getElementById('werkbank-dekking-figuur').layout.xaxis.range"


def rust(page: Pagina) -> None:
    """Wait until every action was answered and drawn."""
    page.wait_for_function("() => window.dekking.werkbank.rustig()")
    page.rust()
    page.wait_for_timeout(60)


def vak(page: Pagina, jaar: object) -> Any:
    return page.locator(f'#wb-formulier input[data-jaar="{jaar}"]')


def knop(page: Pagina, doet: str, kaart: int | None = None) -> Any:
    home = page.locator("#wb-balk") if kaart is None else page.locator(".kaart").nth(kaart - 1)
    return home.locator(f"[data-doe={doet}]")


def zegt(page: Pagina) -> str:
    return str(page.locator("#werkbank-zegt").inner_text())


def boodschap(page: Pagina) -> str:
    return str(page.locator("#wb-boodschap").inner_text())


def bij(page: Pagina, soort: str) -> None:
    knop(page, "erbij").click()
    page.locator(".soort").nth(list(MEASURES).index(soort)).click()
    rust(page)


@pytest.fixture
def werkbank(open_pagina: Open) -> Pagina:
    page = open_pagina("/werkbank")
    rust(page)
    return page


def test_a_change_redraws_and_keeps_zoom_focus_and_scroll(werkbank: Pagina) -> None:
    page = werkbank
    box = page.locator("#werkbank-dekking-figuur .nsewdrag").bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 150, steps=5)
    page.mouse.up()
    page.wait_for_timeout(300)
    zoomed = page.evaluate(BEREIK)
    page.evaluate("window.scrollTo(0, 150)")
    before = page.locator("#werkbank-dekking .zin").inner_text(), page.locator(".kaartzin").inner_text()
    vak(page, 2026).fill("100.000,5")
    vak(page, 2026).press("ArrowRight")
    rust(page)
    assert page.evaluate(BEREIK) == zoomed
    assert page.evaluate("window.scrollY") == 150
    assert page.evaluate("document.activeElement.dataset.jaar") == "2027"
    assert (page.locator("#werkbank-dekking .zin").inner_text(), page.locator(".kaartzin").inner_text()) != before
    assert "100.000,5" in page.locator(".kaartzin").inner_text()
    assert page.locator("#open-stand").inner_text() == "gewijzigd, niet bewaard"
    page.foto("werkbank-gewijzigd")


def test_a_block_from_excel_fills_from_the_chosen_box_on(werkbank: Pagina) -> None:
    page = werkbank
    page.evaluate(PLAK, ["2027", "1.200.000\t€ 900\tx12\t(5.000)\n"])
    rust(page)
    assert [vak(page, year).input_value() for year in range(2027, 2031)] == ["1.200.000", "900", "x12", "-5.000"]
    assert vak(page, 2029).get_attribute("aria-invalid") == "true"
    told = page.locator(".vorm-reeks .veldfout").first.inner_text()
    assert "‘x12’ is geen getal" in told
    knop(page, "terug").click()
    rust(page)
    assert vak(page, 2028).input_value() == "1.000.000"
    page.evaluate(PLAK, ["2024", "2030\t5\n2031\t6\nstructureel\t7"])
    rust(page)
    assert [vak(page, year).input_value() for year in (2030, 2031, "structureel")] == ["5", "6", "7"]
    page.evaluate(PLAK, ["2025", "1\n2\n3"])
    rust(page)
    assert [vak(page, year).input_value() for year in range(2025, 2028)] == ["1", "2", "3"]
    assert page.evaluate("document.activeElement.dataset.jaar") == "2025"


def test_what_is_no_number_stays_and_is_marked(werkbank: Pagina) -> None:
    page = werkbank
    vak(page, 2028).fill("abc")
    vak(page, 2028).press("Tab")
    rust(page)
    assert vak(page, 2028).input_value() == "abc"
    assert vak(page, 2028).get_attribute("aria-invalid") == "true"
    vak(page, 2028).fill("2%")
    vak(page, 2028).press("Tab")
    rust(page)
    told = page.locator(".vorm-reeks .veldfout").first.inner_text()
    assert "‘2%’ is een percentage" in told
    assert "Deze invoer is niet verwerkt." in told
    assert vak(page, 2028).input_value() == "2%"
    assert knop(page, "terug").get_attribute("aria-disabled") == "true"
    page.axe()
    vak(page, 2028).fill("")
    vak(page, 2028).press("Tab")
    rust(page)
    assert vak(page, 2028).get_attribute("aria-invalid") == "false"
    assert "2028" not in page.locator(".kaartzin").inner_text()


def test_by_keyboard_alone(werkbank: Pagina) -> None:
    page = werkbank
    knop(page, "erbij").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "soort"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    rust(page)
    assert page.evaluate("document.activeElement.id") == "v-naam"
    assert "toegevoegd als maatregel 2" in zegt(page)
    page.keyboard.type("Korting")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # sources instead of posts
    rust(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    rust(page)
    page.locator("#v-percentage").focus()
    page.keyboard.type("-12,5")
    page.keyboard.press("Tab")
    rust(page)
    assert not boodschap(page)
    assert "Percentage ‒ 12,5 %" in page.locator(".kaartzin").nth(1).inner_text()
    knop(page, "omhoog", 2).focus()
    page.keyboard.press("Enter")
    rust(page)
    assert zegt(page) == "Maatregel 2 verplaatst naar plaats 1."
    assert page.evaluate("document.activeElement.dataset.doe") == "omhoog"
    page.keyboard.press("Control+z")
    rust(page)
    assert page.locator(".eigennaam").nth(1).inner_text() == "Korting"
    page.keyboard.press("Control+y")
    rust(page)
    assert page.locator(".eigennaam").first.inner_text() == "Korting"


def test_cards_switch_copy_and_go(werkbank: Pagina) -> None:
    page = werkbank
    knop(page, "schakel", 1).click()
    rust(page)
    assert page.evaluate("document.activeElement.dataset.doe") == "schakel"
    assert page.locator(".kaart .uitgezet").first.inner_text() == "uitgezet"
    assert "Maatregel 1 uitgezet" in zegt(page)
    knop(page, "kopieer", 1).click()
    rust(page)
    assert page.locator(".kaart").count() == 2
    knop(page, "verwijder", 2).click()
    rust(page)
    knop(page, "verwijder", 1).click()
    rust(page)
    assert page.locator(".kaart").count() == 0
    assert page.evaluate("document.activeElement.dataset.doe") == "erbij"
    page.axe()
    for _ in range(4):
        page.keyboard.press("Control+z")
        rust(page)
    assert page.locator(".kaart").count() == 1
    assert page.locator("#open-stand").inner_text() == ""


def test_an_invalid_measure_keeps_the_last_figures_and_says_so(werkbank: Pagina) -> None:
    page = werkbank
    sentence = page.locator("#werkbank-dekking .zin").inner_text()
    bij(page, "looptijd")
    assert "Nog niet helemaal ingevuld: maatregel 2" in boodschap(page)
    assert page.locator("#werkbank-dekking .zin").inner_text() == f"Niet bijgewerkt. {sentence}"
    assert "Nog in te vullen: Dekkingsbron" in page.locator(".kaart").nth(1).inner_text()
    assert page.locator("#v-dekkingsbron").get_attribute("aria-invalid") == "true"
    page.axe()
    page.foto("werkbank-onaf")
    page.locator("#v-dekkingsbron").click()
    page.keyboard.type("uitvoeringsprogramma")
    page.keyboard.press("ArrowDown")
    page.axe()
    page.keyboard.press("Enter")
    page.locator("#v-tot_en_met").fill("2050")
    page.locator("#v-tot_en_met").press("Tab")
    rust(page)
    assert "buiten de horizon" in page.locator("#v-tot_en_met-fout").inner_text()
    page.locator("#v-tot_en_met").fill("2030")
    page.locator("#v-tot_en_met").press("Tab")
    rust(page)
    assert not boodschap(page)
    assert "Niet bijgewerkt" not in page.locator("#werkbank-dekking .zin").inner_text()
    assert "Afgrond" in page.locator("#wb-bevindingen").inner_text()


# Together they have every sort of control.
FORMS = ("percentage", "nieuwe_post", "bestemming", "aandelen", "kenmerk", "parameter")


@pytest.mark.parametrize(("taal", "soorten"), [("nl", FORMS), ("en", FORMS[1:2])])
def test_forms_are_accessible(open_pagina: Open, taal: str, soorten: tuple[str, ...]) -> None:
    page = open_pagina(f"/werkbank?taal={taal}")
    rust(page)
    for soort in soorten:
        bij(page, soort)
        page.evaluate("document.querySelectorAll('#wb-formulier details').forEach(each => { each.open = true; })")
        page.axe()
        knop(page, "terug").click()
        rust(page)


def test_every_soort_has_a_form(werkbank: Pagina) -> None:
    for number, soort in enumerate(MEASURES, start=2):
        bij(werkbank, soort)
        assert werkbank.locator("#wb-formulier .veld").count() >= 9
        assert werkbank.locator(".kaart").count() == number


def test_parameters_become_measures_and_go_back(werkbank: Pagina) -> None:
    page = werkbank
    assert page.locator("[data-id=beheerratio] .gepubliceerd").inner_text() == "15 %"
    assert page.locator("[data-id='index.lpo'] .gepubliceerd").count() > 1
    box = page.locator("[data-id=beheerratio] input")
    box.fill("12,5 %")
    box.press("Tab")
    rust(page)
    assert "Waarde 12,5 %" in page.locator(".kaartzin").nth(1).inner_text()
    page.locator("[data-id='index.lpo'] summary").click()
    year = page.locator("[data-id='index.lpo'] input[data-jaar='2028']")
    year.fill("4")
    year.press("Tab")
    rust(page)
    assert "2028: 4 %" in page.locator(".kaartzin").nth(2).inner_text()
    page.axe()
    page.foto("werkbank-parameters")
    box.fill("")
    box.press("Tab")
    rust(page)
    assert page.locator(".kaart").count() == 2
    assert "gepubliceerde waarde" in zegt(page)
    box.fill("150")
    box.press("Tab")
    rust(page)
    assert "150 % is ongewoon hoog" in page.locator("[data-id=beheerratio] .veldnoot").inner_text()
    bounded = page.locator("[data-id=eindejaarsmarge]")
    bounded.locator("input").fill("150")
    bounded.locator("input").press("Tab")
    assert "150 % mag hier niet: toegestaan is ten minste 0 % en ten hoogste 100 %" in bounded.inner_text()
    year.fill("-100")
    year.press("Tab")
    assert "2028: ‒ 100 % mag hier niet" in page.locator("[data-id='index.lpo'] .veldfout").inner_text()
    rust(page)
    assert page.locator(".kaart").count() == 3
    assert "2028: 4 %" in page.locator("#wb-kaarten").inner_text()
    page.axe()


def test_undo_in_a_field_is_the_browsers_for_what_was_not_sent_and_else_the_models(werkbank: Pagina) -> None:
    page = werkbank
    box = vak(page, 2028)
    box.focus()
    page.keyboard.type("5")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    rust(page)
    page.keyboard.press("Control+z")
    rust(page)
    assert box.input_value() == "1.000.000"
    assert page.evaluate("document.activeElement.dataset.jaar") == "2028"
    assert "2027-2030: 1.000.000" in page.locator(".kaartzin").inner_text()
    page.keyboard.press("Control+y")
    rust(page)
    assert box.input_value() == "5"
    page.keyboard.press("End")
    page.keyboard.type("7")
    page.keyboard.press("Control+z")
    assert box.input_value() == "5"
    assert knop(page, "terug").get_attribute("aria-disabled") == "false"
    page.keyboard.press("Control+y")
    assert box.input_value() == "57"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    rust(page)
    assert box.input_value() == "1.000.000"
    assert knop(page, "terug").get_attribute("aria-disabled") == "true"
    for box, typed in ((page.locator("[data-id=beheerratio] input"), "12,5"), (page.locator("#kop-naam"), "Anders")):
        was = box.input_value()
        box.focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        rust(page)
        assert knop(page, "terug").get_attribute("aria-disabled") == "false"
        page.keyboard.press("Control+z")
        rust(page)
        assert box.input_value() == was
        assert box.evaluate("vak => vak === document.activeElement")
        assert knop(page, "terug").get_attribute("aria-disabled") == "true"


def test_another_scenario_is_one_step_and_undo_brings_the_changes_back(werkbank: Pagina) -> None:
    page = werkbank
    page.locator("#kop-naam").fill("Mijn variant")
    page.locator("#kop-naam").press("Tab")
    rust(page)
    page.select_option("#wb-keuze", "kasschuif")
    rust(page)
    assert page.locator(".kaart").count() == 2
    assert page.locator("#open-stand").inner_text() == ""
    knop(page, "terug").click()
    rust(page)
    assert page.locator("#open-naam").inner_text() == "Mijn variant"
    assert page.locator("#wb-keuze").input_value() == "structureel"
    assert "scenario=structureel" in page.url
    knop(page, "vooruit").click()
    rust(page)
    assert page.locator("#wb-keuze").input_value() == "kasschuif"


def test_differences_are_with_the_opened_scenario_or_the_baseline(werkbank: Pagina) -> None:
    page = werkbank
    assert "Geen verschil" in page.locator("#werkbank-kerncijfers .zin").inner_text()
    page.get_by_text("basis", exact=True).click()
    rust(page)
    assert "Tegenover ‘Basis’" in page.locator("#werkbank-kerncijfers .zin").inner_text()


def test_what_is_typed_quickly_is_not_lost(werkbank: Pagina) -> None:
    page = werkbank
    for number, year in enumerate((2024, 2025, 2026, 2031, 2032), start=1):
        vak(page, year).fill(str(number * 1000))
        vak(page, year).press("Tab")
    rust(page)
    told = page.locator(".kaartzin").inner_text()
    assert all(f"{year}: {number}.000" in told for number, year in enumerate((2024, 2025, 2026, 2031, 2032), start=1))
    page.locator("#kop-naam").focus()
    page.keyboard.press("End")
    page.keyboard.type(" met haast")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => document.activeElement.id === 'opslaan-naam'")
    assert page.locator("#opslaan-naam").input_value().endswith(" met haast")


def test_an_action_that_the_server_cannot_do_is_said_and_nothing_changes(werkbank: Pagina) -> None:
    page = werkbank
    page.verwacht("500")
    page.route("**/werkbank/acties", lambda route: route.fulfill(status=500), times=1)
    vak(page, 2028).fill("77")
    vak(page, 2028).press("Tab")
    page.locator("#onverwerkt").get_by_text("Niet verwerkt (code 500)").wait_for()
    rust(page)
    assert vak(page, 2028).input_value() == "1.000.000"
    vak(page, 2028).fill("78")
    vak(page, 2028).press("Tab")
    rust(page)
    assert "2028: 78" in page.locator(".kaartzin").inner_text()
    assert page.locator("#onverwerkt").inner_text() == ""
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    rust(page)
    assert vak(page, 2028).input_value() == "1.000.000"


def test_it_survives_a_reload_and_another_page(werkbank: Pagina) -> None:
    page = werkbank
    vak(page, 2027).fill("123")
    vak(page, 2027).press("Tab")
    rust(page)
    page.locator(".menulink[href='/vergelijken']").click()
    page.rust()
    page.locator(".menulink[href='/werkbank']").click()
    rust(page)
    assert vak(page, 2027).input_value() == "123"
    assert knop(page, "terug").get_attribute("aria-disabled") == "false"
    page.reload()
    rust(page)
    assert vak(page, 2027).input_value() == "123"


def test_a_small_window(open_pagina: Open) -> None:
    page = open_pagina("/werkbank?scenario=incidenteel-tm-2030", 320)
    rust(page)
    bij(page, "nieuwe_post")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.axe()
    page.foto("werkbank-320-nieuw")


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
    vak(page, 2027).fill("4.321")
    vak(page, 2027).press("Tab")
    melding.get_by_text("Niet verwerkt: Dekking antwoordt niet. Uw wijziging wordt opnieuw aangeboden.").wait_for()
    assert page.locator("#wb-gedaan").inner_text() == "Wacht op de server…"
    knop(page, "schakel", 1).click()
    page.locator("#kop-naam").fill("Na de storing")
    page.locator("#kop-naam").press("Tab")
    melding.get_by_text("Uw 3 wijzigingen worden opnieuw aangeboden, in volgorde.").wait_for()
    page.axe()
    page.foto("werkbank-server-weg")
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("() => { location.href = '/'; }")
    page.wait_for_timeout(200)
    assert asked == ["beforeunload"]
    page.locator("#opslaan-knop").click()
    page.locator("#opslaan-nieuw").click()
    page.locator("#opslaan-fout").get_by_text("is nog niet verwerkt").wait_for()
    page.keyboard.press("Escape")
    process = start()
    melding.get_by_text("Niet verwerkt").wait_for(state="detached")
    rust(page)
    assert "2027: 4.321" in page.locator(".kaartzin").inner_text()
    assert page.locator(".kaart .uitgezet").inner_text() == "uitgezet"
    page.locator("#opslaan-knop").click()
    page.locator("#opslaan-nieuw").click()
    page.locator("#opslaan-melding").get_by_text("Bewaard als versie 1 van ‘Na de storing’").wait_for()
    for _ in range(3):
        knop(page, "terug").click()
        rust(page)
    assert vak(page, 2027).input_value() == "1.000.000"
    process.send_signal(signal.SIGSTOP)
    vak(page, 2027).fill("5.678")
    vak(page, 2027).press("Tab")
    page.once("dialog", lambda dialog: dialog.accept())
    threading.Timer(1, process.send_signal, [signal.SIGCONT]).start()
    page.reload()
    page.locator(".kaartzin").get_by_text("2027: 5.678").wait_for()
