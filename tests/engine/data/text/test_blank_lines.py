"""Lines of separators alone, as spreadsheets write them: no rows at the end of a table, and no record is lost
without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import Table, load_table
from engine.data.new_file import of_new_file
from engine.data.reading import read_sheet
from engine.data.spec import DataSpec
from engine.data.text.detection.blank_lines import end_of_rows

ROWS = [f"{k / 4};{'ab'[k % 2]};{'yn'[k % 3 == 0]}" for k in range(30)]
AT_END = "Lines at the end that have separators alone are no rows: {}, from line {} on."


def table(path: Path, *lines: str, end: str = "\n") -> Table:
    path.write_bytes((end.join(["x;kind;class", *lines]) + end).encode())
    return load_table(of_new_file(str(path), "class"), is_new=True)


def told(found: Table) -> list[str]:
    assert found.findings is not None
    return [str(note) for note in found.findings.notes]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("blank", [[";;"], [";;", ";;", "", " ; ; "], [";;"] * 40_000])
def test_at_the_end_they_are_no_rows_and_that_is_told(tmp_path: Path, blank: list[str], end: str) -> None:
    found = table(tmp_path / "t.csv", *ROWS, *blank, end=end)
    assert found.sheet is not None
    assert found.sheet.n_rows == found.n_rows == 30
    count = sum(1 for line in blank if line)
    assert [text for text in told(found) if "separators" in text] == [AT_END.format(count, 32)]


def test_the_sum_before_them_is_none_either(tmp_path: Path) -> None:
    total = sum(k / 4 for k in range(30))
    lines = ["x;n;class", *(f"{k};{k / 4};{'ab'[k % 2]}" for k in range(30)), ";;", f"Total;{total};", ";;"]
    (tmp_path / "t.csv").write_text("\n".join(lines), encoding="utf-8")
    found = load_table(of_new_file(str(tmp_path / "t.csv"), "class"), is_new=True)
    assert found.n_rows == 30
    assert [text for text in told(found) if "ine" in text] == [
        AT_END.format(1, 34),
        "Line 32 is left out, for it has separators alone.",
        f"Line 33 is left out, for it gives sums or means of the rows: Total, {total}.",
    ]
    assert found.as_read is not None
    again = load_table(found.as_read)
    assert again.features.tolist() == found.features.tolist()


def test_between_blocks_they_are_left_out_and_counted(tmp_path: Path) -> None:
    found = table(tmp_path / "t.csv", *ROWS[:10], ";;", *ROWS[10:20], ";;", ";;", *ROWS[20:])
    assert found.n_rows == 30
    assert "Rows left out, because no cell of them has a value: 3, the first in line 12." in told(found)
    assert not any("must have is missing" in text for text in told(found))
    found = table(tmp_path / "t.csv", *ROWS[:10], ";;", "1;a;", *ROWS[10:])
    assert "Rows left out, because a value that they must have is missing: 1." in told(found)


def test_above_the_table_they_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("\n".join([";;", "x;kind;class", *ROWS]), encoding="utf-8")
    assert not any("above" in text for text in told(load_table(of_new_file(str(tmp_path / "t.csv")), is_new=True)))


def test_rows_without_a_value_stay_where_they_may_be_meant(tmp_path: Path) -> None:
    """In a single column, in the middle of rows that are to be answered, and beside quotation marks."""
    (tmp_path / "one.csv").write_text('x\n1.5\n2.5\n""\n', encoding="utf-8")
    assert read_sheet(tmp_path / "one.csv").n_rows == 3
    (tmp_path / "t.csv").write_text("x;y\n1.5;2\n;\n2.5;3\n;\n", encoding="utf-8")
    sheet = read_sheet(tmp_path / "t.csv")
    assert (sheet.n_rows, sheet.line_of(2)) == (3, 4)
    assert [str(remark) for remark in sheet.writing.remarks] == [AT_END.format(1, 5)]
    (tmp_path / "t.csv").write_text('x;y\n1.5;2\n2.5;3\n"";""\n', encoding="utf-8")
    assert read_sheet(tmp_path / "t.csv").n_rows == 3


def test_a_row_whose_last_cells_are_missing_is_one(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x;y;z\n1;2;3\n4;;\n", encoding="utf-8")
    assert read_sheet(tmp_path / "t.csv").n_rows == 2
    assert load_table(DataSpec(source=str(tmp_path / "t.csv"), label="x")).n_rows == 2


def test_where_rows_end() -> None:
    assert end_of_rows(b"a;b\n1;\n;\n;\n", 4, ";") == 7
    assert end_of_rows(b"a;b\n1;", 4, ";") == 6
    assert end_of_rows(b"a;b\n;\n;\n", 4, ";") == 8  # no rows at all: somebody else says so
    assert end_of_rows(b"a b\n1 2\n \n", 4, " ") == 10
    assert end_of_rows(b"a;b\n1;2\n\n\n", 4, ";") == 10  # blank lines are none anyway
    assert end_of_rows(b"a;b\n1;2\n" + b";\n" * 10**6, 4, ";") == 8


def test_a_last_row_of_which_only_the_label_is_known_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b,c\n1,2,x\n3,4,y\n5,6,y\nNA,NA,z\n", encoding="utf-8")
    assert read_sheet(tmp_path / "t.csv").n_rows == 4
