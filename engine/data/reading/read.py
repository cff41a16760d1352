"""Tells formats apart by their content."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pandas as pd

from engine.arrays import frozen
from engine.data.csv.frames import frames
from engine.data.csv.text import read_header
from engine.data.files import read_whole
from engine.data.progress import Report
from engine.data.sheet import Column, Sheet, SheetOptions, Words, Writing


def read(path: Path, options: SheetOptions, exact: frozenset[str], rows: int | None, report: Report) -> Sheet:
    """See `engine.data.reading.read_sheet`."""
    text = read_header(read_whole(path), file=str(path))
    frame = pd.concat(frames(text, 0)).iloc[:rows]

    def line_of(row: int) -> int:
        return next(itertools.islice(text.records(), row, None))[0]

    return Sheet(
        file=str(path),
        name=path.name,
        names=text.columns,
        columns=tuple(_column(frame[place], name in exact) for place, name in enumerate(text.columns)),
        writing=Writing(text.columns, separator=text.separator, encoding=text.encoding),
        line_of=line_of,
    )


def _column(values: pd.Series, exact: bool) -> Column:
    numbers = pd.to_numeric(values, errors="coerce")
    if (numbers.isna() == values.isna()).all():
        return frozen(numbers.to_numpy(np.float64 if exact else np.float32))
    codes, found = pd.factorize(values)
    return Words(frozen(codes.astype(np.int32)), tuple(map(str, found)))
