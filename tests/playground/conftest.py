"""What every test of the window gets: settings of its own, and a check that no thread outlives it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QThread
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from engine.experiment.experiment import Experiment
from playground.document.session import Session
from playground.document.work import Work
from playground.inside.signals.view import START
from playground.shell.actions.sheet import Sheet
from playground.shell.app import create_window
from playground.shell.layout.docks import HIDDEN
from playground.shell.main_window import MainWindow
from playground.ui.look import theme
from playground.ui.painting.painted_once import painted_once
from playground.ui.text import i18n
from playground.ui.widgets.spare_time import SpareTime
from playground.ui.widgets.view_choice import ViewChoice
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import small

Open = Callable[[Experiment], MainWindow]
OpenSession = Callable[[Experiment], Session]
OpenDesk = Callable[[Experiment], DataDesk]

_LEAKED: list[QThread] = []
_SHARED: list[MainWindow] = []
"""The window that the tests of a module share, see `shared_window`."""
_KEPT: list[QWidget] = []
"""The panel that the tests of a module share, see `keep`."""


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


_PATIENCE: Final = 200_000
"""Milliseconds: a busy machine is no failure."""
_LONG: Final = 5000
"""Whoever waits so long waits for what comes for sure, and not for nothing to come."""


def _patient(wait: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(wait)
    def patient(*args: Any, timeout: int = _PATIENCE, **rest: Any) -> Any:
        return wait(*args, timeout=timeout if timeout < _LONG else _PATIENCE, **rest)

    return patient


for _wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
    setattr(QtBot, _wait, _patient(getattr(QtBot, _wait)))


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
    left = [each for each in _top_level() if isinstance(each, QMainWindow | QMenu) and not _is_of_shared(each)]
    assert not left, f"the test left a window or a menu behind: {left}"


@pytest.fixture(autouse=True)
def _no_spare_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window makes what nobody looks at while it has nothing else to do: a third of what a window costs in a test.
    Here each view of the inside, and the training form, is made when it is chosen, unless the test is marked
    ``spare_time``.
    """
    if request.node.get_closest_marker("spare_time") is None:
        monkeypatch.setattr(SpareTime, "_on_timeout", lambda timer: timer.stop())


def _is_of_shared(widget: QWidget) -> bool:
    """Whether it is the window or the panel that is shared, or a menu in it: of menus, each is a window to Qt."""
    above: QObject | None = widget
    while above is not None and above not in _SHARED and above not in _KEPT:
        above = above.parent()
    return above is not None


def _top_level() -> list[QWidget]:
    return QApplication.topLevelWidgets() if QApplication.instance() is not None else []


@pytest.fixture(scope="module")
def keep(qapp: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Keeps a panel for all tests of a module, each of which has to show in it all that it asks of it."""
    yield _KEPT.append
    while _KEPT:
        _KEPT.pop().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="module")
def _window_of_module() -> Iterator[None]:
    yield
    _discard()


@pytest.fixture
def shared_window(_window_of_module: None, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens the window that the tests of a module share, where a new one for each costs three times as much: on an
    experiment, idle, without a past, and looking at what a new one looks at.

    What stays from one test to the next: how high and wide panels are, and what has once been made in them. A test
    that fails leaves no window behind.
    """
    failed = request.session.testsfailed

    def opened(experiment: Experiment) -> MainWindow:
        if not _SHARED:
            _SHARED.append(create_window(experiment))
            with qtbot.waitExposed(_SHARED[0]):
                _SHARED[0].show()
            qtbot.waitUntil(has_run)
        else:
            with painted_once(_SHARED[0]):  # when it has its run
                _reset(_SHARED[0], experiment)
                qtbot.waitUntil(has_run)
            _SHARED[0].panels.paint_now()
        return _SHARED[0]

    def has_run() -> bool:
        return _SHARED[0].session.snapshot is not None

    yield opened
    for window in _SHARED:
        window.session.run.pause()
        for part in window.findChildren(QWidget):
            if part.isWindow() and part.isVisible() and not isinstance(part, QDockWidget):
                part.close()
    is_closed = not all(window.isVisible() for window in _SHARED)
    looks_other = (theme.current().name, i18n.language()) != ("light", "en")
    if is_closed or looks_other or request.session.testsfailed > failed:
        _discard()
    for window in _SHARED:
        qtbot.waitUntil(lambda window=window: not any(each.isRunning() for each in window.findChildren(QThread)))


@pytest.fixture(scope="module")
def _desk_of_module(keep: Callable[[QWidget], None]) -> Iterator[DataDesk]:
    desk = DataDesk(small())
    keep(desk)
    yield desk
    desk.close()


@pytest.fixture
def shared_desk(_desk_of_module: DataDesk, qtbot: QtBot) -> Iterator[OpenDesk]:
    """Opens an experiment on the desk with rows that the tests of a module share: idle, and without a past."""
    desk = _desk_of_module

    def opened(experiment: Experiment) -> DataDesk:
        desk.session.restore(Work(experiment))
        with qtbot.waitExposed(desk):
            desk.show()
        desk.message.close_message()
        desk.data.message.close_message()
        desk.activateWindow()
        qtbot.waitUntil(lambda: desk.session.snapshot is not None)
        return desk

    yield opened
    desk.session.run.pause()
    for dialog in desk.findChildren(QDialog):
        dialog.close()
    qtbot.waitUntil(lambda: not any(thread.isRunning() for thread in desk.findChildren(QThread)))


@pytest.fixture
def open_session(qtbot: QtBot) -> Iterator[OpenSession]:
    """Opens documents without a window, where a test asks nothing of one: each step then costs what it trains."""
    sessions = []

    def opened(experiment: Experiment) -> Session:
        session = Session(experiment)
        sessions.append(session)
        qtbot.waitUntil(lambda: session.snapshot is not None)
        return session

    yield opened
    for session in sessions:
        session.close()
        session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # before Python takes it to pieces


@pytest.fixture
def fresh_window(shared_window: Open) -> Open:
    """The same, made anew, for what a window begins with: what is made in spare time, what its thread has read."""

    def opened(experiment: Experiment) -> MainWindow:
        _discard()
        return shared_window(experiment)

    return opened


_NEW: Final = (
    '{"lane": 0, "inside": "signals", "curves": {"part": "data_loss", "smoothing": 0, "best": true, "gap": false, '
    '"before": true, "log": false, "zoomed": null}}'
)
"""What a new window looks at."""


def _reset(window: MainWindow, experiment: Experiment) -> None:
    """As a new window is: what a person chooses to look at, and where, stays when another document is opened.

    To be painted after it, once.
    """
    panels, header, rows = window.panels, window.network.header, window.lanes.table.rows
    window.network.close_step()
    if panels.stage.shown or header.fold_button.isChecked() or _has_moved(window):
        panels.arrange()
    window.diagnosis.fold()
    for page in window.findChildren(Sheet):
        page.put_away()
    for button in (header.gradients_button, header.lanes_button):
        button.setChecked(False)
    while rows.sorted_by:
        rows.sort_by(rows.sorted_by)
    if (sheet := window.data.sheet) is not None:
        sheet.list.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    for view in window.inside.views.values():
        for choice in view.findChildren(ViewChoice):
            view.turn_to(START if START in choice.values() else choice.values()[0])
    window.session.restore(Work(experiment))
    window.look_at(_NEW)
    window.message.close_message()
    window.data.message.close_message()
    window.resize(1280, 720)
    window.show()
    panels.folds.reset()
    panels.folds.fit(window.height())
    window.activateWindow()
    window.transport.primary.setFocus()


def _has_moved(window: MainWindow) -> bool:
    """Whether a panel floats, or others are shown than in the standard layout."""
    shown = {name for name, dock in window.docks.items() if not dock.isHidden()}
    return shown != window.docks.keys() - set(HIDDEN) or any(dock.isFloating() for dock in window.docks.values())


def _discard() -> None:
    while _SHARED:
        window = _SHARED.pop()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
