"""What a split shows, each with the edit that mends it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from engine.data import Table, load_table, split
from engine.data.columns.column import number_columns
from engine.data.columns.found.split_findings import split_findings
from engine.data.spec import DataSpec
from engine.experiment.edits.field_edits import edited
from tests.engine.helpers import small_net

RNG = np.random.default_rng(5)
ROWS = RNG.normal(0, 1, (100, 3)).astype(np.float32)
SORTED = np.repeat([0, 1], 50)


def table(features: np.ndarray = ROWS, labels: np.ndarray = SORTED) -> Table:
    return Table("rows", features.astype(np.float32), labels, ("x", "y"), number_columns("abc"))


def rules(of: Table, **changes: object) -> list[str]:
    return [finding.rule for finding in found(of, **changes)]


def found(of: Table, **changes: object) -> tuple:
    spec = DataSpec.model_validate(
        {"source": "a.csv", "train": 50, "test": 40, "scaling": "none", "shuffle_seed": 0, **changes}
    )
    return split_findings(split(of, spec), spec)


def test_a_sound_split_has_nothing_to_tell() -> None:
    assert rules(table()) == []


def test_sorted_rows_and_the_edits_that_mend_them() -> None:
    first, second, *_ = found(table(), shuffle_seed=None)
    assert (first.rule, second.rule) == ("class_not_trained", "one_class_tested")
    assert "No training row is of y" in str(first.text)
    experiment = small_net()
    for path, value in first.edits:
        experiment = edited(experiment, path, value)
    assert (experiment.data.shuffle_seed, experiment.data.stratify) == (0, True)


@pytest.mark.parametrize("scaling", ["none", "standard"])
def test_a_copy_of_the_label(scaling: str) -> None:
    leak = ROWS.copy()
    leak[:, 1] = 7 - 3 * SORTED
    (finding,) = found(table(leak), scaling=scaling)
    assert (finding.rule, finding.edits) == ("copies_label", (("data.columns.b.role", "ignored"),))
    numbers = dataclasses.replace(table(leak), labels=(2 * ROWS[:, 0] + 1).astype(np.float32), classes=())
    assert [finding.edits for finding in found(numbers, task="numbers")] == [(("data.columns.a.role", "ignored"),)]


def with_column(values: list[str], labels: list[str], folder: Path) -> list[str]:
    """What is told of a table of this column beside one that says nothing."""
    rows = enumerate(zip(values, labels, strict=True))
    lines = [f"{value},{place * 37 % 101},{label}" for place, (value, label) in rows]
    path = folder / "new.csv"
    path.write_text("\n".join(["column,n,label", *lines]) + "\n")
    read = load_table(DataSpec(source=str(path)), is_new=True)
    assert read.as_read is not None
    return [str(each.text) for each in split_findings(split(read, read.as_read), read.as_read)]


LEAK = "column gives the label away: is it known before the answer is?"


def test_a_number_by_which_alone_the_classes_are_told_apart(tmp_path: Path) -> None:
    """The fee of those who have left, 0 of all others."""
    labels = ["gone" if place % 3 == 0 else "here" for place in range(300)]
    fees = [f"{20 + place * 7 % 90}.5" if label == "gone" else "0" for place, label in enumerate(labels)]
    assert LEAK in with_column(fees, labels, tmp_path)
    assert LEAK not in with_column(fees[:90], labels[:90], tmp_path)  # so few may be told apart by chance
    fees[1:150:3] = ["25"] * 50
    assert LEAK not in with_column(fees, labels, tmp_path)


def test_categories_of_one_class_each(tmp_path: Path) -> None:
    labels = ["gone" if place % 3 == 0 else "here" for place in range(300)]
    reasons = [{"gone": ["moved", "price"], "here": ["active", "new", "paused"]}[label] for label in labels]
    told = [each[place % len(each)] for place, each in enumerate(reasons)]
    assert LEAK in with_column(told, labels, tmp_path)
    told[:60:3] = told[1:61:3]
    assert LEAK not in with_column(told, labels, tmp_path)


def test_one_value_far_from_all_others() -> None:
    far = ROWS.copy()
    place = np.random.Generator(np.random.PCG64(0)).permutation(100)[3]  # a training row
    far[place, 2] = 1e9
    told = found(table(far), scaling="standard")
    assert [finding.rule for finding in told] == ["far_value"]
    assert "c is 1e+09 in one training row" in str(told[0].text)


def test_some_values_far_from_all_others() -> None:
    far = np.tile(ROWS, (5, 1)) + np.arange(500)[:, None] / 1e4
    places = np.random.Generator(np.random.PCG64(0)).permutation(500)[[3, 8]]  # training rows
    far[places, 2] = [1e9, -2e9]
    (told,) = found(table(far, np.tile(SORTED, 5)), scaling="standard", train=400)
    assert "c is far from all others in 2 training rows, farthest at -2e+09" in str(told.text)
    assert told.edits == (("data.columns.c.means_missing", ["-2e+09", "1e+09"]),)


def test_what_a_column_of_zeros_holds_now_and_then_is_not_far_from_all_others() -> None:
    """The year of a renovation, 0 where there was none; a gain of thousands, which few people have."""
    rare = ROWS.copy()
    rare[:, 1] = np.where(np.arange(100) % 12 == 0, 1990 + np.arange(100) % 25, 0)
    rare[:, 2] = np.where(np.arange(100) % 9 == 0, 700.0 + 13 * np.arange(100), 0)
    assert rules(table(rare), scaling="standard") == []


def test_the_same_row_on_both_sides() -> None:
    assert "rows_on_both_sides" in rules(table(np.tile(ROWS[:50], (2, 1))))


def test_sizes_that_differ_unless_they_are_standardized() -> None:
    unequal = ROWS * [1, 1, 5000]
    assert rules(table(unequal)) == ["unequal_sizes"]
    assert rules(table(unequal), scaling="standard") == []


def test_few_rows() -> None:
    assert rules(table(), train=20) == ["few_rows"]


def test_more_features_than_rows() -> None:
    wide = np.random.default_rng(1).normal(size=(100, 60)).astype(np.float32)
    of = Table("rows", wide, SORTED, ("x", "y"), number_columns(f"gene {place}" for place in range(60)))
    (told,) = found(of)
    assert str(told.text).startswith("There are more features (60) than training rows (50)")
    assert rules(of, train=60) == []


def test_a_column_that_stands_there_twice() -> None:
    rows = ROWS.copy()
    rows[:, 2] = rows[:, 0]
    (twin,) = found(table(rows), scaling="standard")
    assert (twin.rule, twin.edits) == ("twin_columns", (("data.columns.c.role", "ignored"),))
    assert str(twin.text) == "c says the same as a in every training row."
    rows[0:1, 2] += 1
    assert "twin_columns" not in rules(table(rows), scaling="standard", shuffle_seed=None)


@pytest.mark.parametrize("asked_with", [(), ("a^2",)])
def test_of_inputs_none_is_taken_for_a_feature_whichever_spec_asks(asked_with: tuple[str, ...]) -> None:
    spec = DataSpec(source="a.csv", train=50, test=40, scaling="none", shuffle_seed=0)
    made = split(table(), spec.model_copy(update={"inputs": ("a", "b", "1000*c", "a^2")}))
    assert split_findings(made, spec.model_copy(update={"inputs": asked_with})) == ()


def test_columns_with_holes_in_the_same_rows_do_not_say_the_same() -> None:
    rows = ROWS.copy()
    rows[3:6, [0, 2]] = np.nan
    assert "twin_columns" not in rules(table(rows), scaling="standard", shuffle_seed=None)


def test_categories_that_stand_there_twice_under_other_names(tmp_path: Path) -> None:
    ways = {"yes": ("a", "q"), "no": ("b", "p"), "perhaps": ("c", "r")}
    lines = [
        (*ways[name], i % 7, "xy"[i * i % 5 > 2]) for i in range(100) for name in [("yes", "no", "perhaps")[i % 3]]
    ]
    path = tmp_path / "new.csv"
    path.write_text("one,other,n,label\n" + "".join(",".join(map(str, line)) + "\n" for line in lines))
    read = load_table(DataSpec(source=str(path)), is_new=True)
    assert read.as_read is not None
    told = split_findings(split(read, read.as_read), read.as_read)
    assert "other says the same as one in every training row." in [str(finding.text) for finding in told]


def test_of_many_cells_the_first_rows_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.columns.found.split_findings.MOST_CELLS", 3 * 30)
    leak = ROWS.copy()
    leak[:, 1] = SORTED
    first, *_, last = found(table(leak))
    assert (first.rule, last.rule) == ("copies_label", "part_seen")
    assert str(last.text) == "Of 50 training rows the first 30 were looked at."


def test_that_not_all_rows_were_looked_at_is_no_finding_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.columns.found.split_findings.MOST_CELLS", 3 * 40)
    assert rules(table()) == []
