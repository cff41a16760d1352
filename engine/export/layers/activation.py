"""The nonlinearities in exports; their pieces are in `engine.export.pieces.layers`."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces import layers
from engine.nn.layers.activation import ActivationSpec


def add_nodes(graph: Graph, spec: ActivationSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    node = spec.nonlinearity.onnx
    if node is not None:
        graph.add(node.operator, **node.attributes)
        graph.version = max(graph.version, node.since)


def call(spec: ActivationSpec, place: Place) -> Call | None:
    function = spec.nonlinearity
    if function.is_linear:
        return None
    return Call(f"{function.__name__}()", (getattr(layers, function.__name__),))
