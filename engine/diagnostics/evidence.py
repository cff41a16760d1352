"""The numbers that a diagnosis of one lane goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics.layer_history import LayerHistoryView
from engine.diagnostics.signals import Signals, signals
from engine.diagnostics.wishes import Wishes
from engine.evaluation import CHUNK, outputs
from engine.experiment import Experiment
from engine.lanes import lane_layers, lane_learning_rate
from engine.specs import LayerSpec

if TYPE_CHECKING:
    from engine.trainer import Trainer

Array: TypeAlias = NDArray[Any]

LATEST: Final = 9
"""Recorded steps whose median is taken, since batches are noisy."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One lane. Losses are data losses; ``chance`` is the accuracy of always saying the most frequent class.

    Per dense layer, with ``dense`` their indices in the stack: gradient_rms, the root mean square over the weights of
    the data gradient; penalty_share, the penalty gradient's norm over the data gradient's; update_ratio, update over
    weight. Per layer of the stack: std of its outputs, saturated and dead shares (see Signals).
    ``progress``: training accuracy lately, less that of a while before; NaN while it is too early to say.
    ``memorized`` is the share of rows with a wrong label that are classified so; NaN without label noise.
    """

    experiment: Experiment
    lane: int
    layers: tuple[LayerSpec, ...]
    n_features: int
    learning_rate: float
    step: int
    epoch: float
    diverged_at: int | None
    train_accuracy: float
    test_accuracy: float
    train_loss: float
    test_loss: float
    penalty: float
    best_test_loss: float
    best_step: int
    progress: float
    chance: float
    input_std: float
    dense: tuple[int, ...]
    gradient_rms: Array
    penalty_share: Array
    update_ratio: Array
    std: Array
    saturated: Array
    dead: Array
    memorized: float
    wrong_labels: int

    @property
    def name(self) -> str:
        return self.experiment.lanes[self.lane].name


def evidence(trainer: Trainer, lane: int, seen: Signals | None = None, memorized: Array | None = None) -> Evidence:
    """Gathers what is known of a lane; ``seen`` and ``memorized`` as `signals` and `memorized_shares` give them."""
    experiment, dataset = trainer.experiment, trainer.dataset
    seen = signals(trainer, Wishes()) if seen is None else seen
    memorized = memorized_shares(trainer) if memorized is None else memorized
    history = trainer.history.view()
    last = dict(zip(_FIGURES, (float(history.measure(name)[-1, lane]) for name in _FIGURES), strict=True))
    tests = history.measure("test_data_loss")[:, lane]
    best = int(np.nanargmin(tests)) if np.isfinite(tests).any() else 0
    dense = tuple(index for index, layer in enumerate(experiment.layers) if layer.kind == "dense")
    rms, share, ratio = _layer_figures(trainer.layer_history(), lane, trainer.network.weight_slices)
    return Evidence(
        experiment=experiment,
        lane=lane,
        layers=lane_layers(experiment, lane),
        n_features=dataset.n_features,
        learning_rate=lane_learning_rate(experiment, lane),
        step=trainer.step,
        epoch=trainer.rows_seen / len(trainer.train_x),
        diverged_at=trainer.diverged_at.get(lane),
        train_accuracy=last["train_accuracy"],
        test_accuracy=last["test_accuracy"],
        train_loss=last["train_data_loss"],
        test_loss=last["test_data_loss"],
        penalty=last["penalty"],
        best_test_loss=float(tests[best]) if len(tests) else np.nan,
        best_step=int(history.steps[best]) if len(tests) else 0,
        progress=_progress(history.steps, history.measure("train_accuracy")[:, lane]),
        chance=float(np.bincount(dataset.train_y).max() / len(dataset.train_y)),
        input_std=float(trainer.train_x.std()),
        dense=dense,
        gradient_rms=rms,
        penalty_share=share,
        update_ratio=ratio,
        std=seen.std[lane],
        saturated=seen.saturated[lane],
        dead=seen.dead[lane],
        memorized=float(memorized[lane]),
        wrong_labels=int((dataset.train_y != dataset.train_y_clean).sum()),
    )


_FIGURES: Final = ("train_accuracy", "test_accuracy", "train_data_loss", "test_data_loss", "penalty")


def _layer_figures(history: LayerHistoryView, lane: int, slices: list[slice]) -> tuple[Array, Array, Array]:
    """gradient_rms, penalty_share and update_ratio, (dense layers,); NaN before the first step that was recorded."""
    if not len(history):
        nothing = np.full(len(slices), np.nan)
        return nothing, nothing, nothing
    gradient, penalty, update, weight = np.median(history.values[-LATEST:, :, :, lane], axis=0).astype(np.float64)
    sizes = np.array([here.stop - here.start for here in slices])
    with np.errstate(all="ignore"):
        return gradient / np.sqrt(sizes), penalty / gradient, update / weight


def _progress(steps: Array, accuracy: Array) -> float:
    """How much better the last third of the run is than the third before it."""
    second, third = np.searchsorted(steps, [steps[-1] / 3, steps[-1] * 2 / 3])
    if second == third or third == len(steps):
        return np.nan
    return float(accuracy[third:].mean() - accuracy[second:third].mean())


def memorized_shares(trainer: Trainer) -> Array:
    """The share of the rows with a wrong label, of the first CHUNK, that are classified as it says: (lanes,)."""
    dataset = trainer.dataset
    result = np.full(len(trainer.experiment.lanes), np.nan)
    wrong = np.flatnonzero(dataset.train_y != dataset.train_y_clean)[:CHUNK]
    if len(wrong) and len(trainer.active):
        out = outputs(trainer.network, np.ascontiguousarray(trainer.train_x[wrong]))
        result[trainer.active] = (out.argmax(axis=2) == dataset.train_y[wrong]).mean(axis=1)
    return result
