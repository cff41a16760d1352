"""A monkey with a real mouse and keyboard, on a screen of its own: ``python -m tests.faults.monkey SECONDS SEED``.

Needs Xvfb, openbox and xdotool. Prints its figures as JSON: what it did, where, and what went wrong. Most of what it
does hits something that `tests.faults.monkey_window` tells it of, what was hit least above all; the rest anywhere. The
program that it has closed it starts again, which goes on where it was, or begins with a preset; now and then it is
ended by a signal, so that all presets have their turn.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from engine.store.presets import names_at_hand
from tests.faults.monkey_window import Place

DISPLAY: Final = ":91"
SIZE: Final = (1280, 720)
KEYS: Final = (
    *("Tab", "shift+Tab", "space", "Return", "Escape", "Up", "Down", "Left", "Right", "Home", "End", "Delete"),
    *("ctrl+z", "ctrl+shift+z", "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+n", "ctrl+s", "F6", "F1", "Page_Down", "BackSpace"),
    *("alt+f", "alt+e", "alt+v", "alt+h", "plus", "minus", "0", "1", "5", "7", "9", "period", "e"),
)
_OF_QT: Final = "QDragManager::drag in possibly invalid state"
"""Qt's own, of selected text that is dragged by a mouse faster than a hand: the program drags nothing by QDrag."""
PER_START: Final = 80
"""Actions before it is ended and started anew."""
MOST_SILENCE: Final = 60.0
"""Seconds in which a window has to answer; on a busy machine."""


class Monkey:
    """One screen, and the program on it."""

    def __init__(self, home: Path, seed: int) -> None:
        self._home = home
        self._chance = random.Random(seed)
        self._environment = self._made_environment()
        self._program: subprocess.Popen[bytes] | None = None
        self._number = 0
        self._places = home / "places"
        self._unopened: list[str] = []
        self.actions = self.starts = 0
        self.hits = Counter[str]()
        self.codes: list[int] = []

    def _made_environment(self) -> dict[str, str]:
        nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
        folders = {f"XDG_{name}_HOME": str(self._home / name.lower()) for name in ("STATE", "CONFIG", "CACHE", "DATA")}
        runtime = self._home / "runtime"
        runtime.mkdir(mode=0o700)
        own = {"HOME": str(self._home), "XDG_RUNTIME_DIR": str(runtime), "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
        programs = self._home / "programs"
        programs.mkdir()
        opener = programs / "xdg-open"  # the system's own says much where there is nothing to open a folder with
        opener.write_text("#!/bin/sh\n")
        opener.chmod(0o700)
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, **nowhere, **folders, **own, "PYTHONPATH": str(Path(__file__).parents[2])}

    def start(self) -> None:
        self._number += 1
        self.starts += 1
        err = (self._home / f"stderr{self._number}").open("wb")
        command = [sys.executable, "-m", "tests.faults.monkey_window", str(self._places), *self._preset()]
        with err:
            self._program = subprocess.Popen(command, cwd=self._home, env=self._environment, stderr=err)
        self._do("search", "--sync", "--onlyvisible", "--name", "Playground")

    def _preset(self) -> list[str]:
        """Each in turn; every second time the program goes on by itself."""
        if self.starts % 2:
            return []
        if not self._unopened:
            self._unopened = list(names_at_hand())
            self._chance.shuffle(self._unopened)
        return [self._unopened.pop()]

    def act(self) -> None:
        """Some actions; starts the program again where one of them has closed it."""
        assert self._program is not None
        if self.actions > self.starts * PER_START:
            self._program.terminate()
            self._program.wait(MOST_SILENCE)
        if self._program.poll() is not None:
            self.codes.append(self._program.returncode)
            self.start()
        for _ in range(10):
            self.actions += 1
            self._do(
                *self._chance.choice((self._click, self._click, self._click, self._key, self._drag, self._wheel))()
            )

    def end(self) -> None:
        """Asks it to end, as a system does."""
        assert self._program is not None
        self._program.terminate()
        self.codes.append(self._program.wait(MOST_SILENCE))

    def kill(self) -> None:
        if self._program is not None:
            self._program.kill()
            self._program.wait()

    def _place(self) -> tuple[str, str]:
        there = self._there() if self._chance.random() < 0.7 else []
        if there:
            room = self._least_hit({room for room, _, _ in there})
            name = self._least_hit({f"{room}: {name}" for where, name, _ in there if where == room})
            rectangles = [rectangle for where, named, rectangle in there if f"{where}: {named}" == name]
            x, y, width, height = self._chance.choice(rectangles)
            self.hits.update((room, name))
            return str(x + self._chance.randrange(width)), str(y + self._chance.randrange(height))
        return str(self._chance.randrange(SIZE[0])), str(self._chance.randrange(SIZE[1]))

    def _least_hit(self, names: set[str]) -> str:
        ordered = sorted(names)
        (name,) = self._chance.choices(ordered, [1 / (1 + self.hits[name]) ** 2 for name in ordered])
        return name

    def _there(self) -> list[Place]:
        """What can be hit; nothing before the first look."""
        try:
            return list(json.loads(self._places.read_text()))
        except (OSError, ValueError):
            return []

    def _click(self) -> tuple[str, ...]:
        button = self._chance.choice(("1", "1", "1", "1", "3"))
        repeat = self._chance.choice(("1", "1", "1", "2"))
        return ("mousemove", *self._place(), "click", "--repeat", repeat, "--delay", "40", button)

    def _key(self) -> tuple[str, ...]:
        return ("key", "--clearmodifiers", *(self._chance.choice(KEYS) for _ in range(self._chance.randint(1, 4))))

    def _drag(self) -> tuple[str, ...]:
        return ("mousemove", *self._place(), "mousedown", "1", "mousemove", *self._place(), "mouseup", "1")

    def _wheel(self) -> tuple[str, ...]:
        return ("mousemove", *self._place(), "click", "--repeat", "3", self._chance.choice(("4", "5")))

    def _do(self, *arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments], env=self._environment, timeout=MOST_SILENCE, check=False, capture_output=True
        )

    def found(self) -> dict[str, Any]:
        """What it did, and what went wrong."""
        logs = [path.read_text(errors="replace") for path in self._home.rglob("playground.log*")]
        lines = {line for log in logs for line in log.splitlines() if _OF_QT not in line}
        errors = sorted(line for line in lines if " ERROR " in line or " WARNING " in line)
        tracebacks = [part for log in logs for part in log.split("Traceback (most recent call last):")[1:]]
        ends = [line for part in tracebacks for line in part.splitlines() if line and not line[0].isspace()][:20]
        faults = [path.read_text(errors="replace") for path in self._home.rglob("faults.log")]
        texts = [path.read_text() for path in self._home.glob("stderr*")]
        said = sorted({line for text in texts for line in text.splitlines() if _OF_QT not in line})
        rooms = {name: count for name, count in self.hits.most_common() if ": " not in name}
        return {
            "actions": self.actions,
            "starts": self.starts,
            "things": len(self.hits) - len(rooms),
            "hits": rooms,
            "wrong_ends": [code for code in self.codes if code not in (0, 143)],
            "exceptions": len(tracebacks),
            "what": [*ends, *errors][:40],
            "died": [text for text in faults if text],
            "said": said[:40],
        }


def main(seconds: float, seed: int) -> dict[str, Any]:
    """So long; a window that does not answer is an exception."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="monkey-", ignore_cleanup_errors=True)))
        screen = ["Xvfb", DISPLAY, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
        for command in (screen, ["openbox"]):
            process = subprocess.Popen(command, env={**os.environ, "DISPLAY": DISPLAY}, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            time.sleep(1)
        monkey = Monkey(home, seed)
        stack.callback(monkey.kill)
        monkey.start()
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            monkey.act()
        monkey.end()
        return monkey.found()


if __name__ == "__main__":
    print(json.dumps(main(float(sys.argv[1]), int(sys.argv[2]))))
