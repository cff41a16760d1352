from __future__ import annotations

import numpy as np
import pytest

from engine.data.over_rows import over_rows


@pytest.mark.parametrize("shape", [(1, 1), (7, 3), (5000, 4), (2048, 4), (3, 9000), (100, 200)])
@pytest.mark.parametrize("reduce", [np.minimum, np.maximum, np.fmin, np.fmax])
def test_all_rows_are_taken(shape: tuple[int, int], reduce: np.ufunc) -> None:
    rows = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    rows[shape[0] // 2, 0] = np.nan
    np.testing.assert_array_equal(over_rows(reduce, rows), reduce.reduce(rows, axis=0))
