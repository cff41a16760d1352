"""Reads a CSV file: numbers as features, one column with the class of each row."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path
from textwrap import shorten
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.classes import class_names
from engine.data.csv_text import CsvText, is_number, no_names, ragged, read_header
from engine.data.dataset import Table
from engine.data.files import read_whole
from engine.data.findings import Writing, find
from engine.data.frozen import frozen
from engine.errors import DataError

SMALLEST_IMAGE = 16
"""Pixels."""

_USUAL_LABELS = ("label", "labels", "class", "target", "category", "species", "variety", "digit")
_ROWS_GUESSED_FROM = 200
_MOST_COLUMNS_LISTED = 8
_LONGEST_VALUE_SHOWN = 40
_MISSING = ("", "nan", "NaN")


def load_csv(path: Path, *, label: str, guess: bool = False) -> Table:
    """The table of a CSV file, gzipped or not; ``label`` names the column that holds the classes.

    With ``guess`` the likeliest column takes its place where there is none of that name.

    Raises:
        DataError: one sentence that names file, line and column.
    """
    return parse_csv(read_whole(path), label=label, guess=guess, file=str(path), name=path.name)


def parse_csv(data: bytes, *, label: str, file: str, name: str, guess: bool = False) -> Table:
    """The table of the content of a CSV file, which messages call ``file``."""
    text = read_header(data, file=file)
    is_guess = guess and label not in text.columns and not _has_no_names(text)
    label = _likeliest_label(text, label) if is_guess else label
    feature_names = _feature_names(text, label)
    frame = _read_frame(text)
    features = _features(frame.drop(columns=label), text)
    codes, classes = _classes(frame[label], text, label)
    shape = image_shape(feature_names)
    findings = find(
        features,
        codes,
        classes=classes,
        feature_names=feature_names,
        is_image=shape is not None,
        writing=Writing(text.columns, label, text.separator, text.encoding, is_guess),
    )
    return Table(
        name=name,
        features=frozen(features),
        labels=frozen(codes),
        classes=classes,
        feature_names=feature_names,
        image_shape=shape,
        findings=findings,
    )


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
            "{file} has no column but {column}, so there is nothing to learn from.", file=text.file, column=label
        )
    return tuple(column for column in text.columns if column != label)


def _has_no_names(text: CsvText) -> bool:
    return all(is_number(column) for column in text.columns)


def _no_label(text: CsvText, label: str) -> DataError:
    if _has_no_names(text):
        return no_names(text.file)
    shown = ", ".join(text.columns[:_MOST_COLUMNS_LISTED])
    more = ", ..." if len(text.columns) > _MOST_COLUMNS_LISTED else ""
    return DataError(
        "{file} has no column {label}; of its {count} columns ({columns}), {likeliest} is the likeliest label.",
        file=text.file,
        label=label,
        count=len(text.columns),
        columns=shown + more,
        likeliest=_likeliest_label(text, label),
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


def _read_frame(text: CsvText) -> pd.DataFrame:
    try:
        frame = pd.read_csv(
            text.opened(),
            sep=text.separator,
            engine="c",
            index_col=False,
            keep_default_na=False,  # a class may well be called None
            na_values=list(_MISSING),
            low_memory=False,  # one type for the whole of a column
        )
    except pd.errors.ParserError as error:
        raise _not_csv(text, error) from None
    frame.columns = pd.Index(text.columns)
    return frame


def _not_csv(text: CsvText, error: Exception) -> DataError:
    for line, fields in text.records():
        if len(fields) > len(text.columns):
            return ragged(text.file, line, fields=len(fields), columns=len(text.columns))
    if "EOF inside string" in str(error):
        return DataError("{file}: a quotation mark is opened, but never closed.", file=text.file)
    return DataError("{file} is not readable as CSV ({reason}).", file=text.file, reason=str(error).strip())


def _features(frame: pd.DataFrame, text: CsvText) -> NDArray[np.float32]:
    """(rows, n_features)"""
    for column in frame.columns:
        if not pd.api.types.is_numeric_dtype(frame[column]):
            frame[column] = pd.to_numeric(frame[column], errors="coerce")
    with np.errstate(over="ignore"):
        features = frame.to_numpy(np.float32)
    finite = np.isfinite(features)
    if not finite.all():
        row, place = map(int, np.argwhere(~finite)[0])
        infinite = bool(np.isinf(features[row, place]))
        raise _bad_cell(text, row, str(frame.columns[place]), infinite=infinite)
    return features


def _classes(labels: pd.Series[Any], text: CsvText, label: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """(rows,) indices and the names that they stand for."""
    if not pd.api.types.is_numeric_dtype(labels):
        labels = labels.astype("str").str.strip()
    missing = labels.isna() | (labels == "")
    if missing.any():
        raise _bad_cell(text, int(missing.argmax()), label)
    if pd.api.types.is_float_dtype(labels) and np.isinf(labels).any():
        raise _bad_cell(text, int(np.isinf(labels).argmax()), label, infinite=True)
    codes, found = pd.factorize(labels, sort=True)
    return codes.astype(np.int64), class_names(found, file=text.file, column=label)


def _bad_cell(text: CsvText, row: int, column: str, *, infinite: bool = False) -> DataError:
    """What is wrong with a cell that is not a finite number or a label; ``row`` counts records from 0."""
    line, fields = next(itertools.islice(text.records(), row, None))
    if len(fields) != len(text.columns):
        return ragged(text.file, line, fields=len(fields), columns=len(text.columns))
    value = fields[text.columns.index(column)].strip()
    template = "{file}, line {line}, column {column}: {value} is not a number."
    if infinite:
        template = "{file}, line {line}, column {column}: {value} is too large a number."
    elif value in _MISSING:
        template = "{file}, line {line}, column {column}: the value is missing."
    return DataError(template, file=text.file, line=line, column=column, value=shorten(value, _LONGEST_VALUE_SHOWN))
