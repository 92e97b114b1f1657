"""What is asked in words: of each post, of each row, and at the end of the return; each field declared once.

Template, drop-downs, instructions, checks and error texts derive from these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.kinds import Choice, Kind, Words
from model.returns.terms import AARDEN, DEFINITIES, FASEN, PRIJZEN, STATEN, TABELLEN, Term
from model.text import Text, same


@dataclass(frozen=True, slots=True)
class Veld:
    """A field: what it is called, what it means, what it may hold and an example; `keuzes` are its drop-down.

    An empty field that is `verplicht` is missing; `ingevuld` fields are prefilled and locked. `bij_leeg` is what an
    empty field stands for.
    """

    ident: str
    term: Term
    kind: Kind
    verplicht: bool = False
    ingevuld: bool = False
    bij_leeg: str = ""
    keuzes: Mapping[str, Term] = field(default_factory=dict)


def _choice(ident: str, naam: Text, definitie: Text, keuzes: Mapping[str, Term], bij_leeg: str = "") -> Veld:
    first = next(iter(keuzes.values())).naam
    kind = Choice({word: term.naam for word, term in keuzes.items()})
    return Veld(ident, Term(naam, definitie, first), kind, bij_leeg=bij_leeg, keuzes=keuzes)


def _words(
    ident: str, naam: Text, definitie: Text, voorbeeld: Text, *, verplicht: bool = False, ingevuld: bool = False
) -> Veld:
    return Veld(ident, Term(naam, definitie, voorbeeld), Words(numeric=True), verplicht=verplicht, ingevuld=ingevuld)


_GEVRAAGD = Term(
    Text("als gevraagd", "as asked"),
    Text("zoals de ronde vraagt", "as the round asks"),
    Text("als gevraagd", "as asked"),
)


def _afwijking(ident: str, naam: Text, wat: Text, keuzes: Mapping[str, Term]) -> Veld:
    definitie = Text(
        f"{wat.nl}; alleen invullen waar het anders is dan gevraagd", f"{wat.en}; only where it is not as asked"
    )
    return _choice(ident, naam, definitie, {"gevraagd": _GEVRAAGD, **keuzes}, bij_leeg="gevraagd")


POST_VELDEN = (
    _words(
        "naam",
        Text("naam", "name"),
        Text("hoe het departement dit noemt", "what the department calls it"),
        Text("Bijdrage aan Logius", "Contribution to Logius"),
        verplicht=True,
        ingevuld=True,
    ),
    _words(
        "artikel",
        Text("begrotingsartikel", "budget article"),
        Text("artikel van de eigen begroting waaruit het wordt betaald", "article of the budget that pays for it"),
        same("6"),
        verplicht=True,
        ingevuld=True,
    ),
    _words(
        "instrument",
        Text("instrument", "instrument"),
        Text("financieel instrument of artikelonderdeel", "financial instrument or part of the article"),
        Text("Bijdrage aan agentschappen", "Contributions to agencies"),
    ),
    _words(
        "dashboard",
        Text("Rijks ICT-dashboard", "Rijks ICT-dashboard"),
        Text(
            "naam of nummer op het Rijks ICT-dashboard, of n.v.t. waar het daar niet op staat",
            "name or number on the Rijks ICT-dashboard, or n.v.t. where it is not on it",
        ),
        same("n.v.t."),
        verplicht=True,
    ),
    _words(
        "jbr",
        Text("regel in de JBR", "line of the JBR"),
        Text(
            "kostencategorie in de Jaarrapportage Bedrijfsvoering Rijk waarin dit telt, of n.v.t.",
            "cost category of the yearly report on government operations (JBR) in which this counts, or n.v.t.",
        ),
        Text("ICT-personeel", "ICT staff"),
        verplicht=True,
    ),
    _choice(
        "definitie",
        Text("definitie", "definition"),
        Text("of de definities van de uitvraag zijn gevolgd", "whether the definitions asked for were followed"),
        DEFINITIES,
        bij_leeg="gevraagd",
    ),
    _afwijking("aard", Text("aard", "kind"), Text("raming of realisatie", "estimate or outturn"), AARDEN),
    _afwijking(
        "fase", Text("fase", "phase"), Text("stand van welke begroting", "which budget it is taken from"), FASEN
    ),
    _afwijking("prijzen", Text("prijzen", "prices"), Text("in welke prijzen", "in which prices"), PRIJZEN),
    _words(
        "toelichting",
        Text("toelichting", "explanation"),
        Text(
            "wat de lezer moet weten; verplicht bij een eigen definitie",
            "what a reader must know; needed with an own definition",
        ),
        Text("exclusief de gedeelde werkplek", "without the shared workplace"),
    ),
)

REGEL_VELDEN = (
    _choice(
        "geheel",
        Text("hele regel", "whole row"),
        Text("geldt voor elke lege cel van de regel", "holds for every empty cell of the row"),
        {word: STATEN[word] for word in ("nihil", "nvt")},
    ),
    _words(
        "reden",
        Text("reden van verschil", "reason of change"),
        Text(
            "waarom het bedrag meer dan de drempel afwijkt van de vorige ronde",
            "why the amount differs from the last round by more than the threshold",
        ),
        Text("contract een jaar verlengd", "contract extended by a year"),
    ),
    _words(
        "opmerking",
        Text("opmerking", "remark"),
        Text(
            "uitleg bij wat een controle vreemd vindt; de bevinding wordt dan vastgelegd en niet herhaald",
            "explains what a check finds odd; the finding is then recorded and not repeated",
        ),
        Text("eenmalige afkoop in dit jaar", "one-off settlement in this year"),
    ),
)

AFTEKENING = (
    _words(
        "fez",
        Text("FEZ: naam", "FEZ: name"),
        Text("de naam van wie namens FEZ tekent", "the name of who signs for FEZ"),
        same("A.B. Achternaam"),
        verplicht=True,
    ),
    _words(
        "fez-datum",
        Text("FEZ: datum", "FEZ: date"),
        Text("de dag waarop namens FEZ is getekend", "the day on which FEZ signed"),
        same("2026-09-01"),
        verplicht=True,
    ),
    _words(
        "cio",
        Text("CIO: naam", "CIO: name"),
        Text("de naam van wie namens de CIO tekent", "the name of who signs for the CIO"),
        same("C.D. Achternaam"),
        verplicht=True,
    ),
    _words(
        "cio-datum",
        Text("CIO: datum", "CIO: date"),
        Text("de dag waarop namens de CIO is getekend", "the day on which the CIO signed"),
        same("2026-09-02"),
        verplicht=True,
    ),
)


def geen(tabel: str) -> str:
    """Return the field in which a department confirms that it has no posts in a table."""
    return f"geen-{tabel}"


VERKLARINGEN = tuple(
    _choice(
        geen(tabel),
        Text(f"{term.naam.nl}: geen", f"{term.naam.en}: none"),
        Text("nagegaan: het departement heeft er geen", "looked into: the department has none"),
        {"nihil": STATEN["nihil"]},
    )
    for tabel, term in TABELLEN.items()
)
"""Per table: that there are no posts in it. They stand with the sign-off, in `Opgave.aftekening`."""
