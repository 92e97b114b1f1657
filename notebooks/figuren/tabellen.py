"""Tables and sentences of the model as a notebook shows them."""

from __future__ import annotations

import html
from collections.abc import Iterable

from IPython.display import HTML

from model.tables import Table
from model.text import Text


def tabel(table: Table) -> HTML:
    """Return a table of the model as HTML: caption with unit and prices, right-aligned columns, footnotes."""
    say = html.escape
    heads = "".join(f'<th scope="col" style="text-align:right">{say(c.nl)}</th>' for c in table.columns)
    rows = []
    for line in table.lines:
        cells = (say(line.cell(i, "nl")) for i in range(len(table.columns)))
        numbers = "".join(f'<td style="text-align:right;white-space:nowrap">{cell}</td>' for cell in cells)
        rows.append(f'<tr><th scope="row" style="text-align:left">{say(line.label.nl)}</th>{numbers}</tr>')
    caption = f"<b>{say(table.title.nl)}</b> ({say(table.caption.nl)})"
    notes = "<br>".join(say(note.nl) for note in table.notes)
    return HTML(
        f'<table><caption style="text-align:left;color:inherit">{caption}</caption><thead><tr><th></th>{heads}</tr>'
        f"</thead><tbody>{''.join(rows)}</tbody></table><small>{notes}</small>"
    )


def opsomming(texts: Iterable[Text]) -> HTML:
    """Return sentences as a list."""
    return HTML(f"<ul>{''.join(f'<li>{html.escape(text.nl)}</li>' for text in texts)}</ul>")
