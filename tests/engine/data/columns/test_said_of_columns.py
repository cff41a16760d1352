"""What is said of columns: by which names they may be called, and what becomes of values that are of no such kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.data import Table, load_table
from engine.data.columns.found.unread import unread_in
from engine.data.columns.refused import RefusedTableError
from engine.data.spec import DataSpec
from engine.errors import DataError

ROWS = [("male", "1", "2020-01-24", "a"), ("female", "2", "x", "b"), ("male", "oops", "2021-05-12", "a")] * 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "boat.csv"
    found.write_text("\n".join(map(",".join, [("Sex", "n", "Boarded", "t"), *ROWS])))
    return found


def read(path: Path, **columns: dict[str, Any]) -> Table:
    return load_table(DataSpec.model_validate({"source": str(path), "label": "t", "columns": columns}))


def test_case_and_blanks_of_a_name_do_not_matter(path: Path) -> None:
    table = read(path, **{" sex": {"role": "ignored"}})
    assert table.feature_names == ("n", "Boarded")
    assert table.as_read is not None
    assert list(table.as_read.columns) == ["Sex"]


def test_of_two_ways_to_write_a_name_the_later_one_adds_and_wins(path: Path) -> None:
    table = read(path, Sex={"kind": "yes_no", "missing": "drop"}, SEX={"kind": "category"})
    assert table.as_read is not None
    said = table.as_read.columns["Sex"]
    assert (said.kind, said.missing) == ("category", "drop")


def test_a_label_that_is_named_in_other_letters(path: Path) -> None:
    assert read(path, SEX={"role": "label"}).classes == ("female", "male")


def test_a_column_that_is_not_there(path: Path) -> None:
    with pytest.raises(
        RefusedTableError, match=r"boat\.csv has no column bord, .* the nearest name is Boarded\."
    ) as error:
        read(path, bord={"role": "ignored"}, Sex={"role": "ignored"})
    assert list(error.value.spec.columns) == ["Sex"], "the rest stands when it is mended"


@pytest.mark.parametrize(("kind", "what"), [("number", "numbers"), ("date", "dates")])
def test_words_are_of_no_such_kind(path: Path, kind: str, what: str) -> None:
    with pytest.raises(DataError, match=rf"12 of 12 values of Sex are no {what} \((fe)?male\)"):
        read(path, Sex={"kind": kind})


def test_some_values_that_cannot_be_read_are_told(path: Path) -> None:
    table = read(path, n={"kind": "number"}, Boarded={"kind": "date"}, Sex={"role": "ignored"})
    assert table.findings is not None
    told = [str(note) for note in table.findings.notes]
    assert "4 of 12 values of n are no numbers, such as oops: they count as missing." in told
    assert "4 of 12 values of Boarded are no dates, such as x: they count as missing." in told
    assert table.sheet is not None
    words = table.sheet.column("n")
    assert unread_in(words, "number").tolist() == [n == "oops" for _, n, _, _ in ROWS]
    assert not unread_in(words, "category").any()
