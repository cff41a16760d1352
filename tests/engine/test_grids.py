"""Grids of lanes: recognized in any order, and never where a combination is missing."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from engine.experiment import Experiment
from engine.grids import Axis, axes, seed_groups
from tests.engine.helpers import dense, lane, recipe, small_net


def lanes_of(combinations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [lane(f"lane {index}", **settings) for index, settings in enumerate(combinations)]


def product(**values: list[Any]) -> list[dict[str, Any]]:
    return [dict(zip(values, each, strict=True)) for each in itertools.product(*values.values())]


def with_lanes(combinations: list[dict[str, Any]], **fields: Any) -> Experiment:
    return small_net(lanes=lanes_of(combinations), **fields)


def test_lanes_that_differ_by_their_seed_alone_are_a_group() -> None:
    experiment = small_net(
        seed=3,
        lanes=[
            lane("a"),
            lane("b", l2=0.5),
            lane("a again", seed=7),
            lane("the stack's own number", l2=0.01, seed=8),
            lane("b again", settings={"layers.0.l2": 0.5, "layers.3.l2": 0.5, "layers.6.l2": 0.5}, seed=9),
            lane("only one layer", settings={"layers.0.l2": 0.5}),
            lane("other rate", learning_rate=0.2),
        ],
    )
    assert seed_groups(experiment) == ((0, 2, 3), (1, 4), (5,), (6,))


def test_each_lane_is_in_one_group() -> None:
    experiment = with_lanes(product(l2=[0.0, 0.1, 0.2], seed=[5, 6]))
    assert seed_groups(experiment) == ((0, 1), (2, 3), (4, 5))
    assert seed_groups(small_net()) == ((0,),)


def test_one_setting_is_a_row() -> None:
    grid = axes(with_lanes([{"l2": 0.1}, {"l2": 0.0}, {"l2": 0.01}]))
    assert grid is not None
    assert (grid.x, grid.y) == (Axis("l2", (0.0, 0.01, 0.1)), None)
    assert grid.cells == (((1,), (2,), (0,)),)


def test_initializations_keep_the_order_of_the_list() -> None:
    names = ["he_uniform", "uniform", "xavier_uniform"]
    grid = axes(with_lanes([{"initialization": name} for name in names]))
    assert grid is not None
    assert grid.x == Axis("initialization", ("uniform", "xavier_uniform", "he_uniform"))
    assert grid.cells == (((1,), (2,), (0,)),)


def test_two_settings_are_a_table_with_the_outer_one_across() -> None:
    grid = axes(with_lanes(product(l2=[0.0, 0.1], rate=[0.0, 0.2, 0.5])))
    assert grid is not None
    assert (grid.x, grid.y) == (Axis("l2", (0.0, 0.1)), Axis("rate", (0.0, 0.2, 0.5)))
    assert grid.cells == (((0,), (3,)), ((1,), (4,)), ((2,), (5,)))
    turned = axes(with_lanes(product(rate=[0.0, 0.2, 0.5], l2=[0.0, 0.1])))
    assert turned is not None
    assert turned.y is not None
    assert (turned.x.field, turned.y.field) == ("rate", "l2")


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_lanes_means_nothing(seed: int) -> None:
    combinations = product(l2=[0.0, 0.01, 0.1], learning_rate=[0.1, 0.2], seed=[1, 2])
    random.Random(seed).shuffle(combinations)
    grid = axes(with_lanes(combinations))
    assert grid is not None
    assert grid.y is not None
    seen = []
    for row, y in enumerate(grid.y.values):
        for column, x in enumerate(grid.x.values):
            cell = grid.cells[row][column]
            seen += cell
            assert len(cell) == 2
            for index in cell:
                assert combinations[index][grid.x.field] == x
                assert combinations[index][grid.y.field] == y
    assert sorted(seen) == list(range(12))


def test_a_value_of_the_stack_counts_like_one_that_is_set() -> None:
    grid = axes(with_lanes([{}, {"l2": 0.5}]))
    assert grid is not None
    assert grid.x.values == (0.01, 0.5)


def test_seeds_are_an_axis_as_well() -> None:
    alone = axes(with_lanes([{"seed": seed} for seed in (7, 5)]))
    assert alone is not None
    assert alone.x == Axis("seed", (5, 7))
    both = axes(with_lanes(product(l2=[0.0, 0.1], seed=[1, 2, 3])))
    assert both is not None
    assert (both.x.field, both.y and both.y.field) == ("l2", "seed")


def test_a_value_for_all_layers_in_a_mixed_stack() -> None:
    """Layers that differ, but alike in all lanes, are no hindrance; those that differ by lane are."""
    stack = [dense(5, l2=0.3), dense(3)]
    assert axes(recipe(*stack, lanes=lanes_of([{"seed": 1}, {"seed": 2}]))) is not None
    assert axes(recipe(*stack, lanes=lanes_of([{}, {"l2": 0.1}]))) is None


@pytest.mark.parametrize(
    "combinations",
    [
        [{}],
        [{}, {}],
        [{"l2": 0.1}, {"l2": 0.1}, {"l2": 0.2}],
        product(l2=[0.0, 0.1], rate=[0.0, 0.2])[:3],
        product(l2=[0.0, 0.1], rate=[0.0, 0.2], learning_rate=[0.1, 0.2]),
        [{"l2": 0.1, "seed": 1}, {"l2": 0.2, "seed": 2}],
        product(l2=[0.0, 0.1], rate=[0.0, 0.2], seed=[1, 2])[:-1],
        [*product(l2=[0.0, 0.1], rate=[0.0, 0.2]), {"l2": 0.0, "rate": 0.0, "seed": 9}],
    ],
)
def test_what_is_no_grid(combinations: list[dict[str, Any]]) -> None:
    assert axes(with_lanes(combinations)) is None
