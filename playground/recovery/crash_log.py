"""When something breaks all the same: it is written into a log, told in one sentence, and the window goes on."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

import numpy as np
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from engine.experiment.experiment import Experiment
from engine.visible import visible
from playground import __version__

LOG: Final = "playground.log"
FAULTS: Final = "faults.log"
"""What the interpreter writes by itself when it dies: the stack of every thread."""
_LARGEST: Final = 1_000_000
_KEPT: Final = 3
_LONGEST_MESSAGE: Final = 300
"""Characters: an error's own words may quote what it was given."""
_AGAIN_AFTER: Final = 10.0
"""Seconds before the same failure, as of something that is painted again and again, is logged and told once more."""

_DISPLAY_LOST: Final = "connection broke"
"""What Qt says of an X server, or of a Wayland compositor, that has died."""
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Catches what nobody else has caught, in every thread. For the program alone: in tests exceptions fail."""

    happened = Signal(str, str)
    """The name of the exception, and the details to copy. Comes from whatever thread it happened in."""
    display_lost = Signal()
    """Whoever hears of it is the last one to do anything: Qt ends the process after it."""

    def __init__(self, folder: Path, experiment: Callable[[], Experiment], parent: QObject | None = None) -> None:
        """folder: for the log. experiment: what is open."""
        super().__init__(parent)
        self._folder = folder
        self._experiment = experiment
        self._log = logging.getLogger("playground")
        self._handler: logging.Handler = logging.NullHandler()
        self._faults: TextIO | None = None
        self._hooks: tuple[Any, ...] = ()
        self._told: dict[tuple[object, ...], float] = {}
        self._busy = threading.local()

    def install(self) -> None:
        """From now on, until `uninstall`."""
        self._open_log()
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt)
        self._log.info("started: %s", versions())

    def uninstall(self) -> None:
        """Everything as it was before."""
        qInstallMessageHandler(None)
        if self._hooks:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
            self._hooks = ()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None
        self._log.removeHandler(self._handler)
        self._handler.close()

    def _open_log(self) -> None:
        """Where no log can be written, the program goes without."""
        logging.raiseExceptions = False  # a full disk is no reason to print more than there is to say
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            faults = self._folder / FAULTS
            is_large = faults.is_file() and faults.stat().st_size > _LARGEST
            self._faults = faults.open("w" if is_large else "a", encoding="utf-8")
            faulthandler.enable(self._faults)
            self._handler = RotatingFileHandler(
                self._folder / LOG, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
            )
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
        except OSError:
            pass
        self._log.setLevel(logging.INFO)
        self._log.propagate = False
        self._log.addHandler(self._handler)

    # --- what breaks ------------------------------------------------------------------------------------------------

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None = None
    ) -> None:
        if self._hooks:
            self._hooks[0](kind, error, where)  # a terminal, where there is one, has it too
        if issubclass(kind, Exception):
            self._tell(error.with_traceback(where))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and issubclass(args.exc_type, Exception):
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """Of things that die: not worth a sentence."""
        if args.exc_value is not None:
            self._log.warning("ignored: %s", _traceback(args.exc_value))

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and self._is_new(kind, text):
            self._log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", _cut(text))
        if _DISPLAY_LOST in text:
            self.display_lost.emit()
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                print(visible(text, keep="\n"), file=sys.stderr)

    def _tell(self, error: BaseException) -> None:
        if getattr(self._busy, "is_telling", False):
            return  # telling has failed itself
        self._busy.is_telling = True
        try:
            where = traceback.extract_tb(error.__traceback__)
            if not self._is_new(type(error), *(where[-1][:2] if where else ())):
                return
            details = self.details(error)
            self._log.error("%s", details)
            self.happened.emit(type(error).__name__, details)
        except Exception:  # whatever it is, the window goes on
            self._log.exception("could not be told")
        finally:
            self._busy.is_telling = False

    def _is_new(self, *what: object) -> bool:
        now = time.monotonic()
        is_new = now - self._told.get(what, -_AGAIN_AFTER) >= _AGAIN_AFTER
        if is_new:
            self._told[what] = now
        return is_new

    def details(self, error: BaseException) -> str:
        """The traceback, the versions and the experiment: what it takes to find the mistake. No rows of data."""
        try:
            recipe = self._experiment().to_dict()
            experiment = json.dumps(recipe, ensure_ascii=False, indent=1)
        except Exception as problem:
            experiment = f"(unknown: {type(problem).__name__})"
        return _without_home(f"{_traceback(error)}\n{versions()}\n\nExperiment: {experiment}\n")


def versions() -> str:
    """Of all that matters."""
    return (
        f"Playground {__version__}, Python {platform.python_version()}, Qt {qt_version}, NumPy {np.__version__}, "
        f"{platform.platform()}"
    )


def _traceback(error: BaseException) -> str:
    """Where it happened, and the error's own words, cut short in each of a chain."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = "".join(traceback.format_tb(current.__traceback__))
        parts.append(f"Traceback (most recent call last):\n{frames}{type(current).__name__}: {_cut(str(current))}\n")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nwhile handling this came the next:\n\n".join(reversed(parts))


def _cut(text: str) -> str:
    """An error's own words, or Qt's: as they are, in one line."""
    text = visible(text)
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]} … ({len(text)} characters)"


def _without_home(text: str) -> str:
    """A person's name is no business of whoever reads a report."""
    try:
        home = str(Path.home())
    except RuntimeError:
        return text
    for name in (home, home.replace("\\", "\\\\")):  # in JSON, backslashes are doubled
        text = text.replace(name, "~") if len(home) > 1 else text
    return text
