"""A file of rows that an experiment has not learned from before: ``--data PATH``."""

from __future__ import annotations

from collections.abc import Iterator

from engine.data import Dataset, Report, load_table, split
from engine.data.files.progress import ignore
from engine.data.new_file import of_new_file, of_new_pictures
from engine.data.spec import DataSpec
from engine.experiment.edits.adapt import giving_way, with_classes_of, with_columns_of, with_data, with_name_of
from engine.experiment.edits.adapt_lanes import with_lanes_of
from engine.experiment.edits.starter import for_rows_of
from engine.experiment.experiment import Experiment
from playground.cli.inputs import Changes, fitted_sentence, gave_way_sentences, sizes_sentence, told_of_lanes
from playground.cli.rows_told import guess_sentence


def asked_of_file(asked: DataSpec, changes: Changes) -> DataSpec:
    """How to read a file at first: as the options say that it is written, and all else is found out."""
    return of_new_file(asked.source, asked.label_column, {name: getattr(asked, name) for name in changes.is_read_by})


def load_new_file(
    original: Experiment, changes: Changes, *, report: Report = ignore
) -> tuple[Experiment, Dataset, list[str]]:
    """The rows of a file that the original does not learn from, by what is proposed for them, and the changes on top.

    Raises:
        PlaygroundError: the data cannot be used.
    """
    asked = changes.apply(original).data
    table = load_table(asked_of_file(asked, changes), is_new=True, report=report)
    proposed = table.as_read or of_new_pictures(asked, table)
    is_guess = table.findings is not None and table.findings.writing is not None and table.findings.writing.is_guess
    remade = with_name_of(with_data(for_rows_of(original, proposed), proposed), original)
    fitting_lanes = with_lanes_of(remade, table)
    experiment = changes.apply(fitting_lanes)
    sizes = experiment.data
    experiment = with_data(experiment, giving_way(sizes, table.n_rows, changes.sizes_asked))
    gave_way = [*gave_way_sentences(table, sizes, experiment.data)]
    if _is_read_otherwise(experiment.data, proposed, are_pictures=table.as_read is None):
        table = load_table(experiment.data, report=report)
    experiment = with_columns_of(experiment, table)
    fitting = with_classes_of(experiment, table)
    remarks = [] if fitting == experiment else [fitted_sentence(fitting, table)]
    dataset = split(table, fitting.data)
    remarks += told_of_lanes(remade, fitting_lanes, table)
    if is_guess and fitting.data.label == proposed.label:
        remarks.append(guess_sentence(proposed.label))
    remarks += [sizes_sentence(table, fitting.data), *gave_way, *_handling(fitting.data)]
    return fitting, dataset, remarks


def _is_read_otherwise(data: DataSpec, proposed: DataSpec, *, are_pictures: bool) -> bool:
    """Whether rows must be read again; pictures, of which there may be many, are the same however they are split."""
    if are_pictures:
        return any(getattr(data, name) != getattr(proposed, name) for name in ("color", "downsample", "task", "source"))
    return data != proposed


def _handling(data: DataSpec) -> Iterator[str]:
    """What was done with the rows of a new file that might be done otherwise."""
    mixed = "" if data.shuffle_seed is None else f"mixed with seed {data.shuffle_seed}"
    spread = "classes spread evenly" if data.stratify and data.task == "classes" else ""
    scaled = {"standard": "features standardized"}.get(data.scaling, "")
    done = ", ".join(part for part in (mixed, spread, scaled) if part)
    if done:
        yield f"Rows are {done}." if mixed else f"{done[0].upper()}{done[1:]}."
