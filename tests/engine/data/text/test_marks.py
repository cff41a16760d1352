"""Numbers as people write them, and what only looks like one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.text.marks import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [("-$3.50", -3.5), ("$-3.50", -3.5), ("€ -2", -2), ("- 3", -3), ("−5", -5), ("(200)", -200), ("-12%", -12)],
)
def test_one_sign_before_the_currency_or_behind_it(text: str, value: float) -> None:
    assert numbers([text], ".").tolist() == [value]


@pytest.mark.parametrize("text", ["--1", "+-1", "-$-3", "$--3", "-", "$"])
def test_two_signs_or_none_but_signs_are_no_number(text: str) -> None:
    assert np.isnan(numbers([text], ".")).all()
