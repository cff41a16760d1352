"""One measure of all lanes over the steps: training solid, test dashed, each lane named at the end of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.history import HistoryView
from playground import theme
from playground.widgets.lane_lines import Dashes, Scale, draw_band, draw_dashes, draw_line
from playground.widgets.lane_look import LaneLook
from playground.widgets.plot import Plot
from playground.widgets.plot_notes import Ending, Note, Reading, draw_endings, draw_notes, draw_reading

FEW_LINES = 4
"""Up to so many lanes have wide lines: many need the room, and thin lines are drawn faster."""
MANY_LINES = 9
"""Above, all but the one in focus step back: they are pale, and their training rows and names are not drawn."""
_WIDE, _THIN = 1.6, 1.0
_PALE, _BAND = 0.45, 0.16
"""Opacity."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Every evaluation of every lane, to read off: the measures ``train_WHAT`` and ``test_WHAT`` of a history."""

    history: HistoryView
    what: str
    looks: Sequence[LaneLook]

    def values_at(self, index: int) -> tuple[list[float], list[float]]:
        """Training and test values of all lanes at one evaluation."""
        record = self.history.part(index, index + 1)
        train, test = record.measure(f"train_{self.what}")[0], record.measure(f"test_{self.what}")[0]
        return train.tolist(), test.tolist()


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """The room that lanes take which repeat line ``line`` with other seeds. low, high: (points,)."""

    line: int
    low: NDArray[np.float32]
    high: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """What is drawn. x: (points,); train, test: (points, lines); ``focus`` is the line in focus, or -1."""

    x: NDArray[np.float64]
    train: NDArray[np.float32]
    test: NDArray[np.float32]
    looks: Sequence[LaneLook]
    bands: Sequence[Band] = ()
    focus: int = -1

    @property
    def are_many(self) -> bool:
        return len(self.looks) > MANY_LINES


@dataclass(frozen=True, slots=True)
class Limits:
    """What of the axes is shown: the last step, and the lowest and highest value before any logarithm."""

    until: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """Lines in data coordinates, with the logarithm taken."""

    lines: Lines
    train: NDArray[np.float32]
    test: NDArray[np.float32]
    bands: list[tuple[int, NDArray[np.float32], NDArray[np.float32]]] = field(default_factory=list)


class LanePlot(Plot):
    """A plot whose lines belong to lanes."""

    hovered = Signal(object)
    """The step under the pointer, a float; None when the pointer has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prepared: _Prepared | None = None
        self._series: Series | None = None
        self._notes: list[Note] = []
        self._reading: Reading | None = None
        self.is_log = False
        self.value_format = "{:.4f}"
        self.axis_caption = ""
        self.hint = ""
        """What to do while there is nothing to see."""
        self.setMouseTracking(True)
        # All of the curves is in the foreground, so everything is painted or nothing.
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)

    @property
    def lines(self) -> Lines | None:
        """What is drawn."""
        return self._prepared.lines if self._prepared is not None else None

    def clear_lines(self) -> None:
        """No lines, until the next `show_lines`."""
        self._prepared, self._series, self._notes = None, None, []
        self.viewport().update()

    def show_lines(self, lines: Lines, series: Series, notes: Sequence[Note], limits: Limits) -> None:
        """Call `paint_now` to see them at once."""
        scale = np.log10 if self.is_log else np.asarray
        with np.errstate(divide="ignore", invalid="ignore"):
            self.set_range(0, limits.until, float(scale(limits.low)), float(scale(limits.high)))
            bands = [(band.line, scale(band.low), scale(band.high)) for band in lines.bands]
            self._prepared = _Prepared(lines, scale(lines.train), scale(lines.test), bands)
        self._series, self._notes = series, list(notes)
        if self._reading is not None:
            self.show_reading(self._reading.step)

    def paint_now(self) -> None:
        """Paints before it returns: the worker is waiting for it."""
        # Where axes have changed, the scene has queued a call that asks for a painting: let it ask before this one.
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)
        self.viewport().repaint()

    # --- reading off ------------------------------------------------------------------------------------------------

    def show_reading(self, step: float | None) -> None:
        """Every lane's exact values at the evaluation nearest to a step; None takes the reading away."""
        had, self._reading = self._reading, None
        series = self._series
        if step is not None and series is not None and len(series.history):
            index = _nearest(series.history.steps, step)
            train, test = series.values_at(index)
            values = [
                (look.style, look.name, train[lane], test[lane])
                for lane, look in enumerate(series.looks)
                if look.visible
            ]
            self._reading = Reading(step, int(series.history.steps[index]), values, self.value_format)
        if had is not None or self._reading is not None:
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        inside = self.view.sceneBoundingRect().contains(QPointF(event.position()))
        self.hovered.emit(self.view.mapSceneToView(QPointF(event.position())).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    # --- painting ---------------------------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        frame = self.view.sceneBoundingRect()
        scale = Scale(self.view.viewRect(), frame)
        painter.save()
        painter.setClipRect(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._prepared is not None and len(self._prepared.lines.x) > 1:
            self._draw_lines(painter, scale, self._prepared)
        draw_notes(painter, frame, self._notes, scale.point)
        if self._prepared is not None:
            draw_endings(painter, frame, _endings(self._prepared), scale.point)
        if self._reading is not None:
            draw_reading(painter, frame, self._reading, scale.point)
        painter.restore()
        self._draw_words(painter, frame)

    def _draw_lines(self, painter: QPainter, scale: Scale, prepared: _Prepared) -> None:
        lines = prepared.lines
        x = scale.x(lines.x)
        train, test = scale.y(prepared.train), scale.y(prepared.test)
        for line, low, high in prepared.bands:
            color = theme.lane_color(lines.looks[line].style)
            color.setAlphaF(_BAND)
            draw_band(painter, x, scale.y(low), scale.y(high), color)
        dashes = Dashes(x)
        dashed = dashes.y(test)
        first_on_top = sorted(range(len(lines.looks)), key=lambda line: (line == lines.focus, -line))
        for line in first_on_top:
            pen = self._pen(lines, line)
            if line == lines.focus or not lines.are_many:
                draw_line(painter, x, train[:, line], pen)
            draw_dashes(painter, dashes, dashed[:, line], pen)

    def _pen(self, lines: Lines, line: int) -> QPen:
        in_focus = line == lines.focus and lines.are_many
        width = _WIDE if len(lines.looks) <= FEW_LINES or in_focus else _THIN
        # Cosmetic pens count in pixels of the screen.
        pen = theme.lane_pen(lines.looks[line].style, width * self.devicePixelRatioF())
        if lines.are_many and not in_focus:
            color = pen.color()
            color.setAlphaF(_PALE)
            pen.setColor(color)
        return pen

    def _draw_words(self, painter: QPainter, frame: QRectF) -> None:
        if self.hint and (self._series is None or len(self._series.history) < 2):
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.hint)
        if self.axis_caption:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(theme.current().muted))
            below = QRectF(frame.right() - 60, frame.bottom() + 4, 58, 16)
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.axis_caption)

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.setCursor(Qt.CursorShape.CrossCursor)


def _endings(prepared: _Prepared) -> list[Ending]:
    """Where the test lines have come to. Of many lines only the one in focus is named."""
    lines = prepared.lines
    if not len(lines.x):
        return []
    x, last = float(lines.x[-1]), prepared.test[-1]
    return [
        Ending(look.style, look.name, x, float(last[line]), named=not lines.are_many or line == lines.focus)
        for line, look in enumerate(lines.looks)
        if np.isfinite(last[line])
    ]


def _nearest(steps: NDArray[np.int64], step: float) -> int:
    """The index of the evaluation nearest to a step. steps: (points,), growing, at least one."""
    right = int(np.clip(np.searchsorted(steps, step), 1, max(1, len(steps) - 1)))
    if right >= len(steps):
        return 0
    return right - 1 if step - steps[right - 1] <= steps[right] - step else right
