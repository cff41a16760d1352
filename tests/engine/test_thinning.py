"""Thinned curves: few points, no peak lost, the same however they came in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.thinning import MOST_BUCKETS, Thinned


def noisy(n: int, curves: int = 2) -> np.ndarray:
    return np.random.default_rng(n).standard_normal((n, curves)).astype(np.float32)


def thinned(x: np.ndarray, y: np.ndarray, *pieces: int) -> Thinned:
    """All points, appended in pieces of these sizes (the rest at once)."""
    result = Thinned(y.shape[1])
    start = 0
    for piece in pieces:
        result.append(x[start : start + piece], y[start : start + piece])
        start += piece
    result.append(x[start:], y[start:])
    return result


@pytest.mark.parametrize("n", [1, 2, 100, MOST_BUCKETS])
def test_short_curves_stay_as_they_are(n: int) -> None:
    x, y = np.arange(n) * 3, noisy(n)
    at, values = thinned(x, y).points()
    assert at.tolist() == x.tolist()
    np.testing.assert_array_equal(values, y)


@pytest.mark.parametrize("n", [MOST_BUCKETS + 1, 1000, 5000, 100_003])
def test_long_curves_keep_their_extremes_and_their_last_point(n: int) -> None:
    x, y = np.arange(n) * 10, noisy(n)
    y[n // 3, 0], y[n // 2, 1] = 99, -99
    at, values = thinned(x, y).points()
    assert len(at) <= 2 * MOST_BUCKETS + 5
    assert (np.diff(at) >= 0).all()
    assert np.isin(at, x).all(), "only steps that were measured"
    np.testing.assert_array_equal(values.max(axis=0), y.max(axis=0))
    np.testing.assert_array_equal(values.min(axis=0), y.min(axis=0))
    assert at[-1] == x[-1]
    np.testing.assert_array_equal(values[-1], y[-1])
    peak = at[values[:, 0] == 99]
    assert abs(peak - x[n // 3]).max() <= x[-1] / MOST_BUCKETS * 4, "near where it was"


@given(st.lists(st.integers(0, 700), max_size=12), st.integers(1, 3000))
def test_pieces_make_no_difference_to_the_extremes(pieces: list[int], n: int) -> None:
    x, y = np.arange(n), noisy(n)
    at, values = thinned(x, y, *pieces).points()
    np.testing.assert_array_equal(values.max(axis=0), y.max(axis=0))
    np.testing.assert_array_equal(values.min(axis=0), y.min(axis=0))
    assert at[0] == 0
    assert at[-1] == n - 1
    assert len(at) <= 2 * MOST_BUCKETS + 5


def test_point_by_point_is_the_same_as_pair_by_pair() -> None:
    x, y = np.arange(4096), noisy(4096)
    one, two = thinned(x, y, *[1] * 4095).points(), thinned(x, y, *[2] * 2047).points()
    np.testing.assert_array_equal(one[0], two[0])
    np.testing.assert_array_equal(one[1], two[1])


def test_nan_is_passed_over_unless_there_is_nothing_else() -> None:
    n = 2000
    x, y = np.arange(n), noisy(n)
    y[1000:, 0] = np.nan
    y[::2, 1] = np.nan
    at, values = thinned(x, y).points()
    assert np.isfinite(values[at < 990, 0]).all()
    assert np.isnan(values[at > 1010, 0]).all()
    assert np.isfinite(values[:-1, 1]).all()
