from __future__ import annotations

import numpy as np
import pytest

from engine.data.over_rows import ends_of, over_rows


@pytest.mark.parametrize("shape", [(1, 1), (7, 3), (5000, 4), (2048, 4), (3, 9000), (100, 200)])
@pytest.mark.parametrize("reduce", [np.minimum, np.maximum, np.fmin, np.fmax])
def test_all_rows_are_taken(shape: tuple[int, int], reduce: np.ufunc) -> None:
    rows = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    rows[shape[0] // 2, 0] = np.nan
    np.testing.assert_array_equal(over_rows(reduce, rows), reduce.reduce(rows, axis=0))


def test_ends_tell_of_holes_and_of_what_may_be_infinite() -> None:
    ends = ends_of(np.array([[1, 2], [3, -4]], np.float32))
    assert (ends.low.tolist(), ends.high.tolist()) == ([1, -4], [3, 2])
    assert not ends.have_holes
    assert not ends.may_be_infinite
    for infinite in (np.inf, -np.inf):
        ends = ends_of(np.array([[1, 2], [infinite, 3]], np.float32))
        assert not ends.have_holes
        assert ends.may_be_infinite
    ends = ends_of(np.array([[1, np.inf], [3, np.nan]], np.float32))
    assert ends.have_holes
    assert ends.may_be_infinite
