"""Colours for values, blended from the theme: ink on paper, or negative - zero - positive."""

from __future__ import annotations

from PySide6.QtGui import QColor

from playground.theme import Theme


def blend(low: QColor, high: QColor, share: float) -> QColor:
    """``share`` of the way from one colour to another."""
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in zip(_rgb(low), _rgb(high), strict=True)))


def _rgb(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def ink(theme: Theme) -> list[int]:
    """256 colours from paper to ink."""
    paper, black = theme.color("sunken"), theme.color("text")
    return [blend(paper, black, level / 255).rgb() for level in range(256)]


def diverging(theme: Theme) -> list[int]:
    """256 colours: 0 is the most negative, 128 zero, 255 the most positive."""
    zero = theme.color("sunken")
    low, high = theme.color("negative"), theme.color("positive")
    return [blend(zero, low if level < 128 else high, min(abs(level - 128) / 127, 1)).rgb() for level in range(256)]
