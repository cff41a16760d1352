"""The theme, the contrast and the language of the window: switched by a person, or by the system, and remembered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from playground.ui.look import theme
from playground.ui.settings import settings
from playground.ui.text import i18n

_BEFORE_CONTRAST: Final = "theme_before_contrast"


class Appearance(QObject):
    """``changed``: panels, which read all three when they are made, have to be made anew."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme.current()
        theme.watcher.changed.connect(self._follow_theme)

    def switch_theme(self) -> None:
        """From light to dark, and back."""
        _put_on("light" if theme.current().name == "dark" else "dark")

    def switch_contrast(self) -> None:
        """To high contrast, and back to what there was before."""
        if theme.current().name == "contrast":
            _put_on(theme.named(settings().value(_BEFORE_CONTRAST, "light")))
        else:
            settings().setValue(_BEFORE_CONTRAST, theme.current().name)
            _put_on("contrast")

    def switch_language(self) -> None:
        """From English to Korean, and back."""
        i18n.set_language("en" if i18n.language() == "ko" else "ko")
        settings().setValue("language", i18n.language())
        self.changed.emit()

    def _follow_theme(self) -> None:
        """Also where the system has gone from light to dark, at dusk, with nobody asking the program for it."""
        if theme.current() is not self._theme:
            self._theme = theme.current()
            self.changed.emit()


def _put_on(look: theme.Choice) -> None:
    theme.apply(look)
    settings().setValue("theme", theme.current().name)
