"""How the gradient fares on its way back through the layers, and how large each step is beside the weights."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.train.history.layer_history import LayerHistoryView
from engine.train.snapshot import Snapshot
from playground.inside.norm_curves import LayerCurves, RecentNorms
from playground.inside.norm_plot import Band, NormPlot, Shown
from playground.inside.view import InsidePanel
from playground.inside.weights.gradient_bars import LaneRatio, LaneRatios
from playground.ui.look.lane_tag import LaneTag
from playground.ui.text.numbers import count, number
from playground.ui.widgets.view_choice import ViewChoice

HEALTHY: Final = (1e-4, 1e-2)
"""Of the ratio of update to weight: around 1e-3, the rule of thumb."""
STILL: Final = 1e-6
"""Below, a layer needs a million steps to change by its own size, and float32, with its seven digits, rounds the steps
away. As a gradient it is measured in norms of the weights: at a learning rate of 1 both are the same."""
VIOLENT: Final = 0.1
"""Above, one step changes the weights by more than a tenth."""
OVERWHELMING: Final = 10.0
"""Times the norm of the weights: a gradient that, at a learning rate of 0.1, replaces them in one step."""


class GradientsPanel(InsidePanel):
    """Above the layers of the lane in focus, below all visible lanes."""

    name: ClassVar[str] = "gradients"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: tuple[int, int, int] = (-1, 0, 0)
        self._curves: LayerCurves | None = None
        self._recent = RecentNorms()
        self._figure = "gradient"
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.view = ViewChoice(
            "gradients",
            {
                "gradient": (
                    self.tr("Gradient"),
                    self.tr("The size of the gradient of each layer: which way is down, and how steep it is."),
                ),
                "ratio": (
                    self.tr("Update ÷ weight"),
                    self.tr("How large one step is beside the weights that it changes: about a thousandth is healthy."),
                ),
            },
        )
        self.view.chosen.connect(self._on_chosen)
        self.plot = NormPlot(is_log=True)
        self.plot.setObjectName("gradients.layers")
        self.plot.setAccessibleName(self.tr("Gradient of each dense layer over the steps"))
        self.lanes = LaneRatios()
        self.lanes.setObjectName("gradients.lanes")
        self.lanes.setAccessibleName(self.tr("First layer's gradient over the last one's, of each lane"))
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.lanes)

    # --- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if self.looks else None)
        snapshot = self.snapshot
        view = self.layer_history()
        if snapshot is None or view is None:
            self._run = (-1, 0, 0)
            self.plot.show_curves(None)
            self.lanes.show_lanes(())
            self.show_message(self.tr("Press Play and watch how much of the gradient reaches the first layers."))
            return
        self.show_message("")
        run = (snapshot.run, view.values.shape[2], len(self.looks))
        if run != self._run:
            self._run, self._curves, self._recent = run, None, RecentNorms()
        self._show_layers(view)
        self._show_lanes(snapshot, view)

    def _show_layers(self, view: LayerHistoryView) -> None:
        key = (self._figure, self.focus, view.values.shape[2])
        if self._curves is None or self._curves.key != key or not self._curves.precedes(view):
            self._curves = LayerCurves(*key)
        self._curves.update(view)
        names = self.dense_names()
        if self._figure == "ratio":
            caption = self.tr("Update ÷ weight, smoothed:  ‖ΔW‖ / ‖W‖")
            shown = Shown(caption, names, view, self._curves, self._ratio_bands(), always=(1e-5, 1e-1))
        else:
            bands = self._gradient_bands(view)
            caption = self.tr("Norm of the gradient, smoothed:  ‖∂L/∂W‖ = √ Σ (∂L/∂w)²")
            shown = Shown(caption, names, view, self._curves, bands)
        self.plot.show_curves(shown)

    def _ratio_bands(self) -> list[Band]:
        return [
            Band(VIOLENT, None, "danger", self.tr("exploding: a step changes more than a tenth")),
            Band(*HEALTHY, "good", self.tr("healthy")),
            Band(None, STILL, "warning", self.tr("vanishing: a million steps to change by its own size")),
        ]

    def _gradient_bands(self, view: LayerHistoryView) -> list[Band]:
        """Measured by the weights of a layer in the middle."""
        weights = self._recent.of(view, "weight", self.focus)
        weights = weights[np.isfinite(weights) & (weights > 0)]
        if not len(weights):
            return []
        size = float(np.median(weights))
        texts = {"exploding": self.tr("exploding: above {limit}"), "vanishing": self.tr("vanishing: below {limit}")}
        high, low = OVERWHELMING * size, STILL * size
        return [
            Band(high, None, "danger", texts["exploding"].format(limit=number(high, 2))),
            Band(None, low, "warning", texts["vanishing"].format(limit=number(low, 2))),
        ]

    def _show_lanes(self, snapshot: Snapshot, view: LayerHistoryView) -> None:
        shown = []
        for lane, look in enumerate(self.looks):
            if look.visible:
                norms = self._recent.of(view, "gradient", lane)
                first, last = float(norms[0]), float(norms[-1])
                shown.append(LaneRatio(look.name, look.style, first, last, self._ended(snapshot, lane)))
        self.lanes.show_lanes(shown if view.values.shape[2] > 1 else ())

    def _ended(self, snapshot: Snapshot, lane: int) -> str:
        state = snapshot.lanes[lane]
        if state.diverged_at is not None:
            return self.tr("diverged at step {step}").format(step=count(state.diverged_at))
        return self.tr("stopped early") if state.stopped_at is not None else ""

    # --- what a person does -----------------------------------------------------------------------------------------

    def _on_chosen(self, figure: str) -> None:
        self._figure = figure
        self.refresh()
