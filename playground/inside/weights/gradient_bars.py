"""Lanes side by side: how large the gradient of the first layer is beside that of the last, on a logarithmic axis."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.painting.notes import MARK, draw_mark
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text
from playground.ui.text.numbers import decade, number

FADED, GROWN = 1e-2, 1e2
"""Beyond these the first layer learns a hundred times slower, or takes steps a hundred times larger, than the last."""
_ROW, _LEAST_ROW = 20.0, 5.0
_CAPTION, _AXIS = 16.0, 15.0
_FEW_ROWS, _MOST_ROWS = 4, 12
"""Up to so many have all the room they want, and more than so many share that of the others."""
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


@record
class LaneRatio:
    """One lane. ``ended``: why it does not train any more, or nothing."""

    name: str
    style: int
    first: float
    last: float
    ended: str = ""

    @property
    def ratio(self) -> float:
        if self.first == 0:
            return 0.0
        return self.first / self.last if self.last else math.inf

    @property
    def verdict(self) -> str:
        """``vanishes``, ``explodes``, or nothing."""
        if self.ratio < FADED:
            return "vanishes"
        return "explodes" if self.ratio > GROWN else ""


class LaneRatios(Lit, PlaceTips, QWidget):
    """A bar from 1 to the left where the gradient fades on its way back, to the right where it grows."""

    lights = "lane"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[LaneRatio, ...] = ()
        self._reach = 3
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def show_lanes(self, lanes: Sequence[LaneRatio]) -> None:
        """In their order, those that can be seen."""
        if len(lanes) != len(self._lanes):
            self.updateGeometry()
        self._lanes = tuple(lanes)
        logs = [abs(math.log10(lane.ratio)) for lane in lanes if 0 < lane.ratio < math.inf]
        self._reach = max(3, math.ceil(max(logs, default=0.0)))
        self.update()

    def lanes(self) -> tuple[LaneRatio, ...]:
        return self._lanes

    def sizeHint(self) -> QSize:
        rows = len(self._lanes)
        return QSize(320, round(_CAPTION + _AXIS + max(_ROW * min(rows, _FEW_ROWS), 13 * min(rows, _MOST_ROWS))))

    def minimumSizeHint(self) -> QSize:
        rows = len(self._lanes)
        return QSize(
            200, round(_CAPTION + _AXIS + 13.0 * min(rows, _FEW_ROWS) + 5.0 * min(max(0, rows - _FEW_ROWS), 16))
        )

    def verdict_text(self, lane: LaneRatio) -> str:
        """In the language on the screen."""
        if lane.ended:
            return lane.ended
        return {"vanishes": self.tr("vanishes"), "explodes": self.tr("explodes")}.get(lane.verdict, "")

    # --- places -----------------------------------------------------------------------------------------------------

    def _row_height(self) -> float:
        room = self.height() - _CAPTION - _AXIS
        return min(max(room / max(1, len(self._lanes)), _LEAST_ROW), _ROW + 4)

    def _columns(self, metrics: QFontMetricsF) -> tuple[float, float]:
        """Where the bars begin and end."""
        names = max((metrics.horizontalAdvance(lane.name) for lane in self._lanes), default=0.0)
        words = max((metrics.horizontalAdvance(self._words(lane)) for lane in self._lanes), default=0.0)
        left = min(names + MARK + 14, 0.32 * self.width())
        return left, self.width() - min(words + 10, 0.4 * self.width())

    def _words(self, lane: LaneRatio) -> str:
        ratio, verdict = number(lane.ratio, 2), self.verdict_text(lane)
        if not verdict:
            return ratio
        return verdict if math.isnan(lane.ratio) else f"{ratio} · {verdict}"

    def lane_at(self, position: QPoint) -> LaneRatio | None:
        """The lane whose row is at a place."""
        row = int((position.y() - _CAPTION) // self._row_height())
        return self._lanes[row] if position.y() >= _CAPTION and 0 <= row < len(self._lanes) else None

    def lit_rect(self) -> QRectF | None:
        row = next((row for row, lane in enumerate(self._lanes) if lane.name == self.lit), None)
        high = self._row_height()
        return None if row is None or len(self._lanes) < 2 else QRectF(0, _CAPTION + row * high, self.width(), high)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lanes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        self.paint_lit(painter)
        left, right = self._columns(metrics)
        high = self._row_height()
        bars = QRectF(left, _CAPTION, right - left, high * len(self._lanes))
        self._paint_axis(painter, bars, metrics)
        for row, lane in enumerate(self._lanes):
            self._paint_lane(painter, QRectF(0, _CAPTION + row * high, self.width(), high), bars, lane, metrics)
        painter.setPen(QColor(theme.current().muted))
        caption = self.tr("First layer’s gradient ÷ last one’s:  ‖∂L/∂W₁‖ / ‖∂L/∂Wₙ‖")
        text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(0, metrics.ascent()), text)
        painter.end()

    def _x(self, bars: QRectF, ratio: float) -> float:
        log = -self._reach if ratio <= 0 else min(max(math.log10(ratio), -self._reach), self._reach)
        return bars.center().x() + log / self._reach * bars.width() / 2

    def _paint_axis(self, painter: QPainter, bars: QRectF, metrics: QFontMetricsF) -> None:
        look = theme.current()
        painter.fillRect(bars, QColor(look.sunken))
        for name, low, high in (("warning", 0.0, FADED), ("danger", GROWN, math.inf)):
            color = look.color(name)
            color.setAlphaF(0.13)
            start = self._x(bars, low)
            painter.fillRect(QRectF(start, bars.top(), self._x(bars, high) - start, bars.height()), color)
        step = max(1, math.ceil(2 * self._reach * 34 / max(bars.width(), 1)))
        for exponent in range(-(self._reach // step) * step, self._reach + 1, step):
            x = round(self._x(bars, 10.0**exponent)) + 0.5
            painter.setPen(QColor(look.border_strong if exponent == 0 else look.grid))
            painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom()))
            painter.setPen(QColor(look.muted))
            text = decade(exponent)
            painter.drawText(
                QPointF(x - metrics.horizontalAdvance(text) / 2, bars.bottom() + metrics.ascent() + 1), text
            )

    def _paint_lane(
        self, painter: QPainter, row: QRectF, bars: QRectF, lane: LaneRatio, metrics: QFontMetricsF
    ) -> None:
        look = theme.current()
        thick = max(3.0, min(10.0, row.height() - 6))
        if not math.isnan(lane.ratio):
            start, end = sorted((self._x(bars, 1.0), self._x(bars, lane.ratio)))
            color = theme.lane_color(lane.style)
            if lane.ended:
                color.setAlphaF(0.35)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            bar = QRectF(start, row.center().y() - thick / 2, max(end - start, 2.0), thick)
            painter.drawRoundedRect(bar, 2, 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.height() < 11:
            return
        draw_mark(painter, lane.style, QPointF(MARK / 2 + 1, row.center().y()))
        painter.setPen(QColor(look.text))
        room = QRectF(MARK + 6, row.top(), bars.left() - MARK - 12, row.height())
        name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _BESIDE, name)
        tone = {"vanishes": look.warning, "explodes": look.danger}.get(lane.verdict, look.text)
        painter.setPen(QColor(look.danger if lane.ended and math.isnan(lane.ratio) else tone))
        room = QRectF(bars.right() + 8, row.top(), self.width() - bars.right() - 8, row.height())
        words = metrics.elidedText(self._words(lane), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _BESIDE, words)

    def tip_at(self, position: QPoint) -> Tip | None:
        lane = self.lane_at(position)
        return None if lane is None else Tip(self.told(lane))

    def told(self, lane: LaneRatio) -> str:
        """The tooltip of a lane: exact numbers, and what they mean."""
        numbers = self.tr("{name}: first layer {first}, last layer {last}, ratio {ratio}").format(
            name=lane.name, first=number(lane.first), last=number(lane.last), ratio=number(lane.ratio)
        )
        meaning = {
            "vanishes": self.tr(
                "The gradient vanishes: on its way back it becomes so small that the first layers hardly learn."
            ),
            "explodes": self.tr(
                "The gradient explodes: on its way back it grows so large that the first layers overshoot."
            ),
        }.get(lane.verdict, self.tr("The first layer learns about as fast as the last."))
        return field_text.wrapped(numbers, "" if math.isnan(lane.ratio) else meaning)
