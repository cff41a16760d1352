"""The weights of the lane in focus: what the first layer looks for, how each layer is spread, and how large it is."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from engine.inspectors.weights import Weights
from engine.train.history.layer_history import LayerHistoryView
from engine.visible import visible
from playground.inside.beside import best_beside
from playground.inside.norm_curves import LayerCurves
from playground.inside.norm_plot import NormPlot, Shown
from playground.inside.view import InsidePanel
from playground.inside.weights.histograms import OtherSpread, Spread, WeightHistograms
from playground.inside.weights.matrix import WeightMatrix
from playground.inside.weights.pictures import WeightPictures
from playground.ui.look import theme
from playground.ui.look.lane_tag import LaneTag

_DEVIATIONS = 3.0
"""So many standard deviations, now or at the start, have full colour: one large weight does not make the others pale,
and weights that have shrunk to nothing look like it."""


class WeightsPanel(InsidePanel):
    """Three views of the same numbers, one above the other."""

    name: ClassVar[str] = "weights"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = self._beside = -1
        self._curves: LayerCurves | None = None
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.pictures = WeightPictures()
        self.pictures.setObjectName("weights.pictures")
        self.pictures.setAccessibleName(self.tr("First layer: the weights of each unit as a picture"))
        self.matrix = WeightMatrix()
        self.matrix.setObjectName("weights.matrix")
        self.matrix.setAccessibleName(self.tr("First layer: the weights of each input and unit"))
        self.histograms = WeightHistograms()
        self.histograms.setObjectName("weights.histograms")
        self.histograms.setAccessibleName(self.tr("How the weights of each layer are spread, now and at the start"))
        self.plot = NormPlot(is_log=False)
        self.plot.setObjectName("weights.norms")
        self.plot.setAccessibleName(self.tr("Norm of the weights of each dense layer over the steps"))
        self.plot.hint = self._what_to_do()
        self.body.addWidget(self.pictures, 4)
        self.body.addWidget(self.matrix, 4)
        self.whose = QLabel()
        self.whose.setObjectName("weights.whose")
        self.whose.setFont(theme.font("small"))
        self.whose.setProperty("role", "muted")
        self.whose.setTextFormat(Qt.TextFormat.PlainText)
        self.whose.setWordWrap(True)
        self.body.addWidget(self.whose)
        self.body.addWidget(self.histograms, 4)
        self.body.addWidget(self.plot, 4)
        self._show_seen(None)

    # --- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if self.looks else None)
        snapshot = self.snapshot
        if snapshot is None or len(snapshot.lanes) != len(self.looks):
            self._run = -1
            self._show_seen(None)
            self.plot.show_curves(None)
            self.show_message(self._what_to_do())
            return
        self.show_message("")
        if snapshot.run != self._run:
            self._run, self._curves = snapshot.run, None
            self._show_seen(None)
        self._beside = best_beside(snapshot.lanes, self.looks, self.focus, self._beside)
        self.requested.emit("beside", (self._beside,) if self._beside >= 0 else ())
        seen = snapshot.inside.get("weights")
        if isinstance(seen, Weights) and seen.focus == self.focus and len(seen.limit) == len(self.dense_names()):
            self._show_seen(seen)
        self._show_norms(self.layer_history())

    def _what_to_do(self) -> str:
        return self.tr("Press Play and watch the weights leave the place where they were drawn.")

    def _show_seen(self, seen: Weights | None) -> None:
        shape = None if seen is None else seen.picture
        fits = shape is not None
        self.pictures.setVisible(fits)
        self.matrix.setVisible(seen is not None and not fits)
        self.histograms.setVisible(seen is not None)
        if seen is None:
            self.whose.hide()
            return
        limit, std = float(seen.limit[0]), float(np.nanmax([seen.std[0], seen.initial_std[0], 0.0]))
        reach = min(limit, _DEVIATIONS * std) if std > 0 else limit
        if shape is not None:
            self.pictures.show_weights(seen.first.reshape(-1, *shape), seen.n_units, reach)
        else:
            self.matrix.show_weights(seen.first.T, seen.n_units, self._input_names(seen.first.shape[1]), reach)
        figures = seen.limit, seen.counts, seen.initial, seen.std, seen.initial_std
        self.histograms.show_spread(Spread(self.dense_names(), *figures, self._other(seen)))

    def _other(self, seen: Weights) -> OtherSpread | None:
        """Another lane on the same axes; none where its network is another."""
        found = next((each for each in seen.beside if each.lane == self._beside != seen.focus), None)
        if found is not None and len(found.limit) != len(seen.limit):
            found = None
        self.whose.setVisible(found is not None)
        if found is None:
            return None
        look = self.looks[found.lane]
        words = self.tr("Filled: {focus}. Outlined, on the same axis: how it was drawn, and in its own colour {other}.")
        self.whose.setText(words.format(focus=visible(self.looks[self.focus].name), other=visible(look.name)))
        return OtherSpread(theme.lane_color(look.style), found.limit, found.counts)

    def _input_names(self, inputs: int) -> list[str]:
        names = list(self.dataset.feature_names) if self.dataset is not None else []
        return names[:inputs] if len(names) >= inputs else [str(index + 1) for index in range(inputs)]

    def _show_norms(self, view: LayerHistoryView | None) -> None:
        if view is None:
            self.plot.show_curves(None)
            return
        key = ("weight", self.focus, view.values.shape[2])
        if self._curves is None or self._curves.key != key or not self._curves.precedes(view):
            self._curves = LayerCurves(*key)
        self._curves.update(view)
        caption = self.tr("Norm of the weights:  ‖W‖ = √ Σ w²")
        self.plot.show_curves(Shown(caption, self.dense_names(), view, self._curves))
