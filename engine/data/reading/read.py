"""Tells formats apart by their content."""

from __future__ import annotations

from pathlib import Path

from engine.data.files import read_whole
from engine.data.progress import Report
from engine.data.sheet import Sheet, SheetOptions
from engine.data.text.read import read_text


def read(path: Path, options: SheetOptions, exact: frozenset[str], rows: int | None, report: Report) -> Sheet:
    """See `engine.data.reading.read_sheet`."""
    return read_text(read_whole(path), options, file=str(path), name=path.name, exact=exact, rows=rows, report=report)
