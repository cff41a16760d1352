"""What a saved model takes the holes and the unknown categories of new rows for: told, since its answers hang on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.arrays import Array
from engine.data import Table
from engine.data.columns.column import Column
from engine.data.files.wording import shown
from engine.data.preprocessing.preparation import UNKNOWN, Preparation
from engine.errors import Remark
from engine.store.model_files import Model
from engine.store.scoring import table_columns


def taken_as(model: Model, table: Table) -> Iterator[Remark]:
    """Of a table that was read as what the model's columns are; then what was told when it was read.

    Raises:
        PlaygroundError: features are missing that the model was trained on.
    """
    yield from told_of_cells(model.preparation, table.features[:, table_columns(model, table)])
    yield from table.remarks


def told_of_cells(preparation: Preparation, raw: Array) -> Iterator[Remark]:
    """Of the columns alone. raw: (rows, n_columns), as a preparation takes them."""
    for place, column in enumerate(preparation.columns):
        values = raw[:, place]
        if column.categories:
            yield from _about_unknown(column, values)
        holes = int(np.isnan(values).sum())
        if holes and preparation.filling is not None:
            yield Remark(
                "{column}: no value in {count} of {rows} rows, taken as {value}.",
                column=shown(column.name),
                count=holes,
                rows=len(values),
                value=_filling_text(column, float(preparation.filling[place])),
            )


def _about_unknown(column: Column, values: Array) -> Iterator[Remark]:
    """values: (rows,), codes."""
    count = int((values == UNKNOWN).sum())
    if not count:
        return
    about = {"column": shown(column.name), "count": count, "rows": len(values)}
    if column.kind == "yes_no":  # one feature says whether it is the last of the two
        template = "{column}: {count} of {rows} rows have a value that no training row has, taken as {value}."
        yield Remark(template, **about, value=shown(column.categories[0]) if len(column.categories) > 1 else "no")
    else:
        template = "{column}: {count} of {rows} rows have a category that no training row has, taken as none of them."
        yield Remark(template, **about)


def _filling_text(column: Column, filling: float) -> str:
    if column.categories:
        return shown(column.categories[int(filling)])
    if column.kind == "date":
        return str(np.datetime64(0, "D") + np.timedelta64(round(filling), "D"))
    return f"{filling:.5g}"
