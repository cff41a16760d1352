"""The names of lanes at the ends of their lines, none over another: led to them, or side by side with their marks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.records import record
from playground.ui.look import theme
from playground.ui.painting.notes import MARK, ToScene, draw_mark, mark_color, spread

_BESIDE_MARK: Final = MARK + 3
_LEADER_FROM: Final = 4.0
"""Pixels between a line's end and its name, from which on a thin line leads from one to the other."""
_BETWEEN: Final = 8.0
"""Pixels between names beside each other."""


@record
class Ending:
    """The newest point of a test curve. ``style``: the lane's colour and mark; None where it is no lane's.

    The name may be empty.
    """

    style: int | None
    name: str
    x: float
    y: float


class Name(NamedTuple):
    """Where one is written. ``has_mark``: that of its lane stands before it, for there is no way for a thin line."""

    room: QRectF
    ending: Ending
    has_mark: bool


def draw_endings(
    painter: QPainter, frame: QRectF, endings: Sequence[Ending], to_scene: ToScene
) -> list[tuple[QRectF, str]]:
    """A mark where each lane has come to, and its name beside it; names make room for one another.

    A lane that has left the frame has no mark, which would stand at a value that is none, but an arrow to where it is.
    A name that had to move away from its line is led to it by a thin one of its colour.

    Where there is no room for all names, the first ones are there. Returns where a name is cut short, and the name.
    """
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    for ending in reversed(endings):
        at = _end_of(ending, frame, to_scene)
        if at is not None and ending.style is not None and not _arrow(at, frame):
            draw_mark(painter, ending.style, at)
    cut = []
    for room, ending, has_mark in name_places(frame, endings, to_scene):
        left, middle = room.left(), room.center().y()
        at = _end_of(ending, frame, to_scene)
        if has_mark and ending.style is not None:
            draw_mark(painter, ending.style, QPointF(left + MARK / 2, middle))
            left += _BESIDE_MARK
        elif at is not None and not _arrow(at, frame) and abs(at.y() - middle) > _LEADER_FROM:
            leader = QColor(mark_color(ending.style))
            leader.setAlphaF(0.6)
            painter.setPen(QPen(leader, 1))
            painter.drawLine(QPointF(at.x() + MARK / 2 + 1, at.y()), QPointF(left - 2, middle))
        written = _written(ending, frame, to_scene)
        text = metrics.elidedText(written, Qt.TextElideMode.ElideRight, room.right() - left)
        if text != written:
            cut.append((room, ending.name))
        painter.setPen(mark_color(ending.style))
        painter.drawText(QPointF(left, middle + metrics.ascent() / 2 - 1), text)
    return cut


def name_places(frame: QRectF, endings: Sequence[Ending], to_scene: ToScene) -> list[Name]:
    """Where `draw_endings` writes each name: as wide as it is, or as there is room for.

    One below the other, each as near as can be to its line; where the plot is too low for that, several beside each
    other, those of neighbouring lines in a row.
    """
    ends = [(_end_of(ending, frame, to_scene), ending) for ending in endings]
    line = QFontMetricsF(theme.font("small")).height()
    told = [(at, ending, _written(ending, frame, to_scene)) for at, ending in ends if at is not None]
    seen = [(at, ending, _wide(text)) for at, ending, text in told if text]
    rows = max(1, int(frame.height() / line))
    left = max((at.x() for at, *_ in seen), default=0.0) + _BESIDE_MARK
    for columns in range(math.ceil(len(seen) / rows), 1, -1):
        names = _beside(frame, seen[: rows * columns], left, columns, line)
        if all(name.room.right() <= frame.right() for name in names):
            return names
    seen = seen[:rows]
    heights = spread([at.y() for at, *_ in seen], line, frame.top() + line / 2, frame.bottom() - line / 2)
    result = []
    for (at, ending, width), height in zip(seen, heights, strict=True):
        left = at.x() + _BESIDE_MARK
        room = QRectF(left, height - line / 2, min(width, frame.right() - left), line)
        result.append(Name(room, ending, has_mark=False))
    return result


def _beside(
    frame: QRectF, seen: Sequence[tuple[QPointF, Ending, float]], left: float, columns: int, line: float
) -> list[Name]:
    """In rows of so many, from the highest line to the lowest."""
    from_above = sorted(seen, key=lambda end: end[0].y())
    rows = [from_above[first : first + columns] for first in range(0, len(from_above), columns)]
    wanted = [sum(at.y() for at, *_ in row) / len(row) for row in rows]
    heights = spread(wanted, line, frame.top() + line / 2, frame.bottom() - line / 2)
    names = []
    for column in range(columns):
        own = [(row[column], height) for row, height in zip(rows, heights, strict=True) if column < len(row)]
        wide = _BESIDE_MARK + max(width for (*_, width), _ in own)
        for (_, ending, width), height in own:
            room = QRectF(left, height - line / 2, _BESIDE_MARK + width, line)
            names.append(Name(room, ending, has_mark=True))
        left += wide + _BETWEEN
    return names


def names_width(names: Iterable[str], height: float = math.inf) -> float:
    """How many pixels the ends of lines need for their marks and these names, in a plot of that height."""
    wide = sorted((_wide(name) + 1 for name in names if name), reverse=True)
    rows = max(1.0, height // QFontMetricsF(theme.font("small")).height())
    columns = 1 if math.isinf(rows) else math.ceil(len(wide) / rows)
    if columns < 2:
        return _BESIDE_MARK + max(wide, default=0.0)
    return _BESIDE_MARK + sum(_BESIDE_MARK + width + _BETWEEN for width in wide[:columns])


def _wide(text: str) -> float:
    return math.ceil(QFontMetricsF(theme.font("small")).horizontalAdvance(text)) + 1


def _written(ending: Ending, frame: QRectF, to_scene: ToScene) -> str:
    """The name, and an arrow before it where the lane has left the frame."""
    return " ".join(filter(None, [_arrow(to_scene(ending.x, ending.y), frame), ending.name]))


def _arrow(at: QPointF, frame: QRectF) -> str:
    """To where a place lies outside of the frame; empty inside."""
    return "↑" if at.y() < frame.top() - 1 else "↓" if at.y() > frame.bottom() + 1 else ""


def _end_of(ending: Ending, frame: QRectF, to_scene: ToScene) -> QPointF | None:
    """Where it is, be it above or below the frame; None where its step is out of sight."""
    at = to_scene(ending.x, ending.y)
    if not frame.left() - 1 <= at.x() <= frame.right():
        return None
    return at
