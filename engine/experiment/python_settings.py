"""What a person writes in `Experiment(...)` as the plain data of a file; what cannot be meant is told in Python."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Final

from engine.data.spec import DataSpec
from engine.experiment.calls import check_no_frame, wrong
from engine.experiment.plain_data import plain_data
from engine.spec import Spec

_PARTS: Final = {
    "optimizer": "Adam(0.001)",
    "schedule": "CosineSchedule(over=1000)",
    "early_stopping": "EarlyStopping(20)",
}
_LISTS: Final = {
    "layers": ('[Dense(8), Activation("relu"), Dense(10)]', "Dense(8)"),
    "lanes": ('[Lane("a"), Lane("b", set={"seed": 1})]', 'Lane("a")'),
}
"""How a list of them is written, and one."""
_BY_NAME: Final = ("optimizer", "schedule")


def python_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Kinds may be given by name, ``optimizer="adam"``, or without brackets, ``optimizer=Adam``; lanes by name.

    Raises:
        ExperimentError: a value is none of what can stand there.
    """
    return {name: plain_data(_meant(name, value)) for name, value in settings.items()}


def _meant(name: str, value: Any) -> Any:
    value = _made(value)
    if name == "data":
        return _data(value)
    if name in _PARTS:
        if name in _BY_NAME and isinstance(value, str):
            return {"kind": value.strip().casefold()}
        if not isinstance(value, Spec | Mapping):
            raise wrong(name, _PARTS[name], value)
    if name in _LISTS:
        return _entries(name, value)
    return value


def _made(value: Any) -> Any:
    """What a class without its brackets makes."""
    return value() if callable(value) and hasattr(value, "spec") else value


def _data(value: Any) -> Any:
    check_no_frame("data", value)
    if isinstance(value, str | PathLike):
        return {"source": value}
    if not isinstance(value, DataSpec | Mapping):
        raise wrong("data", '"t.csv"', value)
    return value


def _entries(name: str, value: Any) -> list[Any]:
    """Of a list of layers or lanes."""
    whole, example = _LISTS[name]
    if isinstance(value, str | Mapping | Spec) or not hasattr(value, "__iter__"):
        raise wrong(name, whole, value)
    entries = [_made(entry) for entry in value]
    for place, entry in enumerate(entries):
        if name == "lanes" and isinstance(entry, str):
            entries[place] = {"name": entry}
        elif not isinstance(entry, Spec | Mapping):
            raise wrong(f"{name}.{place}", example, entry)
    return entries
