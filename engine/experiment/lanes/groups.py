"""Groups: lanes that can be rows of one network, and those that cannot, which train side by side."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import settings_apart, with_settings
from engine.experiment.lanes.spec import in_network
from engine.records import record


@record
class Group:
    """Lanes that differ in nothing but what lanes of one network may differ in.

    lanes: their numbers in the whole experiment, growing. experiment: these lanes alone; what they have in common, and
    not with all others, is written into it. A single group's is the whole experiment itself where that says nothing.
    """

    lanes: tuple[int, ...]
    experiment: Experiment


def groups(experiment: Experiment) -> tuple[Group, ...]:
    """All groups, in the order of the first lane of each."""
    apart = [settings_apart(experiment, lane) for lane in range(len(experiment.lanes))]
    if not any(apart):
        return (Group(tuple(range(len(apart))), experiment),)
    bare = experiment.model_copy(update={"lanes": ()})
    found: list[tuple[Experiment, list[int]]] = []
    for lane, settings in enumerate(apart):
        common = with_settings(bare, settings) if settings else bare
        members = next((members for known, members in found if known == common), None)
        if members is None:
            found.append((common, [lane]))
        else:
            members.append(lane)
    return tuple(Group(tuple(members), _of_lanes(experiment, common, members)) for common, members in found)


def _of_lanes(experiment: Experiment, common: Experiment, members: list[int]) -> Experiment:
    lanes = tuple(
        lane.model_copy(
            update={"set": {text: lane.set[text] for text in lane.set if in_network(FieldPath.parse(text))}}
        )
        for lane in (experiment.lanes[member] for member in members)
    )
    return common.model_copy(update={"lanes": lanes})
