"""The hidden sheet `_dekking`: whose workbook it is, and the base as sent, so that no folder is needed to merge it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.io.excel.layout import Content, Item, Row
from model.io.program import program_version
from model.io.returns.form import Form
from model.io.returns.sheets import FEIT, FEITEN, FORMAAT, KOP, META, POST_RIJ, REGEL_RIJ, post_sleutel
from model.returns.columns import KOLOMMEN
from model.returns.fields import POST_VELDEN, REGEL_VELDEN
from model.returns.opgave import Cel

_SORT, _KEY, _FIRST = 1, 2, 3
_POST, _REGEL = (
    tuple(veld.ident for veld in POST_VELDEN),
    (*KOLOMMEN, *(veld.ident for veld in REGEL_VELDEN)),
)


def add_hidden(form: Form) -> None:
    """Make the hidden page; words for states are those of the core, in any language."""
    page = form.page(META, _FIRST, _FIRST + len(_REGEL) + 1)
    page.hidden, page.widths = True, {_SORT: 8.0, _KEY: 40.0}
    for sort, key, values in _rows(form):
        cells: list[Content] = [sort, key, *values]
        filled = {
            at: Item(value, style="code") for at, value in enumerate(cells, start=_SORT) if value not in (None, "")
        }
        page.add(Row(items=filled))


def _rows(form: Form) -> Iterator[tuple[str, str, Sequence[Content]]]:
    yield KOP, FEIT, ("waarde",)
    yield from ((FEIT, name, (value,)) for name, value in facts(form).items())
    yield KOP, POST_RIJ, _POST
    for (tabel, ident), post in form.opgave.posten.items():
        yield POST_RIJ, post_sleutel(tabel, ident), [post.velden.get(veld, "") for veld in _POST]
    yield KOP, REGEL_RIJ, _REGEL
    for key, regel in form.opgave.regels.items():
        fields = [regel.velden.get(veld.ident, "") for veld in REGEL_VELDEN]
        yield REGEL_RIJ, key.tekst(), [*map(_content, regel.cellen), *fields]


def _content(cel: Cel) -> Content:
    return {"waarde": cel.waarde, "ontbreekt": None}.get(cel.staat, cel.staat)


def facts(form: Form) -> Mapping[str, str]:
    """Return what the hidden sheet says of the workbook, in the order of `FEITEN`."""
    own, ronde = form.opgave.herkomst, form.ronde
    values = (
        FORMAAT, form.herkomst, own.editie, own.ronde, own.departement, own.basis, str(ronde.jaar), form.language,
        "ja" if ronde.fictief else "nee", program_version(),
    )  # fmt: skip
    return dict(zip(FEITEN, values, strict=True))
