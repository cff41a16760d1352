"""Rules for networks that cannot start to learn."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from engine.diagnosis import remedies
from engine.diagnosis.clues import LARGE, LEARNED, Told, std_of_input, std_on_the_way
from engine.diagnosis.evidence import Evidence, nonlinearities
from engine.diagnosis.findings import say
from engine.nn.layers.base import has_weights
from engine.nn.layers.initializers import INITIALIZERS
from engine.nn.shapes import layer_shapes

EXPLODING: Final = 1e3


def diverged(e: Evidence) -> Told | None:
    if e.diverged_at is None:
        return None
    grown, start = naive_growth(e), remedies.initialization(e)
    if grown > 2 and start is not None:
        text = say(
            "{lane} exploded at step {step}: naive weights enlarge the signal {growth:.1f} times in each layer.",
            lane=e.name,
            step=e.diverged_at,
            growth=grown,
        )
        proof = say("A unit with n inputs and weights between -1 and 1 adds up n terms: its variance grows by n / 6.")
        return text, (proof,), start
    if e.input_std > LARGE and e.experiment.data.scaling != "standard":
        text = say(
            "{lane} diverged at step {step}: its features are large, and so are its gradients.",
            lane=e.name,
            step=e.diverged_at,
        )
        return text, (std_of_input(e),), remedies.standard_scaling()
    text = say("{lane} diverged at step {step}: its steps were too large.", lane=e.name, step=e.diverged_at)
    proof = say("Its learning rate was {rate:g}.", rate=e.learning_rate)
    return text, (proof,), remedies.rate(e, e.learning_rate / 10)


def all_units_alike(e: Evidence) -> Told | None:
    """Zeros are no harm in the output layer, nor where the next layer's weights differ and the function has a slope
    at zero."""
    if e.train_accuracy > LEARNED:
        return None
    alike = 0
    for here, following in pairwise(e.dense):
        layer, after = e.layers[here], e.layers[following]
        between = nonlinearities(e.layers[here:following]).values()
        if starts_with_zeros(layer) and (starts_with_zeros(after) or any(function.can_die for function in between)):
            alike += 1
    if not alike:
        return None
    text = say("{lane} starts with weights of zero, so all units of a layer are the same, and stay so.", lane=e.name)
    return text, (say("Hidden layers that start so: {count}.", count=alike),), remedies.initialization(e)


def exploding_signal(e: Evidence) -> Told | None:
    last = e.std[e.dense[-1]]
    if not (last > EXPLODING * e.input_std and last > LARGE) or e.train_accuracy > LEARNED:
        return None
    text = say(
        "{lane}: the signal explodes on its way, it leaves the last layer {times:.0e} times as large as it came in.",
        lane=e.name,
        times=last / e.input_std if e.input_std else math.inf,
    )
    start = remedies.initialization(e)
    return text, (std_on_the_way(e),), remedies.rate(e, e.learning_rate / 10) if start is None else start


def starts_with_zeros(layer: object) -> bool:
    return has_weights(layer) and not INITIALIZERS[layer.initialization].breaks_symmetry


def naive_growth(e: Evidence) -> float:
    """By how much weights in -1..1 enlarge the signal in a layer behind ReLU units: sqrt(n / 6); 0 without any."""
    naive = any(has_weights(layer) and INITIALIZERS[layer.initialization].is_naive for layer in e.layers)
    if not naive or remedies.hidden_function(e).saturates:
        return 0.0
    pairs = zip(e.layers, layer_shapes(e.layers, (e.n_features,)), strict=False)
    return math.sqrt(max(spec.fans(shape)[0] for spec, shape in pairs if has_weights(spec)) / 6)
