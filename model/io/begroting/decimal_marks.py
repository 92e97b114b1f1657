"""The decimal mark of a table's columns: shown by cells that can be read in one way only, or chosen by a person."""

from __future__ import annotations

from collections.abc import Sequence

from model.io.begroting.amounts import Convention, convention_of
from model.io.begroting.choice import Choice
from model.io.begroting.grids import Value
from model.io.begroting.lines import Findings
from model.io.begroting.tables import RawTable, cells_of
from model.text import Text


def conventions_of(table: RawTable, choice: Choice, findings: Findings) -> dict[int, Convention]:
    """Return the decimal mark of every amount column: shown by the column, else by all of them together.

    Which mark separates the cells of a file is no evidence: English tables are saved with semicolons too.
    """
    at = [column.at for column in table.heads.amounts]
    if choice.decimaal is not None:
        chosen = Convention("," if choice.decimaal == "komma" else ".", 1)
        return dict.fromkeys(at, chosen)
    everything: Sequence[Value] = [cell for cell in cells_of([table], at) if isinstance(cell, str)]
    whole = convention_of(everything, Convention(None))
    if whole.decimal is not None and any(isinstance(c, str) and ("," in c or "." in c) for c in everything):
        findings.said.append(_told(whole))
    return {column: convention_of(cells_of([table], [column]), whole) for column in at}  # type: ignore[arg-type]


def _told(convention: Convention) -> Text:
    nl = {",": "komma", ".": "punt"}[convention.decimal or ","]
    en = {",": "a comma", ".": "a point"}[convention.decimal or ","]
    one = convention.shown == 1
    return Text(
        f"decimaalteken: {nl}, op grond van {convention.shown} {'cel' if one else 'cellen'} in het bestand",
        f"decimal mark: {en}, shown by {convention.shown} {'cell' if one else 'cells'} of the file",
    )
