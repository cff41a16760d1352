"""The pieces of a script that say what this very lane is: its layers, its optimizer, its batches."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.augmentation.pictures import picture_rows
from engine.data.dataset import Dataset
from engine.experiment.experiment import Experiment
from engine.export.layers import Call, Place, export_of
from engine.export.pieces.layers import Silence
from engine.nn.layers.base import Shape
from engine.nn.shapes import layer_shapes


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


def layer_calls(experiment: Experiment, shape: Shape, batches: Sequence[int] = ()) -> list[tuple[int, Call]]:
    """(index, call) of each layer that does something; one of which units are off has a second one.

    shape: of a row, see `engine.nn.shapes.row_shape`. batches: how many rows a batch of training may have.
    """
    calls = []
    before, scaling = 0, experiment.dropout_scaling
    shapes = layer_shapes(experiment.layers, shape)
    for index, (spec, shape) in enumerate(zip(experiment.layers, shapes, strict=False)):
        call = export_of(spec).call(spec, Place(index, shape, before, scaling, batches))
        if call is not None:
            calls.append((index, call))
        off = list(getattr(spec, "off_units", ()))
        if off:
            calls.append((index, Call(f"Silence({off}, {spec.output_shape(shape)[-1]})", (Silence,))))
        before += spec.masks(shape)
    return calls


def frozen_places(experiment: Experiment, calls: Sequence[tuple[int, Call]]) -> list[int]:
    """The places in a script of layers that training leaves as they are."""
    return [place for place, (index, _) in enumerate(calls) if getattr(experiment.layers[index], "frozen", False)]


def masked_units(experiment: Experiment, shape: Shape) -> int:
    """Random numbers of a row for all dropout layers, those that drop nothing included; 0 where none drops."""
    pairs = zip(experiment.layers, layer_shapes(experiment.layers, shape), strict=False)
    drops = any(spec.dropped for spec in experiment.layers)
    return sum(spec.masks(shape) for spec, shape in pairs) if drops else 0


def optimizer_call(experiment: Experiment) -> tuple[str, str]:
    """The name of a class in `engine.export.pieces.optimizers`, and its arguments behind the array."""
    spec = experiment.optimizer
    numbers = spec.rule.settings(spec)
    return spec.rule.__name__, "".join(f", {name}={value!r}" for name, value in numbers.items())


def pictures_code(experiment: Experiment, dataset: Dataset) -> str:
    """What makes the object that changes training pictures; nothing where they are learned from as they are."""
    spec, rows = experiment.data.augmentation, picture_rows(dataset) if experiment.data.augmentation.is_on else None
    if rows is None:
        return ""
    said = {"shape": rows.shape, "paper": rows.paper.tolist(), "low": rows.low, "high": rows.high}
    said |= {name: value for name, value in spec if value}
    arguments = "".join(f", {name}={value!r}" for name, value in said.items())
    if rows.scale is not None:
        arguments += ', offset=arrays["offset"], scale=arrays["scale"]'
    return f"Pictures(SEED, BATCH_SIZE{arguments})"


def batch_code(experiment: Experiment) -> tuple[str, str]:
    """The piece that draws batches, if any, and the call that gives the rows of a step."""
    match experiment.sampling:
        case "full":
            return "", "slice(None)"
        case "shuffle":
            return "rows_of_shuffled_epochs", "rows_of_shuffled_epochs(SEED, step, len(train_x), BATCH_SIZE)"
        case "replacement":
            return "rows_with_replacement", "rows_with_replacement(SEED, step, len(train_x), BATCH_SIZE)"
