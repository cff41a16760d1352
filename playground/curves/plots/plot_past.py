"""The step that is looked back at, on a plot: a line there, and what came later under a veil."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QColor

from playground.ui.look import theme
from playground.ui.painting.plot import Plot

_VEIL = 0.55
_BEYOND = 100
"""The veil reaches so many times as far as the run: farther than anybody zooms out."""


class PlotPast:
    """Hidden until there is a step to show."""

    def __init__(self, plot: Plot) -> None:
        look = theme.current()
        veil = QColor(look.accent_soft)
        veil.setAlphaF(_VEIL)
        self._line = pg.InfiniteLine(0, angle=90, movable=False, pen=pg.mkPen(look.accent, width=2))
        self._veil = pg.LinearRegionItem((0, 1), movable=False, brush=veil, pen=pg.mkPen(None))
        for item in (self._veil, self._line):
            item.hide()
            plot.view.addItem(item, ignoreBounds=True)

    def show_step(self, step: int | None, newest: int = 0) -> None:
        """The line and the veil, or, with None, neither."""
        for item in (self._veil, self._line):
            item.setVisible(step is not None)
        if step is not None:
            self._line.setValue(step)
            self._veil.setRegion((step, _BEYOND * newest))
