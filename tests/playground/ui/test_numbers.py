"""Tests of how numbers are written: one notation for the whole window, and what is written can be typed."""

from __future__ import annotations

import math

import pytest

from engine.diagnosis.findings import say
from engine.errors import Remark
from playground.ui.text import i18n
from playground.ui.text.number_text import plain, unraised
from playground.ui.text.numbers import (
    alike,
    count,
    decade,
    filled,
    fixed,
    gap,
    loss,
    number,
    percent,
    points,
    score,
    setting,
    short_count,
)
from playground.ui.text.sentences import sentence_text

NAN, INFINITE = math.nan, math.inf


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((0.0, "0"), (1.0, "1"), (-0.02, "−0.02"), (0.01234, "0.0123"), (12.345, "12.3"), (9.999, "10")),
        *((1234.5, "1,234"), (123456.0, "123,456"), (0.00012345, "0.000123")),
        *((1.5e-5, "1.5·10⁻⁵"), (3e-9, "3·10⁻⁹"), (-4.07e6, "−4.07·10⁶"), (1e300, "1·10³⁰⁰"), (9.999e-5, "1·10⁻⁴")),
        *((NAN, "–"), (INFINITE, "∞"), (-INFINITE, "−∞")),
    ],
)
def test_a_number_is_written_plainly_or_with_a_power_of_ten(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((0.0, 250_000.0, 500_000.0), ["0", "250,000", "500,000"]),
        ((-500_000.0, 0.0, 500_000.0, 1e6), ["−0.5·10⁶", "0", "0.5·10⁶", "1·10⁶"]),
        ((0.0, 5e-5, 1e-4, 1.5e-4), ["0", "0.5·10⁻⁴", "1·10⁻⁴", "1.5·10⁻⁴"]),
        ((2e6, 1e7), ["2·10⁶", "1·10⁷"]),
        ((), []),
    ],
)
def test_numbers_of_one_axis_are_written_alike(values: tuple[float, ...], texts: list[str]) -> None:
    assert alike(values) == texts


def test_zeros_stand_at_the_end_where_nothing_may_tremble() -> None:
    assert [number(value, padded=True) for value in (0.5, -1.0, 1.5e-5, 999.9)] == [
        "0.500",
        "−1.00",
        "1.50·10⁻⁵",
        "1,000",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((0.21434, "0.2143"), (12.3456, "12.346"), (1234.56, "1,234.6"), (123456.0, "123,456"), (1.23e6, "1.2·10⁶")),
        *((0.0012, "0.0012"), (0.000341, "0.00034"), (3.1e-7, "3.1·10⁻⁷"), (0.0, "0"), (NAN, "–"), (INFINITE, "∞")),
    ],
)
def test_the_smallest_loss_can_be_read(value: float, text: str) -> None:
    assert loss(value) == text


def test_decimals_counts_and_shares() -> None:
    assert [fixed(value, 3) for value in (0.5, -1234.5, 0.00002, 0)] == ["0.500", "−1,234.500", "2·10⁻⁵", "0"]
    assert [count(value) for value in (0, 1234567, -1000, None)] == ["0", "1,234,567", "−1,000", "–"]
    assert [percent(share) for share in (0.9366, 1, NAN)] == ["93.7%", "100.0%", "–"]
    assert percent(0.9366, 0) == "94%"
    assert [points(share) for share in (0.163, -0.013, 0.0001, NAN)] == ["+16.3", "−1.3", "0.0", "–"]
    assert [decade(exponent) for exponent in (-6, -1, 0, 2, 12)] == ["10⁻⁶", "0.1", "1", "100", "10¹²"]


@pytest.mark.parametrize("value", [0.01, 0.3, 1e-5, 2.5e-9, -3e-7, 100000.0, 12, 2147483647, 1.5e7])
def test_what_is_written_of_a_setting_can_be_typed(value: float) -> None:
    assert float(unraised(plain(setting(value)))) == value


@pytest.mark.parametrize("text", ["1e-5", "1·10⁻⁵", "1×10⁻⁵", "10⁻⁵", "1 * 10^-5", "1.0·10⁻⁵", "0.00001"])
def test_powers_of_ten_can_be_typed(text: str) -> None:
    assert float(unraised(plain(text))) == 1e-5


def test_sentences_of_the_engine_keep_their_digits_and_take_the_notation() -> None:
    template = "{lane}: {ratio:.1e}, {share:.0%}, {loss:.3f}, {rate:g} at {step}"
    sentence = say(template, lane="A", ratio=1.23e-8, share=0.5, loss=1e-7, rate=1e-5, step=12345)
    assert sentence_text(sentence) == "A: 1.2·10⁻⁸, 50%, 1·10⁻⁷, 1·10⁻⁵ at 12,345"
    assert i18n.error_text(Remark("up to {high:.3g}", high=90000.0)) == "up to 90,000"


@pytest.mark.parametrize(
    ("value", "text", "difference"),
    [
        *((0.8734, "0.873", "+0.873"), (1.0, "1.000", "+1.000"), (-0.42, "−0.420", "−0.420")),
        *((4e-16, "0.000", "0.000"), (-1234.5678, "−1,234.568", "−1,234.568")),
        *((-4.07e6, "−4.1·10⁶", "−4.1·10⁶"), (NAN, "–", "–")),
    ],
)
def test_r2_has_three_decimals_and_a_place_for_a_net_that_knows_nothing(
    value: float, text: str, difference: str
) -> None:
    assert score(value, "numbers") == text
    assert gap(value, "numbers") == difference
    assert score(0.93, "classes") == "93.0%"


def test_what_arithmetic_has_left_of_a_share_is_none() -> None:
    assert filled("{left:.2f} {small:.2f}", {"left": -4.4e-16, "small": 0.0004}) == "0 0.0004"


def test_a_count_in_little_room_has_two_digits_and_a_letter() -> None:
    texts = [short_count(value) for value in (650, 999, 1000, 6480, 78_123, 999_600, 1_240_000, 3_000_000_000)]
    assert texts == ["650", "999", "1k", "6.5k", "78k", "1M", "1.2M", "3G"]
