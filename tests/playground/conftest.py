"""What every test of the window gets: settings of its own, and a check that no thread outlives it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.widgets.spare_time import SpareTime

_LEAKED: list[QThread] = []


def pytest_collection_finish() -> None:
    """`make coverage` follows the threads of Python. Those that Qt has started ask it to."""
    follow = threading.gettrace()
    if follow is None:  # or it follows all by itself, from Python 3.14 on
        return
    for kind in QThread.__subclasses__():
        if "run" in vars(kind):
            kind.run = _followed(kind.run, follow)  # type: ignore[method-assign]


def _followed(run: Callable[[QThread], None], follow: Any) -> Callable[[QThread], None]:
    @wraps(run)
    def followed(thread: QThread) -> None:
        sys.settrace(follow)
        run(thread)

    return followed


for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    _wait.__kwdefaults__["timeout"] = 200_000  # milliseconds, not 5000: a busy machine is no failure


@pytest.fixture(autouse=True)
def _own_settings(user_path: Path) -> None:
    """Qt reads XDG_CONFIG_HOME only once, so each test has to move its settings by this call."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(user_path))


@pytest.fixture(autouse=True)
def _no_thread_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a QThread running.

    A QThread that dies running aborts the process, so the test's threads are kept until it has ended.
    """
    started: list[QThread] = []
    start = QThread.start

    def start_and_remember(thread: QThread, *args: QThread.Priority) -> None:
        started.append(thread)
        start(thread, *args)

    monkeypatch.setattr(QThread, "start", start_and_remember)
    yield
    running = [thread for thread in started if isValid(thread) and thread.isRunning()]
    for thread in running:
        thread.requestInterruption()
        thread.quit()
        if not thread.wait(2000):
            _LEAKED.append(thread)
    assert not running, f"the test left a thread running: {running}"


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """With the look of the program from the first test on: panels have their sizes by its rules."""
    theme.apply("light")
    return qapp


@pytest.fixture(autouse=True)
def _light_and_english() -> Iterator[None]:
    """The application outlives each test: the next one finds the look and the language that the first one found."""
    yield
    if QApplication.instance() is not None:
        if theme.current().name != "light":
            theme.apply("light")
        if i18n.language() != "en":
            i18n.set_language("en")


@pytest.fixture(autouse=True)
def _closed_windows_are_gone(_light_and_english: None) -> Iterator[None]:
    """pytest-qt closes a test's windows and asks for their deletion, which is an event loop's work: none runs now.

    They would be restyled with each theme of the tests to come, and of this one's end.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [widget for widget in _top_level() if isinstance(widget, QMainWindow | QMenu)]
    assert not left, f"the test left a window or a menu behind: {left}"


@pytest.fixture(autouse=True)
def _no_spare_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window makes what nobody looks at while it has nothing else to do: a third of what a window costs in a test.
    Here each view of the inside, and the training form, is made when it is chosen, unless the test is marked
    ``spare_time``.
    """
    if request.node.get_closest_marker("spare_time") is None:
        monkeypatch.setattr(SpareTime, "_on_timeout", lambda timer: timer.stop())


def _top_level() -> list[QWidget]:
    return QApplication.topLevelWidgets() if QApplication.instance() is not None else []
