"""The nonlinearities in exports; their pieces are in `engine.export.pieces.layers`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces import layers
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.functions import ELU_ALPHA, LEAKY_SLOPE, Function

_NODES: Final[dict[Function, tuple[str, int, dict[str, Any]]]] = {
    "relu": ("Relu", 13, {}),
    "leaky_relu": ("LeakyRelu", 13, {"alpha": LEAKY_SLOPE}),
    "elu": ("Elu", 13, {"alpha": ELU_ALPHA}),
    "sigmoid": ("Sigmoid", 13, {}),
    "tanh": ("Tanh", 13, {}),
    "gelu": ("Gelu", 20, {"approximate": "tanh"}),
}
"""Operator, the version that it came with, and its attributes. The class of a script has the operator's name."""


def add_nodes(graph: Graph, spec: ActivationSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    if spec.function in _NODES:
        operator, version, attributes = _NODES[spec.function]
        graph.add(operator, **attributes)
        graph.version = max(graph.version, version)


def call(spec: ActivationSpec, place: Place) -> Call | None:
    if spec.function not in _NODES:
        return None
    name = _NODES[spec.function][0]
    return Call(f"{name}()", (getattr(layers, name),))
