"""What became of the sheets, columns and rows that were sent: gone, double, added, hidden; causes, not effects."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from model.errors import figure, shown
from model.io.excel.book import Book, Sheet, address, letters
from model.io.excel.values import cells_told
from model.io.returns.findings import Findings, Spot
from model.io.returns.located_rows import Located, Row
from model.io.returns.other_rows import report_others
from model.io.returns.sections import Section, said
from model.io.returns.sent import Sent
from model.io.returns.sheets import (
    ANTWOORD,
    BEGRIPPEN,
    HERKOMST,
    LEESWIJZER,
    META,
    OPEN_POST,
    OPEN_REGEL,
    SLEUTEL,
    VOORTGANG,
)
from model.io.returns.unseen import report_unseen
from model.returns.bevinding import Vindplaats
from model.returns.columns import KOLOMMEN
from model.text import Text, same

_OURS = {LEESWIJZER.casefold(), BEGRIPPEN.casefold(), META.casefold(), VOORTGANG.casefold()}
_SHEET, _HIDDEN_SHEET = Text("dit blad", "this sheet"), Text("dit verborgen blad", "this hidden sheet")
_SAME_SHEET = 0.5  # of the rows of a sheet that stand on another too


def report_structure(book: Book, found: Sequence[Section], place: Located, sent: Sent, findings: Findings) -> None:
    """Report everything that is not as it was sent, but for what stands in single cells."""
    home = {section.sheet.name: _home(section, place) for section in sent.tables if any(section.keyed)}
    _sheets(book, found, home, sent, findings)
    for expected in sent.tables:
        if section := home.get(expected.sheet.name):
            _columns(section, expected, place, findings)
            _heads(section, expected, findings)
    _doubles(place, findings)
    _rows(place, home, sent, findings)
    report_others(place, sent, findings)
    report_unseen(book, place, sent, findings)


def _home(section: Section, place: Located) -> Section | None:
    """Return the table in which most rows of a table that was sent now stand."""
    stand = Counter(id(row.section) for _, key in section.keyed if (row := place.rows.get(key)))
    by_id = {id(row.section): row.section for row in place.rows.values()}
    return by_id[stand.most_common(1)[0][0]] if stand else None


def _sheets(
    book: Book, found: Sequence[Section], home: dict[str, Section | None], sent: Sent, findings: Findings
) -> None:
    there = {sheet.name.casefold() for sheet in book.sheets}
    foreign = {each.vindplaats.blad for each in findings.found if each.code == "lees-rijen-van-elders"}
    for name, section in home.items():
        count = figure(sum(1 for expected in sent.tables if expected.sheet.name == name for _ in expected.keyed))
        if section is None and name not in foreign:
            findings.add("lees-blad-weg", Vindplaats(name), sheet=shown(name), count=count)
        elif section is not None and section.sheet.name != name:
            named = Vindplaats(section.sheet.name)
            findings.add("lees-blad-hernoemd", named, found=shown(section.sheet.name), expected=shown(name))
    for name in (LEESWIJZER, BEGRIPPEN):
        if name.casefold() not in there:
            findings.add("lees-tekstblad-weg", Vindplaats(name), sheet=shown(name))
    with_tables = {section.sheet.name for section in found}
    sent_names = {sheet.name.casefold() for sheet in sent.book.sheets}
    for sheet in book.sheets:
        filled = sum(cell.value not in (None, "") for cell in sheet.cells.values())
        known = sheet.name.casefold() in _OURS | sent_names or sheet.name in with_tables or _is_hidden(sheet)
        if filled and not known:
            what = _SHEET if sheet.visible else _HIDDEN_SHEET
            findings.add("lees-blad-erbij", Vindplaats(sheet.name), what=what, count=cells_told(filled))


def _is_hidden(sheet: Sheet) -> bool:
    return any(cell.value == HERKOMST for (_, column), cell in sheet.cells.items() if column < 4)


def _columns(section: Section, expected: Section, place: Located, findings: Findings) -> None:
    """Report columns that are gone, double, added, or have lost their code."""
    sheet, missing = section.sheet.name, []
    for code in expected.columns:
        if code in section.columns:
            continue
        if code in (*OPEN_REGEL, *OPEN_POST, ANTWOORD, SLEUTEL):
            findings.add("lees-kolom-weg", Vindplaats(sheet, kolom=_head(expected, code)), column=_head(expected, code))
        else:
            missing.append(_head(expected, code))
    if missing:
        findings.add("lees-vaste-kolom-weg", Vindplaats(sheet), found=shown(", ".join(missing), 120))
    for code, column in section.doubles:
        at = Vindplaats(sheet, f"{letters(column)}{section.head}", kolom=_head(expected, code))
        findings.add("lees-kolom-dubbel", at, column=_head(expected, code))
    for code, column in section.renamed:
        over = said(next((c for (r, k), c in section.sheet.cells.items() if (r, k) == (section.head, column)), None))
        at = Vindplaats(sheet, f"{letters(column)}{section.head}", kolom=_head(expected, code))
        found = shown(over) if over else same("niets")._replace(en="nothing")
        findings.add("lees-code-gewijzigd", at, column=_head(expected, code), found=found, expected=shown(code))
    if section.by_heads:
        at, nothing = Vindplaats(sheet), same("niets")._replace(en="nothing")
        every = same("alle kolommen")._replace(en="all columns")
        findings.add("lees-code-gewijzigd", at, column=every, found=nothing, expected=same("codes"))
    _added(section, place, findings)


def _heads(section: Section, expected: Section, findings: Findings) -> None:
    """Report heads that say something else than was sent: people fill in by them, and we read by the codes."""
    for code in section.columns:
        was, came = (each.heads.get(each.columns.get(code, 0)) for each in (expected, section))
        if said(was) and said(came) and said(came).casefold() != said(was).casefold():
            at = next(at for at, cell in section.sheet.cells.items() if cell is came)
            where = Vindplaats(section.sheet.name, address(at), kolom=_head(expected, code))
            findings.add("lees-kop-gewijzigd", where, found=shown(said(came)), expected=shown(said(was)))


def _head(section: Section, code: str) -> str:
    return said(section.heads.get(section.columns[code])).removesuffix(" *") or code


def _added(section: Section, place: Located, findings: Findings) -> None:
    """Report columns with something in rows of ours, that no code and no double code is over."""
    known = {*section.columns.values(), *(column for _, column in section.doubles)}
    filled: dict[int, list[int]] = defaultdict(list)
    ours = {row.number for row in place.rows.values() if row.section is section}
    for row in sorted(ours):
        for column in section.rows[row]:
            if column not in known:
                filled[column].append(row)
    if ANTWOORD in section.columns:  # beside these answers stand labels and explanations of ours
        return
    for column, rows in filled.items():
        at = Vindplaats(section.sheet.name, f"{letters(column)}{rows[0]}", kolom=said(section.heads.get(column)))
        first = shown(said(section.rows[rows[0]][column]))
        findings.add("lees-kolom-erbij", at, count=cells_told(len(rows)), found=first)


def _doubles(place: Located, findings: Findings) -> None:
    """Report rows that stand twice; of a sheet that does, once."""
    by_sheets: dict[tuple[str, str], list[tuple[str, Row]]] = defaultdict(list)
    for key, row in place.doubles:
        by_sheets[place.rows[key].section.sheet.name, row.section.sheet.name].append((key, row))
    for (first, second), each in by_sheets.items():
        all_there = sum(1 for row in place.rows.values() if row.section.sheet.name == first)
        differing = [(key, row) for key, row in each if row.open() != place.rows[key].open()]
        for key, row in differing:
            first_row = place.rows[key]
            place.twijfel |= {
                (key, code)
                for code in KOLOMMEN
                if row.section.text(row.number, code) != first_row.section.text(first_row.number, code)
            }
        if first != second and len(each) > _SAME_SHEET * all_there:
            cells = sum(a != b for key, row in each for a, b in zip(row.open(), place.rows[key].open(), strict=False))
            code = "lees-blad-dubbel" if cells else "lees-blad-dubbel-gelijk"
            values = {"count": figure(cells)} if cells else {}
            findings.add(code, Vindplaats(first), sheet=shown(second), **values)  # type: ignore[arg-type]
            continue
        for key, row in each:
            code = "lees-rij-dubbel" if (key, row) in differing else "lees-rij-dubbel-gelijk"
            spot = Spot(row.section, row.number, SLEUTEL, key)
            findings.add(code, findings.place(spot), findings.plek(spot), found=place.rows[key].address)


def _rows(place: Located, home: dict[str, Section | None], sent: Sent, findings: Findings) -> None:
    """Report rows that are gone: a whole post at once, and the rest post by post."""
    if findings.has("lees-rijen-van-elders", "lees-sleutels-verschoven"):
        return  # that is where they went
    gone = [key for key, (section, _) in sent.rows.items() if key not in place.rows and home.get(section.sheet.name)]
    by_post: dict[str, list[str]] = defaultdict(list)
    for key in gone:
        by_post["/".join(key.split("/")[:2])].append(key)
    for post, keys in by_post.items():
        whole = [key for key in sent.rows if key == post or key.startswith(f"{post}/")]
        if len(keys) == len(whole) and len(whole) > 1:
            at = Vindplaats(sent.rows[keys[-1]][0].sheet.name, regel=sent.label(post))
            findings.add("lees-post-weg", at, findings.plek(_gone(post, home, sent)), count=figure(len(whole) - 1))
        else:
            findings.many("lees-rij-weg", [_gone(key, home, sent) for key in keys])


def _gone(key: str, home: dict[str, Section | None], sent: Sent) -> Spot:
    section = home.get(sent.rows[key][0].sheet.name) or sent.rows[key][0]
    return Spot(section, 0, "", key)
