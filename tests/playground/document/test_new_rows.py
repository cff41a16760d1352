"""Sizes of the splits that make others give way: counted by hand on a source of 1797 rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from playground.document.new_rows import fitted, resized, wanted
from tests.playground.helpers import small


def sizes(experiment: Experiment) -> tuple[float, float, float]:
    data = experiment.data
    return data.train, data.validation, data.test


def test_where_there_are_rows_for_all_none_gives_way() -> None:
    new, gave_way = resized(small(), "data.train", 1000, 1797)
    assert sizes(new) == (1000, 0, 40)
    assert not gave_way


def test_where_there_are_too_few_the_others_give_way() -> None:
    new, gave_way = resized(small(), "data.train", 1790, 1797)
    assert sizes(new) == (1790, 0, 7)
    assert gave_way


@pytest.mark.parametrize("rows", [0, 100])
def test_a_toy_has_as_many_rows_as_are_asked_for(rows: int) -> None:
    toy = small(
        data={"source": "spiral", "classes": 2, "train": 60, "test": 40}, layers=[{"kind": "dense", "units": 2}]
    )
    new, gave_way = resized(toy, "data.test", 5000, rows)
    assert sizes(new) == (60, 0, 5000)
    assert not gave_way


@pytest.mark.parametrize("pictures", [False, None])
def test_rows_that_are_no_pictures_any_more_are_not_changed_as_such(tmp_path: Path, pictures: bool | None) -> None:
    path = tmp_path / "t.csv"
    rows = [",".join(str(row * place % 7) for place in range(1, 17)) + f",{row % 2}" for row in range(40)]
    path.write_text("\n".join([",".join([*(f"x{place}" for place in range(1, 17)), "y"]), *rows]))
    data = {"source": str(path), "label": "y", "train": 20, "test": 10, "augmentation": {"shift": 1}}
    old = small(data=data, layers=[{"kind": "dense", "units": 2}])
    new = edited(old, "data.pictures", pictures)
    assert fitted(new, old, load_table(new.data)).data.augmentation.is_on is (pictures is None)


def test_where_columns_are_parted_otherwise_the_names_are_looked_for_anew() -> None:
    """The line that was found may be a title then; where only decimals are others, it stays."""
    of_file = DataSpec(source="t.csv", separator=",", names_line=1, decimal=".")
    assert wanted(of_file, of_file.model_copy(update={"separator": ";"})).names_line is None
    assert wanted(of_file, of_file.model_copy(update={"decimal": ","})).names_line == 1
    assert wanted(of_file, of_file.model_copy(update={"names_line": 3, "header": True})).names_line == 3
