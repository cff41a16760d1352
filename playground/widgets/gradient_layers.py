"""How the dense layers of a net are called and coloured where all of them are drawn together."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from playground import theme
from playground.widgets.ramps import blend

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


def layer_name(index: int, count: int) -> str:
    """``layer 2``, counted among the dense ones; the last is the output."""
    if index == count - 1:
        return QCoreApplication.translate("DenseLayers", "output")
    return QCoreApplication.translate("DenseLayers", "layer {number}").format(number=index + 1)


def layer_names(count: int) -> list[str]:
    """Of all layers, first to last."""
    return [layer_name(index, count) for index in range(count)]
