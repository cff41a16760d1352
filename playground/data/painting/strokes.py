"""What a stroke does to the points: a click sets one, a drag sprays some along its way, the eraser takes some away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.data.spec import MOST_POINTS, Point

BRUSH: Final = 0.06
"""Radius of the spray and of the eraser, as a share of what the canvas reaches to either side of its middle."""
_APART: Final = 0.03
"""So far a brush moves from one point to the next, in the same measure."""
_DECIMALS: Final = 2
"""Of the places of points: as fine as anybody can aim."""


class Stroke:
    """One stroke, from where the button goes down to where it comes up. ``points`` is what there is now."""

    def __init__(self, points: Sequence[Point], reach: float, label: float | None) -> None:
        """label: the class or the number to paint; None erases. reach: of the canvas, to either side of its middle."""
        self.points: list[Point] = list(points)
        self._reach = reach
        self._label = label
        self._last: tuple[float, float] | None = None
        self._chance = np.random.default_rng()

    @property
    def is_erasing(self) -> bool:
        return self._label is None

    @property
    def is_full(self) -> bool:
        """Whether there is no room for another point."""
        return self._label is not None and len(self.points) >= MOST_POINTS

    def to(self, x1: float, x2: float) -> None:
        """The button is here now."""
        if self._label is None:
            self._erase(x1, x2)
        elif self._last is None:
            self._add(x1, x2)
            self._last = x1, x2
        else:
            self._spray(x1, x2)

    def _erase(self, x1: float, x2: float) -> None:
        """What the eraser touches."""
        if self.points:
            places = np.array(self.points)[:, :2]
            kept = np.hypot(*(places - (x1, x2)).T) > BRUSH * self._reach
            self.points = [point for point, stays in zip(self.points, kept.tolist(), strict=True) if stays]

    def _spray(self, x1: float, x2: float) -> None:
        """Points around the way from the last place to this one."""
        assert self._last is not None
        start, way = np.array(self._last), np.array((x1, x2)) - self._last
        n = int(np.hypot(*way) / (_APART * self._reach))
        if not n:
            return
        for share in (np.arange(n) + 1) / n:
            radius, angle = BRUSH * self._reach * np.sqrt(self._chance.random()), 2 * np.pi * self._chance.random()
            at = start + share * way + radius * np.array((np.cos(angle), np.sin(angle)))
            self._add(*at.tolist())
        self._last = x1, x2

    def _add(self, x1: float, x2: float) -> None:
        if not self.is_full and self._label is not None:
            limit = self._reach
            place = (round(min(max(x, -limit), limit), _DECIMALS) for x in (x1, x2))
            self.points.append((*place, float(self._label)))  # type: ignore[arg-type]  # a generator of two
