"""Names that mean the same in two files, and rows that are read for a model: just its columns, one class or row too."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import load_table
from engine.data.matching import finder, folded_class, places_of
from engine.data.spec import DataSpec
from engine.errors import DataError


def test_case_and_surrounding_blanks_do_not_matter() -> None:
    assert places_of(["Sepal length", "width"], ["id", " WIDTH ", "sepal length"]) == [2, 1]
    assert places_of(["STRASSE"], ["straße"]) == [0]
    assert places_of(["a b"], ["ab"]) == [None]


def test_what_could_be_two_things_is_neither_but_the_very_same_name_is_always_found() -> None:
    assert places_of(["a"], ["A", "a "]) == [None]
    assert places_of(["a"], ["A", "a"]) == [1]
    assert places_of(["A", "a"], ["a", "b"]) == [None, 0], "one column cannot be two"
    assert places_of(["A", "a"], ["a", "A"]) == [1, 0]


@given(st.lists(st.text(max_size=4), unique=True, max_size=8))
def test_the_same_names_in_any_order_are_all_found(names: list[str]) -> None:
    shuffled = sorted(names)
    assert [shuffled[place] for place in places_of(names, shuffled) if place is not None] == names


@pytest.mark.parametrize(("written", "place"), [("3", 0), ("3.0", 0), ("03", 0), (" Three ", 1), ("4", None)])
def test_classes_may_be_numbers(written: str, place: int | None) -> None:
    assert finder(("3", "three"), folded_class)(written) == place


def test_numbers_beyond_what_is_exact_stay_apart() -> None:
    assert finder((str(2**53), str(2**53 + 2)), folded_class)(str(2**53 + 1)) is None


# --- reading ----------------------------------------------------------------------------------------------------------


def last_two(name: str, found: tuple[str, ...]) -> list[int]:
    return [len(found) - 1, len(found) - 2]


@pytest.mark.parametrize("number", ["1", "1.5"])
def test_only_the_chosen_columns_are_read_in_their_order(tmp_path: Path, number: str) -> None:
    """Whole numbers alone go another way, unless something else stands in a column that is not wanted."""
    for extra in ("7", "a word", ""):
        rows = f"{extra},{number},5,2\n{extra},3,5,4\n"
        (tmp_path / "rows.csv").write_text(f"id,p,Label,q\n{rows}")
        table = load_table(DataSpec(source=str(tmp_path / "rows.csv"), label="label"), choose=last_two)
        np.testing.assert_array_equal(table.features, np.array([[2, float(number)], [4, 3]], np.float32))
        assert (table.feature_names, table.classes) == (("q", "p"), ("5",))


def test_what_is_learned_from_still_needs_two_classes_and_its_label_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("p,Label\n1,a\n2,a\n")
    for label in ("Label", "label"):
        with pytest.raises(DataError):
            load_table(DataSpec(source=str(tmp_path / "rows.csv"), label=label))


def test_a_bad_cell_is_named_by_its_own_column(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("id,p,label,q\nx,1,a,2\ny,1,a,zwei\n")
    with pytest.raises(DataError, match="line 3, column q: zwei is not a number"):
        load_table(DataSpec(source=str(tmp_path / "rows.csv")), choose=last_two)


def test_pictures_of_one_class_are_enough_to_be_used(tmp_path: Path) -> None:
    images = struct.pack(">4I", 0x803, 3, 2, 2) + bytes(range(12))
    (tmp_path / "images-idx3-ubyte.gz").write_bytes(gzip.compress(images))
    (tmp_path / "labels-idx1-ubyte.gz").write_bytes(gzip.compress(struct.pack(">2I", 0x801, 3) + bytes([7, 7, 7])))
    spec = DataSpec(source=str(tmp_path / "images-idx3-ubyte.gz"))
    table = load_table(spec, choose=last_two)
    assert (table.classes, table.is_named) == (("7",), False)
    with pytest.raises(DataError, match="every row has the same label"):
        load_table(spec)
