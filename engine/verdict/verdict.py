"""The verdict: the settings of a run by how well their lanes do on held-out rows, and which differences count."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.data.task import Task
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.records import record
from engine.verdict.moderation import Luck, luck
from engine.verdict.pairs import Difference, difference, seeds_needed, stepped
from engine.verdict.settings import Repeats, settings_of

if TYPE_CHECKING:
    from engine.inspectors.request import InspectionRequest
    from engine.train.group_trainer import GroupTrainer
    from engine.train.trainer import Trainer

LEVEL: Final = 0.05
"""How often, at most, the best setting is called better than another one that is just as good."""
_ALIKE: Final = 1e-12
"""Means closer than that differ by rounding alone."""
FIRST_SEEDS: Final = 5
"""How many more seeds are offered where each setting has one: of the luck of a seed nothing is known then."""
FEWEST_SEEDS: Final = 3
"""With two, next to nothing is."""


@record
class Standing:
    """How well a setting does. lanes: those that count, in the order of ``seeds``.

    mean, spread: of its score over its seeds, the standard deviation being NaN with one seed. The score is the share of
    rows that are right, or R2. rmse: where numbers are learned, the mean over its seeds. gone: names of lanes that have
    no figures because they diverged; such a setting is not ranked.
    """

    name: str
    lanes: tuple[int, ...]
    seeds: tuple[int, ...]
    mean: float
    spread: float
    rmse: float | None = None
    gone: tuple[str, ...] = ()


@record
class Comparison:
    """The best against another setting. p: corrected for all that were compared; more: seeds that would tell the two
    apart, None where there is no room for so many or no number of them would.
    """

    other: Standing
    difference: Difference
    p: float
    more: int | None

    @property
    def counts(self) -> bool:
        """Whether the difference is more than chance, of rows or of seeds, would make."""
        return self.p < LEVEL

    @property
    def is_tie(self) -> bool:
        """Whether neither is ahead, on rows and seeds that both have."""
        return abs(self.difference.mean) < _ALIKE

    @property
    def is_better(self) -> bool:
        """Whether the setting is better, and not only these two lanes."""
        return self.counts and self.difference.seeds > 1


@record
class Verdict:
    """standings: the best first; comparisons: of the first with each of the others, in their order. out: settings that
    are not ranked, because lanes of them diverged. apart: names of lanes that are not compared, because another one has
    their settings and their seed, such as that which a branch with a weight edited comes from. rows: on which all were
    compared, those that are held out.
    """

    step: int
    rows: int
    of_validation: bool
    task: Task
    standings: tuple[Standing, ...]
    comparisons: tuple[Comparison, ...]
    out: tuple[Standing, ...] = ()
    apart: tuple[str, ...] = ()
    late: tuple[tuple[str, int], ...] = ()
    """Names of lanes that are ranked and have made fewer steps than the run, and how many fewer: branches from an
    earlier step."""

    @property
    def best(self) -> Standing | None:
        """The setting that is better than all others; None where that is not told."""
        told = self.comparisons and all(comparison.is_better for comparison in self.comparisons)
        return self.standings[0] if told else None

    @property
    def claim(self) -> tuple[object, ...]:
        """What it says, apart from its numbers."""
        leader = self.standings[0].name if self.standings else None
        ahead = frozenset(comparison.other.name for comparison in self.comparisons if comparison.counts)
        return leader, ahead, len(self.standings), self.out, self.apart, self.late

    @property
    def closest(self) -> Comparison | None:
        """With the closest setting that the first is not told from: the second, unless that is behind for certain."""
        return next((each for each in self.comparisons if not each.is_better), None)

    @property
    def open(self) -> Comparison | None:
        """What more seeds are to tell: the closest that they can, or else the closest that is not told."""
        untold = (each for each in self.comparisons if not each.is_better and each.more is not None)
        return next(untold, self.closest)


def verdict(trainer: Trainer, request: InspectionRequest | None = None) -> Verdict | None:
    """Of the lanes as they are now, on the held-out rows: never on test rows where there are validation rows. None
    where there is one lane, or nothing that tells lanes apart.
    """
    if len(trainer.experiment.lanes) < 2 or len({group.experiment.data.fold for group in trainer.groups}) > 1:
        return None  # each fold has held out other rows
    names = [lane.name for lane in trainer.experiment.lanes]
    found = judged(
        settings_of(trainer.experiment),
        lane_scores(trainer),
        names,
        step=trainer.step,
        of_validation=trainer.has_validation,
        task=trainer.dataset.task,
        unit=_unit(trainer),
    )
    behind = {lane: group.behind.get(own, 0) for lane in range(len(names)) for group, own in [trainer.of(lane)]}
    ranked = sorted(lane for standing in found.standings for lane in standing.lanes)
    return replace(found, late=tuple((names[lane], behind[lane]) for lane in ranked if behind[lane] > 0))


def judged(
    settings: Sequence[Repeats],
    scores: NDArray[np.float64],
    names: Sequence[str],
    *,
    step: int,
    of_validation: bool,
    task: Task,
    unit: float = math.nan,
    most: int = MOST_LANES,
) -> Verdict:
    """scores: (lanes, rows), whose mean over the rows is a lane's accuracy or R2, NaN for lanes that have no figures.
    names: of the lanes. unit: the RMSE of a lane whose R2 is 0. most: how many lanes there could be.
    """
    of_lane = scores.mean(axis=1)
    every = [_standing(setting, of_lane, names, unit if task == "numbers" else None) for setting in settings]
    sound = [each for each in every if not each.gone]
    common = {seed for each in sound[:1] for seed in each.seeds if all(seed in other.seeds for other in sound)}
    ranked = sorted(sound, key=lambda each: -_mean_over(each, common, of_lane))
    usual = luck(_means(ranked, common, of_lane), grain=1 / scores.shape[1] if task == "classes" else 0.0)
    found = [_paired(ranked[0], other, scores, usual) for other in ranked[1:]]
    chances = stepped([each.p for each in found], len(ranked))
    more = _more(found, chances, most // len(settings))
    comparisons = tuple(map(Comparison, ranked[1:], found, chances, more))
    out = tuple(each for each in every if each.gone)
    compared = {lane for setting in settings for lane in setting.lanes.values()}
    apart = tuple(name for lane, name in enumerate(names) if lane not in compared)
    return Verdict(step, scores.shape[1], of_validation, task, tuple(ranked), comparisons, out, apart)


def _standing(setting: Repeats, of_lane: NDArray[np.float64], names: Sequence[str], unit: float | None) -> Standing:
    lanes = {seed: lane for seed, lane in setting.lanes.items() if np.isfinite(of_lane[lane])}
    gone = tuple(names[lane] for lane in setting.lanes.values() if lane not in lanes.values())
    values = of_lane[list(lanes.values())]
    mean = float(values.mean()) if len(values) else math.nan
    spread = float(values.std(ddof=1)) if len(values) > 1 else math.nan
    rmse = None if unit is None or not len(values) else float(np.sqrt(np.maximum(0, 1 - values)).mean()) * unit
    return Standing(setting.name, tuple(lanes.values()), tuple(lanes), mean, spread, rmse, gone)


def _mean_over(standing: Standing, seeds: set[int], of_lane: NDArray[np.float64]) -> float:
    """The mean over those seeds, which all settings have; over its own, where there are none such."""
    lanes = [lane for lane, seed in zip(standing.lanes, standing.seeds, strict=True) if seed in seeds]
    return float(of_lane[lanes].mean()) if lanes else standing.mean


def _means(ranked: Sequence[Standing], seeds: set[int], of_lane: NDArray[np.float64]) -> NDArray[np.float64]:
    """(settings, seeds): the scores of all settings with the seeds that all have."""
    places = [dict(zip(each.seeds, each.lanes, strict=True)) for each in ranked]
    lanes = [[place[seed] for seed in sorted(seeds)] for place in places]
    means: NDArray[np.float64] = of_lane[np.array(lanes, int).reshape(len(ranked), len(seeds))]
    return means


def _paired(first: Standing, second: Standing, scores: NDArray[np.float64], usual: Luck) -> Difference:
    """Over the seeds that both have."""
    mine, theirs = (dict(zip(each.seeds, each.lanes, strict=True)) for each in (first, second))
    seeds = [seed for seed in mine if seed in theirs]
    return difference(scores[[mine[seed] for seed in seeds]], scores[[theirs[seed] for seed in seeds]], usual)


def _more(found: Sequence[Difference], chances: Sequence[float], most: int) -> list[int | None]:
    """How many more seeds of each setting would tell each difference, where there may be ``most`` seeds of each.

    The larger of two p values is below the level only if the smaller is.
    """
    result: list[int | None] = [None] * len(found)
    least = 0
    for step, place in enumerate(sorted(range(len(found)), key=lambda place: found[place].p)):
        each, alike = found[place], len(found) + 1 - step
        if each.seeds < 2:
            result[place] = min(FIRST_SEEDS, most - each.seeds) if most >= FEWEST_SEEDS else None
        elif chances[place] >= LEVEL:
            needed = seeds_needed(each, LEVEL * 2 / (alike * (alike - 1)), most)
            if needed is not None:
                least = max(least, needed - each.seeds)
                result[place] = least
    return result


def lane_scores(trainer: Trainer) -> NDArray[np.float64]:
    """What each held-out row adds to a lane's score, (lanes, rows), so that their mean is its accuracy or R2: 1 where
    the row is right, else 0; or 1 - rows (t - z)^2 / sum (t - mean t)^2. NaN for lanes that have diverged.
    """
    found = [(lanes, _scores_of_group(group)) for group, lanes in trainer.together.groups]
    scores = np.concatenate([each for _, each in found])
    ordered: NDArray[np.float64] = scores[np.argsort([lane for lanes, _ in found for lane in lanes])]
    return ordered


def _scores_of_group(trainer: GroupTrainer) -> NDArray[np.float64]:
    from engine.inspectors.probing import outputs_of_lanes

    x = trainer.rows.test_x if trainer.rows.valid_x is None else trainer.rows.valid_x
    targets = trainer.rows.test_targets if trainer.rows.valid_targets is None else trainer.rows.valid_targets
    out: NDArray[np.float64] = outputs_of_lanes(trainer, x).astype(np.float64)
    if trainer.dataset.task == "classes":
        scores: NDArray[np.float64] = (out.argmax(axis=2) == targets.argmax(axis=1)).astype(np.float64)
        scores[~np.isfinite(out).all(axis=(1, 2))] = np.nan
        return scores
    numbers = targets[:, 0].astype(np.float64)
    spread = np.square(numbers - numbers.mean()).sum() if np.ptp(numbers) else np.nan
    return np.asarray(1 - len(numbers) * np.square(out[:, :, 0] - numbers) / spread)


def _unit(trainer: Trainer) -> float:
    """The root mean square of the held-out numbers around their mean, in their unit."""
    group = trainer.groups[0]
    targets = group.rows.test_targets if group.rows.valid_targets is None else group.rows.valid_targets
    scale = trainer.dataset.target_scale if trainer.dataset.task == "numbers" else math.nan
    return float(targets[:, 0].astype(np.float64).std()) * float(scale)
