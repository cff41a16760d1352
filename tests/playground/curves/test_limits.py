"""How far the axes go: to the planned end, and for accuracy from below the lines on."""

from __future__ import annotations

import numpy as np
import pytest

from playground.curves.along import Along, _steps_made, _Way
from playground.curves.plots.limits import accuracy_low, last_step, planned_end, planned_last_step, time_limits
from playground.ui.painting.lines.thinning import Points


def accuracy(*values: float) -> Points:
    """A line of these values."""
    y = np.array([values])
    return Points(np.arange(len(values), dtype=float)[None], y, np.ones((1, len(values) - 1), bool))


@pytest.mark.parametrize(
    ("newest", "planned", "end"),
    [(0, 3000, 3000), (3000, 3000, 3000), (3001, 3000, 6000), (6000, 3000, 6000), (10, None, None)],
)
def test_a_run_is_on_its_way_to_its_plan_and_then_to_the_next_one(
    newest: float, planned: int | None, end: float | None
) -> None:
    assert planned_end(newest, planned) == end


def test_the_axis_holds_still_up_to_the_planned_end() -> None:
    assert len({planned_last_step(newest, 3000, 0.1) for newest in range(0, 3001, 100)}) == 1
    assert planned_last_step(0, 3000, 0.1) == pytest.approx(3000 / 0.9)


def test_the_beginning_of_a_long_run_can_be_read() -> None:
    for newest in (1000, 5000, 50_000, 400_000):
        until = planned_last_step(newest, 1_000_000, 0.0)
        assert newest / until > 1 / 13
        assert until <= 1_000_000


def test_where_steps_are_not_all_alike_the_plan_lies_where_the_farthest_lane_will_be() -> None:
    """A lane that began 100 steps later has made 100 fewer: it is at 900 when the other is at 1000."""
    ahead, late = Along("steps", [_steps_made(0), _steps_made(100)]), Along("steps", [_steps_made(100)])
    assert time_limits(ahead, (0, 1), 500, 1000, 0.0) == (1000, 1000)
    assert time_limits(late, (0,), 500, 1000, 0.0) == (900, 900)
    assert time_limits(ahead, (0, 1), 1000, None, 0.0) == (last_step(1000, 0.0), None)


def test_what_nobody_knows_is_no_plan() -> None:
    """Seconds that are yet to come: the axis ends behind what there is."""
    in_seconds = Along("seconds", [_Way(np.array([0.0, 1000]), np.array([0.0, 10]))], plan_is_known=False)
    until, end = time_limits(in_seconds, (0,), 1000, 5000, 0.0)
    assert end is None
    assert 10 <= until < 20


def test_accuracy_is_zoomed_to_where_the_later_half_of_the_lines_is() -> None:
    assert accuracy_low(accuracy(0.1, 0.5, 0.93, 0.95), accuracy(0.1, 0.4, 0.85, 0.86)) == 0.8
    assert accuracy_low(accuracy(0.1, 0.5, 0.97, 0.98), accuracy(0.1, 0.4, 0.94, 0.95)) == 0.9
    assert accuracy_low(accuracy(0.1, 0.2, 0.4, 0.5), accuracy(0.1, 0.2, 0.3, 0.4)) == 0.0
    assert accuracy_low(accuracy(float("nan")), accuracy(float("nan"))) == 0.0
