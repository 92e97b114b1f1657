"""What plain sums come to: formulas of numbers, + - * / and brackets, cells of the same sheet, and SUM of these."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from model.io.excel.book import Cell, Position, position
from model.io.excel.values import number

_CELL = r"\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}"
_REFERENCE = re.compile(rf"SUM\(({_CELL}):({_CELL})\)|(?<![\w.!:'])({_CELL})(?![\w.(!:])", re.IGNORECASE)
_PLAIN = re.compile(r"[-0-9+*/(). eE]+")
_LONGEST = 250  # characters, so that brackets cannot be too deep
_LARGEST = 10_000  # cells of a range
_SUMS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def plain_sum(formula: str, cells: Mapping[Position, Cell]) -> float | None:
    """Return what a formula comes to on a sheet with these cells; None where it is no plain sum, or has no outcome."""
    try:
        text = _REFERENCE.sub(lambda found: f"({_referred(found, cells)!r})", formula)
        if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
            return None
        value = _outcome(ast.parse(text.strip(), mode="eval").body)
    except (ValueError, SyntaxError, ArithmeticError):
        return None
    return value if math.isfinite(value) else None


def _referred(found: re.Match[str], cells: Mapping[Position, Cell]) -> float:
    """Return the number in a cell, or the sum of a range."""
    first, last, single = found.groups()
    if single is not None:
        return _number(cells.get(position(single)))
    return math.fsum(_number(cells[at]) for at in _range(position(first), position(last)) if _counts(cells.get(at)))


def _range(first: Position, last: Position) -> Iterator[Position]:
    rows, columns = (range(min(ends), max(ends) + 1) for ends in zip(first, last, strict=True))
    if len(rows) * len(columns) > _LARGEST:
        raise ValueError(first, last)
    return product(rows, columns)


def _counts(cell: Cell | None) -> bool:
    """Return whether SUM looks at a cell: it passes over texts."""
    return cell is not None and (cell.formula is not None or cell.error or not isinstance(cell.value, str | bool))


def _number(cell: Cell | None) -> float:
    """Return what a cell counts for in a sum; raise `ValueError` where that is not known here."""
    if cell is None or (cell.value is None and cell.formula is None):
        return 0.0
    value = number(cell.value)
    if value is None or cell.formula is not None:
        raise ValueError(cell)
    return value


def _outcome(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp):
        value = _outcome(node.operand)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.BinOp) and type(node.op) in _SUMS:
        return _SUMS[type(node.op)](_outcome(node.left), _outcome(node.right))
    raise ValueError(node)
