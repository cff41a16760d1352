"""Edits of the lanes: their looks stay theirs, hiding is only for the eye, and comparisons set what they say."""

from __future__ import annotations

import random
from typing import Any

import pytest

from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.live_edits import live_changes, needs_restart
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.lane_edits import (
    add_lane,
    compare,
    duplicate_lane,
    edit_lane,
    move_lane,
    remove_lane,
    show_all,
    solo,
)
from engine.experiment.lanes.lanes import lane_style
from tests.engine.helpers import lane, small_net


@pytest.fixture
def four() -> Experiment:
    return small_net(lanes=[lane("a"), lane("b", l2=0.3), lane("c", rate=0.5), lane("d", seed=4)])


def looks(experiment: Experiment) -> dict[str, int]:
    return {each.name: lane_style(experiment, index) for index, each in enumerate(experiment.lanes)}


def names(experiment: Experiment) -> list[str]:
    return [each.name for each in experiment.lanes]


def test_a_lane_has_the_style_of_its_place_until_it_is_given_one(four: Experiment) -> None:
    assert looks(four) == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert looks(edited(four, "lanes.1.color", 17)) == {"a": 0, "b": 17, "c": 2, "d": 3}
    assert looks(edited(edited(four, "lanes.1.color", 17), "lanes.1.color", None)) == looks(four)


@pytest.mark.parametrize(("index", "to", "order"), [(0, 2, "bcad"), (3, 0, "dabc"), (1, 2, "acbd"), (2, 2, "abcd")])
def test_moving(four: Experiment, index: int, to: int, order: str) -> None:
    moved = move_lane(four, index, to)
    assert "".join(names(moved)) == order
    assert looks(moved) == looks(four)
    by_name = {each.name: each.set for each in four.lanes}
    assert all(each.set == by_name[each.name] for each in moved.lanes)
    assert move_lane(moved, to, index) == four


def test_removing_keeps_the_looks_of_the_others(four: Experiment) -> None:
    left = remove_lane(four, 1)
    assert looks(left) == {"a": 0, "c": 2, "d": 3}
    last = remove_lane(remove_lane(left, 0), 0)
    assert looks(last) == {"d": 3}
    assert (last.seed, last.lanes[0].set) == (4, {}), "the last lane is the network itself"


def test_a_new_lane_takes_the_first_style_that_is_free(four: Experiment) -> None:
    assert looks(add_lane(four)) == {**looks(four), "Lane 5": 4}
    assert looks(add_lane(remove_lane(four, 1))) == {"a": 0, "c": 2, "d": 3, "Lane 4": 1}
    copied = duplicate_lane(four, 0)
    assert names(copied) == ["a", "a 2", "b", "c", "d"]
    assert looks(copied) == {**looks(four), "a 2": 4}
    assert copied.lanes[0].set == copied.lanes[1].set


@pytest.mark.parametrize("seed", range(6))
def test_looks_survive_any_row_of_edits(four: Experiment, seed: int) -> None:
    """Each lane's look is noted when it comes; it has the same one as long as it is there, and no other has it."""
    rng = random.Random(seed)
    experiment, expected = four, looks(four)
    for _ in range(25):
        index, to = (rng.randrange(len(experiment.lanes)) for _ in range(2))
        edit = rng.choice(["move", "move", "add", "duplicate", "remove"])
        if edit == "move":
            experiment = move_lane(experiment, index, to)
        elif edit == "add":
            experiment = add_lane(experiment)
        elif edit == "duplicate":
            experiment = duplicate_lane(experiment, index)
        elif len(experiment.lanes) > 1:
            experiment = remove_lane(experiment, index)
        now = looks(experiment)
        assert {name: expected.get(name, style) for name, style in now.items()} == now
        assert len(set(now.values())) == len(now)
        expected = now
    assert parse(experiment.to_json()) == experiment


def test_looks_are_live_and_leave_no_mark(four: Experiment) -> None:
    for path, value in (("lanes.0.color", 5), ("lanes.1.visible", False)):
        other = edited(four, path, value)
        assert not needs_restart(four, other)
        assert list(live_changes(four, other)) == []


def test_lanes_that_change_places_start_again() -> None:
    """Otherwise each would go on from the other's parameters, under its own name."""
    pair = small_net(lanes=[lane("a"), lane("b", l2=0.3)])
    assert needs_restart(pair, move_lane(pair, 0, 1))
    assert not needs_restart(pair, edited(pair, "lanes.0.name", "c"))
    assert not needs_restart(pair, edited(pair, "lanes.0.l2", 0.3))


def test_solo_hides_the_others_and_shows_them_again(four: Experiment) -> None:
    alone = solo(four, 2)
    assert [each.visible for each in alone.lanes] == [False, False, True, False]
    assert [each.visible for each in solo(alone, 1).lanes] == [False, True, False, False]
    assert solo(alone, 2) == four
    assert show_all(alone) == four
    hidden = edited(four, "lanes.2.visible", False)
    assert solo(hidden, 2) == alone, "the lane that is asked for is shown"


def test_the_last_lane_is_never_left_hidden(four: Experiment) -> None:
    experiment = solo(four, 0)
    for _ in range(3):
        experiment = remove_lane(experiment, 0)
    assert [each.visible for each in experiment.lanes] == [True]


def test_a_comparison_of_other_values() -> None:
    compared = compare(small_net(), "seed", [3, 2_147_483_647])
    assert names(compared) == ["seed 3", "seed 2147483647"]


@pytest.mark.parametrize(
    ("name", "field", "value", "new"),
    [
        ("λ 0.01", "l2", 0.5, "λ 0.5"),
        ("λ 0.01 · dropout 0.25", "rate", 0.4, "λ 0.01 · dropout 0.4"),
        ("my own", "l2", 0.5, "my own"),
        ("dropout 0.25", "l2", 0.5, "dropout 0.25"),
    ],
)
def test_a_name_that_says_the_value_follows_it(name: str, field: str, value: Any, new: str) -> None:
    experiment = small_net(lanes=[lane(name), lane("other")])
    assert edit_lane(experiment, 0, field, value).lanes[0].name == new


def test_a_name_that_is_taken() -> None:
    experiment = small_net(lanes=[lane("λ 0.01"), lane("λ 0.5", l2=0.5), lane("Lane 3")])
    assert edit_lane(experiment, 0, "l2", 0.5).lanes[0].name == "λ 0.5 (2)"
    assert duplicate_lane(experiment, 2).lanes[3].name == "Lane 2"
