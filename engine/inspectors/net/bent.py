"""The plane of two features as each hidden layer bends it: a grid, and the training rows, in the layer's own space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.inspectors.answers.boundary import extent
from engine.inspectors.net.blocks import blocks, shown_layer
from engine.inspectors.probing import network_of
from engine.inspectors.request import InspectionRequest
from engine.nn.network import Network
from engine.nn.shapes import layer_shapes
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

Floats: TypeAlias = NDArray[np.float32]

LINES: Final = 15
"""Of the grid, each way."""
POINTS: Final = 60
"""Along each line."""
ROWS: Final = 400
"""Training rows that are shown, at most."""


@record(eq=False)
class BentPlane:
    """What becomes of the plane behind a layer, or the plane itself.

    ``row``: which layer of the stack, -1 for the plane; ``units``: how many numbers it is there. lines: (2, LINES,
    POINTS, 2), first those along the first feature; points: (rows, 2). Of more than two units these are the two
    directions in which the training rows differ most (principal components, Hotelling 1933), turned so that it lies
    like the plane as far as it can; ``spread``: the share of the variance that they show.
    """

    row: int
    units: int
    lines: Floats
    points: Floats
    spread: float


@record(eq=False)
class Bent:
    """Of the lane in focus; without planes where rows are no points of a plane."""

    step: int
    focus: int
    planes: tuple[BentPlane, ...]


def bent(trainer: GroupTrainer, request: InspectionRequest) -> Bent:
    """One pass forward over the points of the grid and over the training rows."""
    data = trainer.dataset
    if not data.is_plane:
        return Bent(trainer.step, request.focus, ())
    raw = data.raw().train[:ROWS]
    mesh = _mesh(*extent(trainer.together.dataset))
    net = network_of(trainer, request.focus)
    grid = _hidden(trainer, net, data.preparation.apply(mesh))
    rows = _hidden(trainer, net, trainer.rows.train_x[:ROWS])
    planes = [BentPlane(-1, 2, mesh.reshape(2, LINES, POINTS, 2), np.array(raw, np.float32), 1.0)]
    for (index, there), (_, here) in zip(grid, rows, strict=True):
        lines, points, spread = flattened(there, here, raw)
        shaped = lines.reshape(2, LINES, POINTS, 2).astype(np.float32)
        planes.append(BentPlane(index, there.shape[1], shaped, points.astype(np.float32), spread))
    return Bent(trainer.step, request.focus, tuple(planes))


def _mesh(x: tuple[float, float], y: tuple[float, float]) -> Floats:
    """The points of the grid, unscaled: (2 * LINES * POINTS, 2)"""
    far, fine = np.linspace(0, 1, LINES), np.linspace(0, 1, POINTS)
    across = np.stack(np.meshgrid(fine, far), axis=-1)
    up = np.stack(np.meshgrid(far, fine, indexing="ij"), axis=-1)
    shares = np.concatenate([across.reshape(-1, 2), up.reshape(-1, 2)])
    low, span = np.array([x[0], y[0]]), np.array([x[1] - x[0], y[1] - y[0]])
    points: Floats = (low + shares * span).astype(np.float32)
    return points


def _hidden(trainer: GroupTrainer, net: Network, x: Array) -> list[tuple[int, Array]]:
    """(index of the layer that names it, (rows, units)) behind each hidden layer."""
    layers = trainer.experiment.layers
    shapes = layer_shapes(layers, net.shape)
    wanted = {shown_layer(layers, block, shapes): block.head for block in blocks(layers)[1:-1]}
    work = net.workspace(len(x), training=False)
    work.values[0] = np.asarray(x, net.dtype)[None]
    found = []
    for index, output in net.walk(work):
        head = wanted.get(index)
        if head is not None:
            found.append((head, output[0].astype(np.float64)))
    return found


def flattened(grid: Array, rows: Array, plane: Array) -> tuple[Array, Array, float]:
    """Two numbers for each point of the grid and for each row, and the share of the rows' variance that they show.

    grid: (points, units), rows: (rows, units), plane: (rows, 2), what the rows are in the plane.
    """
    units = rows.shape[1]
    if not (np.isfinite(grid).all() and np.isfinite(rows).all()):
        return np.full((len(grid), 2), np.nan), np.full((len(rows), 2), np.nan), float("nan")
    if units <= 2:
        pad = ((0, 0), (0, 2 - units))
        return np.pad(grid, pad), np.pad(rows, pad), 1.0
    mean = rows.mean(axis=0)
    _, sizes, directions = np.linalg.svd(rows - mean, full_matrices=False)
    axes = directions[:2].T
    total = float(np.square(sizes).sum())
    spread = float(np.square(sizes[:2]).sum() / total) if total else 1.0
    there, here = (grid - mean) @ axes, (rows - mean) @ axes
    # Orthogonal Procrustes (Schönemann 1966): turned and mirrored, so that it does not flip from look to look.
    left, _, right = np.linalg.svd(here.T @ (plane - plane.mean(axis=0)))
    turn = left @ right
    return there @ turn, here @ turn, spread
