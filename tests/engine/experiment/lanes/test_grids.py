"""Grids of lanes: made of one or two settings, recognized in any order, never where a combination is missing."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from engine.errors import ExperimentError
from engine.experiment.comparisons.of_overfitting import L2_BY_DROPOUT
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import Axis, axes, grid, seed_groups, seeds
from engine.experiment.lanes.lanes import lane_seed, lane_style, lane_value
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


# --- grids that are made ---------------------------------------------------------------------------------------------


def test_a_grid_is_every_combination_and_recognized_as_such() -> None:
    made = grid(small_net(), L2_BY_DROPOUT)
    assert len(made.lanes) == 25
    assert made.lanes[7].name == "λ 0.001 · dropout 0.2"
    assert {lane_value(made, index, "l2") for index in range(25)} == set(L2_BY_DROPOUT["l2"])
    seen = axes(made)
    assert seen is not None
    assert seen.x == Axis("l2", L2_BY_DROPOUT["l2"])
    assert seen.y == Axis("rate", L2_BY_DROPOUT["rate"])
    for row, rate in enumerate(L2_BY_DROPOUT["rate"]):
        for column, l2 in enumerate(L2_BY_DROPOUT["l2"]):
            (index,) = seen.cells[row][column]
            assert (lane_value(made, index, "l2"), lane_value(made, index, "rate")) == (l2, rate)


@pytest.mark.parametrize(
    "values",
    [
        {"initialization": ["he_uniform", "zeros"], "learning_rate": [0.1, 0.01]},
        {"l1": [0.1, 0.0]},
        {"seed": [3, 1, 2]},
        {"rate": [0.5, 0.5, 0.0]},
        {"learning_rate": [0.1, 1, 10], "seed": [0, 2_147_483_647]},
    ],
)
def test_any_settings_make_a_grid(values: dict[str, list[Any]]) -> None:
    made = grid(small_net(lanes=lanes_of([{"l2": 0.5}, {}])), values)
    seen = axes(made)
    assert seen is not None
    assert {side.field: set(side.values) for side in (seen.x, seen.y) if side} == {
        field: set(each) for field, each in values.items()
    }
    assert lane_value(made, 0, "l2") == 0.5, "the first lane is what the grid is made around"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "one or two"),
        ({"l1": [0.1], "l2": [0.1], "seed": [1]}, "one or two"),
        ({"nonsense": [1]}, "no layer of the stack has such a setting"),
        ({"layers.*.momentum": [0.9]}, "no layer of the stack has such a setting"),
        ({"data.test": [10, 20]}, "is the same for all lanes"),
        ({"l2": []}, "at least one value"),
        ({"l2": [0.1], "seed": []}, "at least one value"),
        ({"seed": range(65)}, "^65 lanes are too many: there can be at most 64"),
        ({"l2": [k / 10 for k in range(8)], "seed": range(9)}, "8 × 9 = 72 lanes are too many"),
        ({"l2": [0.1, -1.0]}, "must be between 0 and 10; got -1"),
        ({"seed": [0.5]}, "seed"),
    ],
)
def test_grids_that_cannot_be(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ExperimentError, match=message):
        grid(small_net(), values)


def test_sixty_four_lanes_are_a_grid() -> None:
    made = grid(small_net(), {"l2": [k / 10 for k in range(8)], "seed": range(8)})
    assert len(made.lanes) == 64
    assert axes(made) is not None


def test_without_dropout_there_is_no_grid_of_its_rates() -> None:
    with pytest.raises(ExperimentError, match="no dropout layer"):
        grid(recipe(dense(3)), {"rate": [0.1, 0.2]})


def test_seeds_repeat_every_setting() -> None:
    experiment = small_net(seed=7, lanes=[lane("He"), lane("λ 0.5", l2=0.5, seed=3)])
    many = seeds(experiment, 3)
    assert [each.name for each in many.lanes] == [
        *("He · seed 7", "He · seed 8", "He · seed 9"),
        *("λ 0.5 · seed 3", "λ 0.5 · seed 4", "λ 0.5 · seed 5"),
    ]
    assert [lane_seed(many, index) for index in range(6)] == [7, 8, 9, 3, 4, 5]
    assert seed_groups(many) == ((0, 1, 2), (3, 4, 5))
    assert [lane_style(many, index) for index in range(6)] == [0, 0, 0, 1, 1, 1]
    assert seeds(many, 3) == many, "again, the same settings: they are not multiplied"
    assert len(seeds(many, 2).lanes) == 4


def test_seeds_of_a_single_network() -> None:
    many = seeds(small_net(), 5)
    assert [each.name for each in many.lanes] == [f"seed {seed}" for seed in range(5)]
    assert seed_groups(many) == ((0, 1, 2, 3, 4),)
    assert [lane_style(many, index) for index in range(5)] == [0, 1, 2, 3, 4], "with one setting, colours tell seeds"
    assert [lane_style(seeds(edited(small_net(), "lanes.0.color", 2), 3), index) for index in range(3)] == [2, 0, 1]


def test_the_cells_of_a_grid_with_seeds_hold_them_all() -> None:
    many = seeds(grid(small_net(), {"l2": [0.0, 0.1], "rate": [0.0, 0.5]}), 3)
    seen = axes(many)
    assert seen is not None
    assert seen.cells == (((0, 1, 2), (6, 7, 8)), ((3, 4, 5), (9, 10, 11)))


def test_the_largest_seed_is_not_passed() -> None:
    many = seeds(small_net(seed=2_147_483_647), 3)
    assert lane_seed(many, 2) == 2_147_483_647


def test_too_many_seeds() -> None:
    with pytest.raises(ExperimentError, match=r"25 × 5 = 125 lanes are too many"):
        seeds(grid(small_net(), L2_BY_DROPOUT), 5)
    with pytest.raises(ExperimentError):
        seeds(small_net(), 0)
