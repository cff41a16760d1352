"""A unit that is switched off hands on 0 and learns nothing, in its lane alone; all that knows the network knows it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ExperimentError
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import parse
from engine.experiment.lanes.lane_edits import edit_lane
from engine.experiment.lanes.value_names import value_name
from engine.export.trained import lane_of_run
from engine.nn.evaluation import outputs as model_outputs
from engine.nn.layers.registry import LAYERS
from engine.nn.network import Network
from engine.store.model_files import load_model, save_model
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.store.scoring import make_network
from engine.train.kept.run_state import capture, restore
from engine.train.trainer import Trainer
from tests.engine.export.test_export_onnx import check as check_onnx
from tests.engine.export.test_export_onnx import needs_onnx
from tests.engine.helpers import (
    KINDS_OF_MEMORY,
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
from tests.engine.nn.test_gradients import STACKS, assert_gradients_agree

KINDS = [kind for kind, spec in LAYERS.items() if "off_units" in spec.model_fields]
PICTURES = [
    {"kind": "conv2d", "filters": 3, "kernel": 2},
    *(batch_norm(), activation("gelu"), {"kind": "conv2d", "filters": 2, "kernel": 2}, activation("sigmoid")),
]


def off(index: int, *units: int) -> dict[str, Any]:
    return lane("off", settings={f"layers.{index}.off_units": units})


def places(stack: list[dict[str, Any]]) -> list[int]:
    return [index for index, layer in enumerate(stack) if layer["kind"] in KINDS]


CASES = [(name, place) for name, stack in STACKS.items() for place in places(stack)]


@pytest.mark.parametrize(("name", "place"), CASES)
def test_gradients_are_those_of_central_differences(name: str, place: int) -> None:
    lanes = [lane("all"), off(place, 0), lane("seed", seed=5, l2=0.1)]
    assert_gradients_agree(recipe(*STACKS[name], lanes=lanes), shape=(3,))


@pytest.mark.parametrize("place", range(len(PICTURES)))
def test_gradients_of_pictures_are_too(place: int) -> None:
    stack = [*PICTURES, {"kind": "flatten"}, dense(2)]
    assert_gradients_agree(recipe(*stack, lanes=[off(place, 1), lane("all", seed=5)]), shape=(4, 4, 1))


def test_layer_norm_too() -> None:
    stack = [dense(4), {"kind": "layer_norm"}, activation("tanh"), dense(2)]
    assert_gradients_agree(recipe(*stack, lanes=[off(1, 1, 2), off(0, 3), lane("all", seed=5)]), shape=(3,))


def outputs(trainer: Trainer, lane: int, layer: int) -> Any:
    net = trainer.groups[0].alone(lane)
    work = net.workspace(30, training=False)
    work.values[0] = trainer.dataset.train_x[None]
    return next(y[0].copy() for index, y in net.walk(work) if index == layer)


@pytest.mark.parametrize("function", ["relu", "sigmoid", "tanh", "gelu"])
def test_it_is_the_network_without_that_unit(function: str) -> None:
    """A smaller network, made by hand of the other units' weights, says the same."""
    net = recipe(dense(5), activation(function), dropout(0.3), dense(3), lanes=[off(1, 1, 3)], batch_size=8)
    trainer = trained(net, blobs(), 40)
    first, second = (trainer.lane_parameters(0)[index] for index in (0, 3))
    stay = [0, 2, 4]
    smaller = Network(parse({"layers": [dense(3), activation(function), dropout(0.3), dense(3)]}).layers, (4,), 1)
    smaller.set_lane(
        0,
        [
            {"weight": first["weight"][:, stay], "bias": first["bias"][stay]},
            {},
            {},
            {"weight": second["weight"][stay], "bias": second["bias"]},
        ],
    )
    smaller.configure([smaller.specs], "test")
    work = smaller.workspace(30, training=False)
    work.values[0] = trainer.dataset.train_x[None]
    np.testing.assert_allclose(smaller.forward(work)[0], outputs(trainer, 0, 3), atol=1e-5)
    assert not outputs(trainer, 0, 1)[:, [1, 3]].any()


@pytest.mark.parametrize("kind", KINDS_OF_MEMORY)
def test_switched_off_and_on_again_between_two_steps(kind: str) -> None:
    """Its weights do not move, for no gradient comes to them and nothing pulls, and its neighbours feel nothing."""
    fields: dict[str, Any] = {"batch_size": 8, "optimizer": {"kind": kind, "learning_rate": 0.01}}
    layers = dense(5), activation("tanh"), dense(3)
    net = recipe(
        *layers,
        lanes=[lane("twin"), lane("harmed")],
        **fields,
    )
    trainer, other = (trained(net, blobs(), 20) for _ in range(2))
    assert lane_bytes(trainer, 0) == lane_bytes(trainer, 1)
    harmed = edit_lane(trainer.experiment, 1, "layers.1.off_units", (2,))
    assert not needs_restart(trainer.experiment, harmed)
    trainer.apply(harmed)
    trainer.measure()
    twin, lesion = trainer.snapshot().lanes
    assert twin.train_data_loss != lesion.train_data_loss
    for each in (trainer, other):
        each.run(30)
    assert lane_bytes(trainer, 0) == lane_bytes(other, 0)
    assert lane_bytes(trainer, 1) != lane_bytes(other, 1)
    gradient = trainer.groups[0].coming_gradient()[1]
    (weights, _), *_ = trainer.groups[0].network.parameter_slices
    assert not gradient[weights].reshape(4, 5)[:, 2].any()
    alone = trained(recipe(*layers, lanes=[lane("harmed")], **fields), blobs(), 20)
    alone.apply(edit_lane(alone.experiment, 0, "layers.1.off_units", (2,)))
    alone.run(30)
    assert lane_bytes(alone, 0) == lane_bytes(trainer, 1), "a lane alone equals the lane among others"
    for each in (trainer, alone):
        each.apply(edit_lane(each.experiment, len(each.experiment.lanes) - 1, "layers.1.off_units", ()))
        each.run(10)
    assert lane_bytes(alone, 0) == lane_bytes(trainer, 1)


def test_threads_change_nothing() -> None:
    lanes = [lane(str(n), settings={"layers.1.off_units": (n,)} if n % 2 else {}) for n in range(4)]
    one, several = (Trainer(recipe(dense(5), activation(), dense(3), lanes=lanes), blobs(), threads=n) for n in (1, 4))
    for trainer in (one, several):
        trainer.run(30)
    assert [lane_bytes(one, n) for n in range(4)] == [lane_bytes(several, n) for n in range(4)]


def test_what_is_not_finite_is_silenced_too() -> None:
    trainer = Trainer(recipe(dense(5), activation("tanh"), dense(3), lanes=[off(0, 1)]), blobs())
    trainer.groups[0].network.layers[0].views_of(0)["bias"][1] = np.float32(3e38)
    trainer.groups[0].network.layers[0].views_of(0)["weight"][:, 1] = np.float32(3e38)
    with np.errstate(all="ignore"):
        assert math.isfinite(trainer.snapshot().lanes[0].train_data_loss)


def test_models_and_runs_keep_it(tmp_path: Path) -> None:
    net = recipe(dense(5), activation(), batch_norm(), dense(3), lanes=[lane("all"), off(2, 0, 4)], batch_size=8)
    trainer = trained(net, blobs(), 20)
    trainer.apply(edit_lane(net, 0, "layers.1.off_units", (3,)))
    trainer.run(5)
    save_model(trainer, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    assert model.experiment == trainer.experiment
    x = trainer.dataset.test_x
    said = model_outputs(make_network(model), x)
    assert [of.tobytes() for of in said] == [
        model_outputs(trainer.groups[0].alone(n), x)[0].tobytes() for n in (0, 1)
    ], "who evaluates and predicts by the model says what the window does"
    save_checkpoint(capture(trainer), tmp_path / "run")
    again = restore(load_checkpoint(tmp_path / "run"), trainer.dataset)
    assert again.history.view().marks == trainer.history.view().marks
    for each in (trainer, again):
        each.run(10)
    assert [lane_bytes(again, n) for n in (0, 1)] == [lane_bytes(trainer, n) for n in (0, 1)]
    assert again.snapshot().lanes[1].test_data_loss == trainer.snapshot().lanes[1].test_data_loss


@needs_onnx
@pytest.mark.parametrize("is_picture", [False, True])
def test_onnx_files_say_the_same(tmp_path: Path, is_picture: bool) -> None:
    flat = [dense(5), activation("sigmoid"), dense(3)]
    stack = [*PICTURES, {"kind": "flatten"}, dense(3)] if is_picture else flat
    settings = {"layers.1.off_units": (0, 2), "layers.0.off_units": (1,)}
    net = recipe(*stack, lanes=[lane("a"), lane("off", settings=settings)], batch_size=8)
    trainer = trained(net, pictures() if is_picture else blobs(), 20)
    for index in (0, 1):
        check_onnx(tmp_path, trainer, index)
    assert lane_of_run(trainer, 1).experiment.layers[1].off_units == (0, 2)  # type: ignore[union-attr]


def test_what_there_is_not_is_refused_in_a_sentence() -> None:
    net = recipe(dense(5), activation(), dense(3), lanes=[lane("a"), off(1, 2, 5)])
    with pytest.raises(
        ExperimentError, match=r"lanes\.1\.set\.layers\.1\.off_units: there is no unit 5, for the layer"
    ):
        Trainer(net, blobs())
    with pytest.raises(ExperimentError):
        recipe(dense(5), dense(3), lanes=[off(0, -1)])


def test_the_best_of_a_lane_is_forgotten_when_it_is_another_function() -> None:
    stopping = {"on": True, "every": 5, "patience": 50}
    net = recipe(dense(5), activation(), dense(3), lanes=[lane("a"), lane("b")], early_stopping=stopping)
    trainer = trained(net, blobs(), 40)
    trainer.apply(edit_lane(net, 1, "layers.1.off_units", (0,)))
    assert set(trainer.groups[0].best_looks.states) == {0}


def test_names() -> None:
    assert value_name("layers.1.off_units", (2,)) == "layer 2: unit 3 off"
    assert value_name("layers.1.off_units", (2, 4)) == "layer 2: units 3, 5 off"
    assert value_name("layers.1.off_units", tuple(range(9))) == "layer 2: 9 units off"
