"""What each layer makes of one picture, map by map, in the lane in focus; and what a single number is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.inspectors.probing import network_of, said
from engine.inspectors.request import InspectionRequest
from engine.nn.layers.base import LayerSpec, Shape, has_weights
from engine.nn.layers.parts.windows import Windows
from engine.nn.shapes import layer_shapes, picture_shape
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

CHANNELS: Final = 32
"""Of a layer, at most."""


@record(eq=False)
class LayerMaps:
    """What comes out of a layer whose outputs are pictures.

    index: in the stack. values: (height, width, channels), the first ones of ``n_channels``. windows: what each of its
    numbers sees of the layer before; None for a kind that takes them one by one. weight, bias: (side, side, in,
    channels) and (channels,) of a convolution.
    """

    index: int
    values: NDArray[np.float32]
    n_channels: int
    windows: Windows | None
    weight: NDArray[np.float32] | None = None
    bias: NDArray[np.float32] | None = None


@record(eq=False)
class Maps:
    """focus: the lane; row: the training row, or -1 for a drawing; label: its class, or -1.

    picture: (height, width, channels), scaled as the network sees it. layers: as far as there are pictures, first to
    last. said: what the lane answers, (classes,), as probabilities, or one number.
    """

    step: int
    focus: int
    row: int
    label: int
    picture: NDArray[np.float32]
    layers: tuple[LayerMaps, ...]
    said: NDArray[np.float32]


def maps(trainer: GroupTrainer, request: InspectionRequest) -> Maps | None:
    """One pass forward of one row, as in testing. None where rows are no pictures."""
    shape = picture_shape(trainer.dataset)
    if len(shape) < 3:
        return None
    lane = min(request.focus, len(trainer.experiment.lanes) - 1)
    row, x, label = chosen_row(trainer, request)
    network = network_of(trainer, lane)
    layers, rows = trainer.experiment.layers, layer_shapes(trainer.experiment.layers, network.shape)
    work = network.workspace(1, training=False)
    work.values[0] = x[None]
    found = []
    for index, values in network.walk(work):
        if len(rows[index + 1]) == 3:
            parameters = network.layers[index].views_of(0)
            found.append(_layer(index, layers[index], rows[index], rows[index + 1], values, parameters))
        out = values
    answer = said(trainer, out[0, 0])
    picture = x.reshape(shape).astype(np.float32)
    return Maps(trainer.step, lane, row, label, picture, tuple(found), np.atleast_1d(answer))


def chosen_row(trainer: GroupTrainer, request: InspectionRequest) -> tuple[int, Array, int]:
    """Its number, or -1 for a drawing; scaled, (1, n_features); and its class, or -1."""
    data = trainer.dataset
    if request.sees_drawing and len(request.drawing) == data.n_features:
        return -1, data.preparation.apply(np.array([request.drawing], np.float32)), -1
    row = min(max(request.row, 0), len(trainer.rows.train_x) - 1)
    label = int(data.train_y_clean[row]) if data.task == "classes" else -1
    return row, trainer.rows.train_x[row : row + 1], label


def _layer(
    index: int, spec: LayerSpec, before: Shape, after: Shape, values: Array, parameters: dict[str, Array]
) -> LayerMaps:
    seen = np.array(values.reshape(after)[:, :, :CHANNELS], np.float32)
    windows = spec.windows_of(before)
    if not has_weights(spec):
        return LayerMaps(index, seen, after[-1], windows)
    weight = np.array(parameters["weight"][..., :CHANNELS], np.float32)
    bias = np.array(parameters["bias"][:CHANNELS], np.float32) if "bias" in parameters else None
    return LayerMaps(index, seen, after[-1], windows, weight, bias)


@record
class Patch:
    """A part of a picture: rows ``top`` up to ``bottom``, columns ``left`` up to ``right``, without those."""

    top: int
    bottom: int
    left: int
    right: int


def seen_by(layer: LayerMaps, patch: Patch) -> Patch:
    """The part of what goes into a layer that a part of what comes out depends on, as far as it is inside."""
    of = layer.windows
    if of is None:
        return patch
    (top, left), stride = of.before, of.stride
    return Patch(
        max(patch.top * stride - top, 0),
        min((patch.bottom - 1) * stride - top + of.side, of.height),
        max(patch.left * stride - left, 0),
        min((patch.right - 1) * stride - left + of.side, of.width),
    )


def receptive_field(layers: tuple[LayerMaps, ...], place: int, patch: Patch) -> list[Patch]:
    """The same through all layers back to the picture: for each of layers[:place + 1] the part of what goes into it."""
    found = []
    for layer in layers[place::-1]:
        patch = seen_by(layer, patch)
        found.append(patch)
    return found[::-1]
