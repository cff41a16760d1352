"""The pieces of a script that say what this very lane is: its layers, its optimizer, its batches."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Final

from engine.experiment.experiment import Experiment
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.batch_norm import BatchNormSpec
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.functions import Function
from engine.nn.layers.products import parts, parts_pay
from engine.nn.shapes import layer_shapes

FUNCTIONS: Final[dict[Function, str]] = {
    "relu": "Relu",
    "leaky_relu": "LeakyRelu",
    "elu": "Elu",
    "sigmoid": "Sigmoid",
    "tanh": "Tanh",
    "gelu": "Gelu",
}
"""Names of classes in `engine.export.pieces.layers`."""


def widths(layers: Sequence[LayerSpec], n_features: int) -> list[int]:
    """How many units come out of each layer."""
    return [prod(shape) for shape in layer_shapes(layers, (n_features,))[1:]]


def batch_sizes(experiment: Experiment, n_rows: int) -> tuple[int, ...]:
    """How many of so many rows a batch has; with a last, smaller one in an epoch, two numbers."""
    match experiment.sampling:
        case "full":
            return (n_rows,)
        case "shuffle":
            size = min(experiment.batch_size, n_rows)
            return (size, rest) if (rest := n_rows % size) else (size,)
        case "replacement":
            return (experiment.batch_size,)


def layer_calls(experiment: Experiment, n_features: int, batches: Sequence[int] = ()) -> list[tuple[int, str]]:
    """(index, code) of each layer that does something: ``Dense(64, 100, he_uniform, ..., l2=0.01)``.

    batches: how many rows a batch of training may have.
    """
    calls = []
    n, before = n_features, 0
    for index, (spec, units) in enumerate(zip(experiment.layers, widths(experiment.layers, n_features), strict=True)):
        call = _call(experiment, index, spec, n, before, batches)
        if call:
            calls.append((index, call))
        before += units if isinstance(spec, DropoutSpec) else 0
        n = units
    return calls


def _call(experiment: Experiment, index: int, spec: LayerSpec, n: int, before: int, batches: Sequence[int]) -> str:
    match spec:
        case DenseSpec():
            extra = "".join(f", {name}={value!r}" for name in ("l1", "l2") if (value := getattr(spec, name)))
            extra += "" if spec.bias else ", bias=False"
            cut = {rows: count for rows in batches if (count := parts(n, rows * spec.units)) > 1 and parts_pay()}
            kind, extra = ("DenseInParts", f"{extra}, parts={cut}") if cut else ("Dense", extra)
            return f"{kind}({n}, {spec.units}, {spec.initialization}, generator(SEED, WEIGHTS, {index}){extra})"
        case ActivationSpec():
            return f"{FUNCTIONS[spec.function]}()" if spec.function in FUNCTIONS else ""
        case DropoutSpec():
            kind = "Dropout" if experiment.dropout_scaling == "test" else "InvertedDropout"
            return f"{kind}({spec.drawn_rate!r}, masks, before={before})" if spec.rate else ""
        case BatchNormSpec():
            return f"BatchNorm({n}, momentum={spec.momentum!r}, epsilon={spec.safe_epsilon!r})"
        case _:
            raise AssertionError(spec.kind)


def masked_units(experiment: Experiment, n_features: int) -> int:
    """Units of all dropout layers, those that drop nothing included; 0 where none drops."""
    layers = [*zip(experiment.layers, widths(experiment.layers, n_features), strict=True)]
    dropouts = [(spec.rate, units) for spec, units in layers if isinstance(spec, DropoutSpec)]
    return sum(units for _, units in dropouts) if any(rate for rate, _ in dropouts) else 0


def optimizer_call(experiment: Experiment) -> tuple[str, str]:
    """The name of a class in `engine.export.pieces.optimizers`, and its arguments behind the array."""
    spec = experiment.optimizer
    numbers = spec.rule.settings(spec)
    return spec.rule.__name__, "".join(f", {name}={value!r}" for name, value in numbers.items())


def batch_code(experiment: Experiment) -> tuple[str, str]:
    """The piece that draws batches, if any, and the call that gives the rows of a step."""
    match experiment.sampling:
        case "full":
            return "", "slice(None)"
        case "shuffle":
            return "rows_of_shuffled_epochs", "rows_of_shuffled_epochs(SEED, step, len(train_x), BATCH_SIZE)"
        case "replacement":
            return "rows_with_replacement", "rows_with_replacement(SEED, step, len(train_x), BATCH_SIZE)"
