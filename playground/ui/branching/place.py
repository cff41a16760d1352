"""Where a branch would start, and what it could be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import branch_lane
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.spec import ON
from engine.nn.layers.base import LayerSpec, may_be_output
from engine.nn.layers.parts.functions import Function
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

    def functions_behind(self, row: int) -> tuple[Function, ...]:
        """The nonlinearities that a layer behind the one in ``row`` can have without changing what the lane says; the
        usual one in front."""
        from engine.experiment.edits.deepening import functions_at, place_behind, usual_function

        layers = self.layers
        at = place_behind(layers, row)
        usual = usual_function(layers, at)
        return (usual, *(function for function in functions_at(layers, at) if function != usual))

    def why_not_deeper(self, row: int, function: Function) -> str:
        """Why it cannot go on with a layer more behind the one in ``row``."""
        from engine.experiment.edits.deepening import deepen_lane

        return self._why_not(lambda: deepen_lane(self.experiment, self.lane, row, function, self.dataset))

    def why_not_off(self, rows: Sequence[int]) -> str:
        """Why the lane cannot go on without these layers; empty where it can."""
        return self._why_not_set({str(FieldPath.of_layer(row, ON)): False for row in rows})

    def why_not_grown(self, row: int, units: int) -> str:
        """Why it cannot go on with so many units in a layer."""
        return self._why_not_set({str(FieldPath.of_layer(row, self.layers[row].width)): units})

    def _why_not_set(self, settings: Mapping[str, Any]) -> str:
        return self._why_not(lambda: branch_lane(self.experiment, self.lane, "branch", settings))

    def _why_not(self, make: Callable[[], Experiment]) -> str:
        from engine.train.kept.growing import check_change  # here, because no start needs it

        try:
            new = make()
            check_change(lane_layers(new, self.lane), lane_layers(new, len(new.lanes) - 1), self.dataset)
        except PlaygroundError as error:
            return i18n.error_text(error)
        return ""
