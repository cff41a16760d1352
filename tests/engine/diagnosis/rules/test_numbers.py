"""The numbers that rules go by: each against one that was worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.coach.recipe import net
from engine.arrays import Array
from engine.diagnosis.evidence.course import swing_of, windows
from engine.diagnosis.evidence.data_facts import data_facts
from engine.diagnosis.evidence.guessing import chance_loss
from engine.diagnosis.remedies import sound_penalty
from tests.engine.diagnosis.rules.cases import sound
from tests.engine.helpers import dataset_of, numbers_of


def test_sorted_rows_are_told_from_mixed_ones() -> None:
    here, there, y = np.zeros((60, 3)), np.zeros((30, 3)), np.repeat([0, 1, 2], 30)
    mixed = np.tile([0, 1, 2], 30)
    assert data_facts(dataset_of(here, y[:60], there, y[60:], n_classes=3)).is_sorted
    assert not data_facts(dataset_of(here, mixed[:60], there, mixed[60:], n_classes=3)).is_sorted
    numbers = np.arange(90.0)
    mixed_numbers = np.random.default_rng(0).permutation(numbers)
    assert data_facts(numbers_of(here, numbers[:60], there, numbers[60:])).is_sorted
    assert not data_facts(numbers_of(here, mixed_numbers[:60], there, mixed_numbers[60:])).is_sorted


@pytest.mark.parametrize("make", [lambda y: y, lambda y: -y, np.exp, lambda y: -np.exp(-y), np.round])
def test_numbers_in_order_are_found_whatever_their_shape(make: Callable[[Array], Array]) -> None:
    """Rising, falling, skewed to either side, with ties: ranks alone count. And where they rise by and large."""
    here, there = np.zeros((60, 3)), np.zeros((30, 3))
    rng = np.random.default_rng(2)
    y = np.sort(rng.normal(0, 2, 90))
    for numbers in (make(y), make(y[np.argsort(y + rng.normal(0, 0.8, 90))])):
        found = data_facts(numbers_of(here, numbers[:60], there, numbers[60:]))
        assert found.is_sorted
        pairs = numbers[60:, None] - numbers[None, :60]
        assert found.held_out_above == pytest.approx((pairs > 0).mean() + (pairs == 0).mean() / 2)
    mixed = make(rng.permutation(y))
    assert not data_facts(numbers_of(here, mixed[:60], there, mixed[60:])).is_sorted


def test_classes_without_training_rows_are_named() -> None:
    rows = dataset_of(np.zeros((4, 2)), [0, 2, 0, 2], np.zeros((3, 2)), [0, 1, 3], n_classes=4)
    assert data_facts(rows).missing == (1, 3)


def test_a_column_that_says_the_label_is_found() -> None:
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(60, 4)), rng.integers(0, 3, 60)
    assert data_facts(dataset_of(x, y, n_classes=3)).leak is None
    x[:, 2] = 5 * y + 0.1 * rng.random(60)
    assert data_facts(dataset_of(x, y, n_classes=3)).leak == 2
    x[0, 2] = 5 * ((y[0] + 1) % 3) + 0.05  # once it is wrong
    assert data_facts(dataset_of(x, y, n_classes=3)).leak is None


def test_chance_has_the_loss_of_the_shares_of_the_classes() -> None:
    """By hand: classes 3/4 and 1/4; - 3/4 ln 3/4 - 1/4 ln 1/4 = 0.5623, and p (1 - p) = 0.1875."""
    rows = dataset_of(np.zeros((4, 2)), [0, 0, 0, 1])
    experiment = net("circle", 2)
    assert chance_loss(experiment.loss, rows) == pytest.approx(0.5623, abs=1e-4)
    assert chance_loss("mean_squared_error", rows) == pytest.approx(0.1875)


def test_lambda_is_in_the_scale_of_the_loss() -> None:
    """Ten even classes: ln 10 with cross-entropy, 0.09 with squared error, 25 times less."""
    assert sound_penalty(sound(), "l2") == 0.01
    assert sound_penalty(replace(sound(), chance_loss=0.09), "l2") == pytest.approx(0.0003)


def test_a_loss_that_falls_does_not_swing() -> None:
    falling = np.linspace(2, 1, 10)
    assert swing_of(falling) == pytest.approx(0, abs=1e-12)
    assert swing_of(np.array([1.0, 3.0] * 5)) == pytest.approx((9 * 2 - 2) / 9 / 2)
    assert swing_of(falling[:4]) == 0


def test_windows_do_not_grow_with_the_run() -> None:
    for last in (600, 6000, 60_000):
        steps = np.arange(0, last + 1, 10)
        before, lately = windows(steps)
        assert len(steps[lately]) == len(steps[before])
        assert steps[-1] - steps[lately][0] < min(501, last // 3 + 1)
