"""The eye of a lane: whether it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolButton, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text


class LaneEye(QToolButton):
    """Checked while the lane is shown. Shows values silently; a click says `wanted`, with Alt held down `soloed`."""

    wanted = Signal(object)
    """Whether the lane shall be shown."""
    soloed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "eye")
        self._is_alt = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setIconSize(QSize(14, 14))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        self._explain()

    def set_shown(self, is_shown: bool) -> None:
        """Shows whether the lane is drawn."""
        if is_shown != self.isChecked():
            with QSignalBlocker(self):
                self.setChecked(is_shown)
            self._explain()

    def _explain(self) -> None:
        is_shown = self.isChecked()
        self.setIcon(theme.icon("eye" if is_shown else "eye_off", "muted"))
        what = (
            self.tr("Hide the lane: its curves are not drawn, and it trains on (V).")
            if is_shown
            else self.tr("Show the lane again (V).")
        )
        note = self.tr("Alt+click shows it alone (S), and again all lanes.")
        self.setToolTip(field_text.wrapped(what, note))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("role", "eye")
        self._is_alt = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Stays as it is: the experiment says what is shown."""

    def _on_clicked(self) -> None:
        if self._is_alt:
            self.soloed.emit()
        else:
            self.wanted.emit(not self.isChecked())
