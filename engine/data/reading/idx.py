"""Reads IDX, the format of MNIST: an image file and, beside it, the file with the labels.

Big-endian: magic 0x803, count, height, width, one byte a pixel; labels: magic 0x801, count, one byte a label.
http://yann.lecun.com/exdb/mnist/ describes it.
"""

from __future__ import annotations

import math
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.classes import class_names
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.files.read import LARGEST_FILE, read_start
from engine.data.findings import find
from engine.errors import DataError

Bytes = NDArray[np.uint8]

IMAGES_MAGIC = 0x803
LABELS_MAGIC = 0x801
_WRONG_KIND = {
    IMAGES_MAGIC: "{file} is not an IDX file of images: choose the one with 'images' in its name.",
    LABELS_MAGIC: "{file} is not an IDX file of labels.",
}


def is_idx(start: bytes) -> bool:
    """Whether a file that starts so is meant as IDX; no text starts with two zero bytes."""
    return start.startswith(b"\0\0")


def load_idx(path: Path, *, fewest_classes: int = 2) -> Table:
    """The table of an image file and of the label file beside it; see `make_table`.

    Raises:
        DataError: one of the two cannot be used, or they do not belong together.
    """
    images = read_images(path)
    labels_path = find_labels(path)
    labels = read_labels(labels_path)
    if len(images) != len(labels):
        raise DataError(
            "{file} has {images} images, but {labels_file} has {labels} labels: the two do not belong together.",
            file=path,
            images=len(images),
            labels_file=labels_path,
            labels=len(labels),
        )
    table = make_table(images, labels, name=path.name, fewest_classes=fewest_classes)
    findings = find(
        table.features, table.labels, classes=table.classes, feature_names=table.feature_names, is_image=True
    )
    return replace(table, findings=findings)


def make_table(
    images: Bytes, labels: Bytes, *, name: str, classes: tuple[str, ...] | None = None, fewest_classes: int = 2
) -> Table:
    """images: (rows, height, width), labels: (rows,) -> features (rows, height * width), pixels from 0 to 255.

    ``classes`` names the labels 0, 1, ...; without it the labels that occur are their own names.
    """
    rows, height, width = images.shape
    codes = labels.astype(np.int64)
    if classes is None:
        found, codes = np.unique(codes, return_inverse=True)
        classes = class_names(found, file=name, fewest=fewest_classes)
    return Table(
        name=name,
        features=frozen(images.reshape(rows, height * width).astype(np.float32)),
        labels=frozen(codes),
        classes=classes,
        columns=number_columns(pixel_names(height * width)),
        image_shape=(height, width),
        is_named=False,
    )


def pixel_names(count: int) -> tuple[str, ...]:
    """What pixels are called that have no names of their own."""
    return tuple(f"pixel{index}" for index in range(count))


def find_labels(path: Path) -> Path:
    """``train-images-idx3-ubyte.gz`` -> ``train-labels-idx1-ubyte.gz``, or without the ``.gz``, or with one."""
    name = path.name.replace("images", "labels").replace("idx3", "idx1")
    unpacked = name.removesuffix(".gz")
    candidates = [path.with_name(candidate) for candidate in (name, unpacked, unpacked + ".gz")]
    for candidate in candidates:
        if candidate.name != path.name and candidate.exists():
            return candidate
    if name == path.name:
        raise DataError(
            "{file}: its labels cannot be found, because its name does not contain 'images', "
            "which 'labels' would replace.",
            file=path,
        )
    raise DataError("{file}: its labels, {labels_file}, do not exist.", file=path, labels_file=candidates[0])


def read_images(path: Path) -> Bytes:
    """(images, height, width)"""
    return _read(path, IMAGES_MAGIC, n_sizes=3, bytes_per_item=4)


def read_labels(path: Path) -> Bytes:
    """(labels,)"""
    return _read(path, LABELS_MAGIC, n_sizes=1, bytes_per_item=8)


def _read(path: Path, magic: int, *, n_sizes: int, bytes_per_item: int) -> Bytes:
    """The items behind a header whose sizes are checked against the file before memory is asked for.

    ``bytes_per_item`` is what an item takes in the table: pixels become float32, labels int64.
    """
    header = 4 + 4 * n_sizes
    sizes = _sizes(read_start(path, header), path, magic, n_sizes)
    count = math.prod(sizes)
    if count == 0:
        raise DataError("{file} is an IDX file without content.", file=path)
    if count * bytes_per_item > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=path)
    items = np.frombuffer(read_start(path, header + count + 1), np.uint8, offset=header)
    if len(items) != count:
        raise DataError(
            "{file} does not hold the {sizes} = {count} bytes that its header promises, so it is cut short or damaged: "
            "copy or download it again.",
            file=path,
            sizes=" x ".join(map(str, sizes)),
            count=count,
        )
    return items.reshape(sizes)


def _sizes(header: bytes, path: Path, magic: int, n_sizes: int) -> tuple[int, ...]:
    if not header:
        raise DataError("{file} is empty.", file=path)
    found = int.from_bytes(header[:4], "big")
    if len(header) >= 4 and found != magic:
        raise DataError(_WRONG_KIND[magic], file=path)
    if len(header) < 4 + 4 * n_sizes:
        raise DataError("{file} is cut short: copy or download it again.", file=path)
    return struct.unpack(f">{n_sizes}I", header[4:])
