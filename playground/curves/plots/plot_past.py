"""The step that is looked back at, on a plot: a line there, and what came later under a veil."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QColor

from playground.ui.look import theme
from playground.ui.painting.lines.plot import Plot

_VEIL = 0.55
_BEYOND = 100
"""The veil reaches so many times as far as the run: farther than anybody zooms out."""


class PlotPast:
    """Made when there is a step to show."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._items: tuple[pg.InfiniteLine, pg.LinearRegionItem] | None = None

    def _make(self) -> tuple[pg.InfiniteLine, pg.LinearRegionItem]:
        look = theme.current()
        veil = QColor(look.accent_soft)
        veil.setAlphaF(_VEIL)
        line = pg.InfiniteLine(0, angle=90, movable=False, pen=pg.mkPen(look.accent, width=2))
        region = pg.LinearRegionItem((0, 1), movable=False, brush=veil, pen=pg.mkPen(None))
        for item in (region, line):
            self._plot.view.addItem(item, ignoreBounds=True)
        return line, region

    def show_step(self, step: float | None, newest: float = 0) -> None:
        """The line and the veil, or, with None, neither."""
        if self._items is None:
            if step is None:
                return
            self._items = self._make()
        line, veil = self._items
        for item in self._items:
            item.setVisible(step is not None)
        if step is not None:
            line.setValue(step)
            veil.setRegion((step, _BEYOND * newest))
