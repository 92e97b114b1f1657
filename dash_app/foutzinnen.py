"""What is wrong, in the words of a form: names for ids, labels for the fields of a file, a list to choose from.

A sentence that talks of files has another one here, which may leave out what the form itself shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from model.baseline import Baseline, Dekkingsbron, Kostenpost, Partij
from model.errors import Issue
from model.issues import ISSUES
from model.ledger import Plan
from model.measures.labels import VELDEN
from model.text import Language, Text, same

Namen = Mapping[str, Text]

FORMULIER: Mapping[str, Text] = {
    "veld-ontbreekt": Text("nog in te vullen", "still to be filled in"),
    "een-van": Text("{found} ingevuld; nodig is {expected}", "{found} filled in; needed is {expected}"),
    "waarde-fout": Text(
        "deze waarde mag hier niet; verwacht wat bij het veld staat. Verbeter de waarde",
        "this value is not allowed here; expected what stands beside the field. Correct the value",
    ),
    "verwijzing-onbekend": Text(
        "{found} is geen keuze; verwacht iets uit de lijst. Kies daaruit: wat een maatregel toevoegt, staat er in als"
        " die maatregel hierboven staat en aan is",
        "{found} is no choice; expected something from the list. Choose from it: what a measure adds is in it if that"
        " measure stands above and is on",
    ),
    "index-onbekend": Text(
        "‘{found}’ is geen index; verwacht een index uit de lijst. Kies daaruit",
        "‘{found}’ is no index; expected an index from the list. Choose from it",
    ),
    "jaren-volgorde": Text(
        "het eerste jaar, {first}, ligt na het laatste, {last}; verwacht een eerste jaar dat niet na het laatste ligt."
        " Draai de jaren om",
        "the first year, {first}, is after the last, {last}; expected the first year not to be after the last. Swap the"
        " years",
    ),
    "kasschuif-som": Text(
        "de bedragen tellen op tot {found} (x € 1.000); een kasschuif telt op tot 0, met een afrondingsverschil van ten"
        " hoogste {expected} (x € 1.000). Verbeter de bedragen, of vul een groter afrondingsverschil in als de tabel is"
        " afgerond",
        "the amounts add up to {found} (x € 1,000); a cash shift must add up to 0, give or take a rounding difference"
        " of {expected} (x € 1,000). Correct the amounts, or fill in a larger rounding difference if the table was"
        " rounded",
    ),
    "zelfde-bron": Text(
        "van en naar zijn beide {found}; verwacht twee verschillende dekkingsbronnen. Kies ergens een andere",
        "from and to are both {found}; expected two different sources. Choose another for one of them",
    ),
    "selectie-leeg": Text(
        "er is nog niets gekozen; verwacht ten minste één keuze. Kies wat de maatregel betreft",
        "nothing is chosen yet; expected at least one choice. Choose what the measure applies to",
    ),
    "selectie-niets": Text(
        "geen enkele kostenpost voldoet aan al deze keuzes samen; verwacht ten minste één. Verruim de keuze",
        "no post meets all these choices together; expected at least one. Widen the choice",
    ),
    "selectie-waarde": Text(
        "{found} komt bij geen enkele kostenpost voor; verwacht iets uit de lijst. Kies daaruit",
        "no post has {found}; expected something from the list. Choose from it",
    ),
    "sleutel-is-vast": Text(
        "{found} draagt als verdeelsleutel altijd 100 %; verwacht een verdeelsleutel over meer partijen. Geef de"
        " kostenposten zo'n sleutel, en verander daarvan de aandelen",
        "{found} always bears 100 % as a key; expected a key over several parties. Give the posts such a key, and"
        " change its shares",
    ),
    "aandelen-som": Text(
        "de aandelen tellen op tot {percent}; verwacht 100 %. Pas de aandelen aan",
        "the shares add up to {percent}; expected 100 %. Adjust the shares",
    ),
    "id-bestaat": Text(
        "dit kenmerk is al in gebruik; verwacht een nieuw. Kies een ander kenmerk",
        "this code is in use already; expected a new one. Choose another code",
    ),
    "referentie-nodig": Text(
        "geen referentie bij status {found}; verwacht een publicatie uit de lijst. Kies er een, of maak er een aanname"
        " met toelichting van",
        "status {found} needs a reference; expected a publication from the list. Choose one, or change the status to"
        " aanname and explain it",
    ),
    "toelichting-nodig": Text(
        "geen toelichting bij status {found}; verwacht de reden van het bedrag of de waarde. Schrijf die op",
        "status {found} needs an explanation; expected the reason for the amount or value. Write it down",
    ),
}

_TABELLEN = {"kostenposten": Text("kostenposten", "posts"), "dekkingsbronnen": Text("dekkingsbronnen", "sources")}
_TERM = re.compile(rf" \((?:{'|'.join(VELDEN)})\)")  # the word of a scenario file that a label or sentence adds
_PROGRAMMAWOORD = re.compile(r"[a-z]+(?:_[a-z]+)+")


def zonder_term(text: str) -> str:
    """Return a text without the words of a scenario file that it adds in brackets."""
    return _TERM.sub("", text)


def namen_van(plan: Plan | Baseline) -> Namen:
    """Return what people call the posts, sources, parties, parameters and fields that sentences name by their id."""
    parties = plan.baseline.parties if isinstance(plan, Plan) else plan.parties
    parameters = {ident: same(found.naam) for ident, found in plan.parameters.items()}
    owners: list[Partij | Dekkingsbron | Kostenpost] = [*parties.values(), *plan.sources.values(), *plan.posts.values()]
    return {**parameters, **VELDEN, **_TABELLEN, **{owner.id: same(owner.naam) for owner in owners}}


def foutzin(issue: Issue, namen: Namen, taal: Language) -> str:
    """Return what is wrong in the words of a form, without its place."""
    values = {name: _genoemd(value, namen, taal) for name, value in issue.values.items()}
    text = FORMULIER.get(issue.code, ISSUES[issue.code]).say(taal, **values)
    text = _PROGRAMMAWOORD.sub(lambda word: _genoemd(f"'{word[0]}'", VELDEN, taal).strip("'"), text)
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?")) else ".")


def _genoemd(value: object, namen: Namen, taal: Language) -> str:
    """Return a value of a sentence as people call it: an id by its name, between the quotes that it had."""
    said = value.say(taal) if isinstance(value, Text) else str(value)
    ident = said.strip("'")
    if ident not in namen:
        return said
    naam = zonder_term(namen[ident].say(taal))
    return naam if ident == said else f"‘{naam}’"
