"""Thinned curves: few points, each of them measured, in true order; no peak lost; the same however they came in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from playground.ui.painting.lines.averages import Averages
from playground.ui.painting.lines.thinning import MOST_POINTS, Points, Thinned

pieces_of_curves = st.lists(st.integers(1, 700), max_size=12)


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


def points(x: np.ndarray, y: np.ndarray, *pieces: int) -> Points:
    return thinned(x, y, *pieces).points(range(y.shape[1]))


def check(x: np.ndarray, y: np.ndarray, drawn: Points) -> None:
    """What must be true of every curve: y: (points, curves), as measured."""
    assert drawn.x.shape[1] <= MOST_POINTS + 4
    for curve in range(y.shape[1]):
        at, values = drawn.of(curve)
        there = ~np.isnan(y[:, curve])
        measured = dict(zip(x[there].tolist(), y[there, curve].tolist(), strict=True))
        assert (np.diff(at) > 0).all(), "x does not grow"
        assert [measured[step] for step in at.tolist()] == values.tolist(), "a point was never measured"
        if not there.any():
            assert not len(at)
            continue
        assert (at[0], at[-1]) == (x[there][0], x[there][-1])
        assert (values.min(), values.max()) == (y[there, curve].min(), y[there, curve].max())


@pytest.mark.parametrize("n", [0, 1, 2, 3, 100, MOST_POINTS])
def test_short_curves_stay_as_they_are(n: int) -> None:
    x, y = np.arange(n) * 3, noisy(n)
    drawn = points(x, y)
    for curve in range(2):
        at, values = drawn.of(curve)
        assert at.tolist() == x.tolist()
        assert values.tolist() == y[:, curve].tolist()
    assert drawn.joined.all()


@pytest.mark.parametrize("n", [MOST_POINTS + 1, 1000, 5000, 100_003])
def test_long_curves_keep_their_peaks_where_they_were(n: int) -> None:
    x, y = np.arange(n) * 10, noisy(n)
    y[n // 3, 0], y[n // 2, 1] = 99, -99
    drawn = points(x, y)
    check(x, y, drawn)
    for curve, peak, value in ((0, n // 3, 99), (1, n // 2, -99)):
        at, values = drawn.of(curve)
        assert at[values == value].tolist() == [x[peak]]


@given(
    hnp.arrays(np.float32, st.tuples(st.integers(1, 3000), st.just(1)), elements=st.sampled_from([-1, 0, 1, 2, 5])),
    st.sets(st.integers(0, 2999)),
    pieces_of_curves,
)
def test_every_point_drawn_was_measured_in_whatever_pieces_it_came(
    y: np.ndarray, gaps: set[int], pieces: list[int]
) -> None:
    y = np.concatenate([y, noisy(len(y), 1)], axis=1)
    y[[gap for gap in gaps if gap < len(y)]] = np.nan
    x = np.cumsum(np.random.default_rng(len(y)).integers(1, 9, len(y)))
    whole, drawn = points(x, y), points(x, y, *pieces)
    check(x, y, drawn)
    np.testing.assert_array_equal(drawn.x, whole.x)
    np.testing.assert_array_equal(drawn.y, whole.y)
    np.testing.assert_array_equal(drawn.joined, whole.joined)


@given(st.integers(1, 5000), st.sampled_from([-1, 1]), pieces_of_curves)
def test_a_monotone_curve_stays_monotone(n: int, way: int, pieces: list[int]) -> None:
    y = (way * np.sort(noisy(n, 3), axis=0)).astype(np.float32)
    drawn = points(np.arange(n), y, *pieces)
    for curve in range(3):
        assert (way * np.diff(drawn.of(curve)[1]) >= 0).all()


@given(st.integers(1, 3000), st.sets(st.integers(0, 2999), max_size=8), pieces_of_curves)
def test_no_line_leads_over_what_was_no_number(n: int, gaps: set[int], pieces: list[int]) -> None:
    x, y = np.arange(n), noisy(n, 1)
    y[[gap for gap in gaps if gap < n]] = np.nan
    drawn = points(x, y, *pieces)
    for first, last, joined in zip(drawn.x[0], drawn.x[0, 1:], drawn.joined[0], strict=False):
        assert joined == np.isfinite(y[int(first) : int(last) + 1]).all()


def test_a_curve_that_ends_and_one_that_begins_late_are_drawn_as_far_as_they_go() -> None:
    n = 2000
    x, y = np.arange(n), noisy(n)
    y[1003:, 0] = np.nan
    y[:777, 1] = np.nan
    drawn = points(x, y)
    assert drawn.of(0)[0][-1] == 1002
    assert drawn.of(1)[0][0] == 777


def test_what_is_infinite_is_a_peak() -> None:
    y = noisy(2000, 1)
    y[500] = np.inf
    at, values = points(np.arange(2000), y).of(0)
    assert at[np.isinf(values)].tolist() == [500]


# --- averages ---------------------------------------------------------------------------------------------------------


def averaged(x: np.ndarray, y: np.ndarray, *pieces: int) -> Averages:
    result = Averages(y.shape[1])
    start = 0
    for piece in (*pieces, len(x)):
        result.append(x[start : start + piece], y[start : start + piece])
        start += piece
    return result


@given(st.integers(1, 3000), st.integers(0, 20), pieces_of_curves)
def test_a_moving_average_counts_every_point_once(n: int, width: int, pieces: list[int]) -> None:
    x, y = np.arange(n) * 2.0, noisy(n).astype(np.float64)
    y[n // 2 :, 1] = np.nan
    averages = averaged(x, y, *pieces)
    at, means = averages.moving([0, 1], width)
    size, count = averages.size, len(averages)
    assert count <= 512
    expected = np.full((count, 3), np.nan)
    for place in range(count):
        reach = min(width, place, count - 1 - place)
        here, around = (
            slice(place * size, (place + 1) * size),
            slice((place - reach) * size, (place + reach + 1) * size),
        )
        expected[place, :2] = x[here].mean(), y[around, 0].mean()
        if here.start < n // 2:  # the second curve goes on
            expected[place, 2] = y[around.start : min(around.stop, n // 2), 1].mean()
    np.testing.assert_allclose(np.column_stack([at, means]), expected, rtol=1e-6, atol=1e-12)


def test_a_moving_average_of_a_short_curve_is_a_mean_over_neighbours() -> None:
    y = np.array([[1.0], [2.0], [9.0], [np.nan], [5.0]])
    at, means = averaged(np.arange(5), y).moving([0], 1)
    assert at.tolist() == [0, 1, 2, 3, 4]
    assert means[:3, 0].tolist() == [1, 4, 5.5], "what is not finite does not count"
    assert np.isnan(means[3, 0])
    assert means[4, 0] == 5
