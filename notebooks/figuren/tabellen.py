"""Tables and sentences of the model as a notebook shows them."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import pandas as pd
from IPython.display import HTML

from figuren.cijfers import ZICHTBAAR, prijzen
from model.result import Result
from model.tables import Line, Table
from model.text import Text, same


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


def per_partij(title: str, amounts: pd.DataFrame, results: Sequence[Result]) -> HTML:
    """Return amounts (€ mln) by the id of a partij as a table: names, a total, and no partij that has nothing."""
    parties = results[0].plan.baseline.parties
    shown = amounts[(amounts.abs() > ZICHTBAAR).any(axis=1)]
    lines = [Line(same(parties[str(ident)].naam), row.to_numpy(dtype=float)) for ident, row in shown.iterrows()]
    lines.append(Line(Text("Samen", "Total"), shown.sum().to_numpy(dtype=float), "sum"))
    columns = tuple(same(str(name)) for name in shown.columns)
    return tabel(Table(same(title), same(prijzen(results[0])), columns, tuple(lines)))


def opsomming(texts: Iterable[Text]) -> HTML:
    """Return sentences as a list."""
    return HTML(f"<ul>{''.join(f'<li>{html.escape(text.nl)}</li>' for text in texts)}</ul>")
