"""The columns of a drawing of the network: the input, and each layer with weights together with what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from engine.fields import has_field
from engine.nn.layers.base import LayerSpec, Shape, has_weights
from engine.nn.shapes import layer_shapes
from engine.records import record


@record
class Block:
    """``rows``: indices of its layers in the stack. ``head``: that with the weights; None for the input, whose rows are
    those before the first such layer."""

    head: int | None
    rows: tuple[int, ...]


def blocks(layers: Sequence[LayerSpec]) -> tuple[Block, ...]:
    """From the input to the output."""
    heads = [index for index, layer in enumerate(layers) if has_weights(layer)]
    starts = [0, *heads, len(layers)]
    found = [Block(None, tuple(range(starts[0], starts[1])))]
    found += [Block(head, tuple(range(head, stop))) for head, stop in zip(heads, starts[2:], strict=True)]
    return tuple(found)


def shown_layer(layers: Sequence[LayerSpec], block: Block, shapes: Sequence[Shape]) -> int | None:
    """The layer behind which a block's units are looked at: its last one that switches nothing off, and not one that
    only lays pictures out in a row. None: the input itself. shapes: as `layer_shapes` gives them."""
    for index in reversed(block.rows):
        only_lays_out = len(shapes[index]) > len(shapes[index + 1]) and prod(shapes[index]) == prod(shapes[index + 1])
        if not layers[index].has_mask and not only_lays_out:
            return index
    return None


def silencing_layer(layers: Sequence[LayerSpec], block: Block) -> int | None:
    """The layer to switch units of a block off in, so that it hands on 0 for them: the last one that can. What follows
    it there, dropout and pooling, makes 0 of 0."""
    return next((index for index in reversed(block.rows) if has_field(layers[index], "off_units")), None)


def column_shapes(layers: Sequence[LayerSpec], shape: Shape) -> list[Shape]:
    """What is drawn of each block: (units,), or (height, width, channels), a unit a channel. The input has a unit for
    each feature. shape: of a row, see `engine.nn.shapes.row_shape`."""
    shapes = layer_shapes(layers, shape)
    shown = [shown_layer(layers, block, shapes) for block in blocks(layers)]
    return [(prod(shape),), *(shape if index is None else shapes[index + 1] for index in shown[1:])]
