"""The rows of a sheet that can be learned from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.bad_cells import bad_number
from engine.data.columns.column import Column
from engine.data.columns.found.digits import rounded_in, told_apart
from engine.data.columns.found.gaps import first_of_repeats
from engine.data.columns.labels import Learned
from engine.data.columns.pixels import image_shape
from engine.data.columns.raw import raw_features
from engine.data.columns.uses import Use
from engine.data.over_rows import Ends, ends_of
from engine.data.sheet import Sheet
from engine.data.spec import DataSpec
from engine.data.task import Labels
from engine.errors import DataError
from engine.records import record

_IN_CACHE: Final = 2**16
"""Numbers that are looked at a time."""

Floats = NDArray[np.float32]


@record(eq=False)
class Learnable:
    """features: (rows, n_columns), NaN for holes that are filled later; columns: what they are; ends: of each.

    labels: (rows,); places: (rows,), where each row lies in the sheet; n_complete: how many rows there were before
    those were left out that repeat another. image_shape: (height, width) of rows that are pictures.

    rounded: indices of features of whose values float32 makes one of some; apart: (rows, n_columns), the features, or
    numbers in their place that differ wherever the file does.
    """

    features: Floats
    columns: tuple[Column, ...]
    ends: Ends
    labels: Labels
    places: NDArray[np.int64]
    n_complete: int
    image_shape: tuple[int, int] | None
    rounded: tuple[int, ...]
    apart: Floats


def learnable_rows(sheet: Sheet, spec: DataSpec, uses: Sequence[Use], learned: Learned) -> Learnable:
    """Those that have a label, and no hole in a column whose holes drop rows. uses: of the features.

    Raises:
        DataError: a number that float32 cannot hold, or no such row.
    """
    features, columns = raw_features(sheet, uses)
    ends = ends_of(features)
    _check_finite(sheet, features, uses, ends)
    shape = None if spec.pictures is False else image_shape(columns)
    is_complete = learned.rows & _without_holes(features, uses)
    if not is_complete.any():
        raise DataError("{file}: every row has a missing value, so none is left to learn from.", file=sheet.file)
    labels, places = learned.labels, np.flatnonzero(is_complete)
    if not is_complete.all():
        features, labels = features[is_complete], labels[is_complete[learned.rows]]
    n_complete = len(features)
    rounded = rounded_in(sheet, uses, ends) if shape is None else ()
    apart = told_apart(features, sheet, uses, places, rounded) if rounded else features
    if spec.leave_out_repeats and shape is None:
        first = first_of_repeats(apart, labels)
        features, labels, places = features[first], labels[first], places[first]
        apart = apart[first] if rounded else features
    if len(features) < sheet.n_rows:
        ends = ends_of(features)
    return Learnable(features, columns, ends, labels, places, n_complete, shape, rounded, apart)


def _without_holes(features: Floats, uses: Sequence[Use]) -> NDArray[np.bool_]:
    """Rows that have a value in each column that asks for one."""
    asked = [index for index, use in enumerate(uses) if use.drops_rows]
    return np.asarray(~np.isnan(features[:, asked]).any(axis=1))


def _check_finite(sheet: Sheet, features: Floats, uses: Sequence[Use], ends: Ends) -> None:
    """Infinite is what a number becomes that float32 cannot hold."""
    if not ends.may_be_infinite:
        return
    step = max(1, _IN_CACHE // max(1, features.shape[1]))
    for start in range(0, len(features), step):
        infinite = np.isinf(features[start : start + step])
        if infinite.any():
            row, index = map(int, np.argwhere(infinite)[0])
            raise bad_number(sheet, uses[index].place, start + row)
