"""More seeds for every setting, so that they are compared by pairs."""

from __future__ import annotations

import pytest

from engine.errors import ExperimentError
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lane_edits import compare
from engine.experiment.lanes.lanes import lane_seed, lane_style
from engine.experiment.lanes.repeats import more_seeds
from tests.engine.helpers import lane, small_net


def test_every_setting_gets_the_same_new_seeds_behind_the_lanes_that_there_are() -> None:
    before = compare(small_net(), "l2", (0.0, 0.1))
    after = more_seeds(before, 2)
    assert after.lanes[:2] == before.lanes
    assert [each.name for each in after.lanes[2:]] == [
        "λ 0 · seed 1",
        "λ 0 · seed 2",
        "λ 0.1 · seed 1",
        "λ 0.1 · seed 2",
    ]
    groups = seed_groups(after)
    assert [[lane_seed(after, each) for each in group] for group in groups] == [[0, 1, 2], [0, 1, 2]]
    assert [{lane_style(after, each) for each in group} for group in groups] == [{0}, {1}], "they look alike"


def test_seeds_go_on_from_the_largest_there_is() -> None:
    lanes = [lane("a · seed 3", l2=0.0, seed=3), lane("b · seed 7", l2=0.1, seed=7)]
    after = more_seeds(small_net(lanes=lanes), 1)
    assert [each.name for each in after.lanes] == ["a · seed 3", "b · seed 7", "a · seed 8", "b · seed 8"]


def test_the_largest_seed_of_all_is_followed_by_a_free_one() -> None:
    lanes = [lane("a", seed=2**31 - 1), lane("b", seed=0)]
    assert lane_seed(more_seeds(small_net(lanes=lanes), 1), 2) == 1


def test_repeats_of_one_setting_look_each_for_itself() -> None:
    after = more_seeds(small_net(), 3)
    assert len({lane_style(after, index) for index in range(4)}) == 4


def test_more_than_there_can_be_lanes_is_refused() -> None:
    with pytest.raises(ExperimentError, match="66 lanes are too many"):
        more_seeds(compare(small_net(), "l2", (0.0, 0.1)), 32)
