"""The workbook that asks a department for its return: all sheets, in order, and the name of its file."""

from __future__ import annotations

import re
import unicodedata

from model.io.excel.manuscript import Manuscript
from model.io.returns.amounts import add_amounts
from model.io.returns.form import Form
from model.io.returns.glossary import add_glossary
from model.io.returns.guide import add_guide
from model.io.returns.hidden_page import add_hidden
from model.io.returns.posts import add_posts
from model.io.returns.progress import add_progress
from model.io.returns.sheets import BLADEN, EIGENSCHAP
from model.io.returns.together import add_together
from model.returns.basis import basis_van
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.text import Language

SUFFIX, FICTION = ".xlsx", "FICTIEF"


def form_of(ronde: Ronde, departement: str, language: Language = "nl", opgave: Opgave | None = None) -> Form:
    """Return the workbook of a department, every cell in its place; with an `opgave`, as that one filled it in."""
    form = Form(ronde, ronde.departementen[departement], opgave or basis_van(ronde, departement), language)
    add_guide(form)
    add_progress(form)
    add_posts(form)
    for tabel in BLADEN:
        add_amounts(form, tabel)
    add_together(form)
    add_glossary(form)
    add_hidden(form)
    for page in form.pages.values():
        page.settle()
    return form


def manuscript_of(form: Form) -> Manuscript:
    """Return the workbook of a department as it is to be written."""
    return Manuscript(form.pages, form.language, form.title, "Dekking", "", {EIGENSCHAP: form.herkomst})


def file_name(ronde: Ronde, departement: str) -> str:
    """Return the name of the workbook of a department; that of a fictitious round says so."""
    words = ["uitvraag", ronde.naam, departement]
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain.replace(FICTION.lower(), "")).strip("-")
    return f"{f'{FICTION}-' if ronde.fictief else ''}{name}{SUFFIX}"
