"""The training step against a slow one, written as the formulas are: a new array for every result, none shared."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.nn.layers.parts.products import SMALL, multiply_in_parts, parts
from engine.nn.rng import Purpose, RawStream
from engine.train.stepping.batches import Batches
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, dropout, recipe

Array = NDArray[Any]
STEPS, BATCH, RATE, L1, L2 = 12, 11, 0.1, 0.003, 0.02
FUNCTIONS = {
    "relu": (lambda x: np.where(x > 0, x, 0), lambda x: np.where(x > 0, 1.0, 0.0)),
    "tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "sigmoid": (lambda x: 1 / (1 + np.exp(-x)), lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2),
}
STACKS = {
    "dropout behind ReLU": [dense(9), activation(), dropout(0.3), dense(7), activation(), dropout(0.4), dense(3)],
    "two dropouts": [dense(9), activation(), dropout(0.3), dropout(0.2), dense(3), dropout(0.2)],
    "sigmoid over dropped ReLU": [dense(9), activation(), dropout(0.3), activation("sigmoid"), dense(3)],
    "ReLU twice": [dense(9), activation(), activation(), dropout(0.3), activation(), dense(3), activation()],
    "dropout before ReLU": [dense(9), dropout(0.3), activation(), dense(3)],
    "dropout behind tanh": [dropout(0.1), dense(9), activation("tanh"), dropout(0.3), dense(3), dropout(0.2)],
    "ReLU and dropout in front": [activation(), dropout(0.3), dense(9), dropout(0.2), dense(3)],
}


def slow(layers: list[dict[str, Any]], trainer: Trainer, scaling: str) -> list[tuple[Array, Array]]:
    """Weights and biases after STEPS steps of a single lane, in float64."""
    start = trainer.lane_parameters(0)
    weights = {i: (entry["weight"].copy(), entry["bias"].copy()) for i, entry in enumerate(start) if entry}
    n = len(trainer.groups[0].rows.train_x)
    batches = Batches([0], n, BATCH, "replacement")
    width, widths = trainer.groups[0].rows.train_x.shape[1], list[int]()
    for layer in layers:
        width = layer.get("units", width)
        widths.append(width)
    mask_units = sum(w for w, layer in zip(widths, layers, strict=True) if layer["kind"] == "dropout")
    stream = RawStream([0], Purpose.MASKS)
    for step in range(STEPS):
        rows = batches.rows_at(step)
        assert rows is not None
        raw = stream.at(step, (mask_units * BATCH + 3) // 4).view(np.uint16)[0] if mask_units else np.empty(0)
        values, slopes = [trainer.groups[0].rows.train_x[rows[0]]], []
        for i, layer in enumerate(layers):
            x = values[-1]
            if layer["kind"] == "dense":
                values.append(x @ weights[i][0] + weights[i][1])
                slopes.append(None)
            elif layer["kind"] == "activation":
                function, slope = FUNCTIONS[layer["function"]]
                values.append(function(x))
                slopes.append(slope(x))
            else:
                drawn, raw = raw[: x.size].reshape(x.shape), raw[x.size :]
                factor = 1 / (1 - layer["rate"]) if scaling == "train" else 1.0
                slopes.append((drawn >= np.rint(layer["rate"] * 2**16)) * factor)
                values.append(x * slopes[-1])
        z = values[-1] - values[-1].max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        delta = (p - trainer.groups[0].rows.train_targets[rows[0]]) / BATCH
        for i in reversed(range(len(layers))):
            if slopes[i] is not None:
                delta = delta * slopes[i]
                continue
            w, b = weights[i]
            gradient = values[i].T @ delta + L2 * w + L1 * np.sign(w)
            weights[i] = w - RATE * gradient, b - RATE * delta.sum(axis=0)
            delta = delta @ w.T
    return [weights[i] for i in sorted(weights)]


@pytest.mark.parametrize("scaling", ["test", "train"])
@pytest.mark.parametrize("stack", STACKS.values(), ids=STACKS.keys())
def test_a_step_is_what_the_formulas_say(stack: list[dict[str, Any]], scaling: str) -> None:
    layers = [{**layer, "l1": L1, "l2": L2} if layer["kind"] == "dense" else layer for layer in stack]
    experiment = recipe(
        *layers, batch_size=BATCH, dropout_scaling=scaling, optimizer={"kind": "sgd", "learning_rate": RATE}
    )
    trainer = Trainer(experiment, blobs(), dtype=np.float64)
    expected = slow(layers, trainer, scaling)
    trainer.run(STEPS)
    found = [entry for entry in trainer.lane_parameters(0) if entry]
    for entry, (weight, bias) in zip(found, expected, strict=True):
        np.testing.assert_allclose(entry["weight"], weight, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(entry["bias"], bias, rtol=1e-9, atol=1e-12)


# --- products in parts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "each"), [(784, 12800), (100, 12800), (785, 12800), (4, 40), (97, 10**5), (64, 10**7)]
)
def test_parts_are_equal_and_small_or_there_is_one(rows: int, each: int) -> None:
    n = parts(rows, each)
    assert rows % n == 0
    assert n == 1 or (rows // n * each <= SMALL < rows * each and rows // n >= 16)


def test_the_reference_is_cut() -> None:
    assert (parts(784, 128 * 100), parts(100, 128 * 100), parts(100, 128 * 10)) == (14, 2, 1)


@pytest.mark.parametrize("shared", [True, False])
def test_parts_make_the_same_product(shared: bool) -> None:
    """The same terms, so at most another order of the same sum; and each lane's numbers are those of it alone."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((1 if shared else 3, 128, 784), np.float32)
    dy = rng.standard_normal((3, 128, 100), np.float32)
    out = np.empty((3, 784, 100), np.float32)
    multiply_in_parts(x.swapaxes(1, 2), dy, out, 14)
    exact = x.swapaxes(1, 2).astype(np.float64) @ dy
    assert np.abs(out - exact).max() < 1e-6 * np.abs(exact).max()
    for lane in range(3):
        alone = np.empty((1, 784, 100), np.float32)
        multiply_in_parts(x[0 if shared else lane][None].swapaxes(1, 2), dy[lane : lane + 1], alone, 14)
        np.testing.assert_array_equal(alone[0], out[lane])
