"""Writes a workbook: the one place that knows XlsxWriter. What stands where is decided elsewhere (`layout`)."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from model.io.excel.book import address
from model.io.excel.chart import Chart
from model.io.excel.choice import Choice
from model.io.excel.formats import CHART_COLOURS, FAINT, FONT, GREY, MARKS, RED, RED_FILL, look
from model.io.excel.frame import EENHEID, KEY_WORDS, LABEL, THIS
from model.io.excel.layout import Content, Item, Page, Row, Span
from model.io.excel.manuscript import Manuscript
from model.io.excel.paper import BOTTOM, LEFT, RIGHT, TOP
from model.text import Text

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_PROTECTION = {"format_columns": True, "format_rows": True, "autofilter": True, "select_locked_cells": True}
_TITLE = 90  # letters of it at the foot, which holds 255 in all
_LOW = 12.75  # height of a row of a dense page
LONGEST = 32767  # characters that a cell may hold
_EXPECTED = Text("Verwacht:", "Expected:")
_A3, _A4 = 8, 9  # as the format numbers paper
_LINES = 4.5  # of a comment, that its box holds when it is not made taller
_COMMENT = {"author": "Dekking", "x_scale": 2.2, "y_scale": 1.1, "font_size": 9}

Progress = Callable[[str], None]
Attributes = Iterable[tuple[str, object]]


class FastWorksheet(Worksheet):
    """A worksheet that takes formulas as they are, and addresses and numbers of formats too.

    The library looks in every formula for functions that need a prefix, and in every attribute of a cell for marks that
    XML cannot hold; ours have none of those, and without that search writing is several times as fast (the methods are
    private, hence the pinned version and a test of equal bytes).
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
        return formula.removeprefix("=")

    def _xml_string_element(self, index: int, attributes: Attributes = ()) -> None:
        self.fh.write(f'<c{_plain(attributes)} t="s"><v>{index}</v></c>')

    def _xml_number_element(self, number: float, attributes: Attributes = ()) -> None:
        self.fh.write(f"<c{_plain(attributes)}><v>{number:.16G}</v></c>")


def _plain(attributes: Attributes) -> str:
    return "".join([f' {name}="{value}"' for name, value in attributes])


class _Looks:
    """Makes each look of a cell once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[str, bool, str, bool, bool], Any] = {}

    def of(self, style: str, *, open_: bool = False, row: str = "", quoted: bool = False, right: bool = False) -> Any:
        """Return the format of a cell of a style, in a row of a style."""
        wanted = (style, open_, row, quoted, right)
        if wanted not in self.made:
            properties = look(style, open_=open_, row=row, quoted=quoted, right=right)
            self.made[wanted] = self.book.add_format(properties)
        return self.made[wanted]


def write_workbook(
    manuscript: Manuscript,
    path: Path,
    moment: datetime.datetime,
    progress: Progress = lambda _: None,
    worksheet: type[Worksheet] = FastWorksheet,
) -> None:
    """Write a workbook to `path`; the same manuscript and moment give the same bytes. Raises `OSError`."""
    book = xlsxwriter.Workbook(str(path), _OPTIONS)
    book.set_properties({"title": manuscript.title[:255], "author": manuscript.author[:255], "created": moment})
    for name, value in manuscript.properties.items():
        book.set_custom_property(name, value, "text")
    book.formats[0].set_font_size(FONT["font_size"])
    looks, alarm = _Looks(book), book.add_format({"font_color": RED, "bg_color": RED_FILL})
    faint = book.add_format({"font_color": FAINT})
    for page in manuscript.pages.values():
        progress(page.name)
        sheet = book.add_worksheet(page.name, worksheet_class=worksheet)
        _write_page(manuscript, book, sheet, page, looks)
        failing = {"type": "text", "criteria": "containing", "value": manuscript.alarm, "format": alarm}
        for area in page.verdicts:
            sheet.conditional_format(area, failing)
        if page.dense:
            sheet.set_default_row(_LOW)
            sheet.conditional_format(page.dense, {"type": "cell", "criteria": "==", "value": 0, "format": faint})
    book.close()


def _write_page(manuscript: Manuscript, book: Any, sheet: Any, page: Page, looks: _Looks) -> None:
    for number, row in page.rows.items():
        _write_row(manuscript, sheet, page, number - 1, row, looks)
    _mark(manuscript, book, sheet, page)
    for chart in page.charts:
        _draw(page, book, sheet, chart)
    for column in range(1, page.frame.keys + len(KEY_WORDS)):
        sheet.set_column(column - 1, column - 1, page.frame.width(column, page.widths))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(*page.freeze)
    if not page.hidden:  # a print range would have it printed all the same
        _set_up_print(manuscript, sheet, page)
    sheet.ignore_errors({"formula_unlocked": "A1:XFD1048576", "number_stored_as_text": "A1:XFD1048576"})
    sheet.protect("", _PROTECTION)
    if page.hidden:
        sheet.very_hidden()


def _mark(manuscript: Manuscript, book: Any, sheet: Any, page: Page) -> None:
    """Put in what may be filled in in whole ranges, the looks that cells take on, and the filter."""
    for (top, left, bottom, right), choice in page.choices:
        _validate(manuscript, sheet, (top - 1, left - 1, bottom - 1, right - 1), choice)
    for mark in page.marks:
        made = book.add_format(MARKS[mark.style])
        sheet.conditional_format(mark.area, {"type": "formula", "criteria": f"={mark.formula}", "format": made})
    if page.filter:
        sheet.autofilter(page.filter)


def _set_up_print(manuscript: Manuscript, sheet: Any, page: Page) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A3 if page.wide else _A4)
    if page.paper is None:
        sheet.fit_to_pages(1, 1 if page.one_page else 0)
    else:  # Excel does not promise to keep breaks in a sheet that it fits to the page itself
        sheet.set_print_scale(page.paper.scale)
        sheet.set_h_pagebreaks(page.paper.breaks)
    sheet.set_margins(LEFT, RIGHT, TOP, BOTTOM)
    sheet.print_area(0, 0, page.next - 1, page.printed - 1)
    if page.repeat:
        sheet.repeat_rows(page.repeat - 1)
    told = " · ".join(filter(None, ("Dekking", manuscript.title[:_TITLE], manuscript.mark))).replace("&", "&&")
    sheet.set_footer(f"&L&8{told}&C&8&A&R&8&P / &N")


def _write_row(manuscript: Manuscript, sheet: Any, page: Page, r: int, row: Row, looks: _Looks) -> None:
    if row.height is not None:
        sheet.set_row(r, row.height)
    if row.style in ("section", "head", "head-units"):
        for column in range(page.printed):
            sheet.write_blank(r, column, None, looks.of(row.style))
    for word, text in enumerate(row.key):
        if text:
            sheet.write_string(r, page.frame.keys + word - 1, text, looks.of("key", quoted=text.startswith(_RISKY)))
    for column, item in row.items.items():
        code = row.style == "head" and column >= page.frame.keys
        _write_item(sheet, r, column - 1, item, looks, "key" if code else item.style, row.style)
        if item.choice is not None:
            _validate(manuscript, sheet, (r, column - 1, r, column - 1), item.choice)
    if row.span is not None:
        _write_span(sheet, r, row.span, looks, row.style)
        if row.span.choice is not None and row.span.open:
            opened = row.span.open
            _validate(manuscript, sheet, (r, opened.start - 1, r, opened.stop - 2), row.span.choice)


def _write_item(sheet: Any, r: int, c: int, item: Item, looks: _Looks, style: str, row: str) -> None:
    value = _safe(item.value)
    quoted = isinstance(value, str) and not item.formula and value.startswith(_RISKY)
    right = style == "head" and c >= EENHEID
    made = looks.of(style, open_=item.open, row=row, quoted=quoted, right=right)
    if item.formula:
        sheet.write_formula(r, c, f"={item.formula}", made, value)
    elif item.value is None and item.open:
        sheet.write_blank(r, c, None, made)
    elif item.link and isinstance(value, str):
        sheet.write_url(r, c, item.link, made, value)
    elif isinstance(value, str):
        sheet.write_string(r, c, value, made)
    else:
        sheet.write_number(r, c, value, made)
    if item.comment:
        tall = {"y_scale": item.lines / _LINES} if item.lines else {}
        sheet.write_comment(r, c, item.comment[:LONGEST], _COMMENT | tall)


def _safe(value: Content) -> float | int | str:
    """Return a value as a cell may store it: a number that is none would break the file."""
    if value is None:
        return 0
    if isinstance(value, str):
        return value[:LONGEST]
    return value if math.isfinite(value) else "#N/A"


def _write_span(sheet: Any, r: int, span: Span, looks: _Looks, row: str) -> None:
    fixed, opened = looks.of(span.style, row=row), looks.of(span.style, row=row, open_=True)
    for c, value in enumerate(span.values, start=span.first - 1):
        made = opened if c + 1 in span.open else fixed
        if span.formula:
            sheet.write_formula(r, c, f"={span.at(c + 1)}", made, _safe(value))
        elif isinstance(value, str):
            sheet.write_string(r, c, value, made)
        elif value is not None:
            sheet.write_number(r, c, value, made)
        elif c + 1 in span.open:
            sheet.write_blank(r, c, None, made)
    for column, comment in span.comments.items():
        sheet.write_comment(r, column - 1, comment[:LONGEST], _COMMENT)


def _validate(manuscript: Manuscript, sheet: Any, area: tuple[int, int, int, int], choice: Choice) -> None:
    rule: dict[str, Any] = {
        "error_title": "Dekking",
        "error_message": f"{manuscript.say(_EXPECTED)} {manuscript.say(choice.expected)}.",
    }
    if choice.options:
        rule |= {"validate": "list", "source": list(choice.options)}
    elif choice.source:
        rule |= {"validate": "list", "source": f"={choice.source}"}
    elif choice.formula:
        rule |= {"validate": "custom", "value": f"={choice.formula.replace(THIS, address((area[0] + 1, area[1] + 1)))}"}
    elif choice.also:
        cell = address((area[0] + 1, area[1] + 1))
        whole = f",{cell}=INT({cell})" if choice.whole else ""
        rule |= {
            "validate": "custom",
            "value": f'=IF(ISNUMBER({cell}),AND({cell}>={choice.low:g}{whole}),{cell}="{choice.also}")',
        }
    else:
        rule |= _bounds(choice)
    sheet.data_validation(*area, rule)


def _bounds(choice: Choice) -> dict[str, Any]:
    kind, low, high = "integer" if choice.whole else "decimal", choice.low, choice.high
    if low is None:
        return {"validate": kind, "criteria": "between", "minimum": -LARGEST, "maximum": LARGEST}
    if high is None:
        return {"validate": kind, "criteria": ">" if choice.above else ">=", "value": low}
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


LARGEST = 1e12


def _draw(page: Page, book: Any, sheet: Any, chart: Chart) -> None:
    """Put a chart on a sheet: stacked columns, and lines over them."""
    stacked = book.add_chart({"type": "column", "subtype": "stacked"})
    over = book.add_chart({"type": "line"})
    frame = page.frame
    first, last = frame.column(frame.first) - 1, frame.column(frame.last) - 1
    for line, colour in zip(chart.lines, CHART_COLOURS * len(chart.lines), strict=False):
        series: dict[str, Any] = {
            # The library takes a name that begins with = for a formula: then the name is that of the row.
            "name": [line.sheet, line.row - 1, LABEL - 1] if line.name.startswith("=") else line.name,
            "categories": [line.sheet, 3, first, 3, last],
            "values": [line.sheet, line.row - 1, first, line.row - 1, last],
        }
        if line.kind == "line":
            over.add_series(series | {"line": {"color": GREY, "width": 2.25, "dash_type": "dash"}})
        else:
            stacked.add_series(series | {"fill": {"color": colour}, "border": {"color": "#FFFFFF"}, "gap": 60})
    if any(line.kind == "line" for line in chart.lines):
        stacked.combine(over)
    stacked.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
    stacked.set_x_axis({"label_position": "low", "num_font": {"size": 9}})
    stacked.set_y_axis(
        {"num_format": "#,##0", "name": chart.unit, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}
    )
    stacked.set_legend({"position": "bottom", "font": {"size": 9}})
    stacked.set_size({"width": 660, "height": 440})
    sheet.insert_chart(chart.place, stacked, {"description": chart.description, "object_position": 2})
