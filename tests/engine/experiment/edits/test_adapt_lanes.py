"""Lanes that go over to other rows with what they set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.data import Table, load_table, split
from engine.data.spec import DataSpec
from engine.experiment.edits.adapt import with_classes_of, with_data, with_name_of
from engine.experiment.edits.adapt_lanes import with_lanes_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.starter import starter
from engine.experiment.experiment import Experiment, parse
from engine.train.fit import check_lanes_fit


def _table(folder: Path, label: str = "label", rows: int = 40) -> Table:
    path = folder / "other.csv"
    lines = [f"{row * 5 % 11},{row * row % 7},{'xyz'[row % 3]},{row * 1.37:.2f}" for row in range(rows)]
    path.write_text("\n".join(["a,b,label,price", *lines]) + "\n")
    return load_table(DataSpec(source=str(path), label=label), is_new=True)


def _with(lanes: list[dict[str, Any]], **data: Any) -> Experiment:
    spec = DataSpec(source="german.csv", train=60, test=20, validation=20)
    made = starter(spec, n_outputs=2).to_dict()
    named = [{"name": f"lane {place}", "set": settings} for place, settings in enumerate(lanes)]
    return parse({**made, "data": {**made["data"], **data}, "lanes": named})


def _moved(old: Experiment, table: Table) -> Experiment:
    assert table.as_read is not None
    return with_classes_of(with_lanes_of(with_data(old, table.as_read), table), table)


def test_folds_are_cut_of_the_other_rows_too(tmp_path: Path) -> None:
    table = _table(tmp_path)
    old = _with([{"data.fold": fold} for fold in range(1, 6)], folds=5)
    moved = _moved(old, table)
    assert [lane.set for lane in moved.lanes] == [lane.set for lane in old.lanes]
    assert (moved.data.folds, moved.data.validation) == (5, 0)
    check_lanes_fit(moved, split(table, moved.data))


def test_more_folds_than_rows_are_left_out(tmp_path: Path) -> None:
    moved = _moved(_with([{"data.fold": fold} for fold in range(1, 31)], folds=30), _table(tmp_path, rows=20))
    assert (moved.data.folds, [(lane.name, lane.set) for lane in moved.lanes]) == (None, [("Lane 1", {})])


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ({"data.inputs": ["Zimmer * 2"], "seed": 3}, {"seed": 3}),
        ({"data.inputs": ["a * b"], "seed": 3}, {"data.inputs": ("a * b",), "seed": 3}),
        ({"loss": "softmax_cross_entropy", "seed": 3}, {"seed": 3}),
        ({"data.augmentation.shift": 2, "seed": 3}, {"seed": 3}),
        ({"layers.2.units": 2, "layers.0.units": 9}, {"layers.0.units": 9}),
    ],
)
def test_what_the_rows_cannot_have_is_left_out(tmp_path: Path, settings: Any, kept: Any) -> None:
    table = _table(tmp_path, label="price")
    moved = _moved(_with([{}, settings]), table)
    assert [lane.set for lane in moved.lanes] == [{}, kept]
    check_lanes_fit(moved, split(table, moved.data))


def test_a_name_that_was_the_files_follows_the_file(tmp_path: Path) -> None:
    table = _table(tmp_path)
    old = _with([{}])
    assert with_name_of(_moved(old, table), old).name == "other"
    mine = old.model_copy(update={"name": "mine"})
    assert with_name_of(_moved(mine, table), mine).name == "mine"


def test_a_toy_between_two_files_does_not_keep_its_name(tmp_path: Path) -> None:
    table = _table(tmp_path)
    first = _with([{}])
    toy = with_name_of(edited(first, "data.source", "circle"), first)
    assert toy.name == "circle"
    assert with_name_of(_moved(toy, table), toy).name == "other"
    preset = toy.model_copy(update={"name": "spiral", "data": DataSpec(source="spiral")})
    assert with_name_of(edited(preset, "data.source", "circle"), preset).name == "spiral", "no file is about it"
