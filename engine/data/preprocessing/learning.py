"""What is learned from the training rows alone: categories, what stands in for holes, and how features are scaled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.columns.column import Column
from engine.data.preprocessing.cycles import cycles_in
from engine.data.preprocessing.preparation import Feature, Floats, Preparation, unscaled
from engine.data.preprocessing.scaling import scaling_of
from engine.data.spec import Scaling

_IN_WORDS: Final = ("category", "yes_no")
"""Kinds whose values are codes."""


def learn(
    columns: Sequence[Column], raw: Floats, scaling: Scaling, formulas: Sequence[str] = ()
) -> tuple[Preparation, Floats]:
    """The preparation that these training rows lead to, and what it makes of them: (rows, n_inputs), not scaled.

    raw: (rows, n_columns), of a table with these columns. Features are there for the categories that the rows have,
    and where they have holes, one says so. A feature that is 0 or 1 stays so, whatever the scaling. formulas: inputs
    made of the features; without any the features are the inputs.

    Raises:
        PlaygroundError: a formula names a feature that is not there, or has no value for a row.
    """
    bare, own = _without_scaling(columns, raw)
    features = bare.encode(own)
    if formulas:
        from engine.data.formulas import Inputs  # here, because a start has none

        bare = replace(bare, inputs=Inputs.read(formulas, bare.feature_names))
        bare.check(own)
        made = bare.encode(own)
        offset, scale = scaling_of(scaling, made)
        return replace(bare, offset=frozen(offset), scale=frozen(scale)), made
    offset, scale = unscaled(len(bare.features))
    values = [place for place, feature in enumerate(bare.features) if feature.kind == "value"]
    if len(values) == len(bare.features):
        offset, scale = scaling_of(scaling, features)
    elif values:
        offset, scale = offset.copy(), scale.copy()
        offset[values], scale[values] = scaling_of(scaling, features[:, values])
    return replace(bare, offset=frozen(offset), scale=frozen(scale)), features


def _without_scaling(columns: Sequence[Column], raw: Floats) -> tuple[Preparation, Floats]:
    """Columns, features and fillings, and the rows with its codes."""
    has_holes: NDArray[np.bool_] = np.zeros(len(columns), np.bool_)
    if np.isnan(raw.min(initial=0)):
        has_holes = np.asarray(np.isnan(raw).any(axis=0))
    known = tuple(_with_categories_of(column, raw[:, place]) for place, column in enumerate(columns))
    features = tuple(
        feature
        for place, column in enumerate(known)
        for feature in (*_features(place, column, has_holes[place]), *_waves(place, column, raw[:, place]))
    )
    bare = Preparation(known, features, *unscaled(len(features)))
    own = bare.aligned(raw, columns)
    return replace(bare, filling=frozen(_filling(known, own, has_holes))), own


def _with_categories_of(column: Column, values: Floats) -> Column:
    """Without the categories that no row has. values: (rows,)"""
    if not column.categories:
        return column
    codes = np.unique(values[~np.isnan(values)]).astype(int)
    if len(codes) == len(column.categories):
        return column
    return replace(column, categories=tuple(column.categories[code] for code in codes))


def _features(place: int, column: Column, has_holes: bool) -> Iterator[Feature]:
    """Those of one column. Of yes and no one says all, the last."""
    if column.kind in _IN_WORDS:
        codes = range(len(column.categories))
        for code in codes if column.kind == "category" else codes[-1:]:
            yield Feature(f"{column.name} = {column.categories[code]}", place, "is", code)
    else:
        yield Feature(column.name, place)
    if has_holes:
        yield Feature(f"{column.name} is missing", place, "missing")


def _waves(place: int, column: Column, values: Floats) -> Iterator[Feature]:
    """Where the days of a column stand in the cycles that their rows show: two numbers for each. values: (rows,)"""
    if column.cycles:
        for name, period in cycles_in(values[~np.isnan(values)]).items():
            yield Feature(f"{column.name} in the {name}, sin", place, "wave", period=period)
            yield Feature(f"{column.name} in the {name}, cos", place, "wave", period=period, shift=0.25)


def _filling(columns: Sequence[Column], raw: Floats, has_holes: NDArray[np.bool_]) -> Floats:
    """What stands in for a hole of each column, also of those that have none here: (n_columns,)"""
    apart = has_holes | [column.kind in _IN_WORDS or column.filling == "most_frequent" for column in columns]
    filling = np.zeros(len(columns), np.float32) if apart.all() else raw.mean(axis=0, dtype=np.float64)
    for place in np.flatnonzero(apart).tolist():
        values = raw[:, place]
        filling[place] = _usual(columns[place], values[~np.isnan(values)])
    return filling.astype(np.float32)


def _usual(column: Column, values: Floats) -> float:
    """The mean, or the commonest, of those of several the least; 0 where there is none. values: (n,)"""
    if not len(values):
        return 0.0
    if column.filling == "mean" and column.kind not in _IN_WORDS:
        return float(values.mean(dtype=np.float64))
    found, counts = np.unique(values, return_counts=True)
    return float(found[counts.argmax()])
