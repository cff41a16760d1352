"""Reads a folder of pictures: a folder a class, as they are passed round and as programs for learning expect them.

All pictures become grey, or are red, green and blue, and of one size, that which most of them have, and not more than
`MOST_PIXELS`.
"""

from __future__ import annotations

import math
import os
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.classes import class_names
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.files.progress import Report
from engine.data.files.read import LARGEST_FILE
from engine.data.files.wording import listed
from engine.data.findings import find
from engine.data.reading.extras import extra
from engine.data.reading.idx import pixel_names
from engine.errors import DataError, Remark

MOST_PIXELS: Final = 64 * 64
"""Of a picture: more are beyond what is learned here within minutes."""
MOST_DECODED: Final = 2**26
"""Pixels that a file may unpack to."""
_ENDINGS: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".pgm", ".ppm", ".pbm")
_PARTS: Final = ("train", "training", "val", "valid", "validation", "test", "testing")
_OFTEN, _SIZED, _COLORED = 20, 200, 20
"""Pictures between two looks at whether somebody still waits; those whose size is looked at; and whose colour is."""
_GREY: Final = 12
"""So far apart red, green and blue may be, of 255, in a picture that is grey to the eye."""


def load_pictures(folder: Path, *, fewest_classes: int, is_colored: bool | None, report: Report) -> Table:
    """The table of all pictures, by class, and by name within each.

    is_colored: whether they are read in colour; None, where there is some in one of the first.

    Raises:
        DataError: there are none, one cannot be read, or what reads them is missing.
    """
    found, parts = _files(folder)
    pillow: Any = extra("PIL.Image", folder)
    some = [path for paths in found.values() for path in paths[: _SIZED // len(found) + 1]]
    height, width, differ = _size(some, pillow)
    count = sum(map(len, found.values()))
    if is_colored is None:
        is_colored = any(_has_color(path, pillow) for path in some[:: max(1, len(some) // _COLORED)])
    n_features = height * width * (3 if is_colored else 1)
    if count * n_features * 4 > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=folder)
    features = np.empty((count, n_features), np.float32)
    labels = np.repeat(np.arange(len(found)), list(map(len, found.values())))
    row = 0
    for paths in found.values():
        for path in paths:
            if row % _OFTEN == 0:
                report(row, count)
            features[row] = _pixels(path, (width, height), pillow, is_colored=is_colored).ravel()
            row += 1
    classes = class_names(found, file=folder, fewest=fewest_classes)
    names = pixel_names(n_features)
    remarks = tuple(_remarks(parts, differ, (height, width)))
    findings = find(features, labels, classes=classes, feature_names=names, is_image=True)
    return Table(
        name=folder.name,
        features=frozen(features),
        labels=frozen(labels.astype(np.int64)),
        classes=classes,
        columns=number_columns(names),
        image_shape=(height, width),
        is_named=False,
        findings=replace(findings, notes=(*remarks, *findings.notes)),
    )


def _files(folder: Path) -> tuple[dict[str, list[Path]], list[str]]:
    """The pictures of each class, and the parts (train, test) that were put together."""
    try:
        below = _folders(folder)
        parts = [path for path in below if path.name.lower() in _PARTS]
        roots = parts if parts and len(parts) == len(below) else [folder]
        found: dict[str, list[Path]] = {}
        for root in roots:
            for kind in _folders(root):
                files = sorted(Path(entry.path) for entry in os.scandir(kind) if entry.name.lower().endswith(_ENDINGS))
                if files:
                    found.setdefault(kind.name, []).extend(files)
    except OSError as error:
        raise DataError("{file} cannot be read: {reason}.", file=folder, reason=error.strerror or error) from None
    if not found:
        raise DataError(
            "{file} is a folder without folders of pictures: each class needs one, named as the class is.", file=folder
        )
    return dict(sorted(found.items())), [path.name for path in roots] if roots == parts else []


def _folders(folder: Path) -> list[Path]:
    return sorted(Path(entry.path) for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))


def _size(paths: list[Path], pillow: Any) -> tuple[int, int, bool]:
    """Height and width that most have, made smaller where that is too large; and whether others have another."""
    sizes = Counter[tuple[int, int]]()
    for path in paths:
        with _opened(path, pillow) as picture:
            sizes[picture.size] += 1
    width, height = sizes.most_common(1)[0][0]
    factor = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
    return max(1, int(height * factor)), max(1, int(width * factor)), len(sizes) > 1 or factor < 1


def _has_color(path: Path, pillow: Any) -> bool:
    """Whether a hundredth of the picture has some."""
    with _opened(path, pillow) as picture:
        if picture.mode in ("1", "L", "LA", "F") or picture.mode.startswith("I"):
            return False
        try:
            pixels = np.asarray(picture.convert("RGB"), np.int16)
        except Exception as error:  # Pillow raises whatever comes of what it finds
            raise _damaged(path) from error
    return bool((np.ptp(pixels, axis=2) > _GREY).mean() > 0.01)


def _pixels(path: Path, size: tuple[int, int], pillow: Any, *, is_colored: bool) -> NDArray[np.float32]:
    """(height, width), or (height, width, 3) in colour, from 0, black, to 255."""
    with _opened(path, pillow) as picture:
        try:
            if is_colored:
                colors = picture.convert("RGB")
                resized = colors if colors.size == size else colors.resize(size, pillow.Resampling.BOX)
                return np.asarray(resized, np.float32)
            grey = picture.convert("F") if picture.mode.startswith("I") else picture.convert("L")
            pixels = np.asarray(grey if grey.size == size else grey.resize(size, pillow.Resampling.BOX), np.float32)
        except Exception as error:  # Pillow raises whatever comes of what it finds
            raise _damaged(path) from error
    if picture.mode.startswith("I"):  # 16 bits
        pixels = pixels / np.float32(257)
    return pixels


@contextmanager
def _opened(path: Path, pillow: Any) -> Iterator[Any]:
    """A picture whose size is known, and not decoded yet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures: they are looked at here
            picture = pillow.open(path)
    except Exception as error:  # Pillow raises whatever comes of what it finds
        raise _damaged(path) from error
    with picture:
        width, height = picture.size
        if not 0 < width * height <= MOST_DECODED:
            raise DataError("{file} is too large a picture.", file=path)
        yield picture


def _damaged(path: Path) -> DataError:
    return DataError("{file} is no picture that can be read: take it out of its folder.", file=path)


def _remarks(parts: list[str], differ: bool, shape: tuple[int, int]) -> Iterator[Remark]:
    if len(parts) > 1:
        yield Remark("Rows of {parts} are joined in this order; the split makes new ones.", parts=listed(parts))
    if differ:
        yield Remark("All pictures are brought to {width} × {height} pixels.", width=shape[1], height=shape[0])
