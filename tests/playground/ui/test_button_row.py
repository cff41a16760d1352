"""Buttons that go into a menu where there is no room for them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from playground.ui.widgets.button_row import ButtonRow


@pytest.fixture
def row(qtbot: QtBot) -> ButtonRow:
    row = ButtonRow("more")
    qtbot.addWidget(row)
    for text in ("One", "Another", "A third"):
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        row.add(button)
    row.resize(row.sizeHint())
    row.show()
    return row


def buttons(row: ButtonRow) -> list[QToolButton]:
    return [button for button in row.findChildren(QToolButton) if button is not row.more_button]


def test_all_are_there_where_there_is_room(row: ButtonRow) -> None:
    assert row.in_menu == []
    assert row.more_button.isHidden()


@pytest.mark.parametrize("less", range(0, 200, 7))
def test_none_is_lost_and_none_is_cut_off(row: ButtonRow, less: int) -> None:
    row.resize(max(row.sizeHint().width() - less, row.minimumSizeHint().width()), row.height())
    seen = [button for button in row.findChildren(QToolButton) if button.isVisible()]
    assert {*seen, *row.in_menu} - {row.more_button} == {*buttons(row)}
    assert row.more_button.isVisible() == bool(row.in_menu)
    places = sorted((button.geometry() for button in seen), key=lambda place: place.left())
    assert all(row.rect().contains(place) for place in places)
    assert all(before.right() < after.left() for before, after in pairwise(places))


def test_an_entry_of_the_menu_does_what_its_button_does(row: ButtonRow, qtbot: QtBot) -> None:
    row.resize(row.minimumSizeHint())
    buttons(row)[1].setEnabled(False)
    buttons(row)[2].setChecked(True)
    menu = row.menu()
    assert [(a.text(), a.isEnabled(), a.isChecked()) for a in menu.actions()] == [
        ("One", True, False),
        ("Another", False, False),
        ("A third", True, True),
    ]
    with qtbot.waitSignal(buttons(row)[0].toggled):
        menu.actions()[0].trigger()
    assert buttons(row)[0].isChecked()


def test_what_is_not_wanted_takes_no_room(row: ButtonRow) -> None:
    before = row.sizeHint().width()
    row.set_wanted(buttons(row)[0], False)
    assert row.sizeHint().width() < before
    row.resize(row.minimumSizeHint())
    assert buttons(row)[0] not in row.in_menu
