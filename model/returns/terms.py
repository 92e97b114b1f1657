"""The words of the return, each with what it means and an example: instructions, drop-downs and errors quote these.

The definitions are Dekking's own: the first return had none that departments could apply with certainty (letter to
parliament of December 2023, "Financiële overzichten inzake digitaliseringsbudgetten").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from model.text import Text, same

Staat = Literal["waarde", "nihil", "nvt", "ontbreekt"]
Tabel = Literal["begroting", "beleidstraject", "activiteit"]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the return: what it is called, what it means, and an example of it."""

    naam: Text
    definitie: Text
    voorbeeld: Text


def _terms(**terms: Term) -> Mapping[str, Term]:
    return MappingProxyType({name.replace("_", "-"): term for name, term in terms.items()})


TABELLEN = _terms(
    begroting=Term(
        Text("Begrotingsregels", "Budget lines"),
        Text(
            "een regel of deel van een regel van de eigen begroting waaruit digitale middelen worden betaald",
            "a line, or part of one, of the department's budget that pays for digital means",
        ),
        Text("artikel 6, bijdrage aan Logius", "article 6, contribution to Logius"),
    ),
    beleidstraject=Term(
        Text("Beleidstrajecten", "Policy programmes"),
        Text(
            "beleid met een eigen besluit van minister of ministerraad waarvan de uitvoering ICT vraagt; de bedragen"
            " zijn een doorsnede van de begrotingsregels en worden daar nooit bij opgeteld",
            "policy with a decision of its own by a minister or the cabinet that needs ICT; its amounts cut across the"
            " budget lines and are never added to them",
        ),
        Text("invoering van een wet die een nieuw register vraagt", "a law that needs a new register"),
    ),
    activiteit=Term(
        Text("ICT-activiteiten", "ICT activities"),
        Text(
            "een project of beheeractiviteit zoals op het Rijks ICT-dashboard; ook dit is een doorsnede van de"
            " begrotingsregels",
            "a project or maintenance activity as on the Rijks ICT-dashboard; it too cuts across the budget lines",
        ),
        Text("vervanging van een zaaksysteem", "replacing a case system"),
    ),
)

KOSTENSOORTEN = _terms(
    beheer=Term(
        Text("beheer", "operation (beheer)"),
        Text(
            "laten draaien wat er is: exploitatie, onderhoud, licenties en vervanging zonder nieuwe functie",
            "running what exists: exploitation, maintenance, licences and replacement without a new function",
        ),
        Text("jaarlijkse hosting", "yearly hosting"),
    ),
    doorontwikkeling=Term(
        Text("doorontwikkeling", "development (doorontwikkeling)"),
        Text("wat er is meer of beter laten doen", "having what exists do more or do it better"),
        Text("een extra koppeling in een bestaand portaal", "another interface in an existing portal"),
    ),
    vernieuwing=Term(
        Text("vernieuwing", "renewal (vernieuwing)"),
        Text("maken of aanschaffen wat er nog niet is", "making or buying what does not exist yet"),
        Text("bouw van een nieuwe voorziening", "building a new facility"),
    ),
)

CATEGORIEEN = _terms(
    intern=Term(
        Text("intern personeel", "own staff"),
        Text("loonkosten van wie in dienst is van het Rijk", "wages of who is employed by the state"),
        Text("een informatiemanager in vaste dienst", "an information manager in permanent service"),
    ),
    extern=Term(
        Text("extern personeel", "hired staff"),
        Text(
            "wie op naam is ingehuurd en onder leiding van het departement werkt",
            "who was hired by name and works under the department's direction",
        ),
        Text("een ingehuurde tester", "a hired tester"),
    ),
    uitbesteding=Term(
        Text("uitbesteding", "outsourcing"),
        Text(
            "een opdrachtnemer levert een resultaat en leidt zelf; ook een andere dienst van het Rijk",
            "a contractor delivers a result and directs its own people; also another agency of the state",
        ),
        Text("beheer door een shared service", "operation by a shared service"),
    ),
    software=Term(
        same("software"),
        Text("licenties, abonnementen en aangekochte programmatuur", "licences, subscriptions and bought programs"),
        Text("licenties van kantoorprogramma's", "office licences"),
    ),
    hardware=Term(
        same("hardware"),
        Text("apparatuur en netwerk, gekocht of geleased", "equipment and network, bought or leased"),
        Text("servers en werkplekken", "servers and workstations"),
    ),
    overig=Term(
        Text("overig", "other"),
        Text(
            "wat in geen andere categorie past; zeg in de toelichting wat",
            "what fits no other category; say what it is",
        ),
        Text("huisvesting van een rekencentrum", "housing of a data centre"),
    ),
    inhuur_en_uitbesteding=Term(
        Text("inhuur en uitbesteding", "hiring and outsourcing"),
        Text(
            "extern personeel en uitbesteding samen, zoals de eerste editie vroeg",
            "hired staff and outsourcing together, as the first edition asked",
        ),
        Text("inhuur en een opdracht aan een leverancier", "hired staff and an order to a supplier"),
    ),
)

STATEN = _terms(
    waarde=Term(
        Text("waarde", "value"),
        Text("een bedrag of aantal", "an amount or a number"),
        same("1.250"),
    ),
    nihil=Term(
        same("nihil"),
        Text("nagegaan: het is nul", "looked into: it is zero"),
        same("nihil"),
    ),
    nvt=Term(
        Text("n.v.t.", "n/a"),
        Text("hier kan geen bedrag bestaan", "no amount can exist here"),
        Text("ontvangsten van een regel zonder opbrengsten", "receipts of a line that has none"),
    ),
    ontbreekt=Term(
        Text("ontbreekt", "missing"),
        Text("nog niet bekend; een lege cel", "not known yet; an empty cell"),
        Text("een lege cel", "an empty cell"),
    ),
)

AARDEN = _terms(
    raming=Term(
        Text("raming", "estimate"),
        Text("wat naar verwachting wordt uitgegeven of ontvangen", "what is expected to be spent or received"),
        Text("stand ontwerpbegroting", "as in the draft budget"),
    ),
    realisatie=Term(
        Text("realisatie", "outturn"),
        Text("wat volgens de administratie is uitgegeven of ontvangen", "what was spent or received by the books"),
        Text("stand jaarverslag", "as in the annual report"),
    ),
)

FASEN = _terms(
    ontwerpbegroting=Term(
        same("ontwerpbegroting"),
        Text("stand van de begroting zoals in september ingediend", "the budget as submitted in September"),
        Text("Prinsjesdag", "Budget Day"),
    ),
    eerste_suppletoire=Term(
        same("eerste suppletoire"),
        Text("stand na de Voorjaarsnota", "after the spring memorandum"),
        Text("mei", "May"),
    ),
    tweede_suppletoire=Term(
        same("tweede suppletoire"),
        Text("stand na de Najaarsnota", "after the autumn memorandum"),
        Text("november", "November"),
    ),
    slotwet=Term(
        Text("slotwet en jaarverslag", "final act and annual report"),
        Text("stand na afloop van het jaar", "after the year's end"),
        Text("derde woensdag van mei", "third Wednesday of May"),
    ),
)

PRIJZEN = _terms(
    lopend=Term(
        Text("lopende prijzen", "current prices"),
        Text("met de loon- en prijsbijstelling die al is uitgedeeld", "with wage and price compensation paid so far"),
        Text("zoals in de begroting", "as in the budget"),
    ),
    constant=Term(
        Text("constante prijzen", "constant prices"),
        Text("alle jaren in prijzen van het begrotingsjaar", "all years in prices of the budget year"),
        Text("zonder loon- en prijsbijstelling", "without compensation"),
    ),
)

DEFINITIES = _terms(
    gevraagd=Term(
        Text("als gevraagd", "as asked"),
        Text("de definities van deze editie zijn gevolgd", "the definitions of this edition were followed"),
        Text("als gevraagd", "as asked"),
    ),
    eigen=Term(
        Text("eigen definitie", "own definition"),
        Text(
            "er is een andere afbakening gebruikt; zeg in de toelichting welke, de cijfers tellen in geen totaal mee",
            "another delimitation was used; say which, the figures are not added to a total",
        ),
        Text("alleen grote ICT-activiteiten meegenomen", "only large ICT activities counted"),
    ),
)
