"""What several rules ask of the evidence."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Beside, Evidence, dropout_rates
from engine.diagnosis.evidence.guessing import BEATS, part
from engine.diagnosis.findings import Remedy, Sentence, say
from engine.nn.layers.base import has_weights
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.shapes import layer_shapes

Told = tuple[Sentence, tuple[Sentence, ...], Remedy | None]


Rule = Callable[[Evidence], Told | None]


SETTLED: Final = 300
"""Steps before it is said that something does not learn."""


FALL: Final = 0.03
"""Share of the training loss: what falls by less from one window to the next is stuck, what falls by more may only be
slow."""


LEARNED: Final = 0.9
"""Training accuracy, or R2, from which on nobody asks why it does not learn."""


GAP: Final = 0.1
"""Training less held-out accuracy, or R2."""


LEFT: Final = 0.01
"""Of the weights' norm at the start; nothing but a penalty shrinks weights so far."""


HARDLY: Final = 0.05
"""Share of open paths below which dropout explains everything."""


STRONG: Final = 30.0
"""λ over the sound one that alone is enough."""


FEW_EPOCHS: Final = 5
"""Before that rows have hardly been seen."""


SATURATED: Final = 0.5
"""Share of a layer's values on the flat parts of its function."""


DEAD: Final = 0.5
"""Share of a layer's ReLU units that never fire."""


HOLDS_BACK: Final = ("l1", "l2", "rate", "weight_decay")
"""Settings that keep weights from what the data asks for: penalties, dropout, decay."""


RARE: Final = 0.7
"""Share of the rows in one class from which on an accuracy says little, and the loss is asked as well."""


OVERTURNED: Final = 3.0
"""How many times as large the first steps have made the weights: nothing of the start is left."""


def learned_beside(e: Evidence, *settings: str) -> list[Beside]:
    """Lanes that do well where this one does not, on held-out rows too, and differ from it in one setting; in one of
    these, where any are named."""
    return [
        each
        for each in e.beside
        if (not settings or each.setting in settings)
        and not learns_little(each.lane, 0.75)
        and each.lane.train_accuracy > e.train_accuracy + GAP
        and each.lane.held_out_accuracy > e.held_out_accuracy
    ]


def still_falls(e: Evidence) -> bool:
    """Whether the loss has come down by a tenth and falls at a fifth of that pace yet: slow, and on its way."""
    return e.whole_fall > 0.1 and e.pace > 0.2 and e.fall > 0.005


def beats_guessing(e: Evidence) -> bool:
    """By the loss, which a rare class moves though the accuracy does not show it."""
    return e.train_loss < BEATS * e.chance_loss


def is_settled(e: Evidence, steps: int = SETTLED) -> bool:
    """Long enough under way with these settings."""
    return e.diverged_at is None and e.step - e.since >= steps


def is_stuck(e: Evidence, most: float = FALL) -> bool:
    """Long enough under way, and neither better nor nearer of late: its loss has not fallen by more than ``most``."""
    return is_settled(e) and e.progress < 0.05 and e.fall < most


def learns_little(e: Evidence, share: float = 0.5) -> bool:
    """Less than this share of the way from guessing to all that there is to learn: wrong labels are not."""
    right = 1 - e.wrong_labels / e.n_rows
    return not e.learned >= e.chance + share * (right - e.chance)


def has_learned(e: Evidence) -> bool:
    """Whether nobody asks why it does not learn. Where one class has nearly all rows a high accuracy is nothing yet."""
    return e.learned > min(LEARNED, 1 - e.wrong_labels / e.n_rows) and not learns_little(e)


def gap(e: Evidence) -> float:
    """Training less held-out accuracy; where a label is robust, by what is measured then, the losses, each as a part of
    what guessing costs on the same rows: R2 would go by the few values far off."""
    if not math.isnan(e.typical):
        return part(e.held_out_loss, e.held_out_chance_loss) - part(e.train_loss, e.chance_loss)
    return e.train_accuracy - e.held_out_accuracy


def is_ruled_by_penalty(e: Evidence, least: float = 1.0) -> bool:
    """Whether a penalty that is no small one pulls ``least`` times as hard as the data, or has pulled until hardly a
    weight is left. Units that died have no gradient of the data either: that is no work of a moderate penalty."""
    name, strongest = strongest_penalty(e)
    if rose(e, "saturated") is not None and e.first_growth > OVERTURNED:
        return False
    if strongest < STRONG * remedies.sound_penalty(e, name) and rose(e, "dead") is not None:
        return False
    share = np.nan_to_num(e.penalty_share, posinf=np.inf)  # NaN: neither pulls, or no step was recorded
    pulls = bool(np.median(share) > least or np.median(e.weight_share) < LEFT)
    return strongest > remedies.sound_penalty(e, name) and pulls


def is_shrunk_by_decay(e: Evidence) -> bool:
    """Whether AdamW's decay makes up much of each step, rate decay |w| / |update|, and the weights have become less."""
    with np.errstate(all="ignore"):
        share = e.learning_rate * e.rate_factor * e.decay / e.update_ratio
    return e.decay > remedies.SOUND_DECAY and bool(middle(share) > 0.3 or np.median(e.weight_share) < 0.5)


def has_had_its_time(e: Evidence) -> bool:
    """Whether steps have moved the weights by their own size, or made them others."""
    has_moved = (e.step - e.since) * middle(e.update_ratio) > 1
    left = middle(e.weight_share)
    return bool(has_moved or left > 2 or left < 0.5)


def strongest_penalty(e: Evidence) -> tuple[str, float]:
    """``l1`` or ``l2``, and its largest λ."""
    dense = [layer for layer in e.layers if has_weights(layer)]
    l1, l2 = max(layer.l1 for layer in dense), max(layer.l2 for layer in dense)
    return ("l1", l1) if l1 > l2 else ("l2", l2)


def rose(e: Evidence, shares: str) -> int | None:
    """The layer with the largest ``saturated`` or ``dead`` share, where most of it came with training; else None."""
    now, at_start = getattr(e, shares), getattr(e, f"{shares}_at_start")
    if not np.nanmax(now, initial=0) > (DEAD if shares == "dead" else SATURATED):
        return None
    index = int(np.nanargmax(now))
    return index if now[index] - at_start[index] > 0.3 else None


def middle(values: Array) -> float:
    """The median of those that are numbers; NaN where none is."""
    known = values[~np.isnan(values)]
    return float(np.median(known)) if len(known) else math.nan


def largest_update(e: Evidence) -> float:
    """Update over weight of the layer that moves most; NaN where no step was recorded."""
    return float(np.nanmax(e.update_ratio)) if np.isfinite(e.update_ratio).any() else math.nan


def naive_growth(e: Evidence) -> float:
    """By how much weights in -1..1 enlarge the signal in a layer behind ReLU units: sqrt(n / 6); 0 without any."""
    naive = any(has_weights(layer) and INITIALIZERS[layer.initialization].is_naive for layer in e.layers)
    if not naive or remedies.hidden_function(e).saturates:
        return 0.0
    pairs = zip(e.layers, layer_shapes(e.layers, e.shape), strict=False)
    return math.sqrt(max(spec.fans(shape)[0] for spec, shape in pairs if has_weights(spec)) / 6)


def open_paths(e: Evidence) -> float:
    """Share of the paths to the output layer that dropout leaves open at a time."""
    return math.prod(1 - rate for rate in dropout_rates(e.layers[: e.dense[-1]]))


def dropout_factor(e: Evidence) -> float:
    """What testing multiplies the signal by on its way: it is no fault of the weights."""
    if e.setup.dropout_scaling == "train":
        return 1.0
    return math.prod(1 - rate for rate in dropout_rates(e.layers[: e.dense[-1]]))


def number(index: int) -> int:
    """What a layer of the stack is called everywhere: its row, counted from 1, whatever the kinds of the rows."""
    return index + 1


def by_task(e: Evidence, of_classes: Sentence, of_numbers: Sentence) -> Sentence:
    """The sentence that speaks of what is learned."""
    return of_numbers if e.is_number else of_classes


def accuracy_after(e: Evidence) -> Sentence:
    """How much is learned, and since when."""
    if e.figures_at != e.trained_to:
        return train_accuracy(e)
    figures = {"accuracy": e.train_accuracy, "epochs": e.epoch}
    return by_task(
        e,
        say("Training accuracy {accuracy:.0%} after {epochs:.0f} epochs.", **figures),
        say("Training R² {accuracy:.2f} after {epochs:.0f} epochs.", **figures),
    )


ON_THE_WAY: Final = "Up to step {step}: {told}"
"""Of a lane that has gone back to an earlier step, of which its other figures are."""


def on_the_way(e: Evidence, told: Sentence) -> Sentence:
    """What is told of all steps up to the last, and not of the weights that there are."""
    return told if e.figures_at == e.trained_to else say(ON_THE_WAY, step=e.trained_to, told=told)


def epochs(e: Evidence) -> Sentence:
    return on_the_way(e, say("Each row has been seen {epochs:.0f} times.", epochs=e.epoch))


def train_accuracy(e: Evidence) -> Sentence:
    """How much is learned; of classes, beside what guessing gives."""
    figures = {"accuracy": e.train_accuracy, "chance": e.chance}
    if not math.isnan(e.typical):
        return say(
            "The middle error on training rows is {share:.0%} of that of always saying the median.",
            share=math.sqrt(max(0.0, 1 - e.typical)),
        )
    return by_task(
        e,
        say("Training accuracy {accuracy:.0%}; always saying the largest class gives {chance:.0%}.", **figures),
        say("Training R² {accuracy:.2f}; always saying the mean gives 0.", accuracy=e.train_accuracy),
    )


def step_size(e: Evidence) -> Sentence:
    """How far a step goes."""
    return on_the_way(e, say("A step changes the weights by {ratio:.1e} of their size.", ratio=largest_update(e)))


def swing(e: Evidence) -> Sentence:
    """How far the loss goes back and forth."""
    told = say("From one evaluation to the next the training loss goes back and forth by {swing:.0%}.", swing=e.swing)
    return on_the_way(e, told)


def std_of_input(e: Evidence) -> Sentence:
    return say("Standard deviation of the features {std:.2g}.", std=e.input_std)


def std_on_the_way(e: Evidence) -> Sentence:
    last = float(e.std[e.dense[-1]])
    return say(
        "Standard deviation of the input {before:.2g}, of the outputs {after:.2g}.", before=e.input_std, after=last
    )


def std_at_the_start(e: Evidence) -> Sentence:
    last = float(e.std_at_start[e.dense[-1]])
    return say(
        "Standard deviation of the input {before:.2g}, of the outputs at the start {after:.2g}.",
        before=e.input_std,
        after=last,
    )
