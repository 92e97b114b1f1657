"""What is behind a total of the return: the departments that it is made of, and of each the cells in its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.centrum import Centrum
from model.explanation import Block, Explanation, Origin, Term
from model.explanation.terms import About, Fact
from model.io.returns.counted import Rij, redenen
from model.io.returns.labels import item_woorden
from model.io.returns.merged import Uitslag
from model.returns.columns import KOLOMMEN, kop
from model.returns.comparability import Oordeel
from model.returns.edits import Plek
from model.returns.sentences import naam, zin
from model.returns.telling import Vraag, vragen
from model.returns.totals import Totaal, totaal
from model.returns_tables import TOTAL, money_caption
from model.tables import Unit
from model.text import LANGUAGES, Language, Text, number, same

_WORDS = 7  # sort, column, table, grootheid, kostensoort, categorie, department


def herleid(centrum: Centrum, over: About, jaar: int, taal: Language) -> Explanation | None:
    """Return what is behind a total, or one department's part of it; `None` where there is no such total."""
    if len(over) != _WORDS or over[0] != TOTAL or over[1] not in KOLOMMEN:
        return None
    uitslag, vraag, ident = centrum.uitslag(taal), Vraag(*over[2:6]), over[6]
    if vraag not in set(vragen(uitslag.ronde.editie)) or ident not in ("", *uitslag.ronde.departementen):
        return None
    found = totaal(uitslag.telling, vraag, over[1])
    if ident:
        return _departement(uitslag, centrum.rijen(taal), found, ident, (over, jaar))
    return _samen(uitslag, found, (over, jaar))


def _samen(uitslag: Uitslag, found: Totaal, asked: tuple[About, int]) -> Explanation:
    over, jaar = asked
    names = uitslag.ronde.departementen
    terms = tuple(
        Term(same(names[ident].naam), deel.minstens, _unit(uitslag, found), about=(*over[:6], ident), year=jaar)
        for ident, deel in found.delen.items()
        if deel.telt
    )
    facts: list[Fact] = []
    for label, idents in ((w.DEELS, found.deels), (w.ZONDER, found.zonder)):
        facts += [(label, same(names[ident].naam)) for ident in idents]
    blocks = (Block(w.TELT_MEE, terms, Term(w.TEN_MINSTE, found.minstens, _unit(uitslag, found), "=")),)
    return _explanation(uitslag, found, asked, found.minstens, blocks, facts)


def _departement(
    uitslag: Uitslag, rows: Sequence[Rij], found: Totaal, ident: str, asked: tuple[About, int]
) -> Explanation:
    mine = [(row, oordeel) for row, oordeel in _cellen(rows, found) if row.departement == ident]
    counted = tuple(_term(uitslag, found, row, each) for row, each in mine if each.telt and each.cel.waarde)
    other = tuple(_term(uitslag, found, row, each) for row, each in mine if not each.telt and each.cel.bekend)
    total = Term(w.TEN_MINSTE, found.delen[ident].minstens, _unit(uitslag, found), "=")
    blocks = [Block(w.TELT_MEE, counted, total)]
    if other:
        blocks.append(Block(w.NIET_VERGELIJKBAAR, other))
    zero = sum(each.telt and not each.cel.waarde for _, each in mine)
    facts: list[Fact] = [(w.NUL_CELLEN, _aantal(zero))] if zero else []
    facts += [(w.ONBEKEND, _regel(uitslag, row)) for row, each in mine if not each.cel.bekend]
    return _explanation(uitslag, found, asked, found.delen[ident].minstens, tuple(blocks), facts)


def _cellen(rows: Sequence[Rij], found: Totaal) -> Iterator[tuple[Rij, Oordeel]]:
    """Yield the cells that a total asks, each with its row."""
    for row in rows:
        key, oordeel = row.sleutel, row.oordelen.get(found.kolom)
        if oordeel is not None and found.vraag.omvat(Vraag(key.tabel, key.grootheid, key.soort, key.categorie)):
            yield row, oordeel


def _term(uitslag: Uitslag, found: Totaal, row: Rij, oordeel: Oordeel) -> Term:
    where = "; ".join(" · ".join(filter(None, bron)) for bron in row.bronnen.get(found.kolom, ()))
    why = Text(*(redenen(row, oordeel, language) for language in LANGUAGES))
    label = _regel(uitslag, row)
    if not oordeel.telt:
        label = Text(*(f"{label.say(language)} ({why.say(language)})" for language in LANGUAGES))
    return Term(label, oordeel.cel.waarde, _unit(uitslag, found), origin=Origin("", toelichting=where))


def _regel(uitslag: Uitslag, row: Rij) -> Text:
    posts, place = uitslag.telling.opgaven[row.departement].posten, Plek("regel", tuple(row.sleutel))
    return Text(*(item_woorden(place, posts, uitslag.ronde, language) for language in LANGUAGES))


def _explanation(
    uitslag: Uitslag,
    found: Totaal,
    asked: tuple[About, int],
    value: float,
    blocks: tuple[Block, ...],
    facts: Sequence[Fact],
) -> Explanation:
    ronde, unit = uitslag.ronde, _unit(uitslag, found)
    (over, jaar), who = asked, asked[0][6]
    title = naam(found.vraag, ronde.editie)
    if who:
        title = Text(*(f"{title.say(language)}, {ronde.departementen[who].naam}" for language in LANGUAGES))
    return Explanation(
        over,
        jaar,
        title,
        value,
        unit,
        money_caption(ronde) if unit == "amount" else same("fte"),
        None if who else zin(found, ronde.editie, ronde.jaar),
        blocks,
        tuple(facts),
        when=kop(found.kolom, ronde.jaar),
    )


def _unit(uitslag: Uitslag, found: Totaal) -> Unit:
    return "amount" if uitslag.ronde.editie.grootheden[found.vraag.grootheid].eenheid == "k€" else "fte"


def _aantal(count: int) -> Text:
    return Text(*(number(count, language) for language in LANGUAGES))


def wie(centrum: Centrum) -> Text:
    """Return of what round a total is."""
    return w.VAN_RONDE.filled(ronde=centrum.ronde.naam)
