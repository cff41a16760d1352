"""Processes that take the same work at once: run by test_campaign.py.

``python -m tests.faults.takers FOLDER COUNT`` prints of each whether it has got it, and lasts as long as its input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playground.recovery.work_folder import Leftover, TakenError, WorkFolder, leftovers


def take(left: Leftover, start: int) -> None:
    """As soon as the pipe ``start`` is closed; dies with what it has got."""
    os.read(start, 1)
    try:
        its = WorkFolder.take(left)  # held while it has a name
    except TakenError:
        its = None
    os.write(1, b"%d\n" % (its is not None))
    sys.stdin.read()
    os._exit(0)


def main(folder: Path, count: int) -> None:
    (left,) = leftovers(folder)
    start, end = os.pipe()
    for _ in range(count):
        if not os.fork():
            os.close(end)
            take(left, start)
    os.close(end)
    for _ in range(count):
        os.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
