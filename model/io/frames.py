"""Results as data frames, for notebooks. Source: contract, section 3.

The only module that knows pandas, and it imports it when asked: the engine works without.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.result import RESULT_FILES, Result

if TYPE_CHECKING:
    from pandas import DataFrame


def frame(results: Sequence[Result], file: str) -> DataFrame:
    """Return one of the result files, such as `kerncijfers.csv`, of all results as one frame.

    It has the columns and rows of the file: amounts nominal, k€. Years are whole numbers, missing ones `<NA>`. Raises
    `KeyError` where there is no such result file.
    """
    from pandas import DataFrame  # noqa: PLC0415 - pandas is an extra

    header, rows_of = RESULT_FILES[file]
    rows = [row for result in results for row in rows_of(result)]
    return DataFrame(rows, columns=list(header)).astype({"jaar": "Int64"})
