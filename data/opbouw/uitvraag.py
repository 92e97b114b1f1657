"""Build the fictitious round of the return in data/uitvraag: departments, posts and amounts that are all made up.

``.venv/bin/python data/opbouw/uitvraag.py`` (or ``make uitvraag``) writes it from ``uitvraag.toml`` beside this file,
with amounts at random from a fixed seed; with ``--controleer`` it only compares (exit 1 on a difference).
Amounts are in thousands of euros (k€).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from model.io.returns.figures import write_cijfers
from model.io.returns.round_reader import read_ronde
from model.io.returns.round_writer import write_ronde
from model.io.returns.tables import VORIGE
from model.returns.columns import AFTER
from model.returns.earlier import Eerder, vorige_van
from model.returns.edition import EDITIES, HUIDIGE, Sleutel
from model.returns.opgave import Cel, Post, waarde
from model.returns.ronde import Controletotaal, Departement, Elders, Ronde

HIER = Path(__file__).resolve().parent
DOEL = HIER.parent / "uitvraag" / "fictief-2027"
OPDRACHT = ".venv/bin/python data/opbouw/uitvraag.py"
LEESMIJ = "README.md"

# What of an article is controlled: grootheid, column, how, and the control total as a multiple of last round's figures.
TOETSEN = (
    ("uitgaven", "t", "gelijk", 1.0),
    ("uitgaven", "t+1", "hoogstens", 1.05),
    ("ontvangsten", "t", "minstens", 0.9),
)

T = TypeVar("T")
Opzet = Mapping[str, Any]
Reeks = dict[int | None, float]
"""Amounts by year; None is structureel."""


@dataclass(frozen=True, slots=True)
class Trekking:
    """Draws at random; only `Random.random`, which gives the same in every version of Python."""

    bron: Random

    def tussen(self, grenzen: Sequence[float]) -> float:
        """Return a number between two bounds; small ones are as likely as large ones."""
        laag, hoog = grenzen
        return float(laag * (hoog / laag) ** self.bron.random())

    def geheel(self, grenzen: Sequence[int]) -> int:
        """Return a whole number from the first bound to the second."""
        return int(grenzen[0] + self.bron.random() * (grenzen[1] - grenzen[0] + 1))

    def een(self, uit: Sequence[T]) -> T:
        """Return one of several."""
        return uit[int(self.bron.random() * len(uit))]

    def enkele(self, uit: Sequence[T], aantal: int) -> list[T]:
        """Return so many different ones, in their order."""
        lot = sorted(range(len(uit)), key=lambda _: self.bron.random())
        return [uit[plaats] for plaats in sorted(lot[:aantal])]


@dataclass(slots=True)
class Inhoud:
    """What is made up for one department."""

    departement: Departement
    editie: str
    posten: list[Post] = field(default_factory=list)
    cijfers: list[Eerder] = field(default_factory=list)


def departementen(opzet: Opzet) -> Iterator[Inhoud]:
    """Yield what is made up for each department; each has draws of its own, so that one more changes no other."""
    for nummer, naam in enumerate(opzet["departementen"], start=1):
        trek = Trekking(Random(opzet["zaad"] + nummer))  # noqa: S311 - made up, no secret
        ident = f"fictief-{naam.lower()}"
        departement = Departement(ident, f"FICTIEF departement {naam}", f"F{nummer}")
        inhoud = Inhoud(departement, "1" if naam in opzet["eerste_editie"] else HUIDIGE)
        artikelen = [str(nummer * 10 + volgende) for volgende in range(1, trek.geheel((2, 3)) + 1)]
        for tabel, grenzen in opzet["posten"].items():
            if opzet["zonder"].get(naam) != tabel:
                for titel in trek.enkele(opzet["namen"][tabel], trek.geheel(grenzen)):
                    post = verzonnen_post(trek, opzet, tabel, f"{ident}-{len(inhoud.posten) + 1:02}", titel, artikelen)
                    inhoud.posten.append(post)
                    inhoud.cijfers += verzonnen_cijfers(trek, opzet, post, inhoud.editie)
        yield inhoud


def verzonnen_post(trek: Trekking, opzet: Opzet, tabel: str, ident: str, titel: str, artikelen: list[str]) -> Post:
    """Return a post of this name."""
    return Post(tabel, ident, {
        "naam": f"FICTIEF {titel}",
        "artikel": trek.een(artikelen),
        "instrument": trek.een(opzet["instrumenten"]) if tabel == "begroting" else "",
        "dashboard": f"FICTIEF-{ident[8:]}" if tabel == "activiteit" and trek.bron.random() < 0.6 else "n.v.t.",
        "jbr": trek.een(opzet["jbr"]) if tabel == "begroting" else "n.v.t.",
    })  # fmt: skip


def verzonnen_cijfers(trek: Trekking, opzet: Opzet, post: Post, nummer: str) -> Iterator[Eerder]:
    """Yield last round's figures of a post: a few rows of spending, and what belongs to them; the rest is not known."""
    editie = EDITIES[nummer]
    t = opzet["jaar"] - 1
    uitgaven = [key for key in editie.regels(post.tabel, post.ident) if key.grootheid == "uitgaven"]
    for volgende, key in enumerate(trek.enkele(uitgaven, trek.geheel((2, 3)))):
        bedragen = reeks(trek, trek.tussen(opzet["bedrag"][post.tabel]) / (1 + volgende), t)
        yield from cellen(key, bedragen, nummer)
        if "verplichtingen" in editie.tabellen[post.tabel] and not volgende:
            yield from cellen(key._replace(grootheid="verplichtingen"), bedragen, nummer)
        if key.categorie in opzet["fte"]:
            prijs = trek.tussen(opzet["fte"][key.categorie])
            mensen = {jaar: round(bedrag / prijs, 1) for jaar, bedrag in bedragen.items()}
            yield from cellen(key._replace(grootheid="fte"), mensen, nummer)
    if post.tabel == "begroting":
        deel = trek.geheel((60, 95))
        vast: Reeks = {jaar: max(5, deel - 12 * (jaar - t)) for jaar in range(t, t + AFTER + 1)}
        yield from cellen(Sleutel(post.tabel, post.ident, "juridisch-verplicht"), vast, nummer)
        inkomsten = trek.tussen((100, 900)) if trek.bron.random() < 0.4 else 0.0
        yield from cellen(
            Sleutel(post.tabel, post.ident, "ontvangsten", "beheer"), reeks(trek, inkomsten, t), nummer
        )  # fmt: skip


def reeks(trek: Trekking, bedrag: float, t: int) -> Reeks:
    """Return whole amounts of t to t+5 that move a little each year, and what stays after them."""
    found: Reeks = {}
    for jaar in range(t, t + AFTER + 1):
        found[jaar] = float(round(bedrag))
        bedrag *= 0.94 + 0.14 * trek.bron.random()
    return {**found, None: found[t + AFTER]}


def cellen(key: Sleutel, bedragen: Reeks, editie: str) -> Iterator[Eerder]:
    """Yield a row's figures."""
    for jaar, bedrag in bedragen.items():
        yield Eerder(key, jaar, waarde(bedrag), editie)


def ronde(opzet: Opzet, inhoud: Sequence[Inhoud]) -> Ronde:
    """Return the round, without the figures of the last one."""
    jaar = opzet["jaar"]
    return Ronde(
        opzet["naam"],
        jaar,
        EDITIES[HUIDIGE],
        {each.departement.ident: each.departement for each in inhoud},
        fictief=True,
        posten={each.departement.ident: tuple(each.posten) for each in inhoud},
        controles={each.departement.ident: tuple(controles(opzet, each)) for each in inhoud},
        dashboard={each.departement.ident: tuple(dashboard(opzet, each)) for each in inhoud},
        jbr={each.departement.ident: tuple(jbr(opzet, each)) for each in inhoud},
    )


def totaal(inhoud: Inhoud, posten: Sequence[Post], grootheid: str, kolom: str, jaar: int) -> float:
    """Return what last round's figures of posts add up to, those of several rows together included."""
    last = vorige_van(inhoud.cijfers, jaar, HUIDIGE)
    cells: list[tuple[Sleutel, str, Cel]] = [(key, where, cel) for (key, where), cel in last.cellen.items()]
    cells += [(each.was, each.kolom, each.cel) for each in last.samen]
    idents = {post.ident for post in posten}
    asked = (
        cel.waarde for key, where, cel in cells if (key.grootheid, where) == (grootheid, kolom) and key.post in idents
    )
    return round(sum(asked), 1)


def controles(opzet: Opzet, inhoud: Inhoud) -> Iterator[Controletotaal]:
    """Yield the control totals of each article: they hold for who answers what the last round said."""
    lines = [post for post in inhoud.posten if post.tabel == "begroting"]
    for artikel in sorted({post.artikel for post in lines}):
        posten = [post for post in lines if post.artikel == artikel]
        for grootheid, kolom, toets, ruimte in TOETSEN:
            bedrag = float(round(ruimte * totaal(inhoud, posten, grootheid, kolom, opzet["jaar"])))
            yield Controletotaal(artikel, grootheid, kolom, bedrag, toets, opzet["referentie_begroting"])


def dashboard(opzet: Opzet, inhoud: Inhoud) -> Iterator[Elders]:
    """Yield what the dashboard says of activities that are on it; of every fourth something else than the return."""
    posten = [post for post in inhoud.posten if post.velden["dashboard"] != "n.v.t."]
    for nummer, post in enumerate(posten, start=1):
        bedrag = totaal(inhoud, [post], "uitgaven", "t-1", opzet["jaar"])
        bedrag = float(round(1.2 * bedrag)) if nummer % 4 == 0 else bedrag
        yield Elders(post.velden["dashboard"], "t-1", bedrag, opzet["referentie_dashboard"])


def jbr(opzet: Opzet, inhoud: Inhoud) -> Iterator[Elders]:
    """Yield what the JBR says of its lines: the same as the return, but for the first line."""
    for nummer, regel in enumerate(sorted({post.velden["jbr"] for post in inhoud.posten} - {"n.v.t."})):
        posten = [post for post in inhoud.posten if post.velden["jbr"] == regel]
        bedrag = totaal(inhoud, posten, "uitgaven", "t-1", opzet["jaar"])
        yield Elders(regel, "t-1", bedrag if nummer else float(round(0.95 * bedrag)), opzet["referentie_jbr"])


def bouw(opzet: Opzet, doel: Path) -> None:
    """Write the round, and read it back: it must be a good one."""
    inhoud = list(departementen(opzet))
    write_ronde(ronde(opzet, inhoud), doel)
    write_cijfers(doel / VORIGE.file, VORIGE, {each.departement.ident: each.cijfers for each in inhoud})
    read_ronde(doel)


def controleer(opzet: Opzet) -> int:
    """Compare with what is there; 1 and the names on a difference."""
    with tempfile.TemporaryDirectory() as map_:
        nieuw = Path(map_)
        bouw(opzet, nieuw)
        namen = {pad.name for folder in (nieuw, DOEL) for pad in folder.glob("*.*")} - {LEESMIJ}
        anders = [naam for naam in sorted(namen) if _bytes(nieuw / naam) != _bytes(DOEL / naam)]
    for naam in anders:
        print(f"{naam} wijkt af van uitvraag.toml; draai: {OPDRACHT}", file=sys.stderr)
    return 1 if anders else 0


def _bytes(pad: Path) -> bytes | None:
    return pad.read_bytes() if pad.exists() else None


def main(argumenten: Sequence[str] | None = None) -> int:
    """Command line: write, or compare with ``--controleer``."""
    lezer = argparse.ArgumentParser(description="Bouwt de fictieve ronde in data/uitvraag.")
    lezer.add_argument("--controleer", action="store_true", help="alleen vergelijken; 1 bij verschil")
    opzet = tomllib.loads((HIER / "uitvraag.toml").read_text(encoding="utf-8"))
    if lezer.parse_args(argumenten).controleer:
        return controleer(opzet)
    bouw(opzet, DOEL)
    print(f"geschreven: {DOEL.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
