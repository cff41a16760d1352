"""What exporting knows of each kind of layer, a file a kind, found by its name: ONNX node and piece of a script.

Each file has the functions of `KindExport`, and the classes that a script takes over as they are: those are plain
NumPy, one lane, without a workspace, `forward(x, step)` and then `backward(dy)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from engine.arrays import Array
from engine.nn.layers.base import LayerSpec, Shape
from engine.records import record

Constant: TypeAlias = tuple[str, Array]
"""A name in the ONNX file, and its values."""


class Graph(Protocol):
    """What nodes are added to: a chain in which each takes what the one before has made."""

    version: int
    """Of the operators: the oldest that has all of them."""

    shape: Shape
    """Of what goes into the layer."""

    def add(self, operator: str, *constants: Constant, **attributes: Any) -> None:
        """constants: what the node takes beside the chain."""

    def reshape(self, *sizes: int) -> None:
        """The chain goes on with rows of this shape."""

    def to_channels_first(self) -> None:
        """The chain goes on with pictures as ONNX has them, (rows, channels, height, width)."""

    def to_flat(self) -> None:
        """And back: (rows, height * width * channels)."""


@record
class Place:
    """What a layer's call in a script depends on beside its spec.

    index: in the stack. shape: of what goes in. before: how many random numbers a row needs for the layers in front of
    it. scaling: that of dropout. batches: how many rows a batch of training may have.
    """

    index: int
    shape: Shape
    before: int
    scaling: str
    batches: Sequence[int]


Piece: TypeAlias = type | Callable[..., Any]


class Call(NamedTuple):
    """How a script makes a layer, ``Dense(64, 100, ...)``, and what that needs, each behind what it is made of."""

    code: str
    pieces: tuple[Piece, ...]


class KindExport(Protocol):
    """A file of this folder."""

    def add_nodes(self, graph: Graph, spec: Any, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
        """Adds what the layer does in testing. name: what those of its constants begin with."""

    def call(self, spec: Any, place: Place) -> Call | None:
        """None for a layer that does nothing."""


def export_of(spec: LayerSpec) -> KindExport:
    """What there is for the kind of a layer."""
    return cast(KindExport, import_module(f"{__name__}.{spec.kind}"))
