"""What a person's own new file gets at first, so that it trains well at once; all of it is written into the experiment.

Later it reads the same, whatever is guessed better by then.
"""

from __future__ import annotations

from typing import Final, Literal

from engine.data.columns.column import number_columns
from engine.data.columns.guess import likeliest_label, likeliest_task
from engine.data.columns.kinds import kind_by_values
from engine.data.columns.pixels import image_shape, look_like_pixels
from engine.data.columns.roles import why_ignored
from engine.data.columns.uses import written_label
from engine.data.preprocessing.sizes import first_sizes
from engine.data.sheet import Column, Sheet, Words, kind_of, n_missing
from engine.data.spec import ColumnSpec, DataSpec

_MOST_ROWS: Final = 1_000_000
_LAST_NAMES_LINE: Final = 100
"""Which ``data.names_line`` may say."""


def propose(sheet: Sheet, spec: DataSpec) -> DataSpec:
    """How to read and split a sheet, of which the spec says the source, and maybe the label column.

    Rows are mixed, classes spread evenly, features standardized unless they are pixels, and columns ignored that tell
    nothing. Plain numbers stand by themselves; only what else there is, is said of each column.
    """
    label = written_label(sheet, spec.label)
    if label not in sheet.names:
        label = likeliest_label(sheet, spec.label)
    column = sheet.column(label)
    others = [name for name in sheet.names if name != label]
    may_be_image = _are_numbered(sheet, others)
    is_image = may_be_image and _look_like_pixels(sheet, others)
    train, validation, test = first_sizes(min(len(column) - n_missing(column), _MOST_ROWS))
    writing = sheet.writing
    is_text = bool(writing.separator)
    return DataSpec(
        source=spec.source,
        label=label,
        train=train,
        validation=validation,
        test=test,
        shuffle_seed=0,
        stratify=True,
        keep_test=True,
        scaling="max" if is_image else "standard",
        pictures=False if may_be_image and not is_image else None,
        task=likeliest_task(column, writing.decimal),
        columns={} if is_image else {name: said for name in others if (said := _said_of(sheet, name)) is not None},
        sheet=writing.sheet if len(writing.sheets) > 1 else None,
        names_line=_names_line(spec, sheet),
        lines_left_out=writing.lines_left_out,
        header=writing.header if is_text or writing.sheet else None,
        separator=writing.separator or None,
        decimal=spec.decimal or _decimal(sheet),
        date_order=spec.date_order or (None if sheet.either_dates else writing.date_order),
        encoding=(writing.encoding or None) if is_text else None,
    )


def _decimal(sheet: Sheet) -> Literal[".", ","] | None:
    """The mark that was found; None where numbers are no texts, or may be read in two ways, as can be chosen then."""
    writing = sheet.writing
    if sheet.either_marks or not (writing.separator or writing.decimal == ","):
        return None
    return "," if writing.decimal == "," else "."


def _names_line(spec: DataSpec, sheet: Sheet) -> int | None:
    """Where the names stand, as somebody says or as they were found; None where no experiment can say it."""
    found = sheet.writing.names_line
    return found if spec.names_line is None and found is not None and found <= _LAST_NAMES_LINE else spec.names_line


def _are_numbered(sheet: Sheet, names: list[str]) -> bool:
    """Whether by their names they may be pixels."""
    is_square = image_shape(number_columns(names)) is not None
    return is_square and all(kind_of(sheet.column(name)) == "number" for name in names)


def _look_like_pixels(sheet: Sheet, names: list[str]) -> bool:
    return look_like_pixels(sheet.numbers([sheet.names.index(name) for name in names]), names[0])


def _said_of(sheet: Sheet, name: str) -> ColumnSpec | None:
    """What is said of a column, so that it is read like this ever after; nothing of plain numbers."""
    place = sheet.names.index(name)
    hint = sheet.hints.get(name)
    if hint is not None and hint.role != "label":
        return hint
    is_alone = len(sheet.names) == 2  # beside the label: what numbers the rows may be the very thing to learn from
    is_number = kind_of(sheet.columns[place]) == "number"
    if why_ignored(sheet, place) is not None and not (is_alone and is_number and _varies(sheet.columns[place])):
        return ColumnSpec(role="ignored")
    found = kind_of(sheet.columns[place])
    kind = kind_by_values(sheet.columns[place]).kind
    if kind == found == "number":
        return None
    return ColumnSpec(kind=kind, cycles=kind == "date")


def _varies(column: Column) -> bool:
    """Of numbers, whether there are two."""
    assert not isinstance(column, Words)
    known = column[column == column]
    return bool(len(known) and (known != known[0]).any())
