"""IDX files, packed by hand: what they hold, and what is said about broken ones."""

import gzip
import struct
import tempfile
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.errors import DataError
from tests.conftest import examples


def images(n=3, height=2, width=4, pixels=None):
    return struct.pack(">4I", 0x803, n, height, width) + (pixels or bytes(range(n * height * width)))


def labels(*values):
    return struct.pack(">2I", 0x801, len(values)) + bytes(values)


def write(folder, image_bytes, label_bytes, *, name="few-images-idx3-ubyte", label_name="few-labels-idx1-ubyte"):
    (folder / label_name).write_bytes(label_bytes)
    (folder / name).write_bytes(image_bytes)
    return folder / name


def read(path):
    return load_table(DataSpec(source=str(path)))


def problem(path):
    with pytest.raises(DataError) as error:
        read(path)
    assert "\n" not in str(error.value)
    return str(error.value)


def check_good(table):
    assert table.features.tolist() == np.arange(24).reshape(3, 8).tolist()
    assert table.features.dtype == np.float32
    assert not table.features.flags.writeable
    assert table.labels.tolist() == [1, 0, 1]
    assert table.classes == ("5", "7")
    assert table.image_shape == (2, 4)
    assert table.feature_names[:2] == ("pixel0", "pixel1")


def test_plain(tmp_path):
    path = write(tmp_path, images(), labels(7, 5, 7))
    check_good(read(path))
    assert read(path).name == "few-images-idx3-ubyte"


@pytest.mark.parametrize("image_end", ["", ".gz"])
@pytest.mark.parametrize("label_end", ["", ".gz"])
def test_either_file_may_be_gzipped(tmp_path, image_end, label_end):
    names = {"name": f"few-images.idx3-ubyte{image_end}", "label_name": f"few-labels.idx1-ubyte{label_end}"}
    packed = {"": bytes, ".gz": gzip.compress}
    check_good(read(write(tmp_path, packed[image_end](images()), packed[label_end](labels(7, 5, 7)), **names)))


def test_missing_labels_names_the_file_that_was_looked_for(tmp_path):
    path = tmp_path / "train-images-idx3-ubyte.gz"
    path.write_bytes(gzip.compress(images()))
    assert f"its labels, {tmp_path / 'train-labels-idx1-ubyte.gz'}, do not exist" in problem(path)


def test_a_name_without_images_is_explained(tmp_path):
    path = tmp_path / "digits.idx"
    path.write_bytes(images())
    assert "does not contain 'images'" in problem(path)


def test_labels_chosen_in_place_of_images(tmp_path):
    write(tmp_path, images(), labels(7, 5, 7))
    assert "is not an IDX file of images" in problem(tmp_path / "few-labels-idx1-ubyte")


def test_counts_must_agree(tmp_path):
    message = problem(write(tmp_path, images(), labels(1, 2)))
    assert "3 images" in message
    assert "2 labels" in message


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("size", [4, 10, 16, 30])
def test_half_written_images(tmp_path, pack, size):
    path = write(tmp_path, pack(images()[:size]), labels(7, 5, 7))
    assert "cut short" in problem(path)
    assert str(path) in problem(path)


def test_half_written_gzip(tmp_path):
    whole = gzip.compress(np.random.default_rng(0).bytes(1000))
    assert "cut short or damaged" in problem(write(tmp_path, whole[: len(whole) // 2], labels(1)))


def test_half_written_labels(tmp_path):
    assert "few-labels-idx1-ubyte" in problem(write(tmp_path, images(), labels(7, 5, 7)[:-1]))


def test_more_bytes_than_declared(tmp_path):
    assert "does not hold the 3 x 2 x 4 = 24 bytes" in problem(write(tmp_path, images() + b"x", labels(7, 5, 7)))


def test_no_images(tmp_path):
    assert "without content" in problem(write(tmp_path, images(0), labels()))


def test_only_one_class(tmp_path):
    assert "at least two classes" in problem(write(tmp_path, images(), labels(7, 7, 7)))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("sizes", [(2**32 - 1,) * 3, (400_000, 28, 28), (1, 20_000, 20_000)])
def test_a_forged_header_asks_for_no_memory(tmp_path, pack, sizes):
    path = write(tmp_path, pack(struct.pack(">4I", 0x803, *sizes) + bytes(100)), labels(7, 5, 7))
    tracemalloc.start()
    try:
        message = problem(path)
        assert tracemalloc.get_traced_memory()[1] < 5e6
    finally:
        tracemalloc.stop()
    assert "2 GB" in message or "cut short" in message


def test_a_gzip_bomb_is_not_unpacked(tmp_path):
    path = write(tmp_path, gzip.compress(images(2) + bytes(10_000_000)), labels(7, 5))
    tracemalloc.start()
    try:
        assert "does not hold" in problem(path)
        assert tracemalloc.get_traced_memory()[1] < 5e6
    finally:
        tracemalloc.stop()


@given(
    start=st.sampled_from(
        [b"", b"\0\0\x08\x03", b"\0\0\x08\x01", images(2)[:16], b"\x1f\x8b", gzip.compress(images())]
    ),
    rest=st.binary(max_size=60),
    label_bytes=st.binary(max_size=20) | st.lists(st.integers(0, 9), max_size=3).map(lambda values: labels(*values)),
)
@examples(150)
def test_any_bytes_give_a_table_or_a_plain_error(start, rest, label_bytes):
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), start + rest, label_bytes)
        try:
            table = read(path)
        except DataError:
            return
        assert table.n_rows == len(table.labels)
