"""How much of the gradient is the penalty's, layer by layer: a bar for the lane in focus, a mark for each lane."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.painting.notes import draw_mark
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text import field_text
from playground.ui.text.numbers import number, percent

DATA, PENALTY = "accent", "positive"
"""The theme's colours of the two forces, here and in the picture of single weights."""
_CAPTION: Final = 18.0
_ROW, _LEAST_ROW = 24.0, 13.0
_MARK = 8.0


@record
class LaneForces:
    """Norms of the gradient of the data loss and of the penalty, for each dense layer."""

    name: str
    style: int
    data: Sequence[float]
    penalty: Sequence[float]
    in_focus: bool

    def share(self, layer: int) -> float:
        """What part of both together the penalty has; NaN where there is nothing."""
        total = self.data[layer] + self.penalty[layer]
        return self.penalty[layer] / total if total > 0 and math.isfinite(total) else math.nan


class PenaltyBars(Lit, PlaceTips, ReadableCanvas[int]):
    """A click, or the arrow keys, choose the layer whose weights are looked at one by one. A spot is a layer."""

    lights = "weights"

    chosen = Signal(object)
    """The index of a layer among the dense ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._lanes: tuple[LaneForces, ...] = ()
        self._names: tuple[str, ...] = ()
        self._chosen = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(340, round(_CAPTION + min(_ROW * self._layers, max(130.0, 16.0 * self._layers))))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, round(_CAPTION + _LEAST_ROW * min(self._layers, 12)))

    def show_lanes(self, lanes: Sequence[LaneForces], chosen: int, names: Sequence[str] = ()) -> None:
        """Those that can be seen; ``chosen`` is the layer looked at; names: of the layers."""
        before, self._names = self._layers, tuple(names)
        if self._layers != before:
            self.updateGeometry()
        self._lanes, self._chosen = tuple(lanes), chosen
        self.look_again()

    @property
    def _layers(self) -> int:
        return len(self._names)

    def lanes(self) -> tuple[LaneForces, ...]:
        return self._lanes

    # --- places -----------------------------------------------------------------------------------------------------

    def row(self, layer: int) -> QRectF:
        """Where a layer is."""
        high = min((self.height() - _CAPTION) / max(1, self._layers), _ROW + 4)
        return QRectF(0, _CAPTION + layer * high, self.width(), high)

    def spot_at(self, position: QPointF) -> int | None:
        rows = map(self.row, range(self._layers))
        return next((layer for layer, row in enumerate(rows) if row.top() <= position.y() < row.bottom()), None)

    def _bar(self, row: QRectF, metrics: QFontMetricsF) -> QRectF:
        names = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        thick = min(12.0, row.height() - 4)
        left, right = names + 16, self.width() - metrics.horizontalAdvance("100%") - 12
        return QRectF(left, row.center().y() - thick / 2, right - left, thick)

    def lit_rect(self) -> QRectF | None:
        row = self.lit_index(self._layers)
        return None if row is None else self.row(row)

    def light(self, lit: int | str | None) -> None:
        """It is chosen, too, so that its weights are to be seen."""
        super().light(lit)
        if isinstance(lit, int):
            self.chosen.emit(lit)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._layers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        self._paint_caption(painter, metrics)
        for layer in range(self._layers):
            self._paint_layer(painter, layer, metrics)
        self.paint_lit(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.drawRoundedRect(self.row(self._chosen).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _paint_caption(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        look, left = theme.current(), 0.0
        for color, text in ((DATA, self.tr("data  ‖∂L/∂W‖")), (PENALTY, self.tr("penalty  ‖λW + λ₁ sign W‖"))):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(color))
            painter.drawRoundedRect(QRectF(left, metrics.height() / 2 - 4, 9, 9), 2, 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(look.muted))
            painter.drawText(QPointF(left + 14, metrics.ascent()), text)
            left += 14 + metrics.horizontalAdvance(text) + 16

    def _paint_layer(self, painter: QPainter, layer: int, metrics: QFontMetricsF) -> None:
        look, row = theme.current(), self.row(layer)
        if layer in (self._chosen, self.spot):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft if layer == self._chosen else look.raised))
            painter.drawRoundedRect(row.adjusted(0, 0.5, 0, -0.5), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.setPen(QColor(look.text))
        name = self._names[layer]
        painter.drawText(row.adjusted(6, 0, 0, 0), flags | Qt.AlignmentFlag.AlignLeft, name)
        bar = self._bar(row, metrics)
        painter.fillRect(bar, QColor(look.sunken))
        focus = next((lane for lane in self._lanes if lane.in_focus), None)
        share = focus.share(layer) if focus is not None else math.nan
        text = "–"
        if not math.isnan(share):
            middle = bar.left() + bar.width() * (1 - share)
            painter.fillRect(QRectF(bar.left(), bar.top(), middle - bar.left(), bar.height()), look.color(DATA))
            painter.fillRect(QRectF(middle, bar.top(), bar.right() - middle, bar.height()), look.color(PENALTY))
            text = percent(share, 0)
        painter.setPen(QColor(look.muted))
        painter.drawText(row.adjusted(0, 0, -6, 0), flags | Qt.AlignmentFlag.AlignRight, text)
        if len(self._lanes) > 1:
            for lane in sorted(self._lanes, key=lambda lane: lane.in_focus):
                if not math.isnan(lane.share(layer)):
                    at = QPointF(bar.left() + bar.width() * (1 - lane.share(layer)), bar.center().y())
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(look.surface))
                    painter.drawEllipse(at, _MARK * 0.75, _MARK * 0.75)
                    draw_mark(painter, lane.style, at, _MARK)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _choose(self, layer: int) -> None:
        if 0 <= layer < self._layers and layer != self._chosen:
            self.chosen.emit(layer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layer = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and layer is not None:
            self._choose(layer)

    def on_look(self, spot: int | None) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose(self._chosen + (1 if event.key() == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)

    def tip_at(self, position: QPoint) -> Tip | None:
        layer = self.spot_at(QPointF(position))
        return None if layer is None else Tip(self.norms(layer), self.row(layer).toRect())

    def norms(self, layer: int) -> str:
        """The tooltip of a layer: exact norms of every lane."""
        template = self.tr("{name}: data {data}, penalty {penalty}, {share} penalty")
        lines = [
            template.format(
                name=lane.name,
                data=number(lane.data[layer]),
                penalty=number(lane.penalty[layer]),
                share=percent(lane.share(layer)),
            )
            for lane in self._lanes
        ]
        return "".join(field_text.wrapped(line) for line in [self._names[layer], *lines])
