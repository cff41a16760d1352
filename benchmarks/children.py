"""Runs what needs Qt, or a fresh process, in a process of its own: offscreen, with no settings but the defaults."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TIMEOUT = 300


class ChildFailedError(Exception):
    """The last line that the child wrote to stderr."""


def run(module: str, *arguments: str) -> Any:
    """What ``python -m module arguments`` prints as JSON in its last line."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*.debug=false",
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as for a person: what a start compiles, the next one finds
        try:
            done = subprocess.run(
                [sys.executable, "-m", module, *arguments],
                env=environment,
                cwd=home,
                capture_output=True,
                text=True,
                timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired:
            raise ChildFailedError(f"{module} was still running after {TIMEOUT} s") from None
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise ChildFailedError(f"{module}: {lines[-1]}")
    return json.loads(done.stdout.strip().splitlines()[-1])
