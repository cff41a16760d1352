"""Wires what keeps a window's work safe to the window: autosave, recovery, and what is told when something breaks."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import Final, NoReturn

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.store.presets import FIRST_PRESET
from playground.recovery.autosave import RUN_EVERY, Autosave
from playground.recovery.crash_log import CrashReporter
from playground.recovery.folders import log_folder, work_folder
from playground.recovery.recovery import Recovery
from playground.recovery.undone import UnwrittenError
from playground.shell.main_window import MainWindow
from playground.shell.process.end_signals import EndSignals
from playground.ui.text import i18n
from playground.ui.text.field_text import wrapped

LOST_DISPLAY: Final = 1
"""The exit code; after a signal it is 128 and its number, as shells have it."""
_KEPT: Final = "your work is kept, and the next start goes on with it"


class Safety(QObject):
    """Of one window, for as long as it is open."""

    def __init__(self, window: MainWindow, *, run_every: float = RUN_EVERY) -> None:
        super().__init__(window)
        self._window = window
        session = window.session
        self.autosave = Autosave(session, work_folder(), run_every=run_every, parent=self)
        self.recovery = Recovery(session, self.autosave, work_folder(), self)
        self.crashes = CrashReporter(log_folder(), self._experiment, self)
        self._crash = ("", "")
        self._problem: PlaygroundError | None = None
        """Why the window could not be closed."""
        window.may_close = self._may_close
        self.autosave.failed.connect(window.messages.show_error)
        self.recovery.failed.connect(window.messages.show_error)
        self.recovery.restored.connect(window.look_at)
        self.recovery.started_fresh.connect(self._tell_the_first_story)
        self.crashes.happened.connect(self._on_crash)
        self.crashes.display_lost.connect(self._on_display_lost)
        self.signals = EndSignals(self)
        self.signals.came.connect(self._on_signal)
        window.rebuilt.connect(self._show)
        self._show()

    def install(self) -> None:
        """Also catches what nobody else does, and the signals by which the system ends a program. For `app.run`."""
        self.crashes.install()
        self.signals.install()

    def close(self) -> None:
        """The window is closed, and what was in it is kept."""
        self.autosave.stop()
        self.signals.uninstall()
        self.crashes.uninstall()

    def _on_signal(self, number: int) -> None:
        """Closes the window without asking anything."""
        problem = self.autosave.close(self._window.look())
        self.autosave.stop()
        self._window.sweeps.close()
        self._window.close()
        self._say_end(signal.Signals(number).name, problem)
        QCoreApplication.exit(128 + number)

    def _on_display_lost(self) -> NoReturn:
        """Whoever paints has gone, and Qt is about to end the process, whatever its threads are doing."""
        problem = self.autosave.keep_edits()
        self._say_end("the loss of the display", problem)
        os._exit(LOST_DISPLAY)

    @staticmethod
    def _say_end(why: str, problem: PlaygroundError | None) -> None:
        fate = _KEPT if problem is None else f"your work could not be kept: {problem}"
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):  # the terminal may be gone, too
                print(f"Playground was ended by {why}; {fate.rstrip('.')}.", file=sys.stderr, flush=True)

    def _may_close(self) -> bool:
        """Whether all there is was left to the next window, and all files were written; if not, it stays open and says
        why."""
        self._problem = self.autosave.close(self._window.look(), may_stay=True)
        self._show_problem()
        return self._problem is None

    def _show_problem(self) -> None:
        bar, problem = self._window.closing_bar, self._problem
        if problem is None:
            bar.clear()
            return
        self._window.message.close_message()  # it speaks of the same
        if isinstance(problem, UnwrittenError):
            self._show_unwritten(problem)
            return
        text = self.tr("Not closed: your work cannot be kept ({reason}).")
        again_help = self.tr("Close the window when there is room, and keep the work for the next start. {problem}")
        without_help = self.tr("Close the window now; what was not saved is lost")
        bar.show_notice(
            "error",
            text.format(reason=problem.values.get("reason", i18n.error_text(problem))),
            (self.tr("Try again"), wrapped(again_help.format(problem=i18n.error_text(problem)))),
            (self.tr("Close anyway"), without_help),
        )

    def _show_unwritten(self, problem: UnwrittenError) -> None:
        """There may be another place for what could not be written."""
        text = self.tr("Not closed yet: {problem}").format(problem=" ".join(map(i18n.error_text, problem.problems)))
        close_help = self.tr("Close the window without that file. Your work is kept: the next start goes on with it.")
        self._window.closing_bar.show_notice("error", text, (self.tr("Close"), close_help))

    def _close_anyway(self) -> None:
        self.autosave.stop()
        self._window.close()

    def _forget_problem(self) -> None:
        self._problem = None

    def _tell_the_first_story(self) -> None:
        self._window.tell_story(FIRST_PRESET)

    def _experiment(self) -> Experiment:
        return self._window.session.experiment

    def _show(self) -> None:
        """In the bars that the window has now."""
        self.recovery.show_in(self._window.recovery_bar)
        closing = self._window.closing_bar
        closing.action_clicked.connect(self._window.close)
        closing.other_clicked.connect(self._close_anyway)
        closing.closed.connect(self._forget_problem)
        self._show_problem()
        bar = self._window.crash_bar
        bar.action_clicked.connect(self._copy)
        bar.other_clicked.connect(self._window.messages.open_log_folder)
        bar.closed.connect(self._forget)
        self._show_crash()

    def _on_crash(self, name: str, details: str) -> None:
        self._crash = (name, details)
        self._show_crash()

    def _show_crash(self) -> None:
        name = self._crash[0]
        if not name:
            return
        text = self.tr("Something went wrong ({name}), but your work is still here.")
        copy_help = self.tr("What happened and the experiment, as text for a report. It holds no rows of your data.")
        log_help = self.tr("The folder of the log file, where the program notes its errors")
        self._window.crash_bar.show_notice(
            "error",
            text.format(name=name),
            (self.tr("Copy details"), copy_help),
            (self.tr("Log folder"), log_help),
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._crash[1])

    def _forget(self) -> None:
        self._crash = ("", "")
