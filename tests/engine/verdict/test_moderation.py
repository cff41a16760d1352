"""What all settings say about the luck of seeds: against known numbers, and on settings whose luck is known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.verdict.moderation import UNKNOWN, Luck, digamma, luck, trigamma
from engine.verdict.pairs import difference


def test_digamma_and_trigamma_are_those_of_the_tables() -> None:
    euler = 0.5772156649015329
    assert digamma(1) == pytest.approx(-euler, abs=1e-10)
    assert digamma(0.5) == pytest.approx(-euler - 2 * math.log(2), abs=1e-10)
    assert trigamma(1) == pytest.approx(math.pi**2 / 6, abs=1e-10)
    assert trigamma(0.5) == pytest.approx(math.pi**2 / 2, abs=1e-9)
    assert trigamma(25.0) == pytest.approx(0.04081067, rel=1e-6)


def test_where_all_settings_have_one_luck_it_is_found_and_counts_as_many_seeds() -> None:
    means = np.random.default_rng(0).normal(0, 0.02, (40, 3)) + np.arange(3) * 0.1
    found = luck(means)
    assert found.variance == pytest.approx(2 * 0.02**2, rel=0.3), "of a difference: that of both"
    assert found.gained >= 20


def test_where_luck_is_uneven_little_is_gained() -> None:
    spreads = 10.0 ** np.linspace(-4, 0, 40)[:, None]
    assert luck(np.random.default_rng(0).normal(0, 1, (40, 3)) * spreads).gained <= 3


def test_scores_that_agree_to_the_row_are_as_lucky_as_others_that_differ_by_less_than_one() -> None:
    """Half a row of luck, in whole rows of 300: many pairs have no variance at all."""
    rows = np.round(np.random.default_rng(0).normal(0, 0.5, (20, 3)) + 200)
    assert luck(rows / 300).gained <= 1
    found = luck(rows / 300, 1 / 300)
    assert found.gained >= 10
    assert found.variance * 300**2 == pytest.approx(2 * (0.5**2 + 1 / 12), rel=0.5)


@pytest.mark.parametrize("shape", [(2, 5), (20, 1), (20, 0)])
def test_two_settings_or_one_seed_say_nothing(shape: tuple[int, int]) -> None:
    assert luck(np.random.default_rng(0).normal(size=shape)) == UNKNOWN


def test_two_seeds_or_three_settings_make_a_difference_unsurer_and_never_surer() -> None:
    assert luck(np.random.default_rng(0).normal(size=(20, 2))).gained == 0
    assert luck(np.random.default_rng(0).normal(size=(3, 9))).gained == 0


def test_a_variance_is_drawn_towards_the_usual_one_and_never_made_smaller() -> None:
    """By hand: (4 * 3 + 2 * 0) / 6."""
    usual = Luck(3.0, 4.0, counts=True)
    assert usual.moderated(0.0, 2) == pytest.approx(2.0)
    assert usual.moderated(9.0, 2) == 9.0
    assert UNKNOWN.moderated(0.25, 2) == 0.25


def test_seeds_that_agree_by_chance_are_no_proof() -> None:
    """Both settings have the same lead with each of three seeds, so that their own variance is zero."""
    first, second = np.full((3, 500), 0.9), np.full((3, 500), 0.8)
    assert difference(first, second).p == 0
    found = difference(first, second, Luck(0.02, 5.0, counts=True))
    assert found.p > 0.1
    assert found.error == pytest.approx(math.sqrt((5 * 0.02 / 7) / 3))
