"""Comments at the cells of a sheet, as they stand in a part of their own: who wrote what, and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from lxml import etree

from model.io.excel.book import Position, position
from model.io.excel.sheet import TooManyCells
from model.io.excel.strings import elements, plain_text, tags_of

_TEXT = tags_of("text")


def read_comments(open_part: Callable[[], IO[bytes]], most: int) -> list[tuple[Position, str, str]]:
    """Return each comment's cell, text and author, at most `most` of them.

    Raises `TooManyCells`, `Unreadable`, or what the parser raises where the part is damaged.
    """
    authors: list[str] = []
    found: list[tuple[Position, str, str]] = []
    with open_part() as source:
        for name, element in elements(source, "author", "comment"):
            if len(found) + len(authors) >= most:
                raise TooManyCells
            if name == "author":
                authors.append((element.text or "").strip())
            else:
                found.append((position(element.get("ref", "")), _text(element), _author(element, authors)))
    return found


def _text(comment: etree._Element) -> str:
    return "\n".join(plain_text(text) for text in comment.iterchildren(*_TEXT))


def _author(comment: etree._Element, authors: list[str]) -> str:
    number = comment.get("authorId", "")
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
