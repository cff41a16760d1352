"""Held-out pictures as they were moved, with what the lane in focus says, and the accuracy of each lane."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.inspectors.answers.moved import Moved
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.notes import draw_mark
from playground.ui.painting.picture_images import rgb_image, rgb_of
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import percent

_SIDE: Final = 44.0
_WORDS: Final = 16.0
_GAP: Final = 6.0
_LINE: Final = 24.0
_MARK: Final = 22.0


class Spot(NamedTuple):
    """A picture, or, with ``is_lane``, a lane's bar."""

    is_lane: bool
    place: int


class MovedCanvas(ReadableCanvas[Spot]):
    """A bar a lane, full at 100 %, with a stroke where it is with the same rows as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.found: Moved | None = None
        self._looks: list[LaneLook] = []
        self._lanes: list[int] = []
        self._classes: tuple[str, ...] = ()
        self._images: list[QImage] = []

    def sizeHint(self) -> QSize:
        return QSize(380, 240)

    def show_moved(self, found: Moved, looks: list[LaneLook], classes: tuple[str, ...]) -> None:
        """looks: of all lanes, of which those are shown that can be seen."""
        if self.found is None or found.pictures is not self.found.pictures:
            shares = found.pictures if found.pictures.shape[-1] == 3 else found.pictures[..., 0]
            self._images = [rgb_image(rgb_of(picture)) for picture in shares]
        self.found, self._looks, self._classes = found, looks, classes
        self._lanes = [lane for lane, look in enumerate(looks) if look.visible or lane == found.focus]
        self.setMinimumHeight(round(self._pictures_top() + _SIDE + _WORDS))
        self.look_again()

    # --- where ------------------------------------------------------------------------------------------------------

    def _columns(self) -> int:
        return max(1, int((self.width() + _GAP) // (_SIDE + _GAP)))

    def _count(self) -> int:
        """Pictures for which there is room, in whole lines."""
        lines = int((self.height() - self._pictures_top() + _GAP) // (_SIDE + _WORDS + _GAP))
        return min(len(self._images), max(1, lines) * self._columns())

    def _pictures_top(self) -> float:
        return len(self._lanes) * _LINE + _GAP

    def _picture(self, place: int) -> QRectF:
        row, column = divmod(place, self._columns())
        top = self._pictures_top() + row * (_SIDE + _WORDS + _GAP)
        return QRectF(column * (_SIDE + _GAP), top, _SIDE, _SIDE)

    def _line(self, place: int) -> QRectF:
        return QRectF(0, place * _LINE, self.width(), _LINE)

    def _bar(self, place: int) -> QRectF:
        line = self._line(place)
        left = _MARK + min(line.width() * 0.32, 150.0)
        return QRectF(left, line.top() + 6, max(line.width() - left - 96, 20.0), _LINE - 12)

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> Spot | None:
        for place in range(self._count()):
            if self._picture(place).adjusted(0, 0, 0, _WORDS).contains(position):
                return Spot(False, place)
        return next((Spot(True, i) for i in range(len(self._lanes)) if self._line(i).contains(position)), None)

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        """Left and right over the pictures, up and down over the lanes."""
        for is_lane, last, keys in (
            (False, self._count() - 1, (Qt.Key.Key_Left, Qt.Key.Key_Right)),
            (True, len(self._lanes) - 1, (Qt.Key.Key_Up, Qt.Key.Key_Down)),
        ):
            if key in keys:
                now = self.spot.place if self.spot is not None and self.spot.is_lane == is_lane else None
                place = moved(now, key, last, keys)
                return None if place is None else Spot(is_lane, place)
        return None

    def is_there(self, spot: Spot) -> bool:
        return spot.place < (len(self._lanes) if spot.is_lane else self._count())

    def told(self, spot: Spot) -> str:
        assert self.found is not None
        if spot.is_lane:
            lane = self._lanes[spot.place]
            words = self.tr("{lane}: {accuracy} of the rows as they were moved, {still} of the same rows as they are")
            return words.format(
                lane=self._looks[lane].name,
                accuracy=_share(self.found.accuracy[lane]),
                still=_share(self.found.still[lane]),
            )
        answer, label = self.found.answers[spot.place], self.found.labels[spot.place]
        words = self.tr("It is {label}; {lane} says {answer}")
        return words.format(label=self._name(label), lane=self._looks[self.found.focus].name, answer=self._name(answer))

    def tip(self, spot: Spot) -> str:
        return self.told(spot)

    def tip_place(self, spot: Spot) -> QPointF:
        return (self._line(spot.place) if spot.is_lane else self._picture(spot.place)).bottomLeft()

    def _name(self, index: int) -> str:
        return self._classes[index] if 0 <= index < len(self._classes) else self.tr("no answer")

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        for place in range(self._count()):
            self._paint_picture(painter, place)
        for place in range(len(self._lanes)):
            self._paint_lane(painter, place)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: int) -> None:
        assert self.found is not None
        look, rect, image = theme.current(), self._picture(place), self._images[place]
        size = image.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRectF(0, 0, size.width(), size.height())
        shown.moveCenter(rect.center())
        painter.drawImage(shown, image)
        is_read = self.spot == Spot(False, place)
        painter.setPen(QPen(look.color("accent" if is_read else "border"), 2 if is_read else 1))
        painter.drawRect(shown)
        answer, label = int(self.found.answers[place]), int(self.found.labels[place])
        is_right = answer == label
        words = self._name(answer) if is_right else f"{self._name(label)} → {self._name(answer)}"
        painter.setFont(theme.font("small", bold=not is_right))
        painter.setPen(QColor(look.muted if is_right else look.danger))
        room = rect.width() + _GAP
        text = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        below = QRectF(rect.left() - _GAP / 2, rect.bottom() + 1, room, _WORDS)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_lane(self, painter: QPainter, place: int) -> None:
        assert self.found is not None
        look, lane = theme.current(), self._lanes[place]
        line, bar, style = self._line(place), self._bar(place), self._looks[lane].style
        accuracy, still = float(self.found.accuracy[lane]), float(self.found.still[lane])
        draw_mark(painter, style, QPointF(8, line.center().y()))
        painter.setFont(theme.font("small", bold=lane == self.found.focus))
        painter.setPen(QColor(look.text))
        room = QRectF(_MARK, line.top(), bar.left() - _MARK - 6, line.height())
        name = QFontMetricsF(painter.font()).elidedText(
            self._looks[lane].name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.fillRect(bar, look.color("sunken"))
        if np.isfinite(accuracy):
            full = QRectF(bar.left(), bar.top(), bar.width() * accuracy, bar.height())
            painter.fillRect(full, theme.lane_color(style))
        if np.isfinite(still):
            x = bar.left() + bar.width() * still
            painter.setPen(QPen(look.color("text"), 2))
            painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3))
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(look.text))
        figures = QRectF(bar.right() + 6, line.top(), line.right() - bar.right() - 6, line.height())
        text = self.tr("{accuracy} / {still}").format(accuracy=_share(accuracy), still=_share(still))
        painter.drawText(figures, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


def _share(value: float) -> str:
    return percent(float(value)) if np.isfinite(value) else "–"
