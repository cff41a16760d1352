"""What a person should know, as a warning of the very line that called the engine."""

from __future__ import annotations

import inspect
import warnings


def warn(sentence: str) -> None:
    """Warns, however many functions of the engine lie between."""
    frame, level = inspect.currentframe(), 1
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == "engine":
        frame, level = frame.f_back, level + 1
    warnings.warn(sentence, stacklevel=level)
