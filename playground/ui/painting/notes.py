"""What is drawn over curves: marks of lanes, notes of what happened, and the reading under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.records import record
from playground.ui.look import theme
from playground.ui.text.numbers import count

ToScene = Callable[[float, float], QPointF]
MARK = 7.0
"""Size of a lane's mark, in pixels."""
_SAMPLE = 18.0
"""Length of the piece of line in a legend."""
_LONGEST = 40
"""Letters of a name beside its values."""


@record
class Note:
    """Something that happened at a step: a setting changed, or something to the lane of this ``style``."""

    step: float
    text: str
    style: int | None = None


@record
class Reading:
    """Exact values at one evaluation: (style, name, train, test) for each lane, or validation in the place of test."""

    step: float
    at: int
    values: Sequence[tuple[int, str, float, float]]
    written: Callable[[float], str]
    """How a value is put into words."""
    has_validation: bool = False
    title: str = ""
    """Where on the time axis it is."""
    place: float | None = None
    """That as a number, where it is not the step."""


def draw_mark(painter: QPainter, style: int, at: QPointF, size: float = MARK) -> None:
    """A lane's symbol in its colour, centred."""
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    painter.fillPath(theme.lane_symbol_path(style), theme.lane_color(style))
    painter.restore()


def draw_legend(painter: QPainter, frame: QRectF, texts: Sequence[str], names: Sequence[QRectF] = ()) -> list[QRectF]:
    """What the lines are that are no lane's: in the upper right, where a falling curve leaves room, and beside names
    that stand in the left half.

    Nothing is behind the words, so that they never hide a line: draw them before the lines.
    Returns where they are.
    """
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    places = []
    for row, text in enumerate(texts):
        baseline = frame.top() + 2 + metrics.ascent() + row * metrics.height()
        line = QRectF(frame.left(), baseline - metrics.ascent(), frame.width() / 2, metrics.height())
        begins = max([name.right() for name in names if name.intersects(line)], default=frame.left())
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, frame.right() - begins - _SAMPLE - 3 * MARK)
        left = frame.right() - MARK - metrics.horizontalAdvance(words) - MARK - _SAMPLE
        middle = baseline - metrics.ascent() + metrics.height() / 2
        painter.setPen(theme.ghost_pen())
        painter.drawLine(QPointF(left, middle), QPointF(left + _SAMPLE, middle))
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(QPointF(left + _SAMPLE + MARK, baseline), words)
        places.append(QRectF(left, baseline - metrics.ascent(), frame.right() - left, metrics.height()))
    return places


def mark_color(style: int | None) -> QColor:
    """A lane's, or that of what is no lane."""
    return QColor(theme.current().muted) if style is None else theme.lane_color(style)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights as near as can be to those wanted, at least ``gap`` apart, between low and high."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    floor = low
    for index in order:
        placed[index] = max(wanted[index], floor)
        floor = placed[index] + gap
    ceiling = high
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - gap
    return placed


def draw_notes(
    painter: QPainter,
    frame: QRectF,
    notes: Sequence[Note],
    to_scene: ToScene,
    right: float | None = None,
    names: Sequence[QRectF] = (),
) -> None:
    """A dotted line at each step where something happened, its text at the top, one under the other.

    right: where names begin, which the texts leave alone; names: where they and other words are. A text that finds no
    room is left out, for words over words say nothing.
    """
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    rows = max(1, int((frame.height() - 3) / metrics.height()))
    limit = frame.right() if right is None else min(right, frame.right())
    row, taken = -1, list(names)
    for note in notes:
        color = mark_color(note.style)
        x = to_scene(note.step, 0).x()
        painter.setPen(QPen(color, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        if not note.text:
            continue
        width = metrics.horizontalAdvance(note.text) + (0 if note.style is None else MARK + 5)
        left = x + 5 if x + 5 + width <= limit else min(x, limit) - 5 - width
        left = max(left, frame.left() + 5)
        first = QRectF(left, frame.top() + 3, width, metrics.height())
        free = _free_row(first, row + 1, rows, taken)
        if free is None:
            continue
        row = free
        taken.append(first.translated(0, row % rows * metrics.height()).adjusted(0, 1, 0, -1))
        baseline = frame.top() + metrics.ascent() + 3 + row % rows * metrics.height()
        if note.style is not None:
            draw_mark(painter, note.style, QPointF(left + MARK / 2, baseline - metrics.ascent() / 2 + 1))
            left += MARK + 5
        painter.setPen(color)
        painter.drawText(QPointF(left, baseline), note.text)


def _free_row(first: QRectF, row: int, rows: int, names: Sequence[QRectF]) -> int | None:
    """The next row in which a text meets no other, if there is one. first: the text in row 0."""
    for candidate in range(row, row + rows):
        text = first.translated(0, candidate % rows * first.height())
        if not any(text.intersects(name) for name in names):
            return candidate
    return None


def draw_reading(painter: QPainter, frame: QRectF, reading: Reading, to_scene: ToScene) -> None:
    """A line at the step, and a card with every lane's training and test value."""
    look = theme.current()
    x = to_scene(reading.at if reading.place is None else reading.place, 0).x()
    painter.setPen(QPen(QColor(look.border_strong), 1))
    painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    header = [reading.title or _tr("step {step}").format(step=count(reading.at)), _tr("train")]
    header.append(_tr("validation" if reading.has_validation else "test"))
    lines = [[_short(name), *map(reading.written, values)] for _, name, *values in reading.values]
    room = max(1, int((frame.height() - 12) / metrics.height()) - 1)
    more = len(lines) - room + 1 if len(lines) > room else 0
    shown = lines[: len(lines) - more]
    rows = [header, *shown]
    if more:
        rows.append([_tr("and {count} more").format(count=more), "", ""])
    widths = [max(metrics.horizontalAdvance(row[column]) for row in rows) for column in range(3)]
    pad, mark = 8.0, MARK + 6
    width = sum(widths) + 2 * pad + mark + 24
    left = x + 10 if x + 10 + width < frame.right() else x - 10 - width
    card = QRectF(left, frame.top() + 4, width, len(rows) * metrics.height() + 8)
    painter.setPen(QPen(QColor(look.border_strong), 1))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(card, 6, 6)
    for index, row in enumerate(rows):
        baseline = card.top() + 4 + metrics.ascent() + index * metrics.height()
        if 0 < index <= len(shown):
            style = reading.values[index - 1][0]
            draw_mark(painter, style, QPointF(left + pad + MARK / 2, baseline - metrics.ascent() / 2 + 1))
        painter.setPen(QColor(look.text if index else look.muted))
        painter.drawText(QPointF(left + pad + mark, baseline), row[0])
        right = left + pad + mark + widths[0]
        for column in (1, 2):
            right += 12 + widths[column]
            painter.drawText(QPointF(right - metrics.horizontalAdvance(row[column]), baseline), row[column])


def _short(name: str) -> str:
    """With its beginning and its end: what tells branches apart stands there."""
    half = _LONGEST // 2
    return name if len(name) <= _LONGEST else f"{name[: half - 1]}…{name[-half:]}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plot", text)
