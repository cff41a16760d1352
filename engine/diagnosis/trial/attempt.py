"""One trial: a lane alone, from its first step on, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from engine.data.preprocessing.split import cut_anew
from engine.experiment.lanes.lanes import isolate_lane
from engine.records import record
from engine.train.trainer import Trainer

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.experiment.experiment import Experiment

BETTER: Final = 0.9
GAIN: Final = 0.05
"""It helps where the loss is at most this share of the lane's own and the accuracy no lower by half of the gain, or
where the accuracy is so much higher and the loss no higher."""


@record
class Outcome:
    """Held-out data loss, infinite where it is not finite, and accuracy or R2, of so many rows."""

    loss: float
    accuracy: float
    rows: int

    def helps(self, own: Outcome) -> bool:
        """Whether this is better than the lane's own."""
        if not np.isfinite(self.loss):
            return False
        has_less = self.loss <= BETTER * own.loss and not self.accuracy <= own.accuracy - GAIN / 2
        gain = max(GAIN, 2 / np.sqrt(2 * self.rows))  # two standard deviations of a difference by chance alone, at most
        return has_less or bool(self.accuracy >= own.accuracy + gain and self.loss <= own.loss)


class Try:
    """One lane alone, from its first step on."""

    def __init__(self, experiment: Experiment, dataset: Dataset, lane: int, steps: int) -> None:
        self.steps = steps
        alone = isolate_lane(experiment, lane)
        self.trainer = Trainer(
            alone, dataset if alone.data.has_rows_of(experiment.data) else cut_anew(dataset, alone.data)
        )
        self.trainer.measure()

    @property
    def is_over(self) -> bool:
        return self.trainer.step >= self.steps or not len(self.trainer.active)

    def go_on(self, steps: int) -> None:
        """So many steps, or up to its end."""
        self.trainer.run(min(steps, self.steps - self.trainer.step))

    def outcome(self) -> Outcome:
        self.trainer.end()
        return measured(self.trainer, 0)


def measured(trainer: Trainer, lane: int) -> Outcome:
    """What a lane has come to."""
    figures = dict(zip(trainer.measures, trainer.measured[:, lane].tolist(), strict=True))
    rows = "valid" if trainer.of(lane)[0].has_validation else "test"
    return _outcome(trainer, lane, figures[f"{rows}_data_loss"], figures[f"{rows}_accuracy"])


def latest(trainer: Trainer, lane: int) -> Outcome:
    """What a lane had come to when it was last looked at."""
    if trainer.measured_at == trainer.step:
        return measured(trainer, lane)
    group, own = trainer.of(lane)
    history = group.history.view()
    loss, accuracy = (float(history.measure(f"held_out_{name}")[-1, own]) for name in ("data_loss", "accuracy"))
    return _outcome(trainer, lane, loss, accuracy)


def _outcome(trainer: Trainer, lane: int, loss: float, accuracy: float) -> Outcome:
    """Of one that has diverged nothing is finite."""
    group, _ = trainer.of(lane)
    count = len(group.rows.test_x if group.rows.valid_x is None else group.rows.valid_x)
    return Outcome(loss if np.isfinite(loss) else np.inf, accuracy if np.isfinite(accuracy) else -np.inf, count)
