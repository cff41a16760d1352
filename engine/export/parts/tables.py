"""Reads a table with the standard library alone."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.export.parts import Array


def read_csv(path: str, label: str, features: Sequence[str], classes: Sequence[str]) -> tuple[Array, Array]:
    """rows: (n, n_features), in the order of ``features`` where the names are the same; labels: (n,), or -1."""
    data = Path(path).read_bytes()
    text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8-sig")
    first = text.partition("\n")[0]
    header, *lines = [line for line in csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count)) if line]
    if label not in header:
        raise SystemExit(f"{path} has no column {label}: say which one holds the classes with --label.")
    at = header.index(label)
    names = header[:at] + header[at + 1 :]
    if len(names) != len(features):
        raise SystemExit(f"{path} has {len(names)} features, but the network takes {len(features)}.")
    rows = np.array([line[:at] + line[at + 1 :] for line in lines], np.float32)
    if set(names) == set(features):
        rows = rows[:, [names.index(name) for name in features]]
    return rows, np.array([class_index(line[at].strip(), classes) for line in lines])


def class_index(name: str, classes: Sequence[str]) -> int:
    """Which class a label is, -1 for an unknown one; "3.0" is 3."""
    name = name if name in classes else name.removesuffix(".0")
    return list(classes).index(name) if name in classes else -1
