"""The masks that are shown are those that train, and what is told of them agrees with independent draws."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.dropout import DRAWS, PASSES, DropoutLook, _through_masks
from engine.nn.evaluation import outputs
from engine.nn.workspace import Workspace
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dense, dropout, lane, lane_bytes, recipe, small_net

LANES = [lane("a"), lane("b", seed=5), lane("c", rate=0.6), lane("d", settings={"layers.2.rate": 0.0})]


def seen(trainer: Trainer, **request: Any) -> DropoutLook:
    found = look_inside(trainer, InspectionRequest(frozenset(["dropout"]), **request))["dropout"]
    assert isinstance(found, DropoutLook)
    return found


def masks_of_the_next_step(trainer: Trainer, monkeypatch: pytest.MonkeyPatch) -> list[NDArray[Any]]:
    """What really goes into it: (lanes, rows, units) for each dropout layer."""
    caught: list[NDArray[Any]] = []
    draw = trainer.groups[0].network.draw_masks

    def draw_and_keep(raw: NDArray[Any], work: Workspace) -> None:
        draw(raw, work)
        caught[:] = [mask.copy() for mask in work.masks if mask is not None]

    with monkeypatch.context() as patch:
        patch.setattr(trainer.groups[0].network, "draw_masks", draw_and_keep)
        trainer.run(1)
    return caught


@pytest.mark.parametrize("sampling", ["replacement", "shuffle", "full"])
def test_the_mask_shown_is_that_of_the_next_step(sampling: str, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = Trainer(small_net(rate=0.5, lanes=LANES, sampling=sampling), blobs())
    for _ in range(6):  # a shuffled epoch of 30 rows ends with a batch of 6
        shown = [seen(trainer, focus=index) for index in range(4)]
        first, second = masks_of_the_next_step(trainer, monkeypatch)
        for index in range(4):
            network_input, hidden, deeper, out = shown[index].kept
            assert network_input.all()
            assert out.all()
            np.testing.assert_array_equal(hidden, first[index, 0].astype(bool))
            np.testing.assert_array_equal(deeper, second[index, 0].astype(bool))
    assert shown[3].kept[1].all(), "this lane drops nothing there"


def test_it_goes_on_when_a_lane_has_left(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = Trainer(small_net(rate=0.5, lanes=[lane("a", learning_rate=100.0, l2=10.0), lane("b", seed=5)]), blobs())
    trainer.run(400)
    assert trainer.diverged_at.keys() == {0}
    gone, there = seen(trainer, focus=0), seen(trainer, focus=1)
    assert gone.kept == ()
    assert gone.rates == ()
    assert np.isnan(gone.sampled).all()
    assert np.isnan(gone.tested_share).all()
    assert np.isnan([gone.masked[0], gone.tested[0]]).all()
    assert np.isfinite([gone.masked[1], gone.tested[1]]).all()
    first, second = masks_of_the_next_step(trainer, monkeypatch)
    np.testing.assert_array_equal(there.kept[1], first[0, 0].astype(bool))
    np.testing.assert_array_equal(there.kept[2], second[0, 0].astype(bool))


def test_a_lane_that_was_stopped_still_answers() -> None:
    stopping = {"on": True, "every": 5, "patience": 1, "minimum_change": 100}
    trainer = Trainer(small_net(early_stopping=stopping), blobs())
    trainer.run(100)
    assert trainer.stopped_at
    found = seen(trainer, row=3)
    assert found.kept == ()
    assert found.sampled.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_columns_are_the_input_and_the_dense_layers() -> None:
    layers = [dropout(0.5), dense(6), activation(), dropout(0.5), dropout(0.2), dense(3), dropout(0.9)]
    found = seen(Trainer(recipe(*layers), blobs()))
    assert [len(units) for units in found.kept] == [4, 6, 3]
    assert found.rates == pytest.approx([0.5, 0.6, 0.9])


def test_without_dropout_there_is_nothing_to_tell() -> None:
    found = seen(Trainer(recipe(dense(4), activation(), dense(3)), blobs()))
    assert found.rates == (0, 0, 0)
    assert all(units.all() for units in found.kept)
    assert found.masked == pytest.approx(found.tested)
    assert np.ptp(found.sampled, axis=0).max() < 1e-6


@pytest.mark.parametrize("scaling", ["test", "train"])
def test_in_a_linear_net_the_masks_agree_with_testing_on_average(scaling: str) -> None:
    """A linear net passes expectations on: E[mask] = 1 - rate, in each layer by itself."""
    trainer = Trainer(
        recipe(dense(5), dropout(0.3), dense(4), dropout(0.5), dense(3), dropout_scaling=scaling), blobs()
    )
    trainer.run(5)
    x = np.repeat(trainer.groups[0].rows.train_x[:4], 64, axis=0)
    drawn = np.concatenate(
        [out[0].reshape(4, 64, 3).copy() for out in _through_masks(trainer.groups[0].network, x, 60)], axis=1
    )
    error = drawn.std(axis=1) / np.sqrt(drawn.shape[1])
    z = (drawn.mean(axis=1) - outputs(trainer.groups[0].network, trainer.groups[0].rows.train_x[:4])[0]) / error
    assert np.abs(z).max() < 4
    assert np.sqrt((z**2).mean()) < 2


def plain(trainer: Trainer, lane: int, x: NDArray[Any], keep: list[NDArray[Any] | float]) -> NDArray[np.float64]:
    """Log probabilities by `small_net`, in float64; keep: a factor for each of its two dropout layers."""
    first, _, _, second, _, _, last = trainer.lane_parameters(lane)
    hidden = np.maximum(x.astype(np.float64) @ first["weight"] + first["bias"], 0) * keep[0]
    deeper = np.tanh(hidden @ second["weight"] + second["bias"]) * keep[1]
    z = deeper @ last["weight"] + last["bias"]
    result: NDArray[np.float64] = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    return result


@pytest.mark.parametrize("index", [0, 1])
def test_the_figures_are_those_of_masks_drawn_independently(index: int) -> None:
    trainer = Trainer(small_net(rate=0.4, lanes=LANES[:2]), blobs())
    trainer.run(150)
    found = seen(trainer, focus=index, row=11)
    rng = np.random.default_rng(3)
    data, rows = trainer.dataset, np.arange(len(trainer.groups[0].rows.train_x))
    in_testing = plain(trainer, index, data.train_x, [0.6, 0.6])
    assert found.tested[index] == pytest.approx(-in_testing[rows, data.train_y].mean(), rel=1e-5)
    assert found.tested_share == pytest.approx(np.exp(in_testing[11]), abs=1e-5)

    draws = 4000
    masks = rng.random((2, draws, len(rows), 5)) >= 0.4
    drawn = plain(trainer, index, data.train_x, [masks[0], masks[1]])
    losses = -drawn[:, rows, data.train_y].mean(axis=1)
    assert found.masked[index] == pytest.approx(losses.mean(), abs=4 * losses.std() / np.sqrt(DRAWS))
    assert found.masked[index] != found.tested[index]
    shares = np.exp(drawn[:, 11])
    assert found.sampled.shape == (PASSES, 3)
    assert found.mean == pytest.approx(shares.mean(axis=0), abs=4 * shares.std(axis=0).max() / np.sqrt(PASSES))
    assert found.sampled.std(axis=0) == pytest.approx(shares.std(axis=0), rel=0.35)
    low, high = found.quantiles(0.1, 0.9)
    assert ((found.sampled >= low) & (found.sampled <= high)).mean() == pytest.approx(0.8, abs=0.04)


def test_batch_normalization_takes_its_running_statistics() -> None:
    """Else 64 copies of one row would have no variance at all."""
    layers = [dense(6), batch_norm(), activation(), dropout(0.0), dense(3)]
    trainer = Trainer(recipe(*layers, optimizer={"kind": "adam", "learning_rate": 0.05}), blobs())
    trainer.run(200)
    found = seen(trainer, row=2)
    np.testing.assert_allclose(found.sampled, np.broadcast_to(found.tested_share, (PASSES, 3)), rtol=1e-5)
    assert np.ptp(found.tested_share) > 0.1, "the net was made to have learned something"


def test_the_row_is_one_there_is() -> None:
    trainer = Trainer(small_net(), blobs(train=30))
    assert seen(trainer, row=99).row == 29
    assert seen(trainer, row=-1).row == 0


def test_looking_changes_nothing() -> None:
    layers = [dense(6), batch_norm(), activation(), dropout(0.5), dense(3)]
    fields: dict[str, Any] = {"lanes": LANES[:3], "batch_size": 8, "sampling": "shuffle"}
    watched, alone = (Trainer(recipe(*layers, **fields), blobs()) for _ in range(2))
    for _ in range(5):
        for focus in range(3):
            seen(watched, focus=focus, row=focus)
        watched.run(3)
        alone.run(3)
    for index in range(3):
        assert lane_bytes(watched, index) == lane_bytes(alone, index)
