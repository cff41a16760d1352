"""Figures of classes against numbers worked out by hand, and against what they mean."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.inspectors.answers.class_figures import baseline, calibration, class_figures, threshold_curve

# Three classes, 10 rows: 4 cats, 3 dogs, 3 hens.
COUNTS = np.array([[3, 1, 0], [1, 2, 0], [0, 0, 3]])


def test_precision_recall_and_f1_by_hand() -> None:
    found = class_figures(COUNTS)
    assert found.rows.tolist() == [4, 3, 3]
    assert found.precision == pytest.approx([3 / 4, 2 / 3, 1])
    assert found.recall == pytest.approx([3 / 4, 2 / 3, 1])
    assert found.macro_f1 == pytest.approx((3 / 4 + 2 / 3 + 1) / 3)


def test_a_class_never_answered_has_no_precision_and_an_f1_of_zero() -> None:
    found = class_figures(np.array([[8, 0], [2, 0]]))
    assert np.isnan(found.precision[1])
    assert found.recall[1] == found.f1[1] == 0
    assert found.macro_f1 == pytest.approx((16 / 18) / 2)


def test_a_class_that_does_not_occur_does_not_count() -> None:
    found = class_figures(np.array([[4, 0, 0], [0, 4, 0], [0, 0, 0]]))
    assert np.isnan(found.f1[2])
    assert found.macro_f1 == 1


# The classical four: scores .1, .4, .35, .8 of which the last two are of the class.
SCORES = np.array([0.1, 0.4, 0.35, 0.8], np.float32)
POSITIVE = np.array([False, False, True, True])


def test_the_curve_of_four_rows_by_hand() -> None:
    curve = threshold_curve(SCORES, POSITIVE)
    assert curve.recall == pytest.approx([0, 0.5, 0.5, 1, 1])
    assert curve.false_positive_rate == pytest.approx([0, 0, 0.5, 0.5, 1])
    assert curve.area == pytest.approx(0.75)
    assert curve.average_precision == pytest.approx(0.5 * 1 + 0.5 * 2 / 3)


@pytest.mark.parametrize(("threshold", "taken"), [(0.9, 0), (0.8, 1), (0.5, 1), (0.4, 2), (0.2, 3), (0.0, 4)])
def test_a_threshold_takes_the_rows_at_or_above_it(threshold: float, taken: int) -> None:
    curve = threshold_curve(SCORES, POSITIVE)
    point = curve.at(threshold)
    assert curve.true_positives[point] + curve.false_positives[point] == taken


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=40))
def test_the_area_is_the_chance_to_put_two_rows_in_order(rows: list[tuple[int, bool]]) -> None:
    scores = np.array([score for score, _ in rows], np.float32) / 5
    positive = np.array([is_one for _, is_one in rows])
    ours, theirs = scores[positive][:, None], scores[~positive][None, :]
    curve = threshold_curve(scores, positive)
    if not ours.size or not theirs.size:
        assert np.isnan(curve.area)
        return
    assert curve.area == pytest.approx(np.mean((ours > theirs) + 0.5 * (ours == theirs)))


def test_calibration_by_hand() -> None:
    shares = np.array([[0.95, 0.05], [0.05, 0.95], [0.58, 0.42], [0.45, 0.55]], np.float32)
    found = calibration(shares, np.array([0, 0, 0, 1]))
    assert found.count.tolist() == [0, 0, 0, 0, 0, 2, 0, 0, 0, 2]
    assert found.accuracy[9] == pytest.approx(0.5)
    assert found.confidence[9] == pytest.approx(0.95)
    assert found.expected_error == pytest.approx((2 * abs(1 - 0.565) + 2 * abs(0.5 - 0.95)) / 4, abs=1e-6)


def test_the_baseline_answers_the_largest_class_and_the_shares() -> None:
    found = baseline(np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1]), 2)
    assert found.accuracy == 0.25
    assert found.cross_entropy == pytest.approx(-(np.log(0.75) + 3 * np.log(0.25)) / 4)


def test_a_class_that_training_lacks_has_a_finite_loss() -> None:
    assert np.isfinite(baseline(np.array([0, 0]), np.array([1]), 2).cross_entropy)
