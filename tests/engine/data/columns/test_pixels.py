"""Numbered columns: pictures where neighbours are alike, numbers each for itself where they are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.columns.pixels import look_like_pixels
from engine.data.dataset import Table
from engine.data.spec import DataSpec

RNG = np.random.default_rng(0)


def digits() -> np.ndarray:
    """(rows, 64), from 0 to 16, of the digits that come with the program."""
    return np.asarray(load_table(DataSpec()).features)


def shrunk(pictures: np.ndarray) -> np.ndarray:
    """8 x 8 -> 4 x 4, means of four."""
    return pictures.reshape(-1, 4, 2, 4, 2).mean(axis=(2, 4)).reshape(-1, 16)


def questions() -> np.ndarray:
    """Five groups of five, each about one trait: (rows, 25)"""
    traits = np.repeat(RNG.normal(size=(300, 5)), 5, axis=1)
    return np.clip(np.rint(3 + traits + RNG.normal(0, 0.7, traits.shape)), 1, 5)


@pytest.mark.parametrize(
    ("values", "are_pixels"),
    [
        (digits(), True),
        (digits()[:30], True),
        (shrunk(digits()), True),
        (16 - digits(), True),
        (digits()[:, RNG.permutation(64)], False),
        (RNG.normal(size=(300, 25)), False),
        (RNG.normal(size=(25, 16)), False),
        (questions(), False),
        (np.cumsum(RNG.normal(size=(300, 100)), axis=1), False),  # a series, of which the next is like the last
    ],
)
def test_what_looks_like_pictures(values: np.ndarray, are_pixels: bool) -> None:
    assert look_like_pixels(values.astype(np.float32), "x1") is are_pixels
    assert look_like_pixels(values.astype(np.float32), "pixel0")


def read(values: np.ndarray, folder: Path, **said: object) -> Table:
    lines = [",".join(map("{:g}".format, row)) + f",{'ab'[place % 2]}" for place, row in enumerate(values.round(2))]
    names = ",".join(f"x{place + 1}" for place in range(values.shape[1]))
    (folder / "my.csv").write_text("\n".join([f"{names},label", *lines]) + "\n")
    return load_table(DataSpec.model_validate({"source": str(folder / "my.csv"), **said}), is_new=not said)


def test_numbers_are_no_pictures_and_it_is_told_with_a_way_back(tmp_path: Path) -> None:
    table = read(questions(), tmp_path)
    assert table.as_read is not None
    assert (table.image_shape, table.as_read.scaling, table.as_read.pictures) == (None, "standard", False)
    assert load(table.as_read).image_shape is None
    assert table.findings is not None
    (told,) = [note for note in table.findings.notes if "pictures" in str(note)]
    assert str(told) == (
        "x1 to x25 are read as numbers each, not as pictures of 5 × 5 pixels: neighbours are not alike as those of "
        "pictures are."
    )
    assert told.mend is not None
    assert dict(told.mend.edits) == {"data.pictures": None, "data.scaling": "max"}
    assert read(questions(), tmp_path, label="label").image_shape == (5, 5)  # as files written so far mean it


def test_pictures_are_told_where_their_names_do_not_say_so(tmp_path: Path) -> None:
    table = read(digits()[:200], tmp_path)
    assert table.as_read is not None
    assert (table.image_shape, table.as_read.scaling, table.as_read.pictures) == ((8, 8), "max", None)
    assert table.findings is not None
    assert "x1 to x64 are read as pictures of 8 × 8 pixels." in map(str, table.findings.notes)
