"""A campaign against the recovery: rounds of several windows that are edited, trained, closed, restored and killed.

``python -m tests.faults.campaign ROUNDS SEED STATES`` in folders of its own prints the figures as a line of JSON. What
each window has shown is kept outside of it, and held against what lies on the disk when all have ended: nothing that
was shown for longer than `SEEN` is lost, nor anything that a window was left with.

The windows are forked off this process, which has imported them but has no application.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from engine.errors import PlaygroundError
from playground.recovery import journal
from playground.recovery.folders import work_folder
from playground.recovery.work_folder import MOST_LEFT, leftovers
from tests.faults import campaign_window
from tests.faults.window_process import work_digest

SEEN: Final = 0.5
"""Seconds that something must have been on the screen to be missed."""
WINDOWS: Final = 3


@dataclass
class Piece:
    """One piece of work in one window: the states that it was in, and how it ended."""

    states: list[str] = field(default_factory=list)
    """Digests."""
    shown: list[float] = field(default_factory=list)
    """When each was on the screen, as many as were."""
    is_found: bool = False
    """Whether it was restored, and not begun."""
    left: str = ""
    """The state that the window was closed with, or went over to another piece from."""
    ended: float = 0.0

    def required(self) -> list[str]:
        """Digests of which one has to be there; none where nothing was seen for long enough."""
        if self.left:
            return [self.left] if self.is_found or len({*self.states}) > 1 else []
        ends = [*self.shown[1:], self.ended]
        seen = [n for n, (begin, end) in enumerate(zip(self.shown, ends, strict=False)) if end - begin > SEEN]
        first = max(seen, default=0)
        if not self.is_found and len({*self.states[: first + 1]}) < 2:
            return []  # a first experiment that nobody has touched
        return self.states[first:]


@dataclass
class Figures:
    """What was done, and what went wrong."""

    rounds: int = 0
    kills: int = 0
    during_restore: int = 0
    stops: int = 0
    states: int = 0
    restores: int = 0
    closed: int = 0
    refused: int = 0
    wrongly_refused: int = 0
    lost: int = 0
    unknown: int = 0
    """Pieces on the disk, or restored, that no window has shown."""
    most_folders: int = 0
    told: list[str] = field(default_factory=list)


class Window:
    """A window in a process of its own."""

    def __init__(self, seed: int, *, goes_on: bool) -> None:
        out, self._in = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            self._be_window(out, seed, goes_on)
        os.close(self._in)
        self.output = out
        self.pieces: list[Piece] = []
        self.is_alive = True
        self.has_spoken = False
        """Just now."""
        self.is_restoring = False
        self.refusals: list[tuple[str, bool]] = []
        self._rest = b""

    def _be_window(self, out: int, seed: int, goes_on: bool) -> None:
        try:
            os.close(out)
            os.dup2(self._in, 1)
            campaign_window.main(seed, goes_on=goes_on)
        finally:
            os._exit(1)

    def read(self) -> None:
        """What it has said since."""
        data = os.read(self.output, 2**16)
        if not data:
            self.is_alive = False
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._hear(*json.loads(line))

    def _hear(self, when: float, what: str, *words: Any) -> None:
        if what == "begin":
            self.pieces.append(Piece([words[0]], is_found=words[1]))
        elif what == "state" and self.pieces:
            self.pieces[-1].states.append(words[0])
        elif what == "shown":
            piece = self.pieces[-1]
            piece.shown += [when] * (len(piece.states) - len(piece.shown))
        elif what == "left":
            self.pieces[-1].left, self.pieces[-1].ended = words[0], when
        elif what == "refused":
            self.refusals.append((words[0], words[1]))
        self.is_restoring = what == "press" and words[0] != "another"

    def kill(self) -> None:
        now = time.monotonic()
        os.kill(self.pid, signal.SIGKILL)
        while self.is_alive:
            self.read()
        self.end(now)

    def end(self, now: float) -> None:
        os.waitpid(self.pid, 0)
        os.close(self.output)
        self.is_alive = False
        if self.pieces and not self.pieces[-1].left:
            self.pieces[-1].ended = now


class Campaign:
    """Its figures after some rounds."""

    def __init__(self, seed: int) -> None:
        self.figures = Figures()
        self._chance = random.Random(seed)
        self._seed = 1000 * seed

    def round(self, states: int) -> None:
        """Some windows until they have shown so much; others take the place of those that have ended. Then all are
        killed.
        """
        found, windows = self._clear(), list[Window]()
        live: list[Window] = []
        while sum(len(piece.shown) for window in windows for piece in window.pieces) < states:
            if len(live) < WINDOWS:
                live.append(self._open())
                windows.append(live[-1])
            self._listen(live)
            live = self._end_some(live)
        for window in live:
            self._kill(window)
        self._judge(found, [piece for window in windows for piece in window.pieces])
        for window in windows:
            self._count(window)
        self.figures.rounds += 1

    def _open(self) -> Window:
        self._seed += 1
        return Window(self._seed, goes_on=self._chance.random() < 0.6)

    def _clear(self) -> set[str]:
        """The digests of what is there. Some of it goes, so that there is never so much that the oldest is given up."""
        left = leftovers(work_folder())
        for piece in left[4:]:
            piece.discard()
        return {digest for digest in map(_digest, left[:4]) if digest}

    def _listen(self, live: list[Window]) -> None:
        ready, _, _ = select.select([window.output for window in live], [], [], 1.0)
        for window in live:
            window.has_spoken = window.output in ready
            if window.has_spoken:
                window.read()
        folders = sum(1 for entry in _entries() if not entry.name.startswith("."))
        self.figures.most_folders = max(self.figures.most_folders, folders)

    def _end_some(self, live: list[Window]) -> list[Window]:
        rest = []
        for window in live:
            is_restoring = window.has_spoken and window.is_restoring
            if not window.is_alive:
                window.end(time.monotonic())
                self.figures.closed += 1
            elif window.has_spoken and self._chance.random() < (0.25 if is_restoring else 0.02):
                time.sleep(self._chance.uniform(0, 0.03) if is_restoring else 0)
                self.figures.during_restore += is_restoring
                self._kill(window)
            else:
                rest.append(window)
                if window.has_spoken and self._chance.random() < 0.01:
                    self._stop(window)
        return rest

    def _stop(self, window: Window) -> None:
        """For a while, as by Ctrl+Z or by a laptop that is closed. Then it has the time to save what it has shown."""
        os.kill(window.pid, signal.SIGSTOP)
        time.sleep(self._chance.uniform(0.1, 1.5))
        os.kill(window.pid, signal.SIGCONT)
        time.sleep(SEEN)
        self.figures.stops += 1

    def _kill(self, window: Window) -> None:
        window.kill()
        self.figures.kills += 1

    def _count(self, window: Window) -> None:
        self.figures.states += sum(len(piece.states) for piece in window.pieces)
        self.figures.restores += sum(piece.is_found for piece in window.pieces)
        self.figures.refused += len(window.refusals)
        wrong = [text for text, is_wrong in window.refusals if is_wrong]
        self.figures.wrongly_refused += len(wrong)
        self.figures.told += [text for text, _ in window.refusals if text not in self.figures.told]

    def _judge(self, found: set[str], pieces: list[Piece]) -> None:
        """Every piece of work is on the disk, or was gone on with in another piece."""
        on_disk = {_digest(left) for left in leftovers(work_folder())}
        begun = {piece.states[0] for piece in pieces if piece.is_found}
        known = found | {digest for piece in pieces for digest in piece.states}
        self.figures.unknown += len((on_disk | begun) - known)
        for required in [*([digest] for digest in found), *(piece.required() for piece in pieces)]:
            if required and not (on_disk | begun) & {*required}:
                self.figures.lost += 1


def _digest(left: Any) -> str:
    try:
        return work_digest(journal.read(left.folder / "edits.journal"))
    except PlaygroundError as error:
        return str(error)


def _entries() -> Iterator[Path]:
    try:
        yield from work_folder().iterdir()
    except FileNotFoundError:
        return


def main(rounds: int, seed: int, states: int) -> Figures:
    """So many rounds, each until so many states were on the screen."""
    campaign = Campaign(seed)
    for _ in range(rounds):
        campaign.round(states)
    return campaign.figures


if __name__ == "__main__":
    figures = main(*map(int, sys.argv[1:4]))
    print(json.dumps({**asdict(figures), "most_left": MOST_LEFT, "windows": WINDOWS}), flush=True)
