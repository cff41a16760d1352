"""Which trials there are: what the options say, in what order, and what cannot be swept."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.errors import PlaygroundError
from engine.experiment.comparisons.of_overfitting import L2_BY_DROPOUT
from engine.experiment.edits.field_edits import edited, value_at
from engine.experiment.lanes.grids import grid
from engine.sweep.axes import Range, Values, draws, parse_range, parse_values
from engine.sweep.plan import Plan
from tests.engine.sweep.helpers import planned, small


@pytest.mark.parametrize(
    ("text", "path", "values"),
    [
        ("layers.*.l2=0,0.01, 0.1", "layers.*.l2", (0, 0.01, 0.1)),
        ("l2=0", "layers.*.l2", (0,)),
        ("learning_rate=1e-3", "optimizer.learning_rate", (0.001,)),
        ("optimizer.kind=sgd,adam", "optimizer.kind", ("sgd", "adam")),
        ("early_stopping.on=true,false", "early_stopping.on", (True, False)),
        ('data.inputs=["x1","x2"],["x1"]', "data.inputs", (("x1", "x2"), ("x1",))),
    ],
)
def test_values_are_read_as_settings_are(text: str, path: str, values: tuple[Any, ...]) -> None:
    assert parse_values(text) == Values(path, values)


def test_a_range_is_read() -> None:
    assert parse_range("lr.x=1e-4..1:log") == Range("lr.x", 1e-4, 1.0, log=True)
    assert parse_range("batch_size=8..64") == Range("batch_size", 8, 64, whole=True)
    assert parse_range("rate=-1.5..2") == Range("layers.*.rate", -1.5, 2.0)


@pytest.mark.parametrize("text", ["l2", "=1", "l2=", "l2=0,,1", "l2=1,"])
def test_values_that_are_none_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PlaygroundError, match=r"^.*\.$"):
        parse_values(text)


@pytest.mark.parametrize(
    "text", ["l2", "l2=1", "l2=1..", "l2=2..1", "l2=0..1:log", "l2=0..1:lin", "l2=0..inf", "=0..1"]
)
def test_a_range_that_is_none_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PlaygroundError, match=r"^.*\.$"):
        parse_range(text)


def test_the_first_values_of_a_grid_change_slowest_and_seeds_fastest() -> None:
    plan = planned("l2=0,0.1", "rate=0,0.5", seeds=2)
    assert [(*trial.values, trial.seed) for trial in plan.trials[:5]] == [
        (0, 0, 3),
        (0, 0, 4),
        (0, 0.5, 3),
        (0, 0.5, 4),
        (0.1, 0, 3),
    ]
    assert [trial.setting for trial in plan.trials] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert [trial.number for trial in plan.trials] == [*range(8)]


def test_draws_are_spread_as_asked_and_stay_where_more_are_drawn() -> None:
    even = draws(Range("a", 0.0, 1.0), 4000, 1, whole=False)
    log = draws(Range("a", 1e-4, 1.0, log=True), 4000, 1, whole=False)
    whole = draws(Range("a", 1, 4, whole=True), 4000, 1, whole=True)
    assert abs(np.mean(even) - 0.5) < 0.02
    assert abs(np.mean(np.log10(log)) + 2) < 0.06
    assert all(abs(whole.count(value) - 1000) < 100 for value in (1, 2, 3, 4))  # 3.7 standard deviations
    assert even[:20] == draws(Range("a", 0.0, 1.0), 20, 1, whole=False)
    assert even[:20] != draws(Range("b", 0.0, 1.0), 20, 1, whole=False)
    assert even[:20] != draws(Range("a", 0.0, 1.0), 20, 2, whole=False)


def test_a_whole_number_is_drawn_where_the_field_takes_no_other() -> None:
    plan = planned(random=("batch_size=8..64:log", "learning_rate=0..1"), draw=30)
    sizes, rates = zip(*(trial.values for trial in plan.trials), strict=True)
    assert all(isinstance(size, int) and 8 <= size <= 64 for size in sizes)
    assert any(rate not in (0, 1) for rate in rates)
    assert all(float(f"{rate:.4g}") == rate for rate in rates)


def test_every_draw_is_tried_with_every_value_of_the_grid() -> None:
    plan = planned("l2=0,0.1", random=("learning_rate=0.01..1:log",), draw=5)
    rates = [trial.values[1] for trial in plan.trials]
    assert len(plan.trials) == 10
    assert rates[:5] == rates[5:]


def test_some_combinations_of_a_grid_are_tried_the_same_ones_again() -> None:
    whole = planned("l2=0,0.1,0.2", "rate=0,0.2,0.4")
    some = planned("l2=0,0.1,0.2", "rate=0,0.2,0.4", draw=4)
    assert len(some.trials) == 4
    assert {trial.values for trial in some.trials} < {trial.values for trial in whole.trials}
    assert some == planned("l2=0,0.1,0.2", "rate=0,0.2,0.4", draw=4)


def test_each_lane_is_swept_and_lanes_alike_but_for_what_is_swept_are_one() -> None:
    lanes = grid(small(), L2_BY_DROPOUT)
    assert planned("l2=0,1", experiment=lanes, seeds=1).n_settings == 2 * 5
    assert planned("learning_rate=0.1,0.2", experiment=lanes).n_settings == 2 * 25


def test_lanes_that_differ_in_their_seed_alone_are_one_setting_with_all_their_seeds() -> None:
    lanes = [{"name": f"seed {seed}", "set": {"seed": seed}} for seed in (0, 1, 7)]
    plan = planned("learning_rate=0.01,0.1", experiment=small(lanes=lanes), seeds=2)
    assert plan.n_settings == 2
    assert [(trial.setting, trial.seed) for trial in plan.trials] == [(s, n) for s in (0, 1) for n in (0, 1, 2, 7, 8)]
    assert [plan.setting_name(trial) for trial in plan.trials[::5]] == ["lr 0.01", "lr 0.1"]
    for trial in plan.trials:
        assert plan.alone(trial).seed == trial.seed or plan.alone(trial).lanes[0].set.get("seed") == trial.seed


def test_a_lane_that_stands_for_several_seeds_is_called_after_none() -> None:
    lanes = [
        {"name": f"λ {l2} · seed {seed}", "set": {"layers.*.l2": l2, "seed": seed}} for l2 in (0, 1) for seed in (0, 1)
    ]
    plan = planned("learning_rate=0.01,0.1", experiment=small(lanes=lanes))
    assert [plan.setting_name(trial) for trial in plan.trials[::2]] == [
        "λ 0 · lr 0.01",
        "λ 0 · lr 0.1",
        "λ 1 · lr 0.01",
        "λ 1 · lr 0.1",
    ]


def test_alone_a_trial_is_what_the_options_of_train_make() -> None:
    plan = planned("layers.0.l2=0.5", "optimizer.kind=adam", "data.train=30", "batch_size=5")
    alone = plan.alone(plan.trials[0])
    wanted = small()
    for path, value in plan.settings(plan.trials[0]).items():
        wanted = edited(wanted, path, value)
    assert alone.model_copy(update={"lanes": wanted.lanes}) == wanted
    assert value_at(alone, "layers.0.l2") == 0.5


def test_settings_are_named_as_lanes_are() -> None:
    plan: Plan = planned("l2=0.01", "batch_size=5", "optimizer.kind=adam", "layers.0.units=7")
    assert plan.setting_name(plan.trials[0]) == "λ 0.01 · batch 5 · Adam · layer 1 units 7"


@pytest.mark.parametrize(
    ("grid", "random", "asked", "said"),
    [
        (("l2=-1",), (), {}, "layers.*.l2"),
        (("optimizer.speed=1",), (), {}, "optimizer.speed"),
        (("layers.9.units=1",), (), {}, "layers.9.units"),
        (("lanes.0.l2=1",), (), {}, "every lane is swept"),
        (("l2=0", "layers.*.l2=1"), (), {}, "swept twice"),
        (("seed=1,2",), (), {}, "--seeds N"),
        (("steps=1,2",), (), {"halving": True}, "--halving"),
        (("l2=0",), (), {"seeds": 0}, "--seeds"),
        ((), ("l2=0..1",), {"draw": 1000, "seeds": 1000}, "1000000 trials are too many"),
        ((), ("l2=0..1",), {"draw": 10**15}, "trials are too many"),  # more than can be made, so none of them was
        ((), ("layers.*.rate=0..3",), {}, "layers.*.rate"),
        (("data.train=0",), (), {}, "data.train"),
    ],
)
def test_what_cannot_be_swept_is_said_in_a_sentence(
    grid: tuple[str, ...], random: tuple[str, ...], asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(PlaygroundError) as caught:
        planned(*grid, random=random, **asked)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_log_range_never_leaves_its_bounds() -> None:
    values = draws(Range("a", 1e-4, 1.0, log=True), 2000, 5, whole=False)
    assert 1e-4 <= min(values) < 1.2e-4
    assert math.isclose(max(values), 1.0, rel_tol=0.02)
