"""The tables of a round brought together, as rows: completeness, totals and the cells behind them, what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from model.io.returns.counted import Rij, totaal_van
from model.io.returns.handed_in import FINDINGS, HEADER, told_row
from model.io.returns.labels import item_woorden
from model.io.returns.merged import Uitslag
from model.io.returns.merged_cells import Rows, comparability, crosswalk, number, yes
from model.returns.changes import WENDINGEN, Verandering, veranderingen
from model.returns.columns import KOLOMMEN, kop
from model.returns.completeness import volledigheid
from model.returns.edits import Plek
from model.returns.personnel import EXTERN, INTERN, personeel
from model.returns.reconciliation import BRONNEN, UITKOMSTEN, aansluiting
from model.returns.sentences import zin
from model.returns.telling import ALLE
from model.returns.totals import totalen
from model.text import Language

_STATES = ("waarde", "nihil", "nvt", "ontbreekt")


def findings(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:  # noqa: ARG001
    """Yield everything that was found, in files that were refused first."""
    refused = {each.bestand for each in uitslag.geweigerd}
    for each in uitslag.geweigerd:
        for issue in each.issues:
            told = each.bestand, "", yes(each.geweigerd), "fout", issue.code
            yield *told, "", "", "", "", "", issue.say(language), "", "", ""
    for departement, (bestand, found) in uitslag.meldingen:
        head = bestand, departement, yes(bestand in refused)
        yield *head, found.ernst, found.code, *told_row(found, language)


def completeness(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:  # noqa: ARG001
    """Yield how complete each department is, by table and year; `deel` is the share of cells with an answer."""
    for each in volledigheid(uitslag.telling):
        name = uitslag.ronde.departementen[each.departement].naam
        year = kop(each.kolom, uitslag.ronde.jaar).nl
        states = (each.staten.get(staat, 0) for staat in _STATES)
        where = each.departement, name, yes(each.departement in uitslag.departementen), each.tabel, year
        yield *where, each.cellen, *states, each.telt, yes(each.geen), each.deel


def totals(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:  # noqa: ARG001
    """Yield every total with what it rests on, and the sentence that says so."""
    ronde = uitslag.ronde
    for each in totalen(uitslag.telling):
        yield (
            f"{totaal_van(each.vraag)}/{kop(each.kolom, ronde.jaar).nl}",
            *each.vraag,
            kop(each.kolom, ronde.jaar).nl,
            ronde.editie.grootheden[each.vraag.grootheid].eenheid,
            each.minstens,
            yes(each.heel),
            len(each.delen),
            len(each.volledig),
            len(each.deels),
            len(each.zonder),
            sum(deel.telt for deel in each.delen.values()),
            each.onbekend,
            each.onvergelijkbaar,
            zin(each, ronde.editie, ronde.jaar).say(language),
        )


def staff(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:  # noqa: ARG001
    """Yield own and hired staff side by side per table, kostensoort, year and department; the last one is all."""
    editie = uitslag.ronde.editie
    for tabel in editie.tabellen:
        for soort in (ALLE, *editie.soorten):
            for kolom in KOLOMMEN:
                for each in personeel(uitslag.telling, tabel, kolom, soort):
                    euro, fte = ([found[c] for c in (INTERN, EXTERN)] for found in (each.euro, each.fte))
                    heel = all(stand.heel for stand in (*euro, *fte))
                    yield (
                        tabel, soort, kop(kolom, uitslag.ronde.jaar).nl, each.departement or "alle",
                        *(stand.minstens for stand in euro), each.deel_extern, *(stand.minstens for stand in fte),
                        each.per_fte(INTERN), each.per_fte(EXTERN), yes(heel),
                    )  # fmt: skip


def changed(uitslag: Uitslag) -> Iterator[Verandering]:
    """Yield what changed since last round in the returns that came."""
    for bijeen in uitslag.departementen.values():
        yield from veranderingen(bijeen.opgave, uitslag.ronde)


def changed_most(uitslag: Uitslag) -> tuple[list[Verandering], int]:
    """Return what changed, the largest difference first; and how many figures are new, of which nothing was known."""
    every = list(changed(uitslag))
    known = [each for each in every if each.wending != "nieuw"]
    return sorted(known, key=lambda each: -abs(each.bedrag or 0.0)), len(every) - len(known)


def changes(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:  # noqa: ARG001
    """Yield what changed since last round, with the reason that the department gave."""
    for each in changed(uitslag):
        opgave = uitslag.departementen[each.departement].opgave
        labels = [
            item_woorden(Plek("regel", tuple(key)), opgave.posten, uitslag.ronde, language) for key in each.sleutels
        ]
        given = (opgave.regels[key].velden.get("reden", "") for key in each.sleutels if key in opgave.regels)
        was, nu = each.was, each.nu
        yield (
            each.departement,
            " ".join(key.tekst() for key in each.sleutels),
            " + ".join(labels),
            kop(each.kolom, uitslag.ronde.jaar).nl,
            WENDINGEN[each.wending].say(language),
            None if was is None else was.staat,
            number(was),
            None if nu is None else nu.staat,
            number(nu),
            each.bedrag,
            each.deel,
            "; ".join(dict.fromkeys(filter(None, given))),
        )


def beside(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:  # noqa: ARG001
    """Yield budget, dashboard and JBR beside what the return says."""
    for each in aansluiting(uitslag.telling):
        yield (
            each.departement,
            BRONNEN[each.bron].say(language),
            each.naam,
            each.grootheid,
            kop(each.kolom, uitslag.ronde.jaar).nl,
            each.opgave,
            each.elders,
            each.verschil,
            UITKOMSTEN[each.uitkomst].say(language),
            each.referentie,
        )


Maker = Callable[[Uitslag, Sequence[Rij], Language], Rows]
_ROW = ("departement", "tabel", "post", "regel", "omschrijving")
TABELLEN: Mapping[str, tuple[Sequence[str], Maker]] = {
    FINDINGS: (HEADER, findings),
    "volledigheid.csv": (
        ("departement", "naam", "opgave", "tabel", "jaar", "cellen", *_STATES, "telt-mee", "geen-posten", "deel"),
        completeness,
    ),
    "vergelijkbaarheid.csv": (
        (*_ROW, "jaar", "staat", "waarde", "veld", "gevraagd", "gegeven", "bestand", "cel"),
        comparability,
    ),
    "totalen.csv": (
        (
            "totaal", "tabel", "grootheid", "kostensoort", "categorie", "jaar", "eenheid", "ten-minste", "volledig",
            "departementen", "departementen-volledig", "departementen-deels", "departementen-zonder-cijfer",
            "cellen-tellen-mee", "cellen-onbekend", "cellen-niet-vergelijkbaar", "zin",
        ),
        totals,
    ),
    "herleiding.csv": (
        (
            *_ROW, "artikel", "kostenpost", "grootheid", "kostensoort", "categorie", "jaar", "telt", "reden", "staat",
            "waarde", "bestand", "cel", "totalen",
        ),
        crosswalk,
    ),
    "personeel.csv": (
        (
            "tabel", "kostensoort", "jaar", "departement", "intern-keur", "extern-keur", "deel-extern", "intern-fte",
            "extern-fte", "intern-keur-per-fte", "extern-keur-per-fte", "volledig",
        ),
        staff,
    ),
    "verschillen.csv": (
        (
            "departement", "regels", "omschrijving", "jaar", "wending", "was-staat", "was", "nu-staat", "nu",
            "verschil", "deel", "reden",
        ),
        changes,
    ),
    "aansluiting.csv": (
        (
            "departement", "overzicht", "naam", "grootheid", "jaar", "opgave", "elders", "verschil", "uitkomst",
            "referentie",
        ),
        beside,
    ),
}  # fmt: skip
"""What is written beside `opgaven.csv` and `conflicten.csv`: the columns and the rows of each file."""
