"""``playground inspect``: what a file is read as."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click
from rich.table import Table as Lines
from rich.text import Text

from engine.data import Table, load_table
from engine.data.reading import holds_pictures, read_sheet
from engine.data.sheet import Column, Kind, Sheet, Words, Writing, kind_of, n_missing
from engine.data.spec import DataSpec
from engine.data.wording import shown
from playground.cli.exit_codes import DONE
from playground.cli.report import print_json, print_table

_SEPARATORS: Final = {"\t": "tabs", " ": "blanks", ",": "commas", ";": "semicolons", "|": "bars"}
_KINDS: Final[dict[Kind, str]] = {"number": "number", "yes_no": "yes or no", "date": "date", "text": "text"}
_MOST_EXAMPLES = 3


def run(source: str, *, as_json: bool) -> int:
    """Returns the exit code.

    Raises:
        PlaygroundError: the file cannot be read.
    """
    path = Path(source).expanduser()
    if holds_pictures(path):
        _tell_pictures(load_table(DataSpec(source=str(path))), as_json=as_json)
        return DONE
    sheet = read_sheet(path)
    if as_json:
        print_json(sheet_object(sheet))
        return DONE
    lines = Lines(box=None, pad_edge=False)
    for title in ("column", "kind", "missing", "such as"):
        lines.add_column(title, justify="right" if title == "missing" else "left")
    for name, column in zip(sheet.names, sheet.columns, strict=True):
        missing = str(n_missing(column) or "")
        lines.add_row(Text(shown(name)), _KINDS[kind_of(column)], missing, Text(_examples(column)))
    print_table(lines, f"{_count(sheet.n_rows, 'row')} of {sheet.name}; {described(sheet.writing)}")
    for remark in sheet.writing.remarks:
        click.echo(str(remark))
    return DONE


def sheet_object(sheet: Sheet) -> dict[str, Any]:
    """What ``--json`` prints of a table. null: a format that has no such thing, or what is not known yet."""
    writing = sheet.writing
    label = next((name for name, hint in sheet.hints.items() if hint.role == "label"), writing.label or None)
    return {
        "rows": sheet.n_rows,
        "format": writing.format,
        "header": writing.header,
        "separator": writing.separator or None,
        "decimal": writing.decimal,
        "encoding": writing.encoding or None,
        "label": label,
        "task": None,
        "columns": [
            {"name": name, "kind": kind_of(column), "role": _role(sheet, name), "missing": n_missing(column)}
            for name, column in zip(sheet.names, sheet.columns, strict=True)
        ],
        "findings": [str(remark) for remark in writing.remarks],
    }


def described(writing: Writing) -> str:
    """``CSV, header, separated by semicolons, decimals as 1,5, utf-8``"""
    parts = [writing.format, "header" if writing.header else "no header"]
    if writing.separator:
        parts.append(f"separated by {_SEPARATORS.get(writing.separator, writing.separator)}")
    if writing.decimal != ".":
        parts.append(f"decimals as 1{writing.decimal}5")
    return ", ".join([*parts, writing.encoding] if writing.encoding else parts)


def _role(sheet: Sheet, name: str) -> str | None:
    hint = sheet.hints.get(name)
    return None if hint is None else hint.role


def _examples(column: Column) -> str:
    """The first different values."""
    if isinstance(column, Words):
        values = list(column.values[: _MOST_EXAMPLES + 1])
    else:
        present = column[column == column][:100].tolist()
        values = [f"{value:.7g}" if isinstance(value, float) else str(value) for value in dict.fromkeys(present)]
    more = ", ..." if len(values) > _MOST_EXAMPLES else ""
    return ", ".join(map(shown, values[:_MOST_EXAMPLES])) + more


def _tell_pictures(table: Table, *, as_json: bool) -> None:
    notes = [] if table.findings is None else [str(note) for note in table.findings.notes]
    height, width = table.image_shape or (0, 0)
    if as_json:
        about = {"rows": table.n_rows, "format": "pictures", "height": height, "width": width}
        print_json(about | {"classes": list(table.classes), "task": table.task, "columns": [], "findings": notes})
        return
    pictures, classes = _count(table.n_rows, "picture"), _count(len(table.classes), "class")
    click.echo(f"{pictures} of {height} x {width} pixels in {table.name}; {classes}")
    for note in notes:
        click.echo(note)


def _count(number: int, what: str) -> str:
    several = f"{what}es" if what.endswith("s") else f"{what}s"
    return f"1 {what}" if number == 1 else f"{number} {several}"
