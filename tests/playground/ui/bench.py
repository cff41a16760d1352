"""A window with one widget in it, and what was committed there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment
from engine.fields import field_info
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.optim.base import OptimizerSpec

L2 = field_info(DenseSpec, "l2")


RATE = field_info(DropoutSpec, "rate")


UNITS = field_info(DenseSpec, "units")


LEARNING_RATE = field_info(OptimizerSpec, "learning_rate")


BATCH = field_info(Experiment, "batch_size")


START = field_info(DenseSpec, "initialization")


LABEL = field_info(DataSpec, "label")


BIAS = field_info(DenseSpec, "bias")


class Bench:
    """A shown window with one widget in it and another to move the focus to, and a list of what was committed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.elsewhere = QLineEdit()
        self.committed: list[Any] = []
        self.column = QVBoxLayout(self.window)
        self.column.addWidget(self.elsewhere)
        qtbot.addWidget(self.window)

    def show(self, widget: Any) -> Any:
        self.column.addWidget(widget)
        if hasattr(widget, "committed"):
            widget.committed.connect(self.committed.append)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.elsewhere.setFocus()
        return widget

    def click_into(self, box: QAbstractSpinBox) -> None:
        """Clicks, as a person does, and selects what is there."""
        self.qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
        assert box.hasFocus()
        self.qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def type(self, box: Any, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        self.click_into(box)
        if text:
            self.qtbot.keyClicks(box, text)
        else:
            self.qtbot.keyClick(box, Qt.Key.Key_Delete)
        if key is not None:
            self.qtbot.keyClick(box, key)

    def leave(self) -> None:
        self.qtbot.mouseClick(self.elsewhere, Qt.MouseButton.LeftButton)

    def wheel(self, widget: QWidget, notches: int = 1) -> bool:
        """Turns the wheel over a widget. True if it took the turn."""
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        event.ignore()
        QApplication.sendEvent(widget, event)
        return event.isAccepted()
