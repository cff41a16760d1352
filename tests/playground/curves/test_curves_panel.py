"""The curves: what is drawn of which lane, in which colour, and what a person reads off them."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QHelpEvent, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.train.history.history import MEASURES, History, Mark
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.curves.data import CurveData
from playground.curves.panel import CurvesPanel
from playground.curves.plots.limits import loss_limits
from playground.curves.plots.plot import LanePlot
from playground.ui.look import theme
from playground.ui.painting.lines.thinning import Points
from playground.ui.painting.lines.value_axis import ValueAxis
from playground.ui.text.numbers import loss
from playground.ui.widgets.elided_label import ElidedLabel
from tests.playground.helpers import Paintings, small

Open = Callable[[Experiment], CurvesPanel]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(experiment: Experiment) -> CurvesPanel:
        panel = CurvesPanel()
        qtbot.addWidget(panel)
        panel.resize(800, 500)
        panel.show_experiment(experiment)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make


def run(values: np.ndarray, *, run_id: int = 1, marks: tuple[Mark, ...] = (), **ends: int) -> Snapshot:
    """A run whose lanes have these losses and accuracies. values: (points, lanes)"""
    points, lanes = values.shape
    history = History(lanes)
    for point in range(points):
        figures = np.repeat(values[point : point + 1], len(MEASURES), axis=0)
        figures[MEASURES.index("penalty")] = 0
        history.append(10 * point, figures)
    for mark in marks:
        history.mark(mark)
    shown = tuple(
        LaneSnapshot(f"lane {lane}", 0, *[float(values[-1, lane])] * 2, 0.0, *[float(values[-1, lane])] * 2, **ends)
        for lane in range(lanes)
    )
    return Snapshot(run_id, 10 * (points - 1), 1.0, 10 * (points - 1), 0.1, shown, history.view())


def flat(*levels: float, points: int = 40) -> np.ndarray:
    return np.tile(np.array(levels), (points, 1))


def lanes(n: int, **fields: Any) -> Experiment:
    """Without a planned end, as long as the runs that are shown here are."""
    return small(steps=None, lanes=[{"name": f"lane {i}", "set": {"layers.*.l2": i / 100}, **fields} for i in range(n)])


def pixels(plot: LanePlot, color: QColor) -> int:
    """How many pixels of the plot have nearly this colour."""
    image = plot.grab().toImage().convertToFormat(plot.grab().toImage().Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]
    distance = np.abs(data.astype(int) - np.array(color.getRgb()[:3])).max(axis=2)
    return int((distance < 24).sum())


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
    values = np.random.default_rng(1).random((3000, 3))
    growing, whole = opened(lanes(3)), opened(lanes(3))
    for end in range(1, 3000, 37):
        growing.show_snapshot(run(values[:end]))
    growing.show_snapshot(run(values))
    whole.show_snapshot(run(values))
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


def test_the_run_before_a_reset_stays_as_a_ghost(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    panel.show_snapshot(None)
    panel.show_snapshot(run(flat(0.8, 0.9, points=5), run_id=2))
    (ghost,) = panel.loss.ghosts
    assert ghost.test.of(0)[1].tolist() == pytest.approx([0.2] * 40)
    choose(panel, "curve_before")
    assert not panel.loss.ghosts
    panel.show_experiment(lanes(2).model_copy(update={"name": "another"}))
    choose(panel, "curve_before")
    panel.show_snapshot(run(flat(0.8, 0.9), run_id=3))
    assert not panel.loss.ghosts, "another experiment is not compared with"


def test_a_pinned_run_stays(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.3)))
    choose(panel, "pin_run")
    for run_id in (2, 3, 4):
        panel.show_snapshot(run(flat(0.9), run_id=run_id))
    choose(panel, "curve_before")
    (ghost,) = panel.loss.ghosts
    assert ghost.test.y[0, 0] == pytest.approx(0.3)
    other = CurvesPanel()
    other.take_over(panel)
    assert other.runs.pinned == panel.runs.pinned
    choose(panel, "unpin_runs")
    assert not panel.loss.ghosts


def test_a_setting_of_all_layers_is_marked_once(opened: Open) -> None:
    panel = opened(lanes(1))
    together = [Mark(50, f"layers.{layer}.l2", 0.0, 0.1) for layer in (0, 3, 6)]
    at_the_start = Mark(0, "batch_size", 10, 20)  # which holds for the whole run
    marks = (at_the_start, *together, Mark(70, "layers.3.l2", 0.1, 0.2))
    panel.show_snapshot(run(flat(0.5), marks=marks))
    assert [note.text for note in panel.loss.notes] == ["L2 λ 0 → 0.1", "Layer 4: L2 λ 0.1 → 0.2"]


def choose(panel: CurvesPanel, name: str) -> None:
    """An entry of the menu of options."""
    action = panel.findChild(QAction, f"action.{name}")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()


def test_nothing_but_nan_is_no_trouble(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(np.nan, np.nan), diverged_at=1))
    panel.show_snapshot(run(flat(np.inf, 0.5), run_id=2))
    assert pixels(panel.loss, theme.lane_color(1)) > 300


# --- axes and names ---------------------------------------------------------------------------------------------------


def test_a_loss_of_zero_stays_on_a_logarithmic_axis(opened: Open, qtbot: QtBot) -> None:
    """Along the lower edge, with its mark, its name, its ring, and a 0 on the axis."""
    panel = opened(lanes(2))
    values = flat(0.5, 0.2, points=60)
    values[20:, 1] = 0
    panel.show_snapshot(run(values))
    button = panel.findChild(QToolButton, "action.log_loss")
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    plot, frame = panel.loss, panel.loss.view.sceneBoundingRect()
    assert pixels(plot, theme.lane_color(1)) > 300
    image = plot.grab().toImage()
    color = theme.lane_color(1)
    for step in (300, 400, 500):
        x = round(plot.view.mapViewToScene(QPointF(step, 0)).x())
        column = [image.pixelColor(x, y) for y in range(round(frame.bottom()) - 4, round(frame.bottom()) + 1)]
        nearest = min(abs(pixel.hue() - color.hue()) for pixel in column if pixel.saturation() > 40)
        assert nearest < 12, "the line runs along the lower edge"
    assert [ending.name for ending in plot._endings()] == ["lane 0", "lane 1"]
    assert plot.lines is not None
    assert plot.lines.best is not None
    assert plot.lines.best[0][1] == 200
    zoomed = plot.left.tickValues(*plot.view.viewRange()[1], frame.height())
    assert zoomed[0][1]
    panel.show_snapshot(run(flat(0.0, 0.0), run_id=2))  # and with nothing but zeros
    assert pixels(plot, theme.lane_color(0)) > 100


@given(st.floats(-9, 6), st.floats(0.001, 12), st.floats(40, 900), st.booleans())
def test_numbers_above_each_other_never_touch(low: float, span: float, size: float, is_log: bool) -> None:
    axis = ValueAxis("left")
    if is_log:
        axis.setLogMode(True)
    high = low + span
    ((_, ticks),) = axis.tickValues(low, high, size)
    assert all(low - 1e-9 * span <= tick <= high + 1e-9 * span for tick in ticks)
    height = QFontMetricsF(theme.font("small")).height()
    assert all(gap * size / span >= height for gap in np.diff(ticks))
    texts = axis.tickStrings(ticks, 1, 1)
    assert len(set(texts)) == len(texts), "no number stands at two heights"
    if size > 10 * height:
        assert len(ticks) > 1
    if size >= 4 * height and not is_log:
        assert len(ticks) > 1, "one number alone says nothing of the scale"
        assert all(low + span * height / size / 2 <= tick <= high - span * height / size / 2 for tick in ticks)


@given(st.floats(0, 1e7), st.floats(1, 1e7), st.floats(100, 900))
def test_steps_beside_each_other_never_touch_and_leave_room_for_the_caption(
    low: float, span: float, size: float
) -> None:
    axis = ValueAxis("bottom")
    axis.keep_free(high=60)
    ((_, ticks),) = axis.tickValues(low, low + span, size)
    metrics = QFontMetricsF(theme.font("small"))
    places = [(tick - low) * size / span for tick in ticks]
    halves = [metrics.horizontalAdvance(text) / 2 for text in axis.tickStrings(ticks, 1, 1)]
    for (at, half), (after, half_after) in itertools.pairwise(zip(places, halves, strict=True)):
        assert at + half < after - half_after
    assert all(tick == round(tick) for tick in ticks)
    assert not places or places[-1] + halves[-1] <= size - 60 + 1e-6


@pytest.mark.parametrize("height", [260, 500, 900])
@pytest.mark.parametrize("count", [2, 5, 9])
def test_names_at_the_ends_never_touch(opened: Open, count: int, height: int) -> None:
    """However low the plot: those that have no room are left out, and none is cut off at the edge."""
    panel = opened(lanes(count))
    panel.resize(700, height)
    panel.show_snapshot(run(flat(*np.linspace(0.5, 0.52, count))))
    for plot in (panel.loss, panel.accuracy):
        names = [rect for text, rect in texts_of(plot) if text.startswith("lane")]
        rows = int(plot.view.height() / names[0].height())
        assert len(names) == count or len(names) >= 2 * rows, "as many as there is room for, beside each other too"
        frame = plot.view.sceneBoundingRect()
        for one, other in itertools.combinations([rect.adjusted(0, 1, 0, -1) for rect in names], 2):
            assert not one.intersects(other)
        assert all(frame.top() - 2 <= rect.top() and rect.bottom() <= frame.bottom() + 2 for rect in names)
        assert all(rect.right() <= frame.right() for rect in names)


def test_a_plot_that_is_folded_away_asks_for_no_room_for_names(opened: Open) -> None:
    """Where it was low, names would be two abreast in it, and both plots share their axis of steps."""
    ends = []
    for height in (400, 260):  # both are open, and one
        panel = opened(lanes(4).model_copy(update={"steps": 1000}))
        panel.resize(460, height)
        panel.show_snapshot(run(flat(0.2, 0.4, 0.6, 0.8)))
        ends.append(panel.loss.view.viewRange()[0][1])
    assert len(panel.folds.shown) == 1
    assert ends[1] == pytest.approx(ends[0], rel=0.05)


def test_a_long_name_gets_the_room_it_needs(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    named = [{"name": "He from step 1240"}, {"name": "x" * 60, "set": {"layers.*.l2": 0.1}}]
    panel = opened(small(lanes=[named[0], {"name": "Xavier from step 1240", "set": {"layers.*.l2": 0.1}}]))
    panel.show_snapshot(run(flat(0.2, 0.5, points=100)))
    panel.loss.grab()
    assert not panel.loss._cut
    assert "Xavier from step 1240" in [text for text, _ in texts_of(panel.loss)]
    panel = opened(small(lanes=named))
    panel.resize(450, 500)
    panel.show_snapshot(run(flat(0.2, 0.5, points=100)))
    panel.loss.grab()
    ((place, name),) = panel.loss._cut
    assert name == "x" * 60
    at = place.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, panel.loss.viewport().mapToGlobal(at))
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, widget: told.append(text))
    QApplication.sendEvent(panel.loss.viewport(), event)
    assert told == [name]


def texts_of(plot: LanePlot) -> list[tuple[str, QRectF]]:
    """The words in a plot, from a drawing of it as SVG, and where they are, in its pixels."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(plot.size())
    drawing.setResolution(96)
    painter = QPainter(drawing)
    plot.render(painter)
    painter.end()
    found = []
    height = QFontMetricsF(theme.font("small")).height()
    for element in ElementTree.fromstring(bytes(buffer.data().data())).iter("{http://www.w3.org/2000/svg}g"):
        for text in element.findall("{http://www.w3.org/2000/svg}text"):
            numbers = [float(part) for part in re.findall(r"-?[\d.]+(?:e-?\d+)?", element.get("transform", ""))]
            x = float(text.get("x", 0)) + numbers[4]
            y = float(text.get("y", 0)) + numbers[5]
            metrics, written = QFontMetricsF(theme.font("small")), text.text or ""
            found.append((written, QRectF(x, y - metrics.ascent() + 1, metrics.horizontalAdvance(written), height)))
    return found


@pytest.mark.parametrize("height", [90, 140, 400])
def test_the_axis_of_accuracy_says_100_percent_however_low_it_is(opened: Open, height: int) -> None:
    panel = opened(lanes(1))
    panel.accuracy.setFixedHeight(height)
    panel.show_snapshot(run(flat(0.5)))
    QApplication.processEvents()
    panel.show_snapshot(run(flat(0.5)))
    view = panel.accuracy.view
    middle = view.mapViewToScene(QPointF(0, 1)).y()
    line = QFontMetricsF(theme.font("small")).height()
    assert middle - line / 2 >= 0, "all of its number is inside of the plot"


# --- the time axis ----------------------------------------------------------------------------------------------------


def zoom_in(plot: LanePlot) -> None:
    """With the wheel, in the middle of the plot."""
    viewport = plot.viewport()
    at = QPointF(viewport.rect().center())
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, viewport.mapToGlobal(at), QPoint(), QPoint(0, 240), *nothing, False)
    QApplication.sendEvent(viewport, event)


def times(plot: LanePlot) -> list[float]:
    return [float(end) for end in plot.view.viewRange()[0]]


@pytest.mark.parametrize("name", ["loss", "accuracy"])
def test_both_plots_keep_what_a_person_zooms_in_on(opened: Open, qtbot: QtBot, name: str) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    whole = times(panel.loss)
    zoom_in(getattr(panel, name))
    qtbot.waitUntil(lambda: times(panel.loss) != whole)
    zoomed = times(panel.loss)
    assert times(panel.accuracy) == pytest.approx(zoomed)
    panel.show_snapshot(run(flat(0.2, 0.5, points=400)))  # the run goes on
    assert times(panel.loss) == times(panel.accuracy) == pytest.approx(zoomed)
    button = panel.findChild(QToolButton, "action.follow")
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert times(panel.loss) == times(panel.accuracy)
    assert times(panel.loss)[1] > 4000
    assert button.isHidden()


@pytest.mark.parametrize("is_log", [False, True])
def test_the_wheel_never_leaves_nothing_to_be_seen(opened: Open, is_log: bool) -> None:
    panel = opened(lanes(1))
    panel.header.log_changed.emit(is_log)
    panel.show_snapshot(run(flat(0.05)))
    plot = panel.loss
    for _ in range(12):  # in the middle, far from the line
        zoom_in(plot)
        (x0, x1), (y0, y1) = plot.view.viewRange()
        value = math.log10(0.05) if is_log else 0.05
        assert y0 <= value <= y1
        assert x0 <= 1000
        assert x1 >= 0
    assert pixels(plot, theme.lane_color(0)) > 100


def test_a_double_click_shows_everything_in_both_plots(opened: Open, qtbot: QtBot) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    whole = times(panel.loss)
    zoom_in(panel.accuracy)
    qtbot.waitUntil(lambda: times(panel.loss) != whole)
    qtbot.mouseDClick(panel.loss.viewport(), Qt.MouseButton.LeftButton)
    assert times(panel.loss) == times(panel.accuracy) == whole


def test_a_new_axis_costs_one_painting_of_each_plot(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    QApplication.processEvents()
    loss, accuracy = Paintings(panel.loss.viewport()), Paintings(panel.accuracy.viewport())
    show_loss = panel.parts()[0].show
    for points in (100, 200, 400):
        show_loss(run(flat(0.2, 0.5, points=points)))
        QApplication.processEvents()
        QApplication.processEvents()
    assert (loss.count, accuracy.count) == (3, 3)
    show_loss(run(flat(0.2, 0.5, points=401)))
    QApplication.processEvents()
    assert (loss.count, accuracy.count) == (4, 3), "where the axis stays, only the one whose turn it is"


# --- other runs -------------------------------------------------------------------------------------------------------


def texts(panel: CurvesPanel) -> list[str]:
    """What the other runs are called, without what they had come to."""
    return [ghost.text.split(" · ")[0] for ghost in panel.loss.ghosts]


def test_a_ghost_says_what_has_changed_since(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    for number, (path, value, text) in enumerate(
        [
            ("layers.0.units", 12, "before: Layer 1: Units 8 → 12"),
            ("seed", 3, "before: Seed 0 → 3"),
            ("layers", [{"kind": "dense", "units": 10}], "before: Layers 4 → 1"),
        ]
    ):
        panel = opened(lanes(1))
        panel.show_snapshot(run(flat(0.2)))
        panel.show_experiment(edited(lanes(1), path, value))
        panel.show_snapshot(None)
        panel.show_snapshot(run(flat(0.8, points=5), run_id=number + 2))
        assert texts(panel) == [text]
        assert panel.loss.accessibleDescription() == f"{text} · 0.2000, 20.0% at step 390"


def test_the_last_runs_before_stay_with_what_they_had_come_to(opened: Open) -> None:
    panel = opened(lanes(2))
    figures = [(0.2, 0.5), (0.4, 0.3), (0.7, 0.6)]
    for number, (units, of_lanes) in enumerate(zip((8, 12, 16), figures, strict=True), start=1):
        panel.show_experiment(edited(lanes(2), "layers.0.units", units))
        panel.show_snapshot(run(flat(*of_lanes), run_id=number))
    panel.show_experiment(edited(lanes(2), "layers.0.units", 20))
    panel.show_snapshot(run(flat(0.9, 0.9, points=2), run_id=4))
    assert [ghost.text.partition(" · ")[::2] for ghost in panel.loss.ghosts] == [
        ("before: Layer 1: Units 16 → 20", "best lane 0.6000, 60.0% at step 390"),
        ("before 2: Layer 1: Units 12 → 20", "best lane 0.3000, 30.0% at step 390"),
    ]
    panel.show_experiment(edited(lanes(2), "layers.0.units", 16))
    panel.show_snapshot(run(flat(0.7, 0.6), run_id=5))
    assert texts(panel) == ["before: Layer 1: Units 12 → 16"], "the run that undo brought back is no ghost"


def test_a_ghost_has_no_colour_of_a_lane(opened: Open) -> None:
    panel = opened(lanes(3))
    panel.show_snapshot(run(flat(0.2, 0.5, 0.8)))
    panel.show_experiment(edited(lanes(3), "layers.0.units", 12))
    panel.show_snapshot(run(flat(0.9, 0.9, 0.9, points=2), run_id=2))
    before = panel.loss.grab().toImage()
    choose(panel, "curve_before")
    after = panel.loss.grab().toImage()
    changed = [
        before.pixelColor(x, y)
        for x in range(before.width() // 2, before.width())  # the run itself has not come so far
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert len(changed) > 500, "it was drawn"
    assert max(color.hsvSaturationF() for color in changed) < 0.3


def test_a_spirals_curve_is_not_shown_beside_digits(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    choose(panel, "pin_run")
    panel.show_snapshot(run(flat(0.2)))
    spiral = edited(lanes(1), "data.source", "spiral")
    panel.show_experiment(spiral)
    panel.show_snapshot(run(flat(0.5), run_id=2))
    assert texts(panel) == []
    panel.show_experiment(lanes(1))
    panel.show_snapshot(run(flat(0.3), run_id=3))
    assert texts(panel) == ["pinned"], "what was pinned is there again, and the spiral's run is not"


def test_a_ghost_ends_with_its_document_and_a_pinned_run_does_not(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    panel.show_snapshot(run(flat(0.4), run_id=2))
    choose(panel, "pin_run")
    panel.show_snapshot(run(flat(0.4), run_id=2))
    assert texts(panel) == ["pinned", "before: reset"]
    panel.show_document(1)
    panel.show_experiment(edited(lanes(1), "layers.0.units", 12))
    panel.show_snapshot(run(flat(0.6), run_id=3))
    assert texts(panel) == ["pinned: Layer 1: Units 8 → 12"]


def test_a_run_that_comes_back_is_not_its_own_ghost(opened: Open) -> None:
    """An edit, and undo before the new run has come anywhere: the curve shown is the one that stood behind it."""
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    panel.show_experiment(edited(lanes(1), "layers.0.units", 12))
    panel.show_snapshot(run(flat(0.8, points=1), run_id=2))
    assert texts(panel) == ["before: Layer 1: Units 8 → 12"]
    panel.show_experiment(lanes(1))
    panel.show_snapshot(run(flat(0.2), run_id=3))
    assert texts(panel) == []


@pytest.mark.parametrize("turn", [0, 1])
def test_both_plots_show_the_same_steps_whosever_turn_it_is(opened: Open, turn: int) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    short = times(panel.loss)
    panel.parts()[turn].show(run(flat(0.2, points=400)))
    assert times(panel.loss) == times(panel.accuracy) != short


def test_a_switch_is_marked_in_words(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2), marks=(Mark(50, "early_stopping.on", False, True),)))
    assert [note.text for note in panel.loss.notes] == ["Early stopping off → on"]


def test_a_run_that_goes_on_with_a_lane_more_has_no_ghost(opened: Open) -> None:
    panel = opened(lanes(2))
    panel.show_snapshot(run(flat(0.2, 0.5)))
    panel.show_experiment(lanes(3))
    panel.show_snapshot(None)
    panel.show_snapshot(run(np.where(np.arange(50)[:, None] < 40, flat(0.2, 0.5, np.nan, points=50), 0.3), run_id=2))
    assert texts(panel) == []


@pytest.mark.parametrize("end", ["document", "source", "planned end"])
def test_a_zoom_ends_with_its_experiment(opened: Open, qtbot: QtBot, end: str) -> None:
    panel, experiment = opened(lanes(1)), lanes(1)
    panel.show_snapshot(run(flat(0.2)))
    whole = times(panel.loss)
    zoom_in(panel.loss)
    qtbot.waitUntil(lambda: times(panel.loss) != whole)
    zoomed = times(panel.loss)
    panel.show_experiment(edited(experiment, "optimizer.learning_rate", 0.5))
    panel.show_snapshot(run(flat(0.2, points=41)))
    panel.show_snapshot(run(flat(0.2, points=41), run_id=2))
    assert times(panel.loss) == zoomed, "a live edit and a reset keep it"
    if end == "document":
        panel.show_document(1)
    elif end == "source":
        panel.show_experiment(edited(experiment, "data.source", "spiral"))
    else:
        panel.show_experiment(edited(experiment, "steps", 77))
        assert times(panel.loss) == zoomed
    panel.show_snapshot(run(flat(0.2, points=20), run_id=3))
    assert times(panel.loss)[0] == 0
    assert times(panel.loss) == times(panel.accuracy)
    assert times(panel.loss) != zoomed


@pytest.mark.parametrize("is_log", [False, True])
def test_a_loss_close_to_the_largest_float32_has_an_axis(is_log: bool) -> None:
    """The last look before a lane diverges."""
    points = Points.at(np.arange(2.0), np.array([[2.3], [2e38]], np.float32))
    assert loss_limits(points, points, is_log=is_log)[1] >= 2e38


@pytest.mark.parametrize("lowest", [3e-3, 2e-7, 6e-11])
def test_no_loss_leaves_a_logarithmic_axis_at_the_bottom(lowest: float) -> None:
    points = Points.at(np.arange(2.0), np.array([[2.3], [lowest]], np.float32))
    low, high = loss_limits(points, points, is_log=True)
    assert low <= lowest
    assert low >= lowest / 10
    assert high >= 2.3
