"""What everything that is read off keeps to: the pointer, the keys, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.painting import readable
from playground.ui.painting.readable import ReadableCanvas, moved

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


class Row(ReadableCanvas[int]):
    """Cells of 20 pixels, each with the number that is read off."""

    home: Window

    def __init__(self, values: list[int], *, has_tips: bool = False) -> None:
        super().__init__(has_keys=True)
        self.values = values
        self.looks: list[int | None] = []
        self._has_tips = has_tips

    def show_values(self, values: list[int]) -> None:
        self.values = values
        self.look_again()

    def spot_at(self, position: QPointF) -> int | None:
        cell = int(position.x() // 20)
        return cell if cell < len(self.values) else None

    def spot_by_key(self, key: Qt.Key) -> int | None:
        return moved(self.spot, key, len(self.values) - 1, (LEFT, RIGHT))

    def is_there(self, spot: int) -> bool:
        return spot < len(self.values)

    def told(self, spot: int) -> str:
        return f"cell {spot}: {self.values[spot]}"

    def tip(self, spot: int) -> str:
        return f"<b>{self.values[spot]}</b>" if self._has_tips else ""

    def on_look(self, spot: int | None) -> None:
        self.looks.append(spot)


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    return shown(qtbot, Row([7, 8, 9]))


class Window(QWidget):
    """Hears the keys that nobody wants."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.heard: list[int] = []
        column = QVBoxLayout(self)
        column.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


def shown(qtbot: QtBot, row: Row) -> Row:
    row.home = window = Window(row)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    row.describe("three cells")
    return row


def leave(row: Row) -> None:
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))


def unfocus(row: Row) -> None:
    QApplication.sendEvent(row, QFocusEvent(QEvent.Type.FocusOut))


def test_the_pointer_reads_what_lies_under_it(row: Row) -> None:
    QTest.mouseMove(row, QPoint(250, 5))  # wherever a test before has left it
    QTest.mouseMove(row, QPoint(25, 5))
    assert (row.spot, row.accessibleDescription()) == (1, "cell 1: 8")
    QTest.mouseMove(row, QPoint(150, 5))
    assert (row.spot, row.accessibleDescription()) == (None, "three cells")
    QTest.mouseMove(row, QPoint(45, 5))
    leave(row)
    assert (row.spot, row.pointer) == (None, None)
    assert row.looks == [1, None, 2, None]


def test_keys_lead_from_spot_to_spot(row: Row, qtbot: QtBot) -> None:
    for key, spot in ((RIGHT, 0), (RIGHT, 1), (Qt.Key.Key_End, 2), (RIGHT, 2), (LEFT, 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(row, key)
        assert (row.spot, row.accessibleDescription()) == (spot, row.told(spot))
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert (row.spot, row.accessibleDescription()) == (None, "three cells")


def test_keys_that_mean_nothing_are_left_to_others(row: Row, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Up):  # Escape too: nothing is read off
        qtbot.keyClick(row, key)
    row.show_values([])
    qtbot.keyClick(row, RIGHT)
    assert row.home.heard == [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Up, RIGHT]


def test_what_the_keys_read_goes_with_the_keyboard_and_what_the_pointer_reads_stays(row: Row, qtbot: QtBot) -> None:
    qtbot.keyClick(row, RIGHT)
    unfocus(row)
    assert row.spot is None
    QTest.mouseMove(row, QPoint(25, 5))
    unfocus(row)
    assert row.spot == 1


def test_other_values_are_read_at_once(row: Row, qtbot: QtBot) -> None:
    QTest.mouseMove(row, QPoint(45, 5))
    row.show_values([1, 2])
    assert row.spot is None  # nothing is under the pointer now
    row.show_values([1, 2, 3])
    assert row.spot == 2
    qtbot.keyClick(row, LEFT)
    row.show_values([4, 5, 6])
    assert row.spot == 1  # the keyboard leads, wherever the pointer rests
    row.show_values([4])
    assert row.spot is None


def test_words_for_all_of_it_wait_until_nothing_is_read_off(row: Row, qtbot: QtBot) -> None:
    qtbot.keyClick(row, RIGHT)
    row.describe("three other cells")
    assert row.accessibleDescription() == "cell 0: 7"
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert row.accessibleDescription() == "three other cells"


def test_a_tip_follows_the_pointer_and_the_keys(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tips = [""]
    monkeypatch.setattr(readable.QToolTip, "showText", lambda place, text, widget: tips.append(text))
    monkeypatch.setattr(readable.QToolTip, "hideText", lambda: tips.append(""))
    row = shown(qtbot, Row([7, 8, 9], has_tips=True))
    QTest.mouseMove(row, QPoint(25, 5))
    assert tips[-1] == "<b>8</b>"
    qtbot.keyClick(row, RIGHT)
    assert tips[-1] == "<b>9</b>"
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert tips[-1] == ""


@pytest.mark.parametrize(
    ("index", "key", "by", "expected"),
    [
        (None, RIGHT, 1, 0),
        (None, LEFT, 1, 0),
        (4, RIGHT, 1, 4),
        (1, RIGHT, 3, 4),
        (1, LEFT, 3, 0),
        (2, Qt.Key.Key_A, 1, None),
    ],
)
def test_moved(index: int | None, key: Qt.Key, by: int, expected: int | None) -> None:
    assert moved(index, key, 4, (LEFT, RIGHT), by) == expected
    assert moved(index, key, -1, (LEFT, RIGHT), by) is None
