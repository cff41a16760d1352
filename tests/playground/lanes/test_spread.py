"""A mean and its spread have the same decimals, as many as the spread asks for."""

import pytest

from playground.lanes.table.figures.group_figures import with_spread


@pytest.mark.parametrize(
    ("mean", "spread", "text"),
    [
        (0.9932, 0.00083, "0.9932±0.0008"),
        (0.9811, 0.0042, "0.981±0.004"),
        (0.0116, 0.0031, "0.012±0.003"),
        (0.0312, 0.0071, "0.031±0.007"),
        (16001.2, 2290.0, "16,001±2,290"),
        (12.345, 0.123, "12.35±0.12"),
        (-0.42, 0.3, "−0.4±0.3"),
        (0.000031, 0.000002, "(3.1±0.2)·10⁻⁵"),
        (2_200_000.0, 842_180.0, "(2.2±0.8)·10⁶"),
        (-3.0e6, 1.2e7, "(−0.3±1.2)·10⁷"),
        (3.0e9, 12.0, "3·10⁹±12"),
        (0.5, 0.000001, "0.5000±1·10⁻⁶"),
    ],
)
def test_digits_fit_the_spread(mean: float, spread: float, text: str) -> None:
    assert with_spread(mean, spread) == text
