"""Numbers as people write them, and what only looks like one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.data.text.marks import is_plain_number, numbers, plain_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [("-$3.50", -3.5), ("$-3.50", -3.5), ("€ -2", -2), ("- 3", -3), ("−5", -5), ("(200)", -200), ("-12%", -12)],
)
def test_one_sign_before_the_currency_or_behind_it(text: str, value: float) -> None:
    assert numbers([text], ".").tolist() == [value]


@pytest.mark.parametrize("text", ["--1", "+-1", "-$-3", "$--3", "-", "$"])
def test_two_signs_or_none_but_signs_are_no_number(text: str) -> None:
    assert np.isnan(numbers([text], ".")).all()


def test_plain_numbers_are_those_that_are_some_one_by_one() -> None:
    texts = ["".join(letters) for n in range(1, 6) for letters in itertools.product("0.e-+_", repeat=n)]
    texts += ["inf", "nan", "1_0", "٣", " 5 ", "1,5", "0x1", "1e400"]
    for text in texts:
        assert plain_numbers([text]) == ([float(text)] if is_plain_number(text) else [])
    assert plain_numbers(["1", "x", ".5", "1e3"]) == [1, 0.5, 1000]
