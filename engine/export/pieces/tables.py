"""Reads a table with the standard library alone."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from engine.data.matching import finder, folded_class, places_of
from engine.export.pieces import Array


def read_csv(
    path: str, label: str, features: Sequence[str], choose: Callable[..., list[int]]
) -> tuple[Array, list[str]]:
    """rows: (n, n_features), in the order of ``features``; and what is in the column ``label``."""
    header, *lines = read_lines(path)
    names = [name.strip() for name in header]
    at = finder(names)(label)
    if at is None:
        raise SystemExit(f"{path} has no column {label}: say which one it is with --label.")
    columns = choose(path, features, names, at)
    return numbers(path, [[line[column] for column in columns] for line in lines]), [line[at].strip() for line in lines]


def places_of_classes(path: str, texts: Sequence[str], classes: Sequence[str]) -> Array:
    """(n,): which of the classes each is."""
    class_of = finder(classes, folded_class)
    labels = [class_of(text) for text in texts]
    if None in labels:
        raise SystemExit(f"{path} has the label {texts[labels.index(None)]}, which the network does not know.")
    return np.array(labels)


def read_lines(path: str) -> list[list[str]]:
    """The cells of all lines that have any; as many as the first line has."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SystemExit(f"{path} cannot be read: {error.strerror}.") from None
    try:
        text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8-sig")
    except (OSError, EOFError, ValueError, zlib.error):
        raise SystemExit(f"{path} is no text in UTF-8: save the table as CSV in UTF-8.") from None
    csv.field_size_limit(len(text) + 1)  # whatever the length of a cell
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=max(",;\t", key=first.count))
    lines = [line for line in reader if line]
    if len(lines) < 2:
        raise SystemExit(f"{path} has no rows below a line of names.")
    for place, line in enumerate(lines):
        if len(line) < len(lines[0]):
            raise SystemExit(f"{path}: row {place} has {len(line)} cells, but there are {len(lines[0])} names.")
    return lines


def numbers(path: str, cells: list[list[str]]) -> Array:
    """The same as numbers."""
    try:
        return np.array(cells, np.float32)
    except ValueError:
        for place, line in enumerate(cells, start=1):
            for cell in line:
                try:
                    float(cell)
                except ValueError:
                    raise SystemExit(f"{path}: row {place} has {cell!r} where the network takes a number.") from None
        raise


def columns_by_name(path: str, features: Sequence[str], names: Sequence[str], label: int) -> list[int]:
    """Where the features stand; columns that the network does not know are left out."""
    places = places_of(features, names)
    missing = [name for name, place in zip(features, places, strict=True) if place is None]
    if missing:
        raise SystemExit(f"{path} lacks {', '.join(missing)}: the network was trained on columns of these names.")
    return [place for place in places if place is not None]


def columns_by_place(path: str, features: Sequence[str], names: Sequence[str], label: int) -> list[int]:
    """All columns but the label: the features have no names of their own."""
    columns = [place for place in range(len(names)) if place != label]
    if len(columns) != len(features):
        raise SystemExit(f"{path} has {len(columns)} features, but the network takes {len(features)}.")
    return columns
