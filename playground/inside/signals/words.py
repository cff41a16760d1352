"""What is said of signals: the places along the layers, and sentences on how they grow or fade."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.nn.layers.base import LayerSpec
from playground.inside.signals.layer_lines import LayerPlace
from playground.ui.text import i18n
from playground.ui.text.numbers import fixed

_KEPT = 1.15
"""What changes by less than this factor a layer is said to keep its size."""


def layer_name(index: int, layer: LayerSpec) -> str:
    """``3 ReLU``: the number that the stack gives it, and what it is."""
    return f"{index + 1} {i18n.choice_name(layer.called)}"


def layer_places(layers: Sequence[LayerSpec]) -> list[LayerPlace]:
    """The input, and every layer."""
    first = LayerPlace(_tr("in"), _tr("Input"))
    return [
        first,
        *(LayerPlace(str(index + 1), layer_name(index, layer), layer.color) for index, layer in enumerate(layers)),
    ]


def growth_sentence(names: Sequence[str], growth: NDArray[np.float64], own: int) -> str:
    """What becomes of the size a layer: of the line ``own``, and of one that does quite otherwise.

    names, growth: (lines,), those to compare with first.
    """
    told = [own]
    others = [line for line in range(len(names)) if line != own and not math.isnan(growth[line])]
    if others:
        change = [abs(math.log(factor)) if 0 < factor < math.inf else math.inf for factor in growth.tolist()]
        pick = max if change[own] <= math.log(_KEPT) else min
        told.append(pick(others, key=change.__getitem__))
    clauses = [_clause(names[line], float(growth[line])) for line in told]
    return "; ".join(clauses) + "."


def _clause(name: str, factor: float) -> str:
    if not math.isfinite(factor):
        text = _tr("{name} leaves the range of numbers")
    elif factor <= 1e-6:
        text = _tr("{name} fades to nothing")
    elif factor >= _KEPT:
        text = _tr("{name} grows {factor}× a layer")
    elif factor <= 1 / _KEPT:
        text = _tr("{name} shrinks to {factor}× a layer")
    else:
        text = _tr("{name} keeps its size ({factor}×)")
    return text.format(name=name, factor=fixed(factor, 2 if factor < 0.95 else 1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SignalWords", text)
