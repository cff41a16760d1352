"""An experiment as the options have it, and its rows: what training begins with."""

from __future__ import annotations

from collections.abc import Iterator

from engine.data import Dataset, is_file
from engine.data.preprocessing.split import rows_of
from engine.data.sources.registry import source_of
from engine.errors import DataError
from engine.experiment.edits.adapt import with_loss_of_task
from engine.experiment.experiment import Experiment
from engine.records import record
from playground.cli.downloading import download_report
from playground.cli.inputs import Changes, load_data


@record(eq=False)
class Prepared:
    """remarks: what a person should know of how the two were made to fit."""

    experiment: Experiment
    dataset: Dataset
    remarks: list[str]


def changed(original: Experiment, changes: Changes) -> Experiment:
    """The experiment with the changes, before its rows are read. Raises PlaygroundError."""
    return with_loss_of_task(changes.apply(original), original)


def prepare(original: Experiment, changes: Changes, *, quiet: bool) -> Prepared:
    """Reads the rows.

    Raises:
        PlaygroundError: the experiment or its data cannot be used.
    """
    experiment = changed(original, changes)
    report = download_report(experiment.data.source, quiet=quiet)
    if is_file(experiment.data.source) and experiment.data.source != original.data.source:
        from playground.cli.new_file import load_new_file  # here, because most runs learn from what is known

        return Prepared(*load_new_file(original, changes, report=report))
    is_other_data = _rows_of(experiment) != _rows_of(original)
    prepared = Prepared(*load_data(experiment, fit=is_other_data, keep_rows=changes.sets_rows, report=report))
    if changes.sets_rows and not is_other_data:
        prepared.remarks.extend(_chosen_by(original, prepared))
    return prepared


def _chosen_by(original: Experiment, prepared: Prepared) -> Iterator[str]:
    """That test rows are validation rows of the experiment as it was, with which it may have come to its settings."""
    table = prepared.dataset.table
    if table is None or not original.has_validation or source_of(original.data.source).is_made:
        return
    try:
        _, validated, _ = rows_of(table, original.data)
        _, _, tested = rows_of(table, prepared.experiment.data)
    except DataError:
        return
    if shared := len(set(validated.tolist()) & set(tested.tolist())):
        yield (
            f"{shared} of the {len(tested)} test rows are validation rows of the experiment as it was, and may have "
            "chosen its settings."
        )


def told_of_rows(dataset: Dataset, experiment: Experiment) -> list[str]:
    """What was found in the rows of a file."""
    if dataset.findings is None:
        return []
    from playground.cli.rows_told import rows_told  # here, because most runs learn from rows that are known

    return rows_told(dataset, experiment.data)


def _rows_of(experiment: Experiment) -> tuple[object, ...]:
    """What decides which rows there are, and what is to be learned of them."""
    data = experiment.data
    return data.source, data.label_column, data.classes, data.task
