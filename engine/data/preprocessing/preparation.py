"""What is made of the columns of a row before the network sees them; learned from the training rows alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, field, fields
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, TypeAdapter

from engine.arrays import Array, frozen
from engine.data.columns.column import Column, number_columns
from engine.records import record

if TYPE_CHECKING:
    from engine.data.formulas import Inputs

Floats: TypeAlias = NDArray[np.float32]
FeatureKind: TypeAlias = Literal["value", "is", "missing", "wave"]

UNKNOWN: float = -1
"""The code of a category that no training row has: it is none of those that are asked for."""


@record
class Feature:
    """One number that the network is given, made of one raw column.

    ``value``: the number as it is; ``is``: 1 where the column has this category, else 0; ``missing``: 1 where it has
    no value, else 0; ``wave``: sin(2 pi (value / period + shift)), of days that come again after so many.
    """

    name: str
    column: int
    """The place of the column it is made of."""
    kind: FeatureKind = "value"
    category: int = 0
    """The place of the category among those of the column."""
    period: float = 1.0
    shift: float = 0.0
    """A quarter makes a cosine."""


@record(eq=False)
class Preparation:
    """Raw columns -> features -> inputs -> scaled inputs. The arrays are read-only.

    columns: what a row of a table must have, in this order; inputs: formulas over the features, which are themselves
    the inputs without any; offset, scale: (n_inputs,) float32. A scaled input is (input - offset) / scale.
    filling: (n_columns,) float32, what stands in for a missing value of each; None where none can be missing.
    """

    columns: tuple[Column, ...]
    features: tuple[Feature, ...]
    offset: Floats
    scale: Floats
    filling: Floats | None = None
    inputs: Inputs | None = None
    is_plain: bool = field(init=False)
    """Whether each column is a feature just as it is, whatever its value."""

    def __post_init__(self) -> None:
        has_holes = any(column.means_missing for column in self.columns)
        object.__setattr__(self, "is_plain", self.features == plain_features(self.columns) and not has_holes)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the inputs."""
        return self.feature_names if self.inputs is None else self.inputs.titles

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Of the features that inputs are made of."""
        return tuple(feature.name for feature in self.features)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Of the raw columns."""
        return tuple(column.name for column in self.columns)

    def aligned(self, raw: Floats, columns: Sequence[Column]) -> Floats:
        """raw: (rows, n_columns) of a table whose columns are these in the same order -> with the codes of this one's
        categories. The very same array where they are alike."""
        codes = {
            place: _codes(found.categories, wanted.categories)
            for place, (found, wanted) in enumerate(zip(columns, self.columns, strict=True))
            if found.categories != wanted.categories
        }
        if not codes:
            return raw
        aligned = raw.copy()
        for place, code in codes.items():
            known = raw[:, place] >= 0  # neither missing nor unknown
            aligned[known, place] = code[raw[known, place].astype(np.intp)]
        return aligned

    def encode(self, raw: Floats) -> Floats:
        """raw: (rows, n_columns) -> (rows, n_inputs), not scaled. Plain numbers are the very same array."""
        features = self.featured(raw)
        return features if self.inputs is None else self.inputs.of_rows(features)

    def check(self, raw: Floats) -> None:
        """Raises DataError where an input has no value for one of these rows, (rows, n_columns)."""
        if self.inputs is not None:
            features = self.featured(raw)
            self.inputs.check(self.inputs.of_rows(features), features)

    def featured(self, raw: Floats) -> Floats:
        """raw: (rows, n_columns) -> (rows, n_features), of which inputs are made."""
        filled = self._filled(raw)
        if self.is_plain:
            return filled
        features = np.empty((len(raw), len(self.features)), np.float32)
        for kind in ("value", "is", "missing", "wave"):
            chosen = [place for place, feature in enumerate(self.features) if feature.kind == kind]
            columns = [self.features[place].column for place in chosen]
            if kind == "value":
                features[:, chosen] = filled[:, columns]
            elif kind == "is":
                features[:, chosen] = filled[:, columns] == [self.features[place].category for place in chosen]
            elif kind == "wave":
                for place in chosen:
                    of = self.features[place]
                    features[:, place] = wave(filled[:, of.column], of.period, of.shift)
            else:
                features[:, chosen] = np.isnan(raw[:, columns])
        return features

    def apply(self, raw: Floats) -> Floats:
        """raw: (rows, n_columns) -> (rows, n_inputs), as the network takes them."""
        scaled: Floats = (self.encode(raw) - self.offset) / self.scale
        return scaled

    def _filled(self, raw: Floats) -> Floats:
        """With something in the place of each missing value."""
        if self.filling is None or not len(raw) or not np.isnan(raw.min()):  # NaN is the least of all
            return raw
        return np.where(np.isnan(raw), self.filling, raw)

    def to_json(self) -> str:
        """Columns, features and inputs; the arrays are kept as such elsewhere."""
        about: dict[str, object] = {"columns": [_told(column) for column in self.columns]}
        if not self.is_plain:
            about["features"] = [_told(feature) for feature in self.features]
        if self.inputs is not None:
            about["inputs"] = self.inputs.names
        return json.dumps(about)


def wave(days: Array, period: float, shift: float) -> Array:
    """Where days, (n,), stand in a cycle of so many: sin(2 pi (days / period + shift)), (n,).

    The turns that are over are taken away first: float32 has few digits behind them. Scripts have this very function.
    """
    turns = days / np.float32(period)
    found: Array = np.sin((turns - np.floor(turns) + np.float32(shift)) * np.float32(2 * np.pi))
    return found


def _codes(found: Sequence[str], wanted: Sequence[str]) -> Floats:
    """What the code of each category becomes, 3 and 03 being one: (len(found),)"""
    from engine.data.matching import finder, folded_class

    place_of = finder(wanted, folded_class)
    places = [place_of(name) for name in found]
    return np.array([UNKNOWN if place is None else place for place in places], np.float32)


# --- making one -----------------------------------------------------------------------------------------------------


def plain(names: Iterable[str], offset: Floats | None = None, scale: Floats | None = None) -> Preparation:
    """That of numbers which are the features themselves. Without offset and scale they are not scaled."""
    columns = number_columns(names)
    zeros, ones = unscaled(len(columns))
    return Preparation(
        columns,
        plain_features(columns),
        zeros if offset is None else offset,
        ones if scale is None else scale,
    )


def plain_features(columns: Sequence[Column]) -> tuple[Feature, ...]:
    """Each column by itself, as it is."""
    return tuple(Feature(column.name, place) for place, column in enumerate(columns))


def unscaled(n_features: int) -> tuple[Floats, Floats]:
    """Offset and scale that change nothing."""
    return frozen(np.zeros(n_features, np.float32)), frozen(np.ones(n_features, np.float32))


# --- files ----------------------------------------------------------------------------------------------------------


def from_json(text: str, offset: Floats, scale: Floats) -> Preparation:
    """The preparation of a file.

    Raises:
        ValueError: the text is damaged, or made up.
    """
    about = _reader().validate_json(text)
    features = plain_features(about.columns) if about.features is None else about.features
    if not all(0 <= feature.column < len(about.columns) for feature in features):
        raise ValueError("a feature of a column that is not there")
    if not all(feature.period > 0 for feature in features):
        raise ValueError("a wave without a length")
    inputs = None
    if about.inputs is not None:
        from engine.data.formulas import Inputs  # here, because most have none

        inputs = Inputs.read(about.inputs, [feature.name for feature in features])
    if not len(features if inputs is None else inputs.names) == len(offset) == len(scale):
        raise ValueError("not as many inputs as are scaled")
    return Preparation(about.columns, features, offset, scale, inputs=inputs)


def _told(thing: Column | Feature) -> dict[str, object]:
    """Its fields, but for those that are as they mostly are."""
    defaults = {field.name: field.default for field in fields(thing)}
    return {name: value for name, value in asdict(thing).items() if value != defaults[name]}


class Prepared:
    """What rows are by their ``preparation``, wherever that is: in a dataset, a model, a lane to be exported."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def preparation(self) -> Preparation: ...

    @property
    def feature_names(self) -> tuple[str, ...]:
        return self.preparation.names

    @property
    def n_features(self) -> int:
        return len(self.feature_names)

    @property
    def offset(self) -> NDArray[np.float32]:
        """(n_features,)"""
        return self.preparation.offset

    @property
    def scale(self) -> NDArray[np.float32]:
        """(n_features,)"""
        return self.preparation.scale


class _About(BaseModel):
    """What a file says of a preparation. Nothing reads one before a file is opened, so it is built then."""

    model_config = ConfigDict(extra="forbid", strict=False, defer_build=True)
    columns: tuple[Column, ...]
    features: tuple[Feature, ...] | None = None
    """None: each column by itself, as it is."""
    inputs: tuple[str, ...] | None = None
    """None: the features themselves."""


@cache
def _reader() -> TypeAdapter[_About]:
    """Made when the first file is read: it takes some milliseconds."""
    return TypeAdapter(_About)
