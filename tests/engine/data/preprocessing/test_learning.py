"""What training rows tell of their columns: against pandas, and against what it must not depend on."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Table, split
from engine.data.columns.column import Column, number_columns
from engine.data.preprocessing.cycles import cycles_in
from engine.data.preprocessing.learning import learn
from engine.data.preprocessing.preparation import Preparation, from_json
from engine.data.spec import DataSpec
from tests.conftest import examples

NAN = np.nan
COLUMNS = (
    Column("age"),
    Column("port", "category", ("C", "Q", "S")),
    Column("sex", "yes_no", ("female", "male")),
    Column("rank", filling="most_frequent"),
    Column("born", "date"),
)
ROWS = np.array(
    [
        [20, 2, 0, 1, 10_000],
        [NAN, 0, 1, 3, 10_010],
        [40, 2, 1, NAN, 10_020],
        [30, NAN, 1, 3, 10_030],
    ],
    np.float32,
)


def table(rows: object, columns: tuple[Column, ...] = COLUMNS) -> Table:
    features = np.array(rows, np.float32)
    return Table("rows", features, np.arange(len(features)) % 2, ("x", "y"), columns)


def spec(train: int, test: int, **changes: object) -> DataSpec:
    return DataSpec(source="rows.csv", train=train, test=test, **{"scaling": "none", **changes})


def test_each_kind_of_column_worked_by_hand() -> None:
    found, features = learn(COLUMNS, ROWS, "none")
    assert found.names == (
        "age",
        "age is missing",
        "port = C",  # no row has Q
        "port = S",
        "port is missing",
        "sex = male",
        "rank",
        "rank is missing",
        "born",
    )
    expected = [
        [20, 0, 0, 1, 0, 0, 1, 0, 10_000],
        [30, 1, 1, 0, 0, 1, 3, 0, 10_010],  # the mean of 20, 40 and 30
        [40, 0, 0, 1, 0, 1, 3, 1, 10_020],  # 3 is the commonest
        [30, 0, 0, 1, 1, 1, 3, 0, 10_030],  # S is
    ]
    np.testing.assert_array_equal(features, expected)


def days(first: str, n: int, hours: float) -> np.ndarray:
    """After 1970, so many hours apart: (n,)"""
    moments = pd.date_range(first, periods=n, freq=pd.Timedelta(hours=hours))
    return ((moments - pd.Timestamp(0)) / pd.Timedelta(days=1)).to_numpy(np.float32)


def test_days_also_say_where_in_the_day_the_week_and_the_year_they_are() -> None:
    moments = pd.date_range("2023-01-01", periods=4000, freq="6h")
    columns = (Column("at", "date", cycles=True),)
    found, features = learn(columns, days("2023-01-01", 4000, 6)[:, None], "none")
    cycles = [f"at in the {cycle}, {wave}" for cycle in ("day", "week", "year") for wave in ("sin", "cos")]
    assert found.names == ("at", *cycles)
    hours, weekdays = moments.hour.to_numpy(), moments.day_of_week.to_numpy() + moments.hour.to_numpy() / 24
    np.testing.assert_allclose(features[:, 1], np.sin(2 * np.pi * hours / 24), atol=1e-5)
    np.testing.assert_allclose(features[:, 2], np.cos(2 * np.pi * hours / 24), atol=1e-5)
    # 1 January 1970 was a Thursday, the fourth day of a week.
    np.testing.assert_allclose(features[:, 3], np.sin(2 * np.pi * (weekdays - 3) / 7), atol=2e-3)
    assert abs(features[:, 5:].std(axis=0) - 0.5**0.5).max() < 0.02  # of whole turns
    again = from_json(found.to_json(), found.offset, found.scale)
    assert again.features == found.features


@pytest.mark.parametrize(
    ("of", "cycles"),
    [
        (days("2024-03-01", 500, 1), ["day", "week"]),
        (days("2024-03-01", 12, 24), []),
        (days("2021-03-01", 1500, 24), ["week", "year"]),
        (days("2000-01-01", 300, 24 * 30.44), ["year"]),  # once a month, with the hours that come of it
        (days("1940-01-01", 40, 24 * 500), []),
    ],
)
def test_cycles_are_those_that_the_days_show(of: np.ndarray, cycles: list[str]) -> None:
    assert list(cycles_in(np.floor(of) if cycles == ["year"] else of)) == cycles


def test_categories_are_those_of_pandas() -> None:
    rng = np.random.default_rng(1)
    names = rng.choice(["red", "green", "blue", "grey"], 50)
    codes, found = pd.factorize(pd.Series(names), sort=True)
    columns = (Column("colour", "category", tuple(found)),)
    preparation, features = learn(columns, codes[:, None].astype(np.float32), "standard")
    expected = pd.get_dummies(pd.DataFrame({"colour": names}), prefix_sep=" = ")
    assert preparation.names == tuple(expected.columns)
    np.testing.assert_array_equal(features, expected.to_numpy(np.float32))
    assert not preparation.offset.any()  # what is 0 or 1 stays so
    assert (preparation.scale == 1).all()


def test_what_only_other_rows_have_is_none_of_the_categories_and_no_hole() -> None:
    rows = [*ROWS, [25, 1, 0, 1, 10_000], [25, NAN, NAN, 1, 10_000]]
    data = split(table(rows), spec(4, 2))
    port = [data.feature_names.index(name) for name in ("port = C", "port = S", "port is missing")]
    np.testing.assert_array_equal(data.test_x[:, port], [[0, 0, 0], [0, 1, 1]])
    assert data.test_x[1, data.feature_names.index("sex = male")] == 1


def test_holes_in_other_rows_alone_are_filled_without_a_feature_for_them() -> None:
    data = split(table([[1], [3], [NAN]], number_columns("a")), spec(2, 1))
    assert data.feature_names == ("a",)
    assert data.test_x.tolist() == [[2]]


@pytest.mark.parametrize(
    ("scaling", "expected"),
    [
        ("standard", [[-1.2247449, 0], [0, 0], [1.2247449, 0]]),
        ("minmax", [[0, 0], [0.5, 0], [1, 0]]),
        ("max", [[0.25, 0.5], [0.5, 0.5], [0.75, 0.5]]),
        ("none", [[2, 4], [4, 4], [6, 4]]),
    ],
)
def test_scalings_worked_by_hand(scaling: str, expected: list[list[float]]) -> None:
    rows = [[2, 4], [4, 4], [6, 4], [8, 4]]
    data = split(table(rows, number_columns("ab")), spec(3, 1, scaling=scaling))
    largest = 6 / 8 if scaling == "max" else 1  # by the training rows alone
    np.testing.assert_allclose(data.train_x * largest, expected, rtol=1e-6, atol=1e-7)


def test_a_preparation_is_told_in_full() -> None:
    found, features = learn(COLUMNS, ROWS, "standard")
    again = from_json(found.to_json(), found.offset, found.scale)
    assert (again.columns, again.features) == (found.columns, found.features)
    restored = Preparation(again.columns, again.features, found.offset, found.scale, found.filling)
    np.testing.assert_array_equal(restored.encode(found.aligned(ROWS, COLUMNS)), features)


VALUES = st.one_of(st.just(NAN), st.integers(-1000, 1000).map(lambda eighth: eighth / 8))
CODES = st.one_of(st.just(NAN), st.sampled_from([0.0, 1.0, 2.0]))


@st.composite
def rows_of_both(draw: st.DrawFn) -> tuple[list[list[float]], list[list[float]]]:
    row = st.tuples(VALUES, CODES, CODES.map(lambda code: min(code, 1.0)), VALUES, VALUES).map(list)
    return draw(st.lists(row, min_size=1, max_size=8)), draw(st.lists(row, min_size=2, max_size=4))


@given(rows_of_both(), st.sampled_from(["max", "standard", "minmax", "none"]))
@examples(80)
def test_nothing_of_other_rows_reaches_what_is_learned(
    rows: tuple[list[list[float]], list[list[float]]], scaling: str
) -> None:
    train, others = rows
    ways = spec(len(train), 1, scaling=scaling)
    one, two = (split(table([*train, other]), ways) for other in others[:2])
    assert one.preparation.to_json() == two.preparation.to_json()
    for name in ("offset", "scale", "filling"):
        np.testing.assert_array_equal(getattr(one.preparation, name), getattr(two.preparation, name))
    np.testing.assert_array_equal(one.train_x, two.train_x)
    assert np.isfinite(one.train_x).all()
    assert np.isfinite(one.test_x).all()
