"""Why a lane answers what it answers: which pixels of a picture its answer hangs on, in three ways of asking.

*Saliency* is the size of the gradient of the answer's output with respect to each pixel (Simonyan, Vedaldi and
Zisserman 2013): where a little more ink would move it most. *Occlusion* hides one window of the picture after the other
and says how much of the answer's probability is lost (Zeiler and Fergus 2014). *Grad-CAM* weighs the maps of the last
convolution by how much the answer leans on each of them: ReLU(sum over k of mean(d output / d map k) map k) (Selvaraju
et al. 2017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.inspectors.answers.maps import chosen_row
from engine.inspectors.probing import network_of, of_lane
from engine.inspectors.request import InspectionRequest
from engine.nn.network import Network
from engine.nn.shapes import layer_shapes, picture_shape
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

LANES: Final = 4
"""At most; the one in focus is among them."""
_WINDOWS: Final = 4
"""So many windows of the occlusion lie beside each other."""

Heat = NDArray[np.float32]
"""(height, width), 0 for no influence, 1 for the largest."""


@record(eq=False)
class LaneReasons:
    """answer: the class, or -1 where there is none; share: its probability. occlusion is the share of probability that
    is lost, from -1 to 1. cam: None without a convolution."""

    lane: int
    answer: int
    share: float
    saliency: Heat
    occlusion: NDArray[np.float32]
    cam: Heat | None


@record(eq=False)
class Reasons:
    """row: the training row, or -1 for a drawing; label: its class, or -1. picture: (height, width, channels), scaled.
    lanes: those that were asked for."""

    entries: ClassVar = {"lanes": "asked"}

    step: int
    row: int
    label: int
    picture: NDArray[np.float32]
    lanes: tuple[LaneReasons, ...]


def reasons(trainer: GroupTrainer, request: InspectionRequest) -> Reasons | None:
    """None where rows are no pictures, or numbers are learned."""
    shape = picture_shape(trainer.dataset)
    if len(shape) < 3 or trainer.dataset.task == "numbers":
        return None
    row, x, label = chosen_row(trainer, request)
    lanes = [lane for lane in (request.asked or (request.focus,)) if lane < len(trainer.experiment.lanes)]
    found = tuple(_of_lane(trainer, lane, x) for lane in lanes[:LANES])
    return Reasons(trainer.step, row, label, x.reshape(shape).astype(np.float32), found)


def _of_lane(trainer: GroupTrainer, lane: int, x: Array) -> LaneReasons:
    shape = picture_shape(trainer.dataset)
    said = of_lane(trainer, lane, x)[0]
    if not np.isfinite(said).all():
        nothing = np.zeros(shape[:2], np.float32)
        return LaneReasons(lane, -1, float("nan"), nothing, nothing, None)
    answer = int(said.argmax())
    network = network_of(trainer, lane)
    values, deltas = input_gradient(network, x, answer)
    saliency = _scaled(np.abs(deltas[0].reshape(shape)).max(axis=2))
    return LaneReasons(
        lane,
        answer,
        float(said[answer]),
        saliency,
        _occlusion(trainer, lane, x, answer, float(said[answer])),
        _cam(network, values, deltas),
    )


def input_gradient(network: Network, x: Array, answer: int) -> tuple[list[Array], list[Array]]:
    """What goes into each layer and comes out of the last, in testing, and the gradient of one output for each of them.

    x: (1, n_features). Changes the gradients of the network, and nothing else.
    """
    work = network.workspace(1, training=True)
    values: list[Array] = [np.array(x[None], network.dtype)]
    for layer, scratch in zip(network.layers, work.scratch, strict=True):
        y = np.empty((1, 1, layer.n_out), network.dtype)
        layer.forward(values[-1], y, scratch, None, False)
        values.append(y)
    deltas = [np.zeros_like(values[-1])]
    deltas[0][0, 0, answer] = 1
    for index in range(len(network.layers) - 1, -1, -1):
        layer, dy = network.layers[index], deltas[0].copy()
        dx = dy if layer.works_in_place else np.empty_like(values[index])
        layer.pass_back(values[index], values[index + 1].copy(), dy, dx, work.scratch[index])
        deltas.insert(0, dx)
    return values, deltas


def _cam(network: Network, values: list[Array], deltas: list[Array]) -> Heat | None:
    """Of the last layer whose outputs are a picture and that has weights, behind what follows it up to the next one."""
    shapes = layer_shapes(network.specs, network.shape)
    convolutions = [i for i, layer in enumerate(network.layers) if layer.n_weights and len(shapes[i + 1]) == 3]
    if not convolutions:
        return None
    behind = convolutions[-1] + 1
    while behind < len(network.layers) and shapes[behind + 1] == shapes[behind]:
        behind += 1
    maps, gradient = (of[behind].reshape(shapes[behind]) for of in (values, deltas))
    small = np.maximum(maps @ gradient.mean(axis=(0, 1)), 0)
    rows, columns = (
        np.minimum((np.arange(size) * side) // size, side - 1)
        for size, side in zip(network.shape[:2], small.shape, strict=True)
    )
    return _scaled(small[np.ix_(rows, columns)])


def _occlusion(trainer: GroupTrainer, lane: int, x: Array, answer: int, share: float) -> NDArray[np.float32]:
    """For each pixel, the mean of what is lost by the windows that hide it."""
    height, width, channels = picture_shape(trainer.dataset)
    side = max(2, min(height, width) // _WINDOWS)
    stride = max(1, side // 2)
    places = [(top, left) for top in _starts(height, side, stride) for left in _starts(width, side, stride)]
    hidden = np.repeat(x, len(places), axis=0).reshape(-1, height, width, channels)
    paper = float(x.min())
    for row, (top, left) in zip(hidden, places, strict=True):
        row[top : top + side, left : left + side] = paper
    lost = share - of_lane(trainer, lane, hidden.reshape(len(places), -1))[:, answer]
    total, count = np.zeros((height, width)), np.zeros((height, width))
    for (top, left), value in zip(places, lost, strict=True):
        total[top : top + side, left : left + side] += value
        count[top : top + side, left : left + side] += 1
    return np.array(total / count, np.float32)


def _starts(size: int, side: int, stride: int) -> list[int]:
    return sorted({*range(0, size - side + 1, stride), size - side})


def _scaled(values: Array) -> Heat:
    """So that the largest is 1."""
    largest = float(values.max(initial=0.0))
    return np.array(values / largest if largest > 0 else np.zeros_like(values), np.float32)
