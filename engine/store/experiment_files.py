"""Experiments and histories on disk. (Models: see models.py.)"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import math
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.data import is_file
from engine.data.task import Task
from engine.errors import ExperimentError
from engine.experiment.calls import wrong
from engine.experiment.experiment import Experiment, parse
from engine.store.atomic import write_atomically
from engine.train.history.history import HistoryView

LARGEST_EXPERIMENT = 10_000_000
"""Bytes; a thousand layers with sixty-four lanes need a tenth of it."""

HISTORY_COLUMNS: Final = (
    "step",
    "lane",
    "train_loss",
    "train_data_loss",
    "penalty",
    "train_accuracy",
    "test_loss",
    "test_data_loss",
    "test_accuracy",
)
VALIDATION_COLUMNS: Final = ("valid_loss", "valid_data_loss", "valid_accuracy")
"""Behind those, where there are validation rows."""


def save_experiment(experiment: Experiment, path: Path | str) -> None:
    """Writes an experiment file. Data that lies in or below its folder is named relative to it, so both can move.

    Raises:
        PlaygroundError: it cannot be written.
    """
    if not isinstance(experiment, Experiment) or not isinstance(path, str | os.PathLike):
        is_other = not isinstance(experiment, Experiment)
        raise wrong("save_experiment", 'save_experiment(experiment, "e.json")', experiment if is_other else path)
    source = experiment.data.source
    if is_file(source):
        experiment = _with_source(experiment, _relative(source, Path(path)))
    text = experiment.to_json().encode()
    write_atomically(path, lambda stream: stream.write(text))


def open_experiment(path: Path | str) -> Experiment:
    """Reads an experiment file. A relative path of its data counts from its own folder.

    Raises:
        ExperimentError: one sentence that names the file and, where it can, the field.
    """
    if not isinstance(path, str | os.PathLike):
        raise wrong("open_experiment", 'open_experiment("e.json")', path)
    path = Path(path)
    text = _read_text(path)
    try:
        experiment = parse(text)
    except ExperimentError as error:
        if "file" in error.values:
            raise
        if _has_nothing_of_an_experiment(text):
            raise ExperimentError(
                "{file} is JSON, but no experiment. Rows to learn from are read from a table, such as a CSV file.",
                file=path,
            ) from None
        raise ExperimentError("{file}: {problem}", path=error.path, file=path, problem=error) from None
    source = experiment.data.source
    if is_file(source):
        experiment = _with_source(experiment, str(absolute_source(source, path.parent)))
    return experiment


def _has_nothing_of_an_experiment(text: str) -> bool:
    """Whether it is JSON that somebody else has written: none of its fields is known."""
    with contextlib.suppress(ValueError, RecursionError):
        found = json.loads(text)
        return isinstance(found, dict) and not Experiment.model_fields.keys() & found.keys()
    return False


def save_history(
    view: HistoryView,
    lane_names: Sequence[str],
    path: Path | str,
    *,
    task: Task = "classes",
    more: Mapping[str, Array] | None = None,
) -> None:
    """Writes a CSV file with a line for each step measured and lane; what is not a number stays empty.

    more: columns behind the others, (points, lanes) each.

    Raises:
        PlaygroundError: it cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    columns = history_columns(view, lane_names, task=task)
    columns |= {name: values.ravel() for name, values in (more or {}).items()}
    writer.writerow(columns)
    for step, name, *values in zip(*columns.values(), strict=True):
        writer.writerow([int(step), name, *(_compact(float(value)) for value in values)])
    content = text.getvalue().encode()
    write_atomically(path, lambda stream: stream.write(content))


def history_columns(view: HistoryView, lane_names: Sequence[str], *, task: Task = "classes") -> dict[str, Array]:
    """HISTORY_COLUMNS, and VALIDATION_COLUMNS where there are such rows, with an entry for each step measured and lane,
    (points * lanes,), lane by lane within a step. Where numbers are learned accuracy is R2, and is called so.
    """
    columns = [np.repeat(view.steps, len(lane_names)), np.tile(np.array(lane_names, object), len(view))]
    names = (*HISTORY_COLUMNS, *VALIDATION_COLUMNS) if view.has_validation else HISTORY_COLUMNS
    measures = [view.measure(name).ravel() for name in names[2:]]
    titles = names if task == "classes" else [name.replace("accuracy", "r2") for name in names]
    return dict(zip(titles, [*columns, *measures], strict=True))


def _read_text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a pipe or a device might never end
            raise ExperimentError("{file} is a folder or a device: choose an experiment file.", file=path)
        with path.open("rb") as stream:
            data = stream.read(LARGEST_EXPERIMENT + 1)
    except FileNotFoundError:
        raise ExperimentError("{file} does not exist.", file=path) from None
    except PermissionError:
        raise ExperimentError("{file} cannot be read: permission is denied.", file=path) from None
    except OSError as error:
        raise ExperimentError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None
    if len(data) > LARGEST_EXPERIMENT:
        raise ExperimentError("{file} is larger than 10 MB, so it is not an experiment file.", file=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExperimentError("{file} is not text in UTF-8, so it is not an experiment file.", file=path) from None


def _with_source(experiment: Experiment, source: str) -> Experiment:
    return experiment.model_copy(update={"data": experiment.data.model_copy(update={"source": source})})


def absolute_source(source: str, folder: Path) -> Path:
    """The path of a data file in full; ``folder`` is where a relative one starts."""
    data = Path(source)
    with contextlib.suppress(RuntimeError):  # "~name" without such a user
        data = data.expanduser()
    return Path(os.path.normpath(folder.absolute() / data))


def full_source(source: str) -> str:
    """A path that means the same from any folder; the name of a named source as it is."""
    return str(absolute_source(source, Path())) if is_file(source) else source


def _relative(source: str, path: Path) -> str:
    """The data's path as seen from the folder of the file ``path``, or in full where it lies elsewhere."""
    data, folder = absolute_source(source, Path()), absolute_source("", path.parent)
    if data == folder or not data.is_relative_to(folder):
        return str(data)
    relative = data.relative_to(folder).as_posix()
    # A file called "digits" or "~" stays in full, or it would be taken for something else.
    return relative if is_file(relative) and not relative.startswith("~") else str(data)


def _compact(value: float) -> str:
    """Seven digits: all that a float32 has."""
    return "" if math.isnan(value) else f"{value:.7g}"
