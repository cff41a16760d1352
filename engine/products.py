"""Matrix products cut into parts, where OpenBLAS is faster with several small ones than with one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import LibController, ThreadpoolController

Array: TypeAlias = NDArray[Any]

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


def on_threads(n: int) -> AbstractContextManager[object]:
    """Inside, a matrix product may use so many threads. It holds for the whole process."""
    limit: AbstractContextManager[object] = _LIBRARIES.limit(limits=n, user_api="blas")
    return limit


def on_one_thread() -> AbstractContextManager[object]:
    """Inside, each product is made on the thread that asks for it."""
    return on_threads(1)


@cache
def _openblas() -> LibController | None:
    """NumPy's own, if it is one that knows small products."""
    for library in _LIBRARIES.lib_controllers:
        if library.internal_api == "openblas" and "numpy" in library.filepath:
            return library if library.architecture in ARCHITECTURES else None
    return None


def parts_pay() -> bool:
    """Whether parts are faster just now: only on one thread, for OpenBLAS shares out large products alone."""
    library = _openblas()
    return library is not None and library.num_threads == 1


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
