"""Tells formats apart by their content, never by their name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, TypeAlias

from engine.data.files.foreign import refuse_foreign
from engine.data.files.packed import ZIP, zip_names
from engine.data.files.read import explained, read_start
from engine.data.reading.cifar import is_batch_of_python, of_python
from engine.data.reading.idx import is_idx

Format: TypeAlias = Literal["CSV", "ARFF", "Excel", "Parquet", "NumPy", "IDX"]

_START = 2**16
"""Bytes: an ARFF file may begin with a long comment."""
_RELATION = re.compile(rb"(?:[^\S\n]*(?:%[^\n]*)?\n)*[^\S\n]*@relation\b", re.IGNORECASE)


def format_of(path: Path) -> Format:
    """Raises DataError for a file of a kind that holds no rows, or that cannot be read at all."""
    start = read_start(path, _START)
    if is_idx(start):
        return "IDX"
    if start.startswith(ZIP):
        with explained(path):
            names = zip_names(path)
        if any(name.startswith("xl/") for name in names):
            return "Excel"
        if names and all(name.endswith(".npy") for name in names):
            return "NumPy"
    if start.startswith(b"PAR1"):
        return "Parquet"
    if is_batch_of_python(path, start):
        raise of_python(path)
    refuse_foreign(start, path)
    return "ARFF" if _RELATION.match(start.removeprefix(b"\xef\xbb\xbf").replace(b"\r", b"\n")) else "CSV"
