"""Exported ONNX files, run by onnxruntime: they give our own outputs, from raw rows. Needs the [onnx] extra."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data import load
from engine.errors import PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.export import onnx as export
from engine.export.trained import lane_of_model, lane_of_run
from engine.nn.evaluation import outputs
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.store.model_files import load_model, save_model
from engine.store.presets import load_preset
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    activation,
    batch_norm,
    blobs,
    dense,
    dropout,
    lane,
    numbers_of,
    recipe,
    small_net,
    trained,
)

Array = NDArray[Any]
ATOL = 1e-5
FUNCTIONS = tuple(ACTIVATIONS)

needs_onnx = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("onnx", "onnxruntime")), reason="needs the [onnx] extra"
)


def answers(path: Path, raw: Array) -> tuple[str, Array]:
    """The name of the output and its values, by onnxruntime."""
    import onnx
    import onnxruntime

    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (output,) = session.get_outputs()
    return output.name, session.run([output.name], {"features": raw.astype(np.float32)})[0]


def own(trainer: Trainer, index: int = 0) -> Array:
    """Our own outputs for the test rows, as probabilities where the loss is cross-entropy."""
    z: Array = outputs(trainer.groups[0].network, trainer.groups[0].rows.test_x)[index].astype(np.float64)
    if trainer.experiment.loss == "mean_squared_error":
        return z
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def check(folder: Path, trainer: Trainer, index: int = 0) -> None:
    path = folder / "net.onnx"
    dataset = trainer.dataset
    export.save_onnx(lane_of_run(trainer, index), path)
    name, found = answers(path, dataset.test_x * dataset.scale + dataset.offset)
    assert name == ("outputs" if trainer.experiment.loss == "mean_squared_error" else "probabilities")
    np.testing.assert_allclose(found, own(trainer, index), atol=ATOL)


@needs_onnx
@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_activation(tmp_path: Path, function: str) -> None:
    experiment = recipe(dense(6), activation(function), dense(6, bias=False), activation(function), dense(3))
    check(tmp_path, trained(experiment, blobs(), 50))


@needs_onnx
@pytest.mark.parametrize("scaling", ["test", "train"])
@pytest.mark.parametrize("loss", ["softmax_cross_entropy", "mean_squared_error"])
def test_dropout_and_both_losses(tmp_path: Path, scaling: str, loss: str) -> None:
    lanes = [lane("a"), lane("b", rate=0.6), lane("c", rate=0.0)]
    trainer = trained(small_net(dropout_scaling=scaling, loss=loss, lanes=lanes), blobs(), 50)
    for index in range(3):
        check(tmp_path, trainer, index)


@needs_onnx
def test_batch_normalization_in_front_between_and_behind(tmp_path: Path) -> None:
    layers = [batch_norm(), dense(6), batch_norm(epsilon=0.1, momentum=0.5), activation(), dense(3), batch_norm()]
    check(tmp_path, trained(recipe(*layers, batch_size=8), blobs(), 50))


def digits(scaling: str) -> Experiment:
    experiment = edited(load_preset("reference"), "data.scaling", scaling)
    return edited(experiment, "optimizer.learning_rate", 0.02)


@needs_onnx
@pytest.mark.parametrize("scaling", ["max", "standard", "none"])
def test_the_scaling_is_part_of_the_graph(tmp_path: Path, scaling: str) -> None:
    experiment = digits(scaling)
    check(tmp_path, trained(experiment, load(experiment.data), 100))


@needs_onnx
def test_a_saved_model_is_exported_alike_and_says_what_it_is(tmp_path: Path) -> None:
    import onnx

    experiment = edited(load_preset("spiral"), "steps", 50)
    trainer = trained(experiment, load(experiment.data), 50)
    save_model(trainer, tmp_path / "model.npz")
    model = load_model(tmp_path / "model.npz")
    last = len(experiment.lanes) - 1
    export.save_onnx(lane_of_model(model, last), tmp_path / "net.onnx")
    dataset = trainer.dataset
    _, found = answers(tmp_path / "net.onnx", dataset.test_x * dataset.scale + dataset.offset)
    np.testing.assert_allclose(found, own(trainer, last), atol=ATOL)
    about = {prop.key: json.loads(prop.value) for prop in onnx.load(tmp_path / "net.onnx").metadata_props}
    assert about["classes"] == ["A", "B"]
    assert about["feature_names"] == ["x1", "x2"]
    assert (about["label"], about["steps"]) == ("label", 50)
    (ins,), (outs,) = (getattr(onnx.load(tmp_path / "net.onnx").graph, end) for end in ("input", "output"))
    assert ins.doc_string == "Raw features, not scaled, in this order: ['x1', 'x2']"
    assert outs.doc_string == "The probabilities of the classes, in this order: ['A', 'B']"
    assert about["experiment"]["lanes"][0]["name"] == experiment.lanes[last].name


@needs_onnx
@pytest.mark.parametrize("loss", ["mean_squared_error", "huber"])
def test_a_number_comes_out_in_its_own_unit(tmp_path: Path, loss: str) -> None:
    import onnx

    x = np.random.default_rng(1).normal(size=(50, 3)).astype(np.float32)
    dataset = numbers_of(x, 5000 + 800 * x[:, 0] - 90 * x[:, 1])
    trainer = trained(recipe(dense(6), activation("tanh"), dense(1), loss=loss), dataset, 300)
    path = tmp_path / "net.onnx"
    export.save_onnx(lane_of_run(trainer, 0), path)
    name, found = answers(path, x)
    assert name == "number"
    assert found.shape == (50, 1)
    said = (
        outputs(trainer.groups[0].network, trainer.groups[0].rows.test_x)[0] * dataset.target_scale
        + dataset.target_offset
    )
    np.testing.assert_allclose(found, said, rtol=1e-5)
    assert 1 - np.square(found[:, 0] - dataset.test_y).sum() / (50 * dataset.test_y.var()) == pytest.approx(
        trainer.snapshot().lanes[0].test_accuracy, abs=1e-4
    )
    about = {prop.key: json.loads(prop.value) for prop in onnx.load(path).metadata_props}
    assert about["classes"] == []
    (end,) = onnx.load(path).graph.output
    assert end.doc_string == "The number that was learned, in its own unit: ['y']"


@needs_onnx
def test_any_number_of_rows_and_an_old_format_where_that_will_do(tmp_path: Path) -> None:
    import onnx

    opsets = {}
    for function in ("relu", "gelu"):
        trainer = trained(recipe(dense(4), activation(function), dropout(), dense(3)), blobs(), 5)
        path = tmp_path / f"{function}.onnx"
        export.save_onnx(lane_of_run(trainer, 0), path)
        opsets[function] = onnx.load(path).opset_import[0].version
        for rows in (1, 7):
            assert answers(path, np.zeros((rows, 4)))[1].shape == (rows, 3)
    assert opsets == {"relu": 13, "gelu": 20}


def test_where_the_package_is_missing_a_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = trained(small_net(), blobs(), 1)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(PlaygroundError, match="pip install onnx installs it"):
        export.save_onnx(lane_of_run(trainer, 0), tmp_path / "net.onnx")
    assert list(tmp_path.iterdir()) == []


@needs_onnx
def test_formulas_are_part_of_the_graph(tmp_path: Path) -> None:
    """Every function and operator, and a number alone."""
    import onnx

    inputs = ["x1", "sin x2", "cos(x1) * tanh(x2)", "exp(-x1^2) - 0.5", "log(abs(x1) + 1)", "sqrt(x2^4) / 3", "2^pi"]
    experiment = edited(edited(load_preset("spiral"), "data.scaling", "standard"), "data.inputs", inputs)
    trainer = trained(experiment, load(experiment.data), 50)
    export.save_onnx(lane_of_run(trainer, 0), tmp_path / "net.onnx")
    _, found = answers(tmp_path / "net.onnx", trainer.dataset.raw().test)
    np.testing.assert_allclose(found, own(trainer), atol=ATOL)
    about = {prop.key: json.loads(prop.value) for prop in onnx.load(tmp_path / "net.onnx").metadata_props}
    assert about["feature_names"] == ["x1", "x2"]
