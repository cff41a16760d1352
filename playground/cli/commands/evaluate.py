"""``playground evaluate``: a saved model on other rows."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path

from engine.data import load_table
from engine.data.matching import finder
from engine.errors import PlaygroundError
from engine.store.model_files import Model, load_model
from engine.store.scoring import columns_of, is_by_place, score
from engine.store.taken_as import taken_as
from playground.cli.exit_codes import DIVERGED, DONE
from playground.cli.other_file import read_as
from playground.cli.report import (
    SCORES,
    cell,
    error_text,
    far_rows,
    figures_object,
    figures_table,
    lane_object,
    pair_at,
    print_json,
    print_table,
)
from playground.cli.telling import tell


def run(path: str, source: str, label: str | None, settings: tuple[str, ...] = (), *, as_json: bool) -> int:
    """Evaluates every lane on all rows and prints the figures. Returns the exit code.

    Raises:
        PlaygroundError: the model or the data cannot be used, or they do not fit each other.
    """
    model = load_model(Path(path))
    experiment = model.experiment
    spec = read_as(experiment, source, settings).model_copy(update={"label": label or experiment.data.label_column})
    _check_label(model, label)
    table = load_table(spec, choose=partial(columns_of, model), columns=model.preparation.columns)
    scores = score(model, table)
    steps = None if model.provenance is None else model.provenance.steps
    figures = list(zip(scores.data_loss.tolist(), scores.penalty.tolist(), scores.accuracy.tolist(), strict=True))
    errors = [None if scores.errors is None else pair_at(scores.errors, lane) for lane in range(len(figures))]
    diverged = [
        lane.name
        for lane, (data_loss, penalty, _) in zip(experiment.lanes, figures, strict=True)
        if not math.isfinite(data_loss + penalty)
    ]
    if as_json:
        lanes = [
            lane_object(experiment, lane) | {"test": figures_object(*of, errors[lane])} | _moments(model, lane)
            for lane, of in enumerate(figures)
        ]
        print_json({"name": experiment.name, "steps": steps, "data": source, "rows": table.n_rows, "lanes": lanes})
    else:
        name, form = SCORES[model.task]
        is_robust = scores.errors is not None and experiment.data.robust_label
        off_by = [] if scores.errors is None else ["median", "RMSE", "MAE"] if is_robust else ["RMSE", "MAE"]
        lines = figures_table("loss", name, *off_by, "penalty")
        for lane, (data_loss, penalty, found), of in zip(experiment.lanes, figures, errors, strict=True):
            off = [*(of or ())]
            if is_robust and scores.errors is not None:
                off.insert(0, float(scores.errors.median[len(lines.rows)]))
            cells = f"{data_loss:.4f}", format(found, form), *map(error_text, off), f"{penalty:.4f}"
            lines.add_row(cell(lane.name), *cells)
        training = _training(model)
        rows = "1 row" if table.n_rows == 1 else f"{table.n_rows} rows"
        print_table(lines, f"{rows} of {table.name}{training}")
        if is_robust and (said := far_rows(table.labels, "rows")):
            tell(said, err=True)
    for remark in taken_as(model, table):
        tell(remark, err=True)
    if is_by_place(model, table):
        tell(f"The columns of {table.name} are taken in their order: {path} has no names for them.", err=True)
    if diverged:
        tell(f"{', '.join(diverged)}: diverged in training, so the loss is not finite.", err=True)
    return DIVERGED if diverged else DONE


def _check_label(model: Model, label: str | None) -> None:
    """Raises PlaygroundError where the column that shall hold the classes is one that the model takes as a feature."""
    if label is not None and finder(model.preparation.column_names)(label) is not None:
        raise PlaygroundError(
            "{label} is a feature that {file} was trained on: name the column that holds the classes with --label.",
            label=label,
            file=model.path,
        )


def _training(model: Model) -> str:
    """How many steps led to the model, and whose weights it has where those are of an earlier one."""
    found = model.provenance
    if found is None:
        return ""
    of = found.restored_step
    lanes = model.experiment.lanes
    if of is not None and len(found.restored) == len(lanes):
        weights = f", with the weights of step {of}"
    else:
        weights = "".join(
            f", {lanes[lane].name} with the weights of step {step}" for lane, step in found.restored.items()
        )
    return f", after {found.steps} steps of training{weights}"


def _moments(model: Model, lane: int) -> dict[str, int]:
    """The steps at which a lane left its run, and whose weights it has gone back to; as far as there are such."""
    if model.provenance is None:
        return {}
    found = model.provenance
    moments = {"diverged_at": found.diverged_at, "stopped_at": found.stopped_at, "restored_from": found.restored}
    return {name: steps[lane] for name, steps in moments.items() if lane in steps}
