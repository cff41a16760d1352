"""What a file is: told by what is in it, for names may be anything, and by its ending only where that says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, TypeAlias

from engine.data.files.packed import DAMAGE, zip_names
from engine.data.files.read import read_start
from engine.errors import DataError
from engine.store.npz import holds

FileKind: TypeAlias = Literal["experiment", "model", "run", "rows"]

ENDINGS: Final[dict[FileKind, str]] = {"experiment": ".json", "model": ".npz", "run": ".playground-run"}
"""What files are saved under. Runs were ``.npz`` files once, and still are inside; rows may be called anything."""
_BLANK: Final = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the brace of an experiment: a byte order mark, and white space."""


def _holds_rows(path: Path) -> bool:
    """Whether it is a zip file of arrays that are no parameters, such as X and y."""
    try:
        names = zip_names(path)
    except (OSError, *DAMAGE):
        return False
    return bool(names) and all(name.endswith(".npy") and not name.startswith("lanes.") for name in names)


def kind_of(path: Path) -> FileKind:
    """What would be opened, also where the file is missing or damaged: whoever opens it as that says what is wrong."""
    try:
        start = read_start(path, 1000)
    except DataError:
        start = b""
    if start.startswith(b"PK"):  # a zip file
        if holds(path, "run"):
            return "run"
        if holds(path, "experiment"):
            return "model"
        if _holds_rows(path):
            return "rows"
    elif start.lstrip(_BLANK).startswith(b"{"):
        return "experiment"
    return next((kind for kind, ending in ENDINGS.items() if path.name.lower().endswith(ending)), "rows")
