"""The graph of an ONNX file, node by node."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from engine.arrays import Array
from engine.export.layers import Constant
from engine.nn.layers.base import Shape

INPUT: Final = "features"
"""What the input of the graph is called."""
FILE_FORMATS: Final = {13: 8, 17: 8, 20: 9}
"""Version of the operators -> of the file format: the oldest that will do, so that most programs read it."""


class Graph:
    """A chain of nodes, each of which takes what the one before has made, and others beside it."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.version = min(FILE_FORMATS)
        """Of the operators: the oldest that has all of them."""
        self.shape: Shape = ()
        self.last = INPUT
        """What the next node of the chain takes."""

    def add(self, operator: str, *constants: Constant, to: str = "", **attributes: Any) -> None:
        """constants: (name, values) of what the node takes beside the chain."""
        from onnx import helper, numpy_helper

        names = []
        for name, values in constants:
            names.append(name)
            self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name))
        output = to or f"{len(self.nodes)}_{operator}"
        self.nodes.append(helper.make_node(operator, [self.last, *names], [output], name=output, **attributes))
        self.last = output

    def reshape(self, *sizes: int) -> None:
        """The chain goes on with rows of this shape."""
        self.last = self.node("Reshape", self.last, self.constant(np.array([-1, *sizes], np.int64)))

    def to_channels_first(self) -> None:
        """The chain goes on with pictures as ONNX has them, (rows, channels, height, width)."""
        self.reshape(*self.shape)
        self.last = self.node("Transpose", self.last, perm=[0, 3, 1, 2])

    def to_flat(self) -> None:
        """And back: (rows, height * width * channels)."""
        self.last = self.node("Transpose", self.last, perm=[0, 2, 3, 1])
        self.last = self.node("Flatten", self.last)

    def node(self, operator: str, *taken: str, **attributes: Any) -> str:
        """A node beside the chain, which takes what has these names. Returns the name of what it makes."""
        from onnx import helper

        output = f"{len(self.nodes)}_{operator}"
        self.nodes.append(helper.make_node(operator, taken, [output], name=output, **attributes))
        return output

    def constant(self, values: Array) -> str:
        """Its name."""
        from onnx import numpy_helper

        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def whole(self, *numbers: int) -> list[str]:
        """The names of whole numbers, (1,) each: places, lengths."""
        return [self.constant(np.array([number], np.int64)) for number in numbers]
