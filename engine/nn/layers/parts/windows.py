"""Windows that go over a picture."""

from __future__ import annotations

from engine.records import record


@record
class Windows:
    """Square windows of a side that go over a picture of so many pixels a side, ``stride`` pixels at a time.

    ``before`` and ``after`` are the rows, or columns, of zeros around the picture, (vertical, horizontal) each.
    """

    height: int
    width: int
    side: int
    stride: int
    before: tuple[int, int] = (0, 0)
    after: tuple[int, int] = (0, 0)

    @property
    def padded(self) -> tuple[int, int]:
        """(height, width) with the zeros."""
        return self.height + self.before[0] + self.after[0], self.width + self.before[1] + self.after[1]

    @property
    def is_padded(self) -> bool:
        return any(self.before + self.after)

    @property
    def out(self) -> tuple[int, int]:
        """How many windows fit, (vertically, horizontally)."""
        height, width = self.padded
        return (height - self.side) // self.stride + 1, (width - self.side) // self.stride + 1

    def pairs(self) -> int:
        """How many pairs there are of a window and a pixel of the picture in it."""
        return self._pairs(self.height, 0) * self._pairs(self.width, 1)

    def _pairs(self, pixels: int, axis: int) -> int:
        starts = (place * self.stride - self.before[axis] for place in range(self.out[axis]))
        return sum(min(start + self.side, pixels) - max(start, 0) for start in starts)
