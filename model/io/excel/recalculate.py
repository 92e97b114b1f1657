"""Have LibreOffice compute a workbook: a real spreadsheet program, not an imitation of one.

Excel files carry a value beside each formula, and LibreOffice believes it unless its profile says otherwise; so every
call has a profile of its own, made here and removed afterwards. In that profile nothing of a document is run or
fetched: no macros, no links, no network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from model.errors import InputError, Issue, Place, figure
from model.io.text_files import reason
from model.text import Text

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_WORKBOOK = Text("een werkmap (.xlsx)", "a workbook (.xlsx)")
_IMPORT = "Calc MS Excel 2007 XML"
_EXPORTS = {".xlsx": f"xlsx:{_IMPORT}", ".pdf": "pdf:calc_pdf_Export"}
_KEPT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC")  # of the environment; the rest could change a result
_NAMED = 3  # files named in a sentence about many
_PATIENCE = 5.0  # seconds for processes that were killed to be gone

_OPTIONS = (  # path, name and value, as LibreOffice's registry has them
    ("org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),  # always: never believe stored values
    ("org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "1"),  # never; 2, the default, is on request
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),  # through a proxy that is not there: linked pictures
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", "nl-NL"),  # decimal commas and A4 on every machine
)


def office() -> Path | None:
    """Return LibreOffice's program: on the PATH, or where Windows and macOS install it; `None` where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def recalculated(source: Path, folder: Path, *, seconds: float = 120) -> Path:
    """Have LibreOffice compute every formula of a workbook anew; return the new workbook, in `folder` under its name.

    The result does not depend on the machine's language. `seconds` is the time allowed. Raises `InputError` where
    LibreOffice is not installed, cannot open the file or takes longer, and where `source` cannot be read or `folder`
    not be written; `ValueError` where the workbook would take its own source's place.
    """
    return _converted([source], folder, ".xlsx", seconds)[0]


def recalculated_all(sources: Sequence[Path], folder: Path, *, seconds: float = 120) -> list[Path]:
    """Return workbooks of different names computed anew, in one start of LibreOffice; as `recalculated`."""
    if len({source.name for source in sources}) != len(sources):
        raise ValueError("workbooks must have different names")
    return _converted(sources, folder, ".xlsx", seconds)


def pictured(source: Path, folder: Path, *, seconds: float = 120) -> Path:
    """Return a workbook as it prints, computed anew: a PDF in `folder`, for people to look at.

    Raises what `recalculated` raises.
    """
    return _converted([source], folder, ".pdf", seconds)[0]


def _converted(sources: Sequence[Path], folder: Path, suffix: str, seconds: float) -> list[Path]:
    for source in sources:
        target = folder / source.with_suffix(suffix).name
        if target.resolve() == source.resolve():
            raise ValueError(target)
    program, place = office(), Place(", ".join(source.name for source in sources[:_NAMED]))
    if program is None:
        raise InputError([Issue("libreoffice-ontbreekt", place)])
    with _profile() as profile:
        copies = [_copied(source, profile / "in" / source.name) for source in sources]
        good = [copy for copy in copies if zipfile.is_zipfile(copy)]
        if good:  # of an empty file LibreOffice makes an empty workbook, without complaint
            _run(program, profile, good, _EXPORTS[suffix], place, seconds)
        made = [profile / "uit" / source.with_suffix(suffix).name for source in sources]
        failed = [source for source, path in zip(sources, made, strict=True) if not path.is_file()]
        if failed:  # it returns 0 where it failed, too
            raise InputError([Issue("libreoffice-opent-niet", Place(source.name)) for source in failed])
        return [_moved(path, folder / path.name) for path in made]


def _moved(made: Path, target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(made, target))
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(target)), {"found": reason(error)})]) from None


def _copied(source: Path, copy: Path) -> Path:
    """Copy a workbook, for beside what it opens LibreOffice may write."""
    copy.parent.mkdir(exist_ok=True)
    try:
        return Path(shutil.copyfile(source, copy))
    except FileNotFoundError:
        raise InputError([Issue("bestand-ontbreekt", Place(source.name), {"expected": _WORKBOOK})]) from None
    except OSError as error:
        raise InputError([Issue("bestand-onleesbaar", Place(source.name), {"found": reason(error)})]) from None


@contextmanager
def _profile() -> Iterator[Path]:
    """Make a profile with our options; it is also the home, the working folder and the place for temporary files."""
    profile = Path(tempfile.mkdtemp(prefix="dekking-")).resolve()
    try:
        (profile / "user").mkdir()
        items = "".join(
            f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for path, name, value in _OPTIONS
        )
        registry = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
        (profile / "user" / "registrymodifications.xcu").write_text(registry, encoding="utf-8")
        yield profile
    finally:
        _removed(profile)


def _removed(folder: Path) -> None:
    """Remove a folder, in which a process that was killed may write a moment longer."""
    end = time.monotonic() + _PATIENCE
    while folder.exists() and time.monotonic() < end:
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(0.01)


def _run(program: Path, profile: Path, copies: Sequence[Path], export: str, place: Place, seconds: float) -> None:
    options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", f"--infilter={_IMPORT}")
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", *options]
    process = subprocess.Popen(  # noqa: S603 (no shell, and no argument is a stranger's)
        [*command, "--convert-to", export, "--outdir", str(profile / "uit"), *map(str, copies)],
        cwd=profile,
        env=_environment(profile),
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise InputError([Issue("libreoffice-te-traag", place, {"expected": figure(seconds)})]) from None
    finally:
        if process.returncode is None:
            _killed(process, profile)


def _environment(profile: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    own = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"), str(profile))
    headless = {"SAL_USE_VCLPLUGIN": "svp"} if sys.platform == "linux" else {}
    return kept | own | headless | {"LC_ALL": "C.UTF-8"}


def _killed(process: subprocess.Popen[bytes], profile: Path) -> None:
    """End LibreOffice with every process it started."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        _socket(profile, os.getuid()).unlink(missing_ok=True)
    process.wait()


def _socket(profile: Path, user: int) -> Path:
    """Return where LibreOffice listens for others with its profile; it takes that away itself, unless it is killed."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)  # a byte below 16 has one digit: that is how they write it
    return Path("/tmp", f"OSL_PIPE_{user}_SingleOfficeIPC_{name}")  # noqa: S108 (their choice)
