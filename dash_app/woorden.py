"""Words that more than one page uses."""

from __future__ import annotations

from model.text import LANGUAGES, Language, Text

NAAM = "Dekking"
TALEN = LANGUAGES

PAGINAS = {
    "/": Text("Overzicht", "Overview"),
    "/werkbank": Text("Werkbank", "Workbench"),
    "/vergelijken": Text("Vergelijken", "Compare"),
    "/wie-betaalt": Text("Wie betaalt", "Who pays"),
    "/bronnen": Text("Bronnen en aannames", "Sources and assumptions"),
    "/excel": Text("Excel", "Excel"),
    "/uitvraag": Text("Uitvraag", "Returns round"),
}
NAAR_INHOUD = Text("Naar de inhoud", "Skip to contents")
HOOFDMENU = Text("Hoofdmenu", "Main menu")
EENHEID = Text("Eenheid", "Unit")
PRIJZEN = Text("Prijzen", "Prices")
JAREN = Text("Jaren", "Years")
EENHEDEN = {"k": Text("x € 1.000", "x € 1,000"), "mln": Text("mln", "mln")}
PRIJSBASES = {"constant": Text("constant", "constant"), "lopend": Text("lopend", "current")}
WELKE_JAREN = {"begroting": Text("begroting", "budget"), "alle": Text("alle", "all")}
TAALNAMEN = {"nl": Text("Nederlands", "Dutch"), "en": Text("Engels", "English")}
TAAL_WISSEL = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}
STANDEN = {
    "eenheid": (EENHEID, EENHEDEN),
    "prijzen": (PRIJZEN, PRIJSBASES),
    "jaren": (JAREN, WELKE_JAREN),
    "taal": (Text("Taal", "Language"), TAALNAMEN),
}
KEUZES = {
    "partij": Text("Partij", "Party"),
    "periode": Text("Periode", "Period"),
    "kerncijfer": Text("Kerncijfer", "Key figure"),
    "van": Text("Van", "From"),
    "naar": Text("Naar", "To"),
    "moment": Text("Jaar", "Year"),
    "departement": Text("Departement", "Department"),
    "totaal": Text("Totaal", "Total"),
}
TABEL = Text("Tabel met dezelfde cijfers", "Table with the same figures")
GEEN_PAGINA = Text("Deze pagina is er niet", "There is no such page")
GEEN_PAGINA_UITLEG = Text(
    "Kies een pagina in het menu hierboven; het scenario waar u aan werkt blijft open.",
    "Choose a page in the menu above; the scenario that you work on stays open.",
)
LADEN = Text("Dekking wordt geladen…", "Dekking is loading…")
NAAMLOOS = Text("Scenario zonder naam", "Scenario without a name")
GEWIJZIGD = Text("gewijzigd, niet bewaard", "changed, not saved")
NIET_TE_REKENEN = Text(
    "Dit scenario kan zo niet worden doorgerekend. Op de werkbank staat bij elke maatregel wat er aan schort.",
    "This scenario cannot be worked out like this. The workbench says at each measure what is wrong.",
)
_MATEN = {
    "fractie": Text("%", "%"),
    "aandeel": Text("%", "%"),
    "per jaar": Text("per jaar", "per year"),
    "jaar": Text("jaar", "year"),
    "reëel": Text("reëel", "real"),
}

_EEN_JAAR, _JAREN = Text(" jaar", " year"), Text(" jaar", " years")


def genoemd(naam: str, taal: Language) -> str:
    """Return what a scenario is called, also one without a name."""
    return naam.strip() or NAAMLOOS.say(taal)


def maat(eenheid: str, taal: Language) -> str:
    """Return the unit of a dataset in words; fractions are shown as percentages."""
    for word, text in _MATEN.items():
        eenheid = eenheid.replace(word, text.say(taal))
    return eenheid


def achter(eenheid: str, waarde: float, taal: Language) -> str:
    """Return the unit that follows a value of a parameter; a calendar year and a factor are said by their number."""
    if eenheid == "jaar":
        return "" if waarde > 1000 else (_EEN_JAAR if waarde == 1 else _JAREN).say(taal)
    if eenheid == "factor":
        return ""
    return f" {maat(eenheid, taal).removeprefix('%').strip()}".rstrip()
