"""Which pieces a script is put together from: of each room those that its lane uses, as source."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeAlias

from engine.data import Dataset, matching
from engine.export import settings_code as code
from engine.export.features import is_written_otherwise, reading_code
from engine.export.layers import Call
from engine.export.pieces import augmentation, chance, layers, losses, optimizers, patience, tables, written
from engine.export.task_code import TASKS
from engine.export.trained import TrainedLane
from engine.nn.layers.base import has_weights
from engine.nn.layers.parts.initializers import INITIALIZERS, uniform
from engine.nn.losses import LOSSES

Calls: TypeAlias = Sequence[tuple[int, Call]]
"""See `engine.export.settings_code.layer_calls`."""


def layer_pieces(calls: Calls) -> Iterator[str]:
    return _sources(*dict.fromkeys([layers.Layer, *(piece for _, call in calls for piece in call.pieces)]))


def initializers(stack: Sequence[Any]) -> Iterator[str]:
    used = {spec.initialization for spec in stack if has_weights(spec)}
    chosen = [entry.draw for name, entry in INITIALIZERS.items() if name in used]
    texts = [*_sources(*chosen)]
    if uniform not in chosen and any("* uniform(" in text for text in texts):
        texts = [*_sources(uniform), *texts]
    yield from (text.replace("Weights", "Array") for text in texts)


def chance_pieces(lane: TrainedLane, dataset: Dataset | None) -> Iterator[str]:
    is_augmented = dataset is not None and lane.experiment.data.augmentation.is_on
    yield "WEIGHTS, ROWS, MASKS, PICTURES = 0, 1, 2, 3" if is_augmented else "WEIGHTS, ROWS, MASKS = 0, 1, 2"
    yield from _sources(chance.stream, chance.generator)
    has_masks = bool(code.masked_units(lane.experiment, lane.row_shape))
    draws = code.batch_code(lane.experiment)[0] if dataset is not None else ""
    if has_masks or draws == "rows_with_replacement":
        yield from _sources(chance.words_at)
    if draws:
        yield from _sources(getattr(chance, draws))
    if has_masks:
        yield from _sources(chance.Masks)
    if is_augmented:
        yield from _sources(augmentation.Pictures)


def loss_pieces(lane: TrainedLane, dataset: Dataset | None) -> Iterator[str]:
    if lane.gives_probabilities:
        yield from _sources(losses.softmax)
    if dataset is not None:
        task, name = TASKS[lane.task], LOSSES[lane.experiment.loss].piece
        yield from _sources(getattr(task.losses, name), getattr(task.losses, f"{name}_gradient"), *task.of_training)


def optimizer_pieces(lane: TrainedLane) -> Iterator[str]:
    piece = getattr(optimizers, code.optimizer_call(lane.experiment)[0])
    yield from _sources(*(kind for kind in reversed(piece.__mro__) if kind.__module__ == optimizers.__name__))
    if lane.experiment.early_stopping.on or lane.experiment.schedule.look_every is not None:
        yield from _sources(patience.Patience)


def table_pieces(lane: TrainedLane) -> Iterator[str]:
    columns = tables.columns_by_name if lane.is_named else tables.columns_by_place
    yield TASKS[lane.task].test.format(choose=columns.__name__)
    yield from _sources(tables.read_csv, tables.read_lines, tables.cells_of)
    is_plain = lane.preparation.is_plain and not is_written_otherwise(lane.preparation)
    yield from _sources(tables.numbers) if is_plain else [reading_code(lane.preparation)]
    label_has_comma = lane.task == "numbers" and lane.experiment.data.decimal == ","
    if is_written_otherwise(lane.preparation) or label_has_comma:
        yield from _sources(written.number_of)
    yield from _sources(columns)
    yield from _sources(*([matching.places_of] if lane.is_named else []))
    of_categories = () if is_plain else (matching.folded_class,)
    pieces = dict.fromkeys((matching.folded, *TASKS[lane.task].pieces, *of_categories, matching.finder))
    for piece in _sources(*pieces):
        yield piece.replace("float(text)", 'number_of(text, ",", {})') if label_has_comma else piece


def _sources(*pieces: Any) -> Iterator[str]:
    return map(_source, pieces)


@cache
def _source(piece: Any) -> str:
    """Looked up once: to find a class, Python parses the whole file."""
    return inspect.getsource(piece).rstrip()
