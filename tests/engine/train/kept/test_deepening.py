"""A branch with a layer more, which begins as the identity; the lanes beside it never feel it, nor a Reset."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.errors import PlaygroundError
from engine.experiment.edits.deepening import deepen_lane, functions_at
from engine.experiment.experiment import parse
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.own_layers import own_layers, without
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.train.kept.branching import Start, start_now, with_lane, without_lane
from engine.train.kept.growing import as_another_network, check_change
from engine.train.kept.recollection import recollect
from engine.train.kept.restacking import with_layers
from engine.train.kept.run_state import capture, restore, trainer_of
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dense, dropout, lane, lane_bytes, pictures, trained
from tests.engine.train.kept.test_growing import LANES, answers, net

CONV = {"kind": "conv2d", "filters": 3, "kernel": 3}


def deepened(
    trainer: Trainer, head: int = 0, function: Any = "relu", noise: float = 0.0, index: int = 0
) -> tuple[Trainer, Start]:
    """With a lane more, the last, which has a layer more behind ``head``."""
    new = deepen_lane(trainer.experiment, index, head, function, trainer.dataset)
    rows = own_layers(new)
    others = trainer_of(
        with_layers(capture(trainer), rows[0], [new.layers[row] for row in rows]), trainer.dataset, seals_test=True
    )
    start = as_another_network(start_now(others, index), others, new, noise)
    more = trainer_of(with_lane(capture(others), new.lanes[-1], start), trainer.dataset)
    more.apply(new)
    return more, start


def fewer(trainer: Trainer) -> Trainer:
    """Without the last lane and its layer."""
    return trainer_of(without_lane(capture(trainer)), trainer.dataset)


@pytest.mark.parametrize(
    ("layers", "head", "function"),
    [
        ([dense(6), activation(), dropout(0.3), dense(5), activation("tanh")], 0, "relu"),
        ([dense(6), activation(), dense(5), activation("tanh")], 2, "identity"),
        ([dense(6), activation("sigmoid")], 0, "leaky_relu"),
        ([dense(6, bias=False), batch_norm(), activation("gelu")], 0, "identity"),
        ([dense(6), activation(), batch_norm(), dropout(0.5)], 0, "elu"),
        ([dense(6), batch_norm()], 0, "identity"),
        ([dense(6, l2=0.1), activation(), {"kind": "layer_norm"}], 0, "relu"),
    ],
)
def test_deeper_it_says_the_same(layers: list[dict[str, Any]], head: int, function: str) -> None:
    trainer = trained(net(*layers), blobs(), 40)
    more, start = deepened(trainer, head, function)
    np.testing.assert_allclose(answers(more, 2, blobs()), answers(trainer, 0, blobs()), atol=1e-5)
    assert start.moved is not None
    assert start.moved < 1e-6
    assert len(more.lane_parameters(2)) == len(layers) + 3


@pytest.mark.parametrize("kernel", [1, 2, 3, 5])
@pytest.mark.parametrize("head", [0, 4])
def test_filters_hand_on_the_pixel_in_their_middle(kernel: int, head: int) -> None:
    second = {"kind": "conv2d", "filters": 2, "kernel": kernel, "stride": 2, "padding": "same"}
    layers = [{**CONV, "kernel": kernel}, batch_norm(), activation(), {"kind": "max_pool"}, second, activation("elu")]
    rows: Dataset = pictures((14, 15, 2))
    wide = lane("padded", settings={"layers.*.padding": "valid", "layers.*.stride": 1})
    trainer = trained(net(*layers, lanes=[LANES[0], wide]), rows, 5)
    for index in range(2):
        more, _ = deepened(trainer, head, "relu" if head == 0 else "identity", index=index)
        np.testing.assert_allclose(answers(more, 2, rows), answers(trainer, index, rows), atol=1e-5)


def test_by_hand_the_new_weights_are_the_identity() -> None:
    trainer = trained(net(dense(2), activation(), lanes=LANES[:1]), blobs(), 10)
    more, _ = deepened(trainer)
    layer = more.lane_parameters(1)[2]
    assert layer["weight"].tolist() == [[1, 0], [0, 1]]
    assert layer["bias"].tolist() == [0, 0]
    noisy, start = deepened(trainer, noise=0.01)
    drawn = noisy.lane_parameters(1)[2]["weight"] - layer["weight"]
    assert 0 < np.abs(drawn).max() < 0.01 * 5 * np.sqrt(0.5)
    assert start.moved is not None
    assert 0 < start.moved < 0.05
    more.run(50)
    learned = more.lane_parameters(1)[2]["weight"]
    assert np.abs(learned - layer["weight"]).max() > 1e-3, "it learns"


@pytest.mark.parametrize("kind", ["sgd", "adam", "adagrad"])
def test_the_others_go_on_bit_for_bit_and_begin_anew_as_before(kind: str) -> None:
    experiment = net(
        optimizer={"kind": kind, "learning_rate": 0.02},
        schedule={"kind": "plateau", "every": 5, "patience": 2},
        lanes=[*LANES, lane("wide", settings={"layers.3.units": 7})],
    )
    trainer = trained(experiment, blobs(), 30)
    trainer.run(1, record=True)
    more, _ = deepened(trainer, 0, "relu", 0.01)
    assert [len(group.experiment.lanes) for group in more.groups] == [2, 1, 1]
    for each in (trainer, more):
        each.run(20, record=True)
        each.measure()
    assert [lane_bytes(more, index) for index in range(3)] == [lane_bytes(trainer, index) for index in range(3)]
    np.testing.assert_array_equal(more.history.view().values[..., :3], trainer.history.view().values)
    layers = more.layer_history().values
    np.testing.assert_array_equal(layers[:, :, [0, 2, 3], :3], trainer.layer_history().values)
    assert np.isnan(layers[:, :, 1, :3]).all()
    assert np.isfinite(layers[-1, :, :, 3]).all()
    back = fewer(more)
    assert back.experiment == trainer.experiment
    np.testing.assert_array_equal(back.layer_history().values, trainer.layer_history().values)
    for each in (trainer, back):
        each.run(10)
    assert [lane_bytes(back, index) for index in range(3)] == [lane_bytes(trainer, index) for index in range(3)]
    anew, usual = Trainer(more.experiment, blobs()), Trainer(experiment, blobs())
    assert [lane_bytes(anew, index) for index in range(3)] == [lane_bytes(usual, index) for index in range(3)]


def test_what_the_optimizer_remembers_goes_along() -> None:
    trainer = trained(net(dense(6), activation(), lanes=LANES[:1]), blobs(), 20)
    more, _ = deepened(trainer)
    old, new = trainer.groups[0].optimizer, more.groups[1].optimizer
    assert new.t == old.t
    n, added = 4 * 6, 6 * 6
    np.testing.assert_array_equal(new.state[:, 0, :n], old.state[:, 0, :n])
    assert not new.state[:, 0, n : n + added].any(), "of the new weights there is nothing yet"
    np.testing.assert_array_equal(new.state[:, 0, n + added : n + added + 18], old.state[:, 0, n : n + 18])


@pytest.mark.parametrize("kind", ["adam", "nadam", "adagrad", "momentum"])
def test_its_first_steps_are_not_too_long(kind: str) -> None:
    """An optimizer that divides by squares which it has not seen yet would throw the identity away in a few steps."""
    layers = (dense(12), activation(), dense(12), activation())
    trainer = trained(net(*layers, lanes=LANES[:1], optimizer={"kind": kind}), blobs(), 300)
    more, _ = deepened(trainer, 2)
    forgetful = trainer_of(capture(more), trainer.dataset)
    before = capture(more)
    recollect(more, 1, own_layers(more.experiment))
    np.testing.assert_array_equal(capture(more).groups[1].lanes, before.groups[1].lanes, "it is a look")
    assert more.step == before.step

    def moved(run: Trainer) -> float:
        run.run(10)
        added, old = (run.lane_parameters(1)[row]["weight"] for row in (4, 2))
        was = before.groups[0].lanes[0][4 * 12 : 4 * 12 + 144].reshape(12, 12)
        return float(np.linalg.norm(added - np.eye(12)) / np.linalg.norm(old - was))

    recalled = moved(more)
    forgotten = moved(forgetful)
    assert forgotten == recalled if kind == "momentum" else forgotten > 1.5 * recalled, (forgotten, recalled)


def test_saved_and_restored_it_goes_on(tmp_path: Path) -> None:
    trainer = trained(net(), blobs(), 30)
    whole, _ = deepened(trainer, noise=0.01)
    whole.run(15)
    whole.measure()
    save_checkpoint(capture(whole), tmp_path / "deeper.playground-run")
    again = restore(load_checkpoint(tmp_path / "deeper.playground-run"), trainer.dataset)
    for each in (whole, again):
        each.run(25)
    assert [lane_bytes(again, index) for index in range(3)] == [lane_bytes(whole, index) for index in range(3)]


def test_settings_names_and_marks_are_carried_along() -> None:
    own = [lane("Lane 1"), lane("Lane 1 · layer 4 units 8", settings={"layers.3.units": 8, "layers.0.l2": 0.5})]
    trainer = trained(net(lanes=own), blobs(), 10)
    edited = {**trainer.experiment.to_dict()}
    edited["layers"][3]["l2"] = 0.25
    trainer.apply(parse(edited))
    more, _ = deepened(trainer)
    assert [each.name for each in more.experiment.lanes] == [
        "Lane 1",
        "Lane 1 · layer 6 units 8",
        "Lane 1 · layer 3 added",
    ]
    assert more.experiment.lanes[1].set == {
        "layers.5.units": 8,
        "layers.0.l2": 0.5,
        "layers.2.on": False,
        "layers.3.on": False,
    }
    assert [mark.path for mark in more.history.view().marks] == ["layers.5.l2"]
    assert without(more.experiment) == trainer.experiment
    twice, _ = deepened(more, index=2)
    assert without(twice.experiment) == more.experiment
    assert [mark.path for mark in fewer(more).history.view().marks] == ["layers.3.l2"]


def test_which_nonlinearities_there_can_be() -> None:
    def able(function: str) -> tuple[str, ...]:
        return functions_at(net(dense(6), activation(function)).layers, 2)

    assert able("relu") == able("sigmoid") == ("relu", "leaky_relu", "elu", "identity")
    assert able("tanh") == able("gelu") == able("elu") == able("leaky_relu") == ("identity",)


def test_what_cannot_be_says_why() -> None:
    experiment = net(dense(6), activation())
    new = deepen_lane(experiment, 0, 0, "tanh", blobs())
    with pytest.raises(PlaygroundError, match="Tanh would make something else of what comes out before it"):
        check_change(lane_layers(new, 0), lane_layers(new, 2), blobs())
    with pytest.raises(PlaygroundError, match="Behind the output layer there is none"):
        deepen_lane(experiment, 0, 2, "relu", blobs())
