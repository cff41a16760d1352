"""The numbers that a diagnosis of one lane goes by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.arrays import Array
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
    from engine.nn.layers.functions import Activation
    from engine.train.trainer import Trainer


LATEST: Final = 9
"""Recorded steps whose median is taken, since batches are noisy."""
RECENT: Final = 5
"""Evaluations whose median stands for now, since a single one may be a spike."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One lane. Losses are data losses; ``chance`` is the accuracy of always saying the most frequent class. Where
    numbers are learned accuracies are R2, of which chance is 0, that of always saying the mean.

    Per dense layer, with ``dense`` their indices in the stack: gradient_rms, the root mean square over the weights of
    the data gradient; penalty_share, the penalty gradient's norm over the data gradient's; update_ratio, update over
    weight; weight_share, the weights' norm over what it was in the first step recorded. Per layer of the stack: std of
    its outputs, saturated and dead shares (see Signals).

    All that looks back looks no farther than ``since``, the step at which a setting was last changed on the way.
    ``progress``: training accuracy lately, less that of a while before; ``fall``: the share by which the training loss
    is lower than a while before; NaN while it is too early to say. ``train_loss`` and ``held_out_loss`` are medians
    over the latest evaluations; ``best_held_out_loss`` is the lowest, and ``train_loss_at_best`` what there was with
    it. Held-out rows are validation rows where ``has_validation``, else the test rows.
    ``rate_factor``: what the schedule makes of the learning rate just now.
    ``memorized`` is the share of rows with a wrong label that are classified so; NaN without label noise.
    """

    experiment: Experiment
    lane: int
    layers: tuple[LayerSpec, ...]
    n_features: int
    n_rows: int
    learning_rate: float
    rate_factor: float
    step: int
    since: int
    epoch: float
    diverged_at: int | None
    train_accuracy: float
    has_validation: bool
    held_out_accuracy: float
    train_loss: float
    held_out_loss: float
    best_held_out_loss: float
    best_step: int
    train_loss_at_best: float
    progress: float
    fall: float
    chance: float
    input_std: float
    dense: tuple[int, ...]
    gradient_rms: Array
    penalty_share: Array
    update_ratio: Array
    weight_share: Array
    std: Array
    saturated: Array
    dead: Array
    memorized: float
    wrong_labels: int
    is_number: bool

    @property
    def name(self) -> str:
        return self.experiment.lanes[self.lane].name


def nonlinearities(layers: Sequence[LayerSpec]) -> dict[int, type[Activation]]:
    """The functions in a stack, and at which places."""
    functions = ((index, layer.nonlinearity) for index, layer in enumerate(layers))
    return {index: function for index, function in functions if function is not None}


def dropout_rates(layers: Sequence[LayerSpec]) -> list[float]:
    """Of all dropout layers, those that drop nothing just now included."""
    return [layer.dropped for layer in layers if layer.has_mask]


def evidence(trainer: Trainer, lane: int, seen: Signals | None = None, memorized: Array | None = None) -> Evidence:
    """Gathers what is known of a lane; ``seen`` and ``memorized`` as `signals` and `memorized_shares` give them."""
    experiment, dataset = trainer.experiment, trainer.dataset
    is_number = dataset.task == "numbers"
    setup = lane_setup(experiment, lane)
    seen = signals(trainer, InspectionRequest()) if seen is None else seen
    memorized = memorized_shares(trainer) if memorized is None else memorized
    history = trainer.history.view()
    since = last_change(history.marks, lane)
    history = history.part(min(int(np.searchsorted(history.steps, since)), len(history) - 1))
    accuracy, train, held_out = (
        history.measure(name)[:, lane] for name in ("train_accuracy", "train_data_loss", "held_out_data_loss")
    )
    best = int(np.nanargmin(held_out)) if np.isfinite(held_out).any() else 0
    earlier, lately = _thirds(history.steps)
    before, now = _mean(train[earlier]), _mean(train[lately])
    rms, share, ratio, left = _layer_figures(trainer.layer_history(), lane, trainer.network.weight_slices)
    return Evidence(
        experiment=experiment,
        lane=lane,
        layers=setup.layers,
        n_features=dataset.n_features,
        n_rows=len(dataset.train_y),
        learning_rate=setup.optimizer.learning_rate,
        rate_factor=rate_factor(experiment.schedule, trainer.step),
        step=trainer.step,
        since=since,
        epoch=trainer.rows_seen / len(trainer.train_x),
        diverged_at=trainer.diverged_at.get(lane),
        train_accuracy=float(accuracy[-1]),
        has_validation=history.has_validation,
        held_out_accuracy=float(history.measure("held_out_accuracy")[-1, lane]),
        train_loss=float(np.median(train[-RECENT:])),
        held_out_loss=float(np.median(held_out[-RECENT:])),
        best_held_out_loss=float(held_out[best]),
        best_step=int(history.steps[best]),
        train_loss_at_best=float(train[best]),
        progress=_mean(accuracy[lately]) - _mean(accuracy[earlier]),
        fall=(before - now) / before if before else 0.0,
        chance=0.0 if is_number else float(np.bincount(dataset.train_y).max() / len(dataset.train_y)),
        input_std=float(trainer.train_x.std()),
        dense=tuple(index for index, layer in enumerate(experiment.layers) if has_weights(layer)),
        gradient_rms=rms,
        penalty_share=share,
        update_ratio=ratio,
        weight_share=left,
        std=seen.std[lane],
        saturated=seen.saturated[lane],
        dead=seen.dead[lane],
        memorized=float(memorized[lane]),
        wrong_labels=0 if is_number else int((dataset.train_y != dataset.train_y_clean).sum()),
        is_number=is_number,
    )


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


def _thirds(steps: Array) -> tuple[slice, slice]:
    """The records of the second third of the steps, and those of the last."""
    start, end = int(steps[0]), int(steps[-1])
    second, third = np.searchsorted(steps, [start + (end - start) / 3, start + (end - start) * 2 / 3]).tolist()
    return slice(second, third), slice(third, None)


def _mean(values: Array) -> float:
    """NaN where there are no values."""
    return float(values.mean()) if len(values) else np.nan


def memorized_shares(trainer: Trainer) -> Array:
    """The share of the rows with a wrong label, of the first CHUNK, that are classified as it says: (lanes,)."""
    dataset = trainer.dataset
    result = np.full(len(trainer.experiment.lanes), np.nan)
    if dataset.task == "numbers":  # noise moves all of them a little, and none is wrong
        return result
    wrong = np.flatnonzero(dataset.train_y != dataset.train_y_clean)[:CHUNK]
    if len(wrong) and len(trainer.active):
        out = outputs(trainer.network, np.ascontiguousarray(trainer.train_x[wrong]))
        result[trainer.active] = (out.argmax(axis=2) == dataset.train_y[wrong]).mean(axis=1)
    return result
