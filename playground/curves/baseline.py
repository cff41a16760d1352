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


def draw_baseline(painter: QPainter, frame: QRectF, scale: Scale, shown: Baseline, names: Sequence[QRectF]) -> None:
    """A dotted line, and its words on the right, above or below it; none where the lanes' names need both places.

    names: where those are, in pixels.
    """
    y = scale.point(0, shown.y).y()
    if not np.isfinite(y) or not frame.top() <= y <= frame.bottom():
        return
    pen = QPen(QColor(theme.current().muted), 1)
    pen.setDashPattern([1.0, 3.0])
    painter.setPen(pen)
    painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    line = metrics.height()
    width = metrics.horizontalAdvance(shown.words)
    for top in (y - line - 1, y + 1):
        words = QRectF(frame.right() - width - 6, top, width, line)
        inside = frame.top() <= words.top() and words.bottom() <= frame.bottom()
        if inside and not any(words.intersects(name) for name in names):
            painter.drawText(QPointF(words.left(), words.top() + metrics.ascent()), shown.words)
            return
