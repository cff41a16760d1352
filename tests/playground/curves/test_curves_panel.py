"""The curves: what is drawn of which lane, in which colour, and what a person reads off them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.experiment.edits.field_edits import edited
from engine.train.history.history import History, Mark
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.curves.data import CurveData
from playground.ui.look import theme
from playground.ui.text.numbers import loss
from playground.ui.widgets.elided_label import ElidedLabel
from tests.playground.curves.desk import Open, choose, flat, lanes, pixels, run
from tests.playground.helpers import small


def test_each_lane_is_drawn_in_its_colour(opened: Open) -> None:
    panel = opened(lanes(3))
    panel.show_snapshot(run(flat(0.2, 0.5, 0.8)))
    for style in range(3):
        assert pixels(panel.loss, theme.lane_color(style)) > 300
        assert pixels(panel.accuracy, theme.lane_color(style)) > 300
    assert pixels(panel.loss, theme.lane_color(3)) < 50


def test_a_hidden_lane_is_not_drawn_and_comes_back(opened: Open) -> None:
    experiment = lanes(3)
    panel = opened(experiment)
    panel.show_snapshot(run(flat(0.2, 0.5, 0.8)))
    panel.show_experiment(edited(experiment, "lanes.1.visible", False))
    assert pixels(panel.loss, theme.lane_color(1)) < 50
    assert pixels(panel.loss, theme.lane_color(2)) > 300
    panel.show_experiment(experiment)
    assert pixels(panel.loss, theme.lane_color(1)) > 300


def test_a_lane_takes_another_colour_without_a_new_run(opened: Open) -> None:
    experiment = lanes(2)
    panel = opened(experiment)
    panel.show_snapshot(run(flat(0.2, 0.7)))
    panel.show_experiment(edited(experiment, "lanes.0.color", 4))
    assert pixels(panel.loss, theme.lane_color(0)) < 50
    assert pixels(panel.loss, theme.lane_color(4)) > 300


def test_lanes_that_differ_only_in_their_seed_become_a_band(opened: Open, qtbot: QtBot) -> None:
    names = [{"name": f"He · seed {seed}", "set": {"seed": seed}} for seed in range(4)]
    panel = opened(small(lanes=names))
    panel.show_snapshot(run(flat(0.2, 0.3, 0.4, 0.7)))
    lines = panel.loss.lines
    assert lines is not None
    (look,) = lines.looks
    assert look.name == "He ×4"
    np.testing.assert_allclose(lines.test.y, 0.4, rtol=1e-6)
    (band,) = lines.bands
    np.testing.assert_allclose(band.ends.of(0)[1], 0.2, rtol=1e-6)
    np.testing.assert_allclose(band.ends.of(1)[1], 0.7, rtol=1e-6)
    button = panel.findChild(QToolButton, "action.bands")
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.loss.lines is not None
    assert [look.name for look in panel.loss.lines.looks] == [f"He · seed {seed}" for seed in range(4)]


def test_without_repeated_lanes_there_is_no_button_for_bands(opened: Open) -> None:
    panel = opened(lanes(3))
    button = panel.findChild(QToolButton, "action.bands")
    assert isinstance(button, QToolButton)
    assert button.isHidden()


def test_the_mean_leaves_out_a_lane_that_has_diverged() -> None:
    data = CurveData(2, [(0, 1)])
    history = History(2)
    history.append(0, np.array([[1.0, 3.0]] * 5))
    history.append(1, np.array([[2.0, np.nan]] * 5))
    history.append(2, np.array([[np.nan, np.nan]] * 5))
    data.update(history.view())
    steps, mean = data.curves("test_accuracy", [2]).of(0)
    assert (steps.tolist(), mean.tolist()) == ([0, 1], [2.0, 2.0])


def test_of_many_lanes_the_one_in_focus_stands_out(opened: Open) -> None:
    panel = opened(lanes(16))
    panel.show_snapshot(run(flat(*np.linspace(0.1, 0.9, 16))))
    panel.set_focus(3)
    lines = panel.loss.lines
    assert lines is not None
    assert lines.focus == 3
    # Its training line too, wide and in full colour; of a pale one hardly a pixel has the lane's own colour.
    assert pixels(panel.loss, theme.lane_color(3)) > 2 * pixels(panel.loss, theme.lane_color(4)) + 300


def test_a_long_run_is_drawn_with_few_points_and_read_off_exactly(opened: Open, qtbot: QtBot) -> None:
    panel = opened(lanes(2))
    values = np.random.default_rng(0).random((5000, 2))
    panel.show_snapshot(run(values))
    assert len(panel.drawn(0, "test_loss")[0]) < 600
    frame = panel.loss.view.sceneBoundingRect()
    x = panel.loss.view.mapViewToScene(panel.loss.view.viewRect().center()).x()
    QTest.mouseMove(panel.loss.viewport(), QPoint(int(x), int(frame.center().y())))
    qtbot.waitUntil(lambda: panel.loss._reading is not None)
    reading = panel.loss._reading
    assert reading is not None
    assert reading.at % 10 == 0
    assert [value[3] for value in reading.values] == pytest.approx(values[reading.at // 10].tolist(), rel=1e-6)


def test_arrow_keys_read_both_plots_off(opened: Open, qtbot: QtBot) -> None:
    panel = opened(lanes(2))
    values = np.random.default_rng(2).random((40, 2))
    panel.show_snapshot(run(values))
    panel.loss.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(panel.loss, key)
    for plot in (panel.loss, panel.accuracy):
        assert plot._reading is not None
        assert plot._reading.at == 370
    told = panel.loss.accessibleDescription()
    assert told.startswith("step 370; lane 0: train ")
    assert f"test {loss(values[37, 0])}" in told
    qtbot.keyClick(panel.loss, Qt.Key.Key_Escape)
    assert (panel.loss._reading, panel.accuracy._reading) == (None, None)


def test_a_growing_run_ends_up_as_one_shown_at_once(opened: Open) -> None:
    values = np.random.default_rng(1).random((1200, 3))
    growing, whole = opened(lanes(3)), opened(lanes(3))
    end = run(values)
    for points in (*range(1, 1200, 97), 1200):
        history = end.history.part(0, points)
        growing.show_snapshot(replace(end, step=int(history.steps[-1]), history=history))
    whole.show_snapshot(end)
    for lane in range(3):
        for grown, at_once in zip(growing.drawn(lane, "test_loss"), whole.drawn(lane, "test_loss"), strict=True):
            assert grown.tolist() == at_once.tolist()


def test_another_run_starts_with_empty_curves(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5, points=500)))
    panel.show_snapshot(run(flat(0.2, 0.5, points=3), run_id=2))
    assert panel.drawn(0, "test_loss")[0].tolist() == [0, 10, 20]


def test_smoothing_keeps_the_mean_and_the_raw_line(opened: Open, qtbot: QtBot) -> None:
    panel = opened(lanes(1))
    noise = 0.5 + 0.2 * np.sign(np.sin(np.arange(120)))[:, None]
    panel.show_snapshot(run(noise))
    choose(panel, "curve_smoothing.12")
    drawn = panel.loss.lines
    assert drawn is not None
    assert drawn.faint is not None
    np.testing.assert_allclose(drawn.faint[0].of(0)[1], noise[:, 0], rtol=1e-6)
    line = drawn.train.of(0)[1]
    assert np.abs(line[20:-20] - 0.5).max() < 0.05
    assert line[0] == pytest.approx(noise[0, 0]), "a line starts where it does"
    assert "smoothed" in panel.header.findChild(ElidedLabel).text()
    choose(panel, "curve_smoothing.0")
    assert panel.loss.lines is not None
    assert panel.loss.lines.faint is None


def test_the_best_test_step_is_ringed(opened: Open) -> None:
    panel = opened(lanes(2))
    values = flat(0.5, 0.6)
    values[13, 0], values[21, 1] = 0.2, 0.1
    panel.show_snapshot(run(values))
    assert panel.loss.lines is not None
    assert panel.loss.lines.best is not None
    steps, best = panel.loss.lines.best
    assert steps.tolist() == [130, 210]
    assert best.tolist() == pytest.approx([0.2, 0.1])
    assert panel.accuracy.lines is not None
    assert panel.accuracy.lines.best is not None
    assert panel.accuracy.lines.best[0].tolist() == [0, 0], "the highest accuracy, the first time"
    choose(panel, "curve_best")
    assert panel.loss.lines.best is None


def test_the_best_is_remembered_however_the_run_comes(opened: Open) -> None:
    values = np.random.default_rng(3).random((1500, 2))
    whole, pieces = CurveData(2), CurveData(2)
    history = History(2)
    for point, row in enumerate(values):
        history.append(point, np.repeat(row[None], 5, axis=0))
        if point % 7 == 0:
            pieces.update(history.view())
    whole.update(history.view())
    pieces.update(history.view())
    for data in (whole, pieces):
        best, steps = data.best("test_accuracy")
        assert best.tolist() == pytest.approx(values.max(axis=0).tolist())
        assert steps.tolist() == values.argmax(axis=0).tolist()


def test_the_loss_is_shown_in_parts(opened: Open) -> None:
    panel = opened(lanes(1))
    history = History(1)
    for step in range(20):
        history.append(step, np.array([[1.0], [3.0], [0.5], [2.0], [0.4]]))
    lane = LaneSnapshot("a", 0, 1.0, 2.0, 3.0, 0.5, 0.4)
    panel.show_snapshot(Snapshot(1, 19, 1.0, 19, 0.1, (lane,), history.view()))
    for part, train, test in (("data_loss", 1, 2), ("penalty", 3, 3), ("loss", 4, 5)):
        choose(panel, f"curve_part.{part}")
        drawn = panel.loss.lines
        assert drawn is not None
        assert (drawn.train.y[0, -1], drawn.test.y[0, -1], drawn.has_test) == (train, test, part != "penalty")


def test_the_gap_is_shaded(opened: Open) -> None:
    panel = opened(lanes(1))
    history = History(1)
    for step in range(20):
        history.append(step, np.array([[1.0], [0.0], [0.5], [2.0], [0.4]]))
    lane = LaneSnapshot("a", 0, 1.0, 2.0, 0.0, 0.5, 0.4)
    panel.show_snapshot(Snapshot(1, 19, 1.0, 19, 0.1, (lane,), history.view()))
    before = panel.loss.grab().toImage()
    choose(panel, "curve_gap")
    after = panel.loss.grab().toImage()
    at = panel.loss.view.mapViewToScene(QPointF(10, 1.5)).toPoint()
    assert before.pixelColor(at) != after.pixelColor(at)
    beyond = panel.loss.view.mapViewToScene(QPointF(10, 0.5)).toPoint()
    assert before.pixelColor(beyond) == after.pixelColor(beyond)


def test_a_setting_of_all_layers_is_marked_once(opened: Open) -> None:
    panel = opened(lanes(1))
    together = [Mark(50, f"layers.{layer}.l2", 0.0, 0.1) for layer in (0, 3, 6)]
    at_the_start = Mark(0, "batch_size", 10, 20)  # which holds for the whole run
    marks = (at_the_start, *together, Mark(70, "layers.3.l2", 0.1, 0.2))
    panel.show_snapshot(run(flat(0.5), marks=marks))
    assert [note.text for note in panel.loss.notes] == ["L2 λ 0 → 0.1", "Layer 4: L2 λ 0.1 → 0.2"]


def test_nothing_but_nan_is_no_trouble(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(np.nan, np.nan), diverged_at=1))
    panel.show_snapshot(run(flat(np.inf, 0.5), run_id=2))
    assert pixels(panel.loss, theme.lane_color(1)) > 300


def test_a_switch_is_marked_in_words(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2), marks=(Mark(50, "early_stopping.on", False, True),)))
    assert [note.text for note in panel.loss.notes] == ["Early stopping off → on"]
