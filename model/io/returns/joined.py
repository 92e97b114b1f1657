"""Findings about a file and about what it says in one list: each with its place, effects counted with their cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from model.io.excel.book import address
from model.io.returns.findings import UNREAD, Findings, Spot
from model.io.returns.labels import item_woorden, kolom_woorden
from model.io.returns.located_rows import Located
from model.io.returns.places import plaats_van
from model.io.returns.sent import Sent
from model.returns.bevinding import ERNSTEN, NERGENS, Bevinding, Vindplaats
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel, sleutel
from model.returns.edits import Plek
from model.returns.opgave import Opgave
from model.returns.undoubted import zonder_twijfel


def joined(opgave: Opgave, place: Located, sent: Sent, findings: Findings) -> tuple[Bevinding, ...]:
    """Return all findings, the most serious first; of a file that is refused only those about the file."""
    found = [_explained(each, opgave) for each in findings.found]
    if not findings.refused:
        said = _said(opgave, place, sent, {each.plek for each in found if each.code in UNREAD})
        found += [replace(each, vindplaats=_where(each.plek, place, sent, findings)) for each in said]
    return tuple(_ordered(found))


def _said(opgave: Opgave, place: Located, sent: Sent, unread: Set[Plek | None]) -> Iterator[Bevinding]:
    """Yield what is found in what a return says, but for what follows from what the file lost."""
    gone = [key for key in sent.opgave.regels if key not in opgave.regels]
    lost = [(sleutel(key), kolom) for key, kolom in place.twijfel]
    lost += [(key, kolom) for key in gone if key[:2] in opgave.posten for kolom in KOLOMMEN]
    articles = {sent.opgave.posten[key[:2]].artikel for key in gone if key[:2] not in opgave.posten}
    for each in zonder_twijfel(opgave, sent.ronde, lost):
        of_gone = each.plek is not None and each.plek.soort == "controle" and each.plek.sleutel[0] in articles
        if not of_gone and (each.plek is None or each.plek not in unread):
            yield each


def _ordered(found: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """Yield findings by how serious they are; those that the department explained come last."""
    ranks = {ernst: rank for rank, ernst in enumerate(ERNSTEN)}
    yield from sorted(found, key=lambda each: (not each.open, ranks[each.ernst]))


def _where(plek: Plek | None, place: Located, sent: Sent, findings: Findings) -> Vindplaats:
    """Return where a place of the return stands in the workbook."""
    if plek is None:
        return NERGENS
    key, code = plaats_van(plek)
    if plek.soort == "controle":
        row = place.controles.get(key)
        words = item_woorden(plek, {}, sent.ronde, sent.language), kolom_woorden(plek, sent.ronde, sent.language)
        at = ("", "") if row is None else (row.section.sheet.name, address(row.section.at(row.number, code)))
        return Vindplaats(*at, *words)
    row = place.rows.get(key)
    return (
        Vindplaats(regel=sent.label(key)) if row is None else findings.place(Spot(row.section, row.number, code, key))
    )


def _explained(found: Bevinding, opgave: Opgave) -> Bevinding:
    """Return a question with what the department remarked in the row that it is about."""
    if found.ernst != "vraag" or found.plek is None or found.plek.soort != "regel":
        return found
    regel = opgave.regels.get(Sleutel(*found.plek.sleutel))
    said = "" if regel is None else regel.velden.get("opmerking", "").strip()
    return replace(found, uitleg=said) if said else found
