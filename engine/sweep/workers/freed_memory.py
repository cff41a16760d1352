"""Workers keep the memory that a step frees, for the next one needs it again.

Dask asks glibc to give all of more than 64 kB back to the system at once, where tasks are few and large. A step of a
batch frees its temporaries some thousand times a minute: getting their pages anew took a third of the time.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Final

MOST: Final = 128 * 2**20
"""Bytes that may be kept at the end of the heap."""
_LARGEST: Final = 32 * 2**20
"""Of an array that lies in the heap; larger ones are mapped, and given back. glibc takes no more."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h


@cache
def keep_freed_memory() -> bool:
    """Once in each process. Whether that was possible: other C libraries do as they like."""
    if sys.platform != "linux":
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    return bool(mallopt(_TRIM_THRESHOLD, MOST)) and bool(mallopt(_MMAP_THRESHOLD, _LARGEST))
