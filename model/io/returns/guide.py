"""The sheet Leeswijzer: what is asked of whom, and how to fill it in; drawn up from the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.io.excel.layout import Item, Page, Row
from model.io.excel.paper import ROW, text_height
from model.io.returns.form import Form
from model.io.returns.sheets import BEGRIPPEN, BLADEN, LEESWIJZER, POSTEN, SAMEN, VOORTGANG, herkomst_tekst
from model.io.returns.words import ASKED, FULL, MISSING, WRONG
from model.returns.columns import KOLOMMEN
from model.returns.fields import REGEL_VELDEN
from model.returns.ronde import GRENZEN
from model.returns.terms import AARDEN, FASEN, PRIJZEN, STATEN, TABELLEN
from model.text import Text, joined, percent

LABEL, VALUE, KEYS = 1, 2, 4
WIDTHS = {LABEL: 32.0, VALUE: 118.0, 3: 3.0}
_TITLE = Text("Leeswijzer", "Guide")
_ABOUT = Text("Wat wordt gevraagd, van wie, en hoe", "What is asked, of whom, and how")
_NOTHING = Item("", style="verdict")

_STEPS = (
    Text(
        "Blad Posten: kijk na waarover wordt gevraagd en vul de gele cellen. Ontbreekt een post of hoort een post hier"
        " niet, meld dat aan wie deze uitvraag stuurde: u krijgt dan een nieuwe werkmap.",
        "Sheet Posten: look over what is asked about and fill in the yellow cells. Where a post is missing or does not"
        " belong here, tell who sent this request: you then get a new workbook.",
    ),
    Text(
        "Bladen met bedragen: een getal, nihil of {nvt} in elke gele cel. Laat leeg wat u nog niet weet: een lege cel"
        " telt als ontbreekt, nooit als nul.",
        "Sheets with amounts: a number, nihil or {nvt} in every yellow cell. Leave empty what you do not know yet: an"
        " empty cell counts as missing, never as nought.",
    ),
    Text(
        "Kolom {geheel}: kies nihil of {nvt} als dat geldt voor elke lege cel van de rij.",
        "Column {geheel}: choose nihil or {nvt} where that holds for every empty cell of the row.",
    ),
    Text(
        "Waar een raming wordt gevraagd staat al wat het departement vorige ronde opgaf: laat staan wat nog klopt en"
        " vervang de rest. Wat als realisatie wordt gevraagd is leeg.",
        "Where an estimate is asked, last round's figure of the department is filled in: keep what still holds and"
        " replace the rest. What is asked as an outturn is empty.",
    ),
    Text(
        "Kolom {reden}: nodig waar een cel meer dan {drempel} én meer dan {deel} van vorige ronde verschilt; de cijfers"
        " van toen staan rechts van de status. Kolom {opmerking}: leg daar uit wat een lezer vreemd zal vinden.",
        "Column {reden}: needed where a cell differs from last round by more than {drempel} and by more than {deel};"
        " the figures of then stand to the right of the status."
        " Column {opmerking}: explain what may seem odd.",
    ),
    Text(
        "Blad Voortgang: loop na wat nog te doen is en of de controletotalen sluiten; laat FEZ en CIO onderaan tekenen"
        " en stuur de werkmap terug.",
        "Sheet Voortgang: go through what is still to do and whether the control totals fit; have FEZ and CIO sign at"
        " its foot and send the workbook back.",
    ),
    Text(
        "Ontbreekt een post? Voeg zelf geen rijen toe: zij worden niet gelezen. Meld de post aan wie de uitvraag"
        " stuurde; u krijgt een nieuwe werkmap, en wat u in deze invulde blijft gelden.",
        "Is a post missing? Do not add rows of your own: they are not read. Report the post to who sent the request;"
        " you get a new workbook, and what you filled in in this one still holds.",
    ),
    Text(
        "Hernoemen, sorteren, filteren en plakken in een andere map mag, zolang de grijze kenmerken rechts meegaan. De"
        " bladen zijn beveiligd tegen vergissingen, zonder wachtwoord.",
        "Renaming, sorting, filtering and pasting into another workbook are fine, as long as the grey marks on the"
        " right come along. The sheets are protected against slips, without a password.",
    ),
)
_SHEETS = {
    VOORTGANG: Text(
        "wat nog te doen is, controletotalen en aftekening", "what is still to do, control totals, sign-off"
    ),
    POSTEN: Text("waarover wordt gevraagd", "what is asked about"),
    **{sheet: TABELLEN[tabel].definitie for tabel, sheet in BLADEN.items()},
    SAMEN: Text(
        "cijfers van vorige ronde die toen voor meer rijen samen golden",
        "last round's figures of several rows together",
    ),
    BEGRIPPEN: Text("elk woord met zijn betekenis en een voorbeeld", "every word with its meaning and an example"),
}
_LOOKS = (
    (
        Text("blauw op geel", "blue on yellow"),
        Text("invullen: deze cellen zijn open, al het andere is vergrendeld", "to be filled in: all else is locked"),
    ),
    (FULL, Text("niets meer te doen", "nothing left to do")),
    (
        Text(f"3 {MISSING.nl}", f"3 {MISSING.en}"),
        Text("zoveel cellen of velden van de rij zijn nog leeg", "so many cells or fields of the row are still empty"),
    ),
    (ASKED, Text("een cel verschilt meer dan de drempel van vorige ronde", "a cell moved more than the threshold")),
    (
        WRONG,
        Text(
            "een cel is geen getal binnen de grenzen, nihil of n.v.t.",
            "a cell is no number within bounds, nihil or n/a",
        ),
    ),
)


def add_guide(form: Form) -> None:
    """Make the page Leeswijzer."""
    page = form.page(LEESWIJZER, LABEL, KEYS)
    page.widths, page.last, page.freeze = WIDTHS, VALUE, (2, 0)
    page.print_tables()
    form.begin(page, form.say(_TITLE), _ABOUT, _NOTHING)
    _part(form, page, Text("Deze uitvraag", "This request"), _facts(form))
    steps = enumerate((form.say(step, **_said(form)) for step in _STEPS), start=1)
    _part(
        form,
        page,
        Text("Zo vult u in", "How to fill it in"),
        [(Item(number, style="step"), step) for number, step in steps],
    )
    _part(form, page, Text("Bladen", "Sheets"), list(_sheets(form)))
    states = [(Item(form.say(term.naam), style="fact"), form.say(term.definitie)) for term in STATEN.values()]
    _part(form, page, Text("Wat een cel kan zeggen", "What a cell can say"), states)
    _part(form, page, Text("Kleur en status", "Colour and status"), list(_looks(form)))
    _part(form, page, Text("Wat per kolom wordt gevraagd", "What is asked of each column"), _columns(form))


def _sheets(form: Form) -> Iterator[tuple[Item, str]]:
    for name, text in _SHEETS.items():
        if name != SAMEN or form.together:
            yield link(name), form.say(text)


def link(sheet: str) -> Item:
    """Return a link to a sheet."""
    return Item(sheet, style="url", link=f"internal:'{sheet}'!A1")


def _part(form: Form, page: Page, title: Text, lines: Sequence[tuple[Item, str]]) -> None:
    heights = [max(ROW, text_height(text, WIDTHS[VALUE])) for _, text in lines]
    form.part(page, title, sum(heights))
    for (label, text), height in zip(lines, heights, strict=True):
        page.add(Row(items={LABEL: label, VALUE: Item(text, style="wrap")}, height=height))


def _said(form: Form) -> dict[str, str]:
    fields = {veld.ident: f"'{form.say(veld.term.naam)}'" for veld in REGEL_VELDEN}
    drempel = form.ronde.drempel
    bounds, deel = (form.say(drempel.maat(unit)) for unit in GRENZEN), percent(drempel.deel, form.language)
    return {"nvt": form.state("nvt"), "drempel": " / ".join(bounds), "deel": deel, **fields}


def _facts(form: Form) -> list[tuple[Item, str]]:
    ronde, names = form.ronde, [form.column_name(kolom) for kolom in KOLOMMEN]
    chapter = f" ({form.departement.hoofdstuk})" if form.departement.hoofdstuk else ""
    facts = (
        (Text("Departement", "Department"), f"{form.departement.naam}{chapter}"),
        (Text("Ronde", "Round"), ronde.naam),
        (Text("Begrotingsjaar (t)", "Budget year (t)"), str(ronde.jaar)),
        (Text("Kolommen", "Columns"), joined(names, form.language)),
        (Text("Stand", "Phase"), _with_meaning(form, FASEN[ronde.fase].naam, FASEN[ronde.fase].definitie)),
        (Text("Prijzen", "Prices"), _with_meaning(form, PRIJZEN[ronde.prijzen].naam, PRIJZEN[ronde.prijzen].definitie)),
        (Text("Editie van de uitvraag", "Edition of the request"), ronde.editie.nummer),
        (Text("Kenmerk", "Mark"), herkomst_tekst(form.opgave.herkomst)),
    )
    return [(Item(form.say(label), style="fact"), value) for label, value in facts]


def _with_meaning(form: Form, naam: Text, definitie: Text) -> str:
    return f"{form.say(naam)}: {form.say(definitie)}"


def _looks(form: Form) -> Iterator[tuple[Item, str]]:
    styles = ("swatch", *["fact"] * (len(_LOOKS) - 1))
    for style, (label, text) in zip(styles, _LOOKS, strict=True):
        yield Item(form.say(label), style=style), form.say(text)


def _columns(form: Form) -> list[tuple[Item, str]]:
    found = []
    for kolom in KOLOMMEN:
        aard = AARDEN[form.ronde.gevraagd("aard", kolom)]
        found.append((Item(form.column_name(kolom), style="fact"), _with_meaning(form, aard.naam, aard.definitie)))
    return found
