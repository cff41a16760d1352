"""``playground inspect``: what a file is read as."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from rich.table import Table as Lines

from engine.data import Table, load_table, split
from engine.data.columns.column import ColumnKind
from engine.data.columns.load import check_rows
from engine.data.columns.proposal import propose
from engine.data.columns.table import table_of
from engine.data.columns.uses import Use, uses_in, written_label
from engine.data.columns.values import with_zeros
from engine.data.files.wording import shown
from engine.data.reading import holds_pictures, read_sheet
from engine.data.sheet import Column, Sheet, SheetOptions, Words, Writing, n_missing
from engine.data.spec import DataSpec
from engine.data.task import Task
from engine.errors import DataError, PlaygroundError
from engine.experiment.edits.adapt import with_data
from engine.store.experiment_files import open_experiment
from engine.store.file_kind import FileKind, kind_of
from engine.store.npz import holds
from engine.store.presets import REFERENCE, load_preset
from playground.cli.exit_codes import DONE, WRONG_INPUT
from playground.cli.inputs import Changes
from playground.cli.new_file import asked_of_file
from playground.cli.report import cell, print_json, print_table
from playground.cli.rows_told import guess_sentence, rows_told
from playground.cli.telling import tell

_SEPARATORS: Final = {"\t": "tabs", " ": "blanks", ",": "commas", ";": "semicolons", "|": "bars"}
_KINDS: Final[dict[ColumnKind, str]] = {
    "number": "number",
    "category": "category",
    "yes_no": "yes or no",
    "date": "date",
}
_TASKS: Final[dict[Task, str]] = {"classes": "classes to learn", "numbers": "numbers to learn"}
_MOST_EXAMPLES = 3
_NO_ROWS: Final[dict[FileKind, str]] = {
    "experiment": "{file} is an experiment, not a table: train it.",
    "model": "{file} is a trained model, not a table: evaluate it, or predict with it.",
    "run": "{file} is a saved run, not a table: open it in the window to go on where it stopped.",
}
"""What else files are."""


def run(source: str, settings: tuple[str, ...] = (), *, as_json: bool) -> int:
    """Returns the exit code: that of wrong input also where a table can be read, but not learned from.

    settings: PATH=VALUE, of the data alone.

    Raises:
        PlaygroundError: the file cannot be read.
    """
    path = Path(source).expanduser()
    if path.is_file() and (kind := kind_of(path)) in _NO_ROWS:
        _check_whole(path, kind)
        raise PlaygroundError(_NO_ROWS[kind], file=path)
    if holds_pictures(path):
        asked = _with_settings(DataSpec(source=str(path)), Changes(data=str(path), settings=settings))
        _tell_pictures(load_table(asked), as_json=as_json)
        return DONE
    sheet, spec = _read(path, settings)
    is_told = any(text.startswith("data.label=") for text in settings)
    uses = uses_in(sheet, spec)
    findings, why_refused = _findings(sheet, spec, is_told=is_told)
    if as_json:
        print_json(sheet_object(sheet, spec, uses, [*findings, *why_refused]))
        return WRONG_INPUT if why_refused else DONE
    lines = Lines(box=None, pad_edge=False)
    for title in ("column", "role", "kind", "missing", "such as"):
        lines.add_column(title, justify="right" if title == "missing" else "left")
    for use, column in zip(uses, sheet.columns, strict=True):
        missing = str(n_missing(column) or "")
        lines.add_row(
            cell(shown(use.name)),
            use.role,
            _KINDS[use.kind],
            missing,
            cell(_examples(column, sheet.digits.get(use.name, 0))),
        )
    print_table(
        lines, f"{_count(sheet.n_rows, 'row')} of {sheet.name}; {described(sheet.writing)}; {_TASKS[spec.task]}"
    )
    for finding in findings:
        tell(finding)
    for sentence in why_refused:
        tell(sentence, err=True)
    return WRONG_INPUT if why_refused else DONE


def _read(path: Path, settings: tuple[str, ...]) -> tuple[Sheet, DataSpec]:
    """The file, and what is proposed for it with the settings on top. Raises PlaygroundError."""
    changes = Changes(data=str(path), settings=settings)
    _check_settings(settings)
    asked = asked_of_file(changes.apply(load_preset(REFERENCE)).data, changes)
    label = asked.label if asked.label != DataSpec().label else ""
    sheet = read_sheet(path, SheetOptions.of(asked), exact=[label] if label else [])
    proposed = propose(sheet, asked)
    return sheet, _with_settings(proposed, changes)


def _with_settings(proposed: DataSpec, changes: Changes) -> DataSpec:
    """What is proposed, with what a person has set on top. Raises PlaygroundError."""
    _check_settings(changes.settings)
    return changes.apply(with_data(load_preset(REFERENCE), proposed)).data if changes.settings else proposed


def _check_settings(settings: tuple[str, ...]) -> None:
    for setting in settings:
        if not setting.startswith("data."):
            raise PlaygroundError("--set {setting}: here only data.* can be set.", setting=setting)


def _check_whole(path: Path, kind: FileKind) -> None:
    """A file that is told by its ending alone may be anything.

    Raises:
        PlaygroundError: it is damaged.
    """
    if kind == "experiment":
        open_experiment(path)
    elif not holds(path, "run" if kind == "run" else "experiment"):
        raise PlaygroundError("{file} is damaged: neither a table nor a network can be read from it.", file=path)


def sheet_object(sheet: Sheet, spec: DataSpec, uses: Sequence[Use], findings: Sequence[str]) -> dict[str, Any]:
    """What ``--json`` prints of a table. null: a format that has no such thing."""
    writing = sheet.writing
    return {
        "rows": sheet.n_rows,
        "format": writing.format,
        "sheet": writing.sheet or None,
        "sheets": list(writing.sheets) or None,
        "header": writing.header,
        "names_line": writing.names_line,
        "separator": writing.separator or None,
        "decimal": writing.decimal,
        "encoding": writing.encoding or None,
        "label": spec.label,
        "task": spec.task,
        "columns": [
            {"name": use.name, "kind": use.kind, "role": use.role, "missing": n_missing(column)}
            for use, column in zip(uses, sheet.columns, strict=True)
        ],
        "findings": list(findings),
    }


def _findings(sheet: Sheet, spec: DataSpec, *, is_told: bool) -> tuple[list[str], list[str]]:
    """What is found when it is made ready to be learned from; and why it cannot be, where that is so.

    is_told: whether somebody has named the label.
    """
    is_named = is_told or sheet.names_label(spec.label)
    is_guess = not is_named and spec.label != written_label(sheet, DataSpec().label)
    guess = [guess_sentence(spec.label)] if is_guess else []
    try:
        check_rows(sheet)
        return [*rows_told(split(table_of(sheet, spec), spec), spec), *guess], []
    except DataError as error:
        return [*map(str, sheet.writing.remarks)], [str(error)]


def described(writing: Writing) -> str:
    """``CSV, header, separated by semicolons, decimals as 1,5, utf-8``"""
    above = f"header in line {writing.names_line}" if (writing.names_line or 0) > 1 else "header"
    parts = [writing.format, above if writing.header else "no header"]
    if len(writing.sheets) > 1:
        parts.insert(1, f"sheet {shown(writing.sheet)} of {len(writing.sheets)}")
    if writing.separator:
        parts.append(f"separated by {_SEPARATORS.get(writing.separator, writing.separator)}")
    if writing.decimal != ".":
        parts.append(f"decimals as 1{writing.decimal}5")
    return ", ".join([*parts, writing.encoding] if writing.encoding else parts)


def _examples(column: Column, digits: int) -> str:
    """The first different values. digits: of codes, see `engine.data.sheet.Sheet`."""
    if isinstance(column, Words):
        values = list(column.values[: _MOST_EXAMPLES + 1])
    else:
        present = column[column == column][:100].tolist()
        values = [
            with_zeros(f"{value:.7g}", digits) if isinstance(value, float) else str(value)
            for value in dict.fromkeys(present)
        ]
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
    tell(f"{pictures} of {height} x {width} pixels in {table.name}; {classes}")
    for note in notes:
        tell(note)


def _count(number: int, what: str) -> str:
    several = f"{what}es" if what.endswith("s") else f"{what}s"
    return f"1 {what}" if number == 1 else f"{number} {several}"
