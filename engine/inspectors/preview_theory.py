"""What theory says of the size of signals and gradients in a network whose weights have just been drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.layers.base import LayerSpec, Shape, has_weights
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.shapes import layer_shapes
from engine.records import record


@record(eq=False)
class Theory:
    """std: (lines, layers) of the outputs; gain: (lines, layers), by how much a layer multiplies, on the way back, the
    mean square of the gradient (NaN where theory has no answer)."""

    std: NDArray[np.float64]
    gain: NDArray[np.float64]

    def gradient_std(self, at_output: Array) -> NDArray[np.float64]:
        """Of the gradient with respect to each layer's output; ``at_output``: (lines,), its size at the last one."""
        behind = np.ones_like(self.gain)
        behind[:, :-1] = np.cumprod(self.gain[:, :0:-1], axis=1)[:, ::-1]
        result: NDArray[np.float64] = at_output[:, None] * np.sqrt(behind)
        return result


def predict(stacks: Sequence[Sequence[LayerSpec]], shape: Shape, x: Array, scaling: str) -> Theory:
    """Follows mean and variance through the layers, in a pass as in training; one stack for each line.

    shape: of a row. x: (rows, n_features), of which only the mean and the mean square count.

    What each kind does to them it says itself: `LayerSpec.predicted`.
    """
    lines, layers = len(stacks), len(stacks[0])
    theory = Theory(np.full((lines, layers), np.nan), np.full((lines, layers), np.nan))
    mean, variance = np.full(lines, float(x.mean(dtype=np.float64))), np.full(lines, float(x.var(dtype=np.float64)))
    shapes = layer_shapes(stacks[0], shape)
    for index, (spec, shape) in enumerate(zip(stacks[0], shapes, strict=False)):
        weights = np.array([_mean_square(stack[index], shape) for stack in stacks])
        mean, variance, gain = spec.predicted(mean, variance, shape, weights, scaling)
        theory.std[:, index], theory.gain[:, index] = np.sqrt(np.maximum(variance, 0)), gain
    return theory


def _mean_square(spec: LayerSpec, shape: Shape) -> float:
    """Of the weights, as they are drawn; 0 where there are none."""
    if not has_weights(spec):
        return 0.0
    return INITIALIZERS[spec.initialization].variance(*spec.fans(shape))
