"""All that a person is told of a table before learning from it, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.found.cycles import about_cycles
from engine.data.columns.found.doubts import about_codes, about_dates, about_sentinels, with_another_label
from engine.data.columns.found.gaps import about_holes, about_left_out
from engine.data.columns.found.long_tail import about_long_tail
from engine.data.columns.found.mixed import about_mixed
from engine.data.columns.found.outliers import about_outliers
from engine.data.columns.found.pictures import about_pictures
from engine.data.columns.found.spelling import about_spelling
from engine.data.columns.found.unread import about_units
from engine.data.columns.labels import Learned
from engine.data.columns.learnable import Learnable
from engine.data.columns.uses import Use
from engine.data.columns.values import missing_in
from engine.data.files.wording import shown
from engine.data.findings import Findings
from engine.data.sheet import Sheet
from engine.data.spec import DataSpec
from engine.errors import Remark

_MOST_TOLD: Final = 8
"""Columns that are ignored, each with its reason."""


def notes_of(
    sheet: Sheet,
    spec: DataSpec,
    uses: Sequence[Use],
    learned: Learned,
    rows: Learnable,
    found: Findings,
    of_cells: Sequence[Remark],
) -> Iterator[Remark]:
    """found: in the rows. of_cells: what is told already of those that count as missing."""
    feature_uses = [use for use in uses if use.role == "feature"]
    label_use = next(use for use in uses if use.role == "label")
    if rows.image_shape is None:
        yield from about_sentinels(rows.features, rows.ends, feature_uses)
        yield from about_codes(sheet, feature_uses)
        yield from about_dates(sheet, feature_uses, spec.date_order)
    yield from about_mixed(sheet, uses)
    if learned.classes:
        yield from about_spelling(label_use.name, learned.classes)
    else:
        yield from about_outliers(sheet, label_use, learned, is_robust=spec.robust_label)
        yield from about_long_tail(label_use, learned.labels, is_robust=spec.robust_label)
    yield from _about_incomplete(sheet, sheet.n_rows - rows.n_complete, feature_uses, label_use)
    if rows.ends.have_holes:
        yield from about_holes(rows.features, feature_uses)
    yield from of_cells
    yield from about_left_out(rows.n_complete - len(rows.features))
    yield from with_another_label(found.notes, sheet, label_use.name)
    yield from sheet.writing.remarks
    yield from about_pictures(rows.columns, spec)
    yield from about_cycles(feature_uses)
    yield from about_units(sheet, [*feature_uses, label_use] if spec.task == "numbers" else feature_uses)
    yield from _about_ignored(uses)


def _about_incomplete(sheet: Sheet, count: int, uses: Sequence[Use], label: Use) -> Iterator[Remark]:
    """Rows that are left out. count: how many, those without any value among them."""
    if not count:
        return
    empty = _without_any_value(sheet, label.place)
    if len(empty) and len(sheet.names) > 1:
        yield Remark(
            "Rows left out, because no cell of them has a value: {count}, the first in line {line}.",
            count=len(empty),
            line=sheet.line_of(int(empty[0])),
        ).weighing(4)
        count -= len(empty)
    if count:
        told = Remark("Rows left out, because a value that they must have is missing: {count}.", count=count)
        edits = [(f"data.columns.{use.name}.missing", use.filling) for use in uses if use.drops_rows]
        yield told.mended_by(Remark("Fill in the holes"), *edits) if edits else told


def _without_any_value(sheet: Sheet, place: int) -> NDArray[np.intp]:
    """Rows in which no cell has a value. place: of a column that has one in most rows, so that few are looked at."""
    found = np.flatnonzero(missing_in(sheet.columns[place]))
    for column in sheet.columns:
        if len(found):
            found = found[missing_in(column)[found]]
    return found


def _about_ignored(uses: Sequence[Use]) -> Iterator[Remark]:
    ignored = [use for use in uses if use.role == "ignored"]
    for use in ignored[:_MOST_TOLD]:
        told = Remark("Column {column} is ignored: {reason}.", column=shown(use.name), reason=use.reason)
        yield told.mended_by(Remark("Use it"), (f"data.columns.{use.name}.role", "feature")).weighing(4)
    if len(ignored) > _MOST_TOLD:
        yield Remark("Columns that are ignored as well: {count}.", count=len(ignored) - _MOST_TOLD)
