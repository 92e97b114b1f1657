"""The tables of a round folder, each column declared once; what is asked of posts comes from `model.returns.fields`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.kinds import Choice, Ident, Kind, Words, WrongValue
from model.quantities import FIRST_YEAR, LAST_YEAR, Number, Year
from model.returns.columns import STRUCTUREEL
from model.returns.edition import EDITIES
from model.returns.fields import POST_VELDEN
from model.returns.terms import CATEGORIEEN, KOSTENSOORTEN, STATEN, TABELLEN, Term
from model.schema import KEUR, Column, Table
from model.text import Text
from model.words import TOETSEN


@dataclass(frozen=True, slots=True)
class Kolomjaar(Kind):
    """A calendar year (`int`), or the word structureel."""

    @property
    def expected(self) -> Text:
        return Text(
            f"een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}, of {STRUCTUREEL}",
            f"a year from {FIRST_YEAR} to {LAST_YEAR}, or {STRUCTUREEL}",
        )

    def read(self, text: str) -> int | str:
        try:
            return STRUCTUREEL if text == STRUCTUREEL else Year().read(text)
        except WrongValue:
            raise self.wrong() from None

    def accept(self, value: object) -> int | str:
        return self.read(str(value))


def choice(terms: Mapping[str, Term]) -> Choice:
    """Return the kind of a column that holds one of these words."""
    return Choice({word: term.naam for word, term in terms.items()})


GROOTHEDEN = {naam: grootheid.term for editie in EDITIES.values() for naam, grootheid in editie.grootheden.items()}
GELD = {naam: GROOTHEDEN[naam] for naam in ("verplichtingen", "uitgaven", "ontvangsten")}
EDITIENUMMERS = Choice({nummer: Text(f"editie {nummer}", f"edition {nummer}") for nummer in EDITIES})

DEPARTEMENT = Column(
    "departement", Ident(table="departementen"), Text("wie antwoordt", "who answers")
)  # fmt: skip
_TABEL = Column("tabel", choice(TABELLEN), Text("tabel van de opgave", "table of the return"))
_POST = Column("post", Ident(), Text("id van de post", "id of the post"))
_JAAR = Column("jaar", Kolomjaar(), Text("jaar, of structureel", "year, or structureel"))
_BEDRAG = Column("bedrag", Number(low=0), Text("bedrag", "amount"), KEUR)
_REFERENTIE = Column("referentie", Words(), Text("waar het cijfer staat", "where the figure was published"))

DEPARTEMENTEN = Table(
    "departementen",
    Text("wie antwoordt", "who answers"),
    (
        Column("id", Ident(), Text("uniek id in kebab-case", "unique id in kebab-case")),
        Column("naam", Words(), Text("naam zoals mensen die lezen", "name as people read it")),
        Column(
            "hoofdstuk", Words(numeric=True), Text("begrotingshoofdstuk", "budget chapter"), optional=True
        ),
    ),
)  # fmt: skip

POSTEN = Table(
    "posten",
    Text("waarover wordt gevraagd", "what is asked about"),
    (
        DEPARTEMENT,
        _TABEL,
        _POST,
        *(Column(veld.ident, veld.kind, veld.term.definitie, optional=not veld.ingevuld) for veld in POST_VELDEN),
    ),
    ("departement", "tabel", "post"),
)

SLEUTEL = ("departement", "tabel", "post", "grootheid", "soort", "categorie", "jaar")


def cijfers(name: str, meaning: Text, *, optional: bool) -> Table:
    """Return a table of cells of returns in long form."""
    return Table(
        name,
        meaning,
        (
            DEPARTEMENT,
            _TABEL,
            _POST,
            Column("grootheid", choice(GROOTHEDEN), Text("wat het getal is", "what the number is")),
            Column("soort", choice(KOSTENSOORTEN), Text("kostensoort", "class of cost"), optional=True),
            Column("categorie", choice(CATEGORIEEN), Text("kostencategorie", "cost category"), optional=True),
            _JAAR,
            Column("staat", choice(STATEN), Text("wat de cel zegt", "what the cell says")),
            Column("waarde", Number(), Text("getal, alleen bij waarde", "number, only with waarde"), optional=True),
            Column("editie", EDITIENUMMERS, Text("editie van de opgave", "edition of the return")),
        ),
        SLEUTEL,
        optional=optional,
    )


OPGAVEN = cijfers("opgaven", Text("cijfers van de opgaven", "figures of the returns"), optional=False)
VORIGE = cijfers("vorige", Text("cijfers van de vorige ronde", "figures of the last round"), optional=True)

CONTROLETOTALEN = Table(
    "controletotalen",
    Text("wat de eigen begroting van een artikel zegt", "what the department's budget says of an article"),
    (
        DEPARTEMENT,
        Column("artikel", Words(numeric=True), Text("begrotingsartikel", "budget article")),
        Column("grootheid", choice(GELD), Text("wat het bedrag is", "what the amount is")),
        _JAAR,
        _BEDRAG,
        Column("toets", Choice(TOETSEN), Text("hoe de regels zich ertoe verhouden", "how the rows must compare")),
        _REFERENTIE,
    ),
    ("departement", "artikel", "grootheid", "jaar", "toets"),
    optional=True,
)


def elders(name: str, naam: str, meaning: Text, wat: Text) -> Table:
    """Return a table of amounts in another overview; `naam` is the column of what they are of."""
    return Table(
        name,
        meaning,
        (DEPARTEMENT, Column(naam, Words(numeric=True), wat), _JAAR, _BEDRAG, _REFERENTIE),
        ("departement", naam, "jaar"),
        optional=True,
    )


DASHBOARD = elders(
    "dashboard",
    "activiteit",
    Text("bedragen op het Rijks ICT-dashboard", "amounts on the Rijks ICT-dashboard"),
    Text("naam of nummer, zoals in het veld dashboard", "name or number, as in the field dashboard"),
)
JBR = elders(
    "jbr",
    "regel",
    Text("bedragen in de Jaarrapportage Bedrijfsvoering Rijk", "amounts in the report on government operations (JBR)"),
    Text("kostencategorie, zoals in het veld jbr", "cost category, as in the field jbr"),
)

TABLES = (DEPARTEMENTEN, POSTEN, VORIGE, CONTROLETOTALEN, DASHBOARD, JBR)
"""The tables of a round folder; `OPGAVEN` is what comes of one."""
