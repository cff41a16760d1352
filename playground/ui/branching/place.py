"""Where a branch would start, and what it could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import branch_lane
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.spec import ON
from engine.nn.layers.base import LayerSpec, may_be_output
from playground.ui.text import i18n


class BranchPlace(NamedTuple):
    """A lane of an experiment."""

    experiment: Experiment
    dataset: Dataset
    lane: int

    @property
    def layers(self) -> tuple[LayerSpec, ...]:
        """As this lane has them."""
        return lane_layers(self.experiment, self.lane)

    @property
    def output(self) -> int:
        """Which layer says what comes out."""
        return max(index for index, layer in enumerate(self.layers) if may_be_output(layer))

    def growable(self, rows: Sequence[int]) -> int | None:
        """The first of these layers that says how many units it has; the output has as many as classes."""
        layers, output = self.layers, self.output
        return next((row for row in rows if layers[row].width and row != output), None)

    def units(self, row: int) -> int:
        """That a layer has now."""
        layer = self.layers[row]
        return int(getattr(layer, layer.width))

    def why_not_off(self, rows: Sequence[int]) -> str:
        """Why the lane cannot go on without these layers; empty where it can."""
        return self._why_not({str(FieldPath.of_layer(row, ON)): False for row in rows})

    def why_not_grown(self, row: int, units: int) -> str:
        """Why it cannot go on with so many units in a layer."""
        return self._why_not({str(FieldPath.of_layer(row, self.layers[row].width)): units})

    def _why_not(self, settings: Mapping[str, Any]) -> str:
        from engine.train.kept.growing import check_change  # here, because no start needs it

        try:
            new = branch_lane(self.experiment, self.lane, "branch", settings)
            check_change(self.layers, lane_layers(new, len(new.lanes) - 1), self.dataset)
        except PlaygroundError as error:
            return i18n.error_text(error)
        return ""
