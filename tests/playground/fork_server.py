"""Processes with a window that need not import it first: each is forked off one that has, without an application.

What Qt looks up in the environment, it looks up when the application is made: in the fork, which has an environment,
an output and an end of its own. ``python -m tests.playground.fork_server`` is that process; `ForkServer` asks it, and
the fixture `fork_server` (tests/conftest.py) is one for all tests of a process.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TIMEOUT = 100
"""Seconds after which a fork that hangs is ended, where nothing else is said."""


class ForkServer:
    """Lasts until it is left. One fork at a time."""

    def __enter__(self) -> ForkServer:
        command = [sys.executable, "-m", "tests.playground.fork_server"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # the end of its input is its own

    def run(
        self, module: str, *arguments: str, folder: Path, timeout: int = TIMEOUT
    ) -> subprocess.CompletedProcess[str]:
        """As ``python -m module arguments`` in the environment of now. folder: where its outputs may be kept."""
        self.start(module, *arguments, folder=folder, timeout=timeout)
        return subprocess.CompletedProcess([module, *arguments], self.wait(), *_outputs(folder))

    def start(self, module: str, *arguments: str, folder: Path, timeout: int = TIMEOUT) -> int:
        """Its process id. What it prints comes to ``folder / "stdout.txt"``; ask for its end by `wait`."""
        out, err = _paths(folder)
        request = {"module": module, "arguments": arguments, "environment": dict(os.environ), "timeout": timeout}
        request |= {"out": str(out), "err": str(err)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._read()

    def wait(self) -> int:
        """The exit code of what was started, when it has ended."""
        return self._read()

    def _read(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


def _paths(folder: Path) -> tuple[Path, Path]:
    return folder / "stdout.txt", folder / "stderr.txt"


def _outputs(folder: Path) -> Iterator[str]:
    return (path.read_text() for path in _paths(folder))


def _fork(request: dict[str, Any]) -> int:
    """The exit code of the fork, whose id is printed."""
    fork = os.fork()
    if fork:
        print(fork, flush=True)
        return os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])
    signal.alarm(request["timeout"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for path, stream in ((request["out"], 1), (request["err"], 2)):
        os.dup2(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), stream)
    sys.argv = [request["module"], *request["arguments"]]
    sys.stdin.close()
    runpy.run_module(request["module"], run_name="__main__", alter_sys=True)
    sys.exit()


def main() -> None:
    import playground.shell.app  # noqa: F401 - what it imports is what a fork does not have to
    import tests.playground.desk
    import tests.playground.helpers  # noqa: F401
    from engine.data.sources.digits import load_digits

    load_digits()
    for line in sys.stdin:
        print(_fork(json.loads(line)), flush=True)


if __name__ == "__main__":
    main()
