"""Filling in boxes: blocks from Excel, what is no number, haste, and undo while typing."""

from __future__ import annotations

from browser.bediening import bij, boodschap, knop, kopnaam, vak, vul
from browser.conftest import Pagina

PLAK = """([jaar, tekst]) => {
  const vak = document.querySelector(`#wb-formulier input[data-jaar="${jaar}"]`), data = new DataTransfer();
  vak.focus(); data.setData('text', tekst);
  vak.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_a_block_from_excel_fills_from_the_chosen_box_on(werkbank: Pagina) -> None:
    page = werkbank
    page.evaluate(PLAK, ["2027", "1.200.000\t€ 900\tx12\t(5.000)\n"])
    page.rust()
    assert [vak(page, year).input_value() for year in range(2027, 2031)] == ["1.200.000", "900", "x12", "-5.000"]
    assert vak(page, 2029).get_attribute("aria-invalid") == "true"
    told = page.locator(".vorm-reeks .veldfout").first.inner_text()
    assert "‘x12’ is geen getal" in told
    knop(page, "terug").click()
    page.rust()
    assert vak(page, 2028).input_value() == "1.000.000"
    page.evaluate(PLAK, ["2024", "2030\t5\n2031\t6\nstructureel\t7"])
    page.rust()
    assert [vak(page, year).input_value() for year in (2030, 2031, "structureel")] == ["5", "6", "7"]
    page.evaluate(PLAK, ["2029", "8\t € -   "])
    page.rust()
    assert [vak(page, year).input_value() for year in (2029, 2030, 2031)] == ["8", "0", "6"]
    page.evaluate(PLAK, ["2025", "1\n2\n3"])
    page.rust()
    assert [vak(page, year).input_value() for year in range(2025, 2028)] == ["1", "2", "3"]
    assert page.evaluate("document.activeElement.dataset.jaar") == "2025"


def jaren(page: Pagina) -> dict[str, str]:
    """Return what the boxes hold, without the empty ones."""
    boxes = page.locator("#wb-formulier input[data-jaar]").evaluate_all(
        "all => all.map(b => [b.dataset.jaar, b.value])"
    )
    return {year: text for year, text in boxes if text}


def test_a_pasted_block_never_fills_a_place_that_it_does_not_show(werkbank: Pagina) -> None:
    page, told = werkbank, werkbank.locator(".vorm-reeks .veldfout").first
    before = jaren(page)
    for block, sentence in (
        ("2026\t2027\t2028\n100\t200\t300\n10\t20\t30", "meer dan één rij met bedragen. Kopieer één rij"),
        ("1.000\t2.000,5\t-300\n4.000\t\t€ 6.000", "meer dan één rij met bedragen. Kopieer één rij"),
        ("Cloud\t100\nHosting\t200", "meer dan één rij met bedragen"),
        ("2026\t2027\t2028", "‘2026’ kan een jaar zijn of een bedrag"),
        ("2026\t2028\n2027\t2029", "jaren staan in de eerste rij én in de eerste kolom"),
        ("2026\t2027\nCloud\t100\t200", "niet even lang"),
        ("PM\t100\t200", "‘PM’, waar het blok mee begint, is geen bedrag"),
        ("\t2026\t2027\nCloud\t\t", "geen bedragen"),
    ):
        page.evaluate(PLAK, ["2026", block])
        assert sentence in told.inner_text()
        assert jaren(page) == before
    page.evaluate(PLAK, ["2026", "Programma\t2019\t2026\t2027\tstructureel\tTotaal\nCloud\t5\t100\t200\t300\t605"])
    page.rust()
    assert jaren(page) == before | {"2026": "100", "2027": "200", "structureel": "300"}
    assert told.inner_text().endswith("Niet geplakt, want buiten de jaren: 2019: 5 · 605.")
    page.evaluate(PLAK, ["2026", "Cloud\t7\t8"])
    page.evaluate(PLAK, ["2035", "1\t2\t3"])
    page.rust()
    assert jaren(page) == before | {"2026": "7", "2027": "8", "2035": "1", "structureel": "300"}
    assert told.inner_text().endswith("Niet geplakt, want buiten de jaren: 2 · 3.")
    vul(vak(page, 2035), "4")
    page.rust()
    assert told.inner_text() == ""


def test_what_is_no_number_stays_and_is_marked(werkbank: Pagina) -> None:
    page = werkbank
    vul(vak(page, 2028), "abc")
    page.rust()
    assert vak(page, 2028).input_value() == "abc"
    assert vak(page, 2028).get_attribute("aria-invalid") == "true"
    vul(vak(page, 2028), "2%")
    page.rust()
    told = page.locator(".vorm-reeks .veldfout").first.inner_text()
    assert "‘2%’ is een percentage" in told
    assert "Deze invoer is niet verwerkt." in told
    assert vak(page, 2028).input_value() == "2%"
    assert knop(page, "terug").get_attribute("aria-disabled") == "true"
    refused = "2028: ‘2%’ is niet verwerkt; hier geldt nog wat er stond (1.000.000)."
    assert refused in boodschap(page)
    vul(vak(page, 2030), "7")
    page.rust()
    assert refused in boodschap(page)
    page.axe()
    page.keyboard.press("Control+s")
    page.wait_for_function("() => document.activeElement.id === 'opslaan-naam'")
    assert refused in page.locator("#opslaan-fout").inner_text()
    assert "Bewaren kan; dan wordt bewaard wat er stond." in page.locator("#opslaan-fout").inner_text()
    page.axe()
    page.foto("opslaan-geweigerd")
    page.keyboard.press("Escape")
    page.locator("#opslaan-naam").wait_for(state="hidden")
    vul(vak(page, 2028), "99999999999999999999")
    assert vak(page, 2028).input_value() == "99999999999999999999"
    assert "en ten hoogste 1.000.000.000.000." in page.locator(".vorm-reeks .veldfout").first.inner_text()
    vul(vak(page, 2028), "abc")
    assert "toegestaan" not in page.locator(".vorm-reeks .veldfout").first.inner_text()
    vul(vak(page, 2028), "")
    page.rust()
    assert not boodschap(page)
    assert vak(page, 2028).get_attribute("aria-invalid") == "false"
    assert "2028" not in page.locator(".kaartzin").inner_text()
    vul(vak(page, 2029), "zeven")
    bij(page, "mutatie")
    assert "2029: ‘zeven’ is niet verwerkt" in boodschap(page)
    knop(page, "bewerk", 1).click()
    page.rust()
    for _ in range(2):
        assert vak(page, 2029).input_value() == "zeven"
        assert boodschap(page).count("‘zeven’ is niet verwerkt") == 1
        page.locator(".menulink[href='/vergelijken']").click()
        page.locator("#vergelijken").wait_for()
        page.rust()
        page.locator(".menulink[href='/werkbank']").click()
        vak(page, 2029).wait_for()
        page.rust()


def test_what_is_typed_quickly_is_not_lost(werkbank: Pagina) -> None:
    page = werkbank
    for number, year in enumerate((2024, 2025, 2026, 2031, 2032), start=1):
        vul(vak(page, year), str(number * 1000))
    page.rust()
    told = page.locator(".kaartzin").inner_text()
    assert all(f"{year}: {number}.000" in told for number, year in enumerate((2024, 2025, 2026, 2031, 2032), start=1))
    kopnaam(page).focus()
    page.keyboard.press("End")
    page.keyboard.type(" met haast")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => document.activeElement.id === 'opslaan-naam'")
    assert page.locator("#opslaan-naam").input_value().endswith(" met haast")


def test_undo_in_a_field_is_the_browsers_for_what_was_not_sent_and_else_the_models(werkbank: Pagina) -> None:
    page = werkbank
    box = vak(page, 2028)
    box.focus()
    page.keyboard.type("5")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.rust()
    page.keyboard.press("Control+z")
    page.rust()
    assert box.input_value() == "1.000.000"
    assert page.evaluate("document.activeElement.dataset.jaar") == "2028"
    assert "2027-2030: 1.000.000" in page.locator(".kaartzin").inner_text()
    page.keyboard.press("Control+y")
    page.rust()
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
    page.rust()
    assert box.input_value() == "1.000.000"
    assert knop(page, "terug").get_attribute("aria-disabled") == "true"
    for box, typed in ((page.locator("[data-id=beheerratio] input"), "12,5"), (kopnaam(page), "Anders")):
        was = box.input_value()
        box.focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        page.rust()
        assert knop(page, "terug").get_attribute("aria-disabled") == "false"
        page.keyboard.press("Control+z")
        page.rust()
        assert box.input_value() == was
        assert box.evaluate("vak => vak === document.activeElement")
        assert knop(page, "terug").get_attribute("aria-disabled") == "true"
