"""Edits while training: which ones a running trainer takes, and that they act from the next step on."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.live_edits import live_changes, needs_restart
from engine.experiment.experiment import Experiment, parse
from engine.train.history.history import Mark
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    OPTIMIZER_KINDS,
    blobs,
    dataset_of,
    dense,
    dropout,
    lane,
    lane_bytes,
    recipe,
    small_net,
    trained,
)

LANES = [lane("a"), lane("b", seed=5, l2=0.3), lane("c", rate=0.1, learning_rate=0.2)]


@pytest.fixture
def experiment() -> Experiment:
    return small_net(lanes=LANES)


LIVE = [
    ("name", "another"),
    ("optimizer.learning_rate", 0.5),
    ("optimizer.kind", "adam"),
    ("batch_size", 3),
    ("sampling", "shuffle"),
    ("steps", 5),
    ("dropout_scaling", "train"),
    ("layers.0.l1", 0.5),
    ("layers.*.l2", 0.5),
    ("layers.2.rate", 0.0),
    ("lanes.0.name", "another"),
    ("lanes.0.l2", 0.5),
    ("lanes.1.l2", None),
    ("lanes.0.rate", 0.5),
    ("lanes.2.learning_rate", None),
]
RESTART = [
    ("seed", 1),
    ("loss", "mean_squared_error"),
    ("data.source", "xor"),
    ("data.train", 7),
    ("data.shuffle_seed", 0),
    ("layers.0.units", 6),
    ("layers.0.bias", False),
    ("layers.0.initialization", "uniform"),
    ("layers.1.function", "elu"),
    ("lanes.0.seed", 3),
    ("lanes.1.seed", None),
    ("lanes.0.initialization", "uniform"),
]


@pytest.mark.parametrize(("path", "value"), LIVE)
def test_numbers_are_taken_live(experiment: Experiment, path: str, value: object) -> None:
    changed = edited(experiment, path, value)
    assert changed != experiment
    assert not needs_restart(experiment, changed)
    assert not needs_restart(changed, experiment)
    trainer = trained(experiment, blobs(), 3)
    trainer.apply(changed)
    trainer.run(3)
    assert trainer.step == 6
    assert trainer.experiment == changed


@pytest.mark.parametrize(("path", "value"), RESTART)
def test_structure_and_data_start_again(experiment: Experiment, path: str, value: object) -> None:
    changed = edited(experiment, path, value)
    assert needs_restart(experiment, changed)
    assert needs_restart(changed, experiment)
    trainer = trained(experiment, blobs(), 3)
    with pytest.raises(ValueError, match="new trainer"):
        trainer.apply(changed)
    assert trainer.experiment == experiment
    assert trainer.history.view().marks == ()


def test_more_or_fewer_lanes_or_layers_start_again(experiment: Experiment) -> None:
    data = experiment.to_dict()
    assert needs_restart(experiment, parse({**data, "lanes": data["lanes"][:2]}))
    assert needs_restart(experiment, parse({**data, "lanes": [*data["lanes"][1:], data["lanes"][0]]}))
    assert needs_restart(experiment, parse({**data, "layers": [*data["layers"], dropout(0.1)]}))
    assert not needs_restart(experiment, parse(data))


# --- what each change does --------------------------------------------------------------------------------------------


def test_a_penalty_acts_from_the_next_step_on() -> None:
    """Inputs of zero: the data's gradient is zero, and a step with lr 0.5 and lambda 0.2 shrinks W by a tenth."""
    data = dataset_of(np.zeros((4, 2)), [0, 1, 0, 1])
    sgd = {"kind": "sgd", "learning_rate": 0.5}
    experiment = recipe(dense(2, bias=False), lanes=[lane("a"), lane("b")], optimizer=sgd)
    trainer = Trainer(experiment, data)
    start = trainer.lane_parameters(0)[0]["weight"]
    trainer.run(3)
    np.testing.assert_array_equal(trainer.lane_parameters(0)[0]["weight"], start)
    trainer.apply(edited(experiment, "lanes.1.l2", 0.2))
    trainer.run(2)
    np.testing.assert_array_equal(trainer.lane_parameters(0)[0]["weight"], start)
    np.testing.assert_allclose(trainer.lane_parameters(1)[0]["weight"], start * 0.81, rtol=1e-6)


def test_a_penalty_shows_at_once(experiment: Experiment) -> None:
    """The picture of a paused run follows its settings: sum W^2 does not move, so the penalty goes with lambda."""
    trainer = trained(experiment, blobs(), 3)
    before = trainer.snapshot().lanes[0].penalty
    trainer.apply(edited(experiment, "layers.*.l2", 0.05))
    assert trainer.snapshot().lanes[0].penalty == pytest.approx(before * 5)
    assert trainer.snapshot().step == 3


def test_the_rate_of_dropout_acts_at_once() -> None:
    data = dataset_of(np.ones((50, 20)), np.zeros(50, int))
    experiment = recipe(dropout(0.0), dense(2), sampling="full", lanes=[lane("a"), lane("b", rate=0.3)])
    trainer = Trainer(experiment, data)
    shares = []
    for rate in (0.0, 0.5, 0.9, 0.0):
        trainer.apply(edited(experiment, "lanes.0.rate", rate))
        trainer.run(1)
        mask = trainer.groups[0].network.workspace(50, training=True).masks[0]
        assert mask is not None
        shares.append(mask.mean(axis=(1, 2)))
    np.testing.assert_allclose(shares, [[1, 0.7], [0.5, 0.7], [0.1, 0.7], [1, 0.7]], atol=0.06)  # 1000: 4 deviations


def test_the_scaling_of_dropout_acts_at_once() -> None:
    """Test scaling multiplies the inputs of 1 by 0.6 in testing; weights (1, 0) make the logits (20 * 0.6, 0)."""
    experiment = recipe(dropout(0.4), dense(2))
    trainer = Trainer(experiment, dataset_of(np.ones((5, 20)), [1] * 5))
    trainer.groups[0].network.weighted_layers[0].weight[:] = [1, 0]
    assert trainer.snapshot().lanes[0].train_data_loss == pytest.approx(12, rel=1e-5)
    trainer.apply(edited(experiment, "dropout_scaling", "train"))
    assert trainer.snapshot().lanes[0].train_data_loss == pytest.approx(20, rel=1e-5)


def test_the_learning_rate_acts_from_the_next_step_on(experiment: Experiment) -> None:
    """A step is proportional to the rate, given the same start."""
    start = Trainer(experiment, blobs(), dtype=np.float64)
    moves = []
    for rate in (0.1, 0.3):
        trainer = Trainer(experiment, blobs(), dtype=np.float64)
        trainer.apply(edited(experiment, "optimizer.learning_rate", rate))
        trainer.run(1)
        moves.append(trainer.groups[0].network.parameters - start.groups[0].network.parameters)
    np.testing.assert_allclose(moves[1][:2], 3 * moves[0][:2], rtol=1e-9, atol=1e-15)
    np.testing.assert_array_equal(moves[1][2], moves[0][2])  # this lane has a rate of its own


def test_a_setting_of_the_optimizer_is_read_at_every_step(experiment: Experiment) -> None:
    """Momentum turned to 0 half way: from then on plain SGD, whatever was remembered."""
    with_momentum = edited(experiment, "optimizer.kind", "momentum")
    trainer = trained(with_momentum, blobs(), 4)
    trainer.apply(edited(with_momentum, "optimizer.momentum", 0.0))
    plain = trained(with_momentum, blobs(), 4)
    plain.apply(experiment)
    trainer.run(4)
    plain.run(4)
    np.testing.assert_allclose(trainer.groups[0].network.parameters, plain.groups[0].network.parameters, rtol=1e-6)


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_another_optimizer_starts_afresh(experiment: Experiment, kind: str) -> None:
    """As if a new trainer had begun with these weights at this step."""
    start = trained(edited(experiment, "optimizer.kind", "adam"), blobs(), 5)
    start.apply(edited(experiment, "optimizer.kind", kind))
    other = trained(experiment, blobs(), 5)
    other.apply(edited(experiment, "optimizer.kind", kind))
    other.groups[0].network.parameters[:] = start.groups[0].network.parameters
    if kind == "adam":
        assert start.groups[0].optimizer.t == 5
        return
    other.groups[0].optimizer.state[:] = 0  # where the kind was SGD's own all along
    start.run(5)
    other.run(5)
    assert [lane_bytes(start, index) for index in range(3)] == [lane_bytes(other, index) for index in range(3)]


@pytest.mark.parametrize(
    ("path", "value", "rows"), [("batch_size", 3, 3), ("batch_size", 100, 100), ("sampling", "full", 30)]
)
def test_batches_change_size(experiment: Experiment, path: str, value: object, rows: int) -> None:
    trainer = trained(experiment, blobs(), 5)
    trainer.apply(edited(experiment, path, value))
    trainer.run(2)
    assert trainer.groups[0].rows_seen == 5 * 8 + 2 * rows
    assert math.isfinite(trainer.snapshot().lanes[1].train_loss)


@pytest.mark.parametrize(
    ("first", "second"), [("replacement", "full"), ("full", "shuffle"), ("shuffle", "replacement")]
)
def test_sampling_changes(experiment: Experiment, first: str, second: str) -> None:
    """From the change on, the steps are those of a run that sampled so from the start: batches go by step alone."""
    start = edited(edited(experiment, "batch_size", 30), "sampling", first)
    changed = trained(start, blobs(), 5)
    changed.apply(edited(start, "sampling", second))
    straight = trained(edited(start, "sampling", second), blobs(), 5)
    straight.groups[0].network.parameters[:] = changed.groups[0].network.parameters
    changed.run(5)
    straight.run(5)
    assert [lane_bytes(changed, index) for index in range(3)] == [lane_bytes(straight, index) for index in range(3)]


def test_a_change_after_a_lane_has_left(experiment: Experiment) -> None:
    trainer = trained(experiment, blobs(), 3)
    trainer.groups[0].network.parameters[0] = np.nan
    trainer.run(1)
    assert trainer.active.tolist() == [1, 2]
    for path, value in LIVE:
        trainer.apply(edited(trainer.experiment, path, value))
        trainer.run(2)
    trainer.measure()
    assert [math.isfinite(entry.train_loss) for entry in trainer.snapshot().lanes] == [False, True, True]


# --- marks ------------------------------------------------------------------------------------------------------------


def test_what_changed(experiment: Experiment) -> None:
    changed = edited(edited(experiment, "layers.*.rate", 0.5), "lanes.0.l2", 0.7)
    changed = edited(edited(changed, "name", "other"), "steps", 7)
    assert sorted(live_changes(experiment, changed)) == [
        ("lanes.0.set.layers.*.l2", None, 0.7),
        ("layers.2.rate", 0.25, 0.5),
        ("layers.5.rate", 0.25, 0.5),
    ]
    assert sorted(live_changes(changed, experiment))[0] == ("lanes.0.set.layers.*.l2", 0.7, None)
    assert list(live_changes(experiment, experiment)) == []


def test_what_a_lane_sets_for_the_first_time_was_what_all_have() -> None:
    experiment = recipe(dense(2), lanes=[{"name": "a"}, {"name": "b"}])
    rate = experiment.optimizer.learning_rate
    changed = edited(experiment, "lanes.1.learning_rate", 3 * rate)
    path = "lanes.1.set.optimizer.learning_rate"
    assert list(live_changes(experiment, changed)) == [(path, rate, 3 * rate)]
    assert list(live_changes(changed, experiment)) == [(path, 3 * rate, rate)]


def test_another_optimizer_brings_and_takes_its_settings(experiment: Experiment) -> None:
    changes = set(live_changes(experiment, edited(experiment, "optimizer.kind", "momentum")))
    assert changes == {("optimizer.kind", "sgd", "momentum"), ("optimizer.momentum", None, 0.9)}


def test_marks_say_when_and_what(experiment: Experiment) -> None:
    trainer = trained(experiment, blobs(), 3)
    trainer.apply(edited(experiment, "batch_size", 4))
    trainer.run(2)
    trainer.apply(edited(trainer.experiment, "lanes.0.l2", 0.7))
    trainer.apply(edited(trainer.experiment, "name", "no mark"))
    assert trainer.snapshot().history.marks == (
        Mark(3, "batch_size", 8, 4),
        Mark(5, "lanes.0.set.layers.*.l2", None, 0.7),
    )


def test_a_slider_dragged_at_one_step_leaves_one_mark(experiment: Experiment) -> None:
    trainer = trained(experiment, blobs(), 3)
    for rate in (0.2, 0.3, 0.4):
        for path in ("layers.2.rate", "layers.5.rate"):
            trainer.apply(edited(trainer.experiment, path, rate))
    assert trainer.history.view().marks == (Mark(3, "layers.2.rate", 0.25, 0.4), Mark(3, "layers.5.rate", 0.25, 0.4))


def test_data_must_fit_the_output_layer() -> None:
    with pytest.raises(
        ExperimentError, match=r"layers\.6\.units: the output layer has 3 units, but rows has 4 classes"
    ):
        Trainer(small_net(), blobs(n_classes=4))
