"""The dense layer in exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.parts.products import parts, parts_pay


def add_nodes(graph: Graph, spec: DenseSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    graph.add("Gemm", *((f"{name}.{of}", values) for of, values in parameters.items()))


def call(spec: DenseSpec, place: Place) -> Call:
    n_in, n_out = spec.fans(place.shape)
    extra = "".join(f", {name}={value!r}" for name in ("l1", "l2") if (value := getattr(spec, name)))
    extra += "" if spec.bias else ", bias=False"
    cut = {rows: count for rows in place.batches if (count := parts(n_in, rows * n_out)) > 1 and parts_pay()}
    kind, extra = ("DenseInParts", f"{extra}, parts={cut}") if cut else ("Dense", extra)
    code = (
        f"{kind}({n_in}, {n_out}, {spec.initialization}, generator(SEED, WEIGHTS, {spec.drawn_as(place.index)}){extra})"
    )
    return Call(code, (Dense, DenseInParts) if cut else (Dense,))


# --- pieces -----------------------------------------------------------------------------------------------------------


class Dense(Layer):
    """y = x W + b. On the way back dW = x^T dy + l2 W + l1 sign(W); db = the sum of dy; dx = dy W^T."""

    def __init__(
        self,
        n_in: int,
        n_out: int,
        start: Callable[[tuple[int, int], np.random.Generator], Array],
        rng: np.random.Generator,
        *,
        l1: float = 0.0,
        l2: float = 0.0,
        bias: bool = True,
    ) -> None:
        self.weight = start((n_in, n_out), rng).astype(np.float32)
        self.bias = np.zeros(n_out, np.float32)
        self.learned = ("weight", "bias") if bias else ("weight",)
        self.l1, self.l2 = np.float32(l1), np.float32(l2)

    def forward(self, x: Array, step: int | None) -> Array:
        self.x = x
        return x @ self.weight + self.bias

    def backward(self, dy: Array) -> Array:
        self.d_weight = self.product(dy)
        if self.l2:
            self.d_weight += self.l2 * self.weight
        if self.l1:
            self.d_weight += self.l1 * np.sign(self.weight)
        self.d_bias = np.ones(len(dy), np.float32) @ dy  # a sum over the rows, made as the engine makes it
        return dy @ self.weight.T

    def product(self, dy: Array) -> Array:
        """x^T dy"""
        return self.x.T @ dy

    def penalty(self) -> float:
        """l1 sum |W| + l2 / 2 sum W^2"""
        w = self.weight.astype(np.float64)
        return float(self.l2) / 2 * np.square(w).sum() + float(self.l1) * np.abs(w).sum()


class DenseInParts(Dense):
    """The same, with x^T dy made in parts, as the engine makes it where that is faster: sums are rounded elsewhere."""

    def __init__(self, *args: Any, parts: dict[int, int], **options: Any) -> None:
        """parts: rows of a batch -> how many there are"""
        super().__init__(*args, **options)
        self.parts = parts

    def product(self, dy: Array) -> Array:
        n = self.parts.get(len(dy), 1)
        return np.matmul(self.x.T.reshape(n, -1, len(dy)), dy).reshape(self.weight.shape)
