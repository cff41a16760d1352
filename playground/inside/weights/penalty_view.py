"""The penalty as a force: how strong it is beside the data, and which weights it makes smaller."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from engine.inspectors.penalty import PenaltyForces
from engine.train.history.layer_history import LayerHistoryView
from playground.inside.norm_curves import RecentNorms
from playground.inside.view import InsidePanel
from playground.inside.weights.penalty_bars import LaneForces, PenaltyBars
from playground.inside.weights.penalty_scatter import Forces, PenaltyScatter
from playground.ui.look.lane_tag import LaneTag


class PenaltyPanel(InsidePanel):
    """Above the layers of all visible lanes, below single weights of the layer that is chosen there."""

    name: ClassVar[str] = "penalty"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: tuple[int, int] = (-1, 0)
        self._recent = RecentNorms()
        self._layer = 0
        self.tag = LaneTag()
        self.header.add_widget(self.tag)
        self.bars = PenaltyBars()
        self.bars.setObjectName("penalty.layers")
        self.bars.setAccessibleName(self.tr("How much of each layer's gradient is the penalty's"))
        self.bars.setAccessibleDescription(self.tr("Up and down choose the layer whose weights are shown"))
        self.bars.chosen.connect(self._on_layer_chosen)
        self.scatter = PenaltyScatter()
        self.scatter.setObjectName("penalty.weights")
        self.scatter.setAccessibleName(self.tr("Forces of data and penalty on single weights"))
        self.body.addWidget(self.bars)
        self.body.addWidget(self.scatter, 1)

    # --- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.tag.show_lane(self.looks[self.focus] if self.looks else None)
        snapshot = self.snapshot
        if snapshot is None or len(snapshot.lanes) != len(self.looks):
            self._run = (-1, 0)
            self.bars.show_lanes((), 0)
            self._show_forces(None)
            return
        run = (snapshot.run, len(self.looks))
        if run != self._run:
            self._run, self._recent = run, RecentNorms()
            self._show_forces(None)
        seen = snapshot.inside.get("penalty")
        if isinstance(seen, PenaltyForces) and seen.focus == self.focus and len(seen.points) == len(self.dense_names()):
            self._layer = min(self._layer, len(seen.points) - 1)
            self._show_forces(seen)
        self._show_lanes(self.layer_history())

    def _show_lanes(self, view: LayerHistoryView | None) -> None:
        if view is None:
            self.bars.show_lanes((), 0)
            return
        lanes = []
        for lane, look in enumerate(self.looks):
            if look.visible or lane == self.focus:
                data, penalty = (self._recent.of(view, figure, lane).tolist() for figure in ("gradient", "penalty"))
                lanes.append(LaneForces(look.name, look.style, data, penalty, lane == self.focus))
        self.bars.show_lanes(lanes, self._layer, self.dense_names())

    def _show_forces(self, seen: PenaltyForces | None) -> None:
        if seen is None:
            self.scatter.show_forces(None)
            self.show_message(self.tr("Press Play and watch data and penalty pull at the weights."))
            return
        self.show_message("")
        at = self._layer
        forces = Forces(
            layer=self.dense_names()[at],
            points=seen.points[at],
            l1=float(seen.l1[at]),
            l2=float(seen.l2[at]),
            overruled=float(seen.overruled[at]),
            unopposed=float(seen.unopposed[at]),
        )
        self.scatter.show_forces(forces)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _on_layer_chosen(self, layer: int) -> None:
        self._layer = layer
        self.refresh()
