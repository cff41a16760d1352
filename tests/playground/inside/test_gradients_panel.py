"""The gradients: what is drawn of which layer, what a person reads off, and which lane is said to vanish or explode."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.train.history.layer_history import FIGURES, LayerHistoryView
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.inside.dense_layers import depth_color
from playground.inside.norm_curves import RECENT, LayerCurves, RecentNorms
from playground.inside.norm_plot import NormPlot
from playground.inside.weights.gradients_view import GradientsPanel
from playground.ui.look import theme
from playground.ui.painting.lines.line_drawing import Scale
from playground.ui.painting.lines.round_numbers import Held, decades, rounded_up, ticks
from playground.ui.text.numbers import number
from tests.playground.helpers import click, small

Open = Callable[..., GradientsPanel]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(experiment: Experiment, width: int = 480, height: int = 620) -> GradientsPanel:
        panel = GradientsPanel()
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show_experiment(experiment)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make


def lanes(n: int, **fields: object) -> Experiment:
    return small(lanes=[{"name": f"lane {i}", "set": {"layers.*.l2": i / 100}, **fields} for i in range(n)])


def run(experiment: Experiment, looks: int = 30) -> Snapshot:
    trainer = Trainer(experiment, load(experiment.data), run=1)
    for _ in range(looks):
        trainer.run(1, record=True)
    return trainer.snapshot()


def made(snapshot: Snapshot, gradients: np.ndarray) -> Snapshot:
    """The same run with these gradients: (points, layers, lanes); weights are 1."""
    values = np.ones((len(gradients), len(FIGURES), *gradients.shape[1:]), np.float32)
    values[:, 0] = gradients
    view = LayerHistoryView(np.arange(1, len(gradients) + 1), values)
    fields = {name: getattr(snapshot, name) for name in snapshot.__slots__}
    return Snapshot(**{**fields, "layer_history": view})


def pixels(widget: QWidget, color: QColor) -> int:
    """How many pixels have nearly this colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]
    return int((np.abs(data.astype(int) - np.array(color.getRgb()[:3])).max(axis=2) < 24).sum())


def test_before_the_first_step_it_says_what_to_do(opened: Open) -> None:
    panel = opened(lanes(2))
    assert "Play" in panel.message.text()
    assert pixels(panel.message, QColor(theme.current().muted)) > 20
    panel.show_snapshot(None)
    assert panel.plot.reading() is None
    assert panel.lanes.lanes() == ()


def test_each_layer_is_drawn_in_its_colour(opened: Open) -> None:
    experiment = lanes(1)
    panel = opened(experiment)
    steady = np.tile([1e-3, 1e-1], (60, 1))[:, :, None]
    panel.show_snapshot(made(run(experiment), steady))
    for layer in range(2):
        assert pixels(panel.plot, depth_color(layer, 2)) > 200


def test_the_pointer_reads_exact_values_of_the_lane_in_focus(opened: Open, qtbot: QtBot) -> None:
    experiment = lanes(2)
    panel = opened(experiment)
    snapshot = run(experiment, 40)
    panel.show_snapshot(snapshot)
    panel.set_focus(1)
    assert panel.tag.text() == "lane 1"
    plot = panel.plot
    QTest.mouseMove(plot, QPoint(plot.width() // 2, plot.height() // 2))
    qtbot.waitUntil(lambda: plot.reading() is not None)
    reading = plot.reading()
    assert reading is not None
    step, values = reading
    view = snapshot.layer_history
    assert view is not None
    at = int(np.flatnonzero(view.steps == step)[0])
    np.testing.assert_array_equal(values, view.figure("gradient")[at, :, 1])
    assert number(values[0]) in plot.accessibleDescription()


def test_the_arrow_keys_read_too_and_escape_ends_it(opened: Open) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(lanes(1), 20))
    plot = panel.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert (plot.reading() or (0,))[0] == 19
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert (plot.reading() or (0,))[0] == 20
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.reading() is None


def test_a_click_shows_the_ratio_of_update_to_weight(opened: Open, qtbot: QtBot) -> None:
    experiment = lanes(1)
    panel = opened(experiment)
    snapshot = run(experiment)
    panel.show_snapshot(snapshot)
    good = QColor(theme.current().good)
    before = pixels(panel.plot, good)
    click(qtbot, panel, "gradients.ratio")
    assert pixels(panel.plot, good) > before, "the healthy band is named"
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Left)
    reading = panel.plot.reading()
    assert reading is not None
    assert snapshot.layer_history is not None
    np.testing.assert_array_equal(reading[1], snapshot.layer_history.figure("ratio")[-2, :, 0])


def test_lanes_that_vanish_and_explode_are_named(opened: Open, qtbot: QtBot) -> None:
    experiment = lanes(4)
    panel = opened(experiment)
    first = [1e-6, 1.0, 1e5, 0.0]
    gradients = np.tile(np.array([first, [1.0] * 4]), (40, 1, 1))
    panel.show_snapshot(made(run(experiment), gradients))
    shown = panel.lanes.lanes()
    assert [lane.verdict for lane in shown] == ["vanishes", "", "explodes", "vanishes"]
    np.testing.assert_allclose([lane.ratio for lane in shown], first, rtol=1e-5)
    assert "10⁻⁶" in panel.lanes.told(shown[0])
    qtbot.waitUntil(lambda: panel.lanes.height() > 80)
    assert panel.lanes.lane_at(QPoint(5, 20)) == shown[0]
    assert panel.lanes.lane_at(QPoint(5, 2)) is None
    for lane in range(3):
        assert pixels(panel.lanes, theme.lane_color(lane)) > 20


def test_hidden_lanes_are_left_out_and_one_that_diverged_says_so(opened: Open) -> None:
    experiment = small(
        lanes=[
            {"name": "a", "visible": False},
            {"name": "b"},
            {"name": "c", "set": {"optimizer.learning_rate": 100, "layers.*.l2": 1}},
        ]
    )
    snapshot = run(experiment, 60)
    assert snapshot.lanes[2].diverged_at is not None
    panel = opened(experiment)
    panel.show_snapshot(snapshot)
    b, c = panel.lanes.lanes()
    assert (b.name, c.name) == ("b", "c")
    assert "diverged" in c.ended
    assert np.isfinite(c.first), "its last gradients are still known"
    panel.set_focus(2)
    panel.grab()


@pytest.mark.parametrize("size", [(380, 400), (900, 1000)])
def test_gradients_of_any_size_can_be_painted(opened: Open, size: tuple[int, int]) -> None:
    experiment = lanes(2)
    panel = opened(experiment, *size)
    for value in (0.0, 1e-30, 1e30, np.inf, np.nan):
        panel.show_snapshot(made(run(experiment, 2), np.full((50, 2, 2), value)))
        for name in ("gradient", "ratio"):
            panel._figure = name
            panel.refresh()
            panel.grab()


def test_another_run_begins_anew(opened: Open) -> None:
    experiment = lanes(1)
    panel = opened(experiment)
    panel.show_snapshot(run(experiment, 50))
    panel.show_snapshot(run(experiment, 5))
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Right)
    assert (panel.plot.reading() or (0,))[0] == 5


# --- the numbers behind it --------------------------------------------------------------------------------------------


def test_curves_grow_like_those_read_at_once() -> None:
    experiment = lanes(2)
    view = run(experiment, 100).layer_history
    assert view is not None
    bit_by_bit, at_once = LayerCurves("ratio", 1, 2), LayerCurves("ratio", 1, 2)
    for end in (1, 7, 50, 100):
        bit_by_bit.update(LayerHistoryView(view.steps[:end], view.values[:end]))
    at_once.update(view)
    for curves in (bit_by_bit, at_once):
        np.testing.assert_array_equal(curves.measured().y.T, view.figure("ratio")[:, :, 1])
    np.testing.assert_allclose(bit_by_bit.trend().y, at_once.trend().y)


def test_recent_norms_are_geometric_means() -> None:
    rng = np.random.default_rng(0)
    values = np.exp(rng.normal(size=(50, len(FIGURES), 3, 2))).astype(np.float32)
    view = LayerHistoryView(np.arange(50), values)
    expected = np.prod(values[-RECENT:, 0, :, 1].astype(np.float64), axis=0) ** (1 / RECENT)
    np.testing.assert_allclose(RecentNorms().of(view, "gradient", 1), expected, rtol=1e-6)


def test_a_trend_keeps_straight_lines_gaps_and_zeros() -> None:
    values = np.ones((200, len(FIGURES), 2, 1), np.float32)
    values[:, 0, 0, 0] = 10 ** np.linspace(0, 1, 200)
    values[100, 0, 0, 0] = np.nan
    values[:, 0, 1, 0] = 0
    curves = LayerCurves("gradient", 0, 2)
    curves.update(LayerHistoryView(np.arange(200), values))
    trend = curves.trend()
    np.testing.assert_allclose(trend.y[0, 10:90], np.linspace(0, 1, 200)[10:90], rtol=1e-6)
    assert np.isnan(trend.y[0, 100])
    assert not trend.joined[0, 99:101].any()
    assert np.isneginf(trend.y[1]).all(), "a gradient of zero runs along the foot"


def test_numbers_at_an_axis_are_round() -> None:
    assert decades(-3, 2, 10) == [-3, -2, -1, 0, 1, 2]
    assert len(decades(-300, 300, 10)) <= 11
    for until in (50, 60, 150, 2000, 0.37, 3e6):
        marks = ticks(until)
        assert marks[0] == 0
        assert 3 <= len(marks) <= 9
        assert marks[-1] <= until


def test_a_held_limit_does_not_tremble() -> None:
    held = Held()
    limits = {held.follow(value) for value in (1.0, 1.05, 0.9, 1.08, 0.7)}
    assert len(limits) == 1
    assert held.follow(5.0) >= 5.0
    assert held.follow(1.0) < 2.0


@pytest.mark.parametrize("width", [180, 240, 300, 420, 900])
@pytest.mark.parametrize("last", [40, 330, 3000, 123_456])
def test_numbers_of_steps_never_touch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int, last: int) -> None:
    plot, metrics = NormPlot(is_log=True), QFontMetricsF(theme.font("small"))
    qtbot.addWidget(plot)
    monkeypatch.setattr(plot, "_until", lambda: rounded_up(last))
    frame = QRectF(40, 0, width, 100)
    labels = plot._step_labels(frame, Scale(QRectF(0, 0, rounded_up(last), 1), frame), metrics)[::-1]
    assert labels[-1][1].endswith(" steps")
    ends = [left + metrics.horizontalAdvance(text) for left, text in labels]
    assert all(end + 6 < start for end, (start, _) in zip(ends, labels[1:], strict=False))
    assert labels[0][0] >= frame.left()
    assert ends[-1] <= frame.right() + 1e-6
