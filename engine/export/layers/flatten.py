"""Flattening in exports: there is nothing to do, for rows are flat there, too."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.nn.layers.flatten import FlattenSpec


def add_nodes(graph: Graph, spec: FlattenSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    """Nothing."""


def call(spec: FlattenSpec, place: Place) -> Call | None:
    return None
