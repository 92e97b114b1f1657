"""What every field of a measure, and every column of a new post or source, is called on a form; and its unit."""

from __future__ import annotations

from collections.abc import Mapping

from dash_app.woorden import maat
from model.measures.labels import SOORTEN, VELDEN
from model.text import Language, Text

EENHEDEN: Mapping[str, Text] = {
    "": Text("", ""),
    "k€": Text("x € 1.000", "x € 1,000"),
    "fractie": Text("%", "%"),
    "factor": Text("factor", "factor"),
    "jaar": Text("jaar", "years"),
}


def etiket(naam: str, taal: Language) -> str:
    """Return what a field or column is called; raise `KeyError` where nobody named it.

    The word of a scenario file that an English label adds is left out.
    """
    return VELDEN[naam].say(taal).removesuffix(f" ({naam})")


def soortnaam(soort: str, taal: Language) -> str:
    """Return what a soort of measure is called; one that does not exist by its own word."""
    return SOORTEN[soort].say(taal) if soort in SOORTEN else soort


def is_deel(eenheid: str) -> bool:
    """Return whether a unit is a fraction, which people read and type as a percentage."""
    return eenheid.startswith("fractie")


def eenheid_op_scherm(eenheid: str, taal: Language) -> str:
    """Return a unit as it stands beside an input; of a parameter, the words of the dataset."""
    return EENHEDEN[eenheid].say(taal) if eenheid in EENHEDEN else maat(eenheid, taal)
