"""The workbook of one department under construction: the round, what is sent, and the pages made so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from model.io.excel.book import letters
from model.io.excel.frame import Frame
from model.io.excel.layout import Item, Page, Row
from model.io.returns.sheets import (
    CODE_ROW,
    FIRST_ROW,
    HEAD_ROW,
    HERKOMST,
    SLEUTEL,
    VOORTGANG,
    herkomst_tekst,
    ronde_woorden,
)
from model.returns.columns import AFTER, BEFORE, KOLOMMEN, kop
from model.returns.edition import Sleutel
from model.returns.fields import Veld
from model.returns.opgave import Cel, Opgave
from model.returns.ronde import Departement, Ronde, Samen
from model.returns.terms import STATEN, TABELLEN, Term
from model.text import Language, Text

_FICTION = Text("FICTIEF: namen en bedragen zijn verzonnen", "FICTIEF: names and amounts are invented")
_EXAMPLE = Text("Voorbeeld: {example}", "Example: {example}")
_TO_PROGRESS = Text("naar Voortgang", "to Voortgang")
_SECTION = 20.0  # height of the title of a part
_WIDE = 44  # characters on a line of a comment


@dataclass(frozen=True, slots=True)
class Columns(Frame):
    """The columns of a sheet of a return: the years begin at `years`, the keys at `marks`."""

    years: int = 1
    marks: int = 1

    def column(self, year: int) -> int:
        """Return the column of a year."""
        return self.years + year - self.t0

    @property
    def keys(self) -> int:
        """Return the first of the columns that hold keys."""
        return self.marks


@dataclass(slots=True)
class Form:
    """What the pages are made from: `opgave` is the base as it is sent, `refs` the cells with the bounds of reasons."""

    ronde: Ronde
    departement: Departement
    opgave: Opgave
    language: Language
    pages: dict[str, Page] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(init=False)
    states: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Say once what kostensoorten, categorieen and grootheden are called, and states as people type them."""
        self.words = ronde_woorden(self.ronde, self.language)
        self.states = {word: self.say(term.naam) for word, term in STATEN.items()}

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the language of the workbook."""
        return text.say(self.language, **values)

    @property
    def title(self) -> str:
        """Return what the workbook is called; a fictitious one says so."""
        mark = "FICTIEF · " if self.ronde.fictief and "FICTIEF" not in self.departement.naam else ""
        return f"{mark}{self.departement.naam} · {self.ronde.naam}"

    @property
    def herkomst(self) -> str:
        """Return the origin as it stands in every row."""
        return herkomst_tekst(self.opgave.herkomst)

    @property
    def last(self) -> Mapping[tuple[Sleutel, str], Cel]:
        """Return last round's figures of the department."""
        return self.ronde.vorige.get(self.departement.ident, {})

    @property
    def together(self) -> tuple[Samen, ...]:
        """Return last round's figures of several rows together, of posts that are asked about."""
        found = self.ronde.samen.get(self.departement.ident, ())
        return tuple(each for each in found if all(key in self.opgave.regels for key in each.sleutels))

    @property
    def cells(self) -> int:
        """Return how many cells are asked."""
        return len(self.opgave.regels) * len(KOLOMMEN)

    def count(self, tabel: str) -> int:
        """Return how many rows a table has."""
        return sum(key.tabel == tabel for key in self.opgave.regels)

    def page(self, name: str, years: int, marks: int) -> Page:
        """Return a new page with its years and keys in these columns."""
        t = self.ronde.jaar
        frame = Columns(t - BEFORE, t + AFTER, t, t, t + AFTER, self.language, years=years, marks=marks)
        return self.pages.setdefault(name, Page(name, frame, verdicts=[], freeze=(HEAD_ROW, 1)))

    def state(self, word: str) -> str:
        """Return the word for a state as people type it."""
        return self.states[word]

    def choice_name(self, veld: Veld, text: str) -> str:
        """Return what stands in the cell of a field: the name of what was chosen, or the text."""
        return self.say(veld.keuzes[text].naam) if text in veld.keuzes else text

    def content(self, cel: Cel) -> float | str | None:
        """Return what stands in the cell for a cell of a return."""
        if cel.staat == "waarde":
            return cel.waarde
        return None if cel.staat == "ontbreekt" else self.states[cel.staat]

    def column_name(self, kolom: str) -> str:
        """Return what stands over a column of amounts."""
        return self.say(kop(kolom, self.ronde.jaar))

    def table_name(self, tabel: str) -> str:
        """Return what a table is called."""
        return self.say(TABELLEN[tabel].naam)

    def comment(self, *terms: Term) -> str:
        """Return what terms mean, with an example, as a comment."""
        if len(terms) == 1:
            example = self.say(_EXAMPLE, example=self.say(terms[0].voorbeeld))
            return f"{self.say(terms[0].definitie)}.\n{example}"
        return "\n".join(f"{self.say(term.naam)}: {self.say(term.definitie)}" for term in terms)

    def head(self, text: str, comment: str = "", style: str = "column") -> Item:
        """Return the head of a column with its comment."""
        lines = sum(1 + len(line) // _WIDE for line in comment.split("\n"))
        return Item(text, style=style, comment=comment, lines=max(lines, 4) if comment else 0)

    def begin(self, page: Page, title: str, about: Text, far: Item) -> None:
        """Put in what stands above every table: its title, what it is about, how far it is, and the way back."""
        page.add(Row(items={1: Item(f"{title} · {self.title}", style="title")}, height=24))
        fiction = f"{self.say(_FICTION)} · " if self.ronde.fictief else ""
        page.add(Row(items={1: Item(fiction + self.say(about), style="fiction" if fiction else "small")}))
        link = Item(self.say(_TO_PROGRESS), style="jump", link=f"internal:'{VOORTGANG}'!A1")
        page.add(Row(items={1: far} | ({} if page.name == VOORTGANG else {2: link})))

    def part(self, page: Page, title: Text, height: float) -> None:
        """Begin a part with its title; in print its rows, of some height, stay with it where they can."""
        page.begin(_SECTION + height)
        page.add(Row(items={1: Item(self.say(title), style="section")}, style="section", height=_SECTION))

    def heads(self, page: Page, codes: Sequence[str], heads: Mapping[str, Item]) -> None:
        """Put in the row of codes and that of heads."""
        if page.next != CODE_ROW:
            raise ValueError(page.name)
        named = dict.fromkeys(codes) | {SLEUTEL: None, HERKOMST: None}
        page.add(Row(items={at: Item(code, style="code") for at, code in enumerate(named, start=1)}, height=10))
        items = {at: heads.get(code, Item(code, style="column")) for at, code in enumerate(codes, start=1)}
        page.add(Row(items=items, height=44))
        page.repeat = HEAD_ROW


def area(page: Page, first: int, last: int) -> str:
    """Return the range of columns over all rows of data that a page has so far."""
    return f"{letters(first)}{FIRST_ROW}:{letters(last)}{page.next - 1}"


def quoted(name: str) -> str:
    """Return the name of a sheet as formulas write it."""
    return f"'{name}'"


def as_text(word: str) -> str:
    """Return a text as formulas write it."""
    return '"' + word.replace('"', '""') + '"'
