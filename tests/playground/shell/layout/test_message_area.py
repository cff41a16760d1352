"""What the window tells stands in one line beside the menus: nothing gives way for it, and one at a time is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.store.presets import load_preset
from playground.shell.main_window import MainWindow
from playground.ui.widgets.message_bar import MessageBar
from tests.playground.conftest import Open

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LONG = "The model was saved as /a/folder/whose/name/is/long/{}/model.npz. ".format("x" * 120)


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    window = shared_window(load_preset("first-look"))
    window.resize(1280, 690)
    return window


def in_sight(window: MainWindow) -> list[MessageBar]:
    bars = window.closing_bar, window.crash_bar, window.recovery_bar, window.message
    return [bar for bar in bars if bar.isVisible()]


def test_messages_take_no_room_and_the_newest_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    before = [dock.geometry() for dock in window.docks.values()], window.curves.height()
    window.recovery_bar.show_notice("info", "Work from 14:32 is kept.", ("Restore", "Bring it back"))
    assert in_sight(window) == [window.recovery_bar]
    window.message.show_message("info", "The run was saved.")
    assert in_sight(window) == [window.message]
    assert not window.recovery_bar.isHidden(), "it waits"
    assert ([dock.geometry() for dock in window.docks.values()], window.curves.height()) == before
    menus, place = window.menuBar(), window.message.mapTo(window, window.message.rect().topLeft())
    assert menus.geometry().contains(place)
    assert place.x() > menus.actionGeometry(menus.actions()[-1]).right()

    window.message.setFocus()
    qtbot.keyClick(window.message, Qt.Key.Key_Escape)
    assert in_sight(window) == [window.recovery_bar]
    window.recovery_bar.close_message()
    assert in_sight(window) == []
    area = window.findChild(QWidget, "messages")
    assert area is not None
    assert not area.isVisible()


def test_the_question_at_closing_stays_in_front_of_what_is_told_meanwhile(window: MainWindow) -> None:
    window.closing_bar.show_notice("error", "There is no space left.", ("Close", "Loses the run"))
    window.message.show_message("info", "The run was saved.")
    assert in_sight(window) == [window.closing_bar]
    assert [label.text() for label in window.closing_bar.findChildren(QLabel) if label.isVisible()][-1] == "+1"
    window.closing_bar.close_message()
    assert in_sight(window) == [window.message]
    assert not any(label.text().startswith("+") for label in window.message.findChildren(QLabel) if label.isVisible())


def test_a_long_message_is_one_line_that_unfolds(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.message
    bar.show_message("info", "short")
    assert not bar.more_button.isVisible()
    bar.show_message("info", LONG * 2)
    low, label = bar.height(), bar.findChild(QLabel)
    assert label is not None
    assert low <= window.menuBar().height()
    qtbot.mouseClick(bar.more_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.height() > 1.5 * low)
    assert bar.more_button.isVisible()
    bar.show_message("info", LONG)
    assert not bar.is_unfolded, "another message is a line again"
    qtbot.waitUntil(lambda: bar.height() == low)


def test_that_something_was_saved_is_over_with_the_next_edit_and_when_training_begins(window: MainWindow) -> None:
    session = window.session
    for go_on in (lambda: session.edit("seed", 3), session.run.play):
        session.run.model_saved.emit(Path("/here/model.npz"))
        assert window.message.text() == "The model was saved as /here/model.npz."
        go_on()
        assert window.message.text() != "The model was saved as /here/model.npz."
    session.run.pause()
