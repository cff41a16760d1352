"""Files that are no table: what they are is said, and what can be read."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.errors import DataError

STARTS = {
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "JPEG": b"\xff\xd8\xff\xe0" + bytes(100),
    "PDF": b"%PDF-1.7\n" + bytes(100),
    "HTML": b"\xef\xbb\xbf \n<!DOCTYPE html>\n<html><body>1,2,3</body></html>\n",
}


@pytest.mark.parametrize("name", STARTS)
def test_a_file_of_another_kind_is_called_by_its_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(STARTS[name])
    with pytest.raises(DataError, match=f"rows.csv is a {name} file: rows are read from tables"):
        load_table(DataSpec(source=str(path)))


def test_an_archive_is_to_be_unpacked_first(tmp_path: Path) -> None:
    """As CIFAR-10 is downloaded."""
    path = tmp_path / "cifar-10-binary.tar.gz"
    (tmp_path / "batches.meta.txt").write_text("airplane")
    with tarfile.open(path, "w:gz") as archive:
        archive.add(tmp_path / "batches.meta.txt", "cifar-10-batches-bin/batches.meta.txt")
    with pytest.raises(DataError, match="is a tar archive: unpack it first, and open the file or the folder in it"):
        load_table(DataSpec(source=str(path)))


def test_what_office_programs_write_is_a_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(DataError, match=r"table\.xlsx is no Excel file"):
        load_table(DataSpec(source=str(path)))


def test_a_table_that_begins_like_one_is_read(tmp_path: Path) -> None:
    """Words that a format begins with may be the heading of a column."""
    path = tmp_path / "rows.csv"
    path.write_text("PAR,GIF,label\n" + "1,2,a\n3,4,b\n" * 3)
    assert load_table(DataSpec(source=str(path))).feature_names == ("PAR", "GIF")
