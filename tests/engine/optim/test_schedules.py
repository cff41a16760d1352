"""Learning-rate schedules: by hand, against torch's schedulers, and what a trainer makes of them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.export.schedule_code import rate_code
from engine.fields import field_info
from engine.optim.schedules import (
    SCHEDULES,
    ConstantSchedule,
    CosineSchedule,
    ExponentialSchedule,
    LearningRates,
    Plateau,
    PlateauSchedule,
    ScheduleSpec,
    StepSchedule,
    rate_factor,
)
from engine.optim.stopping import EarlyStopping
from engine.train.trainer import Trainer
from tests.engine.helpers import blobs, dataset_of, dense, lane, lane_bytes, recipe, small_net, trained

KINDS: list[dict[str, Any]] = [
    {"kind": "constant", "warm_up": 7},
    {"kind": "step", "every": 5, "factor": 0.5},
    {"kind": "exponential", "half_life": 6, "warm_up": 3},
    {"kind": "cosine", "over": 20, "lowest": 0.1},
    {"kind": "plateau", "every": 3, "patience": 1, "minimum_change": 0.05},
]


# --- by hand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spec", "factors"),
    [
        (ConstantSchedule(), {0: 1.0, 10**9: 1.0}),
        (ConstantSchedule(warm_up=4), {0: 0.25, 1: 0.5, 2: 0.75, 3: 1.0, 4: 1.0}),
        (StepSchedule(every=10, factor=0.5), {0: 1.0, 9: 1.0, 10: 0.5, 19: 0.5, 20: 0.25, 31: 0.125}),
        (StepSchedule(every=2, factor=0.5, warm_up=2), {0: 0.5, 1: 1.0, 2: 1.0, 3: 1.0, 4: 0.5, 6: 0.25}),
        (ExponentialSchedule(half_life=10), {0: 1.0, 5: math.sqrt(0.5), 10: 0.5, 30: 0.125}),
        (CosineSchedule(over=8), {0: 1.0, 4: 0.5, 8: 0.0, 9: 0.0, 1000: 0.0}),
        (CosineSchedule(over=8, lowest=0.2), {0: 1.0, 4: 0.6, 8: 0.2, 1000: 0.2}),
        (CosineSchedule(over=6), {2: 0.75, 4: 0.25}),  # cos 60 deg = 1/2
        (PlateauSchedule(warm_up=2), {0: 0.5, 1: 1.0, 2: 1.0, 10**6: 1.0}),
    ],
)
def test_factors_worked_out_by_hand(spec: ScheduleSpec, factors: dict[int, float]) -> None:
    for step, factor in factors.items():
        assert rate_factor(spec, step) == pytest.approx(factor, abs=1e-15), step


def test_a_rate_that_has_faded_is_zero() -> None:
    assert rate_factor(ExponentialSchedule(half_life=1), 39) > 0
    for step in (40, 10**9):
        assert rate_factor(ExponentialSchedule(half_life=1), step) == 0
    assert rate_factor(StepSchedule(every=1, factor=0.1), 10**9) == 0


def test_a_plateau_lowers_the_rate_of_the_lane_that_waits() -> None:
    """Two lanes, patience 2: the first one keeps falling, the second falls by too little after its first look."""
    spec = PlateauSchedule(factor=0.5, patience=2, minimum_change=0.1)
    plateau, lanes = Plateau(3), np.array([0, 2])
    seen = []
    for look, losses in enumerate(([1.0, 1.0], [0.8, 0.95], [0.6, 0.9], [0.4, 0.9], [0.2, math.nan], [0.1, 0.95])):
        plateau.look(spec, lanes, look, np.array(losses))
        seen.append(plateau.factor.tolist())
    # The look that is no number does not count; the last one is the second of the second wait.
    assert seen == [[1, 1, 1], [1, 1, 1], [1, 1, 0.5], [1, 1, 0.5], [1, 1, 0.5], [1, 1, 0.25]]


def test_nothing_is_allocated_where_nothing_changes() -> None:
    rates = LearningRates(StepSchedule(every=10, factor=0.5), np.array([[0.1], [0.2]], np.float32))
    now = rates.now
    for step, first in ((0, 0.1), (9, 0.1), (10, 0.05), (25, 0.025)):
        rates.follow(step)
        assert rates.now is now
        assert now[:, 0] == pytest.approx([first, 2 * first])
    assert not LearningRates(ConstantSchedule(), np.ones((1, 1))).are_moving
    assert LearningRates(ConstantSchedule(warm_up=1), np.ones((1, 1))).are_moving


# --- against torch ----------------------------------------------------------------------------------------------------


def torch_rates(make: Any, losses: list[float] | None = None, steps: int = 40) -> list[float]:
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = make(torch.optim.lr_scheduler, optimizer)
    rates = []
    for step in range(steps if losses is None else len(losses)):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        scheduler.step(*([] if losses is None else [losses[step]]))
    return rates


@pytest.mark.oracle
@pytest.mark.parametrize(
    ("spec", "make"),
    [
        (StepSchedule(every=7, factor=0.3), lambda of, o: of.StepLR(o, 7, 0.3)),
        (ExponentialSchedule(half_life=9), lambda of, o: of.ExponentialLR(o, 0.5 ** (1 / 9))),
        (CosineSchedule(over=39, lowest=0.1), lambda of, o: of.CosineAnnealingLR(o, 39, 0.1)),
        (ConstantSchedule(warm_up=10), lambda of, o: of.LinearLR(o, 0.1, 1.0, 9)),
    ],
)
def test_torch_has_the_same_rates(spec: ScheduleSpec, make: Any) -> None:
    assert [rate_factor(spec, step) for step in range(40)] == pytest.approx(torch_rates(make), rel=1e-9)


PLATEAUS: list[tuple[int, float, list[tuple[float, float]]]] = [
    # patience, minimum change, and for each look: its loss, and the factor behind it. Counted by hand.
    (1, 0.0, [(1.0, 1), (1.1, 0.5), (1.1, 0.25), (0.9, 0.25), (0.8, 0.25), (0.8, 0.125)]),
    (2, 0.0, [(1.0, 1), (2.0, 1), (2.0, 0.5), (2.0, 0.5), (2.0, 0.25)]),
    (2, 0.0, [(1.0, 1), (1.2, 1), (0.9, 1), (0.95, 1), (0.9, 0.5), (0.91, 0.5), (0.8, 0.5), (0.9, 0.5), (0.8, 0.25)]),
    (3, 0.0, [(1.0, 1), (2.0, 1), (2.0, 1), (0.5, 1), (2.0, 1), (2.0, 1), (2.0, 0.5)]),
    # 0.875 is lower by less, 0.75 by just that much, 0.625 by more
    (2, 0.25, [(1.0, 1), (0.875, 1), (0.75, 0.5), (0.625, 0.5), (0.5, 0.5), (0.375, 0.25)]),
    # what is no number is no look
    (2, 0.0, [(1.0, 1), (1.5, 1), (math.nan, 1), (math.inf, 1), (1.5, 0.5)]),
]


@pytest.mark.parametrize(("patience", "change", "looks"), PLATEAUS)
def test_patience_as_counted_by_hand(patience: int, change: float, looks: list[tuple[float, float]]) -> None:
    spec = PlateauSchedule(factor=0.5, patience=patience, minimum_change=change)
    plateau, factors = Plateau(1), []
    for step, (loss, _) in enumerate(looks):
        plateau.look(spec, np.array([0]), step, np.array([loss]))
        factors.append(float(plateau.factor[0]))
    assert factors == [factor for _, factor in looks]


def test_the_help_of_patience_says_whose_it_is() -> None:
    assert "Keras" in field_info(PlateauSchedule, "patience").help
    assert "PyTorch's patience is one less" in field_info(PlateauSchedule, "patience").help
    assert "Keras" in field_info(EarlyStopping, "patience").help


@pytest.mark.oracle
def test_torch_sees_the_same_plateaus() -> None:
    losses = np.random.default_rng(3).normal(1, 0.2, 60).cumsum().tolist()[::-1] + [5.0] * 20
    spec = PlateauSchedule(factor=0.5, patience=3, minimum_change=0.3)
    plateau, ours = Plateau(1), []
    for look, loss in enumerate(losses):
        ours.append(float(plateau.factor[0]))
        plateau.look(spec, np.array([0]), look, np.array([loss]))

    def make(of: Any, optimizer: Any) -> Any:  # torch drops the rate after more than its patience
        return of.ReduceLROnPlateau(optimizer, factor=0.5, patience=2, threshold=0.3, threshold_mode="abs", eps=0)

    assert min(ours) < 0.1
    assert ours == pytest.approx(torch_rates(make, losses))


# --- in a trainer -----------------------------------------------------------------------------------------------------


def test_every_step_takes_its_own_rate() -> None:
    """One weight for each of two classes, inputs of zero but for the bias: its gradient is p - y, worked out here."""
    data = dataset_of([[0.0]], [0], n_classes=2)
    schedule = {"kind": "step", "every": 2, "factor": 0.1, "warm_up": 2}
    sgd = {"kind": "sgd", "learning_rate": 0.5}
    trainer = Trainer(recipe(dense(2), optimizer=sgd, schedule=schedule, sampling="full"), data, dtype=np.float64)
    z = 0.0  # b_0 = z, b_1 = -z
    for rate in (0.25, 0.5, 0.5, 0.5, 0.05, 0.05, 0.005):
        assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(rate)
        trainer.run(1)
        z += rate * (1 - 1 / (1 + math.exp(-2 * z)))
        assert trainer.lane_parameters(0)[0]["bias"] == pytest.approx([z, -z], rel=1e-12)


def experiment_of(schedule: dict[str, Any], **fields: Any) -> Experiment:
    lanes = [lane("a"), lane("b", learning_rate=0.3, seed=5), lane("c", learning_rate=20.0), lane("d", l2=0.2)]
    return small_net(schedule=schedule, **{"lanes": lanes, "optimizer": {"kind": "adam"}, **fields})


@pytest.mark.parametrize("schedule", KINDS, ids=lambda schedule: schedule["kind"])
def test_a_lane_among_others_equals_the_lane_alone(schedule: dict[str, Any]) -> None:
    experiment = experiment_of(schedule)
    together = trained(experiment, blobs(), 40)
    for index, spec in enumerate(experiment.lanes):
        single = trained(experiment.model_copy(update={"lanes": (spec,)}), blobs(), 40)
        assert lane_bytes(single, 0) == lane_bytes(together, index)
        assert single.snapshot().lanes[0] == together.snapshot().lanes[index]


@pytest.mark.parametrize("schedule", KINDS, ids=lambda schedule: schedule["kind"])
def test_rates_depend_neither_on_measuring_nor_on_slices(schedule: dict[str, Any]) -> None:
    experiment = experiment_of(schedule)
    at_once = trained(experiment, blobs(), 40)
    bit_by_bit = Trainer(experiment, blobs())
    for steps in (1, 2, 3, 5, 1, 1, 8, 4, 9, 6):
        bit_by_bit.run(steps)
        if steps % 2:
            bit_by_bit.measure()
    bit_by_bit.measure()
    for index in range(len(experiment.lanes)):
        assert lane_bytes(bit_by_bit, index) == lane_bytes(at_once, index)
    assert bit_by_bit.snapshot().lanes == at_once.snapshot().lanes


def test_a_plateau_acts_in_training_lane_by_lane() -> None:
    """A lane that hardly moves finds nothing better at any look; one that learns keeps its rate."""
    lanes = [lane("slow", learning_rate=1e-9), lane("quick", learning_rate=0.1)]
    schedule = {"kind": "plateau", "every": 10, "patience": 2, "factor": 0.5, "minimum_change": 0.001}
    trainer = trained(small_net(schedule=schedule, lanes=lanes, rate=0.0), blobs(), 30)
    slow, quick = trainer.snapshot().lanes
    assert slow.learning_rate == pytest.approx(0.5e-9)
    assert quick.learning_rate == pytest.approx(0.1)
    trainer.run(19)
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.5e-9)
    trainer.run(1)
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.25e-9)


def test_a_schedule_changes_live_and_counts_all_steps() -> None:
    experiment = small_net(optimizer={"kind": "sgd", "learning_rate": 0.8})
    trainer = trained(experiment, blobs(), 10)
    changed = edited(edited(experiment, "schedule.kind", "exponential"), "schedule.half_life", 5)
    trainer.apply(changed)
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.2)
    assert {mark.path for mark in trainer.history.view().marks} == {"schedule.kind", "schedule.half_life"}
    trainer.run(5)
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.1)
    trainer.apply(experiment)
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.8)


def test_other_changes_leave_a_plateau_where_it_is() -> None:
    schedule = {"kind": "plateau", "every": 1, "patience": 1, "factor": 0.5, "minimum_change": 100.0}
    experiment = small_net(schedule=schedule, optimizer={"kind": "sgd", "learning_rate": 0.8})
    trainer = trained(experiment, blobs(), 3)  # the first look is always an improvement
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.2)
    trainer.apply(edited(experiment, "optimizer.learning_rate", 0.4))
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.1)
    trainer.apply(edited(experiment, "schedule.kind", "constant"))
    trainer.apply(experiment)
    assert trainer.snapshot().lanes[0].learning_rate == pytest.approx(0.8)


# --- what every schedule keeps to -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SCHEDULES.values(), ids=list(SCHEDULES))
def test_scripts_get_the_same_factors(kind: type[ScheduleSpec]) -> None:
    for warm_up in (0, 7):
        spec = kind(warm_up=warm_up)
        factors = [rate_factor(spec, step) for step in range(0, 2 * spec.extent() + 30, 3)]
        scope: dict[str, Any] = {"math": math}
        exec(rate_code(spec), scope)
        follow = scope.get("rate_factor", lambda step: 1.0)
        assert [follow(step) for step in range(0, 2 * spec.extent() + 30, 3)] == factors
        assert all(0 <= factor <= 1 for factor in factors)
        assert spec.is_level == (set(factors[3:]) == {1.0})


@pytest.mark.parametrize("kind", SCHEDULES.values(), ids=list(SCHEDULES))
def test_it_either_follows_the_steps_or_looks_at_the_test_loss(kind: type[ScheduleSpec]) -> None:
    spec, plateau = kind(), Plateau(2)
    for step in range(30):
        spec.look(plateau, np.array([0]), step, np.array([1.0]))
    assert plateau.factor[1] == 1
    assert (plateau.factor[0] < 1) == (spec.look_every is not None)
    assert kind.title
    assert kind.help.endswith(".")
