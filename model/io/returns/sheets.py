"""What stands where in the workbook of a return: its sheets and their columns, declared once.

Maker and reader both build on this. Every column has a code, which stands small and grey above its head on every
sheet: by it a column is known wherever it has moved to and whatever its head is called. A row is known by its key and
its origin (`SLEUTEL`, `HERKOMST`), which stand in cells of the row itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from model.kinds import Words
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel, rij_woorden, woorden
from model.returns.fields import AFTEKENING, POST_VELDEN, REGEL_VELDEN, VERKLARINGEN, Veld
from model.returns.opgave import Herkomst
from model.returns.ronde import Ronde
from model.returns.terms import Term
from model.text import Language, Text

LEESWIJZER, VOORTGANG, POSTEN, BEGRIPPEN, META = "Leeswijzer", "Voortgang", "Posten", "Begrippen", "_dekking"
BLADEN: Mapping[str, str] = MappingProxyType(
    {"begroting": "Begroting", "beleidstraject": "Beleidstrajecten", "activiteit": "ICT-activiteiten"}
)
"""The sheet with the amounts of each table."""
SAMEN = "Vorige ronde"
"""The sheet with figures of last round for several rows together; only where there are any, and nothing is open."""

# Rows on Posten and the amount sheets: title, what the sheet is, how far it is, codes, heads, and then the data.
CODE_ROW, HEAD_ROW, FIRST_ROW = 4, 5, 6

SLEUTEL, HERKOMST = "sleutel", "herkomst"
POST, SOORT, CATEGORIE, GROOTHEID, EENHEID = "post", "kostensoort", "categorie", "grootheid", "eenheid"
STATUS, CONTROLE, TABEL = "status", "controle", "tabel"
VORIGE, VERSCHIL = "vorige", "verschil"


def vorige(kolom: str) -> str:
    """Return the code of the column with last round's figures of a year."""
    return f"{VORIGE} {kolom}"


def verschil(kolom: str) -> str:
    """Return the code of the column that says by how much a year moved, where a reason is asked."""
    return f"{VERSCHIL} {kolom}"


REGEL_KOLOMMEN = (
    POST, SOORT, CATEGORIE, GROOTHEID, EENHEID,
    *KOLOMMEN, *(veld.ident for veld in REGEL_VELDEN), STATUS,
    *map(vorige, KOLOMMEN), *map(verschil, KOLOMMEN), CONTROLE,
    SLEUTEL, HERKOMST,
)  # fmt: skip
"""The columns of an amount sheet, from A on, as they are sent."""

POST_KOLOMMEN = (TABEL, *(veld.ident for veld in POST_VELDEN), STATUS, SLEUTEL, HERKOMST)
"""The columns of Posten, from A on, as they are sent."""

EERSTE, LAATSTE = REGEL_KOLOMMEN.index(KOLOMMEN[0]) + 1, REGEL_KOLOMMEN.index(KOLOMMEN[-1]) + 1
"""The first and last column of amounts."""

# On Voortgang what people fill in stands in the column of this code, in rows with the key of `aftekening_sleutel`; the
# codes stand in a row above them, as on the other sheets.
ANTWOORD = "antwoord"
DIRECTIE = Veld(
    "directie",
    Term(
        Text("directie", "directorate"),
        Text(
            "alleen waar meer directies elk een deel van de opgave invullen: welke dit is",
            "only where several directorates each fill in a part of the return: which one this is",
        ),
        Text("Directie Informatievoorziening", "Directorate of Information"),
    ),
    Words(numeric=True),
)
"""Who of a department filled in this workbook (`Herkomst.directie`)."""
OPEN_VOORTGANG = (*VERKLARINGEN, *AFTEKENING, DIRECTIE)


def aftekening_sleutel(ident: str) -> str:
    """Return the key of the row on Voortgang in which a field of the sign-off stands."""
    return f"aftekening/{ident}"


OPEN_REGEL = (*KOLOMMEN, *(veld.ident for veld in REGEL_VELDEN))
OPEN_POST = tuple(veld.ident for veld in POST_VELDEN if not veld.ingevuld)

# The hidden sheet: column A says of what sort a row is, column B its key, and from column C on what it holds; a row of
# sort `KOP` names these columns for the rows of that sort below it (its key).
KOP, FEIT, POST_RIJ, REGEL_RIJ = "kop", "feit", "post", "regel"
FORMAAT = "1"
FEITEN = ("formaat", HERKOMST, "editie", "ronde", "departement", "basis", "jaar", "taal", "fictief", "programma")
"""The facts of the hidden sheet."""

EIGENSCHAP = "Dekking uitvraag"
"""The document property that holds the origin."""


def nummer(code: str, kolommen: tuple[str, ...] = REGEL_KOLOMMEN) -> int:
    """Return the number of a column on a sheet as it is sent."""
    return kolommen.index(code) + 1


def herkomst_tekst(herkomst: Herkomst) -> str:
    """Return the origin as it stands in cells, in the properties and on Leeswijzer: editie|ronde|departement|basis."""
    return "|".join((herkomst.editie, herkomst.ronde.replace("|", "/"), herkomst.departement, herkomst.basis))


def herkomst_uit(tekst: str) -> Herkomst | None:
    """Return the origin that a text stands for, None where it stands for none."""
    words = [word.strip() for word in tekst.split("|")]
    return Herkomst(*words) if len(words) == 4 and all(words) else None


def post_sleutel(tabel: str, ident: str) -> str:
    """Return the key of a row of Posten."""
    return f"{tabel}/{ident}"


def controle_sleutel(grootheid: str, artikel: str) -> str:
    """Return what rows that a control total adds up have in common, as the column `CONTROLE` holds it."""
    return f"{grootheid}/{artikel}"


def regel_label(key: Sleutel, naam: str, ronde: Ronde, language: Language) -> str:
    """Return a row as people name it: post, kostensoort, categorie and grootheid."""
    return " · ".join(filter(None, (naam, rij_woorden(key, ronde.editie).say(language))))


def ronde_woorden(ronde: Ronde, language: Language) -> Mapping[str, str]:
    """Return what the edition's words are called, as they stand in the first columns of an amount sheet."""
    return _woorden(ronde.editie.nummer, language)


@cache
def _woorden(editie: str, language: Language) -> Mapping[str, str]:
    return MappingProxyType({word: naam.say(language) for word, naam in woorden(editie).items()})
