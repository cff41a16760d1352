"""A test row that was looked at is known again by its place in the file, whatever rows are left out beside it."""

from __future__ import annotations

from pathlib import Path

from engine.data import load
from engine.data.spec import ColumnSpec, DataSpec
from engine.train.looks import Looks, Seen


def test_rows_are_known_again_where_others_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    rows = [f"{i},{i * i % 7},{'ab'[i % 2]}" for i in range(20)]
    rows[3], rows[5] = ",1,b", rows[4]
    path.write_text("x,y,label\n" + "\n".join(rows) + "\n")
    whole = DataSpec(source=str(path), train=6, validation=4, test=5)  # rows 10 to 14 of the file test
    looks = Looks()
    looks.add(whole, load(whole), 1)
    less = whole.model_copy(update={"leave_out_repeats": True, "columns": {"x": ColumnSpec(missing="drop")}})
    assert load(less).test_places is not None
    assert list(load(less).test_places) == [12, 13, 14, 15, 16], "two rows above them are left out"
    assert looks.at(less, load(less)) == Seen(1, 3)
    ignored = whole.model_copy(update={"columns": {"y": ColumnSpec(role="ignored")}, "scaling": "standard"})
    assert looks.at(ignored, load(ignored)) == Seen(1)
    other = whole.model_copy(update={"label": "y"})
    assert looks.at(other, load(other)) == Seen(0), "how well another thing is learned was never shown"
    by_role = whole.model_copy(update={"columns": {"y": ColumnSpec(role="label")}})
    assert load(by_role).target_name == "y"
    assert looks.at(by_role, load(by_role)) == Seen(0), "nor where a column's role says that it is learned"
