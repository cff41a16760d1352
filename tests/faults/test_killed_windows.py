"""Windows that are killed while they are worked in: the next one offers exactly what was there."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from playground.recovery.folders import work_folder
from playground.recovery.work_folder import leftovers
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.shell.safety import Safety
from tests.conftest import only_at_night
from tests.faults.window_process import run_digest, work_digest
from tests.playground.desk import Desk
from tests.playground.fork_server import ForkServer
from tests.playground.helpers import answer, press_play, small, wait_for_step

Cases = Callable[[int], int]
Figure = Callable[[str], None]

LATEST = 1.5
"""Seconds: an edit that old must be safe. Saving begins within 0.4 s, and takes a moment on a busy machine."""


@contextmanager
def opened(qtbot: QtBot, *, goes_on: bool = False) -> Iterator[tuple[Desk, Safety]]:
    """What keeps the work of a window, without its panels; else as `opened_window`."""
    with _opened(qtbot, Desk(small(name="fresh")), goes_on) as found:
        yield found


@contextmanager
def opened_window(qtbot: QtBot, *, goes_on: bool = False) -> Iterator[tuple[MainWindow, Safety]]:
    """A window as `app.run` opens it, and closes it."""
    with _opened(qtbot, create_window(small(name="fresh")), goes_on) as found:
        yield found


@contextmanager
def _opened(qtbot: QtBot, window: Any, goes_on: bool) -> Iterator[tuple[Any, Safety]]:
    safety = Safety(window, run_every=0.3)
    if goes_on:
        safety.recovery.go_on()
    try:
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
        yield window, safety
    finally:
        window.close()
        safety.close()
        window.deleteLater()


def restore(qtbot: QtBot, window: MainWindow | Desk) -> None:
    answer(qtbot, window, "recovery.action")


def calm_end(fork_server: ForkServer, seed: int, folder: Path) -> tuple[str, str, int]:
    """Of a window that is killed when all is safe: digests of its work and of its run, and its step."""
    done = fork_server.run("tests.faults.window_process", "calm", str(seed), folder=folder)
    assert done.returncode == -signal.SIGKILL, done.stderr
    _, word, work, run, step = done.stdout.splitlines()[-1].split()
    assert word == "end"
    return work, run, int(step)


@only_at_night
def test_killed_when_all_is_safe(
    qtbot: QtBot, cases: Cases, figure: Figure, fork_server: ForkServer, tmp_path: Path
) -> None:
    """The experiment, each edit, the place among them, the curves and the step: all of it, to the last bit."""
    n = cases(1)
    for seed in range(n):
        work, run, step = calm_end(fork_server, seed, tmp_path)
        with opened_window(qtbot) as (window, _):
            session = window.session
            assert "is kept" in window.recovery_bar.text()
            restore(qtbot, window)
            assert work_digest(session.work()) == work
            wait_for_step(qtbot, window, step)
            assert session.snapshot is not None
            assert run_digest(session.snapshot) == run
            assert not session.is_training
            assert window.recovery_bar.isHidden()
            press_play(qtbot, window)
            wait_for_step(qtbot, window, step + 10)
        (left,) = leftovers(work_folder())
        assert left.was_closed
        left.discard()
    figure(f"{n} windows killed, 0 differences in the experiment, {n * 13} edits, the curves and the figures")


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_the_next_start_goes_on_where_a_window_was_killed(
    qtbot: QtBot, fork_server: ForkServer, tmp_path: Path
) -> None:
    work, run, step = calm_end(fork_server, 1, tmp_path)
    with opened(qtbot, goes_on=True) as (window, _):
        assert window.recovery_bar.text().startswith("The program was cut off: this is your work as it was at ")
        wait_for_step(qtbot, window, step)
        assert window.session.snapshot is not None
        assert work_digest(window.session.work()) == work
        assert run_digest(window.session.snapshot) == run


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_killed_at_any_moment(
    qtbot: QtBot, cases: Cases, figure: Figure, fork_server: ForkServer, tmp_path: Path
) -> None:
    n, oldest, edits = cases(2), 0.0, 0
    chance = random.Random(0)
    for seed in range(n):
        output = tmp_path / "stdout.txt"
        output.unlink(missing_ok=True)
        process = fork_server.start("tests.faults.window_process", "wild", str(seed), folder=tmp_path)
        while not (output.is_file() and output.read_text()):  # it has not begun
            time.sleep(0.02)
        time.sleep(chance.uniform(0.2, 2.5))
        killed_at = time.time()
        os.kill(process, signal.SIGKILL)
        assert fork_server.wait() == -signal.SIGKILL
        said = [line.split() for line in output.read_text().splitlines() if len(line.split()) == 3]
        states = [(float(when), digest) for when, word, digest in said if word == "state"]
        edits += len(states)
        with opened(qtbot) as (window, _):
            if window.recovery_bar.isHidden():  # it was killed before anything could be kept
                oldest = max(oldest, killed_at - states[0][0])
                continue
            restore(qtbot, window)
            found = work_digest(window.session.work())
            matches = [number for number, (_, digest) in enumerate(states) if digest == found]
            assert matches, "what was restored was never there"
            last = matches[-1]
            until = states[last + 1][0] if last + 1 < len(states) else killed_at
            oldest = max(oldest, killed_at - until)
        for left in leftovers(work_folder()):
            left.discard()
    assert oldest < LATEST
    figure(f"{n} windows killed within {edits} edits: the newest state kept was at most {oldest:.2f} s old")


def test_two_windows_do_not_touch_each_other(qtbot: QtBot) -> None:
    with opened(qtbot) as (first, safety_1), opened(qtbot) as (second, safety_2):
        first.session.edit("name", "first")
        second.session.edit("name", "second")
        qtbot.waitUntil(lambda: len(list(work_folder().glob("[!.]*"))) == 2)
        safety_1.autosave.flush()
        safety_2.autosave.flush()
        assert not leftovers(work_folder())  # both are alive
        assert second.recovery_bar.isHidden()
    assert len(leftovers(work_folder())) == 2
