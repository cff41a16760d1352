"""How the dense layers of a net are called and coloured where all of them are drawn together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from engine.nn.layers.base import LayerSpec, has_weights
from playground.ui.look import theme
from playground.ui.look.ramps import blend

_RAMP = ("batch_norm", "dense", "dropout", "positive")
"""Colours of the theme that are about equally light: only the hue tells how deep a layer lies."""


def depth_color(index: int, count: int) -> QColor:
    """The colour of one of ``count`` layers, first to last."""
    return QColor(_colors(theme.current().name, count)[index])


@lru_cache(maxsize=64)
def _colors(_: str, count: int) -> list[QColor]:
    look = theme.current()
    stops = [look.color(name) for name in _RAMP]
    places = [index / max(1, count - 1) * (len(stops) - 1) for index in range(count)]
    return [blend(stops[left := min(int(place), len(stops) - 2)], stops[left + 1], place - left) for place in places]


def dense_numbers(layers: Sequence[LayerSpec]) -> list[int]:
    """Which rows of the stack are dense layers, counted from 1 as beside the rows."""
    return [number for number, layer in enumerate(layers, start=1) if has_weights(layer)]


def dense_names(layers: Sequence[LayerSpec]) -> tuple[str, ...]:
    """Of all dense layers, first to last: ``layer 4``, as the diagnosis calls it."""
    name = QCoreApplication.translate("DenseLayers", "layer {number}")
    return tuple(name.format(number=number) for number in dense_numbers(layers))
