"""How a sweep goes, on stderr: a bar with rate and time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from engine.sweep import sweep
from playground.cli.telling import tell

PLAIN_LINES = 10
"""Plain lines in the course of a sweep."""


class Display(Protocol):
    """Whatever shows how far a sweep is."""

    def show(self, progress: sweep.Progress) -> None:
        """Called as often as something happens, from any thread."""


def make_display(*, quiet: bool) -> AbstractContextManager[Display]:
    """The display that fits where stderr goes."""
    if quiet:
        return nullcontext(_Silence())
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return _Bar()
    return nullcontext(_Lines())


class _Silence:
    def show(self, progress: sweep.Progress) -> None:
        pass


class Pace:
    """How fast a sweep is, by the steps that it has made since it began, those from before not counted."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, int] | None = None

    def of(self, progress: sweep.Progress) -> tuple[float, float] | None:
        """Trials an hour, and seconds left; None before there is something to go by."""
        if self._began is None:
            self._began = self._clock(), progress.work
        since, work = self._began
        took, made = self._clock() - since, progress.work - work
        if took < 1 or made <= 0:
            return None
        each = progress.whole_work / max(1, progress.total)
        return made / took / each * 3600, max(0.0, progress.whole_work - progress.work) * took / made


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


def duration(seconds: float) -> str:
    """``0:07``, ``12:30``, ``3:04:05``"""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


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
