"""A round brought together from the command line: parts, a correction, a conflict and its decision; nothing is lost."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from math import fsum
from pathlib import Path

import pytest
from returns.samen import opgestuurd, ronde_met_alles, tabel, verbeterd

from model.cli.main import main
from model.io.returns.round_reader import read_ronde
from model.io.shipped import shipped_ronde
from model.returns.basis import basis_van
from model.returns.edition import Sleutel
from model.returns.opgave import Cel
from model.returns.ronde import Ronde

EMPTY = "inhoud-cellen-ontbreken"
SEED = 20
POSTS = 2


@pytest.fixture(scope="module")
def sent_back(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path], Sleutel]:
    """Return the folder of part of the shipped round, the files that came back, and a row.

    Of the first four departments it has a few posts of each kind, and what is said of those.
    """
    folder = tmp_path_factory.mktemp("ronde")
    whole = shipped_ronde()
    idents = {row["id"] for row in tabel(whole / "departementen.csv")[:4]}
    posts = list(_few(row for row in tabel(whole / "posten.csv") if row["departement"] in idents))
    shutil.copy(whole / "ronde.toml", folder)
    for path in whole.glob("*.csv"):
        rows = [row for row in tabel(path) if (row.get("departement") or row["id"]) in idents]
        _write(folder / path.name, [row for row in rows if _about(row, posts)])
    ronde = read_ronde(folder)
    returns, key = ronde_met_alles(ronde, SEED)
    return folder, opgestuurd(returns, ronde, folder / "terug"), key


def _few(posts: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the first posts of each department in each table."""
    for _, group in groupby(posts, key=lambda row: (row["departement"], row["tabel"])):
        yield from islice(group, POSTS)


def _about(row: dict[str, str], posts: list[dict[str, str]]) -> bool:
    """Return whether a row is of one of the posts, of an article that one of them has, or of the whole department."""
    if "post" in row:
        return any(row["post"] == post["post"] for post in posts)
    articles = {post["artikel"] for post in posts if post["tabel"] == "begroting"}
    return "artikel" not in row or row["artikel"] in articles


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def merged(folder: Path, files: list[Path], out: Path, *more: str) -> int:
    return main(["uitvraag", "voeg-samen", "--ronde", str(folder), *map(str, files), "--out", str(out), *more])


def test_end_to_end(
    sent_back: tuple[Path, list[Path], Sleutel], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, files, key = sent_back
    out = tmp_path / "uit"
    assert merged(folder, files, out) == 1
    said = capsys.readouterr().out
    assert "geen opgave ontvangen" in said
    assert said.splitlines()[-1].endswith("departementen hebben niet geantwoord")
    assert "ten minste" in said
    conflicts = tabel(out / "conflicten.csv")
    [conflict] = [row for row in conflicts if row["plek"].startswith("regel")]
    assert conflict["plek"] == f"regel {key.tekst()} t-1"
    assert "1234.5" in conflict["gezegd"]
    assert re.fullmatch(r"Begroting![A-Z]+\d+", conflict["cel"])
    assert f"open conflict: {conflict['cel']}, {conflict['regel']}, {conflict['kolom']}" in " ".join(said.split())
    assert (conflict["stand"], conflict["keuze"]) == ("open", "")
    found = {row["plek"]: row["gevonden"] for row in tabel(out / "bevindingen.csv") if row["code"] == EMPTY}
    unknown = sum((row["post"], row["staat"]) == (key.post, "ontbreekt") for row in tabel(out / "opgaven.csv"))
    assert found[f"post {key.tabel}/{key.post}"].startswith(f"lege cellen bij deze post: {unknown - 1} van"), (
        "what is in conflict is not empty"
    )
    assert (out / "FICTIEF-overzicht.xlsx").is_file()
    _adds_up(out)
    _found_at(out, {row["plek"] for row in conflicts})
    assert main(["check", "--data", str(out / "dataset")]) == 0
    assert main(["run", str(out / "dataset" / "als-opgegeven.toml"), "--data", str(out / "dataset")]) == 0
    _decided(folder, files, out, conflicts, tmp_path)
    _next_round(folder, out, tmp_path / "volgend")


def _adds_up(out: Path) -> None:
    """Look for every cell in the crosswalk, once, and for every total as the sum of its cells."""
    cells = tabel(out / "herleiding.csv")
    places = [(row["departement"], row["regel"], row["jaar"]) for row in cells]
    assert len(set(places)) == len(places)
    given = tabel(out / "opgaven.csv")
    assert {(row["departement"], row["post"], row["jaar"]) for row in given} <= {
        (row["departement"], row["post"], row["jaar"]) for row in cells
    }
    known = {tuple(row.values())[:7]: row for row in given if row["staat"] != "ontbreekt"}
    told = [row for row in cells if row["staat"] != "ontbreekt"]
    assert len(known) == len(told)
    assert all(row["bestand"] and "!" in row["cel"] for row in told)
    sums: dict[str, list[float]] = {}
    for row in cells:
        for total in row["totalen"].split():
            if row["telt"] == "ja":
                sums.setdefault(total, []).append(float(row["waarde"] or 0))
    amounts: dict[tuple[str, str], list[float]] = {}
    for row in cells:
        if row["kostenpost"] and row["telt"] == "ja":
            amounts.setdefault((row["kostenpost"], row["jaar"]), []).append(float(row["waarde"] or 0))
    last = max(row["jaar"] for row in tabel(out / "dataset" / "kostenreeksen.csv"))
    for row in tabel(out / "dataset" / "kostenreeksen.csv"):
        year = "structureel" if row["jaar"] == last else row["jaar"]
        assert float(row["bedrag"]) == pytest.approx(fsum(amounts.pop((row["kostenpost"], year))))
    assert not amounts
    for total in tabel(out / "totalen.csv"):
        found = sums.get(total["totaal"], [])
        assert float(total["ten-minste"]) == pytest.approx(fsum(found))
        assert int(total["cellen-tellen-mee"]) == len(found)


def _found_at(out: Path, conflicts: set[str]) -> None:
    """Look for the cell of every finding that has a place, also of several files together; unless they contradict."""
    placed = [row for row in tabel(out / "bevindingen.csv") if row["plek"] and row["plek"] not in conflicts]
    assert {row["departement"] for row in placed} >= {"fictief-alfa", "fictief-bravo"}
    assert all(row["blad"] and row["cel"] and row["bestand"].endswith(".xlsx") for row in placed)
    assert not any(";" in row["bestand"] for row in placed)


def _decided(folder: Path, files: list[Path], out: Path, conflicts: list[dict[str, str]], tmp_path: Path) -> None:
    """Decide: that settles a conflict and stands in the next table, to be used again; what is superfluous is told."""
    for row in conflicts:
        row |= {"keuze": "nihil" if row["plek"].startswith("regel") else "C. Pietersen", "door": "centrum"}
    spare = dict.fromkeys(conflicts[0], "") | {
        "departement": conflicts[0]["departement"], "plek": "aftekening fez", "keuze": "D. Bakker",
        "door": "centrum",
    }  # fmt: skip
    _write(tmp_path / "besluiten.csv", [*conflicts, spare])
    assert merged(folder, files[::-1], tmp_path / "twee", "--besluiten", str(tmp_path / "besluiten.csv")) == 1
    again = tabel(tmp_path / "twee" / "conflicten.csv")
    assert [(row["stand"], row["keuze"], row["door"]) for row in again if row["plek"].startswith("regel")] == [
        ("beslecht", "nihil", "centrum")
    ]
    codes = [row["code"] for row in tabel(tmp_path / "twee" / "bevindingen.csv")]
    assert "besluit-overbodig" in codes
    [place] = [row for row in again if row["plek"].startswith("regel")]
    told = {
        f"regel {row['regel']} t-1": row for row in tabel(tmp_path / "twee" / "herleiding.csv") if row["jaar"] == "2026"
    }
    assert told[place["plek"]]["staat"] == "nihil"
    assert told[place["plek"]]["bestand"] == "besluit"
    _write(tmp_path / "besluiten.csv", again)
    assert merged(folder, files, tmp_path / "drie", "--besluiten", str(tmp_path / "besluiten.csv")) == 1
    assert (tmp_path / "drie" / "conflicten.csv").read_bytes() == (tmp_path / "twee" / "conflicten.csv").read_bytes()
    assert (tmp_path / "drie" / "opgaven.csv").read_bytes() == (tmp_path / "twee" / "opgaven.csv").read_bytes()
    assert (out / "opgaven.csv").read_bytes() != (tmp_path / "twee" / "opgaven.csv").read_bytes()


def _next_round(folder: Path, out: Path, following: Path) -> None:
    """Begin the next round with what was merged."""
    now = read_ronde(folder)
    shutil.copytree(folder, following, ignore=shutil.ignore_patterns("terug", "controletotalen.csv", "dash*", "jbr*"))
    shutil.copy(out / "opgaven.csv", following / "vorige.csv")
    settings = (folder / "ronde.toml").read_text(encoding="utf-8")
    (following / "ronde.toml").write_text(settings.replace("2027", "2028"), encoding="utf-8")
    later: Ronde = read_ronde(following)
    given = tabel(out / "opgaven.csv")
    kept = [row for row in given if row["jaar"] != str(now.jaar - 1)]
    assert sum(len(found) for found in later.vorige.values()) == len(kept)


@pytest.mark.parametrize("contradicted", [True, False])
def test_a_row_that_was_deleted_is_recorded_once_somebody_decided(
    sent_back: tuple[Path, list[Path], Sleutel],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    contradicted: bool,
) -> None:
    folder, _, _ = sent_back
    ronde = read_ronde(folder)
    whole = basis_van(ronde, "fictief-charlie")
    key = next(key for key in whole.regels if key.grootheid == "uitgaven")
    returns = {"a": verbeterd(whole, key, Cel("waarde", 1234.5))} if contradicted else {}
    returns["d"] = replace(whole, regels={each: row for each, row in whole.regels.items() if each != key})
    files = opgestuurd(returns, ronde, tmp_path / "terug")
    assert merged(folder, files, tmp_path / "een") == 1
    [line] = [line for line in capsys.readouterr().out.splitlines() if "open conflict" in line] or [""]
    assert bool(line) == contradicted
    assert not line.endswith(",")
    place = f"regel {key.tekst()}"
    said = [(row["cel"], row["gezegd"]) for row in tabel(tmp_path / "een" / "conflicten.csv") if row["plek"] == place]
    assert len(said) == contradicted
    for cell, told in said:
        assert re.fullmatch(r"Begroting!A\d+", cell), "where it still stands"
        assert re.search(r"^behouden, met 20\d\d: \S+ → 1234\.5 — .*, a\.xlsx$", told, re.MULTILINE)
        assert re.search(r"^verwijderd: staat niet in het bestand — .*, d\.xlsx$", told, re.MULTILINE)
    [gone] = [row for row in tabel(tmp_path / "een" / "bevindingen.csv") if row["code"] == "lees-rij-weg"]
    assert (gone["bestand"], gone["plek"], gone["uitleg"]) == ("d.xlsx", place, "")
    decision = {"departement": "fictief-charlie", "plek": place, "keuze": "verwijderd"}
    _write(tmp_path / "besluiten.csv", [decision | {"door": "C.", "reden": "vervalt"}])
    assert merged(folder, files, tmp_path / "twee", "--besluiten", str(tmp_path / "besluiten.csv")) == 1
    found = tabel(tmp_path / "twee" / "bevindingen.csv")
    assert [row["uitleg"] for row in found if row["code"] == "lees-rij-weg"] == ["besluit: verwijderd, C., vervalt"]
    assert "besluit-overbodig" not in {row["code"] for row in found}
    settled = tabel(tmp_path / "twee" / "conflicten.csv")
    assert {(row["plek"], row["stand"], row["keuze"]) for row in settled} >= {(place, "beslecht", "verwijderd")}


def test_the_order_of_files_plays_no_part(sent_back: tuple[Path, list[Path], Sleutel], tmp_path: Path) -> None:
    folder, files, _ = sent_back
    for name, order in (("a", files), ("b", files[::-1])):
        assert merged(folder, order, tmp_path / name) == 1
    made = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert len(made) > 15
    assert [path for path in made if (tmp_path / "a" / path).read_bytes() != (tmp_path / "b" / path).read_bytes()] == []


def test_what_exists_stays(
    sent_back: tuple[Path, list[Path], Sleutel], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, files, _ = sent_back
    (tmp_path / "dataset").mkdir()
    for name in ("totalen.csv", "dataset/kostenposten.csv"):
        (tmp_path / name).write_text("van mij", encoding="utf-8")
    assert merged(folder, files[:1], tmp_path) == 2
    assert (tmp_path / "totalen.csv").read_text(encoding="utf-8") == "van mij"
    assert "kostenposten.csv" in capsys.readouterr().err
    assert merged(folder, files[:1], tmp_path, "--force") == 1


def test_a_file_that_says_nothing_is_told(
    sent_back: tuple[Path, list[Path], Sleutel], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, files, _ = sent_back
    (tmp_path / "leeg.xlsx").write_bytes(b"")
    assert merged(folder, [files[-1], tmp_path / "leeg.xlsx"], tmp_path / "uit") == 1
    assert "Geweigerd" in capsys.readouterr().out
    [refused] = [row for row in tabel(tmp_path / "uit" / "bevindingen.csv") if row["geweigerd"] == "ja"]
    assert refused["bestand"] == "leeg.xlsx"


def test_two_files_of_one_name(sent_back: tuple[Path, list[Path], Sleutel], tmp_path: Path) -> None:
    folder, files, _ = sent_back
    shutil.copy(files[0], tmp_path)
    assert merged(folder, [files[0], tmp_path / files[0].name], tmp_path / "uit") == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"plek": "nergens"}, "geen plek"),
        ({"keuze": "veel"}, "kan op deze plek niet staan"),
        ({"keuze": "-5"}, "kan op deze plek niet staan"),
        ({"departement": "niemand"}, "geen departement van deze ronde"),
    ],
)
def test_decisions_that_cannot_be(
    sent_back: tuple[Path, list[Path], Sleutel],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: dict[str, str],
    code: str,
) -> None:
    folder, files, key = sent_back
    row = {"departement": "fictief-bravo", "plek": f"regel {key.tekst()} t-1", "keuze": "1.250,5", "door": "C."}
    _write(tmp_path / "besluiten.csv", [row | change])
    assert merged(folder, files[:1], tmp_path / "uit", "--besluiten", str(tmp_path / "besluiten.csv")) == 2
    assert code in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_a_round_that_changed_after_it_was_sent(sent_back: tuple[Path, list[Path], Sleutel], tmp_path: Path) -> None:
    """An answer to the older version is brought together with what the centre changed since."""
    folder, files, _ = sent_back
    changed = tmp_path / "ronde"
    shutil.copytree(folder, changed, ignore=shutil.ignore_patterns("terug"))
    posts = tabel(changed / "posten.csv")
    mine = [row for row in posts if row["departement"] == "fictief-charlie"]
    mine[0]["instrument"] = "FICTIEF instrument"
    _write(changed / "posten.csv", posts)
    assert merged(changed, [files[-1]], tmp_path / "uit") == 1
    codes = {row["code"] for row in tabel(tmp_path / "uit" / "bevindingen.csv")}
    assert "lees-basis-verouderd" in codes
