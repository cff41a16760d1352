"""What the window remembers between two starts: theme, language, layout."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def settings() -> QSettings:
    """The user's settings, as an INI file in the platform's place. Ask with ``type=``: INI gives strings back."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "nn-playground", "playground")
