"""Rules about the signal on its way forward, and the gradient on its way back."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Evidence, nonlinearities
from engine.diagnosis.findings import say
from engine.diagnosis.rules.clues import (
    DEAD,
    GAP,
    LEARNED,
    SATURATED,
    Told,
    dropout_factor,
    gap,
    is_ruled_by_penalty,
    is_stuck,
    learns_little,
    naive_growth,
    number,
    std_at_the_start,
    std_on_the_way,
    train_accuracy,
)
from engine.nn.layers.base import has_weights
from engine.nn.layers.parts.initializers import INITIALIZERS

EXPLODING: Final = 1e3
"""Standard deviation of the outputs over that of the input."""
GREW: Final = 30.0
"""The same, where naive weights are the reason."""
TOO_MUCH: Final = 10.0
"""Standard deviation of outputs that are right now and then."""
FADING: Final = 0.1
"""Standard deviation of the outputs over that of the input."""
VANISHING: Final = 1e-3
"""Root mean square of the first dense layer's gradient over the last one's."""


def zeros(e: Evidence) -> Told | None:
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


def exploding(e: Evidence) -> Told | None:
    """By its start: what grows in training takes too large steps. Where little is learned since, it is still the cause,
    for what a lane looks like then - dead units, a loss that swings - came of it."""
    last, at_start = e.std[e.dense[-1]], e.std_at_start[e.dense[-1]]
    start = remedies.initialization(e)
    if start is None:
        return None
    if not _explodes(last, e) or (e.train_accuracy > LEARNED and not gap(e) > GAP):
        if not ((_explodes(at_start, e) or _grew(at_start, e)) and learns_little(e, 0.75)):
            return None
        text = say(
            "{lane}: the signal exploded at the start: behind the last layer it had {times:.0e} times its size.",
            lane=e.name,
            times=at_start / e.input_std if e.input_std else math.inf,
        )
        return text, (std_at_the_start(e), train_accuracy(e)), start
    if at_start < EXPLODING / 10 * e.input_std:
        return None
    text = say(
        "{lane}: the signal explodes on its way, it leaves the last layer {times:.0e} times as large as it came in.",
        lane=e.name,
        times=last / e.input_std if e.input_std else math.inf,
    )
    return text, (std_on_the_way(e),), start


def _grew(std: float, e: Evidence) -> bool:
    """Naive weights have made it so large, layer by layer, that the first answers are far beyond all that is right."""
    return bool(naive_growth(e) > 1.5 and std > GREW * e.input_std and std > TOO_MUCH)


def _explodes(std: float, e: Evidence) -> bool:
    return bool(std > EXPLODING * e.input_std and std > TOO_MUCH)


def starts_with_zeros(layer: object) -> bool:
    return has_weights(layer) and not INITIALIZERS[layer.initialization].breaks_symmetry


def vanishing(e: Evidence) -> Told | None:
    if len(e.dense) < 3 or not e.step or e.train_accuracy > LEARNED:
        return None
    first, last = e.gradient_rms[0], e.gradient_rms[-1]
    # A gradient of exactly zero is the work of dead units, and where a penalty rules, there is another story to tell.
    functions = remedies.hidden_functions(e).values()
    is_flat = bool(functions) and all(function.largest_slope < 0.5 for function in functions) and is_stuck(e)
    if not 0 < first < VANISHING * (10 if is_flat else 1) * last or is_ruled_by_penalty(e):
        return None
    text = say(
        "{lane}: weight for weight layer {first}'s gradient is {share:.0e} of layer {last}'s: it is vanishing.",
        lane=e.name,
        first=number(e.dense[0]),
        last=number(e.dense[-1]),
        layer=number(e.dense[0]),
        share=first / last,
    )
    proof = say(
        "Gradient of a weight (root mean square): layer {first} {at_first:.1e}, layer {last} {at_last:.1e}.",
        first=number(e.dense[0]),
        last=number(e.dense[-1]),
        at_first=first,
        at_last=last,
    )
    return text, (proof,), remedies.against_vanishing(e)


def fading(e: Evidence) -> Told | None:
    """Only where the weights start too small: what else makes a signal small has rules of its own. It stays while
    little is learned, though the signal may have grown since: then it is told as what was."""
    start = remedies.initialization(e)
    if start is None or len(e.dense) < 3 or remedies.hidden_function(e).largest_slope < 1:
        return None
    now, at_start = (std[e.dense[-1]] / dropout_factor(e) for std in (e.std, e.std_at_start))
    last = np.fmin(now, at_start)
    if not 0 < last < FADING * e.input_std or not learns_little(e) or is_ruled_by_penalty(e):
        return None
    share = last / e.input_std
    if now >= FADING * e.input_std:
        text = say(
            "{lane}: the signal faded at the start: only {share:.1%} of its size reached the output.",
            lane=e.name,
            share=share,
        )
        return text, (std_at_the_start(e), train_accuracy(e)), start
    text = say(
        "{lane}: the signal fades on its way: only {share:.1%} of its size reaches the output, so learning crawls.",
        lane=e.name,
        share=now / e.input_std if np.isfinite(now) else share,
    )
    return text, (std_on_the_way(e),), start


def saturated(e: Evidence) -> Told | None:
    """From the start, by a start that does not suit or by what comes in: what weights grow into is the work of steps,
    or of learning."""
    if not np.nanmax(e.saturated, initial=0) > SATURATED:
        return None
    start = remedies.initialization(e)
    if start is None and e.progress > 0.05:
        return None
    if e.train_accuracy > LEARNED and (start is None or not gap(e) > GAP):
        return None
    index = int(np.nanargmax(e.saturated))
    if e.saturated_at_start[index] < SATURATED / 2 or (start is None and np.isnan(e.saturated_at_start[index])):
        return None
    text = say(
        "{lane}: {share:.0%} of the {function} values of layer {layer} are saturated, where the slope is nearly zero.",
        lane=e.name,
        share=float(e.saturated[index]),
        function=e.layers[index].called,
        layer=number(index),
    )
    came_in = float(e.std[index - 1]) if index else e.input_std
    proof = say("What comes into it has a standard deviation of {std:.2g}.", std=came_in)
    return text, (proof,), remedies.slower(e) if start is None else start


def dead(e: Evidence) -> Told | None:
    """From the start: those that died on the way are the work of large steps."""
    if not np.nanmax(e.dead, initial=0) > DEAD or e.train_accuracy > LEARNED or is_ruled_by_penalty(e):
        return None
    if not learns_little(e, 0.75):
        return None
    index = int(np.nanargmax(e.dead))
    if e.dead_at_start[index] < DEAD / 2:
        return None
    text = say(
        "{lane}: {share:.0%} of the ReLU units of layer {layer} are dead: they never fire, so they never learn.",
        lane=e.name,
        share=float(e.dead[index]),
        layer=number(index),
    )
    proof = say("They are zero for every training row looked at.")
    return text, (proof,), remedies.leaky_relu(e)
