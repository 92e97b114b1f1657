"""The sheet Voortgang: what is still to do, how full each table is, the control totals, and the sign-off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from model.io.excel.book import letters
from model.io.excel.layout import Item, Mark, Row
from model.io.returns.form import Form, as_text
from model.io.returns.progress_ends import add_controls, add_sign_off, add_threshold
from model.io.returns.progress_rows import KEYS, LABEL, LAST, VALUE, WIDTHS, YEARS, column_of, section, verdict
from model.io.returns.progress_tables import Counted, TableBlock, add_table
from model.io.returns.sheets import FIRST_ROW, POST_KOLOMMEN, POSTEN, SAMEN, STATUS, VOORTGANG, nummer
from model.io.returns.together import reasons
from model.io.returns.words import FITS, FULL, WRONG
from model.returns.columns import KOLOMMEN
from model.returns.voortgang import Controle, aftekening_ontbreekt, controles, post_ontbreekt, redenen, telling
from model.text import Text

_TITLE = Text("Voortgang", "Progress")
_ABOUT = Text("Rekent mee terwijl u invult", "Follows what you fill in")
_NOG_TE_DOEN = Text("Wat nog te doen is", "What is still to do")
_HEADS = (Text("onderdeel", "part"), Text("aantal", "number"), Text("oordeel", "verdict"))
_READY = Text("Klaar om in te zenden", "Ready to send in")
_NOT_READY = Text("Nog niet klaar: zie wat nog te doen is", "Not ready: see what is still to do")
_POSTS = Text("posten met velden die ontbreken", "posts with fields missing")
_CELLS = Text("{tabel}: cellen die ontbreken", "{tabel}: cells missing")
_WRONG = Text("{tabel}: rijen met iets dat fout is ingevuld", "{tabel}: rows with something wrong")
_REASONS = Text("{tabel}: redenen van verschil gevraagd", "{tabel}: reasons of change asked")
_TOGETHER = Text(f"{SAMEN}: redenen van verschil gevraagd", f"{SAMEN}: reasons of change asked")
_CONTROLS = Text("controletotalen die niet sluiten", "control totals that do not fit")
_SIGN = Text("velden van de aftekening die ontbreken", "fields of the sign-off missing")


@dataclass(slots=True)
class _Parts:
    """What the list of things to do counts: where the parts below it stand, known when they have been put in."""

    tables: dict[str, TableBlock] = field(default_factory=dict)
    verdicts: str = ""
    needed: list[str] = field(default_factory=list)


Job = tuple[str, Callable[[], str], int]
"""Something to do: what it is called, the formula of how much, asked when all has its place, and how much that is."""


def add_progress(form: Form) -> None:
    """Make the page Voortgang."""
    page, parts = form.page(VOORTGANG, YEARS, KEYS), _Parts()
    page.widths, page.last, page.freeze = WIDTHS, LAST, (3, 1)
    page.print_tables()
    counted = Counted(telling(form.opgave), redenen(form.opgave, form.ronde))
    controls = list(controles(form.opgave, form.ronde))
    jobs = [*_posts(form), *_cells(form, counted, parts), *_ends(form, controls, parts)]
    ready, not_ready = (form.say(text) for text in (_READY, _NOT_READY))
    words, now = f"{as_text(ready)},{as_text(not_ready)}", not_ready if any(job[2] for job in jobs) else ready
    form.begin(page, form.say(_TITLE), _ABOUT, Item(now, lambda: f"IF(SUM({numbers})=0,{words})", "verdict"))
    page.marks += [Mark("A3", f"$A$3={as_text(ready)}", "done"), Mark("A3", f"$A$3<>{as_text(ready)}", "todo")]
    section(form, page, _NOG_TE_DOEN, len(jobs), [form.say(head) for head in _HEADS])
    numbers = f"{letters(VALUE)}{page.next}:{letters(VALUE)}{page.next + len(jobs) - 1}"
    for label, counting, value in jobs:
        done = verdict(form, page, f"{letters(VALUE)}{page.next}", value)
        page.add(Row(items={LABEL: Item(label), VALUE: Item(value, counting, "amount"), YEARS: done}))
    add_threshold(form, page)
    for tabel in _filled(form):
        parts.tables[tabel] = add_table(form, page, tabel, counted)
    if controls:
        parts.verdicts = add_controls(form, page, controls, form.count("begroting"))
    parts.needed = add_sign_off(form, page)


def _filled(form: Form) -> list[str]:
    return [tabel for tabel in form.ronde.editie.tabellen if form.count(tabel)]


def _posts(form: Form) -> Iterator[Job]:
    posts = form.opgave.posten.values()
    column = letters(nummer(STATUS, POST_KOLOMMEN))
    states = f"{POSTEN}!${column}${FIRST_ROW}:${column}${FIRST_ROW + len(posts) - 1}"
    if posts:
        missing = sum(post_ontbreekt(post) > 0 for post in posts)
        yield form.say(_POSTS), lambda: f"ROWS({states})-COUNTIF({states},{as_text(form.say(FULL))})", missing


def _cells(form: Form, counted: Counted, parts: _Parts) -> Iterator[Job]:
    for tabel in _filled(form):
        name, states = form.table_name(tabel), column_of(tabel, STATUS, form.count(tabel))
        missing = sum(counted.cells[tabel, kolom, "ontbreekt"] for kolom in KOLOMMEN)
        reasons = sum(counted.reasons[tabel, kolom] for kolom in KOLOMMEN)
        yield form.say(_CELLS, tabel=name), lambda tabel=tabel: parts.tables[tabel].missing, missing  # type: ignore[misc]
        wrong = f"COUNTIF({states},{as_text(form.say(WRONG))})"
        yield form.say(_WRONG, tabel=name), lambda wrong=wrong: wrong, 0  # type: ignore[misc]
        yield form.say(_REASONS, tabel=name), lambda tabel=tabel: parts.tables[tabel].reasons, reasons  # type: ignore[misc]


def _ends(form: Form, controls: list[Controle], parts: _Parts) -> Iterator[Job]:
    if form.together:
        asks, asked = reasons(form)
        yield form.say(_TOGETHER), lambda: asks, asked
    if controls:
        fits = as_text(form.say(FITS))
        off = sum(not each.sluit for each in controls)
        yield form.say(_CONTROLS), lambda: f"ROWS({parts.verdicts})-COUNTIF({parts.verdicts},{fits})", off
    missing = aftekening_ontbreekt(form.opgave, form.ronde)
    yield form.say(_SIGN), lambda: "+".join(f'IF({cell}="",1,0)' for cell in parts.needed), missing
