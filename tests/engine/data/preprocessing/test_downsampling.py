"""Pictures made smaller: means worked by hand, and the same for every kind of source."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.spec import DataSpec
from engine.errors import DataError


def idx(folder: Path, images: np.ndarray, labels: list[int]) -> str:
    """The path of an IDX file, with its labels beside it."""
    path = folder / "some-images-idx3-ubyte.gz"
    path.write_bytes(gzip.compress(struct.pack(">4I", 0x803, *images.shape) + images.astype(np.uint8).tobytes()))
    content = struct.pack(">2I", 0x801, len(labels)) + bytes(labels)
    (folder / "some-labels-idx1-ubyte").write_bytes(content)
    return str(path)


def test_each_pixel_is_the_mean_of_a_square(tmp_path: Path) -> None:
    first = np.array([[0, 4, 10, 20], [8, 12, 30, 41], [1, 1, 255, 255], [1, 2, 255, 255]])
    source = idx(tmp_path, np.stack([first, first.T]), [0, 1])
    table = load_table(DataSpec(source=source, downsample=2))
    assert table.image_shape == (2, 2)
    assert table.features.tolist() == [[6, 25.25, 1.25, 255], [6, 1.25, 25.25, 255]]
    assert table.feature_names == ("pixel0", "pixel1", "pixel2", "pixel3")
    assert load_table(DataSpec(source=source)).image_shape == (4, 4)


def test_what_is_left_over_is_left_out(tmp_path: Path) -> None:
    source = idx(tmp_path, np.arange(2 * 5 * 7).reshape(2, 5, 7), [3, 4])
    table = load_table(DataSpec(source=source, downsample=3))
    assert table.image_shape == (1, 2)
    assert table.features[0].tolist() == [8, 11], "the middles of the squares: what is even there is its mean"


def test_colours_stay_apart(tmp_path: Path) -> None:
    planes = np.stack([np.full((32, 32), value) for value in (10, 20, 30)]).astype(np.uint8)
    planes[0, 0, 0] = 14
    content = b"".join(bytes([label]) + planes.tobytes() for label in (0, 1))
    (tmp_path / "data_batch_1.bin").write_bytes(content)
    table = load_table(DataSpec(source=str(tmp_path / "data_batch_1.bin"), downsample=2))
    assert (table.image_shape, table.is_colored) == ((16, 16), True)
    assert table.features[0, :6].tolist() == [11, 20, 30, 10, 20, 30]


def test_the_bundled_digits_against_a_plain_loop() -> None:
    large, small = load_table(DataSpec()), load_table(DataSpec(downsample=2))
    pictures = large.features[:50].reshape(-1, 8, 8)
    means = [[[p[i : i + 2, j : j + 2].mean() for j in (0, 2, 4, 6)] for i in (0, 2, 4, 6)] for p in pictures]
    assert np.array_equal(small.features[:50], np.float32(means).reshape(50, 16))
    assert np.array_equal(small.labels, large.labels)


def test_tables_and_points_stay_as_they_are() -> None:
    plain, asked = (load(DataSpec(source="moons", downsample=n)) for n in (1, 2))
    assert np.array_equal(plain.train_x, asked.train_x)


def test_a_picture_of_which_nothing_would_be_left_is_refused_in_a_sentence(tmp_path: Path) -> None:
    source = idx(tmp_path, np.zeros((2, 3, 9)), [0, 1])
    with pytest.raises(DataError, match=r"of 9 × 3 pixels, of which no pixel is left where 4 × 4 become one: lower"):
        load_table(DataSpec(source=source, downsample=4))
