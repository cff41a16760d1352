"""The time axis of both plots: what a person zooms in on, and when all is shown again."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from engine.experiment.edits.field_edits import edited
from playground.curves.plots.plot import LanePlot
from playground.ui.look import theme
from tests.playground.curves.desk import Open, flat, lanes, pixels, run
from tests.playground.helpers import Paintings


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


@pytest.mark.parametrize("turn", [0, 1])
def test_both_plots_show_the_same_steps_whosever_turn_it_is(opened: Open, turn: int) -> None:
    panel = opened(lanes(1))
    panel.show_snapshot(run(flat(0.2)))
    short = times(panel.loss)
    panel.parts()[turn].show(run(flat(0.2, points=400)))
    assert times(panel.loss) == times(panel.accuracy) != short


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
