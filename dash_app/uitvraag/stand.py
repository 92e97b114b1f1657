"""How far a round is: in one sentence, and department by department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.centrum import Centrum, op_departement
from model.io.returns.merged import Bijeen, Melding, Uitslag
from model.io.returns.reading import Inzending
from model.io.shipped import shipped_ronde
from model.io.store.returns import Ontvangen
from model.returns.bevinding import ERNSTEN
from model.returns.completeness import deel_van, volledigheid
from model.returns.terms import FASEN, PRIJZEN
from model.returns.voortgang import aftekening_ontbreekt
from model.text import Language, number, percent

Status = Literal["geen", "geweigerd", "conflict", "fout", "onvolledig", "vraag", "gereed"]


def kop(centrum: Centrum, taal: Language) -> dict[str, Any]:
    """Return what round it is: name, edition, phase, prices and years; whether it is made up."""
    ronde, fiction = centrum.ronde, ""
    if ronde.fictief:
        fiction = w.FICTIEF.say(taal) + (w.EIGEN_RONDE.say(taal) if centrum.folder == shipped_ronde() else "")
    phase, prices = FASEN[ronde.fase].naam.say(taal), PRIJZEN[ronde.prijzen].naam.say(taal)
    return {
        "naam": ronde.naam,
        "fictief": fiction,
        "zin": w.RONDE.say(taal, editie=ronde.editie.nummer, jaar=ronde.jaar, fase=phase, prijzen=prices),
        "noten": [notice.say(taal) for notice in ronde.notices],
    }


def stand(centrum: Centrum, taal: Language) -> dict[str, Any]:
    """Return the state of the round; of files that were not read yet only that they are there."""
    files, unread = centrum.archief.bestanden(), centrum.ongelezen()
    said: dict[str, Any] = {
        "kop": kop(centrum, taal),
        "ongelezen": [_bestand(each) for each in unread],
        "ingetrokken": [_bestand(each) for each in files if each.ingetrokken],
    }
    if unread:
        return said
    uitslag = centrum.uitslag(taal)
    refused, shares = op_departement(uitslag), volledig(uitslag)
    digests = {each.naam: each for each in files}
    return said | {
        "zin": zin(uitslag, shares, taal),
        "departementen": [
            _departement(uitslag, ident, refused.get(ident, []), shares[ident], taal)
            for ident in uitslag.ronde.departementen
        ],
        "zonder_plaats": [geweigerd(each, digests[each.bestand], taal) for each in refused.get("", [])],
    }


def volledig(uitslag: Uitslag) -> dict[str, float]:
    """Return the share of its cells that each department answered."""
    every = list(volledigheid(uitslag.telling))
    return {
        ident: deel_van(each for each in every if each.departement == ident) for ident in uitslag.ronde.departementen
    }


def zin(uitslag: Uitslag, shares: dict[str, float], taal: Language) -> str:
    """Return in one sentence how far the round is."""
    told = list(uitslag.meldingen)
    counts = {
        "antwoord": len(uitslag.departementen),
        "alle": len(uitslag.ronde.departementen),
        "volledig": sum(shares[ident] == 1 for ident in uitslag.departementen),
        "conflicten": sum(len(each.samenvoeging.conflicten) for each in uitslag.departementen.values()),
        "bevindingen": sum(each.bevinding.open for _, each in told) + sum(len(f.issues) for f in uitslag.geweigerd),
        "geweigerd": len(uitslag.geweigerd),
    }
    values = {name: number(count, taal) for name, count in counts.items()}
    return w.ZIN.say(taal, **values)


def status_van(bijeen: Bijeen | None, refused: Sequence[Inzending], share: float, *, signed: bool) -> Status:
    """Return what a department has to do first; `gereed` where that is nothing."""
    if bijeen is None:
        return "geweigerd" if refused else "geen"
    serious = {each.bevinding.ernst for each in bijeen.meldingen if each.bevinding.open}
    if bijeen.samenvoeging.conflicten:
        return "conflict"
    if refused:
        return "geweigerd"
    if "fout" in serious:
        return "fout"
    if share < 1 or not signed:
        return "onvolledig"
    return "vraag" if serious else "gereed"


def _departement(
    uitslag: Uitslag, ident: str, refused: Sequence[Inzending], share: float, taal: Language
) -> dict[str, Any]:
    bijeen, naam = uitslag.departementen.get(ident), uitslag.ronde.departementen[ident].naam
    missing = 0 if bijeen is None else aftekening_ontbreekt(bijeen.opgave, uitslag.ronde)
    status = status_van(bijeen, refused, share, signed=not missing)
    told = [*(bijeen.meldingen if bijeen is not None else ()), *van_bestanden(refused)]
    open_ = Counter(each.bevinding.ernst for each in told if each.bevinding.open)
    open_["fout"] += sum(len(each.issues) for each in refused)
    merged = bijeen.samenvoeging if bijeen is not None else None
    return {
        "id": ident,
        "naam": naam,
        "status": status,
        "woord": w.STATUSSEN[status].say(taal),
        "bestanden": len(bijeen.inzendingen if bijeen is not None else ()) + len(refused),
        "volledig": "" if bijeen is None else percent(share, taal),
        "bevindingen": [open_[ernst] for ernst in ERNSTEN],
        "uitgelegd": sum(not each.bevinding.open for each in told),
        "conflicten": [len(merged.conflicten), len(merged.beslecht)] if merged is not None else [0, 0],
        "afgetekend": "" if bijeen is None else _afgetekend(missing, taal),
    }


def _afgetekend(missing: int, taal: Language) -> str:
    return w.AFGETEKEND.say(taal) if not missing else w.AFTEKENING_MIST.say(taal, n=missing)


def van_bestanden(files: Sequence[Inzending]) -> list[Melding]:
    """Return the findings of files one by one."""
    return [Melding(each.bestand, found) for each in files for found in each.bevindingen]


def _bestand(each: Ontvangen) -> dict[str, Any]:
    return {"naam": each.naam, "digest": each.digest, "moment": each.ontvangen.isoformat()}


def geweigerd(file: Inzending, kept: Ontvangen, taal: Language) -> dict[str, Any]:
    """Return a file of which nothing was taken over, and why."""
    why = [issue.say(taal) for issue in file.issues]
    why += [
        " · ".join(filter(None, (found.vindplaats.zeg(), found.zin(taal))))
        for found in file.bevindingen
        if found.weigert
    ]
    return {**_bestand(kept), "redenen": why}
