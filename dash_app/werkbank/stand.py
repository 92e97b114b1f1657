"""What the workbench shows of a state: one payload of plain data, and figures of the last scenario that computes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash_app.beeld import payload, stempel
from dash_app.context import Context, Geopend, Uitkomst
from dash_app.gevraagd import in_scenario
from dash_app.staat import Staat
from dash_app.werk import Werk, werk_van
from dash_app.werkbank import kaarten, keuzes, parameters
from dash_app.werkbank.beelden import beelden, bevindingen
from dash_app.werkbank.formulier import formulier, kopformulier
from dash_app.woorden import genoemd
from model.errors import InputError
from model.explanation.between import between
from model.findings import story
from model.measures import MEASURES
from model.measures.labels import SOORTEN
from model.notices import notices
from model.result import Result
from model.scenario import BASIS
from model.text import Text

OPENED = "geopend"
_NIET = Text(
    "Dit scenario kan zo niet worden doorgerekend: {waar}. De cijfers en figuren zijn niet bijgewerkt; ze tonen {wat}.",
    "This scenario cannot be worked out like this: {waar}. Figures and charts are not up to date; they show {wat}.",
)
_NOG_NIET = Text(
    "Nog niet helemaal ingevuld: {waar}. De cijfers en figuren zijn niet bijgewerkt; ze tonen {wat}.",
    "Not filled in completely yet: {waar}. Figures and charts are not up to date; they show {wat}.",
)
_LAATSTE = Text("het laatste scenario dat wel kon worden doorgerekend", "the last scenario that could be worked out")
_GEOPENDE = Text("‘{naam}’ zonder wijzigingen", "‘{naam}’ without changes")
_GEEN = Text("niets", "nothing")
_OUD = Text("Niet bijgewerkt. ", "Not up to date. ")
_MAATREGEL, _KOP = Text("maatregel {n}", "measure {n}"), Text("het scenario zelf", "the scenario itself")


@dataclass(frozen=True, slots=True)
class Getoond:
    """The scenario whose figures are shown: that of the state where it computes, else the last that did.

    `verhaal` is what its result comes to in words, `vreemd` what is odd about it.
    """

    werk: Werk
    result: Result | None
    oud: Text | None = None
    verhaal: tuple[Text, ...] = ()
    vreemd: tuple[Text, ...] = ()


def getoond(context: Context, staat: Staat, uitkomst: Uitkomst, goed: Mapping[str, Any] | None) -> Getoond:
    """Return what figures are of; `goed` is the last work of this window that could be worked out."""
    if uitkomst.result is not None:
        return _getoond(staat, staat.werk, uitkomst.result)
    opened = geopend(context, staat).werk
    if goed is not None and goed.get("verwijzing") == staat.verwijzing:
        last = werk_van(goed["werk"])
        result = context.uitkomst(last).result
        if result is not None and last != opened:
            return _getoond(staat, last, result, _LAATSTE)
    result = context.uitkomst(opened).result
    return _getoond(staat, opened, result, _GEEN if result is None else _GEOPENDE.filled(naam=opened.naam))


def _getoond(staat: Staat, werk: Werk, result: Result | None, oud: Text | None = None) -> Getoond:
    if result is None:
        return Getoond(werk, None, oud)
    return Getoond(werk, result, oud, tuple(story(result, staat.prijzen)), tuple(notices(result, staat.prijzen)))


def geopend(context: Context, staat: Staat) -> Geopend:
    """Return the scenario as it was opened; the baseline where it is no longer there."""
    try:
        return context.open(staat.verwijzing)
    except InputError:
        return context.open(BASIS)


def figuren(context: Context, staat: Staat, shown: Getoond, tegen: str) -> list[dict[str, Any]] | None:
    """Return the payloads of the figures, `None` where nothing can be shown."""
    if shown.result is None:
        return None
    other = geopend(context, staat) if tegen == OPENED else context.open(BASIS)
    result, base = context.uitkomst(other.werk).result, shown.result.begrotingsjaar
    verschil = between(in_scenario("", "", base), in_scenario("", other.verwijzing, base))
    status = shown.werk.kop.get("status")
    stamp = stempel(shown.werk.naam, shown.werk.kenmerk, context.vingerafdruk, status, staat.taal)
    drawn = [
        payload(beeld, staat.taal, staat.eenheid, stamp)
        for beeld in beelden(shown.result, result, other.werk.naam, staat.prijzen, shown.verhaal, verschil, staat.jaren)
    ]
    if shown.oud is not None:
        drawn = [{**each, "zin": _OUD.say(staat.taal) + each["zin"]} for each in drawn]
    return drawn


def stand(context: Context, staat: Staat, uitkomst: Uitkomst, shown: Getoond) -> dict[str, Any]:
    """Return what the browser draws beside the figures: scenario, cards, form, parameters, messages and findings."""
    taal, werk = staat.taal, staat.werk
    result = uitkomst.result
    plan = kaarten.plan_bij(context, werk, None) if result is None else result.plan
    cards = kaarten.kaarten(werk, uitkomst, plan, taal)
    head = kaarten.van_scenario(werk, uitkomst, plan, taal)
    return {
        **_lijst(context, staat),
        "verwijzing": staat.verwijzing,
        "gewijzigd": staat.gewijzigd,
        "kop": kopformulier(werk.kop, plan, taal),
        "kopfouten": [*head, *({"veld": "", "tekst": issue.say(taal)} for issue in context.bewaarde()[1])],
        "kaarten": cards,
        "gekozen": gekozen(staat),
        "formulier": _formulier(context, staat),
        "parameters": parameters.tabel(context, werk, plan, taal),
        "boodschap": _boodschap(cards, head, shown, staat),
        "bevindingen": bevindingen(shown.verhaal, shown.vreemd, taal),
    }


def _lijst(context: Context, staat: Staat) -> dict[str, Any]:
    """Return the scenarios to choose from and which is open; what is open has its own place where it is none of them.

    So a new one, one under another name, and an earlier version are not taken for what they came from.
    """
    listed = [keuzes.keuze(verwijzing, naam) for verwijzing, naam in context.scenarios()]
    own = keuzes.keuze(staat.verwijzing.partition("@")[0], staat.werk.naam)
    if own in listed:
        return {"scenarios": listed, "geopend": own["waarde"]}
    return {"scenarios": [keuzes.keuze("", genoemd(staat.werk.naam, staat.taal)), *listed], "geopend": ""}


def gekozen(staat: Staat) -> str:
    """Return the card whose form stands open: the one that was chosen, else the first; empty where there is none."""
    if staat.werk.kaart(staat.gekozen) is not None or not staat.werk.kaarten:
        return staat.gekozen
    return staat.werk.kaarten[0].sleutel


def _formulier(context: Context, staat: Staat) -> dict[str, Any] | None:
    kaart = staat.werk.kaart(gekozen(staat))
    if kaart is None:
        return None
    plan = kaarten.plan_bij(context, staat.werk, kaart.sleutel)
    return {"sleutel": kaart.sleutel, **formulier(kaart.velden, plan, staat.taal)}


def _boodschap(cards: list[dict[str, Any]], head: list[dict[str, Any]], shown: Getoond, staat: Staat) -> str:
    """Return why the figures are not those of this scenario, empty where they are."""
    if shown.oud is None:
        return ""
    wrong = [_MAATREGEL.say(staat.taal, n=card["nummer"]) for card in cards if card["fouten"]]
    unfinished = kaarten.af(cards) and all(each["nog"] for each in head)
    text = _NOG_NIET if unfinished and (wrong or head) else _NIET
    return text.say(staat.taal, waar=", ".join([*_koppen(head, staat), *wrong]), wat=shown.oud)


def _koppen(head: list[dict[str, Any]], staat: Staat) -> list[str]:
    """Return that it is the scenario itself, with the fields that are wrong; nothing where its measures are."""
    fields = ", ".join(dict.fromkeys(each["label"] for each in head if each["label"]))
    return [_KOP.say(staat.taal) + (f" ({fields})" if fields else "")] if head else []


def soorten(taal: Any) -> list[dict[str, str]]:
    """Return the soorten of measures with what each does, in order."""
    return [
        {"waarde": soort, "naam": SOORTEN[soort].say(taal), "tekst": measure.meaning.say(taal)}
        for soort, measure in MEASURES.items()
    ]
