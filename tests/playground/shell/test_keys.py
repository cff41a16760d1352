"""The keyboard: a page that lists every key, no two that clash, and a way to everything."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from playground.inside.views import VIEWS
from playground.shell.actions.entries import PANELS
from playground.shell.layout import tab_order
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import find, small

EXPLAINED_BY_PARTS = ("plot.", "lanes.rows", "layers.rows", "layer_stack")
"""A tooltip of the whole would lie upon what its parts say under the pointer."""
LOCAL = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)


@pytest.fixture
def window(qtbot: QtBot, shared_window: Open) -> MainWindow:
    window = shared_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def has_focus(widget: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (widget is now or widget.isAncestorOf(now))


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_opens_the_page_and_escape_puts_it_away(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    before = QApplication.focusWidget()
    qtbot.keyClick(window, key)
    page = window.pages.sheet("shortcuts")
    assert page.isVisible()
    assert find(window, QWidget, "panel.shortcuts").isVisible()
    assert has_focus(page)
    window.session.run.play()
    assert window.session.is_training, "it is not modal"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert QApplication.focusWidget() is before


def test_the_page_says_what_keys_do_whatever_the_state(window: MainWindow) -> None:
    window.session.edit("seed", 5)
    window.session.run.play()
    window.actions_by_name["shortcuts"].trigger()
    shown = {label.text() for label in window.pages.sheet("shortcuts").findChildren(QLabel)}
    assert {"Play or pause", "Undo the last edit", "Dark or light", "English or Korean"} <= shown
    assert not shown & {"Pause", "Undo Seed", "Dark", "Light", "한국어"}


def test_the_page_lists_every_key_of_every_action(window: MainWindow) -> None:
    window.actions_by_name["shortcuts"].trigger()
    shown = {label.text() for label in window.pages.sheet("shortcuts").findChildren(QLabel)}
    for action in [*window.actions(), *window.layers.actions()]:
        if action.objectName() != "action.quit":  # its key is the platform's
            assert {keys.toString() for keys in action.shortcuts()} <= shown, action.objectName()


def test_about_tells_the_version(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["about"].trigger()
    page = window.pages.sheet("about")
    assert page.isVisible()
    assert any("Playground" in label.text() for label in page.findChildren(QLabel))
    window.actions_by_name["shortcuts"].trigger()
    assert not page.isVisible(), "one page at a time"


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    everywhere: Counter[str] = Counter()
    local: dict[QWidget, Counter[str]] = {}
    for action in window.findChildren(QAction):
        for keys in {keys.toString() for keys in action.shortcuts()}:
            if action.shortcutContext() in LOCAL:
                owner = action.parent()
                assert isinstance(owner, QWidget)
                local.setdefault(owner, Counter())[keys] += 1
            else:
                everywhere[keys] += 1
    assert [keys for keys, count in everywhere.items() if count > 1] == []
    for owner, counts in local.items():
        assert [keys for keys, count in counts.items() if count > 1 or keys in everywhere] == [], owner


def test_a_number_leads_to_a_panel(window: MainWindow, qtbot: QtBot) -> None:
    for number, name in enumerate(PANELS, 1):
        if name in window.docks:
            window.docks[name].close()
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        panel = next(panel for panel in window.panels if panel.name == name)
        assert has_focus(panel), name
        if name in window.docks:
            assert window.docks[name].isVisible(), name


def test_tab_goes_around_the_window_in_the_order_of_reading(window: MainWindow, qtbot: QtBot) -> None:
    stops = tab_order.tab_stops(window)
    regions = [window.transport, window.docks["data"], window.docks["layers"], window.curves, window.docks["lanes"]]
    order = [
        next(index for index, region in enumerate(regions) if region.isAncestorOf(stop))
        for stop in stops
        if any(region.isAncestorOf(stop) for region in regions)
    ]
    assert order == sorted(order)
    assert set(order) == set(range(len(regions)))
    stops[0].setFocus()
    visited = [stops[0]]
    while len(visited) < 2 * len(stops):  # the details of a layer come as the focus enters its row
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is stops[0]:
            break
        visited.append(now)
    assert now is stops[0], "around and around"
    assert len(set(visited)) == len(visited)
    assert set(stops) <= set(visited)
    qtbot.keyClick(now, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is visited[-1]


def test_whatever_takes_the_focus_says_what_it_is(window: MainWindow) -> None:
    window.actions_by_name["focus_history"].trigger()
    stops = tab_order.tab_stops(window)
    for name in ("layers", "training"):
        window.actions_by_name[f"focus_{name}"].trigger()
        stops += tab_order.tab_stops(window)
    for name in VIEWS:
        window.inside.choose(name)
        stops += tab_order.tab_stops(window)
    window.actions_by_name["shortcuts"].trigger()
    stops += tab_order.tab_stops(window)
    assert len(stops) > 60
    for stop in stops:
        what = f"{type(stop).__name__} {stop.objectName()}"
        assert stop.accessibleName() or getattr(stop, "text", str)(), f"{what} has no accessible name"
        explained = stop.toolTip() or stop.accessibleDescription() or stop.objectName().startswith(EXPLAINED_BY_PARTS)
        assert explained, f"{what} has no tooltip"


class Greedy(QLineEdit):
    """Wants every key, as lines of text on Linux want Ctrl+E, which goes to their end."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_an_editor_leaves_the_window_its_keys_but_those_of_text(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: asked.append("report") or ("", ""))
    window.session.edit("steps", 700)
    line = Greedy()
    window.statusBar().addWidget(line)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["report"]
    qtbot.keyClicks(line, "10?")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "", "what was typed is undone"
    assert window.session.experiment.steps == 700
    assert not window.pages.sheet("shortcuts").isVisible()
    window.statusBar().removeWidget(line)
    line.deleteLater()


def test_copy_and_paste_belong_to_text_where_there_is_some(window: MainWindow, qtbot: QtBot) -> None:
    line = find(window, QLineEdit, "lanes.0.name")
    QApplication.clipboard().setText("pasted")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "pasted"
    assert not window.message.isVisible()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "pasted"


def test_behind_another_theme_what_had_the_keyboard_has_it_again(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("button.play", "lanes.1.l2"):
        before = find(window, QWidget, name)
        before.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda before=before: not isValid(before))  # type: ignore[misc]
        qtbot.waitUntil(lambda name=name: has_focus(find(window, QWidget, name)))  # type: ignore[misc]
