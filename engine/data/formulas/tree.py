"""What a formula is made of, and its value for rows of numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.records import record

Floats: TypeAlias = NDArray[np.float32]

FUNCTIONS: Final[dict[str, Callable[[Floats], Floats]]] = {
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "abs": np.abs,
}
"""All that formulas may call. NumPy and, with a capital letter, ONNX have them under the same names."""


@record
class Number:
    value: float


@record
class Name:
    """A column that is yet to be found. ``place`` is where the formula names it, from 1."""

    name: str
    place: int


@record
class Column:
    """One that has been found: its index among the features."""

    index: int


@record
class Negative:
    of: Node


@record
class Binary:
    """``sign`` is one of + - * / ^."""

    sign: str
    left: Node
    right: Node


@record
class Call:
    function: str
    of: Node


Node: TypeAlias = Number | Name | Column | Negative | Binary | Call


def bound(node: Node, find: Callable[[Name], Node]) -> Node:
    """The same with what was found for each name."""
    match node:
        case Name():
            return find(node)
        case Negative(of):
            return Negative(bound(of, find))
        case Call(function, of):
            return Call(function, bound(of, find))
        case Binary(sign, left, right):
            return Binary(sign, bound(left, find), bound(right, find))
    return node


def columns(node: Node) -> set[int]:
    """Which features a formula is made of."""
    match node:
        case Column(index):
            return {index}
        case Negative(of) | Call(_, of):
            return columns(of)
        case Binary(_, left, right):
            return columns(left) | columns(right)
    return set()


def value(node: Node, x: Floats) -> Floats:
    """x: (rows, n_features) -> (rows,), or a single number where no column is named. Every name has to be found.

    Where there is no value, such as for the logarithm of a negative number, it is not finite.
    """
    match node:
        case Number(number):
            return np.asarray(number, np.float32)
        case Column(index):
            return x[:, index]
        case Negative(of):
            return np.negative(value(of, x))
        case Call(function, of):
            return FUNCTIONS[function](value(of, x))
        case Binary("^", base, Number(2)):
            return np.square(value(base, x))  # exactly x * x, and faster than a power
        case Binary(sign, left, right):
            return _SIGNS[sign](value(left, x), value(right, x))
    raise TypeError(node)


_SIGNS: Final[dict[str, Callable[[Floats, Floats], Floats]]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
}
