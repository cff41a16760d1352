"""Exceptions that nobody has caught: the window goes on, says so, and has the details to copy, without any data."""

from __future__ import annotations

import faulthandler
import logging
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import parse
from playground.recovery.crash_log import FAULTS, LOG, CrashReporter, versions
from playground.recovery.folders import log_folder
from tests.faults.test_killed_windows import opened_window
from tests.playground.fork_server import ForkServer
from tests.playground.helpers import answer, find, press_play, small, wait_for_step


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[CrashReporter]:
    """For a moment, in place of the hooks that let tests fail."""
    reporter = CrashReporter(tmp_path, small)
    was_on = faulthandler.is_enabled()
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = threading.excepthook = lambda *_: None
    reporter.install()
    yield reporter
    reporter.uninstall()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    if was_on:
        faulthandler.enable()


def raised(error: Exception) -> Exception:
    """With a traceback, as it would come."""
    try:
        raise error
    except type(error) as found:
        return found


def test_an_exception_is_told_with_its_details(installed: CrashReporter, qtbot: QtBot, tmp_path: Path) -> None:
    error = raised(ZeroDivisionError("5.1, 3.5, 1.4, setosa; " * 100))
    with qtbot.waitSignal(installed.happened) as heard:
        sys.excepthook(type(error), error, error.__traceback__)
    name, details = heard.args
    assert name == "ZeroDivisionError"
    assert "test_crash.py" in details
    assert versions() in details
    assert parse(details[details.index("Experiment: ") + 12 :]) == small()
    assert len(details) < 4000 + len(small().to_json())  # an error's own words may quote rows, so they are cut
    assert "(2300 characters)" in details
    assert details in (tmp_path / LOG).read_text(encoding="utf-8")


def test_the_same_failure_again_and_again_is_told_once(installed: CrashReporter, tmp_path: Path) -> None:
    heard: list[str] = []
    installed.happened.connect(lambda name, _: heard.append(name))
    for _ in range(100):
        error = raised(KeyError("as in a paint event"))
        sys.excepthook(type(error), error, error.__traceback__)
    assert heard == ["KeyError"]
    assert (tmp_path / LOG).stat().st_size < 20_000


def test_a_thread_and_qt_are_heard_too(installed: CrashReporter, qtbot: QtBot, tmp_path: Path) -> None:
    def fail() -> None:
        raise LookupError("in a thread")

    with qtbot.waitSignal(installed.happened) as heard:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert heard.args[0] == "LookupError"
    qWarning("something about a pen")
    assert "Qt: something about a pen" in (tmp_path / LOG).read_text(encoding="utf-8")


def test_a_home_folder_is_not_told(installed: CrashReporter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    assert "ada" not in installed.details(raised(OSError("/home/ada/rows.csv is gone")))


def test_a_log_that_cannot_be_written(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    reporter = CrashReporter(tmp_path / "file" / "log", small)
    reporter._open_log()
    with qtbot.waitSignal(reporter.happened):
        reporter._tell(raised(ValueError("x")))
    reporter._log.removeHandler(reporter._handler)
    assert isinstance(reporter._handler, logging.NullHandler)


def test_the_window_says_so_and_goes_on(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    with opened_window(qtbot) as (window, safety):
        safety.crashes._tell(raised(ZeroDivisionError("x")))
        assert "ZeroDivisionError" in window.crash_bar.text()
        window.rebuild()  # another language or theme
        assert "ZeroDivisionError" in window.crash_bar.text()
        answer(qtbot, window, "crash.action")
        assert "ZeroDivisionError: x" in QGuiApplication.clipboard().text()
        qtbot.mouseClick(find(window, QAbstractButton, "crash.close"), Qt.MouseButton.LeftButton)
        window.rebuilt.emit()  # as after another
        assert window.crash_bar.isHidden()
        press_play(qtbot, window)
        wait_for_step(qtbot, window, 20)
        window.actions_by_name["log_folder"].trigger()
        assert str(log_folder()) in window.message.text()
        assert log_folder().is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_the_program_itself_survives_and_leaves_a_trace(fork_server: ForkServer, tmp_path: Path) -> None:
    """`app.run` in a process of its own: a slot raises, the window goes on, and then the interpreter dies."""
    done = fork_server.run("tests.faults.dying_program", folder=tmp_path)
    assert done.returncode == -signal.SIGSEGV
    assert "ZeroDivisionError" in done.stdout
    assert "in a slot" in (log_folder() / LOG).read_text(encoding="utf-8")
    assert "Fatal Python error" in (log_folder() / FAULTS).read_text(encoding="utf-8")
