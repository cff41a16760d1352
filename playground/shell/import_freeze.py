"""Keeps the garbage collector away from what is imported, which lasts as long as the program."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """What is imported meanwhile, some 130 000 objects, is never gone through by the collector: not while it comes, and
    not later, when that would hold up a frame. See docs/decisions/005-starting.md."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
