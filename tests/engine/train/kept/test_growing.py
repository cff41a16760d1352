"""A branch that grows, or goes without a layer, on the weights that were trained; the lanes beside it never feel it."""

from __future__ import annotations

from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import branch_lane
from engine.experiment.lanes.lanes import lane_layers
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.train.kept.branching import Start, start_at, start_now, with_lane, without_lane
from engine.train.kept.growing import as_another_network, check_change
from engine.train.kept.run_state import capture, restore, trainer_of
from engine.train.kept.timeline import Timeline, past_trainer
from engine.train.trainer import Trainer
from tests.conftest import thorough
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
    pictures,
    recipe,
    trained,
)

FUNCTIONS = tuple(ACTIVATIONS)
LANES = [lane("usual", l2=0.1), lane("own", seed=4, rate=0.5)]


def net(*layers: dict[str, Any], **fields: Any) -> Experiment:
    hidden = layers or (dense(6, l2=0.01), activation(), dropout(0.3), dense(5), activation("tanh"))
    usual = {"lanes": LANES, "batch_size": 8, "optimizer": {"kind": "adam", "learning_rate": 0.02}}
    return recipe(*hidden, dense(3), **{**usual, **fields})


def branched(trainer: Trainer, noise: float = 0.0, index: int = 0, **settings: Any) -> tuple[Trainer, Start]:
    """With a lane more, which goes on as lane ``index`` is with other settings: ``layers_0_units=9``."""
    paths = {name.replace("_", "."): value for name, value in settings.items()}
    new = branch_lane(trainer.experiment, index, "branch", paths)
    start = as_another_network(start_now(trainer, index), trainer, new, noise)
    more = trainer_of(with_lane(capture(trainer), new.lanes[-1], start), trainer.dataset)
    more.apply(new)
    return more, start


def answers(trainer: Trainer, lane: int, rows: Dataset) -> np.ndarray[Any, Any]:
    """The outputs of the last layer for all training rows, as in testing."""
    group, own = trainer.of(lane)
    network = group.alone(own)
    work = network.workspace(len(rows.train_x), training=False)
    work.values[0] = np.asarray(rows.train_x, np.float32)[None]
    return network.forward(work)[0].copy()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_wider_it_says_the_same_whatever_the_activation(function: str) -> None:
    trainer = trained(net(dense(6), activation(function), dropout(0.3), dense(5), activation(function)), blobs(), 40)
    more, start = branched(trainer, layers_0_units=15)
    assert more.lane_parameters(2)[0]["weight"].shape == (4, 15)
    np.testing.assert_allclose(answers(more, 2, blobs()), answers(trainer, 0, blobs()), atol=1e-5)
    assert start.moved < 1e-6


@pytest.mark.parametrize(
    ("layers", "settings"),
    [
        ([dense(6), batch_norm(), activation()], {"layers_0_units": 7}),
        ([dense(6), activation(), {"kind": "layer_norm"}], {"layers_0_units": 18}),
        ([dense(6, bias=False), activation("tanh"), dense(4)], {"layers_0_units": 8, "layers_2_units": 9}),
    ],
)
def test_normalized_or_grown_twice_it_says_the_same(layers: list[dict[str, Any]], settings: dict[str, int]) -> None:
    trainer = trained(net(*layers), blobs(), 40)
    more, _ = branched(trainer, **settings)
    np.testing.assert_allclose(answers(more, 2, blobs()), answers(trainer, 0, blobs()), atol=1e-5)


@pytest.mark.parametrize("behind", [[], [{"kind": "flatten"}], [{"kind": "global_average_pool"}]])
def test_filters_are_copied_with_their_maps(behind: list[dict[str, Any]]) -> None:
    first, second = {"kind": "conv2d", "filters": 3}, {"kind": "conv2d", "filters": 2, "kernel": 2}
    layers = [first, batch_norm(), activation(), {"kind": "max_pool"}, second, *behind]
    rows = pictures((8, 8, 1))
    trainer = trained(net(*layers, lanes=LANES[:1]), rows, 20)
    more, _ = branched(trainer, layers_0_filters=5, layers_4_filters=7)
    np.testing.assert_allclose(answers(more, 1, rows), answers(trainer, 0, rows), atol=1e-5)


def test_a_unit_copied_by_hand() -> None:
    """One hidden unit becomes two, which lead on with the weight of the one together, and not with half of it each."""
    trainer = trained(net(dense(1), activation("tanh"), lanes=LANES[:1]), blobs(), 10)
    hidden, _, output = trainer.lane_parameters(0)
    more, _ = branched(trainer, layers_0_units=2)
    wide, _, split = more.lane_parameters(1)
    np.testing.assert_array_equal(wide["weight"], np.hstack([hidden["weight"], hidden["weight"]]))
    np.testing.assert_array_equal(wide["bias"], np.repeat(hidden["bias"], 2))
    np.testing.assert_allclose(split["weight"].sum(axis=0), output["weight"][0], rtol=1e-6)
    ratio = split["weight"] / output["weight"]
    np.testing.assert_allclose(ratio, np.broadcast_to(ratio[:, :1], ratio.shape), rtol=1e-5)
    assert 0.1 <= ratio.min() < 0.45
    np.testing.assert_array_equal(split["bias"], output["bias"])


def test_units_that_are_off_are_not_copied() -> None:
    off = lane("lesioned", settings={"layers.0.off_units": [0, 1, 2], "layers.1.off_units": [4]})
    trainer = trained(net(dense(6), activation("tanh"), lanes=[off]), blobs(), 40)
    more, start = branched(trainer, layers_0_units=40)
    np.testing.assert_allclose(answers(more, 1, blobs()), answers(trainer, 0, blobs()), atol=1e-5)
    assert start.moved is not None
    assert start.moved < 1e-6


def test_where_all_units_are_off_or_are_counted_over_maps_it_cannot_grow() -> None:
    def refused(experiment: Experiment, settings: dict[str, Any], rows: Dataset) -> str:
        new = branch_lane(experiment, 0, "branch", settings)
        with pytest.raises(PlaygroundError) as refusal:
            check_change(lane_layers(experiment, 0), lane_layers(new, 1), rows)
        return str(refusal.value)

    off = net(dense(2), activation("tanh"), lanes=[lane("off", settings={"layers.1.off_units": [0, 1]})])
    assert "there is none to be copied" in refused(off, {"layers.0.units": 4}, blobs())
    maps = [{"kind": "conv2d", "filters": 3}, {"kind": "flatten"}, activation()]
    flat = net(*maps, lanes=[lane("off", settings={"layers.2.off_units": [7]})])
    assert "counted over all maps" in refused(flat, {"layers.0.filters": 4}, pictures((8, 8, 1)))


@pytest.mark.parametrize("kind", ["sgd", "adam"])
def test_exact_copies_part_while_they_learn(kind: str) -> None:
    trainer = trained(net(optimizer={"kind": kind, "learning_rate": 0.02}), blobs(), 40)
    more, _ = branched(trainer, 0.0, layers_0_units=12)
    more.run(100)
    units = more.lane_parameters(2)[0]["weight"].T
    apart = [np.linalg.norm(units[:6] - copy, axis=1).min() / np.linalg.norm(copy) for copy in units[6:]]
    assert min(apart) > 1e-3


def test_noise_of_known_size_parts_the_copies_and_says_how_much_it_changed() -> None:
    trainer = trained(net(), blobs(), 40)
    before = trainer.lane_parameters(0)[0]["weight"]
    size = np.sqrt(np.mean(before.astype(np.float64) ** 2))
    moved = []
    for noise in (0.01, 0.1):
        more, start = branched(trainer, noise, layers_0_units=600)
        weight = more.lane_parameters(2)[0]["weight"]
        np.testing.assert_array_equal(weight[:, :6], before, "the old units stay as they are")
        exact, _ = branched(trainer, 0.0, layers_0_units=600)
        drawn = weight[:, 6:] - exact.lane_parameters(2)[0]["weight"][:, 6:]
        assert drawn.std() == pytest.approx(noise * size, rel=0.05)
        difference = answers(more, 2, blobs()) - answers(trainer, 0, blobs())
        spread = answers(trainer, 0, blobs()).std()
        assert start.moved == pytest.approx(np.sqrt(np.mean(difference**2)) / spread, rel=1e-3)
        moved.append(start.moved)
        more.run(30)
        units = more.lane_parameters(2)[0]["weight"].T
        assert len(np.unique(units, axis=0)) == 600, "no two units are alike any more"
    assert 0 < moved[0] < 0.01 < 0.1 > moved[1] > 5 * moved[0]


def test_noise_is_a_function_of_seed_and_step() -> None:
    trainer = trained(net(), blobs(), 20)
    one, two = (branched(trainer, 0.1, layers_0_units=8)[0] for _ in range(2))
    assert lane_bytes(one, 2) == lane_bytes(two, 2)
    other = branched(trainer, 0.1, index=1, layers_0_units=8)[0]
    trainer.run(1)
    later = branched(trainer, 0.1, layers_0_units=8)[0]
    drawn = [each.lane_parameters(2)[0]["weight"][:, 6:] for each in (one, other, later)]
    assert len({array.tobytes() for array in drawn}) == 3


CHANGES: tuple[dict[str, Any], ...] = ({"layers_0_units": 9}, {"layers_4_on": False}, {"layers_2_on": False})


@pytest.mark.parametrize(
    ("settings", "kind"),
    thorough(product(CHANGES, OPTIMIZER_KINDS), by_day=[*zip(CHANGES, ("sgd", "momentum", "adam"), strict=True)]),
)
def test_the_others_go_on_bit_for_bit(kind: str, settings: dict[str, Any]) -> None:
    experiment = net(
        optimizer={"kind": kind, "learning_rate": 0.02},
        schedule={"kind": "plateau", "every": 5, "patience": 2},
        early_stopping={"on": True, "every": 5, "patience": 30},
        lanes=[*LANES, lane("wild", learning_rate=100.0)],
    )
    trainer = trained(experiment, blobs(), 30)
    more, _ = branched(trainer, 0.1, **settings)
    assert len(more.groups) == 2
    for _ in range(3):
        for each in (trainer, more):
            each.run(20, record=True)
            each.measure()
        for index in range(3):
            assert lane_bytes(more, index) == lane_bytes(trainer, index)
    here, there = more.snapshot(), trainer.snapshot()
    for one, other in zip(here.lanes, there.lanes, strict=False):
        assert (one.train_loss, one.test_accuracy, one.best_loss) == (
            other.train_loss,
            other.test_accuracy,
            other.best_loss,
        ) or not np.isfinite(other.train_loss)
    assert here.lanes[3].steps == 90
    assert np.isfinite(here.lanes[3].train_loss)
    history = more.history.view().values
    np.testing.assert_array_equal(history[..., :3], trainer.history.view().values)
    assert np.isnan(history[:1, :, 3]).all()
    fewer = trainer_of(without_lane(capture(more)), trainer.dataset)
    assert len(fewer.groups) == 1
    for each in (trainer, fewer):
        each.run(10)
    assert [lane_bytes(fewer, index) for index in range(3)] == [lane_bytes(trainer, index) for index in range(3)]


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_what_the_optimizer_remembers_goes_along(kind: str) -> None:
    trainer = trained(net(optimizer={"kind": kind}), blobs(), 20)
    old = trainer.groups[0]
    grown, off = (
        branched(trainer, 0.1, layers_0_units=9)[0].groups[1],
        branched(trainer, layers_4_on=False)[0].groups[1],
    )
    assert grown.optimizer.t == off.optimizer.t == old.optimizer.t
    assert grown.optimizer.memory == old.optimizer.memory
    n = 4 * 6
    for slot, wide in zip(old.optimizer.state[:, 0], grown.optimizer.state[:, 0], strict=True):
        weight = wide[: 4 * 9].reshape(4, 9)
        np.testing.assert_array_equal(weight[:, :6], slot[:n].reshape(4, 6))
        assert {column.tobytes() for column in weight.T} == {column.tobytes() for column in slot[:n].reshape(4, 6).T}
        behind = wide[4 * 9 : 4 * 9 + 9 * 5].reshape(9, 5)
        np.testing.assert_array_equal(behind[:6], slot[n : n + 30].reshape(6, 5))
    np.testing.assert_array_equal(off.optimizer.state, old.optimizer.state[:, :1], "an activation has no parameters")


def test_switched_off_a_layer_hands_on_what_comes_in() -> None:
    trainer = trained(net(dense(5), activation("tanh"), dense(5), activation("tanh")), blobs(), 40)
    more, start = branched(trainer, layers_2_on=False, layers_3_on=False)
    first, _, _, _, last = trainer.lane_parameters(0)
    x = np.asarray(blobs().train_x, np.float32)
    by_hand = np.tanh(x @ first["weight"] + first["bias"]) @ last["weight"] + last["bias"]
    np.testing.assert_allclose(answers(more, 2, blobs()), by_hand, atol=1e-5)
    assert start.moved > 0.1
    n_old, n_new = (group.optimizer.state.shape[2] for group in more.groups)
    assert n_old - n_new == 5 * 5 + 5


def test_another_function_has_a_best_of_its_own() -> None:
    stopping = {"on": True, "every": 5, "patience": 30}
    trainer = trained(net(early_stopping=stopping), blobs(), 40)
    best = trainer.snapshot().lanes[0].best_at
    assert best is not None
    assert branched(trainer, layers_0_units=9)[0].snapshot().lanes[2].best_at == best
    assert branched(trainer, layers_4_on=False)[0].snapshot().lanes[2].best_at is None


@pytest.mark.parametrize("settings", [{"layers_0_units": 9}, {"layers_2_on": False}])
def test_saved_and_restored_it_goes_on_as_if_never_interrupted(settings: dict[str, Any], tmp_path: Path) -> None:
    trainer = trained(net(early_stopping={"on": True, "every": 5, "patience": 30}), blobs(), 30)
    whole, _ = branched(trainer, 0.1, **settings)
    whole.run(15)
    whole.measure()
    save_checkpoint(capture(whole), tmp_path / "grown.playground-run")
    again = restore(load_checkpoint(tmp_path / "grown.playground-run"), trainer.dataset)
    for each in (whole, again):
        each.run(25)
        each.measure()
    assert [lane_bytes(again, index) for index in range(3)] == [lane_bytes(whole, index) for index in range(3)]
    assert again.warm_started == whole.warm_started == {2}
    np.testing.assert_array_equal(again.history.view().values, whole.history.view().values)


def test_from_a_step_of_the_past_it_starts_as_a_new_optimizer_would() -> None:
    trainer = Trainer(net(), blobs())
    timeline = Timeline()
    for _ in range(10):
        trainer.measure()
        timeline.take(trainer)
        trainer.run(3)
    moment = timeline.at(12)
    assert moment is not None
    new = branch_lane(trainer.experiment, 0, "branch", {"layers.0.units": 8})
    start = as_another_network(start_at(moment, 0), trainer, new, 0.0)
    assert start.memory is None
    add = partial(with_lane, lane=new.lanes[-1], start=start)
    more = trainer_of(add(capture(trainer)), trainer.dataset)
    more.begin(2)
    then = past_trainer(moment, trainer)
    np.testing.assert_allclose(answers(more, 2, blobs()), answers(then, 0, blobs()), atol=1e-5)
    timeline = timeline.changed(add)
    early = timeline.at(3)
    assert early is not None
    assert lane_bytes(past_trainer(early, more), 2) == lane_bytes(more, 2)
    more.run(5)
    assert 2 in more.active


def test_a_second_branch_of_the_same_structure_trains_with_the_first() -> None:
    trainer = trained(net(), blobs(), 20)
    one, _ = branched(trainer, 0.1, layers_0_units=9)
    one.run(10)
    two, _ = branched(one, 0.1, layers_0_units=9)
    assert [len(group.experiment.lanes) for group in two.groups] == [2, 2]
    for each in (one, two):
        each.run(20)
    assert [lane_bytes(two, index) for index in range(3)] == [lane_bytes(one, index) for index in range(3)]
    assert lane_bytes(two, 3) != lane_bytes(two, 2)


@pytest.mark.parametrize(
    ("layers", "settings", "sentence"),
    [
        ([dense(6), activation()], {"layers.0.on": False}, "Layer 1 makes another number of values of what comes in"),
        ([dense(6), {"kind": "layer_norm"}], {"layers.0.units": 9}, "Layer norm behind it takes the mean"),
        ([dense(6), activation()], {"layers.0.units": 4}, "A layer can only grow here: 6 units are there already."),
        ([dense(3), activation()], {"layers.2.on": False}, "The output layer says what comes out, so it stays."),
        ([dense(6), activation()], {"layers.2.units": 4}, "The output layer has a unit for each class"),
    ],
)
def test_what_cannot_be_says_why(layers: list[dict[str, Any]], settings: dict[str, Any], sentence: str) -> None:
    experiment = net(*layers)
    new = branch_lane(experiment, 0, "branch", settings)
    with pytest.raises(PlaygroundError, match=sentence):
        check_change(lane_layers(experiment, 0), lane_layers(new, 2), blobs())
