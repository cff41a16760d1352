"""Cutting, scaling and label noise, on tables small enough to check by hand."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Table, load, load_table, split
from engine.data.columns.column import number_columns
from engine.data.fingerprint import fingerprint
from engine.data.preprocessing.split import spread_evenly, with_wrong_labels
from engine.data.preprocessing.targets import centre_and_size, robust_centre_and_size
from engine.data.spec import DataSpec
from engine.diagnosis.evidence.guessing import chance_loss
from engine.errors import DataError
from engine.experiment.edits.adapt import fitting_rows, giving_way


def table(features, n_classes=2):
    features = np.array(features, np.float32)
    return Table(
        name="hand-made",
        features=features,
        labels=np.arange(len(features)) % n_classes,
        classes=tuple("ABCDEFGHIJ"[:n_classes]),
        columns=number_columns(f"f{i}" for i in range(features.shape[1])),
    )


TINY = table([[1, 10], [3, 10], [5, 10], [7, 20], [-8, 30]])


def spec(**changes):
    return DataSpec(**{"source": "tiny.csv", "train": 2, "test": 2, **changes})


def test_first_rows_train_and_the_next_test():
    data = split(TINY, spec(scaling="none"))
    assert data.train_x.tolist() == [[1, 10], [3, 10]]
    assert data.test_x.tolist() == [[5, 10], [7, 20]]
    assert data.train_y.tolist() == data.test_y.tolist() == [0, 1]
    assert (data.name, data.classes, data.feature_names) == ("hand-made", ("A", "B"), ("f0", "f1"))


def test_max_divides_everything_by_the_largest_size_in_the_training_rows():
    data = split(TINY, spec(scaling="max"))
    assert data.scale.tolist() == [10, 10]
    assert data.offset.tolist() == [0, 0]
    np.testing.assert_allclose(data.train_x, [[0.1, 1], [0.3, 1]], rtol=1e-6)
    np.testing.assert_allclose(data.test_x, [[0.5, 1], [0.7, 2]], rtol=1e-6)
    negative = split(table([[1], [-8], [3], [2]]), spec())
    assert negative.train_x.tolist() == [[0.125], [-1]]


@pytest.mark.parametrize("shuffle_seed", [None, 3])
@pytest.mark.parametrize("scaling", ["max", "standard", "none"])
def test_no_row_but_the_training_rows_decides_the_scaling(scaling, shuffle_seed):
    """Else one typing error among the test rows would squeeze all others into nothing."""
    what = spec(train=60, test=30, scaling=scaling, shuffle_seed=shuffle_seed)
    rows = np.random.default_rng(0).normal(size=(100, 3))
    before = split(table(rows), what)
    numbers = np.arange(100.0).reshape(100, 1)  # which row is which, after mixing
    train = split(table(numbers), what.model_copy(update={"scaling": "none"})).train_x[:, 0].astype(int)
    others = np.setdiff1d(np.arange(100), train)
    assert len(others) == 40
    rows[others] *= 1e9
    after = split(table(rows), what)
    for name in ("offset", "scale", "train_x"):
        np.testing.assert_array_equal(getattr(before, name), getattr(after, name))


def test_standard_looks_at_the_training_rows_and_leaves_constants_finite():
    data = split(TINY, spec(scaling="standard"))
    assert data.offset.tolist() == [2, 10]
    assert data.scale.tolist() == [1, 1]
    assert data.train_x.tolist() == [[-1, 0], [1, 0]]
    assert data.test_x.tolist() == [[3, 0], [5, 10]]


def test_a_constant_that_is_no_exact_binary_number_counts_as_constant():
    data = split(table([[0.1]] * 300 + [[0.2]] * 2), spec(train=300, scaling="standard"))
    assert data.scale.tolist() == [1]
    assert data.test_x.ravel() == pytest.approx([0.1, 0.1])


def test_all_zeros_stay_zeros():
    for scaling in ("max", "standard", "none"):
        assert not split(table(np.zeros((4, 3))), spec(scaling=scaling)).train_x.any()


def test_arrays_are_what_the_trainer_expects():
    for scaling in ("max", "standard", "none"):
        data = split(TINY, spec(scaling=scaling, shuffle_seed=1, label_noise=0.5))
        for x in (data.train_x, data.test_x, data.offset, data.scale):
            assert x.dtype == np.float32
            assert x.flags.c_contiguous
            assert not x.flags.writeable
        for y in (data.train_y, data.train_y_clean, data.test_y):
            assert y.dtype == np.int64
            assert not y.flags.writeable


def test_scaling_leaves_the_table_alone():
    before = TINY.features.copy()
    split(TINY, spec(scaling="standard"))
    np.testing.assert_array_equal(TINY.features, before)


def test_too_few_rows_is_said_with_figures():
    with pytest.raises(DataError) as error:
        load(DataSpec(train=1500, test=500))
    assert str(error.value) == ("digits has 1797 rows, too few for train 1500 + test 500 = 2000: lower one of them.")
    assert error.value.template.startswith("{name} has {rows} rows")
    assert error.value.values["total"] == 2000


def test_all_rows_may_be_used():
    assert len(load(DataSpec(train=1497, test=300)).test_x) == 300


def test_shuffling_permutes_all_rows_before_the_cut():
    rows = table(np.arange(1, 101)[:, None])
    data = split(rows, spec(train=60, test=40, scaling="none", shuffle_seed=7))
    drawn = np.concatenate([data.train_x, data.test_x]).ravel()
    assert sorted(drawn) == list(range(1, 101))
    np.testing.assert_array_equal(drawn - 1, np.random.Generator(np.random.PCG64(7)).permutation(100))
    np.testing.assert_array_equal(data.train_y, (data.train_x.ravel() - 1) % 2)
    other = split(rows, spec(train=60, test=40, scaling="none", shuffle_seed=8))
    assert not np.array_equal(data.train_x, other.train_x)


def test_shuffling_reaches_rows_behind_the_first_ones():
    rows = table(np.arange(100)[:, None])
    assert split(rows, spec(train=5, test=5, scaling="none", shuffle_seed=0)).train_x.max() > 10


def test_a_toy_is_not_mixed_again():
    data = load(DataSpec(source="xor", train=11, test=10, shuffle_seed=5, scaling="none"))
    assert data.train_y.tolist() == [0, 1] * 5 + [0]
    table = load_table(DataSpec(source="xor", train=11, test=10, shuffle_seed=5))
    np.testing.assert_array_equal(data.train_x, table.features[:11])


def test_validation_rows_stand_between_the_training_and_the_test_rows():
    data = split(TINY, spec(train=2, validation=1, test=2, scaling="standard"))
    assert data.train_x.tolist() == [[-1, 0], [1, 0]]
    assert data.valid_x.tolist() == [[3, 0]]
    assert data.test_x.tolist() == [[5, 10], [-10, 20]]
    assert (data.train_y.tolist(), data.valid_y.tolist(), data.test_y.tolist()) == ([0, 1], [0], [1, 0])


def test_without_validation_rows_there_are_none():
    data = split(TINY, spec())
    assert data.valid_x is data.valid_y is None


@pytest.mark.parametrize("shuffle_seed", [None, 3])
@pytest.mark.parametrize("source", ["digits", "spiral"])
def test_rows_for_validation_leave_the_training_rows_and_their_noise_as_they_are(source, shuffle_seed):
    what = {"source": source, "train": 60, "label_noise": 0.3, "scaling": "standard", "shuffle_seed": shuffle_seed}
    before = load(DataSpec(**what, test=90))
    after = load(DataSpec(**what, validation=50, test=40))
    for name in ("train_x", "train_y", "train_y_clean", "offset", "scale"):
        np.testing.assert_array_equal(getattr(before, name), getattr(after, name))
    np.testing.assert_array_equal(before.test_x, np.concatenate([after.valid_x, after.test_x]))
    np.testing.assert_array_equal(before.test_y, np.concatenate([after.valid_y, after.test_y]))
    for array in (after.valid_x, after.valid_y):
        assert array.flags.c_contiguous
        assert not array.flags.writeable


def test_too_few_rows_for_validation_too_is_said_with_figures():
    with pytest.raises(DataError, match=r"train 2 \+ validation 2 \+ test 2 = 6: lower"):
        split(TINY, spec(validation=2))


def test_other_validation_rows_are_other_rows():
    """Early stopping goes by them, so a run cannot go on with others; without them the hash is as it ever was."""
    plain, cut = (load(DataSpec(train=50, validation=n, test=30)) for n in (0, 20))
    other = split(load_table(DataSpec()), DataSpec(train=50, validation=20, test=30, shuffle_seed=1))
    assert len({fingerprint(plain), fingerprint(cut), fingerprint(other)}) == 3
    assert fingerprint(load(DataSpec())) == "81b365fe08ba07a36979be99f2fb7d95"


@pytest.mark.parametrize(
    ("n_rows", "rows"), [(60, (30, 20, 10)), (6, (3, 2, 1)), (5, (2, 2, 1)), (3, (1, 1, 1)), (2, (1, 0, 1))]
)
def test_where_there_are_too_few_rows_each_part_keeps_its_share(n_rows, rows):
    found = fitting_rows(spec(train=300, validation=200, test=100), table(np.zeros((n_rows, 1))))
    assert (found.train, found.validation, found.test) == rows


@pytest.mark.parametrize(("share", "wrong"), [(0, 0), (0.1, 30), (0.5, 150), (1, 300)])
def test_label_noise_replaces_the_stated_share_of_training_labels(share, wrong):
    clean, noisy = load(DataSpec()), load(DataSpec(label_noise=share))
    np.testing.assert_array_equal(noisy.train_y_clean, clean.train_y)
    assert (noisy.train_y != noisy.train_y_clean).sum() == wrong
    assert noisy.train_y.min() >= 0
    assert noisy.train_y.max() <= 9
    np.testing.assert_array_equal(noisy.test_y, clean.test_y)


@given(
    n=st.integers(1, 60),
    n_classes=st.integers(2, 12),
    shares=st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
    seed=st.integers(0, 2**31 - 1),
)
def test_label_noise_is_nested(n, n_classes, shares, seed):
    clean = np.arange(n) % n_classes
    little, much = (with_wrong_labels(clean, n_classes, share=share, seed=seed) for share in shares)
    wrong = little != clean
    assert wrong.sum() == round(shares[0] * n)
    np.testing.assert_array_equal(much[wrong], little[wrong])


def test_wrong_labels_are_uniform_over_the_other_classes():
    noisy = with_wrong_labels(np.full(40_000, 3), 5, share=1.0, seed=0)
    counts = np.bincount(noisy, minlength=5)
    assert counts[3] == 0
    assert counts[[0, 1, 2, 4]] == pytest.approx([10_000] * 4, rel=0.05)


def test_two_classes_with_all_labels_wrong_are_swapped():
    assert with_wrong_labels(np.array([0, 1, 1]), 2, share=1.0, seed=9).tolist() == [1, 0, 0]


@pytest.mark.parametrize("seed", [None, 0, 7])
def test_stratified_rows_have_each_class_in_its_share(seed):
    """60, 30 and 10 of 100 rows, worked by hand."""
    labels = np.repeat([0, 1, 2], [60, 30, 10])  # sorted by class, as files often are
    rows = dataclasses.replace(table(np.arange(100)[:, None], 3), labels=labels)
    data = split(rows, DataSpec(source="a.csv", train=60, validation=20, test=20, stratify=True, shuffle_seed=seed))
    for y, counts in ((data.train_y, [36, 18, 6]), (data.valid_y, [12, 6, 2]), (data.test_y, [12, 6, 2])):
        assert np.bincount(y).tolist() == counts
    without = split(rows, DataSpec(source="a.csv", train=60, test=20, shuffle_seed=seed))
    assert np.bincount(without.test_y, minlength=3).tolist() != [12, 6, 2]


@given(st.lists(st.integers(1, 30), min_size=2, max_size=6), st.floats(0.1, 0.9), st.integers(0, 5))
def test_stratified_splits_lose_no_row_and_keep_the_shares(counts, share, seed):
    labels = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(counts)), counts))
    n = len(labels)
    order = spread_evenly(labels)
    assert sorted(order.tolist()) == list(range(n))
    k = round(share * n)
    for label, count in enumerate(counts):
        found = (labels[order[:k]] == label).sum()
        assert abs(found - k * count / n) <= 1 + count * len(counts) / n


def test_a_zero_is_a_zero_again() -> None:
    """What standardizing takes away and adds again leaves a rest, which no column means."""
    rng = np.random.default_rng(0)
    x = (rng.exponential(0.1, (60, 40)) + 0.01).astype(np.float32)
    x[::3] = 0
    x[1] = 1e-5
    data = split(table(x), DataSpec(source="my.csv", train=40, test=20, scaling="standard"))
    shown = data.unscaled(data.train_x)
    assert np.array_equal(shown == 0, x[:40] == 0)
    assert np.allclose(shown, x[:40], atol=1e-7)


def test_a_robust_label_is_scaled_by_median_and_quartiles() -> None:
    """Worked by hand: of 1 to 9 the median is 5 and the quartiles 3 and 7; a wild one does not move them much."""
    y = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9], np.float32)
    assert robust_centre_and_size(y) == pytest.approx((5, 4 / 1.349))
    wild = np.array([*y[:8], 9e6], np.float32)
    assert robust_centre_and_size(wild) == pytest.approx((5, 4 / 1.349))
    assert robust_centre_and_size(np.array([2, 2, 2, 2, 5], np.float32)) == centre_and_size(
        np.array([2, 2, 2, 2, 5], np.float32)
    ), "half of them are alike"
    made = dataclasses.replace(table(y[:, None]), labels=wild, classes=())
    data = split(
        made,
        DataSpec(source="my.csv", task="numbers", train=9, test=0.01, robust_label=True).model_copy(update={"test": 0}),
    )
    assert (data.target_offset, data.is_label_robust) == (5.0, True)
    t = np.abs(wild - 5) * 1.349 / 4
    huber = np.where(t > 1, t - 0.5, t * t / 2).mean()
    assert chance_loss("huber", data) == pytest.approx(huber)
    assert chance_loss("mean_squared_error", data) == pytest.approx(((wild * 1.349 / 4).astype(float)).var(), rel=1e-4)


def places(rows, **changes):
    """Which rows of so many train, validate and test, those of their numbers' thirds being three classes."""
    numbers = table(np.arange(float(rows)).reshape(rows, 1), n_classes=3)
    data = split(numbers, spec(**{"scaling": "none", "shuffle_seed": 4, "stratify": True, **changes}))
    valid = [] if data.valid_x is None else data.valid_x[:, 0].tolist()
    assert data.valid_places is not None
    assert data.valid_places.tolist() == valid
    return data.train_x[:, 0].tolist(), valid, data.test_x[:, 0].tolist()


@pytest.mark.parametrize("rows", [40, 41, 42, 43, 44, 103, 150])
def test_kept_test_rows_stay_whatever_trains_and_validates(rows):
    """Else rows that have chosen between settings would be called test rows after it."""
    _, valid, test = places(rows, train=0.6, validation=0.2, test=0.2, keep_test=True)
    assert len(test) == round(0.2 * rows)
    for sizes in ((0.6, 0), (0.3, 0.2), (0.7, 0.1), (0.75, 0.05), (5, 20), (20, 7)):
        train, others, same = places(rows, train=sizes[0], validation=sizes[1], test=0.2, keep_test=True)
        assert same == test
        assert not {*train, *others} & {*test}
        if sizes[1] == 0.2:
            assert others == valid, "and those that validate go by the training rows no more"


def test_kept_test_rows_are_those_of_before_where_all_rows_are_used():
    sizes = {"train": 24, "validation": 8, "test": 8}
    assert places(40, **sizes, keep_test=True) == places(40, **sizes)
    assert places(40, train=24, test=8)[2] == places(40, **sizes)[1], "an old file means what it meant"


def test_kept_test_rows_do_not_give_way():
    sizes = DataSpec(train=60, validation=30, test=20, keep_test=True)
    assert giving_way(sizes, 100, ["validation"]).test == 20
    assert giving_way(sizes, 100, ["validation"]).train == 50
    assert giving_way(sizes.model_copy(update={"keep_test": False}), 100, ["validation"]).test < 20
    most = sizes.model_copy(update={"train": 85})
    assert giving_way(most, 100, ["train"]).test < 20, "where nothing else has room"
