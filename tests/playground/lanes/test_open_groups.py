"""Groups of repeated lanes are opened and closed by mouse and keys, and the program outlives it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_group_that_is_closed_takes_its_editors_with_it_and_not_the_program() -> None:
    """Qt holds bare pointers to editors in cells, so they are its to delete. What has been given back is filled with
    other bytes (glibc), so that a pointer that is followed there ends the process each time, and not now and then.
    """
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.playground.lanes.opened_and_closed"],
        cwd=ROOT,
        env={**os.environ, "MALLOC_PERTURB_": "165", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) > 50
