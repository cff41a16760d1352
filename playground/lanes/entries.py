"""What the rows of the lane table say, read from an experiment."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import common_value, lane_settings, lane_style, settings_apart
from engine.fields import has_field
from playground.lanes.columns import SETTINGS
from playground.lanes.editors import LaneEntry, Setting
from playground.lanes.style import shares


def has_dropout(experiment: Experiment) -> bool:
    """Whether there is a layer whose rate can be set."""
    return any(has_field(layer, "rate") for layer in experiment.layers)


def lane_entries(experiment: Experiment) -> list[LaneEntry]:
    """What each lane sets, and how that relates to the other lanes."""
    count = len(experiment.lanes)
    lanes = [lane_settings(experiment, lane) for lane in range(count)]
    settings: list[dict[str, Setting]] = [{} for _ in range(count)]
    for field in SETTINGS:
        places = [place for place, layer in enumerate(experiment.layers, start=1) if has_field(layer, field)]
        values = [common_value(lane[field]) for lane in lanes]
        for lane, (value, share) in enumerate(zip(values, shares(values), strict=True)):
            by_layer = lanes[lane][field] if value is None else ()
            settings[lane][field] = Setting(
                value, share, bool(lanes[lane][field]), tuple(zip(places, by_layer, strict=False))
            )
    return [
        LaneEntry(
            lane.name,
            lane_style(experiment, index),
            lane.visible,
            settings[index],
            tuple(settings_apart(experiment, index).items()),
        )
        for index, lane in enumerate(experiment.lanes)
    ]
