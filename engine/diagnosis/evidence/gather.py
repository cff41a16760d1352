"""Gathers the evidence on a lane from a trainer: its settings, its course, its layers, its rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from engine.arrays import Array
from engine.diagnosis.evidence.answers import Answers, answers_of
from engine.diagnosis.evidence.course import RECENT, last_change, mean, swing_of, windows
from engine.diagnosis.evidence.data_facts import data_facts
from engine.diagnosis.evidence.evidence import Evidence
from engine.diagnosis.evidence.guessing import chance_accuracy, chance_loss, held_out_chance_loss
from engine.diagnosis.evidence.settings import setup_of
from engine.diagnosis.evidence.start import start_of
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup
from engine.inspectors.request import InspectionRequest
from engine.inspectors.signals import Signals, signals
from engine.nn.layers.base import LayerSpec, WeightedSpec, has_weights
from engine.optim.schedules import rate_factor
from engine.train.history.rows_seen import rows_seen

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer
    from engine.train.history.history import HistoryView

LATEST: Final = 9
"""Recorded steps whose median is taken, since batches are noisy."""
RUNNING: Final = 50
"""Steps after which running statistics are worth something."""


def evidence(
    trainer: GroupTrainer,
    lane: int,
    seen: Signals | None = None,
    answers: Answers | None = None,
    looks: Collection[int] | None = None,
) -> Evidence:
    """Gathers what is known of a lane; ``seen`` and ``answers`` as `signals` and `answers_of` give them.

    looks: steps whose figures count, where others were measured in spare time; None for all.
    """
    setup = setup_of(trainer, lane)
    history = trainer.history.view() if looks is None else trainer.history.view().at(looks)
    since = last_change(history.marks, lane)
    history = history.part(min(int(np.searchsorted(history.steps, since)), len(history) - 1))
    course = _course(history, lane, chance_accuracy(trainer.dataset))
    if lane in trainer.lanes.restored:  # what training came to is not what there is
        course |= _at_best(trainer, lane)
    return Evidence(
        experiment=trainer.experiment,
        lane=lane,
        setup=setup,
        is_edited=lane in trainer.diverged_at and setup != lane_setup(trainer.experiment, lane),
        step=trainer.step,
        figures_at=_figures_at(trainer, lane),
        since=since,
        trained_to=_trained_to(trainer, lane),
        epoch=_epoch(trainer, lane),
        diverged_at=trainer.diverged_at.get(lane),
        is_restored=lane in trainer.lanes.restored,
        rate_factor=rate_factor(setup.schedule, trainer.step) * float(trainer.plateau.factor[lane]),
        **course,
        **_rows(trainer, lane, setup, answers_of(trainer) if answers is None else answers),
        **_layer_figures(trainer, lane, [layer for layer in setup.layers if has_weights(layer)]),
        **_signals(trainer, lane, signals(trainer, InspectionRequest()) if seen is None else seen),
    )


def _figures_at(trainer: GroupTrainer, lane: int) -> int:
    """The step of which the lane's figures are."""
    ways = trainer.diverged_at, trainer.lanes.restored, trainer.stopped_at
    return next((way[lane] for way in ways if lane in way), trainer.step)


def _trained_to(trainer: GroupTrainer, lane: int) -> int:
    """The last step that the lane made, whatever it has gone back to."""
    return trainer.diverged_at.get(lane, trainer.stopped_at.get(lane, trainer.step))


def _epoch(trainer: GroupTrainer, lane: int) -> float:
    """How often the lane has seen its rows: of one that has left, until then."""
    rows, last = len(trainer.rows.train_x), _trained_to(trainer, lane)
    if last == trainer.step:
        return trainer.rows_seen / rows
    return float(rows_seen(trainer.experiment, trainer.history.view().marks, lane, rows, np.array(last))) / rows


def _course(history: HistoryView, lane: int, chance: float) -> dict[str, Any]:
    """How the lane's figures have moved, and what they are now; an accuracy that moves below chance has not."""
    accuracy, train, held_out = (
        history.measure(name)[:, lane] for name in ("train_accuracy", "train_data_loss", "held_out_data_loss")
    )
    earlier, lately = windows(history.steps)
    recent = slice(min(max(lately.start, len(train) - RECENT), len(train) - 1), None)
    best = int(np.nanargmin(held_out)) if np.isfinite(held_out).any() else 0
    before, now, first = mean(train[earlier]), mean(train[lately]), float(train[0])
    whole = first - now
    middles = [mean(history.steps[part].astype(np.float64)) for part in (earlier, lately)]
    share = (middles[1] - middles[0]) / max(middles[1] - float(history.steps[0]), 1.0)
    return {
        "has_validation": history.has_validation,
        "train_accuracy": float(accuracy[-1]),
        "held_out_accuracy": float(history.measure("held_out_accuracy")[-1, lane]),
        "train_loss": float(np.median(train[recent])),
        "held_out_loss": float(np.median(held_out[recent])),
        "latest_train_loss": float(train[-1]),
        "latest_held_out_loss": float(held_out[-1]),
        "lowest_train_loss": float(np.nanmin(train)) if np.isfinite(train).any() else np.nan,
        "best_held_out_loss": float(held_out[best]),
        "best_step": int(history.steps[best]),
        "train_loss_at_best": float(train[best]),
        "progress": mean(np.maximum(accuracy[lately], chance)) - mean(np.maximum(accuracy[earlier], chance)),
        "fall": (before - now) / before if before else 0.0,
        "whole_fall": whole / first if first else 0.0,
        "pace": (before - now) / whole / share if whole and share else 0.0,
        "swing": swing_of(train[-2 * RECENT :].astype(np.float64)),
    }


def _at_best(trainer: GroupTrainer, lane: int) -> dict[str, float]:
    """The figures of the weights that a lane has gone back to."""
    figures = dict(zip(trainer.measures, trainer.measured[:, lane].tolist(), strict=True))
    rows = "valid" if trainer.has_validation else "test"
    return {
        "train_accuracy": figures["train_accuracy"],
        "held_out_accuracy": figures[f"{rows}_accuracy"],
        "train_loss": figures["train_data_loss"],
        "held_out_loss": figures[f"{rows}_data_loss"],
        "latest_train_loss": figures["train_data_loss"],
        "latest_held_out_loss": figures[f"{rows}_data_loss"],
    }


def _rows(trainer: GroupTrainer, lane: int, setup: Experiment, answers: Answers) -> dict[str, Any]:
    """What there is to learn, and what guessing would have of it."""
    dataset, (memorized, recall, typical) = trainer.dataset, answers
    is_number = dataset.task == "numbers"
    return {
        "facts": data_facts(dataset),
        "is_number": is_number,
        "n_features": dataset.n_features,
        "shape": trainer.network.shape,
        "n_outputs": dataset.n_outputs,
        "n_rows": len(dataset.train_y),
        "source_rows": dataset.source_rows,
        "feature_names": dataset.feature_names,
        "batch_rows": len(dataset.train_y) if setup.sampling == "full" else setup.batch_size,
        "input_std": float(trainer.rows.train_x.std()),
        "chance": chance_accuracy(dataset),
        "chance_loss": chance_loss(setup.loss, dataset),
        "held_out_chance_loss": held_out_chance_loss(setup.loss, dataset),
        "wrong_labels": 0 if is_number else int((dataset.train_y != dataset.train_y_clean).sum()),
        "memorized": float(memorized[lane]),
        "recall": recall[lane],
        "typical": float(typical[lane]),
    }


def _layer_figures(trainer: GroupTrainer, lane: int, layers: Sequence[WeightedSpec]) -> dict[str, Any]:
    """gradient_rms, penalty_share, update_ratio and weight_share, (dense layers,), and first_growth; NaN where no step
    was recorded, and where a frozen layer makes none. layers: those with weights, as the lane has them."""
    history, slices, start = trainer.layer_history(), trainer.network.weight_slices, start_of(trainer, lane).weights
    names = ("gradient_rms", "penalty_share", "update_ratio", "weight_share")
    if not len(history):
        return {**{name: np.full(len(slices), np.nan) for name in names}, "first_growth": np.nan}
    gradient, penalty, update, weight = np.median(history.values[-LATEST:, :, :, lane], axis=0).astype(np.float64)
    sizes = np.array([here.stop - here.start for here in slices])
    with np.errstate(all="ignore"):
        first = history.figure("weight")[0, :, lane]
        update[[layer.frozen for layer in layers]] = np.nan
        figures = (gradient / np.sqrt(sizes), penalty / gradient, update / weight, weight / first)
        growth = float(np.nanmax(np.nan_to_num(first / start, nan=0.0, posinf=0.0)))
    return {**dict(zip(names, figures, strict=True)), "first_growth": growth}


def _signals(trainer: GroupTrainer, lane: int, seen: Signals) -> dict[str, Any]:
    """What every layer of the stack gives out, now and before the first step; of a lane that has diverged, then."""
    layers = trainer.experiment.layers
    start, valid, valid_at_start = start_of(trainer, lane), _validity(layers, trainer.step), _validity(layers, 0)
    if lane in trainer.diverged_at:
        valid = np.full(len(layers), np.nan)
    return {
        "dense": tuple(index for index, layer in enumerate(layers) if has_weights(layer)),
        "std": seen.std[lane] * valid,
        "saturated": seen.saturated[lane] * valid,
        "dead": seen.dead[lane] * valid,
        "std_at_start": start.std * valid_at_start,
        "saturated_at_start": start.saturated * valid_at_start,
        "dead_at_start": start.dead * valid_at_start,
    }


def _validity(layers: Sequence[LayerSpec], step: int) -> Array:
    """1 where the signal of a layer means something at a step, NaN behind running statistics that are not yet any."""
    valid = np.ones(len(layers))
    first = next((index for index, layer in enumerate(layers) if layer.state), None)
    if first is not None and step < RUNNING:
        valid[first:] = np.nan
    return valid
