"""What is reached without looking at any feature: the line that curves have to leave behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.data import Dataset
from engine.inspectors.answers.class_figures import baseline
from playground.ui.look import theme
from playground.ui.painting.line_drawing import Scale
from playground.ui.text.numbers import percent


@dataclass(frozen=True, slots=True)
class Baseline:
    """y: as the axis has it; words: what it is."""

    y: float
    words: str


def baselines(data: Dataset, loss: str) -> tuple[Baseline | None, Baseline | None]:
    """Of the loss, where it is cross-entropy, and of the accuracy, over the held-out rows. Numbers have R2 = 0."""
    if not data.classes:
        return None, Baseline(0.0, _tr("always the mean"))
    truth = data.test_y if data.valid_y is None else data.valid_y
    if not len(truth):
        return None, None
    found = baseline(data.train_y, truth, data.n_classes)
    share = Baseline(found.cross_entropy, _tr("always the classes' shares"))
    return (share if loss == "softmax_cross_entropy" else None), Baseline(
        found.accuracy, _tr("always the largest class")
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
    words = _tr("{share} of the labels are right").format(share=percent(share, 0))
    return None if share == 1 else Baseline(share, words)


def draw_baseline(
    painter: QPainter, frame: QRectF, scale: Scale, shown: Baseline, names: Sequence[QRectF]
) -> QRectF | None:
    """A dotted line, and its words on the right, above or below it; none where the lanes' names need both places.

    Where it lies below the frame, because all lines are far above it, the words stand at the lower edge with an arrow.
    names: where those are, in pixels. Returns where the words are.
    """
    y = scale.point(0, shown.y).y()
    if not np.isfinite(y) or y < frame.top():
        return None
    text = shown.words if y <= frame.bottom() else f"↓ {shown.words}"
    pen = QPen(QColor(theme.current().muted), 1)
    pen.setDashPattern([1.0, 3.0])
    painter.setPen(pen)
    if y <= frame.bottom():
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
    else:
        y = frame.bottom() - 1
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    line = metrics.height()
    width = metrics.horizontalAdvance(text)
    for top in (y - line - 1, y + 1):
        words = QRectF(frame.right() - width - 6, top, width, line)
        inside = frame.top() <= words.top() and words.bottom() <= frame.bottom()
        if inside and not any(words.intersects(name) for name in names):
            painter.drawText(QPointF(words.left(), words.top() + metrics.ascent()), text)
            return words
    return None
