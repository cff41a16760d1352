"""Lines above a table: none that is a row is taken for one."""

from __future__ import annotations

from pathlib import Path

from engine.data.reading import read_sheet


def test_a_first_row_of_holes_and_a_decimal_comma_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_bytes(b"0,5;;;\r\n" + b"0,5;1;2;3\r\n" * 5)
    sheet = read_sheet(path)
    assert sheet.n_rows == 6
    assert sheet.writing.header is False
