"""Whatever the file holds, there is an answer in words; and what is written adds up to what was read."""

from __future__ import annotations

import csv
import io
import math
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from model.cli.main import main
from model.errors import InputError
from model.io.begroting.choice import Choice
from model.io.begroting.reading import read_budget
from model.io.begroting.sources import select

HEADS = [
    "Begrotingsjaar", "Begroting", "Begrotingsfase", "Artikelnummer", "V/U/O", "Indicatie totaal regel",
    "Beleidsmatige clustering", "Financieel instrument", "Bedrag t-1", "Bedrag t", "Omschrijving", "Mutatie 2026",
    "Mutatie 2027", "eenheid", "Stand 1e suppletoire 2025", "2024", "2025",
]  # fmt: skip
CELLS = [
    "", "2025", "VII", "OWB", "6", "U", "V", "O", "J", "N", "Subsidies", "Totaal", "waarvan x", "10", "-5", "1,234",
    "1.234", "1.234,5", "PM", "38 + PM", "50-125", "n.t.b.", "93%", "-", "(12)", "x1000", "miljoen", "Uitgaven",
    "6.2 Stelsels", "Artikel 6 Digitaal", "Err:509", "1E+05", "\u2012 3", "1e30", "Bedrag t", "(1)",
]  # fmt: skip
ANSWERS = ["--fase", "OWB", "--begrotingsjaar", "2025", "--eenheid", "k", "--hoofdstuk", "VII", "--artikel", "6"]
ANSWERS += ["--soort", "U", "--decimaal", "komma", "--dubbel", "een", "--laatste-kolom", "mutatie"]


def run(raw: bytes, words: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.csv"
        path.write_bytes(raw)
        return main(["import-begroting", str(path), "--out", f"{folder}/uit", *words])


@given(st.binary(max_size=400), st.sampled_from([[], ANSWERS, [*ANSWERS, "--overslaan"]]))
@settings(max_examples=150, deadline=None)
def test_any_bytes(raw: bytes, words: list[str]) -> None:
    assert run(raw, words) in (0, 1, 2)


@given(
    st.lists(st.sampled_from(HEADS), min_size=1, max_size=9),
    st.lists(st.lists(st.sampled_from(CELLS), max_size=9), max_size=12),
    st.sampled_from([",", ";"]),
    st.sampled_from([[], ANSWERS, [*ANSWERS, "--overslaan"], ["--overslaan"], ["--fase", "laatste"]]),
)
@settings(max_examples=300, deadline=None)
def test_any_table(heads: list[str], rows: list[list[str]], separator: str, words: list[str]) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([heads, *rows])
    assert run(text.getvalue().encode(), words) in (0, 1, 2)


AMOUNTS = st.integers(min_value=0, max_value=99_999)


@given(st.lists(st.tuples(st.sampled_from("UVO"), st.sampled_from(["Subsidies", "Opdrachten"]), AMOUNTS), max_size=12))
@settings(max_examples=100, deadline=None)
def test_sources_hold_all_spending_and_nothing_else(rows: list[tuple[str, str, int]]) -> None:
    table = "".join(f"2025;VII;OWB;6;{sort};{name} {at};{amount}\n" for at, (sort, name, amount) in enumerate(rows))
    heads = "Begrotingsjaar;Begroting;Begrotingsfase;Artikelnummer;V/U/O;Financieel instrument;Bedrag t\n"
    total = sum(amount for sort, _, amount in rows if sort == "U")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tabel.csv"
        path.write_text(heads + table, encoding="utf-8")
        try:
            chosen = select(read_budget(path, Choice()), Choice())
        except InputError:
            assert not rows
            return
    found = [money.amount for source in chosen.sources for money in source.amounts.values()]
    codes = {issue.code for issue in chosen.issues}
    assert codes <= {"begroting-onbevestigd"}  # a row may be the sum of others by chance
    assert codes or math.isclose(math.fsum(found), total)
