"""Writes a workbook: the one place that knows XlsxWriter. What stands where is decided elsewhere (`layout`)."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from model.io.excel.draft import CONTROLES, Draft
from model.io.excel.formats import GREEN, GREEN_FILL, RED, RED_FILL, look
from model.io.excel.layout import CONSTANTE, EENHEID, LABEL, YEARS, Chart, Choice, Content, Item, Page, Row, Span

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_PROTECTION = {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
_WIDTHS = {LABEL: 52.0, EENHEID: 9.0, CONSTANTE: 12.0}
_YEAR_WIDTH, _KEY_WIDTH = 11.5, 15.0
LONGEST = 32767  # characters that a cell may hold
_COMMENT = {"author": "Dekking", "x_scale": 2.2, "y_scale": 1.1, "font_size": 9}

Progress = Callable[[str], None]


class FastWorksheet(Worksheet):
    """A worksheet that takes formulas as they are.

    The library looks in every formula for functions that need a prefix; ours use none of those, and without that search
    writing is several times as fast (the method is private, hence the pinned version and a test of equal bytes).
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: FBT001, FBT002
        return formula.removeprefix("=")


class _Looks:
    """Makes each look of a cell once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.made: dict[tuple[str, bool, bool, bool, bool], Format] = {}

    def of(self, style: str, *, open_: bool = False, sum_: bool = False, quoted: bool = False, right: bool = False) -> Format:
        """Return the format of a cell."""
        wanted = (style, open_, sum_, quoted, right)
        if wanted not in self.made:
            self.made[wanted] = self.book.add_format(look(style, open_=open_, sum_=sum_, quoted=quoted, right=right))
        return self.made[wanted]


def write_workbook(
    draft: Draft, path: Path, moment: datetime.datetime, progress: Progress = lambda _: None, sheet: type = FastWorksheet
) -> None:
    """Write a workbook to `path`; the same draft and moment give the same bytes. Raises `OSError`."""
    book = xlsxwriter.Workbook(str(path), _OPTIONS)
    scenario = draft.result.scenario
    book.set_properties({"title": scenario.naam, "author": scenario.author or "Dekking" if hasattr(scenario, "author") else "Dekking", "created": moment})
    looks = _Looks(book)
    for page in draft.pages.values():
        progress(page.name)
        written = book.add_worksheet(page.name, worksheet_class=sheet)
        _write_page(draft, book, written, page, looks)
    book.close()


def _write_page(draft: Draft, book: xlsxwriter.Workbook, sheet: Any, page: Page, looks: _Looks) -> None:
    for number, row in page.rows.items():
        _write_row(draft, sheet, page, number, row, looks)
    _columns(sheet, page)
    _print(draft, sheet, page)
    for chart in page.charts:
        _chart(draft, book, sheet, chart)
    for criteria, value, colours in _VERDICTS(draft):
        sheet.conditional_format(0, 0, page.next, YEARS, {"type": "text", "criteria": criteria, "value": value, "format": book.add_format(colours)})
    sheet.protect("", _PROTECTION)
    if page.hidden:
        sheet.very_hidden()


def _VERDICTS(draft: Draft) -> list[tuple[str, str, dict[str, Any]]]:
    from model.io.excel.sheets.controles import WRONG

    wrong = draft.say(WRONG)
    return [("containing", wrong, {"font_color": RED, "bg_color": RED_FILL})]


def _write_row(draft: Draft, sheet: Any, page: Page, number: int, row: Row, looks: _Looks) -> None:
    r = number - 1
    sum_ = row.style == "sum"
    if row.height is not None:
        sheet.set_row(r, row.height)
    if row.style in ("section", "head"):
        for column in range(LABEL, YEARS + page.frame.t1 - page.frame.t0 + 1):
            sheet.write_blank(r, column - 1, None, looks.of(row.style))
    for word, text in enumerate(row.key):
        if text:
            sheet.write_string(r, page.frame.keys + word - 1, text, looks.of("key", quoted=text.startswith(_RISKY)))
    for column, item in row.items.items():
        _write_item(sheet, r, column - 1, item, looks, sum_=sum_, right=row.style == "head" and column > CONSTANTE)
    if row.span is not None:
        _write_span(sheet, r, row.span, looks, sum_=sum_)


def _write_item(sheet: Any, r: int, c: int, item: Item, looks: _Looks, *, sum_: bool, right: bool) -> None:
    value = _safe(item.value)
    quoted = isinstance(value, str) and not item.formula and value.startswith(_RISKY)
    style = looks.of(item.style, open_=item.open, sum_=sum_ and item.style != "head", quoted=quoted, right=right)
    if item.formula:
        sheet.write_formula(r, c, f"={item.formula}", style, value)
    elif item.link and isinstance(value, str):
        sheet.write_url(r, c, item.link, style, value)
    elif isinstance(value, str):
        sheet.write_string(r, c, value, style)
    else:
        sheet.write_number(r, c, value, style)
    if item.comment:
        sheet.write_comment(r, c, item.comment[:LONGEST], _COMMENT)
    if item.choice is not None:
        _validate(sheet, (r, c, r, c), item.choice)


def _safe(value: Content) -> float | int | str:
    """Return a value as a cell may store it: an infinite number would break the file."""
    if value is None:
        return 0
    if isinstance(value, float) and not math.isfinite(value):
        return "#N/A"
    return value if not isinstance(value, str) else value[:LONGEST]


def _write_span(sheet: Any, r: int, span: Span, looks: _Looks, *, sum_: bool) -> None:
    fixed, opened = looks.of(span.style, sum_=sum_), looks.of(span.style, sum_=sum_, open_=True)
    for c, value in enumerate(span.values, start=span.first - 1):
        style = opened if c + 1 in span.open else fixed
        if span.formula:
            sheet.write_formula(r, c, f"={span.at(c + 1)}", style, _safe(value))
        elif isinstance(value, str):
            sheet.write_string(r, c, value, style)
        elif value is not None:
            sheet.write_number(r, c, value, style)
    for column, comment in span.comments.items():
        sheet.write_comment(r, column - 1, comment[:LONGEST], _COMMENT)
    if span.choice is not None and span.open:
        _validate(sheet, (r, span.open.start - 1, r, span.open.stop - 2), span.choice)


def _validate(sheet: Any, area: tuple[int, int, int, int], choice: Choice) -> None:
    rule: dict[str, Any] = {"error_title": "Dekking"}
    if choice.options:
        rule |= {"validate": "list", "source": list(choice.options)}
    elif choice.source:
        rule |= {"validate": "list", "source": f"={choice.source}"}
    elif choice.also:
        first = f"{chr(0)}"
        rule |= {"validate": "any"} if first else {}
    else:
        rule |= _bounds(choice)
    sheet.data_validation(*area, rule)


def _bounds(choice: Choice) -> dict[str, Any]:
    kind = "integer" if choice.whole else "decimal"
    low, high = choice.low, choice.high
    if low is not None and high is not None and not choice.above:
        return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
    if low is not None:
        return {"validate": kind, "criteria": ">" if choice.above else ">=", "value": low}
    return {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12}


def _columns(sheet: Any, page: Page) -> None:
    years = YEARS + page.frame.t1 - page.frame.t0
    for column in range(1, page.frame.keys + 5):
        default = _WIDTHS.get(column, _YEAR_WIDTH if column < page.frame.keys else _KEY_WIDTH)
        sheet.set_column(column - 1, column - 1, page.widths.get(column, default))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(*page.freeze)
    sheet.print_area(0, 0, page.next - 1, years - 1)


def _print(draft: Draft, sheet: Any, page: Page) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    if page.repeat:
        sheet.repeat_rows(page.repeat - 1)
    scenario = draft.result.scenario.naam.replace("&", "&&")[:100]
    sheet.set_footer(f"&L&8Dekking · {scenario}&C&8&A&R&8&P / &N")


def _chart(draft: Draft, book: xlsxwriter.Workbook, sheet: Any, chart: Chart) -> None:
    pass


__all__ = ["CONTROLES", "FastWorksheet", "write_workbook"]
