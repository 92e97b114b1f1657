"""What can be chosen on a form, as the plan is at that point in the list of measures: ids with their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from model.ledger import Plan
from model.measures.wording import parameter_values
from model.parameters import INDEX, NO_INDEX
from model.text import Language, Text, percent

Keuze = dict[str, str]

_LEEG = Text("leeg: de kolom wordt leeg", "leeg: the column is emptied")
_NO_INDEX = Text("geen prijsontwikkeling", "no price growth")
_CRITERIA = {"kostenpost": "id", "programma": "programma", "thema": "thema", "voorziening": "voorziening"}


def keuze(waarde: str, tekst: str) -> Keuze:
    """Return one choice: its value, and the text that people read."""
    return {"waarde": waarde, "tekst": tekst}


def uit_tabel(tabel: str, plan: Plan, taal: Language) -> list[Keuze]:
    """Return the ids of a table with their names."""
    named: Mapping[str, Mapping[str, Any]] = {
        "kostenposten": plan.posts,
        "dekkingsbronnen": plan.sources,
        "partijen": plan.baseline.parties,
    }
    if tabel in named:
        return [keuze(ident, owner.naam) for ident, owner in named[tabel].items()]
    if tabel == "verdeelsleutels":
        return sleutels(plan, taal)
    if tabel == "parameters":
        return [
            keuze(ident, f"{found.naam}: {parameter_values(found, taal)}") for ident, found in plan.parameters.items()
        ]
    if tabel == "referenties":
        return [keuze(ident, str(getattr(found, "titel", ident))) for ident, found in plan.baseline.references.items()]
    return []


def sleutels(plan: Plan, taal: Language, *, partijen: bool = True) -> list[Keuze]:
    """Return the distribution keys with their shares; a partij's own id bears everything."""
    parties = plan.baseline.parties
    found = []
    for ident, shares in plan.keys.items():
        if ident not in parties:
            found.append(keuze(ident, ", ".join(f"{parties[p].naam} {percent(s, taal, 1)}" for p, s in shares.items())))
        elif partijen:
            found.append(keuze(ident, f"{parties[ident].naam} 100 %"))
    return found


def indexen(plan: Plan, taal: Language) -> list[Keuze]:
    """Return the indices that prices can follow."""
    named = [
        keuze(ident.removeprefix(INDEX), found.naam)
        for ident, found in plan.parameters.items()
        if ident.startswith(INDEX)
    ]
    return [keuze(NO_INDEX, _NO_INDEX.say(taal)), *named]


def leeg(taal: Language) -> Keuze:
    """Return the choice that empties a column."""
    return keuze("leeg", _LEEG.say(taal))


def uit_woorden(opties: Mapping[str, Text], taal: Language) -> list[Keuze]:
    """Return a closed list of words with their meanings."""
    return [keuze(word, _met_uitleg(word, meaning.say(taal))) for word, meaning in opties.items()]


def _met_uitleg(word: str, meaning: str) -> str:
    """Return a word with its meaning; a meaning that begins with the same word needs no other."""
    return meaning if meaning.startswith(word.partition("-")[0]) else f"{word}: {meaning}"


def aanwezig(criterium: str, plan: Plan, opties: Mapping[str, Text], taal: Language) -> list[Keuze]:
    """Return what the posts of the plan have in one of the columns by which they are selected."""
    if criterium == "kostenpost":
        return uit_tabel("kostenposten", plan, taal)
    if criterium == "dekkingsbron":
        return uit_tabel("dekkingsbronnen", plan, taal)
    present = _uniek(getattr(post, _CRITERIA.get(criterium, criterium)) for post in plan.posts.values())
    return [keuze(word, _met_uitleg(word, opties[word].say(taal)) if word in opties else word) for word in present]


def _uniek(values: Iterable[str | None]) -> list[str]:
    return sorted({value for value in values if value})
