"""The tables of a dataset, each column declared once: kind, bounds, unit and meaning.

Reader, checks, `datapackage.json`, the fields of `nieuwe_post` and `nieuwe_bron` and every error text derive from it.
Source: contract, section 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.kinds import Choice, Ident, Kind, Many, Words
from model.quantities import Number, Rate, Whole, Year
from model.text import Text, same
from model.words import (
    BESLUITSTATUSSEN,
    KOSTENSOORTEN,
    ROUTES,
    SOORTEN_PARTIJ,
    STATUSSEN,
    TOETSEN,
    VERDELINGEN,
    VERLOPEN,
)

KEUR = "k€"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `optional` ones may be left out or empty, `empty` ones must be there but may hold nothing."""

    name: str
    kind: Kind
    meaning: Text
    unit: str = ""
    optional: bool = False
    empty: bool = False

    @property
    def table(self) -> str:
        """Return the table in which the values of this column must exist, if any."""
        kind = self.kind.each if isinstance(self.kind, Many) else self.kind
        return str(getattr(kind, "table", ""))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a dataset; no two rows share the same values in the columns of `key`."""

    name: str
    meaning: Text
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    optional: bool = False

    @property
    def file(self) -> str:
        """Return the name of the file that holds this table."""
        return f"{self.name}.csv"

    @property
    def by_name(self) -> Mapping[str, Column]:
        """Return the columns by name, in order."""
        return {column.name: column for column in self.columns}


@dataclass(frozen=True, slots=True)
class RateColumn:
    """A rate-like column of posts or sources: what an empty cell means, and which posts may have it."""

    kind: Rate
    default: float
    meaning: Text
    unit: str = "fractie"
    only: str = ""


INVESTERING = "investering"
NO_LIMIT = float("inf")

RATES: Mapping[str, RateColumn] = MappingProxyType(
    {
        "volumegroei": RateColumn(
            Rate(Number(above=-1)), 0.0,
            Text("groei van het volume per jaar na het laatste opgegeven jaar", "growth of volume per year after the last given year"),
            only="beheer",
        ),
        "kostenfactor": RateColumn(
            Rate(Number(above=0)), 1.0,
            Text("werkelijke kosten als veelvoud van de raming", "actual cost as a multiple of the estimate"),
            unit="factor", only=INVESTERING,
        ),
        "beheerratio": RateColumn(
            Rate(Number(low=0)), 0.0,
            Text("jaarlijkse beheerlast per euro opgeleverd werk", "yearly running cost per euro of delivered work"),
            only=INVESTERING,
        ),
        "doorlooptijd": RateColumn(
            Rate(Whole(low=1)), 1.0,
            Text("jaren van uitgave tot ingebruikname", "years from spending to use"), unit="jaar", only=INVESTERING,
        ),
        "levensduur": RateColumn(
            Rate(Whole(low=1)), NO_LIMIT,
            Text("jaren dat opgeleverd werk in gebruik blijft; leeg is zonder einde", "years that delivered work stays in use; empty is no end"),
            unit="jaar", only=INVESTERING,
        ),
        "doorschuif": RateColumn(
            Rate(Number(low=0, high=1)), 1.0,
            Text("deel van ongedekt werk dat naar het volgende jaar doorschuift; de rest vervalt", "share of uncovered work that moves to the next year; the rest lapses"),
            only=INVESTERING,
        ),
        "besparingsratio": RateColumn(
            Rate(Number(low=0)), 0.0,
            Text("jaarlijkse besparing per euro opgeleverd werk", "yearly saving per euro of delivered work"),
            only=INVESTERING,
        ),
        "capaciteit": RateColumn(
            Rate(Number(low=0)), NO_LIMIT,
            Text("werk dat in een jaar gedaan kan worden, hele post, in prijzen van het prijspeil; leeg is onbegrensd", "work that can be done in a year, whole post, at its own price level; empty is no limit"),
            unit=KEUR, only=INVESTERING,
        ),
        "compensatie": RateColumn(
            Rate(Number(low=0, high=1), by_year=True), 1.0,
            Text("deel van de loon- en prijsontwikkeling dat per tranche wordt uitgekeerd", "share of wage and price growth paid out per tranche"),
        ),
        "eindejaarsmarge": RateColumn(
            Rate(Number(low=0, high=1)), 0.0,
            Text("deel van het beschikbare geld dat mee mag naar het volgende jaar", "share of the money available that may move to the next year"),
        ),
    }
)  # fmt: skip

# How far shares may be from 1 in all.
SHARE_TOLERANCE = 1e-9

# Columns beside the rates that only an investment post may fill.
INVESTMENT_ONLY = ("rang_beheer", "sleutel_beheer")


def _rate(name: str) -> Column:
    rate = RATES[name]
    return Column(name, rate.kind, rate.meaning, rate.unit, optional=True)


def _ref(name: str, table: str, meaning: Text, *, optional: bool = False) -> Column:
    return Column(name, Ident(dotted=table == "parameters", table=table), meaning, optional=optional)


def _text(name: str, meaning: Text, *, numeric: bool = False, optional: bool = True) -> Column:
    return Column(name, Words(numeric=numeric), meaning, optional=optional)


def _voor(name: str, kind: Kind, what: Text) -> Column:
    meaning = Text(
        f"betaalt alleen voor {what.nl}; leeg is zonder beperking", f"pays only for {what.en}; empty is no restriction"
    )
    return Column(f"voor_{name}", Many(kind), meaning, optional=True)


def _index(what: Text) -> Column:
    meaning = Text(
        f"index waarmee {what.nl} meegroeit: geen, of een naam met een parameter index.<naam>",
        f"index by which {what.en} grows: geen, or a name with a parameter index.<name>",
    )
    return Column("index", Words(), meaning, optional=True)


_ID = Column("id", Ident(), Text("uniek id in kebab-case", "unique id in kebab-case"))
_NAAM = _text("naam", Text("naam zoals mensen die lezen", "name as people read it"), optional=False)
_TOELICHTING = _text(
    "toelichting",
    Text("toelichting; bij aanname en voorstel de reden", "explanation; with aanname and voorstel the reason"),
)
_PRIJSPEIL = Column(
    "prijspeil",
    Year(),
    Text("jaar van het prijsniveau van de bedragen", "year of the price level of the amounts"),
    optional=True,
)
_VERLOOP = Column(
    "verloop",
    Choice(VERLOPEN),
    Text("of de reeks na het laatste jaar doorloopt", "whether the series continues after the last year"),
)
_STATUS = Column("status", Choice(STATUSSEN), Text("hoe zeker het cijfer is", "how certain the figure is"))
_REFERENTIE = _ref(
    "referentie", "referenties", Text("waar het cijfer staat", "where the figure was published"), optional=True
)
_HOOFDSTUK = (
    _text("hoofdstuk", Text("begrotingshoofdstuk", "budget chapter"), numeric=True),
    _text("artikel", Text("begrotingsartikel", "budget article"), numeric=True),
)


def _series(owner: str, table: str) -> tuple[Column, ...]:
    return (
        _ref(owner, table, Text("waarvan dit het bedrag is", "whose amount this is")),
        Column("jaar", Year(), same("jaar")._replace(en="year")),
        Column("bedrag", Number(), Text("bedrag, in prijzen van het prijspeil", "amount, at its price level"), KEUR),
        _STATUS,
        _text("stand", Text("begrotingsfase van de publicatie, zoals 2025-OWB", "publication phase, such as 2025-OWB")),
        _REFERENTIE,
        _TOELICHTING,
    )  # fmt: skip


KOSTENPOSTEN = Table(
    "kostenposten", Text("wat programma's nodig hebben", "what programmes need"),
    (
        _ID, _NAAM,
        _text("programma", Text("programma, zoals GDI of NDS", "programme, such as GDI or NDS"), optional=False),
        _text("thema", Text("domein of prioriteit", "domain or priority"), optional=False),
        Column("kostensoort", Choice(KOSTENSOORTEN), Text("soort kosten", "class of cost")),
        Column("rang", Whole(), Text("voorrang bij het verdelen van geld; laag gaat voor", "priority when money is shared out; low goes first")),
        _VERLOOP,
        _ref("sleutel", "verdeelsleutels", Text("wie de kosten draagt: een verdeelsleutel of een partij", "who owes the cost: a distribution key or a partij")),
        _text("voorziening", Text("voorziening, zoals DigiD", "service, such as DigiD")),
        *_HOOFDSTUK,
        _text("instrument", Text("financieel instrument", "financial instrument"), numeric=True),
        _index(Text("de prijs", "the price")), _PRIJSPEIL,
        _ref("sleutel_beheer", "verdeelsleutels", Text("wie de beheerlast draagt; leeg: als sleutel", "who owes the running cost; empty: as sleutel"), optional=True),
        Column("rang_beheer", Whole(), Text("voorrang van de beheerlast; leeg: als rang", "priority of the running cost; empty: as rang"), optional=True),
        _ref("sleutel_besparing", "verdeelsleutels", Text("bij wie de besparing valt; leeg: als sleutel", "who gets the saving; empty: as sleutel"), optional=True),
        *(_rate(n) for n in ("volumegroei", "kostenfactor", "beheerratio", "doorlooptijd", "levensduur", "doorschuif", "besparingsratio", "capaciteit")),
        _TOELICHTING,
    ),
)  # fmt: skip

DEKKINGSBRONNEN = Table(
    "dekkingsbronnen", Text("wat er betaalt", "what pays"),
    (
        _ID, _NAAM,
        _ref("betaler", "partijen", Text("partij die betaalt", "the partij that pays")),
        Column("besluitstatus", Choice(BESLUITSTATUSSEN), Text("of over het geld besloten is", "whether the money has been decided on")),
        Column("volgorde", Whole(), Text("wanneer de bron aan de beurt is; laag gaat voor", "when the source has its turn; low goes first")),
        _VERLOOP,
        Column("route", Choice(ROUTES), Text("langs welke weg het geld komt", "the way the money comes"), optional=True),
        *_HOOFDSTUK,
        _index(Text("het geld", "the money")), _PRIJSPEIL, _rate("compensatie"), _rate("eindejaarsmarge"),
        _voor("programma", Words(), Text("deze programma's", "these programmes")),
        _voor("thema", Words(), Text("deze thema's", "these themes")),
        _voor("kostensoort", Choice(KOSTENSOORTEN), Text("deze kostensoorten", "these classes of cost")),
        _voor("partij", Ident(table="partijen"), Text("kosten van deze partijen", "costs of these parties")),
        _voor("kostenpost", Ident(table="kostenposten"), Text("deze kostenposten", "these posts")),
        _TOELICHTING,
    ),
)  # fmt: skip

KOSTENREEKSEN = Table(
    "kostenreeksen", Text("bedragen per kostenpost en jaar", "amounts per post and year"),
    _series("kostenpost", "kostenposten"), ("kostenpost", "jaar"),
)  # fmt: skip
DEKKINGSREEKSEN = Table(
    "dekkingsreeksen", Text("bedragen per dekkingsbron en jaar", "amounts per source and year"),
    _series("dekkingsbron", "dekkingsbronnen"), ("dekkingsbron", "jaar"),
)  # fmt: skip

PARTIJEN = Table(
    "partijen", Text("wie kosten draagt of betaalt", "who owes or pays"),
    (_ID, _NAAM, Column("soort", Choice(SOORTEN_PARTIJ), Text("bestuurslaag", "tier of government"))),
)  # fmt: skip

VERDEELSLEUTELS = Table(
    "verdeelsleutels", Text("hoe kosten over partijen worden verdeeld", "how costs are shared between parties"),
    (
        Column("sleutel", Ident(), Text("naam van de verdeelsleutel", "name of the key")),
        _ref("partij", "partijen", Text("partij met een aandeel", "partij with a share")),
        Column("aandeel", Number(low=0), Text("aandeel; per sleutel samen 1", "share; 1 in all per key"), "fractie"),
    ),
    ("sleutel", "partij"), optional=True,
)  # fmt: skip

BIJDRAGEN = Table(
    "bijdragen", Text("wie een dekkingsbron vult", "who fills a source"),
    (
        _ref("dekkingsbron", "dekkingsbronnen", Text("de bron", "the source")),
        _ref("bijdrager", "partijen", Text("partij die bijdraagt", "partij that contributes")),
        Column("aandeel", Number(low=0), Text("aandeel; per bron samen 1", "share; 1 in all per source"), "fractie"),
    ),
    ("dekkingsbron", "bijdrager"), optional=True,
)  # fmt: skip

PARAMETERS = Table(
    "parameters", Text("waarden waarop de berekening steunt", "values that the calculation rests on"),
    (
        Column("id", Ident(dotted=True), Text("id van de parameter", "id of the parameter")), _NAAM,
        Column("jaar", Year(), Text("eerste jaar waarvoor de waarde geldt; leeg: alle jaren", "first year the value holds for; empty: all years"), empty=True),
        Column("waarde", Number(), Text("de waarde", "the value")),
        _text("eenheid", Text("eenheid van de waarde", "unit of the value"), optional=False),
        _STATUS,
        Column("verdeling", Choice(VERDELINGEN), Text("kansverdeling; alleen op de eerste rij", "distribution; on the first row only"), optional=True),
        Column("laag", Number(), Text("ondergrens of P5", "lower bound or P5"), optional=True),
        Column("hoog", Number(), Text("bovengrens of P95", "upper bound or P95"), optional=True),
        _REFERENTIE, _TOELICHTING,
    ),
    ("id", "jaar"),
)  # fmt: skip

REFERENTIES = Table(
    "referenties", Text("waar cijfers vandaan komen", "where figures come from"),
    (
        _ID,
        _text("titel", Text("titel van de publicatie", "title of the publication"), optional=False),
        _text("kenmerk", Text("kenmerk, zoals een Kamerstuknummer", "reference number, such as that of a parliamentary paper"), numeric=True),
        _text("datum", Text("datum van publicatie", "date of publication"), numeric=True),
        _text("uitgever", Text("wie het uitgaf", "who published it")),
        _text("url", Text("adres op het web", "web address")),
        _text("vindplaats", Text("bladzijde, tabel of cel", "page, table or cell")),
        _text("citaat", Text("de woorden rond het cijfer", "the words around the figure")),
    ),
)  # fmt: skip

INDELINGEN = Table(
    "indelingen", Text("andere indelingen van kostenposten", "other groupings of posts"),
    (
        _ref("kostenpost", "kostenposten", Text("de kostenpost", "the post")),
        _text("indeling", Text("naam van de indeling", "name of the grouping"), optional=False),
        _text("groep", Text("groep waarin de post valt", "group the post belongs to"), optional=False),
        _TOELICHTING,
    ),
    ("kostenpost", "indeling"), optional=True,
)  # fmt: skip

CONTROLETOTALEN = Table(
    "controletotalen", Text("totalen die een publicatie noemt, waarop de dataset moet aansluiten", "totals that a publication states, with which the dataset must reconcile"),
    (
        _ID, _NAAM,
        Column("jaar", Year(), Text("jaar van het totaal", "year of the total")),
        Column("bedrag", Number(), Text("bedrag van het totaal", "amount of the total"), KEUR),
        Column("toets", Choice(TOETSEN), Text("hoe de dataset zich ertoe moet verhouden", "how the dataset must compare")),
        Column("tabel", Choice({"kostenreeksen": KOSTENREEKSEN.meaning, "dekkingsreeksen": DEKKINGSREEKSEN.meaning}), Text("reeksen die worden opgeteld", "series that are added up")),
        _text("selectie", Text("welke: kolom=waarde|waarde; kolom=waarde", "which: kolom=waarde|waarde; kolom=waarde"), optional=False),
        _ref("referentie", "referenties", Text("publicatie die het totaal noemt", "publication that states the total")),
        _TOELICHTING,
    ),
    optional=True,
)  # fmt: skip

TABLES: tuple[Table, ...] = (
    KOSTENPOSTEN,
    KOSTENREEKSEN,
    DEKKINGSBRONNEN,
    DEKKINGSREEKSEN,
    PARTIJEN,
    VERDEELSLEUTELS,
    BIJDRAGEN,
    PARAMETERS,
    REFERENTIES,
    INDELINGEN,
    CONTROLETOTALEN,
)
