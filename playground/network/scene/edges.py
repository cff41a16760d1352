"""Paints the weights between two columns: the larger, the wider and the stronger; negative ones are hollow lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from engine.records import record
from playground.network.scene.colors import STRENGTHS, edge_color, rounded_up, size_of
from playground.network.scene.layout import Placed

if TYPE_CHECKING:
    from engine.inspectors.net.network import LaneNet

STRANDS: Final = (1, 1, 1, 1, 2, 3)
"""Lines beside each other that make an edge of a strength: one wide pen would take ten times as long."""
WIDTHS: Final = (0.5, 0.6, 0.8, 1.2, 1.8, 2.6)
"""Those of an edge on paper."""
_FINE: Final = 3
"""The strongest of the edges that are but a selection: most of a layer are about as large."""
FAR: Final = 10.0
"""Times the largest weight of a usual start: what is larger is drawn as if it were so large."""
_LEAST: Final = 0.02
"""Share of the reach below which an edge is not drawn."""


@record(eq=False)
class Bundle:
    """The edges between two columns as they are drawn, weakest first. strength: 0 .. STRENGTHS - 1, -1 for none."""

    source: NDArray[np.intp]
    target: NDArray[np.intp]
    strength: NDArray[np.int8]
    is_positive: NDArray[np.bool_]

    def only(self, chosen: NDArray[np.bool_]) -> Bundle:
        """Some of them, stronger than they are, to stand out."""
        strength = np.where(self.strength >= 0, np.minimum(self.strength + 2, STRENGTHS - 1), -1).astype(np.int8)
        return Bundle(self.source[chosen], self.target[chosen], strength[chosen], self.is_positive[chosen])

    def looks_like(self, other: Bundle) -> bool:
        """Whether it would be the same picture."""
        return (
            np.array_equal(self.source, other.source)
            and np.array_equal(self.target, other.target)
            and np.array_equal(self.strength, other.strength)
            and np.array_equal(self.is_positive, other.is_positive)
        )


def reach_of_lines(nets: Sequence[LaneNet], *, gradients: bool) -> float:
    """What the widest lines stand for: one number for all layers of all lanes that are drawn, so that what is wider is
    larger. Weights are shown by no less than a usual start has, or a lane whose weights have all but vanished would
    look like any other; and by no more than so many times that, or so would one whose weights explode."""
    found = [edges.gradient if gradients else edges.weight for net in nets for edges in net.edges]
    largest = max((size_of(values) for values in found), default=0.0)
    if gradients or not nets:
        return rounded_up(largest)
    usual = max(net.usual for net in nets)
    return rounded_up(min(max(largest, usual), FAR * usual))


def bundle(
    source: NDArray[Any], target: NDArray[Any], values: NDArray[Any], reach: float, most: int | None = None
) -> Bundle:
    """values: the weights, or their gradients, (k,). most: how many are drawn, fine lines each, where they are only the
    largest of a layer."""
    sizes = np.nan_to_num(np.abs(values).astype(np.float64), nan=0.0, posinf=reach) / max(reach, 1e-30)
    strength = np.minimum(np.power(sizes, 0.85) * STRENGTHS, STRENGTHS - 1).astype(np.int8)
    strength[sizes < _LEAST] = -1
    order = np.argsort(sizes, kind="stable")
    if most is not None:
        order, strength = order[-most:], np.minimum(strength, _FINE).astype(np.int8)
    return Bundle(source[order], target[order], strength[order], values[order] > 0)


def paint_sharp(painter: QPainter, edges: Bundle, left: Placed, right: Placed) -> None:
    """For paper: wide pens, and negative weights dashed."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    here = np.flatnonzero((edges.source < left.shown) & (edges.target < right.shown) & (edges.strength >= 0))
    for edge in here.tolist():
        strength, is_positive = int(edges.strength[edge]), bool(edges.is_positive[edge])
        pen = QPen(edge_color(strength, is_positive=is_positive), WIDTHS[strength])
        if not is_positive:
            pen.setDashPattern([4.0, 2.0])
        painter.setPen(pen)
        source, target = int(edges.source[edge]), int(edges.target[edge])
        line = np.array([[left.x[source], left.y[source], right.x[target], right.y[target]]])
        painter.drawPath(curves(line, (0.0,))[0])


def paint(painter: QPainter, edges: Bundle, left: Placed, right: Placed, ratio: float) -> None:
    """ratio: pixels of the screen for each."""
    here = (edges.source < left.shown) & (edges.target < right.shown) & (edges.strength >= 0)
    for strength in range(STRENGTHS):
        for is_positive in (False, True):
            chosen = here & (edges.strength == strength) & (edges.is_positive == is_positive)
            if chosen.any():
                _paint_alike(painter, edges, chosen, left, right, (strength, is_positive, ratio))


def _paint_alike(
    painter: QPainter,
    edges: Bundle,
    chosen: NDArray[np.bool_],
    left: Placed,
    right: Placed,
    look: tuple[int, bool, float],
) -> None:
    strength, is_positive, ratio = look
    pen = QPen(edge_color(strength, is_positive=is_positive), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    source, target = edges.source[chosen], edges.target[chosen]
    lines = np.stack([left.x[source], left.y[source], right.x[target], right.y[target]], axis=1)
    for path in curves(lines, offsets(strength, is_positive=is_positive, ratio=ratio)):
        painter.drawPath(path)


def offsets(strength: int, *, is_positive: bool, ratio: float) -> tuple[float, ...]:
    """How far above and below its middle the lines of an edge lie. A negative one is open in the middle."""
    strands = max(1, round(STRANDS[strength] * ratio * 0.75)) if ratio > 1 else STRANDS[strength]
    step = 0.8 / ratio
    if not is_positive and strength >= 3:
        half = max((strands - 1) * step / 2, 1.1)
        return -half, half
    return tuple((strand - (strands - 1) / 2) * step for strand in range(strands))


def curves(lines: NDArray[np.float64], shifts: tuple[float, ...]) -> list[QPainterPath]:
    """lines: (k, 4), from x, y to x, y -> a path each, with a curve for each shift."""
    paths = []
    for x0, y0, x1, y1 in lines.tolist():
        middle = (x0 + x1) / 2
        path = QPainterPath()
        for shift in shifts:
            path.moveTo(QPointF(x0, y0 + shift))
            path.cubicTo(middle, y0 + shift, middle, y1 + shift, x1, y1 + shift)
        paths.append(path)
    return paths
