"""What people wrote in comments at cells: told to its reader, for a return does not carry it."""

from __future__ import annotations

from model.errors import shown
from model.io.excel.book import Book, Comment, address
from model.io.excel.returned.remarks import said_in
from model.io.returns.findings import Findings
from model.io.returns.located_rows import Located
from model.io.returns.sent import Sent
from model.returns.bevinding import Vindplaats
from model.text import Text, same

_LONGEST = 300
_BY = Text(" (van {name})", " (by {name})")
_OURS = "Dekking"


def report_remarks(book: Book, place: Located, sent: Sent, findings: Findings) -> None:
    """Report every comment that is not ours."""
    ours = set(sent.comments)
    labels = {(id(row.section.sheet), row.number): key for key, row in place.rows.items()}
    for sheet in book.sheets:
        for comment in sheet.comments:
            text = said_in(comment)
            if not text or text in ours:
                continue
            key = labels.get((id(sheet), comment.at[0]), "")
            where = Vindplaats(sheet.name, address(comment.at), sent.label(key) if key else "")
            findings.add("lees-opmerking-bij-cel", where, author=_author(comment), found=shown(text, _LONGEST))


def _author(comment: Comment) -> Text:
    name = " ".join(comment.author.split())
    if not name or name == _OURS or name.startswith("tc="):
        return same("")
    return Text(*(words.format(name=shown(name)) for words in _BY))
