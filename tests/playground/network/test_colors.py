"""Colours of weights and answers of a lane that explodes: no warning, and each on the side that it is on."""

from __future__ import annotations

import sys

import numpy as np

from playground.network.scene.colors import levels, reach_of


def test_values_near_the_largest_number_have_a_finite_reach() -> None:
    values = np.array([np.nan, np.inf, -np.inf, 1.79e308, -1.79e308, 0.0])
    reach = reach_of(values)
    assert reach == sys.float_info.max
    np.testing.assert_array_equal(levels(values, reach), [128, 255, 1, 254, 2, 128])  # 127 * 1.79 / 1.798 is 126


def test_a_reach_is_one_of_twelve_a_power_of_ten() -> None:
    assert reach_of(np.array([0.5, -1.0])) == 1.0
    assert np.isclose(reach_of(np.array([1.05])), 10 ** (1 / 12))
