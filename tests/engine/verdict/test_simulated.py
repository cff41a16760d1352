"""How often the verdict is wrong on simulated runs, and how often it sees what is there: docs/verdict.md."""

from __future__ import annotations

import pytest

from benchmarks.verdict import World, share_behind, share_found, share_of_claims
from tests.conftest import BY_NIGHT, thorough

LIMIT = 0.05
PAIRS, RUNS = (1000, 300) if BY_NIGHT else (400, 150)
"""Simulated: of two settings, and of more."""

ALIKE = [
    World(2, 2, luck=0.3),
    World(2, 10),
    World(3, 6, task="numbers", luck=0.3),
    World(2, 3),
    World(2, 6, luck=0.3),
    World(4, 5, luck=0.3),
    World(2, 5, task="numbers"),
]
MANY = [World(20, 3), World(6, 3, luck=0.2, uneven=1.0), World(8, 3, stuck=0.25)]
ONE_SEED = [World(2, 1, luck=0), World(5, 1, luck=0)]


@pytest.mark.parametrize("world", thorough(ALIKE, by_day=[ALIKE[0], ALIKE[-1]]))
def test_of_many_pairs_that_are_alike_at_most_five_in_a_hundred_are_called_better(world: World) -> None:
    assert share_of_claims(world, PAIRS) <= LIMIT


@pytest.mark.parametrize("world", thorough(MANY, by_day=MANY[1:2]))
def test_of_many_settings_with_few_seeds_none_is_called_better_by_luck(world: World) -> None:
    assert share_of_claims(world, RUNS) <= LIMIT


def test_of_many_settings_with_three_seeds_those_far_behind_are_found() -> None:
    """A quarter of them is 12 points better than all others."""
    assert share_behind(World(20, 3, lead=0.8, good=5), 20) > 0.5


@pytest.mark.parametrize("world", thorough(ONE_SEED, by_day=ONE_SEED[:1]))
def test_with_one_seed_rows_are_told_from_luck(world: World) -> None:
    assert share_of_claims(world, PAIRS) <= LIMIT


def test_what_is_better_is_found() -> None:
    """3.3 points of accuracy on 300 rows with ten seeds, and twice that with five."""
    assert share_found(World(2, 10, lead=0.2), 200) > 0.7
    assert share_found(World(2, 5, lead=0.4), 200) > 0.9
    assert share_found(World(4, 10, lead=0.4), 50) > 0.9


def test_one_seed_is_never_enough_for_better() -> None:
    assert share_found(World(2, 1, lead=2.0), 20) == 0
