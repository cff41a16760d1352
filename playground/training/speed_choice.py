"""How many steps a second training may make: all that the machine can, or few enough to watch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from playground.ui.fields.editing import Editing
from playground.ui.look import theme
from playground.ui.text import field_text

SPEEDS: Final = (None, 1000, 300, 100, 30, 10, 5, 2, 1)
"""Steps a second; None is full speed."""


class SpeedChoice(Editing, QComboBox):
    """``chosen`` carries the limit that a person chose, or None; `set_limit` shows one silently."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speed_limit")
        self.setAccessibleName(self.tr("Speed limit"))
        self.setToolTip(
            field_text.wrapped(
                self.tr("Holds training back to so many steps a second, to watch what each step does."),
                self.tr("The results are the same at any speed."),
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(len(SPEEDS))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for speed in SPEEDS:
            self.addItem(self._text(speed), speed)
        self.currentIndexChanged.connect(self._on_index_changed)

    def _text(self, speed: int | None) -> str:
        if speed is None:
            return self.tr("Full speed")
        return self.tr("1 step/s") if speed == 1 else self.tr("{count} steps/s").format(count=speed)

    def limit(self) -> int | None:
        """The limit that is shown."""
        return SPEEDS[self.currentIndex()]

    def set_limit(self, limit: float | None) -> None:
        """Shows the nearest limit that there is, without saying so."""
        nearest: int | None = None
        if limit is not None:
            known = [speed for speed in SPEEDS if speed is not None]
            nearest = known[min(range(len(known)), key=[abs(speed - limit) for speed in known].__getitem__)]
        with QSignalBlocker(self):
            self.setCurrentIndex(SPEEDS.index(nearest))

    def _on_index_changed(self, index: int) -> None:
        self.chosen.emit(SPEEDS[index])

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * theme.SPACE_4)
        super().showPopup()
