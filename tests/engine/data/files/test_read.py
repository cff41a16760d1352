from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.files import read
from engine.data.files.read import read_whole


@pytest.mark.parametrize("size", [11, 12, 4096])
def test_a_large_file_is_read_in_parts(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_WORTH_THREADS", 10)
    path = tmp_path / "my.csv"
    path.write_bytes(bytes(byte % 251 for byte in range(size)))
    assert read_whole(path) == path.read_bytes()


def test_what_is_left_of_a_file_that_was_cut_meanwhile_is_read(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_bytes(b"a,b\n1,2\n")
    assert read._read_side_by_side(path, 100) is None
