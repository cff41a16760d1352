"""Random search: lanes from ranges, spread as the scale says, and always the same for one draw."""

from __future__ import annotations

import math

import pytest

from engine.errors import ExperimentError
from engine.experiment.comparisons.search import Range, search
from engine.experiment.lanes.lanes import lane_value
from tests.engine.helpers import small_net

RANGES = {
    "learning_rate": Range(1e-4, 1.0, is_log=True),
    "rate": Range(0.0, 0.5),
    "batch_size": Range(8, 64, is_log=True, is_integer=True),
}


def test_lanes_lie_in_the_ranges_and_differ() -> None:
    e = search(small_net(), RANGES, 64)
    assert len({tuple(lane.set.values()) for lane in e.lanes}) == 64
    rates = [lane.set["optimizer.learning_rate"] for lane in e.lanes]
    assert all(1e-4 <= rate <= 1 for rate in rates)
    assert all(0 <= lane.set["layers.*.rate"] <= 0.5 for lane in e.lanes)
    assert all(isinstance(lane.set["batch_size"], int) and 8 <= lane.set["batch_size"] <= 64 for lane in e.lanes)
    decades = [sum(10**k <= rate < 10 ** (k + 1) for rate in rates) for k in range(-4, 0)]
    assert all(8 <= n <= 24 for n in decades), "each order of magnitude as often as any other: 16 of 64"


def test_the_ends_of_a_range() -> None:
    log, whole = Range(1e-3, 10.0, is_log=True), Range(2, 5, is_integer=True)
    assert (log.at(0.0), log.at(1.0)) == (1e-3, 10.0)
    assert log.at(0.5) == 0.1, "the middle of a logarithmic range is its geometric mean"
    assert math.isclose(Range(0.0, 3.0).at(1 / 3), 1.0)
    assert [whole.at(share) for share in (0, 0.24, 0.26, 0.51, 0.76, 1.0)] == [2, 2, 3, 4, 5, 5]


def test_a_draw_is_the_same_again_and_another_is_another() -> None:
    assert search(small_net(), RANGES, 5) == search(small_net(), RANGES, 5)
    assert search(small_net(), RANGES, 5) != search(small_net(), RANGES, 5, draw=1)


def test_choices_and_fewer_combinations_than_lanes() -> None:
    e = search(small_net(), {"optimizer.kind": ("sgd", "adam", "rmsprop")}, 12)
    assert sorted(lane_value(e, index, "optimizer.kind") for index in range(3)) == ["adam", "rmsprop", "sgd"]
    assert len(e.lanes) == 3


def test_what_cannot_be_drawn() -> None:
    with pytest.raises(ExperimentError, match="at most 64"):
        search(small_net(), RANGES, 65)
    with pytest.raises(ExperimentError, match="at least one setting"):
        search(small_net(), {}, 5)
    with pytest.raises(ExperimentError, match="no layer of the stack"):
        search(small_net(), {"layers.*.filters": Range(1, 5)}, 5)
