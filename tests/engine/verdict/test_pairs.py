"""The statistics of pairs: against tables, numbers worked by hand, and all signs tried one by one."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from engine.verdict.pairs import crossed_error, difference, mcnemar, seeds_needed, sign_flips, stepped
from engine.verdict.student import critical, two_sided


@pytest.mark.parametrize(
    ("df", "p", "t"),
    [(1, 0.05, 12.706), (2, 0.05, 4.303), (4, 0.05, 2.776), (9, 0.01, 3.250), (10, 0.05, 2.228), (30, 0.001, 3.646)],
)
def test_student_is_that_of_the_tables(df: int, p: float, t: float) -> None:
    assert two_sided(t, df) == pytest.approx(p, rel=2e-3)
    assert critical(p, df) == pytest.approx(t, abs=6e-4)


def test_student_of_many_seeds_is_normal() -> None:
    assert two_sided(1.96, 100_000) == pytest.approx(0.05, rel=1e-3)
    assert two_sided(0, 5) == 1


@pytest.mark.parametrize(
    ("won", "lost", "p"),
    # 2 (1 + 12 + 66) / 2^12; 2 / 2^6; a tie; nothing differs; one row.
    [(10, 2, 158 / 4096), (0, 6, 2 / 64), (5, 5, 1), (0, 0, 1), (1, 0, 1)],
)
def test_mcnemar_by_hand(won: int, lost: int, p: float) -> None:
    assert mcnemar(won, lost) == pytest.approx(p)


def test_mcnemar_of_many_rows() -> None:
    exact = 2 * sum(math.comb(700, k) for k in range(320)) / 2**700
    assert mcnemar(381, 319) == pytest.approx(exact)


def test_signs_of_right_and_wrong_are_mcnemars() -> None:
    assert sign_flips(np.array([1.0] * 10 + [-1.0] * 2 + [0.0] * 88)) == pytest.approx(158 / 4096)


def test_all_signs_of_a_few_differences() -> None:
    d = np.array([0.3, -0.1, 0.7, 0.2, 0.25])
    sums = [
        abs(sum(sign * value for sign, value in zip(signs, d, strict=True))) for signs in product((1, -1), repeat=5)
    ]
    assert sign_flips(d) == pytest.approx(sum(each >= abs(d.sum()) - 1e-12 for each in sums) / 32)


def test_many_differences_are_as_random_signs_have_it() -> None:
    rng = np.random.default_rng(3)
    d = rng.exponential(size=200) * rng.choice([-1, 1], 200, p=[0.43, 0.57])
    sums = np.abs((rng.choice([-1.0, 1.0], (20_000, 200)) * d).sum(axis=1))
    assert sign_flips(d) == pytest.approx(float((sums >= abs(d.sum())).mean()), abs=0.01)


@pytest.mark.parametrize(("of_seed", "of_row", "of_both"), [(0.3, 0.1, 0.5), (0.05, 1.0, 0.5)])
def test_the_error_is_how_far_the_mean_is_off(of_seed: float, of_row: float, of_both: float) -> None:
    """Var of the mean is of_seed^2 / seeds + of_row^2 / rows + of_both^2 / (seeds rows); the estimate may be larger."""
    rng = np.random.default_rng(1)
    seeds, rows = 8, 60
    found = [
        crossed_error(
            rng.normal(0, of_seed, (seeds, 1)) + rng.normal(0, of_row, rows) + rng.normal(0, of_both, (seeds, rows))
        )
        for _ in range(800)
    ]
    true = of_seed**2 / seeds + of_row**2 / rows + of_both**2 / (seeds * rows)
    assert np.mean([error**2 for error, _ in found]) == pytest.approx(true, rel=0.15)
    assert np.mean([part for _, part in found]) == pytest.approx(of_row**2 / rows, rel=0.2, abs=1e-4)


def test_a_difference_over_seeds() -> None:
    first = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 1, 1, 1.0]])
    second = np.array([[1, 0, 1, 0], [1, 1, 0, 0], [0, 1, 1, 0.0]])
    found = difference(first, second)
    assert (found.seeds, found.wins) == (3, 2)
    assert found.mean == pytest.approx(0.25)
    # By hand: means of seeds 1/4, 0, 1/2, of variance 1/16; those of rows 1/3, 1/3, 0, 1/3, of variance 1/36.
    assert found.error >= math.sqrt(1 / 16 / 3)
    assert found.p == pytest.approx(two_sided(0.25 / found.error, 2))


def test_one_seed_more_than_none() -> None:
    nothing = difference(np.ones((0, 5)), np.zeros((0, 5)))
    assert (nothing.seeds, nothing.p) == (0, 1)
    one = difference(np.ones((1, 5)), np.zeros((1, 5)))
    assert (one.p, one.won, one.lost) == (2 / 32, 5, 0)
    alike = difference(np.ones((4, 5)), np.ones((4, 5)))
    assert (alike.mean, alike.p) == (0, 1)


def test_steps_count_all_pairs_that_may_be_alike() -> None:
    """Four settings: the least p counts six times, the next three times, the last once; none falls below another."""
    assert stepped([0.2, 0.001, 0.012], 4) == pytest.approx([0.2, 0.006, 0.036])
    assert stepped([0.01, 0.005], 3) == pytest.approx([0.015, 0.015])
    assert stepped([0.04], 2) == [0.04]
    assert stepped([0.5, 0.9], 3) == [1.0, 1.0]


def test_so_many_seeds_tell() -> None:
    rng = np.random.default_rng(0)
    d = rng.normal(0.01, 0.02, (5, 1)) + np.zeros((5, 100))
    found = difference(d, np.zeros_like(d))
    n = seeds_needed(found, 0.05, 1000)
    assert n is not None
    assert n > 5
    # With n seeds the difference is as many errors away as t and the power ask for; with one less it is not.
    for count, is_enough in ((n, True), (n - 1, False)):
        error = found.error * math.sqrt(5 / count)
        assert (abs(found.mean) / error >= critical(0.05, count - 1) + 0.8416) is is_enough
    assert seeds_needed(found, 0.05, n - 1) is None


def test_where_the_rows_are_what_is_lacking_no_number_of_seeds_tells() -> None:
    d = np.tile(np.array([0.5, -0.49, 0.0, 0.0]), (4, 1)) + np.array([[1e-4], [-1e-4], [0], [0]])
    assert seeds_needed(difference(d, np.zeros_like(d)), 0.05, 60) is None
