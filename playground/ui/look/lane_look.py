"""How the lines of a lane look and what the lane is called."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_style
from engine.records import record
from engine.visible import visible


@record
class LaneLook:
    """``style`` is the index of its colour and mark (see theme.lane_color); a hidden lane is not drawn."""

    name: str
    style: int
    visible: bool = True


def lane_looks(experiment: Experiment) -> list[LaneLook]:
    """Of all lanes, in their order."""
    return [
        LaneLook(visible(lane.name), lane_style(experiment, index), lane.visible)
        for index, lane in enumerate(experiment.lanes)
    ]
