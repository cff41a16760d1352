"""How signal and gradient would fare in the first step, before any training: naive, Xavier, He, and the lane's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_layers, lane_seed
from engine.inspectors.preview_theory import predict
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import moments
from engine.nn.layers.base import LayerSpec, Shape, has_weights
from engine.nn.layers.parts.initializers import Initialization
from engine.nn.losses import LOSSES, LossName
from engine.nn.network import Network
from engine.nn.rng import Purpose, RawStream
from engine.nn.shapes import parameter_shapes
from engine.nn.workspace import Workspace
from engine.records import record

if TYPE_CHECKING:
    from engine.experiment.experiment import Experiment
    from engine.train.group_trainer import GroupTrainer


INITIALIZATIONS: Final[tuple[Initialization, ...]] = ("uniform", "xavier_uniform", "he_uniform")
"""What is tried beside the lane's own."""
ROWS: Final = 64
"""Training rows that are looked at, at most."""
LARGEST: Final = 2_000_000
"""Parameters of the largest network that is tried: it has to be drawn once for each line."""


@record(eq=False)
class Preview:
    """One line for each of INITIALIZATIONS and, last, one for the lane in focus. The arrays are read-only.

    mean, std: (lines, layers), of the outputs of every layer over the first training rows, in a pass as in training:
    dropout acts, and batch normalization uses these rows. gradient_mean, gradient_std: (lines, layers), of the gradient
    of one row's data loss with respect to those outputs; NaN in front of the first layer that learns.
    theory, gradient_theory: (lines, layers), what std and gradient_std should be: see `preview_theory`.
    dense: indices of the layers that have weights. is_dense: whether there are but dense layers, their functions and
    dropout, so that each dense layer does the same as the next.
    same_as: the line that the lane's own is equal to, or -1.
    A network that is too large to try has no lines.
    """

    mean: NDArray[np.float64]
    std: NDArray[np.float64]
    gradient_mean: NDArray[np.float64]
    gradient_std: NDArray[np.float64]
    theory: NDArray[np.float64]
    gradient_theory: NDArray[np.float64]
    input_std: float
    dense: tuple[int, ...]
    is_dense: bool
    same_as: int

    def growth(self) -> NDArray[np.float64]:
        """(lines,): by how much std is multiplied from one layer to the next, as a geometric mean.

        Of dense layers from one to the next; the output, whose size is another, counts only where there is but one
        hidden layer. Where layers of other kinds stand between them, from the input through every layer.
        """
        if not self.is_dense:
            return _root(self.std[:, -1], np.full(len(self.std), self.input_std), self.std.shape[1])
        first, last, steps = self._ends()
        if not steps:
            return self.std[:, last] / self.input_std if self.input_std else _unknown(self.std)
        return _root(self.std[:, last], self.std[:, first], steps)

    def gradient_growth(self) -> NDArray[np.float64]:
        """(lines,): the same for gradient_std, on its way back. NaN where there is one such layer only."""
        if not self.is_dense:
            first = int(np.isnan(self.gradient_std).all(axis=0).sum())
            steps = self.std.shape[1] - 1 - first
            return _root(self.gradient_std[:, first], self.gradient_std[:, -1], steps) if steps else _unknown(self.std)
        first, last, steps = self._ends()
        if not steps:
            return _unknown(self.std)
        return _root(self.gradient_std[:, first], self.gradient_std[:, last], steps)

    def _ends(self) -> tuple[int, int, int]:
        """The first and last dense layer to be compared, and how many steps lie between them."""
        compared = self.dense[:-1] if len(self.dense) > 2 else self.dense
        return compared[0], compared[-1], len(compared) - 1


class Start(NamedTuple):
    """All that a preview depends on, beside the data. shape: of a row, as the network sees it."""

    layers: tuple[LayerSpec, ...]
    shape: Shape
    seed: int
    loss: LossName
    scaling: str


class _Answer(NamedTuple):
    """What was found for a lane, and for which experiment."""

    experiment: Experiment
    start: Start
    preview: Preview


_answers: WeakKeyDictionary[GroupTrainer, dict[int, _Answer]] = WeakKeyDictionary()
"""The newest of every lane."""


def preview(trainer: GroupTrainer, request: InspectionRequest) -> Preview:
    """One pass forward and back through a network of its own. Costs nothing while nothing has changed."""
    experiment = trainer.experiment
    lane = min(request.focus, len(experiment.lanes) - 1)
    answers = _answers.setdefault(trainer, {})
    known = answers.get(lane)
    if known is not None and known.experiment is experiment:
        return known.preview
    start = Start(
        lane_layers(experiment, lane),
        trainer.network.shape,
        lane_seed(experiment, lane),
        experiment.loss,
        experiment.dropout_scaling,
    )
    if known is not None and known.start == start:  # what has changed does not matter here
        found = known.preview
    else:
        found = foresee(start, trainer.rows.train_x[:ROWS], trainer.rows.train_targets[:ROWS])
    answers[lane] = _Answer(experiment, start, found)
    return found


def foresee(start: Start, x: Array, targets: Array) -> Preview:
    """x: (rows, n_features); targets: (rows, classes), one-hot."""
    stacks = [with_initialization(start.layers, name) for name in INITIALIZATIONS]
    same_as = stacks.index(start.layers) if start.layers in stacks else -1
    if same_as < 0:
        stacks.append(start.layers)
    lines = [*range(len(INITIALIZATIONS)), same_as]
    if is_too_large(start.layers, start.shape):
        lines, figures = [], [np.empty((0, len(start.layers)))] * 6
    else:
        figures = [*_measured(stacks, start, x, targets)]
        gradient_mean, gradient_std = figures[2:]
        theory = predict(stacks, start.shape, x, start.scaling)
        back = theory.gradient_std(np.hypot(gradient_mean[:, -1], gradient_std[:, -1]))
        figures += [theory.std, np.where(np.isnan(gradient_std), np.nan, back)]
    mean, std, gradient_mean, gradient_std, in_theory, gradient_in_theory = (_frozen(f[lines]) for f in figures)
    return Preview(
        mean=mean,
        std=std,
        gradient_mean=gradient_mean,
        gradient_std=gradient_std,
        theory=in_theory,
        gradient_theory=gradient_in_theory,
        input_std=float(x.std(dtype=np.float64)),
        dense=tuple(index for index, spec in enumerate(start.layers) if has_weights(spec)),
        is_dense=all(map(_is_of_dense_nets, start.layers)),
        same_as=same_as,
    )


def _is_of_dense_nets(spec: LayerSpec) -> bool:
    """A dense layer, its function or dropout."""
    return (has_weights(spec) and not spec.sees_pictures) or spec.nonlinearity is not None or spec.has_mask


def _measured(stacks: Sequence[Sequence[LayerSpec]], start: Start, x: Array, targets: Array) -> Iterator[Array]:
    """Mean and std of outputs, then of gradients: (stacks, layers)."""
    network = Network(start.layers, start.shape, len(stacks))
    network.initialize(stacks, [start.seed] * len(stacks))
    network.configure(stacks, start.scaling)
    work = network.workspace(len(x), training=True)
    work.values[0] = x[None]
    units = network.mask_units * len(x)
    if units:
        network.draw_masks(RawStream([start.seed], Purpose.MASKS).at(0, (units + 3) // 4).view(np.uint16), work)
    yield from _forward(network, work)
    LOSSES[start.loss]().gradient(work.outputs, targets[None], work.output_delta)
    yield from _backward(network, work)


def with_initialization(layers: Sequence[LayerSpec], name: Initialization) -> tuple[LayerSpec, ...]:
    """The stack with one initialization in all its dense layers."""
    return tuple(spec.model_copy(update={"initialization": name}) if has_weights(spec) else spec for spec in layers)


def _forward(network: Network, work: Workspace) -> tuple[Array, Array]:
    """Mean and std of every output: (lines, layers)."""
    mean, std = (np.full((network.n_lanes, len(network.layers)), np.nan) for _ in range(2))
    for index, output in network.walk(work):
        mean[:, index], std[:, index] = moments(output)
    return mean, std


def _backward(network: Network, work: Workspace) -> tuple[Array, Array]:
    """Mean and std of the gradient with respect to every output, of one row's loss: (lines, layers).

    The loss is a mean over rows, so its gradient is multiplied by their number. As `Network.backward`, but it stops to
    look before a layer may write over the gradient.
    """
    mean, std = (np.full((network.n_lanes, len(network.layers)), np.nan) for _ in range(2))
    values, deltas = work.values, work.deltas
    for index in range(len(network.layers) - 1, network.first_learned - 1, -1):
        layer, dy, dx = network.layers[index], deltas[index + 1], deltas[index]
        assert dy is not None
        mean[:, index], std[:, index] = moments(dy)
        if dx is None:
            break
        layer.backward(values[index], values[index + 1], dy, dx, work.scratch[index], work.masks[index])
    return mean * work.rows, std * work.rows


def _root(end: Array, begin: Array, steps: int) -> NDArray[np.float64]:
    with np.errstate(all="ignore"):
        result: NDArray[np.float64] = (end / begin) ** (1 / steps)
    return result


def _unknown(lines: Array) -> NDArray[np.float64]:
    return np.full(len(lines), np.nan)


def is_too_large(layers: Sequence[LayerSpec], shape: Shape) -> bool:
    """Whether the stack has more than LARGEST weights."""
    shapes = parameter_shapes(layers, shape)
    return sum(prod(shape) for layer in shapes for name, shape in layer.items() if name == "weight") > LARGEST


def _frozen(values: Array) -> Array:
    """Read-only: one answer goes to many snapshots."""
    values.setflags(write=False)
    return values
