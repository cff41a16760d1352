"""The start foretold: the size of signals forward and of gradients back, for several ways to begin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.inspectors.preview import INITIALIZATIONS, Preview
from engine.nn.layers.base import LayerSpec
from playground.inside.signals.layer_legend import LayerLegend
from playground.inside.signals.layer_lines import LayerLine
from playground.inside.signals.layer_plot import LayerPlot
from playground.inside.signals.words import growth_sentence, layer_places
from playground.ui.look import theme
from playground.ui.text import field_text

_DASHES = ((8.0, 3.0), (4.5, 2.5), (2.0, 2.0))
_COLORS = ("danger", "batch_norm", "dropout")
"""Of those that are no lane's."""


class SignalPreview(QWidget):
    """Two plots over the layers, and a sentence above each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Preview, int] | None = None
        self.legend = LayerLegend()
        self.legend.setObjectName("signals.legend")
        self.forward, self.forward_words = self._plot(
            "signals.forward",
            self.tr("Standard deviation of the signal, layer by layer"),
            self.tr(
                "How large the outputs of each layer would be in the first step, for four ways to draw the weights."
            ),
        )
        self.backward, self.backward_words = self._plot(
            "signals.backward",
            self.tr("Standard deviation of the gradient, layer by layer"),
            self.tr(
                "How large the gradient is when it comes to each layer, on its way from the loss back to the input."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self.legend)
        for title, plot, words in (
            (self.tr("Signal, forward"), self.forward, self.forward_words),
            (self.tr("Gradient, back"), self.backward, self.backward_words),
        ):
            caption = QLabel(title)
            caption.setFont(theme.font("small", bold=True))
            block = QVBoxLayout()
            block.setSpacing(1)
            block.addWidget(caption)
            block.addWidget(words)
            block.addWidget(plot, 1)
            column.addLayout(block, 1)

    def _plot(self, name: str, accessible_name: str, help_text: str) -> tuple[LayerPlot, QLabel]:
        plot = LayerPlot()
        plot.setObjectName(name)
        plot.setAccessibleName(accessible_name)
        words = QLabel()
        words.setObjectName(f"{name}.words")
        words.setFont(theme.font("small"))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setToolTip(field_text.wrapped(help_text))
        return plot, words

    def show_preview(self, layers: Sequence[LayerSpec], preview: Preview, style: int) -> None:
        """style: of the lane that it is about, see `theme.lane_color`."""
        if self._shown is not None and preview is self._shown[0] and style == self._shown[1]:
            return
        self._shown = preview, style
        places = layer_places(layers)
        lines = len(preview.std)
        before = np.full((lines, 1), preview.input_std)
        none = np.full((lines, 1), np.nan)
        signal = self._lines(np.hstack([before, preview.std]), np.hstack([before, preview.theory]), style)
        back = np.hstack([none, preview.gradient_std]), np.hstack([none, preview.gradient_theory])
        gradient = self._lines(*back, style)
        self.legend.show_lines(signal)
        self.forward.show_lines(places, signal, preview.input_std)
        self.backward.show_lines(places, gradient, float(preview.gradient_std[-1, -1]) if lines else 1.0)
        self._say(self.forward, self.forward_words, preview, preview.growth())
        self._say(self.backward, self.backward_words, preview, preview.gradient_growth())

    def clear(self) -> None:
        self._shown = None
        for plot, words in ((self.forward, self.forward_words), (self.backward, self.backward_words)):
            plot.clear()
            words.setText("")
        self.legend.show_lines(())

    def names(self) -> list[str]:
        """What the lines are called, the lane's own last."""
        return [self.tr("Naive"), self.tr("Xavier"), self.tr("He"), self.tr("Yours")]

    def _lines(self, values: NDArray[np.float64], theory: NDArray[np.float64], style: int) -> list[LayerLine]:
        """values, theory: (lines, places). The lane's own line has its colour, as everywhere."""
        look, own = theme.current(), len(INITIALIZATIONS)
        return [
            LayerLine(
                name,
                values[line],
                theme.lane_color(style) if line == own else look.color(_COLORS[line]),
                dashes=() if line == own else _DASHES[line],
                theory=theory[line],
                is_wide=line == own,
            )
            for line, name in enumerate(self.names()[: len(values)])
        ]

    def _say(self, plot: LayerPlot, label: QLabel, preview: Preview, growth: NDArray[np.float64]) -> None:
        names = self.names()
        text = ""
        if len(growth) and not np.isnan(growth).all():
            if preview.same_as < 0:
                text = growth_sentence(names, growth, own=len(names) - 1)
            else:
                names[preview.same_as] = self.tr("Yours ({name})").format(name=names[preview.same_as])
                text = growth_sentence(names[:-1], growth[:-1], own=preview.same_as)
        if text != label.text():
            label.setText(text)
            plot.describe(text)
