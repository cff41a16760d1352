"""The columns of a drawing of the network: the input, and each layer with weights together with what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.nn.layers.base import LayerSpec, has_weights


@dataclass(frozen=True, slots=True)
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


def shown_layer(layers: Sequence[LayerSpec], block: Block) -> int | None:
    """The layer behind which a block's units are looked at: its last one that switches nothing off. None: the input
    itself."""
    return next((index for index in reversed(block.rows) if not layers[index].has_mask), None)
