"""A sheet as rows to learn from: features of the kinds that its columns have, and the label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.columns.bad_cells import bad_number
from engine.data.columns.column import Column, number_columns
from engine.data.columns.found.cycles import about_cycles
from engine.data.columns.found.doubts import about_codes, about_dates, about_sentinels, with_another_label
from engine.data.columns.found.gaps import about_holes, about_left_out, first_of_repeats
from engine.data.columns.found.outliers import about_outliers
from engine.data.columns.found.pictures import about_pictures
from engine.data.columns.found.spelling import about_spelling
from engine.data.columns.found.unread import about_units, about_unread
from engine.data.columns.labels import Learned, labels_in
from engine.data.columns.means_missing import with_holes, without
from engine.data.columns.pixels import image_shape
from engine.data.columns.uses import Use, label_of, no_label, uses_of, with_written_names
from engine.data.columns.values import codes_in, missing_in, names_in, numbers_in
from engine.data.dataset import Table
from engine.data.files.read import LARGEST_FILE
from engine.data.files.wording import shown
from engine.data.findings import find
from engine.data.over_rows import Ends, ends_of
from engine.data.sheet import Sheet
from engine.data.sources.choice import Choose
from engine.data.spec import DataSpec
from engine.errors import DataError, Remark

_MOST_TOLD: Final = 8
"""Columns that are ignored, each with its reason."""
_IN_CACHE: Final = 2**16
"""Numbers that are looked at a time."""

Floats = NDArray[np.float32]


def table_of(sheet: Sheet, spec: DataSpec, *, is_guess: bool = False) -> Table:
    """The rows that have a label, and no hole in a column whose holes drop rows.

    is_guess: whether the label column is the likeliest one, not the one that was asked for.

    Raises:
        DataError: one sentence that names file, line and column.
    """
    spec = with_written_names(sheet, spec)
    as_read = sheet
    sheet, emptied = with_holes(sheet, spec)
    uses = uses_of(sheet, spec)
    chosen = [use for use in uses if use.role == "feature"]
    label = label_of(sheet, spec)
    learned = labels_in(sheet, label, spec.task)
    unread = tuple(about_unread(sheet, chosen))
    features, columns = raw_features(sheet, chosen)
    ends = ends_of(features)
    _check_finite(sheet, features, chosen, ends)
    shape = None if spec.pictures is False else image_shape(columns)
    rows = learned.rows & _without_holes(features, chosen)
    if not rows.any():
        raise DataError("{file}: every row has a missing value, so none is left to learn from.", file=sheet.file)
    labels = learned.labels if rows.all() else learned.labels[rows[learned.rows]]
    features = features if rows.all() else features[rows]
    n_whole, places = len(features), np.flatnonzero(rows)
    if spec.leave_out_repeats and shape is None:
        first = first_of_repeats(features, labels)
        features, labels, places = features[first], labels[first], places[first]
    if len(features) < sheet.n_rows:
        ends = ends_of(features)
    found = find(
        features,
        labels,
        classes=learned.classes,
        feature_names=[use.name for use in chosen],
        is_image=shape is not None,
        writing=replace(sheet.writing, label=label, is_guess=is_guess),
        ends=ends,
    )
    notes = (
        *(() if shape is not None else _doubts(sheet, features, ends, chosen, spec)),
        *_about_label(sheet, label, learned, uses),
        *_about_rows(rows, chosen),
        *(about_holes(features, chosen) if ends.have_holes else ()),
        *unread,
        *emptied,
        *about_left_out(n_whole - len(features)),
        *with_another_label(found.notes, sheet, label),
        *sheet.writing.remarks,
        *about_pictures(columns, spec),
        *about_cycles(chosen),
        *about_units(sheet, [*chosen, *(use for use in uses if use.role == "label" and spec.task == "numbers")]),
        *_about_ignored(uses),
    )
    return Table(
        name=sheet.name,
        features=frozen(features),
        labels=frozen(labels),
        classes=learned.classes,
        columns=columns,
        image_shape=shape,
        findings=replace(found, notes=notes),
        target_name=label,
        sheet=as_read,
        as_read=spec,
        places=None if len(places) == sheet.n_rows else frozen(places),
    )


def _doubts(sheet: Sheet, features: Floats, ends: Ends, chosen: Sequence[Use], spec: DataSpec) -> Iterator[Remark]:
    """Values that may mean something else than the number they are read as."""
    yield from about_sentinels(features, ends, chosen)
    yield from about_codes(sheet, chosen)
    yield from about_dates(sheet, chosen, spec.date_order)


def _about_label(sheet: Sheet, label: str, learned: Learned, uses: Sequence[Use]) -> Iterator[Remark]:
    """Classes that may be one, written in two ways; numbers to learn that lie far from the others."""
    yield from about_spelling(label, learned.classes)
    if not learned.classes:
        yield from about_outliers(sheet, next(use for use in uses if use.role == "label"), learned)


def _about_rows(rows: NDArray[np.bool_], uses: Sequence[Use]) -> Iterator[Remark]:
    """Those that are left out."""
    left_out = len(rows) - int(rows.sum())
    if left_out:
        told = Remark("Rows left out, because a value that they must have is missing: {count}.", count=left_out)
        edits = [(f"data.columns.{use.name}.missing", use.filling) for use in uses if use.drops_rows]
        yield told.mended_by(Remark("Fill in the holes"), *edits) if edits else told


def _about_ignored(uses: Sequence[Use]) -> Iterator[Remark]:
    ignored = [use for use in uses if use.role == "ignored"]
    for use in ignored[:_MOST_TOLD]:
        told = Remark("Column {column} is ignored: {reason}.", column=shown(use.name), reason=use.reason)
        yield told.mended_by(Remark("Use it"), (f"data.columns.{use.name}.role", "feature")).weighing(4)
    if len(ignored) > _MOST_TOLD:
        yield Remark("Columns that are ignored as well: {count}.", count=len(ignored) - _MOST_TOLD)


def chosen_table(sheet: Sheet, spec: DataSpec, label: str, choose: Choose, columns: Sequence[Column] | None) -> Table:
    """A table of the columns alone that a trained network takes. What is found in it is nobody's concern.

    columns: what they are, in its order; numbers where nobody says so.

    Raises:
        DataError: there is no label, or a cell that is no number stands where one must.
    """
    if label not in sheet.names:
        raise no_label(sheet, label)
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
    values = numbers_in(found, column.kind, sheet.writing.date_order)
    wrong = np.isinf(values) | (np.isnan(values) & ~missing_in(found))
    if wrong.any():
        raise bad_number(sheet, place, int(wrong.argmax()))
    return values


def raw_features(sheet: Sheet, uses: Sequence[Use]) -> tuple[Floats, tuple[Column, ...]]:
    """The columns of these uses side by side: (rows, n_columns), and what they are."""
    if 4 * sheet.n_rows * len(uses) > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=sheet.file)
    if all(use.kind == "number" and _is_number(sheet, use) for use in uses):
        return sheet.numbers([use.place for use in uses]), tuple(use.column() for use in uses)
    features = np.empty((sheet.n_rows, len(uses)), np.float32)
    columns = []
    for index, use in enumerate(uses):
        column = sheet.columns[use.place]
        if use.kind in ("category", "yes_no"):
            names = names_in(column, sheet.digits.get(use.name, 0))
            _check_yes_no(sheet, use, names)
            features[:, index] = codes_in(column, names)
            columns.append(use.column(names))
        else:
            features[:, index] = numbers_in(column, use.kind, sheet.writing.date_order)
            columns.append(use.column())
    return features, tuple(columns)


def _is_number(sheet: Sheet, use: Use) -> bool:
    column = sheet.columns[use.place]
    return isinstance(column, np.ndarray) and column.dtype.kind == "f"


def _without_holes(features: Floats, uses: Sequence[Use]) -> NDArray[np.bool_]:
    """Rows that have a value in each column that asks for one."""
    asked = [index for index, use in enumerate(uses) if use.drops_rows]
    return np.asarray(~np.isnan(features[:, asked]).any(axis=1))


def _check_finite(sheet: Sheet, features: Floats, uses: Sequence[Use], ends: Ends) -> None:
    """Infinite is what a number becomes that float32 cannot hold."""
    if not ends.may_be_infinite:
        return
    step = max(1, _IN_CACHE // max(1, features.shape[1]))
    for start in range(0, len(features), step):
        infinite = np.isinf(features[start : start + step])
        if infinite.any():
            row, index = map(int, np.argwhere(infinite)[0])
            raise bad_number(sheet, uses[index].place, start + row)


def _check_yes_no(sheet: Sheet, use: Use, names: Sequence[str]) -> None:
    if use.kind == "yes_no" and len(names) > 2:
        raise DataError(
            "{file}: column {column} has {count} different values, too many for yes or no: make it a category.",
            file=sheet.file,
            column=shown(use.name),
            count=len(names),
        )
