"""How a sweep goes, on stderr: a bar with rate and time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from engine.sweep import sweep
from engine.sweep.pace import Pace, duration
from playground.cli.telling import tell

PLAIN_LINES = 10
"""Plain lines in the course of a sweep."""
JSON_EVERY = 0.25
"""Seconds between two lines for another program."""


class Display(Protocol):
    """Whatever shows how far a sweep is."""

    def show(self, progress: sweep.Progress) -> None:
        """Called as often as something happens, from any thread."""


def make_display(*, quiet: bool, as_json: bool = False) -> AbstractContextManager[Display]:
    """The display that fits where stderr goes. as_json: for another program."""
    if as_json:
        return nullcontext(_Json())
    if quiet:
        return nullcontext(_Silence())
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return _Bar()
    return nullcontext(_Lines())


class _Silence:
    def show(self, progress: sweep.Progress) -> None:
        pass


def told(progress: sweep.Progress, pace: tuple[float, float] | None) -> str:
    """``412 of 1000 trials | 8400 an hour | 4:10 left``"""
    parts = [f"{progress.trials} of {progress.total} trials"]
    if progress.stages > 1:
        parts.append(f"stage {progress.stage + 1} of {progress.stages}")
    if pace is not None:
        parts += [f"{pace[0]:.0f} an hour", f"{duration(pace[1])} left"]
    if progress.failed:
        parts.append(f"{progress.failed} failed")
    return " | ".join(parts)


class _Json:
    """``{"work": 1200, "of": 8000, "left": 12.5}``: steps, and seconds; now and then, and at the end."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._next = 0.0

    def show(self, progress: sweep.Progress) -> None:
        pace = self._pace.of(progress)
        if (now := time.monotonic()) < self._next and progress.work < progress.whole_work:
            return
        self._next = now + JSON_EVERY
        said = {"work": progress.work, "of": progress.whole_work, "left": None if pace is None else round(pace[1], 1)}
        tell(json.dumps(said), err=True)


class _Lines:
    """A plain line at the start and at every tenth."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._shown = -1

    def show(self, progress: sweep.Progress) -> None:
        pace = self._pace.of(progress)
        tenth = progress.work * PLAIN_LINES // max(1, progress.whole_work)
        if tenth > self._shown:
            self._shown = tenth
            tell(told(progress, pace), err=True)


class _Bar:
    """A context manager."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._progress = Progress(
            BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True
        )
        self._task = self._progress.add_task("", total=1)

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, progress: sweep.Progress) -> None:
        self._progress.update(
            self._task,
            completed=progress.work,
            total=max(1, progress.whole_work),
            description=told(progress, self._pace.of(progress)),
        )
