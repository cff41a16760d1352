"""A lane that joins a run, and leaves it again: the others never feel it, and it starts as a new optimizer would."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import branch_lane
from engine.train.kept.branching import start_at, with_lane, without_lane
from engine.train.kept.run_state import Checkpoint, capture, capture_weights, trainer_of
from engine.train.kept.timeline import Timeline, past_trainer
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    KINDS_OF_MEMORY,
    OPTIMIZER_KINDS,
    activation,
    batch_norm,
    blobs,
    dense,
    dropout,
    lane,
    lane_bytes,
    recipe,
    trained,
)

LANES = [lane("usual", l2=0.1), lane("wild", learning_rate=100.0), lane("own", seed=4, rate=0.5)]


def net(kind: str = "adam", **fields: object) -> Experiment:
    layers = [dense(6, l2=0.01), batch_norm(), activation(), dropout(0.3), dense(3)]
    return recipe(
        *layers,
        **{
            "lanes": LANES,
            "loss": "mean_squared_error",
            "batch_size": 8,
            "optimizer": {"kind": kind, "learning_rate": 0.02},
            "schedule": {"kind": "plateau", "every": 5, "patience": 2},
            "early_stopping": {"on": True, "every": 5, "patience": 30},
            **fields,
        },
    )


def branched(trainer: Trainer, moment: Checkpoint, index: int) -> Trainer:
    new = branch_lane(trainer.experiment, index, "branch")
    more = trainer_of(with_lane(capture(trainer), new.lanes[-1], start_at(moment, index)), trainer.dataset)
    more.apply(new)
    more.begin(len(new.lanes) - 1)
    return more


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_the_others_go_on_bit_for_bit_and_the_branch_starts_at_the_kept_weights(kind: str) -> None:
    trainer = trained(net(kind), blobs(), 20)
    moment, kept = capture_weights(trainer), lane_bytes(trainer, 0)
    trainer.run(30)
    trainer.measure()
    more = branched(trainer, moment, 0)
    assert lane_bytes(more, 3) == kept
    assert 3 in more.active
    for _ in range(3):
        for each in (trainer, more):
            each.run(20, record=True)
            each.measure()
        for index in range(3):
            assert lane_bytes(more, index) == lane_bytes(trainer, index)
        assert repr(more.snapshot().lanes[:3]) == repr(trainer.snapshot().lanes)
    assert lane_bytes(more, 3) != kept
    history, alone = more.history.view(), trainer.history.view()
    np.testing.assert_array_equal(history.values[..., :3], alone.values)
    assert np.isnan(history.values[:2, :, 3]).all(), "it has no past"
    assert np.isfinite(history.values[-3:, :, 3]).all()


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_its_first_step_is_that_of_a_new_optimizer(kind: str) -> None:
    experiment = net(kind, lanes=LANES[:1], early_stopping={"on": False})  # not all learn as fast
    trainer = trained(experiment, blobs(), 20)
    moment = capture_weights(trainer)
    trainer.run(180)
    more = branched(trainer, moment, 0)
    fresh = trainer_of(moment, trainer.dataset)  # its optimizer remembers nothing
    (group,) = fresh.groups
    group.step, group.optimizer.t = 200, 0
    group.optimizer.memory = {name: scalar.start for name, scalar in group.optimizer.scalars.items()}
    before = fresh.lane_state(0)
    for each in (more, fresh):
        each.run(1)
    step, wanted = more.lane_state(1) - before, fresh.lane_state(0) - before
    # Nadam's momentum grows with the step, so its first step is a little longer later on.
    tolerance = 0.15 if kind == "nadam" else 0.01
    assert np.abs(step - wanted).max() <= tolerance * np.abs(wanted).max()


def test_taken_back_the_run_is_what_it_was() -> None:
    trainer = trained(net(), blobs(), 40)
    more = branched(trainer, capture_weights(trainer), 2)
    more.run(20)
    fewer = trainer_of(without_lane(capture(more)), trainer.dataset)
    trainer.run(20)
    for each in (trainer, fewer):
        each.run(20)
        each.measure()
    assert fewer.experiment.lanes == trainer.experiment.lanes
    assert [lane_bytes(fewer, index) for index in range(3)] == [lane_bytes(trainer, index) for index in range(3)]
    assert repr(fewer.snapshot().lanes) == repr(trainer.snapshot().lanes)
    assert fewer.diverged_at == trainer.diverged_at


def test_a_branch_that_has_diverged_is_taken_back_too() -> None:
    trainer = trained(
        net(lanes=[lane("usual"), lane("wild", learning_rate=100.0)], optimizer={"kind": "sgd"}), blobs(), 0
    )
    more = branched(trainer, capture_weights(trainer), 1)
    more.run(200)
    assert {1, 2} <= set(more.diverged_at)
    fewer = trainer_of(without_lane(capture(more)), trainer.dataset)
    assert set(fewer.diverged_at) == {1}
    assert lane_bytes(fewer, 0) == lane_bytes(more, 0)


def test_kept_moments_have_the_lane_where_it_started() -> None:
    trainer = Trainer(net(), blobs())
    timeline = Timeline()
    for _ in range(10):
        trainer.measure()
        timeline.take(trainer)
        trainer.run(3)
    moment = timeline.at(12)
    assert moment is not None
    more = branched(trainer, moment, 0)
    change = partial(with_lane, lane=more.experiment.lanes[-1], start=start_at(moment, 0))
    timeline = timeline.changed(change)
    early = timeline.at(3)
    assert early is not None
    past = past_trainer(early, more)
    figures = past.snapshot().lanes
    assert [of.name for of in figures] == ["usual", "wild", "own", "branch"]
    assert np.isnan(figures[3].train_data_loss)
    assert np.isfinite(figures[0].train_data_loss)
    assert lane_bytes(past, 3) == lane_bytes(past_trainer(change(moment), more), 0)
    timeline = timeline.changed(without_lane)
    fewer = timeline.at(3)
    assert fewer is not None
    assert len(fewer.experiment.lanes) == 3


def test_names_tell_branches_apart() -> None:
    experiment = net()
    for wanted in ("usual from step 120", "usual from step 120 (2)", "usual from step 120 (3)"):
        experiment = branch_lane(experiment, 0, "usual from step 120")
        assert experiment.lanes[-1].name == wanted
        assert experiment.lanes[-1].set == experiment.lanes[0].set
    assert branch_lane(experiment, 0, "x" * 100).lanes[-1].name == "x" * 60
