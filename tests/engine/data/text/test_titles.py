"""Lines above a table: none that is a row is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.reading import read_sheet
from engine.data.sheet import Sheet

SHOPS = "".join(f"shop {i},{i}.5,{i * 7 % 11},{i * 5 % 13},{'ABC'[i % 3]}\n" for i in range(1, 13))


def read(folder: Path, text: str) -> Sheet:
    path = folder / "my.csv"
    path.write_text(text, encoding="utf-8")
    return read_sheet(path)


def test_a_first_row_of_holes_and_a_decimal_comma_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_bytes(b"0,5;;;\r\n" + b"0,5;1;2;3\r\n" * 5)
    sheet = read_sheet(path)
    assert sheet.n_rows == 6
    assert sheet.writing.header is False


@pytest.mark.parametrize(
    "above",
    [
        "Sales of 2024,,,,\nMade by: Ann,,Unit: EUR,,\n\n",
        "Sales of 2024,,,,\nMade by: Ann,,Unit: EUR,,\n,,,,\n",
        "Made by: Ann,,Unit: EUR,,\n",
        "Made by,Ann,,On,2024-05-01\nOffice,7,,,\n\n",
    ],
)
def test_notes_of_several_cells_above_the_names_are_no_part_of_them(tmp_path: Path, above: str) -> None:
    sheet = read(tmp_path, above + "shop,area,staff,sales,grade\n" + SHOPS)
    assert (sheet.names, sheet.n_rows) == (("shop", "area", "staff", "sales", "grade"), 12)
    assert sheet.writing.lines_left_out == ()
    assert any("above the table" in str(remark) for remark in sheet.writing.remarks)


@pytest.mark.parametrize("gap", ["", "\n"])
def test_names_above_names_are_none_of_them(tmp_path: Path, gap: str) -> None:
    sheet = read(tmp_path, f"Who,How,,,Grade\n,area,staff,sales,\n{gap}" + SHOPS)
    assert sheet.names == ("Who", "How area", "How staff", "How sales", "Grade")
