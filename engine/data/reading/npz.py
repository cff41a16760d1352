"""Reads arrays that NumPy saved: X and y, or what other programs call them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.arrays import Array
from engine.data.files.packed import opened_entry, opened_zip
from engine.data.files.read import LARGEST_FILE, explained
from engine.data.files.wording import listed
from engine.data.sheet import Column, Sheet, Words, Writing
from engine.data.spec import ColumnSpec
from engine.errors import DataError, Remark

_FEATURES: Final = ("x", "data", "features", "images", "inputs")
_LABELS: Final = ("y", "label", "labels", "target", "targets", "classes")
_PARTS: Final = ("train", "val", "valid", "validation", "test")
"""``x_train``, ``y_test``: joined in this order."""
_LABEL = "label"


def read_npz(path: Path, rows: int | None) -> Sheet:
    """The columns are those of X, and ``label``. Raises DataError."""
    with explained(path):
        arrays = _arrays(path)
    x, y, parts = _joined(path, arrays)
    names = _names(x)
    features = np.ascontiguousarray(x.reshape(len(x), -1)[:rows], np.float32)
    features[np.isinf(features)] = np.nan
    features.setflags(write=False)
    label = _label(y[:rows])
    remarks = (
        [Remark("Rows of {parts} are joined in this order; the split makes new ones.", parts=listed(parts))]
        if len(parts) > 1
        else []
    )
    return Sheet(
        file=str(path),
        name=path.name,
        names=(*names, _LABEL),
        columns=(*features.T, label),
        writing=Writing((*names, _LABEL), _LABEL, "", "", format="NumPy", remarks=tuple(remarks)),
        line_of=lambda row: row + 1,
        hints={_LABEL: ColumnSpec(role="label")},
        block=features,
        block_places=tuple(range(features.shape[1])),
    )


def _arrays(path: Path) -> dict[str, Array]:
    """Those of the file, each looked at before memory is asked for."""
    found = {}
    with opened_zip(path) as packed:
        for entry in packed.infolist():
            with opened_entry(packed, entry, path) as stream:
                try:
                    version = np.lib.format.read_magic(stream)
                    header = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
                    shape, _, kind = header[version](stream)
                except (ValueError, KeyError, SyntaxError, TypeError, UnicodeError, RuntimeError):
                    raise DataError("{file} is cut short or damaged: copy or download it again.", file=path) from None
            name = entry.filename.removesuffix(".npy").lower()
            if kind.hasobject or kind.kind not in "biufUS":
                continue
            if math.prod(shape) * max(4, kind.itemsize) > LARGEST_FILE:
                raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=path)
            if math.prod(shape) * kind.itemsize > entry.file_size:
                raise DataError("{file} is cut short or damaged: copy or download it again.", file=path)
            with opened_entry(packed, entry, path) as stream:
                found[name] = np.lib.format.read_array(stream, allow_pickle=False)
    return found


def _joined(path: Path, arrays: Mapping[str, Array]) -> tuple[Array, Array, list[str]]:
    """x: (rows, ...), y: (rows,), and the parts of which they were joined."""
    pairs: list[tuple[str, Array, Array]] = []
    for part in ("", *_PARTS):
        for separator in ("_", "") if part else ("",):
            for x in _FEATURES:
                for y in _LABELS:
                    names = [(f"{name}{separator}{part}", f"{part}{separator}{name}") for name in (x, y)]
                    found = [next((arrays[name] for name in pair if name in arrays), None) for pair in names]
                    if found[0] is not None and found[1] is not None and part not in {pair[0] for pair in pairs}:
                        pairs.append((part, found[0], found[1]))
    if pairs and pairs[0][0] == "":
        pairs = pairs[:1]
    pairs = [pair for pair in pairs if pair[1].dtype.kind in "biuf"]
    if not pairs:
        raise DataError(
            "{file} needs an array called X and one called y; those of numbers are {names}.",
            file=path,
            names=listed(sorted(arrays)) or "-",
        )
    for part, features, labels in pairs:
        _check(path, part, features, labels)
    if len({features.shape[1:] for _, features, _ in pairs}) > 1:
        raise DataError("{file}: the arrays of its parts have different shapes.", file=path)
    return (
        np.concatenate([features for _, features, _ in pairs]),
        np.concatenate([labels.reshape(len(labels)) for _, _, labels in pairs]),
        [part for part, _, _ in pairs],
    )


def _check(path: Path, part: str, features: Array, labels: Array) -> None:
    is_column = labels.ndim > 0 and labels.size == len(labels)
    if not is_column or features.ndim < 2 or len(features) != len(labels) or not features.size:
        raise DataError(
            "{file}: X must be numbers with a row an example, and y a value for each row; "
            "they are of shapes {x} and {y}.",
            file=path,
            x=" x ".join(map(str, features.shape)),
            y=" x ".join(map(str, labels.shape)),
        )


def _names(x: Array) -> tuple[str, ...]:
    count = math.prod(x.shape[1:])
    stem = "pixel" if x.ndim > 2 else "x"
    start = 0 if x.ndim > 2 else 1
    return tuple(f"{stem}{place}" for place in range(start, start + count))


def _label(y: Array) -> Column:
    if y.dtype.kind in "US":
        found, codes = np.unique(y, return_inverse=True)
        texts = tuple(value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in found.tolist())
        return Words(codes.astype(np.int32), texts)
    numbers: Any = y.astype(np.float64)
    numbers[np.isinf(numbers)] = np.nan
    numbers.setflags(write=False)
    return numbers  # type: ignore[no-any-return]
