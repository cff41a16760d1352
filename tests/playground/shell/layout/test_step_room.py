"""A step that is taken apart has the room that its numbers need, and gives it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.store.presets import load_preset
from playground.network.apart.figures import LEAST
from playground.shell.main_window import MainWindow
from playground.ui.painting.painted_once import painted_once
from tests.playground.conftest import Open

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(shared_window: Open) -> Iterator[MainWindow]:
    """Not painted: it is asked where what lies."""
    window = shared_window(load_preset("first-look"))
    with painted_once(window):
        window.resize(1280, 690)
        window.actions_by_name["restore_layout"].trigger()
        yield window


def take_apart(window: MainWindow, qtbot: QtBot) -> None:
    window.network.header.step_button.click()
    qtbot.waitUntil(lambda: bool(window.network.drawing.figures))


def heights(window: MainWindow) -> tuple[int, int, int]:
    return window.docks["network"].height(), window.curves.height(), window.docks["lanes"].height()


def pitches(window: MainWindow) -> list[float]:
    return [column.pitch for column in window.network.drawing.scenes[0].placed]


def test_in_a_low_window_the_drawing_is_alone_until_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    before = heights(window)
    take_apart(window, qtbot)
    assert min(pitches(window)) > LEAST
    assert not window.docks["lanes"].isVisible()
    window.network.header.step_button.click()
    assert window.docks["lanes"].isVisible()
    qtbot.waitUntil(lambda: heights(window) == before)

    take_apart(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.docks["lanes"].isVisible()
    assert not window.network.header.step_button.isChecked()

    take_apart(window, qtbot)
    window.rebuild()
    assert window.docks["lanes"].isVisible()
    assert not window.network.header.step_button.isChecked()


def test_in_a_high_window_the_curves_make_room(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1600, 1100)
    before = window.docks["network"].height()
    take_apart(window, qtbot)
    qtbot.waitUntil(lambda: min(pitches(window)) > LEAST)
    assert window.docks["lanes"].isVisible()
    assert window.curves.isVisible()
    window.network.header.step_button.click()
    qtbot.waitUntil(lambda: window.docks["network"].height() == before)
