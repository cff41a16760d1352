"""Everything in the window larger and smaller, while it trains; and large for a room full of people."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from playground.shell.layout import zoom
from playground.shell.main_window import MainWindow
from playground.shell.process import scaling
from playground.ui.settings import settings
from tests.playground.conftest import Open
from tests.playground.helpers import find, small, wait_for_step

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.skipif(not scaling.can_scale(), reason="this Qt cannot"),
]


@pytest.fixture
def window(shared_window: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(zoom.Zoom, "_fits", lambda self, level: level <= 2)  # the screen of tests is tiny
    monkeypatch.setattr(zoom, "ROOM", QSize(1, 1))
    window = shared_window(small())
    yield window
    window.actions_by_name["zoom_reset"].trigger()


def test_the_window_is_larger_in_all_it_draws_and_as_large_on_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    before, base = window.size(), window.devicePixelRatioF()
    window.session.run.play(1_000_000)
    wait_for_step(qtbot, window, 1)
    for _ in range(2):
        window.actions_by_name["zoom_in"].trigger()
    assert window.devicePixelRatioF() == pytest.approx(base * 1.25)
    assert window.size().width() == pytest.approx(max(before.width() / 1.25, window.minimumSizeHint().width()), abs=2)
    assert window.isVisible()
    wait_for_step(qtbot, window, window.session.snapshot.step + 1)
    window.actions_by_name["zoom_out"].trigger()
    assert window.devicePixelRatioF() == pytest.approx(base * 1.1)
    window.actions_by_name["zoom_reset"].trigger()
    assert window.devicePixelRatioF() == pytest.approx(base)
    find(window, type(window.layers), "panel.layers").stack.select(0)
    QTest.mouseMove(window, QPoint(5, 5))


def test_the_keyboard_stays_where_it_was_and_what_is_remembered_and_is_no_zoom_is_ignored(window: MainWindow) -> None:
    window.panels.go_to("layers")
    focus = QApplication.focusWidget()
    window.actions_by_name["zoom_in"].trigger()
    assert window.focusWidget() is focus
    assert zoom.remembered() == 1.1
    for value, level in (("1.26", 1.25), ("nonsense", 1.0), ("900", 3.0), ("nan", 0.8)):
        settings().setValue("window/zoom", value)
        assert zoom.remembered() == level


def test_the_presentation_is_large_and_the_window_is_as_before_behind_it(window: MainWindow, qtbot: QtBot) -> None:
    base, place = window.devicePixelRatioF(), window.geometry()
    window.actions_by_name["present"].trigger()
    assert window.devicePixelRatioF() == pytest.approx(base * zoom.PRESENTED)
    window.actions_by_name["present"].trigger()
    assert window.devicePixelRatioF() == pytest.approx(base)
    qtbot.waitUntil(lambda: window.geometry() == place)


@pytest.mark.parametrize(
    ("screen", "level"), [((1280, 720), 1.0), ((1366, 768), 1.0), ((1600, 900), 1.25), ((1920, 1080), 1.5)]
)
def test_what_is_presented_on_few_pixels_is_no_larger_than_there_is_room_to_see_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], level: float
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    pixels = SimpleNamespace(size=lambda: QSize(*screen), availableSize=lambda: QSize(*screen))
    monkeypatch.setattr(window, "screen", lambda: pixels)
    levels: list[float] = []
    monkeypatch.setattr(zoom.Zoom, "_put", lambda _, level: levels.append(level))
    zoom.Zoom(window).present(is_on=True)
    assert levels == [level]


def test_what_does_not_fit_on_the_screen_is_not_offered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    base = window.devicePixelRatioF()
    window.actions_by_name["zoom_in"].trigger()
    assert window.devicePixelRatioF() == base
