"""The settings that a grid of lanes can vary, and what is offered for each at first."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel

from engine.experiment.lane_spec import LANE_SETTINGS
from engine.fields import FieldInfo, field_info
from engine.nn.layers.registry import owner_of
from engine.optim.base import OptimizerSpec
from engine.spec import Seeded

_OWNERS: Final[dict[str, type[BaseModel]]] = {
    "initialization": owner_of("initialization"),
    "l1": owner_of("l1"),
    "l2": owner_of("l2"),
    "rate": owner_of("rate"),
    "learning_rate": OptimizerSpec,
    "seed": Seeded,
}
GRID_INFOS: Final[dict[str, FieldInfo]] = {name: field_info(_OWNERS[name], name) for name in LANE_SETTINGS}

FIRST_CHOICES: Final = ("uniform", "xavier_uniform", "he_uniform")
"""Initializations that are compared at first."""
FIRST_TEXTS: Final = {
    "l1": "0, 0.0001, 0.001, 0.01",
    "l2": "0, 0.001, 0.003, 0.01, 0.03",
    "rate": "0, 0.1, 0.2, 0.35, 0.5",
    "learning_rate": "0.001..1 by ×10",
    "seed": "0..4",
}
"""What the values of a setting are at first, as a person would type them."""
