"""The values of every layer as a row: where they lie, mean and standard deviation, and how many are stuck."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.inside.lit import Lit
from playground.inside.signals.histogram import Strip, draw_values
from playground.ui.look import theme
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.readable import ReadableCanvas, moved, plain
from playground.ui.text.field_text import escaped
from playground.ui.text.numbers import number, percent

MUCH: Final = 0.3
"""A share of stuck values or units from which on it is in the colour of a warning."""
_LEAST, _MOST = 22.0, 44.0
"""Pixels: height of a row."""
_HEADER: Final = 17.0
_RIGHT_MIDDLE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_GAP: Final = 8.0
_RIGHT: Final = 4.0
_BAR: Final = 30.0
_MARK: Final = 12.0


class SignalStrips(Lit, ReadableCanvas[int]):
    """Zero is in the middle of all strips, which are each as wide as their values, or all alike. A spot is a row."""

    lights = "layer"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._strips: tuple[Strip, ...] = ()
        self._names: tuple[str, ...] = ()
        self._is_same_scale = False
        self._widths = (0.0, 0.0, 0.0)
        self._top = 0
        self.hint = ""
        """What to say while there is nothing to see."""

    @property
    def strips(self) -> tuple[Strip, ...]:
        return self._strips

    def show_strips(self, strips: Sequence[Strip]) -> None:
        """From the input side down."""
        self._strips = tuple(strips)
        names = tuple(strip.name for strip in strips)
        if names != self._names:
            self._names, self._widths = names, (0.0, 0.0, 0.0)
            self.updateGeometry()
        self._widen()
        self.look_again()

    def set_top(self, top: int) -> None:
        """How far rows are scrolled: the line that says what the columns are stays above them."""
        self._top = top
        self.update()

    def set_same_scale(self, is_same: bool) -> None:
        """Whether all strips have one scale, which shows their sizes, or each its own, which shows their shapes."""
        self._is_same_scale = is_same
        self.update()

    def _widen(self) -> None:
        """Columns grow with their numbers, but do not shrink again: numbers that change must not make them dance."""
        small = QFontMetricsF(theme.font("small"))
        texts = [*(_moments(strip) for strip in self._strips), "−0.00 ± 0.00"]
        words = [strip.stuck_word for strip in self._strips if strip.stuck_word]
        stuck = max((small.horizontalAdvance(word) for word in words), default=0.0)
        wanted = (
            max((small.horizontalAdvance(name) for name in self._names), default=0.0) + _MARK,
            max(small.horizontalAdvance(text) for text in texts),
            max(stuck, _BAR + 4 + small.horizontalAdvance("100%")) if words else 0.0,
        )
        label, moments, stuck = (max(pair) for pair in zip(self._widths, wanted, strict=True))
        self._widths = (label, moments, stuck)

    # --- places -----------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.height_of(len(self._strips)))

    def height_of(self, rows: int) -> int:
        """The least height of so many of them, with the line above."""
        return math.ceil(_HEADER + _LEAST * rows)

    def row_rect(self, row: int) -> QRectF:
        """Where a row is."""
        room = (self.height() - _HEADER) / max(len(self._strips), 1)
        height = min(max(room, _LEAST), _MOST)
        return QRectF(0, _HEADER + row * height, self.width(), height)

    def lit_rect(self) -> QRectF | None:
        row = self.lit_index(len(self._strips))
        return None if row is None else self.row_rect(row)

    def strip_rect(self, row: int) -> QRectF:
        """Where the values of a row are drawn."""
        label, moments, stuck = self._widths
        right = _RIGHT + moments + _GAP + (stuck + _GAP if stuck else 0)
        return self.row_rect(row).adjusted(label + _GAP, 2, -right, -3)

    def spot_at(self, position: QPointF) -> int | None:
        return next((row for row in range(len(self._strips)) if self.row_rect(row).contains(position)), None)

    # --- reading off ------------------------------------------------------------------------------------------------

    def reading(self) -> str:
        """The figures of the row under the pointer, as rich text; empty while there is none."""
        return "" if self.spot is None else self.tip(self.spot)

    def tip(self, spot: int) -> str:
        strip = self._strips[spot]
        figures = [
            (self.tr("mean"), number(strip.mean, 4)),
            (self.tr("standard deviation"), number(strip.std, 4)),
            (self.tr("lowest"), number(strip.low, 4)),
            (self.tr("highest"), number(strip.high, 4)),
        ]
        if not math.isnan(strip.stuck):
            figures.append((strip.stuck_word, percent(strip.stuck)))
        if strip.other is not None:
            other = f"{number(strip.other.mean, 4)} ± {number(strip.other.std, 4)}"
            figures.append((self.tr("{lane}: mean ± std").format(lane=strip.other.name), other))
        rows = "".join(
            f'<tr><td>{escaped(name)}</td><td align="right">&nbsp;&nbsp;{value}</td></tr>' for name, value in figures
        )
        note = f'<div style="color: {theme.current().muted}">{escaped(strip.stuck_help)}</div>'
        return f"<b>{escaped(strip.name)}</b><table>{rows}</table>{note if strip.stuck_help else ''}"

    def tip_place(self, spot: int) -> QPointF:
        return self.strip_rect(spot).bottomLeft()

    def told(self, spot: int) -> str:
        return plain(self.tip(spot))

    def is_there(self, spot: int) -> bool:
        return spot < len(self._strips)

    def spot_by_key(self, key: Qt.Key) -> int | None:
        return moved(self.spot, key, len(self._strips) - 1, (Qt.Key.Key_Up, Qt.Key.Key_Down))

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        if not self._strips:
            draw_hint(painter, QRectF(self.rect()), self.hint)
        else:
            self.paint_lit(painter)
            common = max(strip.reach for strip in self._strips)
            seen = QRectF(event.rect())
            for row, strip in enumerate(self._strips):
                if self.row_rect(row).intersects(seen):
                    self._draw_row(painter, row, strip, common if self._is_same_scale else strip.reach)
            painter.translate(0, self._top)
            self._draw_header(painter)
        painter.end()

    def _draw_header(self, painter: QPainter) -> None:
        if self._top:
            painter.fillRect(QRectF(0, 0, self.width(), _HEADER), QColor(theme.current().window))
        painter.setPen(QColor(theme.current().muted))
        strip, right = self.strip_rect(0), self.width() - _RIGHT
        top = QRectF(0, 0, right, _HEADER - 2)
        stuck = self._widths[2]
        if stuck:
            words = dict.fromkeys(strip.stuck_word for strip in self._strips if strip.stuck_word)
            text = next(iter(words)) if len(words) == 1 else self.tr("stuck")
            painter.drawText(top, _RIGHT_MIDDLE, text)
            right -= stuck + _GAP
        painter.drawText(QRectF(0, 0, right, top.height()), _RIGHT_MIDDLE, self.tr("mean ± std"))
        if self._is_same_scale:
            reach = max(strip.reach for strip in self._strips)
            ends = QRectF(strip.left(), 0, strip.width(), top.height())
            painter.drawText(ends, _RIGHT_MIDDLE, f"±{number(reach, 2)}")
        zero = QRectF(strip.center().x() - 20, 0, 40, top.height())
        painter.drawText(zero, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, "0")

    def _draw_row(self, painter: QPainter, row: int, strip: Strip, reach: float) -> None:
        look, rect, place = theme.current(), self.row_rect(row), self.strip_rect(row)
        color = look.color(strip.kind)
        if row == self.spot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.raised))
            painter.drawRoundedRect(rect.adjusted(0, 0.5, 0, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(0, rect.center().y() - 7, 4, 14), 2, 2)
        painter.setPen(QColor(look.text))
        painter.drawText(rect.adjusted(_MARK - 2, 0, 0, 0), _LEFT_MIDDLE, strip.name)
        draw_values(painter, place, strip, reach, says_reach=not self._is_same_scale)
        _, moments, stuck = self._widths
        painter.setPen(QColor(look.text))
        box = QRectF(place.right() + _GAP, rect.top(), moments, rect.height())
        painter.drawText(box, _RIGHT_MIDDLE, _moments(strip))
        if not math.isnan(strip.stuck):
            self._draw_stuck(painter, QRectF(box.right() + _GAP, rect.top(), stuck, rect.height()), strip)

    def _draw_stuck(self, painter: QPainter, box: QRectF, strip: Strip) -> None:
        look = theme.current()
        is_much = strip.stuck >= MUCH
        bar = QRectF(box.left(), box.center().y() - 3, _BAR, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.border))
        painter.drawRoundedRect(bar, 3, 3)
        if strip.stuck > 0:
            painter.setBrush(QColor(look.warning if is_much else look.muted))
            bar.setWidth(max(bar.width() * min(strip.stuck, 1.0), 3.0))
            painter.drawRoundedRect(bar, min(3.0, bar.width() / 2), 3)
        painter.setPen(QColor(look.warning if is_much else look.text))
        painter.setFont(theme.font("small", bold=is_much))
        painter.drawText(box, _RIGHT_MIDDLE, percent(strip.stuck, 0))
        painter.setFont(theme.font("small"))


def _moments(strip: Strip) -> str:
    return f"{number(strip.mean, 2, padded=True)} ± {number(strip.std, 2, padded=True)}"
