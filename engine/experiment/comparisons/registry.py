"""Every comparison that takes one click, in the order in which they are offered."""

from __future__ import annotations

from typing import Final

from engine.experiment.comparisons.base import Comparison
from engine.experiment.comparisons.of_networks import OF_NETWORKS
from engine.experiment.comparisons.of_overfitting import OF_CHANCE, OF_OVERFITTING
from engine.experiment.comparisons.of_rows import OF_ROWS
from engine.experiment.comparisons.of_training import OF_TRAINING

COMPARISONS: Final[dict[str, Comparison]] = {
    comparison.name: comparison for comparison in (*OF_NETWORKS, *OF_TRAINING, *OF_OVERFITTING, *OF_ROWS, *OF_CHANCE)
}
