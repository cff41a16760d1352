"""Colours for values, blended from the theme: ink on paper, negative - zero - positive, or from less to more."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtGui import QColor

from playground.ui.look.palette import Theme


def blend(low: QColor, high: QColor, share: float) -> QColor:
    """``share`` of the way from one colour to another."""
    return _blends(low, high, [share])[0]


def _blends(low: QColor, high: QColor, shares: Iterable[float]) -> list[QColor]:
    red, green, blue = _rgb(low)
    to_red, to_green, to_blue = (b - a for a, b in zip((red, green, blue), _rgb(high), strict=True))
    return [QColor.fromRgbF(red + to_red * share, green + to_green * share, blue + to_blue * share) for share in shares]


def _rgb(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def ink(theme: Theme) -> list[int]:
    """256 colours from paper to ink."""
    paper, black = theme.color("sunken"), theme.color("text")
    return [color.rgb() for color in _blends(paper, black, (level / 255 for level in range(256)))]


def diverging(theme: Theme) -> list[int]:
    """256 colours: 0 is the most negative, 128 zero, 255 the most positive."""
    zero = theme.color("sunken")
    low, high = theme.color("negative"), theme.color("positive")
    negative = _blends(zero, low, (min((128 - level) / 127, 1) for level in range(128)))
    positive = _blends(zero, high, ((level - 128) / 127 for level in range(128, 256)))
    return [color.rgb() for color in (*negative, *positive)]


def sequential(theme: Theme) -> list[QColor]:
    """256 colours from paper to the accent, whose lightness changes by equal steps (in Oklab, Ottosson 2020)."""
    low, high = _oklab(theme.color("sunken")), _oklab(theme.color("accent"))
    return [_from_oklab(*(a + (b - a) * level / 255 for a, b in zip(low, high, strict=True))) for level in range(256)]


def level(share: float) -> int:
    """Which of 256 colours a share from 0, the worst, to 1, the best, gets: the better, the finer the steps.

    A few cells that fail would leave all others in one colour otherwise.
    """
    return round(math.pow(share, 2.5) * 255)


def _oklab(color: QColor) -> tuple[float, float, float]:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(color))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> QColor:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    shares = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in linear)
    return QColor.fromRgbF(*(min(max(share, 0.0), 1.0) for share in shares))
