"""The sections of the left column that fold to their title, which then says in a line what they hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from playground.ui.panel import Panel
from playground.ui.settings import settings

SECTIONS: Final = ("data", "layers", "training")
"""From above."""
ROOM: Final = {"data": 860, "training": 1060}
"""How high a window has to be for a section to be open by itself: the layers always are."""
_KEPT: Final = "window/folded"
_ANY: Final = 16_777_215
"""Any height: QWIDGETSIZE_MAX."""


class Folds(QObject):
    """By itself a window opens as many sections as there is room for; once a person has folded or opened one, all stay
    as they are, in the next window too."""

    changed = Signal()
    """The column has to be shared out anew."""
    opened = Signal(bool)
    """Always True: something can be seen again."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self.is_own = False
        """Whether a person has chosen."""
        self._folded: set[str] = set()
        self._fitted: set[str] | None = None
        """What was folded for the height of the window."""
        self._urgent: dict[QWidget, str] = {}
        self._aside: frozenset[str] = frozenset()
        """Sections that are open for a while, whatever they are otherwise."""
        for name in SECTIONS:
            docks[name].topLevelChanged.connect(self._show_all)

    def is_folded(self, name: str) -> bool:
        """Whether only the title of a section can be seen."""
        return name in self._folded and name not in self._aside and not self._docks[name].isFloating()

    def fold(self, name: str, is_folded: bool) -> None:
        """As a person wants it."""
        if name not in SECTIONS or is_folded == (name in self._folded):
            return
        self.is_own = True
        self._folded ^= {name}
        self._show_all()
        self.changed.emit()

    def toggle(self, name: str) -> None:
        """The other way."""
        self.fold(name, name not in self._folded)

    def fit(self, height: int) -> None:
        """As many as a window of this height has room for, unless a person has chosen."""
        wanted = {name for name, least in ROOM.items() if height < least}
        if not self.is_own and wanted != self._fitted:
            self._fitted = wanted
            self._folded = set(wanted)
            self._show_all()
            self.changed.emit()

    def reset(self) -> None:
        """Nobody has chosen."""
        self.is_own, self._fitted = False, None

    def open_with(self, name: str, widgets: Collection[QWidget]) -> None:
        """Opens a section when one of these comes up in it: a message must not stay unseen."""
        self._urgent = dict.fromkeys(widgets, name)  # those of the panel before are gone
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = self._urgent.get(watched) if isinstance(watched, QWidget) else None
        if name is not None and event.type() == QEvent.Type.ShowToParent and self.is_folded(name):
            self._folded.discard(name)
            self.show(name)
            self.changed.emit()
        return False

    def open_for_now(self, names: Collection[str]) -> None:
        """Opens these until it is called with others."""
        self._aside = frozenset(names)
        self._show_all()

    def restore(self) -> None:
        """What a person had chosen in the last window."""
        kept = settings().value(_KEPT)
        if isinstance(kept, str):
            self.is_own = True
            self._folded = {name for name in kept.split(",") if name in SECTIONS}
            self._show_all()

    def remember(self) -> None:
        """For the next window."""
        if self.is_own:
            settings().setValue(_KEPT, ",".join(sorted(self._folded)))
        else:
            settings().remove(_KEPT)

    def _show_all(self, _: bool = False) -> None:
        for name in SECTIONS:
            self.show(name)

    def prepare(self, panel: Panel) -> None:
        """To be called before a dock gets it and shows it at once: what is folded is not seen, not for a moment."""
        panel.setMaximumHeight(0 if self.is_folded(panel.name) else _ANY)

    def show(self, name: str) -> None:
        """Puts a section into its state; to be called again when the panel in it is another."""
        dock = self._docks[name]
        panel, title = dock.widget(), dock.titleBarWidget()
        if panel is None or title is None:
            return
        is_folded = self.is_folded(name)
        was_hidden, focus = panel.isHidden(), QApplication.focusWidget()
        title.show_fold(is_folded)  # type: ignore[attr-defined]
        if is_folded and focus is not None and panel.isAncestorOf(focus):
            title.setFocus()
        policy = panel.sizePolicy()
        policy.setRetainSizeWhenHidden(is_folded)  # or else the dock would be as narrow as its title
        panel.setSizePolicy(policy)
        panel.setMaximumHeight(0 if is_folded else _ANY)
        panel.setHidden(is_folded)
        dock.setMaximumHeight(title.sizeHint().height() if is_folded else _ANY)
        if was_hidden and not is_folded:
            self.opened.emit(True)
