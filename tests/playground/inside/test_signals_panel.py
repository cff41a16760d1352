"""Signals: which view is open when, what is drawn of lanes and layers, and what a person reads off."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.inside.lit import Lights
from playground.inside.signals.histogram import Strip
from playground.inside.signals.layer_lines import FARTHEST, LEAST, LayerLine, LayerPlace, decades
from playground.inside.signals.layer_plot import LayerPlot
from playground.inside.signals.strips import SignalStrips
from playground.inside.signals.view import SignalsPanel
from playground.inside.signals.words import growth_sentence
from playground.inside.views import VIEWS
from playground.ui.look import theme
from playground.ui.text.numbers import number
from tests.playground.helpers import click, find, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # said of tooltips

Open = Callable[..., SignalsPanel]


def deep(function: str = "relu", layers: int = 3, **changes: Any) -> Experiment:
    stack: list[dict[str, Any]] = []
    for _ in range(layers):
        stack += [{"kind": "dense", "units": 60}, {"kind": "activation", "function": function}]
    lanes = [
        {"name": "naive", "set": {"layers.*.initialization": "uniform"}},
        {"name": "good", "set": {"layers.*.initialization": "he_uniform"}},
    ]
    return small(layers=[*stack, {"kind": "dense", "units": 10}], **{"lanes": lanes, **changes})


def snapshot(panel: SignalsPanel, experiment: Experiment, steps: int = 0, beside: tuple[int, ...] = ()) -> Snapshot:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(steps)
    trainer.measure()
    request = InspectionRequest(VIEWS["signals"].request, focus=panel.focus, beside=beside)
    return trainer.snapshot(inside=look_inside(trainer, request))


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(
        experiment: Experiment, steps: int = 0, focus: int = 0, size: tuple[int, int] = (420, 600)
    ) -> SignalsPanel:
        panel = SignalsPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show_experiment(experiment)
        panel.set_focus(focus)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.show_snapshot(snapshot(panel, experiment, steps))
        return panel

    return make


def pixels(widget: QWidget, color: QColor) -> int:
    """How many pixels of a widget have nearly this colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]
    return int((np.abs(data.astype(int) - np.array(color.getRgb()[:3])).max(axis=2) < 30).sum())


def plain(rich: str) -> str:
    """Rich text without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", rich).replace("&nbsp;", " ")).strip()


def hover(widget: QWidget, x: float, y: float) -> None:
    QTest.mouseMove(widget, QPointF(x, y).toPoint())


def words(panel: SignalsPanel, name: str) -> str:
    return find(panel, QLabel, name).text()


# --- which view ---


def test_the_start_is_foretold_until_the_run_has_begun(opened: Open) -> None:
    panel = opened(deep())
    assert panel.view.value() == "start"
    assert panel.preview.isVisible()
    panel.show_snapshot(snapshot(panel, deep(), steps=3))
    assert panel.view.value() == "now"
    assert panel.strips.isVisible()
    panel.show_snapshot(snapshot(panel, deep()))
    assert panel.view.value() == "start"


def test_until_the_first_figures_are_there_it_says_whether_they_come(opened: Open) -> None:
    """Nobody has to choose anything where data and layers fit."""
    panel = opened(deep())
    panel.show_dataset(load(deep().data))
    panel.show_snapshot(None)
    assert panel.message.text() == "The signal at the start is being worked out."
    output = deep().layers[-1].model_copy(update={"units": 3})
    panel.show_experiment(deep().model_copy(update={"layers": (*deep().layers[:-1], output)}))
    panel.show_snapshot(None)
    assert panel.message.text().startswith("Choose data and layers that fit")
    panel.show_dataset(None)
    assert panel.message.text().startswith("Choose data and layers that fit")


def test_a_person_may_look_at_the_other_view(qtbot: QtBot, opened: Open) -> None:
    panel = opened(deep())
    click(qtbot, panel, "signals.view.now")
    assert panel.strips.isVisible()
    assert len(panel.strips.strips) == 7
    panel.show_snapshot(snapshot(panel, deep()))
    assert panel.strips.isVisible(), "the choice holds"
    panel.show_snapshot(snapshot(panel, deep(), steps=2))
    assert panel.strips.isVisible()
    click(qtbot, panel, "signals.view.start")
    panel.show_snapshot(snapshot(panel, deep(), steps=4))
    assert panel.preview.isVisible()


# --- the start ---


def test_the_start_shows_four_lines_and_says_what_they_do(opened: Open) -> None:
    panel = opened(deep(lanes=[{"name": "one", "set": {"layers.*.initialization": "lecun_normal"}}]))
    for plot in (panel.preview.forward, panel.preview.backward):
        assert [line.name for line in plot.lines] == ["Naive", "Xavier", "He", "Yours"]
        for name in ("danger", "batch_norm", "dropout"):
            assert pixels(plot, theme.current().color(name)) > 30
        assert all(line.theory is not None for line in plot.lines)
    naive, he = panel.preview.forward.lines[0], panel.preview.forward.lines[2]
    assert naive.values[-1] > 20 * he.values[-1]
    assert words(panel, "signals.forward.words").startswith("Yours shrinks to 0.")
    assert words(panel, "signals.backward.words")
    assert panel.preview.forward.accessibleDescription() == words(panel, "signals.forward.words")


def test_lines_have_dashes_so_that_colour_does_not_stand_alone(opened: Open) -> None:
    panel = opened(deep())
    dashes = [line.dashes for line in panel.preview.forward.lines]
    assert len(set(dashes)) == 4
    assert panel.preview.forward.lines[3].is_wide


def test_ones_own_line_has_the_colour_of_its_lane(opened: Open) -> None:
    panel = opened(deep(lanes=[{"name": "one"}, {"name": "two"}]))
    for lane in (0, 1):
        panel.set_focus(lane)
        colors = [line.color for line in panel.preview.forward.lines]
        assert colors[-1] == theme.lane_color(lane)
        assert not {theme.lane_color(each).name() for each in range(8)} & {color.name() for color in colors[:-1]}


def test_the_start_follows_edits_without_pressing_play(opened: Open) -> None:
    experiment = deep(lanes=[{"name": "one"}])
    panel = opened(experiment)
    assert words(panel, "signals.forward.words").startswith("Yours (He)")
    for path, value, begins in (
        ("layers.*.initialization", "uniform", "Yours (Naive) grows"),
        ("layers.*.initialization", "xavier_uniform", "Yours (Xavier)"),
    ):
        lane = experiment.lanes[0].model_copy(update={"set": {path: value}})
        changed = experiment.model_copy(update={"lanes": (lane,)})
        panel.show_experiment(changed)
        panel.show_snapshot(snapshot(panel, changed))
        assert words(panel, "signals.forward.words").startswith(begins)
    before = panel.preview.backward.lines[0].values
    changed = deep("tanh", layers=5, lanes=[{"name": "one"}])
    panel.show_experiment(changed)
    panel.show_snapshot(snapshot(panel, changed))
    assert len(panel.preview.backward.lines[0].values) == 12 > len(before)


def test_figures_of_other_layers_are_not_shown(opened: Open) -> None:
    panel = opened(deep())
    panel.show_experiment(deep(layers=4))
    assert panel.preview.forward.lines == ()
    assert words(panel, "signals.forward.words") == ""


def test_reading_off_the_start(opened: Open) -> None:
    panel = opened(deep())
    plot = panel.preview.forward
    hover(plot, plot.x_of(2), 30)
    text = plain(plot.reading())
    assert text.startswith("2 ReLU theory Naive")
    naive = plot.lines[0]
    assert naive.theory is not None
    assert f"Naive {number(float(naive.values[2]))} {number(float(naive.theory[2]))}" in text
    assert QToolTip.isVisible()
    assert QToolTip.text() == plot.reading()
    hover(plot, 2, 2)
    assert plot.reading() == ""


def test_a_network_too_large_says_so(opened: Open) -> None:
    layers = [{"kind": "dense", "units": 1500}, {"kind": "dense", "units": 1500}, {"kind": "dense", "units": 10}]
    panel = opened(small(layers=layers))
    assert panel.preview.forward.lines == ()
    assert "too large" in panel.message.text()
    assert words(panel, "signals.forward.words") == ""


def test_one_dense_layer_has_a_start_too(opened: Open) -> None:
    panel = opened(small(layers=[{"kind": "dense", "units": 10}]))
    assert words(panel, "signals.forward.words").startswith("Yours (He)")
    assert words(panel, "signals.backward.words") == ""
    panel.grab()


# --- now ---


def test_each_visible_lane_has_a_line_in_its_colour(opened: Open) -> None:
    panel = opened(deep(), steps=1, focus=1)
    assert [line.name for line in panel.lanes.lines] == ["naive", "good"]
    for style in range(2):
        assert pixels(panel.lanes, theme.lane_color(style)) > 100
    naive, good = (line.values for line in panel.lanes.lines)
    assert naive[0] == good[0]
    assert naive[-1] > 5 * good[-1]
    hidden = edited(deep(), "lanes.0.visible", False)
    panel.show_experiment(hidden)
    assert [line.name for line in panel.lanes.lines] == ["good"]


def test_strips_are_the_layers_of_the_lane_in_focus(opened: Open) -> None:
    experiment = deep("tanh")
    panel = opened(experiment, steps=2, focus=0)
    found = snapshot(panel, experiment, 2).inside["signals"]
    strips = panel.strips.strips
    assert [strip.name for strip in strips[:3]] == ["1 Dense", "2 Tanh", "3 Dense"]
    assert [strip.kind for strip in strips[:2]] == ["dense", "activation"]
    assert strips[1].stuck == pytest.approx(float(found.saturated[0, 1]))
    assert strips[3].stuck > 0.3
    assert strips[1].stuck_word == "saturated"
    assert np.isnan(strips[0].stuck)
    assert pixels(panel.strips, theme.current().color("warning")) > 20
    before = strips[1].std
    panel.set_focus(1)
    panel.show_snapshot(snapshot(panel, experiment, 2))
    assert panel.strips.strips[1].std != before


def test_a_dead_layer_is_marked_where_its_line_leaves_the_frame(qtbot: QtBot) -> None:
    plot = LayerPlot()
    qtbot.addWidget(plot)
    plot.resize(320, 150)
    places = [LayerPlace(str(index), str(index)) for index in range(3)]
    values, color = np.array([1.0, 1.0, 0.0]), theme.lane_color(0)
    plot.show_lines(places, [LayerLine("a", values, color)], 1.0)
    before = pixels(plot, color)
    plot.show_lines(places, [LayerLine("a", values, color, dead={2: 1.0})], 1.0)
    assert pixels(plot, color) > before + 15
    assert "100% dead" in plain(plot.tip(2))
    before = pixels(plot, theme.current().color("warning"))
    plot.show_lines(places, [LayerLine("a", values, color, saturated={1: 0.7})], 1.0)
    assert pixels(plot, theme.current().color("warning")) > before + 10
    assert "70% saturated" in plain(plot.tip(1))


def test_the_worst_layer_comes_into_sight_until_a_person_scrolls(opened: Open, qtbot: QtBot) -> None:
    experiment = deep("tanh", layers=8)
    panel = opened(experiment, steps=2, focus=0, size=(380, 330))
    bar, strips = panel.area.verticalScrollBar(), panel.strips
    stuck = [0.0 if np.isnan(strip.stuck) else strip.stuck for strip in strips.strips]
    worst = int(np.argmax(stuck))
    assert stuck[worst] > 0.3

    def is_in_sight() -> bool:
        rect, room = strips.row_rect(worst), panel.area.viewport().height()
        return bar.value() <= rect.top() and rect.bottom() <= bar.value() + room

    qtbot.waitUntil(is_in_sight)
    assert panel.area.viewport().height() >= strips.row_rect(3).bottom(), "four rows have room"
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    panel.show_snapshot(snapshot(panel, experiment, 3))
    QApplication.processEvents()
    assert bar.value() == 0


def test_the_layer_that_somebody_speaks_of_stays_in_sight(opened: Open) -> None:
    panel = opened(deep("tanh", layers=8), steps=2, focus=0, size=(380, 330))
    QApplication.processEvents()
    bar = panel.area.verticalScrollBar()
    assert bar.value() > 0, "at the worst"
    panel.light(Lights(layer=0))
    panel.reveal_lit()
    panel.area.show_worst("another run")
    QApplication.processEvents()
    assert bar.value() == 0
    panel.light(Lights())
    panel.area.show_worst("one more")
    QApplication.processEvents()
    assert bar.value() > 0


def test_reading_off_a_strip(opened: Open) -> None:
    panel = opened(deep("relu"), steps=2, focus=1)
    hover(panel.strips, 60, panel.strips.row_rect(1).center().y())
    text = plain(panel.strips.reading())
    strip = panel.strips.strips[1]
    assert text.startswith("2 ReLU")
    for value in (strip.mean, strip.std, strip.low, strip.high):
        assert number(value, 4) in text
    assert f"dead {strip.stuck:.1%}" in text
    assert "never" not in text
    assert "learn nothing" in text


def test_keys_read_off_as_well(qtbot: QtBot, opened: Open) -> None:
    panel = opened(deep(), steps=1, focus=1)
    panel.lanes.setFocus()
    qtbot.keyClick(panel.lanes, Qt.Key.Key_Right)
    assert plain(panel.lanes.reading()).startswith("Input")
    qtbot.keyClick(panel.lanes, Qt.Key.Key_Right)
    assert plain(panel.lanes.reading()).startswith("1 Dense")
    qtbot.keyClick(panel.lanes, Qt.Key.Key_End)
    assert plain(panel.lanes.reading()).startswith("7 Dense")
    qtbot.keyClick(panel.lanes, Qt.Key.Key_Escape)
    assert panel.lanes.reading() == ""
    panel.strips.setFocus()
    qtbot.keyClick(panel.strips, Qt.Key.Key_Down)
    assert plain(panel.strips.reading()).startswith("1 Dense")
    qtbot.keyClick(panel.strips, Qt.Key.Key_End)
    assert plain(panel.strips.reading()).startswith("7 Dense")
    qtbot.keyClick(panel.strips, Qt.Key.Key_Escape)
    assert panel.strips.reading() == ""


def test_a_reading_is_kept_up_to_date(opened: Open) -> None:
    panel = opened(deep(), steps=1, focus=1)
    hover(panel.lanes, panel.lanes.x_of(3), 40)
    before = panel.lanes.reading()
    panel.show_snapshot(snapshot(panel, deep(), 40))
    assert panel.lanes.reading() != before
    assert QToolTip.text() == panel.lanes.reading()


def test_one_scale_makes_small_layers_narrow(qtbot: QtBot, opened: Open) -> None:
    panel = opened(deep(), steps=1, focus=0)
    color = theme.current().color("dense")
    before = pixels(panel.strips, color)
    image = panel.strips.grab().toImage()
    click(qtbot, panel, "signals.scale.sizes")
    assert panel.strips.grab().toImage() != image
    click(qtbot, panel, "signals.scale.shapes")
    assert pixels(panel.strips, color) == before


def test_a_lane_that_has_diverged_leaves_through_the_top_beside_the_best_one(opened: Open, qtbot: QtBot) -> None:
    sound = {"name": "good", "set": {"layers.*.initialization": "he_uniform", "optimizer.learning_rate": 0.01}}
    naive = {"name": "naive", "set": {"layers.*.initialization": "uniform"}}
    experiment = deep(optimizer={"kind": "sgd", "learning_rate": 5.0}, layers=4, lanes=[naive, sound])
    panel = opened(experiment, focus=0)
    with qtbot.waitSignal(panel.requested) as asked:
        panel.show_snapshot(snapshot(panel, experiment, 60))
    assert asked.args == ["beside", (1,)]
    panel.show_snapshot(snapshot(panel, experiment, 60, beside=(1,)))
    assert panel.snapshot is not None
    step = panel.snapshot.lanes[0].diverged_at
    assert step is not None
    gone = next(line for line in panel.lanes.lines if line.is_gone)
    assert gone.name == f"naive, step {step}"
    assert gone.values[-1] > 10.0 ** panel.lanes.limits[1], "the axis is that of the lanes that are there"
    assert panel.values_caption.text() == f"Values at step {step}, its last"
    assert panel.whose.text() == f"Filled: naive, step {step}. Outlined, on the same scale: good."
    strip = panel.strips.strips[0]
    assert strip.other is not None
    assert strip.reach == max(-strip.low, strip.high, -strip.other.low, strip.other.high)
    assert "good: mean ± std" in panel.strips.tip(0)
    color = theme.lane_color(panel.looks[1].style)
    assert pixels(panel.strips, color) > 20
    panel.show_snapshot(snapshot(panel, experiment, 60))
    assert panel.whose.isHidden()
    assert pixels(panel.strips, color) == 0


def test_before_there_are_figures_it_says_what_to_do(qtbot: QtBot) -> None:
    panel = SignalsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_experiment(deep())
    panel.show_snapshot(None)
    assert "predicted here" in panel.message.text()
    click(qtbot, panel, "signals.view.now")
    assert "Press Play" in panel.message.text()
    panel.grab()


def test_many_lanes_step_back_behind_the_one_in_focus(opened: Open) -> None:
    lanes = [{"name": f"lane {i}", "set": {"seed": i}} for i in range(12)]
    panel = opened(deep(lanes=lanes), steps=1, focus=3)
    assert [line.is_pale for line in panel.lanes.lines] == [lane != 3 for lane in range(12)]
    panel.grab()


def test_the_lane_in_focus_is_named_in_the_header(opened: Open) -> None:
    panel = opened(deep(), focus=1)
    texts = [label.text() for label in panel.header.findChildren(QLabel)]
    assert "good" in texts


@pytest.mark.parametrize("steps", [0, 2])
def test_it_fits_where_there_is_little_room(opened: Open, steps: int) -> None:
    panel = opened(deep(layers=8), steps=steps, focus=1, size=(380, 400))
    assert panel.size() == QSize(380, 400), "no more is asked for"
    assert panel.minimumSizeHint().width() <= 380
    assert panel.minimumSizeHint().height() <= 400


@pytest.mark.parametrize("kind", [LayerPlot, SignalStrips])
def test_every_view_has_a_name_for_screen_readers(opened: Open, kind: type[QWidget]) -> None:
    panel = opened(deep())
    for widget in panel.findChildren(kind):
        assert widget.objectName().startswith("signals.")
        assert widget.accessibleName()


# --- words and axes ---


def test_sentences() -> None:
    names = ["Naive", "Xavier", "He"]
    growth = np.array([5.84, 0.72, 1.01])
    assert growth_sentence(names, growth, own=0) == "Naive grows 5.8× a layer; He keeps its size (1.0×)."
    assert growth_sentence(names, growth, own=2) == "He keeps its size (1.0×); Naive grows 5.8× a layer."
    assert growth_sentence(names, growth, own=1) == "Xavier shrinks to 0.72× a layer; He keeps its size (1.0×)."
    gone = np.array([np.nan, 0.0, np.inf])
    assert growth_sentence(names, gone, own=0) == "Naive leaves the range of numbers; Xavier fades to nothing."
    assert growth_sentence(names[:1], growth[:1], own=0) == "Naive grows 5.8× a layer."


def test_the_axis_shows_the_bands_and_all_that_is_finite() -> None:
    assert decades([np.array([1.0, 2.0])], 1.0) == (-LEAST, LEAST)
    low, high = decades([np.array([1.0, 1e6, np.nan])], 1.0)
    assert (low, high) == (-LEAST, 6.5)
    assert decades([np.array([1.0, np.inf, 0.0])], 1.0) == (-LEAST, FARTHEST)
    assert decades([np.array([1e-300])], 1.0)[0] == -FARTHEST


def test_a_plot_paints_whatever_it_is_given(qtbot: QtBot) -> None:
    plot = LayerPlot()
    qtbot.addWidget(plot)
    plot.resize(300, 120)
    plot.show()
    places = [LayerPlace(str(i), f"place {i}") for i in range(5)]
    red = QColor("red")
    for values in ([1, np.nan, 2, np.inf, 0], [np.nan] * 5, [0] * 5, [1e300] * 5):
        line = LayerLine("a", np.array(values, float), red, style=0, theory=np.array(values, float), ending="a")
        plot.show_lines(places, [line], np.nan)
        plot.grab()
        dashed = LayerLine("b", np.array(values, float), red, dashes=(4, 2))
        plot.show_lines(places, [dashed], 0.0)
        plot.grab()
    plot.show_lines(places[:1], [LayerLine("c", np.array([1.0]), red)], 1.0)
    assert pixels(plot, red) > 0
    plot.clear()
    plot.grab()


def test_strips_paint_whatever_they_are_given(qtbot: QtBot) -> None:
    strips = SignalStrips()
    qtbot.addWidget(strips)
    strips.resize(300, 200)
    strips.show()
    nan = float("nan")
    strips.show_strips(
        [
            Strip("1 Dense", "dense", 0.0, 0.0, 0.0, 0.0, np.array([0, 5, 0])),
            Strip("2 ReLU", "activation", nan, nan, -1e30, 1e30, np.array([1, 0, 3]), 1.0, "dead"),
            Strip("3 Tanh", "activation", 1e12, np.inf, 5.0, 5.0, np.array([0, 9, 0]), 0.0, "saturated"),
        ]
    )
    strips.grab()
    strips.set_same_scale(True)
    strips.grab()
    assert strips.row_rect(2).bottom() <= 200
    strips.show_strips([])
    strips.grab()
    assert strips.childAt(QPoint(5, 5)) is None
