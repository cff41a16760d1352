"""A table of one's own in a library call: by its path alone it is learned as ``playground train FILE`` learns it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from engine.data import Dataset, is_file, load_table, split
from engine.data.files.wording import shown
from engine.data.new_file import of_new_file, of_new_pictures
from engine.data.spec import DataSpec
from engine.experiment.edits.adapt import with_columns_of, with_data
from engine.experiment.experiment import Experiment
from engine.nn.losses import LOSSES

_UNEVEN: Final = 0.2
"""How much larger the share of a class may be among training rows than among test rows before it is told."""
_SCALED: Final = {"standard": "features standardized", "max": "features divided by their largest value"}
_USUAL: Final = {"scaling": '"standard"', "shuffle_seed": "0", "stratify": "True"}
"""What a new table gets, as Python."""


def is_path_alone(data: DataSpec) -> bool:
    """Whether no more than the path of a file was said of the rows, in Python: a file of an experiment says it all."""
    return is_file(data.source) and data.model_fields_set == {"source"}


def load_new(experiment: Experiment) -> tuple[Experiment, Dataset, bool]:
    """The experiment by what is proposed for a file that nobody has read yet, its rows, and whether the label column
    is a guess. A loss for numbers takes the place of one that has none of them.

    Raises:
        DataError: the file cannot be used.
    """
    table = load_table(of_new_file(experiment.data.source), is_new=True)
    proposed = table.as_read or of_new_pictures(experiment.data, table)
    changed = with_columns_of(with_data(experiment, proposed), table)
    if LOSSES[experiment.loss].is_for_numbers:
        changed = changed.model_copy(update={"loss": experiment.loss})
    writing = None if table.findings is None else table.findings.writing
    return changed, split(table, changed.data), writing is not None and writing.is_guess


def told_of_new(dataset: Dataset, data: DataSpec, *, is_guess: bool) -> str:
    """How a file is learned of which nothing but the path was said."""
    label = shown(dataset.target_name or data.label_column)
    learned = f"learns {label}, which is a guess," if is_guess else f"learns {label}"
    validation = "" if dataset.valid_x is None else f"{len(dataset.valid_x)} to validate and "
    sizes = f"from {len(dataset.train_x)} rows, with {validation}{len(dataset.test_x)} to test"
    spread = "classes spread evenly, " if data.stratify and data.task == "classes" else ""
    scaled = _SCALED.get(data.scaling, f"scaling {data.scaling}")
    return (
        f"{dataset.name}: {learned} {sizes}; rows are mixed, {spread}{scaled}. "
        "run.experiment.data says it in full, and Data(...) has it otherwise."
    )


def told_of_unsaid(dataset: Dataset, data: DataSpec) -> str:
    """What a table is learned by that nobody has said, where that may cost much; empty where there is nothing to tell.

    Experiments that come from a file say all.
    """
    said = data.model_fields_set
    if dataset.sheet is None or dataset.image_shape is not None or not set(DataSpec.model_fields) - said:
        return ""
    parts = [*_unsaid(dataset, said)]
    if not parts:
        return ""
    usual = ", ".join(f"{name}={value}" for name, value in _USUAL.items() if name not in said)
    return (
        f"{dataset.name}: {' and '.join(parts)}, since nothing is said of it: "
        f"Data(..., {usual}) is what a new table is trained with by `playground train`."
    )


def _unsaid(dataset: Dataset, said: set[str]) -> Iterator[str]:
    is_unscaled = "scaling" not in said
    if is_unscaled:
        yield "features are divided by their largest value"
    if "shuffle_seed" not in said and (is_unscaled or _is_uneven(dataset)):
        yield "rows are taken in the order of the file"


def _is_uneven(dataset: Dataset) -> bool:
    """Whether classes are spread unevenly over training and test rows."""
    if dataset.task == "numbers":
        return False
    train, test = (
        np.bincount(labels.astype(np.int64), minlength=dataset.n_classes) / max(1, len(labels))
        for labels in (dataset.train_y_clean, dataset.test_y)
    )
    return bool(np.abs(train - test).max() > _UNEVEN)
