"""What is said after an action on the workbench."""

from __future__ import annotations

from collections.abc import Mapping

from model.text import Language, Text

_GEZEGD: Mapping[str, Text] = {
    "kies": Text("Maatregel {n} staat open.", "Measure {n} is open."),
    "veld": Text("{label} van maatregel {n} gewijzigd.", "{label} of measure {n} changed."),
    "kop": Text("{label} van het scenario gewijzigd.", "{label} of the scenario changed."),
    "aan": Text("Maatregel {n} aangezet.", "Measure {n} switched on."),
    "uit": Text("Maatregel {n} uitgezet.", "Measure {n} switched off."),
    "verplaats": Text("Maatregel {n} verplaatst naar plaats {m}.", "Measure {n} moved to place {m}."),
    "kopieer": Text("Maatregel {n} gekopieerd naar plaats {m}.", "Measure {n} copied to place {m}."),
    "verwijder": Text("Maatregel {n} verwijderd. Ongedaan maken kan.", "Measure {n} removed. This can be undone."),
    "voegtoe": Text(
        "{soort} toegevoegd als maatregel {n}. Vul het formulier in.", "{soort} added as measure {n}. Fill in the form."
    ),
    "parameter": Text("Parameter {naam} gewijzigd.", "Parameter {naam} changed."),
    "parameter-terug": Text(
        "Parameter {naam} heeft weer de gepubliceerde waarde.", "Parameter {naam} has its published value again."
    ),
    "open": Text(
        "Scenario {naam} geopend. Ongedaan maken brengt het vorige terug.",
        "Scenario {naam} opened. Undo brings the previous one back.",
    ),
    "nieuw": Text(
        "Nieuw scenario begonnen. Ongedaan maken brengt het vorige terug.",
        "New scenario begun. Undo brings the previous one back.",
    ),
    "terug": Text("Ongedaan gemaakt.", "Undone."),
    "vooruit": Text("Opnieuw gedaan.", "Redone."),
    "niets": Text("Dit kan hier niet.", "This cannot be done here."),
}


def zeg(key: str, taal: Language, **values: object) -> str:
    """Return what is said after an action, about these values."""
    return _GEZEGD[key].say(taal, **values)
