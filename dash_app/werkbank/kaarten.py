"""The measures as cards: number, soort and name, one line of what each does, and what is wrong with it in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash_app.context import Context, Uitkomst
from dash_app.foutzinnen import Namen, foutzin, namen_van, zonder_term
from dash_app.werk import Kaart, Werk
from dash_app.werkbank.etiketten import etiket, soortnaam
from model.errors import Issue
from model.io.scenario_file import scenario_from
from model.ledger import Plan
from model.measures.description import doing
from model.scenario import Scenario, Step, apply_steps
from model.text import Language, Text

_LOS = " · "
_NOG = Text("Nog in te vullen: {velden}.", "Still to be filled in: {velden}.")
_ONAF = ("veld-ontbreekt", "een-van")
_NOG_LEEG = Text("nog niet ingevuld", "not filled in yet")


def scenario_van(werk: Werk) -> Scenario:
    """Return the scenario of the cards that are on, as far as it can be read."""
    return werk.scenario()[0]


def plan_bij(context: Context, werk: Werk, sleutel: str | None) -> Plan:
    """Return the plan as it is at a card's turn, or after all measures where `sleutel` is `None`.

    Measures that are wrong are passed over. A horizon that could not be read is the dataset's own.
    """
    scenario = scenario_van(werk)
    horizon = None if "horizon" in scenario.unread else scenario.horizon
    plan = context.beginplan(horizon, scenario.counts)
    return apply_steps(plan, scenario.steps[: _ervoor(werk, sleutel)])[0]


def _ervoor(werk: Werk, sleutel: str | None) -> int | None:
    """Return how many measures that take part stand before a card; `None` for all of them."""
    if sleutel is None:
        return None
    return sum(kaart.aan for kaart in werk.kaarten[: werk.plaats(sleutel)])


def kaarten(werk: Werk, uitkomst: Uitkomst, plan: Plan, taal: Language) -> list[dict[str, Any]]:
    """Return the cards as the browser draws them; the plan names what they are about."""
    steps = iter(scenario_van(werk).steps)
    wrong, namen = per_kaart(werk, uitkomst), namen_van(plan)
    found = []
    for number, kaart in enumerate(werk.kaarten, start=1):
        step = next(steps) if kaart.aan else _los(kaart)
        found.append({
            "sleutel": kaart.sleutel, "nummer": number, "aan": kaart.aan, "soort": soortnaam(kaart.soort, taal),
            "naam": str(kaart.velden.get("naam", "")), "zin": regel(step, plan, taal),
            "fouten": (mistakes := [fout(issue, namen, taal) for issue in wrong.get(kaart.sleutel, ())]),
            "kort": kort(mistakes, taal),
        })  # fmt: skip
    return found


def kort(mistakes: list[dict[str, Any]], taal: Language) -> list[str]:
    """Return what is wrong with a measure as its card says it: fields to be filled in together, the rest one by one."""
    missing = [each["label"] for each in mistakes if each["code"] == "veld-ontbreekt"]
    others = [each for each in mistakes if each["code"] != "veld-ontbreekt"]
    said = [_NOG.say(taal, velden=", ".join(missing))] if missing else []
    return [*said, *(f"{each['label']}: {each['tekst']}" if each["label"] else each["tekst"] for each in others)]


def _los(kaart: Kaart) -> Step | None:
    """Return a measure that is off, read on its own."""
    steps = scenario_from({"naam": "-", "maatregel": [dict(kaart.velden)]}, "-")[0].steps
    return steps[0] if steps else None


def regel(step: Step | None, plan: Plan, taal: Language) -> str:
    """Return what a measure does in one line, without its soort and name, which stand above it."""
    if step is None or step.measure is None:
        return _NOG_LEEG.say(taal)
    return _LOS.join(zonder_term(text.say(taal)) for text in doing(step.measure, plan))


def per_kaart(werk: Werk, uitkomst: Uitkomst) -> dict[str, list[Issue]]:
    """Return what is wrong by card; a plan below zero is said at each measure that lowers it."""
    found: dict[str, list[Issue]] = {}
    for issue in uitkomst.issues:
        for sleutel in _kaarten_van(werk, issue):
            found.setdefault(sleutel, []).append(issue)
    return found


def _kaarten_van(werk: Werk, issue: Issue) -> Iterator[str]:
    kaart = werk.kaart_van(issue)
    if kaart is not None:
        yield kaart.sleutel
    elif issue.code == "plan-negatief":
        causes = str(issue.values.get("causes", ""))
        yield from (
            each.sleutel for each in werk.kaarten if each.aan and _noemt(causes, str(each.velden.get("naam", "")))
        )


def _noemt(causes: str, naam: str) -> bool:
    return bool(naam) and f"'{naam[:59]}" in causes


def van_scenario(werk: Werk, uitkomst: Uitkomst, plan: Plan, taal: Language) -> list[dict[str, Any]]:
    """Return what is wrong with the scenario's head, or with its measures together."""
    namen = namen_van(plan)
    return [fout(issue, namen, taal) for issue in uitkomst.issues if not any(_kaarten_van(werk, issue))]


def fout(issue: Issue, namen: Namen, taal: Language) -> dict[str, Any]:
    """Return an issue as a form says it: the field that it is about (empty: the whole), and a sentence.

    `nog`: nothing is wrong, something is still to be filled in.
    """
    head, _, rest = issue.place.path.partition(_LOS)
    veld = rest if head.startswith("maatregel ") else head
    return {
        "veld": veld,
        "tekst": foutzin(issue, namen, taal),
        "code": issue.code,
        "nog": issue.code in _ONAF,
        "label": _genoemd(veld, taal),
    }


def _genoemd(veld: str, taal: Language) -> str:
    """Return a place in a measure by the label of its field."""
    first, *more = veld.split(".")
    try:
        words = [etiket(first, taal)] if first else []
        words += [etiket(more[0], taal)] if first in ("velden", "betreft") and more else more
    except KeyError:
        return veld
    return " ".join(words[-1:] if first == "velden" else words)


def af(kaarten_: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether no card lacks more than what is still to be filled in."""
    return all(each["nog"] for kaart in kaarten_ for each in kaart["fouten"])
