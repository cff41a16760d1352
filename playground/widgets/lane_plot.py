"""One measure of all lanes over the steps: training solid, test dashed, each lane named at the end of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from engine.thinning import thinned
from playground import theme
from playground.widgets.lane_curve import LaneCurve
from playground.widgets.plot import Plot
from playground.widgets.plot_notes import Ending, Note, Reading, draw_endings, draw_notes, draw_reading

POINTS = 300
"""Points a curve is drawn with, at most: about one for every three pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """steps: (points,); train, test: (points, lanes)."""

    steps: NDArray[np.int64]
    train: NDArray[np.float32]
    test: NDArray[np.float32]


class LanePlot(Plot):
    """A plot whose lines belong to lanes."""

    hovered = Signal(object)
    """The step under the pointer, a float; None when the pointer has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._curves: list[tuple[LaneCurve, LaneCurve]] = []
        self._series: Series | None = None
        self._endings: list[Ending] = []
        self._notes: list[Note] = []
        self._reading: Reading | None = None
        self.is_log = False
        self.value_format = "{:.4f}"
        self.axis_caption = ""
        self.hint = ""
        """What to do while there is nothing to see."""
        self.setMouseTracking(True)
        # The foreground reaches beyond the curves, so everything is painted or nothing.
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)

    @property
    def n_lanes(self) -> int:
        return len(self._names)

    def set_lanes(self, names: Sequence[str]) -> None:
        """Makes as many pairs of curves as there are lanes."""
        if len(names) != len(self._names):
            for pair in self._curves:
                for curve in pair:
                    self.removeItem(curve)
            self._curves = [
                (self._curve(lane, len(names), dashed=False), self._curve(lane, len(names), dashed=True))
                for lane in range(len(names))
            ]
        self._names = list(names)
        self.viewport().update()

    def _curve(self, lane: int, n_lanes: int, *, dashed: bool) -> LaneCurve:
        curve = LaneCurve(lane, dashed=dashed, n_lanes=n_lanes, pixel_ratio=self.devicePixelRatioF())
        curve.setZValue(-lane)
        self.addItem(curve)
        return curve

    def clear_lines(self) -> None:
        """Empty curves, until the next `show_series`."""
        self._series, self._endings, self._notes = None, [], []
        for pair in self._curves:
            for curve in pair:
                curve.show_points(np.empty(0), np.empty(0))
        self.viewport().update()

    def show_series(self, series: Series, notes: Sequence[Note], limits: tuple[float, float, float]) -> None:
        """limits: the last step shown, and the lowest and highest value (before any logarithm)."""
        self._series, self._notes = series, list(notes)
        until, low, high = limits
        scale = np.log10 if self.is_log else np.asarray
        with np.errstate(divide="ignore", invalid="ignore"):
            self.set_range(0, until, float(scale(low)), float(scale(high)))
            x, train = thinned(series.steps, scale(series.train), POINTS)
            _, test = thinned(series.steps, scale(series.test), POINTS)
        self._endings = []
        for lane, (train_curve, test_curve) in enumerate(self._curves):
            for curve, y in ((train_curve, train[:, lane]), (test_curve, test[:, lane])):
                finite = np.isfinite(y)
                if finite.all():
                    curve.show_points(x, y)
                else:
                    curve.show_points(x[finite], y[finite])
            self._add_ending(lane, x, test[:, lane])
        if self._reading is not None:
            self.show_reading(self._reading.step)

    def _add_ending(self, lane: int, x: NDArray[np.float64], y: NDArray[np.float32]) -> None:
        if len(y) and np.isfinite(y[-1]):
            self._endings.append(Ending(lane, self._names[lane], float(x[-1]), float(y[-1])))

    def paint_now(self) -> None:
        """Paints before it returns: the worker is waiting for it."""
        # The scene has queued a call that collects what has changed and paints it. viewport().repaint() would paint,
        # and leave that call to paint once more.
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)

    # --- reading off ------------------------------------------------------------------------------------------------

    def show_reading(self, step: float | None) -> None:
        """Every lane's exact values at the evaluation nearest to a step; None takes the reading away."""
        had, self._reading = self._reading, None
        if step is not None and self._series is not None and len(self._series.steps):
            index = int(np.abs(self._series.steps - step).argmin())
            values = [
                (lane, name, float(self._series.train[index, lane]), float(self._series.test[index, lane]))
                for lane, name in enumerate(self._names)
            ]
            self._reading = Reading(step, int(self._series.steps[index]), values, self.value_format)
        if had is not None or self._reading is not None:
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        inside = self.view.sceneBoundingRect().contains(QPointF(event.position()))
        self.hovered.emit(self.view.mapSceneToView(QPointF(event.position())).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    # --- what is written on the curves ------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        frame = self.view.sceneBoundingRect()
        painter.save()
        painter.setClipRect(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_notes(painter, frame, self._notes, self._to_scene)
        draw_endings(painter, frame, self._endings, self._to_scene)
        if self._reading is not None:
            draw_reading(painter, frame, self._reading, self._to_scene)
        painter.restore()
        if self.hint and (self._series is None or len(self._series.steps) < 2):
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.hint)
        if self.axis_caption:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(theme.current().muted))
            below = QRectF(frame.right() - 60, frame.bottom() + 4, 58, 16)
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.axis_caption)

    def _to_scene(self, x: float, y: float) -> QPointF:
        at: QPointF = self.view.mapViewToScene(QPointF(x, y))
        return at

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.setCursor(Qt.CursorShape.CrossCursor)
