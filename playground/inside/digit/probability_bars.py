"""How likely each class is, by each lane: a group of bars a class, in the colours of the lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.visible import visible
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.notes import draw_mark
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import percent

MOST_CLASSES: Final = 26
"""Of more classes only the likeliest are shown."""
MOST_LINES: Final = 12
"""Lanes that the card names."""
_LEFT, _TOP = 36, 16
_GAP = 5.0
"""Between the groups."""
_MARK = 7.0


class ProbabilityBars(ReadableCanvas[int]):
    """Upright bars from 0 to 100 %, and each lane's mark above the class that it chooses. A spot is a group of bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.hint = ""
        """What to do while there is nothing to see."""
        self._shares: NDArray[Any] = np.zeros((0, 0), np.float32)
        self._looks: list[LaneLook] = []
        self._classes: tuple[str, ...] = ()
        self._shown: NDArray[np.intp] = np.zeros(0, np.intp)

    def sizeHint(self) -> QSize:
        return QSize(340, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 84)

    def show_shares(self, shares: NDArray[Any], looks: Sequence[LaneLook], classes: Sequence[str]) -> None:
        """shares: (lanes, classes); NaN, or no lanes, where there is nothing to tell. ``looks``: one a lane."""
        self._looks, self._classes = list(looks), tuple(classes)
        finite = np.isfinite(shares).all(axis=1) if shares.size else np.zeros(len(looks), bool)
        self._shares = np.where(finite[:, None], shares, 0) if finite.any() else np.zeros((0, len(classes)), np.float32)
        shown = np.arange(len(classes))
        if len(classes) > MOST_CLASSES and len(self._shares):
            shown = np.sort(np.argsort(-self._shares.max(axis=0), kind="stable")[:MOST_CLASSES])
        self._shown = shown[:MOST_CLASSES]
        self.look_again()

    def is_empty(self) -> bool:
        """Whether no lane says anything."""
        return not len(self._shares)

    def bar(self, lane: int, place: int) -> QRectF:
        """The bar of a lane (of those that are shown) in a group."""
        group = self._group(place)
        width = min(group.width() / max(len(self._shares), 1), 22.0)
        left = group.center().x() + (lane - len(self._shares) / 2) * width
        height = float(self._shares[lane, self._shown[place]]) * group.height()
        gap = 1.0 if width > 3 else 0.0
        return QRectF(left, group.bottom() - height, width - gap, height)

    def reading(self) -> list[tuple[str, float]]:
        """(lane, probability) of the class under the pointer, likeliest first."""
        return [] if self.spot is None or self.is_empty() else self._read(self.spot)

    def _read(self, spot: int) -> list[tuple[str, float]]:
        values = self._shares[:, self._shown[spot]]
        return [(self._looks[lane].name, float(values[lane])) for lane in np.argsort(-values, kind="stable")]

    # --- places -----------------------------------------------------------------------------------------------------

    def _frame(self) -> QRectF:
        below = QFontMetricsF(theme.font("body")).height() + 3
        return QRectF(_LEFT, _TOP, max(self.width() - _LEFT - 2, 1), max(self.height() - _TOP - below, 1))

    def _group(self, place: int) -> QRectF:
        frame = self._frame()
        width = frame.width() / max(len(self._shown), 1)
        gap = min(_GAP, width / 4)
        return QRectF(frame.left() + place * width + gap / 2, frame.top(), width - gap, frame.height())

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        count = len(self._shown)
        if position.x() < _LEFT or not count:
            return None
        spot = int((position.x() - _LEFT) / max(self._frame().width(), 1) * count)
        return spot if spot < count else None

    def spot_by_key(self, key: Qt.Key) -> int | None:
        return moved(self.spot, key, len(self._shown) - 1, (Qt.Key.Key_Left, Qt.Key.Key_Right))

    def is_there(self, spot: int) -> bool:
        return spot < len(self._shown)

    def told(self, spot: int) -> str:
        figures = [] if self.is_empty() else [f"{name} {percent(share)}" for name, share in self._read(spot)]
        return ", ".join([self._classes[self._shown[spot]], *figures])

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self._frame()
        self._paint_paper(painter, frame)
        for place in range(len(self._shown)):
            for lane in range(len(self._shares)):
                bar = self.bar(lane, place)
                if bar.height() > 0.4:
                    painter.fillRect(bar, theme.lane_color(self._looks[lane].style))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_empty():
            draw_hint(painter, frame, self.hint)
        else:
            self._paint_choices(painter)
            self._paint_card(painter)
        painter.end()

    def _paint_paper(self, painter: QPainter, frame: QRectF) -> None:
        look = theme.current()
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        for tick in (0, 50, 100):
            y = round(frame.bottom() - tick / 100 * frame.height()) + 0.5
            painter.setPen(QPen(QColor(look.border_strong if tick == 0 else look.grid), 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(QColor(look.muted))
            beside = QRectF(0, y - metrics.height() / 2, _LEFT - 5, metrics.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{tick}%")
        chosen = set(self._shares.argmax(axis=1).tolist()) if len(self._shares) else set()
        for place, label in enumerate(self._shown.tolist()):
            group = self._group(place)
            if place == self.spot:
                painter.fillRect(group.adjusted(-1, 0, 1, 0), QColor(look.raised))
            painter.setFont(theme.font("body", bold=label in chosen))
            painter.setPen(QColor(look.text if label in chosen else look.muted))
            text = QFontMetricsF(painter.font()).elidedText(
                visible(self._classes[label]), Qt.TextElideMode.ElideRight, group.width() + 2
            )
            below = QRectF(group.left() - 2, group.bottom() + 2, group.width() + 4, self.height() - group.bottom() - 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _paint_choices(self, painter: QPainter) -> None:
        places = {label: place for place, label in enumerate(self._shown.tolist())}
        for lane, label in enumerate(self._shares.argmax(axis=1).tolist()):
            if label in places and self._shares[lane].any():
                bar = self.bar(lane, places[label])
                size = min(_MARK, max(bar.width() + 1, 4.0))
                draw_mark(painter, self._looks[lane].style, QPointF(bar.center().x(), bar.top() - size / 2 - 2), size)

    def _paint_card(self, painter: QPainter) -> None:
        if self.spot is None:
            return
        values = self._shares[:, self._shown[self.spot]]
        order = np.argsort(-values, kind="stable")[:MOST_LINES]
        lines = [
            CardLine(self._looks[lane].name, percent(values[lane]), style=self._looks[lane].style) for lane in order
        ]
        group = self._group(self.spot)
        heading = self._classes[self._shown[self.spot]]
        draw_card(painter, QRectF(self.rect()), QPointF(group.center().x(), group.top()), heading, lines)
