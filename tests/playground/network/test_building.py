"""Building in the drawing: layers put in, dragged, resized, taken out, and their settings in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QMenu
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import parse
from playground.document.work import Work
from playground.network.building import Builder
from playground.network.scene.scene import Spot
from playground.network.settings import ColumnSettings
from playground.shell.main_window import MainWindow
from tests.engine.helpers import activation, dense
from tests.playground import conftest
from tests.playground.helpers import click, find
from tests.playground.network.desk import Desk, spiral

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Open = Callable[[], MainWindow]
STACK = [dense(4), activation("tanh"), dense(7), activation("tanh"), dense(2)]


@pytest.fixture
def window(qtbot: QtBot, shared_window: conftest.Open) -> MainWindow:
    window = shared_window(spiral(*STACK))
    drawing = window.panels.network.drawing
    QTest.mouseMove(window.statusBar())
    builder(window).leave()
    drawing.look_at(None)

    def is_drawn() -> bool:
        net = drawing.scenes[0].net
        return net is not None and [len(column.off) for column in net.columns] == [2, 4, 7, 2]

    qtbot.waitUntil(is_drawn)
    return window


def builder(window: MainWindow) -> Builder:
    return window.panels.network.drawing.builder


def units(window: MainWindow) -> list[int]:
    return [layer.units for layer in window.session.experiment.layers if layer.kind == "dense"]


def column(window: MainWindow, index: int) -> QPoint:
    """The middle of a column."""
    return window.panels.network.drawing.scenes[0].placed[index].rect.center().toPoint()


def between(window: MainWindow, index: int) -> QPoint:
    """Halfway from the column before."""
    left, right = column(window, index - 1), column(window, index)
    return QPoint((left.x() + right.x()) // 2, left.y() + 40)


def test_the_plus_between_columns_adds_a_hidden_layer_and_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    drawing = window.panels.network.drawing
    QTest.mouseMove(drawing, between(window, 2))
    assert builder(window).insert.isVisible()
    qtbot.mouseClick(builder(window).insert, Qt.MouseButton.LeftButton)
    kinds = [layer.kind for layer in window.session.experiment.layers]
    assert kinds == ["dense", "activation"] * 3 + ["dense"]
    assert units(window)[0] == 4
    assert units(window)[2:] == [7, 2]
    assert len(drawing.scenes[0].placed) == 5
    window.session.undo_stack.undo()
    assert units(window) == [4, 7, 2]


def test_the_buttons_beside_the_name_change_the_units(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseMove(window.panels.network.drawing, column(window, 1))
    qtbot.mouseClick(builder(window).more, Qt.MouseButton.LeftButton)
    assert units(window) == [5, 7, 2]
    QTest.mouseMove(window.panels.network.drawing, column(window, 2))
    qtbot.mouseClick(builder(window).fewer, Qt.MouseButton.LeftButton)
    assert units(window) == [5, 6, 2]


def test_the_buttons_lie_on_no_name_of_another_column(qtbot: QtBot) -> None:
    """They stood on the numbers of the layers beside theirs."""
    crowd = [layer for _ in range(6) for layer in (dense(8), activation("tanh"))]
    drawing = Desk(qtbot, spiral(*crowd, dense(2))).panel.drawing
    drawing.window().resize(480, 260)
    drawing.grab()
    for column in range(1, 7):
        middle = drawing.scenes[0].placed[column].rect.center()
        drawing.builder.hover(middle)
        buttons = [QRectF(button.geometry()) for button in (drawing.builder.fewer, drawing.builder.more)]
        names = [word for word in drawing.words if word.column != column]
        assert not [word.text for word in names for button in buttons if button.intersects(word.rect)], column
        for button in buttons:  # the pointer can go there, and they stay
            drawing.builder.hover(button.center())
            assert drawing.builder.fewer.isVisible()
            assert QRectF(drawing.builder.fewer.geometry()) == buttons[0]


def test_input_and_output_have_no_such_buttons(window: MainWindow) -> None:
    for index in (0, 3):
        QTest.mouseMove(window.panels.network.drawing, column(window, index))
        assert not builder(window).more.isVisible()


def test_a_column_is_dragged_behind_another(window: MainWindow) -> None:
    drawing = window.panels.network.drawing
    QTest.mousePress(drawing, Qt.MouseButton.LeftButton, pos=column(window, 1))
    QTest.mouseMove(drawing, between(window, 2))
    QTest.mouseMove(drawing, between(window, 3))
    QTest.mouseRelease(drawing, Qt.MouseButton.LeftButton, pos=between(window, 3))
    assert units(window) == [7, 4, 2]
    window.session.undo_stack.undo()
    assert units(window) == [4, 7, 2]


def test_a_drag_that_ends_where_it_began_moves_nothing(window: MainWindow) -> None:
    drawing, index = window.panels.network.drawing, window.session.undo_stack.index()
    QTest.mousePress(drawing, Qt.MouseButton.LeftButton, pos=column(window, 1))
    QTest.mouseMove(drawing, column(window, 1) + QPoint(12, 0))
    QTest.mouseRelease(drawing, Qt.MouseButton.LeftButton, pos=column(window, 1) + QPoint(12, 0))
    assert window.session.undo_stack.index() == index


def test_keys_do_the_same(window: MainWindow) -> None:
    drawing = window.panels.network.drawing
    drawing.look_at(Spot(0, 1, 0))
    QTest.keyClick(drawing, Qt.Key.Key_Plus)
    assert units(window) == [5, 7, 2]
    QTest.keyClick(drawing, Qt.Key.Key_Minus)
    assert units(window) == [4, 7, 2]
    drawing.look_at(Spot(0, 2, 0))
    QTest.keyClick(drawing, Qt.Key.Key_Delete)
    assert units(window) == [4, 2]
    assert len(window.session.experiment.layers) == 3, "with its nonlinearity"
    drawing.look_at(None)
    QTest.keyClick(drawing, Qt.Key.Key_Insert)
    assert len(units(window)) == 3


def test_a_press_selects_the_row_and_opens_its_settings(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panels.network
    QTest.mouseClick(panel.drawing, Qt.MouseButton.LeftButton, pos=column(window, 2))
    assert window.layers.stack.selection.indices() == [2]
    assert panel.drawing.selected == {2}
    settings = panel.findChild(ColumnSettings)
    assert isinstance(settings, ColumnSettings)
    box = find(settings, QAbstractSpinBox, "network.layers.2.units")
    box.selectAll()
    QTest.keyClicks(box, "9")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert units(window) == [4, 9, 2]
    window.session.undo_stack.undo()
    assert box.text() == "7", "it follows what is true"
    settings.close()


def test_a_row_that_is_selected_in_the_stack_is_lit(window: MainWindow) -> None:
    window.layers.stack.select(3)
    assert window.panels.network.drawing.selected == {3}


def test_the_menu_of_a_column_has_what_can_be_done_with_it(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panels.network
    panel.drawing.customContextMenuRequested.emit(column(window, 1))
    menu = find(panel, QMenu, "network.menu")
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["Settings…", "Add hidden layer", "Remove layer"]
    assert window.actions_by_name["export_network_svg"] in menu.actions()
    menu.actions()[2].trigger()
    assert units(window) == [7, 2]
    menu.close()


def test_without_rows_nothing_of_the_network_before_takes_a_press(window: MainWindow, tmp_path: Path) -> None:
    """Work of another time comes back whose file is gone: a hint is painted, and below it was the network before."""
    drawing = window.panels.network.drawing
    middle, gap, lines = column(window, 1), between(window, 2), drawing.words_rect().center().toPoint()
    drawing.look_at(Spot(0, 1, 0))
    come = parse({"data": {"source": str(tmp_path / "gone.csv")}, "layers": [dense(3), activation("tanh"), dense(2)]})
    window.session.restore(Work(come))
    assert window.session.dataset is None
    for place in (middle, gap, lines):
        QTest.mouseMove(drawing, place)
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=place)
        drawing.customContextMenuRequested.emit(place)
        menu = find(window.panels.network, QMenu, "network.menu")
        offered = {action.text() for action in menu.actions() if action.isEnabled()}
        menu.close()
        assert not offered & {"Settings…", "Add hidden layer", "Remove layer"}
        buttons = (builder(window).insert, builder(window).more, builder(window).fewer)
        assert not any(button.isVisible() for button in buttons)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(drawing, key)
    assert window.panels.network.findChild(ColumnSettings) is None
    assert window.session.experiment == come


def test_it_folds_to_its_header_and_is_computed_only_while_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    panel, dock = window.panels.network, window.docks["network"]
    before = dock.height()
    click(qtbot, window, "network.fold")
    qtbot.waitUntil(lambda: dock.height() < 60)
    assert "network" not in window.session.run.request.what
    click(qtbot, window, "network.fold")
    qtbot.waitUntil(lambda: abs(dock.height() - before) < 8)
    assert panel.drawing.isVisible()
    assert "network" in window.session.run.request.what
