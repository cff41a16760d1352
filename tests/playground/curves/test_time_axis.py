"""The time axis counts steps, epochs, rows seen or seconds; everything lies where it happened on each of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment, parse
from engine.train.history.history import HistoryView
from engine.train.trainer import Trainer
from playground.curves.along import AXES, Along
from playground.curves.panel import CurvesPanel
from playground.export.history_sheet import write_history
from playground.ui.settings import settings
from tests.playground.helpers import small

LANES = [{"name": "small"}, {"name": "large", "set": {"batch_size": 40}}]


def two() -> Experiment:
    """16 and 40 of 60 rows a step."""
    return small(lanes=LANES, steps=200)


@pytest.fixture
def trainer() -> Trainer:
    e = two()
    trainer = Trainer(e, load(e.data))
    for _ in range(10):
        trainer.run(10)
        trainer.measure()
    return trainer


@pytest.fixture
def panel(trainer: Trainer, qtbot: QtBot) -> Iterator[CurvesPanel]:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_experiment(trainer.experiment)
    panel.show_snapshot(trainer.snapshot())
    yield panel
    settings().remove("curves/axis")


def choose(panel: CurvesPanel, axis: str) -> None:
    action = panel.findChild(QAction, f"action.curve_axis.{axis}")
    assert action is not None
    assert action.toolTip()
    action.trigger()


def ends(panel: CurvesPanel) -> list[float]:
    """Where the lines of both lanes end."""
    prepared = panel.loss._prepared
    assert prepared is not None
    return [float(prepared.test.of(line)[0][-1]) for line in range(2)]


def test_each_axis_puts_the_ends_where_the_lanes_have_come(panel: CurvesPanel, trainer: Trainer) -> None:
    assert ends(panel) == [100, 100]
    choose(panel, "rows")
    assert ends(panel) == [1600, 4000] == [trainer.of(lane)[0].rows_seen for lane in range(2)]
    choose(panel, "epochs")
    assert ends(panel) == pytest.approx([1600 / 60, 4000 / 60])
    choose(panel, "seconds")
    assert ends(panel) == pytest.approx([trainer.of(lane)[0].seconds for lane in range(2)], rel=1e-4)
    assert panel.loss.planned is None, "nobody knows how long it will take"
    choose(panel, "steps")
    assert ends(panel) == [100, 100]
    assert panel.loss.planned == 200


def test_the_plan_and_the_scrubber_lie_on_the_same_axis(panel: CurvesPanel, trainer: Trainer) -> None:
    choose(panel, "rows")
    assert panel.loss.planned == 200 * 40, "the lane that comes farthest"
    (low, high), frame = panel.accuracy.view.viewRange()[0], panel.accuracy.view.sceneBoundingRect()
    slider = panel.timeline.slider
    slider.show_steps([50], None, 100)
    expected = frame.left() + (50 * 16 - low) / (high - low) * frame.width()
    assert slider.place(0) == pytest.approx(expected, abs=1e-6), "by the lane in focus"
    panel.set_focus(1)
    slider.show_steps([50], None, 100)
    (low, high), frame = panel.accuracy.view.viewRange()[0], panel.accuracy.view.sceneBoundingRect()
    expected = frame.left() + (50 * 40 - low) / (high - low) * frame.width()
    assert slider.place(0) == pytest.approx(expected, abs=1e-6)


def test_what_is_read_off_is_each_lane_where_it_had_come_so_far(panel: CurvesPanel, trainer: Trainer) -> None:
    choose(panel, "rows")
    panel.loss.show_reading(1600.0)
    reading = panel.loss._reading
    assert reading is not None
    history = trainer.history.view()
    test = history.measure("test_data_loss")
    assert reading.title == "1,600 rows seen"
    assert reading.values[0][3] == pytest.approx(test[9, 0]), "step 100 of batches of 16"
    assert reading.values[1][3] == pytest.approx(test[3, 1]), "step 40 of batches of 40"


def test_a_branch_from_an_earlier_step_is_drawn_and_read_off_by_its_own_steps(
    panel: CurvesPanel, trainer: Trainer
) -> None:
    group, own = trainer.of(1)
    group.behind[own] = 60
    panel.show_snapshot(trainer.snapshot())
    assert ends(panel) == [100, 40]
    test = trainer.history.view().measure("test_data_loss")
    for place, first, second in ((40.0, test[3, 0], test[9, 1]), (400.0, test[9, 0], np.nan)):
        panel.loss.show_reading(place)
        reading = panel.loss._reading
        assert reading is not None
        assert [values[3] for values in reading.values] == pytest.approx([first, second], nan_ok=True)
    (low, high), frame = panel.accuracy.view.viewRange()[0], panel.accuracy.view.sceneBoundingRect()
    panel.set_focus(1)
    panel.timeline.slider.show_steps([50], None, 100)
    expected = frame.left() + (50 - low) / (high - low) * frame.width()
    assert panel.timeline.slider.place(0) == pytest.approx(expected, abs=1), "by the steps of the run"


def test_marks_lie_where_the_setting_changed(qtbot: QtBot) -> None:
    e = parse({**small(steps=None).to_dict(), "lanes": [{"name": "a"}]})
    trainer = Trainer(e, load(e.data))
    trainer.run(10)
    trainer.measure()
    trainer.apply(edited(trainer.experiment, "batch_size", 30))
    trainer.run(10)
    trainer.measure()
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 400)
    panel.show_experiment(trainer.experiment)
    choose(panel, "rows")
    panel.show_snapshot(trainer.snapshot())
    settings().remove("curves/axis")
    assert [note.step for note in panel.loss.notes] == [160]
    prepared = panel.loss._prepared
    assert prepared is not None
    assert prepared.test.of(0)[0].tolist() == [160, 460]


def test_the_choice_is_remembered(panel: CurvesPanel, qtbot: QtBot) -> None:
    choose(panel, "epochs")
    other = CurvesPanel()
    qtbot.addWidget(other)
    assert other.options.axis == "epochs"
    action = other.findChild(QAction, "action.curve_axis.epochs")
    assert action is not None
    assert action.isChecked()
    assert other.accuracy._axis_caption == "epochs"


def test_a_run_without_a_clock_is_drawn_over_steps_and_that_is_said(panel: CurvesPanel, trainer: Trainer) -> None:
    view = trainer.history.view()
    bare = HistoryView(view.steps, view.values)
    assert Along.of("seconds", trainer.experiment, bare, (60, 60)).is_steps
    assert not Along.of("rows", trainer.experiment, bare, (60, 60)).is_steps


@pytest.mark.parametrize("axis", AXES)
def test_there_and_back(axis: str, trainer: Trainer) -> None:
    along = Along.of(axis, trainer.experiment, trainer.history.view(), (60, 60))
    for lane in range(2):
        steps = np.array([0.0, 10.0, 35.0, 100.0])
        places = along.places(lane, steps)
        assert (np.diff(places) > 0).all()
        assert [along.step(lane, place) for place in places.tolist()] == pytest.approx(steps.tolist(), abs=1e-3)


def test_the_exported_table_has_all_of_them(trainer: Trainer, tmp_path: Path) -> None:
    write_history(tmp_path / "h.csv", trainer)
    with (tmp_path / "h.csv").open(encoding="utf-8") as stream:
        lines = list(csv.DictReader(stream))
    last = lines[-2:]
    assert [float(line["rows_seen"]) for line in last] == [1600, 4000]
    assert [float(line["epoch"]) for line in last] == pytest.approx([1600 / 60, 4000 / 60], rel=1e-6)
    seconds = [float(line["lane_seconds"]) for line in last]
    assert seconds == pytest.approx(trainer.history.view().seconds[-1].tolist(), rel=1e-5)


def test_the_seconds_of_all_lanes_together_are_those_of_training() -> None:
    """Nine lanes share one network, and a tenth has its own: what a table says of each can be added up."""
    e = small(lanes=[*({"name": str(at), "set": {"seed": at}} for at in range(9)), LANES[1]])
    trainer = Trainer(e, load(e.data))
    for _ in range(3):
        trainer.run(20)
        trainer.measure()
    each = trainer.history.view().seconds[-1]
    assert each.sum() == pytest.approx(trainer.seconds, rel=1e-4)
    assert len(set(each[:9])) == 1
