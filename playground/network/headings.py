"""Where the words above the columns stand: each column's layers in a few lines, each word a thing to press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from engine.records import record
from playground.network.labels import Label
from playground.network.scene.layout import Placed
from playground.ui.look import theme

MOST: Final = 3
"""Lines above a column."""
_UNITS: Final = 72.0
"""Pixels that stay for the units, where words can be left out for that: the list of layers has them too."""
_APART: Final = 7.0
"""Pixels between the words of two columns, at least."""
_LEAST_APART: Final = 5.0
"""The same where each has its own slot."""
_ASKEW: Final = 10.0
"""So far from the middle of their column words may stand, where others are in the way."""
_BETWEEN: Final = " · "
_AS_IT_IS: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
"""A word has the room that it was measured for: on paper, where the font may be a wider one, nothing is cut off."""


@record
class Word:
    """A label at its place; ``text`` may be shorter than the label's."""

    rect: QRectF
    text: str
    label: Label
    column: int


def line_height() -> float:
    """Of one line of words."""
    return QFontMetricsF(theme.font("small")).height() + 1


def most_lines(height: float, most: int = MOST) -> int:
    """How many lines there may be in a drawing of this height."""
    return max(1, min(most, int((height - _UNITS) / line_height())))


def lines_of(labels: Sequence[Label], width: float, most: int = MOST) -> list[list[Label]]:
    """The labels of a column, as many beside each other as there is room for, at most so many lines."""
    metrics, bold = QFontMetricsF(theme.font("small")), QFontMetricsF(theme.font("small", bold=True))
    lines: list[list[Label]] = []
    used = 0.0
    for label in (label for label in labels if label.is_head or _shortest(label, metrics) <= width):
        wide = (bold if label.is_head else metrics).horizontalAdvance(label.text)
        between = metrics.horizontalAdvance(_BETWEEN)
        fits = bool(lines) and not lines[-1][0].is_head and used + between + wide <= width
        if fits:
            lines[-1].append(label)
            used += between + wide
        elif len(lines) < most:
            lines.append([label])
            used = wide
    return lines


def _shortest(label: Label, metrics: QFontMetricsF) -> float:
    """What it needs at least: two letters of a word say nothing, and the layer list says it all."""
    return min(metrics.horizontalAdvance(text) for text in (label.text, *label.shorter))


def words_of(
    columns: Sequence[Sequence[Label]], placed: Sequence[Placed], room: QRectF, most: int = MOST
) -> list[Word]:
    """room: that of all headings; most: lines above a column."""
    high = line_height()
    found: list[Word] = []
    if most > 1 and (natural := _two_lines(columns, placed, room)) is not None:
        return natural
    most = _worth(columns, placed, room, most)
    columns = _alike(columns, placed, room)
    for labels, column, (left, right) in zip(columns, placed, slots(placed, room), strict=True):
        for index, line in enumerate(lines_of(labels, right - left, most)):
            slot = QRectF(left, room.top() + index * high, right - left, high)
            found += _line(line, column.rect.center().x(), slot, column.index)
    return _apart(found, room.right() + 3)


def _worth(columns: Sequence[Sequence[Label]], placed: Sequence[Placed], room: QRectF, most: int) -> int:
    """One line alone where most columns have room for nothing but their name: a word below a few says nothing."""
    metrics = QFontMetricsF(theme.font("small"))
    fitting = []
    for labels, (left, right) in zip(columns, slots(placed, room), strict=True):
        others = [label for label in labels if not label.is_head]
        if others:
            fitting.append(any(_shortest(label, metrics) <= right - left for label in others))
    return most if 2 * sum(fitting) >= len(fitting) else 1


def _alike(columns: Sequence[Sequence[Label]], placed: Sequence[Placed], room: QRectF) -> list[list[Label]]:
    """The names of the hidden columns, all as short as the one with the least room needs it."""
    bold, inner = QFontMetricsF(theme.font("small", bold=True)), range(1, len(columns) - 1)
    found, level = [list(labels) for labels in columns], 0
    places = slots(placed, room)
    for index in inner:
        for head in (label for label in found[index] if label.is_head):
            wides = map(bold.horizontalAdvance, (head.text, *head.shorter))
            width = places[index][1] - places[index][0]
            level = max(level, next((at for at, wide in enumerate(wides) if wide <= width), len(head.shorter)))
    for index in inner:
        for at, head in enumerate(found[index]):
            ways = (head.text, *head.shorter)[level if head.is_head else 0 :]
            found[index][at] = replace(head, text=ways[0], shorter=ways[1:]) if ways else head
    return found


def _apart(words: Sequence[Word], end: float) -> list[Word]:
    """Without those that would touch the one before: of columns that are too many for the width, every second or third
    is named, and the last always is. end: up to where words may go."""
    last = words[-1].column
    kept: dict[float, list[Word]] = {}
    for word in sorted(words, key=lambda word: (word.rect.top(), word.rect.left())):
        line = kept.setdefault(word.rect.top(), [])
        if word.column == last:
            word = _moved(word, line, end)
            while line and _meets(line[-1], word):
                line.pop()
        if not (line and _meets(line[-1], word)):
            line.append(word)
    found = [word for line in kept.values() for word in line]
    return sorted(found, key=lambda word: (word.column, word.rect.top(), word.rect.left()))


def _moved(word: Word, line: Sequence[Word], end: float) -> Word:
    """Away from the word before, where there is room for that."""
    missing = line[-1].rect.right() + _LEAST_APART - word.rect.left() if line and _meets(line[-1], word) else 0.0
    return replace(word, rect=word.rect.translated(min(missing, max(0.0, end - word.rect.right())), 0))


def _meets(before: Word, word: Word) -> bool:
    """Words of one column may: there is a dot between them."""
    return before.column != word.column and before.rect.right() + _LEAST_APART > word.rect.left() + 1e-6


def count_lines(columns: Sequence[Sequence[Label]], placed: Sequence[Placed], room: QRectF, most: int = MOST) -> int:
    """How many the column with the most words needs."""
    if most > 1 and _two_lines(columns, placed, room) is not None:
        return 2
    most = _worth(columns, placed, room, most)
    found = zip(columns, slots(placed, room), strict=True)
    return max((len(lines_of(labels, right - left, most)) for labels, (left, right) in found), default=1)


def _two_lines(columns: Sequence[Sequence[Label]], placed: Sequence[Placed], room: QRectF) -> list[Word] | None:
    """The name of each column and all else below it, where no two of them meet; else None."""
    found: list[Word] = []
    for line in (0, 1):
        edge = room.left() - 3
        for labels, column in zip(columns, placed, strict=True):
            chosen = [label for label in labels if label.is_head == (line == 0)]
            if not chosen:
                continue
            top = room.top() + line * line_height()
            slot = QRectF(edge, top, room.right() + 3 - edge, line_height())
            words = _line(chosen, column.rect.center().x(), slot, column.index)
            is_off = len(placed) > 1 and column.index < len(placed) - 1
            middle = (words[0].rect.left() + words[-1].rect.right()) / 2
            if any(word.text != word.label.text for word in words) or words[-1].rect.right() > room.right() + 3:
                return None
            if is_off and abs(middle - column.rect.center().x()) > _ASKEW:
                return None
            edge = words[-1].rect.right() + _APART
            found += words
    return sorted(found, key=lambda word: (word.column, word.rect.top(), word.rect.left()))


def slots(placed: Sequence[Placed], room: QRectF) -> list[tuple[float, float]]:
    """From where to where the words of each column may go: around its middle, but at the ends to the inside, too."""
    middles = [column.rect.center().x() for column in placed]
    edges = [room.left() - 3, *((a + b) / 2 for a, b in pairwise(middles)), room.right() + 3]
    found = []
    for index, middle in enumerate(middles):
        left, right = edges[index], edges[index + 1]
        if index not in (0, len(middles) - 1):
            half = min(middle - left, right - middle)
            left, right = middle - half, middle + half
        found.append((left + 3, max(right - 3, left + 6)))
    return found


def _line(labels: Sequence[Label], middle: float, slot: QRectF, column: int) -> list[Word]:
    metrics, bold = QFontMetricsF(theme.font("small")), QFontMetricsF(theme.font("small", bold=True))
    between = metrics.horizontalAdvance(_BETWEEN)
    texts = [(label, _fitting(label, bold if label.is_head else metrics, slot.width())) for label in labels]
    wides = [(bold if label.is_head else metrics).horizontalAdvance(text) for label, text in texts]
    total = sum(wides) + between * (len(wides) - 1)
    left = max(min(middle - total / 2, slot.right() - total), slot.left())
    words = []
    for (label, text), wide in zip(texts, wides, strict=True):
        words.append(Word(QRectF(left, slot.top(), wide, slot.height()), text, label, column))
        left += wide + between
    return words


def _fitting(label: Label, metrics: QFontMetricsF, width: float) -> str:
    """The longest way to say it that there is room for."""
    for text in (label.text, *label.shorter):
        if metrics.horizontalAdvance(text) <= width:
            return text
    return label.shorter[-1] if label.shorter else metrics.elidedText(label.text, Qt.TextElideMode.ElideRight, width)


def paint(painter: QPainter, words: Sequence[Word], selected: frozenset[int], hot: Word | None) -> None:
    """selected: rows of the stack."""
    look = theme.current()
    before: Word | None = None
    for word in words:
        label = word.label
        is_selected = label.row in selected
        painter.setFont(theme.font("small", bold=label.is_head))
        if before is not None and before.column == word.column and before.rect.top() == word.rect.top():
            painter.setPen(look.color("muted"))
            gap = QRectF(
                before.rect.right(), word.rect.top(), word.rect.left() - before.rect.right(), word.rect.height()
            )
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, "·")
        color = "accent" if is_selected or word is hot else "text" if label.is_head else "muted"
        painter.setPen(look.color(color))
        painter.drawText(word.rect, _AS_IT_IS, word.text)
        if word is hot and label.row is not None:
            base = word.rect.bottom() - 1.5
            painter.drawLine(word.rect.left(), base, word.rect.right(), base)  # type: ignore[call-overload]
        before = word
