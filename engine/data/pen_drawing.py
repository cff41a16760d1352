"""Makes of a drawing what the pictures of a data set are made of, so that a net can be asked about it.

A drawing is a large grey picture, 0 for paper and 1 for ink. The bundled digits of 8x8 went through NIST's programs:
set upright, stretched to one box, strokes brought to one width, ink counted in 4x4 blocks (Garris et al., NIST
Form-Based Handprint Recognition System, NISTIR 5469, 1994). MNIST's keep their proportions and have their centre of
mass in the middle (LeCun et al., Gradient-based learning applied to document recognition, 1998).
"""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.records import record

Picture: TypeAlias = NDArray[np.float64]
Bitmap: TypeAlias = NDArray[np.bool_]

FAINT: Final = 0.05
"""Ink of less than this is paper."""
BLACK: Final = 0.5
"""From here on a pixel is black, where pixels are black or white."""
MOST_SLANT: Final = 0.6
"""Columns a row that a digit is sheared by at most when it is set upright."""
BLOCK: Final = 4
BOX: Final = (32, 20)
"""Height and width that a digit is stretched to before its blocks are counted, in the bitmap's pixels."""
LEAST_WIDTH: Final = 10
"""Of a digit that is nothing but an upright stroke."""
INK: Final = (0.26, 0.36)
"""Shares of the bitmap that strokes of the usual width blacken."""
FILLED: Final = 20 / 28
"""The share of MNIST's pictures that a digit's longer side fills."""
LOOKED_AT: Final = 500
"""Rows that show what the pictures are like."""
_MOST_PASSES: Final = 3


@record
class DrawingStyle:
    """How the pictures of a data set look: (height, width), the values of paper and of ink, and which way they came."""

    shape: tuple[int, int]
    paper: float
    ink: float
    is_counted: bool
    """By blocks of a bitmap, as the bundled digits."""


def drawing_style(dataset: Dataset) -> DrawingStyle | None:
    """None where the features are no pixels, or in colour: a pen has none. Paper is what most pictures have along their
    edge."""
    shape = dataset.image_shape
    if shape is None or dataset.n_features != shape[0] * shape[1]:
        return None
    raw = dataset.unscaled(dataset.train_x[:LOOKED_AT])
    low, high = round(float(raw.min()), 3), round(float(raw.max()), 3)
    pictures = raw.reshape(-1, *shape)
    edges = np.concatenate([pictures[:, 0], pictures[:, -1], pictures[:, :, 0], pictures[:, :, -1]], axis=None)
    is_inverted = bool(np.median(edges) > (low + high) / 2)
    paper, ink = (high, low) if is_inverted else (low, high)
    return DrawingStyle(shape, paper, ink, is_counted=shape == (8, 8))


def prepare(drawing: NDArray[np.floating], style: DrawingStyle) -> NDArray[np.float32] | None:
    """drawing: (height, width), 0 paper to 1 ink -> unscaled features, (n_features,). None where nothing is drawn."""
    picture = np.asarray(drawing, np.float64)
    shares = counted(picture) if style.is_counted else centred(picture, style.shape)
    if shares is None:
        return None
    shares = np.clip(shares, 0, 1)  # rounding
    return (style.paper + shares * (style.ink - style.paper)).astype(np.float32).ravel()


def counted(drawing: Picture) -> Picture | None:
    """(any height, any width) -> (8, 8): the shares of black pixels in the 4x4 blocks of a 32x32 bitmap."""
    ink = _upright(drawing >= BLACK)
    if ink is None:
        return None
    height, widest = BOX
    width = 2 * round(float(np.interp(ink.shape[1] / ink.shape[0], [0.1, 0.4], [LEAST_WIDTH, widest])) / 2)
    left = (height - width) // 2
    bitmap = np.zeros((height, height), bool)
    bitmap[:, left : left + width] = resized(ink.astype(np.float64), (height, width)) >= BLACK
    blocks = _of_usual_width(bitmap).reshape(height // BLOCK, BLOCK, height // BLOCK, BLOCK)
    shares: Picture = blocks.mean(axis=(1, 3))
    return shares


def centred(drawing: Picture, shape: tuple[int, int]) -> Picture | None:
    """(any height, any width) -> shape: 20 of 28 pixels large, the centre of mass in the middle, grey."""
    rows, columns = (np.flatnonzero((drawing > FAINT).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    ink = drawing[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = min(FILLED * shape[0] / ink.shape[0], FILLED * shape[1] / ink.shape[1])
    size = max(1, round(ink.shape[0] * scale)), max(1, round(ink.shape[1] * scale))
    small = resized(ink, size)
    result = np.zeros(shape)
    places = []
    for axis in (0, 1):
        mass = small.sum(axis=1 - axis)
        middle = float(mass @ (np.arange(size[axis]) + 0.5) / mass.sum())
        start = round(shape[axis] / 2 - middle)
        places.append(min(max(start, 0), shape[axis] - size[axis]))
    top, left = places
    result[top : top + size[0], left : left + size[1]] = small
    return result


def resized(picture: Picture, shape: tuple[int, int]) -> Picture:
    """(height, width) -> shape. Each new pixel is the mean of the area that it covers."""
    rows, columns = (_cover(old, new) for old, new in zip(picture.shape, shape, strict=True))
    result: Picture = rows @ picture @ columns.T
    return result


def _cover(old: int, new: int) -> Picture:
    """(new, old): the share of each old pixel in each new one; the rows add up to 1."""
    edges = np.linspace(0, old, new + 1)
    start, stop = edges[:-1, None], edges[1:, None]
    pixel = np.arange(old)
    overlap: Picture = np.clip(np.minimum(stop, pixel + 1) - np.maximum(start, pixel), 0, None)
    return overlap / (stop - start)


def _upright(bitmap: Bitmap) -> Bitmap | None:
    """(height, width) -> cropped, and sheared so that rows and columns of its black pixels are not correlated."""
    y, x = np.nonzero(bitmap)
    if not len(y):
        return None
    below = y - y.mean()
    slant = float(np.clip(below @ x / max(float(below @ below), 1.0), -MOST_SLANT, MOST_SLANT))
    moved = np.rint(x - slant * below).astype(np.intp)
    result = np.zeros((np.ptp(y) + 1, np.ptp(moved) + 1), bool)
    result[y - y.min(), moved - moved.min()] = True
    return result


def _of_usual_width(bitmap: Bitmap) -> Bitmap:
    """Thickens thin strokes and thins thick ones, a pixel at a time."""
    for _ in range(_MOST_PASSES):
        share = bitmap.mean()
        if share < INK[0]:
            bitmap = _grown(bitmap)
        elif share > INK[1]:
            bitmap = ~_grown(~bitmap)
        else:
            break
    return bitmap


def _grown(bitmap: Bitmap) -> Bitmap:
    """Black spreads to the pixels above, below, left and right."""
    result = bitmap.copy()
    result[1:] |= bitmap[:-1]
    result[:-1] |= bitmap[1:]
    result[:, 1:] |= bitmap[:, :-1]
    result[:, :-1] |= bitmap[:, 1:]
    return result
