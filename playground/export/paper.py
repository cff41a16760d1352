"""Pictures of panels for paper: made anew in the light theme, whatever the window's, as PNG or SVG."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final
from xml.sax.saxutils import unescape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from playground.ui.look import theme
from playground.ui.look.palette import LIGHT
from playground.ui.look.stylesheet import stylesheet

SCALE: Final = 2
"""Pixels of a PNG for each one on the screen, both ways."""

_TEXT: Final = re.compile(
    r'(?P<head><text [^>]*font-family="(?P<families>[^"]*)" font-size="(?P<size>\d+)" '
    r'font-weight="(?P<weight>\d+)"[^>]*?)'
    r"\s*>(?P<words>[^<]*\S[^<]*)</text>"
)

_CLIPPED: Final = re.compile(
    r'<g clip-path="url\(#(?P<clip>\w+)\)">\s*<g [^>]*?transform="matrix\(1,0,0,1,(?P<x>[-\d.e]+),(?P<y>[-\d.e]+)\)"'
)
_CLIP: Final = re.compile(r'(?P<head><clipPath id="(?P<clip>\w+)">\s*<path )')


@contextmanager
def light() -> Iterator[None]:
    """What is made and painted meanwhile is light; nothing that is on the screen hears of it."""
    before = theme.watcher.theme
    theme.watcher.theme = LIGHT
    try:
        yield
    finally:
        theme.watcher.theme = before


def prepare(widget: QWidget, size: QSize) -> None:
    """Lays a new widget out off the screen; call within `light`."""
    look = LIGHT
    # What inherits its colour would inherit the application's.
    paper = f"QWidget {{ color: {look.text}; }} QScrollArea, Panel, InsidePanel {{ background: {look.surface}; }}"
    palette = theme.palette(look)
    palette.setColor(QPalette.ColorRole.Window, QColor(look.surface))
    widget.setPalette(palette)
    widget.setStyleSheet(paper + stylesheet(look))
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(size)
    widget.show()
    for view in widget.findChildren(QGraphicsView):
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        for item in view.scene().items():
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)  # a cache is pixels, and those of the screen


def png(widget: QWidget) -> bytes:
    """The picture of a prepared widget in SCALE times its size."""
    for view in widget.findChildren(QGraphicsView):
        # Lines are a number of the screen's pixels wide, so they have to take the picture for the screen.
        view.devicePixelRatioF = _scale  # type: ignore[method-assign]
    return painted(widget.size(), lambda painter, _: widget.render(painter, QPoint()))


def painted(size: QSize, paint: Callable[[QPainter, QRectF], object]) -> bytes:
    """The PNG of what ``paint(painter, rectangle)`` paints, in SCALE times this size."""
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    try:
        paint(painter, QRectF(QPoint(), size))
    finally:
        painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it takes a device and a format
    return bytes(data.data())


def svg(widget: QWidget, title: str) -> bytes:
    """The picture of a prepared widget as lines and text."""
    views = [view.viewport() for view in widget.findChildren(QGraphicsView) if view.isVisible()]
    rooms = [QRectF(QRect(view.mapTo(widget, QPoint()), view.size())) for view in views]
    return _in_place(
        drawn(widget.size(), lambda painter: widget.render(painter, QPoint()), title).decode(), rooms
    ).encode()


def _in_place(text: str, rooms: Sequence[QRectF]) -> str:
    """With clips where they belong. rooms: where graphics views are painted.

    Qt writes the path of a clip as the widget that it clips has it, or the viewport, and uses it where nothing says
    that these lie elsewhere: so the lower plot was cut away. What is clipped says where it lies itself.
    """
    moved: dict[str, QPointF] = {}
    for found in _CLIPPED.finditer(text):
        at = QPointF(float(found["x"]), float(found["y"]))
        moved.setdefault(found["clip"], next((room.topLeft() for room in rooms if room.contains(at)), at))

    def place(found: re.Match[str]) -> str:
        to = moved.get(found["clip"], QPointF())
        return f'{found["head"]}transform="translate({to.x():g},{to.y():g})" '

    return _CLIP.sub(place, text)


def drawn(size: QSize, paint: Callable[[QPainter], object], title: str) -> bytes:
    """What ``paint(painter)`` paints, as lines and text."""
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # which knows how to clip
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setResolution(96)
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(), size), QColor(LIGHT.surface))
    try:
        paint(painter)
    finally:
        painter.end()
    # Another computer has other fonts: its words are made as wide as these, or they would run into each other, and
    # without a family that all know it would take one with serifs.
    text = _TEXT.sub(_of_this_width, bytes(data.data()).decode())
    return re.sub(r'font-family="([^"]*)"', r'font-family="\1, Arial, sans-serif"', text).encode()


def _of_this_width(found: re.Match[str]) -> str:
    """A text of the drawing that says how wide it is here."""
    font = QFont()
    font.setFamilies(found["families"].split(","))
    font.setPixelSize(int(found["size"]))
    font.setWeight(QFont.Weight(int(found["weight"])))
    width = QFontMetricsF(font).horizontalAdvance(unescape(found["words"]))
    return f'{found["head"]} textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{found["words"]}</text>'


def _scale() -> float:
    return float(SCALE)
