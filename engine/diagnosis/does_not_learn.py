"""Rules for networks that train and do not learn."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.clues import (
    FALL,
    GAP,
    LARGE,
    LEARNED,
    Told,
    by_task,
    is_ruled_by_penalty,
    is_stuck,
    learns_little,
    number,
    std_of_input,
    std_on_the_way,
    strongest_penalty,
)
from engine.diagnosis.evidence import Evidence, dropout_rates, nonlinearities
from engine.diagnosis.findings import say

FADING: Final = 0.1
"""Standard deviation of the outputs over that of the input."""


VANISHING: Final = 1e-3
"""Root mean square of the first dense layer's gradient over the last one's."""


SATURATED: Final = 0.5
"""Share of a layer's values on the flat parts of its function."""


DEAD: Final = 0.5
"""Share of a layer's ReLU units that never fire."""


CRAWLING: Final = 1e-5
"""Update over weight."""


def too_strong_penalty(e: Evidence) -> Told | None:
    name, strongest = strongest_penalty(e)
    if not is_ruled_by_penalty(e, 0.7) or not is_stuck(e, 10 * FALL) or not learns_little(e, 0.75):
        return None
    if not (e.step - e.since) * float(np.nanmedian(e.update_ratio)) > 1:  # too early to tell what the weights come to
        return None
    text = say(
        "{lane}: the {penalty} penalty pulls as hard as the data, so little is learned: λ {strength:g} is too strong.",
        lane=e.name,
        penalty=name.upper(),
        strength=strongest,
    )
    figures = {"share": float(np.nanmedian(e.penalty_share)), "accuracy": e.train_accuracy}
    proof = by_task(
        e,
        say("Penalty gradient over data gradient: {share:.2g}; training accuracy {accuracy:.0%}.", **figures),
        say("Penalty gradient over data gradient: {share:.2g}; training R² {accuracy:.2f}.", **figures),
    )
    return text, (proof,), remedies.weaker_penalty(e, name, strongest)


def vanishing_gradient(e: Evidence) -> Told | None:
    if len(e.dense) < 3 or not e.step or e.train_accuracy > LEARNED:
        return None
    first, last = e.gradient_rms[0], e.gradient_rms[-1]
    # A gradient of exactly zero is the work of dead units, and where a penalty rules, there is another story to tell.
    if not 0 < first < VANISHING * last or is_ruled_by_penalty(e):
        return None
    text = say(
        "{lane}: layer {first}'s gradient is {share:.0e} of layer {last}'s: it is vanishing.",
        lane=e.name,
        first=number(e.dense[0]),
        last=number(e.dense[-1]),
        share=first / last,
    )
    proof = say(
        "Gradient of layer {first}: {at_first:.1e}, of layer {last}: {at_last:.1e}.",
        first=number(e.dense[0]),
        last=number(e.dense[-1]),
        at_first=first,
        at_last=last,
    )
    return text, (proof,), remedies.against_vanishing(e)


def fading_signal(e: Evidence) -> Told | None:
    """Only where the weights start too small: what else makes a signal small has rules of its own."""
    start = remedies.initialization(e)
    if start is None or len(e.dense) < 3 or remedies.hidden_function(e).largest_slope < 1:
        return None
    last = e.std[e.dense[-1]] / _dropout_factor(e)
    if not 0 < last < FADING * e.input_std or not learns_little(e) or is_ruled_by_penalty(e):
        return None
    text = say(
        "{lane}: the signal fades on its way: only {share:.1%} of its size reaches the output, so learning crawls.",
        lane=e.name,
        share=last / e.input_std,
    )
    return text, (std_on_the_way(e),), start


def saturated(e: Evidence) -> Told | None:
    if not np.nanmax(e.saturated, initial=0) > SATURATED:
        return None
    start = remedies.initialization(e)
    if start is None and (e.train_accuracy > LEARNED or e.progress > 0.05):  # weights have grown, and it learns
        return None
    if e.train_accuracy > LEARNED and not e.train_accuracy - e.held_out_accuracy > GAP:
        return None
    index = int(np.nanargmax(e.saturated))
    text = say(
        "{lane}: {share:.0%} of the {function} values of layer {layer} are saturated, where the slope is nearly zero.",
        lane=e.name,
        share=float(e.saturated[index]),
        function=e.layers[index].called,
        layer=number(index),
    )
    came_in = float(e.std[index - 1]) if index else e.input_std
    proof = say("What comes into it has a standard deviation of {std:.2g}.", std=came_in)
    if e.input_std > LARGE and e.experiment.data.scaling != "standard":
        return text, (std_of_input(e), proof), remedies.standard_scaling()
    return text, (proof,), remedies.rate(e, e.learning_rate / 10) if start is None else start


def dead(e: Evidence) -> Told | None:
    if not np.nanmax(e.dead, initial=0) > DEAD or e.train_accuracy > LEARNED or is_ruled_by_penalty(e):
        return None
    index = int(np.nanargmax(e.dead))
    text = say(
        "{lane}: {share:.0%} of the ReLU units of layer {layer} are dead: they never fire, so they never learn.",
        lane=e.name,
        share=float(e.dead[index]),
        layer=number(index),
    )
    proof = say("They are zero for every training row looked at.")
    return text, (proof,), remedies.leaky_relu(e)


def too_strong_dropout(e: Evidence) -> Told | None:
    rates = dropout_rates(e.layers)
    kept = math.prod(1 - rate for rate in rates)
    if not rates or max(rates) < 0.4 or kept > 0.3 or not is_stuck(e) or not learns_little(e):
        return None
    text = say(
        "{lane}: with dropout {rate:g} only {kept:.1%} of the paths through the net are open at a time.",
        lane=e.name,
        rate=round(max(rates), 4),
        kept=kept,
    )
    figures = {"count": len(rates), "accuracy": e.train_accuracy}
    proof = by_task(
        e,
        say("Dropout layers: {count}; training accuracy {accuracy:.0%}.", **figures),
        say("Dropout layers: {count}; training R² {accuracy:.2f}.", **figures),
    )
    return text, (proof,), remedies.weaker_dropout(e)


def too_small_steps(e: Evidence) -> Told | None:
    if not is_stuck(e) or not learns_little(e) or e.rate_factor < 0.1:
        return None
    largest = float(e.update_ratio.max())
    if not 0 < largest < CRAWLING:
        return None
    text = say("{lane} hardly moves: a step changes its weights by less than a hundred-thousandth.", lane=e.name)
    proof = say("Update over weight: {ratio:.1e} at most.", ratio=largest)
    return text, (proof,), remedies.faster(e)


def no_hidden_layer(e: Evidence) -> Told | None:
    bends = any(not function.is_linear for function in nonlinearities(e.layers).values())
    if bends or not is_stuck(e, 10 * FALL) or not learns_little(e):  # without a bend nothing suddenly gets better
        return None
    text = by_task(
        e,
        say("{lane} has no nonlinearity, so it can only draw straight lines between the classes.", lane=e.name),
        say("{lane} has no nonlinearity, so it can only fit a straight line, or a plane.", lane=e.name),
    )
    figures = {"accuracy": e.train_accuracy, "epochs": e.epoch}
    proof = by_task(
        e,
        say("Training accuracy {accuracy:.0%} after {epochs:.0f} epochs.", **figures),
        say("Training R² {accuracy:.2f} after {epochs:.0f} epochs.", **figures),
    )
    return text, (proof,), remedies.hidden_layer(e)


def _dropout_factor(e: Evidence) -> float:
    """What testing multiplies the signal by on its way: it is no fault of the weights."""
    if e.experiment.dropout_scaling == "train":
        return 1.0
    return math.prod(1 - rate for rate in dropout_rates(e.layers[: e.dense[-1]]))
