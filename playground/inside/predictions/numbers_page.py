"""Numbers that a lane predicts, against the true ones: how far off it is, and where."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.data.columns.found.outliers import ruling
from engine.data.files.wording import shown
from engine.inspectors.answers.residuals import Residuals
from playground.ui.look import theme
from playground.ui.painting.card import CardLine
from playground.ui.painting.lines.xy_plot import Dots, XyPlot, XyShown
from playground.ui.text import field_text
from playground.ui.text.numbers import count, number
from playground.ui.widgets.view_choice import ViewChoice

_DIGITS = 4


class NumbersPage(QWidget):
    """Predicted against true, or what is left between the two; filled points are training rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: tuple[Dataset, Residuals, int] | None = None
        self.view = ViewChoice(
            "predictions.numbers",
            {
                "predicted": (
                    self.tr("Predicted"),
                    self.tr("Each row by its true number and the predicted one: on the line they are the same."),
                ),
                "residuals": (
                    self.tr("Residuals"),
                    self.tr("True less predicted number, by what was predicted: a pattern here is something to learn."),
                ),
            },
        )
        self.view.chosen.connect(self._on_chosen)
        self.errors = QLabel()
        self.errors.setObjectName("predictions.errors")
        self.errors.setWordWrap(True)
        self.errors.setFont(theme.font("small"))
        self.errors.setToolTip(
            field_text.wrapped(
                self.tr("RMSE is the root of the mean squared error, where a row that is far off counts most."),
                self.tr("MAE is the mean distance. Both are in the unit of the label."),
            )
        )
        self.plot = XyPlot()
        self.plot.setObjectName("predictions.plot")
        self.plot.setAccessibleDescription(self.tr("Arrow keys move from row to row."))
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        column.addLayout(row)
        column.addWidget(self.errors)
        column.addWidget(self.plot, 1)

    def _on_chosen(self, name: str) -> None:
        if self._last is not None:
            self.show_numbers(*self._last)

    def show_numbers(self, data: Dataset, found: Residuals, style: int) -> None:
        """style: that of the lane."""
        self._last = data, found, style
        unseen = self.tr("validation rows") if found.is_test_sealed else self.tr("test rows")
        words = self.tr("{rows}: RMSE {rmse}, MAE {mae}")
        if data.is_label_robust:  # a few values far off are not to count, and RMSE goes by them almost alone
            words = self.tr("{rows}: median error {median}, MAE {mae}, RMSE {rmse}")
        parts = [
            words.format(rows=rows, **{name: number(off, _DIGITS) for name, off in errors.items()})
            for rows, errors in (
                (unseen, {"rmse": found.unseen_rmse, "mae": found.unseen_mae, "median": found.unseen_median}),
                (
                    self.tr("training rows"),
                    {"rmse": found.train_rmse, "mae": found.train_mae, "median": found.train_median},
                ),
            )
        ]
        if data.is_label_robust and (few := len(ruling(found.unseen_truth))):
            words = self.tr("R² and RMSE go by {count} of {total} {rows} that lie far from the others")
            parts.append(words.format(count=count(few), total=count(len(found.unseen_truth)), rows=unseen))
        self.errors.setText(" · ".join(parts))
        is_residual = self.view.value() == "residuals"
        name = shown(data.target_name)
        across, up = self.tr("true {name}").format(name=name), self.tr("predicted {name}").format(name=name)
        if is_residual:
            across, up = up, self.tr("true less predicted")
        self.plot.setAccessibleName(f"{up}, {across}")
        self.plot.show_plot(self._shown(data, found, style, (across, up), is_residual=is_residual))

    def _shown(
        self, data: Dataset, found: Residuals, style: int, names: tuple[str, str], *, is_residual: bool
    ) -> XyShown:
        truth = np.concatenate([found.train_truth, found.unseen_truth]).astype(np.float64)
        predicted = np.concatenate([found.train_predicted, found.unseen_predicted]).astype(np.float64)
        x, y = (predicted, truth - predicted) if is_residual else (truth, predicted)
        low, high = span_of(truth, predicted)
        size = 1.1 * float(np.abs(y).max(initial=0.0)) or 1.0
        spans = ((low, high), (-size, size)) if is_residual else ((low, high), (low, high))
        even = ((low, 0.0), (high, 0.0)) if is_residual else ((low, low), (high, high))
        color, n = theme.lane_color(style), len(found.train_truth)

        def read(row: int) -> tuple[str, Sequence[CardLine]]:
            place, words = row + 1, self.tr("Training row {row}")
            if row >= n:
                place, words = (
                    row - n + 1,
                    self.tr("Validation row {row}" if found.is_test_sealed else "Test row {row}"),
                )
            figures = truth[row], predicted[row], truth[row] - predicted[row]
            said = self.tr("true"), self.tr("predicted"), self.tr("difference")
            lines = [CardLine(what, number(float(of), _DIGITS)) for what, of in zip(said, figures, strict=True)]
            return words.format(row=place), lines

        return XyShown(
            x=spans[0],
            y=spans[1],
            across=names[0],
            up=names[1],
            dots=[Dots(x[:n], y[:n], color), Dots(x[n:], y[n:], color, is_hollow=True)],
            curves=(),
            spots=np.stack([x, y], axis=1),
            read=read,
            even=even,
        )


def span_of(truth: NDArray[np.float64], predicted: NDArray[np.float64]) -> tuple[float, float]:
    """What an axis of numbers spans: the true ones, and predicted ones as far as these are no wild guesses; none is
    on its edge, where a point would be cut."""
    low, high = float(truth.min()), float(truth.max())
    size = (high - low) or 1.0
    edge = 0.05 * size
    ends = float(np.nanmin(predicted)) - edge, float(np.nanmax(predicted)) + edge
    low, high = low - edge, high + edge
    return max(low - 0.5 * size, min(low, ends[0])), min(high + 0.5 * size, max(high, ends[1]))
