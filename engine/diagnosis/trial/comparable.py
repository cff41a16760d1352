"""Whether what a lane comes to on some rows may be set beside what it comes to on others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.data.dataset import Dataset


def are_comparable(one: Dataset, other: Dataset) -> bool:
    """Whether losses mean the same: of numbers they do not where rows came or went, which may have made up most of
    the loss, nor where the label has another scale, which is their unit."""
    if one is other or "numbers" not in (one.task, other.task):
        return True
    scale, other_scale = ((each.target_offset, each.target_scale) for each in (one, other))
    is_same_unit = bool(np.allclose(scale, other_scale, rtol=1e-6))
    return is_same_unit and one.task == other.task and one.source_rows == other.source_rows
