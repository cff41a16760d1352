"""CIFAR-10's binary format: bytes laid down by hand, and what is wrong with files that are not so."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from engine.data import Table, load, load_table
from engine.data.reading import holds_pictures
from engine.data.reading.cifar import CLASSES, ROW
from engine.data.spec import DataSpec
from engine.errors import DataError


def picture(label: int, red: int, green: int, blue: int) -> bytes:
    """Its first pixel in these colours, all others black."""
    planes = (bytes([color]) + bytes(1023) for color in (red, green, blue))
    return bytes([label]) + b"".join(planes)


def read(path: Path) -> Table:
    return load_table(DataSpec(source=str(path)))


def problem(path: Path) -> str:
    with pytest.raises(DataError) as error:
        read(path)
    return str(error.value)


@pytest.mark.parametrize("name", ["data_batch_1.bin", "test_batch.bin.gz"])
def test_red_green_and_blue_stand_beside_each_other(tmp_path: Path, name: str) -> None:
    """Also where the file begins as an IDX file does."""
    content = picture(0, 0, 20, 30) + picture(9, 1, 2, 3)
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    table = read(path)
    assert table.classes == CLASSES
    assert table.labels.tolist() == [0, 9]
    assert table.features.shape == (2, 3072)
    assert table.features[:, :4].tolist() == [[0, 20, 30, 0], [1, 2, 3, 0]]
    assert (table.image_shape, table.is_colored, table.is_named) == ((32, 32), True, False)


def test_the_second_line_of_pixels(tmp_path: Path) -> None:
    """Byte 1 + 32 of a picture is the red of the first pixel of the second line."""
    row = bytearray(ROW)
    row[1 + 32] = 99
    (tmp_path / "x.bin").write_bytes(bytes(row) + picture(1, 0, 0, 0))
    assert np.argmax(read(tmp_path / "x.bin").features[0].reshape(32, 32, 3)[1, 0]) == 0
    assert read(tmp_path / "x.bin").features[0].reshape(32, 32, 3)[1, 0, 0] == 99


def test_they_are_split_as_any_rows(tmp_path: Path) -> None:
    path = tmp_path / "data_batch_1.bin"
    path.write_bytes(b"".join(picture(i % 10, 255, 0, i) for i in range(20)))
    data = load(DataSpec(source=str(path), train=12, test=8))
    assert data.train_x.shape == (12, 3072)
    assert data.train_x.max() == 1
    assert data.n_classes == 10


def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "data_batch_2.bin"
    path.write_bytes(picture(1, 0, 0, 0)[:-5])
    assert "has 3068 bytes, which is no multiple of the 3073" in problem(path)
    path.write_bytes(picture(1, 0, 0, 0) + picture(17, 0, 0, 0))
    assert "picture 2 is of class 17" in problem(path)
    path.write_bytes(b"")
    assert problem(path).endswith("is empty.")
    path.write_bytes(picture(1, 0, 0, 0))
    with pytest.raises(DataError, match="numbers"):
        load_table(DataSpec(source=str(path), task="numbers"))


def test_a_table_may_have_such_a_name(tmp_path: Path) -> None:
    path = tmp_path / "table.bin"
    path.write_text("a,label\n" + "1,x\n2,y\n" * 5)
    assert read(path).feature_names == ("a",)
    assert not holds_pictures(path)
    path.write_bytes(picture(9, 0, 0, 0))
    assert holds_pictures(path)
