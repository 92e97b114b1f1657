"""What the page Wie betaalt says in words: the bill in one sentence, the facts at its head, what it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dash_app.bladkeuze import Keus
from dash_app.staat import Staat
from dash_app.woorden import genoemd
from model.bill.breakdown import Account
from model.bill.rests_on import grounds
from model.bill.tables import at_moment, moment_caption, moment_name, name_of
from model.indicators import VISIBLE
from model.result import ALL, Result
from model.tables import Prices, Table, price_caption
from model.text import LANGUAGES, Language, Text, euro, joined

_STATUS = Text("status niet vermeld", "status not stated")
_ZIN = Text(
    "{wie}: {behoefte} aan kosten ({wanneer}). {betaald} {ander}; op eigen middelen komt {eigen} neer en {tekort}"
    " betaalt niemand. Blijft over voor wie de kosten draagt: {zelf}.",
    "{wie}: costs of {behoefte} ({wanneer}). {betaald} {ander}; {eigen} falls on own resources; nobody pays {tekort}."
    " Left to whoever bears the costs: {zelf}.",
)
_ANDEREN = Text("Anderen betalen", "Others pay")
_ROUTES = Text("Via de routes komt", "The routes bring")
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
    paid = _ROUTES if wanted.partij == ALL else _ANDEREN
    words = [_ZIN.say(taal, wie=_groot(who.say(taal)), wanneer=when, betaald=paid, **told) for taal in LANGUAGES]
    for name, more in (("inhaal", _INHAAL), ("wacht", _WACHT)):
        amount = at_moment(result, prices, getattr(account, name), moment)
        if amount > VISIBLE:
            words = [each + more.say(taal, **{name: euro(amount)}) for each, taal in zip(words, LANGUAGES, strict=True)]
    return Text(words[0], words[1])


def _groot(words: str) -> str:
    return words[:1].upper() + words[1:]


def feiten(result: Result, staat: Staat, wanted: Keus, dataset: str, vinger: str) -> list[str]:
    """Return what stands at the head of the printed page: scenario, status, dataset, unit and prices."""
    kop, taal = staat.werk.kop, staat.taal
    values = {
        "naam": genoemd(staat.werk.naam, taal),
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
    shown = Table(basis, basis, (), ())
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
