"""The coming step of a small net as numbers: forward, backward, and what the optimizer makes of it for each weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_setup
from engine.inspectors.net.blocks import Block, blocks, silencing_layer
from engine.inspectors.request import InspectionRequest
from engine.nn.layers.base import LayerSpec, WeightedLayer
from engine.optim.base import OptimizerSpec
from engine.records import record
from engine.train.stepping.step_parts import StepParts

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

Floats = NDArray[np.float64]

MOST: Final = 16
"""Units of a column, at most: more numbers than that nobody reads."""


@record(eq=False)
class Layer:
    """A layer with weights and what follows it up to the next one, in the coming step.

    Of the rows of the batch: x: (rows, inputs), what goes in, masks included; z: (rows, units), x W + b; y: (rows,
    units), what comes out of the column, masks included. delta: (rows, units), the gradient of the loss by z; back:
    (rows, units), by y. Of the weights, (inputs, units): weight; data: the gradient of the data loss, the sum of x
    times delta over the rows; pull: the penalty's; gradient: both; after: the weight behind the step. The same of
    ``bias``, (units,), where there are some: bias, bias_gradient, bias_after. memory, memory_after: (slots, inputs,
    units), what the optimizer remembers of the weights. off: its units that are switched off in the lane; behind: what
    the layers between z and y are called, see `LayerSpec.called`; is_frozen: whether it stays as it is.
    """

    row: int
    x: Floats
    z: Floats
    y: Floats
    delta: Floats
    back: Floats
    weight: NDArray[np.float32]
    data: Floats
    pull: Floats
    gradient: Floats
    after: NDArray[np.float32]
    bias: Floats
    bias_gradient: Floats
    bias_after: Floats
    memory: Floats
    memory_after: Floats
    off: tuple[int, ...] = ()
    behind: tuple[str, ...] = ()
    is_frozen: bool = False


@record(eq=False)
class ComingStep:
    """Of the lane in focus. ``layers`` is empty where the net is too large, sees pictures, or the lane has left.

    step: how many are made. targets: (rows, outputs). rate: the learning rate; ``optimizer``: its settings; updates:
    how many it will have made. l1, l2: those of each layer.
    """

    step: int
    focus: int
    layers: tuple[Layer, ...]
    targets: Floats
    rate: float
    optimizer: OptimizerSpec
    updates: int
    l1: tuple[float, ...]
    l2: tuple[float, ...]
    is_too_large: bool = False
    n_features: int = 0
    sees_pictures: bool = False
    """Some of its layers are convolutions, whose weights each stand at many places."""


def coming_step(trainer: GroupTrainer, request: InspectionRequest) -> ComingStep:
    """One pass forward and back over the coming batch."""
    setup = lane_setup(trainer.experiment, request.focus)
    columns = blocks(setup.layers)[1:]
    is_small = _is_small(trainer)
    parts = trainer.coming_parts(request.focus) if is_small else None
    if parts is None:
        nothing = np.zeros((0, 0))
        network = trainer.network
        return ComingStep(
            step=trainer.step,
            focus=request.focus,
            layers=(),
            targets=nothing,
            rate=0.0,
            optimizer=setup.optimizer,
            updates=0,
            l1=(),
            l2=(),
            is_too_large=not is_small,
            n_features=network.n_features,
            sees_pictures=any(layer.weight.ndim != 3 for layer in network.weighted_layers),
        )
    specs = [setup.layers[block.rows[0]] for block in columns]
    return ComingStep(
        step=trainer.step,
        focus=request.focus,
        layers=tuple(_layer(trainer, block, parts, setup.layers) for block in columns),
        targets=parts.targets.astype(np.float64),
        rate=parts.rate,
        optimizer=setup.optimizer,
        updates=parts.updates,
        l1=tuple(float(getattr(spec, "l1", 0.0)) for spec in specs),
        l2=tuple(float(getattr(spec, "l2", 0.0)) for spec in specs),
    )


def _is_small(trainer: GroupTrainer) -> bool:
    network = trainer.network
    sizes = [network.n_features, *(layer.n_out for layer in network.layers)]
    return max(sizes) <= MOST and all(layer.weight.ndim == 3 for layer in network.weighted_layers)


def _layer(trainer: GroupTrainer, block: Block, parts: StepParts, specs: Sequence[LayerSpec]) -> Layer:
    """specs: the stack, as the lane has it."""
    head, last = block.rows[0], block.rows[-1]
    silencing = silencing_layer(specs, block)
    network = trainer.network
    layer = network.layers[head]
    assert isinstance(layer, WeightedLayer)
    which = network.weighted_layers.index(layer)
    here = network.weight_slices[which]
    shape = (layer.n_in, layer.n_out)
    first = network.n_weights + sum(other.n_unpenalized for other in network.layers[:head])
    bias = slice(first, first + layer.n_unpenalized)
    delta, back = parts.deltas[head], parts.deltas[last]
    assert delta is not None
    assert back is not None
    data, gradient = (_exact(of[here]).reshape(shape) for of in (parts.data_gradient, parts.gradient))
    return Layer(
        row=head,
        x=_exact(parts.x if head == 0 else parts.outputs[head - 1]),
        z=_exact(parts.outputs[head]),
        y=_exact(parts.outputs[last]),
        delta=_exact(delta),
        back=_exact(back),
        weight=parts.before[here].reshape(shape),
        data=data,
        pull=gradient - data,
        gradient=gradient,
        after=parts.after[here].reshape(shape),
        bias=_exact(parts.before[bias]),
        bias_gradient=_exact(parts.gradient[bias]),
        bias_after=_exact(parts.after[bias]),
        memory=_exact(parts.memory[:, here]).reshape(-1, *shape),
        memory_after=_exact(parts.memory_after[:, here]).reshape(-1, *shape),
        off=() if silencing is None else getattr(specs[silencing], "off_units", ()),
        behind=tuple(specs[row].called for row in block.rows[1:]),
        is_frozen=bool(getattr(specs[head], "frozen", False)),
    )


def _exact(values: Array) -> Floats:
    return np.asarray(values, np.float64)
