"""What every field of a measure, and every column of a new post or source, is called on a form; and its unit."""

from __future__ import annotations

from collections.abc import Mapping

from model.text import Language, Text

# Dutch budget terms stay as they are in scenario files and messages; English readers get the term and its meaning.
VELDEN: Mapping[str, Text] = {
    "id": Text("Kenmerk (id)", "Code (id)"),
    "naam": Text("Naam", "Name"),
    "omschrijving": Text("Omschrijving", "Description"),
    "toelichting": Text("Toelichting", "Explanation (toelichting)"),
    "referentie": Text("Referentie", "Reference (referentie)"),
    "status": Text("Status", "Status"),
    "auteur": Text("Auteur", "Author"),
    "datum": Text("Datum", "Date"),
    "begrotingsjaar": Text("Begrotingsjaar", "Budget year (begrotingsjaar)"),
    "horizon": Text("Horizon", "Horizon"),
    "telt_mee": Text("Geld dat meetelt", "Money that counts (telt_mee)"),
    "categorie": Text("Categorie", "Category (categorie)"),
    "beleidsmatig": Text("Beleidsmatig", "Policy choice (beleidsmatig)"),
    "kostenpost": Text("Kostenpost", "Post (kostenpost)"),
    "dekkingsbron": Text("Dekkingsbron", "Source (dekkingsbron)"),
    "bedragen": Text("Bedragen per jaar", "Amounts per year (bedragen)"),
    "betreft": Text("Betreft", "Applies to (betreft)"),
    "percentage": Text("Percentage", "Percentage"),
    "vanaf": Text("Vanaf", "From (vanaf)"),
    "tot_en_met": Text("Tot en met", "Up to and including (tot_en_met)"),
    "afronding": Text("Afrondingsverschil", "Rounding difference (afronding)"),
    "van": Text("Van", "From source (van)"),
    "naar": Text("Naar", "To source (naar)"),
    "jaren": Text("Aantal jaren", "Number of years (jaren)"),
    "velden": Text("Eigenschappen", "Properties (velden)"),
    "reeks": Text("Bedragen per jaar", "Amounts per year (reeks)"),
    "programma": Text("Programma", "Programme (programma)"),
    "thema": Text("Thema", "Theme (thema)"),
    "voorziening": Text("Voorziening", "Service (voorziening)"),
    "kostensoort": Text("Kostensoort", "Class of cost (kostensoort)"),
    "partij": Text("Partij", "Party (partij)"),
    "volgorde": Text("Volgorde", "Turn (volgorde)"),
    "sleutel": Text("Verdeelsleutel", "Distribution key (sleutel)"),
    "aandelen": Text("Aandelen", "Shares (aandelen)"),
    "rang": Text("Rang", "Priority (rang)"),
    "parameter": Text("Parameter", "Parameter"),
    "waarde": Text("Waarde", "Value (waarde)"),
    "waarden": Text("Waarden per jaar", "Values per year (waarden)"),
    "eerder_behouden": Text("Eerdere jaren behouden", "Keep earlier years (eerder_behouden)"),
    "verloop": Text("Verloop", "After the last year (verloop)"),
    "hoofdstuk": Text("Begrotingshoofdstuk", "Budget chapter (hoofdstuk)"),
    "artikel": Text("Begrotingsartikel", "Budget article (artikel)"),
    "instrument": Text("Financieel instrument", "Financial instrument (instrument)"),
    "index": Text("Index", "Index"),
    "prijspeil": Text("Prijspeil", "Price level (prijspeil)"),
    "sleutel_beheer": Text("Verdeelsleutel beheerlast", "Key of running cost (sleutel_beheer)"),
    "rang_beheer": Text("Rang beheerlast", "Priority of running cost (rang_beheer)"),
    "sleutel_besparing": Text("Verdeelsleutel besparing", "Key of savings (sleutel_besparing)"),
    "volumegroei": Text("Volumegroei", "Volume growth (volumegroei)"),
    "kostenfactor": Text("Kostenfactor", "Cost factor (kostenfactor)"),
    "beheerratio": Text("Beheerratio", "Running-cost ratio (beheerratio)"),
    "doorlooptijd": Text("Doorlooptijd", "Lead time (doorlooptijd)"),
    "levensduur": Text("Levensduur", "Lifetime (levensduur)"),
    "doorschuif": Text("Doorschuif", "Share that moves on (doorschuif)"),
    "besparingsratio": Text("Besparingsratio", "Savings ratio (besparingsratio)"),
    "capaciteit": Text("Capaciteit", "Capacity (capaciteit)"),
    "compensatie": Text("Compensatie", "Compensation (compensatie)"),
    "eindejaarsmarge": Text("Eindejaarsmarge", "Year-end margin (eindejaarsmarge)"),
    "betaler": Text("Betaler", "Payer (betaler)"),
    "besluitstatus": Text("Besluitstatus", "Decision status (besluitstatus)"),
    "route": Text("Route", "Route"),
    "voor_programma": Text("Alleen voor programma", "Only for programme (voor_programma)"),
    "voor_thema": Text("Alleen voor thema", "Only for theme (voor_thema)"),
    "voor_kostensoort": Text("Alleen voor kostensoort", "Only for class of cost (voor_kostensoort)"),
    "voor_partij": Text("Alleen voor partij", "Only for party (voor_partij)"),
    "voor_kostenpost": Text("Alleen voor kostenpost", "Only for post (voor_kostenpost)"),
}

SOORTEN: Mapping[str, Text] = {
    "mutatie": Text("Mutatie", "Change of amounts (mutatie)"),
    "percentage": Text("Percentage", "Percentage"),
    "kasschuif": Text("Kasschuif", "Cash shift (kasschuif)"),
    "overboeking": Text("Overboeking", "Transfer (overboeking)"),
    "vertraging": Text("Vertraging", "Delay (vertraging)"),
    "looptijd": Text("Looptijd", "Term of a source (looptijd)"),
    "nieuwe_post": Text("Nieuwe kostenpost", "New post (nieuwe_post)"),
    "nieuwe_bron": Text("Nieuwe dekkingsbron", "New source (nieuwe_bron)"),
    "beeindiging": Text("Beëindiging", "Ending (beeindiging)"),
    "bestemming": Text("Bestemming", "Purpose (bestemming)"),
    "sleutel": Text("Verdeelsleutel", "Distribution key (sleutel)"),
    "aandelen": Text("Aandelen van een sleutel", "Shares of a key (aandelen)"),
    "rang": Text("Rang", "Priority (rang)"),
    "kenmerk": Text("Kenmerk", "Attribute (kenmerk)"),
    "parameter": Text("Parameter", "Parameter"),
}

EENHEDEN: Mapping[str, Text] = {
    "": Text("", ""),
    "k€": Text("x € 1.000", "x € 1,000"),
    "fractie": Text("%", "%"),
    "factor": Text("factor", "factor"),
    "jaar": Text("jaar", "years"),
}


def etiket(naam: str, taal: Language) -> str:
    """Return what a field or column is called; raise `KeyError` where nobody named it."""
    return VELDEN[naam].say(taal)


def soortnaam(soort: str, taal: Language) -> str:
    """Return what a soort of measure is called; one that does not exist by its own word."""
    return SOORTEN[soort].say(taal) if soort in SOORTEN else soort


def is_deel(eenheid: str) -> bool:
    """Return whether a unit is a fraction, which people read and type as a percentage."""
    return eenheid.startswith("fractie")


def eenheid_op_scherm(eenheid: str, taal: Language) -> str:
    """Return a unit as it stands beside an input; of a parameter, the words of the dataset."""
    if is_deel(eenheid):
        return eenheid.replace("fractie", "%", 1)
    return EENHEDEN[eenheid].say(taal) if eenheid in EENHEDEN else eenheid
