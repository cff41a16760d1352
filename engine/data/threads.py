"""Work on the pieces of a file by several threads at once: NumPy and pandas let go of the interpreter lock."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

MOST_THREADS = 4

Piece = TypeVar("Piece")
Made = TypeVar("Made")


def n_threads() -> int:
    """As many as there are cores, within limits."""
    return min(MOST_THREADS, os.cpu_count() or 1)


def in_threads(work: Callable[[Piece], Made], pieces: Iterable[Piece]) -> Iterator[Made]:
    """What becomes of the pieces, in their order; at most one more than there are threads is made before it is wanted.

    Whoever does not take all of them leaves the rest undone, but for those that are being made, which are waited for.
    """
    from concurrent.futures import ThreadPoolExecutor  # here, because no start waits for what large files alone need

    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(n_threads()) as pool:
        try:
            for piece in pieces:
                if len(waiting) > n_threads():
                    yield waiting.popleft().result()
                waiting.append(pool.submit(work, piece))
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
