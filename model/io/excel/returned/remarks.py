"""What people wrote in comments at cells: told to its reader, for a scenario does not carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.errors import shown
from model.io.excel.book import Comment, Position, address
from model.io.excel.comments import CONVERSING
from model.io.excel.draft import Draft
from model.io.excel.found import Column
from model.io.excel.layout import Key
from model.io.excel.returned.comparison import Comparison
from model.io.excel.returned.located import Located, Places
from model.text import Text, same

_OURS = "Dekking"  # the author of the comments that were handed out
_LONGEST = 300
_IN_FULL = 40
# Programs that know no conversations are told so in its first lines, in the language of Excel; what was said follows.
_CONVERSATION = re.compile(r"\[[^\]]*\].*?linkid=\d+\s*(?:[^\n:]{1,30}:\s)?", re.DOTALL)
_BY = Text(" van {name}", " by {name}")


def report_remarks(comparison: Comparison) -> None:
    """Report each comment that was added or changed: in full as long as they are few, and then how many more."""
    ours = {name: _handed_out(comparison.draft, page) for name, page in comparison.expected.pages.items()}
    found = list(_remarks(comparison.came_back, ours, _texts(comparison.draft)))
    for said, _, author, text in found[:_IN_FULL]:
        comparison.findings.notice("terug-opmerking-bij-cel", said, author=author, found=shown(text, _LONGEST))
    if more := found[_IN_FULL:]:
        places = shown(", ".join(place for _, place, _, _ in more), _LONGEST)
        comparison.findings.notice("terug-opmerkingen-meer", found=places, count=len(more))


def _remarks(
    came_back: Places, ours: dict[str, dict[tuple[Key, Column], str]], texts: set[str]
) -> Iterator[tuple[str, str, Text, str]]:
    """Yield where a comment stands, in words and as an address, who wrote it and what it says.

    What is in `texts` was handed out: such a comment may have moved, or its cell may have lost its name.
    """
    pages = [*came_back.pages.values(), *came_back.doubles]
    for page in (*pages, *(Located(sheet.name, sheet) for sheet in came_back.others)):
        mine = ours.get(page.name, {})
        for comment in page.sheet.comments:
            text = said_in(comment)
            name = page.named(comment.at)
            before = mine.get(name[1:], "") if name is not None else ""
            if not text or text in texts:
                continue
            place = f"{page.sheet.name}!{address(comment.at)}"
            yield page.said(comment.at), place, _author(comment), _added(text, before)


def _comments(draft: Draft, page: str) -> dict[Position, str]:
    """Return the comments on a page as it was handed out."""
    comments: dict[Position, str] = {}
    for number, row in draft.pages[page].rows.items():
        comments |= {(number, column): item.comment for column, item in row.items.items() if item.comment}
        if row.span is not None:
            comments |= {(number, column): text for column, text in row.span.comments.items()}
    return comments


def _texts(draft: Draft) -> set[str]:
    """Return the texts of all comments that were handed out."""
    return {said_in(Comment((0, 0), text)) for page in draft.pages for text in _comments(draft, page).values()}


def _handed_out(draft: Draft, page: Located) -> dict[tuple[Key, Column], str]:
    """Return the comments that a page was handed out with, by the names of their cells."""
    named = ((page.named(at), text) for at, text in _comments(draft, page.name).items())
    return {name[1:]: said_in(Comment((0, 0), text)) for name, text in named if name is not None}


def said_in(comment: Comment) -> str:
    """Return the text of a comment on one line, without what programs put before it."""
    text = _CONVERSATION.sub("", comment.text, count=1) if comment.text.startswith("[") else comment.text
    text, author = _plain(text), _plain(comment.author)
    for name in filter(None, (author, _OURS)):
        text = text.removeprefix(f"{name}:").strip()
    return text


def _plain(text: str) -> str:
    return " ".join(text.split())


def _author(comment: Comment) -> Text:
    name = _plain(comment.author)
    if not name or name == _OURS or name.startswith(CONVERSING):
        return same("")
    return Text(*(words.format(name=shown(name, 60)) for words in _BY))


def _added(text: str, before: str) -> str:
    """Return what was written, without the words of ours that it begins with."""
    return f"… {text.removeprefix(before).strip()}" if before and text.startswith(before) else text
