"""Predictions of a pandas frame are those of ``playground predict`` on the same rows in a file."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine import Activation, Adam, Data, Dense, Experiment, Run, train
from engine.errors import PlaygroundError
from playground.cli.main import main

SETTINGS = {"train": 200, "test": 50, "scaling": "standard", "shuffle_seed": 1}
NET = [Dense(8), Activation("tanh"), Dense(2)]


def customers() -> pd.DataFrame:
    rng = np.random.default_rng(0)
    age, city = rng.normal(50, 10, 300).round(1), rng.choice(["Köln", "Bonn", "Ulm"], 300)
    days = pd.date_range("2020-01-01", periods=300).strftime("%d.%m.%Y")
    vip = rng.choice(["yes", "no"], 300)
    churn = np.where(age + 20 * (city == "Köln") > 55, "stays", "goes")
    table = pd.DataFrame({"age": age, "city": city, "since": days, "vip": vip, "churn": churn})
    table.loc[3, "age"] = np.nan
    table.loc[7, "city"] = None
    return table


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("customers")


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    customers().to_csv(folder / "t.csv", index=False)
    data = Data(str(folder / "t.csv"), label="churn", **SETTINGS)
    trained = train(Experiment(layers=NET, data=data, optimizer=Adam(0.02), steps=100))
    trained.save(folder / "m.npz")
    return trained


def by_command_line(folder: Path, frame: pd.DataFrame) -> tuple[list[str], list[float]]:
    """Classes, and how likely the first is, as the command line writes them."""
    frame.to_csv(folder / "new.csv", index=False)
    assert (
        main(["predict", *map(str, (folder / "m.npz", "--data", folder / "new.csv", "--out", folder / "o.csv"))]) == 0
    )
    with (folder / "o.csv").open(encoding="utf-8", newline="") as file:
        _, *lines = csv.reader(file)
    return [line[0] for line in lines], [float(line[1]) for line in lines]


def test_a_frame_of_texts_days_and_holes_is_answered_as_on_the_command_line(run: Run, folder: Path) -> None:
    frame = customers()
    rows = frame[["since", "vip", "age", "city"]].rename(columns={"age": " AGE ", "city": "City"})
    rows["shoe size"] = 42
    classes, shares = by_command_line(folder, rows)
    with pytest.warns(UserWarning, match="no value in") as told:
        assert run.predict(rows).tolist() == classes
    assert [str(warning.message) for warning in told] == [
        "age: no value in 1 of 300 rows, taken as 48.402.",
        "city: no value in 1 of 300 rows, taken as Ulm.",
    ]
    assert told[0].filename == __file__
    with pytest.warns(UserWarning, match="no value"):
        np.testing.assert_allclose(run.probabilities(rows)[:, 0], shares, atol=2e-6)
    known = frame.drop([3, 7])  # the label comes along, and the index is not 0, 1, 2 ...
    assert (run.predict(known) == known["churn"]).mean() > 0.85


def test_days_numbers_and_truth_values_may_have_types_of_their_own(run: Run) -> None:
    rows = customers().drop([3, 7])
    said = run.probabilities(rows)
    typed = rows.assign(
        since=pd.to_datetime(rows["since"], format="%d.%m.%Y"),
        city=rows["city"].astype("category"),
        age=rows["age"].astype("Float64"),
    )
    np.testing.assert_array_equal(run.probabilities(typed), said)
    np.testing.assert_array_equal(run.probabilities(rows.assign(age=rows["age"].map(str))), said)


def test_records_and_single_rows_go_by_their_names(run: Run) -> None:
    rows = customers().drop(columns="churn").iloc[:3]
    said = run.probabilities(rows)
    np.testing.assert_array_equal(run.probabilities(rows.to_dict("records")), said)
    np.testing.assert_array_equal(run.probabilities(rows.to_dict("list")), said)
    np.testing.assert_array_equal(run.probabilities(rows.iloc[1]), said[1:2])
    np.testing.assert_array_equal(run.probabilities(dict(rows.iloc[1])), said[1:2])
    np.testing.assert_array_equal(run.probabilities(rows.to_numpy()), said)  # raw texts by their places
    np.testing.assert_array_equal(run.probabilities(rows.iloc[1].tolist()), said[1:2])


def test_an_array_of_numbers_has_codes_as_before(run: Run) -> None:
    rows = customers().drop(columns="churn").iloc[:3]
    days = (pd.to_datetime(rows["since"], format="%d.%m.%Y") - pd.Timestamp(0)).dt.days
    cities = {"Bonn": 0, "Köln": 1, "Ulm": 2}
    codes = np.column_stack([rows["age"], rows["city"].map(cities), days, rows["vip"] == "yes"])
    np.testing.assert_array_equal(run.probabilities(codes.astype(float)), run.probabilities(rows))


def test_an_unknown_category_is_told(run: Run) -> None:
    rows = customers().iloc[:2].assign(city=["Rom", "Ulm"])
    with pytest.warns(UserWarning, match="city: 1 of 2 rows have a category that no training row has"):
        run.predict(rows)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (customers()[["age", "since"]], r"These rows lack city, vip: t\.csv was learned by columns of these names\."),
        (customers().rename(columns={"age": "years"}), r"These rows lack age: "),
        (customers()[["age", "age", "city", "since", "vip"]], "These rows have more than one column age"),
        (customers().iloc[:2].assign(age=["41", "old"]), "line 2, column age: old is not a number"),
        ([[41.0, 9, 18000, 0]], r"column city: 9 is no code of its categories: 0 Bonn, 1 Köln, 2 Ulm\."),
        ([[41.0, 0.5, 18000, 0]], r"column city: 0\.5 is no code"),
        ([[1, 2], [3]], "These rows have 1 to 2 values: all must have as many"),
        ([["old", "Ulm", "1.1.2020", "no"]], "line 1, column age: old is not a number"),
        ([["Ulm", "no"]], r"A row of t\.csv has 4 features; these have the shape \(1, 2\)"),
        ("t.csv", "give rows: a pandas frame, an array or a list of rows; got 't.csv'"),
        (None, "give rows: a pandas frame, an array or a list of rows; got None"),
    ],
)
def test_rows_that_cannot_be_answered_are_refused_in_one_sentence(run: Run, rows: object, sentence: str) -> None:
    with pytest.raises(PlaygroundError, match=sentence) as caught:
        run.predict(rows)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_the_order_of_columns_does_not_matter_and_renaming_does(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({"age": rng.normal(0, 1, 200), "income": rng.normal(0, 1, 200)})
    frame["good"] = np.where(frame["age"] > frame["income"], "a", "b")
    frame.to_csv(tmp_path / "t.csv", index=False)
    data = Data(str(tmp_path / "t.csv"), label="good", train=150, test=50, scaling="none")
    run = train(Experiment(layers=[Dense(2)], data=data, optimizer=Adam(0.1), steps=100))
    assert (run.predict(frame[["income", "age"]]) == frame["good"]).mean() > 0.95
    np.testing.assert_array_equal(run.predict(frame[["income", "age"]]), run.predict(frame[["age", "income"]]))
    bare = pd.DataFrame(frame[["age", "income"]].to_numpy())
    np.testing.assert_array_equal(run.predict(bare), run.predict(frame))
    with pytest.raises(PlaygroundError, match="lack age"):
        run.predict(frame[["income"]])


def test_pixels_go_by_their_names_or_where_there_are_none_by_their_places() -> None:
    run = train(Experiment(layers=[Dense(10)], steps=5))
    rows = np.asarray(run.dataset.raw().test)[:4]
    frame = pd.DataFrame(rows)
    np.testing.assert_array_equal(run.predict(frame), run.predict(rows))
    named = frame.set_axis([f"Pixel{place}" for place in range(64)], axis=1)
    np.testing.assert_array_equal(run.predict(named[named.columns[::-1]]), run.predict(rows))
    assert run.predict(np.empty((0, 64))).shape == (0,)
    assert run.predict(frame.iloc[:0]).shape == (0,)
    with pytest.warns(UserWarning, match="pixel5: no value in 1 of 1 rows, taken as "):
        run.predict(np.where(np.arange(64) == 5, np.nan, rows[0]))


def test_names_of_categories_that_look_like_numbers_are_names_in_an_array_of_texts_too(tmp_path: Path) -> None:
    sizes = np.array(["1", "0", "30"])[np.arange(120) % 3]
    frame = pd.DataFrame({"size": sizes, "length": np.arange(120) % 7, "good": np.where(sizes == "0", "a", "b")})
    frame.to_csv(tmp_path / "t.csv", index=False)
    said_of = {"size": {"kind": "category"}}
    data = Data(str(tmp_path / "t.csv"), label="good", columns=said_of, **SETTINGS | {"train": 90, "test": 30})
    run = train(Experiment(layers=[Dense(2)], data=data, optimizer=Adam(0.1), steps=100))
    rows = frame[["size", "length"]].iloc[:6]
    said = run.probabilities(rows)
    assert run.predict(rows).tolist() == frame["good"][:6].tolist()
    for texts in (rows.to_numpy(), rows.to_numpy(str), rows.to_numpy().tolist()):
        np.testing.assert_array_equal(run.probabilities(texts), said)
    codes = [[1, 0], [0, 1], [2, 2]]
    for numbers in (codes, np.array(codes), np.array(codes, object)):
        np.testing.assert_array_equal(run.probabilities(numbers), said[:3])
