"""A plot in the program's own look: quiet axes, ranges set by hand, curves that are updated and never rebuilt."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsItem, QSizePolicy, QWidget

from playground.ui.look import theme
from playground.ui.painting.lines.value_axis import ValueAxis

AXIS_WIDTH = 48
"""Pixels left of the plot: the same for all plots, so that those above each other line up."""
_GRID = 56
"""Opacity of the grid lines, of 255."""


class Plot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Dragging and the wheel zoom; a double click, or `follow`, shows everything again.

    A view between two axes, and not pyqtgraph's PlotItem: that makes four axes and a menu of forty widgets that nobody
    owns, so that it outlives the window.
    """

    followed = Signal(bool)
    """False when a person has zoomed or moved the view, True when it shows everything again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.current().surface)
        for export in self.sceneObj.contextMenu:  # pyqtgraph's own, which fails where no plot was clicked before
            export.deleteLater()
        self.sceneObj.contextMenu = []
        self.view = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self.view.disableAutoRange()
        self.view.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self.left, self.bottom = self._axis("left"), self._axis("bottom")
        self.left.setGrid(_GRID)
        self.left.setWidth(AXIS_WIDTH)
        self.bottom.setHeight(20)
        grid: QGraphicsGridLayout = self.centralLayout
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addItem(self.view, 0, 1)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.bottom, 1, 1)
        self.is_following = True
        self._wanted: QRectF | None = None
        self._seen = QRectF(0, 0, 1, 1)
        """What was shown before a turn of the wheel, or so far in a drag."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)

    def _axis(self, side: str) -> ValueAxis:
        look = theme.current()
        axis = ValueAxis(side)
        axis.linkToView(self.view)
        axis.setZValue(0.5)  # the grid above the view
        axis.setPen(pg.mkPen(look.border))
        axis.setTextPen(QColor(look.muted))
        axis.setTickPen(pg.mkPen(look.muted))  # of the grid lines, thinned by the grid's opacity
        axis.setTickFont(theme.font("small"))
        axis.setStyle(tickLength=0, autoExpandTextSpace=False, hideOverlappingLabels=True, maxTickLevel=0)
        # Ranges change seldom, so axis and grid are drawn once and copied at every frame.
        axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        axis.enableAutoSIPrefix(False)
        return axis

    def set_range(self, x0: float, x1: float, y0: float, y1: float) -> None:
        """What to show while following. Setting it by hand is much cheaper than pyqtgraph's auto-range."""
        wanted = QRectF(x0, y0, x1 - x0, y1 - y0)
        if wanted != self._wanted:
            self._wanted = wanted
            if self.is_following:
                self.view.setRange(wanted, padding=0)

    def set_span(self, x0: float, x1: float) -> bool:
        """What to show of the horizontal axis alone. Whether that is something else than before."""
        old = self._wanted
        if old is not None and (old.left(), old.width()) != (x0, x1 - x0):
            self.set_range(x0, x1, old.top(), old.bottom())
            return True
        return False

    def follow(self) -> None:
        """Shows everything again."""
        self.is_following = True
        if self._wanted is not None:
            self.view.setRange(self._wanted, padding=0)
        self.followed.emit(True)

    def has_something(self, seen: QRectF) -> bool:
        """Whether anything is to be seen there."""
        return True

    def _on_moved_by_hand(self, *_: object) -> None:
        seen = QRectF(self.view.viewRect())
        if not self.has_something(seen):  # a person who zooms where nothing is would see nothing any more
            self.view.setRange(self._seen, padding=0)
            return
        self._seen = seen
        if self.is_following:
            self.is_following = False
            self.followed.emit(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._seen = QRectF(self.view.viewRect())
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seen = QRectF(self.view.viewRect())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.follow()
        event.accept()
