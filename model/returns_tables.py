"""What a round says as tables: totals, completeness, and own and hired staff; terminal, workbook and app draw them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from model.factors import Floats
from model.returns.columns import KOLOMMEN, kop
from model.returns.completeness import volledigheid
from model.returns.personnel import EXTERN, INTERN, SAMEN, Personeel, Stand, personeel
from model.returns.ronde import Ronde
from model.returns.sentences import naam
from model.returns.telling import ALLE, Telling, Vraag
from model.returns.terms import CATEGORIEEN, PRIJZEN, TABELLEN
from model.returns.totals import Deel, Totaal, totaal
from model.tables import Line, Table, Unit
from model.text import Language, Text, number, same

LEAST = Text(
    "ten minste: alleen cijfers die bekend en vergelijkbaar zijn tellen mee; tabellen worden nooit bij elkaar opgeteld",
    "at least: only figures that are known and comparable count; tables are never added to each other",
)
TOTAL = "opgavetotaal"
"""The sort of figure that a total of the return is, for who asks what is behind it."""
_UNITS: dict[str, Unit] = {"k€": "amount", "fte": "fte"}


def asked(vraag: Vraag, departement: str = "") -> tuple[tuple[str, ...], ...]:
    """Return for each column what its total is, or one department's part of it, for who asks what is behind it."""
    return tuple(over_totaal(vraag, kolom, departement) for kolom in KOLOMMEN)


def over_totaal(vraag: Vraag, kolom: str, departement: str = "") -> tuple[str, ...]:
    """Return what is asked of one total."""
    return (TOTAL, kolom, *vraag, departement)


def least_table(telling: Telling, tabel: str) -> Table:
    """Return what there is at least of everything that can be added up in a table, and what that rests on."""
    editie = telling.ronde.editie
    lines: list[Line] = []
    for grootheid in editie.tabellen[tabel]:
        if editie.grootheden[grootheid].optelbaar:
            vraag = Vraag(tabel, grootheid)
            found = [totaal(telling, vraag, kolom) for kolom in KOLOMMEN]
            label, unit = editie.grootheden[grootheid].term.naam, _UNITS[editie.grootheden[grootheid].eenheid]
            lines.append(Line(label, _values(map(_somewhere, found)), "sum", unit, abouts=asked(vraag)))
            lines += (replace(line, style="part") for line in _rests(found))
    return Table(TABELLEN[tabel].naam, money_caption(telling.ronde), _columns(telling.ronde), tuple(lines), (LEAST,))


def _somewhere(total: Totaal) -> float:
    """Return a total; nothing to show where no department said anything that counts."""
    return np.nan if len(total.zonder) == len(total.delen) else total.minstens


def totals_table(telling: Telling, vraag: Vraag) -> Table:
    """Return one total per column, per department and in all, and what it rests on."""
    ronde = telling.ronde
    found = [totaal(telling, vraag, kolom) for kolom in KOLOMMEN]
    unit = _UNITS[ronde.editie.grootheden[vraag.grootheid].eenheid]
    lines = [
        Line(
            Text(departement.naam, departement.naam),
            _values(_known(each.delen[ident]) for each in found),
            "part",
            unit,
            abouts=asked(vraag, ident),
        )
        for ident, departement in ronde.departementen.items()
    ]
    lines.append(
        Line(Text("Ten minste", "At least"), _values(each.minstens for each in found), "sum", unit, abouts=asked(vraag))
    )
    return Table(naam(vraag, ronde.editie), _caption(ronde, vraag), _columns(ronde), (*lines, *_rests(found)), (LEAST,))


def _rests(found: list[Totaal]) -> tuple[Line, ...]:
    asked, cells = len(found[0].delen), [sum(deel.cellen for deel in each.delen.values()) for each in found]
    return (
        Line(
            Text(f"departementen volledig (van {asked})", f"departments complete (of {asked})"),
            _values(len(each.volledig) for each in found),
            unit="count",
        ),
        Line(
            Text(f"cellen onbekend (van {_range(cells, 'nl')})", f"cells unknown (of {_range(cells, 'en')})"),
            _values(each.onbekend for each in found),
            unit="count",
        ),
        Line(
            Text("cellen niet vergelijkbaar", "cells not comparable"),
            _values(each.onvergelijkbaar for each in found),
            unit="count",
        ),
    )


def _range(counts: list[int], language: Language) -> str:
    """Return a number of cells that is the same in every column, else the least and the most."""
    return " – ".join(number(each, language) for each in sorted({min(counts), max(counts)}))


def completeness_table(telling: Telling, tabel: str) -> Table:
    """Return the share of cells that is answered, per department and column."""
    ronde, term = telling.ronde, TABELLEN[tabel].naam
    shares = {(each.departement, each.kolom): each.deel for each in volledigheid(telling) if each.tabel == tabel}
    lines = tuple(
        Line(
            Text(departement.naam, departement.naam), _values(shares[ident, kolom] for kolom in KOLOMMEN), unit="share"
        )
        for ident, departement in ronde.departementen.items()
    )
    title = Text(f"Volledigheid: {term.nl}", f"Completeness: {term.en}")
    caption = Text("deel van de cellen met een antwoord", "share of cells that are answered")
    note = Text(
        "nihil en n.v.t. zijn antwoorden; een tabel zonder posten is volledig als het departement dat bevestigt",
        "nihil and n/a are answers; a table without posts is complete where the department confirms it",
    )
    return Table(title, caption, _columns(ronde), lines, (note,))


def personnel_table(telling: Telling, tabel: str, kolom: str, soort: str = ALLE) -> Table:
    """Return own and hired staff side by side: euros, fte, cost per fte, and the share that is hired."""
    own, hired = CATEGORIEEN[INTERN].naam, CATEGORIEEN[EXTERN].naam
    columns = (
        _after(own, "k€"), _after(hired, "k€"), Text("deel extern", "share hired"), _after(own, "fte"),
        _after(hired, "fte"), _after(own, "k€ per fte"), _after(hired, "k€ per fte"),
    )  # fmt: skip
    units: tuple[Unit, ...] = ("amount", "amount", "share", "fte", "fte", "amount", "amount")
    names = {ident: departement.naam for ident, departement in telling.ronde.departementen.items()}
    staff = [(each, _staff(each)) for each in personeel(telling, tabel, kolom, soort)]
    lines = tuple(
        Line(
            Text("Ten minste", "At least") if each.departement == SAMEN else same(names[each.departement]),
            values,
            units=units,
        )
        for each, values in staff
        if each.departement == SAMEN or not np.isnan(values).all()
    )
    silent = ", ".join(names[each.departement] for each, values in staff[:-1] if np.isnan(values).all())
    title = Text("Intern en extern personeel", "Own and hired staff")
    when, term = kop(kolom, telling.ronde.jaar), TABELLEN[tabel].naam
    money = money_caption(telling.ronde)
    caption = Text(f"{term.nl}, {when.nl}, {money.nl}", f"{term.en}, {when.en}, {money.en}")
    note = Text(
        "verhoudingen alleen waar beide cijfers volledig en vergelijkbaar zijn",
        "ratios only where both figures are complete and comparable",
    )
    absent = Text(f"niets bekend van: {silent}", f"nothing known of: {silent}")
    return Table(title, caption, columns, lines, (note, absent) if silent else (note,))


def _staff(each: Personeel) -> Floats:
    euros, ftes = ([_known(figures[c]) for c in (INTERN, EXTERN)] for figures in (each.euro, each.fte))
    ratios = [each.deel_extern, *ftes, each.per_fte(INTERN), each.per_fte(EXTERN)]
    return _values(np.nan if value is None else value for value in (*euros, *ratios))


def _known(figure: Deel | Stand) -> float:
    """Return a figure; nothing to show where "at least 0" would say nothing."""
    return figure.minstens if figure.minstens or figure.heel else np.nan


def _after(what: Text, unit: str) -> Text:
    return Text(f"{what.nl}, {unit}", f"{what.en}, {unit}")


def _values(values: Iterable[float]) -> Floats:
    return np.array(list(values), dtype=float)


def _columns(ronde: Ronde) -> tuple[Text, ...]:
    return tuple(kop(kolom, ronde.jaar) for kolom in KOLOMMEN)


def _caption(ronde: Ronde, vraag: Vraag) -> Text:
    unit = ronde.editie.grootheden[vraag.grootheid].eenheid
    return money_caption(ronde) if unit == "k€" else Text(unit, unit)


def money_caption(ronde: Ronde) -> Text:
    """Return the unit of amounts, and the prices that the round asked them in."""
    prices = PRIJZEN[ronde.prijzen].naam
    return Text(f"bedragen x € 1.000, {prices.nl}", f"amounts x € 1,000, {prices.en}")
