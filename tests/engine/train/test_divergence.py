"""Lanes whose numbers run away: noticed, marked, taken out, and nobody else is troubled."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.train.history.history import MEASURES
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dataset_of, dense, lane, lane_bytes, recipe, small_net


def deep_net(*lanes: dict[str, object], **fields: object) -> Experiment:
    """64-100x5-3 with ReLU; the naive initialization makes its logits about 1e5 large, and its gradients too."""
    hidden = [part for _ in range(5) for part in (dense(100), activation("relu"))]
    return recipe(*hidden, dense(3), lanes=list(lanes), batch_size=16, **fields)


@pytest.fixture(scope="module")
def half_diverged() -> Trainer:
    """The naive lane against He and, measured after each step, ten steps long."""
    lanes = [lane("naive", initialization="uniform"), lane("He"), lane("He, other seed", seed=4)]
    trainer = Trainer(deep_net(*lanes), blobs(64))
    for _ in range(10):
        trainer.measure()
        trainer.run(1)
    trainer.measure()
    return trainer


def test_the_naive_initialization_goes_to_nan_within_a_few_steps(half_diverged: Trainer) -> None:
    assert list(half_diverged.diverged_at) == [0]
    assert 1 <= half_diverged.diverged_at[0] <= 5
    assert half_diverged.active.tolist() == [1, 2]


def test_the_others_go_on(half_diverged: Trainer) -> None:
    assert half_diverged.step == 10
    _, *others = half_diverged.snapshot().lanes
    assert all(other.diverged_at is None for other in others)
    losses = half_diverged.history.view().measure("train_loss")[:, 1:]
    assert (losses[-1] < losses[0]).all()


def test_its_figures_are_nan(half_diverged: Trainer) -> None:
    snapshot = half_diverged.snapshot()
    naive = snapshot.lanes[0]
    assert naive.diverged_at == half_diverged.diverged_at[0]
    figures = [getattr(naive, measure) for measure in (*MEASURES, "train_loss", "test_loss", "gap")]
    assert all(math.isnan(figure) for figure in figures)
    assert not snapshot.all_diverged


def test_its_history_is_nan_from_then_on(half_diverged: Trainer) -> None:
    view, since = half_diverged.history.view(), half_diverged.diverged_at[0]
    assert view.steps.tolist() == list(range(11))
    assert np.isfinite(view.values[: since - 1, :, 0]).all()
    assert np.isnan(view.values[since:, :, 0]).all()
    assert np.isfinite(view.values[:, :, 1:]).all()


def test_its_parameters_can_still_be_read(half_diverged: Trainer) -> None:
    layers = half_diverged.lane_parameters(0)
    assert [layer["weight"].shape for layer in layers if layer] == [(64, 100), *[(100, 100)] * 4, (100, 3)]
    assert [layer["bias"].shape for layer in layers if layer] == [(100,)] * 5 + [(3,)]
    assert [bool(layer) for layer in layers] == [True, False] * 5 + [True]


def test_parameters_of_the_others_are_their_own(half_diverged: Trainer) -> None:
    for index in (1, 2):
        weights = half_diverged.lane_parameters(index)[0]["weight"]
        np.testing.assert_array_equal(weights, half_diverged.groups[0].network.weighted_layers[0].weight[index - 1])


def test_when_all_diverge_training_stops() -> None:
    lanes = [lane("naive", initialization="uniform"), lane("naive too", initialization="uniform", seed=1)]
    trainer = Trainer(deep_net(*lanes), blobs(64))
    trainer.run(1000)
    assert set(trainer.diverged_at) == {0, 1}
    assert trainer.step == max(trainer.diverged_at.values()) < 10
    trainer.run(10)
    assert trainer.step == max(trainer.diverged_at.values())
    trainer.measure()
    snapshot = trainer.snapshot()
    assert snapshot.all_diverged
    assert all(math.isnan(entry.train_loss) for entry in snapshot.lanes)
    assert len(trainer.lane_parameters(1)) == 11
    trainer.apply(edited(edited(trainer.experiment, "layers.*.l2", 0.1), "optimizer.kind", "adam"))
    trainer.run(10)
    assert trainer.snapshot().all_diverged


def test_one_alone() -> None:
    trainer = Trainer(deep_net(lane("naive", initialization="uniform")), blobs(64))
    trainer.run(50)
    assert trainer.snapshot().all_diverged


def test_a_lane_that_diverges_after_it_was_measured_has_no_figures_left() -> None:
    """The step does not move when the last lane goes, so the figures of this very step have to be given up."""
    trainer = Trainer(small_net(lanes=[lane("a"), lane("b")]), blobs())
    trainer.run(3)
    assert math.isfinite(trainer.snapshot().lanes[0].train_loss)
    trainer.groups[0].network.parameters[:, 0] = np.nan
    trainer.run(1)
    assert trainer.diverged_at == {0: 3, 1: 3}
    assert all(math.isnan(entry.train_loss) for entry in trainer.snapshot().lanes)


def test_a_measurement_says_what_the_coming_step_would() -> None:
    trainer = Trainer(small_net(lanes=[lane("a"), lane("b")]), blobs())
    trainer.run(3)
    trainer.groups[0].network.parameters[1, -1] = np.inf
    trainer.measure()
    assert trainer.diverged_at == {1: 3}
    assert [math.isfinite(entry.train_loss) for entry in trainer.snapshot().lanes] == [True, False]
    before = lane_bytes(trainer, 1)
    trainer.run(5)
    assert trainer.step == 8
    assert lane_bytes(trainer, 1) == before
    assert trainer.lane_parameters(1)[-1]["bias"][-1] == np.inf


def test_an_infinite_penalty_counts() -> None:
    """The outputs look sound, for tanh bounds them, but what is to be made small is infinite."""
    layers = [dense(1, l2=1.0), activation("tanh"), dense(2, l2=1.0)]
    trainer = Trainer(recipe(*layers), dataset_of([[1.0]], [0]))
    trainer.groups[0].network.parameters[0, 0] = np.inf
    trainer.measure()
    assert trainer.diverged_at == {0: 0}


def test_an_evaluation_that_is_not_finite_is_no_divergence() -> None:
    """Before the first step the running variances are 1, so that a signal that each of 70 layers makes four times as
    large overflows; in training the statistics of the batch hold it back, and soon the running ones do."""
    hidden = [part for _ in range(70) for part in (dense(100, initialization="uniform"), batch_norm(), activation())]
    trainer = Trainer(recipe(*hidden, dense(3), batch_size=16), blobs(64))
    trainer.measure()
    (state,) = trainer.snapshot().lanes
    assert trainer.diverged_at == {}
    assert not math.isfinite(state.train_loss)
    assert math.isnan(state.train_accuracy)
    trainer.run(30)
    trainer.measure()
    (state,) = trainer.snapshot().lanes
    assert (trainer.step, trainer.diverged_at) == (30, {})
    assert math.isfinite(state.train_loss)


def test_a_row_that_no_batch_has_drawn_is_no_reason_to_leave() -> None:
    """The last training row is so large that its loss is infinite, and the only batch is the first row."""
    data = dataset_of([[1.0]] * 200 + [[3e38]], [0] * 201)
    trainer = Trainer(recipe(dense(2, initialization="uniform"), batch_size=1, seed=1), data)
    trainer.groups[0].network.parameters[:, :2] = 10
    for _ in range(5):
        trainer.measure()
        trainer.run(1)
    assert trainer.diverged_at == {}
    assert not np.isfinite(trainer.history.view().measure("train_data_loss")).any()


def test_a_parameter_that_is_not_finite_counts_though_no_output_shows_it() -> None:
    """ReLU makes 0 of minus infinity."""
    trainer = Trainer(recipe(dense(2), activation(), dense(2), lanes=[lane("a"), lane("b")]), dataset_of([[1.0]], [0]))
    trainer.run(2)
    trainer.groups[0].network.parameters[1, 0] = -np.inf
    trainer.run(2)
    assert trainer.diverged_at == {1: 2}


@pytest.mark.parametrize("n_lanes", [1, 2, 5])
def test_large_but_finite_numbers_are_no_divergence(n_lanes: int) -> None:
    """Logits of 2e38 are finite, though two of them add up to infinity in float32, and so do those of two lanes."""
    lanes = [lane(str(index), initialization="zeros") for index in range(n_lanes)]
    trainer = Trainer(recipe(dense(2), sampling="full", lanes=lanes), dataset_of([[1.0]], [0]))
    trainer.groups[0].network.parameters[:, :2] = 2e38
    trainer.run(2)
    trainer.measure()
    assert trainer.step == 2
    assert trainer.diverged_at == {}
    assert trainer.snapshot().lanes[-1].train_data_loss == pytest.approx(math.log(2))
