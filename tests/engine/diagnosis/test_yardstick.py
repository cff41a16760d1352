"""The yardstick of the diagnosis, `make coach`: some of it by day, and all of it at night, against floors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from benchmarks.coach.healthy import healthy
from benchmarks.coach.random_runs import random_runs
from benchmarks.coach.recipe import Recipe
from benchmarks.coach.sick import sick
from benchmarks.coach.tally import verdict
from benchmarks.coach.watching import Watched, remedies, watched
from engine.diagnosis.diagnosis import RULES
from tests.conftest import only_at_night

HEALTHY_BY_DAY = ("digits, warm-up", "plane, elu")
SICK_BY_DAY = ("naive, four, squared", "numbers, L2 1", "digits, 10 rows")
"""Quick ones, of classes and of numbers, some of which diverge."""
RIGHT, ALARMS, HELPS, HARMS, SILENT = 0.85, 0.03, 0.85, 0.02, 0.1
"""Shares: of sick runs told rightly at the last look; of healthy runs with an alarm; of remedies that help, and that
harm or diverge; of random runs that learn little and are met with silence."""


def named(recipes: Iterable[Recipe], names: Sequence[str]) -> list[Recipe]:
    by_name = {recipe.name: recipe for recipe in recipes}
    return [by_name[name] for name in names]


def runs_of(recipes: Iterable[Recipe]) -> list[Watched]:
    return [run for recipe in recipes for run in watched(recipe)]


def check_healthy(runs: Sequence[Watched]) -> None:
    assert sum(bool(run.rules) for run in runs) <= ALARMS * len(runs)


def check_sick(runs: Sequence[Watched]) -> None:
    assert sum(verdict(run)[1] for run in runs) >= RIGHT * len(runs)
    effects = [effect for *_, effect in remedies(runs)]
    assert effects.count("helps") >= HELPS * len(effects)
    assert effects.count("harms") + effects.count("diverges") <= HARMS * len(effects)


def test_sick_runs_by_day() -> None:
    check_sick(runs_of(named(sick(), SICK_BY_DAY)))


def test_healthy_runs_by_day() -> None:
    """They have learned: else silence would be no praise."""
    runs = runs_of(named(healthy(), HEALTHY_BY_DAY))
    check_healthy(runs)
    assert not [run.recipe.name for run in runs if run.learned_little]


def test_there_are_enough_of_each() -> None:
    assert sum(len(recipe.experiment.lanes) for recipe in healthy()) >= 150
    assert sum(len(recipe.experiment.lanes) for recipe in sick()) >= 150
    assert set(RULES) <= {recipe.causes[0] for recipe in sick()}
    names = [recipe.name for recipe in [*healthy(), *sick()]]
    assert len(set(names)) == len(names)


@only_at_night
@pytest.mark.parametrize("part", ["healthy", "sick", "random"])
def test_at_night(part: str) -> None:
    if part == "random":
        little = [run for run in runs_of(random_runs()) if run.learned_little]
        assert sum(run.last is None for run in little) <= SILENT * len(little)
    elif part == "healthy":
        check_healthy(runs_of(healthy()))
    else:
        check_sick(runs_of(sick()))
