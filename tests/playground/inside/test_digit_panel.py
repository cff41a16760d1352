"""Drawing a digit with the mouse, a pen and the keys, and seeing what the lanes take it for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.train.trainer import Trainer
from playground.inside.digit.canvas import SIDE
from playground.inside.digit.pad import DigitPad
from playground.inside.digit.probability_bars import MOST_CLASSES, ProbabilityBars
from playground.inside.digit.view import DigitPanel
from playground.inside.views import VIEWS
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from tests.playground.helpers import find, small

ONE = ((128, 30), (128, 90), (128, 160), (128, 225))


def trainer(lanes: int = 2, **changes: Any) -> Trainer:
    experiment = small(
        data={"source": "digits", "train": 300, "test": 40},
        optimizer={"kind": "adam", "learning_rate": 0.01},
        lanes=[{"name": f"lane {index}", "set": {"seed": index}} for index in range(lanes)],
        **changes,
    )
    made = Trainer(experiment, load(experiment.data))
    made.run(300)
    return made


def feed(panel: DigitPanel, t: Trainer) -> None:
    """As the window does: what is asked for goes to the trainer, and its answer comes back."""
    found = look_inside(t, InspectionRequest(VIEWS["digit"].request, focus=panel.focus, drawing=panel.features))
    panel.show_snapshot(t.snapshot(inside=found))


Open = Callable[[Trainer], DigitPanel]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(t: Trainer) -> DigitPanel:
        panel = DigitPanel()
        qtbot.addWidget(panel)
        panel.resize(420, 600)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.show_experiment(t.experiment)
        panel.show_dataset(t.dataset)
        feed(panel, t)
        return panel

    return make


def on_pad(pad: DigitPad, x: float, y: float) -> QPoint:
    """Pixels of the canvas -> pixels of the widget."""
    sheet = pad.sheet()
    return (sheet.topLeft() + QPointF(x, y) * (sheet.width() / SIDE)).toPoint()


def stroke(pad: DigitPad, *places: tuple[float, float], button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Presses the button, moves and lets go."""
    start, *rest = (on_pad(pad, *place) for place in places)
    QTest.mousePress(pad, button, Qt.KeyboardModifier.NoModifier, start)
    for at in rest:
        # QTest.mouseMove holds no button offscreen.
        event = _move(pad, at, button)
        QApplication.sendEvent(pad, event)
    QTest.mouseRelease(pad, button, Qt.KeyboardModifier.NoModifier, rest[-1] if rest else start)


def _move(pad: DigitPad, at: QPoint, button: Qt.MouseButton) -> QMouseEvent:
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(pad.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_drawn_one_is_asked_for_and_recognized(opened: Open, qtbot: QtBot) -> None:
    t = trainer()
    panel = opened(t)
    request: list[tuple[str, tuple[float, ...]]] = []
    panel.requested.connect(lambda field, value: request.append((field, value)))
    stroke(panel.pad, *ONE)
    assert {field for field, _ in request} == {"drawing"}
    assert len(request) > 2, "it is live: every move asks again"
    features = np.array(request[-1][1]).reshape(8, 8)
    assert request[-1][1] == panel.features
    assert features.max() == 16
    assert features[:, [0, 1, 6, 7]].sum() == 0
    np.testing.assert_array_equal(features, features[:, ::-1])
    feed(panel, t)
    assert panel.verdict.text().startswith("lane 0 says 1 (")
    image = panel.preview.image()
    assert image is not None
    assert (image.width(), image.height()) == (8, 8)


def test_a_stroke_is_where_it_was_drawn_and_as_wide_as_the_brush(opened: Open) -> None:
    panel = opened(trainer())
    slider = find(panel, QSlider, "digit.brush")
    slider.setValue(40)
    stroke(panel.pad, (64, 128), (200, 128))
    ink = panel.pad.ink() > 0.5
    rows, columns = np.nonzero(ink)
    assert np.ptp(rows) + 1 == pytest.approx(40, abs=3)
    assert rows.mean() == pytest.approx(128, abs=2)
    assert columns.min() == pytest.approx(44, abs=3)
    assert columns.max() == pytest.approx(220, abs=3)


@pytest.mark.parametrize("by_button", [True, False])
def test_rubbing_out(opened: Open, qtbot: QtBot, by_button: bool) -> None:
    panel = opened(trainer())
    stroke(panel.pad, (60, 128), (200, 128))
    before = panel.pad.ink().sum()
    if by_button:
        stroke(panel.pad, (130, 100), (130, 160), button=Qt.MouseButton.RightButton)
    else:
        qtbot.mouseClick(find(panel, QPushButton, "digit.eraser"), Qt.MouseButton.LeftButton)
        stroke(panel.pad, (130, 100), (130, 160))
    ink = panel.pad.ink()
    assert 0 < ink.sum() < before
    assert not ink[:, 130].any()
    assert ink[128, 80] == ink[128, 190] == 1


def test_clearing_takes_the_answer_away(opened: Open, qtbot: QtBot) -> None:
    t = trainer()
    panel = opened(t)
    stroke(panel.pad, *ONE)
    feed(panel, t)
    assert not panel.bars.is_empty()
    with qtbot.waitSignal(panel.requested) as requested:
        qtbot.mouseClick(find(panel, QPushButton, "digit.clear"), Qt.MouseButton.LeftButton)
    assert requested.args == ["drawing", ()]
    assert panel.bars.is_empty()
    assert panel.verdict.text() == ""
    assert panel.preview.image() is None


def test_drawing_with_the_keys(opened: Open, qtbot: QtBot) -> None:
    """Space sets the pen down, arrows move it, Space lifts it, Delete clears the pad."""
    t = trainer()
    panel = opened(t)
    pad = panel.pad
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    for _ in range(16):
        qtbot.keyClick(pad, Qt.Key.Key_Down)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    drawn = pad.ink().sum()
    rows, columns = np.nonzero(pad.ink() > 0.5)
    assert np.ptp(rows) > 120 > np.ptp(columns)
    for _ in range(4):
        qtbot.keyClick(pad, Qt.Key.Key_Right)
    assert pad.ink().sum() == drawn, "the pen is up"
    feed(panel, t)
    assert "says 1" in panel.verdict.text()
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert not pad.ink().any()
    assert panel.features == ()


def test_a_pen_draws_thinner_where_it_is_pressed_less(opened: Open) -> None:
    panel = opened(trainer())
    pad = panel.pad
    widths = []
    for pressure in (0.1, 1.0):
        pad.clear()
        for kind, x in ((QEvent.Type.TabletPress, 60), (QEvent.Type.TabletMove, 200), (QEvent.Type.TabletRelease, 200)):
            at = QPointF(on_pad(pad, x, 128))
            event = QTabletEvent(
                kind,
                QPointingDevice.primaryPointingDevice(),
                at,
                QPointF(pad.mapToGlobal(at)),
                pressure,
                0,
                0,
                0,
                0,
                0,
                Qt.KeyboardModifier.NoModifier,
                Qt.MouseButton.LeftButton,
                Qt.MouseButton.LeftButton,
            )
            QApplication.sendEvent(pad, event)
        widths.append((pad.ink()[:, 128] > 0.5).sum())
    assert 0 < widths[0] < widths[1] * 0.7


def test_bars_are_as_high_as_the_probabilities_in_the_colours_of_the_lanes(opened: Open) -> None:
    t = trainer()
    panel = opened(t)
    stroke(panel.pad, *ONE)
    feed(panel, t)
    shares = look_inside(t, InspectionRequest(VIEWS["digit"].request, drawing=panel.features))["drawing"].probabilities
    image = panel.bars.grab().toImage()
    for lane in (0, 1):
        heights = [panel.bars.bar(lane, place).height() for place in range(10)]
        np.testing.assert_allclose(np.array(heights) / sum(heights), shares[lane], atol=1e-3)
        middle = panel.bars.bar(lane, int(shares[lane].argmax())).center() * image.devicePixelRatio()
        assert image.pixelColor(middle.toPoint()).name() == theme.lane_color(lane).name()


def test_pointing_at_a_class_names_every_lane(opened: Open, qtbot: QtBot) -> None:
    t = trainer(3)
    panel = opened(t)
    stroke(panel.pad, *ONE)
    feed(panel, t)
    QTest.mouseMove(panel.bars, panel.bars.bar(1, 1).center().toPoint())
    reading = panel.bars.reading()
    assert {name for name, _ in reading} == {"lane 0", "lane 1", "lane 2"}
    assert [share for _, share in reading] == sorted((share for _, share in reading), reverse=True)
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_Right)
    assert panel.bars.reading() != reading


def test_other_data_is_told_about_and_the_drawing_stays(opened: Open, qtbot: QtBot) -> None:
    t = trainer()
    panel = opened(t)
    stroke(panel.pad, *ONE)
    toy = parse({"data": {"source": "xor", "train": 20, "test": 10}, "layers": [{"kind": "dense", "units": 2}]})
    panel.show_experiment(toy)
    panel.show_dataset(load(toy.data))
    assert panel.message.isVisible()
    assert "no pictures" in panel.message.text()
    assert panel.features == ()
    panel.show_experiment(t.experiment)
    panel.show_dataset(t.dataset)
    assert panel.pad.isVisible()
    assert len(panel.features) == 64, "the drawing is still there"
    with qtbot.waitSignal(panel.requested) as requested:  # the window forgets what was asked of other data
        panel.show_dataset(t.dataset)
    assert requested.args == ["drawing", panel.features]


def test_the_pad_is_square_and_pad_and_answer_stand_side_by_side_where_there_is_room(opened: Open) -> None:
    panel = opened(trainer())
    for width, height in ((380, 400), (420, 700), (1000, 500)):
        panel.resize(width, height)
        QApplication.processEvents()
        assert panel.pad.width() == panel.pad.height() >= 150
        pad = panel.pad.mapTo(panel, QPoint(0, 0))
        bars = panel.bars.mapTo(panel, QPoint(0, 0))
        assert (bars.x() > pad.x() + panel.pad.width()) == (width == 1000)
        assert bars.y() + panel.bars.height() <= height


def test_many_classes_show_the_likeliest(qtbot: QtBot) -> None:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    shares = np.full((1, 100), 0.001)
    shares[0, 77] = 0.9
    bars.show_shares(shares, [LaneLook("only", 0)], [str(index) for index in range(100)])
    assert len(bars._shown) == MOST_CLASSES
    assert 77 in bars._shown
