"""Reads CIFAR-10's binary format: for each picture a byte with its class and 32 x 32 bytes each of red, green and blue.

https://www.cs.toronto.edu/~kriz/cifar.html describes it: data_batch_1.bin and its like, 10 000 pictures each.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from engine.arrays import frozen
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.files.progress import Report, ignore
from engine.data.files.read import LARGEST_FILE, read_whole
from engine.data.findings import find
from engine.data.reading.idx import IMAGES_MAGIC, LABELS_MAGIC, pixel_names
from engine.errors import DataError

SIDE: Final = 32
CHANNELS: Final = 3
ROW: Final = 1 + CHANNELS * SIDE * SIDE
"""Bytes."""
CLASSES: Final = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")


def is_cifar(path: Path, start: bytes) -> bool:
    """Whether a file that starts so is meant as that: by its name, and its first byte, a class; no text begins so."""
    magic = IMAGES_MAGIC.to_bytes(4, "big"), LABELS_MAGIC.to_bytes(4, "big")
    is_named = path.name.lower().removesuffix(".gz").endswith(".bin")
    return is_named and start[:1] < bytes([len(CLASSES)]) and bool(start) and not start.startswith(magic)


def load_cifar(path: Path, report: Report = ignore) -> Table:
    """The table of a file, packed or not.

    features: (rows, 32 * 32 * 3), pixels from 0 to 255, red, green and blue beside each other.

    Raises:
        DataError: the file is not of that format, or cut short.
    """
    data = np.frombuffer(read_whole(path, report), np.uint8)
    if not len(data):
        raise DataError("{file} is empty.", file=path)
    if len(data) % ROW:
        raise DataError(
            "{file} has {bytes} bytes, which is no multiple of the {row} that a picture of CIFAR-10 takes: it is cut "
            "short, or of another format; copy or download it again.",
            file=path,
            bytes=len(data),
            row=ROW,
        )
    rows = data.reshape(-1, ROW)
    labels = rows[:, 0].astype(np.int64)
    wrong = np.flatnonzero(labels >= len(CLASSES))
    if len(wrong):
        raise DataError(
            "{file}: picture {row} is of class {label}, but CIFAR-10 has classes 0 to 9: it is damaged, or of another "
            "format.",
            file=path,
            row=int(wrong[0]) + 1,
            label=int(labels[wrong[0]]),
        )
    if len(rows) * (ROW - 1) * 4 > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=path)
    planes = rows[:, 1:].reshape(-1, CHANNELS, SIDE, SIDE)
    features = planes.transpose(0, 2, 3, 1).reshape(len(rows), -1).astype(np.float32)
    names = pixel_names(features.shape[1])
    table = Table(
        name=path.name,
        features=frozen(features),
        labels=frozen(labels),
        classes=CLASSES,
        columns=number_columns(names),
        image_shape=(SIDE, SIDE),
        is_named=False,
    )
    return replace(table, findings=find(features, labels, classes=CLASSES, feature_names=names, is_image=True))
