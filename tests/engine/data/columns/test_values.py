from __future__ import annotations

import numpy as np
import pytest

from engine.data.columns.values import codes_in, names_in


@pytest.mark.parametrize("kind", [np.float32, np.float64])
@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        ([2, 0, 2, np.nan, 7], ("0", "2", "7")),
        ([70_000, 3, 3], ("3", "70000")),
        ([65_535, 65_536, 1], ("1", "65535", "65536")),
        ([0.5, 2, np.nan], ("0.5", "2")),
        ([-1, 2, 2], ("-1", "2")),
        ([-0.0, 3], ("-0", "3")),
        ([np.nan], ()),
    ],
)
def test_different_numbers_are_named_in_their_order(kind: type, numbers: list[float], names: tuple[str, ...]) -> None:
    column = np.array(numbers, kind)
    assert names_in(column) == names
    wanted = [np.nan if np.isnan(number) else names.index(f"{number:g}") for number in numbers]
    np.testing.assert_array_equal(codes_in(column, names), wanted)


def test_whole_numbers_that_come_again_and_again_are_told_apart_as_others_are() -> None:
    column = np.random.default_rng(0).integers(0, 300, 5000).astype(np.float64) * 7
    values, codes = np.unique(column, return_inverse=True)
    names = names_in(column)
    assert names == tuple(str(int(value)) for value in values)
    np.testing.assert_array_equal(codes_in(column, names), codes)
