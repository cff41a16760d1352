"""CIFAR-10's binary format: bytes laid down by hand, and what is wrong with files that are not so."""

from __future__ import annotations

import gzip
import pickle
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


def test_a_folder_is_opened_whole_training_batches_first(tmp_path: Path) -> None:
    names = ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(b"".join(picture(number, place, 0, number) for place in range(2)))
    (tmp_path / "readme.html").write_text("<html>")
    (tmp_path / "batches.meta.txt").write_text("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n")
    assert holds_pictures(tmp_path)
    table = read(tmp_path)
    assert table.labels.tolist() == [0, 0, 1, 1, 2, 2]
    assert table.features[:, 0].tolist() == [0, 1, 0, 1, 0, 1]
    assert table.features[:, 2].tolist() == [0, 0, 1, 1, 2, 2]
    assert (table.name, table.classes, table.is_colored) == (tmp_path.name, tuple("abcdefghij"), True)
    assert table.findings is not None
    assert str(table.findings.notes[0]).startswith("Rows of data_batch_1.bin, data_batch_2.bin, test_batch.bin are")
    (tmp_path / "batches.meta.txt").unlink()
    assert read(tmp_path).classes == CLASSES


def test_a_damaged_batch_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data_batch_1.bin").write_bytes(picture(1, 0, 0, 0))
    (tmp_path / "data_batch_2.bin").write_bytes(picture(1, 0, 0, 0)[:-1])
    assert f"{tmp_path / 'data_batch_2.bin'} has 3072 bytes" in problem(tmp_path)


class Trap:
    """A pickle that writes a file when it is opened."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


@pytest.mark.parametrize("name", ["data_batch_1", "batches.meta"])
def test_the_version_for_python_is_refused_and_never_opened(tmp_path: Path, name: str) -> None:
    folder, trap = tmp_path / "cifar-10-batches-py", tmp_path / "sprung"
    folder.mkdir()
    (folder / name).write_bytes(pickle.dumps(Trap(trap), protocol=2))
    for path in (folder, folder / name):
        said = problem(path)
        assert said.startswith(f"{path} is CIFAR-10's version for Python")
        assert "download its binary version, cifar-10-binary.tar.gz, and open the folder in it" in said
    assert not trap.exists()


def test_other_pickles_are_called_by_their_name(tmp_path: Path) -> None:
    path = tmp_path / "table.pkl"
    path.write_bytes(pickle.dumps({"a": 1}, protocol=4))
    assert "is a Python pickle file" in problem(path)
