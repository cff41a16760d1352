"""The settings that a grid of lanes can vary, and what is offered for each at first."""

from __future__ import annotations

from typing import Final

from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.fields import FieldInfo

GRID_INFOS: Final[dict[str, FieldInfo]] = dict(LANE_SETTINGS)

FIRST_CHOICES: Final = ("uniform", "xavier_uniform", "he_uniform")
"""Initializations that are compared at first."""
FIRST_TEXTS: Final = {name: info.tried for name, info in GRID_INFOS.items() if not info.choices}
"""What the values of a setting are at first, as a person would type them."""
