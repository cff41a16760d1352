"""A panel enlarged, the presentation, and a table of lanes that is as high as its rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from playground.shell.app import create_window
from playground.shell.layout.docks import VERSION
from playground.shell.layout.stage import PRESENTED
from playground.shell.main_window import MainWindow
from playground.ui.settings import settings
from tests.playground.conftest import Open
from tests.playground.helpers import all_paintings, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


@pytest.fixture
def own_window(qtbot: QtBot) -> MainWindow:
    """To be closed, or of another size."""
    window = create_window(small())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def seen(window: MainWindow) -> set[str]:
    """The panels that are to be seen, those behind another tab too."""
    shown = {name for name, dock in window.docks.items() if not dock.isHidden()}
    return shown | ({"curves"} if window.centralWidget().isVisible() else set())


def test_the_panel_with_the_keyboard_is_enlarged_and_escape_brings_all_back(window: MainWindow, qtbot: QtBot) -> None:
    before, size = seen(window), window.docks["inside"].size()
    window.panels.go_to("inside")
    with all_paintings() as paintings:
        window.actions_by_name["enlarge"].trigger()
    assert paintings.count == 0, "not each time that another panel goes"
    assert seen(window) == {"inside"}
    qtbot.waitUntil(lambda: window.docks["inside"].width() > 1200)
    with all_paintings() as paintings:
        assert window.panels.stage.leave()
        window.actions_by_name["restore_layout"].trigger()
    assert paintings.count == 0, "not each time that another panel comes"
    window.panels.go_to("inside")
    window.actions_by_name["enlarge"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert seen(window) == before
    qtbot.waitUntil(lambda: abs(window.docks["inside"].width() - size.width()) <= 2)


def test_what_there_is_to_see_is_shown_once_when_panels_come_and_not_with_each_of_them(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(window, "_show_snapshot", shown.append)
    for times in (1, 2):
        window.actions_by_name["enlarge"].trigger()
        assert shown == [window.session.snapshot] * times


def test_the_curves_are_enlarged_too_and_the_same_key_ends_it(window: MainWindow) -> None:
    before = seen(window)
    window.panels.go_to("curves")
    window.actions_by_name["enlarge"].trigger()
    assert seen(window) == {"curves"}
    window.actions_by_name["enlarge"].trigger()
    assert seen(window) == before


def test_where_no_panel_has_the_keyboard_the_one_under_the_mouse_is_enlarged(window: MainWindow, qtbot: QtBot) -> None:
    window.transport.primary.setFocus()
    inside = window.docks["inside"]
    QCursor.setPos(inside.mapToGlobal(inside.rect().center()))
    qtbot.keyClick(window.transport.primary, Qt.Key.Key_F11)
    assert seen(window) == {"inside"}


def test_the_presentation_shows_what_a_room_looks_at(window: MainWindow) -> None:
    before = seen(window)
    window.actions_by_name["present"].trigger()
    assert seen(window) == PRESENTED
    assert window.isFullScreen()
    window.actions_by_name["present"].trigger()
    assert seen(window) == before
    assert not window.isFullScreen()


def test_a_maximized_window_is_maximized_behind_the_presentation_and_whole_when_it_is_closed_on_stage(
    own_window: MainWindow, qtbot: QtBot
) -> None:
    window = own_window
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    window.actions_by_name["present"].trigger()
    window.setWindowState(Qt.WindowState.WindowFullScreen)  # as desktops tell it: a full screen, and nothing else
    window.actions_by_name["present"].trigger()
    assert window.windowState() == Qt.WindowState.WindowMaximized
    window.actions_by_name["enlarge"].trigger()
    before = window.panels.stage.shown
    assert before
    window.close()
    assert settings().value("window/layout") == window.saveState(VERSION)
    assert not window.panels.stage.shown


def test_the_table_is_as_high_as_its_lanes(window: MainWindow, qtbot: QtBot) -> None:
    heights = [window.docks["lanes"].height()]
    for _ in range(2):
        window.session.structure.add_lane()
        qtbot.waitUntil(lambda: window.docks["lanes"].height() >= heights[-1])
        heights.append(window.docks["lanes"].height())
    assert heights[0] < heights[1] <= heights[2]
    assert heights[2] < window.height() / 3
