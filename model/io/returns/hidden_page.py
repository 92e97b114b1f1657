"""The page for the hidden sheet: its rows as text, nobody's to read."""

from __future__ import annotations

from model.io.excel.layout import Item, Row
from model.io.returns.form import Form
from model.io.returns.hidden import hidden_rows
from model.io.returns.sheets import META

_WIDTH = 24


def add_hidden(form: Form) -> None:
    """Make the hidden page."""
    page = form.page(META, 1, _WIDTH)
    page.hidden = True
    for words in hidden_rows(form.ronde, form.departement.ident, form.language):
        page.add(Row(items={at: Item(word, style="code") for at, word in enumerate(words, start=1) if word}))
