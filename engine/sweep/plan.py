"""The plan of a sweep: which trials there are, each a setting and a seed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from itertools import product
from math import prod
from typing import Any, Final

import numpy as np

from engine.errors import ExperimentError, PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import isolate_lane, lane_seed
from engine.experiment.lanes.spec import LONGEST_NAME, LaneSpec, in_network
from engine.experiment.lanes.value_names import BETWEEN, setting_name, value_name
from engine.records import record
from engine.spec import LARGEST_SEED
from engine.sweep.axes import Range, Values, draws, is_common, with_setting

MOST_TRIALS: Final = 100_000
DRAWS: Final = 20
"""Of ``--random``, where nothing says how many."""
_LOOKED_AT: Final = 100
"""Draws of which each is tried whether the field can take it."""


@record
class Trial:
    """One lane of the experiment with some values for the swept settings, and a seed. Trials of one ``setting`` differ
    in their seeds alone.
    """

    number: int
    setting: int
    lane: int
    values: tuple[Any, ...]
    seed: int


@record
class Plan:
    """All trials of a sweep, in their order. paths: the settings that are swept. halving: whether poor settings end
    early. lane_names: of the lanes that trials come from; one that stands for several seeds is called after no seed.
    """

    experiment: Experiment
    paths: tuple[str, ...]
    trials: tuple[Trial, ...]
    halving: bool = False
    lane_names: Mapping[int, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lane_names", _lane_names(self.experiment, {trial.lane for trial in self.trials}))

    @property
    def n_settings(self) -> int:
        return self.trials[-1].setting + 1

    def settings(self, trial: Trial) -> dict[str, Any]:
        """What it sets, by path: for ``--set`` of `playground train`, which trains the same."""
        return dict(zip(self.paths, trial.values, strict=True))

    def setting_name(self, trial: Trial) -> str:
        """``λ 0.01 · momentum 0.9``."""
        parts = [_named(path, value) for path, value in self.settings(trial).items()]
        if len(self.lane_names) > 1 or not parts:
            parts.insert(0, self.lane_names[trial.lane])
        return BETWEEN.join(parts)[:LONGEST_NAME].rstrip()

    def alone(self, trial: Trial) -> Experiment:
        """The experiment that trains this one trial."""
        return isolate_lane(self.shared([trial]), 0)

    def network(self, trial: Trial) -> str:
        """What trials have in common whose lanes may be rows of one network."""
        swept = self.settings(trial)
        settings = {**_without(self.experiment.lanes[trial.lane].set, swept), **swept}
        apart = {path: value for path, value in settings.items() if not in_network(FieldPath.parse(path))}
        return json.dumps(apart, sort_keys=True)

    def shared(self, trials: Sequence[Trial]) -> Experiment:
        """One experiment with a lane for each of these trials of one network, in their order."""
        base = self.experiment
        for path, value in self.settings(trials[0]).items():
            if is_common(path):
                base = edited(base, path, list(value) if isinstance(value, tuple) else value)
        return base.model_copy(update={"lanes": tuple(self._lane(trial) for trial in trials)})

    def _lane(self, trial: Trial) -> LaneSpec:
        end = value_name("seed", trial.seed)
        name = self.setting_name(trial)[: LONGEST_NAME - len(end) - len(BETWEEN)].rstrip()
        own = {path: value for path, value in self.settings(trial).items() if not is_common(path)}
        kept = self.experiment.lanes[trial.lane].set
        return LaneSpec(name=f"{name}{BETWEEN}{end}", set={**_without(kept, [*own, "seed"]), **own, "seed": trial.seed})


def _named(path: str, value: Any) -> str:
    return value_name(path, value) if value is not None else f"{path} {value}"


def _lane_names(experiment: Experiment, used: AbstractSet[int]) -> dict[int, str]:
    settings = [_without(lane.set, ["seed"]) for lane in experiment.lanes]
    found: dict[int, str] = {}
    for lane in sorted(used):
        own = experiment.lanes[lane].name
        alike = [other for other in range(len(settings)) if settings[other] == settings[lane]]
        is_alone = len(alike) == 1 or len(used & set(alike)) > 1
        name = own if is_alone else setting_name([experiment.lanes[other].name for other in alike])
        found[lane] = own if name in found.values() else name
    return found


def _without(settings: Mapping[str, Any], paths: Iterable[str]) -> dict[str, Any]:
    """What stands in the way of these paths left out: ``layers.*.l2`` takes the place of ``layers.0.l2``, too."""
    others = [FieldPath.parse(path) for path in paths]
    return {
        path: value
        for path, value in settings.items()
        if not any(other.matches(FieldPath.parse(path)) for other in others)
    }


def make_plan(
    experiment: Experiment,
    axes: Sequence[Values | Range],
    *,
    seeds: int = 1,
    draw: int | None = None,
    halving: bool = False,
) -> Plan:
    """Every lane of the experiment with every combination of the grid's values, and with it each of ``draw`` draws of
    the ranges, with so many seeds each: those that follow its own. Lanes that differ in their seed alone are one
    setting, with the seeds of each of them. Without a range, ``draw`` is how many of the
    combinations are tried, drawn at random. All is a function of what is asked for and the experiment's seed.

    Raises:
        PlaygroundError: a setting that there is not, a value that it cannot take, too many trials.
    """
    paths = tuple(axis.path for axis in axes)
    _check_paths(paths, seeds, halving)
    ranges = [axis for axis in axes if isinstance(axis, Range)]
    grids = [axis for axis in axes if isinstance(axis, Values)]
    n_draws = (DRAWS if draw is None else draw) if ranges else 1
    count = prod(len(dict.fromkeys(axis.values)) for axis in grids) * n_draws * len(experiment.lanes)
    wanted = count if ranges or draw is None else min(draw, count)
    if count > 10 * MOST_TRIALS or wanted * seeds > MOST_TRIALS:  # before any of them is made
        raise PlaygroundError(
            "{count} trials are too many: there can be at most {most}; try fewer values, draws or seeds.",
            count=min(count, wanted) * seeds,
            most=MOST_TRIALS,
        )
    # One draw has all ranges: it is a place in each of them.
    columns = {axis.path: _column(experiment, axis, n_draws) for axis in axes}
    combinations = _without_repeats(experiment, _combinations(experiment, columns, grids, ranges, n_draws), paths)
    if wanted < len(combinations):
        picked = np.random.default_rng([experiment.seed, len(combinations)]).permutation(len(combinations))[:wanted]
        combinations = [combinations[place] for place in sorted(picked)]
    trials: list[Trial] = []
    for setting, (lanes, values) in enumerate(combinations):
        starts = [min(lane_seed(experiment, lane), LARGEST_SEED - seeds + 1) for lane in lanes]
        every = dict.fromkeys(start + n for start in starts for n in range(seeds))
        trials += [Trial(len(trials) + n, setting, lanes[0], values, seed) for n, seed in enumerate(every)]
    return Plan(experiment, paths, tuple(trials), halving)


def _check_paths(paths: Sequence[str], seeds: int, halving: bool) -> None:
    for path in paths:
        if paths.count(path) > 1:
            raise PlaygroundError("{path} is swept twice: name it once, with all its values.", path=path)
    if "seed" in paths:
        raise PlaygroundError("Seeds are no setting: write --seeds N in place of seed=...")
    if halving and "steps" in paths:
        raise PlaygroundError("steps cannot be swept with --halving, which compares settings at the same step.")
    if seeds < 1:
        raise PlaygroundError("--seeds must be at least 1.")


def _column(experiment: Experiment, axis: Values | Range, n: int) -> list[Any]:
    """Its values, each of which the first lane can take. Raises ExperimentError."""
    one = isolate_lane(experiment, 0)
    if isinstance(axis, Values):
        values = list(dict.fromkeys(axis.values))
    else:
        values = draws(axis, n, experiment.seed, whole=axis.whole and not _takes(one, axis.path, axis.low + 0.5))
    # What a field of numbers takes lies between two of them: the outermost draws speak for the others.
    looked_at = values if isinstance(axis, Values) else [*values[:_LOOKED_AT], min(values), max(values)]
    for value in dict.fromkeys(looked_at):
        with_setting(one, axis.path, value)
    return values


def _takes(experiment: Experiment, path: str, value: Any) -> bool:
    try:
        with_setting(experiment, path, value)
    except ExperimentError:
        return False
    return True


def _combinations(
    experiment: Experiment,
    columns: Mapping[str, list[Any]],
    grids: Sequence[Values],
    ranges: Sequence[Range],
    n_draws: int,
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """(lane, values in the order of the columns): the draws vary fastest."""
    for lane in range(len(experiment.lanes)):
        for fixed in product(*(columns[axis.path] for axis in grids)):
            for place in range(n_draws):
                found = dict(zip((axis.path for axis in grids), fixed, strict=True))
                found |= {axis.path: columns[axis.path][place] for axis in ranges}
                yield lane, tuple(found[path] for path in columns)


def _without_repeats(
    experiment: Experiment, combinations: Iterable[tuple[int, tuple[Any, ...]]], paths: Sequence[str]
) -> list[tuple[list[int], tuple[Any, ...]]]:
    """Lanes that differ in nothing but what is swept, and their seeds, are one."""
    left = [json.dumps(_without(lane.set, [*paths, "seed"]), sort_keys=True) for lane in experiment.lanes]
    found: dict[Any, list[int]] = {}
    for lane, values in combinations:
        found.setdefault((left[lane], values), []).append(lane)
    return [(lanes, values) for (_, values), lanes in found.items()]
