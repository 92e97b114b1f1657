"""What must hold between the tables of a round folder: departments, years, editions and articles that exist."""

from __future__ import annotations

from collections.abc import Mapping

from model.errors import known, shown
from model.io.returns.figures import check_cijfers, check_departementen, eerder
from model.io.tables import Sheet
from model.returns.columns import AFTER, BEFORE
from model.returns.earlier import edities_tot, worden
from model.returns.edition import Editie, Sleutel

Sheets = Mapping[str, Sheet]


def check(sheets: Sheets, jaar: int | None, editie: Editie | None) -> None:
    """Report what is wrong between the tables; `jaar` and `editie` are `None` where the settings do not tell them."""
    departementen = sheets["departementen"]
    if departementen.complete and not departementen.rows:
        departementen.report("ronde-zonder-departementen")
    elif departementen.complete:
        idents = [str(ident) for ident in departementen.column("id")]
        for sheet in sheets.values():
            if sheet is not departementen:
                check_departementen(sheet, idents)
    check_cijfers(sheets["vorige"])
    if editie is not None:
        _check_edities(sheets["vorige"], editie)
    if jaar is not None:
        _check_years(sheets["vorige"], jaar, earlier=True)
        for name in ("controletotalen", "dashboard", "jbr"):
            _check_years(sheets[name], jaar, earlier=False)
    _check_artikelen(sheets["controletotalen"], sheets["posten"])


def _check_years(sheet: Sheet, t: int, *, earlier: bool) -> None:
    """Report years that the round does not ask; those before it are fine in last round's figures."""
    first, last = t - BEFORE, t + AFTER
    for row in sheet.rows:
        jaar = row.values["jaar"]
        if isinstance(jaar, int) and (jaar > last or (jaar < first and not earlier)):
            sheet.report("ronde-jaar-buiten", row.number, "jaar", found=jaar, first=first, last=last)


def _check_edities(sheet: Sheet, editie: Editie) -> None:
    """Report rows of editions that cannot become this one's, and figures that two rows of different editions give."""
    reachable = edities_tot(editie.nummer)
    spoilt = {issue.place.row for issue in sheet.issues}
    seen: dict[tuple[object, Sleutel, object], int] = {}
    for row in sheet.rows:
        found = row.values["editie"]
        if isinstance(found, str) and found not in reachable:
            values = {"found": shown(found), "expected": ", ".join(reachable)}
            sheet.report("ronde-editie-anders", row.number, "editie", **values)
        elif row.whole and row.number not in spoilt:
            _check_once(sheet, row.number, seen, [
                (row.values["departement"], key, row.values["jaar"])
                for key in worden(eerder(row).sleutel, str(found), editie.nummer)
            ])  # fmt: skip


def _check_once(
    sheet: Sheet,
    number: int,
    seen: dict[tuple[object, Sleutel, object], int],
    places: list[tuple[object, Sleutel, object]],
) -> None:
    taken = next((place for place in places if place in seen), None)
    if taken is not None:
        sheet.report("ronde-cijfer-dubbel", number, "editie", found=shown(taken[1].tekst()), first=seen[taken])
    for place in places:
        seen.setdefault(place, number)


def _check_artikelen(controles: Sheet, posten: Sheet) -> None:
    """Report control totals of an article that no budget line of the department has."""
    if not posten.complete:
        return
    there: dict[object, list[str]] = {}
    for row in posten.rows:
        if row.values["tabel"] == "begroting" and isinstance(row.values["artikel"], str):
            there.setdefault(row.values["departement"], []).append(row.values["artikel"])
    for row in controles.rows:
        departement, artikel = row.values["departement"], row.values["artikel"]
        if isinstance(departement, str) and isinstance(artikel, str) and artikel not in there.get(departement, []):
            expected = known(dict.fromkeys(there.get(departement, [])), artikel)
            values = {"found": shown(artikel), "department": shown(departement), "expected": expected}
            controles.report("ronde-artikel-zonder-posten", row.number, "artikel", **values)
