"""Every number in a table or key figure can be asked about by a click, and the panel opens with what was clicked.

On each page three numbers are clicked; that all of them have an answer is proven without a browser, in
`tests/app/test_elk_getal.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

NAAST = "naast=basis,kasschuif,herijking-toegang-lang"
PAGINAS = (
    "/",
    "/werkbank?scenario=kasschuif",
    f"/vergelijken?taal=en&eenheid=mln&{NAAST}",
    "/wie-betaalt?keuze.periode=horizon",
    "/wie-betaalt?keuze.partij=gemeenten&keuze.periode=2027",
    "/bronnen?eenheid=mln",
)
# Cells with digits that cannot be asked about. Boxes to fill in, years, statuses and texts are no results; what a
# measure says has its origin in its own row.
ONGEVRAAGD = """() => {
  document.querySelectorAll('main details').forEach(each => { each.open = true; });
  const texts = /^(Jaar|Jaren|Years?|Status|Publicatie|Publication|Toelichting|Explanation|Uitkomst|Outcome)$/;
  return [...document.querySelectorAll('main table tbody td, main .kernwaarde')]
    .filter(cell => /\\d/.test(cell.textContent) && !cell.querySelector('[data-over], input'))
    .filter(cell => !/maatregel: |measure: /.test(cell.closest('tr')?.cells[0].textContent || ''))
    .filter(cell => !texts.test(cell.dataset.kop || '')).map(cell => cell.closest('tr, li').textContent);
}"""


@pytest.mark.parametrize("pad", PAGINAS)
def test_every_number_can_be_asked_about(open_pagina: Callable[..., Any], pad: str) -> None:
    pagina = open_pagina(pad)
    pagina.locator("main [data-over]").first.wait_for(state="attached")
    assert pagina.evaluate(ONGEVRAAGD) == []
    cells = pagina.locator("main [data-over]")
    last = cells.count() - 1
    for number in (0, last // 2, last):
        cell = cells.nth(number)
        printed = cell.inner_text()
        cell.evaluate("each => each.click()")
        pagina.locator(".herkomst h3").wait_for()
        pagina.rust()
        said = pagina.locator(".herkomst .cijfer strong")
        said.wait_for()
        assert said.inner_text() == printed, cell.get_attribute("data-over")
        if number == last:
            pagina.axe()
        pagina.keyboard.press("Escape")
        pagina.locator(".mantine-Drawer-content").wait_for(state="hidden")


@pytest.mark.parametrize(
    ("pad", "figuur"),
    [("/", "overzicht-programma-1"), ("/", "overzicht-rekening"), (f"/vergelijken?{NAAST}", "vergelijken-brug")],
)
def test_a_bar_asks_what_its_cell_asks(open_pagina: Callable[..., Any], pad: str, figuur: str) -> None:
    pagina = open_pagina(pad)
    bars = pagina.locator(f"#{figuur}-figuur .barlayer .point path")
    bars.first.wait_for()
    sizes = bars.evaluate_all(
        "all => all.map(each => { const b = each.getBoundingClientRect(); return b.width * b.height; })"
    )
    largest = bars.nth(max(range(len(sizes)), key=sizes.__getitem__))
    largest.scroll_into_view_if_needed()
    box = largest.bounding_box()
    shown = largest.evaluate("each => each.parentNode.__data__.id")
    pagina.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    said = pagina.locator(".herkomst .cijfer strong")
    said.wait_for()
    pagina.rust()
    over = pagina.evaluate("id => JSON.stringify(JSON.parse(id)[0])", shown)
    cells = pagina.locator(f"#{figuur} [data-over]")
    texts = cells.evaluate_all("(all, over) => all.filter(e => e.dataset.over === over).map(e => e.textContent)", over)
    assert said.inner_text() in texts
