"""The heads of an amount sheet: what stands over each column, and what it means in a comment."""

from __future__ import annotations

from collections.abc import Iterator

from model.io.excel.layout import Item
from model.io.returns.form import Form
from model.io.returns.sheets import CATEGORIE, CONTROLE, EENHEID, GROOTHEID, POST, SOORT, STATUS, verschil, vorige
from model.returns.columns import KOLOMMEN
from model.returns.fields import REGEL_VELDEN
from model.returns.terms import AARDEN, CATEGORIEEN, FASEN, KOSTENSOORTEN, PRIJZEN, STATEN, TABELLEN, Term
from model.text import Text, same

_NAMES = {
    POST: Text("post", "post"),
    SOORT: Text("kostensoort", "class of cost"),
    CATEGORIE: Text("categorie", "category"),
    GROOTHEID: Text("grootheid", "quantity"),
    EENHEID: Text("eenheid", "unit"),
    STATUS: Text("status", "status"),
    CONTROLE: same("controle"),
}
_UNIT = Text(
    "k€: bedragen x € 1.000. fte: voltijds, een decimaal mag. %: 80 is 80 %",
    "k€: amounts x € 1,000. fte: full-time, a decimal is allowed. %: 80 is 80 %",
)
_STATUS = Text(
    "volledig; zoveel cellen die ontbreken; reden gevraagd (vul de kolom reden in); fout: een cel is geen getal binnen"
    " de grenzen, nihil of n.v.t.",
    "complete; so many cells missing; reason asked (fill in the column reason); wrong: a cell is no number within"
    " bounds, nihil or n/a",
)
_LAST = Text("{kolom} vorige ronde", "{kolom} last round")
_LAST_SAYS = Text(
    "wat vorige ronde is opgegeven, om naast te leggen; leeg waar niets bekend is",
    "what was stated last round, to compare with; empty where nothing is known",
)
_MOVED = Text("{kolom} verschil", "{kolom} change")
_MOVED_SAYS = Text(
    "nieuw min vorige ronde, waar dat meer is dan de drempel op Voortgang: geef dan een reden",
    "new less last round, where that is more than the threshold on Voortgang: then give a reason",
)
_ASKED = Text("gevraagd: {aard}, {fase}, {prijzen}", "asked: {aard}, {fase}, {prijzen}")
_STAYS = Text("wat na het laatste jaar jaarlijks blijft", "what stays each year after the last one")


def regel_heads(form: Form, tabel: str) -> dict[str, Item]:
    """Return the heads of an amount sheet by code; the codes of keys stand over their columns as they are."""
    says = {
        POST: form.comment(TABELLEN[tabel]),
        SOORT: form.comment(*(KOSTENSOORTEN[word] for word in form.ronde.editie.soorten)),
        CATEGORIE: form.comment(*_categories(form)),
        GROOTHEID: form.comment(*(each.term for each in form.ronde.editie.grootheden.values())),
        EENHEID: form.say(_UNIT),
        STATUS: form.say(_STATUS),
    }
    heads = {code: form.head(form.say(name), says.get(code, "")) for code, name in _NAMES.items()}
    heads |= {veld.ident: form.head(form.say(veld.term.naam), form.comment(veld.term)) for veld in REGEL_VELDEN}
    return heads | dict(_years(form))


def _categories(form: Form) -> Iterator[Term]:
    used = {word for grootheid in form.ronde.editie.grootheden.values() for word in grootheid.categorieen}
    yield from (term for word, term in CATEGORIEEN.items() if word in used)


def _years(form: Form) -> Iterator[tuple[str, Item]]:
    states = form.comment(*STATEN.values())
    for kolom in KOLOMMEN:
        year, ronde = form.column_name(kolom), form.ronde
        aard = form.say(AARDEN[ronde.gevraagd("aard", kolom)].naam)
        fase, prijzen = (form.say(FASEN[ronde.fase].naam), form.say(PRIJZEN[ronde.prijzen].naam))
        asked = form.say(_ASKED, aard=aard, fase=fase, prijzen=prijzen)
        stays = f"{form.say(_STAYS)}\n" if kolom == KOLOMMEN[-1] else ""
        yield kolom, form.head(f"{year}\n{aard}", f"{stays}{asked}\n{states}", "column-right")
        yield vorige(kolom), form.head(form.say(_LAST, kolom=year), form.say(_LAST_SAYS), "column-last")
        yield verschil(kolom), form.head(form.say(_MOVED, kolom=year), form.say(_MOVED_SAYS), "column-last")
