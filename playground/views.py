"""Which views of the inside of the network there are, in the order of their tabs."""

from __future__ import annotations

from playground.inside_panel import InsidePanel
from playground.panels.boundary import BoundaryPanel
from playground.panels.digit import DigitPanel
from playground.panels.dropout import DropoutPanel
from playground.panels.gradients import GradientsPanel
from playground.panels.penalty import PenaltyPanel
from playground.panels.predictions import PredictionsPanel
from playground.panels.signals import SignalsPanel
from playground.panels.weights import WeightsPanel


def make_views() -> list[InsidePanel]:
    """All of them, new."""
    return [
        *(SignalsPanel(), GradientsPanel(), WeightsPanel(), PenaltyPanel(), DropoutPanel()),
        *(PredictionsPanel(), BoundaryPanel(), DigitPanel()),
    ]
