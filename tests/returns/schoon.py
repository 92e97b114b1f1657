"""Returns in which nothing is wrong or odd, at random: complete, steady, and fitting last round and control totals."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from returns.rondes import GETEKEND, ronde

from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.fields import geen
from model.returns.opgave import NIHIL, NVT, Cel, Opgave, Post, Regel, waarde
from model.returns.ronde import Controletotaal, Drempel, Ronde

DEPARTEMENT = "dep-1"
PERSONEEL = {"intern": 100.0, "extern": 160.0}


def schoon(seed: int) -> tuple[Ronde, Opgave]:
    """Return a round of one department, and a return to it that is right."""
    random = Random(seed)
    asked = replace(ronde(seed, 1, 3, vorige=0.0, controles=False), drempel=Drempel(500.0, 0.1))
    base = basis_van(asked, DEPARTEMENT)
    rows: dict[Sleutel, Regel] = {}
    for key in base.regels:
        rows.setdefault(key, _doorsnede(base, key, rows) or _regel(random, key, rows))
    empty = {tabel for tabel in asked.editie.tabellen if all(post.tabel != tabel for post in base.posten.values())}
    signed = GETEKEND | {geen(tabel): "nihil" for tabel in empty}
    posts = {key: _post(post) for key, post in base.posten.items()}
    opgave = Opgave(base.herkomst, posts, rows, signed)
    last = {
        (key, kolom): _eerder(kolom, regel.cel(kolom))
        for key, regel in rows.items()
        for kolom in KOLOMMEN
        if random.random() < 0.7
    }
    return replace(asked, vorige={DEPARTEMENT: last}, controles={DEPARTEMENT: _controles(opgave)}), opgave


def _eerder(kolom: str, cel: Cel) -> Cel:
    """Return what was said last round: of the year of which there is an outturn now, a little more."""
    return waarde(cel.waarde * 1.05) if kolom == "t-1" and cel.staat == "waarde" else cel


def _doorsnede(base: Opgave, key: Sleutel, rows: dict[Sleutel, Regel]) -> Regel | None:
    """Return a row of a post that cuts across the budget: that of a line of its article, where there is one."""
    article = base.posten[key.tabel, key.post].artikel
    lines = [ident for (tabel, ident), post in base.posten.items() if (tabel, post.artikel) == ("begroting", article)]
    cuts = key.tabel != "begroting" and lines
    return rows[key._replace(tabel="begroting", post=lines[0])] if cuts else None


def _regel(random: Random, key: Sleutel, rows: dict[Sleutel, Regel]) -> Regel:
    """Return a row; spending takes after commitments, staff and receipts after spending, shares after nothing."""
    if key.grootheid == "ontvangsten":
        paid = [row for other, row in rows.items() if other[:3] == (key.tabel, key.post, "uitgaven")]
        return Regel(tuple(waarde(round(sum(row.cel(kolom).waarde for row in paid) / 10)) for kolom in KOLOMMEN))
    before = {"uitgaven": "verplichtingen", "fte": "uitgaven"}.get(key.grootheid, "")
    if key.grootheid == "juridisch-verplicht":
        paid = [row for other, row in rows.items() if other[:3] == (key.tabel, key.post, "uitgaven")]
        there = [any(row.cellen[n].waarde for row in paid) for n in range(len(KOLOMMEN))]
        return Regel(tuple(waarde(round(random.uniform(10, 100))) if each else NVT for each in there))
    if (other := key._replace(grootheid=before)) in rows:
        per = PERSONEEL[key.categorie] if key.grootheid == "fte" else 1.0
        return replace(
            rows[other],
            cellen=tuple(c if not c.waarde else waarde(round(c.waarde / per, 1)) for c in rows[other].cellen),
        )
    if random.random() < 0.3:
        word = random.choice(("nihil", "nvt"))
        return (
            Regel((NIHIL if word == "nihil" else NVT,) * len(KOLOMMEN))
            if random.random() < 0.5
            else Regel(velden={"geheel": word})
        )
    level = random.uniform(100, 20_000)
    path = [round(level * random.uniform(0.7, 1.4)) for _ in KOLOMMEN]
    return Regel(tuple(waarde(each) for each in path))


def _post(post: Post) -> Post:
    return replace(post, velden={"dashboard": "n.v.t.", "jbr": "ICT-personeel"} | dict(post.velden))


def _controles(opgave: Opgave) -> tuple[Controletotaal, ...]:
    sums: dict[str, float] = {}
    for key, regel in opgave.regels.items():
        if (key.tabel, key.grootheid) == ("begroting", "uitgaven"):
            artikel = opgave.posten[key.tabel, key.post].artikel
            sums[artikel] = sums.get(artikel, 0.0) + regel.cel("t").waarde
    tests = (("gelijk", 0.0), ("minstens", -10.0), ("hoogstens", 10.0))
    return tuple(
        Controletotaal(artikel, "uitgaven", "t", som + off, toets, "FICTIEF")
        for artikel, som in sums.items()
        for toets, off in tests
    )
