"""Benchmark of a round: 13 returns of 3,000 rows read and brought together, by `dekking uitvraag voeg-samen` itself.

Returns are filled in at random, nearly complete; files are made beforehand. The command runs in a process of its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.app import DEKKING
from returns.rondes import ingevuld
from returns.samen import opgestuurd

from model.io.returns.many import read_returns
from model.io.returns.merged import bring_together
from model.io.returns.round_reader import read_ronde
from model.io.returns.round_writer import write_ronde
from model.returns.basis import basis_van
from model.returns.edition import EDITIES, HUIDIGE
from model.returns.opgave import Post
from model.returns.ronde import Departement, Ronde

DEPARTEMENTEN, ROWS = 13, 3000
_EDITIE = EDITIES[HUIDIGE]


def _posts(departement: str) -> tuple[Post, ...]:
    """Return as many posts, of each table in turn, as it takes to ask the rows."""
    posts: list[Post] = []
    rows, tables = 0, list(_EDITIE.tabellen)
    while rows < ROWS:
        tabel, number = tables[len(posts) % len(tables)], len(posts) + 1
        fields = {"naam": f"FICTIEF post {number}", "artikel": str(number % 5 + 1)}
        posts.append(Post(tabel, f"{departement}-{number}", fields))
        rows += len(list(_EDITIE.regels(tabel, posts[-1].ident)))
    return tuple(posts)


def large_round() -> Ronde:
    """Return a round of as many departments and rows."""
    idents = [f"dep-{number}" for number in range(1, DEPARTEMENTEN + 1)]
    return Ronde(
        "FICTIEF groot",
        2027,
        _EDITIE,
        {ident: Departement(ident, f"FICTIEF departement {ident}") for ident in idents},
        fictief=True,
        posten={ident: _posts(ident) for ident in idents},
    )


def handed_in(folder: Path) -> list[Path]:
    """Write a round, and a return of every department; return the files of these."""
    ronde = large_round()
    write_ronde(ronde, folder / "ronde")
    returns = {
        ident: ingevuld(basis_van(ronde, ident), number, ontbreekt=0.01, afwijking=0.01)
        for number, ident in enumerate(ronde.departementen)
    }
    return opgestuurd(returns, ronde, folder / "terug")


def reading(folder: Path, files: list[Path]) -> None:
    """Read and bring together, and write nothing."""
    ronde = read_ronde(folder / "ronde")
    bring_together(ronde, read_returns(files, folder / "ronde", ronde), {})


def uitvraag() -> None:
    """Print the time and memory of reading and merging, and of the whole command with all that it writes."""
    print(f"a round of {DEPARTEMENTEN} returns x {ROWS} rows:")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [str(path) for path in handed_in(folder)]
        command = ["uitvraag", "voeg-samen", "--ronde", str(folder / "ronde"), *files, "--out", str(folder / "uit")]
        sides = {
            "read and merged": [sys.executable, "-m", "bench.uitvraag", str(folder), *files],
            "with all tables and the workbook": [*DEKKING, *command],
        }
        for side, words in sides.items():
            start = time.perf_counter()
            done = subprocess.run(words, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            seconds = time.perf_counter() - start
            print(f"  {side}: {seconds:.1f} s, largest process {peak} MiB (exit code {done.returncode})")


__all__ = ["uitvraag"]

if __name__ == "__main__":
    reading(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
