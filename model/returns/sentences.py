"""What totals say in words: "ten minste X, Y van Z departementen, W onbekend"."""

from __future__ import annotations

from model.returns.columns import kop
from model.returns.edition import Editie
from model.returns.telling import Vraag
from model.returns.terms import CATEGORIEEN, KOSTENSOORTEN, TABELLEN
from model.returns.totals import Totaal
from model.text import LANGUAGES, Language, Text, euro, number


def naam(vraag: Vraag, editie: Editie) -> Text:
    """Return what a total is of: table, grootheid, kostensoort and categorie."""
    words = [TABELLEN[vraag.tabel].naam, editie.grootheden[vraag.grootheid].term.naam]
    words += [KOSTENSOORTEN[vraag.soort].naam] if vraag.soort else []
    words += [CATEGORIEEN[vraag.categorie].naam] if vraag.categorie else []
    return Text(*(" · ".join(word.say(language) for word in words) for language in LANGUAGES))


def hoeveelheid(value: float, eenheid: str) -> Text:
    """Return a figure with its unit."""
    return euro(value) if eenheid == "k€" else Text(*(f"{number(value, lang, 1)} {eenheid}" for lang in LANGUAGES))


def zin(totaal: Totaal, editie: Editie, jaar: int) -> Text:
    """Return a total in a sentence, with what it rests on; `jaar` is that of the round."""
    what, when = naam(totaal.vraag, editie), kop(totaal.kolom, jaar)
    amount = hoeveelheid(totaal.minstens, editie.grootheden[totaal.vraag.grootheid].eenheid)
    return Text(*(f"{what.say(lang)}, {when.say(lang)}: {_rest(totaal, amount, lang)}" for lang in LANGUAGES))


_HEEL = Text("{amount}, alle departementen ({asked}) volledig", "{amount}, all departments ({asked}) complete")
_MINSTENS = Text(
    "ten minste {amount}, {whole} van {asked} departementen volledig",
    "at least {amount}, {whole} of {asked} departments complete",
)
_NIETS = Text("onbekend, van geen van {asked} departementen", "unknown, from none of {asked} departments")
_DEELS = Text("{count} deels", "{count} in part")
_ZONDER = Text("{count} zonder cijfer dat meetelt", "{count} without a figure that counts")
_ONBEKEND = Text("{count} van {cells} cellen onbekend ({share})", "{count} of {cells} cells unknown ({share})")
_ANDERS = Text(
    "{count} van {cells} cellen niet vergelijkbaar ({share})", "{count} of {cells} cells not comparable ({share})"
)
_ALMOST = 99.9
_FOUTEN = Text("{count} met open fouten", "{count} with open errors")


def _rest(totaal: Totaal, amount: Text, language: Language) -> str:
    asked, whole = len(totaal.delen), len(totaal.volledig)
    first = _HEEL if totaal.heel else _NIETS if len(totaal.zonder) == asked else _MINSTENS
    said = [first.say(language, amount=amount, whole=whole, asked=asked)]
    counts = (
        (_DEELS, len(totaal.deels)),
        (_ZONDER, len(totaal.zonder)),
        (_ONBEKEND, totaal.onbekend),
        (_ANDERS, totaal.onvergelijkbaar),
        (_FOUTEN, len(totaal.fouten)),
    )
    cells = number(totaal.cellen, language)
    said += [
        text.say(language, count=number(count, language), cells=cells, share=aandeel(count, totaal.cellen, language))
        for text, count in counts
        if count
    ]
    return ", ".join(said)


def aandeel(count: int, of: int, language: Language) -> str:
    """Return a part of a number as a percentage with one decimal; what is not all is never rounded up to that."""
    share = 100 * count / of if of else 0.0
    return f"{number(share if count == of else min(share, _ALMOST), language, 1)} %"
