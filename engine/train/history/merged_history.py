"""The history of all lanes: what each group has noted of its own, in the order of all lanes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.nn.layers.base import LayerSpec, has_weights
from engine.train.group_trainer import GroupTrainer
from engine.train.history.history import History, HistoryView, measures
from engine.train.history.layer_history import FIGURES, LayerHistoryView
from engine.train.history.records import Records
from engine.train.together import Together


class MergedHistory:
    """Grows by what groups have just recorded; a single group's is its own, and nothing is kept twice.

    What a group does not measure - it has no validation rows, or goes without a layer - is NaN for its lanes.
    """

    def __init__(self, together: Together[GroupTrainer], layers: Sequence[LayerSpec]) -> None:
        """layers: the stack of the experiment, of which groups may go without some."""
        self._together = together
        self._only = together.groups[0][0] if len(together.groups) == 1 else None
        self._has_validation = any(trainer.has_validation for trainer, _ in together.groups)
        self.measures = measures(self._has_validation)
        self._weighted = [place for place, layer in enumerate(layers) if has_weights(layer)]
        self.forget()

    def forget(self) -> None:
        """Begins anew."""
        n = self._together.n_lanes
        self._history = History(n, has_validation=self._has_validation)
        self._layers = Records((len(FIGURES), len(self._weighted), n))

    def go_on_from(self, history: HistoryView, layers: LayerHistoryView) -> None:
        """Has recorded what these show."""
        if self._only is None:
            self._history = History.of(history)
            self._layers = Records.of(layers.steps, layers.values)

    @property
    def history(self) -> History:
        return self._history if self._only is None else self._only.history

    def layer_view(self) -> LayerHistoryView:
        return LayerHistoryView(*self._layers.view()) if self._only is None else self._only.layer_history()

    def take_figures(self, step: int) -> None:
        """What all groups have measured at this step."""
        if self._only is None:
            seconds = np.full(self._together.n_lanes, np.nan)
            for trainer, lanes in self._together.groups:
                seconds[list(lanes)] = trainer.lane_seconds
            self._history.append(step, self.of_lanes(lambda trainer: _latest(trainer.history.view(), step)), seconds)

    def take_step(self, step: int) -> None:
        """What groups have recorded of their layers in this step, if they did."""
        if self._only is not None:
            return
        record = np.full((len(FIGURES), len(self._weighted), self._together.n_lanes), np.nan)
        is_recorded = False
        for trainer, lanes in self._together.groups:
            found = _latest(trainer.layer_history(), step)
            if found is not None:
                places = [self._weighted.index(place) for place in weighted_places(trainer)]
                record[:, np.array(places)[:, None], np.array(lanes)] = found
                is_recorded = True
        if is_recorded:
            self._layers.append(step, record)

    def of_lanes(self, what: Callable[[GroupTrainer], NDArray[np.floating] | None]) -> NDArray[np.float64]:
        """What there is of each group, (its measures, its lanes), as (measures, all lanes)."""
        if self._only is not None and (found := what(self._only)) is not None:
            return np.asarray(found, np.float64)
        figures = np.full((len(self.measures), self._together.n_lanes), np.nan)
        for trainer, lanes in self._together.groups:
            found = what(trainer)
            if found is not None:
                figures[: len(found), list(lanes)] = found  # validation comes last, where there is any
        return figures


def weighted_places(trainer: GroupTrainer) -> list[int]:
    """Where in the stack the layers with weights are that a group has."""
    return [place for place, layer in enumerate(trainer.experiment.layers) if has_weights(layer)]


def _latest(view: HistoryView | LayerHistoryView, step: int) -> NDArray[np.float32] | None:
    """The last record, where it is one of this step."""
    return view.values[-1] if len(view) and view.steps[-1] == step else None
