"""The command line as a person or a script calls it.

Most of it in this process, which is quicker by the half second that each start takes; what is a process's own - its
streams, a terminal, signals, a display, what it imports - in one of its own.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from playground.cli.main import main

ROOT = Path(__file__).parents[3]


SMALL: dict[str, Any] = {
    "name": "small",
    "data": {"source": "xor", "train": 20, "test": 20},
    "layers": [{"kind": "dense", "units": 2}],
}


UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "FORCE_COLOR")
"""With a display, a window would open, and stay."""


FIGURES = {"loss", "data_loss", "penalty", "accuracy"}


def environment(**changes: str) -> dict[str, str]:
    return (
        {key: value for key, value in os.environ.items() if key not in UNWANTED}
        | {
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "PYTHONIOENCODING": "utf-8",
        }
        | changes
    )


def playground(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs the command line in a folder, in this process: a traceback is raised. There is no display."""
    stdout, stderr = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.ExitStack() as here:
        here.enter_context(patch.dict(os.environ))
        for name in UNWANTED:
            os.environ.pop(name, None)
        here.enter_context(contextlib.chdir(cwd))
        here.enter_context(contextlib.redirect_stdout(stdout))
        here.enter_context(contextlib.redirect_stderr(stderr))
        code = main(args)
    printed = (stream.buffer.getvalue().decode() for stream in (stdout, stderr))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(args, code, *printed)


def process(*args: str, cwd: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own; no answer ever holds a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "playground", *args],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done


def refused(*args: str, cwd: Path) -> str:
    """Runs what must end with 2 and one sentence; the sentence."""
    return sentence_of(playground(*args, cwd=cwd))


def sentence_of(done: subprocess.CompletedProcess[str]) -> str:
    """The one that must be all that was said, with the code 2."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.endswith(".\n")
    assert done.stderr.count("\n") == 1
    return done.stderr


def figures_of(*args: str, cwd: Path, code: int = 0) -> dict[str, Any]:
    done = playground(*args, "--json", cwd=cwd)
    assert done.returncode == code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout, parse_constant=pytest.fail)  # NaN is no JSON
    return found


def write_rows(path: Path, header: list[str], rows: list[list[Any]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
