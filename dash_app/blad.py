"""What the page Wie betaalt shows: the bill of a partij or of all, in which years, and on what it rests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import wrap
from typing import Any

from dash_app.beeld import Beeld, payload
from dash_app.figures.huisstijl import INKT
from dash_app.figures.staven import gestapeld, kort, ongedekt
from dash_app.jaren import kolomjaren
from dash_app.staat import Staat
from model.bill.breakdown import BREAKDOWNS, SHORT, Account, accounts
from model.bill.rests_on import grounds
from model.bill.tables import Moment, at_moment, moment_caption, moment_name, moment_table, name_of, years_table
from model.indicators import VISIBLE
from model.result import ALL, Result
from model.tables import STRUCTUREEL, Prices, Scale, Table, Years, price_caption
from model.text import LANGUAGES, Language, Text, euro, joined

ALLE, JAREN, HORIZON, STRUCT = "alle", "jaren", "horizon", "structureel"
_PER_JAAR = Text("per jaar", "by year")
_LEEG = Text("", "")
_STATUS = Text("status niet vermeld", "status not stated")
_ZIN = Text(
    "{wie}: {behoefte} aan kosten ({wanneer}). Anderen betalen {ander}; op eigen middelen komt {eigen} neer en {tekort}"
    " betaalt niemand. Blijft over voor wie de kosten draagt: {zelf}.",
    "{wie}: costs of {behoefte} ({wanneer}). Others pay {ander}; {eigen} falls on own resources; nobody pays {tekort}."
    " Left to whoever bears the costs: {zelf}.",
)
_INHAAL = Text(
    " Van wat is betaald, gaat {inhaal} naar werk dat eerder bleef liggen; dat telt in dit bedrag aan kosten niet nog"
    " eens mee.",
    " Of what is paid {inhaal} goes to work left undone before, which does not count again in these costs.",
)
_WACHT = Text(" Voor {wacht} aan werk is er nog geen capaciteit.", " For work worth {wacht} there is no capacity yet.")
_FEITEN = (
    Text("scenario: {naam}", "scenario: {naam}"),
    Text("status: {status}", "status: {status}"),
    Text("kenmerk {kenmerk}", "hash {kenmerk}"),
    Text("dataset {dataset}, kenmerk {vinger}", "dataset {dataset}, hash {vinger}"),
)
_DATUM = Text("datum scenario: {datum}", "scenario of {datum}")


@dataclass(frozen=True, slots=True)
class Keus:
    """What is shown: of which partij (`ALL` for all), and over the years or at one moment."""

    partij: str = ALL
    moment: Moment | None = None


def keus(partij: str, periode: str) -> Keus:
    """Return what was chosen on the page."""
    moment: Moment | None = None
    if periode == HORIZON:
        moment = "horizon"
    elif periode == STRUCT:
        moment = "structureel"
    elif periode.isdecimal():
        moment = int(periode)
    return Keus(ALL if partij == ALLE else partij, moment)


def partijen(result: Result, found: Mapping[str, Account], taal: Language) -> list[dict[str, str]]:
    """Return the parties that can be chosen: all, and each that bears a cost."""
    alle = name_of(result, ALL).say(taal)
    named = [{"value": ident, "label": name_of(result, ident).say(taal)} for ident in found if ident != ALL]
    return [{"value": ALLE, "label": alle[0].upper() + alle[1:]}, *named]


def perioden(result: Result, taal: Language) -> list[dict[str, str]]:
    """Return the periods that can be chosen: by year, together, structural, or one year."""
    words = [(JAREN, _PER_JAAR), (HORIZON, moment_name(result, "horizon")), (STRUCT, STRUCTUREEL)]
    return [
        *({"value": value, "label": text.say(taal)} for value, text in words),
        *({"value": str(year), "label": str(year)} for year in result.years),
    ]


def payloads(
    result: Result, found: Mapping[str, Account], staat: Staat, wanted: Keus, stamp: str
) -> list[dict[str, Any]]:
    """Return the figures of the page as the browser draws them, in order of `BREAKDOWNS`."""
    drawn = []
    for kind in BREAKDOWNS:
        table = tabel(result, found, staat.prijzen, wanted, kind, staat.jaren)
        sentence = zin(result, found, staat.prijzen, wanted) if kind == "route" else _LEEG
        draw = _tekening(wanted) if kind == "route" else None
        there = result.years if wanted.moment is None else ()
        beeld = Beeld(table.title, sentence, table, draw, _jaren(result, found, staat.jaren, wanted), there)
        drawn.append(payload(beeld, staat.taal, staat.eenheid, stamp))
    return drawn


def tabel(
    result: Result, found: Mapping[str, Account], prices: Prices, wanted: Keus, kind: str, jaren: Years = "begroting"
) -> Table:
    """Return one breakdown as a table."""
    if wanted.moment is None:
        return years_table(result, prices, kind, found[wanted.partij], jaren)
    return moment_table(result, prices, kind, found, wanted.partij, wanted.moment)


def _jaren(result: Result, found: Mapping[str, Account], jaren: Years, wanted: Keus) -> tuple[int, ...]:
    """Return the year of each column that a figure can be asked for in."""
    if wanted.moment is None:
        return kolomjaren(result, jaren)
    year = wanted.moment if isinstance(wanted.moment, int) else result.years[-1]
    return (year,) * (len(found) if wanted.partij == ALL else 2)


def _tekening(wanted: Keus) -> Any:
    return _gestapeld if wanted.moment is None else _kolommen


def _gestapeld(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return the parts of a bill stacked, what nobody pays hatched as everywhere."""
    figure = gestapeld(table, taal, scale)
    for trace in figure["data"]:
        if trace.get("name") == kort(SHORT.say(taal)):
            trace["marker"] = ongedekt()
    return figure


def _kolommen(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return a table at one moment as columns, without the one that stands for all or for shares."""
    lines = tuple(
        replace(line, values=line.values[:-1], units=(), unit="amount", abouts=line.abouts[:-1]) for line in table.lines
    )
    figure = _gestapeld(replace(table, columns=table.columns[:-1], lines=lines), taal, scale)
    names = [
        "<br>".join(kort(part) for part in wrap(column.say(taal), 13, break_long_words=False))
        for column in table.columns[:-1]
    ]
    for trace in figure["data"]:
        if trace["type"] == "scatter":
            trace |= {
                "mode": "markers",
                "marker": {"symbol": "line-ew", "size": 22, "color": INKT, "line": {"width": 3, "color": INKT}},
            }
    figure["layout"]["xaxis"] |= {"ticktext": names, "tickfont": {"size": 11}, "automargin": True}
    return figure


def zin(result: Result, found: Mapping[str, Account], prices: Prices, wanted: Keus) -> Text:
    """Return the bill in one sentence: what it is, who pays, and what is left."""
    account, moment = found[wanted.partij], wanted.moment or "horizon"
    own = account.money(result, own=True)
    amounts = {
        "behoefte": account.behoefte,
        "ander": account.money(result, own=False),
        "eigen": own,
        "tekort": account.tekort,
        "zelf": own + account.tekort,
    }
    told = {name: euro(at_moment(result, prices, values, moment)) for name, values in amounts.items()}
    who, when = name_of(result, wanted.partij), moment_name(result, moment)
    words = [_ZIN.say(taal, wie=_groot(who.say(taal)), wanneer=when, **told) for taal in LANGUAGES]
    for name, more in (("inhaal", _INHAAL), ("wacht", _WACHT)):
        amount = at_moment(result, prices, getattr(account, name), moment)
        if amount > VISIBLE:
            words = [each + more.say(taal, **{name: euro(amount)}) for each, taal in zip(words, LANGUAGES, strict=True)]
    words = [each.replace("€ ", "€\u00a0") for each in words]
    return Text(words[0], words[1])


def _groot(words: str) -> str:
    return words[:1].upper() + words[1:]


def feiten(result: Result, staat: Staat, wanted: Keus, dataset: str, vinger: str) -> list[str]:
    """Return what stands at the head of the printed page: scenario, status, dataset, unit and prices."""
    kop, taal = staat.werk.kop, staat.taal
    values = {
        "naam": staat.werk.naam,
        "status": kop.get("status") or _STATUS.say(taal),
        "kenmerk": staat.werk.kenmerk,
        "dataset": dataset,
        "vinger": vinger,
    }
    told = [text.say(taal, **values) for text in _FEITEN]
    if kop.get("datum"):
        told.insert(2, _DATUM.say(taal, datum=kop["datum"]))
    basis = (
        price_caption(result, staat.prijzen)
        if wanted.moment is None
        else moment_caption(result, staat.prijzen, wanted.moment)
    )
    shown = Table(_LEEG, basis, (), ())
    return [*told, shown.captioned(taal, staat.eenheid)]


def gronden(result: Result, account: Account, taal: Language) -> list[dict[str, Any]]:
    """Return what the amounts rest on: per status the publications, numbered, each with what rests on it."""
    groups: dict[str, list[dict[str, str]]] = {}
    numbers: dict[Text, int] = {}
    for ground in grounds(result, account):
        number = numbers.setdefault(ground.publication, len(numbers) + 1) if ground.referentie else 0
        mark = f"[{number}] " if number else ""
        told = f"{mark}{_groot(ground.publication.say(taal))}. {joined([text.say(taal) for text in ground.of], taal)}."
        groups.setdefault(_groot(ground.status.say(taal)), []).append({"tekst": told, "url": ground.url})
    return [{"kop": kop, "regels": regels} for kop, regels in groups.items()]


def datasetnaam(name: str, folder: Path) -> str:
    """Return the name of a dataset, with the version that its package states."""
    try:
        version = json.loads((folder / "datapackage.json").read_text("utf-8")).get("version", "")
    except (OSError, ValueError, AttributeError):
        version = ""
    return f"{name} {version}".strip()


def rekeningen(result: Result) -> dict[str, Account]:
    """Return the account of all together and of every partij."""
    return accounts(result)


def idents(kinds: Sequence[str] = tuple(BREAKDOWNS)) -> tuple[str, ...]:
    """Return the ids of the figures of the page."""
    return tuple(f"wie-betaalt-{kind}" for kind in kinds)
