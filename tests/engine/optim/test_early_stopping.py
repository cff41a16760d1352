"""Early stopping: which lanes stop and when, what they go back to, and what is reported of them."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.nn.layers.dense import DenseSpec
from engine.nn.network import Network
from engine.optim.schedules import ConstantSchedule, PlateauSchedule
from engine.optim.stopping import BestLooks, EarlyStopping, next_look
from engine.store.model_files import load_model, save_model
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.train.history.history import MEASURES
from engine.train.kept.run_state import capture, restore
from engine.train.trainer import Trainer
from tests.engine.helpers import blobs, dense, lane, lane_bytes, recipe, small_net, trained

EVERY, PATIENCE = 5, 3
STEPS = 60
"""Two of the lanes have stopped long before."""


def overfitting(**stopping: Any) -> Experiment:
    """Two lanes whose test loss turns upwards at different times, and one that has just begun."""
    lanes = [lane("quick", learning_rate=0.5), lane("middling", learning_rate=0.15), lane("slow", learning_rate=0.001)]
    settings = {"on": True, "every": EVERY, "patience": PATIENCE, "minimum_change": 0.0, **stopping}
    return small_net(rate=0.0, lanes=lanes, early_stopping=settings)


def followed(experiment: Experiment, steps: int) -> tuple[list[list[float]], list[list[list[bytes]]]]:
    """What each lane would do without stopping: its test loss and parameters at each multiple of EVERY."""
    endless = edited(experiment, "early_stopping.on", False)
    trainer = Trainer(endless, blobs())
    losses: list[list[float]] = []
    states: list[list[list[bytes]]] = []
    for _ in range(steps // EVERY):
        trainer.run(EVERY)
        trainer.measure()
        losses.append([of.test_data_loss for of in trainer.snapshot().lanes])
        states.append([lane_bytes(trainer, index) for index in range(len(endless.lanes))])
    return losses, states


def first_stop(losses: list[float]) -> tuple[int, int] | None:
    """(look of the best loss, look of the stop), by going through the losses with pencil and paper."""
    for stop in range(PATIENCE, len(losses)):
        best = min(range(stop + 1), key=lambda look: losses[look])
        if stop - best >= PATIENCE:
            return best, stop
    return None


def test_lanes_stop_where_their_test_loss_has_turned_and_go_back_to_their_best() -> None:
    experiment, steps = overfitting(), STEPS
    losses, states = followed(experiment, steps)
    trainer = trained(experiment, blobs(), steps)
    stopped = 0
    for index, of in enumerate(trainer.snapshot().lanes):
        expected = first_stop([at[index] for at in losses])
        if expected is None:
            assert of.stopped_at is None
            assert lane_bytes(trainer, index) == states[-1][index]
            continue
        best, stop = expected
        stopped += 1
        assert (of.best_at, of.stopped_at) == ((best + 1) * EVERY, (stop + 1) * EVERY)
        assert lane_bytes(trainer, index) == states[best][index]
        assert of.test_data_loss == losses[best][index]
        assert of.diverged_at is None
    assert stopped == 2
    assert trainer.active.tolist() == [2]
    assert trainer.step == steps


def test_without_restoring_the_weights_stay_as_they_are() -> None:
    experiment = overfitting(restore_best=False)
    losses, states = followed(experiment, STEPS)
    trainer = trained(experiment, blobs(), STEPS)
    expected = first_stop([at[0] for at in losses])
    assert expected is not None
    best, stop = expected
    of = trainer.snapshot().lanes[0]
    assert (of.best_at, of.stopped_at) == ((best + 1) * EVERY, (stop + 1) * EVERY)
    assert lane_bytes(trainer, 0) == states[stop][0]
    assert of.restored_from is None
    assert of.test_data_loss == losses[stop][0]


def test_the_curves_keep_what_training_came_to_when_a_lane_stopped(tmp_path: Path) -> None:
    """At the step of the stop they do not say what was measured of the best weights, of another step; nor afterwards,
    nor where the run was saved and goes on."""
    losses, _ = followed(overfitting(), STEPS)
    trainer = Trainer(overfitting(), blobs())
    trainer.run(STEPS // 2)
    save_checkpoint(capture(trainer), tmp_path / "run.npz")
    again = restore(load_checkpoint(tmp_path / "run.npz"), blobs())
    for run in (trainer, again):
        run.run(STEPS // 2)
        run.measure()
        of = run.snapshot().lanes[0]
        assert of.stopped_at is not None
        assert of.best_at is not None
        assert of.restored_from == of.best_at
        best, end = (losses[step // EVERY - 1][0] for step in (of.best_at, of.stopped_at))
        assert of.test_data_loss == of.best_loss == best < end
        assert run.history.view().measure("test_data_loss")[-1, 0] == np.float32(end)


def test_figures_of_a_stopped_lane_go_on_being_reported() -> None:
    trainer = trained(overfitting(), blobs(), STEPS)
    before = trainer.snapshot().lanes[0]
    assert all(math.isfinite(getattr(before, measure)) for measure in MEASURES)
    trainer.run(50)
    trainer.measure()
    assert trainer.snapshot().lanes[0] == before
    view = trainer.history.view()
    np.testing.assert_array_equal(view.values[-1, :, 0], view.values[-2, :, 0])
    assert (view.values[-1, :, 2] != view.values[-2, :, 2]).any()
    assert not trainer.snapshot().all_left


def test_a_lane_among_others_equals_the_lane_alone() -> None:
    experiment = overfitting()
    together = trained(experiment, blobs(), STEPS)
    for index, spec in enumerate(experiment.lanes):
        single = trained(experiment.model_copy(update={"lanes": (spec,)}), blobs(), STEPS)
        assert lane_bytes(single, 0) == lane_bytes(together, index)
        assert single.snapshot().lanes[0] == together.snapshot().lanes[index]


def test_stops_depend_neither_on_measuring_nor_on_slices() -> None:
    experiment = overfitting()
    at_once = trained(experiment, blobs(), STEPS)
    bit_by_bit = Trainer(experiment, blobs())
    rng = np.random.default_rng(0)
    while bit_by_bit.step < STEPS:
        bit_by_bit.run(min(int(rng.integers(1, 12)), STEPS - bit_by_bit.step))
        if rng.random() < 0.5:
            bit_by_bit.measure()
    bit_by_bit.measure()
    assert bit_by_bit.snapshot().lanes == at_once.snapshot().lanes
    for index in range(len(experiment.lanes)):
        assert lane_bytes(bit_by_bit, index) == lane_bytes(at_once, index)


def test_the_run_ends_when_all_lanes_have_stopped() -> None:
    experiment = overfitting(minimum_change=50.0)  # only the first look is an improvement
    losses, states = followed(experiment, (1 + PATIENCE) * EVERY)
    trainer = trained(experiment, blobs(), 1000)
    assert trainer.step == (1 + PATIENCE) * EVERY
    snapshot = trainer.snapshot()
    assert snapshot.all_left
    assert not snapshot.all_diverged
    assert [of.stopped_at for of in snapshot.lanes] == [trainer.step] * 3
    lowest = [min(range(len(losses)), key=lambda look: losses[look][lane]) for lane in range(3)]
    assert [of.best_at for of in snapshot.lanes] == [(look + 1) * EVERY for look in lowest]
    assert [of.restored_from for of in snapshot.lanes] == [of.best_at for of in snapshot.lanes]
    for index, look in enumerate(lowest):  # whatever the minimum change is
        assert lane_bytes(trainer, index) == states[look][index]
        assert snapshot.lanes[index].test_data_loss == losses[look][index]
    assert max(lowest) > 0
    rates = [of.learning_rate for of in snapshot.lanes]
    assert rates == [0.5, 0.15, 0.001]
    trainer.run(10)
    assert trainer.step == (1 + PATIENCE) * EVERY


def test_a_lane_that_diverges_does_not_stop() -> None:
    """Its test loss is infinite at the looks before a training output is."""
    stopping = {"on": True, "every": 1, "patience": 5, "minimum_change": 50.0}
    experiment = recipe(
        *[dense(8), dense(8), dense(8), dense(3)],
        loss="mean_squared_error",
        lanes=[lane("wild", learning_rate=100.0), lane("tame", learning_rate=0.0001)],
        early_stopping=stopping,
    )
    wild, tame = trained(experiment, blobs(), 40).snapshot().lanes
    assert wild.diverged_at is not None
    assert wild.stopped_at is None
    assert math.isnan(wild.test_data_loss)
    assert tame.stopped_at == 6


PATIENCES: list[tuple[int, float, list[float], int]] = [
    # patience, minimum change, losses, and which look is the best of all; the last one stops it. Counted by hand.
    (1, 0.0, [1.0, 0.5, 0.5], 1),
    (2, 0.0, [1.0, 2.0, 2.0], 0),
    (2, 0.0, [1.0, 1.2, 0.9, 0.95, 0.9], 2),
    (3, 0.0, [1.0, 2.0, 2.0, 0.5, 2.0, 2.0, 0.6], 3),
    # 0.875 is lower by less, 0.75 by just that much: both are better, and no improvement
    (2, 0.25, [1.0, 0.875, 0.75], 2),
    (2, 0.25, [1.0, 0.875, 0.625, 0.5, 0.55], 3),
]


@pytest.mark.parametrize(("patience", "change", "losses", "best"), PATIENCES)
def test_patience_as_counted_by_hand(patience: int, change: float, losses: list[float], best: int) -> None:
    spec = EarlyStopping(on=True, patience=patience, minimum_change=change)
    network, looks, stops = Network([DenseSpec(units=2)], (1,), 1), BestLooks(1), []
    for step, loss in enumerate(losses):
        network.parameters[:] = step
        stops.append(len(looks.look(spec, network, np.array([0]), step, np.array([loss]))))
    assert stops == [0] * (len(losses) - 1) + [1]
    assert looks.best_at(0) == best
    state = looks.take_state(0)
    assert state is not None
    assert set(state.tolist()) == {best}


def test_looks_that_are_no_number_do_not_count() -> None:
    spec = EarlyStopping(on=True, patience=2, minimum_change=0.0)
    network = Network([DenseSpec(units=2)], (1,), 1)
    looks, lanes = BestLooks(1), np.array([0])
    stops = [
        len(looks.look(spec, network, lanes, step, np.array([loss])))
        for step, loss in enumerate([1.0, math.nan, math.inf, 1.0, 1.0])
    ]
    assert stops == [0, 0, 0, 0, 1]
    assert looks.best_at(0) == 0


# --- live -------------------------------------------------------------------------------------------------------------


def test_it_can_be_switched_on_and_off_while_training() -> None:
    experiment = overfitting(on=False, minimum_change=50.0)
    trainer = trained(experiment, blobs(), 12)
    assert trainer.snapshot().lanes[0].best_at is None
    trainer.apply(edited(experiment, "early_stopping.on", True))
    trainer.run(3)  # a look at 15
    assert trainer.snapshot().lanes[0].best_at == 15
    trainer.run(5)  # and one at 20, which is lower, but not by so much that it counts
    assert trainer.snapshot().lanes[0].best_at == 20
    trainer.apply(experiment)
    trainer.run(80)
    assert trainer.snapshot().lanes[0].stopped_at is None
    trainer.apply(edited(experiment, "early_stopping.on", True))
    trainer.run(5 * EVERY)
    assert all(of.best_at is not None and of.best_at >= 105 for of in trainer.snapshot().lanes), "looks from then on"
    assert [of.stopped_at for of in trainer.snapshot().lanes] == [120] * 3


def test_lanes_that_have_stopped_stay_so_whatever_changes() -> None:
    experiment = overfitting()
    trainer = trained(experiment, blobs(), STEPS)
    before, parameters = trainer.snapshot().lanes[0], lane_bytes(trainer, 0)
    for path, value in (("early_stopping.on", False), ("layers.*.l2", 0.5), ("schedule.kind", "cosine")):
        trainer.apply(edited(trainer.experiment, path, value))
        trainer.run(10)
    trainer.measure()
    after = trainer.snapshot().lanes[0]
    assert (after.stopped_at, after.best_at, after.test_loss) == (before.stopped_at, before.best_at, before.test_loss)
    assert lane_bytes(trainer, 0) == parameters


def test_a_model_holds_the_restored_weights(tmp_path: Any) -> None:
    trainer = trained(overfitting(), blobs(), STEPS)
    save_model(trainer, tmp_path / "model.npz")
    saved = load_model(tmp_path / "model.npz").lanes[0]
    assert [array.tobytes() for layer in saved for array in layer.values()] == lane_bytes(trainer, 0)


def test_parameters_are_not_taken_where_a_lane_has_left() -> None:
    trainer = trained(overfitting(), blobs(), STEPS)
    with pytest.raises(ValueError, match="left"):
        trainer.set_parameters([trainer.lane_parameters(index) for index in range(3)])


def test_the_next_look_is_at_the_next_multiple_of_whoever_wants_one() -> None:
    stopping, plateau = EarlyStopping(on=True, every=10), PlateauSchedule(every=4)
    assert [next_look(step, plateau, stopping) for step in (0, 3, 4, 8, 9, 10, 12, 18)] == [4, 4, 8, 10, 10, 12, 16, 20]
    assert [next_look(step, ConstantSchedule(), stopping) for step in (0, 9, 10)] == [10, 10, 20]
    assert next_look(5, ConstantSchedule(), EarlyStopping(on=False)) is None


def test_who_was_better_at_a_look_is_found_and_the_end_may_itself_be_the_best() -> None:
    looks = BestLooks(5)
    looks.lowest[:4], looks.lowest_at[:4] = [0.5, 0.5, 0.5, 0.5], [10, 20, 30, 40]  # nobody has looked at the last
    now = np.array([0.6, 0.5, 0.4, np.nan, 0.1])
    assert looks.better_than(now, np.arange(5)) == {0: 10, 3: 40}
    assert looks.better_than(now, np.array([1, 3, 4])) == {3: 40}  # the others have left the network
