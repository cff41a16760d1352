"""`python -m benchmarks.verdict`: how often the verdict errs on simulated runs, and how often it sees what is there.

The tables of docs/verdict.md. A run is k settings with n seeds each; every run has rows, seeds and networks of its own.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.task import Task
from engine.verdict.settings import Repeats
from engine.verdict.verdict import Verdict, judged

ROWS: Final = 300
_STUCK: Final = 3.0
"""What a seed that learns nothing lacks in skill."""
RUNS: Final = 1000


@dataclass(frozen=True)
class World:
    """What a run is like. A network is right on a row where its skill is above the row's difficulty, all of them normal
    with these deviations: `luck` is a network's own, `common` what a seed gives to all settings, `taste` what a setting
    makes of a row whatever the seed, and `noise` what a network makes of it.

    lead: of the first settings, ``good`` of them, in skill. uneven: how much the luck of settings differs, as the
    deviation of its logarithm. stuck: how often a seed learns nothing. task numbers: the same as errors of a number,
    the lead being a share of them.
    """

    settings: int = 2
    seeds: int = 1
    lead: float = 0.0
    good: int = 1
    uneven: float = 0.0
    stuck: float = 0.0
    luck: float = 0.08
    common: float = 0.1
    taste: float = 0.3
    noise: float = 0.6
    difficulty: float = 1.5
    level: float = 1.3
    rows: int = ROWS
    task: Task = "classes"


def scores(world: World, rng: np.random.Generator) -> NDArray[np.float64]:
    """(lanes, rows), the lanes of a setting one behind the other."""
    k, n, rows = world.settings, world.seeds, world.rows
    lucks = world.luck * np.exp(rng.normal(0, world.uneven, (k, 1, 1))) if world.uneven else world.luck
    own = rng.normal(0, lucks, (k, n, 1)) + rng.normal(0, world.common, (1, n, 1))
    if world.stuck:
        own -= _STUCK * (rng.random((k, n, 1)) < world.stuck)
    of_rows = rng.normal(0, world.taste, (k, 1, rows)) + rng.normal(0, world.noise, (k, n, rows))
    difficulty = rng.normal(0, world.difficulty, rows)
    lead = np.zeros((k, 1, 1))
    lead[: world.good] = world.lead
    if world.task == "numbers":
        errors = (1 - lead) * np.exp(own) * (difficulty + of_rows)
        found = 1 - np.square(errors) / (4 * world.difficulty**2)
    else:
        found = (world.level + lead + own + of_rows > difficulty).astype(float)
    return np.asarray(found.reshape(k * n, rows))


def verdicts(world: World, runs: int = RUNS, seed: int = 0) -> Iterator[Verdict]:
    """Of so many runs."""
    rng = np.random.default_rng(seed)
    k, n = world.settings, world.seeds
    settings = [Repeats(str(at), {s: at * n + s for s in range(n)}) for at in range(k)]
    names = [f"{at} {s}" for at in range(k) for s in range(n)]
    for _ in range(runs):
        yield judged(settings, scores(world, rng), names, step=1, of_validation=False, task=world.task)


def share_of_claims(world: World, runs: int = RUNS) -> float:
    """How often the leader is said to be ahead of some other setting: where all are alike, falsely."""
    said = [any(comparison.counts for comparison in verdict.comparisons) for verdict in verdicts(world, runs)]
    return float(np.mean(said))


def share_found(world: World, runs: int = RUNS) -> float:
    """How often the first setting is said to be the best."""
    return float(np.mean([verdict.best is not None and verdict.best.name == "0" for verdict in verdicts(world, runs)]))


def share_behind(world: World, runs: int = RUNS) -> float:
    """Of the settings that are worse, how many are said to be."""
    worse = world.settings - world.good
    names = {str(at) for at in range(world.good, world.settings)}
    found = [
        sum(each.is_better and each.other.name in names for each in said.comparisons) for said in verdicts(world, runs)
    ]
    return float(np.mean(found)) / worse


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verdict", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    print("| all alike | settings | seeds | said to be better, falsely |\n| --- | --- | --- | --- |")
    for task in ("classes", "numbers"):
        for settings, seeds in ((2, 1), (2, 2), (2, 3), (2, 5), (2, 10), (4, 5), (9, 5)):
            world = World(settings, seeds, luck=0.0 if seeds == 1 else World.luck, task=task)
            print(f"| {task} | {settings} | {seeds} | {share_of_claims(world, runs):.1%} |", flush=True)
    for name, like in (("uneven luck", World(uneven=1.0)), ("one seed in five learns nothing", World(stuck=0.2))):
        for settings, seeds in ((4, 3), (20, 3), (20, 5)):
            world = replace(like, settings=settings, seeds=seeds)
            print(f"| {name} | {settings} | {seeds} | {share_of_claims(world, runs):.1%} |", flush=True)
    print("\n| one is better | settings | lead in accuracy | 3 seeds | 5 | 10 | 20 |\n" + "| --- " * 7 + "|")
    for settings in (2, 4):
        for lead in (0.1, 0.2, 0.4):
            found = [f"{share_found(World(settings, n, lead), runs):.0%}" for n in (3, 5, 10, 20)]
            print(f"| classes | {settings} | {_points(lead):.1f} points | {' | '.join(found)} |", flush=True)

    print("\n| a quarter is better | settings | lead in accuracy | 3 seeds | 5 | 10 |\n" + "| --- " * 6 + "|")
    for settings in (8, 20, 40):
        for lead in (0.4, 0.8):
            worlds = [World(settings, n, lead, good=settings // 4) for n in (3, 5, 10)]
            found = [f"{share_behind(world, runs // 5):.0%}" for world in worlds]
            print(f"| classes | {settings} | {_points(lead):.1f} points | {' | '.join(found)} |", flush=True)


def _points(lead: float) -> float:
    """What a lead in skill is in points of accuracy."""
    many = scores(World(2, 1, lead, luck=0, common=0, rows=1_000_000), np.random.default_rng(0)).mean(axis=1)
    return float(100 * (many[0] - many[1]))


if __name__ == "__main__":
    main()
