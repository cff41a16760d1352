"""Formulas over features as exports have them: the lines of a script, and the nodes of an ONNX graph."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.data.formulas import Inputs
from engine.data.formulas.tokens import in_one_line
from engine.data.formulas.tree import Binary, Call, Column, Negative, Node, Number
from engine.export.graph import Graph

_OPERATORS: Final = {"+": "Add", "-": "Sub", "*": "Mul", "/": "Div", "^": "Pow"}


def inputs_code(inputs: Inputs) -> str:
    """A function of the script: the same steps as the engine's, so that they give the same numbers to the last bit."""
    lines = [
        f"        {_code(tree)},  # {in_one_line(name)}" for name, tree in zip(inputs.names, inputs.trees, strict=True)
    ]
    return "\n".join(
        [
            "def inputs(rows: Array) -> Array:",
            '    """rows: (n, features) -> what the network is given: formulas over the features."""',
            "    x = rows.T",
            "    columns = [",
            *lines,
            "    ]",
            "    return np.stack([np.broadcast_to(column, len(rows)) for column in columns], axis=1)",
        ]
    )


def _code(node: Node) -> str:
    match node:
        case Number(number):
            return f"np.float32({number!r})"
        case Column(index):
            return f"x[{index}]"
        case Negative(of):
            return f"-{_code(of)}"
        case Call(function, of):
            return f"np.{function}({_code(of)})"
        case Binary("^", base, Number(2)):
            return f"np.square({_code(base)})"
        case Binary("^", base, exponent):
            return f"np.power({_code(base)}, {_code(exponent)})"
        case Binary(sign, left, right):
            return f"({_code(left)} {sign} {_code(right)})"
    raise TypeError(node)


def add_inputs(graph: Graph, inputs: Inputs) -> None:
    """Nodes from the features, (rows, n_features), to the inputs, (rows, n_inputs)."""
    features = graph.last
    columns = [_node(graph, tree, features) for tree in inputs.trees]
    rows = graph.node("Slice", graph.node("Shape", features), *graph.whole(0, 1))
    shape = graph.node("Concat", rows, *graph.whole(1), axis=0)
    wide = [graph.node("Expand", column, shape) for column in columns]  # what names no column is one number
    graph.last = graph.node("Concat", *wide, axis=1)


def _node(graph: Graph, node: Node, features: str) -> str:
    """The name of what a formula makes: (rows, 1), or (1, 1)."""

    def made(part: Node) -> str:
        return _node(graph, part, features)

    match node:
        case Number(number):
            return graph.constant(np.full((1, 1), number, np.float32))
        case Column(index):
            return graph.node("Gather", features, *graph.whole(index), axis=1)
        case Negative(of):
            return graph.node("Neg", made(of))
        case Call(function, of):
            return graph.node(function.capitalize(), made(of))
        case Binary(sign, left, right):
            return graph.node(_OPERATORS[sign], made(left), made(right))
    raise TypeError(node)
