"""Imports what lasts as long as the program: the garbage collector keeps away from it, and PySide6 from its source.

To be imported before PySide6. See docs/decisions/005-starting.md.
"""

from __future__ import annotations

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_PLAIN: Final = builtins.__import__
"""Python's own."""


@contextmanager
def lasting() -> Iterator[None]:
    """What is imported meanwhile, some 130 000 objects, is never gone through by the collector: not while it comes, and
    not later, when that would hold up a frame."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """No pass of the collector while much is made and next to nothing thrown away."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def plain_import() -> Iterator[None]:
    """Python's own import, in place of the one that PySide6 puts there when it comes.

    That one reads the source of each module there is, to see whether it may use ``from __feature__ import snake_case``.
    Nothing that is imported here does.
    """
    hook, builtins.__import__ = builtins.__import__, _PLAIN
    try:
        yield
    finally:
        builtins.__import__ = hook
