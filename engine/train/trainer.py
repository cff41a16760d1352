"""The Trainer: takes an experiment through its steps, its lanes in groups side by side."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.preprocessing.split import cut_anew
from engine.errors import ExperimentError
from engine.experiment.edits.live_edits import live_changes, needs_restart
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.groups import Group, groups
from engine.train.fit import in_lane
from engine.train.group_trainer import GroupTrainer
from engine.train.history.history import History, Mark
from engine.train.history.layer_history import LayerHistoryView
from engine.train.history.merged_history import MergedHistory
from engine.train.lane_snapshots import lane_snapshots
from engine.train.openings import Openings
from engine.train.snapshot import LaneSnapshot, Snapshot
from engine.train.together import Together

IN_STEP: Final = 0.2
"""Seconds after which the next group has its turn, about: so far apart they may be when training is broken off."""


class Trainer:
    """Trains all lanes of an experiment side by side.

    ``run`` steps, ``measure`` evaluates, ``snapshot`` reports. Lanes that differ only in what lanes of one network may
    differ in are one group, with a `GroupTrainer`, and so take their steps in the same products; other groups take the
    same number of steps one after the other. What lanes share of chance, they share in whatever group they are, since
    chance is a function of seed and step. What is said of each lane is in the order of the lanes. With ``seals_test``
    the test rows are not evaluated where there are validation rows, except where `open_test_set` was asked to.
    """

    def __init__(
        self,
        experiment: Experiment,
        dataset: Dataset,
        *,
        run: int = 0,
        dtype: type[np.floating[Any]] = np.float32,
        threads: int = 1,
        seals_test: bool = False,
    ) -> None:
        self.experiment = experiment
        self.dataset = dataset
        self.run_id = run
        self.seals_test = seals_test
        found = groups(experiment)
        self.groups = tuple(self._made(group, dtype, seals_test) for group in found)
        self.together = Together(
            tuple((trainer, group.lanes) for trainer, group in zip(self.groups, found, strict=True)), dataset
        )
        for trainer in self.groups:
            trainer.join(self.together)
        self.threads = threads
        self.merged = MergedHistory(self.together, experiment.layers)
        self._in_slice = 1
        """Steps that a group makes before the next one has its turn."""

    def _made(self, group: Group, dtype: type[np.floating[Any]], seals_test: bool) -> GroupTrainer:
        data = group.experiment.data
        dataset = self.dataset if data.has_rows_of(self.experiment.data) else cut_anew(self.dataset, data)
        try:
            return GroupTrainer(group.experiment, dataset, dtype=dtype, seals_test=seals_test)
        except ExperimentError as error:
            if group.experiment is self.experiment:
                raise
            raise in_lane(error, group.lanes[0]) from None

    # --- stepping -------------------------------------------------------------------------------------------------

    def run(self, steps: int, *, record: bool = False) -> None:
        """Makes so many steps, or fewer if no lane is left. With ``record`` the last goes into the layer history."""
        if len(self.groups) == 1:
            self.groups[0].run(steps, record=record)
            return
        last = self.step + steps
        while self.step < last and len(self.active):
            slice_ = min(self._in_slice, last - self.step)
            goal = self.step + slice_
            started = time.perf_counter()
            try:
                self._advance(goal, record=record and goal == last)
            except BaseException:
                self._advance(max(trainer.step for trainer in self.groups))  # all stand at one step, whatever happens
                raise
            took = time.perf_counter() - started
            if took > IN_STEP:
                self._in_slice = max(1, self._in_slice // 2)
            elif slice_ == self._in_slice and took < IN_STEP / 2:
                self._in_slice *= 2
        if steps:
            self.merged.take_step(self.step)

    def _advance(self, goal: int, *, record: bool = False) -> None:
        """Brings all groups to the step ``goal``, or to an earlier one, where no lane gets so far."""
        for trainer in self.groups:
            trainer.run(max(0, goal - trainer.step), record=record)
        for trainer in self.groups:
            trainer.skip_to(self.step)

    @property
    def step(self) -> int:
        """How many were made; lanes that have left made fewer."""
        return max(trainer.step for trainer in self.groups)

    @property
    def seconds(self) -> float:
        """That all groups have spent stepping."""
        return sum(trainer.seconds for trainer in self.groups)

    @property
    def threads(self) -> int:
        """That lanes of a group may be spread over: see `GroupTrainer`."""
        return self.groups[0].threads

    @threads.setter
    def threads(self, threads: int) -> None:
        for trainer in self.groups:
            trainer.threads = threads

    @property
    def epoch(self) -> float:
        """How often the training rows have been seen; where that differs, by the first lane that still trains, or else
        by the one that left last."""
        return _epoch(self._foremost)

    @property
    def epochs(self) -> tuple[float, float] | None:
        """The least and the most among the lanes that still train; None where all are alike."""
        found = {_epoch(trainer) for trainer in self.groups if len(trainer.active)}
        return (min(found), max(found)) if len(found) > 1 else None

    @property
    def next_epoch(self) -> int:
        """The step at which the next epoch of that lane begins: by then, so many rows were drawn as there are."""
        return self._foremost.next_epoch

    @property
    def _foremost(self) -> GroupTrainer:
        training = next((trainer for trainer in self.groups if len(trainer.active)), None)
        return training or max(self.groups, key=_left_at)

    def end(self) -> None:
        """The run is over: see `GroupTrainer.end`."""
        for trainer in self.groups:
            trainer.end()
        self.merged.take_figures(self.step)

    @property
    def has_ended(self) -> bool:
        return all(trainer.has_ended for trainer in self.groups)

    # --- measuring ------------------------------------------------------------------------------------------------

    def measure(self) -> None:
        """Evaluates every lane on all rows that may be looked at, and appends the figures to the history."""
        for trainer in self.groups:
            trainer.measure()
        self.merged.take_figures(self.step)

    @property
    def measured_at(self) -> int:
        """The step of the newest figures of all lanes; -1 where there are none."""
        return min(trainer.measured_at for trainer in self.groups)

    def forget_figures(self) -> None:
        """The next snapshot has new ones."""
        for trainer in self.groups:
            trainer.measured_at = -1

    @property
    def has_validation(self) -> bool:
        return any(trainer.has_validation for trainer in self.groups)

    @property
    def measures(self) -> tuple[str, ...]:
        """What is measured of each lane."""
        return self.merged.measures

    @property
    def measured(self) -> NDArray[np.float64]:
        """(measures, lanes), the newest figures."""
        return self.merged.of_lanes(lambda trainer: trainer.measured)

    @property
    def is_test_sealed(self) -> bool:
        """Whether the test rows are not to be looked at, as things stand now: see `open_test_set`."""
        return any(trainer.is_test_sealed for trainer in self.groups)

    @property
    def openings(self) -> Openings:
        return self.groups[0].openings

    @openings.setter
    def openings(self, openings: Openings) -> None:
        for trainer in self.groups:
            trainer.openings = openings

    def open_test_set(self) -> None:
        """Looks at the test rows with the weights that there are now. With the next step they are sealed again.

        It cannot be undone, so ``openings`` keeps it.
        """
        openings = self.openings.at(self.step)
        for trainer in self.groups:
            trainer.open_test_set(openings)
        self.merged.take_figures(self.step)

    def snapshot(
        self, *, steps_per_second: float = 0.0, is_finished: bool = False, inside: Mapping[str, Any] | None = None
    ) -> Snapshot:
        """The run as it is now, with the newest figures measured, and ``inside`` as `look_inside` has found it."""
        if self.measured_at < 0:
            self.measure()
        return Snapshot(
            run=self.run_id,
            step=self.step,
            epoch=self.epoch,
            epochs=self.epochs,
            evaluated_at=self.measured_at,
            seconds=self.seconds,
            lanes=self._in_order(lane_snapshots),
            history=self.history.view(),
            steps_per_second=steps_per_second,
            is_finished=is_finished,
            layer_history=self.layer_history(),
            inside=inside or {},
            is_test_sealed=self.is_test_sealed,
            openings=self.openings,
        )

    def _in_order(self, what: Callable[[GroupTrainer], Sequence[LaneSnapshot]]) -> tuple[LaneSnapshot, ...]:
        """What groups say of their lanes, in the order of all lanes."""
        found = {
            lane: said
            for trainer, lanes in self.together.groups
            for lane, said in zip(lanes, what(trainer), strict=True)
        }
        return tuple(found[lane] for lane in sorted(found))

    # --- of each lane ---------------------------------------------------------------------------------------------

    def of(self, lane: int) -> tuple[GroupTrainer, int]:
        """The trainer of the group that a lane belongs to, and its number there."""
        return self.together.of(lane)

    @property
    def active(self) -> Array:
        """The lanes that still train, growing."""
        return np.array(
            sorted(lane for trainer, lanes in self.together.groups for lane in np.array(lanes)[trainer.active]), np.intp
        )

    @property
    def diverged_at(self) -> dict[int, int]:
        """{lane: step}, those that diverged first in front."""
        steps = self._steps(lambda trainer: trainer.diverged_at)
        return dict(sorted(steps.items(), key=lambda entry: entry[::-1]))

    @property
    def stopped_at(self) -> dict[int, int]:
        """{lane: step} of those that early stopping has stopped."""
        return self._steps(lambda trainer: trainer.stopped_at)

    @property
    def restored(self) -> dict[int, int]:
        """The lanes that have gone back to their best weights, and to those of which step."""
        return self._steps(lambda trainer: trainer.lanes.restored)

    @property
    def warm_started(self) -> frozenset[int]:
        """Lanes that began from weights which their seed does not give."""
        return frozenset(lanes[lane] for trainer, lanes in self.together.groups for lane in trainer.warm_started)

    def _steps(self, what: Callable[[GroupTrainer], Mapping[int, int]]) -> dict[int, int]:
        return {lanes[lane]: step for trainer, lanes in self.together.groups for lane, step in what(trainer).items()}

    def begin(self, lane: int) -> None:
        """See `GroupTrainer.begin`."""
        trainer, own = self.of(lane)
        trainer.begin(own)

    def lane_parameters(self, lane: int) -> list[dict[str, Array]]:
        """See `GroupTrainer.lane_parameters`."""
        trainer, own = self.of(lane)
        return trainer.lane_parameters(own)

    def lane_state(self, lane: int) -> Array:
        """See `LaneStates.now`."""
        trainer, own = self.of(lane)
        return trainer.lanes.now(own)

    # --- changing and reading -------------------------------------------------------------------------------------

    @property
    def history(self) -> History:
        """What was measured of all lanes, and the marks of what was changed."""
        return self.merged.history

    def layer_history(self) -> LayerHistoryView:
        """Gradients, updates and weights of the steps that were recorded."""
        return self.merged.layer_view()

    def apply(self, experiment: Experiment) -> None:
        """Takes changed numbers between two steps and marks them in the history. A group feels only what its own
        lanes do not say otherwise.

        Raises:
            ValueError: the change is one of structure or data: make a new trainer (see
                `engine.experiment.edits.live_edits.needs_restart`).
        """
        if needs_restart(self.experiment, experiment):
            raise ValueError("this change needs a new trainer")
        if len(self.groups) > 1:
            for path, old, new in live_changes(self.experiment, experiment):
                self.history.mark(Mark(self.step, path, old, new))
        self.experiment = experiment
        for trainer, group in zip(self.groups, groups(experiment), strict=True):
            trainer.apply(group.experiment)
        if self.has_ended:
            self.merged.take_figures(self.step)

    def set_parameters(self, lanes: Sequence[Sequence[Mapping[str, Array]]]) -> None:
        """Goes on from these parameters of all lanes, as `lane_parameters` gives them, at step 0 of a new history.

        Raises:
            ValueError: a lane has left the network, or the shapes are others.
        """
        for trainer, own in self.together.groups:
            trainer.set_parameters([lanes[lane] for lane in own])
        self.merged.forget()


def _left_at(trainer: GroupTrainer) -> int:
    """The step at which the last of its lanes that left did so; 0 where none has."""
    return max([0, *trainer.stopped_at.values(), *trainer.diverged_at.values()])


def _epoch(trainer: GroupTrainer) -> float:
    return trainer.rows_seen / len(trainer.rows.train_x)
