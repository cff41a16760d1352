"""Files of any format as Sheets: `read.py` tells formats apart, the others read one each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.data.files.progress import Report, ignore
from engine.data.files.read import read_start
from engine.data.reading.cifar import is_cifar
from engine.data.reading.idx import is_idx
from engine.data.sheet import Sheet, SheetOptions

AS_FOUND = SheetOptions()
"""Nothing is said about the file, so all of it is found out."""


def read_sheet(
    path: Path,
    options: SheetOptions = AS_FOUND,
    *,
    exact: Sequence[str] = (),
    rows: int | None = None,
    report: Report = ignore,
) -> Sheet:
    """Reads a table of any format, known by its content, not by its name.

    exact: columns that hold classes, as they are written: numbers are float64, not float32, or stay words where
    float64 could not tell them apart, and only an empty cell and NaN are missing, not a class called NA. They are not
    in the ``block``, so that with the label exact, a file of numbers gives the features without a copy.
    rows: only so many, the first; quick.
    report: is told the bytes that were read and those of all, at least every few millions, and may stop it.

    Raises:
        DataError: one sentence that says what is wrong with the file, and where.
    """
    from engine.data.reading.read import read  # here, because importing pandas would slow down every start

    return read(path, options, frozenset(exact), rows, report)


def holds_pictures(path: Path) -> bool:
    """Whether it is a folder, an IDX file or one of CIFAR's, which are no tables.

    Raises:
        DataError: it is neither, and cannot be read.
    """
    try:
        if path.is_dir():
            return True
    except (OSError, ValueError):  # whatever is wrong with the path, reading it will say
        pass
    start = read_start(path, 4)
    return is_idx(start) or is_cifar(path, start)
