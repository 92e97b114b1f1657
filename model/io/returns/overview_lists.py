"""The sheets Verschillen, Aansluiting, Conflicten and Bevindingen: lists that can be filtered."""

from __future__ import annotations

from collections.abc import Iterator

from model.io.excel.layout import Item, Page, Row
from model.io.returns.conflict_words import gestuurd, gezegd, waar, wie
from model.io.returns.decisions import OPEN
from model.io.returns.labels import inhoud_woorden, item_woorden, kolom_woorden
from model.io.returns.merged_rows import changed_most
from model.io.returns.overview_sheets import (
    AANSLUITING,
    BEVINDINGEN,
    CONFLICTEN,
    VERSCHILLEN,
    Overview,
    amount,
    words,
)
from model.returns.bevinding import ERNSTEN
from model.returns.changes import WENDINGEN, Verandering
from model.returns.columns import kop
from model.returns.edits import Plek
from model.returns.reconciliation import BRONNEN, UITKOMSTEN, aansluiting
from model.text import LANGUAGES, Text, number

_WHO, _YEAR, _ROW = Text("departement", "department"), Text("jaar", "year"), Text("rij", "row")
_WHAT, _DIFFERENCE = Text("kolom", "column"), Text("verschil", "difference")
_CHANGES = Text(
    "Wat anders is dan vorige ronde, van de opgaven die kwamen; het grootste verschil eerst. {count} cijfers waarvan"
    " vorige ronde niets bekend was, staan in verschillen.csv.",
    "What differs from last round, in the returns that came; the largest difference first. {count} figures of which"
    " nothing was known last round stand in verschillen.csv.",
)
_BESIDE = Text(
    "De opgave naast begroting, Rijks ICT-dashboard en JBR (x € 1.000); verschil is opgave min het andere.",
    "The return beside budget, Rijks ICT-dashboard and JBR (x € 1,000); difference is the return less the other.",
)
_CONFLICTS = Text(
    "Waar opgaven van één departement iets anders zeggen: alles wat is gezegd. Beslissen: vul keuze in conflicten.csv.",
    "Where returns of one department say different things: all that was said. To decide: fill in keuze in"
    " conflicten.csv.",
)
_FINDINGS = Text(
    "Wat is gevonden in bestanden en in wat zij samen zeggen; wat het departement uitlegde staat onderaan.",
    "What was found in files and in what they say together; what the department explained stands last.",
)
_NOTHING = Text("Er is niets.", "There is nothing.")


def add_lists(view: Overview) -> None:
    """Make the four pages."""
    for add in (_add_changes, _add_beside, _add_conflicts, _add_findings):
        add(view)


def _page(view: Overview, name: str, about: Text, *widths: float) -> Page:
    return view.page(name, about, len(widths), dict(enumerate(widths, start=1)))


def _put(view: Overview, page: Page, heads: tuple[Text, ...], rows: list[list[Item]]) -> None:
    view.list(page, [view.say(head) for head in heads], rows)
    if not rows:
        page.add(Row(items={1: Item(view.say(_NOTHING), style="small")}))


def _add_changes(view: Overview) -> None:
    heads = (
        _WHO, _ROW, _YEAR, Text("wending", "turn"), Text("vorige ronde", "last round"), Text("nu", "now"),
        _DIFFERENCE, Text("deel", "share"), Text("reden", "reason"),
    )  # fmt: skip
    found, fresh = changed_most(view.uitslag)
    about = Text(*(_CHANGES.say(lang, count=number(fresh, lang)) for lang in LANGUAGES))
    page = _page(view, VERSCHILLEN, about, 28, 60, 11, 16, 13, 13, 13, 9, 40)
    _put(view, page, heads, [_change(view, each, row) for row, each in enumerate(found, start=page.next + 2)])


def _change(view: Overview, each: Verandering, row: int) -> list[Item]:
    ronde, opgave = view.uitslag.ronde, view.uitslag.departementen[each.departement].opgave
    labels = (item_woorden(Plek("regel", tuple(key)), opgave.posten, ronde, view.language) for key in each.sleutels)
    given = (opgave.regels[key].velden.get("reden", "") for key in each.sleutels if key in opgave.regels)
    place = Plek("regel", tuple(each.sleutels[0]), each.kolom)
    figures = [
        Item("") if cel is None
        else Item(cel.waarde, style="listed-decimal") if cel.staat == "waarde"
        else Item(inhoud_woorden(place, cel, view.language), style="word")
        for cel in (each.was, each.nu)
    ]  # fmt: skip
    numbers = all(isinstance(item.value, float) for item in figures)
    moved = amount(each.bedrag, f"F{row}-E{row}" if numbers else "", "listed-decimal")
    share = amount(each.deel, f"G{row}/E{row}" if numbers else "", "listed-share")
    head = words(ronde.departementen[each.departement].naam, " + ".join(labels))
    turn = view.say(WENDINGEN[each.wending])
    year = Item(view.say(kop(each.kolom, ronde.jaar)), style="top")
    reason = words("; ".join(dict.fromkeys(filter(None, given))))
    return [*head, year, *words(turn), *figures, moved, share, *reason]


def _add_beside(view: Overview) -> None:
    page = _page(view, AANSLUITING, _BESIDE, 28, 18, 30, 15, 11, 13, 13, 13, 20, 42)
    heads = (
        _WHO, Text("overzicht", "overview"), Text("artikel, activiteit of regel", "article, activity or line"),
        Text("grootheid", "quantity"), _YEAR, Text("opgave", "return"), Text("daar", "there"), _DIFFERENCE,
        Text("uitkomst", "outcome"), Text("referentie", "reference"),
    )  # fmt: skip
    ronde, rows = view.uitslag.ronde, []
    for row, each in enumerate(aansluiting(view.uitslag.telling), start=page.next + 2):
        quantity = ronde.editie.grootheden[each.grootheid].term.naam
        rows.append(
            [
                *words(ronde.departementen[each.departement].naam, view.say(BRONNEN[each.bron]), each.naam),
                *words(view.say(quantity)),
                Item(view.say(kop(each.kolom, ronde.jaar)), style="top"),
                amount(each.opgave, "", "listed-decimal"),
                amount(each.elders, "", "listed-decimal"),
                amount(each.verschil, f"F{row}-G{row}", "listed-decimal"),
                Item(view.say(UITKOMSTEN[each.uitkomst]), style="wrap" if each.uitkomst == "sluit" else "alarm"),
                *words(each.referentie),
            ]
        )
    _put(view, page, heads, rows)


def _add_conflicts(view: Overview) -> None:
    page = _page(view, CONFLICTEN, _CONFLICTS, 28, 50, 16, 20, 20, 32, 44, 12, 20)
    heads = (
        _WHO, _ROW, _WHAT, Text("cel", "cell"), Text("gestuurd", "sent"), Text("gezegd", "said"),
        Text("door, wanneer, bestand", "by, when, file"), Text("stand", "state"), Text("besluit", "decision"),
    )  # fmt: skip
    _put(view, page, heads, list(_conflicts(view)))


def _conflicts(view: Overview) -> Iterator[list[Item]]:
    ronde = view.uitslag.ronde
    for departement, conflict, stand in view.uitslag.conflicten:
        place, posts = conflict.plek, view.uitslag.posten(departement)
        files = view.uitslag.departementen[departement].inzendingen
        decided = view.uitslag.besluiten.get(departement, {}).get(place)
        for each in conflict.lezingen:
            yield [
                *words(ronde.departementen[departement].naam, item_woorden(place, posts, ronde, view.language)),
                *words(kolom_woorden(place, ronde, view.language)),
                *words(waar(conflict, files), gestuurd(conflict, view.language)),
                *words(gezegd(conflict, each, posts, ronde, view.language), wie(each, files, view.language)),
                Item(stand, style="alarm" if stand == OPEN else "wrap"),
                *words("" if decided is None else inhoud_woorden(place, decided.inhoud, view.language)),
            ]


def _add_findings(view: Overview) -> None:
    page = _page(view, BEVINDINGEN, _FINDINGS, 24, 28, 13, 18, 34, 14, 44, 34, 34, 24)
    page.wide = True
    heads = (
        _WHO, Text("bestand", "file"), Text("ernst", "severity"), Text("plek", "place"), _ROW, _WHAT,
        Text("gevonden", "found"), Text("verwacht", "expected"), Text("wat te doen", "what to do"),
        Text("uitgelegd", "explained"),
    )  # fmt: skip
    _put(view, page, heads, list(_findings(view)))


def _findings(view: Overview) -> Iterator[list[Item]]:
    names = {ident: each.naam for ident, each in view.uitslag.ronde.departementen.items()}
    error = view.say(ERNSTEN["fout"])
    for file in view.uitslag.geweigerd:
        for issue in file.issues:
            yield [*words("", file.bestand), Item(error, style="alarm"), *words("", "", "", issue.say(view.language))]
    for departement, (bestand, found) in view.uitslag.meldingen:
        place = found.vindplaats
        alarm = found.ernst == "fout" and found.open
        yield [
            *words(names.get(departement, departement), bestand),
            Item(view.say(ERNSTEN[found.ernst]), style="alarm" if alarm else "wrap"),
            *words(place.adres, place.regel, place.kolom, *found.delen(view.language), found.uitleg),
        ]
