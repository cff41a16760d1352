"""How a run goes, on stderr: a live bar and table on a terminal, a line now and then elsewhere, or nothing."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Protocol

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from engine.data.task import Task
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.cli.report import SCORES, lanes_table
from playground.cli.telling import tell

MOST_LINES = 16
"""Lanes shown under the bar."""
MOST_IN_A_LINE = 4
"""Lanes named in a plain line."""
PLAIN_LINES = 10
"""Plain lines in the course of a run."""


class Display(Protocol):
    """Whatever shows how a run goes."""

    def show(self, snapshot: Snapshot) -> None:
        """Shows the run as it is now; called some twenty times a second."""


def make_display(steps: int, task: Task, *, quiet: bool) -> AbstractContextManager[Display]:
    """The display that fits where stderr goes."""
    if quiet:
        return nullcontext(Silence())
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return Bar(steps, task)
    return nullcontext(Lines(steps, task))


class Silence:
    """Shows nothing."""

    def show(self, snapshot: Snapshot) -> None:
        pass


class Lines:
    """A plain line at the start and at every tenth of the run."""

    def __init__(self, steps: int, task: Task) -> None:
        self._steps = steps
        self._task = task
        self._shown = -1

    def show(self, snapshot: Snapshot) -> None:
        tenth = snapshot.evaluated_at * PLAIN_LINES // max(self._steps, 1)
        if tenth > self._shown:
            self._shown = tenth
            tell(f"step {snapshot.evaluated_at} of {self._steps} | {_in_a_line(snapshot.lanes, self._task)}", err=True)


class Bar:
    """A progress bar above a table of the lanes. A context manager."""

    def __init__(self, steps: int, task: Task) -> None:
        self._learned: Task = task
        self._progress = Progress(
            TextColumn("step {task.completed:.0f} of {task.total:.0f}"),
            BarColumn(),
            TextColumn("{task.fields[speed]:.0f} steps/s"),
            TimeRemainingColumn(),
        )
        self._task = self._progress.add_task("", total=steps, speed=0.0)
        self._live = Live(console=Console(stderr=True), transient=True, refresh_per_second=10)

    def __enter__(self) -> Bar:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._live.stop()

    def show(self, snapshot: Snapshot) -> None:
        speed = snapshot.step / snapshot.seconds if snapshot.seconds else 0.0
        self._progress.update(self._task, completed=snapshot.step, speed=speed)
        self._live.update(Group(self._progress, lanes_table(snapshot.lanes[:MOST_LINES], self._learned, at_end=False)))


def _in_a_line(lanes: tuple[LaneSnapshot, ...], task: Task) -> str:
    shown = " | ".join(_shown(lane, task) for lane in lanes[:MOST_IN_A_LINE])
    more = len(lanes) - MOST_IN_A_LINE
    return shown if more <= 0 else f"{shown} | and {more} more"


def _shown(lane: LaneSnapshot, task: Task) -> str:
    score, form = SCORES[task]
    if lane.diverged_at is not None:
        return f"{lane.name}: diverged"
    held_out = "validation" if lane.has_validation else "test"
    return (
        f"{lane.name}: train loss {lane.train_data_loss:.4f}, {score} {lane.train_accuracy:{form}}; "
        f"{held_out} loss {lane.held_out_data_loss:.4f}, {score} {lane.held_out_accuracy:{form}}; "
        f"penalty {lane.penalty:.4f}"
    )
