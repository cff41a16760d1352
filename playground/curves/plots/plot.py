"""One measure of all lanes over the steps: training solid, held-out dashed, each lane named at the end of its lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from playground.curves.along import Along
from playground.curves.baseline import Baseline, draw_baseline
from playground.curves.plots.drawn import MANY_LINES, Band, Ghost, Limits, Lines, Prepared, Series, end_names
from playground.curves.plots.endings import Ending, draw_endings, name_places
from playground.curves.plots.in_the_way import InTheWay
from playground.curves.plots.lane_lines import draw_lines
from playground.ui.look import theme
from playground.ui.painting.hint import draw_hint, hint_place
from playground.ui.painting.lines.line_drawing import Scale
from playground.ui.painting.lines.plot import Plot
from playground.ui.painting.lines.thinning import Points
from playground.ui.painting.notes import MARK, Note, Reading, draw_legend, draw_notes, draw_reading
from playground.ui.painting.readable import Readable, moved
from playground.ui.text.numbers import loss

_CAPTION = 60
"""Pixels for the caption of the time axis, at least."""


class LanePlot(Readable[float], Plot):
    """A plot whose lines belong to lanes. A spot is a step, which the plot beside this one reads off too."""

    hovered = Signal(object)
    """The step under the pointer, a float; None when the pointer has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prepared: Prepared | None = None
        self._series: Series | None = None
        self._notes: list[Note] = []
        self._reading: Reading | None = None
        self.is_log = False
        self.along = Along()
        """What the time axis counts."""
        self.reference = 0
        """The lane by which what belongs to none is placed on it."""
        self.written: Callable[[float], str] = loss
        self._axis_caption = ""
        self._baseline: Baseline | None = None
        self.level: Baseline | None = None
        """Another quiet line: what a net would reach that has learned the rule and nothing else."""
        self.planned: float | None = None
        """The step that the run is on its way to."""
        self._cut: list[tuple[QRectF, str]] = []
        """Where names are cut short, and what they are."""
        self.has_legend = False
        """Whether it says what the ghosts are, and not only which is which."""
        self.hint = ""
        """What to do while there is nothing to see."""
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below need not be painted
        # All of the curves is in the foreground, so everything is painted or nothing.
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)

    def set_axis_caption(self, caption: str) -> None:
        """What stands at the end of the time axis, where no number is then."""
        self._axis_caption = caption
        self.bottom.keep_free(high=self._caption_room())

    def _caption_room(self) -> float:
        """Pixels for the caption of the time axis."""
        return max(_CAPTION, QFontMetricsF(theme.font("small")).horizontalAdvance(self._axis_caption) + theme.SPACE_2)

    @property
    def lines(self) -> Lines | None:
        """What is drawn."""
        return self._prepared.lines if self._prepared is not None else None

    @property
    def notes(self) -> list[Note]:
        """What is noted at the steps where something happened."""
        return self._notes

    @property
    def ghosts(self) -> list[Ghost]:
        """The other runs that are drawn."""
        return self._prepared.ghosts if self._prepared is not None else []

    @property
    def baseline(self) -> Baseline | None:
        """What is reached without looking at any feature, where that is drawn."""
        return self._baseline

    def set_baseline(self, baseline: Baseline | None) -> None:
        """A quiet line across the plot: curves have to be better. To be said anew for another axis."""
        if baseline is not None and self.is_log:
            baseline = replace(baseline, y=float(self._value(baseline.y)))
        if baseline != self._baseline:
            self._baseline = baseline
            self.viewport().update()

    def clear_lines(self) -> None:
        """No lines, until the next `show_lines`."""
        self._prepared, self._series, self._notes = None, None, []
        self.viewport().update()

    def show_lines(
        self, lines: Lines, series: Series, notes: Sequence[Note], limits: Limits, ghosts: Sequence[Ghost] = ()
    ) -> None:
        """Call `paint_now` to see them at once."""
        with np.errstate(divide="ignore"):
            low, high = (float(self._value(end)) for end in (limits.low, limits.high))
            self.set_range(0, limits.until, low, high)
            best = [
                (line, self.along.place(lines.lanes[line], float(x)), float(self._value(y)))
                for line, (x, y) in enumerate(zip(*lines.best, strict=True) if lines.best is not None else ())
            ]
            self._prepared = Prepared(
                lines,
                self._points(self.along.points(lines.train, lines.lanes)),
                self._points(self.along.points(lines.test, lines.lanes)),
                bands=[
                    Band(band.line, self._points(self.along.points(band.ends, [lines.lanes[band.line]] * 2)))
                    for band in lines.bands
                ],
                faint=[self._points(self.along.points(points, lines.lanes)) for points in lines.faint or ()],
                best=[(line, x, y) for line, x, y in best if not np.isnan(y)],
                ghosts=[
                    replace(ghost, train=self._points(ghost.train), test=self._points(ghost.test)) for ghost in ghosts
                ],
            )
        self._series, self._notes = series, list(notes)
        self.left.keep_free(low=QFontMetricsF(theme.font("small")).height() if self._prepared.has_zeros else 0.0)
        self.describe(", ".join(ghost.text for ghost in ghosts))
        if self._reading is not None:
            self.show_reading(self._reading.step)

    def _value(self, values: Any) -> Any:
        """As it is drawn, any shape."""
        return np.log10(values) if self.is_log else values

    def _points(self, points: Points) -> Points:
        return replace(points, y=self._value(points.y))

    def paint_now(self) -> None:
        """Asks for one painting: the worker is waiting for it."""
        self.viewport().update()
        # Where axes have changed, the scene has queued a call that paints at once. If it came later, all of the plot
        # would be painted a second time.
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)

    # --- reading off ------------------------------------------------------------------------------------------------

    def show_reading(self, step: float | None) -> None:
        """Every lane's exact values at the evaluation nearest to a step; None takes the reading away."""
        had, self._reading = self._reading, None if step is None else self._read(step)
        if had is not None or self._reading is not None:
            self.viewport().update()

    def _read(self, step: float) -> Reading | None:
        series = self._series
        if series is None or not len(series.history):
            return None
        steps, along = series.history.steps, self.along
        at = int(steps[_nearest(steps, along.step(self.reference, step))])
        place = along.place(self.reference, at)
        # Each where it was when it had come so far; over steps that is one evaluation of all.
        indices = [
            _nearest(steps, along.step(lane, step)) for lane in range(1 if along.is_common else len(series.looks))
        ]
        found = {index: series.values_at(index) for index in set(indices)}
        values = []
        for lane, look in enumerate(series.looks):
            if look.visible:
                train, test = found[indices[0 if along.is_common else lane]]
                is_there = along.is_common or place <= self._reach(lane)
                pair = (train[lane], test[lane]) if is_there else (math.nan, math.nan)
                values.append((look.style, look.name, *pair))
        held = series.history.has_validation
        return Reading(step, at, values, self.written, has_validation=held, title=along.text(place), place=place)

    def _reach(self, lane: int) -> float:
        """How far a lane has come on the axis, and the half of the way to its next point."""
        assert self._series is not None
        steps = self._series.history.steps[-2:]
        *before, last = self.along.places(lane, steps).tolist()
        return float(last + (last - before[0]) / 2 if before else last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        Plot.mouseMoveEvent(self, event)  # moves and zooms the view
        super().mouseMoveEvent(event)

    def spot_at(self, position: QPointF) -> float | None:
        inside = self.view.sceneBoundingRect().contains(position)
        return float(self.view.mapSceneToView(position).x()) if inside else None

    def spot_by_key(self, key: Qt.Key) -> float | None:
        if self._series is None or not len(self._series.history):
            return None
        steps = self._series.history.steps
        last = len(steps) - 1
        before = last if self.spot is None else _nearest(steps, self.along.step(self.reference, self.spot))
        index = moved(before, key, last, (Qt.Key.Key_Left, Qt.Key.Key_Right), by=max(1, last // 100))
        return None if index is None else self.along.place(self.reference, float(steps[index]))

    def told(self, spot: float) -> str:
        reading = self._read(spot)
        if reading is None:
            return ""
        line = (
            QCoreApplication.translate("Plot", "{name}: train {train}, validation {held_out}")
            if reading.has_validation
            else QCoreApplication.translate("Plot", "{name}: train {train}, test {held_out}")
        )
        lanes = [
            line.format(name=name, train=self.written(train), held_out=self.written(test))
            for _, name, train, test in reading.values[:MANY_LINES]
        ]
        return "; ".join([reading.title, *lanes])

    def on_look(self, spot: float | None) -> None:
        self.hovered.emit(spot)

    def has_something(self, seen: QRectF) -> bool:
        """Whether a line, or a piece of one between two of its points, is there."""
        prepared = self._prepared
        if prepared is None:
            return True
        return any(
            _passes(seen, *points.of(line)) for points in (prepared.train, prepared.test) for line in range(len(points))
        )

    # --- painting ---------------------------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        frame = self.view.sceneBoundingRect()
        scale = Scale(self.view.viewRect(), frame)
        painter.save()
        painter.setClipRect(frame)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ghosts = [ghost.text for ghost in self.ghosts] if self.has_legend else []
            endings = self._endings()
            names = [name.room for name in name_places(frame, endings, scale.point)]
            names = draw_legend(painter, frame, ghosts, names) + names
            self._draw_plan(painter, frame, scale)
            if not self._is_empty():
                names = self._draw_levels(painter, frame, scale, names)
            elif hint := self._hint_beside(frame, names):
                names = [*names, hint_place(frame, hint)]
            if self._prepared is not None:
                draw_lines(painter, frame, scale, self._prepared, self.devicePixelRatioF())
            names_from = scale.point(endings[0].x, 0).x() - MARK if endings else None
            draw_notes(painter, frame, self._notes, scale.point, names_from, names)
            self._cut = draw_endings(painter, frame, endings, scale.point)
            if self._reading is not None:
                draw_reading(painter, frame, self._reading, scale.point)
        finally:
            painter.restore()
        self._draw_words(painter, frame)

    def _endings(self) -> list[Ending]:
        """Where the test lines have come to: the one in focus first, then the others, and of each ghost the first."""
        if self._prepared is None:
            return []
        lines, ghosts = self._prepared.lines, self._prepared.ghosts
        test = self._prepared.faint[1] if self._prepared.faint else self._prepared.test
        names = end_names(lines, ghosts)
        result = []
        for line in sorted(range(len(lines.looks)), key=lambda line: line != lines.focus):
            x, y = test.x[line, -1:], test.y[line, -1:]
            measured = lines.measured[1].x[line, -1:]
            if len(x) and measured[0] == lines.newest and not np.isnan(y[0]):
                result.append(Ending(lines.looks[line].style, names[line], float(x[0]), float(y[0])))
        ends = [(ghost.name, *ghost.test.of(0)) for ghost in ghosts if len(ghost.test)]
        return result + [Ending(None, name, float(x[-1]), float(y[-1])) for name, x, y in ends if len(x)]

    def _is_empty(self) -> bool:
        return not self.ghosts and (self._series is None or len(self._series.history) < 2)

    def _hint_beside(self, frame: QRectF, names: Sequence[QRectF]) -> str:
        """What to do, where there is room for it beside the names of lanes."""
        place = hint_place(frame, self.hint)
        return "" if any(place.intersects(name) for name in names) else self.hint

    def _draw_plan(self, painter: QPainter, frame: QRectF, scale: Scale) -> None:
        """Where the run ends, as a thin line: how far it has come is to be seen by how near the curves are."""
        x = scale.point(self.planned, 0).x() if self.planned is not None else math.inf
        if frame.left() < x < frame.right():
            painter.setPen(QPen(QColor(theme.current().border), 1))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    def _draw_levels(self, painter: QPainter, frame: QRectF, scale: Scale, names: list[QRectF]) -> list[QRectF]:
        """names: where words are already; with these there are more."""
        taken = list(names)
        drawn = [scale.points(points) for points in self._prepared.all_lines()] if self._prepared is not None else []
        in_the_way = InTheWay(frame, drawn)
        for level in filter(None, (self._baseline, self.level)):
            words = draw_baseline(painter, frame, scale, level, taken, in_the_way.crosses)
            taken += [words] if words is not None else []
        return taken

    def _draw_words(self, painter: QPainter, frame: QRectF) -> None:
        if self._is_empty():  # the runs of before are something to see, and words would lie across them
            scale = Scale(self.view.viewRect(), frame)
            names = [name.room for name in name_places(frame, self._endings(), scale.point)]
            if hint := self._hint_beside(frame, names):
                draw_hint(painter, frame, hint)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().muted))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if self._axis_caption:
            room = self._caption_room()
            painter.drawText(QRectF(frame.right() - room, frame.bottom() + 4, room - 2, 16), beside, self._axis_caption)
        if self._prepared is not None and self._prepared.has_zeros:
            height = QFontMetricsF(painter.font()).height()
            painter.drawText(QRectF(0, frame.bottom() - height, frame.left() - 3, height), beside, "0")

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            names = [name for place, name in self._cut if place.contains(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), names[0] if names else "", self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCursor(Qt.CursorShape.CrossCursor)


def _passes(seen: QRectF, x: NDArray[np.float64], y: NDArray[Any]) -> bool:
    """Whether a line comes through ``seen``. x, y: (points,)"""
    if not len(x) or x[-1] < seen.left() or x[0] > seen.right():
        return False
    y = np.where(np.isneginf(y), seen.top(), y)  # zeros run along the lower edge of a logarithmic axis
    inside = (seen.left() <= x) & (x <= seen.right())
    heights = np.concatenate([y[inside], np.interp([seen.left(), seen.right()], x, y)])
    return bool(heights.min() <= seen.bottom() and heights.max() >= seen.top())


def _nearest(steps: NDArray[np.int64], step: float) -> int:
    """The index of the evaluation nearest to a step. steps: (points,), growing, at least one."""
    right = int(np.clip(np.searchsorted(steps, step), 1, max(1, len(steps) - 1)))
    if right >= len(steps):
        return 0
    return right - 1 if step - steps[right - 1] <= steps[right] - step else right
