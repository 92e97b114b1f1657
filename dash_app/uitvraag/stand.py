"""How far a round is: in one sentence, and department by department."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.antwoorden import Antwoord, antwoorden, gevonden, open_bevindingen
from dash_app.uitvraag.centrum import Centrum, op_departement
from model.io.returns.merged import Melding, Uitslag
from model.io.returns.reading import Inzending
from model.io.shipped import shipped_ronde
from model.io.store.returns import Ontvangen
from model.returns.bevinding import ERNSTEN
from model.returns.terms import FASEN, PRIJZEN
from model.text import Language, joined, number, percent


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


def stempel(centrum: Centrum, taal: Language) -> str:
    """Return what is printed under every figure of a round that leaves the app, and at the foot of the page."""
    ronde, uitslag = centrum.ronde, centrum.uitslag(taal)
    said = w.STEMPEL_FICTIEF if ronde.fictief else w.STEMPEL
    counts = {"antwoord": len(uitslag.departementen), "alle": len(ronde.departementen)}
    return said.say(taal, ronde=ronde.naam, kenmerk=centrum.kenmerk, **counts)


def stand(centrum: Centrum, taal: Language, *, half: bool = False) -> dict[str, Any]:
    """Return the state of the round; while files are unread only that they are there, or `half` what the others say."""
    files, unread = centrum.archief.bestanden(), centrum.ongelezen()
    said: dict[str, Any] = {
        "kop": kop(centrum, taal),
        "ongelezen": [_bestand(each) for each in unread],
        "ingetrokken": [_bestand(each) for each in files if each.ingetrokken],
        "uitkomsten": uitkomsten(centrum, taal),
    }
    if unread and not half:
        return said
    uitslag = centrum.uitslag(taal)
    rows, strays = antwoorden(uitslag), op_departement(uitslag).get("", [])
    digests = {each.naam: each for each in files}
    return said | {
        "zin": zin(uitslag, rows, taal),
        "zonder": zonder(unread, taal),
        "stempel": stempel(centrum, taal),
        "departementen": [rij(each, uitslag, taal, half=bool(unread)) for each in rows],
        "zonder_plaats": [geweigerd(each, digests[each.bestand], taal) for each in strays],
    }


def zin(uitslag: Uitslag, rows: Sequence[Antwoord], taal: Language) -> str:
    """Return in one sentence how far the round is; findings in files of nobody are in no row of the table."""
    stray = open_bevindingen(gevonden(uitslag).get("", ()), op_departement(uitslag).get("", ())).total()
    found = stray + sum(open_bevindingen(each.meldingen, each.geweigerd).total() for each in rows)
    counts = {
        "antwoord": len(uitslag.departementen),
        "alle": len(rows),
        "volledig": sum(each.heel for each in rows),
        "conflicten": sum(len(each.samenvoeging.conflicten) for each in uitslag.departementen.values()),
        "bevindingen": found,
        "geweigerd": len(uitslag.geweigerd),
    }
    values = {name: number(count, taal) for name, count in counts.items()}
    return w.ZIN.say(taal, **values, los=w.LOS.say(taal, n=number(stray, taal)) if stray else "")


def zonder(unread: Sequence[Ontvangen], taal: Language) -> str:
    """Return which files are not in what is shown, as they were not read yet."""
    names = joined([each.naam for each in unread], taal)
    return w.ZONDER_ONGELEZEN.say(taal, n=number(len(unread), taal), namen=names) if unread else ""


def rij(each: Antwoord, uitslag: Uitslag, taal: Language, *, half: bool = False) -> dict[str, Any]:
    """Return a department as a row of the table; where files are unread, one of them may be its return."""
    bijeen, open_ = each.bijeen, open_bevindingen(each.meldingen, each.geweigerd)
    merged = bijeen.samenvoeging if bijeen is not None else None
    return {
        "id": each.ident,
        "naam": uitslag.ronde.departementen[each.ident].naam,
        "status": each.status,
        "woord": (w.MISSCHIEN if half and each.status == "geen" else w.STATUSSEN[each.status]).say(taal),
        "bestanden": len(bijeen.inzendingen if bijeen is not None else ()) + len(each.geweigerd),
        "volledig": "" if bijeen is None else _deel(each, taal),
        "bevindingen": [open_[ernst] for ernst in ERNSTEN],
        "uitgelegd": sum(not told.bevinding.open for told in each.meldingen),
        "conflicten": [len(merged.conflicten), len(merged.beslecht)] if merged is not None else [0, 0],
        "afgetekend": "" if bijeen is None else _afgetekend(each.ongetekend, taal),
    }


def _deel(each: Antwoord, taal: Language) -> str:
    """Return the share that is answered, never rounded up to all of it, and of how many cells."""
    counts = {"n": number(each.beantwoord, taal), "alle": number(each.gevraagd, taal)}
    if each.deel == 1:
        return (w.CELLEN_ALLE if each.heel else w.CELLEN_OPEN).say(taal, **counts)
    return w.CELLEN_VAN.say(taal, deel=percent(min(each.deel, 0.999), taal, 1), **counts)


def _afgetekend(missing: int, taal: Language) -> str:
    return w.AFGETEKEND.say(taal) if not missing else w.AFTEKENING_MIST.say(taal, n=missing)


def uitkomsten(centrum: Centrum, taal: Language) -> dict[str, dict[str, Any]]:
    """Return by digest what came of the files that were read since the program started."""
    read = {each.digest: centrum.gelezen(each.digest) for each in centrum.archief.bestanden()}
    return {digest: _uitkomst(file, taal) for digest, file in read.items() if file is not None}


def _uitkomst(file: Inzending, taal: Language) -> dict[str, Any]:
    counts = open_bevindingen((Melding(file.bestand, found) for found in file.bevindingen), (file,))
    said = w.GEWEIGERD_MET if file.geweigerd else w.GELEZEN_MET
    values = {ernst: number(counts[ernst], taal) for ernst in ERNSTEN}
    return {"uitkomst": said.say(taal, **values), "geweigerd": file.geweigerd}


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
