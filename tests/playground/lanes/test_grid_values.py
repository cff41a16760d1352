"""Values as they are typed, and the colours of a heat map."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.experiment.lanes.spec import LANE_SETTINGS
from playground.lanes.compare.values import ValuesError, parse_values
from playground.lanes.grid.heat_map import readable
from playground.ui.look import ramps
from playground.ui.look.palette import DARK, LIGHT, Theme


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("l2", "0, 0.001, 0.01", (0.0, 0.001, 0.01)),
        ("l2", " 0;1e-3 ,\t.01 ,", (0.0, 0.001, 0.01)),
        ("l2", "0 0.1 0.2", (0.0, 0.1, 0.2)),
        ("l2", "0; 0,05; 0,1", (0.0, 0.05, 0.1)),
        ("l2", "٠ ٠٫٠٥", (0.0, 0.05)),
        ("l2", "0.1, 0.1, 1e-1", (0.1,)),
        ("rate", "0..0.5 by 0.1", (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)),
        ("rate", "0...0.35by0.1", (0.0, 0.1, 0.2, 0.3)),
        ("rate", "0, 0.5..0.7 by .1, 0.9", (0.0, 0.5, 0.6, 0.7, 0.9)),
        ("learning_rate", "0.001..1 by ×10", (0.001, 0.01, 0.1, 1.0)),
        ("learning_rate", "0.5 … 4 by x2", (0.5, 1.0, 2.0, 4.0)),
        ("seed", "3..6", (3, 4, 5, 6)),
        ("seed", "0..10 by 5", (0, 5, 10)),
        ("seed", "2147483647", (2_147_483_647,)),
        ("seed", "2..2", (2,)),
        ("seed", "1e3", (1000,)),
    ],
)
def test_values_that_are_typed(field: str, text: str, values: tuple[Any, ...]) -> None:
    got = parse_values(text, LANE_SETTINGS[field])
    assert got == values
    assert [type(value) for value in got] == [type(value) for value in values]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("l2", ""),
        ("l2", " , "),
        ("l2", "0, one"),
        ("l2", "0.1.2"),
        ("l2", "0..1"),
        ("l2", "1..0 by 0.1"),
        ("l2", "0..1 by 0"),
        ("l2", "0..1 by ×10"),
        ("l2", "0.1..1 by ×1"),
        ("l2", "0..1 by 1e-9"),
        ("l2", "nan"),
        ("l2", "inf"),
        ("l2", "1e999"),
        ("l2", "11"),
        ("rate", "1"),
        ("learning_rate", "0"),
        ("seed", "0.5"),
        ("seed", "-1"),
        ("seed", "2147483648"),
        ("seed", "0..1e300 by ×2"),
    ],
)
def test_texts_that_are_not_usable(field: str, text: str) -> None:
    with pytest.raises(ValuesError):
        parse_values(text, LANE_SETTINGS[field])


@pytest.mark.parametrize("field", [name for name, info in LANE_SETTINGS.items() if info.tried])
def test_what_is_offered_at_first_is_usable(field: str) -> None:
    assert 3 <= len(parse_values(LANE_SETTINGS[field].tried, LANE_SETTINGS[field])) <= MOST_LANES


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_colours_of_a_map_are_in_order_and_figures_stand_out_on_them(qapp: QApplication, look: Theme) -> None:
    colors = ramps.sequential(look)
    assert len(colors) == 256
    steps = {luminance(b) > luminance(a) for a, b in pairwise(colors[::8])}
    assert len(steps) == 1, "always lighter, or always darker"
    for color in colors:
        assert contrast(color, readable(color, look)) >= 4.5


def luminance(color: QColor) -> float:
    """WCAG 2's, written down once more to check the one of the map."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: QColor, b: QColor) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
