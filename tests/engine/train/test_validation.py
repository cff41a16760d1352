"""Validation rows decide when to stop, and nothing else; the test set stays sealed until it is opened."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.errors import ModelError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.store.experiment_files import save_history
from engine.store.run_files import load_checkpoint, save_checkpoint
from engine.train.history.history import MEASURES
from engine.train.kept.run_state import capture, restore
from engine.train.kept.timeline import Timeline, in_the_past, past_trainer
from engine.train.openings import Openings
from engine.train.trainer import Trainer
from tests.engine.helpers import blobs, lane, lane_bytes, small_net, trained

LANES = [lane("quick", learning_rate=0.5), lane("middling", learning_rate=0.15), lane("slow", learning_rate=0.001)]
STOPPING = {"on": True, "every": 5, "patience": 3, "minimum_change": 0.0}
PLATEAU = {"kind": "plateau", "every": 5, "patience": 2, "minimum_change": 0.0}


def net(**fields: Any) -> Experiment:
    """Three lanes that overfit, at different times."""
    return small_net(**{"rate": 0.0, "lanes": LANES, **fields})


def with_validation(data: Dataset, rows: Dataset) -> Dataset:
    """The same training and test rows, and the test rows of another dataset as validation rows."""
    return replace(data, valid_x=rows.test_x, valid_y=rows.test_y)


def other_rows() -> Dataset:
    """The same training rows as those of `blobs`, and other test rows."""
    data = blobs(test=15)
    more = blobs(test=30)
    assert np.array_equal(data.train_x, more.train_x)
    return replace(data, test_x=more.test_x[15:], test_y=more.test_y[15:])


VALIDATED = with_validation(other_rows(), blobs())
"""What `blobs` tests with validates here, and other rows test."""


def test_rows_that_nobody_looks_at_change_nothing() -> None:
    experiment = net(rate=0.25)
    plain, validated = (trained(experiment, data, 120) for data in (other_rows(), VALIDATED))
    for index in range(len(LANES)):
        assert lane_bytes(plain, index) == lane_bytes(validated, index)
    np.testing.assert_array_equal(plain.history.view().values, validated.history.view().values[:, : len(MEASURES)])
    assert not plain.history.view().has_validation


@pytest.mark.parametrize("restore_best", [False, True])
@pytest.mark.parametrize("schedule", [{"kind": "constant"}, PLATEAU])
def test_they_stop_a_run_just_as_the_same_rows_did_as_test_rows(restore_best: bool, schedule: dict[str, Any]) -> None:
    experiment = net(early_stopping={**STOPPING, "restore_best": restore_best}, schedule=schedule)
    before, after = (trained(experiment, data, 300) for data in (blobs(), VALIDATED))
    assert before.stopped_at == after.stopped_at
    assert 0 < len(before.stopped_at) < len(LANES)
    before.end()
    after.end()
    assert before.restored == after.restored
    for old, new in zip(before.snapshot().lanes, after.snapshot().lanes, strict=True):
        assert (old.best_at, old.best_loss, old.learning_rate) == (new.best_at, new.best_loss, new.learning_rate)
        assert (old.test_data_loss, old.test_accuracy, old.gap) == (new.valid_data_loss, new.valid_accuracy, new.gap)
        assert old.held_out_accuracy == new.held_out_accuracy
    for index in range(len(LANES)):
        assert lane_bytes(before, index) == lane_bytes(after, index)


def test_they_are_measured_as_test_rows_are() -> None:
    same = with_validation(blobs(), blobs())
    view = trained(net(), same, 40, threads=2).history.view()
    for name in ("loss", "data_loss", "accuracy"):
        np.testing.assert_array_equal(view.measure(f"valid_{name}"), view.measure(f"test_{name}"))
        np.testing.assert_array_equal(view.measure(f"held_out_{name}"), view.measure(f"test_{name}"))


def test_without_them_the_test_rows_are_held_out_and_never_sealed() -> None:
    trainer = trained(net(), blobs(), 10, seals_test=True)
    (of, *_), view = trainer.snapshot().lanes, trainer.history.view()
    assert not trainer.snapshot().is_test_sealed
    assert (of.held_out_data_loss, of.held_out_accuracy) == (of.test_data_loss, of.test_accuracy)
    assert math.isfinite(of.test_accuracy)
    assert math.isnan(of.valid_accuracy)
    np.testing.assert_array_equal(view.measure("held_out_loss"), view.measure("test_loss"))


# --- the test set ---------------------------------------------------------------------------------------------------


def sealed(experiment: Experiment, steps: int) -> Trainer:
    """As in the window."""
    return trained(experiment, VALIDATED, steps, seals_test=True)


def test_a_sealed_test_set_shows_nothing_and_changes_nothing() -> None:
    experiment = net(early_stopping=STOPPING)
    hidden, known = sealed(experiment, 300), trained(experiment, VALIDATED, 300)
    tests = [MEASURES.index("test_data_loss"), MEASURES.index("test_accuracy")]
    there = np.delete(np.arange(7), tests)
    assert hidden.snapshot().is_test_sealed
    assert np.isnan(hidden.history.view().values[:, tests]).all()
    assert np.isnan(hidden.measured[tests]).all()
    np.testing.assert_array_equal(hidden.measured[there], known.measured[there])
    for index in range(len(LANES)):
        assert lane_bytes(hidden, index) == lane_bytes(known, index)


def test_opened_it_shows_what_was_there_all_the_time_and_is_sealed_with_the_next_step() -> None:
    experiment = net(early_stopping=STOPPING)
    hidden, known = sealed(experiment, 300), trained(experiment, VALIDATED, 300)
    assert hidden.stopped_at
    points = len(hidden.history)
    hidden.open_test_set()
    assert not hidden.snapshot().is_test_sealed
    assert hidden.snapshot().openings == Openings((300,))
    np.testing.assert_array_equal(hidden.measured, known.measured)
    assert len(hidden.history) == points
    active = hidden.active
    np.testing.assert_array_equal(
        hidden.history.view().measure("test_loss")[-1, active], known.history.view().measure("test_loss")[-1, active]
    )
    for trainer in (hidden, known):
        trainer.run(20)
        trainer.measure()
    assert hidden.is_test_sealed
    assert all(math.isnan(of.test_accuracy) for of in hidden.snapshot().lanes)
    assert hidden.openings.count == 1
    for index in range(len(LANES)):
        assert lane_bytes(hidden, index) == lane_bytes(known, index)


def test_looks_are_counted_once_a_step() -> None:
    trainer = sealed(net(), 5)
    for steps in (0, 0, 3, 0):
        trainer.run(steps)
        trainer.open_test_set()
    assert trainer.openings == Openings((5, 8))


def test_looks_from_beyond_a_step_and_from_other_runs_are_earlier_ones() -> None:
    assert Openings((3, 9), 1).of_run(5, 0) == Openings((3,), 2)
    assert Openings((3,)).of_run(5, 4) == Openings((3,), 3)
    assert Openings().of_run(0, 2).count == 2


def test_the_past_shows_the_test_figures_of_the_steps_at_which_it_was_opened() -> None:
    trainer = Trainer(net(), VALIDATED, seals_test=True)
    timeline = Timeline()
    for step in (0, 10, 20, 30):
        trainer.run(step - trainer.step)
        trainer.measure()
        timeline.take(trainer)
        if step == 10:
            trainer.open_test_set()
    for step in (10, 20):
        moment = timeline.at(step)
        assert moment is not None
        shown = in_the_past(past_trainer(moment, trainer).snapshot(), trainer)
        assert shown.is_test_sealed == math.isnan(shown.lanes[0].test_accuracy) == (step != 10)
        assert shown.openings == trainer.openings
    known = trained(net(), VALIDATED, 10)
    moment = timeline.at(10)
    assert moment is not None
    np.testing.assert_array_equal(
        past_trainer(moment, trainer).groups[0].alone(0).parameters, known.groups[0].alone(0).parameters
    )


# --- files ----------------------------------------------------------------------------------------------------------


def test_a_run_file_keeps_validation_figures_and_looks(tmp_path: Path) -> None:
    experiment = net(early_stopping=STOPPING)
    through, halved = sealed(experiment, 40), sealed(experiment, 40)
    for trainer in (through, halved):
        trainer.open_test_set()
    save_checkpoint(capture(halved), tmp_path / "half.run")
    again = restore(load_checkpoint(tmp_path / "half.run"), VALIDATED, seals_test=True)
    assert again.openings == Openings((40,))
    np.testing.assert_array_equal(again.measured, through.measured)
    for trainer in (through, again):
        trainer.run(260)
        trainer.measure()
    assert through.stopped_at == again.stopped_at != {}
    np.testing.assert_array_equal(through.history.view().values, again.history.view().values)


def test_a_file_that_knows_nothing_of_the_validation_rows_is_refused(tmp_path: Path) -> None:
    save_checkpoint(capture(sealed(net(), 10)), tmp_path / "a.run")
    checkpoint = load_checkpoint(tmp_path / "a.run")
    (group,) = checkpoint.groups
    short = replace(group.history, values=group.history.values[:, :5])
    forged = replace(checkpoint, groups=(replace(group, history=short),))
    with pytest.raises(ModelError, match="no longer holds the rows"):
        restore(forged, VALIDATED)


def test_validation_columns_stand_behind_the_others_where_there_are_such_rows(tmp_path: Path) -> None:
    lines = {}
    for name, data in (("plain", blobs()), ("validated", VALIDATED)):
        trainer = trained(net(), data, 10)
        save_history(trainer.history.view(), ["a", "b", "c"], tmp_path / name)
        lines[name] = (tmp_path / name).read_text().splitlines()
    columns = "step,lane,train_loss,train_data_loss,penalty,train_accuracy,test_loss,test_data_loss,test_accuracy"
    assert lines["plain"][0] == columns
    assert lines["validated"][0] == f"{columns},valid_loss,valid_data_loss,valid_accuracy"
    assert len(lines["validated"][1].split(",")) == 12


def test_a_live_change_goes_on_with_the_same_rows() -> None:
    experiment = net(early_stopping={**STOPPING, "patience": 1000})
    trainer = sealed(experiment, 20)
    trainer.apply(edited(experiment, "early_stopping.on", False))
    trainer.run(10)
    trainer.measure()
    assert math.isfinite(trainer.snapshot().lanes[0].valid_accuracy)
