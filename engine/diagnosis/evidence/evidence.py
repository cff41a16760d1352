"""The numbers that a diagnosis of one lane goes by: see `gather`, which finds them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from engine.arrays import Array
from engine.diagnosis.evidence.data_facts import DataFacts
from engine.experiment.experiment import Experiment
from engine.nn.layers.base import LayerSpec, Shape
from engine.records import record

if TYPE_CHECKING:
    from engine.nn.layers.parts.functions import Activation


@record(eq=False)
class Evidence:
    """One lane. ``experiment`` is that of all lanes, which remedies edit; ``setup`` what this lane goes by, or has
    diverged with: ``is_edited`` where that is no longer what stands there.

    Losses are data losses; ``chance`` is the accuracy of always saying the most frequent class,
    ``chance_loss`` the loss of saying each class as often as it comes; ``held_out_chance_loss`` that of the same answer
    on held-out rows. Where numbers are learned accuracies are R2, of
    which chance is 0, that of always saying the mean.

    Per dense layer, with ``dense`` their indices in the stack: gradient_rms, the root mean square over the weights of
    the data gradient; penalty_share, the penalty gradient's norm over the data gradient's; update_ratio, update over
    weight; weight_share, the weights' norm over what it was in the first step recorded. first_growth: how many times
    as large the weights of a layer were by then as at the start, at most. Per layer of the stack: std of its outputs,
    saturated and dead shares (see Signals), and the same before the first step, NaN where that is not known. Behind
    running statistics all of these are NaN until there are such.

    ``figures_at``: the step of which its figures are, of a lane that has left or gone back an earlier one;
    ``trained_to``: the last step that it made, up to which ``epoch`` counts.
    All that looks back looks no farther than ``since``, the step at which a setting was last changed on the way.
    ``whole_fall``: the share by which the training loss is lower than at ``since``; ``pace``: how fast it falls of
    late, over how fast it fell on the whole.
    ``progress``: training accuracy, at least chance, over the last WINDOW steps, less that of the WINDOW before;
    ``fall``: the share by which the training loss is lower; NaN while it is too early to say. ``swing``: how far the
    training loss goes back and forth from one of the latest evaluations to the next, over its mean. ``train_loss`` and
    ``held_out_loss`` are medians over the latest evaluations, or, of a lane that went back to its best, what it has
    there;
    ``latest_train_loss`` and ``latest_held_out_loss`` what every table says of ``figures_at``;
    ``lowest_train_loss`` and ``best_held_out_loss`` are the lowest, and ``train_loss_at_best`` what there was with the
    latter. Held-out rows are validation rows where ``has_validation``, else the test rows.
    ``rate_factor``: what schedule and plateaus make of the learning rate just now. ``batch_rows``: rows a step.
    ``memorized`` is the share of rows with a wrong label that are classified so; NaN without label noise.
    ``recall``: of each class, the share of its training rows that are found, (classes,); NaN where there are none.
    """

    experiment: Experiment
    lane: int
    setup: Experiment
    is_edited: bool
    n_features: int
    shape: Shape
    """Of a row, as the network sees it."""
    n_outputs: int
    n_rows: int
    source_rows: int
    batch_rows: int
    rate_factor: float
    step: int
    figures_at: int
    trained_to: int
    since: int
    epoch: float
    diverged_at: int | None
    is_restored: bool
    train_accuracy: float
    has_validation: bool
    held_out_accuracy: float
    train_loss: float
    lowest_train_loss: float
    held_out_loss: float
    latest_train_loss: float
    latest_held_out_loss: float
    best_held_out_loss: float
    best_step: int
    train_loss_at_best: float
    progress: float
    fall: float
    whole_fall: float
    pace: float
    swing: float
    chance: float
    chance_loss: float
    held_out_chance_loss: float
    input_std: float
    facts: DataFacts
    dense: tuple[int, ...]
    gradient_rms: Array
    penalty_share: Array
    update_ratio: Array
    first_growth: float
    weight_share: Array
    std: Array
    saturated: Array
    dead: Array
    std_at_start: Array
    saturated_at_start: Array
    dead_at_start: Array
    memorized: float
    wrong_labels: int
    recall: Array
    is_number: bool
    feature_names: tuple[str, ...]
    beside: tuple[Beside, ...] = ()
    """Other lanes that differ from it in one setting."""
    typical: float = math.nan
    """Where a label is robust: how well the middle training row is known, 0 as by always saying the median."""

    @property
    def name(self) -> str:
        return self.experiment.lanes[self.lane].name

    @property
    def learned(self) -> float:
        """Training accuracy, or R2; where a label is robust, for a few far off are not to count, that of most rows."""
        return self.train_accuracy if math.isnan(self.typical) else max(self.train_accuracy, self.typical)

    @property
    def layers(self) -> tuple[LayerSpec, ...]:
        return self.setup.layers

    @property
    def learning_rate(self) -> float:
        return self.setup.optimizer.learning_rate

    @property
    def decay(self) -> float:
        """AdamW's; 0 of any other optimizer."""
        return float(getattr(self.setup.optimizer, "weight_decay", 0.0))


@record(eq=False)
class Beside:
    """A lane that differs in one setting: what this lane has of it, ``mine``, and what that one has, ``value``, None
    where its layers have not all the same."""

    setting: str
    mine: Any
    value: Any
    lane: Evidence


def nonlinearities(layers: Sequence[LayerSpec]) -> dict[int, type[Activation]]:
    """The functions in a stack, and at which places."""
    functions = ((index, layer.nonlinearity) for index, layer in enumerate(layers))
    return {index: function for index, function in functions if function is not None}


def masks(layer: LayerSpec) -> bool:
    """Whether it switches units off, as dropout does."""
    return layer.has_mask


def bends(layer: LayerSpec) -> bool:
    """Whether it is a nonlinearity, or is there for one."""
    return layer.nonlinearity is not None


def behind_output(e: Evidence, is_meant: Callable[[LayerSpec], bool]) -> list[int]:
    """Where in the stack such layers stand behind the output layer."""
    return [index for index in range(e.dense[-1] + 1, len(e.layers)) if is_meant(e.layers[index])]


def dropout_rates(layers: Sequence[LayerSpec]) -> list[float]:
    """Of all dropout layers, those that drop nothing just now included."""
    return [layer.dropped for layer in layers if layer.has_mask]
