"""What dropout does: the thinned network of the coming step, what the masks cost, and what they disagree about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_layers, lane_seed
from engine.inspectors.probing import network_of, said
from engine.inspectors.request import InspectionRequest
from engine.nn.evaluation import outputs
from engine.nn.layers.base import LayerSpec, MaskedLayer, has_weights
from engine.nn.network import Network
from engine.nn.rng import Purpose, source
from engine.nn.workspace import Workspace
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


PASSES: Final = 64
"""Masks that one row is shown through."""
DRAWS: Final = 3
"""Masks that the loss is averaged over, for each row and lane."""
MOST_ROWS: Final = 256
"""Training rows that the losses are of, at most; fewer where many lanes share the time."""
_LANE_ROWS: Final = 768
_LEAST_ROWS: Final = 32
_OWN_DRAWS: Final = 1
"""The training's masks are stream 0 of their purpose; those that are only looked through are this one. They are the
same at every look, so that what moves from look to look was caused by learning."""


@record(eq=False)
class DropoutLook:
    """``kept``: for the input and each dense layer, (units,), which of its units the coming step leaves on for the
    first row of its batch; ``rates``: the share that is switched off on average. Both of the lane in focus, and
    without entries where it has left the network.

    masked, tested: (lanes,), the data loss on at most MOST_ROWS training rows with masks on and as in testing; NaN
    for a lane that has left. sampled: (PASSES, outputs), probabilities of training row ``row`` in the lane in focus,
    or its number, one line a mask; tested_share: (outputs,), as in testing. NaN where the lane has diverged.
    """

    lane_fields: ClassVar = ("masked", "tested")
    weighted_fields: ClassVar = {"kept": np.zeros(0, np.bool_), "rates": 0.0}
    behind_input: ClassVar = 1

    step: int
    focus: int
    kept: tuple[NDArray[np.bool_], ...]
    rates: tuple[float, ...]
    masked: NDArray[np.float64]
    tested: NDArray[np.float64]
    row: int
    sampled: NDArray[np.float32]
    tested_share: NDArray[np.float32]

    @property
    def mean(self) -> NDArray[np.float32]:
        """(classes,): what the masks say on average."""
        mean: NDArray[np.float32] = self.sampled.mean(axis=0)
        return mean

    def quantiles(self, *shares: float) -> NDArray[np.float64]:
        """(len(shares), classes): so large a share of the masks gives less."""
        return np.quantile(self.sampled.astype(np.float64), shares, axis=0)


def dropout(trainer: GroupTrainer, request: InspectionRequest) -> DropoutLook:
    """A few passes forward over some training rows, and one over PASSES copies of a single row."""
    lane, row = request.focus, min(max(request.row, 0), len(trainer.rows.train_x) - 1)
    masked, tested = _losses(trainer)
    sampled, tested_share = _answers(trainer, lane, row)
    return DropoutLook(
        step=trainer.step,
        focus=lane,
        kept=coming_units(trainer, lane),
        rates=_rates(lane_layers(trainer.experiment, lane)) if trainer.lanes.row_of(lane) is not None else (),
        masked=masked,
        tested=tested,
        row=row,
        sampled=sampled,
        tested_share=tested_share,
    )


# --- the coming step ------------------------------------------------------------------------------------------------


def coming_units(trainer: GroupTrainer, lane: int) -> tuple[NDArray[np.bool_], ...]:
    """Which units of the input and of each dense layer the coming step leaves on, for the first row of its batch."""
    masks = coming_masks(trainer, lane)
    if not masks:
        return ()
    columns = [np.ones(trainer.network.n_features, np.bool_)]
    for layer, mask in zip(trainer.network.layers, masks, strict=True):
        if layer.n_weights:
            columns.append(np.ones(layer.n_out, np.bool_))
        elif mask is not None:
            columns[-1] = columns[-1] & mask
    return tuple(columns)


def coming_masks(trainer: GroupTrainer, lane: int) -> list[NDArray[np.bool_] | None]:
    """The masks of the coming step, (units,) for the first row of its batch: an entry a layer, None where it drops
    nothing by its nature; empty where the lane has left.

    Masks are a function of (seed, step), so they are drawn here once more, and the training's stay as they are.
    """
    network, place = trainer.network, trainer.lanes.row_of(lane)
    if place is None:
        return []
    rows, most = _batch_rows(trainer)
    words = (network.mask_units * most + 3) // 4  # of a step; four numbers a word, layer after layer, row after row
    seed, start = lane_seed(trainer.experiment, lane), 0
    masks: list[NDArray[np.bool_] | None] = []
    for layer in network.layers:
        if not isinstance(layer, MaskedLayer):
            masks.append(None)
        elif not network.mask_units:
            masks.append(np.ones(layer.n_out, np.bool_))
        else:
            drawn = _numbers(seed, trainer.step * words, start, layer.n_masks)
            kept = drawn >= layer.threshold[place if len(layer.threshold) > 1 else 0]
            masks.append(np.tile(kept, layer.n_out // layer.n_masks))
            start += rows * layer.n_masks
    return masks


def _batch_rows(trainer: GroupTrainer) -> tuple[int, int]:
    """Rows of the coming batch, and those of a whole one: a shuffled epoch may end with fewer."""
    experiment, n = trainer.experiment, len(trainer.rows.train_x)
    if experiment.sampling == "full":
        return n, n
    if experiment.sampling == "replacement":
        return experiment.batch_size, experiment.batch_size
    size = min(experiment.batch_size, n)
    place = trainer.step % -(-n // size)
    return min(size, n - place * size), size


def _numbers(seed: int, first_word: int, start: int, count: int) -> NDArray[np.uint16]:
    """Numbers ``start`` to ``start + count`` of the masks' stream, behind so many words."""
    stream = source(seed, Purpose.MASKS)
    stream.advance(first_word + start // 4)
    skip = start % 4
    numbers: NDArray[np.uint16] = stream.random_raw((skip + count + 3) // 4).view(np.uint16)[skip : skip + count]
    return numbers


def _rates(layers: Sequence[LayerSpec]) -> tuple[float, ...]:
    """The share of the input's units, and of each dense layer's, that is switched off on average."""
    kept = [1.0]
    for layer in layers:
        if has_weights(layer):
            kept.append(1.0)
        else:
            kept[-1] *= 1 - layer.dropped
    return tuple(1 - share for share in kept)


# --- what masks cost, and what they disagree about ------------------------------------------------------------------


def _losses(trainer: GroupTrainer) -> tuple[Array, Array]:
    """The data loss with masks on and in testing, (lanes,) each."""
    network, active = trainer.network, trainer.active
    masked, tested = (np.full(len(trainer.experiment.lanes), np.nan) for _ in range(2))
    rows = min(MOST_ROWS, len(trainer.rows.train_x), max(_LEAST_ROWS, _LANE_ROWS // max(len(active), 1)))
    if not len(active):
        return masked, tested
    x, targets = trainer.rows.train_x[:rows], trainer.rows.train_targets[None, :rows]
    tested[active] = masked[active] = trainer.loss.total(outputs(network, x), targets) / rows
    if network.mask_units:
        draws = [trainer.loss.total(out, targets) for out in _through_masks(network, x, DRAWS)]
        masked[active] = np.mean(draws, axis=0) / rows
    return masked, tested


def _answers(trainer: GroupTrainer, lane: int, row: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The probabilities of one row behind each of PASSES masks, (PASSES, classes), and in testing, (classes,)."""
    n_outputs = trainer.dataset.n_outputs
    if lane in trainer.diverged_at:
        return np.full((PASSES, n_outputs), np.nan, np.float32), np.full(n_outputs, np.nan, np.float32)
    network, x = network_of(trainer, lane), trainer.rows.train_x[row : row + 1]
    (out,) = _through_masks(network, np.repeat(x, PASSES, axis=0), 1)
    return said(trainer, out[0]), said(trainer, outputs(network, x)[0, 0])


def _through_masks(network: Network, x: Array, draws: int) -> Iterator[Array]:
    """The outputs of x: (rows, n_features), with masks on, (lanes, rows, classes), for each of some draws.

    All else is as in testing: batch normalization takes its running statistics, so that only masks make a difference.
    Lanes see the same numbers.
    """
    work = network.workspace(len(x), training=False)
    units = sum(layer.n_masks for layer in network.masked_layers)
    stream = source(0, Purpose.MASKS, _OWN_DRAWS)
    for _ in range(draws):
        numbers = stream.random_raw((units * len(x) + 3) // 4).view(np.uint16)
        work.values[0] = x[None]
        yield _masked_forward(network, work, numbers)


def _masked_forward(network: Network, work: Workspace, numbers: NDArray[np.uint16]) -> Array:
    """numbers: (rows * units of all dropout layers or more,), uniform."""
    start = 0
    for index, layer in enumerate(network.layers):
        mask = None
        if isinstance(layer, MaskedLayer):
            stop = start + work.rows * layer.n_masks
            mask = numbers[start:stop].reshape(1, work.rows, layer.n_masks) >= layer.threshold[:, :, None]
            start = stop
        layer.forward(work.values[index], work.values[index + 1], work.scratch[index], mask, training=False)
    return work.outputs
