"""What is left of a window that was closed: nothing, and not only once the garbage collector has been there."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QGraphicsItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from playground.shell.app import create_window
from playground.ui.painting.lines.plot import Plot
from tests.playground.helpers import click, small, wait_for_step


@pytest.fixture
def _no_collector() -> Iterator[None]:
    """What it frees had no owner, and it frees it at any moment: while Qt goes through a list of all widgets, too."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def delete(widget: QWidget) -> None:
    """As the event loop does."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def alive() -> set[QObject | QGraphicsItem]:
    """Widgets and parts of plots that Qt still has."""
    parts = [part for part in gc.get_objects() if isinstance(part, QGraphicsItem | pg.GraphicsScene) and isValid(part)]
    return {*QApplication.allWidgets(), *parts}


@pytest.mark.usefixtures("_no_collector")
def test_a_closed_window_takes_everything_with_it(qtbot: QtBot) -> None:
    before = alive()
    window = create_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
    window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None)
    window.session.run.play(20)
    wait_for_step(qtbot, window, 20)
    for dock in window.docks.values():
        dock.show()
        dock.raise_()
    for button in ("button.theme", "button.language"):  # all panels are made anew by each
        click(qtbot, window, button)
    delete(window)
    assert not (left := alive() - before), [type(thing).__name__ for thing in left]


@pytest.mark.usefixtures("_no_collector")
def test_a_plot_has_no_parts_that_nobody_owns(qtbot: QtBot) -> None:
    before = alive()
    plot = Plot()
    assert [thing for thing in alive() - before if isinstance(thing, QWidget) and thing.parent() is None] == [plot]
    delete(plot)
    assert not alive() - before
