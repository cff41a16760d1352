"""A sheet as rows to learn from: features of the kinds that its columns have, and the label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.columns.bad_cells import bad_number
from engine.data.columns.column import Column, number_columns
from engine.data.columns.found.digits import about_digits
from engine.data.columns.found.notes import notes_of
from engine.data.columns.found.unread import about_unread
from engine.data.columns.labels import labels_in
from engine.data.columns.learnable import learnable_rows
from engine.data.columns.means_missing import with_holes, without
from engine.data.columns.pixels import image_shape
from engine.data.columns.uses import label_of, uses_of, with_written_names
from engine.data.columns.values import codes_in, missing_in, numbers_in
from engine.data.dataset import Table
from engine.data.files.wording import shown
from engine.data.findings import find
from engine.data.over_rows import ends_of
from engine.data.sheet import Sheet
from engine.data.sources.choice import Choose
from engine.data.spec import DataSpec
from engine.errors import DataError, Remark

Floats = NDArray[np.float32]


def table_of(sheet: Sheet, spec: DataSpec, *, is_guess: bool = False) -> Table:
    """The rows that have a label, and no hole in a column whose holes drop rows.

    is_guess: whether the label column is the likeliest one, not the one that was asked for.

    Raises:
        DataError: one sentence that names file, line and column.
    """
    spec = with_written_names(sheet, spec)
    holed, emptied = with_holes(sheet, spec)
    uses = uses_of(holed, spec)
    feature_uses = [use for use in uses if use.role == "feature"]
    label = label_of(holed, spec)
    learned = labels_in(holed, label, spec.task)
    unread = tuple(about_unread(holed, feature_uses))  # refuses columns of which next to nothing can be read
    rows = learnable_rows(holed, spec, feature_uses, learned)
    found = find(
        rows.apart,
        rows.labels,
        classes=learned.classes,
        feature_names=[use.name for use in feature_uses],
        is_image=rows.image_shape is not None,
        writing=replace(sheet.writing, label=label, is_guess=is_guess),
        ends=ends_of(rows.apart) if rows.rounded else rows.ends,
    )
    of_cells = (*about_digits(holed, feature_uses, rows.rounded), *unread, *emptied)
    notes = tuple(notes_of(holed, spec, uses, learned, rows, found, of_cells=of_cells))
    return Table(
        name=sheet.name,
        features=frozen(rows.features),
        labels=frozen(rows.labels),
        classes=learned.classes,
        columns=rows.columns,
        image_shape=rows.image_shape,
        findings=replace(found, notes=notes),
        target_name=label,
        sheet=sheet,
        as_read=spec,
        places=None if len(rows.places) == sheet.n_rows else frozen(rows.places),
    )


def chosen_table(sheet: Sheet, spec: DataSpec, label: str, choose: Choose, columns: Sequence[Column] | None) -> Table:
    """A table of the columns alone that a trained network takes. What is found in it is nobody's concern.

    columns: what they are, in its order; numbers where nobody says so.

    Raises:
        DataError: there is no label, or a cell that is no number stands where one must.
    """
    if label not in sheet.names:
        raise DataError(
            "{file} has no column {label}, which what a model says is compared with: name the one that holds it with "
            "--label, or let `playground predict` say what it holds.",
            file=sheet.file,
            label=shown(label),
        )
    sheet, _ = with_holes(sheet, spec)
    learned = labels_in(sheet, label, spec.task, fewest=1)
    table = unlabelled_table(sheet, label, choose, columns)
    features = table.features if learned.rows.all() else frozen(table.features[learned.rows])
    unlabelled = len(learned.rows) - int(learned.rows.sum())
    left_out = (Remark("Rows left out, because they have no label: {count}.", count=unlabelled),) if unlabelled else ()
    return replace(
        table,
        features=features,
        labels=frozen(learned.labels),
        classes=learned.classes,
        target_name=label,
        remarks=(*left_out, *table.remarks),
    )


def unlabelled_table(sheet: Sheet, label: str, choose: Choose, columns: Sequence[Column] | None) -> Table:
    """The same, all rows of one class without a name. label: a column that is none to choose, where there is one.

    Raises:
        DataError: a cell that is no number stands where one must.
    """
    names = tuple(name for name in sheet.names if name != label)
    places = [sheet.names.index(names[place]) for place in choose(sheet.name, names)]
    wanted = number_columns(sheet.names[place] for place in places) if columns is None else columns
    features = np.empty((sheet.n_rows, len(places)), np.float32)
    for index, (place, column) in enumerate(zip(places, wanted, strict=True)):
        features[:, index] = _wanted_values(sheet, place, column)
    found = tuple(replace(column, name=sheet.names[place]) for place, column in zip(places, wanted, strict=True))
    return Table(
        name=sheet.name,
        features=frozen(features),
        labels=frozen(np.zeros(sheet.n_rows, np.int64)),
        classes=("",),
        columns=found,
        image_shape=image_shape(found),
        remarks=sheet.writing.remarks,
    )


def _wanted_values(sheet: Sheet, place: int, column: Column) -> Floats:
    """The values of a column as a trained network knows them: (rows,)"""
    found = without(sheet.columns[place], column.means_missing)
    if column.categories:
        return codes_in(found, column.categories)
    decimal = column.decimal or sheet.writing.decimal
    values = numbers_in(found, column.kind, sheet.writing.date_order, decimal, column.units)
    wrong = np.isinf(values) | (np.isnan(values) & ~missing_in(found))
    if wrong.any():
        raise bad_number(sheet, place, int(wrong.argmax()), column.units)
    return values
