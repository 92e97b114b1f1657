"""How cells look: colours, number formats, borders; one declaration per style. Input is blue on light yellow."""

from __future__ import annotations

from typing import Any

BLUE, YELLOW, NAVY, WHITE, GREY, PALE = "#0000FF", "#FFF9E5", "#1F3864", "#FFFFFF", "#595959", "#DCE6F1"
RED, RED_FILL = "#9C0006", "#FFC7CE"
FAINT = "#767676"  # as light as can still be read on white
LINE, SOFT, EVEN = "#D9D9D9", "#8EA9DB", "#EDEDED"
GREEN, BROWN, AMBER = "#006100", "#7F4F00", "#FFE699"
FONT = {"font_name": "Calibri", "font_size": 10}

# A figure dash and a space before what is negative, as Dutch budget tables print it; Excel puts in the thousands marks.
AMOUNT = '#,##0;"‒ "#,##0;0'
# Three decimals, or nine where those say nothing.
DEVIATION = "[=0]0;[<0.0005]0.000000000;#,##0.000"

_DECIMAL = '#,##0.0;"‒ "#,##0.0;0'
_HEAD = {"bold": True, "font_color": WHITE, "bg_color": NAVY, "text_wrap": True, "valign": "vcenter"}
STYLES: dict[str, dict[str, Any]] = {
    "text": {},
    "title": {"bold": True, "font_size": 16, "font_color": NAVY},
    "section": {"bold": True, "font_size": 11, "font_color": NAVY, "bg_color": PALE},
    "head": {"bold": True, "font_color": WHITE, "bg_color": NAVY, "shrink": True},
    "banner": {"bold": True, "font_color": WHITE, "bg_color": NAVY},
    "head-units": {"font_color": NAVY, "bg_color": PALE, "font_size": 9, "align": "right", "text_wrap": True},
    "label": {"text_wrap": True},
    "indent": {"text_wrap": True, "indent": 1},
    "verdict": {"bold": True},
    "check": {"bold": True, "align": "right"},
    "sum": {"bold": True, "top": 1},
    "note": {"italic": True, "font_color": GREY},
    "wrap": {"text_wrap": True, "valign": "top"},
    "bold": {"bold": True},
    "listed": {"valign": "top"},
    "swatch": {"font_color": BLUE, "bg_color": YELLOW},
    "alarm": {"font_color": RED, "bg_color": RED_FILL, "valign": "top", "text_wrap": True},
    "key": {"font_color": GREY, "font_size": 8},
    "unit": {"font_color": GREY, "font_size": 9, "text_wrap": True},
    "word": {"align": "right", "text_wrap": True},
    "name": {"bold": True, "text_wrap": True},
    "narrow": {"align": "right", "shrink": True},
    "fact": {"bold": True, "text_wrap": True, "valign": "top"},
    "link": {"italic": True, "align": "right", "num_format": "General", "text_wrap": True},
    "url": {"font_color": "#0563C1", "underline": 1, "text_wrap": True, "valign": "top"},
    "amount": {"num_format": AMOUNT},
    "rate": {"num_format": "General", "align": "right"},
    "factor": {"num_format": "0.0000"},
    "share": {"num_format": '0.0%;"‒ "0.0%;0%'},
    # What is not quite complete is not rounded up to that.
    "complete": {"num_format": '[<0.9995]0.0%;[<1]0.000%;0%'},
    "years": {"num_format": "0.00"},
    "year": {"num_format": "0", "align": "right"},
    "count": {"num_format": "0"},
    "number": {"num_format": "0", "valign": "top"},
    "top": {"valign": "top"},
    "deviation": {"num_format": DEVIATION},
    # Forms that people fill in: a line around each cell.
    "column": _HEAD,
    "column-right": _HEAD | {"align": "right"},
    "column-last": _HEAD | {"font_color": NAVY, "bg_color": PALE, "align": "right"},
    "code": {"font_color": GREY, "font_size": 7},
    "entry": {"num_format": AMOUNT, "align": "right", "border": 1, "border_color": LINE},
    "entry-decimal": {"num_format": _DECIMAL, "align": "right", "border": 1, "border_color": LINE},
    "entry-text": {"border": 1, "border_color": LINE},
    "entry-wrap": {"border": 1, "border_color": LINE, "text_wrap": True, "valign": "top"},
    "entry-date": {"num_format": "yyyy-mm-dd", "align": "left", "border": 1, "border_color": LINE},
    "last": {"num_format": AMOUNT, "align": "right", "font_color": GREY},
    "last-decimal": {"num_format": _DECIMAL, "align": "right", "font_color": GREY},
    "decimal": {"num_format": _DECIMAL},
    # In a list, where words follow: with the width of a letter behind it.
    "listed-decimal": {"num_format": '#,##0.0_M;"‒ "#,##0.0_M;0_M'},
    "listed-share": {"num_format": '0.0%_M;"‒ "0.0%_M;0%_M'},
    "figure": {"num_format": AMOUNT, "align": "right"},
    "figure-decimal": {"num_format": _DECIMAL, "align": "right"},
    "jump": {"font_color": "#0563C1", "underline": 1},
    "jump-part": {"font_color": "#0563C1", "underline": 1, "bg_color": PALE},
    "step": {"num_format": "0", "align": "left", "valign": "top", "bold": True, "font_color": NAVY},
    "small": {"font_color": GREY, "font_size": 9},
    "fiction": {"bold": True, "font_color": RED},
}  # fmt: skip
# Looks that cells take on where something holds; each also stands there in words.
MARKS: dict[str, dict[str, Any]] = {
    "done": {"font_color": GREEN},
    "todo": {"font_color": BROWN, "bg_color": AMBER},
    "wrong": {"font_color": RED, "bg_color": RED_FILL},
    "open": {"font_color": BROWN},
    "same": {"font_color": FAINT},
    "part": {"top": 1, "top_color": SOFT},
    # LibreOffice puts these lines in place of those that the cell has.
    "first-entry": {"border": 1, "border_color": LINE, "top": 1, "top_color": NAVY},
    "part-entry": {"border": 1, "border_color": LINE, "top": 1, "top_color": SOFT},
    "first": {"top": 1, "top_color": NAVY},
    "filled": {"font_color": GREY, "bg_color": EVEN},
}
OPEN = {"font_color": BLUE, "bg_color": YELLOW, "locked": False}
# Told apart also by those who do not see colours well, and in print.
CHART_COLOURS = ["#1F3864", "#C55A11", "#2E75B6", "#7F6000", "#548235", "#7030A0", "#A5A5A5", "#833C0B"]


def look(style: str, *, open_: bool, row: str, quoted: bool, right: bool) -> dict[str, Any]:
    """Return the properties of a cell: its style and that of its row, whether it is input or looks like a formula."""
    properties = FONT | STYLES[style]
    if row in ("sum", "bold", "note", "listed") and style not in ("head", "unit", "key"):
        properties |= STYLES[row]
    if open_:
        properties |= OPEN
    if quoted:
        properties |= {"quote_prefix": True}
    if right:
        properties |= {"align": "right"}
    return properties
