"""What is made of the columns of a row before the network sees them; learned from the training rows alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, TypeAdapter

from engine.arrays import frozen
from engine.data.columns.column import Column, number_columns
from engine.data.formulas import Inputs

Floats: TypeAlias = NDArray[np.float32]
FeatureKind: TypeAlias = Literal["value"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One number that the network is given, made of one raw column.

    ``value``: the number as it is.
    """

    name: str
    column: int
    """The place of the column it is made of."""
    kind: FeatureKind = "value"


@dataclass(frozen=True, slots=True, eq=False)
class Preparation:
    """Raw columns -> features -> inputs -> scaled inputs. The arrays are read-only.

    columns: what a row of a table must have, in this order; inputs: formulas over the features, which are themselves
    the inputs without any; offset, scale: (n_inputs,) float32. A scaled input is (input - offset) / scale.
    """

    columns: tuple[Column, ...]
    features: tuple[Feature, ...]
    offset: Floats
    scale: Floats
    inputs: Inputs | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Of the inputs."""
        return self.feature_names if self.inputs is None else self.inputs.names

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Of the features that inputs are made of."""
        return tuple(feature.name for feature in self.features)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Of the raw columns."""
        return tuple(column.name for column in self.columns)

    @property
    def is_plain(self) -> bool:
        """Whether each column is an input just as it is."""
        return self.inputs is None and self.features == plain_features(self.columns)

    def encode(self, raw: Floats) -> Floats:
        """raw: (rows, n_columns) -> (rows, n_inputs), not scaled. Plain numbers are the very same array."""
        return raw if self.inputs is None else self.inputs.of_rows(raw)

    def apply(self, raw: Floats) -> Floats:
        """raw: (rows, n_columns) -> (rows, n_inputs), as the network takes them."""
        scaled: Floats = (self.encode(raw) - self.offset) / self.scale
        return scaled

    def to_json(self) -> str:
        """Columns, features and inputs; offset and scale are kept as arrays elsewhere."""
        about: dict[str, object] = {"columns": [_told(column) for column in self.columns]}
        if self.features != plain_features(self.columns):
            about["features"] = [_told(feature) for feature in self.features]
        if self.inputs is not None:
            about["inputs"] = self.inputs.names
        return json.dumps(about)


def from_json(text: str, offset: Floats, scale: Floats) -> Preparation:
    """The preparation of a file.

    Raises:
        ValueError: the text is damaged, or made up.
    """
    about = _reader().validate_json(text)
    features = plain_features(about.columns) if about.features is None else about.features
    if not all(0 <= feature.column < len(about.columns) for feature in features):
        raise ValueError("a feature of a column that is not there")
    inputs = None if about.inputs is None else Inputs.read(about.inputs, [feature.name for feature in features])
    if not len(features if inputs is None else inputs.names) == len(offset) == len(scale):
        raise ValueError("not as many inputs as are scaled")
    return Preparation(about.columns, features, offset, scale, inputs)


def plain(names: Iterable[str], offset: Floats | None = None, scale: Floats | None = None) -> Preparation:
    """That of numbers which are the features themselves. Without offset and scale they are not scaled."""
    columns = number_columns(names)
    return Preparation(
        columns,
        plain_features(columns),
        frozen(np.zeros(len(columns), np.float32)) if offset is None else offset,
        frozen(np.ones(len(columns), np.float32)) if scale is None else scale,
    )


def plain_features(columns: Sequence[Column]) -> tuple[Feature, ...]:
    """Each column by itself, as it is."""
    return tuple(Feature(column.name, place) for place, column in enumerate(columns))


def _told(thing: Column | Feature) -> dict[str, object]:
    """Its fields, but for those that are as they mostly are."""
    defaults = {field.name: field.default for field in fields(thing)}
    return {name: value for name, value in asdict(thing).items() if value != defaults[name]}


class _About(BaseModel):
    """What a file says of a preparation."""

    model_config = ConfigDict(extra="forbid", strict=False)
    columns: tuple[Column, ...]
    features: tuple[Feature, ...] | None = None
    """None: each column by itself, as it is."""
    inputs: tuple[str, ...] | None = None
    """None: the features themselves."""


@cache
def _reader() -> TypeAdapter[_About]:
    """Made when the first file is read: it takes some milliseconds."""
    return TypeAdapter(_About)
