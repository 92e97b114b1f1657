"""A return in which nothing is wrong, and defects planted in it: what finds each, where, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from returns.rondes import GETEKEND

from model.returns.columns import KOLOMMEN
from model.returns.edition import EDITIES, Sleutel
from model.returns.opgave import NIHIL, ONTBREEKT, Cel, Herkomst, Opgave, Post, Regel, waarde
from model.returns.ronde import Controletotaal, Departement, Ronde

# A clean department, with one post of which most is nihil.
POST = ("begroting", "logius")
NAMEN = ("azuur",)
VELDEN = {"naam": "Logius", "artikel": "6", "dashboard": "n.v.t.", "jbr": "n.v.t."}
GEEN = {"geen-beleidstraject": "nihil", "geen-activiteit": "nihil"}


def rij(grootheid: str, categorie: str = "", soort: str = "beheer") -> Sleutel:
    return Sleutel(*POST, grootheid, soort, categorie)


NIETS = Regel((NIHIL,) * len(KOLOMMEN))


def gelijk(value: float) -> Regel:
    return Regel((waarde(value),) * len(KOLOMMEN))


RONDE = Ronde(
    "R", 2027, EDITIES["2"], {d: Departement(d, d) for d in NAMEN}, posten={"azuur": (Post(*POST, VELDEN),)},
    controles={"azuur": (Controletotaal("6", "uitgaven", "t", 2900, "gelijk", "OWB 2027"),)},
)  # fmt: skip
REGELS = dict.fromkeys(EDITIES["2"].regels(*POST), NIETS) | {
    rij("verplichtingen", "hardware"): gelijk(3000),
    rij("uitgaven", "hardware"): gelijk(2000),
    rij("uitgaven", "intern"): gelijk(900),
    rij("fte", "intern"): gelijk(9),
    Sleutel(*POST, "juridisch-verplicht"): gelijk(80),
}
GOED = Opgave(
    Herkomst("2", "R", "azuur"),
    {POST: Post(*POST, VELDEN)},
    REGELS,
    GETEKEND | GEEN,
)
HARDWARE, INTERN, FTE = rij("uitgaven", "hardware"), rij("uitgaven", "intern"), rij("fte", "intern")
DOORSNEDE = Sleutel("beleidstraject", "wet", "uitgaven", "vernieuwing", "software")
VERPLICHT = Sleutel(*POST, "juridisch-verplicht")


def met(key: Sleutel, kolom: str, cel: Cel, **velden: str) -> Opgave:
    """Return the clean return with one cell changed, and fields of its row."""
    cells = [cel if each == kolom else old for each, old in zip(KOLOMMEN, REGELS[key].cellen, strict=True)]
    return replace(GOED, regels={**REGELS, key: Regel(tuple(cells), velden)})


def regel(key: Sleutel, row: Regel) -> Opgave:
    return replace(GOED, regels={**REGELS, key: row})


def elk_jaar(bedrag: float, **velden: str) -> Opgave:
    """Return the clean return with an amount in every row of commitments and spending."""
    same = replace(gelijk(bedrag), velden=velden)
    return replace(
        GOED, regels={k: same if k.grootheid in ("verplichtingen", "uitgaven") else r for k, r in REGELS.items()}
    )


def reeks(first: float, step: float, **velden: str) -> Regel:
    return Regel(tuple(waarde(first + step * n) for n in range(len(KOLOMMEN))), velden)


def met_totaal(**velden: str) -> Opgave:
    """Return the clean return with two rows and a third of which every amount is their sum."""
    rows = {"hardware": reeks(100, 20), "software": reeks(200, 40), "overig": reeks(300, 60, **velden)}
    return replace(
        GOED, regels={**REGELS, INTERN: NIETS, FTE: NIETS} | {rij("uitgaven", name): row for name, row in rows.items()}
    )


def met_doorsnede(bedrag: float, artikel: str = "6", tabel: str = "beleidstraject", **velden: str) -> Opgave:
    """Return the clean return with a post that cuts across the budget lines of an article."""
    rows = dict.fromkeys(EDITIES["2"].regels(tabel, "wet"), NIETS)
    key = DOORSNEDE._replace(tabel=tabel)
    return replace(
        GOED,
        posten=GOED.posten | {(tabel, "wet"): Post(tabel, "wet", VELDEN | {"artikel": artikel})},
        regels=GOED.regels | rows | {key: replace(gelijk(bedrag), velden=velden)},
        aftekening=GOED.aftekening | {f"geen-{tabel}": ""},
    )


def post(**velden: str) -> Opgave:
    return replace(GOED, posten={POST: Post(*POST, VELDEN | velden)})


def getekend(**velden: str) -> Opgave:
    return replace(
        GOED, aftekening={**GOED.aftekening, **{veld.replace("_", "-"): text for veld, text in velden.items()}}
    )


Geval = tuple[Opgave, str, str, str]
"""The return, the code, the place, and words of the Dutch sentence."""
IN_HARDWARE = f"regel {HARDWARE.tekst()}"
IN_CONTROLE = "controle 6/uitgaven/gelijk t"
GEVALLEN: Mapping[str, Geval] = {
    "nobody signed": (getekend(fez=""), "inhoud-aftekening-leeg", "aftekening fez", "niet ingevuld"),
    "a name that is none": (
        getekend(cio="12345"),
        "inhoud-aftekening-geen-naam",
        "aftekening cio",
        "'12345' is geen naam van een mens",
    ),
    "a day that is none": (
        getekend(fez_datum="2027-13-45"),
        "inhoud-aftekening-datum-vorm",
        "aftekening fez-datum",
        "'2027-13-45' is niet als dag te lezen",
    ),
    "a day long ago": (getekend(cio_datum="1-1-1999"), "inhoud-aftekening-datum", "aftekening cio-datum", "1-1-1999"),
    "a day before the year whose outturn is asked": (
        getekend(fez_datum="2 januari 2025"),
        "inhoud-aftekening-datum",
        "aftekening fez-datum",
        "2 januari 2025'; verwacht een datum van 2026 tot en met 2027",
    ),
    "still to be signed": (
        getekend(fez="nog te tekenen"),
        "inhoud-aftekening-geen-naam",
        "aftekening fez",
        "'nog te tekenen' is geen naam van een mens; verwacht de naam van wie namens FEZ tekent",
    ),
    "an office and no person": (
        getekend(cio="CIO"),
        "inhoud-aftekening-geen-naam",
        "aftekening cio",
        "'CIO' is geen naam",
    ),
    "one person signed twice": (
        getekend(cio="drs. Mulder, C."),
        "inhoud-aftekening-gelijk",
        "aftekening cio",
        "FEZ en CIO hebben dezelfde naam: 'C. Mulder; drs. Mulder, C.'; verwacht twee mensen",
    ),
    "a table without posts": (
        getekend(geen_activiteit=""),
        "inhoud-tabel-niet-bevestigd",
        "aftekening geen-activiteit",
        "de tabel ICT-activiteiten",
    ),
    "a table with posts that has none": (
        getekend(geen_begroting="nihil"),
        "inhoud-bevestigd-met-posten",
        "aftekening geen-begroting",
        "maar er zijn er 1",
    ),
    "an old form": (
        replace(GOED, herkomst=Herkomst("1", "R", "azuur")),
        "inhoud-andere-editie",
        "",
        "editie 1; verwacht editie 2",
    ),
    "more than the budget": (
        met(HARDWARE, "t", waarde(2500)),
        "inhoud-controletotaal",
        IN_CONTROLE,
        "artikel 6, uitgaven 2027: de regels zijn samen 3.400, een verschil van 500; verwacht gelijk aan 2.900 (OWB",
    ),
    "less than the budget": (
        met(HARDWARE, "t", waarde(1500)),
        "inhoud-controletotaal",
        IN_CONTROLE,
        "een verschil van ‒ 500",
    ),
    "an empty cell": (
        met(HARDWARE, "t+1", ONTBREEKT),
        "inhoud-cellen-ontbreken",
        "post begroting/logius",
        "lege cellen bij deze post: 1 van de 368, eerst beheer · hardware · uitgaven, 2028",
    ),
    "a row that is not there": (
        replace(GOED, regels={key: row for key, row in REGELS.items() if key != rij("ontvangsten")}),
        "inhoud-cellen-ontbreken",
        "post begroting/logius",
        "lege cellen bij deze post: 8 van de 368",
    ),
    "an empty field": (
        post(jbr=""),
        "inhoud-veld-leeg",
        "post begroting/logius jbr",
        "het veld regel in de JBR is leeg",
    ),
    "a definition of its own": (
        post(definitie="eigen", toelichting="alleen groot"),
        "inhoud-niet-als-gevraagd",
        "post begroting/logius definitie",
        "definitie is eigen definitie (2026, 2027, 2028, 2029, 2030, 2031, 2032, structureel); verwacht als gevraagd",
    ),
    "outturn where an estimate was asked": (
        post(aard="raming", toelichting="boek nog open"),
        "inhoud-niet-als-gevraagd",
        "post begroting/logius aard",
        "aard is raming (2026); verwacht realisatie",
    ),
    "paid without commitments": (
        regel(rij("verplichtingen", "hardware"), gelijk(500)),
        "inhoud-betaald-boven-verplicht",
        "post begroting/logius",
        "€ 20,3 mln uitgegeven en € 3,5 mln aan verplichtingen",
    ),
    "a share of 120 %": (
        met(VERPLICHT, "t+2", waarde(120)),
        "inhoud-buiten-grenzen",
        f"regel {VERPLICHT.tekst()} t+2",
        "2029: 120",
    ),
    "a negative amount": (
        met(HARDWARE, "t+2", waarde(-5)),
        "inhoud-buiten-grenzen",
        f"{IN_HARDWARE} t+2",
        "2029: ‒ 5; verwacht k€ van 0",
    ),
    "a programme of more than its article": (
        met_doorsnede(3000),
        "inhoud-meer-dan-artikel",
        f"regel {DOORSNEDE.tekst()} t-1",
        "meer uitgaven dan alle begrotingsregels van artikel 6: 2026: 3.000 (regels samen 2.900); 2027: 3.000",
    ),
    "more received than spent": (
        regel(rij("ontvangsten"), gelijk(3000)),
        "inhoud-ontvangsten-boven-uitgaven",
        "post begroting/logius",
        "meer dan de uitgaven: 2026: 3.000; 2027: 3.000; 2028: 3.000; …; verwacht ten hoogste wat wordt uitgegeven",
    ),
    "an outturn that is the estimate": (
        elk_jaar(100),
        "inhoud-realisatie-gelijk",
        f"regel {rij('verplichtingen', 'intern').tekst()} t-1",
        "in alle 36 rijen met bedragen is 2026 gelijk aan de raming voor 2027; verwacht de realisatie",
    ),
    "a total typed as a row": (
        met_totaal(),
        "inhoud-rij-is-som",
        f"regel {rij('uitgaven', 'overig').tekst()} t-1",
        "deze rij is in elk jaar de som van 2 andere rijen van de post: 2026: 300; 2027: 360; 2028: 420; …",
    ),
    "n.v.t. and a number": (
        replace(GOED, regels={**REGELS, HARDWARE: replace(gelijk(2000), velden={"geheel": "nvt"})}),
        "inhoud-geheel-met-getal",
        f"{IN_HARDWARE} geheel",
        "de hele regel is n.v.t., maar er staat ook 2026: 2.000; 2027",
    ),
    "a jump": (
        met(HARDWARE, "t+2", waarde(20_000)),
        "inhoud-sprong",
        f"{IN_HARDWARE} t+2",
        "meer dan 5 keer zo veel of zo weinig: 2029: 20.000 (was 2.000); 2030: 2.000 (was 20.000)",
    ),
    "structural far from the last year": (
        met(HARDWARE, "structureel", waarde(6000)),
        "inhoud-structureel-ver",
        f"{IN_HARDWARE} structureel",
        "structureel is 6.000; verwacht in de buurt van 2032: 2.000",
    ),
    "fte that nobody pays": (
        regel(rij("fte", "extern"), gelijk(3)),
        "inhoud-fte-zonder-euro",
        f"regel {rij('fte', 'extern').tekst()} t-1",
        "2026: 3; 2027",
    ),
    "staff that is nobody": (regel(FTE, NIETS), "inhoud-euro-zonder-fte", f"regel {INTERN.tekst()} t-1", "2026: 900"),
    "cost per fte": (
        met(FTE, "t", waarde(90)),
        "inhoud-kosten-per-fte",
        f"regel {FTE.tekst()} t",
        "2027: 10; verwacht van 40 tot 250",
    ),
    "committed without spending": (
        replace(GOED, regels={**REGELS, HARDWARE: NIETS, INTERN: NIETS, FTE: NIETS}),
        "inhoud-verplicht-zonder-uitgaven",
        f"regel {VERPLICHT.tekst()} t-1",
        "2026: 80; 2027: 80; 2028: 80; …",
    ),
}
