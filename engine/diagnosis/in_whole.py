"""What is said of a lane of a group, as it is said of that lane among all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.diagnosis.findings import Finding, Remedy
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath


def finding_in_whole(finding: Finding, experiment: Experiment, lanes: tuple[int, ...]) -> Finding:
    """experiment: the whole one; lanes: the numbers of the group's lanes in it."""
    lane = lanes[finding.lane]
    remedy = None if finding.remedy is None else remedy_in_whole(finding.remedy, experiment, lanes, lane)
    return replace(finding, lane=lane, remedy=remedy)


def remedy_in_whole(remedy: Remedy, experiment: Experiment, lanes: tuple[int, ...], lane: int) -> Remedy:
    """Its edits, of which one that is for all becomes this lane's own where the lane has a setting of its own there."""
    return replace(remedy, edits=tuple(_edit(path, value, experiment, lanes, lane) for path, value in remedy.edits))


def _edit(path: str, value: Any, experiment: Experiment, lanes: tuple[int, ...], lane: int) -> tuple[str, Any]:
    at = FieldPath.parse(path)
    if at.lane is not None:
        return str(FieldPath((at.head, str(lanes[at.lane]), *at.parts[2:]))), value
    own = (FieldPath.parse(text) for text in experiment.lanes[lane].set)
    if any(each == at or each.matches(at) for each in own):
        return str(at.in_lane(lane)), value
    return path, value
