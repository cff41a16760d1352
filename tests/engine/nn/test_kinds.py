"""What every kind of layer keeps to, whichever there are: `engine.nn.layers.registry`."""

from __future__ import annotations

import runpy
from math import prod
from pathlib import Path
from typing import Any

import pytest

from engine.assets import asset
from engine.data.dataset import Dataset
from engine.experiment.experiment import Experiment, parse
from engine.export.script import script
from engine.export.trained import lane_of_run
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import signals
from engine.nn.layers.base import LayerSpec, OutputSpec, Shape
from engine.nn.layers.registry import LAYERS
from engine.nn.network import Network
from engine.nn.shapes import layer_shapes, parameter_shapes
from engine.store.model_files import load_model, save_model
from engine.store.transfer import parameters_for
from engine.train.memory import needed_memory
from engine.train.trainer import Trainer
from tests.engine.export.test_export_onnx import check as check_onnx
from tests.engine.export.test_export_onnx import needs_onnx
from tests.engine.helpers import activation, blobs, dense, lane, pictures, recipe, trained
from tests.engine.nn.test_gradients import assert_gradients_agree

every_kind = pytest.mark.parametrize("kind", LAYERS)
FLAT: Shape = (4,)
PICTURE: Shape = (6, 5, 1)
CLASSES = 3
SMALL = {"dense": {"units": 5}, "conv2d": {"filters": 3, "kernel": 2}}
"""Settings that keep a network small."""
PLACES = ("first", "in the middle", "last", "twice")


def stack(kind: str, place: str = "twice", classes: int = CLASSES) -> list[dict[str, Any]]:
    """A network with layers of this kind, with their usual settings but small."""
    layer = {"kind": kind, **SMALL.get(kind, {})}
    if LAYERS[kind].sees_pictures:
        conv = {"kind": "conv2d", **SMALL["conv2d"]}
        between = [layer] if LAYERS[kind]().output_shape((4, 4, 2)) != (2,) else []  # else no picture is left
        return {
            "first": [layer, dense(4), activation("tanh"), dense(classes)],
            "in the middle": [conv, layer, activation("tanh"), dense(classes)],
            "last": [conv, activation("tanh"), layer, dense(classes)],
            "twice": [conv, *between, activation("tanh"), layer, {"kind": "batch_norm"}, dense(classes)],
        }[place]
    last = [dense(classes)] if issubclass(LAYERS[kind], OutputSpec) else [dense(classes), layer]
    return {
        "first": [layer, dense(4), activation("tanh"), dense(classes)],
        "in the middle": [dense(4), layer, activation("tanh"), dense(classes)],
        "last": [dense(4), activation("tanh"), *last],
        "twice": [dense(4), layer, activation("tanh"), dense(6), activation("elu"), layer, dense(classes)],
    }[place]


def shape_for(kind: str) -> Shape:
    return PICTURE if LAYERS[kind].sees_pictures else FLAT


def rows_for(kind: str) -> Dataset:
    return pictures(PICTURE) if LAYERS[kind].sees_pictures else blobs()  # type: ignore[arg-type]


def experiment(kind: str, place: str = "twice", **fields: Any) -> Experiment:
    return recipe(*stack(kind, place), **{"batch_size": 8, "optimizer": {"kind": "momentum"}, **fields})


@every_kind
@pytest.mark.parametrize("place", PLACES)
def test_gradients_are_those_of_central_differences(kind: str, place: str) -> None:
    smooth = {"function": "gelu"}  # a central difference across the kink of a ReLU says nothing
    layers = [layer | (smooth if layer["kind"] == "activation" else {}) for layer in stack(kind, place, classes=2)]
    assert_gradients_agree(recipe(*layers, lanes=[lane("a", l2=0.1), lane("b", seed=5)]), shape=shape_for(kind))


@every_kind
def test_a_network_has_the_shapes_that_were_predicted(kind: str) -> None:
    e = experiment(kind)
    network = Network(e.layers, shape_for(kind), 2)
    shapes = layer_shapes(e.layers, shape_for(kind))
    for spec, layer, named, before, behind in zip(
        e.layers, network.layers, parameter_shapes(e.layers, shape_for(kind)), shapes, shapes[1:], strict=False
    ):
        assert {name: view.shape for name, view in layer.views_of(1).items()} == named
        assert (layer.n_in, layer.n_out) == (prod(before), prod(behind))
        assert layer.n_weights == sum(prod(named[name]) for name in spec.penalized & named.keys())
        assert layer.n_weights + layer.n_unpenalized == spec.learned(before)
        for view in layer.views_of(1).values():
            view += 1  # they are parts of the network's own arrays
    changed = network.parameters[1].sum() + network.state[1].sum()
    assert changed == network.parameters.shape[1] + network.state.shape[1]
    assert not network.parameters[0].any()


@every_kind
def test_the_estimate_of_memory_covers_what_a_step_takes(kind: str) -> None:
    e = experiment(kind, batch_size=64, lanes=[lane("a"), lane("b")])
    network = Network(e.layers, shape_for(kind), 2)
    work = network.workspace(64, training=True)
    arrays = [network.parameters, network.gradients, network.state, *work.values, *work.deltas, work.all_masks]
    taken = {id(array): array.nbytes for array in [*arrays, *work.scratch] if array is not None}
    assert sum(taken.values()) <= needed_memory(e, shape_for(kind))


@every_kind
def test_a_lane_does_not_depend_on_its_neighbours(kind: str) -> None:
    lanes = [lane("a", seed=1), lane("b", seed=2, l2=0.1, rate=0.4), lane("c", seed=3, learning_rate=0.2)]
    together = trained(experiment(kind, lanes=lanes), rows_for(kind), 30)
    for index, alone in enumerate(lanes):
        single = trained(experiment(kind, lanes=[alone]), rows_for(kind), 30)
        assert single.lane_state(0).tobytes() == together.lane_state(index).tobytes()


@every_kind
def test_a_look_leaves_training_as_it_was(kind: str) -> None:
    looked_at, other = (Trainer(experiment(kind), rows_for(kind)) for _ in range(2))
    for _ in range(5):
        looked_at.run(1)
        signals(looked_at.groups[0], InspectionRequest())
        looked_at.measure()
        other.run(1)
    assert looked_at.lane_state(0).tobytes() == other.lane_state(0).tobytes()


@every_kind
def test_models_are_saved_and_read(kind: str, tmp_path: Path) -> None:
    trainer = trained(experiment(kind), rows_for(kind), 20)
    save_model(trainer, tmp_path / "net.model")
    model = load_model(tmp_path / "net.model")
    assert parse(model.experiment.to_json()) == trainer.experiment
    for found in (model.lanes[0], parameters_for(model, trainer.dataset)[0]):
        for own, read in zip(trainer.lane_parameters(0), found, strict=True):
            assert {name: values.tobytes() for name, values in own.items()} == {
                name: values.tobytes() for name, values in read.items()
            }


@every_kind
@pytest.mark.parametrize("rows", [8, 7])
def test_a_script_trains_to_the_same_weights(kind: str, rows: int, tmp_path: Path) -> None:
    """And nothing in it needs the program: what it imports is NumPy and the standard library."""
    trainer = trained(experiment(kind, batch_size=rows), rows_for(kind), 30)
    path = tmp_path / "net.py"
    path.write_text(script(lane_of_run(trainer, 0), trainer.dataset), encoding="utf-8")
    scope = runpy.run_path(str(path))
    assert not any(line.startswith(("from engine", "import engine")) for line in path.read_text().splitlines())
    assert scope["agreement"](scope["train"](30, 30)) == "The weights are those of the run, to the last bit."


@needs_onnx
@every_kind
@pytest.mark.parametrize("place", PLACES)
def test_an_onnx_file_gives_the_same_outputs(kind: str, place: str, tmp_path: Path) -> None:
    check_onnx(tmp_path, trained(experiment(kind, place), rows_for(kind), 30))


@pytest.mark.parametrize("spec", LAYERS.values())
def test_it_has_a_name_a_sentence_an_icon_and_usual_settings(spec: type[LayerSpec]) -> None:
    assert spec.title
    assert spec.help.endswith(".")
    assert "currentColor" in asset("icons", f"{spec.icon}.svg").read_text(encoding="utf-8")
    assert spec().kind in LAYERS
    for name, field in spec.model_fields.items():
        assert name == "kind" or (field.title and field.description), name
