"""The gallery of sources: opened by mouse and keys, read, picked from, and never chosen from in passing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.data.sources.registry import SOURCES
from playground.data import source_pictures
from playground.data.panel import DataPanel
from playground.data.source import OPEN
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.widgets.card_delegate import PICTURE_SIZE, CardDelegate, CardRole, broken_lines
from tests.playground.helpers import csv_of_flowers, find, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # lists that open, off the screen


@pytest.fixture
def panel(qtbot: QtBot) -> DataPanel:
    panel = DataPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 270)
    with qtbot.waitExposed(panel):
        panel.show()
    show(panel, source="digits", train=60, test=40)
    return panel


def show(panel: DataPanel, **data: Any) -> None:
    experiment = small(data=data)
    panel.show_dataset(load(experiment.data))
    panel.show_experiment(experiment)


@pytest.fixture
def box(panel: DataPanel) -> QComboBox:
    return find(panel, QComboBox, "data.source")


def pick(qtbot: QtBot, box: QComboBox, title: str) -> None:
    """Opens the list with the mouse and clicks an entry, as soon as the list takes clicks."""
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    view: QAbstractItemView = box.view()
    qtbot.waitUntil(view.isVisible)
    index = view.model().index(box.findText(title), 0)

    def click() -> bool:
        view.scrollTo(index)
        place = view.visualRect(index).center()
        QTest.mouseMove(view.viewport(), place - QPoint(2, 2))
        QTest.mouseMove(view.viewport(), place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return not view.isVisible()

    qtbot.waitUntil(click)


def test_every_source_has_a_card(box: QComboBox) -> None:
    assert [box.itemData(index) for index in range(box.count())] == [*SOURCES, OPEN]
    for index in range(box.count() - 1):
        assert box.itemText(index) == i18n.choice_name(box.itemData(index))
        assert box.itemData(index, CardRole.SENTENCE) == i18n.choice_help(box.itemData(index))
        assert callable(box.itemData(index, CardRole.PICTURE))
        source = SOURCES.get(box.itemData(index))
        learned = "a number" if source is not None and source.task == "numbers" else "classes"
        assert learned in box.itemData(index, CardRole.NOTE)
    assert box.itemData(0, CardRole.NOTE) == "1,797 rows · 64 features · 10 classes"


def test_picking_with_the_mouse(panel: DataPanel, box: QComboBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.edited) as edit:
        pick(qtbot, box, "Spiral")
    assert edit.args == ["data.source", "spiral"]


def test_picking_with_the_keys(panel: DataPanel, box: QComboBox, qtbot: QtBot) -> None:
    edits = QSignalSpy(panel.edited)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.view().isVisible()
    for _ in range(2):
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
    assert edits.count() == 0
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert [edits.at(0)] == [["data.source", "xor"]]
    assert not box.view().isVisible()


def test_typing_opens_the_list_and_finds(panel: DataPanel, box: QComboBox, qtbot: QtBot) -> None:
    edits = QSignalSpy(panel.edited)
    box.setFocus()
    QTest.keyClicks(box, "mn")
    assert box.view().isVisible()
    assert box.view().currentIndex().data() == "MNIST"
    assert edits.count() == 0
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert not box.view().isVisible()
    assert edits.count() == 0
    assert box.currentData() == "digits"


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_PageDown])
def test_nothing_is_chosen_in_passing(panel: DataPanel, box: QComboBox, key: Qt.Key) -> None:
    edits = QSignalSpy(panel.edited)
    box.setFocus()
    QTest.keyClick(box, key)
    box.hidePopup()
    rest = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    wheel = QWheelEvent(QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120), *rest)
    QApplication.sendEvent(box, wheel)
    assert edits.count() == 0
    assert box.currentData() == "digits"


def test_the_last_entry_asks_for_a_file(panel: DataPanel, box: QComboBox, qtbot: QtBot) -> None:
    edits = QSignalSpy(panel.edited)
    with qtbot.waitSignal(panel.file_wanted):
        pick(qtbot, box, "Open your data…")
    assert edits.count() == 0
    assert box.currentData() == "digits", "nothing else was chosen"


def test_a_file_is_one_more_entry(panel: DataPanel, box: QComboBox, tmp_path: Path) -> None:
    path = csv_of_flowers(tmp_path)
    show(panel, source=str(path), train=30, test=20)
    assert (box.currentText(), box.currentData()) == ("flowers.csv", str(path))
    assert "flowers.csv" in box.toolTip()
    assert box.itemData(box.currentIndex(), CardRole.SENTENCE) == str(path)
    assert box.itemData(box.currentIndex(), CardRole.NOTE) == "60 rows · 2 features · 3 classes"
    show(panel, source="digits", train=60, test=40)
    assert box.currentData() == "digits"
    assert box.findData(str(path)) >= 0, "one can go back to the file"
    other = path.rename(tmp_path / "others.csv")
    show(panel, source=str(other), train=30, test=20)
    assert [box.itemData(index) for index in range(box.count())] == [*SOURCES, str(other), OPEN]
    assert box.currentData() == str(other)


# --- cards ------------------------------------------------------------------------------------------------------------


def painted(delegate: CardDelegate, box: QComboBox, row: int, state: QStyle.StateFlag) -> QImage:
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_Enabled | state
    index = box.model().index(row, 0)
    option.rect.setSize(delegate.sizeHint(option, index))
    image = QImage(option.rect.size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(theme.current().color("surface"))
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def test_a_card_shows_what_it_is_given_and_whether_it_is_chosen(box: QComboBox) -> None:
    delegate = CardDelegate(width=300)
    nothing = QStyle.StateFlag.State_None
    card = painted(delegate, box, 0, nothing)
    assert card.deviceIndependentSize() == QSize(300, card.height() // 2).toSizeF()
    assert card.height() // 2 >= PICTURE_SIZE
    states = (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver)
    assert all(painted(delegate, box, 0, state) != card for state in states)
    for role, other in ((CardRole.SENTENCE, ""), (CardRole.NOTE, "x"), (CardRole.PICTURE, None)):
        before = box.itemData(0, role)
        box.setItemData(0, other, role)
        assert painted(delegate, box, 0, nothing) != card
        box.setItemData(0, before, role)
    assert painted(delegate, box, 0, nothing) == card


def test_sentences_break_between_words_and_keep_their_end(qtbot: QtBot) -> None:
    text = "one two three four five six seven eight nine ten"
    font = theme.font("small")
    lines = broken_lines(text, font, 80, 3)
    assert len(lines) == 3
    assert " ".join(lines) == text
    assert broken_lines(text, font, 2000, 3) == [text]
    assert broken_lines("", font, 80, 3) == []


@pytest.mark.parametrize("source", [*SOURCES, "file"])
def test_each_source_has_a_picture_of_its_own(qtbot: QtBot, source: str) -> None:
    def picture(name: str) -> QImage:
        image = QImage(112, 112, QImage.Format.Format_RGB32)
        image.fill(theme.current().color("sunken"))
        painter = QPainter(image)
        painter.scale(2, 2)
        source_pictures.painter(name)(painter, QRectF(0, 0, PICTURE_SIZE, PICTURE_SIZE))
        painter.end()
        return image

    others = [name for name in (*SOURCES, "file") if name != source]
    assert all(picture(source) != picture(other) for other in others)
