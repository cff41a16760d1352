"""Reads a table with the standard library alone."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from engine.data.matching import finder, folded_class, places_of
from engine.export.pieces import Array


def read_csv(
    path: str, label: str, features: Sequence[str], classes: Sequence[str], choose: Callable[..., list[int]]
) -> tuple[Array, Array]:
    """rows: (n, n_features), in the order of ``features``; labels: (n,), places in ``classes``."""
    data = Path(path).read_bytes()
    text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8-sig")
    first = text.partition("\n")[0]
    header, *lines = [line for line in csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count)) if line]
    names = [name.strip() for name in header]
    at = finder(names)(label)
    if at is None:
        raise SystemExit(f"{path} has no column {label}: say which one holds the classes with --label.")
    columns = choose(path, features, names, at)
    class_of = finder(classes, folded_class)
    labels = [class_of(line[at].strip()) for line in lines]
    if None in labels:
        raise SystemExit(f"{path} has the label {lines[labels.index(None)][at]}, which the network does not know.")
    return np.array([[line[column] for column in columns] for line in lines], np.float32), np.array(labels)


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
