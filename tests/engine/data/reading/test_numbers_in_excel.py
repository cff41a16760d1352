"""Numbers that are texts in an Excel file, as people of many countries write them, beside real ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load_table
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions, Words
from engine.data.spec import DataSpec

Rows = list[list[object]]
NUMBERS = [687335.17 + 40_010.25 * place for place in range(40)]


def book(tmp_path: Path, rows: Rows) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    path = tmp_path / "houses.xlsx"
    made.save(path)
    return path


def german(number: float, decimals: int = 2) -> str:
    return f"{number:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def numbers_of(sheet: Sheet, name: str) -> list[float]:
    column = sheet.column(name)
    assert not isinstance(column, Words)
    return column.astype(float).tolist()


@pytest.mark.parametrize("written", ["{} €", "{}", "€ {}"])
def test_texts_with_a_comma_are_numbers_beside_real_ones_with_a_point(tmp_path: Path, written: str) -> None:
    rows: Rows = [[20.125 + place, written.format(german(number))] for place, number in enumerate(NUMBERS)]
    sheet = read_sheet(book(tmp_path, [["area", "price"], *rows]))
    assert numbers_of(sheet, "price") == NUMBERS
    assert numbers_of(sheet, "area") == [20.125 + place for place in range(40)]
    assert not sheet.either_marks
    assert sheet.writing.decimal == ","


def test_a_line_of_units_is_no_row_and_the_numbers_are_learned(tmp_path: Path) -> None:
    rows: Rows = [
        [f"{german(20.5 + place, 1)} m²", place % 7, "Köln", f"{german(number)} €"]
        for place, number in enumerate(NUMBERS)
    ]
    path = book(tmp_path, [["List"], ["area", "rooms", "town", "price"], ["m²", "", "", "€"], *rows])
    spec = DataSpec(source=str(path), label="price", lines_left_out=None)
    table = load_table(spec, is_new=True)
    assert table.as_read is not None
    assert (table.as_read.task, table.as_read.decimal, table.as_read.lines_left_out) == ("numbers", ",", (3,))
    assert table.labels.tolist() == np.float32(NUMBERS).tolist()
    assert load_table(table.as_read).labels.tolist() == table.labels.tolist()


def test_a_real_number_among_texts_counts_as_it_is(tmp_path: Path) -> None:
    rows: Rows = [[place, german(number)] for place, number in enumerate(NUMBERS)]
    rows[5][1], rows[6][1], rows[7][1] = 1.5, 1234.125, 7
    found = numbers_of(read_sheet(book(tmp_path, [["n", "price"], *rows])), "price")
    assert found[4:9] == [NUMBERS[4], 1.5, 1234.125, 7, NUMBERS[8]]


def test_texts_that_may_be_either_are_asked_about_and_real_numbers_are_not(tmp_path: Path) -> None:
    rows: Rows = [[1.125 + place, f"{200 + place}.{335 + place} €"] for place in range(40)]
    path = book(tmp_path, [["area", "price"], *rows])
    sheet = read_sheet(path)
    assert sheet.either_marks == {"price"}
    (told,) = [remark for remark in sheet.writing.remarks if "between thousands" in str(remark)]
    assert told.mend is not None
    assert told.mend.edits == (("data.decimal", ","),)
    said = read_sheet(path, SheetOptions(decimal=","))
    assert numbers_of(said, "price")[:2] == [200335, 201336]
    assert numbers_of(said, "area")[:2] == [1.125, 2.125]


def test_sums_below_are_found_whatever_the_mark(tmp_path: Path) -> None:
    rows: Rows = [[20.5 + place, german(number)] for place, number in enumerate(NUMBERS)]
    sheet = read_sheet(book(tmp_path, [["area", "price"], *rows]), SheetOptions(lines_left_out=None))
    assert sheet.n_rows == 40
    total: Rows = [[sum(20.5 + place for place in range(40)), german(sum(NUMBERS))]]
    with_total = read_sheet(book(tmp_path, [["area", "price"], *rows, *total]), SheetOptions(lines_left_out=None))
    assert with_total.n_rows == 40
