"""The network as it is drawn: what each unit does, which weights are the strongest, what the coming step leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt, prod, sqrt
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_layers
from engine.inspectors.answers.boundary import Range, extent, grid
from engine.inspectors.answers.fit import single_column
from engine.inspectors.dropout import coming_units
from engine.inspectors.net.blocks import Block, blocks, column_shapes, shown_layer, silencing_layer
from engine.inspectors.net.channels import between, of_channels, pictures
from engine.inspectors.probing import network_of, said
from engine.inspectors.request import DRAWN, InspectionRequest
from engine.inspectors.signals import FLAT, ROWS
from engine.nn.layers.base import LayerSpec, Shape, WeightedLayer, has_weights
from engine.nn.layers.parts.functions import Activation
from engine.nn.network import Network
from engine.nn.shapes import layer_shapes
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

Floats = NDArray[np.float32]

EVERY: Final = 400
"""Weights between two columns of which all are handed out; of more ..."""
STRONGEST: Final = 160
"""... only so many, the largest."""
SIDE: Final = 28
"""Cells along each side of a unit's map, at most ..."""
LEAST: Final = 14
"""... and at least."""
LINE: Final = 72
"""Places along the curve of a unit, where there is one feature."""
MAPS: Final = 64
"""Units of a column that have a map, at most."""
PICTURES: Final = 128
"""Units of the first layer whose weights are handed out as pictures, at most."""
BUDGET: Final = 24_000_000
"""Work for all maps together: cells times what one costs, see `_side`."""
UNIT: Final = 12
"""An activation function costs about as much as so many weights."""


@record(eq=False)
class Column:
    """What the units of one column do: the input's, or those of a layer with weights behind its activation.

    All (units,): ``value`` for the example row, ``mean`` and ``std`` over the first training rows, all as in testing,
    before dropout shrinks them; of the output, its probabilities or its number. ``dead``: ReLU units that are zero for
    every one of those rows; ``flat``: the share of rows for which a sigmoid or tanh is on its flat part, NaN for other
    functions. ``bias``: empty where there is none. ``kept``: whether the coming step leaves a unit on, for the first
    row of its batch. ``slope``: that of the loss of the coming batch by each unit's bias, where gradients are wanted;
    else empty.
    maps: (units, height, width), what each says for every cell of the plane, upwards, or along a line (height 1); no
    cells where rows are neither. off: which hand on 0, switched off in this lane; is_frozen: whether training leaves it
    as it is. finds: (units, height, width), what each filter finds in the example, where units are
    channels of pictures, whose means are then their values; else empty.
    """

    value: Floats
    mean: Floats
    std: Floats
    dead: NDArray[np.bool_]
    flat: Floats
    bias: Floats
    kept: NDArray[np.bool_]
    slope: Floats
    maps: Floats
    finds: Floats
    off: NDArray[np.bool_]
    is_frozen: bool = False


@record(eq=False)
class Edges:
    """The weights between two columns, or the largest of ``total``, largest last: all (k,).

    ``source`` and ``target``: the units that each connects. ``gradient``: of the coming step, penalty included; empty
    where it is not wanted.
    """

    total: int
    source: NDArray[np.intp]
    target: NDArray[np.intp]
    weight: Floats
    gradient: Floats


@record(eq=False)
class LaneNet:
    """One lane: its columns from the input to the output, and the edges into each but the first.

    pictures: (units, height, width), the weights of the first layer where rows are pictures; else empty.
    usual: the largest weight that a Xavier start has in any of its layers, sqrt(6 / (fan_in + fan_out)) (Glorot and
    Bengio 2010): what the weights of a net of these sizes are measured by, however they start.
    """

    lane: int
    columns: tuple[Column, ...]
    edges: tuple[Edges, ...]
    pictures: Floats
    usual: float


@record(eq=False)
class NetworkLook:
    """The lanes that were asked for. ``row``: the training row that goes through them; ``x``, ``y``: what maps cover of
    the two features, unscaled, or of one."""

    entries: ClassVar = {"lanes": "drawn"}

    step: int
    row: int
    x: Range
    y: Range
    lanes: tuple[LaneNet, ...]


def network(trainer: GroupTrainer, request: InspectionRequest) -> NetworkLook:
    """One pass forward over some training rows for each lane, one over the cells of the maps where there are any."""
    row = min(max(request.example, 0), len(trainer.rows.train_x) - 1)
    lanes = [lane for lane in (request.drawn or (request.focus,)) if lane < len(trainer.experiment.lanes)][:DRAWN]
    if request.gradients:
        trainer.coming_gradient()
    x, y, cells, shape = _cells(trainer, len(lanes))
    rows = np.concatenate([trainer.rows.train_x[row : row + 1], trainer.rows.train_x[:ROWS]])
    drawn = tuple(_lane_net(trainer, lane, rows, cells, shape, request.gradients) for lane in lanes)
    return NetworkLook(trainer.step, row, x, y, drawn)


def _cells(trainer: GroupTrainer, lanes: int) -> tuple[Range, Range, Array | None, tuple[int, int]]:
    """What the maps cover, the scaled rows in the middle of their cells, (cells, n_features), and (height, width)."""
    data = trainer.dataset
    if data.is_plane:
        x, y = extent(trainer.together.dataset)
        side = _side(trainer.network, lanes)
        return x, y, data.preparation.apply(grid(x, y, side)), (side, side)
    column = single_column(trainer.together.dataset)
    if column is not None:
        low, high = float(column[0].min()), float(column[0].max())
        places = np.linspace(low, high, LINE, dtype=np.float32)[:, None]
        return (low, high), (0.0, 1.0), data.preparation.apply(places), (1, LINE)
    return (0.0, 1.0), (0.0, 1.0), None, (0, 0)


def _side(network: Network, lanes: int) -> int:
    """Fewer cells for large nets and many lanes, so that looking stays cheap."""
    cost = network.n_weights + UNIT * sum(layer.n_out for layer in network.layers)
    return min(SIDE, max(LEAST, isqrt(BUDGET // (cost * lanes))))


def _lane_net(
    trainer: GroupTrainer, lane: int, rows: Array, cells: Array | None, shape: tuple[int, int], gradients: bool
) -> LaneNet:
    layers = lane_layers(trainer.experiment, lane)
    columns, net = blocks(layers), network_of(trainer, lane)
    shapes = column_shapes(layers, net.shape)
    seen = _outputs(trainer, net, columns, rows)
    maps = _outputs(trainer, net, columns, cells) if cells is not None else [None] * len(columns)
    kept = coming_units(trainer, lane)
    place = trainer.lanes.row_of(lane) if gradients else None
    made = []
    for index, (block, of) in enumerate(zip(columns, shapes, strict=True)):
        bias, slope = _bias(trainer, net, block, place)
        dead, flat = _states(layers, block, seen[index][1:].reshape(-1, of[-1]))
        values = of_channels(seen[index], of)
        off = _off(layers, block, of[-1])
        is_known = index < len(kept) and len(kept[index]) == prod(of)
        column = Column(
            value=np.array(values[0], np.float32),
            mean=values[1:].mean(axis=0, dtype=np.float32),
            std=values[1:].std(axis=0, dtype=np.float32),
            dead=dead & ~off,
            flat=flat,
            bias=bias if len(bias) == of[-1] else bias[:0],
            kept=_any(kept[index], of[-1]) if is_known else np.ones(of[-1], np.bool_),
            slope=slope if len(slope) == of[-1] else slope[:0],
            maps=_maps(maps[index], shape),
            finds=pictures(seen[index][0], of) if len(of) == 3 else np.zeros((0, 0, 0), np.float32),
            off=off,
            is_frozen=block.head is not None and bool(getattr(layers[block.head], "frozen", False)),
        )
        made.append(column)
    edges = [_edges(trainer, net, block, shapes[index], place) for index, block in enumerate(columns[1:])]
    return LaneNet(lane, tuple(made), tuple(edges), _pictures(trainer, net), _usual(layers, net.shape))


def _usual(layers: Sequence[LayerSpec], shape: Shape) -> float:
    """shape: of a row."""
    fans = [
        layer.fans(before)
        for layer, before in zip(layers, layer_shapes(layers, shape), strict=False)
        if has_weights(layer)
    ]
    return max(sqrt(6 / sum(both)) for both in fans)


def _off(layers: Sequence[LayerSpec], block: Block, units: int) -> NDArray[np.bool_]:
    """Which units of a column are switched off, (units,)."""
    index, off = silencing_layer(layers, block), np.zeros(units, np.bool_)
    if block.head is not None and index is not None:
        off[list(getattr(layers[index], "off_units"))] = True  # noqa: B009 - of which not every kind has any
    return off


def _any(kept: NDArray[np.bool_], channels: int) -> NDArray[np.bool_]:
    """Whether anything of a channel is left on: (pixels * channels,) -> (channels,)"""
    found: NDArray[np.bool_] = np.logical_or.reduce(kept.reshape(-1, channels), axis=0)
    return found


def _outputs(trainer: GroupTrainer, net: Network, columns: Sequence[Block], rows: Array) -> list[Array]:
    """What comes out of each column for these rows: (rows, units) each."""
    layers = trainer.experiment.layers
    shapes = layer_shapes(layers, net.shape)
    wanted = [None, *(shown_layer(layers, block, shapes) for block in columns[1:])]
    work = net.workspace(len(rows), training=False)
    work.values[0] = np.asarray(rows, net.dtype)[None]
    found: dict[int | None, Array] = {None: np.array(work.values[0][0])}
    for index, output in net.walk(work):
        if index in wanted:
            found[index] = output[0].copy()
    last = columns[-1]
    assert last.head is not None
    outputs = [found[index] for index in wanted]
    outputs[-1] = said(trainer, work.outputs[0])
    return outputs


def _maps(values: Array | None, shape: tuple[int, int]) -> Floats:
    """(cells, units) -> (units, height, width)"""
    if values is None:
        return np.zeros((0, 0, 0), np.float32)
    return np.ascontiguousarray(values[:, :MAPS].T, np.float32).reshape(-1, *shape)


def _bias(trainer: GroupTrainer, net: Network, block: Block, place: int | None) -> tuple[Floats, Floats]:
    """The biases of a column, (units,), and their gradients in the coming step; empty where there are none."""
    nothing = np.zeros(0, np.float32)
    values = {} if block.head is None else net.layers[block.head].views_of(0)
    if block.head is None or "bias" not in values:
        return nothing, nothing
    bias = np.array(values["bias"], np.float32)
    if place is None:
        return bias, nothing
    slope: Array = getattr(trainer.network.layers[block.head], "d_bias")[place]  # noqa: B009 - not every kind has one
    return bias, np.array(slope.ravel(), np.float32)


def _states(layers: Sequence[LayerSpec], block: Block, values: Array) -> tuple[NDArray[np.bool_], Floats]:
    """Which units are dead, and for which share of the rows each is on a flat part. values: (rows, units)"""
    functions = [layers[index].nonlinearity for index in block.rows]
    function = next((found for found in reversed(functions) if found is not None), Activation)
    dead = values.max(axis=0) <= 0 if function.can_die else np.zeros(values.shape[1], np.bool_)
    if not function.saturates:
        return dead, np.full(values.shape[1], np.nan, np.float32)
    return dead, (function.relative_slope(values) < FLAT).mean(axis=0, dtype=np.float32)


def _edges(trainer: GroupTrainer, net: Network, block: Block, before: Shape, place: int | None) -> Edges:
    """before: the shape of the column that they come from."""
    assert block.head is not None
    layer = net.layers[block.head]
    assert isinstance(layer, WeightedLayer)
    weight = between(layer.weight[0], before)
    flat = weight.ravel()
    size = np.abs(flat)
    most = flat.size if flat.size <= EVERY else STRONGEST
    chosen = np.argpartition(size, flat.size - most)[-most:] if most < flat.size else np.arange(flat.size)
    chosen = chosen[np.argsort(size[chosen], kind="stable")]
    source, target = np.divmod(chosen, weight.shape[1])
    if len(weight) < prod(before) and len(before) == 1:  # filters go all over the picture: from its middle
        source = np.full_like(source, _middle(trainer))
    gradient = np.zeros(0, np.float32)
    if place is not None:
        trained = trainer.network.layers[block.head]
        assert isinstance(trained, WeightedLayer)
        gradient = np.array(between(trained.d_weight[place], before).ravel()[chosen], np.float32)
    return Edges(flat.size, source, target, np.array(flat[chosen], np.float32), gradient)


def _middle(trainer: GroupTrainer) -> int:
    """The pixel in the middle of a picture; in colour its red."""
    height, width = trainer.dataset.image_shape or (1, 1)
    return (height // 2 * width + width // 2) * (trainer.dataset.n_features // (height * width))


def _pictures(trainer: GroupTrainer, net: Network) -> Floats:
    """The weights of the first layer's units, where its inputs are pixels."""
    shape, first = trainer.dataset.image_shape, net.weighted_layers[0]
    if shape is None or first.weight.ndim != 3 or first.n_in != prod(shape):
        return np.zeros((0, 0, 0), np.float32)
    return np.ascontiguousarray(first.weight[0][:, :PICTURES].T, np.float32).reshape(-1, *shape)
