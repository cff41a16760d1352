"""The one stylesheet of the window, built from a theme."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playground.icons import tinted

if TYPE_CHECKING:
    from playground.theme import Theme


@cache
def _folder() -> Path:
    """Where the arrows and ticks of this process are: a stylesheet can name pictures by file only."""
    folder = tempfile.mkdtemp(prefix="playground-look-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _picture(name: str, theme: Theme, color: str) -> str:
    path = _folder() / f"{name}-{theme.name}-{color}.svg"
    if not path.exists():
        path.write_bytes(tinted(name, theme.color(color)))
    return f"url({path.as_posix()})"


def stylesheet(theme: Theme) -> str:
    """All rules, for QApplication.setStyleSheet."""
    return ""
