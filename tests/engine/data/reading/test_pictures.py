"""Folders of pictures, a folder a class."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import CancelledError, Table, load_table
from engine.data.reading import pictures
from engine.data.spec import DataSpec
from engine.errors import DataError

Image = pytest.importorskip("PIL.Image")


def picture(path: Path, pixels: Any, **options: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.array(pixels, np.uint8)).save(path, **options)


def read(folder: Path, **options: Any) -> Table:
    return load_table(DataSpec(source=str(folder)), **options)


def problem(folder: Path) -> str:
    with pytest.raises(DataError) as error:
        read(folder)
    return str(error.value)


def test_each_folder_is_a_class(tmp_path: Path) -> None:
    picture(tmp_path / "dog" / "1.png", [[0, 255], [10, 20]])
    picture(tmp_path / "cat" / "b.bmp", [[1, 2], [3, 4]])
    picture(tmp_path / "cat" / "a.PNG", [[5, 6], [7, 8]])
    (tmp_path / "cat" / "notes.txt").write_text("not a picture")
    (tmp_path / ".hidden").mkdir()
    table = read(tmp_path)
    assert table.classes == ("cat", "dog")
    assert table.labels.tolist() == [0, 0, 1]
    assert table.features.tolist() == [[5, 6, 7, 8], [1, 2, 3, 4], [0, 255, 10, 20]]
    assert (table.image_shape, table.feature_names[0], table.is_named) == ((2, 2), "pixel0", False)


def test_colour_becomes_grey_and_all_get_the_size_of_most(tmp_path: Path) -> None:
    for index in range(3):
        picture(tmp_path / "a" / f"{index}.png", np.full((2, 4, 3), [255, 0, 0]))
    picture(tmp_path / "b" / "large.jpg", np.full((20, 40), 100), quality=95)
    table = read(tmp_path)
    assert table.image_shape == (2, 4)
    np.testing.assert_allclose(table.features[0], 0.299 * 255, atol=1)  # ITU-R 601
    np.testing.assert_allclose(table.features[3], 100, atol=2)
    assert table.findings is not None
    assert str(table.findings.notes[0]) == "All pictures are brought to 4 × 2 pixels."


def test_colour_stays_where_it_is_asked_for(tmp_path: Path) -> None:
    picture(tmp_path / "a" / "1.png", [[[255, 0, 9], [1, 2, 3]]])
    picture(tmp_path / "b" / "2.png", [[7, 8]])
    table = load_table(DataSpec(source=str(tmp_path), color=True))
    assert table.features.tolist() == [[255, 0, 9, 1, 2, 3], [7, 7, 7, 8, 8, 8]]
    assert (table.image_shape, table.is_colored) == ((1, 2), True)


def test_a_new_folder_is_read_in_colour_where_there_is_some(tmp_path: Path) -> None:
    """Grey pictures may be written as red, green and blue."""
    picture(tmp_path / "a" / "1.png", np.full((4, 4, 3), 80))
    picture(tmp_path / "b" / "2.png", np.full((4, 4, 3), 90))
    assert not read(tmp_path, is_new=True).is_colored
    picture(tmp_path / "b" / "3.png", np.full((4, 4, 3), [200, 10, 10]))
    assert read(tmp_path, is_new=True).is_colored
    assert not read(tmp_path).is_colored, "files written before the field was there mean grey"


def test_large_pictures_are_made_smaller(tmp_path: Path) -> None:
    for name in "ab":
        picture(tmp_path / name / "1.png", np.full((100, 400), 7))
    table = read(tmp_path)
    assert table.image_shape == (32, 128)
    assert (table.features == 7).all()


def test_parts_are_put_together(tmp_path: Path) -> None:
    for part, value in (("train", 1), ("test", 2)):
        for name in "ab":
            picture(tmp_path / part / name / "1.png", [[value]])
    table = read(tmp_path)
    assert (table.classes, table.labels.tolist()) == (("a", "b"), [0, 0, 1, 1])
    assert sorted(table.features.ravel().tolist()) == [1, 1, 2, 2]


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is a folder without folders of pictures" in problem(tmp_path)
    picture(tmp_path / "a" / "1.png", [[1]])
    assert "every row has the same label" in problem(tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.png").write_bytes(b"nothing")
    assert "1.png is no picture that can be read" in problem(tmp_path)
    whole = (tmp_path / "a" / "1.png").read_bytes()
    (tmp_path / "b" / "1.png").write_bytes(whole[:45])
    assert "1.png is no picture that can be read" in problem(tmp_path)
    monkeypatch.setattr(pictures, "MOST_DECODED", 3)
    picture(tmp_path / "a" / "1.png", [[1, 2], [3, 4]])
    assert "too large a picture" in problem(tmp_path)
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    assert 'pip install "nn-playground[pictures]"' in problem(tmp_path)


def test_whoever_waits_can_stop_it(tmp_path: Path) -> None:
    for name in "ab":
        picture(tmp_path / name / "1.png", [[1]])

    def stop(done: int, total: int) -> None:
        raise CancelledError("{name} is not read.", name="pictures")

    with pytest.raises(CancelledError):
        read(tmp_path, report=stop)
