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
    header, *lines = read_lines(path, features)
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


def read_lines(path: str, features: Sequence[str]) -> list[list[str]]:
    """The cells of all lines that have any, from that with the names on: the first that has all features, or else the
    very first; as many as it has."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SystemExit(f"{path} cannot be read: {error.strerror}.") from None
    try:
        text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8-sig")
    except (OSError, EOFError, ValueError, zlib.error):
        raise SystemExit(f"{path} is no text in UTF-8: save the table as CSV in UTF-8.") from None
    csv.field_size_limit(len(text) + 1)  # whatever the length of a cell
    separators = sorted(",;\t", key=text.partition("\n")[0].count, reverse=True)
    lines = cells_of(text, separators[0])
    for separator in separators:
        found = lines if separator == separators[0] else cells_of(text, separator)
        names = (place for place, line in enumerate(found[:100]) if None not in map(finder(line), features))
        if (place := next(names, None)) is not None:
            lines = found[place:]
            break
    if len(lines) < 2:
        raise SystemExit(f"{path} has no rows below a line of names.")
    for place, line in enumerate(lines):
        if len(line) < len(lines[0]):
            raise SystemExit(f"{path}: row {place} has {len(line)} cells, but there are {len(lines[0])} names.")
    return lines


def cells_of(text: str, separator: str) -> list[list[str]]:
    """Of the lines that have more than separators."""
    lines = csv.reader(io.StringIO(text, newline=None), delimiter=separator)
    return [line for line in lines if any(map(str.strip, line))]


def numbers_to_learn(path: str, texts: Sequence[str]) -> Array:
    """(n,): those in the label column."""
    found = []
    for place, text in enumerate(texts, start=1):
        try:
            found.append(float(text))
        except ValueError:
            raise SystemExit(f"{path}: row {place} has {text!r} where the number to learn must stand.") from None
    return np.array(found)


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
