"""What the workbook of a return says of a row or post, in formulas and beside them as values: one declaration."""

from __future__ import annotations

from model.text import Text

FULL = Text("volledig", "complete")
MISSING = Text("ontbreekt", "missing")
ASKED = Text("reden gevraagd", "reason asked")
WRONG = Text("fout", "wrong")
READY = Text("in orde", "in order")
NOG_TE_DOEN = Text("nog te doen", "still to do")
FITS = Text("sluit", "fits")
DIFFERS = Text("sluit niet", "does not fit")
