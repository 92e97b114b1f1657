"""Places of a return and what stands there, in words; a number as it can be typed again."""

from __future__ import annotations

from collections.abc import Mapping

from model.errors import figure
from model.io.excel.numerals import read_numeral
from model.io.returns.sheets import regel_label
from model.returns.columns import kop
from model.returns.edition import Sleutel
from model.returns.edits import BEHOUDEN, VERWIJDERD, Inhoud, Plek
from model.returns.fields import AFTEKENING, POST_VELDEN, REGEL_VELDEN, VERKLARINGEN, Veld
from model.returns.opgave import Cel, Post
from model.returns.ronde import Ronde
from model.returns.terms import STATEN, TABELLEN
from model.text import Language, Text

LEEG = Text("leeg", "empty")
ITEMS = {VERWIJDERD: Text("verwijderd", "removed"), BEHOUDEN: Text("behouden", "kept")}
_SIGNED = Text("Aftekening", "Sign-off")
_CONTROL = Text("Controletotaal · artikel {article} · {quantity}", "Control total · article {article} · {quantity}")
_VELDEN = {
    "post": {veld.ident: veld for veld in POST_VELDEN},
    "regel": {veld.ident: veld for veld in REGEL_VELDEN},
    "aftekening": {veld.ident: veld for veld in (*AFTEKENING, *VERKLARINGEN)},
}
Posten = Mapping[tuple[str, str], Post]


def veld_van(plek: Plek) -> Veld | None:
    """Return the field that stands at a place; none where it is a cell, an item, or a field that nobody asks."""
    return _VELDEN[plek.soort].get(plek.onderdeel)


def item_woorden(plek: Plek, posts: Posten, ronde: Ronde, language: Language) -> str:
    """Return what people call the row, post or control total at a place."""
    if plek.soort == "aftekening":
        return _SIGNED.say(language)
    if plek.soort == "controle":
        article, grootheid, _ = plek.sleutel
        return _CONTROL.say(language, article=article, quantity=ronde.editie.grootheden[grootheid].term.naam)
    tabel, ident = plek.post
    post = posts.get((tabel, ident), Post(tabel, ident))
    table = TABELLEN[tabel].naam.say(language) if tabel in TABELLEN else tabel
    if plek.soort == "post":
        return f"{table} · {post.naam}"
    return f"{table} · {regel_label(Sleutel(*plek.sleutel), post.naam, ronde, language)}"


def kolom_woorden(plek: Plek, ronde: Ronde, language: Language) -> str:
    """Return what people call the column or field at a place."""
    if plek.is_cel or plek.soort == "controle":
        return kop(plek.onderdeel, ronde.jaar).say(language)
    veld = veld_van(plek)
    return plek.onderdeel if veld is None else veld.term.naam.say(language)


def inhoud_woorden(plek: Plek, inhoud: Inhoud, language: Language) -> str:
    """Return what stands at a place, as it can be typed as a decision."""
    if inhoud is None:
        return LEEG.say(language)
    if isinstance(inhoud, Cel):
        return typed(inhoud.waarde) if inhoud.staat == "waarde" else STATEN[inhoud.staat].naam.say(language)
    if not plek.onderdeel:
        return ITEMS[inhoud].say(language)
    veld = veld_van(plek)
    return veld.keuzes[inhoud].naam.say(language) if veld is not None and inhoud in veld.keuzes else inhoud


def typed(value: float) -> str:
    """Return a number without marks of thousands, that reads back as itself."""
    text = figure(value, 9).en.replace(",", "")
    return text if read_numeral(text).value == value else f"{text}0"
