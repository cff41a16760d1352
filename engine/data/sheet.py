"""What a file holds before anybody says what it means: named columns of numbers, words, days, and how it is written.

`engine.data.reading` makes a Sheet of each format; what its columns are for is nobody's concern here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.errors import Remark
from engine.records import record

if TYPE_CHECKING:
    from engine.data.spec import ColumnSpec, DataSpec

Floats: TypeAlias = NDArray[np.float32] | NDArray[np.float64]
Kind: TypeAlias = Literal["number", "yes_no", "date", "text"]
DateOrder: TypeAlias = Literal["day_first", "month_first"]


@record
class SheetOptions:
    """How a file is written, as far as somebody says so; None is found out from the file."""

    header: bool | None = None
    separator: str | None = None
    decimal: Literal[".", ","] | None = None
    encoding: str | None = None
    sheet: str | None = None
    """Of a workbook."""
    lines_left_out: tuple[int, ...] | None = None
    """From 1."""
    date_order: DateOrder | None = None
    """Of days with the year last, where both may be."""
    names_line: int | None = None
    """The line with the names, from 1, or 0 where none has them; goes before ``header``."""
    usual_decimal: Literal[".", ","] | None = None
    """How other files of the same kind are written: it counts where the numbers of this one may be read either way."""
    usual_marks: tuple[tuple[str, Literal[".", ","]], ...] = ()
    """The same of single columns, by their names, where those files have both marks."""

    @classmethod
    def of(cls, spec: DataSpec) -> SheetOptions:
        return cls(
            spec.header,
            spec.separator,
            spec.decimal,
            spec.encoding,
            spec.sheet,
            spec.lines_left_out,
            spec.date_order,
            spec.names_line,
        )


@record
class Writing:
    """How a table is written: its columns in order, and what it takes to read it again just so."""

    columns: tuple[str, ...]
    label: str = ""
    """The column with the classes, where it is known."""
    separator: str = ","
    """One blank stands for runs of them; empty where a format has none."""
    encoding: str = "utf-8"
    """As Python calls it; empty where a format has none."""
    is_guess: bool = False
    """Whether ``label`` is the likeliest column, not the one that was asked for."""
    format: str = "CSV"
    header: bool = True
    """Whether the file names its columns."""
    names_line: int | None = None
    """In which of its lines, from 1, it does so; 0 where in none, None of a format without lines of names."""
    beginning: tuple[tuple[int, str], ...] = ()
    """Number and text of its first lines, from which that one can be chosen."""
    decimal: str = "."
    lines_left_out: tuple[int, ...] = ()
    """Lines, from 1, that are no rows."""
    date_order: DateOrder | None = None
    """How days with the year last are read; None where there are none."""
    sheet: str = ""
    """The sheet of a workbook that is read; ``sheets``: all that there are."""
    sheets: tuple[str, ...] = ()
    skipped: int = 0
    """Lines of titles and comments above the table."""
    remarks: tuple[Remark, ...] = ()
    """What a person should know about how it was read: cells taken for missing, names made up, lines mended."""


@record(eq=False)
class Words:
    """A column of texts, each kept once.

    codes: (rows,) int32, places in ``values``, -1 where there is none; values: the different texts.
    """

    codes: NDArray[np.int32]
    values: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def texts(self) -> NDArray[np.object_]:
        """(rows,) str, None where there is none."""
        return np.array([*self.values, None], object)[self.codes]


Column: TypeAlias = Floats | NDArray[np.bool_] | NDArray[np.datetime64] | Words
"""(rows,) numbers, NaN = missing; bool (none missing); datetime64[D] or [s], NaT = missing; or words."""


def kind_of(column: Column) -> Kind:
    """What the values of a column are, whatever they mean."""
    if isinstance(column, Words):
        return "text"
    return {"f": "number", "b": "yes_no", "M": "date"}[column.dtype.kind]  # type: ignore[return-value]


def n_missing(column: Column) -> int:
    """How many rows have no value."""
    if isinstance(column, Words):
        return int((column.codes < 0).sum())
    if column.dtype.kind == "b":
        return 0
    return int((column != column).sum())  # NaN and NaT are not even themselves


@record(eq=False, weakref_slot=True)
class Sheet:
    """A file as it was read, or the first rows of it. The arrays are read-only.

    file: what messages call it; name: the file's own name; names, columns: all columns in the order of the file.
    line_of: row, counted from 0 -> line in an editor, or row of a spreadsheet, counted from 1.
    hints: what the file itself says of columns (ARFF, Orange). unnamed: names made up for columns that the header
    does not name, such as those that only number the rows.
    codes: columns of numbers in which some begin with a zero, as codes do, and one of them as it is written.
    either_dates: columns of days of which nothing says whether the day or the month is written first.
    digits: how many all numbers of such a column are written with, where that is one length, as of postal codes.
    decimals: the mark of columns whose numbers have another one than the file. either_marks: columns whose points may
    all stand between thousands, though they are read as those before decimals.
    unheld: columns with numbers that count as missing, since they are too large.
    block: (rows, n) float32, the columns at ``block_places`` side by side, of which those columns are views.
    """

    file: str
    name: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    writing: Writing
    line_of: Callable[[int], int]
    hints: Mapping[str, ColumnSpec] = field(default_factory=dict)
    unnamed: frozenset[str] = frozenset()
    codes: Mapping[str, str] = field(default_factory=dict)
    digits: Mapping[str, int] = field(default_factory=dict)
    either_dates: frozenset[str] = frozenset()
    decimals: Mapping[str, Literal[".", ","]] = field(default_factory=dict)
    either_marks: frozenset[str] = frozenset()
    unheld: frozenset[str] = frozenset()
    block: NDArray[np.float32] | None = None
    block_places: tuple[int, ...] = ()

    @property
    def n_rows(self) -> int:
        return len(self.columns[0])

    def column(self, name: str) -> Column:
        """Raises ValueError where there is none of that very name."""
        return self.columns[self.names.index(name)]

    def names_label(self, name: str) -> bool:
        """Whether the file itself says that this column is the label."""
        hint = self.hints.get(name)
        return hint is not None and hint.role == "label"

    def is_left_out(self, name: str) -> bool:
        """Whether the file itself says that this column is neither the label nor a feature."""
        hint = self.hints.get(name)
        return hint is not None and hint.role == "ignored"

    def numbers(self, places: Sequence[int]) -> NDArray[np.float32]:
        """The columns of numbers at these places. (rows, n), C-contiguous; no copy where that can be."""
        if self.block is not None and tuple(places) == self.block_places:
            return self.block
        chosen = np.empty((self.n_rows, len(places)), np.float32)
        with np.errstate(over="ignore"):
            for index, place in enumerate(places):
                chosen[:, index] = self.columns[place]  # type: ignore[assignment]
        return chosen
