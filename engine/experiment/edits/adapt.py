"""Makes an experiment fit a table: its label column, output units and loss for what is to be learned, no more rows than
there are."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from engine.data import Table, is_file
from engine.data.preprocessing.sizes import rows_asked, sizes_of
from engine.data.spec import DataSpec
from engine.data.task import Task
from engine.errors import FormulaError
from engine.experiment.edits.adapt_lanes import with_folds_of
from engine.experiment.edits.layer_edits import with_classes
from engine.experiment.experiment import Experiment, parse
from engine.nn.layers.base import may_be_output
from engine.nn.losses import LOSSES, LossName

_SIZES: Final = ("train", "validation", "test")
_NO_NAME: Final[str] = Experiment.model_fields["name"].default
_LOSS: Final[dict[Task, LossName]] = {"classes": "softmax_cross_entropy", "numbers": "mean_squared_error"}


def with_rows_of(experiment: Experiment, table: Table) -> Experiment:
    """Fewer training, validation and test rows, in the same proportion, where the table has too few."""
    data = fitting_rows(experiment.data, table)
    return experiment if data is experiment.data else parse({**experiment.to_dict(), "data": data.model_dump()})


def fitting_rows(data: DataSpec, table: Table) -> DataSpec:
    """The same of the data alone."""
    rows = table.n_rows
    train, validation, test = rows_asked(data, rows)
    asked = train + validation + test
    if asked <= rows or rows < 2:
        return data
    others = 2 if validation and rows > 2 else 1  # a row at least for whatever is asked for
    train = min(max(1, round(rows * (train / asked))), rows - others)
    validation = min(max(1, round(rows * (validation / asked))), rows - train - 1) if others > 1 else 0
    return data.model_copy(update={"train": train, "validation": validation, "test": rows - train - validation})


def giving_way(data: DataSpec, rows: int, asked: Collection[str]) -> DataSpec:
    """The same with fewer rows in those of ``train``, ``validation`` and ``test`` that nobody has ``asked`` for now.

    They share what is left in the proportion they had, and each keeps a row at least; where too few are left for that,
    there are no validation rows. Unchanged where all fit, or where nothing is left for the others.
    """
    sizes = dict(zip(_SIZES, rows_asked(data, rows), strict=True))
    others = [name for name in _SIZES if name not in asked and sizes[name]]
    left = rows - sum(sizes[name] for name in _SIZES if name not in others)
    if sum(sizes[name] for name in others) <= left:
        return data
    if data.keep_test and "test" in others and left - sizes["test"] >= len(others) - 1 > 0:  # they are to stay the same
        others.remove("test")
        left -= sizes["test"]
    given_up = {"validation": 0} if left < len(others) and "validation" in others else {}
    others = [name for name in others if name not in given_up]
    if left < len(others):
        return data
    wanted = sum(sizes[name] for name in others)
    fewer = sizes_of([sizes[name] / wanted for name in others], left) if wanted > left else []
    return data.model_copy(update={**dict(zip(others, fewer, strict=False)), **given_up})


def with_data(experiment: Experiment, data: DataSpec) -> Experiment:
    """With other rows altogether, and the usual loss for what is to be learned of them. Lanes stay folds, of these."""
    data = with_folds_of(data, experiment)
    changed = parse({**experiment.to_dict(), "data": data.model_dump(mode="json")})
    return with_loss_of_task(changed, experiment)


def with_name_of(experiment: Experiment, old: Experiment) -> Experiment:
    """Called after its new source, where it was called after that from which ``old`` learns, or nobody has called it
    anything, and one is a file."""
    source, was = experiment.data.source, old.data.source
    is_named_so = experiment.name == old.name and old.name in (name_of(was), _NO_NAME)
    if source == was or not (is_file(was) or is_file(source)) or not is_named_so:
        return experiment
    return experiment.model_copy(update={"name": name_of(source)})


def name_of(source: str) -> str:
    """What an experiment on these rows is called: ``german`` for ``/home/ada/german.csv``."""
    return Path(source).stem[:200] or "table"


def with_classes_of(experiment: Experiment, table: Table) -> Experiment:
    """An output layer with one unit a class; where numbers are to be learned with a single one, and a loss for them."""
    if table.task == "numbers" and not LOSSES[experiment.loss].is_for_numbers:
        experiment = parse({**experiment.to_dict(), "loss": _LOSS["numbers"]})
    index = experiment.output_layer
    output = experiment.layers[index] if index is not None else None
    if may_be_output(output) and output.units != table.n_outputs:
        return with_classes(experiment, table.n_outputs)
    return experiment


def with_loss_of_task(experiment: Experiment, old: Experiment) -> Experiment:
    """With the usual loss of what is to be learned, where that was another thing in ``old``, of which the loss is."""
    task = experiment.data.task
    if task == old.data.task or experiment.loss != old.loss:
        return experiment
    return parse({**experiment.to_dict(), "loss": _LOSS[task]})


def with_inputs_of(experiment: Experiment, table: Table) -> Experiment:
    """The features themselves, where the inputs are made of columns that the table does not have."""
    if not experiment.data.inputs:
        return experiment
    from engine.data.formulas import Inputs  # here, because most experiments have none

    try:
        Inputs.read(experiment.data.inputs, table.feature_names)
    except FormulaError:
        changed = experiment.to_dict()
        changed["data"]["inputs"] = []
        return parse(changed)
    return experiment


def with_augmentation_of(experiment: Experiment, table: Table) -> Experiment:
    """Without augmentation, where rows are no pictures."""
    if table.image_shape is not None or not experiment.data.augmentation.is_on:
        return experiment
    changed = experiment.to_dict()
    changed["data"]["augmentation"] = {}
    return parse(changed)


def with_columns_of(experiment: Experiment, table: Table) -> Experiment:
    """With the names of columns as the file writes them."""
    read = table.as_read
    if read is None or set(read.columns) == set(experiment.data.columns):
        return experiment
    changed = experiment.to_dict()
    changed["data"]["columns"] = read.model_dump(mode="json")["columns"]
    return parse(changed)


def with_label_of(experiment: Experiment, table: Table) -> Experiment:
    """The label column that a table of a file was read with, where that was not the one that was asked for."""
    writing = table.findings.writing if table.findings is not None else None
    if writing is None or writing.label == experiment.data.label:
        return experiment
    changed = experiment.to_dict()
    changed["data"]["label"] = writing.label
    return parse(changed)
