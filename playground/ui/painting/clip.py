"""Painting within a rectangle only, also into an SVG file, for which Qt's own painter knows no such thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEngine, QPainter

_BEGIN: Final = "#0c11b0"
_END: Final = "#0c11b1"
"""Colours that nothing else is painted in."""
_MARK: Final = re.compile(
    rb'<g fill="(#0c11b[01])"[^>]*?transform="([^"]*)"[^>]*>\s*<rect ([^>]*?)/>\s*</g>', re.DOTALL
)


@contextmanager
def clipped(painter: QPainter, frame: QRectF) -> Iterator[None]:
    """What is painted meanwhile does not leave the frame; the painter is then as it was before."""
    is_svg = painter.paintEngine().type() == QPaintEngine.Type.SVG
    painter.save()
    painter.setClipRect(frame)
    if is_svg:
        _leave_mark(painter, frame, _BEGIN)
    try:
        yield
    finally:
        if is_svg:
            _leave_mark(painter, frame, _END)
        painter.restore()


def _leave_mark(painter: QPainter, frame: QRectF, color: str) -> None:
    painter.save()
    painter.fillRect(frame, QColor(color))
    painter.restore()


def with_clips(svg: bytes) -> bytes:
    """The text of an SVG file with a clip path in place of each pair of marks."""
    numbers = count()

    def replaced(mark: re.Match[bytes]) -> bytes:
        color, transform, rect = mark.groups()
        if color == _END.encode():
            return b"</g>"
        name = b"clip%d" % next(numbers)
        path = b'<clipPath id="%s"><rect %s transform="%s"/></clipPath>' % (name, rect, transform)
        return b'%s<g clip-path="url(#%s)">' % (path, name)

    # The profile that Qt promises, for small devices, has no clip paths.
    return _MARK.sub(replaced, svg).replace(b' version="1.2" baseProfile="tiny"', b' version="1.1"', 1)
