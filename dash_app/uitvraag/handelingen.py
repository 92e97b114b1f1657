"""What can be asked about a round: its state and totals; to receive, read or withdraw a file; to decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePath
from typing import Any

from dash_app.bestanden import inhoud, veilig
from dash_app.loket import Handeling, Vraag
from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.besluiten import beslis
from dash_app.uitvraag.centrum import Centrum
from dash_app.uitvraag.departement import departement
from dash_app.uitvraag.lijsten import lijsten
from dash_app.uitvraag.meenemen import bestand
from dash_app.uitvraag.stand import stand, uitkomsten
from dash_app.uitvraag.totalen import per_departement, personeel, totalen, volledigheid
from model.errors import InputError, Issue, Place, shown
from model.io.store.returns import Ontvangen, digest_van
from model.tables import Scale
from model.text import Language

MOST = 8  # MB
_BYTES = MOST * 1024 * 1024
_SUFFIX = ".xlsx"
Antwoord = Mapping[str, Any]
Doet = Callable[[Centrum, Vraag, Language], Antwoord]


def handelingen(centrum: Centrum) -> Mapping[str, Handeling]:
    """Return everything that can be asked, by its name."""
    known: Mapping[str, Doet] = {
        "stand": toon,
        "ontvang": ontvang,
        "lees": lees,
        "trek-in": trek_in,
        "departement": toon_departement,
        "totalen": toon_totalen,
        "totaal": toon_totaal,
        "personeel": toon_personeel,
        "volledigheid": toon_volledigheid,
        "lijsten": toon_lijsten,
        "beslis": beslis,
        "maak": maak,
    }
    return {name: partial(handeling, centrum) for name, handeling in known.items()}


def toon(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return the state of the round; `half` also while files are unread."""
    return stand(centrum, taal, half=bool(vraag.get("half")))


def ontvang(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Keep a file that came back, and say what became of it; raise `InputError` where it can be no return at all."""
    naam, raw = veilig(str(vraag["naam"])), inhoud(str(vraag["inhoud"]))
    if PurePath(naam).suffix != _SUFFIX:
        values = {"found": shown(naam), "advice": w.KIES_OPGAVE}
        raise InputError([Issue("werkmap-ander-formaat", Place(naam), values)])
    if len(raw) > _BYTES:
        values = {"found": f"{len(raw) / 1024 / 1024:.1f} MiB", "expected": f"{MOST} MiB"}
        raise InputError([Issue("bestand-te-groot", Place(naam), values)])
    before = {each.digest: each for each in centrum.archief.bestanden()}
    known = before.get(digest_van(raw))
    if known is not None:
        return {"digest": known.digest, "gezegd": _opnieuw(centrum, naam, known, taal)}
    kept = centrum.archief.bewaar(naam, raw)
    said = "" if kept.naam == naam else w.ANDERE_NAAM.say(taal, naam=naam, nieuw=kept.naam)
    return {"digest": kept.digest, "gezegd": said}


def _opnieuw(centrum: Centrum, naam: str, known: Ontvangen, taal: Language) -> str:
    """Return what is said of a file that came before; one that was withdrawn is put back."""
    if known.ingetrokken is None:
        said = w.AL_ONTVANGEN if naam == known.naam else w.AL_ONTVANGEN_ALS
        return said.say(taal, naam=naam, eerder=known.naam)
    centrum.archief.trek_in(known.digest, terug=True)
    return w.TERUGGEZET.say(taal, naam=known.naam)


def lees(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Read one file that was received, and say what came of it."""
    for each in centrum.ongelezen():
        if each.digest == vraag["digest"]:
            centrum.lees(each)
    return {"uitkomsten": uitkomsten(centrum, taal)}


def trek_in(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Withdraw a file, or put it back."""
    centrum.archief.trek_in(str(vraag["digest"]), terug=bool(vraag.get("terug")))
    return {}


def toon_departement(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return one department in full."""
    return departement(centrum, str(vraag["departement"]), taal)


def toon_totalen(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return what there is at least of everything."""
    return totalen(centrum, taal, _schaal(vraag))


def toon_totaal(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return one total by department."""
    return per_departement(centrum, str(vraag.get("totaal", "")), taal, _schaal(vraag))


def toon_personeel(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return own and hired staff side by side."""
    return personeel(centrum, str(vraag.get("tabel", "")), str(vraag.get("kolom", "")), taal)


def toon_volledigheid(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return the completeness of every table."""
    return {"beelden": {tabel: volledigheid(centrum, tabel, taal) for tabel in centrum.ronde.editie.tabellen}}


def toon_lijsten(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return what cannot be summed, what changed, and what other overviews say."""
    return lijsten(centrum.uitslag(taal), centrum.rijen(taal), taal)


def maak(centrum: Centrum, vraag: Vraag, taal: Language) -> Antwoord:
    """Return a file to take along."""
    return {"bestand": bestand(centrum, str(vraag["soort"]), str(vraag.get("wat", "")), taal)}


def _schaal(vraag: Vraag) -> Scale:
    return "mln" if vraag.get("eenheid") == "mln" else "k"
