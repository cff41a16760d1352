"""What is reached without looking at any feature: the line that curves have to leave behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.data import Dataset
from engine.inspectors.answers.class_figures import baseline
from engine.records import record
from playground.ui.look import theme
from playground.ui.painting.lines.line_drawing import Scale
from playground.ui.text.numbers import percent

_EDGE: Final = 6.0
"""Pixels between the words and the frame."""
_APART: Final = 40.0
"""Pixels between the places that are tried."""


@record
class Baseline:
    """y: as the axis has it; words: what it is; short: the same where there is little room."""

    y: float
    words: str
    short: str = ""


def baselines(data: Dataset, loss: str) -> tuple[Baseline | None, Baseline | None]:
    """Of the loss, where it is cross-entropy, and of the accuracy, over the held-out rows. Numbers have R2 = 0."""
    if not data.classes:
        return None, Baseline(0.0, _tr("always the mean"))
    truth = data.test_y if data.valid_y is None else data.valid_y
    if not len(truth):
        return None, None
    found = baseline(data.train_y, truth, data.n_classes)
    share = Baseline(found.cross_entropy, _tr("always the classes' shares"), _tr("guessing"))
    return (share if loss == "softmax_cross_entropy" else None), Baseline(
        found.accuracy, _tr("always the largest class"), _tr("guessing")
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plot", text)


def right_labels(data: Dataset) -> Baseline | None:
    """The training accuracy of a net that answers the right class everywhere; None where all labels are right.

    The share of the training rows whose label noise has left as it was: above it, wrong labels are learned by heart.
    """
    if not data.classes or data.train_y_clean is None or not len(data.train_y):
        return None
    share = float(np.mean(data.train_y == data.train_y_clean))
    texts = _tr("{share} of the labels are right"), _tr("{share} right")
    words, short = (text.format(share=percent(share, 0)) for text in texts)
    return None if share == 1 else Baseline(share, words, short)


def draw_baseline(
    painter: QPainter,
    frame: QRectF,
    scale: Scale,
    shown: Baseline,
    names: Sequence[QRectF],
    crosses: Callable[[QRectF], bool] = lambda _: False,
) -> QRectF | None:
    """A dotted line that leaves out names, and its words above or below it: at the right end, or farther to the left,
    or fewer words, where lines or names are in the way. At last names alone have to be left free.

    Where it lies below the frame, because all lines are far above it, the words stand at the lower edge with an arrow.
    names: where those are, in pixels; crosses: whether a line runs there. Returns where the words are.
    """
    y = scale.point(0, shown.y).y()
    if not np.isfinite(y) or y < frame.top():
        return None
    pen = QPen(QColor(theme.current().muted), 1)
    pen.setDashPattern([1.0, 3.0])
    painter.setPen(pen)
    is_inside = y <= frame.bottom()
    for left, right in _gaps(frame, y, names) if is_inside else []:
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    free_of_names = []
    for words in filter(None, (shown.words, shown.short)):
        text = words if is_inside else f"↓ {words}"
        size = QSizeF(metrics.horizontalAdvance(text), metrics.height())
        for place in _places(frame, y if is_inside else frame.bottom() - 1, size):
            if any(place.intersects(name) for name in names):
                continue
            if not crosses(place):
                painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), text)
                return place
            if place.right() > frame.right() - _EDGE - 1:
                free_of_names.append((place, text))
    for place, text in free_of_names[:1]:
        painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), text)
        return place
    return None


def _places(frame: QRectF, y: float, size: QSizeF) -> list[QRectF]:
    """Above and below a line, inside the frame, from right to left."""
    tops = [top for top in (y - size.height() - 1, y + 1) if frame.top() <= top <= frame.bottom() - size.height()]
    rights = np.arange(frame.right() - _EDGE, frame.left() + size.width() + _EDGE, -_APART).tolist()
    return [QRectF(QPointF(right - size.width(), top), size) for right in rights for top in tops]


def _gaps(frame: QRectF, y: float, names: Sequence[QRectF]) -> list[tuple[float, float]]:
    """The pieces of a level line that lead through no name: (left, right) of each."""
    pieces, left = [], frame.left()
    for name in sorted((name for name in names if name.top() < y < name.bottom()), key=lambda name: name.left()):
        pieces.append((left, name.left() - 2))
        left = max(left, name.right() + 2)
    return [(start, end) for start, end in [*pieces, (left, frame.right())] if end > start]
