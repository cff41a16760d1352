"""An experiment as the Python that makes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from engine.api.checks import check_experiment
from engine.api.specs import PARTS, Data
from engine.data import is_file
from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment
from engine.spec import Spec

_WIDTH: Final = 88
"""Characters of the line of imports, before it is broken."""
_STEP: Final = "    "


def as_python(experiment: Experiment) -> str:
    """Code that, run, has the same experiment in ``experiment``. What is as usual is left out."""
    check_experiment("as_python", experiment)
    settings = dict(_settings(experiment))
    names = sorted({"Experiment", *(name for value in settings.values() for name in _names(value))})
    lines = "".join(f"{_STEP}{name}={_code(value, 1)},\n" for name, value in settings.items())
    return f"{_imports(names)}\n\nexperiment = Experiment(\n{lines})\n"


def _settings(experiment: Experiment) -> Iterator[tuple[str, object]]:
    """What there is to say, in the order of the fields."""
    for name, field in type(experiment).model_fields.items():
        value = getattr(experiment, name)
        if name == "data":
            yield name, value.source if value == Data(value.source) and _is_said_alone(value) else value
        elif value != field.get_default(call_default_factory=True):
            yield name, value


def _is_said_alone(data: DataSpec) -> bool:
    """Whether the name of the rows means the same as all that is said of them: a path alone leaves the rest open."""
    return not is_file(data.source) or data.model_fields_set == {"source"}


def _imports(names: list[str]) -> str:
    line = f"from engine import {', '.join(names)}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join(["from engine import (", *(f"{_STEP}{name}," for name in names), ")"])


def _names(value: object) -> Iterator[str]:
    """What has to be imported to write a value down."""
    if isinstance(value, tuple):
        for entry in value:
            yield from _names(entry)
    elif isinstance(value, Spec) and type(value) in PARTS:
        yield PARTS[type(value)][0]


def _code(value: object, depth: int = 0) -> str:
    """A value at so many steps of indentation; a list has a line for each entry."""
    if isinstance(value, tuple):
        entries = "".join(f"{_STEP * (depth + 1)}{_code(entry)},\n" for entry in value)
        return f"[\n{entries}{_STEP * depth}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_code(key)}: {_code(entry)}' for key, entry in value.items())}}}"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # in double quotes; what it escapes, Python reads alike
    if isinstance(value, Spec) and type(value) not in PARTS:
        return _code(value.model_dump(exclude_defaults=True))  # what a column is taken for, say, has no name here
    return _call(value) if isinstance(value, Spec) else repr(value)


def _call(spec: Spec) -> str:
    """``Dense(100, l2=0.01)``: the first setting by its place, and the others that are not as usual."""
    name, part = PARTS[type(spec)]
    first = [] if part.first is None else [_code(getattr(spec, part.first))]
    others = (field for field in type(spec).model_fields if field not in ("kind", part.first))
    settings = [f"{field}={_code(value)}" for field in others if (value := getattr(spec, field)) != part.usual(field)]
    if isinstance(spec, DataSpec) and not settings and not _is_said_alone(spec):
        settings = [f"label={_code(spec.label)}"]
    return f"{name}({', '.join([*first, *settings])})"
