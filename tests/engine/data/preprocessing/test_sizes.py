"""Shares of rows as whole numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.preprocessing.sizes import sizes_of


@pytest.mark.parametrize(
    ("rows", "sizes"), [(150, [90, 30, 30]), (891, [535, 178, 178]), (7, [4, 2, 1]), (4, [2, 1, 1]), (3, [1, 1, 1])]
)
def test_by_largest_remainder(rows: int, sizes: list[int]) -> None:
    """891: 534.6, 178.2, 178.2. 7: 4.2, 1.4, 1.4. 4: 2.4, 0.8, 0.8. (By hand.)"""
    assert sizes_of((0.6, 0.2, 0.2), rows) == sizes


@given(st.integers(3, 10_000), st.lists(st.integers(1, 8), min_size=3, max_size=3))
def test_together_they_are_all_rows(rows: int, parts: list[int]) -> None:
    shares = [part / sum(parts) for part in parts]
    sizes = sizes_of(shares, rows)
    assert sum(sizes) == rows
    assert min(sizes) >= 1
    if min(shares) * rows >= 1:
        assert all(abs(size - share * rows) < 1 for size, share in zip(sizes, shares, strict=True))
