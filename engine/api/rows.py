"""Rows as a person has them - a pandas frame, records, arrays - as a network's preparation takes them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.api.telling import warn
from engine.data.dataset import Dataset
from engine.data.files.wording import listed, shown
from engine.data.matching import places_of
from engine.data.preprocessing.preparation import UNKNOWN
from engine.errors import PlaygroundError
from engine.store.taken_as import told_of_cells

if TYPE_CHECKING:
    import pandas as pd

Rows: TypeAlias = "pd.DataFrame | pd.Series | Mapping[str, Any] | Sequence[Mapping[str, Any]] | ArrayLike"
"""What rows may be given as."""
Floats: TypeAlias = NDArray[np.float32]

_CALLED: Final = "These rows"
_MOST_CODES: Final = 8


def raw_rows(dataset: Dataset, rows: Rows, date_order: Any = None) -> Floats:
    """(rows, n_columns), a category as its code.

    Of a frame or of records columns go by their names, case and blanks aside, and are read as the table was that the
    network has learned from: texts, days and holes are as good as in a file. Arrays go by their places: numbers are
    what they are, a category its code; where texts are among them, all is as in a file. What an unknown category or a
    hole is taken for is warned of, as on the command line.

    Raises:
        PlaygroundError: columns are missing, or a cell cannot be what the column is.
    """
    frame = _as_frame(rows)
    found = _of_array(dataset, rows, date_order) if frame is None else _of_frame(dataset, frame, date_order)
    dataset.preparation.check(found)
    for remark in told_of_cells(dataset.preparation, found):
        warn(str(remark))
    return found


def _as_frame(rows: Rows) -> pd.DataFrame | None:
    """Where columns have names. pandas is not imported for whoever has not done so."""
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(rows, pandas.DataFrame):
        return cast("pd.DataFrame", rows)
    if pandas is not None and isinstance(rows, pandas.Series):
        return cast("pd.DataFrame", rows.to_frame().T.infer_objects())
    if isinstance(rows, Mapping):
        is_one = not any(isinstance(value, list | tuple | np.ndarray) or _is_series(value) for value in rows.values())
        return _framed([rows] if is_one else rows)
    if isinstance(rows, list | tuple) and rows and all(isinstance(row, Mapping) for row in rows):
        return _framed(rows)
    return None


def _is_series(value: object) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(value, pandas.Series)


def _framed(rows: Any) -> pd.DataFrame:
    import pandas as pd  # here, because most rows come as arrays or as a frame

    try:
        return pd.DataFrame(rows)
    except ValueError:
        raise PlaygroundError("The columns of these rows differ in length.") from None


def _of_frame(dataset: Dataset, frame: pd.DataFrame, date_order: Any) -> Floats:
    names = [str(name) for name in frame.columns]
    is_named = dataset.is_named and not all(isinstance(name, int | np.integer) for name in frame.columns)
    return _read(dataset, frame.iloc[:, _places(dataset, names, frame, is_named=is_named)], date_order)


def _places(dataset: Dataset, names: list[str], frame: pd.DataFrame, *, is_named: bool) -> list[int]:
    """Of the columns that the network takes."""
    wanted = dataset.preparation.column_names
    if not is_named:
        _check_count(dataset, frame.shape)
        return [*range(len(wanted))]
    places = places_of(wanted, names)
    missing = [name for name, place in zip(wanted, places, strict=True) if place is None]
    twice = [name for name in wanted if names.count(name) > 1]
    if twice:
        raise PlaygroundError("These rows have more than one column {column}.", column=shown(twice[0]))
    if missing:
        raise PlaygroundError(
            "These rows lack {columns}: {name} was learned by columns of these names.",
            columns=listed(missing),
            name=dataset.name,
        )
    return [place for place in places if place is not None]


def _read(dataset: Dataset, frame: pd.DataFrame, date_order: Any) -> Floats:
    """Of the columns that the network takes, in its order."""
    from engine.data.columns.table import unlabelled_table  # here, because they import pandas
    from engine.data.reading.frames import sheet_of

    columns = dataset.preparation.columns
    written = None if dataset.sheet is None else dataset.sheet.writing.date_order
    names = dataset.preparation.column_names
    sheet = sheet_of(frame, names, called=_CALLED, date_order=date_order or written)
    table = unlabelled_table(sheet, "", lambda _, found: [*range(len(found))], columns)
    return table.features


def _of_array(dataset: Dataset, rows: Rows, date_order: Any) -> Floats:
    if rows is None or isinstance(rows, str | bytes):
        given = "None" if rows is None else repr(shown(rows))
        raise PlaygroundError(
            "To be answered, give rows: a pandas frame, an array or a list of rows; got {given}.", given=given
        )
    try:
        numbers = None if _has_texts(rows) else np.atleast_2d(np.asarray(rows, np.float32))
    except (TypeError, ValueError):
        numbers = None
    if numbers is None:
        return _of_texts(dataset, rows, date_order)
    _check_count(dataset, numbers.shape)
    _check_codes(dataset, numbers)
    return numbers


def _has_texts(rows: Any) -> bool:
    """Whether there are any, also such as NumPy would take for numbers: the name of a category may be 30."""
    found = np.asarray(rows)
    return found.dtype.kind in "SU" or (found.dtype.kind == "O" and any(isinstance(cell, str) for cell in found.flat))


def _of_texts(dataset: Dataset, rows: Any, date_order: Any) -> Floats:
    """Rows by their places that hold more than numbers."""
    import pandas as pd  # here, because it takes long to import

    try:
        cells = np.atleast_2d(np.asarray(rows, object))
    except ValueError:
        cells = np.empty((0, 0, 0), object)
    lengths = {len(row) for row in rows if hasattr(row, "__len__") and not isinstance(row, str)}
    if cells.ndim != 2 or (len(lengths) > 1 and cells.shape[0] == 1):
        if len(lengths) > 1:
            raise PlaygroundError(
                "These rows have {fewest} to {most} values: all must have as many.",
                fewest=min(lengths),
                most=max(lengths),
            )
        _check_count(dataset, np.shape(cells))
    _check_count(dataset, cells.shape)
    return _read(dataset, pd.DataFrame(cells).infer_objects(), date_order)


def _check_count(dataset: Dataset, shape: tuple[int, ...]) -> None:
    """Raises PlaygroundError where rows have another number of columns."""
    wanted = len(dataset.preparation.columns)
    if len(shape) != 2 or shape[1] != wanted:
        template = "A row of {name} has {wanted} features; these have the shape {found}."
        if wanted == 1:
            template = "A row of {name} has 1 feature; these have the shape {found}."
        raise PlaygroundError(
            template,
            name=dataset.name,
            wanted=wanted,
            found=shape,
        )


def _check_codes(dataset: Dataset, numbers: Floats) -> None:
    """Raises PlaygroundError where a category is given a code that none of its names has."""
    for place, column in enumerate(dataset.preparation.columns):
        if not column.categories:
            continue
        codes = numbers[:, place]
        known = np.isnan(codes) | (np.isin(codes, np.arange(UNKNOWN, len(column.categories))))
        if not known.all():
            names = [f"{code} {shown(name)}" for code, name in enumerate(column.categories[:_MOST_CODES])]
            raise PlaygroundError(
                "column {column}: {value} is no code of its categories: {codes}. A pandas frame may have their names.",
                column=shown(column.name),
                value=f"{codes[~known][0]:g}",
                codes=", ".join(names) + (", ..." if len(column.categories) > _MOST_CODES else ""),
            )
