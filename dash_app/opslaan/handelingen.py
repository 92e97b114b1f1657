"""What can be asked about kept scenarios: save, list, open, restore, rename, archive. Questions in, plain data out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

from dash_app.context import BEWAARD, Context
from dash_app.loket import Handeling, Vraag
from dash_app.opslaan import woorden as w
from dash_app.opslaan.lijst import lijst, regel, verwezen
from dash_app.opslaan.namen import eigen_naam, vrij
from dash_app.opslaan.verschil import verschillen
from dash_app.staat import Staat, geopend, staat_van
from dash_app.werk import Werk, met_kop, werk_van
from model.io.store.drafts import draft_of
from model.io.store.versions import Conflict, NameTaken, Version
from model.ledger import open_plan
from model.text import Language, Text

Antwoord = Mapping[str, Any]
_MINE = Text("de uwe", "yours")


def handelingen(context: Context) -> Mapping[str, Handeling]:
    """Return everything that can be asked, by its name."""
    known = {
        "bewaar": bewaar,
        "stand": stand,
        "versies": versies,
        "open": open_versie,
        "terugzetten": terugzetten,
        "hernoem": hernoem,
        "archiveer": archiveer,
    }
    return {name: partial(handeling, context) for name, handeling in known.items()}


def bewaar(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Keep the open scenario and return the state that follows; or the choice, where others saved meanwhile.

    `manier` is `versie` or `nieuw`; `gezien` is the number of the newest version that its user has seen, `opnieuw` says
    that an earlier attempt got no answer.
    """
    staat = staat_van(vraag["staat"])
    naam, note = str(vraag["naam"]).strip(), str(vraag.get("toelichting", "")).strip()
    werk, again = met_kop(staat.werk, naam=naam), bool(vraag.get("opnieuw"))
    kept = None if vraag["manier"] == "nieuw" else verwezen(staat.verwijzing)
    if kept is None:
        version = (_al_bewaard(context, werk, note) if again else None) or _nieuw(context, werk, note)
        return _bewaard(staat, werk, version, taal)
    ident, base = kept
    seen = int(vraag.get("gezien") or base)
    before = context.store.summary(ident)
    try:
        with nullcontext() if naam == before.naam else eigen_naam(context, naam, ident):
            version = context.store.save(
                ident, based_on=max(seen, base), naam=naam, content=werk.json(), note=note,
                dataset=context.baseline.name, fingerprint=context.vingerafdruk,
            )  # fmt: skip
    except Conflict as conflict:
        return {"keuze": _keuze(context, staat, werk, note, conflict.latest, taal)}
    if before.archived is not None:
        context.store.unarchive(ident)
    nothing = version.number == before.number and not again
    told = w.NIETS_NIEUWS if nothing else w.BEWAARD
    return _bewaard(staat, werk, version, taal, told, w.UIT_ARCHIEF if before.archived is not None else None)


def _nieuw(context: Context, werk: Werk, note: str) -> Version:
    dataset = context.baseline.name
    with eigen_naam(context, werk.naam):
        return context.store.add(werk.naam, werk.json(), note=note, dataset=dataset, fingerprint=context.vingerafdruk)


def _al_bewaard(context: Context, werk: Werk, note: str) -> Version | None:
    """Return the new scenario whose keeping was confirmed to nobody, `None` where it was not kept."""
    digest = draft_of(werk.naam, werk.json(), note, context.baseline.name, context.vingerafdruk).digest
    for each in context.store.scenarios():
        if (each.number, each.naam, each.note, each.digest) == (1, werk.naam, note, digest):
            return context.store.read(each.id, 1)
    return None


def _bewaard(
    staat: Staat, werk: Werk, version: Version, taal: Language, told: Text = w.BEWAARD, also: Text | None = None
) -> Antwoord:
    """Return the state after saving: nothing is changed any more, and the next save comes on top of this version."""
    after = replace(staat, werk=werk, verwijzing=_verwijzing(version), oorsprong=werk.merk)
    sentence = told.say(taal, n=version.number, naam=version.naam) + (also.say(taal) if also else "")
    return {"staat": after.json(), "melding": sentence, "nummer": version.number}


def _verwijzing(version: Version) -> str:
    return f"{BEWAARD}{version.id}@{version.number}"


def _keuze(context: Context, staat: Staat, werk: Werk, note: str, latest: Version, taal: Language) -> Antwoord:
    """Return both versions and what differs between them."""
    base = verwezen(staat.verwijzing)
    number = 0 if base is None else base[1]
    begun = werk_van(context.store.read(latest.id, number).content)
    theirs = werk_van(latest.content)
    other = Text(f"versie {latest.number}", f"version {latest.number}")
    plan = open_plan(context.baseline)
    return {
        "vrij": vrij(context, werk.naam),
        "mijne": {"naam": werk.naam, "toelichting": note, "versie": number},
        "hunne": regel(latest, theirs.kenmerk),
        "aantal": latest.number - number,
        "verschillen": [text.say(taal) for text in verschillen(werk, theirs, (_MINE, other), plan, begun)],
    }


def stand(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Return the newest version of the scenario that is open, `None` where that is the one, or where it is not kept.

    `vrij` is a name under which the scenario can be kept as a new one.
    """
    kept, free = verwezen(str(vraag["verwijzing"])), vrij(context, str(vraag.get("naam", "")))
    if kept is None:
        return {"nieuwer": None, "vrij": free}
    latest = context.store.summary(kept[0])
    return {"nieuwer": regel(latest, "") if latest.number > kept[1] else None, "vrij": free}


def versies(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Return all versions of one scenario, empty for none, and the other scenarios that are kept."""
    return {"lijst": lijst(context, str(vraag.get("id", "")))}


def open_versie(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Return the state with a version open on the workbench."""
    opened = context.open(f"{BEWAARD}{vraag['id']}@{int(vraag['nummer'])}")
    told = [w.GEOPEND.say(taal, n=opened.versie, naam=opened.werk.naam)]
    told += [issue.say(taal) for issue in opened.opgemerkt]
    return {"staat": geopend(staat_van(vraag["staat"]), opened).json(), "melding": " ".join(told)}


def terugzetten(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Keep an earlier version as the newest, and open it where its scenario is the one that is open."""
    ident, number = str(vraag["id"]), int(vraag["nummer"])
    try:
        version = context.store.restore(ident, number, seen=int(vraag["gezien"]))
    except Conflict as conflict:
        return _verouderd(context, ident, conflict, taal)
    except NameTaken as taken:
        return {"fouten": [w.NAAM_VERGEVEN.say(taal, naam=taken.naam)]}
    told = w.TERUGGEZET.say(taal, oud=number, n=version.number, naam=version.naam)
    answer: dict[str, Any] = {"melding": told, "lijst": lijst(context, ident)}
    staat = staat_van(vraag["staat"])
    kept = verwezen(staat.verwijzing)
    if kept is not None and kept[0] == ident:
        answer["staat"] = geopend(staat, context.open(_verwijzing(version))).json()
    return answer


def hernoem(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Keep the newest contents under another name, in its head too, as a new version."""
    ident, seen = str(vraag["id"]), int(vraag["gezien"])
    naam, latest = str(vraag["naam"]).strip(), context.store.read(ident)
    werk = met_kop(werk_van(latest.content), naam=naam)
    note = w.HERNOEMD_VAN.say(taal, naam=latest.naam) if naam != latest.naam else ""
    try:
        with eigen_naam(context, naam, ident):
            version = context.store.save(ident, based_on=seen, naam=naam, content=werk.json(), note=note)
    except Conflict as conflict:
        return _verouderd(context, ident, conflict, taal)
    told = w.HERNOEMD.say(taal, naam=version.naam, n=version.number)
    answer: dict[str, Any] = {"melding": told, "lijst": lijst(context, ident)}
    staat = staat_van(vraag["staat"])
    if verwezen(staat.verwijzing) == (ident, seen):
        renamed = met_kop(staat.werk, naam=naam)
        after = replace(staat, werk=renamed, verwijzing=_verwijzing(version))
        answer["staat"] = replace(after, oorsprong=werk.merk).json()
    return answer


def archiveer(context: Context, vraag: Vraag, taal: Language) -> Antwoord:
    """Take a scenario out of the list, or put it back where `terug` says so."""
    ident, back = str(vraag["id"]), bool(vraag.get("terug"))
    (context.store.unarchive if back else context.store.archive)(ident)
    told = (w.TERUGGEHAALD if back else w.GEARCHIVEERD).say(taal, naam=context.store.summary(ident).naam)
    return {"melding": told, "lijst": lijst(context, ident)}


def _verouderd(context: Context, ident: str, conflict: Conflict, taal: Language) -> Antwoord:
    return {"fouten": [w.VEROUDERD.say(taal, n=conflict.latest.number)], "lijst": lijst(context, ident)}
