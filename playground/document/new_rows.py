"""What an edit of the data brings with it: a new file is looked at as a whole, so is one that is read differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from engine.data import Dataset, Table, is_file
from engine.data.new_file import AS_FOUND, WRITING, of_new_file, of_new_pictures
from engine.data.sources.registry import source_of
from engine.data.spec import DataSpec
from engine.experiment.edits.adapt import (
    fitting_rows,
    giving_way,
    with_augmentation_of,
    with_classes_of,
    with_data,
    with_inputs_of,
    with_label_of,
    with_loss_of_task,
    with_name_of,
    with_rows_of,
)
from engine.experiment.edits.adapt_lanes import with_lanes_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.starter import has_same_net, proposal_behind, proposed_anew, starter
from engine.experiment.experiment import Experiment
from engine.store.presets import FIRST_PRESET, REFERENCE, load_preset, new_experiment

if TYPE_CHECKING:
    from engine.data.columns.refused import RefusedTableError
    from engine.data.sheet import Sheet
    from engine.data.task import Task

_LABEL: Final[str] = DataSpec.model_fields["label"].default
_WRITING: Final = tuple(AS_FOUND)
_KEPT: Final = (
    "train",
    "validation",
    "test",
    "label_noise",
    "scaling",
    "robust_label",
    "inputs",
    "shuffle_seed",
    "stratify",
    "keep_test",
    "leave_out_repeats",
)
"""What stays where the same file is read in another way."""
_FEATURES_BY: Final = ("columns", "pictures", "leave_out_repeats")
"""What makes other features, or other rows, of the same columns."""


def is_new_file(old: DataSpec, new: DataSpec) -> bool:
    """Whether another file is to be learned from."""
    return is_file(new.source) and new.source != old.source


def begins_anew(old: Experiment, new: DataSpec, openings: Sequence[Experiment] = ()) -> bool:
    """Whether a net is laid out for another file: nobody has built one, and what the window opens on, is there after
    New, or was laid out for the file before, is for others.

    openings: see `engine.experiment.edits.starter.proposal_behind`.
    """
    if not is_new_file(old.data, new):
        return False
    others = (load_preset(FIRST_PRESET), load_preset(REFERENCE), new_experiment())
    return any(has_same_net(old, other) for other in others) or proposal_behind(old, openings) == old


def net_told(
    old: Experiment, new: DataSpec, openings: Sequence[Experiment]
) -> tuple[bool, tuple[Experiment, Experiment] | None]:
    """Whether another net is laid out for other rows; and what had been proposed for those before, and what it had
    become by hand: None where that is not known, or nothing had."""
    proposed = proposal_behind(old, openings)
    by_hand = None if proposed is None or proposed == old else (proposed, old)
    return begins_anew(old, new, openings), by_hand


def is_read_anew(old: DataSpec, new: DataSpec) -> bool:
    """Whether its columns may be others: it is another file, or the same one read in another way."""
    return is_file(new.source) and _written(new) != _written(old)


def _written(spec: DataSpec) -> tuple[Any, ...]:
    return (spec.source, *(getattr(spec, field) for field in _WRITING))


def wanted(old: DataSpec, new: DataSpec) -> DataSpec:
    """What to read the rows by: of a file whose columns may be others all else is found out."""
    if not is_read_anew(old, new):
        return new
    if is_new_file(old, new):
        is_asked = new.label != old.label  # what was learned of another file says nothing of this one
        return of_new_file(new.source, new.label if is_asked else _LABEL)
    said = {field: getattr(new, field) for field in WRITING}
    if (new.header, new.names_line) != (old.header, old.names_line):
        said["lines_left_out"] = None  # they were those below other names
    elif (new.sheet, new.separator) != (old.sheet, old.separator):
        said["names_line"] = None  # it was that of another sheet, or of what looked like one column
    return of_new_file(new.source, new.label_column, said)


def fitted(made: Experiment, old: Experiment, table: Table, openings: Sequence[Experiment] = ()) -> Experiment:
    """An edited experiment with all that its rows, those of ``table``, ask for: label, sizes, output and loss."""
    if begins_anew(old, made.data, openings):
        return starter(_proposed(old.data, made.data, table), n_outputs=table.n_outputs)
    if is_read_anew(old.data, made.data):
        data = _proposed(old.data, made.data, table)
        if is_new_file(old.data, made.data) and (before := proposal_behind(old, openings)) is not None:
            made = proposed_anew(made, before, starter(data, n_outputs=table.n_outputs))
        made = with_data(made, data)
    again = with_classes_of(with_label_of(with_loss_of_task(made, old), table), table)
    is_other = (again.data.source, again.data.label_column) != (old.data.source, old.data.label_column)
    are_others = any(getattr(again.data, name) != getattr(old.data, name) for name in _FEATURES_BY)
    if is_other or are_others or is_read_anew(old.data, again.data):
        again = with_rows_of(with_augmentation_of(with_inputs_of(again, table), table), table)
        again = with_lanes_of(again, table)
    return with_name_of(again, old)


def relabelled(experiment: Experiment, label: object, table: Table | Dataset | None) -> Experiment:
    """With another label column, and what there is to learn from it where that is known: classes or numbers.

    table: what was read lately, or the rows that are shown, where the file has changed since.
    """
    changed = edited(experiment, "data.label", label)
    if table is None or table.sheet is None or label not in table.sheet.names:
        return changed
    return edited(changed, "data.task", _task_of(str(label), table.sheet, experiment.data))


def resized(experiment: Experiment, path: str, value: object, rows: int) -> tuple[Experiment, bool]:
    """With another number of rows of a split, of a source of so many; and whether the other splits gave way to it."""
    new = edited(experiment, path, value)
    if source_of(experiment.data.source).is_made:  # as many as are asked for
        return new, False
    data = giving_way(new.data, rows, [path.removeprefix("data.")])
    return (new, False) if data is new.data else (with_data(new, data), True)


def _task_of(label: str, sheet: Sheet, spec: DataSpec) -> Task:
    """What was said of the column counts: numbers that a person takes for categories are classes."""
    from engine.data.columns.guess import likeliest_task  # here, because only who has a table needs it

    said = spec.columns.get(label)
    if said is not None and said.kind in ("category", "yes_no"):
        return "classes"
    return likeliest_task(sheet.column(label), sheet.writing.decimal)


def mended(experiment: Experiment, refused: RefusedTableError, path: str, value: object) -> tuple[DataSpec, bool]:
    """How to read a file that was refused, with one field changed; and whether the rest is found out anew, since its
    columns may be others then."""
    changed = with_data(experiment, refused.spec)
    if path == "data.label":
        changed = edited(changed, "data.task", _task_of(str(value), refused.sheet, refused.spec))
    data = edited(changed, path, value).data
    is_new = _written(data) != _written(refused.spec)
    return wanted(refused.spec, data), is_new


def _proposed(old: DataSpec, new: DataSpec, table: Table) -> DataSpec:
    if table.as_read is None:
        return of_new_pictures(new, table)
    if is_new_file(old, new):
        return table.as_read
    return fitting_rows(table.as_read.model_copy(update={field: getattr(old, field) for field in _KEPT}), table)
