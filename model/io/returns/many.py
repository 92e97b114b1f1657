"""Many returns read at once, in as many processes as the machine has processors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from model.io.returns.reading import Inzending, read_return
from model.io.returns.round_reader import read_ronde
from model.returns.ronde import Ronde

_WORTHWHILE = 3  # files, for fewer a second process takes longer to start than it saves
_MOST = 8


def read_returns(paths: Sequence[Path], folder: Path, ronde: Ronde) -> Iterator[Inzending]:
    """Yield what each file says against the round in `folder`, in the order of `paths`."""
    workers = min(os.cpu_count() or 1, len(paths), _MOST)
    if workers == 1 or len(paths) < _WORTHWHILE:
        yield from map(partial(read_return, ronde=ronde), paths)
        return
    with ProcessPoolExecutor(workers, initializer=_open, initargs=(folder,)) as pool:
        yield from pool.map(_read, paths)


_ronde: dict[str, Ronde] = {}


def _open(folder: Path) -> None:
    """Read the round once in a process: that is less work than handing it over with every file."""
    _ronde[""] = read_ronde(folder)


def _read(path: Path) -> Inzending:
    return read_return(path, _ronde[""])
