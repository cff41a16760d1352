"""What the lower plot shows, in words: accuracy, or R² where numbers are learned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from engine.data.task import Task
from playground.curves.plots.plot import LanePlot
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import number, percent, r2


class ScoreCaption(QLabel):
    """The name of what its plot shows; sets up how the plot writes it and tells of it."""

    def __init__(self, plot: LanePlot) -> None:
        super().__init__()
        self._plot = plot
        self.setObjectName("curves.score")
        self.setFont(theme.font("title"))
        self.task: Task
        """What is learned."""
        self.show_task("classes")

    def show_task(self, task: Task) -> None:
        self.task = task
        if task == "classes":
            name, sentence = _tr("Accuracy"), _tr("Share of rows classified right, over the steps")
            lesson = ""
        else:
            name, sentence = "R²", _tr("R², the share of the variance that is explained, over the steps")
            lesson = _tr(
                "How much of the spread of the numbers the net explains: 1 is perfect, 0 is no better than always "
                "saying their mean, and below 0 is worse than that."
            )
        self.setText(name)
        self.setToolTip(field_text.wrapped(lesson) if lesson else "")
        self._plot.setAccessibleName(sentence)
        self._plot.written = percent if task == "classes" else r2
        self._plot.left.write_shares(_percent if task == "classes" else number)


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CurvesPanel", text)
