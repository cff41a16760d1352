"""Toys: geometry without noise, balance, and points that stay where they are."""

import hashlib
import itertools

import numpy as np
import pytest

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.data.toys.load import load_toy
from engine.data.toys.registry import TOYS, WITH_ANY_CLASSES
from engine.fields import field_info

toys = pytest.mark.parametrize("name", [name for name, toy in TOYS.items() if toy.task == "classes"])
any_toys = pytest.mark.parametrize("name", TOYS)
with_numbers = pytest.mark.parametrize("name", [name for name, toy in TOYS.items() if toy.task == "numbers"])
flexible = pytest.mark.parametrize("name", WITH_ANY_CLASSES)
DIGESTS = [
    ("circle", "c61f82946ba04c0c"),
    ("xor", "cd60b6a1bdff3d41"),
    ("gauss", "a12c7ad5c969c873"),
    ("spiral", "70606f93b31eac2c"),
]
"""Taken before there were any others."""
CLASSES = field_info(DataSpec, "classes")
"""How many there may be."""


def points(name, *, n=400, noise=0.0, seed=0, k=None):
    table = load_toy(name, n, noise=noise, seed=seed, n_classes=k)
    return table.features, table.labels


@toys
def test_has_exactly_the_rows_asked_for_and_both_halves_are_balanced(name):
    table = load_table(DataSpec(source=name, train=101, test=52))
    assert table.features.shape == (153, 2)
    assert table.features.dtype == np.float32
    assert table.feature_names == ("x1", "x2")
    assert table.classes == tuple("ABCDE"[: TOYS[name].n_classes])
    for half in table.labels[:101], table.labels[101:]:
        counts = np.bincount(half, minlength=len(table.classes))
        assert np.ptp(counts) <= 1


@any_toys
def test_more_points_keep_the_first_ones(name):
    for few, many in zip(points(name, n=50, noise=0.3), points(name, n=400, noise=0.3), strict=True):
        np.testing.assert_array_equal(few, many[:50])


@any_toys
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


@any_toys
def test_stays_in_the_picture(name):
    inside = np.abs(points(name, n=2000)[0]) <= 6
    assert inside.mean() > 0.99


def digest(name):
    """Of the points for some sizes, noises and seeds."""
    found = hashlib.sha256()
    for n, noise, seed in itertools.product((12, 105, 2005), (0.0, 0.07, 0.1, 0.3, 0.5), (0, 3, 77)):
        for array in points(name, n=n, noise=noise, seed=seed):
            found.update(array.tobytes())
    return found.hexdigest()[:16]


@pytest.mark.parametrize(("name", "known"), DIGESTS)
def test_toys_of_old_files_are_the_same_bit_for_bit(name, known):
    assert digest(name) == known


@flexible
def test_any_number_of_classes_and_one_more_leaves_points_finite_and_in_the_picture(name):
    for k in range(int(CLASSES.minimum), int(CLASSES.maximum) + 1):
        table = load_table(DataSpec(source=name, train=60, test=40, classes=k))
        assert table.classes == tuple("ABCDE"[:k])
        np.testing.assert_array_equal(table.labels, np.arange(100) % k)
        assert (np.abs(points(name, n=2000, k=k)[0]) <= 6).mean() > 0.99


@toys
def test_what_cannot_have_more_classes_stays_as_it_is(name):
    plain = load_table(DataSpec(source=name, train=10, test=10))
    asked = load_table(DataSpec(source=name, train=10, test=10, classes=4))
    assert (len(asked.classes) == 4) == (name in WITH_ANY_CLASSES)
    if name not in WITH_ANY_CLASSES:
        np.testing.assert_array_equal(asked.features, plain.features)


@flexible
def test_its_own_number_of_classes_may_be_said(name):
    said = load_toy(name, 50, noise=0.2, seed=1, n_classes=TOYS[name].n_classes)
    np.testing.assert_array_equal(said.features, load_toy(name, 50, noise=0.2, seed=1).features)


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


def test_clouds_of_many_classes_share_the_circle_of_the_two():
    for k in (3, 4, 5):
        x, y = points("gauss", n=40_000, k=k)
        middles = np.stack([x[y == c].mean(axis=0) for c in range(k)])
        assert np.hypot(*middles.T) == pytest.approx(8**0.5, abs=0.05)
        assert middles[0] == pytest.approx([2, 2], abs=0.05)
        apart = np.diff(np.unwrap(np.arctan2(middles[:, 1], middles[:, 0])))
        assert apart == pytest.approx(2 * np.pi / k, abs=0.03)


def test_each_arm_of_a_spiral_is_the_first_one_turned():
    x, y = points("spiral", n=900, k=3)
    r = np.hypot(*x.T)
    back = 3.5 * np.pi * r / 5 + 2 * np.pi * y / 3
    np.testing.assert_allclose(x[:, 1] * np.cos(back) + x[:, 0] * np.sin(back), r, atol=1e-4)


def test_moons_are_half_circles_of_radius_3_and_one_is_the_other_turned():
    x, y = points("moons")
    centers = np.where(y[:, None] == 0, [-1.5, -0.75], [1.5, 0.75])
    np.testing.assert_allclose(np.hypot(*(x - centers).T), 3, atol=1e-5)
    assert (x[y == 0, 1] >= -0.7501).all()
    assert (x[y == 1, 1] <= 0.7501).all()
    # As scikit-learn has them: (cos t, sin t) and (1 - cos t, 1/2 - sin t), here in thirds and around the middle.
    known = x / 3 + [0.5, 0.25]
    upper, lower = known[y == 0], known[y == 1]
    np.testing.assert_allclose(np.hypot(*upper.T), 1, atol=1e-6)
    np.testing.assert_allclose(np.hypot(lower[:, 0] - 1, lower[:, 1] - 0.5), 1, atol=1e-6)


def test_blobs_lie_apart_and_one_class_more_leaves_the_others_where_they_are():
    for seed in range(20):
        middles = {}
        for k in (2, 5):
            x, y = points("blobs", n=4000, seed=seed, k=k)
            middles[k] = np.stack([x[y == c].mean(axis=0) for c in range(k)])
        assert middles[5][:2] == pytest.approx(middles[2], abs=0.15)
        apart = np.hypot(*(middles[5][:, None] - middles[5]).T)[~np.eye(5, dtype=bool)]
        assert apart.min() > 1.8


def test_rings_have_gaps_between_and_reach_out_to_5():
    for k in (2, 3, 5):
        x, y = points("rings", n=3000, k=k)
        r = np.hypot(*x.T)
        inner, outer = [r[y == c].min() for c in range(k)], [r[y == c].max() for c in range(k)]
        assert all(inner[c + 1] - outer[c] > 0.3 * 5 / (k - 0.3) - 1e-5 for c in range(k - 1))
        assert 4.9 < outer[-1] <= 5.001


def test_neighbours_on_the_checkerboard_have_different_classes():
    for k in (2, 3, 4, 5):
        x, y = points("checkerboard", n=4000, k=k)
        squares = np.floor((x + 5) / 2.5).astype(int)
        assert squares.min() == 0
        assert squares.max() == 3
        board = np.full((4, 4), -1)
        board[squares[:, 0], squares[:, 1]] = y
        np.testing.assert_array_equal(board[squares[:, 0], squares[:, 1]], y)  # one class a square
        assert set(board.ravel()) == set(range(k))
        assert (board[1:] != board[:-1]).all()
        assert (board[:, 1:] != board[:, :-1]).all()


def test_waves_are_bands_along_a_sine():
    x, y = points("waves", n=3000, k=3)
    height = x[:, 1] - 1.5 * np.sin(1.5 * x[:, 0])
    for c, (low, high) in enumerate([(-3.5, -7 / 6), (-7 / 6, 7 / 6), (7 / 6, 3.5)]):
        band = height[y == c]
        assert low + 0.2 < band.min() < low + 0.3
        assert high - 0.3 < band.max() < high - 0.2


@toys
def test_each_class_can_be_told_from_the_others(name):
    """By the nearest of the training points: a toy that cannot be learned without noise teaches nothing."""
    for k in range(2, 6) if name in WITH_ANY_CLASSES else [2]:
        x, y = points(name, n=1200, k=k)
        near = np.square(x[600:, None] - x[None, :600]).sum(axis=2).argmin(axis=1)
        assert (y[near] == y[600:]).mean() > 0.93, k


def numbers(name, *, noise=0.0, seed=0, n=400):
    spec = DataSpec(source=name, train=n - 1, test=1, noise=noise, shuffle_seed=seed, task="numbers")
    table = load_table(spec)
    return table.features.astype(float), table.labels.astype(float)


@with_numbers
def test_points_with_numbers_lie_anywhere(name):
    table = load_table(DataSpec(source=name, train=300, test=100, task="numbers"))
    assert table.features.shape == (400, TOYS[name].n_features)
    assert (table.features.dtype, table.labels.dtype) == (np.float32, np.float32)
    assert (table.task, table.classes, table.target_name) == ("numbers", (), "y")
    assert np.abs(table.features).max() <= 6
    assert (np.ptp(table.features, axis=0) > 11).all()


@with_numbers
def test_noise_moves_numbers_along_and_leaves_points(name):
    (x, still), (x_half, half), (x_full, full) = (numbers(name, noise=noise) for noise in (0.0, 0.25, 0.5))
    np.testing.assert_array_equal(x, x_half)
    np.testing.assert_array_equal(x, x_full)
    assert np.abs(full - still).mean() > np.abs(half - still).mean() > 0


def test_numbers_without_noise_are_the_functions():
    for name, function in [
        ("line", lambda x: 0.5 * x + 1),
        ("sine", np.sin),
        ("jump", lambda x: 2.0 * (x >= 0) - 1),
    ]:
        x, y = numbers(name)
        np.testing.assert_allclose(y, function(x[:, 0]), atol=1e-6)
    x, y = numbers("plane")
    np.testing.assert_allclose(y, x.sum(axis=1) / 10, atol=1e-6)


def test_hills_are_those_of_tensorflow_playground():
    """Its loop over the six, one after the other."""
    x, y = numbers("hills")
    for (x1, x2), number in zip(x.tolist(), y.tolist(), strict=True):
        label = 0.0
        for cx, cy, sign in [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)]:
            new = sign * min(max(1 - ((x1 - cx) ** 2 + (x2 - cy) ** 2) ** 0.5 / 2, 0), 1)
            label = new if abs(new) > abs(label) else label
        assert number == pytest.approx(label, abs=1e-6)


def test_noise_of_numbers_has_the_stated_reach():
    for name, reach in (("line", 2.0), ("sine", 1.0), ("jump", 1.0), ("plane", 0.6)):
        move = numbers(name, noise=0.5, n=5000)[1] - numbers(name, n=5000)[1]
        assert 0.9 * reach < np.abs(move).max() <= reach + 1e-5, name
