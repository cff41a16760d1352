"""A line that a person types into stays in sight, whatever grows above it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.widgets.in_sight import InSight


def test_it_stays_in_sight_while_it_has_the_focus(qtbot: QtBot) -> None:
    area, body, around = QScrollArea(), QWidget(), QWidget()
    above, line, told = QLabel("rows"), QLineEdit(), QLabel("wrong")
    inside = QVBoxLayout(around)
    inside.addWidget(line)
    inside.addWidget(told)
    column = QVBoxLayout(body)
    column.addWidget(above)
    column.addWidget(around)
    told.hide()
    above.setFixedHeight(300)
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.resize(200, 150)
    InSight(line, around, told)
    qtbot.addWidget(area)
    area.show()
    area.activateWindow()
    assert line.visibleRegion().isEmpty(), "nobody types"
    area.ensureWidgetVisible(line)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus, timeout=5000)
    above.setFixedHeight(900)
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect(), timeout=5000)
    told.show()
    QTest.keyClicks(line, "1")
    qtbot.waitUntil(lambda: told.visibleRegion().boundingRect() == told.rect(), timeout=5000)
    assert line.visibleRegion().boundingRect() == line.rect()
