"""What a view finds of each group of lanes, put together as one result for all lanes.

A result says what of it is to be put together: ``lane_fields`` have the lanes in front, or are mappings by lane. All
else speaks of the lane in focus, or is the same for all. ``weighted_fields``, with what fills a gap, have an entry for
each layer with weights, ``behind_input`` others: of a lane that goes without one of these layers there is a gap.
``entries``, a field and that of the request, have one for each lane that the request asks for there, with its ``lane``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.arrays import Array
from engine.inspectors.request import InspectionRequest
from engine.nn.layers.base import has_weights
from engine.train.history.merged_history import weighted_places

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer
    from engine.train.together import Together
    from engine.train.trainer import Trainer


def ask_groups(
    trainer: Trainer, inspector: Callable[[GroupTrainer, InspectionRequest], Any], request: InspectionRequest
) -> Any:
    """Asks the group of the lane in focus, and the others where the result says something of every lane."""
    together = trainer.together
    focus = min(max(request.focus, 0), together.n_lanes - 1)
    group, own = together.of(focus)
    found = inspector(group, replace(request, focus=own, drawn=(), asked=(), beside=()))
    if found is None:
        return None
    changes = _with_gaps(found, trainer, group)
    if names := getattr(found, "lane_fields", ()):
        others = replace(request, focus=0, beside=())
        every = [(lanes, found if each is group else inspector(each, others)) for each, lanes in together.groups]
        changes |= {name: _joined([(lanes, getattr(part, name)) for lanes, part in every], together) for name in names}
    for name, asked in getattr(found, "entries", {}).items():
        changes[name] = _entries(together, inspector, request, name, asked)
    if hasattr(found, "focus"):
        changes["focus"] = focus
    return replace(found, **changes)


def _entries(
    together: Together[GroupTrainer],
    inspector: Callable[[GroupTrainer, InspectionRequest], Any],
    request: InspectionRequest,
    name: str,
    asked: str,
) -> tuple[Any, ...]:
    """What is found of the lanes that are asked for, in the order in which they are."""
    wanted = [lane for lane in getattr(request, asked) or (request.focus,) if lane < together.n_lanes]
    found: dict[int, Any] = {}
    for group, lanes in together.groups:
        own = tuple(lanes.index(lane) for lane in wanted if lane in lanes)
        if own:
            alone = replace(request, focus=own[0], drawn=(), asked=(), beside=())
            each = inspector(group, replace(alone, **{asked: own}))  # type: ignore[arg-type]
            found |= {lanes[entry.lane]: replace(entry, lane=lanes[entry.lane]) for entry in getattr(each, name)}
    return tuple(found[lane] for lane in wanted if lane in found)


def _with_gaps(found: Any, trainer: Trainer, group: GroupTrainer) -> dict[str, Any]:
    """Fields with an entry for each layer that has weights, whether the lane in focus has it or not."""
    all_places = [place for place, layer in enumerate(trainer.experiment.layers) if has_weights(layer)]
    own, before = weighted_places(group), getattr(found, "behind_input", 0)
    changes: dict[str, Any] = {}
    for name, fill in getattr(found, "weighted_fields", {}).items():
        value = getattr(found, name)
        if own == all_places or len(value) != before + len(own):
            continue
        entries = dict.fromkeys(all_places, fill) | dict(zip(own, value[before:], strict=True))
        if isinstance(value, np.ndarray):
            whole = [np.broadcast_to(entry, value.shape[1:]) for entry in entries.values()]
            changes[name] = np.array(whole, value.dtype)
        else:
            changes[name] = (*value[:before], *entries.values())
    return changes


def _joined(parts: list[tuple[tuple[int, ...], Any]], together: Together[GroupTrainer]) -> Any:
    """What groups say of their lanes, as of all lanes."""
    if isinstance(parts[0][1], Mapping):
        return dict(sorted((lanes[lane], said) for lanes, part in parts for lane, said in part.items()))
    return _stacked(parts, together.n_lanes)


def _stacked(parts: list[tuple[tuple[int, ...], Array]], n_lanes: int) -> Array:
    """(own lanes, ...) each -> (lanes, ...)"""
    first = parts[0][1]
    whole = np.full((n_lanes, *first.shape[1:]), np.nan, first.dtype)
    for lanes, part in parts:
        whole[list(lanes)] = part
    return whole
