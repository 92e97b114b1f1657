"""Saving in the browser: name, note and history; two windows on one scenario; a server that is gone and comes back."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.conftest import Pagina, Server

Open = Callable[..., Pagina]
WIJZIG = """velden => {
  const staat = JSON.parse(JSON.stringify(window.dekking.staat()));
  Object.assign(staat.werk.kop, velden); staat.gewijzigd = true;
  window.dash_clientside.set_props('staat', { data: staat });
}"""


def wijzig(page: Pagina, **velden: Any) -> None:
    """Change the head of the open scenario, as any page may."""
    page.evaluate(WIJZIG, velden)
    page.rust()


def bewaar(page: Pagina, naam: str | None = None, note: str = "", *, nieuw: bool = False) -> None:
    """Save through the dialog."""
    page.locator("#opslaan-knop").click()
    if naam is not None:
        page.locator("#opslaan-naam").fill(naam)
    page.locator("#opslaan-toelichting").fill(note)
    page.locator("#opslaan-nieuw" if nieuw else "#opslaan-versie").click()


def gemeld(page: Pagina, words: str) -> None:
    page.locator("#opslaan-melding").get_by_text(words).wait_for()
    page.rust()


def begonnen(open_pagina: Open, naam: str) -> Pagina:
    """Open a window on a scenario that was just kept."""
    page = open_pagina("/")
    bewaar(page, naam, "eerste opzet", nieuw=True)
    gemeld(page, f"Bewaard als versie 1 van ‘{naam}’")
    return page


@pytest.mark.parametrize("breedte", [1440, 320])
def test_saving_by_keyboard_and_reading_back(open_pagina: Open, server: Server, breedte: int) -> None:
    page = open_pagina("/?scenario=kasschuif", breedte)
    page.keyboard.press("Control+s")
    page.wait_for_function("() => document.activeElement.id === 'opslaan-naam'")
    page.axe()
    page.foto(f"opslaan-{breedte}")
    page.keyboard.press("Control+a")
    page.keyboard.type(f"Plan {breedte}")
    page.keyboard.press("Tab")
    page.keyboard.type("met de hand")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    gemeld(page, f"Bewaard als versie 1 van ‘Plan {breedte}’")
    assert "scenario=bewaard" in page.url
    assert "werk=" not in page.url
    assert page.locator("#open-naam").inner_text() == f"Plan {breedte}"
    assert server.store.scenarios()[0].note == "met de hand"
    page.reload()
    page.rust()
    assert page.locator("#open-naam").inner_text() == f"Plan {breedte}"


def test_the_dialog_closes_with_escape_and_gives_the_focus_back(pagina: Pagina) -> None:
    pagina.locator("#opslaan-knop").press("Enter")
    pagina.wait_for_function("() => document.activeElement.id === 'opslaan-naam'")
    pagina.locator("#opslaan-formulier [data-opslaan=sluit]").press("Tab")
    assert pagina.evaluate("document.activeElement.getAttribute('aria-label')") == "Sluiten"
    pagina.keyboard.press("Shift+Tab")
    assert pagina.evaluate("document.activeElement.dataset.opslaan") == "sluit"
    pagina.keyboard.press("Escape")
    pagina.wait_for_function("() => document.activeElement.id === 'opslaan-knop'")


def test_what_cannot_be_kept_is_said_in_the_dialog(pagina: Pagina) -> None:
    wijzig(pagina, naam="")
    assert pagina.locator("#open-naam").inner_text() == "Scenario zonder naam"
    wijzig(pagina, naam="w" * 308)
    for breedte, hoogste in ((320, 400), (1440, 100)):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.wait_for_function("breedte => document.scrollingElement.scrollWidth === breedte", arg=breedte)
        assert pagina.evaluate("document.querySelector('.kop').offsetHeight") < hoogste
    large = pagina.add_style_tag(content="html { font-size: 200% }")
    assert pagina.evaluate("document.scrollingElement.scrollWidth") == 1440
    large.evaluate("each => each.remove()")
    bewaar(pagina, "   ", "wat ik al schreef", nieuw=True)
    pagina.locator("#opslaan-fout").get_by_text("zonder naam").wait_for()
    pagina.axe()
    pagina.foto("opslaan-fout")
    pagina.keyboard.press("Escape")
    pagina.locator("#opslaan-knop").click()
    assert pagina.locator("#opslaan-toelichting").input_value() == "wat ik al schreef", "it waits in a closed dialog"


@pytest.mark.parametrize("keuze", ["keuze-over", "keuze-nieuw", "keuze-hunne"])
def test_two_windows_on_one_scenario_get_a_choice(open_pagina: Open, server: Server, keuze: str) -> None:
    een = begonnen(open_pagina, f"Samen {keuze}")
    ander = open_pagina(een.url.removeprefix(server.adres))
    wijzig(een, auteur="Anna")
    bewaar(een, note="van Anna")
    gemeld(een, "Bewaard als versie 2")
    wijzig(ander, auteur="Bram")
    bewaar(ander, note="van Bram")
    ander.locator("#opslaan-keuze").wait_for()
    told = ander.locator("#opslaan-keuze").inner_text()
    for words in ("De uwe", "Versie 2", "van Anna", "van Bram", "Auteur Bram → Anna"):
        assert words in told
    ander.axe()
    ander.foto(keuze)
    ander.locator(f"#{keuze}").click()
    ident = een.evaluate("window.dekking.staat().verwijzing").removeprefix("bewaard:").partition("@")[0]
    expected = {
        "keuze-over": "versie 3 van",
        "keuze-nieuw": f"versie 1 van ‘Samen {keuze} (2)’",
        "keuze-hunne": "Versie 2 van",
    }[keuze]
    gemeld(ander, expected)
    assert server.store.read(ident, 2).content["kop"]["auteur"] == "Anna"
    auteur = ander.evaluate("window.dekking.staat().werk.kop.auteur")
    assert auteur == ("Anna" if keuze == "keuze-hunne" else "Bram")
    if keuze == "keuze-hunne":
        assert ander.evaluate("window.dash_clientside.opslaan.toen().terug.length") == 1
    een.evaluate("window.dispatchEvent(new Event('focus'))")
    if keuze == "keuze-over":
        gemeld(een, "is versie 3 bewaard")


def test_versions_can_be_read_restored_renamed_and_archived(open_pagina: Open, server: Server) -> None:
    page = begonnen(open_pagina, "Reeks")
    wijzig(page, auteur="Anna")
    bewaar(page, note="tweede")
    gemeld(page, "Bewaard als versie 2")
    page.locator("#versies-knop").click()
    page.get_by_role("heading", name="Versie 2").wait_for()
    page.axe()
    page.foto("versies")
    page.get_by_role("button", name="Open versie 1").click()
    gemeld(page, "Versie 1 van ‘Reeks’ is geopend")
    assert page.evaluate("window.dekking.staat().werk.kop.auteur || ''") != "Anna"
    page.locator("#versies-knop").click()
    page.get_by_role("button", name="Zet terug: versie 1").click()
    gemeld(page, "is teruggezet, als versie 3")
    page.locator("#versies-naam").fill("Reeks B")
    page.get_by_role("button", name="Hernoem").click()
    gemeld(page, "heet nu ‘Reeks B’ (versie 4)")
    assert page.locator("#open-naam").inner_text() == "Reeks B"
    page.get_by_role("button", name="Zet in het archief").click()
    gemeld(page, "in het archief")
    assert "Reeks B" not in [each.naam for each in server.store.scenarios()]
    page.locator("#versies-archief").get_by_text("Haal uit het archief").wait_for()
    page.locator("#versies-archief").click()
    gemeld(page, "weer in de lijst")
    assert "Reeks B" in [each.naam for each in server.store.scenarios()]


def test_opening_a_version_over_changes_is_asked_first(open_pagina: Open) -> None:
    page = begonnen(open_pagina, "Eerst vragen")
    wijzig(page, auteur="Carla")
    page.locator("#versies-knop").click()
    page.get_by_role("button", name="Open versie 1").click()
    page.locator("#versies-eerst").wait_for()
    page.axe()
    page.foto("versies-eerst")
    page.get_by_role("button", name="Open toch").click()
    gemeld(page, "Versie 1 van ‘Eerst vragen’ is geopend")
    assert page.evaluate("window.dash_clientside.opslaan.toen().terug[0].kop.auteur") == "Carla"


def test_leaving_with_changes_is_asked(open_pagina: Open) -> None:
    page = open_pagina("/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("h1").click()
    page.reload()
    page.rust()
    assert asked == []
    wijzig(page, auteur="Dirk")
    page.locator("h1").click()
    page.reload()
    page.rust()
    assert asked == ["beforeunload"]
    assert page.evaluate("window.dekking.staat().werk.kop.auteur") == "Dirk", "the link carries the changes"


def test_the_link_is_copied(open_pagina: Open) -> None:
    page = open_pagina("/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#koppeling-knop").click()
    gemeld(page, "Link gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_server_killed_before_a_save_costs_nothing(open_pagina: Open, eigen: Any) -> None:
    adres, _, start = eigen
    process = start()
    page = open_pagina("/")
    page.adres = adres
    page.verwacht("ERR_CONNECTION_REFUSED", "failed:")
    page.naar("/")
    wijzig(page, auteur="Eva")
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    bewaar(page, "Na de storing", "alles blijft staan", nieuw=True)
    page.locator("#opslaan-fout").get_by_text("Niet bewaard: Dekking antwoordt niet").wait_for()
    page.axe()
    page.foto("opslaan-server-weg")
    assert page.locator("#opslaan-toelichting").input_value() == "alles blijft staan"
    page.keyboard.press("Escape")
    page.locator(".menulink[href='/wie-betaalt']").click()
    page.locator("#onverwerkt").get_by_text("Dekking antwoordt niet. Wat u koos verschijnt vanzelf").wait_for()
    assert urlsplit(page.url).path == "/", "the address is that of the page that is shown"
    assert "werk=" in page.url
    assert page.locator("h1").inner_text() == "Overzicht"
    page.axe()
    start()
    page.locator("h1").get_by_text("Wie betaalt").wait_for()
    page.rust()
    assert page.locator("#onverwerkt").inner_text() == ""
    page.locator("#opslaan-fout p").wait_for(state="detached")
    assert urlsplit(page.url).path == "/wie-betaalt"
    assert page.locator("[aria-current=page]").inner_text() == "Wie betaalt"
    page.locator("#opslaan-knop").click()
    assert page.locator("#opslaan-toelichting").input_value() == "alles blijft staan"
    page.locator("#opslaan-nieuw").click()
    gemeld(page, "Bewaard als versie 1 van ‘Na de storing’")
    assert page.evaluate("window.dekking.staat().werk.kop.auteur") == "Eva"
    wijzig(page, auteur="Fleur")
    bewaar(page, note="verder")
    gemeld(page, "Bewaard als versie 2")


def test_a_step_back_after_saving_is_a_change_to_what_was_saved(open_pagina: Open) -> None:
    page = begonnen(open_pagina, "Stap terug")
    page.evaluate("""() => {
      const staat = JSON.parse(JSON.stringify(window.dekking.staat()));
      staat.werk.kop.auteur = 'Gijs'; staat.gewijzigd = true;
      window.dekking.vervang(staat, true);
    }""")
    page.rust()
    bewaar(page, note="met auteur")
    gemeld(page, "Bewaard als versie 2")
    page.locator(".menulink[href='/werkbank']").click()
    page.rust()
    page.locator("[data-doe='terug']").first.click()
    page.wait_for_function("() => !window.dekking.staat().werk.kop.auteur")
    page.rust()
    assert page.locator("#opslaan-melding").inner_text() == "", "what was saved is not what is open"
    assert page.evaluate("window.dekking.staat().verwijzing").endswith("@2")
    bewaar(page, note="toch zonder")
    gemeld(page, "Bewaard als versie 3")
