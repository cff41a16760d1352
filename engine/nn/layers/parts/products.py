"""Matrix products cut into parts, where OpenBLAS is faster with several small ones than with one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from threading import Lock
from typing import Any, Final

import numpy as np
from threadpoolctl import ThreadpoolController

from engine.arrays import Array

SMALL: Final = 10**6
"""Multiplications up to which OpenBLAS, on these processors, does not copy its operands together first."""
ARCHITECTURES: Final = frozenset({"SkylakeX", "Cooperlake", "SapphireRapids"})
FEWEST_ROWS: Final = 16
"""Rows of a part: with fewer, parts cost more than they save."""


_LIBRARIES: Final = ThreadpoolController()
"""Those with threads of their own, looked for once, by the thread that starts the program.

Never beside other threads: the search holds the lock of the system's loader and waits for the interpreter's, and a
thread that loads a library at that moment waits the other way round, for ever.
"""
_BLAS: Final = [library for library in _LIBRARIES.lib_controllers if library.user_api == "blas"]


class _OneThread:
    """A limit that several threads may hold at the same time: the last to let go of it puts back what was.

    Each slice of a run takes it, so libraries that have one thread already are left alone, and `ThreadpoolController`,
    which asks each of them for all that it can tell, is not used for it: 24 microseconds.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._holders = 0
        self._had: list[tuple[Any, int]] = []
        """The libraries that had more than one, and how many."""

    def __enter__(self) -> None:
        with self._lock:
            if not self._holders:
                had = [(library, library.get_num_threads()) for library in _BLAS]
                self._had = [(library, n_threads) for library, n_threads in had if n_threads not in (None, 1)]
                for library, _ in self._had:
                    _set_num_threads(library, 1)
            self._holders += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._holders -= 1
            if not self._holders:
                for library, n_threads in self._had:
                    _set_num_threads(library, n_threads)


def _set_num_threads(library: Any, n_threads: int) -> None:
    """Whichever thread asks. From 3.8 on threadpoolctl obeys one thread of Python, the first that has asked, and does
    nothing for others, of which a run is one; the lock of `_OneThread` keeps ours from fighting."""
    let_go = getattr(library, "clear_controlling_thread", lambda **_: None)
    let_go(force=True)
    library.set_num_threads(n_threads)
    let_go(force=True)


_one_thread: Final = _OneThread()


def on_one_thread() -> AbstractContextManager[None]:
    """Inside, each product is made on the thread that asks for it. It holds for the whole process.

    A BLAS that shares a product out among threads adds in another order, so that the numbers would depend on how many
    there are: OpenBLAS does so in every fifth of 844 shapes forward, from 6 * 10^5 multiplications on.
    """
    return _one_thread


@cache
def parts_pay() -> bool:
    """Whether parts are faster, on one thread: NumPy's BLAS is one that knows small products."""
    return any(
        library.internal_api == "openblas" and "numpy" in library.filepath and library.architecture in ARCHITECTURES
        for library in _LIBRARIES.lib_controllers
    )


@cache
def parts(rows: int, multiplications: int) -> int:
    """How many equal parts make a product of so many rows, and multiplications for each of them, a small one."""
    most_rows = SMALL // max(1, multiplications)
    if rows <= most_rows:
        return 1
    fewest = -(-rows // max(1, most_rows))
    return next((n for n in range(fewest, rows // FEWEST_ROWS + 1) if rows % n == 0), 1)


def multiply_in_parts(left: Array, right: Array, out: Array, n: int) -> None:
    """out = left @ right, with the rows of ``left`` in n equal parts. A lane's numbers depend on no other lane.

    left: (lanes or 1, rows, k); right: (lanes, k, columns); out: (lanes, rows, columns).
    """
    lanes, rows, columns = out.shape
    np.matmul(
        left.reshape(len(left), n, rows // n, left.shape[2]),
        right[:, None],
        out=out.reshape(lanes, n, rows // n, columns),
    )
