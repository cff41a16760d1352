"""What the window remembers between two starts: theme, language, layout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSettings

_together: QSettings | None = None


def settings() -> QSettings:
    """The user's settings, as an INI file in the platform's place. Ask with ``type=``: INI gives strings back.

    What is set is in the file when the object is gone, which waits for the disk.
    """
    if _together is not None:
        return _together
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "nn-playground", "playground")


@contextmanager
def written_together() -> Iterator[None]:
    """Waits for the disk once for all that is set meanwhile, some 12 ms each time."""
    global _together
    _together = settings()
    try:
        yield
    finally:
        _together = None
