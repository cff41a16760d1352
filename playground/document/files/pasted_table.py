"""Cells of a spreadsheet that are pasted: kept in a file of the person's own, which is then a table like any other."""

from __future__ import annotations

import contextlib
import csv
from io import StringIO
from itertools import count, islice
from pathlib import Path
from typing import Final

from platformdirs import user_data_dir

from engine.errors import PlaygroundError
from engine.store.atomic import write_atomically

_LOOKED_AT: Final = 1000
"""Records that say whether a text is cells."""


def are_cells(text: str) -> bool:
    """Whether these are two records and two columns at least, with tabs between, as spreadsheets copy them."""
    try:
        records = list(islice(csv.reader(StringIO(text, newline=""), delimiter="\t"), _LOOKED_AT))
    except csv.Error:
        return False
    filled = [record for record in records if record]
    return len(filled) >= 2 and all(len(record) >= 2 for record in filled)


def pasted_folder() -> Path:
    """Has a file for each table that was pasted. Need not exist yet."""
    return Path(user_data_dir("nn-playground", appauthor=False), "pasted")


def save_cells(text: str) -> Path:
    """The file that has them now: a new one, unless one of those pasted before has the same.

    Raises:
        PlaygroundError: it cannot be written.
    """
    folder, content = pasted_folder(), text.replace("\r\n", "\n").encode("utf-8", "replace")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / f"pasted-{number}.tsv"
            if not path.exists():
                path.touch(exist_ok=False)  # nobody else's: another window may paste as well
                break
            if path.stat().st_size == len(content) and path.read_bytes() == content:
                return path
    except OSError as error:
        reason = error.strerror or str(error)
        raise PlaygroundError("{file} cannot be written: {reason}.", file=folder, reason=reason) from None
    try:
        write_atomically(path, lambda stream: stream.write(content))
    except PlaygroundError:
        with contextlib.suppress(OSError):
            path.unlink()  # it is empty
        raise
    return path
