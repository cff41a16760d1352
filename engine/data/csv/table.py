"""Reads a CSV file: numbers as features, one column with the class of each row, or with the number to learn."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from engine.arrays import frozen
from engine.data.classes import class_names
from engine.data.columns.column import number_columns
from engine.data.csv.cells import read_cells
from engine.data.csv.text import CsvText, is_number, no_names, read_header
from engine.data.dataset import Table
from engine.data.files import read_whole
from engine.data.findings import find
from engine.data.matching import finder
from engine.data.sheet import Writing
from engine.data.task import Task
from engine.data.wording import shown
from engine.errors import DataError

if TYPE_CHECKING:
    from engine.data.choice import Choose

SMALLEST_IMAGE = 16
"""Pixels."""

_USUAL_LABELS = ("label", "labels", "class", "target", "category", "species", "variety", "digit")
_ROWS_GUESSED_FROM = 200
_MOST_COLUMNS_LISTED = 8


def load_csv(
    path: Path, *, label: str, task: Task = "classes", guess: bool = False, choose: Choose | None = None
) -> Table:
    """The table of a CSV file, gzipped or not; ``label`` names the column that holds the classes or numbers.

    With ``guess`` the likeliest column takes its place where there is none of that name. ``choose``: see `load_table`.

    Raises:
        DataError: one sentence that names file, line and column.
    """
    file, name = str(path), path.name
    return parse_csv(read_whole(path), label=label, task=task, guess=guess, choose=choose, file=file, name=name)


def parse_csv(
    data: bytes,
    *,
    label: str,
    file: str,
    name: str,
    task: Task = "classes",
    guess: bool = False,
    choose: Choose | None = None,
) -> Table:
    """The table of the content of a CSV file, which messages call ``file``."""
    text = read_header(data, file=file)
    if choose is not None:
        return _chosen(text, _written(text, label), task, choose, name)
    is_guess = guess and label not in text.columns and not _has_no_names(text)
    label = _likeliest_label(text, label) if is_guess else label
    feature_names = _feature_names(text, label)
    cells = read_cells(text, label, task=task)
    classes = () if task == "numbers" else class_names(cells.values, file=file, column=label)
    shape = image_shape(feature_names)
    findings = find(
        cells.features,
        cells.labels,
        classes=classes,
        feature_names=feature_names,
        is_image=shape is not None,
        writing=Writing(text.columns, label, text.separator, text.encoding, is_guess),
    )
    return Table(
        name=name,
        features=frozen(cells.features),
        labels=frozen(cells.labels),
        classes=classes,
        columns=number_columns(feature_names),
        image_shape=shape,
        findings=findings,
        target_name=label,
    )


def _chosen(text: CsvText, label: str, task: Task, choose: Choose, name: str) -> Table:
    """A table of the chosen columns alone. What is found in it is nobody's concern: it is not learned from."""
    names = _feature_names(text, label)
    chosen = [names[place] for place in choose(name, names)]
    cells = read_cells(text, label, [text.columns.index(column) for column in chosen], task=task)
    return Table(
        name=name,
        features=frozen(cells.features),
        labels=frozen(cells.labels),
        classes=() if task == "numbers" else class_names(cells.values, file=text.file, column=label, fewest=1),
        columns=number_columns(chosen),
        image_shape=image_shape(tuple(chosen)),
        target_name=label,
    )


def _written(text: CsvText, column: str) -> str:
    """How the header writes the name of a column; as it is given where it has no such column."""
    place = finder(text.columns)(column)
    return column if place is None else text.columns[place]


def image_shape(feature_names: tuple[str, ...]) -> tuple[int, int] | None:
    """(side, side) where the features are a square number of columns that differ only in their numbers."""
    side = math.isqrt(len(feature_names))
    patterns = {re.sub(r"\d+", "#", name) for name in feature_names}
    numbered = len(patterns) == 1 and "#" in patterns.pop()
    if numbered and side * side == len(feature_names) >= SMALLEST_IMAGE:
        return side, side
    return None


def _feature_names(text: CsvText, label: str) -> tuple[str, ...]:
    if label not in text.columns:
        raise _no_label(text, label)
    if len(text.columns) == 1:
        raise DataError(
            "{file} has no column but {column}, so there is nothing to learn from.", file=text.file, column=shown(label)
        )
    return tuple(column for column in text.columns if column != label)


def _has_no_names(text: CsvText) -> bool:
    return all(is_number(column) for column in text.columns)


def _no_label(text: CsvText, label: str) -> DataError:
    if _has_no_names(text):
        return no_names(text.file)
    listed = ", ".join(map(shown, text.columns[:_MOST_COLUMNS_LISTED]))
    more = ", ..." if len(text.columns) > _MOST_COLUMNS_LISTED else ""
    return DataError(
        "{file} has no column {label}; of its {count} columns ({columns}), {likeliest} is the likeliest label.",
        file=text.file,
        label=shown(label),
        count=len(text.columns),
        columns=listed + more,
        likeliest=shown(_likeliest_label(text, label)),
    )


def _likeliest_label(text: CsvText, label: str) -> str:
    """A column with that name in other letters, or a usual one; else one with text; else y; else the last.

    Of several with text, or where none has, one is preferred whose few values come again and again in the first rows.
    """
    by_lower_name = {column.lower(): column for column in text.columns}
    for name in (label.strip().lower(), *_USUAL_LABELS):
        if name in by_lower_name:
            return by_lower_name[name]
    rows = [fields for _, fields in itertools.islice(text.records(), _ROWS_GUESSED_FROM)]
    fields = dict(zip(text.columns, itertools.zip_longest(*rows, fillvalue=""), strict=False))
    with_text = [column for column in fields if not is_number(fields[column][0])]
    candidates = with_text or [by_lower_name[name] for name in ("y",) if name in by_lower_name] or list(text.columns)
    repeating = [column for column in candidates if _is_like_classes(fields.get(column, ()))]
    return (repeating or candidates)[-1]


def _is_like_classes(values: tuple[str, ...]) -> bool:
    """Whether a column's first values, as text, are a few words or whole numbers that come again and again."""
    distinct = set(values)
    whole = all(float(value).is_integer() for value in distinct if is_number(value) and math.isfinite(float(value)))
    return whole and 2 <= len(distinct) <= max(2, len(values) // 4)
