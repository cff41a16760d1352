"""The names of a file's columns, from its first rows only."""

from __future__ import annotations

from pathlib import Path

from engine.data.reading import AS_FOUND, holds_pictures, read_sheet
from engine.data.sheet import SheetOptions
from engine.errors import DataError


def column_names(source: str, options: SheetOptions = AS_FOUND) -> tuple[str, ...]:
    """What the columns are called; empty for pictures, and where they cannot be read."""
    try:
        path = Path(source).expanduser()
        return () if holds_pictures(path) else read_sheet(path, options, rows=1).names
    except (DataError, RuntimeError):  # reading the whole file says what is wrong with it
        return ()
