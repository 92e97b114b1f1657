"""Comments at the cells of a sheet, as they stand in parts of their own: who wrote what, and where.

A conversation stands in its sheet twice: as a comment that any program shows, and in a part that says who spoke.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import IO

from lxml import etree

from model.io.excel.book import Position, position
from model.io.excel.sheet import TooManyCells
from model.io.excel.strings import elements, plain_text, tags_of

Found = tuple[Position, str, str]  # cell, text and author
Part = Callable[[str], IO[bytes]]

CONVERSING = "tc="  # begins the author of a comment that is a conversation; the id of its first remark follows
_TEXT = tags_of("text")
_SPACES = ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",)


def read_comments(parts: Iterable[tuple[str, str]], people: Iterable[str], part: Part, most: int) -> list[Found]:
    """Return the comments of a sheet, at most `most`, from the `parts` that belong to it: their kind and their name.

    `people` are parts that name people. Raises `TooManyCells`, `Unreadable`, or what the parser raises where a part is
    damaged.
    """
    found: list[Found] = []
    speakers: dict[str, str] = {}
    for kind, name in parts:
        if kind.endswith("/comments"):
            with part(name) as source:
                found += _comments(source, most - len(found))
        elif kind.endswith("/threadedComment"):
            with part(name) as source:
                speakers |= _speakers(source, _people(people, part), most)
    return [(at, text, speakers.get(author, author)) for at, text, author in found]


def _comments(source: IO[bytes], most: int) -> list[Found]:
    authors: list[str] = []
    found: list[Found] = []
    for name, element in elements(source, "author", "comment"):
        if len(found) + len(authors) >= most:
            raise TooManyCells
        if name == "author":
            authors.append((element.text or "").strip())
        else:
            text = "\n".join(plain_text(text) for text in element.iterchildren(*_TEXT))
            found.append((position(element.get("ref", "")), text, _author(element, authors)))
    return found


def _author(comment: etree._Element, authors: list[str]) -> str:
    number = comment.get("authorId", "")
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""


def _speakers(source: IO[bytes], people: Mapping[str, str], most: int) -> dict[str, str]:
    """Return who speak in each conversation, by the author that its comment has."""
    spoke: dict[str, list[str]] = defaultdict(list)
    for count, (_, remark) in enumerate(elements(source, "threadedComment", spaces=_SPACES)):
        if count >= most:
            raise TooManyCells
        first = remark.get("parentId") or remark.get("id", "")
        spoke[f"{CONVERSING}{first}"].append(people.get(remark.get("personId", ""), ""))
    return {author: ", ".join(dict.fromkeys(filter(None, names))) for author, names in spoke.items()}


def _people(names: Iterable[str], part: Part) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        with part(name) as source:
            for _, person in elements(source, "person", spaces=_SPACES):
                found[person.get("id", "")] = person.get("displayName", "").strip()
    return found
