"""The figures of a run as the command line gives them: a JSON object, a table, a sentence."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean, stdev
from typing import Any, Final

import click
import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.data.columns.found.outliers import ruling
from engine.data.task import Labels, Task
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lanes import lane_seed
from engine.experiment.lanes.value_names import setting_name
from engine.nn.errors import Errors
from engine.train.snapshot import LaneSnapshot, Snapshot
from engine.visible import visible

SCORES: Final[dict[Task, tuple[str, str]]] = {"classes": ("accuracy", ".1%"), "numbers": ("R2", ".4f")}
"""What says how good a lane is, by what is learned, and how it is written."""
_OVER_REPEATS: Final[dict[str, Callable[[Sequence[float]], float]]] = {"mean": fmean, "std": stdev}
WIDTH_OF_FILES = 160
"""Characters, where stdout is no terminal that has a width of its own."""


def run_object(
    experiment: Experiment, snapshot: Snapshot, errors: Mapping[str, Errors] | None = None
) -> dict[str, Any]:
    """What ``playground train --json`` prints. ``errors``: where numbers are learned, see `all_errors`."""
    lanes = []
    for index, lane in enumerate(snapshot.lanes):
        entry = lane_object(experiment, index)
        of = {} if errors is None else {rows: pair_at(found, index) for rows, found in errors.items()}
        entry["train"] = figures_object(lane.train_data_loss, lane.penalty, lane.train_accuracy, of.get("train"))
        if snapshot.has_validation:
            valid = lane.valid_data_loss, lane.penalty, lane.valid_accuracy, of.get("valid")
            entry["validation"] = figures_object(*valid)
        entry["test"] = figures_object(lane.test_data_loss, lane.penalty, lane.test_accuracy, of.get("test"))
        if lane.diverged_at is not None:
            entry["diverged_at"] = lane.diverged_at
        if lane.stopped_at is not None:
            entry["stopped_at"] = lane.stopped_at
            entry["best_at"] = lane.best_at
        if lane.restored_from is not None:
            entry["restored_from"] = lane.restored_from
        lanes.append(entry)
    return {"name": experiment.name, "steps": snapshot.step, "seconds": snapshot.seconds, "lanes": lanes}


def lane_object(experiment: Experiment, lane: int) -> dict[str, Any]:
    """What tells a lane from the others."""
    spec = experiment.lanes[lane]
    return {"name": spec.name, "set": dict(spec.set), "seed": lane_seed(experiment, lane)}


def pair_at(errors: Errors, lane: int) -> tuple[float, float]:
    """RMSE and MAE of a lane."""
    return float(errors.rmse[lane]), float(errors.mae[lane])


def _off(errors: Errors, lane: int, *, is_robust: bool) -> tuple[float, float]:
    """What a table says of how far off a lane is."""
    rmse, mae = pair_at(errors, lane)
    return (float(errors.median[lane]) if is_robust else rmse), mae


def far_rows(labels: Labels, rows: str) -> str | None:
    """One sentence on the few numbers that R2 goes by although the label is robust; None where there are none.

    rows: what rows they are of.
    """
    few = len(ruling(labels.astype(np.float32)))
    if not few:
        return None
    lie = "lies" if few == 1 else "lie"
    return (
        f"R2 and RMSE go by {few} of {len(labels)} {rows}, which {lie} far from the others: the median error says how "
        "far off half of the rows are at most."
    )


def figures_object(
    data_loss: float, penalty: float, accuracy: float, errors: tuple[float, float] | None = None
) -> dict[str, float | None]:
    """The figures of one lane on some rows; JSON knows no NaN, so that becomes null.

    errors: RMSE and MAE where numbers are learned; accuracy is then R2, and is called so.
    """
    found = {"loss": data_loss + penalty, "data_loss": data_loss, "penalty": penalty}
    if errors is None:
        found["accuracy"] = accuracy
    else:
        found |= {"r2": accuracy, "rmse": errors[0], "mae": errors[1]}
    return {name: value if math.isfinite(value) else None for name, value in found.items()}


def print_json(content: dict[str, Any]) -> None:
    """One object on stdout, in ASCII, which every terminal and pipe can take."""
    click.echo(json.dumps(content, indent=2, allow_nan=False))


def lanes_table(
    lanes: tuple[LaneSnapshot, ...],
    task: Task = "classes",
    errors: Errors | None = None,
    *,
    at_end: bool = True,
    is_robust: bool = False,
    repeats: Mapping[str, Sequence[int]] | None = None,
) -> Table:
    """A line for each lane. A loss is the data loss; the penalty stands beside it.

    errors: on the test rows, where numbers are learned; is_robust: of a label in which a few values far off are not to
    count, so that the median of the errors stands in place of the RMSE. at_end: the test figures stand beside those of
    validation rows; on the way there, these do alone. repeats: name -> lanes of which the mean and the standard
    deviation follow.
    """
    score, form_of_score = SCORES[task]
    has_validation = any(lane.has_validation for lane in lanes)
    rows = {"train": "train"} | ({"validation": "valid"} if has_validation else {})
    if at_end or not has_validation:
        rows["test"] = "test"
    between = "\n" if len(rows) > 2 else " "  # fits 80 characters
    off_by = ("median", "MAE") if is_robust else ("RMSE", "MAE")
    more = [] if errors is None else [f"test{between}{what}" for what in off_by]
    columns = [f"{name}{between}{what}" for name in rows for what in ("loss", score)]
    table = figures_table(*columns, *more, "penalty")
    forms = [form for _ in rows for form in (".4f", form_of_score)]
    for index, lane in enumerate(lanes):
        if lane.diverged_at is not None:
            table.add_row(cell(lane.name), f"diverged at step {lane.diverged_at}")
            continue
        cells = [_cell(value, form) for value, form in zip(_figures(lane, rows.values()), forms, strict=True)]
        off = () if errors is None else _off(errors, index, is_robust=is_robust)
        table.add_row(cell(lane.name), *cells, *map(error_text, off), _cell(lane.penalty, ".4f"))
    for name, places in (repeats or {}).items():
        kept = [place for place in places if all(map(math.isfinite, _figures(lanes[place], rows.values())))]
        of_lanes = [_figures(lanes[place], rows.values()) for place in kept]
        off_lanes: list[tuple[float, ...]] = [
            () if errors is None else _off(errors, place, is_robust=is_robust) for place in kept
        ]
        if len(kept) < 2:
            continue
        for word, figure in _OVER_REPEATS.items():
            pairs = zip(zip(*of_lanes, strict=True), forms, strict=True)
            middle = (_cell(figure(values), form) for values, form in pairs)
            of_errors = (error_text(figure(values)) for values in zip(*off_lanes, strict=True))
            penalty = _cell(figure([lanes[place].penalty for place in kept]), ".4f")
            table.add_row(cell(f"{name}{word}"), *middle, *of_errors, penalty)
    return table


def folds_of(experiment: Experiment) -> dict[str, tuple[int, ...]]:
    """The lanes that are the folds of one setting, by what is written before ``mean``: nothing where there is one."""
    are_folds = ["data.fold" in lane.set for lane in experiment.lanes]
    groups = (tuple(lane for lane in group if are_folds[lane]) for group in seed_groups(experiment))
    found = [group for group in groups if len(group) > 1]
    names = [setting_name([experiment.lanes[lane].name for lane in group]) for group in found]
    alone = "" if all(are_folds) else "folds "
    return {f"{name} " if len(found) > 1 else alone: group for name, group in zip(names, found, strict=True)}


def _figures(lane: LaneSnapshot, rows: Iterable[str]) -> list[float]:
    """Loss and score on each of these rows, as in the table."""
    return [getattr(lane, f"{of}_{what}") for of in rows for what in ("data_loss", "accuracy")]


def _cell(value: float, form: str) -> str:
    """A number in a table."""
    return format(value, form) if math.isfinite(value) else "not finite"


def error_text(value: float) -> str:
    """RMSE or MAE in the unit of the target: five digits, or all before the point where there are more."""
    return _cell(value, ".5g" if value < 99_999.5 else ".0f")


def figures_table(*columns: str) -> Table:
    """An empty table of lanes with these columns of numbers."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("lane", no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def cell(text: str) -> Text:
    """A name in a table, which is no markup, nor anything else that a terminal obeys."""
    return Text(visible(text))


def print_table(table: Table, footer: str) -> None:
    """A table on stdout."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_OF_FILES)
    console.print(table)
    console.print(cell(footer))


def early_stops(snapshot: Snapshot) -> str | None:
    """One sentence on the lanes that early stopping has stopped, or None where there are none."""
    lanes = [
        f"{lane.name} stopped early at step {lane.stopped_at} "
        f"({'best at' if lane.restored_from is None else 'restored from'} step {lane.best_at})"
        for lane in snapshot.lanes
        if lane.stopped_at is not None
    ]
    return f"{', '.join(lanes)}: the {_held_out(snapshot)} loss no longer fell." if lanes else None


def restorations(snapshot: Snapshot) -> str | None:
    """One sentence on the lanes that went back to their best at the end, or None where none did."""
    lanes = [
        f"{lane.name} is as it was at step {lane.restored_from}"
        for lane in snapshot.lanes
        if lane.restored_from is not None and lane.stopped_at is None
    ]
    return f"{', '.join(lanes)}: the {_held_out(snapshot)} loss was lowest there." if lanes else None


def _held_out(snapshot: Snapshot) -> str:
    return "validation" if snapshot.has_validation else "test"


def divergence(snapshot: Snapshot) -> str | None:
    """One sentence on the lanes whose loss is not finite, mostly because they diverged; None where there are none."""
    lanes = [
        f"{lane.name} has no finite loss at step {snapshot.evaluated_at}"
        if lane.diverged_at is None
        else f"{lane.name} diverged at step {lane.diverged_at}"
        for lane in snapshot.lanes
        if not math.isfinite(lane.train_loss)
    ]
    if not lanes:
        return None
    return (
        f"{', '.join(lanes)}: the loss is no longer finite; a smaller learning rate or another initialization may help."
    )
