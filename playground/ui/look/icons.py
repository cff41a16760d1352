"""Draws `assets/icons/*.svg` in the colours of the theme, sharp at every scale."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.assets import asset

if TYPE_CHECKING:
    from playground.ui.look.palette import Theme


@cache
def _files() -> dict[str, Path]:
    """Name of an icon -> its drawing."""
    return {file.stem: file for file in asset("icons").iterdir() if file.suffix == ".svg"}


@cache
def source(name: str) -> str:
    """The SVG text of an icon, which draws with ``currentColor``."""
    return _files()[name].read_text(encoding="utf-8")


def tinted(name: str, color: QColor) -> bytes:
    """The SVG of an icon in one colour."""
    return source(name).replace("currentColor", color.name()).encode()


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(tinted(name, QColor(color)))


@lru_cache(512)  # a button asks for it whenever it is painted
def _drawn(name: str, color: str, width: int, height: int) -> QPixmap:
    result = QPixmap(width, height)
    if result.isNull():  # a button that has no room yet
        return result
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, color).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return result


class ThemedIconEngine(QIconEngine):
    """Looks the colour up each time it paints, so that icons follow the theme."""

    def __init__(self, name: str, theme: Callable[[], Theme], color: str) -> None:
        super().__init__()
        self._name, self._theme, self._color = name, theme, color
        if name not in _files():  # here, not in a paint event
            raise FileNotFoundError(f"there is no icon {name}")

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self._name, self._color_in(mode).name()).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._color_in(mode).name(), size.width(), size.height())

    def _color_in(self, mode: QIcon.Mode) -> QColor:
        return self._theme().color("disabled" if mode == QIcon.Mode.Disabled else self._color)

    def clone(self) -> QIconEngine:
        return ThemedIconEngine(self._name, self._theme, self._color)


def icon(name: str, theme: Callable[[], Theme], color: str) -> QIcon:
    """An icon whose colour is the theme's ``color`` at the time of painting."""
    return QIcon(ThemedIconEngine(name, theme, color))
