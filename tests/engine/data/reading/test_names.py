"""The names of a file's columns, without reading the file."""

import gzip

import pytest

from engine.data.reading.names import column_names

LONG = "무게;종류\n" + "1,5;고양이\n" * 40_000
"""Longer than what is looked at, so that it is cut off within a line, and in most encodings within a letter."""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_start_of_a_long_file_is_enough(tmp_path, encoding, pack):
    path = tmp_path / "my.csv"
    path.write_bytes(pack(LONG.encode(encoding)))
    assert column_names(str(path)) == ("무게", "종류")


@pytest.mark.parametrize("content", [b"", b"\0\0\x08\x03", b"\x89PNG\r\n\x1a\n\0"])
def test_none_where_there_are_none_to_read(tmp_path, content):
    path = tmp_path / "my.csv"
    path.write_bytes(content)
    assert column_names(str(path)) == ()


@pytest.mark.parametrize("source", ["nowhere.csv", "a\0b.csv", "~nobody-of-that-name/a.csv", "x" * 5000])
def test_none_where_there_is_no_file(source):
    assert column_names(source) == ()
