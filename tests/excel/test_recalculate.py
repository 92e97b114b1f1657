"""LibreOffice computes workbooks anew, and what goes wrong is said. Nothing here imitates it."""

from __future__ import annotations

import _thread
import socket
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from model.errors import InputError
from model.io.excel.recalculate import office, pictured, recalculated

TRIGGERED = (
    "bestand-ontbreekt",
    "libreoffice-ontbreekt",
    "libreoffice-opent-niet",
    "libreoffice-te-traag",
    "niet-te-schrijven",
)


@pytest.fixture(autouse=True)
def _installed() -> None:
    assert office(), "LibreOffice is not installed: run `make test`, which installs it or says how"


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which profiles are made; it is empty again at the end."""
    folder = tmp_path / "profielen"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def book(path: Path, *formulas: str) -> Path:
    """Write a workbook: 2, 3, 1234.5 and the text 1,5 in column A, formulas with the wrong value 999 in column B."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_column(0, 0, [2, 3, 1234.5])
        sheet.write_string(3, 0, "1,5")
        for row, formula in enumerate(formulas):
            sheet.write_formula(row, 1, formula, value=999)
    return path


def values(path: Path, column: str = "B") -> list[object]:
    return [cell.value for cell in openpyxl.load_workbook(path, data_only=True)["Blad"][column]]


def codes(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [issue.code for issue in error.value.issues]


def slow(path: Path) -> Path:
    """Write a workbook that takes LibreOffice much longer than the tests wait."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_column(0, 0, range(20_000))
        for row in range(50):
            sheet.write_formula(row, 1, f"=SUMPRODUCT(1/COUNTIF(A1:A20000,A1:A20000))+{row}", value=999)
    return path


def working(word: str) -> list[str]:
    """Return the living processes that have a word in their command line; those that are dead have no such line."""
    lines = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            lines.append((folder / "cmdline").read_text("utf-8", "replace"))
        except OSError:
            continue  # it ended meanwhile
    return [line for line in lines if word in line]


def begun(lines: Iterable[str]) -> bool:
    return any("soffice.bin" in line for line in lines)


def in_the_end(condition: Callable[[], bool]) -> bool:
    """Return whether a condition comes true within seconds."""
    end = time.monotonic() + 20
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def deserted() -> set[str]:
    """Return the sockets of LibreOffice on which nobody listens any more."""
    listened = Path("/proc/net/unix").read_text("utf-8")
    return {str(path) for path in Path("/tmp").glob("OSL_PIPE_*") if str(path) not in listened}  # noqa: S108


def test_stored_values_are_not_believed(tmp_path: Path) -> None:
    source = book(tmp_path / "a.xlsx", "=A1+A2")
    assert values(source) == [999, None, None, None]
    found = recalculated(source, tmp_path / "nieuw" / "map")
    assert found == tmp_path / "nieuw" / "map" / "a.xlsx"
    assert values(found) == [5, None, None, None]
    assert values(source) == [999, None, None, None], "the source stays as it was"


def test_at_the_same_time(tmp_path: Path, profiles: Path) -> None:
    sources = [book(tmp_path / f"{number}.xlsx", f"=A1+A2+{number}") for number in range(3)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda source: recalculated(source, tmp_path / "uit"), sources))
    assert [values(path)[0] for path in found] == [5, 6, 7]
    assert not list(profiles.iterdir())


@pytest.mark.parametrize("language", ["C", "nl_NL.UTF-8"])
def test_whatever_the_machine_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    for name in ("LANG", "LC_ALL", "LC_NUMERIC", "LANGUAGE"):
        monkeypatch.setenv(name, language)
    source = book(tmp_path / "één boek, 100% \u20ac.xlsx", "=A3", "=A3*2", "=A4*2", '=A3&""')
    assert values(recalculated(source, tmp_path / "uit")) == [1234.5, 2469, 3, "1234,5"]
    assert values(tmp_path / "uit" / source.name, "A") == [2, 3, 1234.5, "1,5"]


def test_pictured(tmp_path: Path) -> None:
    found = pictured(book(tmp_path / "a.xlsx", "=A1+A2"), tmp_path / "uit")
    assert found == tmp_path / "uit" / "a.pdf"
    assert found.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 and then nothing", b"<html><body><table><tr><td>1</td></tr></table></body></html>"]
)
def test_not_a_workbook(tmp_path: Path, profiles: Path, content: bytes) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(content)
    with pytest.raises(InputError) as error:
        recalculated(source, tmp_path / "uit")
    assert codes(error) == ["libreoffice-opent-niet"]
    assert not (tmp_path / "uit").exists()
    assert not list(profiles.iterdir())


def test_broken_inside(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    with zipfile.ZipFile(source, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook")
    with pytest.raises(InputError) as error:
        recalculated(source, tmp_path / "uit")
    assert codes(error) == ["libreoffice-opent-niet"]


def test_places(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        recalculated(tmp_path / "b.xlsx", tmp_path / "uit")
    assert codes(error) == ["bestand-ontbreekt"]
    source = book(tmp_path / "a.xlsx", "=A1+A2")
    with pytest.raises(InputError) as error:
        recalculated(source, source)
    assert codes(error) == ["niet-te-schrijven"]
    with pytest.raises(ValueError, match=r"a\.xlsx"):
        recalculated(source, tmp_path)


def test_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("model.io.excel.recalculate._PLACES", ())
    assert office() is None
    with pytest.raises(InputError) as error:
        recalculated(book(tmp_path / "a.xlsx"), tmp_path / "uit")
    assert codes(error) == ["libreoffice-ontbreekt"]
    assert "libreoffice-calc-nogui" in str(error.value)


@pytest.mark.parametrize("stopped_by", ["time", "Ctrl-C"])
def test_stopped(tmp_path: Path, profiles: Path, stopped_by: str) -> None:
    source, seen, before = slow(tmp_path / "a.xlsx"), set(), deserted()
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            seen.update(working(str(profiles)))
            if stopped_by == "Ctrl-C" and begun(seen):
                _thread.interrupt_main()
                break

    watcher = threading.Thread(target=watch)
    watcher.start()
    expected, seconds = (InputError, 5) if stopped_by == "time" else (KeyboardInterrupt, 120)
    try:
        with pytest.raises(expected) as error:
            recalculated(source, tmp_path / "uit", seconds=seconds)
    finally:
        done.set()
        watcher.join()
    assert begun(seen)
    assert not working(str(profiles))
    assert not list(profiles.iterdir())
    assert in_the_end(lambda: not deserted() - before), "those of others are gone in a moment"
    if stopped_by == "time":
        assert codes(error) == ["libreoffice-te-traag"]
        assert "5 seconden" in str(error.value)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as web:
        source = linked(tmp_path, f"http://127.0.0.1:{web.getsockname()[1]}/")
        assert values(recalculated(source, tmp_path / "uit", seconds=30)) == [5, "#N/A", "#N/A"]
        pictured(source, tmp_path / "uit", seconds=30)
        web.setblocking(False)  # noqa: FBT003
        with pytest.raises(BlockingIOError):  # nobody is waiting to be let in
            web.accept()


def linked(folder: Path, web: str) -> Path:
    """Write a workbook with a picture, a formula and a link to another workbook that all stand on the web."""
    made, source, picture = folder / "b.xlsx", folder / "a.xlsx", folder / "punt.bmp"
    picture.write_bytes(b"BM" + bytes(8) + b"\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0\1\0\x18" + bytes(29))
    with xlsxwriter.Workbook(made) as workbook:
        sheet = workbook.add_worksheet("Blad")
        sheet.write_column(0, 0, [2, 3])
        for row, formula in enumerate(["=A1+A2", f'=_xlfn.WEBSERVICE("{web}a")', f"='[{web}b.xlsx]Blad'!A1"]):
            sheet.write_formula(row, 1, formula, value=999)
        sheet.insert_image("D2", picture)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(source, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"r:embed=", b"r:link=")
            outside = f'Target="{web}punt.bmp" TargetMode="External"'
            new.writestr(name, part.replace(b'Target="../media/image1.bmp"', outside.encode()))
    return source
