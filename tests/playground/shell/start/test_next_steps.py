"""The first start: an experiment that learns, three cards that lead on, and one page of introduction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from playground.shell.app import start
from playground.shell.main_window import MainWindow
from playground.shell.start.next_steps import StepCard
from playground.ui.painting.painted_once import painted_once
from tests.playground.helpers import find

Opened = Callable[[], MainWindow]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Opens a window as the program does; the one before is closed then, with all it keeps."""
    starts = []

    def close() -> None:
        while starts:
            window, safety = starts.pop()
            window.close()
            safety.close()
            window.deleteLater()

    def make() -> MainWindow:
        close()
        starts.append(start())
        window = starts[-1][0]
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield make
    close()


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(find(window, QAbstractButton, name), Qt.MouseButton.LeftButton)


def are_offered(window: MainWindow) -> bool:
    return any(bar.isVisible() for bar in window.findChildren(QWidget, "next_steps"))


def test_the_first_start_is_ready_to_play_with_the_border_in_sight_and_tab_reaches_every_card(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    assert window.session.experiment.name == "first-look"
    assert window.inside.current == "boundary"
    assert window.focusWidget() is window.transport.primary
    qtbot.waitUntil(lambda: window.session.snapshot is not None)

    def has_room() -> bool:
        window.resize(1280, 690)  # again, for after its first paint the window is put to its place
        return find(window, QPushButton, "next.introduction").isVisible()

    qtbot.waitUntil(has_room)
    for name in ("naive", "overfitting", "data"):
        card = find(window, QPushButton, f"next.{name}")
        assert card.accessibleName()
        assert card.accessibleDescription().endswith(".")
        assert card.toolTip()
    reached = set()
    for _ in range(40):
        window.focusNextPrevChild(True)
        focus = window.focusWidget()
        reached.add("" if focus is None else focus.objectName())
    assert reached >= {"next.naive", "next.overfitting", "next.data", "next.introduction", "next.close"}
    asked: list[bool] = []
    monkeypatch.setattr(window.files, "choose_data", lambda: asked.append(True))
    press(qtbot, window, "next.data")
    assert asked == [True], "for a file of one's own"


def test_a_card_opens_its_preset_by_key_and_so_does_the_introduction_which_is_put_away_then(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    for card, preset in (("overfitting", "overfitting"), ("naive", "initializations")):
        button = find(window, QPushButton, f"next.{card}")
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert window.session.experiment.name == preset
    window.actions_by_name["introduction"].trigger()
    sheet = window.findChild(QWidget, "sheet.introduction")
    assert sheet is not None
    assert sheet.isVisible()
    press(qtbot, window, "introduction.overfitting")
    assert not sheet.isVisible()
    assert window.session.experiment.name == "overfitting"


def test_in_a_low_window_they_stand_beside_the_menus_and_in_a_high_one_both_lines_of_a_card_are_whole(
    opened: Opened, qtbot: QtBot
) -> None:
    """They give way to a message and to a presentation, and no stray Escape ends them."""
    window = opened()
    window.resize(1280, 690)
    qtbot.waitUntil(lambda: are_offered(window))
    card = find(window, StepCard, "next.naive")
    assert window.menuBar().geometry().contains(card.mapTo(window, card.rect().bottomLeft()))
    window.message.show_message("info", "The run was saved.")
    assert not are_offered(window)
    window.message.close_message()
    assert are_offered(window)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert are_offered(window)
    window.actions_by_name["present"].trigger()
    assert not are_offered(window)
    window.actions_by_name["present"].trigger()
    qtbot.waitUntil(lambda: are_offered(window))

    def have_room() -> bool:
        window.resize(1536, 900)  # again, for after its first paint the window is put to its place
        return find(window, StepCard, "next.naive").sentence.isVisible()

    qtbot.waitUntil(have_room)
    assert find(window, StepCard, "next.naive").mapTo(window, QPoint()).y() > 60, "below the menus"
    for card in (one for one in window.findChildren(StepCard) if one.isVisible()):
        upper, lower = sorted((one.geometry() for one in card.findChildren(QLabel) if one.text()), key=QRect.top)
        assert upper.bottom() < lower.top()
        assert card.rect().contains(upper.united(lower))
        assert min(upper.height(), lower.height()) >= card.sentence.sizeHint().height()


def test_they_survive_another_language_until_they_are_put_away(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    with painted_once(window):  # which is asked what is offered, and not painted
        window.rebuild()
        qtbot.waitUntil(lambda: are_offered(window))
        press(qtbot, window, "next.close")
        assert not are_offered(window)
        window.rebuild()
        assert not are_offered(window)
    assert not are_offered(opened())
