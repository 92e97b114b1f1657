"""Leeswijzer: what this workbook is, how to read it, what may be changed in it, and what the model leaves out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from model.findings import LIMITS, findings
from model.io.excel.draft import (
    BEREKENING,
    BRONNEN,
    CONTROLES,
    GRAFIEKEN,
    INVOER,
    KERNCIJFERS,
    LEESWIJZER,
    MAATREGELEN,
    RESULTAAT,
    Draft,
)
from model.io.excel.frame import LABEL
from model.io.excel.layout import Item, Page, Row
from model.io.excel.paper import text_height
from model.io.excel.sheets.headings import section, titled
from model.text import Text, same
from model.words import BESLUITSTATUSSEN

_VALUE = 2
_TEXT_WIDTH = 130.0
_OUTCOME = Text(
    "Wat de uitkomst zei toen deze werkmap werd gemaakt (constante prijzen; dit verandert niet mee)",
    "What the outcome said when this workbook was made (constant prices; this does not change with it)",
)
_FINDINGS = Text("Bevindingen", "Findings")
_LIMITS = Text("Wat het model weglaat", "What the model leaves out")
_SHEETS = {
    INVOER: Text(
        "alles waar de berekening op rust: plan na alle maatregelen, parameters, sleutels, volgorde, wat meetelt",
        "everything that the calculation rests on: plan after all measures, parameters, keys, order, what counts",
    ),
    MAATREGELEN: Text(
        "wat het scenario verandert, en elke reeks als stand + mutaties = stand",
        "what the scenario changes, and every series as position + mutations = position",
    ),
    BEREKENING: Text(
        "de berekening in gewone formules, één formule per rij over alle jaren",
        "the calculation in ordinary formulas, one formula a row over all years",
    ),
    RESULTAAT: Text(
        "begrotingstabellen rond het begrotingsjaar, met de kolom structureel",
        "budget tables around the budget year, with a structural column",
    ),
    KERNCIJFERS: Text(
        "alle kerncijfers per jaar, voor alles en per programma, in lopende prijzen",
        "all key figures by year, for everything and by programme, at current prices",
    ),
    CONTROLES: Text(
        "elke gelijkheid van het model nagerekend; wordt rood als er een niet klopt",
        "every identity of the model worked out again; turns red where one fails",
    ),
    BRONNEN: Text("van elk bedrag de status en de publicatie", "the status and publication of every amount"),
    GRAFIEKEN: Text(
        "de uitkomst in beeld, met de cijfers op Kerncijfers en Berekening",
        "the outcome in pictures, with the figures on Kerncijfers and Berekening",
    ),
}
_SIGNS = (
    (Text("Eenheid en teken", "Unit and sign"), Text("Alle bedragen zijn x € 1.000 (k€). Kosten en geld staan als positieve bedragen; ‒ is een verlaging of een afname.", "All amounts are x € 1,000 (k€). Costs and money are positive amounts; ‒ is a decrease.")),
    (Text("Prijzen", "Prices"), Text("Een bedrag op Invoer luidt in prijzen van zijn prijspeil; Berekening en Kerncijfers zijn nominaal (lopende prijzen), behalve regels met 'reëel'. Resultaat staat in constante prijzen van het begrotingsjaar, of in lopende prijzen: kies op Invoer.", "An amount on Invoer is at its price level; Berekening and Kerncijfers are nominal (current prices), except lines marked real. Resultaat is at constant prices of the budget year, or at current prices: choose on Invoer.")),
    (Text("Begrippen", "Terms"), Text("Tekort: wat een jaar vraagt en niemand betaalt. Achterstand: werk dat is uitgesteld. Beheerlast: terugkerende kosten van opgeleverd werk. Terugval: hoeveel het tekort in een jaar toeneemt.", "Tekort (shortfall): what a year asks and nobody pays. Achterstand (backlog): work postponed. Beheerlast: running cost of delivered work. Terugval: how much the shortfall rises in a year.")),
)  # fmt: skip
_RULES = (
    (Text("Wat mag worden gewijzigd", "What may be changed"), Text("Wijzig een bedrag, tarief, parameter, sleutel of wat meetelt op Invoer: alle bladen rekenen mee. Een cel met een koppeling naar een parameter (cursief) mag door een getal worden vervangen.", "Change an amount, rate, parameter, key or what counts on Invoer: all sheets follow. A cell with a link to a parameter (italics) may be replaced by a number.")),
    (Text("Wat vastligt", "What is fixed"), Text("Vast en vergrendeld: welke kostenposten en dekkingsbronnen er zijn, hun volgorde en rang, hun index en prijspeil, bestemming en besluitstatus, de horizon, en bedragen vóór de horizon. Wie die wil wijzigen, past het scenario aan en maakt een nieuwe werkmap.", "Fixed and locked: which posts and sources there are, their order and rang, their index and price level, purpose and status, the horizon, and amounts before it. To change those, change the scenario and make a new workbook.")),
    (Text("Jaren buiten de horizon", "Years outside the horizon"), Text("Ook vast: waarden van indexen en andere parameters per jaar van vóór (of na) de horizon. Zij tellen mee, want zij brengen bedragen van een eerder prijspeil naar het eerste jaar, maar een maatregel kan geen jaar buiten de horizon noemen. Wijzig ze in de dataset.", "Also fixed: values of indexes and other parameters by year before (or after) the horizon. They count, for they bring amounts of an earlier price level to the first year, but a measure cannot name a year outside the horizon. Change them in the dataset.")),
    (Text("Beveiliging", "Protection"), Text("De bladen zijn beveiligd zonder wachtwoord, tegen vergissingen. Rijen en kolommen mogen breder, smaller of gefilterd worden.", "The sheets are protected without a password, against slips. Rows and columns may be resized or filtered.")),
    (Text("Terug naar Dekking", "Back to Dekking"), Text("dekking import BESTAND.xlsx maakt van de wijzigingen maatregelen; narekenen: dekking verify BESTAND.xlsx.", "dekking import FILE.xlsx turns the changes into measures; to recalculate: dekking verify FILE.xlsx.")),
)  # fmt: skip
_METHOD = (
    (Text("Wie wat betaalt", "Who pays what"), Text("Bronnen betalen in hun volgorde; binnen een bron gaan kosten met een lagere rang voor, en delen kosten van gelijke rang naar rato. Wat van investeringen niet gedekt is, schuift door als achterstand.", "Sources pay in their order; within a source costs of a lower rang go first, and costs of equal rang share pro rata. Investment that is not covered moves on as backlog.")),
    (Text("Partijen", "Parties"), Text("Partijen voor wie dezelfde bronnen mogen betalen, staan in Berekening op één regel: zij blijven steeds in verhouding tot hun aandeel. De verdeling over partijen staat eronder.", "Parties that the same sources may pay for share a line in Berekening: they always stay in proportion to their shares. The division over parties is given with it.")),
    (Text("Kenmerken van regels", "Marks of lines"), Text("Rechts naast de jaren staan, klein en grijs, de kenmerken waaraan Dekking een regel herkent, ook als rijen of kolommen verplaatst zijn.", "To the right of the years, small and grey, are the marks by which Dekking knows a line, also where rows or columns have moved.")),
)  # fmt: skip


def add_leeswijzer(draft: Draft, date: datetime.date) -> None:
    """Make the page Leeswijzer."""
    page = draft.page(LEESWIJZER)
    page.widths = {LABEL: 34.0, _VALUE: _TEXT_WIDTH, 3: 2.0}
    page.last, page.freeze = _VALUE, (2, 0)
    page.print_tables()
    titled(draft, page, Text(*(f"{draft.result.scenario.naam}" for _ in range(2))))
    _facts(draft, page, date)
    told = findings(draft.result, "constant")
    _texts(draft, page, _OUTCOME, [(_FINDINGS if i == 0 else same(""), text) for i, text in enumerate(told)])
    _contents(draft, page)
    _texts(draft, page, Text("Bedragen, tekens en prijzen", "Amounts, signs and prices"), _SIGNS)
    _colours(draft, page)
    _texts(draft, page, Text("Wijzigen", "Changing"), _RULES)
    _texts(draft, page, Text("Hoe er wordt gerekend", "How it is calculated"), (*_METHOD, (_LIMITS, LIMITS)))


def _facts(draft: Draft, page: Page, date: datetime.date) -> None:
    result = draft.result
    scenario, frame = result.scenario, draft.frame
    counts = ", ".join(draft.say(BESLUITSTATUSSEN[status]) for status in scenario.counts) or "–"
    section(
        draft, page, Text("Dit scenario, toen deze werkmap werd gemaakt", "This scenario, when this workbook was made")
    )
    facts = (
        (Text("Scenario", "Scenario"), scenario.naam),
        (Text("Omschrijving", "Description"), scenario.omschrijving),
        (Text("Status", "Status"), scenario.status),
        (Text("Opgesteld door", "Drawn up by"), scenario.auteur),
        (Text("Datum van het scenario", "Date of the scenario"), str(scenario.datum or "")),
        (Text("Dataset", "Dataset"), f"{result.plan.baseline.name} · {draft.fingerprint}" if draft.fingerprint else result.plan.baseline.name),
        (Text("Werkmap gemaakt op", "Workbook made on"), date.isoformat()),
        (Text("Horizon", "Horizon"), f"{frame.first}-{frame.last}"),
        (Text("Begrotingsjaar", "Budget year"), str(result.begrotingsjaar)),
        (Text("Geld dat meetelt", "Money that counts"), counts),
        (Text("Eenheid", "Unit"), draft.say(Text("bedragen x € 1.000 (k€), kasbasis", "amounts x € 1,000 (k€), cash basis"))),
    )  # fmt: skip
    for label, value in facts:
        if value:  # what is not known is left out
            page.add(_pair(draft.say(label), value))


def _pair(label: str, value: str) -> Row:
    items = {LABEL: Item(label, style="fact"), _VALUE: Item(value, style="wrap")}
    return Row(
        items={column: item for column, item in items.items() if item.value}, height=text_height(value, _TEXT_WIDTH)
    )


def _texts(draft: Draft, page: Page, title: Text, texts: Sequence[tuple[Text, Text]]) -> None:
    section(draft, page, title)
    for label, text in texts:
        page.add(_pair(draft.say(label), draft.say(text)))


def _contents(draft: Draft, page: Page) -> None:
    section(draft, page, Text("Inhoud", "Contents"))
    for name, meaning in _SHEETS.items():
        link = Item(name, style="url", link=f"internal:'{name}'!A1")
        row = _pair(name, draft.say(meaning))
        row.items[LABEL] = link
        page.add(row)


def _colours(draft: Draft, page: Page) -> None:
    section(draft, page, Text("Kleuren", "Colours"))
    shown = (
        (Item(draft.say(Text("blauw op geel", "blue on yellow")), style="swatch"), Text("invoer: deze cellen mag u wijzigen; een opmerking zegt waar het bedrag vandaan komt", "input: cells that you may change; a comment says where the amount comes from")),
        (Item(draft.say(Text("zwart", "black"))), Text("formule of vast gegeven: vergrendeld", "formula or fixed fact: locked")),
        (Item(draft.say(Text("FOUT, op rood", "FAILS, on red")), style="alarm"), Text("een controle die niet klopt", "a check that fails")),
    )  # fmt: skip
    for item, meaning in shown:
        page.add(Row(items={LABEL: item, _VALUE: Item(draft.say(meaning), style="wrap")}))
