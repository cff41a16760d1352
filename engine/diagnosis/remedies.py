"""Remedies, chosen by what a lane has already: none proposes what is there."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from engine.data.preprocessing.sizes import rows_asked
from engine.data.sources.registry import source_of
from engine.diagnosis.evidence.evidence import (
    Beside,
    Evidence,
    behind_output,
    bends,
    dropout_rates,
    masks,
    nonlinearities,
)
from engine.diagnosis.findings import Remedy, Sentence, say
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_setup
from engine.nn.layers.base import has_weights
from engine.nn.layers.parts.functions import Activation, Identity
from engine.nn.layers.parts.initializers import INITIALIZERS

SOUND_PENALTIES: Final = {"l1": 0.001, "l2": 0.01}
"""λ that leaves most of the say to the data, where guessing has a loss of GUESSING."""
GUESSING: Final = math.log(10)
SOUND_DECAY: Final = 0.1
"""Of AdamW."""
SOUND_BATCH: Final = 32
SOUND_WIDTH: Final = 64
SOUND_DROPOUT: Final = 0.2
SOUND_UPDATE: Final = 1e-3
"""A step that changes the weights by a thousandth of their size."""
_FASTEST: Final = 1e4
"""The learning rate is multiplied by this at most."""
_LARGEST_RATE: Final = 100.0


def hidden_functions(e: Evidence) -> dict[int, type[Activation]]:
    """Where in the stack the activations before the output layer are, and which."""
    return nonlinearities(e.layers[: e.dense[-1]])


def hidden_function(e: Evidence) -> type[Activation]:
    """That of the first hidden layer."""
    return next(iter(hidden_functions(e).values()), Identity)


def initialization(e: Evidence) -> Remedy | None:
    """The one that suits; None where the lane has it, or one that is as good."""
    sound = hidden_function(e).sound_initialization
    family = INITIALIZERS[sound].family
    if all(INITIALIZERS[layer.initialization].family == family for layer in e.layers if has_weights(layer)):
        return None
    text = say("Use Xavier initialization") if family == "xavier" else say("Use He initialization")
    return Remedy(text, for_lane(e, "initialization", sound))


def largest_update(e: Evidence) -> float:
    """Update over weight of the layer that moves most; 0 where no step was recorded."""
    return float(np.nanmax(e.update_ratio, initial=0))


def rate(e: Evidence, value: float) -> Remedy:
    """Another learning rate."""
    rounded = float(f"{min(value, _LARGEST_RATE):.3g}")
    return Remedy(say("Learning rate {rate:g}", rate=rounded), for_lane(e, "learning_rate", rounded))


def start_again(e: Evidence) -> Remedy | None:
    """With what stands there by now, of a lane that has diverged with something else; not with larger steps."""
    if not e.is_edited:
        return None
    now = lane_setup(e.experiment, e.lane).optimizer.learning_rate
    if now > e.learning_rate:
        return None
    if now == e.learning_rate:
        return Remedy(say("Start again with what was changed"), ())
    return Remedy(say("Start again with learning rate {rate:g}", rate=now), ())


def slower(e: Evidence) -> Remedy:
    """A tenth of the rate; less where steps are many times too large."""
    largest = largest_update(e)
    return rate(e, e.learning_rate / (100 if largest > 3 and e.diverged_at is None else 10))


def faster(e: Evidence) -> Remedy:
    """A rate with which a step changes the weights by about SOUND_UPDATE, as a power of ten times the old."""
    power = math.floor(math.log10(SOUND_UPDATE / max(largest_update(e), 1e-30)) + 0.5)
    return rate(e, e.learning_rate * min(max(10.0**power, 10.0), _FASTEST))


def level_schedule(e: Evidence) -> Remedy:
    """No warm-up, and a rate that stays."""
    if e.setup.schedule.is_level and e.setup.schedule.kind == "constant":
        return Remedy(say("No warm-up"), (("schedule.warm_up", 0),))
    return Remedy(say("A constant learning rate"), (("schedule.kind", "constant"), ("schedule.warm_up", 0)))


def larger_batch() -> Remedy:
    return Remedy(say("Batches of {rows} rows", rows=SOUND_BATCH), (("batch_size", SOUND_BATCH),))


def mixed_rows() -> Remedy:
    """Before they are split."""
    return Remedy(say("Mix the rows"), (("data.shuffle_seed", 0),))


def true_labels(e: Evidence) -> Remedy | None:
    """Of a run whose own setting makes labels wrong."""
    if not e.setup.data.label_noise:
        return None
    return Remedy(say("No label noise"), (("data.label_noise", 0.0),))


def more_rows(e: Evidence) -> Remedy | None:
    """Of a source that has more: ten times as many, or all that are not held out."""
    data = e.setup.data
    _, validation, test = rows_asked(data, e.source_rows)
    room = e.source_rows - test - validation if not source_of(data.source).is_made else 10 * e.n_rows
    rows = min(room, max(10 * e.n_rows, 200))
    if rows < 1.5 * e.n_rows:
        return None
    return Remedy(say("Use {rows} training rows", rows=rows), (("data.train", rows),))


def wider(e: Evidence) -> Remedy | None:
    """SOUND_WIDTH units in each hidden layer that has fewer."""
    edits: list[tuple[str, Any]] = [
        (str(FieldPath.of_layer(index, "units")), SOUND_WIDTH)
        for index in e.dense[:-1]
        if getattr(e.layers[index], "units", SOUND_WIDTH) < SOUND_WIDTH
    ]
    if not edits:
        return None
    return Remedy(say("{units} units in each hidden layer", units=SOUND_WIDTH), tuple(edits))


def without_dropout_behind(e: Evidence) -> Remedy:
    """The output layer."""
    return _without(say("Remove the dropout there"), behind_output(e, masks))


def without_function_behind(e: Evidence) -> Remedy:
    """The output layer."""
    return _without(say("Remove the function there"), behind_output(e, bends))


def _without(text: Sentence, places: Sequence[int]) -> Remedy:
    """Layers go last first, so that the indices still hold."""
    return Remedy(text, tuple(("remove", index) for index in reversed(places)))


def against_ignoring(e: Evidence) -> Remedy | None:
    """Nothing that holds the weights back, or faster steps."""
    name = "l2"
    strongest = max(layer.l2 for layer in e.layers if has_weights(layer))
    if strongest > sound_penalty(e, name):
        return weaker_penalty(e, name, strongest)
    return rate(e, e.learning_rate * 10)


def against_standstill(e: Evidence) -> Remedy:
    """A few labels that rule the loss first; else by the size of its steps."""
    if (far := e.facts.far_labels) is not None:
        return Remedy(
            say("Leave out {count} rows far off", count=far.count), (*far.edits, *_sizes_without(e, far.count))
        )
    largest = largest_update(e)
    return rate(e, e.learning_rate / 10) if largest > 0.03 else rate(e, e.learning_rate * 10)


def _sizes_without(e: Evidence, count: int) -> tuple[tuple[str, Any], ...]:
    """Fewer training, validation and test rows in the same proportion, where there are ``count`` rows less than that
    many."""
    asked, left = rows_asked(e.setup.data, e.source_rows), e.source_rows - count
    if sum(asked) <= left:
        return ()
    sizes = [max(1, rows * left // sum(asked)) if rows else 0 for rows in asked]
    return tuple(zip(("data.train", "data.validation", "data.test"), sizes, strict=True))


def standard_scaling() -> Remedy:
    """Features with mean 0 and standard deviation 1."""
    return Remedy(say("Standardize the features"), (("data.scaling", "standard"),))


def against_vanishing(e: Evidence) -> Remedy:
    """ReLU instead of a function that flattens; the right start; or, where there is both, batch normalization."""
    functions = hidden_functions(e)
    flat = [index for index, function in functions.items() if function.saturates]
    if flat:
        edits = [(str(FieldPath.of_layer(index, "function")), "relu") for index in flat]
        return Remedy(say("Use ReLU with He initialization"), (*edits, *for_lane(e, "initialization", "he_uniform")))
    better = initialization(e)
    if better is not None or not functions:
        return better if better is not None else rate(e, e.learning_rate * 10)
    behind_last_first = sorted(functions, reverse=True)  # so that the indices still hold
    return Remedy(
        say("Add batch normalization"), tuple(("insert", (index, "batch_norm")) for index in behind_last_first)
    )


def leaky_relu(e: Evidence) -> Remedy:
    """In place of every function whose units can die."""
    deadly = [index for index, function in hidden_functions(e).items() if function.can_die]
    edits = [(str(FieldPath.of_layer(index, "function")), "leaky_relu") for index in deadly]
    return Remedy(say("Use leaky ReLU"), tuple(edits))


def sound_penalty(e: Evidence, name: str) -> float:
    """λ in the scale of the loss: where guessing costs a tenth, λ is a tenth, rounded to 1 or 3."""
    wanted = SOUND_PENALTIES[name] * e.chance_loss / GUESSING
    if not wanted > 0:
        return SOUND_PENALTIES[name]
    power = math.floor(math.log10(wanted) + 1e-9)
    candidates = [10.0**power, 3 * 10.0**power, 10.0 ** (power + 1)]
    return float(f"{min(candidates, key=lambda value: abs(math.log(value / wanted))):.3g}")


def weaker_penalty(e: Evidence, name: str, strongest: float) -> Remedy:
    """A tenth of λ, or less where that would still be much."""
    value = float(f"{min(strongest / 10, sound_penalty(e, name)):.3g}")
    return Remedy(say("Use λ {strength:g}", strength=value), for_lane(e, name, value))


def as_beside(e: Evidence, other: Beside) -> Remedy | None:
    """What a lane beside has of the one setting in which it differs, where that is λ, a rate or a start."""
    value = other.value
    if value is None or other.setting not in _OF_BESIDE:
        return None
    text = say("No penalty") if other.setting in ("l1", "l2") and not value else _OF_BESIDE[other.setting](value)
    return Remedy(text, for_lane(e, other.setting, value))


_OF_BESIDE: Final[dict[str, Callable[[Any], Sentence]]] = {
    "l1": lambda value: say("Use L1 with λ {strength:g}", strength=value),
    "l2": lambda value: say("Use L2 with λ {strength:g}", strength=value),
    "rate": lambda value: say("Use a rate of {rate:g}", rate=value),
    "learning_rate": lambda value: say("Learning rate {rate:g}", rate=value),
}


def weaker_decay() -> Remedy:
    return Remedy(say("Weight decay {strength:g}", strength=0.01), (("optimizer.weight_decay", 0.01),))


def weaker_dropout(e: Evidence) -> Remedy:
    return Remedy(say("Use a rate of {rate:g}", rate=SOUND_DROPOUT), for_lane(e, "rate", SOUND_DROPOUT))


def hidden_layer(e: Evidence) -> Remedy:
    """Something that bends: behind the first layer, or in a new layer in front."""
    if len(e.dense) > 1:
        return Remedy(say("Add a ReLU"), (("insert", (e.dense[0] + 1, "activation")),))
    return Remedy(say("Add a hidden layer"), (("insert", (0, "activation")), ("insert", (0, "dense"))))


def regularize(e: Evidence) -> Remedy | None:
    """More of what there is little of: L2, then dropout; and where there is both, an end in time."""
    sound = sound_penalty(e, "l2")
    if max(layer.l2 for layer in e.layers if has_weights(layer)) < sound:
        return Remedy(say("Use L2 with λ {strength:g}", strength=sound), for_lane(e, "l2", sound))
    rates = dropout_rates(e.layers)
    if rates and max(rates) < SOUND_DROPOUT:
        return Remedy(say("Use a rate of {rate:g}", rate=SOUND_DROPOUT), for_lane(e, "rate", SOUND_DROPOUT))
    if not rates and len(e.dense) > 1:
        return Remedy(say("Add dropout"), (("insert", (e.dense[-1], "dropout")),))
    if e.setup.early_stopping.on or not e.has_validation:  # it would choose by the test rows
        return None
    return Remedy(say("Stop early"), (("early_stopping.on", True),))


def for_lane(e: Evidence, name: str, value: Any) -> tuple[tuple[str, Any], ...]:
    """The edit of a setting of this lane."""
    return ((str(FieldPath.of_lane(e.lane, name)), value),)
