"""Reads CIFAR-10's binary format: for each picture a byte with its class and 32 x 32 bytes each of red, green and blue.

https://www.cs.toronto.edu/~kriz/cifar.html describes it: data_batch_1.bin and its like, 10 000 pictures each, in a
folder with the names of the classes. The version for Python holds pickles, which are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.files.foreign import PICKLE
from engine.data.files.progress import Report, ignore
from engine.data.files.read import LARGEST_FILE, read_start, read_whole
from engine.data.files.wording import listed
from engine.data.findings import find
from engine.data.reading.idx import IMAGES_MAGIC, LABELS_MAGIC, pixel_names
from engine.errors import DataError, Remark

SIDE: Final = 32
CHANNELS: Final = 3
ROW: Final = 1 + CHANNELS * SIDE * SIDE
"""Bytes."""
CLASSES: Final = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
_BATCH: Final = re.compile(r"(data_batch_\d+|test_batch)\.bin(\.gz)?")
_OF_PYTHON: Final = re.compile(r"data_batch_\d+|test_batch|batches\.meta")


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
    return _table(path, [_read(path, report)], CLASSES)


def is_cifar_folder(folder: Path) -> bool:
    """Whether a folder is that of a download unpacked: files of CIFAR's names, of the version that is read or not."""
    return bool(_batches(folder)) or _is_of_python(folder)


def load_cifar_folder(folder: Path, report: Report = ignore) -> Table:
    """The table of all its files: the rows of data_batch_1.bin and its like, then those of test_batch.bin.

    Raises:
        DataError: a file is damaged, or the folder is of the version for Python.
    """
    paths = _batches(folder)
    if not paths:
        raise of_python(folder)
    table = _table(folder, list(_parts(paths, report)), _class_names(folder))
    assert table.findings is not None
    if len(paths) == 1:
        return table
    joined = Remark("Rows of {parts} are joined in this order; the split makes new ones.", parts=listed(_names(paths)))
    return replace(table, findings=replace(table.findings, notes=(joined, *table.findings.notes)))


def _parts(paths: Sequence[Path], report: Report) -> Iterator[NDArray[np.uint8]]:
    """Of each file its pictures, (pictures, ROW)."""
    before, total = 0, sum(path.stat().st_size for path in paths)
    for path in paths:
        yield _read(path, lambda done, _, before=before: report(before + done, total))  # type: ignore[misc]
        before += path.stat().st_size
        report(before, total)


def is_batch_of_python(path: Path, start: bytes) -> bool:
    """Whether a file that starts so is one of the version for Python."""
    return bool(_OF_PYTHON.fullmatch(path.name)) and start.startswith(PICKLE)


def of_python(path: Path) -> DataError:
    """Why such files are not opened, and which are."""
    return DataError(
        "{file} is CIFAR-10's version for Python, whose files can run programs when they are read, so they are not: "
        "download its binary version, cifar-10-binary.tar.gz, and open the folder in it.",
        file=path,
    )


def _batches(folder: Path) -> list[Path]:
    """Those that are there, in the order of their rows."""
    found = [path for path in _files(folder) if _BATCH.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.name.startswith("test"), path.name))


def _is_of_python(folder: Path) -> bool:
    found = [path for path in _files(folder) if _OF_PYTHON.fullmatch(path.name)]
    return bool(found) and read_start(found[0], len(PICKLE)).startswith(PICKLE)


def _files(folder: Path) -> list[Path]:
    """None where it cannot be looked into: who reads it says why."""
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return []


def _names(paths: Sequence[Path]) -> list[str]:
    return [path.name for path in paths]


def _class_names(folder: Path) -> tuple[str, ...]:
    """As the file says that lies beside the pictures, or else as they are known."""
    path = folder / "batches.meta.txt"
    if not path.is_file():
        return CLASSES
    lines = read_whole(path).decode("utf-8", errors="replace").split()
    return tuple(lines) if len(set(lines)) == len(lines) == len(CLASSES) else CLASSES


def _read(path: Path, report: Report) -> NDArray[np.uint8]:
    """(pictures, ROW)"""
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
    wrong = np.flatnonzero(rows[:, 0] >= len(CLASSES))
    if len(wrong):
        raise DataError(
            "{file}: picture {row} is of class {label}, but CIFAR-10 has classes 0 to 9: it is damaged, or of another "
            "format.",
            file=path,
            row=int(wrong[0]) + 1,
            label=int(rows[wrong[0], 0]),
        )
    return rows


def _table(path: Path, parts: Sequence[NDArray[np.uint8]], classes: tuple[str, ...]) -> Table:
    """parts: (pictures, ROW) each, whose rows follow each other."""
    count = sum(map(len, parts))
    if count * (ROW - 1) * 4 > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=path)
    features = np.empty((count, SIDE, SIDE, CHANNELS), np.float32)
    row = 0
    for rows in parts:
        planes = rows[:, 1:].reshape(-1, CHANNELS, SIDE, SIDE)
        features[row : row + len(rows)] = planes.transpose(0, 2, 3, 1)
        row += len(rows)
    labels = np.concatenate([rows[:, 0] for rows in parts]).astype(np.int64)
    flat = features.reshape(count, -1)
    names = pixel_names(flat.shape[1])
    return Table(
        name=path.name,
        features=frozen(flat),
        labels=frozen(labels),
        classes=classes,
        columns=number_columns(names),
        image_shape=(SIDE, SIDE),
        is_named=False,
        findings=find(flat, labels, classes=classes, feature_names=names, is_image=True),
    )
