"""A panel of layers, worked as a person does, and who does what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.errors import ExperimentError
from engine.experiment.edits import layer_edits
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from playground.layers.panel import LayersPanel

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A panel, and who does what it asks for: as the window does, without training."""

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        self.qtbot = qtbot
        self.panel = LayersPanel()
        self.panel.stack.set_folding(False)
        qtbot.addWidget(self.panel)
        self.asked: list[tuple[Any, ...]] = []
        self.is_refusing = False
        self.panel.edited.connect(self.edit)
        self.panel.inserted.connect(self.insert)
        self.panel.removed.connect(self.remove)
        self.panel.moved.connect(self.move)
        self.panel.duplicated.connect(self.duplicate)
        self.experiment = experiment
        self.panel.show_experiment(experiment)
        self.panel.show_dataset(load(experiment.data))
        self.panel.resize(360, 440)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)

    def edit(self, path: str, value: object) -> None:
        self._do((path, value), lambda old: edited(old, path, value))

    def insert(self, index: int, kind: str) -> None:
        self._do(("insert", index, kind), lambda old: layer_edits.insert_layer(old, index, kind))

    def remove(self, indices: list[int]) -> None:
        self._do(("remove", *indices), lambda old: layer_edits.remove_layers(old, indices))

    def move(self, index: int | list[int], to: int) -> None:
        self._do(("move", index, to), lambda old: layer_edits.move_layer(old, index, to))

    def duplicate(self, index: int | list[int]) -> None:
        self._do(("duplicate", index), lambda old: layer_edits.duplicate_layer(old, index))

    def _do(self, asked: tuple[Any, ...], change: Callable[[Experiment], Experiment]) -> None:
        self.asked.append(asked)
        if self.is_refusing:
            self.panel.show_experiment(self.experiment)
            return
        try:
            self.experiment = change(self.experiment)
        except ExperimentError:
            return
        self.panel.show_experiment(self.experiment)

    # --- what a person does and sees ---

    def kinds(self) -> str:
        """``dada``: the first letters of the rows, which must be those of the experiment."""
        shown = [row.kind for row in self.panel.stack.rows]
        assert shown == [layer.kind for layer in self.experiment.layers]
        names = {"dense": "D", "activation": "a", "dropout": "o", "batch_norm": "b", "layer_norm": "l"}
        return "".join(names.get(kind, "p") for kind in shown)

    def selected(self) -> list[int]:
        painted = [row.index for row in self.panel.stack.rows if row.is_selected]
        assert painted == self.panel.stack.selection.indices()
        return painted

    def click_row(self, index: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        row = self.panel.stack.rows[index]
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, modifier, QPoint(90, row.height() // 2))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def add(self, kind: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """By the keyboard: Insert, down to the kind, Enter."""
        self.press(Key.Key_Insert, modifier)
        menu = self.panel.actions_by_name.menu
        self.qtbot.waitUntil(menu.isVisible)
        QTest.keyClick(menu, Key.Key_Down)
        while menu.activeAction().data() != kind:
            QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)


Open = Callable[..., Desk]


def drag(d: Desk, row: int, to_y: int, *, drop: bool = True) -> None:
    rows = d.panel.stack
    rows.layout().activate()
    start = rows.rows[row].geometry().center()
    QTest.mousePress(rows, Qt.MouseButton.LeftButton, pos=QPoint(40, start.y()))
    for y in (start.y(), (start.y() + to_y) // 2, to_y):
        QTest.mouseMove(rows, QPoint(40, y))
    if drop:
        QTest.mouseRelease(rows, Qt.MouseButton.LeftButton, pos=QPoint(40, to_y))
