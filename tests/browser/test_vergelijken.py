"""Vergelijken in a browser: choosing by keyboard, lines, differences and steps, at every width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.conftest import Pagina

Open = Callable[..., Pagina]
VIER = "/vergelijken?naast=basis,kasschuif,herijking-toegang-lang"

# How far apart the years on the axis of a chart stand, where they are nearest.
ROOM = """() => Math.min(...[...document.querySelectorAll('#vergelijken-lijn-figuur .xtick text')]
  .filter(each => each.textContent).map(each => each.getBoundingClientRect()).sort((a, b) => a.left - b.left)
  .map((each, n, all) => n ? each.left - all[n - 1].right : Infinity))"""

# What stands in the bridge beyond its place.
BEYOND = """() => {
  const place = document.getElementById('vergelijken-brug-figuur').getBoundingClientRect();
  return [...document.querySelectorAll('#vergelijken-brug-figuur .annotation-text')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.left < place.left - 1 || box.right > place.right + 1;
  }).map(each => each.textContent);
}"""


@pytest.mark.parametrize(
    ("breedte", "rest"), [(1440, ""), (768, "&taal=en&eenheid=mln&prijzen=lopend"), (320, "&jaren=alle")]
)
def test_four_scenarios_fit_and_are_accessible(open_pagina: Open, breedte: int, rest: str) -> None:
    page = open_pagina(VIER + rest, breedte)
    page.wait_for_selector("#vergelijken-brug-figuur .barlayer .point")
    page.axe()
    page.foto(f"vergelijken-vier{'-en' if 'taal' in rest else ''}-{breedte}")
    assert page.evaluate("document.documentElement.scrollWidth") <= breedte
    assert page.locator("#vergelijken-lijn-tabel tbody tr").count() == 4
    assert page.locator("#vergelijken-verschil-tabel tbody tr").count() == 3
    assert page.locator("#vergelijken-invoer h3").count() == 3
    assert page.locator("#vergelijken-lijn-tabel thead th").count() == (13 if "alle" in rest else 9)
    assert page.evaluate(ROOM) > 1
    assert page.evaluate(BEYOND) == []


def test_a_scenario_is_added_by_keyboard_and_stands_in_the_link(open_pagina: Open) -> None:
    page = open_pagina("/vergelijken")
    page.locator("#vergelijken-naast").focus()
    page.keyboard.press("Enter")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.locator("#vergelijken-lijn-tabel tbody tr").nth(2).wait_for()
    page.rust()
    page.wait_for_function("() => decodeURIComponent(location.search).includes('naast=basis,')")
    page.keyboard.type("kasschuif")
    assert page.locator("[role=option]:visible").all_text_contents() == ["Kasschuif bij de herijking toegang"]
    page.axe()


def test_another_indicator_and_other_steps(open_pagina: Open) -> None:
    page = open_pagina(VIER)
    page.kies("vergelijken-kerncijfer", "Dekkingsgraad")
    assert page.locator("#vergelijken-lijn h2").inner_text() == "Dekkingsgraad: standen"
    assert "%" in page.locator("#vergelijken-lijn-tabel td").nth(3).inner_text()
    page.kies("vergelijken-van", "D · Herijking toegang, 2,5 jaar later")
    assert page.locator("#vergelijken-brug h3").inner_text().startswith("Van D naar C: dekkingsgraad")
    page.kies("vergelijken-kerncijfer", "Eerste tekortjaar")
    assert "geen bedrag" in page.locator("#vergelijken-brugmelding").inner_text()
    assert not page.locator("#vergelijken-brug").is_visible()
    page.axe()
    page.foto("vergelijken-eerste-tekortjaar")
