"""Gathers the evidence on a lane from a trainer: its history, its signals, its start, its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.arrays import Array
from engine.diagnosis.data_facts import data_facts
from engine.diagnosis.evidence import Evidence
from engine.diagnosis.start import start_of
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes import lane_setup
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import Signals, signals
from engine.nn.evaluation import CHUNK, outputs
from engine.nn.layers.base import LayerSpec, has_weights
from engine.optim.schedules import rate_factor
from engine.train.history import Mark
from engine.train.layer_history import LayerHistoryView

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.train.trainer import Trainer

LATEST: Final = 9
"""Recorded steps whose median is taken, since batches are noisy."""
RECENT: Final = 5
"""Evaluations whose median stands for now, since a single one may be a spike."""
WINDOW: Final = 500
"""Steps that are compared with as many before, at most; a third of the run where that is less. It does not grow with
the run, else what hardly moves would seem to move after long enough."""
RUNNING: Final = 50
"""Steps after which running statistics are worth something."""


def evidence(
    trainer: Trainer, lane: int, seen: Signals | None = None, answers: tuple[Array, Array] | None = None
) -> Evidence:
    """Gathers what is known of a lane; ``seen`` and ``answers`` as `signals` and `answers_of` give them."""
    experiment, dataset = trainer.experiment, trainer.dataset
    is_number = dataset.task == "numbers"
    setup = lane_setup(experiment, lane)
    seen = signals(trainer, InspectionRequest()) if seen is None else seen
    memorized, recall = answers_of(trainer) if answers is None else answers
    history = trainer.history.view()
    since = last_change(history.marks, lane)
    history = history.part(min(int(np.searchsorted(history.steps, since)), len(history) - 1))
    accuracy, train, held_out = (
        history.measure(name)[:, lane] for name in ("train_accuracy", "train_data_loss", "held_out_data_loss")
    )
    earlier, lately = windows(history.steps)
    recent = slice(min(max(lately.start, len(train) - RECENT), len(train) - 1), None)
    now = {
        "train_accuracy": float(accuracy[-1]),
        "held_out_accuracy": float(history.measure("held_out_accuracy")[-1, lane]),
        "train_loss": float(np.median(train[recent])),
        "held_out_loss": float(np.median(held_out[recent])),
    }
    if lane in trainer.restored:  # what training came to is not what there is
        now = _at_best(trainer, lane)
    best = int(np.nanargmin(held_out)) if np.isfinite(held_out).any() else 0
    loss_before, loss_lately = _mean(train[earlier]), _mean(train[lately])
    rms, share, ratio, left = _layer_figures(trainer.layer_history(), lane, trainer.network.weight_slices)
    valid = _validity(experiment.layers, trainer.step)
    start, valid_at_start = start_of(trainer, lane), _validity(experiment.layers, 0)
    return Evidence(
        experiment=experiment,
        lane=lane,
        layers=setup.layers,
        n_features=dataset.n_features,
        n_outputs=dataset.n_outputs,
        n_rows=len(dataset.train_y),
        source_rows=dataset.source_rows,
        batch_rows=len(dataset.train_y) if experiment.sampling == "full" else experiment.batch_size,
        learning_rate=setup.optimizer.learning_rate,
        rate_factor=rate_factor(experiment.schedule, trainer.step) * float(trainer.plateau.factor[lane]),
        decay=float(getattr(setup.optimizer, "weight_decay", 0.0)),
        step=trainer.step,
        since=since,
        epoch=trainer.rows_seen / len(trainer.train_x),
        diverged_at=trainer.diverged_at.get(lane),
        is_restored=lane in trainer.restored,
        has_validation=history.has_validation,
        lowest_train_loss=float(np.nanmin(train)) if np.isfinite(train).any() else np.nan,
        best_held_out_loss=float(held_out[best]),
        best_step=int(history.steps[best]),
        train_loss_at_best=float(train[best]),
        progress=_mean(accuracy[lately]) - _mean(accuracy[earlier]),
        fall=(loss_before - loss_lately) / loss_before if loss_before else 0.0,
        swing=swing_of(train[-2 * RECENT :].astype(np.float64)),
        chance=0.0 if is_number else float(np.bincount(dataset.train_y).max() / len(dataset.train_y)),
        chance_loss=chance_loss(experiment, dataset),
        input_std=float(trainer.train_x.std()),
        facts=data_facts(dataset),
        dense=tuple(index for index, layer in enumerate(experiment.layers) if has_weights(layer)),
        gradient_rms=rms,
        penalty_share=share,
        update_ratio=ratio,
        weight_share=left,
        std=seen.std[lane] * valid,
        saturated=seen.saturated[lane] * valid,
        dead=seen.dead[lane] * valid,
        std_at_start=start.std * valid_at_start,
        saturated_at_start=start.saturated * valid_at_start,
        dead_at_start=start.dead * valid_at_start,
        memorized=float(memorized[lane]),
        wrong_labels=0 if is_number else int((dataset.train_y != dataset.train_y_clean).sum()),
        recall=recall[lane],
        is_number=is_number,
        feature_names=dataset.feature_names,
        **now,
    )


def _at_best(trainer: Trainer, lane: int) -> dict[str, float]:
    """The figures of the weights that a lane has gone back to."""
    figures = dict(zip(trainer.measures, trainer.measured[:, lane].tolist(), strict=True))
    rows = "valid" if trainer.has_validation else "test"
    return {
        "train_accuracy": figures["train_accuracy"],
        "held_out_accuracy": figures[f"{rows}_accuracy"],
        "train_loss": figures["train_data_loss"],
        "held_out_loss": figures[f"{rows}_data_loss"],
    }


def _validity(layers: Sequence[LayerSpec], step: int) -> Array:
    """1 where the signal of a layer means something at a step, NaN behind running statistics that are not yet any."""
    valid = np.ones(len(layers))
    first = next((index for index, layer in enumerate(layers) if layer.state), None)
    if first is not None and step < RUNNING:
        valid[first:] = np.nan
    return valid


def chance_loss(experiment: Experiment, dataset: Dataset) -> float:
    """The data loss of one who knows how often each class comes, p, and nothing of the rows.

    Cross-entropy: - sum p log p; squared error of one-hot classes: mean over them of p (1 - p); of numbers, 1 (Huber's
    half square: at most 1/2).
    """
    if dataset.task == "numbers":
        return 0.5 if experiment.loss == "huber" else 1.0
    counts = np.bincount(dataset.train_y, minlength=dataset.n_classes)
    p = counts / counts.sum()
    if experiment.loss == "softmax_cross_entropy":
        return float(-(p[p > 0] * np.log(p[p > 0])).sum())
    return float((p * (1 - p)).mean()) * (0.5 if experiment.loss == "huber" else 1.0)


def last_change(marks: Sequence[Mark], lane: int) -> int:
    """The step at which a setting that concerns a lane was last changed while it trained; 0 where none was."""
    steps = [mark.step for mark in marks if FieldPath.parse(mark.path).lane in (None, lane)]
    return max(steps, default=0)


def _layer_figures(history: LayerHistoryView, lane: int, slices: list[slice]) -> tuple[Array, Array, Array, Array]:
    """gradient_rms, penalty_share, update_ratio and weight_share, (dense layers,); NaN where no step was recorded."""
    if not len(history):
        nothing = np.full(len(slices), np.nan)
        return nothing, nothing, nothing, nothing
    gradient, penalty, update, weight = np.median(history.values[-LATEST:, :, :, lane], axis=0).astype(np.float64)
    sizes = np.array([here.stop - here.start for here in slices])
    with np.errstate(all="ignore"):
        first = history.figure("weight")[0, :, lane]
        return gradient / np.sqrt(sizes), penalty / gradient, update / weight, weight / first


def windows(steps: Array) -> tuple[slice, slice]:
    """The records of the last WINDOW steps, and those of as many before; each at least RECENT records wide where there
    are so many."""
    start, end = int(steps[0]), int(steps[-1])
    width = min((end - start) / 3, max(WINDOW, RECENT * (end - start) / max(len(steps) - 1, 1)))
    second, third = np.searchsorted(steps, [end - 2 * width, end - width], side="right").tolist()
    return slice(second, third), slice(third, None)


def swing_of(losses: Array) -> float:
    """How far a loss goes back and forth from one evaluation to the next, over its mean: (sum |d| - |sum d|) / (n m).

    0 for one that only falls, however fast, and where there are too few of them.
    """
    if len(losses) < 2 * RECENT or not losses.mean():
        return 0.0
    steps = np.diff(losses)
    return float((np.abs(steps).sum() - abs(steps.sum())) / len(steps) / losses.mean())


def _mean(values: Array) -> float:
    """NaN where there are no values."""
    return float(values.mean()) if len(values) else np.nan


def answers_of(trainer: Trainer) -> tuple[Array, Array]:
    """What lanes in the network say of training rows: the share of rows with a wrong label, of the first CHUNK, that
    are classified as it says, (lanes,); and of each class the share of its first CHUNK rows that are, (lanes, classes).
    NaN where there is nothing to say."""
    dataset, n_lanes = trainer.dataset, len(trainer.experiment.lanes)
    memorized, recall = np.full(n_lanes, np.nan), np.full((n_lanes, dataset.n_classes), np.nan)
    if dataset.task == "numbers" or not len(trainer.active):  # noise moves all numbers a little, and none is wrong
        return memorized, recall
    wrong = np.flatnonzero(dataset.train_y != dataset.train_y_clean)[:CHUNK]
    if len(wrong):
        out = outputs(trainer.network, np.ascontiguousarray(trainer.train_x[wrong]))
        memorized[trainer.active] = (out.argmax(axis=2) == dataset.train_y[wrong]).mean(axis=1)
    labels = dataset.train_y[:CHUNK]
    right = outputs(trainer.network, trainer.train_x[:CHUNK]).argmax(axis=2) == labels
    counts = np.bincount(labels, minlength=dataset.n_classes)
    with np.errstate(all="ignore"):
        recall[trainer.active] = right @ np.eye(dataset.n_classes)[labels] / counts
    return memorized, recall
