"""Reads Parquet files, whose columns say what they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from engine.data.files.progress import Report
from engine.data.files.read import LARGEST_FILE, explained
from engine.data.reading.extras import extra
from engine.data.reading.frames import column_of
from engine.data.sheet import Column, Sheet, Words, Writing
from engine.data.text.detection.header import named, remarks
from engine.errors import DataError

_OFTEN = 2**16
"""Rows that are read at a time."""


def read_parquet(path: Path, rows: int | None, report: Report) -> Sheet:
    """Raises DataError, also where pyarrow is missing."""
    parquet = extra("pyarrow.parquet", path)
    import pyarrow

    with explained(path):
        try:
            with parquet.ParquetFile(path) as file:
                header, columns = _columns(file, path, rows, report)
        except (pyarrow.ArrowException, OSError, ValueError, KeyError, TypeError, IndexError) as error:
            if isinstance(error, DataError):
                raise
            raise DataError("{file} is cut short or damaged: copy or download it again.", file=path) from None
    names, unnamed = named(["" if re.fullmatch(r"__index_level_\d+__", name) else name for name in header])
    for column in columns:
        if not isinstance(column, Words):
            column.setflags(write=False)
    told = tuple(remarks([name if name not in unnamed else "" for name in names], names))
    return Sheet(
        file=str(path),
        name=path.name,
        names=names,
        columns=tuple(columns),
        writing=Writing(names, separator="", encoding="", format="Parquet", remarks=told),
        line_of=lambda row: row + 1,
        unnamed=unnamed,
    )


def _columns(file: Any, path: Path, rows: int | None, report: Report) -> tuple[list[str], list[Column]]:
    """file: a pyarrow.parquet.ParquetFile"""
    total = file.metadata.num_rows
    names = list(file.schema_arrow.names)
    if not names or not total:
        raise DataError("{file} has no rows.", file=path)
    if total * len(names) * 8 > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=path)
    pieces, done = [], 0
    for batch in file.iter_batches(batch_size=_OFTEN):
        report(done, total)
        pieces.append(batch)
        done += batch.num_rows
        if rows is not None and done >= rows:
            break
    import pyarrow

    table = pyarrow.Table.from_batches(pieces).slice(0, rows)
    return names, [column_of(table.column(place).to_pandas()) for place in range(len(names))]
