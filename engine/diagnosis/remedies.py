"""Remedies, chosen by what a lane has already: none proposes what is there."""

from __future__ import annotations

import math
from typing import Any, Final

from engine.diagnosis.evidence import Evidence, dropout_rates, nonlinearities
from engine.diagnosis.findings import Remedy, say
from engine.experiment.field_path import FieldPath
from engine.nn.layers.base import has_weights
from engine.nn.layers.functions import Activation, Identity
from engine.nn.layers.initializers import INITIALIZERS

SOUND_PENALTIES: Final = {"l1": 0.001, "l2": 0.01}
"""λ that leaves most of the say to the data."""
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


def rate(e: Evidence, value: float) -> Remedy:
    """Another learning rate."""
    rounded = float(f"{min(value, _LARGEST_RATE):.3g}")
    return Remedy(say("Learning rate {rate:g}", rate=rounded), for_lane(e, "learning_rate", rounded))


def faster(e: Evidence) -> Remedy:
    """A rate with which a step changes the weights by about SOUND_UPDATE, as a power of ten times the old."""
    power = math.floor(math.log10(SOUND_UPDATE / float(e.update_ratio.max())))
    return rate(e, e.learning_rate * min(max(10.0**power, 10.0), _FASTEST))


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


def weaker_penalty(e: Evidence, name: str, strongest: float) -> Remedy:
    """A tenth of λ, or less where that would still be much."""
    value = float(f"{min(strongest / 10, SOUND_PENALTIES[name]):.3g}")
    return Remedy(say("Use λ {strength:g}", strength=value), for_lane(e, name, value))


def weaker_dropout(e: Evidence) -> Remedy:
    return Remedy(say("Use a rate of {rate:g}", rate=SOUND_DROPOUT), for_lane(e, "rate", SOUND_DROPOUT))


def hidden_layer(e: Evidence) -> Remedy:
    """Something that bends: behind the first layer, or in a new layer in front."""
    if len(e.dense) > 1:
        return Remedy(say("Add a ReLU"), (("insert", (e.dense[0] + 1, "activation")),))
    return Remedy(say("Add a hidden layer"), (("insert", (0, "activation")), ("insert", (0, "dense"))))


def regularize(e: Evidence) -> Remedy | None:
    """More of what there is little of: L2, then dropout; and where there is both, an end in time."""
    sound = SOUND_PENALTIES["l2"]
    if max(layer.l2 for layer in e.layers if has_weights(layer)) < sound:
        return Remedy(say("Use L2 with λ {strength:g}", strength=sound), for_lane(e, "l2", sound))
    rates = dropout_rates(e.layers)
    if rates and max(rates) < SOUND_DROPOUT:
        return Remedy(say("Use a rate of {rate:g}", rate=SOUND_DROPOUT), for_lane(e, "rate", SOUND_DROPOUT))
    if not rates and len(e.dense) > 1:
        return Remedy(say("Add dropout"), (("insert", (e.dense[-1], "dropout")),))
    if e.experiment.early_stopping.on:
        return None
    return Remedy(say("Stop early"), (("early_stopping.on", True),))


def for_lane(e: Evidence, name: str, value: Any) -> tuple[tuple[str, Any], ...]:
    """The edit of a setting of this lane."""
    return ((str(FieldPath.of_lane(e.lane, name)), value),)
