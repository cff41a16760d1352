"""Axes and names: no two texts lie upon each other, and no loss is without an axis."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from playground.curves.plots.limits import loss_limits
from playground.curves.plots.plot import LanePlot
from playground.ui.look import theme
from playground.ui.painting.lines.thinning import Points
from playground.ui.painting.lines.value_axis import ValueAxis
from tests.playground.curves.desk import Open, flat, lanes, pixels, run
from tests.playground.helpers import small


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
