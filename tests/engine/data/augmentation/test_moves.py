"""Pictures moved, against what NumPy's own slices, turns and mirrors make of them, and against numbers by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arrays import Array
from engine.data.augmentation.moves import MOST_PIXELS, Mover, matrices

RNG = np.random.default_rng(3)


def moved(
    pictures: Array,
    *,
    angle: float = 0,
    size: float = 1,
    shift: tuple[float, float] = (0, 0),
    crop: tuple[float, float] = (0, 0),
    mirror: float = 1,
    paper: float = 0,
    between: bool = False,
) -> Array:
    """pictures: (rows, height, width, channels), all in the same way."""
    rows, *shape = pictures.shape
    height, width, channels = shape
    each = [np.full(rows, value, np.float32) for value in (np.radians(angle), size, mirror)]
    places = [np.repeat(np.array(pair, np.float32)[:, None], rows, axis=1) for pair in (shift, crop)]
    mover = Mover((height, width, channels), np.full(channels, paper, np.float32))
    x = pictures.reshape(rows, -1).copy()
    mover.move(x, matrices(each[0], each[1], places[0], places[1], each[2]), between=between)
    return x.reshape(pictures.shape)


def pictures(height: int = 5, width: int = 4, channels: int = 1, rows: int = 3) -> Array:
    return RNG.random((rows, height, width, channels)).astype(np.float32)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("between", [False, True])
def test_a_shift_is_a_slice_and_paper_comes_in(channels: int, between: bool) -> None:
    x = pictures(channels=channels)
    y = moved(x, shift=(1, -2), paper=7, between=between)
    np.testing.assert_array_equal(y[:, 1:, :-2], x[:, :-1, 2:])
    assert (y[:, 0] == 7).all()
    assert (y[:, :, -2:] == 7).all()


def test_a_mirror() -> None:
    x = pictures(channels=3)
    np.testing.assert_array_equal(moved(x, mirror=-1), x[:, :, ::-1])


def test_a_mirrored_picture_is_moved_as_it_is_seen() -> None:
    x = pictures()
    y = moved(x, mirror=-1, shift=(0, 1))
    np.testing.assert_array_equal(y[:, :, 1:], x[:, :, ::-1][:, :, :-1])


def test_a_quarter_turn_is_clockwise() -> None:
    x = pictures(5, 5)
    y = moved(x, angle=90, between=True)
    np.testing.assert_allclose(y, np.rot90(x, -1, axes=(1, 2)), atol=1e-5)


def test_half_a_pixel_is_the_mean_of_two() -> None:
    """[2, 4, 8] moved right by a half: (0 + 2) / 2, (2 + 4) / 2, (4 + 8) / 2."""
    x = np.array([2, 4, 8], np.float32).reshape(1, 1, 3, 1)
    np.testing.assert_allclose(moved(x, shift=(0, 0.5), between=True).ravel(), [1, 3, 6])


def test_the_middle_enlarged() -> None:
    """Half of each side: pixels come from -0.75, -0.25, 0.25 and 0.75 beside the middle of [0, 4, 8, 12]."""
    x = np.repeat(np.array([0, 4, 8, 12], np.float32)[None, :], 4, axis=0).reshape(1, 4, 4, 1)
    y = moved(x, size=0.5, between=True)
    np.testing.assert_allclose(y[0, 1, :, 0], [3, 5, 7, 9])


def test_what_is_moved_far_away_is_paper() -> None:
    assert (moved(pictures(), shift=(30, -30), paper=0.5, between=True) == 0.5).all()


def test_more_pictures_than_are_moved_at_once() -> None:
    x = pictures(8, 8, rows=2 * MOST_PIXELS // 64 + 5)
    np.testing.assert_array_equal(moved(x, shift=(1, 0))[:, 1:], x[:, :-1])
