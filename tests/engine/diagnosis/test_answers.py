"""What lanes say of their rows, class by class."""

from __future__ import annotations

import numpy as np

from benchmarks.coach.recipe import net, rows
from engine.diagnosis.evidence.answers import answers_of
from engine.experiment.edits.field_edits import edited
from engine.train.trainer import Trainer


def test_a_lane_that_has_stopped_early_is_still_asked_which_classes_it_finds() -> None:
    """A rare class that it misses was told while it trained, and no more once it had stopped."""
    experiment = net("digits", 8, seeds=2)
    for path, value in (("data.validation", 50), ("early_stopping.on", True), ("early_stopping.patience", 1)):
        experiment = edited(experiment, path, value)
    trainer = Trainer(experiment, rows(experiment.data))
    trainer.run(5000)
    (group,) = trainer.groups
    assert len(group.stopped_at) == 2
    assert not len(group.active)
    _, recall, _ = answers_of(group)
    counts = np.bincount(group.dataset.train_y)
    trainer.measure()
    for lane, seen in enumerate(trainer.snapshot().lanes):
        share = (recall[lane] * counts).sum() / counts.sum()
        np.testing.assert_allclose(share, seen.train_accuracy, atol=1e-6)
