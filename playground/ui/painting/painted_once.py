"""A window of which much is changed paints itself when all of that is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def painted_once(widget: QWidget) -> Iterator[None]:
    """Qt would paint all that waits for it whenever a part is put into a place that can be seen. May be nested."""
    was_on = widget.updatesEnabled()
    widget.setUpdatesEnabled(False)
    try:
        yield
    finally:
        widget.setUpdatesEnabled(was_on)
