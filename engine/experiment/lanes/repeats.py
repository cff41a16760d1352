"""More repeats of the settings that there are, with seeds that none of them has had."""

from __future__ import annotations

from itertools import chain
from typing import Any

from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lane_edits import MOST_LANES, looks, placed, unused_style
from engine.experiment.lanes.lanes import lane_seed
from engine.experiment.lanes.spec import LONGEST_NAME
from engine.experiment.lanes.value_names import BETWEEN, value_name
from engine.spec import LARGEST_SEED


def more_seeds(experiment: Experiment, more: int) -> Experiment:
    """Each setting with so many more seeds, the same for all, so that settings are compared by pairs. The lanes that
    there are stay as they are; the new ones stand behind them and, where there are several settings, look like them.

    Raises:
        ExperimentError: that would be more than there can be lanes.
    """
    groups = seed_groups(experiment)
    count = len(experiment.lanes) + len(groups) * more
    if count > MOST_LANES:
        raise ExperimentError(
            "{product}{count} lanes are too many: there can be at most {most}.",
            path="lanes",
            product="",
            count=count,
            most=MOST_LANES,
        )
    used = {lane_seed(experiment, lane) for lane in range(len(experiment.lanes))}
    candidates = chain(range(max(used) + 1, LARGEST_SEED + 1), range(LARGEST_SEED))
    free = (seed for seed in candidates if seed not in used)
    seeds = [next(free) for _ in range(more)]
    lanes = looks(experiment)
    new: list[dict[str, Any]] = []
    for first, *_ in groups:
        lane = lanes[first]
        for seed in seeds:
            color = lane["color"] if len(groups) > 1 else unused_style([*lanes, *new])
            new.append(
                {**lane, "name": _name(lane["name"], seed), "set": {**lane["set"], "seed": seed}, "color": color}
            )
    return placed(experiment, [*lanes, *new])


def _name(name: str, seed: int) -> str:
    """``λ 0.01 · seed 3``, for ``λ 0.01`` and for ``λ 0.01 · seed 0``."""
    stem = BETWEEN.join(part for part in name.split(BETWEEN) if not part.startswith("seed "))
    end = value_name("seed", seed)
    room = LONGEST_NAME - len(end) - len(BETWEEN)
    return stem[:room].rstrip() + BETWEEN + end if stem else end
