"""Lanes beside one that differ from it in one setting alone: the strongest evidence of what that setting does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from engine.diagnosis.evidence.evidence import Beside, Evidence

_NO_SETTINGS: Final = {"lanes", "name"}


def with_lanes_beside(lanes: Sequence[Evidence]) -> list[Evidence]:
    """Each with those among the others that differ in one setting, neither changed on the way nor diverged."""
    if len(lanes) < 2:
        return list(lanes)
    settings = [each.setup.model_dump(exclude=_NO_SETTINGS) for each in lanes]
    found = []
    for mine, one in zip(settings, lanes, strict=True):
        others = [
            _beside(mine, theirs, other)
            for theirs, other in zip(settings, lanes, strict=True)
            if other is not one and not one.since and not other.since and other.diverged_at is None
        ]
        found.append(replace(one, beside=tuple(each for each in others if each is not None)))
    return found


def _beside(mine: Mapping[str, Any], theirs: Mapping[str, Any], other: Evidence) -> Beside | None:
    """None where they differ in nothing, in more than one setting, or in the seed, which is no cause."""
    apart = list(_apart(mine, theirs))
    names = {name for name, _, _ in apart}
    if len(names) != 1 or "seed" in names:
        return None
    values = [value for _, _, value in apart]
    is_same = all(value == values[0] for value in values)
    return Beside(names.pop(), apart[0][1], values[0] if is_same else None, other)


def _apart(mine: Any, theirs: Any, name: str = "") -> Iterator[tuple[str, Any, Any]]:
    """(setting, mine, theirs) wherever they differ. A setting of layers has one name in all of them."""
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping) and mine.keys() == theirs.keys():
        for key in mine:
            yield from _apart(mine[key], theirs[key], key)
    elif isinstance(mine, list | tuple) and isinstance(theirs, list | tuple) and len(mine) == len(theirs):
        for one, other in zip(mine, theirs, strict=True):
            yield from _apart(one, other, name)
    elif mine != theirs:
        yield name, mine, theirs
