"""What the command line is given: an experiment, changes to it, and its data."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from engine.data import Dataset, Report, Table, load_table, split
from engine.data.files.progress import ignore
from engine.data.new_file import WRITING
from engine.data.preprocessing.sizes import rows_asked
from engine.data.spec import DataSpec, Size
from engine.errors import PlaygroundError
from engine.experiment.declared import is_used
from engine.experiment.edits.adapt import with_classes_of, with_columns_of, with_rows_of
from engine.experiment.edits.adapt_lanes import with_lanes_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.fields import field_info
from engine.records import record
from engine.store.experiment_files import full_source, open_experiment
from engine.store.file_kind import FileKind, kind_of
from engine.store.presets import load_preset, preset_names

_NOT_TO_TRAIN: Final[dict[FileKind, str]] = {
    "rows": "{file} is no experiment: if it holds rows to learn from, name an experiment and add --data {file}.",
    "model": "{file} is a trained model: evaluate it on rows, or open it in the window to go on from it.",
    "run": "{file} is a saved run: open it in the window to go on where it stopped.",
}
"""What else files are, and what can be done with them."""
_NAMED: Final = 4
"""Lanes that are named one by one."""


def find_experiment(source: str) -> Experiment:
    """An experiment file or, where there is no such file, a preset.

    Raises:
        PlaygroundError: neither, or the file cannot be used.
    """
    if os.path.lexists(source):
        kind = kind_of(Path(source))
        if kind in _NOT_TO_TRAIN and Path(source).is_file():
            raise PlaygroundError(_NOT_TO_TRAIN[kind], file=source)
        return open_experiment(source)
    if source in preset_names():
        return load_preset(source)
    if Path(source).name != source or Path(source).suffix:
        raise PlaygroundError("{file} does not exist.", file=source)
    raise PlaygroundError(
        "{source} is neither a file nor one of the presets: {presets}.",
        source=source,
        presets=", ".join(preset_names()),
    )


def begin_with(source: str, data: str | None) -> tuple[Experiment, str | None]:
    """The experiment to train, and the rows where they are other ones. A file of rows is learned by a small network.

    Raises:
        PlaygroundError: as for `find_experiment`.
    """
    if data is None and os.path.lexists(source) and kind_of(Path(source)) == "rows":
        from engine.experiment.edits.starter import starter  # here, because most runs have an experiment of their own

        net = starter(DataSpec(), n_outputs=2)  # its output and loss follow the rows when they are read
        return edited(net, "name", Path(source).stem), source
    return find_experiment(source), data


@record
class Changes:
    """Options that change an experiment; None leaves it as it is. ``settings`` are PATH=VALUE and come last.

    in_folds: ``data.folds`` makes a lane of each fold, unless it is said which of them is left out.
    """

    data: str | None = None
    label: str | None = None
    train: Size | None = None
    validation: Size | None = None
    test: Size | None = None
    seed: int | None = None
    steps: int | None = None
    settings: tuple[str, ...] = ()
    in_folds: bool = False

    def apply(self, experiment: Experiment) -> Experiment:
        """The changed experiment.

        Raises:
            PlaygroundError: no such field, or a value that it cannot take.
        """
        options = {
            "data.source": self.data,
            "data.label": self.label,
            "data.train": self.train,
            "data.validation": self.validation,
            "data.test": self.test,
            "seed": self.seed,
            "steps": self.steps or None,  # none at all is no field of an experiment
        }
        edits = [(path, value) for path, value in options.items() if value is not None]
        for path, value in (*edits, *map(_parse_setting, self.settings)):
            experiment = edited(experiment, path, value)
        experiment = edited(experiment, "data.source", full_source(experiment.data.source))
        if self.in_folds and (folds := self.folds_alone(experiment)) is not None:
            from engine.experiment.comparisons.of_rows import in_folds  # here, because most runs have none

            return in_folds(experiment, folds)
        return experiment

    def folds_alone(self, experiment: Experiment) -> int | None:
        """Into how many folds rows are to be cut without a word on which is left out, so that it would change nothing.

        experiment: the changed one.
        """
        asked = any(path == "data.folds" for path, _ in map(_parse_setting, self.settings))
        is_named = experiment.data.fold is not None or any("data.fold" in lane.set for lane in experiment.lanes)
        return experiment.data.folds if asked and not is_named else None

    def remarks(self, experiment: Experiment) -> list[str]:
        """About settings that were given and have no effect in the changed experiment."""
        paths = [FieldPath.parse(path) for path, _ in map(_parse_setting, self.settings)]
        # What is said of a column may name it in another way than the experiment does, and always has an effect.
        asked = [path for path in paths if path.lane is None and path.column is None]
        return [
            sentence
            for path in asked
            for sentence in (*_without_effect(experiment, path), *_set_by_lanes(experiment, path))
        ]

    @property
    def is_read_by(self) -> tuple[str, ...]:
        """The fields among the settings that say how a file is written."""
        return tuple(name for name in WRITING if any(text.startswith(f"data.{name}=") for text in self.settings))

    @property
    def sets_rows(self) -> bool:
        """Whether a number of rows was asked for."""
        return bool(self.sizes_asked) or any(setting.startswith("data=") for setting in self.settings)

    @property
    def sizes_asked(self) -> tuple[str, ...]:
        """Of ``train``, ``validation`` and ``test``."""
        options = {"train": self.train, "validation": self.validation, "test": self.test}
        return tuple(
            name
            for name, value in options.items()
            if value is not None or any(setting.startswith(f"data.{name}=") for setting in self.settings)
        )


def _without_effect(experiment: Experiment, path: FieldPath) -> Iterator[str]:
    """That the other fields leave this one without effect, if so."""
    owners, field = path.resolve(experiment)
    for owner in owners[:1]:
        if isinstance(owner, BaseModel) and not is_used(owner, field):
            condition = field_info(owner, field).used_when
            assert condition is not None
            other = ".".join((*path.parts[:-1], condition.path))
            values = " or ".join(value if isinstance(value, str) else json.dumps(value) for value in condition.values)
            yield f"{path} has no effect {'while' if condition.negated else 'unless'} {other} is {values}."


def _set_by_lanes(experiment: Experiment, path: FieldPath) -> Iterator[str]:
    """That every lane sets it for itself, so that it is no other anywhere, if so."""
    lanes = experiment.lanes
    if lanes and all(any(FieldPath.parse(own).matches(path) for own in lane.set) for lane in lanes):
        named = lanes[0].name if len(lanes) == 1 else f"every lane ({', '.join(lane.name for lane in lanes[:_NAMED])}"
        if len(lanes) > 1:
            named += ", …)" if len(lanes) > _NAMED else ")"
        instead = f"write lanes.*.set.{path}, or sweep it with --grid"
        yield f"{path} changes nothing, for {named} sets it for itself: {instead}."


def _parse_setting(setting: str) -> tuple[str, object]:
    """``layers.*.l2=0`` -> its path and 0. What is not JSON is a text: ``optimizer.kind=adam``."""
    path, separator, text = setting.partition("=")
    if not separator or not path:
        raise PlaygroundError("--set {setting}: write PATH=VALUE, such as layers.*.l2=0.01.", setting=setting)
    try:
        return path.strip(), json.loads(text)
    except (ValueError, RecursionError):
        return path.strip(), text


def fitted_sentence(experiment: Experiment, table: Table) -> str:
    """That the output layer was made to fit."""
    if table.task == "classes":
        return f"The output layer now has {len(table.classes)} units, one for each class of {table.name}."
    return f"The output layer now has 1 unit, for {table.target_name} of {table.name}; the loss is {experiment.loss}."


def told_of_lanes(asked: Experiment, fitting: Experiment, table: Table) -> list[str]:
    """That lanes go without some of their settings, if so."""
    paths = {path: None for lane in asked.lanes for path in lane.set}
    left_out = [path for path in paths if asked is not fitting and not any(path in lane.set for lane in fitting.lanes)]
    return [f"Lanes no longer set {', '.join(left_out)}: {table.name} cannot have it."] if left_out else []


def sizes_sentence(table: Table, data: DataSpec) -> str:
    """How the rows of a table are split."""
    train, validation, test = rows_asked(data, table.n_rows)
    first = f"{train} train, {validation} validate" if validation else f"{train} train"
    return f"{table.name} has {table.n_rows} rows: {first} and {test} test."


def gave_way_sentences(table: Table, asked: DataSpec, data: DataSpec) -> Iterator[str]:
    """That there were too few rows for all sizes, and which of those that were asked for are smaller now, if any."""
    sizes = zip(rows_asked(asked, table.n_rows), rows_asked(data, table.n_rows), strict=True)
    smaller = [
        f"{name} {before} → {now}"
        for name, (before, now) in zip(("train", "validation", "test"), sizes, strict=True)
        if now < before
    ]
    if smaller:
        yield f"Not enough rows for all sizes, so {' and '.join(smaller)} gave way."


def load_data(
    experiment: Experiment, *, fit: bool, keep_rows: bool, report: Report = ignore
) -> tuple[Experiment, Dataset, list[str]]:
    """The experiment's rows. With ``fit`` it is made to fit them first, and remarks say how.

    Raises:
        PlaygroundError: the data cannot be used.
    """
    table = load_table(experiment.data, report=report)
    experiment = with_columns_of(experiment, table)
    remarks = []
    if fit:
        asked, experiment = experiment, with_lanes_of(experiment, table)
        remarks += told_of_lanes(asked, experiment, table)
        fitting = with_classes_of(experiment, table)
        if fitting is not experiment:
            remarks.append(fitted_sentence(fitting, table))
        experiment = fitting if keep_rows else with_rows_of(fitting, table)
        if experiment is not fitting:
            remarks += [
                sizes_sentence(table, experiment.data),
                *gave_way_sentences(table, fitting.data, experiment.data),
            ]
    return experiment, split(table, experiment.data), remarks
