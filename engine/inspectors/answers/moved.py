"""What lanes make of rows that they were not trained on when these are moved, turned and dimmed by hand."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, ClassVar, Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.augmentation.moves import Mover, matrices
from engine.data.augmentation.pictures import PictureRows, picture_rows
from engine.inspectors.probing import outputs_of_lanes, shown_rows
from engine.inspectors.request import InspectionRequest, Move
from engine.nn.network import Network
from engine.nn.shapes import layer_shapes
from engine.records import record

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.train.group_trainer import GroupTrainer

AT_ONCE: Final = 2 * 10**8
"""Multiplications of a look, about: of more rows than that takes, some are asked, evenly spread over all."""
FEWEST: Final = 100
"""Rows that are asked in any case."""
PICTURES: Final = 12
"""That are shown."""


@record(eq=False)
class Moved:
    """Of ``rows`` of the ``all_rows`` that were not trained on.

    move: how they were changed. accuracy, still: (lanes,), of these rows so changed, and as they are; NaN for lanes
    that have diverged. pictures: (n, height, width, channels), the first of them, changed, from 0, the least pixel of
    the training rows, to 1, the largest; labels, answers: (n,), what they are, and what the lane ``focus`` says, or -1.
    """

    lane_fields: ClassVar = ("accuracy", "still")

    step: int
    focus: int
    move: Move
    rows: int
    all_rows: int
    of_validation: bool
    accuracy: NDArray[np.float64]
    still: NDArray[np.float64]
    pictures: NDArray[np.float32]
    labels: NDArray[np.int64]
    answers: NDArray[np.int64]


@record(eq=False)
class _Kept:
    """What does not change while a net trains: the rows that are asked, scaled, as they are and as they were moved."""

    move: Move
    of_validation: bool
    rows: PictureRows
    still: Array
    moved: Array
    labels: NDArray[np.int64]


_kept: WeakKeyDictionary[Dataset, _Kept] = WeakKeyDictionary()


def moved(trainer: GroupTrainer, request: InspectionRequest) -> Moved | None:
    """None where rows are no pictures; where these lanes alone are given something else, nothing is asked of them."""
    data, lanes = trainer.dataset, len(trainer.experiment.lanes)
    if data.image_shape is None:
        return None if trainer.together.dataset.image_shape is None else _of_no_pictures(trainer, request)
    every, labels = shown_rows(trainer)
    affordable = AT_ONCE // (2 * lanes * _multiplications(trainer.network))
    count = min(len(every), max(FEWEST, affordable))
    kept = _rows(trainer, every, labels, count, request.move)
    answers = [outputs_of_lanes(trainer, x) for x in (kept.moved, kept.still)]
    accuracy, still = (_accuracy(found, kept.labels) for found in answers)
    own = answers[0][min(max(request.focus, 0), lanes - 1), :PICTURES]
    says = np.where(np.isfinite(own).all(axis=1), own.argmax(axis=1), -1)
    shares = (kept.rows.open(kept.moved[:PICTURES].copy()) - kept.rows.low) / kept.rows.unit
    return Moved(
        trainer.step,
        request.focus,
        request.move,
        count,
        len(every),
        kept.of_validation,
        accuracy,
        still,
        np.clip(shares, 0, 1).reshape(-1, *kept.rows.shape).astype(np.float32),
        kept.labels[:PICTURES],
        says.astype(np.int64),
    )


def _of_no_pictures(trainer: GroupTrainer, request: InspectionRequest) -> Moved:
    nothing, none = np.full(len(trainer.experiment.lanes), np.nan), np.zeros(0, np.int64)
    pictures = np.zeros((0, 1, 1, 1), np.float32)
    count, of_validation = len(shown_rows(trainer)[0]), trainer.is_test_sealed
    about = trainer.step, request.focus, request.move, 0, count, of_validation
    return Moved(*about, nothing, nothing, pictures, none, none)


def _multiplications(network: Network) -> int:
    """Of one row in one lane: each weight of a filter is used at every place of its map."""
    shapes = layer_shapes(network.specs, network.shape)
    layers = zip(network.layers, shapes[1:], strict=True)
    return max(1, sum(layer.n_weights * prod(shape[:-1]) for layer, shape in layers))


def _accuracy(found: Array, labels: NDArray[np.int64]) -> NDArray[np.float64]:
    """found: (lanes, rows, classes) -> (lanes,)"""
    right = (found.argmax(axis=2) == labels).mean(axis=1)
    return np.where(np.isfinite(found).all(axis=(1, 2)), right, np.nan)


def _rows(trainer: GroupTrainer, every: Array, labels: Array, count: int, move: Move) -> _Kept:
    kept = _kept.get(trainer.dataset)
    of_validation = trainer.is_test_sealed
    if kept is not None and (kept.move, kept.of_validation, len(kept.still)) == (move, of_validation, count):
        return kept
    rows = picture_rows(trainer.dataset)
    assert rows is not None
    chosen = np.arange(count) * len(every) // count
    still = np.asarray(every[chosen], np.float32)
    kept = _Kept(move, of_validation, rows, still, changed(still, rows, move), labels[chosen].astype(np.int64))
    _kept[trainer.dataset] = kept
    return kept


def changed(x: Array, rows: PictureRows, move: Move) -> Array:
    """x: (rows, n_features), scaled -> the same pictures moved, turned clockwise, and dimmed: paper + contrast
    (pixel - paper) + brightness, as a share of what lies between black and white, and no pixel beyond these."""
    found = rows.open(x.copy())
    one = np.ones(len(x), np.float32)
    shift = np.array([[move.down], [move.right]], np.float32) * one
    where = matrices(np.radians(move.turn) * one, one, shift, 0 * shift, one)
    is_whole = move.turn == 0 and move.down == round(move.down) and move.right == round(move.right)
    Mover(rows.shape, rows.paper).move(found, where, between=not is_whole)
    if (move.contrast, move.brightness) != (1, 0):
        pixels = found.reshape(-1, rows.shape[2])
        pixels -= rows.paper
        pixels *= move.contrast
        pixels += rows.paper + move.brightness * rows.unit
        np.clip(found, rows.low, rows.high, out=found)
    return rows.close(found)
