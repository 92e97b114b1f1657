"""Random rounds and returns: the same for the same seed, and as hypothesis strategies.

`ronde(seed, ...)` makes a round, `ingevuld(basis_van(ronde, departement), seed, ...)` fills in what it sends. A
department may have no posts in a table; its return then mostly says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN, STRUCTUREEL, jaar_van
from model.returns.earlier import Eerder, Vorige, vorige_van
from model.returns.edition import EDITIES, HUIDIGE, Sleutel
from model.returns.fields import geen
from model.returns.opgave import NIHIL, NVT, ONTBREEKT, Cel, Opgave, Post, Regel, waarde
from model.returns.ronde import Controletotaal, Departement, Drempel, Elders, Ronde
from model.returns.terms import AARDEN, FASEN, PRIJZEN

MOST = 13
ARTIKELEN = ("1", "6", "6.2", "91")
NAMEN = ("Bijdrage aan Logius", 'Het "nieuwe" stelsel', "Beheer, onderhoud; en meer", "Één koppeling €", "=1+1")
TEKSTEN = ("contract verlengd", "eenmalig, zie brief", 'zo "besloten"', "twee\nregels", "€ 1.000 per stuk")

GETEKEND = {"fez": "C. Mulder", "fez-datum": "2026-09-03", "cio": "D. de Smit", "cio-datum": "vrijdag 4 sep. 2026"}


def ronde(
    seed: int,
    departementen: int = 3,
    posten: int = 2,
    *,
    vorige: float = 0.5,
    oude_editie: bool = True,
    controles: bool = True,
    jaar: int = 2027,
) -> Ronde:
    """Return a round with at most `posten` posts per table; `vorige` is how full the last round was.

    With `oude_editie` some departments answered the last round in the first edition. Control totals are those of last
    round's figures, so that a department that repeats these fits them.
    """
    random = Random(seed)
    idents = [f"dep-{number}" for number in range(1, departementen + 1)]
    asked = {ident: _posten(random, ident, posten) for ident in idents}
    last = {
        ident: _vorige(random, asked[ident], jaar, vorige, "1" if oude_editie and random.random() < 0.4 else HUIDIGE)
        for ident in idents
    }
    totals = {ident: tuple(_controles(asked[ident], last[ident])) for ident in idents}
    return Ronde(
        f"FICTIEF {jaar}",
        jaar,
        EDITIES[HUIDIGE],
        {ident: Departement(ident, f"FICTIEF departement {ident[4:]}", random.choice(("VII", ""))) for ident in idents},
        fase=random.choice(list(FASEN)),
        prijzen=random.choice(list(PRIJZEN)),
        drempel=Drempel(*(random.choice(each) for each in ((0.0, 500.0), (0.0, 0.25), (0.5, 5.0), (0.0, 20.0)))),
        fictief=True,
        posten=asked,
        vorige={ident: found.cellen for ident, found in last.items() if found.cellen},
        samen={ident: found.samen for ident, found in last.items() if found.samen},
        controles={ident: found for ident, found in totals.items() if found and controles},
        dashboard={idents[0]: (Elders("Zaaksysteem", "t", 1250.5, "FICTIEF dashboard"),)},
        jbr={idents[-1]: (Elders("ICT-personeel", STRUCTUREEL, 80.0, "FICTIEF JBR"),)},
    )


def _posten(random: Random, departement: str, most: int) -> tuple[Post, ...]:
    return tuple(
        Post(tabel, f"{departement}-{tabel}-{number}", _velden(random))
        for tabel in EDITIES[HUIDIGE].tabellen
        for number in range(random.randint(0, most))
    )


def _velden(random: Random) -> dict[str, str]:
    fields = {"naam": random.choice(NAMEN), "artikel": random.choice(ARTIKELEN)}
    if random.random() < 0.5:
        fields |= {"dashboard": "n.v.t.", "jbr": "ICT-personeel", "toelichting": random.choice(TEKSTEN)}
    return fields


def _vorige(random: Random, posten: tuple[Post, ...], jaar: int, full: float, editie: str) -> Vorige:
    years = [jaar_van(kolom, jaar - 1) for kolom in KOLOMMEN]
    figures = [
        Eerder(key, year, cel(random, key, editie), editie)
        for post in posten
        for key in EDITIES[editie].regels(post.tabel, post.ident)
        for year in years
        if random.random() < full
    ]
    return vorige_van(figures, jaar, HUIDIGE)


def _controles(posten: tuple[Post, ...], vorige: Vorige) -> list[Controletotaal]:
    article = {post.ident: post.artikel for post in posten if post.tabel == "begroting"}
    found: dict[tuple[str, str], float] = {}
    known = [(key, kolom, each) for (key, kolom), each in vorige.cellen.items()]
    for key, kolom, each in known + [(each.was, each.kolom, each.cel) for each in vorige.samen]:
        if key.grootheid == "uitgaven" and key.post in article:
            where = (article[key.post], kolom)
            found[where] = found.get(where, 0.0) + each.waarde
    return [
        Controletotaal(artikel, "uitgaven", kolom, round(bedrag, 1), "gelijk", "FICTIEF begroting")
        for (artikel, kolom), bedrag in found.items()
    ]


def cel(random: Random, key: Sleutel, editie: str = HUIDIGE, ontbreekt: float = 0.1) -> Cel:
    """Return a cell of any state, with a number within the bounds of its row."""
    if random.random() < ontbreekt:
        return ONTBREEKT
    if random.random() < 0.2:
        return random.choice((NIHIL, NVT))
    high = EDITIES[editie].grootheden[key.grootheid].kind.high
    most = min(high, 50_000)
    return waarde(round(random.uniform(most / 100, most), random.choice((0, 0, 1))))


def ingevuld(opgave: Opgave, seed: int, *, ontbreekt: float = 0.1, afwijking: float = 0.1, **herkomst: str) -> Opgave:
    """Return what a department, or a directorate (`directie="x"`), might make of what it was sent.

    `ontbreekt` is the share of cells that stay empty, `afwijking` of posts that are not as asked; with both 0.0 the
    return is complete.
    """
    random = Random(seed)
    regels = {key: _regel(random, key, opgave.herkomst.editie, ontbreekt) for key in opgave.regels}
    posten = {
        key: replace(post, velden=_antwoord(random, post.velden, afwijking)) for key, post in opgave.posten.items()
    }
    signed = {veld: text for veld, text in GETEKEND.items() if random.random() >= ontbreekt}
    empty = [tabel for tabel in EDITIES[opgave.herkomst.editie].tabellen if all(key[0] != tabel for key in posten)]
    signed |= {geen(tabel): "nihil" for tabel in empty if random.random() >= ontbreekt}
    return Opgave(replace(opgave.herkomst, **herkomst), posten, regels, signed)


def _regel(random: Random, key: Sleutel, editie: str, ontbreekt: float) -> Regel:
    cells = tuple(cel(random, key, editie, ontbreekt) for _ in KOLOMMEN)
    fields = {"opmerking": random.choice(TEKSTEN)} if random.random() < 0.1 else {}
    if random.random() < 0.1:
        fields["reden"] = random.choice(TEKSTEN)
    if random.random() < 0.2:
        fields["geheel"] = random.choice(("nihil", "nvt"))
        cells = tuple(each if random.random() < 0.5 else ONTBREEKT for each in cells)
    return Regel(cells, fields)


def _antwoord(random: Random, velden: Mapping[str, str], afwijking: float) -> dict[str, str]:
    """Return the fields of a post, those that were empty answered."""
    fields = {"dashboard": "n.v.t.", "jbr": "ICT-personeel"} | dict(velden)
    for veld, keuzes in (("aard", AARDEN), ("fase", FASEN), ("prijzen", PRIJZEN), ("definitie", {"eigen": None})):
        if random.random() < afwijking:
            fields |= {veld: random.choice(list(keuzes)), "toelichting": random.choice(TEKSTEN)}
    return fields


seeds = st.integers(0, 2**32 - 1)


@st.composite
def rondes(draw: st.DrawFn, departementen: int = 3, posten: int = 2) -> Ronde:
    """Return a round of at most so many departments and posts per table."""
    return ronde(
        draw(seeds),
        draw(st.integers(1, departementen)),
        draw(st.integers(0, posten)),
        vorige=draw(st.sampled_from([0.0, 0.2, 1.0])),
        oude_editie=draw(st.booleans()),
        controles=draw(st.booleans()),
    )


@st.composite
def opgaven(draw: st.DrawFn, van: Ronde, departement: str) -> Opgave:
    """Return a return of a department to a round: anything from empty to complete."""
    ontbreekt, afwijking = draw(st.sampled_from([0.0, 0.1, 1.0])), draw(st.sampled_from([0.0, 0.2]))
    return ingevuld(basis_van(van, departement), draw(seeds), ontbreekt=ontbreekt, afwijking=afwijking)
