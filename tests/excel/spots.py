"""The cells of a page as it was made, by key and column."""

from __future__ import annotations

from collections.abc import Iterator

from model.io.excel.book import Position
from model.io.excel.found import LABEL_COLUMN, Column, Spot
from model.io.excel.layout import Item, Page


def spots_of(page: Page) -> Iterator[tuple[Spot, Position, Item]]:
    """Yield the cells of a page as it was made, with their keys and columns; titles and heads have none."""
    names: dict[int, Column] = {}
    items: dict[int, list[tuple[int, Item]]] = {}
    for row, column, item in page.cells():
        items.setdefault(row, []).append((column, item))
    for number, row_ in page.rows.items():
        if number in page.heads:
            names = {column: _code(item) for column, item in row_.items.items() if column < page.frame.keys}
            if names:
                names[min(names)] = LABEL_COLUMN
        elif row_.key and names:
            for column, item in items[number]:
                if column in names:
                    yield (row_.key, names[column]), (number, column), item


def _code(item: Item) -> Column:
    return int(item.value) if isinstance(item.value, int | float) else str(item.value)
