"""What the marks of the drawing mean: a sample and a word for each that is on it, in the drawing's header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from playground.network.marks import paint_snowflake
from playground.network.scene import units
from playground.network.scene.scene import Scene
from playground.ui.look import theme
from playground.ui.text import field_text, numbers

SIGNS, DEAD, SATURATED, DROPPED, OFF, FROZEN, SILENT = (
    "signs",
    "dead",
    "saturated",
    "dropped",
    "off",
    "frozen",
    "silent",
)
_CELL: Final = 11.0
_GAP: Final = 4.0
"""Pixels of a sample, and between it and its word."""


def present(scenes: Iterable[Scene]) -> tuple[str, ...]:
    """Which marks are on a drawing, in the order of the legend."""
    found = set()
    for scene in scenes:
        if scene.net is None:
            continue
        found.add(SIGNS)
        for placed, column, reach in zip(scene.placed, scene.net.columns, scene.reach, strict=False):
            shown = slice(placed.shown)
            found |= {FROZEN} if column.is_frozen else set()
            found |= {DROPPED} if not column.kept[shown].all() else set()
            if placed.style == "picture":
                continue
            is_plain = placed.style == "dots" and not column.maps.size
            silent = np.abs(np.nan_to_num(column.value[shown])) < reach * units.SILENT
            some = {
                DEAD: column.dead[shown],
                SATURATED: (column.flat[shown] >= units.FLAT) & ~column.off[shown],
                OFF: column.off[shown],
                SILENT: is_plain & silent & ~column.dead[shown] & ~column.off[shown] & column.kept[shown],
            }
            found |= {mark for mark, which in some.items() if which.any()}
    return tuple(mark for mark in (SIGNS, DEAD, SATURATED, DROPPED, OFF, FROZEN, SILENT) if mark in found)


class MarkLegend(QToolButton):
    """Samples with words, and without where there is no room for them. A press opens what all of them mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network.legend")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("What is what"))
        self._marks: tuple[str, ...] = ()
        self._reach = ""
        """What the widest lines stand for."""
        self._words = {
            SIGNS: ("−  +", self.tr("Brown: below zero; teal: above zero, each layer's units by their own largest.")),
            DEAD: (self.tr("dead"), self.tr("Red stroke: dead, zero for every row.")),
            SATURATED: (self.tr("saturated"), self.tr("Between two bars: saturated, nearly no slope for most rows.")),
            DROPPED: (self.tr("dropped"), self.tr("Purple cross: left out of the coming step by dropout.")),
            OFF: (self.tr("off"), self.tr("Framed red cross: switched off in this lane.")),
            FROZEN: (self.tr("frozen"), self.tr("Dashed frame with a snowflake: training leaves the layer as it is.")),
            SILENT: (
                self.tr("about 0"),
                self.tr("Grey: about zero for the row that goes through, though not for every row."),
            ),
        }
        self.hide()

    @property
    def marks(self) -> tuple[str, ...]:
        return self._marks

    def show_marks(self, marks: Sequence[str], reach: float = 1.0, *, of_gradients: bool = False) -> None:
        """Those that are on the drawing. reach: what the widest of its lines stand for."""
        shown = self.tr("to {number}").format(number=numbers.number(reach, 2))
        if (tuple(marks), shown) == (self._marks, self._reach):
            return
        self._marks, self._reach = tuple(marks), shown
        self.setVisible(bool(marks))
        sentences = [self._words[mark][1] for mark in self._marks]
        lines = (
            self.tr("Lines: gradients; the widest are {number} or more from zero, in all layers and lanes drawn.")
            if of_gradients
            else self.tr("Lines: weights; the widest are {number} or more from zero, in all layers and lanes drawn.")
        )
        sentences[1:1] = [lines.format(number=numbers.number(reach, 2))] if marks else []
        self.setAccessibleDescription(" ".join(sentences))
        self.setToolTip("<br>".join(field_text.wrapped(sentence) for sentence in sentences))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._marks, has_words=True), 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._marks[:1], has_words=False), 22)

    def width_in(self, room: int) -> int:
        """What it takes of so many pixels: with all its words, or without that for grey, or samples alone, as many as
        there is room for."""
        marks, has_words = self._fitting(room)
        return self._wide(marks, has_words=has_words)

    def _fitting(self, room: float) -> tuple[Sequence[str], bool]:
        """What is shown in so many pixels, and whether with words."""
        for marks in (self._marks, [mark for mark in self._marks if mark != SILENT]):
            if self._wide(marks, has_words=True) <= room:
                return marks, True
        samples = [self._marks[: count + 1] for count in range(len(self._marks))]
        fitting = [marks for marks in samples if self._wide(marks, has_words=False) <= room]
        return (fitting or samples or [()])[-1 if fitting else 0], False

    def _wide(self, marks: Sequence[str], *, has_words: bool) -> int:
        return round(sum(self._room(mark, has_words=has_words) for mark in marks))

    def _room(self, mark: str, *, has_words: bool) -> float:
        """Pixels of a sample, with what lies behind it."""
        metrics = QFontMetrics(theme.font("small"))
        word = metrics.horizontalAdvance(self._words[mark][0])
        if mark == SIGNS:
            return word + metrics.horizontalAdvance(self._reach) + 3 * _GAP
        return _CELL + 2 * _GAP + (word + _GAP) * has_words

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        look = theme.current()
        marks, has_words = self._fitting(self.width())
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(look.color("accent_edge"), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.raised))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = _GAP
        for mark in marks:
            cell = QRectF(left, (self.height() - _CELL) / 2, _CELL, _CELL)
            if mark == SIGNS:
                self._paint_signs(painter, left)
            else:
                _paint_sample(painter, cell, mark)
            if has_words and mark != SIGNS:
                painter.setPen(QColor(look.muted))
                place = QRectF(cell.right() + _GAP, 0, self.width(), self.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words[mark][0])
            left += self._room(mark, has_words=has_words)
        painter.end()

    def _paint_signs(self, painter: QPainter, left: float) -> None:
        """A minus and a plus in their colours, and how far from zero they reach."""
        look, plus = theme.current(), left + QFontMetrics(painter.font()).horizontalAdvance("−  ")
        painter.setFont(theme.font("small", bold=True))
        for sign, color, x in (("−", "negative", left), ("+", "positive", plus)):
            painter.setPen(look.color(color))
            painter.drawText(QRectF(x, 0, 20, self.height()), Qt.AlignmentFlag.AlignVCenter, sign)
        painter.setFont(theme.font("small"))
        painter.setPen(look.color("muted"))
        behind = left + QFontMetrics(painter.font()).horizontalAdvance(self._words[SIGNS][0]) + _GAP
        place = QRectF(behind, 0, self.width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._reach)


def _paint_sample(painter: QPainter, cell: QRectF, mark: str) -> None:
    look = theme.current()
    if mark == OFF:
        units.paint_off(painter, cell)
        return
    painter.setPen(QPen(look.color("border_strong"), 1))
    painter.setBrush(look.color("border_strong" if mark == SILENT else "surface"))
    if mark == FROZEN:
        paint_snowflake(painter, cell.center())
        return
    painter.drawRoundedRect(cell, 2, 2)
    if mark == DEAD:
        units.paint_dead(painter, cell)
    elif mark == SATURATED:
        units.paint_saturated(painter, cell)
    elif mark == DROPPED:
        units.paint_cross(painter, cell)
