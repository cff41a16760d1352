"""One step taken apart on the drawing: the strip below it and the numbers on it follow each other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt

from engine.inspectors.net.coming_step import MOST, ComingStep
from playground.network import headings
from playground.network.apart.bar import StepBar
from playground.network.apart.phases import Chosen
from playground.network.drawing import NetworkDrawing
from playground.network.scene.scene import Spot

_UNIT: Final = 22
"""Pixels from unit to unit with which numbers on them can be read."""
_AROUND: Final = 32
"""Pixels of the edges around drawing and numbers."""


class StepApart(QObject):
    """Made when a person first asks for it. ``bar`` is the strip; whoever makes this places it."""

    def __init__(self, drawing: NetworkDrawing, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._is_on = False
        self.bar = StepBar()
        self.bar.changed.connect(self._show_figures)
        drawing.weight_chosen.connect(self._choose_weight)
        drawing.weight_wanted.connect(self._choose_next_weight)
        drawing.phase_key.connect(self._on_phase_key)

    def set_on(self, is_on: bool) -> None:
        """Whether the numbers are shown, from the next `show_step` on."""
        self._is_on = is_on
        self.bar.setVisible(is_on)

    def show_step(self, step: ComingStep | None) -> None:
        """The numbers of the step to come; None while they are not known."""
        if self._is_on:
            self.bar.show_step(step)
        else:
            self._show_figures()

    def height(self) -> int:
        """Pixels of drawing and strip with which each unit has room for its number."""
        units = max(self._drawing.plan.units, default=0)
        units = 0 if units > MOST else units  # then it says why there are none
        return self.bar.sizeHint().height() + _AROUND + round(2 * headings.line_height()) + units * _UNIT

    def _show_figures(self) -> None:
        chosen = self.bar.chosen
        if not self._is_on or chosen is None:
            self._drawing.show_figures((), None)
        else:
            spot = Spot(0, chosen.layer + 1, chosen.target, chosen.source)
            self._drawing.show_figures(self.bar.figures(), spot)

    def _choose_weight(self, column: int, unit: int, source: int) -> None:
        self.bar.choose(Chosen(column - 1, source, unit))

    def _choose_next_weight(self, column: int, unit: int) -> None:
        self.bar.choose_next(column - 1, unit)

    def _on_phase_key(self, key: int) -> None:
        self.bar.press_key(Qt.Key(key))
