"""Columns of one file with points before decimals in some and between thousands in others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load_table
from engine.data.dataset import Table
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions, Words
from engine.data.spec import DataSpec
from engine.data.text.marks import example_of_either, own_mark

SMALL = ["687.335", "958.209", "387.266", "901.100", "123.456", "850.030"]


def read(tmp_path: Path, lines: list[str], options: SheetOptions | None = None) -> Sheet:
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_sheet(path, options or SheetOptions())


def loaded(tmp_path: Path, lines: list[str], **said: object) -> Table:
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    given = {"source": str(path), "label": "price", "lines_left_out": None, **said}
    return load_table(DataSpec.model_validate(given), is_new=True)


def numbers_of(sheet: Sheet, name: str) -> list[float]:
    column = sheet.column(name)
    assert not isinstance(column, Words)
    return column.astype(float).tolist()


@pytest.mark.parametrize(
    ("texts", "usual", "mark"),
    [
        (["687.335", "1.038.483"], ".", ","),
        (["687.335 €", "1.038.483 €"], ".", ","),
        (["5.25", "1.038.483", "6.5"], ".", "."),
        (["687.335"], ".", "."),
        (["687.335"], ",", ","),
        (["5.0", "7.25"], ",", "."),
        (["1,038,483"], ",", "."),
        (["192.168.100.101", "192.168.100.200"], ".", "."),
        (["687.335,17 €"], ".", ","),
        (["red, 1.5", "green"], ".", "."),
    ],
)
def test_a_column_keeps_the_usual_mark_unless_it_cannot_be_read_so(texts: list[str], usual: str, mark: str) -> None:
    assert own_mark(texts, "," if usual == "," else ".") == mark


def test_which_points_may_stand_between_thousands() -> None:
    assert example_of_either(["850", *SMALL]) == "687.335"
    assert example_of_either([f"{text} €" for text in SMALL]) == "687.335 €"
    assert not example_of_either(["0.123", *SMALL])
    assert not example_of_either(["5.25", *SMALL])
    assert not example_of_either(["1200", *SMALL])


@pytest.mark.parametrize("behind", ["", " €"])
@pytest.mark.parametrize("at", [3, 1000])
def test_two_points_say_how_all_numbers_of_their_column_are_read(tmp_path: Path, behind: str, at: int) -> None:
    """Also where they come after the rows that are looked at first, and other columns have decimals with points."""
    prices = [f"{SMALL[row % len(SMALL)]}{behind}" for row in range(1200)]
    prices[at] = f"1.038.483{behind}"
    sheet = read(tmp_path, ["rooms;town;price", *(f"{row % 7}.5;{'abc'[row % 3]};{p}" for row, p in enumerate(prices))])
    found = numbers_of(sheet, "price")
    assert (found[0], found[at]) == (687335, 1038483)
    assert not np.isnan(found).any()
    assert numbers_of(sheet, "rooms")[:2] == [0.5, 1.5]
    assert sheet.decimals == {"price": ","}
    assert any("Column price has other marks in its numbers" in str(remark) for remark in sheet.writing.remarks)


def test_numbers_to_learn_are_read_so_and_again_as_the_experiment_says_it(tmp_path: Path) -> None:
    prices = [687_335 + 4001 * place for place in range(100)]
    lines = ["rooms;price", *(f"{price % 5}.5;{f'{price:,}'.replace(',', '.')} €" for price in prices)]
    table = loaded(tmp_path, lines)
    assert table.labels.tolist() == prices
    assert table.as_read is not None
    assert table.as_read.task == "numbers"
    again = load_table(table.as_read)
    assert again.labels.tolist() == table.labels.tolist()


@pytest.mark.parametrize("behind", ["", " €"])
def test_points_that_may_be_either_are_told_with_a_button_that_reads_them_the_other_way(
    tmp_path: Path, behind: str
) -> None:
    lines = ["rooms;price", *(f"{row % 5}.5;{text}{behind}" for row, text in enumerate(SMALL * 4))]
    table = loaded(tmp_path, lines)
    assert table.findings is not None
    assert table.as_read is not None
    told = next(note for note in table.findings.notes if "between thousands" in str(note))
    number = "123.456" if behind else "687.335"
    assert str(told).endswith(f"{number}{behind} is read as {number}, not {number.replace('.', '')}.")
    assert told.mend is not None
    assert told.mend.edits == (("data.decimal", ","),)
    assert told.gravity == 1
    other = load_table(table.as_read.model_copy(update={"decimal": ","}))
    assert (table.labels[0], other.labels[0]) == (np.float32(687.335), 687335)
    assert other.features[:3, 0].tolist() == table.features[:3, 0].tolist()


def test_points_that_can_only_stand_before_decimals_are_not_asked_about(tmp_path: Path) -> None:
    for cell in ("0.125", "5.25", "1687.335"):
        rows = [*SMALL * 60, cell]  # behind those that are looked at first
        sheet = read(tmp_path, ["a;price", *(f"{row};{text}" for row, text in enumerate(rows))])
        assert not sheet.either_marks


def test_other_rows_are_read_with_the_mark_that_their_column_had(tmp_path: Path) -> None:
    prices = [*SMALL, "1.038.483"]
    lines = ["rooms;price;y", *(f"{row % 5}.5;{text};{row}" for row, text in enumerate(prices * 4))]
    columns = loaded(tmp_path, lines, label="y").columns
    assert [column.decimal for column in columns] == [".", ","]
    marks = (("rooms", "."), ("price", ","))
    other = read(tmp_path, ["rooms;price", "1.5;687.335", "2.5;958.209"], SheetOptions(usual_marks=tuple(marks)))  # type: ignore[arg-type]
    assert numbers_of(other, "price") == [687335, 958209]
    assert numbers_of(other, "rooms") == [1.5, 2.5]
