"""Where the program keeps what is not a setting: unsaved work, and the log of what went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from platformdirs import user_log_dir, user_state_dir

_NAME: Final = "nn-playground"


def work_folder() -> Path:
    """Has a folder for each open window. Need not exist yet."""
    return Path(user_state_dir(_NAME, appauthor=False), "unsaved")


def log_folder() -> Path:
    """Has the log. Need not exist yet."""
    return Path(user_log_dir(_NAME, appauthor=False))
