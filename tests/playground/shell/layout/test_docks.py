"""Panels that move, float, hide and come back, and a layout that is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.store.presets import load_preset
from playground.inside.views import VIEWS
from playground.shell.app import create_window
from playground.shell.layout import docks
from playground.shell.main_window import MainWindow
from playground.ui.painting.painted_once import painted_once
from playground.ui.settings import settings
from playground.ui.text import i18n
from playground.ui.widgets.elided_label import ElidedLabel
from tests.conftest import thorough
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, small

Opened = Callable[..., MainWindow]
Arranged = Callable[[Experiment], MainWindow]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BROKEN = QByteArray(b"\x00\xff\x00\x01broken")
NO_SIZES = ('{"widths": {"data": 1e999}, "heights": {}}', '{"widths": 3, "heights": 4}')


@pytest.fixture
def open_window(qtbot: QtBot) -> Opened:
    """Opens a new one, which comes up as the one before was left."""

    def make(experiment: Experiment | None = None) -> MainWindow:
        window = create_window(experiment or small())
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
        return window

    return make


@pytest.fixture
def arranged(qtbot: QtBot, shared_window: Open) -> Iterator[Arranged]:
    """The window that the tests share, on an experiment and in the standard layout. It is asked where what lies, and
    nothing of it is painted meanwhile, which would take most of the time.
    """
    with ExitStack() as unpainted:

        def arrange(experiment: Experiment) -> MainWindow:
            window = shared_window(experiment)
            unpainted.enter_context(painted_once(window))
            window.actions_by_name["restore_layout"].trigger()
            settle(qtbot)
            return window

        yield arrange


@pytest.fixture
def window(arranged: Arranged) -> MainWindow:
    return arranged(small())


def test_a_window_has_the_standard_layout_where_what_is_remembered_is_none(open_window: Opened) -> None:
    settings().setValue("window/layout", BROKEN)
    window = open_window()
    docks = window.docks
    assert docks["data"].isVisible()
    assert docks["data"].width() == 400
    assert docks["data"].height() < 40, "a line"
    assert docks["training"].height() < 40, "a line"
    assert not window.data.isVisible()
    assert window.layers.isVisible()
    assert docks["layers"].height() > 480
    assert docks["training"].y() > docks["layers"].geometry().bottom()
    assert abs(docks["lanes"].height() - 118) <= 10
    assert abs(docks["network"].height() - 172) <= 4
    assert window.curves.height() > 220
    assert docks["network"].width() == window.curves.width(), "above the curves"
    assert docks["network"].y() < window.curves.mapTo(window, QPoint()).y()
    assert docks["layers"].y() > docks["data"].geometry().bottom()
    assert window.curves.width() > 440
    assert abs(docks["inside"].width() - 397) <= 4
    assert docks["inside"].x() > window.curves.mapTo(window, QPoint()).x() + window.curves.width() - 1
    assert docks["lanes"].width() > 850, "the lanes lie below the curves and the views of the inside"
    assert docks["history"].isHidden()


def test_the_narrowest_window_fits_on_half_of_a_screen_of_1920_pixels_in_both_languages(
    arranged: Arranged, qtbot: QtBot
) -> None:
    """Convolutions have the most settings; of two lanes the name of one stands above the drawing."""
    window = arranged(load_preset("dense-or-conv"))
    for language in ("en", "ko"):
        assert i18n.language() == language
        qtbot.waitUntil(lambda: window.session.snapshot is not None and "network" in window.session.snapshot.inside)
        assert window.minimumSizeHint().width() <= 950
        window.resize(950, 520)
        window.resizeDocks([window.docks["network"]], [1], Qt.Orientation.Vertical)
        qtbot.waitUntil(lambda: window.width() == 950)
        settle(qtbot)
        assert window.network.drawing.height() >= 64, "no edge is drawn over it"
        assert window.docks["inside"].geometry().right() < 950
        window.actions_by_name["language"].trigger()


def test_in_a_narrow_window_the_left_gives_way_before_what_is_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1040, 620)
    qtbot.waitUntil(lambda: window.docks["network"].width() >= 395)
    left = window.docks["layers"]
    assert left.width() <= left.minimumSizeHint().width() + 2
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: left.width() == 400)


def test_a_tall_window_gives_its_room_to_layers_and_curves(window: MainWindow, qtbot: QtBot) -> None:
    before = {name: dock.height() for name, dock in window.docks.items()}
    window.resize(1600, 1400)
    window.actions_by_name["restore_layout"].trigger()
    qtbot.waitUntil(lambda: window.docks["layers"].height() > before["layers"] + 100)
    assert abs(window.docks["data"].height() - 265) <= 2
    assert abs(window.docks["training"].height() - 300) <= 2
    assert before["lanes"] <= window.docks["lanes"].height() <= before["lanes"] + 82, "some more rows"
    qtbot.waitUntil(lambda: window.docks["network"].height() > before["network"] + 200)


def test_a_folded_section_is_shown_nothing_until_it_is_seen(
    open_window: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    shown: list[object] = []
    (part,) = window.training.parts()
    monkeypatch.setattr(window.training, "parts", lambda: [replace(part, show=shown.append)])
    window.turns.set_parts(window.panels.parts())
    window.session.run.play(5)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert shown == []
    click(qtbot, window, "dock.training.fold")
    qtbot.waitUntil(lambda: shown[-1:] == [window.session.snapshot])


def test_a_panel_is_hidden_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("data", "layers", "lanes"):
        dock = window.docks[name]
        click(qtbot, window, f"dock.{name}.close")
        assert dock.isHidden()
        assert not dock.toggleViewAction().isChecked()
        dock.toggleViewAction().trigger()
        assert dock.isVisible()


def test_folds_last_until_the_next_start_and_a_new_layout_opens_them(
    window: MainWindow, open_window: Opened, qtbot: QtBot
) -> None:
    click(qtbot, window, "network.fold")
    click(qtbot, window, "curves.fold_loss")
    assert not window.network.drawing.isVisible()
    window.panels.remember()
    window = open_window()
    assert not window.network.drawing.isVisible()
    assert window.curves.folds.open == ("accuracy",)
    window.actions_by_name["restore_layout"].trigger()
    assert window.network.drawing.isVisible()
    assert "loss" in window.curves.folds.open


def test_the_table_is_as_high_as_its_rows_also_where_there_were_fewer_at_the_last_end(
    window: MainWindow, open_window: Opened
) -> None:
    window.panels.remember()
    again = open_window(small(lanes=[{"name": f"lane {number}"} for number in range(3)]))
    assert again.docks["lanes"].height() >= window.docks["lanes"].height() + 56


def test_a_panel_floats_by_its_button_a_double_click_and_when_its_title_is_dragged_and_returns(
    window: MainWindow, qtbot: QtBot
) -> None:
    dock = window.docks["lanes"]
    bar = dock.titleBarWidget()
    click(qtbot, window, "dock.lanes.float")
    assert dock.isFloating()
    button = find(dock, QToolButton, "dock.lanes.float")
    assert button.accessibleName() == "Dock Lanes"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()
    qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 15))
    assert dock.isFloating()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 15))
    QTest.mouseMove(bar, QPoint(5, -60))
    QTest.mouseMove(bar, QPoint(5, -120))
    qtbot.waitUntil(dock.isFloating)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 15))


def test_keys_of_the_panel_work_in_its_title_bar(window: MainWindow, qtbot: QtBot) -> None:
    button = find(window, QToolButton, "action.add_lane")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.experiment.lanes) == 2
    layers = find(window, QToolButton, "action.add_layer")
    window.layers.stack.select(0)
    layers.setFocus()
    qtbot.keyClick(layers, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.experiment.layers) == 5


def test_the_layout_is_remembered(window: MainWindow, open_window: Opened) -> None:
    window.docks["data"].close()
    window.docks["history"].show()
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.docks["lanes"])
    window.panels.remember()
    second = open_window()
    assert second.docks["data"].isHidden()
    assert second.docks["history"].isVisible()
    assert second.dockWidgetArea(second.docks["lanes"]) == Qt.DockWidgetArea.RightDockWidgetArea
    second.actions_by_name["restore_layout"].trigger()
    assert second.docks["data"].isVisible()
    assert second.docks["history"].isHidden()
    assert second.dockWidgetArea(second.docks["lanes"]) == Qt.DockWidgetArea.BottomDockWidgetArea


def test_what_cannot_be_a_layout_is_ignored(window: MainWindow) -> None:
    for value in ("nonsense", 7, QByteArray(), BROKEN):
        settings().setValue("window/layout", value)
        assert not docks.restore(window)
        assert window.docks["data"].width() == 400


@pytest.mark.parametrize("name", thorough(["theme", "language"], by_day=["theme"]))
def test_the_layout_survives_another_theme_and_language(window: MainWindow, name: str) -> None:
    window.docks["lanes"].setFloating(True)
    window.docks["data"].close()
    window.actions_by_name[name].trigger()
    assert window.docks["lanes"].isFloating()
    assert window.docks["data"].isHidden()
    assert window.docks["lanes"].titleBarWidget().isVisible()


def test_a_section_folds_to_a_line_that_says_what_it_holds_and_the_next_window_knows(
    window: MainWindow, open_window: Opened, qtbot: QtBot
) -> None:
    button = find(window, QToolButton, "dock.data.fold")
    assert button.toolTip()
    assert button.accessibleName() == "Open Data"
    assert window.training.header.findChild(ElidedLabel).shown_text() == "SGD 0.01 · batches of 16 · 1,000,000 steps"
    assert "Digits 8 × 8" in window.data.header.findChild(ElidedLabel).shown_text()
    whole = window.docks["layers"].height()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: abs(window.docks["data"].height() - 265) <= 2)
    assert window.data.isVisible()
    assert window.docks["layers"].height() < whole - 200
    assert button.accessibleName() == "Fold Data"
    window.rebuild()
    assert window.data.isVisible(), "in another language or theme, too"
    window.panels.remember()
    again = open_window()
    assert again.data.isVisible()
    click(qtbot, again, "dock.data.fold")
    assert not again.data.isVisible()
    again.actions_by_name["focus_data"].trigger()
    assert again.data.isVisible(), "who wants to go there sees it"
    again.actions_by_name["restore_layout"].trigger()
    assert not again.data.isVisible()


def test_a_tall_window_opens_the_sections_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    for height, shown in ((1100, (True, True)), (900, (True, False)), (720, (False, False))):
        window.resize(1280, height)
        qtbot.waitUntil(lambda shown=shown: (window.data.isVisible(), window.training.isVisible()) == shown)
    click(qtbot, window, "dock.training.fold")
    window.resize(1280, 1100)
    settle(qtbot)
    assert (window.data.isVisible(), window.training.isVisible()) == (False, True), "a person has chosen"


def test_a_message_about_the_data_opens_their_section(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,initial\nAnn,A\nBob,B\nCid,C\n")
    assert not window.data.isVisible()
    window.session.edit("data.source", str(path))
    qtbot.waitUntil(window.data.message.isVisible, timeout=20_000)
    click(qtbot, window, "dock.data.fold")
    assert not window.data.message.isVisible()
    with qtbot.waitSignal(window.session.failed):
        window.session.edit("data.source", str(path))
    assert window.data.message.isVisible(), "it is told again"


def test_nothing_lies_upon_anything_in_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.width() == 1024 and window.height() == 640)
    shown = [dock.geometry() for dock in window.docks.values() if dock.isVisible() and dock.x() >= 0]
    shown.append(window.centralWidget().geometry())
    for index, place in enumerate(shown):
        assert window.rect().contains(place)
        assert not any(place.intersects(other) for other in shown[index + 1 :])


def geometries(window: MainWindow) -> dict[str, QRect]:
    """Where everything is that can be seen, by its path from the window."""
    found: dict[str, QRect] = {}

    def walk(widget: QWidget, path: str) -> None:
        children = [child for child in widget.children() if isinstance(child, QWidget) and child.isVisibleTo(widget)]
        for index, child in enumerate(children):
            if child.geometry().right() < 0:
                continue  # behind another tab
            here = f"{path}/{child.objectName() or f'{type(child).__name__}{index}'}"
            found[here] = child.geometry()
            walk(child, here)

    walk(window, "")
    return found


def _far(one: QRect, other: QRect) -> bool:
    """By more than what Qt rounds away while it shares out heights."""
    return one.width() != other.width() or abs(one.height() - other.height()) > 2


def squeeze(window: MainWindow, qtbot: QtBot) -> None:
    """As small as the window can be, in some steps, as by the mouse."""
    for width, height in ((1100, 650), (1000, 600), (1, 1)):
        window.resize(width, height)
        settle(qtbot)
    assert window.width() < 1100


def settle(qtbot: QtBot) -> None:
    """Until all that was put off is done: layouts, and what was thrown away.

    A timer of no time comes when there is no other event; what it finds done may have asked for more, so some rounds.
    """
    for _ in range(5):
        with qtbot.waitCallback() as idle:
            QTimer.singleShot(0, idle)


def test_in_the_smallest_window_the_names_of_the_views_are_whole_and_what_it_has_shortened_is_whole_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.setUpdatesEnabled(True)  # small as it is, all can be painted
    qtbot.waitUntil(lambda: "signals" in getattr(window.session.snapshot, "inside", {}), timeout=20_000)
    settle(qtbot)
    before = geometries(window)
    squeeze(window, qtbot)
    assert geometries(window) != before
    buttons = [each for each in window.inside.findChildren(QToolButton) if each.objectName().startswith("action.view_")]
    assert len(buttons) == len(VIEWS)
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button.text()
        assert window.inside.rect().contains(QRect(button.mapTo(window.inside, QPoint()), button.size()))
    for size in ((1000, 620), (1200, 700), (1280, 720)):
        window.resize(*size)
        settle(qtbot)
    after = geometries(window)
    assert before.keys() == after.keys()
    other = {path: (place, after[path]) for path, place in before.items() if _far(place, after[path])}
    assert other == {}


def test_a_window_from_a_large_screen_is_as_one_that_was_always_small(window: MainWindow, qtbot: QtBot) -> None:
    """Its wide columns do not press the others together, and its tall ones give back what they had."""
    before = {name: dock.size() for name, dock in window.docks.items() if dock.isVisible() and dock.x() >= 0}
    for size in ((3072, 1728), (1280, 720)):
        window.resize(*size)
        settle(qtbot)
    for name, size in before.items():
        now = window.docks[name].size()
        assert abs(now.width() - size.width()) <= 2, name
        assert abs(now.height() - size.height()) <= 2, name


def test_a_width_that_a_person_has_given_stays_theirs(window: MainWindow, qtbot: QtBot) -> None:
    dock = window.docks["inside"]
    edge = dock.geometry().topLeft() + QPoint(-3, 200)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(window, edge + QPoint(30, 0))
    QTest.mouseMove(window, edge + QPoint(60, 0))
    qtbot.waitUntil(lambda: dock.width() < 350)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    settle(qtbot)
    width = dock.width()
    squeeze(window, qtbot)
    window.resize(1280, 720)
    settle(qtbot)
    assert dock.width() == width


def test_a_window_that_is_maximized_late_has_the_widths_of_the_one_before(
    window: MainWindow, open_window: Opened
) -> None:
    """The desktop maximizes it after it was shown: a share of the first size would be another one of the last."""
    window.resize(1800, 1000)
    QApplication.processEvents()
    window.panels.arrange()
    QApplication.processEvents()
    wanted = {name: dock.size() for name, dock in window.docks.items() if dock.isVisible()}
    window.panels.remember()
    for _ in range(2):
        again = open_window()
        with painted_once(again):
            again.resize(1300, 800)
            QApplication.processEvents()
            again.resize(1800, 1000)
            QApplication.processEvents()
        found = {name: dock.size() for name, dock in again.docks.items() if dock.isVisible()}
        assert found.keys() == wanted.keys()
        for name, size in found.items():
            assert abs(size.width() - wanted[name].width()) <= 2, name
            assert abs(size.height() - wanted[name].height()) <= 2, (name, size, wanted[name])
        again.panels.remember()


def test_sizes_that_are_no_sizes_are_left_alone(window: MainWindow, open_window: Opened) -> None:
    window.panels.remember()
    wanted = window.panels._sizes.kept()
    for kept in ("", "[]", "{}", *NO_SIZES):
        settings().setValue("window/dock_sizes", kept)
        assert not window.panels._sizes.restore(kept)
        assert window.panels._sizes.kept() == wanted
    assert open_window().docks["data"].width() > 100
