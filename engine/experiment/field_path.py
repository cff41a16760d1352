"""Paths, which name the fields of an experiment: ``layers.0.units``, ``layers.*.l2``, ``lanes.2.set.layers.*.rate``.

Editors, edits, ``--set`` on the command line, marks on the curves and a lane's settings all name fields so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel

from engine.errors import ExperimentError
from engine.fields import has_field
from engine.records import record

ALL: Final = "*"
"""The step that stands for every layer that has the field."""
Index: TypeAlias = int | Literal["*"]

_INDEX: Final = re.compile("[0-9]{1,9}")


@record
class FieldPath:
    """A path, step by step. Any text is one; whether there is such a field only `resolve` knows.

    ``lanes.N.FIELD`` is a field of the lane itself (``lanes.2.name``), or short for a setting of the lane's
    (``lanes.2.l2``: see `engine.experiment.lanes.lanes.lane_path`); ``lanes.N.set.PATH`` is the setting in full.
    """

    parts: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> FieldPath:
        """The inverse of ``str``."""
        return _parse(text)

    @classmethod
    def of_layer(cls, index: Index, field: str) -> FieldPath:
        """``layers.INDEX.FIELD``."""
        return cls(("layers", str(index), field))

    @classmethod
    def of_lane(cls, lane: int, field: str) -> FieldPath:
        """``lanes.LANE.FIELD``, also the short form of a setting."""
        return cls(("lanes", str(lane), field))

    def __str__(self) -> str:
        return ".".join(self.parts)

    # --- what it speaks of --------------------------------------------------------------------------------------------

    @property
    def head(self) -> str:
        """The part of the experiment: ``optimizer`` of ``optimizer.learning_rate``."""
        return self.parts[0]

    @property
    def field(self) -> str:
        """The last step: ``learning_rate`` of ``optimizer.learning_rate``."""
        return self.parts[-1]

    @property
    def layer(self) -> Index | None:
        """Which layer ``layers.INDEX.FIELD`` speaks of; None for any other path."""
        if self.head != "layers" or len(self.parts) != 3:
            return None
        return ALL if self.parts[1] == ALL else index_of(self.parts[1])

    @property
    def lane(self) -> int | None:
        """Which lane ``lanes.N.…`` speaks of; None for any other path."""
        return index_of(self.parts[1]) if self.head == "lanes" and len(self.parts) > 2 else None

    @property
    def lane_field(self) -> str | None:
        """FIELD of ``lanes.N.FIELD``; None for any other path."""
        return self.field if self.lane is not None and len(self.parts) == 3 else None

    @property
    def column(self) -> str | None:
        """NAME of ``data.columns.NAME.FIELD``, which may have dots in it; None for any other path."""
        is_one = self.parts[:2] == ("data", "columns") and len(self.parts) > 3
        return ".".join(self.parts[2:-1]) if is_one else None

    @property
    def is_lane_setting(self) -> bool:
        """Whether it is ``lanes.N.set.PATH``, or that of all lanes (``*``)."""
        return self.head == "lanes" and len(self.parts) > 3 and self.parts[2] == "set"

    @property
    def inside_lane(self) -> FieldPath | None:
        """What of its lane it speaks of: PATH of ``lanes.N.set.PATH``, FIELD of ``lanes.N.FIELD``."""
        if self.lane is None:
            return None
        return FieldPath(self.parts[3 if self.is_lane_setting else 2 :])

    # --- others made of it --------------------------------------------------------------------------------------------

    def at(self, index: Index) -> FieldPath:
        """The same field of another layer, or of all of them; a path that speaks of no layer stays as it is."""
        return self if self.layer is None else FieldPath.of_layer(index, self.field)

    def beside(self, field: str) -> FieldPath:
        """Another field of the same owner: ``optimizer.momentum`` for ``optimizer.kind``."""
        return FieldPath((*self.parts[:-1], field))

    def in_lane(self, lane: int) -> FieldPath:
        """The setting of a lane that stands for this field: ``lanes.LANE.set.PATH``."""
        return FieldPath(("lanes", str(lane), "set", *self.parts))

    # --- what it finds ------------------------------------------------------------------------------------------------

    def matches(self, other: FieldPath) -> bool:
        """Whether ``other`` is this path, where ``*`` stands for any index."""
        return len(self.parts) == len(other.parts) and all(
            mine == theirs or (mine == ALL and index_of(theirs) is not None)
            for mine, theirs in zip(self.parts, other.parts, strict=True)
        )

    def layers_among(self, layers: Sequence[BaseModel]) -> list[int]:
        """Indices of the layers that it speaks of and that have its field."""
        index = self.layer
        if index is None:
            return []
        wanted = range(len(layers)) if index == ALL else range(index, min(index + 1, len(layers)))
        return [place for place in wanted if has_field(layers[place], self.field)]

    def resolve(self, experiment: BaseModel | dict[str, Any]) -> tuple[list[Any], str]:
        """What holds the field, in an experiment or its plain data, and the name or index that it has there.

        There are several owners where the path has a ``*``: those that have what it asks for. A lane's settings, named
        by paths themselves, are held by one dict, where the one asked for may be missing.

        Raises:
            ExperimentError: there is no such field.
        """
        steps = self._keys()
        owners: list[Any] = [experiment]
        for step, following in pairwise(steps):
            owners = [inner for owner in owners for inner in _entries(owner, step, following)]
        last = steps[-1]
        if not owners or not (self.is_lane_setting or all(_has(owner, last) for owner in owners)):
            raise self._missing()
        return owners, last

    def value(self, experiment: BaseModel) -> Any:
        """What an experiment has there; of several, the first. Raises ExperimentError: there is no such field."""
        (owner, *_), name = self.resolve(experiment)
        if not _has(owner, name):
            raise self._missing()
        return _entry(owner, name)

    def _missing(self) -> ExperimentError:
        return ExperimentError("{path}: there is no such field in this experiment.", path=str(self))

    def _keys(self) -> tuple[str, ...]:
        """The steps, where the name of a lane's setting, or of a column, is one step, dots and all."""
        if self.column is not None:
            return (*self.parts[:2], self.column, self.field)
        return (*self.parts[:3], ".".join(self.parts[3:])) if self.is_lane_setting else self.parts


@lru_cache(maxsize=4096)
def _parse(text: str) -> FieldPath:
    return FieldPath(tuple(text.split(".")))


def index_of(step: str) -> int | None:
    """The place in a list that a step of a path names, if it does."""
    return int(step) if _INDEX.fullmatch(step) else None


def _has(owner: object, step: str) -> bool:
    match owner:
        case BaseModel():
            return has_field(owner, step)
        case dict():
            return step in owner
        case list() | tuple():
            index = index_of(step)
            return index is not None and index < len(owner)
    return False


def _entries(owner: Any, step: str, following: str) -> list[Any]:
    """What a step leads to; after ``*`` all that have what follows."""
    if step == ALL and isinstance(owner, list | tuple):
        return [entry for entry in owner if isinstance(entry, dict | BaseModel) and _has(entry, following)]
    return [_entry(owner, step)] if _has(owner, step) else []


def _entry(owner: Any, step: str) -> Any:
    if isinstance(owner, BaseModel):
        return getattr(owner, step)
    return owner[step] if isinstance(owner, dict) else owner[int(step)]
