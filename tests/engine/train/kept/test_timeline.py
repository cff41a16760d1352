"""The kept moments of a run: where they stand, how much memory they take, and that they are what the run was."""

from __future__ import annotations

import numpy as np
import pytest

from engine.train.kept.run_state import trainer_of
from engine.train.kept.timeline import Timeline, in_the_past, past_trainer
from engine.train.trainer import Trainer
from tests.engine.helpers import batch_norm, blobs, dense, dropout, lane, lane_bytes, recipe, small_net, trained


def filled(trainer: Trainer, timeline: Timeline, steps: int, every: int = 1) -> Timeline:
    """Measured and offered at each of so many steps."""
    trainer.measure()
    timeline.take(trainer)
    for _ in range(steps // every):
        trainer.run(every, record=True)
        trainer.measure()
        timeline.take(trainer)
    return timeline


def test_young_runs_are_kept_step_by_step() -> None:
    assert filled(Trainer(small_net(), blobs()), Timeline(), 40).steps == tuple(range(41))


def test_long_runs_are_kept_evenly_on_a_log_scale() -> None:
    timeline = filled(Trainer(small_net(), blobs()), Timeline(most=20), 200)
    steps = timeline.steps
    assert len(steps) <= 20
    assert steps[0] == 0
    assert list(steps) == sorted(set(steps))
    assert steps[-1] >= 200 * 200 ** (-1 / 20)
    gaps = np.diff(np.log1p([step for step in steps if step >= 20]))
    assert gaps.max() < 3 * np.log(200) / 20
    assert gaps.min() > np.log(200) / 20 / 3


def test_the_memory_is_bounded() -> None:
    trainer = Trainer(small_net(lanes=[lane("a"), lane("b")]), blobs())
    one = sum(len(part) for index in (0, 1) for part in lane_bytes(trainer, index))
    assert len(filled(trainer, Timeline(most_bytes=10 * one), 100).steps) == 10
    too_large = filled(Trainer(small_net(), blobs()), Timeline(most_bytes=100), 5)
    assert too_large.steps == ()
    assert too_large.at(3) is None


def test_a_kept_moment_is_what_the_run_was() -> None:
    """Weights, figures and who had left, though the run has gone on and lanes have diverged since."""
    layers = [dense(5, l2=0.01), batch_norm(), dropout(0.3), dense(3)]
    lanes = [lane("usual"), lane("wild", learning_rate=100.0), lane("own", seed=4)]
    experiment = recipe(*layers, lanes=lanes, loss="mean_squared_error", batch_size=8)
    trainer = Trainer(experiment, blobs())
    timeline = filled(trainer, Timeline(most=15), 50)
    assert trainer.diverged_at
    before = trainer.groups[0].network.parameters.tobytes()
    for step in timeline.steps:
        moment = timeline.at(step)
        assert moment is not None
        past, then = past_trainer(moment, trainer), trained(experiment, blobs(), step)
        assert past.step == step
        assert [lane_bytes(past, index) for index in range(3)] == [lane_bytes(then, index) for index in range(3)]
        assert repr(past.snapshot().lanes) == repr(then.snapshot().lanes)
        assert past.layer_history().steps.tolist() == list(range(1, step + 1))
        snapshot = in_the_past(past.snapshot(), trainer)
        assert (snapshot.step, snapshot.newest_step, snapshot.looked_back) == (step, 50, True)
        assert len(snapshot.history) == 51
        assert not trainer.snapshot().looked_back
    assert trainer.groups[0].network.parameters.tobytes() == before


def test_a_step_between_two_moments_is_the_earlier_one() -> None:
    trainer = Trainer(small_net(), blobs())
    timeline = filled(trainer, Timeline(), 50, every=10)
    assert timeline.steps == (0, 10, 20, 30, 40, 50)
    moment = timeline.at(29)
    assert moment is not None
    assert moment.step == 20


@pytest.mark.parametrize("kind", ["sgd", "adam"])
def test_what_the_optimizer_remembers_takes_no_memory(kind: str) -> None:
    trainer = Trainer(small_net(optimizer={"kind": kind}), blobs())
    moment = filled(trainer, Timeline(), 3).at(3)
    assert moment is not None
    assert moment.groups[0].optimizer_memory.strides == (0, 0, 0)
    assert trainer_of(moment, trainer.dataset).step == 3
