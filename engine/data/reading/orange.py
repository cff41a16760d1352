"""Orange's .tab files: tables whose header also says what the columns are, in two lines more or in their names.

https://orange3.readthedocs.io/projects/orange-data-mining-library/en/latest/reference/data.io.html describes both.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from engine.data.columns.column import ColumnKind
from engine.data.files.progress import Report
from engine.data.sheet import Sheet, SheetOptions
from engine.data.spec import ColumnSpec, Role
from engine.data.text.read import read_text

_KINDS: Final[dict[str, ColumnKind | None]] = {
    "c": "number",
    "continuous": "number",
    "numeric": "number",
    "n": "number",
    "d": "category",
    "discrete": "category",
    "categorical": "category",
    "t": "date",
    "time": "date",
    "s": None,
    "string": None,
    "text": None,
}
_ROLES: Final[dict[str, Role]] = {
    "class": "label",
    "c": "label",
    "meta": "ignored",
    "m": "ignored",
    "ignore": "ignored",
    "i": "ignored",
    "weight": "ignored",
    "w": "ignored",
}
_IN_NAME = re.compile(r"([mciw]?)([CDST]?)#(.*)")
_START = 2**16
"""Bytes: three lines of a header are shorter."""


def read_orange(
    data: bytes,
    options: SheetOptions,
    *,
    file: str,
    name: str,
    exact: Collection[str],
    rows: int | None,
    report: Report,
) -> Sheet | None:
    """None for a file that is none of Orange's. Raises DataError as for any text file."""
    found = _header(data)
    if found is None:
        return None
    names, hints, n_lines, separator = found
    end = 0
    for _ in range(n_lines):
        end = data.find(b"\n", end) + 1 or len(data)
    header = io.StringIO()
    csv.writer(header, delimiter=separator, lineterminator="").writerow(names)
    table = header.getvalue().encode("latin-1") + b"\n" * n_lines + data[end:]  # so that lines keep their numbers
    said = options.lines_left_out or ()
    options = replace(options, header=True, names_line=None, separator=separator, lines_left_out=said)
    sheet = read_text(table, options, file=file, name=name, exact=exact, rows=rows, report=report)
    return replace(
        sheet,
        hints=dict(zip(sheet.names, hints, strict=False)),
        writing=replace(sheet.writing, format="Orange", names_line=None, beginning=()),
    )


def _header(data: bytes) -> tuple[list[str], list[ColumnSpec], int, str] | None:
    """Names, what is said of the columns, how many lines that takes, and the separator."""
    try:
        text = data[:_START].removeprefix(b"\xef\xbb\xbf").decode("latin-1")  # which gives the same bytes again
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        for separator in "\t,":
            lines = list(islice(csv.reader(io.StringIO(text), delimiter=separator), 3))
            if not lines or len(lines[0]) < 2:
                continue
            if (hints := _three_lines(lines)) is not None:
                return [cell.strip() for cell in lines[0]], hints, 3, separator
            if any(_IN_NAME.fullmatch(cell.strip()) for cell in lines[0]):
                named = [_named(cell.strip()) for cell in lines[0]]
                return [name for name, _ in named], [hint for _, hint in named], 1, separator
    except csv.Error:
        pass
    return None


def _three_lines(lines: Sequence[Sequence[str]]) -> list[ColumnSpec] | None:
    """What the second and third line say of the columns; None where they are rows."""
    if len(lines) < 3 or not len(lines[0]) == len(lines[1]) >= len(lines[2]):
        return None
    kinds = [cell.strip().lower() for cell in lines[1]]
    flags = [cell.strip().lower().split(" ")[0] for cell in [*lines[2], *[""] * (len(kinds) - len(lines[2]))]]
    if not all(kind in _KINDS or " " in kind or not kind for kind in kinds) or not any(
        kind in _KINDS for kind in kinds
    ):
        return None
    if not all(flag in _ROLES or not flag or "=" in flag for flag in flags):
        return None
    return [
        ColumnSpec(role=_ROLES.get(flag), kind=_KINDS.get(kind, "category"))
        for kind, flag in zip(kinds, flags, strict=True)
    ]


def _named(cell: str) -> tuple[str, ColumnSpec]:
    """``cD#iris`` is the class iris, a category."""
    found = _IN_NAME.fullmatch(cell)
    if found is None:
        return cell, ColumnSpec()
    role, kind, name = found.groups()
    return name, ColumnSpec(role=_ROLES.get(role), kind=_KINDS.get(kind.lower()))
