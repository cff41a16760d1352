"""The result of a sweep as a table: a row a trial, as Parquet or CSV, with the experiment inside.

Parquet has it in the metadata, under ``playground``, as JSON. CSV has no such place: there it is the first cell of the
last column.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from engine.data.task import Task
from engine.errors import ModelError, PlaygroundError
from engine.records import record
from engine.sentences import Sentence
from engine.store.atomic import write_atomically
from engine.sweep.plan import Plan
from engine.sweep.results.journal import plan_of
from engine.sweep.results.told import gathered, scattered, unpacked
from engine.sweep.results.trial_result import TrialResult

METADATA: Final = "playground"
_OWN: Final = ("trial", "setting", "lane", "seed", "state", "steps", "seconds", "verdict", "diagnosis")
_ROWS: Final = ("train", "validation", "test")
_FIGURES: Final = ("accuracy", "r2", "data_loss", "rmse", "mae", "loss")
"""Of which the last is with the penalty."""
_BEHIND: Final = ("best_at", "restored_from", "seconds", "verdict", "diagnosis", "finding", "reason")
_LARGEST: Final = 2_000_000_000
_LONGEST_CELL: Final = 100_000_000
"""Letters: the plan of a sweep stands in one cell."""


@record
class SweepTable:
    """rows: a dict a trial, by the names of ``columns``; what is not known is None. verdict: what it says;
    told: what the diagnosis says of a trial, or why it failed, by its number. said: the verdict in English.
    stage: (which, of how many), counted from 0, while a sweep goes on.
    """

    plan: Plan
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    said: str = ""
    task: Task = "classes"
    stage: tuple[int, int] | None = None
    verdict: tuple[Sentence, ...] = ()
    told: Mapping[int, Sentence] = field(default_factory=dict)

    @property
    def n_over(self) -> int:
        """How many trials have come to their end, whatever it was."""
        return sum(row["state"] != "unfinished" for row in self.rows)

    @property
    def is_whole(self) -> bool:
        """Whether all trials of the plan are over."""
        return self.n_over == len(self.plan.trials)

    def column_of(self, path: str) -> str:
        """The column of a swept setting."""
        return f"set.{path}" if path in _OWN else path

    @property
    def swept(self) -> tuple[str, ...]:
        """The columns of all swept settings."""
        return tuple(self.column_of(path) for path in self.plan.paths)

    @property
    def figures(self) -> tuple[str, ...]:
        """The columns with figures of how well trials did."""
        return tuple(name for name in self.columns if name.partition("_")[0] in _ROWS or name == "penalty")


def tabulated(
    plan: Plan,
    results: Mapping[int, TrialResult],
    words: Mapping[int, str] | None = None,
    *,
    verdict: Sequence[Sentence] = (),
    task: Task = "classes",
) -> SweepTable:
    """The table of what is known so far. words: what the verdict says of each setting, see `judging.words`."""
    named = {name for result in results.values() for name in result.figures}
    figures = [f"{rows}_{name}" for rows in _ROWS for name in _FIGURES if f"{rows}_{name}" in named]
    lanes = ["lane"] if len(plan.lane_names) > 1 else []  # of lanes that differ in what is swept one is left
    swept = [f"set.{path}" if path in _OWN else path for path in plan.paths]
    columns = ("trial", "setting", *lanes, *swept, "seed", "state", "steps", *figures, "penalty", *_BEHIND)
    rows = []
    for trial in plan.trials:
        result = results.get(trial.number)
        if result is None:
            continue
        row: dict[str, Any] = {"trial": trial.number, "setting": trial.setting, "seed": trial.seed}
        row |= {"lane": plan.lane_names[trial.lane]} if lanes else {}
        row |= dict(zip(swept, trial.values, strict=True))
        row |= {"state": result.state, "steps": result.steps, **result.figures, "seconds": result.seconds}
        row |= {"best_at": result.best_at, "restored_from": result.restored_from, "reason": result.reason or None}
        row |= {"verdict": (words or {}).get(trial.setting) or None}
        row |= {"diagnosis": result.rule or None, "finding": result.finding or None}
        rows.append({name: row.get(name) for name in columns})
    said = " ".join(map(str, verdict))
    told = {number: unpacked(result.told) for number, result in results.items() if result.told}
    return SweepTable(plan, columns, tuple(rows), said, task, verdict=tuple(verdict), told=told)


def metadata(header: Mapping[str, Any], table: SweepTable) -> str:
    """What a file says of itself: which sweep it is, the verdict, and what made it."""
    sentences = gathered(table.verdict, table.told)
    said = {**header, "verdict": table.said, "task": table.task, "sentences": sentences}
    return json.dumps(said, ensure_ascii=False)


def check_ending(path: Path) -> None:
    """Raises PlaygroundError where the name does not say how to write it, or what that takes is not installed."""
    if path.suffix.lower() == ".csv":
        return
    if path.suffix.lower() != ".parquet":
        raise PlaygroundError("{file}: name the result .parquet or .csv.", file=path)
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise PlaygroundError(
            "{file}: Parquet needs pyarrow: install nn-playground[sweep], or name the result .csv.", file=path
        ) from None


def save_table(table: SweepTable, header: Mapping[str, Any], path: Path) -> None:
    """Writes it in the format that the name says.

    Raises:
        PlaygroundError: it cannot be written.
    """
    text = metadata(header, table)
    if path.suffix.lower() == ".csv":
        content = _csv(table, text)
        write_atomically(path, lambda stream: stream.write(content))
        return
    import pyarrow
    import pyarrow.parquet

    columns = {name: _column([row[name] for row in table.rows]) for name in table.columns}
    found = pyarrow.table(columns).replace_schema_metadata({METADATA: text})
    write_atomically(path, lambda stream: pyarrow.parquet.write_table(found, stream))


def _column(values: Sequence[Any]) -> list[Any]:
    """Of one type: numbers, or else texts, of which those that are none are JSON."""
    known = [value for value in values if value is not None]
    if all(isinstance(value, bool) for value in known) or all(isinstance(value, str) for value in known):
        return list(values)
    if any(not isinstance(value, int | float) or isinstance(value, bool) for value in known):
        return [None if value is None else value if isinstance(value, str) else json.dumps(value) for value in values]
    if any(isinstance(value, float) for value in known):
        return [None if value is None else float(value) for value in values]
    return list(values)


def _csv(table: SweepTable, text: str) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*table.columns, METADATA])
    for place, row in enumerate(table.rows):
        cells = [row[name] for name in table.columns]
        writer.writerow([*(_cell(value) for value in cells), text if place == 0 else ""])
    return stream.getvalue().encode()


def _cell(value: Any) -> Any:
    return "" if value is None else json.dumps(value) if isinstance(value, bool | tuple | list) else value


def is_result_of(path: Path, header: Mapping[str, Any]) -> bool:
    """Whether a file has all trials of the sweep with this header."""
    try:
        _, rows, text = _read_any(path)
        said = json.loads(text)
    except (ValueError, RecursionError):
        return False
    is_whole = len(rows) == len(header["trials"]) and all(row.get("state") != "unfinished" for row in rows)
    return is_whole and _has_header(said, header)


def _has_header(said: Any, header: Mapping[str, Any]) -> bool:
    wanted = json.loads(json.dumps(header))
    return isinstance(said, dict) and all(said.get(name) == value for name, value in wanted.items())


def check_free(path: Path, own: Mapping[str, Any] | None = None) -> None:
    """Raises PlaygroundError where a file would be lost: the result of a sweep, which may have taken hours, or a file
    that is none. own: the header of a sweep that may have written what there is of its result.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return
    try:
        _, rows, text = _read_any(path)
        said = json.loads(text) if rows else None
    except (PlaygroundError, ValueError, RecursionError):
        if _has_no_trials(path):
            return
        raise PlaygroundError(
            "{file} is not the result of a sweep, so it is not written over: name another file.", file=path
        ) from None
    if rows and (own is None or not _has_header(said, own)):
        raise PlaygroundError(
            "{file} has the result of another sweep: name another file, or move that one away.", file=path
        )


def _has_no_trials(path: Path) -> bool:
    """Whether it is a result in CSV of which only the headings were written."""
    try:
        with path.open(encoding="utf-8-sig") as stream:
            line = stream.readline()
            return line.startswith("trial,setting,") and line.endswith(f",{METADATA}\n") and not stream.read(1)
    except (OSError, ValueError):
        return False


def _read_any(path: Path) -> tuple[list[str], list[dict[str, Any]], str]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ModelError("{file} is larger than 2 GB.", file=path)
        return _read_csv(path) if path.suffix.lower() == ".csv" else _read_parquet(path)
    except OSError as error:
        raise ModelError("{file} cannot be read: {reason}.", file=path, reason=error.strerror or error) from None


def open_table(path: Path) -> SweepTable:
    """Reads a result.

    Raises:
        PlaygroundError: one sentence that names the file.
    """
    columns, rows, text = _read_any(path)
    try:
        said = json.loads(text)
        plan = plan_of(said)
        task: Task = "numbers" if said.get("task") == "numbers" else "classes"
        values = {trial.number: trial for trial in plan.trials}
        table = SweepTable(plan, tuple(columns), (), str(said.get("verdict", "")), task)
        swept = [table.column_of(path) for path in plan.paths]
        has_lanes = "lane" in columns
        # As the plan has them: a table may have made texts of values, and a CSV has no other.
        told = tuple(
            {
                **row,
                **({"lane": plan.lane_names[values[row["trial"]].lane]} if has_lanes else {}),
                **dict(zip(swept, values[row["trial"]].values, strict=True)),
            }
            for row in rows
            if row["trial"] in values
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _no_result(path) from None
    verdict, sentences = scattered(said.get("sentences"))
    return SweepTable(plan, tuple(columns), told, table.said, task, verdict=verdict, told=sentences)


def _no_result(path: Path) -> ModelError:
    return ModelError("{file} is not the result of a sweep.", file=path)


def _read_csv(path: Path) -> tuple[list[str], list[dict[str, Any]], str]:
    before = csv.field_size_limit(_LONGEST_CELL)  # of the whole process, in which others have a limit of their own
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            names, *lines = list(csv.reader(stream))
    except (ValueError, csv.Error):
        raise _no_result(path) from None
    finally:
        csv.field_size_limit(before)
    if not lines or names[-1:] != [METADATA] or any(len(line) != len(names) for line in lines):
        raise _no_result(path)
    rows = [{name: _read(name, cell) for name, cell in zip(names[:-1], line, strict=False)} for line in lines]
    return names[:-1], rows, lines[0][-1]


_TEXTS: Final = frozenset({"lane", "state", "verdict", "diagnosis", "finding", "reason"})


def _read(name: str, cell: str) -> Any:
    if not cell:
        return None
    if name in _TEXTS:
        return cell
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def _read_parquet(path: Path) -> tuple[list[str], list[dict[str, Any]], str]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise PlaygroundError("{file}: Parquet needs pyarrow: install nn-playground[sweep].", file=path) from None
    try:
        found = pyarrow.parquet.read_table(path)
    except pyarrow.ArrowException:
        raise _no_result(path) from None
    text = (found.schema.metadata or {}).get(METADATA.encode())
    if text is None or not {"trial", "setting", "state"} <= set(found.column_names):
        raise _no_result(path)
    return list(found.column_names), found.to_pylist(), text.decode()
