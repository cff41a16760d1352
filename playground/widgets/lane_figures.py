"""What a lane has reached so far, as a row of numbers: painted, not laid out, because it changes 30 times a second."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.snapshot import LaneSnapshot
from playground import theme
from playground.widgets.lane_columns import FIGURES, Columns

DASH: Final = "–"
_MINUS: Final = "−"
_ICON: Final = 14


@dataclass(frozen=True, slots=True)
class Figures:
    """The texts of a row, in the order of FIGURES; dashes while there is nothing to say."""

    texts: tuple[str, ...] = (DASH,) * len(FIGURES)
    diverged_at: int | None = None
    is_best: bool = False
    """No lane is better on the test rows, and some lane is worse."""


def figures(lanes: Sequence[LaneSnapshot]) -> list[Figures]:
    """What to write about lanes that train together."""
    tests = [percent(lane.test_accuracy) for lane in lanes]
    known = [lane.test_accuracy for lane in lanes if math.isfinite(lane.test_accuracy)]
    # By what can be read: lanes that show the same number are equally good.
    best = percent(max(known)) if known and len(set(tests)) > 1 else None
    return [_of(lane, test, test == best) for lane, test in zip(lanes, tests, strict=True)]


def _of(lane: LaneSnapshot, test: str, is_best: bool) -> Figures:
    accuracies = (percent(lane.train_accuracy), test, points(lane.gap))
    return Figures((*accuracies, loss(lane.train_loss), loss(lane.test_loss)), lane.diverged_at, is_best)


def percent(share: float) -> str:
    """0.9366 -> 93.7 %"""
    return f"{share * 100:.1f} %" if math.isfinite(share) else DASH


def points(share: float) -> str:
    """A difference of shares in percentage points: 0.163 -> +16.3"""
    if not math.isfinite(share):
        return DASH
    text = f"{share * 100:+.1f}"
    return "0.0" if float(text) == 0 else text.replace("-", _MINUS)


def loss(value: float) -> str:
    """Five digits at most: 0.2143, 12.345, 1234.5, 1.2e+06"""
    if math.isnan(value):
        return DASH
    if math.isinf(value):
        return "∞"
    if abs(value) >= 99_999.5:
        return f"{value:.1e}"
    decimals = 4 if abs(value) < 10 else max(0, 4 - int(math.log10(abs(value))))
    return f"{value:.{decimals}f}"


class LaneFigures(QWidget):
    """The figures of one lane, in their columns. Clicks go through to the row."""

    def __init__(self, columns: Columns, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self._columns = columns
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._figures = Figures()
        self._diverged = self.tr("diverged at step {step}")

    def figures(self) -> Figures:
        """What is shown."""
        return self._figures

    def set_figures(self, figures: Figures) -> bool:
        """Shows figures. False, and nothing is painted, where they are those shown already."""
        if figures == self._figures:
            return False
        self._figures = figures
        if QAccessible.isActive():
            self.setAccessibleName(self.sentence())
        self.update()
        return True

    def status(self) -> str:
        """``diverged at step 4``, or nothing."""
        step = self._figures.diverged_at
        return "" if step is None else self._diverged.format(step=step)

    def sentence(self) -> str:
        """All figures in words."""
        template = self.tr("train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}")
        return ", ".join(filter(None, [template.format(*self._figures.texts), self.status()]))

    def column(self, name: str) -> QRect:
        """Where a figure is, in this widget."""
        span = self._columns.spans(self._row.width())[name]
        return QRect(span.x - self.x(), 0, span.width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        plain, bold = theme.font("number"), theme.font("number", bold=True)
        shown = FIGURES[:3] if self.status() else FIGURES
        for name, text in zip(FIGURES, self._figures.texts, strict=True):
            if name not in shown:
                continue
            best = self._figures.is_best and name == "test_accuracy"
            painter.setFont(bold if best else plain)
            painter.setPen(QColor(colors.good if best else colors.disabled if text == DASH else colors.text))
            painter.drawText(self.column(name), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if self.status():
            self._paint_status(painter, self.column("train_loss").united(self.column("test_loss")))
        painter.end()

    def _paint_status(self, painter: QPainter, rect: QRect) -> None:
        """In the place of the losses, which are no numbers any more."""
        font = theme.font("small", bold=True)
        metrics = QFontMetrics(font)
        room = rect.width() - _ICON - theme.SPACE_1
        text = metrics.elidedText(self.status(), Qt.TextElideMode.ElideRight, room)
        x = rect.right() + 1 - metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().danger))
        painter.drawText(QRect(x, rect.y(), rect.right() + 1 - x, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        corner = QPoint(x - theme.SPACE_1 - _ICON, rect.y() + (rect.height() - _ICON) // 2)
        theme.icon("warning", "danger").paint(painter, corner.x(), corner.y(), _ICON, _ICON)
