"""Shares of rows as whole numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import load, load_table, split
from engine.data.preprocessing.sizes import rows_asked, size_text, sizes_of
from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import parse
from tests.engine.helpers import small_net


@pytest.mark.parametrize(
    ("rows", "sizes"), [(150, [90, 30, 30]), (891, [535, 178, 178]), (7, [4, 2, 1]), (4, [2, 1, 1]), (3, [1, 1, 1])]
)
def test_by_largest_remainder(rows: int, sizes: list[int]) -> None:
    """891: 534.6, 178.2, 178.2. 7: 4.2, 1.4, 1.4. 4: 2.4, 0.8, 0.8. (By hand.)"""
    assert sizes_of((0.6, 0.2, 0.2), rows) == sizes


@given(st.integers(3, 10_000), st.lists(st.integers(1, 8), min_size=3, max_size=3))
def test_together_they_are_all_rows(rows: int, parts: list[int]) -> None:
    shares = [part / sum(parts) for part in parts]
    sizes = sizes_of(shares, rows)
    assert sum(sizes) == rows
    assert min(sizes) >= 1
    if min(shares) * rows >= 1:
        assert all(abs(size - share * rows) < 1 for size, share in zip(sizes, shares, strict=True))


SHARED = {"train": 0.6, "validation": 0.2, "test": 0.2}


def test_shares_are_the_rows_that_they_come_to() -> None:
    rows = {"source": "digits", "shuffle_seed": 3, "stratify": True}
    one = load(DataSpec.model_validate({**rows, **SHARED}))
    other = load(DataSpec.model_validate({**rows, "train": 1078, "validation": 360, "test": 359}))
    assert one.valid_x is not None
    assert other.valid_x is not None
    for ours, theirs in ((one.train_x, other.train_x), (one.valid_x, other.valid_x), (one.test_x, other.test_x)):
        assert np.array_equal(ours, theirs)


def test_rows_stay_rows_beside_shares() -> None:
    """By hand: half of 150 and 100 rows; of a hundred rows 0.1 % is one at least; 80 and 40 % are too many."""
    assert rows_asked(DataSpec(train=0.5, test=100), 150) == (75, 0, 100)
    assert rows_asked(DataSpec(train=50, test=0.001), 100) == (50, 0, 1)
    assert rows_asked(DataSpec(train=0.8, test=0.4), 150) == (120, 0, 60)


def test_a_share_stays_one_when_the_file_grows(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    experiment = edited(edited(small_net(), "data.source", str(path)), "data.train", 0.5)
    experiment = parse(edited(experiment, "data.test", 0.25).to_dict())  # as it is saved and opened again
    assert (experiment.data.train, experiment.data.test) == (0.5, 0.25)
    for rows in (40, 80):
        path.write_text("a,label\n" + "".join(f"{row},{'xy'[row % 2]}\n" for row in range(rows)))
        dataset = split(load_table(experiment.data), experiment.data)
        assert (len(dataset.train_x), len(dataset.test_x)) == (rows / 2, rows / 4)


def test_a_toy_makes_shares_of_600() -> None:
    dataset = load(DataSpec(source="moons", train=0.5, test=0.1))
    assert (len(dataset.train_x), len(dataset.test_x)) == (300, 60)


@pytest.mark.parametrize("size", [1.5, 0.0, -0.2, "0.5", True, 2_000_000])
def test_what_is_neither_rows_nor_a_share(size: object) -> None:
    with pytest.raises(ExperimentError, match=r"^data\.train: "):
        edited(small_net(), "data.train", size)


def test_as_people_write_them() -> None:
    assert [size_text(size) for size in (300, 0.6, 0.125)] == ["300", "60 %", "12.5 %"]
