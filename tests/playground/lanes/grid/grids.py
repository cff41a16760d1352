"""Lanes that are a grid, and what is seen of them on a desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from playground.lanes.grid.heat_map import HeatMap
from tests.playground.helpers import find
from tests.playground.lane_desk import Desk

Key, Button = Qt.Key, Qt.MouseButton


Open = Callable[..., Desk]


def heat(d: Desk) -> HeatMap:
    return find(d.panel, HeatMap, "grid.map")
