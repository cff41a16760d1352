"""Toys: geometry without noise, balance, and points that stay where they are."""

import numpy as np
import pytest

from engine.data import load_table
from engine.data.sources import SOURCES
from engine.data.spec import DataSpec
from engine.data.toys import load_toy

toys = pytest.mark.parametrize("name", [name for name, source in SOURCES.items() if source.is_made])


def points(name, *, n=400, noise=0.0, seed=0):
    table = load_toy(name, n, noise=noise, seed=seed)
    return table.features, table.labels


@toys
def test_has_exactly_the_rows_asked_for_and_both_halves_are_balanced(name):
    table = load_table(DataSpec(source=name, train=101, test=52))
    assert table.features.shape == (153, 2)
    assert table.features.dtype == np.float32
    assert table.feature_names == ("x1", "x2")
    assert table.classes == ("A", "B")
    for half in table.labels[:101], table.labels[101:]:
        a, b = np.bincount(half, minlength=2)
        assert abs(a - b) <= 1


@toys
def test_more_points_keep_the_first_ones(name):
    few, _ = points(name, n=50, noise=0.3)
    many, _ = points(name, n=400, noise=0.3)
    np.testing.assert_array_equal(few, many[:50])


@toys
def test_depends_on_the_seed_alone(name):
    np.testing.assert_array_equal(points(name, seed=3)[0], points(name, seed=3)[0])
    assert not np.array_equal(points(name, seed=3)[0], points(name, seed=4)[0])


@toys
def test_no_shuffle_seed_means_seed_0(name):
    table = load_table(DataSpec(source=name, train=5, test=5))
    np.testing.assert_array_equal(table.features, points(name, n=10)[0])


@toys
def test_noise_moves_points_along_and_leaves_classes(name):
    still, labels = points(name)
    half, labels_half = points(name, noise=0.25)
    full, labels_full = points(name, noise=0.5)
    np.testing.assert_array_equal(labels, labels_half)
    np.testing.assert_array_equal(labels, labels_full)
    assert (np.abs(full - still).mean(axis=0) > np.abs(half - still).mean(axis=0)).all()


@toys
def test_stays_in_the_picture(name):
    inside = np.abs(points(name, n=2000)[0]) <= 6
    assert inside.mean() > 0.99


def test_circle_is_a_disc_in_a_ring():
    x, y = points("circle")
    r = np.hypot(*x.T)
    assert r[y == 0].max() <= 2.5
    assert r[y == 1].min() >= 3.5
    assert r[y == 1].max() <= 5.001


def test_xor_is_the_sign_of_the_product_with_a_gap_between():
    x, y = points("xor")
    np.testing.assert_array_equal(y == 0, x[:, 0] * x[:, 1] > 0)
    assert np.abs(x).min() >= 0.3
    assert 4.9 < np.abs(x).max() <= 5.301
    quarters = np.unique(np.sign(x), axis=0, return_counts=True)[1]
    assert (quarters > 60).all()


def test_gauss_clouds_have_the_stated_centers_and_variances():
    for noise, variance in ((0.0, 0.5), (0.5, 4.0)):
        x, y = points("gauss", n=20_000, noise=noise)
        assert x[y == 0].mean(axis=0) == pytest.approx([2, 2], abs=0.1)
        assert x[y == 1].mean(axis=0) == pytest.approx([-2, -2], abs=0.1)
        assert x[y == 0].var(axis=0) == pytest.approx([variance, variance], rel=0.05)


def test_spiral_arms_are_opposite_and_turn_with_the_radius():
    x, y = points("spiral")
    r = np.hypot(*x.T)
    assert r.max() <= 5.001
    # Where r = 5 u and the angle from the second axis is 3.5 pi u, turning a point back by it leaves (0, r) or (0, -r).
    back = 3.5 * np.pi * r / 5
    upright = x[:, 1] * np.cos(back) + x[:, 0] * np.sin(back)
    np.testing.assert_allclose(upright, np.where(y == 0, r, -r), atol=1e-4)


def test_noise_of_the_circle_reaches_half_its_radius():
    move = points("circle", n=5000, noise=0.5)[0] - points("circle", n=5000)[0]
    assert 2.45 < np.abs(move).max() <= 2.501
