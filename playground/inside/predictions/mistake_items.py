"""One row and what it was taken for, as pictures and lines of rows show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from numpy.typing import NDArray

Tone: TypeAlias = Literal["danger", "good", "muted"]
"""A colour of the theme: that of what was said instead of the truth, or of the truth that was kept to."""


@dataclass(frozen=True, slots=True)
class Item:
    """``key`` tells rows apart. ``was`` (muted) and ``taken`` stand below the picture, with an arrow between them.

    ``reading``: the sentence of the card; ``figure``: the probability in short.
    """

    key: int
    was: str
    taken: str
    figure: str
    reading: str
    tone: Tone = "danger"


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of a data set: (n, n_features), scaled; shape: (height, width) of the pictures, or None."""

    scaled: NDArray[Any]
    offset: NDArray[Any]
    scale: NDArray[Any]
    names: Sequence[str]
    shape: tuple[int, int] | None = None
    is_inverted: bool = False
    """Whether high values are paper."""

    def row(self, key: int) -> NDArray[Any]:
        """One row in the features' own units, (n_features,): there may be too many to unscale all of them."""
        values: NDArray[Any] = self.scaled[key] * self.scale + self.offset
        return values
