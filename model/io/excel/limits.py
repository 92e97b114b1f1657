"""How much a stranger's workbook may ask: of the disk, of memory and of time."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may ask; sizes in bytes, times in seconds.

    `ratio` is how many times larger a part may become when unpacked, and counts only for parts above `ratio_above`.
    `index` is the most that a part may hold that only lists other parts. `cells` are cells that hold something, and
    `handed` is what the reading process may hand over. With `cpu` seconds of computing and `memory` of address space,
    every refusal comes within 5 seconds and 500 MB.
    """

    file: int = 20 * MIB
    part: int = 100 * MIB
    total: int = 200 * MIB
    index: int = MIB
    parts: int = 2000
    ratio: int = 300
    ratio_above: int = 10 * MIB
    cells: int = 200_000
    handed: int = 96 * MIB
    memory: int = 470 * MIB
    cpu: int = 4
    wall: float = 4.5


LIMITS = Limits()
# For workbooks of our own that come back: hundreds of posts and sources.
PATIENT = Limits(
    file=60 * MIB, part=400 * MIB, total=600 * MIB, cells=3_000_000, handed=600 * MIB, memory=3072 * MIB, cpu=120,
    wall=150,
)  # fmt: skip
