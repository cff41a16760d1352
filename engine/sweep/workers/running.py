"""Trains one batch, wherever that is, and says what came of each trial. The same for all: see `engine.sweep.sweep`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from engine.data import Table
from engine.data.task import Task
from engine.diagnosis.diagnosis import told_of_lanes
from engine.inspectors.answers.residuals import all_errors
from engine.nn.layers.parts.products import on_one_thread
from engine.records import record
from engine.sweep.batches import Batch
from engine.sweep.results.told import packed
from engine.sweep.results.trial_result import State, TrialResult, finite, pack
from engine.sweep.rows import cut, held_out_hash
from engine.train.history.history import even_points, look_points
from engine.train.kept.run_state import Checkpoint, capture, restore
from engine.train.snapshot import LaneSnapshot
from engine.train.trainer import Trainer
from engine.verdict.verdict import lane_scores

_SCORE: Final[dict[Task, str]] = {"classes": "accuracy", "numbers": "r2"}


@record
class BatchResult:
    """results: one a trial, in the order of the batch. checkpoint: where it does not end yet."""

    results: tuple[TrialResult, ...]
    checkpoint: Checkpoint | None = None


def run_batch(batch: Batch, table: Table, report: Callable[[int], bool] = lambda step: True) -> BatchResult | None:
    """Trains the batch on one thread. What is measured when, and so what the diagnosis goes by, is as in
    ``playground train --quiet``.

    report: is told the step, at regular ones; False ends the batch, which then answers None.

    Raises:
        PlaygroundError: the experiment and the rows do not go together.
    """
    steps = batch.experiment.steps
    assert steps is not None
    with on_one_thread():
        dataset = cut(table, batch.experiment.data)
        if batch.checkpoint is None:
            trainer = Trainer(batch.experiment, dataset)
            trainer.measure()
        else:
            trainer = restore(batch.checkpoint, dataset)
        looked_at = look_points(steps)
        for point in even_points(steps):
            if not trainer.step < point <= batch.until:
                continue
            if not len(trainer.active):
                break
            trainer.run(point - trainer.step, record=True)
            if point in looked_at:
                trainer.measure()
                if not report(trainer.step):
                    return None
        checkpoint = None
        trainer.measure()
        if batch.is_last:
            trainer.end()
        else:
            checkpoint = capture(trainer)
        return BatchResult(_results(batch, trainer), checkpoint)


def _results(batch: Batch, trainer: Trainer) -> tuple[TrialResult, ...]:
    snapshot = trainer.snapshot()
    task = trainer.dataset.task
    is_over = batch.is_last or bool(trainer.diverged_at) or bool(trainer.stopped_at)
    found = told_of_lanes(trainer, beside=False) if is_over else {}
    scores = lane_scores(trainer) if is_over else None
    errors = {} if task == "classes" else all_errors(trainer)
    held_out = held_out_hash(trainer.dataset)
    results = []
    for lane, (trial, said) in enumerate(zip(batch.trials, snapshot.lanes, strict=True)):
        state, steps = _state(said, batch)
        finding = None if state == "pruned" else found.get(lane)
        rows_told = "" if scores is None or state == "pruned" else pack(scores[lane], of_classes=task == "classes")
        results.append(
            TrialResult(
                trial=trial,
                state=state,
                steps=steps,
                seconds=trainer.seconds / len(batch.trials),
                figures=_figures(said, task, {of: (e.rmse[lane], e.mae[lane]) for of, e in errors.items()}),
                best_at=said.best_at,
                restored_from=said.restored_from,
                rule="" if finding is None else finding.rule,
                finding="" if finding is None else str(finding.text),
                told={} if finding is None else packed(finding.text),
                held_out_loss=finite({"": said.held_out_data_loss}).get(""),
                scores=rows_told,
                held_out=held_out,
            )
        )
    return tuple(results)


def _state(lane: LaneSnapshot, batch: Batch) -> tuple[State, int]:
    if lane.diverged_at is not None:
        return "diverged", lane.diverged_at
    if lane.stopped_at is not None:
        return "stopped", lane.stopped_at
    return ("done" if batch.is_last else "pruned"), batch.until


def _figures(lane: LaneSnapshot, task: Task, errors: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """As ``playground train --json`` has them: a loss is the data loss and the penalty."""
    names = {"train": "train"} | ({"valid": "validation"} if lane.has_validation else {}) | {"test": "test"}
    found = {}
    for name, title in names.items():
        data_loss = getattr(lane, f"{name}_data_loss")
        found[f"{title}_loss"] = data_loss + lane.penalty
        found[f"{title}_data_loss"] = data_loss
        found[f"{title}_{_SCORE[task]}"] = getattr(lane, f"{name}_accuracy")
        if name in errors:
            found[f"{title}_rmse"], found[f"{title}_mae"] = map(float, errors[name])
    return finite({**found, "penalty": lane.penalty})
