"""Python lets go of nothing that Qt still has; and one part that fails leaves no other one behind."""

from __future__ import annotations

import gc
import re

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from playground.shell.app import create_window
from playground.shell.layout import tab_order
from playground.shell.main_window import MainWindow
from tests.playground.helpers import small


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = create_window(small())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    return window


def holder_of(widget: QWidget) -> int | None:
    """The ``id`` of the Python object on which the widget's own one depends."""
    found = re.search(r"^parent\.+ <.* at 0x([0-9a-f]+)>", shiboken6.dump(widget), re.MULTILINE)
    return int(found[1], 16) if found else None


def ancestors(widget: QWidget) -> set[int]:
    parents: set[int] = set()
    parent = QObject.parent(widget)
    while parent is not None:
        parents.add(id(parent))
        parent = QObject.parent(parent)
    return parents


def test_going_through_the_window_makes_no_widget_depend_on_its_neighbour(window: MainWindow, qtbot: QtBot) -> None:
    primary = window.transport.primary
    for name in ("data", "layers", "curves"):
        window.panels.go_to(name)
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    tab_order.next_stop(window, True)
    assert holder_of(window) is None
    assert holder_of(primary) == id(window.transport)
    parts = [part for part in gc.get_objects() if isinstance(part, QWidget) and shiboken6.isValid(part)]
    chain = [part for part in parts if part.window() is window]
    assert len(chain) > 100
    own = {part: holder_of(part) for part in chain}
    places = {id(part) for part in chain}
    strangers = [part for part, holder in own.items() if holder in places - ancestors(part)]
    assert not strangers


def test_the_play_button_is_asked_for_anew(window: MainWindow) -> None:
    """Whatever Python made of its button earlier: a change of the experiment finds the one that is there."""
    shiboken6.invalidate(window.transport.primary)
    assert window.session.edit("batch_size", 7, "batch size")
    assert shiboken6.isValid(window.transport.primary)


def test_a_panel_that_fails_leaves_the_others_up_to_date(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure is told all the same: it leaves the slot, for the one who handles what nobody has caught."""
    shown: list[str] = []

    def broken(_: Experiment) -> None:
        raise RuntimeError("the layers fail")

    panels = list(window.panels)
    for panel in panels:
        monkeypatch.setattr(panel, "show_experiment", lambda _, name=panel.name: shown.append(name))
    monkeypatch.setattr(window.layers, "show_experiment", broken)
    monkeypatch.setattr(window.transport, "fit_primary", broken)
    with pytest.raises(RuntimeError, match="the layers fail"):
        window._show_experiment(window.session.experiment)
    assert shown == [panel.name for panel in panels if panel is not window.layers]
