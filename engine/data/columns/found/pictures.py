"""Columns that may be the pixels of pictures, or numbers each for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.data.columns.column import Column
from engine.data.columns.pixels import image_shape, is_surely_of_pixels
from engine.data.files.wording import shown
from engine.data.spec import DataSpec
from engine.errors import Remark


def about_pictures(columns: Sequence[Column], spec: DataSpec) -> Iterator[Remark]:
    """Where the names say so and nothing else does: what they are taken for, and what would be the other way."""
    shape = image_shape(columns)
    if shape is None or is_surely_of_pixels(columns[0].name):
        return
    names = {"first": shown(columns[0].name), "last": shown(columns[-1].name), "height": shape[0], "width": shape[1]}
    if spec.pictures is False:
        told = Remark(
            "{first} to {last} are read as numbers each, not as pictures of {height} × {width} pixels: neighbours are "
            "not alike as those of pictures are.",
            **names,
        )
        mended = told.mended_by(Remark("Read them as pictures"), ("data.pictures", None), ("data.scaling", "max"))
    else:
        told = Remark("{first} to {last} are read as pictures of {height} × {width} pixels.", **names)
        mended = told.mended_by(Remark("Read them as numbers"), ("data.pictures", False), ("data.scaling", "standard"))
    yield mended.weighing(4)
