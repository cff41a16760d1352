"""Shapes of a network's parameters, without making one."""

from __future__ import annotations

from collections.abc import Sequence

from engine.nn.layers.batch_norm import BatchNorm, BatchNormSpec
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.registry import LayerSpec


def parameter_shapes(layers: Sequence[LayerSpec], n_features: int) -> list[dict[str, tuple[int, ...]]]:
    """What each layer of the stack has, by name: of a dense one ``weight`` (in, out) and ``bias`` (out,)."""
    shapes: list[dict[str, tuple[int, ...]]] = []
    n = n_features
    for spec in layers:
        shapes.append({})
        if isinstance(spec, DenseSpec):
            shapes[-1]["weight"] = (n, spec.units)
            if spec.bias:
                shapes[-1]["bias"] = (spec.units,)
            n = spec.units
        elif isinstance(spec, BatchNormSpec):
            shapes[-1] = dict.fromkeys(BatchNorm.NAMES, (n,))
    return shapes
