"""A hidden layer is one row: it opens and folds, and is moved, copied and removed as one thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from playground.layers.panel import LayersPanel
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import find, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DENSE = {"kind": "dense", "units": 8}
RELU = {"kind": "activation", "function": "relu"}
DROP = {"kind": "dropout", "rate": 0.2}
OUT = {"kind": "dense", "units": 10}
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    window = shared_window(small(layers=[DENSE, RELU, DROP, DENSE, RELU, OUT]))
    stack = window.layers.stack
    stack.set_folding(True)
    for head in (0, 3):
        stack.fold(head)
    stack.selection.choose([])
    return window


def seen(panel: LayersPanel) -> list[int]:
    return [row.index for row in panel.stack.rows if row.isVisible()]


def press_row(panel: LayersPanel, index: int, to: int | None = None) -> None:
    """On its name; to: where it is dragged."""
    stack = panel.stack
    stack.layout().activate()
    start = QPoint(80, stack.rows[index].geometry().center().y())
    end = start if to is None else QPoint(80, to)
    QTest.mousePress(stack, LEFT, pos=start)
    if to is not None:
        for y in (start.y(), (start.y() + to) // 2, to):
            QTest.mouseMove(stack, QPoint(80, y))
    QTest.mouseRelease(stack, LEFT, pos=end)


def kinds(window: MainWindow) -> list[str]:
    return [layer.called[:2] for layer in window.session.experiment.layers]


def test_a_hidden_layer_is_one_row_that_tells_of_all_its_layers(window: MainWindow) -> None:
    panel = window.layers
    assert seen(panel) == [0, 3, 5]
    assert [panel.stack.rows[index].second_line() for index in (0, 3)] == ["ReLU · dropout 0.2", "ReLU"]
    assert "dropout 0.2" in panel.stack.rows[0].accessibleName()
    mark = panel.stack.rows[5].fold_mark
    assert mark is None or not mark.isVisible()
    assert panel.stack.rows[5].second_line().startswith("8→10")


def test_a_press_opens_it_and_folds_the_others_and_the_arrow_opens_one_more(window: MainWindow) -> None:
    panel = window.layers
    press_row(panel, 0)
    assert seen(panel) == [0, 1, 2, 3, 5]
    assert panel.stack.selection.indices() == [0, 1, 2]
    assert panel.details.text() == "", "its settings, and not that three are selected"
    press_row(panel, 3)
    assert seen(panel) == [0, 3, 4, 5]
    mark = find(panel, QToolButton, "layers.0.fold")
    assert mark.toolTip()
    assert mark.accessibleName()
    QTest.mouseClick(mark, LEFT)
    assert seen(panel) == [0, 1, 2, 3, 4, 5]
    QTest.mouseClick(mark, LEFT)
    assert seen(panel) == [0, 3, 4, 5]


def test_by_keys(window: MainWindow) -> None:
    panel = window.layers
    stack = panel.stack
    stack.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    stack._go(0, extend=False)
    assert (stack.selection.indices(), len(seen(panel))) == ([0, 1, 2], 3)

    def key(key: Qt.Key) -> list[int]:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        return stack.selection.indices()

    assert key(Qt.Key.Key_Down) == [3, 4]
    assert key(Qt.Key.Key_Down) == [5]
    assert key(Qt.Key.Key_Home) == [0, 1, 2]
    key(Qt.Key.Key_Right)
    assert seen(panel) == [0, 1, 2, 3, 5]
    assert key(Qt.Key.Key_Down) == [1]
    assert key(Qt.Key.Key_Left) == [0, 1, 2]
    assert seen(panel) == [0, 3, 5]
    assert QApplication.focusWidget() is stack.rows[0]


def test_it_is_moved_copied_and_removed_as_one_and_each_is_one_step_of_undo(window: MainWindow) -> None:
    panel, session = window.layers, window.session
    before = session.experiment
    panel.stack._select_shown(3)
    panel.actions_by_name["move_layer_up"].trigger()
    assert kinds(window) == ["de", "re", "de", "re", "dr", "de"]
    assert panel.stack.selection.indices() == [0, 1]
    panel.actions_by_name["move_layer_down"].trigger()
    assert session.experiment == before
    panel.actions_by_name["duplicate_layer"].trigger()
    assert kinds(window) == ["de", "re", "dr", "de", "re", "de", "re", "de"]
    assert panel.stack.selection.indices() == [5, 6]
    panel.actions_by_name["remove_layer"].trigger()
    assert session.experiment == before
    for _ in range(4):
        session.undo_stack.undo()
    assert session.experiment == before
    assert seen(panel) == [0, 3, 5]


def test_it_is_dragged_as_one(window: MainWindow) -> None:
    panel = window.layers
    press_row(panel, 0, panel.stack.rows[3].geometry().bottom() - 2)
    assert kinds(window) == ["de", "re", "de", "re", "dr", "de"]
    assert panel.stack.selection.indices() == [2, 3, 4]


def test_a_layer_that_is_asked_for_by_its_row_is_shown(window: MainWindow) -> None:
    panel = window.layers
    panel.stack.select(2)
    assert panel.stack.selection.indices() == [2]
    assert seen(panel) == [0, 1, 2, 3, 5]
    panel.stack.select(3)
    panel.actions_by_name.add_chosen.emit("dropout")
    assert kinds(window) == ["de", "re", "dr", "de", "dr", "re", "de"]
    assert panel.stack.rows[4].isVisible()


def test_a_dropout_behind_a_folded_layer_is_crossed_out_on_its_net(window: MainWindow) -> None:
    row = window.layers.stack.rows[0]
    assert row.net.row is not None
    assert row.net.row.dropped
    assert not set(row.net.row.units) & set(row.net.row.dropped)
    following = window.layers.stack.rows[3].net.row
    assert following is not None
    assert row.net.row.below == following.above


def test_a_row_for_each_layer_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.layers
    button = find(window, QToolButton, "layers.compact")
    assert button.isChecked()
    qtbot.mouseClick(button, LEFT)
    assert seen(panel) == [0, 1, 2, 3, 4, 5]
    press_row(panel, 0)
    assert panel.stack.selection.indices() == [0]
    another = LayersPanel()
    qtbot.addWidget(another)
    assert another.stack.folding.is_on is False
    qtbot.mouseClick(button, LEFT)
    assert seen(panel) == [0, 3, 5]


def test_editors_of_folded_layers_are_made_once_they_are_to_be_seen_or_looked_for(qtbot: QtBot) -> None:
    panel = LayersPanel()
    qtbot.addWidget(panel)
    panel.show_experiment(small(layers=[DENSE, RELU, DROP, DENSE, RELU, OUT]))
    assert [row.is_made for row in panel.stack.rows] == [True, False, False, True, False, True]
    panel.stack.open(0)
    rate = panel.stack.rows[2].editors["rate"]
    assert (rate.objectName(), rate.value(), rate.accessibleName()) == ("layers.2.rate", 0.2, "Layer 3 dropout rate")
    assert not panel.stack.rows[4].is_made
    assert panel.findChild(QWidget, "layers.0.l1") is None, "it stands in the strip, which shows no layer yet"
    panel.stack.select(0)
    assert find(panel, QWidget, "layers.0.l1").isVisibleTo(panel)
    assert find(panel, QWidget, "layers.4.function") is panel.stack.rows[4].editors["function"]
    assert all(row.is_complete for row in panel.stack.rows)


def test_a_script_finds_by_name_what_is_folded_away(qtbot: QtBot) -> None:
    window = create_window(small(layers=[DENSE, RELU, DROP, OUT]))
    qtbot.addWidget(window)
    for name in ("layers.2.rate", "data.source", "optimizer.learning_rate", "layers.0.frozen"):
        assert window.findChild(QWidget, name) is not None, name
    assert window.findChild(QWidget, "layers.9.rate") is None
