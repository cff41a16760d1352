"""Lanes: nobody's numbers depend on the neighbours, and lanes of one seed draw one and the same chance."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane, lane_layers, lane_seed, lane_setup, lane_value
from engine.train.history.history import MEASURES
from engine.train.stepping.batches import Batches
from engine.train.trainer import Trainer
from tests.conftest import thorough_product
from tests.engine.helpers import (
    KINDS_OF_MEMORY,
    OPTIMIZER_KINDS,
    activation,
    blobs,
    dense,
    dropout,
    lane,
    lane_bytes,
    recipe,
    small_net,
    trained,
)

STEPS = 25

LANES = [
    lane("plain"),
    lane("no penalty", l2=0.0),
    lane("l1 and another seed", l1=0.02, seed=8),
    lane("no dropout", rate=0.0, initialization="xavier_normal"),
    lane("one dropout off", settings={"layers.2.rate": 0.0}, seed=8),
    lane("more dropout, slow", rate=0.6, learning_rate=0.01),
    lane("orthogonal", initialization="orthogonal", seed=9),
]


def assert_each_lane_is_what_it_is_alone(experiment: Experiment, steps: int = STEPS, **options: Any) -> Trainer:
    """Trains all lanes together and each by itself, measuring on the way, and compares bit for bit."""
    data = blobs()

    def history(recipe: Experiment) -> tuple[Trainer, np.ndarray]:
        trainer = Trainer(recipe, data, **options)
        for _ in range(steps // 5):
            trainer.run(5)
            trainer.measure()
        return trainer, trainer.history.view().values

    together, figures = history(experiment)
    for index in range(len(experiment.lanes)):
        single, its_figures = history(isolate_lane(experiment, index))
        assert lane_bytes(single, 0) == lane_bytes(together, index), experiment.lanes[index].name
        n = len(its_figures)  # fewer records if it diverged: then it stops by itself
        np.testing.assert_array_equal(its_figures[:, :, 0], figures[:n, :, index])
        assert single.diverged_at.get(0) == together.diverged_at.get(index)
    return together


@pytest.mark.parametrize(("kind", "sampling"), thorough_product(OPTIMIZER_KINDS, ["replacement", "shuffle", "full"]))
def test_a_lane_among_others_is_the_lane_alone(kind: str, sampling: str) -> None:
    optimizer = {"kind": kind, "learning_rate": 0.05}
    assert_each_lane_is_what_it_is_alone(small_net(optimizer=optimizer, sampling=sampling, lanes=LANES))


@pytest.mark.parametrize("scaling", ["test", "train"])
@pytest.mark.parametrize("loss", ["softmax_cross_entropy", "mean_squared_error"])
def test_whatever_the_loss_and_the_dropout_scaling(loss: str, scaling: str) -> None:
    assert_each_lane_is_what_it_is_alone(small_net(loss=loss, dropout_scaling=scaling, lanes=LANES))


@pytest.mark.parametrize("function", ["leaky_relu", "elu", "sigmoid", "gelu"])
def test_whatever_the_activation_and_the_width(function: str) -> None:
    layers = [dropout(0.1), dense(37), activation(function), dense(1), activation(function), dense(3), dropout(0.1)]
    lanes = [lane("a"), lane("b", seed=4, rate=0.0), lane("c", l2=0.1)]
    assert_each_lane_is_what_it_is_alone(recipe(*layers, batch_size=11, lanes=lanes))


@pytest.mark.parametrize(("kind", "too_fast"), [("sgd", 15.0), ("momentum", 5.0), ("nesterov", 5.0)])
def test_a_neighbour_that_diverges_half_way_leaves_no_trace(kind: str, too_fast: float) -> None:
    """The neighbour is the only one that drops units of the first hidden layer, and the only one of its seed."""
    layers = [dense(5), activation(), dropout(0.0), dense(5), activation(), dropout(0.3), dense(5), dense(3)]
    wild = lane("wild", learning_rate=too_fast, seed=3, settings={"layers.2.rate": 0.1}, l2=5.0)
    experiment = recipe(
        *layers,
        optimizer={"kind": kind, "learning_rate": 0.02},
        batch_size=8,
        lanes=[lane("calm"), wild, lane("calm, other seed", seed=4), lane("calm, no dropout", rate=0.0)],
    )
    together = assert_each_lane_is_what_it_is_alone(experiment, 60)
    assert list(together.diverged_at) == [1]
    assert 1 < together.diverged_at[1] < 55
    assert np.isfinite(together.history.view().values[:, :, [0, 2, 3]]).all()


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_the_memory_of_the_optimizer_stays_with_its_lane(kind: str) -> None:
    """The middle lane is given a weight that is no number, so that it leaves with any optimizer."""
    experiment = small_net(optimizer={"kind": kind, "learning_rate": 0.05}, lanes=LANES[:3])
    whole, broken = Trainer(experiment, blobs()), Trainer(experiment, blobs())
    whole.run(10)
    broken.run(10)
    broken.groups[0].network.parameters[1, 0] = np.nan
    whole.run(10)
    broken.run(10)
    assert broken.diverged_at == {1: 10}
    assert lane_bytes(broken, 0) == lane_bytes(whole, 0)
    assert lane_bytes(broken, 2) == lane_bytes(whole, 2)


def test_measuring_changes_nothing() -> None:
    experiment, data = small_net(lanes=LANES), blobs()
    often = Trainer(experiment, data)
    for _ in range(STEPS):
        often.measure()
        often.run(1)
    once = trained(experiment, data, STEPS)
    assert [lane_bytes(often, lane) for lane in range(len(LANES))] == [
        lane_bytes(once, lane) for lane in range(len(LANES))
    ]


def test_the_order_of_lanes_means_nothing() -> None:
    forwards = trained(small_net(lanes=LANES), blobs(), STEPS)
    backwards = trained(small_net(lanes=LANES[::-1]), blobs(), STEPS)
    for index in range(len(LANES)):
        assert lane_bytes(forwards, index) == lane_bytes(backwards, len(LANES) - 1 - index)


# --- common random numbers --------------------------------------------------------------------------------------------


def test_uniform_initializations_of_one_seed_are_one_draw_at_different_scales() -> None:
    lanes = [lane(name, initialization=name) for name in ("uniform", "he_uniform", "xavier_uniform")]
    trainer = Trainer(recipe(dense(6), dense(3), lanes=lanes), blobs())
    naive, he, xavier = (trainer.lane_parameters(index)[0]["weight"] for index in range(3))
    np.testing.assert_allclose(he, naive * math.sqrt(6 / 4), rtol=1e-6)  # 4 inputs
    np.testing.assert_allclose(xavier, naive * math.sqrt(6 / 10), rtol=1e-6)  # 4 inputs + 6 outputs


def test_normal_initializations_of_one_seed_are_one_draw_at_different_scales() -> None:
    lanes = [lane(name, initialization=name) for name in ("lecun_normal", "he_normal", "xavier_normal")]
    trainer = Trainer(recipe(dense(6), dense(3), lanes=lanes), blobs())
    lecun, he, xavier = (trainer.lane_parameters(index)[0]["weight"] for index in range(3))
    np.testing.assert_allclose(he, lecun * math.sqrt(2), rtol=1e-6)
    np.testing.assert_allclose(xavier, lecun * math.sqrt(2 / 10 * 4), rtol=1e-6)


def test_lanes_of_one_seed_see_the_same_batches() -> None:
    same = trained(small_net(lanes=[lane("a"), lane("b", l2=0.5, rate=0.1)]), blobs(), 3)
    assert same.groups[0].network.workspace(8, training=True).values[0].shape == (1, 8, 4)  # one batch, shared
    mixed = trained(small_net(lanes=[lane("a"), lane("b", seed=5), lane("c", l2=0.5), lane("d", seed=5)]), blobs(), 3)
    a, b, c, d = mixed.groups[0].network.workspace(8, training=True).values[0]
    np.testing.assert_array_equal(a, c)
    np.testing.assert_array_equal(b, d)
    assert (a != b).any()


def test_a_higher_rate_drops_the_same_units_and_some_more() -> None:
    rates = [0.0, 0.1, 0.4, 0.8]
    trainer = trained(small_net(lanes=[lane(str(rate), rate=rate) for rate in rates], batch_size=200), blobs(), 2)
    masks = [
        mask.astype(bool) for mask in trainer.groups[0].network.workspace(200, training=True).masks if mask is not None
    ]
    assert len(masks) == 2
    for mask in masks:
        assert mask[0].all()
        for gentler, harsher in itertools.pairwise(mask):
            assert not (harsher & ~gentler).any()
        np.testing.assert_allclose(1 - mask.mean(axis=(1, 2)), rates, atol=0.06)  # 1000 units: 4 deviations
    assert (masks[0] != masks[1]).any()


@pytest.mark.parametrize("rate", [0.0, 0.7])
def test_the_rate_of_one_layer_leaves_the_masks_of_another_alone(rate: float) -> None:
    """Otherwise what differs on the screen would not be caused by that rate alone."""
    masks = [
        trained(small_net(lanes=[lane("a", settings={"layers.2.rate": first})]), blobs(), 3)
        .groups[0]
        .network.workspace(8, training=True)
        .masks[5]
        for first in (0.25, rate)
    ]
    assert masks[0] is not None
    np.testing.assert_array_equal(*masks)


def test_another_seed_is_another_start_and_other_batches() -> None:
    trainer = trained(small_net(rate=0.0, lanes=[lane("a"), lane("b", seed=1)]), blobs(), 0)
    first, second = (trainer.lane_parameters(index)[0]["weight"] for index in range(2))
    assert (first != second).all()
    rows = Batches([0, 1], 1000, 50, "replacement").rows_at(0)
    assert rows is not None
    assert (rows[0] != rows[1]).mean() > 0.9


def test_equal_lanes_stay_equal() -> None:
    trainer = trained(small_net(lanes=[lane("a"), lane("b"), lane("c", seed=0)]), blobs(), STEPS)
    assert lane_bytes(trainer, 0) == lane_bytes(trainer, 1) == lane_bytes(trainer, 2)


def test_sixty_four_lanes() -> None:
    lanes = [lane(str(index), l2=index / 100, seed=index % 3) for index in range(64)]
    trainer = trained(small_net(lanes=lanes), blobs(), 5)
    assert len({b"".join(lane_bytes(trainer, index)) for index in range(64)}) == 64


# --- a lane's settings ------------------------------------------------------------------------------------------------


def test_a_setting_for_one_layer_wins_over_the_one_for_all_in_any_order() -> None:
    for settings in ({"layers.0.l2": 0.5, "layers.*.l2": 0.1}, {"layers.*.l2": 0.1, "layers.0.l2": 0.5}):
        experiment = recipe(dense(5), dense(5), dense(3), lanes=[lane("a", settings=settings)])
        assert [layer.l2 for layer in lane_layers(experiment, 0)] == [0.5, 0.1, 0.1]
        assert lane_value(experiment, 0, "l2") is None


def test_the_trainer_uses_the_settings_of_each_lane() -> None:
    """Weights of 1: the penalty is l2 / 2 for each of the 20 + 15 weights."""
    settings = {"layers.*.l2": 0.1, "layers.0.l2": 0.5}
    trainer = Trainer(recipe(dense(5), dense(3), lanes=[lane("a", settings=settings), lane("b")]), blobs())
    trainer.groups[0].network.parameters[:] = 1
    assert trainer.groups[0].network.penalties() == pytest.approx([20 * 0.25 + 15 * 0.05, 0])


def test_lane_values() -> None:
    experiment = small_net(
        seed=3, lanes=[lane("a"), lane("b", seed=5, learning_rate=0.7, l2=1, initialization="xavier")]
    )
    assert [lane_seed(experiment, index) for index in range(2)] == [3, 5]
    assert [lane_setup(experiment, index).optimizer.learning_rate for index in range(2)] == [0.1, 0.7]
    assert [lane_value(experiment, index, "l2") for index in range(2)] == [0.01, 1.0]
    assert [lane_value(experiment, index, "rate") for index in range(2)] == [0.25, 0.25]
    assert [lane_value(experiment, index, "initialization") for index in range(2)] == ["he_uniform", "xavier_uniform"]
    assert lane_value(recipe(dense(3)), 0, "rate") is None


def test_alone_writes_the_settings_into_the_stack() -> None:
    experiment = small_net(lanes=LANES)
    for index in range(len(LANES)):
        single = isolate_lane(experiment, index)
        assert len(single.lanes) == 1
        assert single.lanes[0].set == {}
        for field in ("initialization", "l1", "l2", "rate", "learning_rate", "seed"):
            assert lane_value(single, 0, field) == lane_value(experiment, index, field)


def test_measures_cover_every_lane() -> None:
    view = trained(small_net(lanes=LANES), blobs(), 1).history.view()
    assert view.values.shape == (1, len(MEASURES), len(LANES))
