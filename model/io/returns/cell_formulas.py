"""The formulas of a row of amounts, in functions that Excel and LibreOffice share; rows are relative, so they sort.

A cell is well filled in with a number within the bounds of its grootheid, or with the word for nihil or n.v.t.
"""

from __future__ import annotations

from model.io.excel.book import letters
from model.io.excel.frame import THIS
from model.io.returns.form import Form, as_text
from model.io.returns.sheets import EERSTE, LAATSTE, STATUS, nummer, verschil, vorige
from model.io.returns.words import ASKED, FULL, MISSING, WRONG
from model.quantities import Number
from model.returns.columns import KOLOMMEN

WHOLE, REASON, STATE = (letters(nummer(code)) for code in ("geheel", "reden", STATUS))
FROM, TO = letters(EERSTE), letters(LAATSTE)
MOVED_FROM, MOVED_TO = (letters(nummer(verschil(kolom))) for kolom in (KOLOMMEN[0], KOLOMMEN[-1]))


def plain(value: float) -> str:
    """Return a number as formulas write it."""
    return f"{value:.15g}"


def well(form: Form, kind: Number, cell: str = THIS) -> str:
    """Return what must hold of a cell that is filled in."""
    low, high = plain(kind.low), plain(kind.high)
    words = ",".join(f"{cell}={as_text(form.state(word))}" for word in ("nihil", "nvt"))
    return f"IF(ISNUMBER({cell}),AND({cell}>={low},{cell}<={high}),OR({words}))"


def status(form: Form, kind: Number, row: int) -> str:
    """Return the formula of a row's status: wrong, so many missing, a reason asked, or complete."""
    cells, whole = f"{FROM}{row}:{TO}{row}", f"{WHOLE}{row}"
    words = [as_text(form.state(word)) for word in ("nihil", "nvt")]
    good = f'COUNTIFS({cells},">="&{plain(kind.low)},{cells},"<="&{plain(kind.high)})'
    good += "".join(f"+COUNTIF({cells},{word})" for word in words)
    strange = f'AND({whole}<>"",{whole}<>{words[0]},{whole}<>{words[1]})'
    missing = f'IF({whole}="",COUNTBLANK({cells}),0)'
    unexplained = f'AND(COUNT({MOVED_FROM}{row}:{MOVED_TO}{row})>0,{REASON}{row}="")'
    done = f"IF({unexplained},{as_text(form.say(ASKED))},{as_text(form.say(FULL))})"
    open_ = f"IF({missing}>0,{missing}&{as_text(' ' + form.say(MISSING))},{done})"
    return f"IF(OR(COUNTA({cells})>{good},{strange}),{as_text(form.say(WRONG))},{open_})"


def moved(form: Form, eenheid: str, kolom: str, row: int) -> str:
    """Return the formula of how much a cell moved since last round, empty where no reason is asked for it."""
    now, was = f"{letters(nummer(kolom))}{row}", f"{letters(nummer(vorige(kolom)))}{row}"
    change, bound = f"N({now})-N({was})", f"MAX({form.refs[eenheid]},{form.refs['deel']}*N({was}))"
    return f'IF(AND({now}="",{WHOLE}{row}=""),"",IF(ABS({change})>{bound},{change},""))'
