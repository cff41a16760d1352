"""The names of a CSV file's columns, from its first lines only."""

from __future__ import annotations

from pathlib import Path

from engine.data.csv.text import read_header
from engine.data.files import read_start
from engine.data.idx import is_idx
from engine.errors import DataError

_START = 2**18
"""Bytes: a header is shorter."""


def column_names(source: str) -> tuple[str, ...]:
    """What the columns are called; empty for an IDX file, and where they cannot be read."""
    try:
        start = read_start(Path(source).expanduser(), _START)
        if is_idx(start):
            return ()
        if len(start) == _START:
            start = _whole_lines(start)
        return read_header(start, file=source).columns
    except (DataError, RuntimeError):  # reading the whole file says what is wrong with it
        return ()


def _whole_lines(start: bytes) -> bytes:
    """Without the line that is cut off, which may end within a letter."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start[: len(start) // 2 * 2].decode("utf-16", errors="ignore").rpartition("\n")[0].encode("utf-16")
    return start.rpartition(b"\n")[0]
