"""Whether the lane is as sure as it may be: how often it is right, for each probability that it answers with."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.inspectors.answers.class_figures import BINS, Calibration
from playground.inside.quality.unit_plot import Trace, UnitCurves, UnitPlot
from playground.ui.look import theme
from playground.ui.painting.gradient_card import Line
from playground.ui.text import field_text
from playground.ui.text.numbers import count, percent


class CalibrationPage(QWidget):
    """Dots above the diagonal are surer than the lane says, dots below are overconfident; bars count the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Calibration | None = None
        self.note = QLabel()
        self.note.setObjectName("quality.calibration.note")
        self.note.setWordWrap(True)
        self.plot = UnitPlot()
        self.plot.setObjectName("quality.calibration")
        self.plot.setAccessibleName(self.tr("Calibration"))
        self.plot.setToolTip(
            field_text.wrapped(
                self.tr("Calibration"),
                self.tr(
                    "Of rows answered with 80 %, eight in ten should be right: dots below the line promise too much."
                ),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self.note)
        column.addWidget(self.plot, 1)

    def show_calibration(self, found: Calibration, color: QColor) -> None:
        """color: that of the lane."""
        self._shown = found
        rows = found.count.sum()
        sure = float(np.nansum(found.confidence * found.count) / rows)
        right = float(np.nansum(found.accuracy * found.count) / rows)
        if sure - right > 0.01:
            template = self.tr("Overconfident: on average {sure} sure, and right in {right}; calibration error {error}")
        elif right - sure > 0.01:
            template = self.tr("Too modest: on average {sure} sure, and right in {right}; calibration error {error}")
        else:
            template = self.tr("On average {sure} sure, and right in {right}; calibration error {error}")
        self.note.setText(
            template.format(sure=percent(sure), right=percent(right), error=percent(found.expected_error))
        )
        self.plot.show_curves(
            UnitCurves(
                self.tr("sure"),
                self.tr("right"),
                [Trace(found.confidence, found.accuracy, None, color)],
                self._read,
                even=(0.0, 1.0),
                even_words=self.tr("as sure as right"),
                bars=found.count / rows,
            )
        )

    def _read(self, span: int) -> tuple[str, list[Line]]:
        found = self._shown
        assert found is not None
        low, high = percent(span / BINS, 0), percent((span + 1) / BINS, 0)
        return self.tr("{low} to {high} sure").format(low=low, high=high), [
            (None, self.tr("rows"), count(int(found.count[span]))),
            (None, self.tr("sure on average"), percent(float(found.confidence[span]))),
            (None, self.tr("right"), percent(float(found.accuracy[span]))),
        ]
