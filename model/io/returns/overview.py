"""The workbook of a round for the centre: what came, what it adds up to, and every cell that this rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.io.excel.layout import Item, Page, Row
from model.io.excel.manuscript import Manuscript
from model.io.excel.paper import ROW, text_height
from model.io.returns.counted import Rij
from model.io.returns.decisions import OPEN
from model.io.returns.merged import Uitslag
from model.io.returns.overview_cells import add_cells
from model.io.returns.overview_lists import add_lists
from model.io.returns.overview_sheets import (
    AANSLUITING,
    BEVINDINGEN,
    CELLEN,
    CONFLICTEN,
    LEESWIJZER,
    PERSONEEL,
    TOTALEN,
    VERSCHILLEN,
    VOLLEDIGHEID,
    Overview,
)
from model.io.returns.overview_staff import add_staff
from model.io.returns.overview_totals import add_completeness, add_totals
from model.returns.bevinding import ERNSTEN, Ernst
from model.returns.sentences import zin
from model.returns.telling import Vraag
from model.returns.terms import FASEN, PRIJZEN
from model.returns.totals import totaal
from model.text import Language, Text, number

_ORDER = (
    LEESWIJZER, VOLLEDIGHEID, TOTALEN, PERSONEEL, VERSCHILLEN, AANSLUITING, CONFLICTEN, BEVINDINGEN, CELLEN,
)  # fmt: skip
_WIDTHS = {1: 46.0, 2: 118.0}
_ABOUT = Text("Wat departementen opgaven, en wat daar samen van te zeggen is.", "What departments said, and its total.")
_SHEETS = {
    VOLLEDIGHEID: Text("per departement, tabel en jaar: welk deel is beantwoord", "which share was answered"),
    TOTALEN: Text("wat er ten minste is, en waarop dat rust", "what there is at least, and what that rests on"),
    PERSONEEL: Text("eigen en ingehuurd personeel naast elkaar", "own and hired staff side by side"),
    VERSCHILLEN: Text("wat anders is dan vorige ronde", "what differs from last round"),
    AANSLUITING: Text("naast begroting, Rijks ICT-dashboard en JBR", "beside budget, Rijks ICT-dashboard and JBR"),
    CONFLICTEN: Text("waar bestanden van één departement elkaar tegenspreken", "where files of one department differ"),
    BEVINDINGEN: Text("wat is gevonden in de opgaven", "what was found in the returns"),
    CELLEN: Text(
        "elke cel van elke opgave, met bestand en rij: de formules tellen deze op",
        "every cell of every return, with its file and row: the formulas add these up",
    ),
}
_LABELS = {
    "round": Text("Deze uitvraag", "This request"),
    "came": Text("Wat binnenkwam", "What came in"),
    "totals": Text("Totalen {year}", "Totals {year}"),
    "sheets": Text("Bladen", "Sheets"),
}
_ROUND = Text("{name}, editie {edition}, {phase}, {prices}", "{name}, edition {edition}, {phase}, {prices}")
_CAME = Text("{came} van {asked} departementen, {files} bestanden", "{came} of {asked} departments, {files} files")
_REFUSED = Text("geweigerd, niets van overgenomen", "refused, nothing taken over")
_ABSENT = Text("geen opgave van", "no return from")
_CONFLICTS = Text("{open} open, {settled} beslist", "{open} open, {settled} decided")
_RETURNS, _FINDINGS = Text("opgaven", "returns"), Text("bevindingen", "findings")
_THE_ROUND = Text("ronde", "round")
_CONFLICT = Text("conflicten", "conflicts")


def overview_of(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Manuscript:
    """Return the workbook; its totals are formulas over the sheet Cellen."""
    view = Overview(uitslag, rows, language)
    _add_guide(view)
    add_cells(view)
    add_completeness(view)
    add_totals(view)
    add_staff(view)
    add_lists(view)
    for page in view.pages.values():
        page.settle()
    return Manuscript({name: view.pages[name] for name in _ORDER}, language, view.title, "Dekking")


def _add_guide(view: Overview) -> None:
    page = view.page(LEESWIJZER, _ABOUT, 2, _WIDTHS)
    page.freeze = (2, 0)
    page.print_tables()
    years = dict(zip(("t-1", "t"), view.heads, strict=False))
    _part(view, page, "round", [(view.say(_THE_ROUND), _round(view))])
    _part(view, page, "came", list(_came(view)))
    _part(view, page, "totals", list(_totals(view)), year=years["t"])
    view.section(page, view.say(_LABELS["sheets"]), len(_SHEETS))
    for name, text in _SHEETS.items():
        link = Item(name, style="jump", link=f"internal:'{name}'!A1")
        page.add(Row(items={1: link, 2: Item(view.say(text))}))


def _part(view: Overview, page: Page, title: str, facts: list[tuple[str, str]], **values: object) -> None:
    view.section(page, view.say(_LABELS[title], **values), len(facts))
    for label, text in facts:
        items = {1: Item(label, style="top"), 2: Item(text, style="wrap")}
        page.add(Row(items=items, height=max(ROW, text_height(text, _WIDTHS[2]))))


def _round(view: Overview) -> str:
    ronde = view.uitslag.ronde
    phase, prices = view.say(FASEN[ronde.fase].naam), view.say(PRIJZEN[ronde.prijzen].naam)
    return view.say(_ROUND, name=ronde.naam, edition=ronde.editie.nummer, phase=phase, prices=prices)


def _came(view: Overview) -> Iterator[tuple[str, str]]:
    found, names = view.uitslag, view.uitslag.ronde.departementen
    taken = len(found.inzendingen) - len(found.geweigerd)
    said = {"came": len(found.departementen), "asked": len(names), "files": taken}
    yield view.say(_RETURNS), view.say(_CAME, **said)
    absent = [each.naam for ident, each in names.items() if ident not in found.departementen]
    if absent:
        yield view.say(_ABSENT), ", ".join(absent)
    if found.geweigerd:
        yield view.say(_REFUSED), ", ".join(each.bestand for each in found.geweigerd)
    stands = [stand for _, _, stand in found.conflicten]
    open_ = stands.count(OPEN)
    yield view.say(_CONFLICT), view.say(_CONFLICTS, open=open_, settled=len(stands) - open_)
    yield view.say(_FINDINGS), counted(found, view.language)


def counted(uitslag: Uitslag, language: Language) -> str:
    """Return how many findings are open, by how serious they are; what keeps a file from being opened is an error."""
    found: list[Ernst] = [each.bevinding.ernst for _, each in uitslag.meldingen if each.bevinding.open]
    found += ["fout" for file in uitslag.geweigerd for _ in file.issues]
    return ", ".join(f"{number(found.count(e), language)} {name.say(language)}" for e, name in ERNSTEN.items())


def _totals(view: Overview) -> Iterator[tuple[str, str]]:
    for total in headlines(view.uitslag):
        what, _, rest = total.say(view.language).partition(": ")
        yield what, rest


def headlines(uitslag: Uitslag) -> Iterator[Text]:
    """Yield for everything that can be added up its total in the year of the round, in a sentence."""
    editie = uitslag.ronde.editie
    for tabel, namen in editie.tabellen.items():
        for grootheid in namen:
            if editie.grootheden[grootheid].optelbaar:
                yield zin(totaal(uitslag.telling, Vraag(tabel, grootheid), "t"), editie, uitslag.ronde.jaar)
