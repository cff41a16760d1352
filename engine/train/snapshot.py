"""What leaves the trainer: small, immutable, and safe to hand to another thread."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from engine.records import record
from engine.train.history.history import HistoryView
from engine.train.history.label_spread import CLASSES, Spreads
from engine.train.history.layer_history import LayerHistoryView
from engine.train.openings import UNOPENED, Openings


@record
class LaneSnapshot:
    """One lane at one step. Losses are data loss + penalty; accuracies are shares from 0 to 1.

    Evaluated over all training, test and validation rows, without dropout; test figures are NaN while the test set is
    sealed, and validation figures where there are no such rows. The ``held_out`` rows are those that choose: validation
    rows where there are any, else the test rows. A diverged lane has NaN for all of them and the step that it could
    not make any more. One that trains may have a loss that is not finite, and then no accuracy. One that early stopping
    has stopped keeps its last figures; ``best_at`` is the step of the lowest held-out loss that early stopping has
    seen, and ``best_loss`` is that loss. ``restored_from`` is the step whose weights the lane has, and its figures are
    of, where it went back to its best: when it stopped, or at the end of the run.
    """

    name: str
    seed: int
    train_data_loss: float
    test_data_loss: float
    penalty: float
    train_accuracy: float
    test_accuracy: float
    diverged_at: int | None = None
    stopped_at: int | None = None
    best_at: int | None = None
    best_loss: float | None = None
    restored_from: int | None = None
    learning_rate: float = 0.0
    """What the schedule makes of it just now."""
    valid_data_loss: float = math.nan
    valid_accuracy: float = math.nan
    has_validation: bool = False
    spreads: Spreads = CLASSES
    rows: int = 0
    """Training rows that it learns from."""
    seconds: float = field(default=math.nan, compare=False, repr=False)
    """What its steps have taken: lanes of one network share its time equally."""
    steps: int = field(default=0, compare=False, repr=False)
    """That it has made."""
    behind: int = 0
    """How many fewer than the run, for a branch from an earlier step: its own steps are those of the run less these."""

    medians: Mapping[str, float] = field(default_factory=dict, repr=False)
    """By the name of the rows, what half of the errors are at most, where somebody has looked: of robust labels."""

    @property
    def step_ms(self) -> float:
        """Milliseconds that a step takes, in the mean; NaN before the first one."""
        return 1000 * self.seconds / self.steps if self.steps else math.nan

    @property
    def train_rmse(self) -> float:
        return self.spreads.rmse("train", self.train_accuracy)

    @property
    def test_rmse(self) -> float:
        return self.spreads.rmse("test", self.test_accuracy)

    @property
    def valid_rmse(self) -> float:
        return self.spreads.rmse("valid", self.valid_accuracy)

    @property
    def held_out_rmse(self) -> float:
        """In the unit of the label, as the others; NaN where classes are learned, and where the R2 is."""
        return self.valid_rmse if self.has_validation else self.test_rmse

    @property
    def train_error(self) -> float:
        """What a lane is told by: the median of the absolute errors where there is one, or else the RMSE."""
        return self.medians.get("train", self.train_rmse)

    @property
    def test_error(self) -> float:
        return self.medians.get("test", self.test_rmse)

    @property
    def held_out_error(self) -> float:
        return self.medians.get("valid" if self.has_validation else "test", self.held_out_rmse)

    @property
    def train_loss(self) -> float:
        return self.train_data_loss + self.penalty

    @property
    def test_loss(self) -> float:
        return self.test_data_loss + self.penalty

    @property
    def valid_loss(self) -> float:
        return self.valid_data_loss + self.penalty

    @property
    def held_out_data_loss(self) -> float:
        return self.valid_data_loss if self.has_validation else self.test_data_loss

    @property
    def held_out_loss(self) -> float:
        return self.held_out_data_loss + self.penalty

    @property
    def held_out_accuracy(self) -> float:
        return self.valid_accuracy if self.has_validation else self.test_accuracy

    @property
    def gap(self) -> float:
        """Training accuracy less that on the held-out rows: how much was memorized rather than understood."""
        return self.train_accuracy - self.held_out_accuracy


@record(eq=False)
class Snapshot:
    """The run at one step.

    ``step`` counts updates, ``epoch`` how often the training rows have been seen; ``evaluated_at`` is the step that
    the lanes' figures belong to, which may lie a little behind; ``seconds`` is the time spent stepping.
    """

    run: int
    step: int
    epoch: float
    evaluated_at: int
    seconds: float
    lanes: tuple[LaneSnapshot, ...]
    history: HistoryView
    steps_per_second: float = 0.0
    is_finished: bool = False
    has_ended: bool = False
    """Whether the run has come to its planned end, or as far beyond as was asked for, or has no lane left to train."""
    stands_still: bool = False
    """Whether nothing trains just now: all that it says is then of this very step."""
    layer_history: LayerHistoryView | None = None
    inside: Mapping[str, Any] = field(default_factory=dict)
    """What `engine.inspectors.look_inside` has found, by name, for what was asked for; it may be some steps older."""
    kept_steps: tuple[int, ...] = ()
    """The steps that can be looked back at."""
    epochs: tuple[float, float] | None = None
    """The least and the most of the lanes that train, where they have not seen the rows equally often."""
    newest_step: int | None = None
    """How far the run has come, where this is an earlier step of it; the history then has the whole run."""
    is_test_sealed: bool = False
    """Whether the test rows are not to be looked at for now, because there are validation rows."""
    openings: Openings = UNOPENED
    """When they were looked at all the same."""

    @property
    def has_validation(self) -> bool:
        """Whether there are validation rows."""
        return self.history.has_validation

    def weights_step(self, lane: int, step: int) -> int:
        """The step whose weights and figures a lane has at ``step``: an earlier one, where it went back to its best or
        has stopped."""
        found = self.lanes[lane]
        if found.restored_from is not None:
            return found.restored_from
        return step if found.stopped_at is None else min(step, found.stopped_at)

    @property
    def newest(self) -> int:
        """How far the run has come, also while an earlier step of it is shown."""
        return self.step if self.newest_step is None else self.newest_step

    @property
    def looked_back(self) -> bool:
        """Whether this is the past."""
        return self.newest_step is not None

    @property
    def all_left(self) -> bool:
        """Whether no lane trains any more: each has diverged or was stopped."""
        return all(lane.diverged_at is not None or lane.stopped_at is not None for lane in self.lanes)

    @property
    def all_diverged(self) -> bool:
        return all(lane.diverged_at is not None for lane in self.lanes)
