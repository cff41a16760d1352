"""What theory says of the size of signals and gradients in a network whose weights have just been drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.batch_norm import BatchNormSpec
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.functions import ACTIVATIONS, Function
from engine.nn.layers.initializers import Initialization
from engine.nn.layers.registry import LayerSpec

_Z: Final = np.linspace(-8.0, 8.0, 321)
"""Where the normal density is sampled; its sum stands for the integral over a standard normal z."""
_DENSITY: Final = np.exp(-(_Z**2) / 2) / np.exp(-(_Z**2) / 2).sum()


@dataclass(frozen=True, slots=True, eq=False)
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


def weight_variance(initialization: Initialization, fan_in: int, fan_out: int) -> float:
    """Mean square of the weights that `engine.nn.layers.initializers` draws: a^2 / 3 for U(-a, a), s^2 for
    N(0, s^2)."""
    variances: dict[Initialization, float] = {
        "uniform": 1 / 3,
        "xavier_uniform": 2 / (fan_in + fan_out),
        "xavier_normal": 2 / (fan_in + fan_out),
        "he_uniform": 2 / fan_in,
        "he_normal": 2 / fan_in,
        "lecun_normal": 1 / fan_in,
        "orthogonal": 1 / max(fan_in, fan_out),
        "zeros": 0.0,
    }
    return variances[initialization]


def predict(stacks: Sequence[Sequence[LayerSpec]], x: Array, scaling: str) -> Theory:
    """Follows mean and variance through the layers, in a pass as in training; one stack for each line.

    x: (rows, n_features), of which only the mean and the mean square count.

    Dense, forward: Var y = fan_in Var w E[x^2] (He et al. 2015, equation 7; equation 5 of Glorot and Bengio 2010
    where x has mean 0). Back: E[dx^2] = fan_out Var w E[dy^2] (He, equation 13; Glorot and Bengio, equation 6).
    Activation: y is taken as normal, so E[f(y)^2] and E[f'(y)^2] are integrals (Poole et al. 2016, equation 3;
    Schoenholz et al. 2017). For ReLU both are one half, Var y / 2 and 1 / 2: He's equations 8 and 14, which make
    Var w = 2 / fan_in keep the size. For a linear layer, and tanh near zero, they are Var y and 1: Xavier's case.
    Dropout keeps a share p: E[x^2] becomes p E[x^2], or E[x^2] / p with scaling "train"; gradients alike.
    Batch normalization: mean 0 and variance 1. What it does to gradients depends on the rows: no answer.
    """
    lines, layers = len(stacks), len(stacks[0])
    theory = Theory(np.full((lines, layers), np.nan), np.full((lines, layers), np.nan))
    mean, variance = np.full(lines, float(x.mean(dtype=np.float64))), np.full(lines, float(x.var(dtype=np.float64)))
    fan_in = x.shape[1]
    for index, spec in enumerate(stacks[0]):
        gain = np.full(lines, np.nan)
        if isinstance(spec, DenseSpec):
            own = [stack[index] for stack in stacks]
            spread = np.array(
                [weight_variance(s.initialization, fan_in, s.units) for s in own if isinstance(s, DenseSpec)]
            )
            mean, variance = np.zeros(lines), fan_in * spread * (mean**2 + variance)
            gain, fan_in = spec.units * spread, spec.units
        elif isinstance(spec, ActivationSpec):
            mean, variance, gain = through(spec.function, mean, variance)
        elif isinstance(spec, DropoutSpec):
            keep = 1 - spec.drawn_rate
            share, factor = (keep, keep) if scaling == "test" else (1.0, 1 / keep)
            square = factor * (mean**2 + variance)
            mean = share * mean
            variance, gain = square - mean**2, np.full(lines, factor)
        elif isinstance(spec, BatchNormSpec):
            mean, variance = np.zeros(lines), np.ones(lines)
        theory.std[:, index], theory.gain[:, index] = np.sqrt(np.maximum(variance, 0)), gain
    return theory


def through(function: Function, mean: Array, variance: Array) -> tuple[Array, Array, Array]:
    """Mean and variance of f(y) and E[f'(y)^2], for a normal y. All shapes are (lines,)."""
    y = mean[:, None, None] + np.sqrt(variance)[:, None, None] * _Z
    f, slope, scratch = np.empty_like(y), np.ones_like(y), np.zeros_like(y)
    activation = ACTIVATIONS[function]()
    activation.forward(y, f, scratch)
    values = f[:, 0].copy()  # backward may spoil f
    activation.backward(y, f, slope, scratch)
    center = values @ _DENSITY
    return center, np.square(values - center[:, None]) @ _DENSITY, np.square(slope[:, 0]) @ _DENSITY
