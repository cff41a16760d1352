"""Holes that are filled and rows that repeat others: told, and left out where a person says so."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from engine.data import load, load_table, split
from engine.data.columns.found.told import told_of
from engine.data.spec import DataSpec
from engine.errors import Remark
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment, parse


def opened(file: Path) -> Experiment:
    read = load_table(DataSpec(source=str(file)), is_new=True).as_read
    assert read is not None
    return parse({"name": "a", "data": read.model_dump(mode="json"), "layers": [{"kind": "dense", "units": 2}]})


def told(made: Experiment) -> tuple[Remark, ...]:
    return told_of(split(load_table(made.data), made.data), made.data)


def press(made: Experiment, sentence: str) -> Experiment:
    """The button beside the sentence."""
    (remark,) = [remark for remark in told(made) if str(remark) == sentence]
    assert remark.mend is not None
    for path, value in remark.mend.edits:
        made = edited(made, path, value)
    return edited(edited(edited(made, "data.train", 10), "data.validation", 3), "data.test", 3)


def test_rows_with_holes_can_be_left_out_and_filled_again(tmp_path: Path) -> None:
    file = tmp_path / "holes.csv"
    lines = [f"{'' if place % 4 == 0 else place / 3},{place % 7},{place % 2}" for place in range(40)]
    file.write_text("\n".join(["a,b,label", *lines]))
    made = press(opened(file), "Rows without a, in which its mean stands in: 10 of 40.")
    table = load_table(made.data)
    np.testing.assert_array_equal(table.features, pd.read_csv(file).dropna()[["a", "b"]].to_numpy(np.float32))
    again = press(made, "Rows left out, because a value that they must have is missing: 10.")
    assert load_table(again.data).n_rows == 40


def test_of_a_column_that_is_mostly_holes_the_column_can_be_left_out_and_not_most_rows(tmp_path: Path) -> None:
    file = tmp_path / "bonus.csv"
    lines = [f"{place / 3 if place % 9 == 0 else ''},{place % 7},{place % 2}" for place in range(90)]
    file.write_text("\n".join(["bonus,b,label", *lines]))
    made = press(opened(file), "Rows without bonus, in which its mean stands in: 80 of 90.")
    table = load_table(made.data)
    assert (table.feature_names, table.n_rows) == (("b",), 90)


def test_days_are_given_with_their_cycles_or_alone(tmp_path: Path) -> None:
    file = tmp_path / "hours.csv"
    moments = pd.date_range("2024-01-01", periods=60, freq="8h")
    lines = [f"{at},{place % 7},{place % 2}" for place, at in enumerate(moments)]
    file.write_text("\n".join(["at,b,label", *lines]))
    made = opened(file)
    cycles = tuple(f"at in the {cycle}, {wave}" for cycle in ("day", "week") for wave in ("sin", "cos"))
    assert load(made.data).feature_names == ("at", *cycles, "b")
    sentence = (
        "at is given as a number of days, and as places in the day, the week and the year, as far as its rows go "
        "through them."
    )
    made = press(made, sentence)
    assert load(made.data).feature_names == ("at", "b")
    sentence = "at is given as a number of days alone: what comes again each day, week or year is not seen."
    assert load(press(made, sentence).data).feature_names == ("at", *cycles, "b")


def test_days_that_are_the_only_feature_have_their_cycles_too(tmp_path: Path) -> None:
    """What comes again each day is all there is to learn, and a number of days does not say it."""
    file = tmp_path / "hours.csv"
    moments = pd.date_range("2024-01-01", periods=120, freq="h")
    file.write_text("\n".join(["at,load", *(f"{at},{2.5 * at.hour + 0.25}" for at in moments)]))
    assert {"at in the day, sin", "at in the day, cos"} < {*load(opened(file).data).feature_names}


def test_repeats_can_be_left_out_and_taken_in_again(tmp_path: Path) -> None:
    file = tmp_path / "twins.csv"
    lines = [f"{place % 13},{place % 5 / 2},{'ab'[place % 2]}" for place in range(200)]
    file.write_text("\n".join(["a,b,label", *lines]))
    sentence = "Rows with the features and the label of another row: 70. One may be trained on and its twin tested."
    made = press(opened(file), sentence)
    table = load_table(made.data)
    wanted = pd.read_csv(file).drop_duplicates()
    np.testing.assert_array_equal(table.features, wanted[["a", "b"]].to_numpy(np.float32))
    assert [table.classes[label] for label in table.labels] == wanted["label"].tolist()
    again = press(made, "Rows left out, because they repeat another one: 70.")
    assert load_table(again.data).n_rows == 200
