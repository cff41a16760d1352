"""Rules about the size of the steps."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Evidence, dropout_rates
from engine.diagnosis.findings import Sentence, say
from engine.diagnosis.rules.clues import (
    HOLDS_BACK,
    OVERTURNED,
    SETTLED,
    Told,
    beats_guessing,
    has_had_its_time,
    has_learned,
    is_ruled_by_penalty,
    is_settled,
    is_shrunk_by_decay,
    largest_update,
    learned_beside,
    learns_little,
    naive_growth,
    number,
    rose,
    step_size,
    swing,
    train_accuracy,
)

LARGE_STEP: Final = 0.1
"""Update over weight."""
SMALL_STEP: Final = 1e-4
"""Update over weight: ten thousand of them change a weight by its own size."""
PACE: Final = 0.07
"""What falls by more in a window is slow, and gets there."""
MOVES: Final = 3e-3
"""Update over weight."""
GROWN: Final = 5.0
"""The weights' norm over what it was at the start."""
ABOVE: Final = 1.5
"""The training loss over its lowest, or over that of guessing."""
SWING: Final = 0.15
"""Of the latest training losses, from one to the next, over their mean."""
STIRS: Final = 0.02
"""The same, of a loss that does not just fall."""
FALLS: Final = 0.1
"""In a window; what swings by more has not fallen by so much."""
PROGRESS: Final = 0.05
"""Of accuracy in a window."""
SLOW_STEP: Final = 5e-4
"""Update over weight, of a loss that is no better than that of guessing."""
TINY: Final = 4
"""Rows of a batch, of which running statistics know little."""


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
    text = say("{lane} diverged at step {step}: its steps were too large.", lane=e.name, step=e.diverged_at)
    told = [say("Its learning rate was {rate:g}.", rate=e.learning_rate)]
    if e.is_edited:
        told.append(say("What was changed since then counts only once it starts again."))
    return text, tuple(told), remedies.start_again(e) or remedies.slower(e)


def rate_too_large(e: Evidence) -> Told | None:
    """Units that died or were saturated on the way; a loss far above its lowest or that of guessing; or one that
    swings, with large steps."""
    if has_learned(e) or e.step - e.since < 10 or is_ruled_by_penalty(e, 0.7) or is_shrunk_by_decay(e):
        return None
    if learned_beside(e, *HOLDS_BACK, "units"):
        return None
    proof: Sentence
    if (index := rose(e, "dead")) is not None and learns_little(e, 0.75):
        proof = say(
            "{share:.0%} of the ReLU units of layer {layer} are dead, at the start {before:.0%}.",
            share=float(e.dead[index]),
            before=float(e.dead_at_start[index]),
            layer=number(index),
        )
    elif (index := rose(e, "saturated")) is not None and learns_little(e, 0.75) and moves(e):
        proof = say(
            "{share:.0%} of the values of layer {layer} are saturated, at the start {before:.0%}.",
            share=float(e.saturated[index]),
            before=float(e.saturated_at_start[index]),
            layer=number(index),
        )
    elif e.step - e.since >= 50 and e.train_loss > ABOVE * max(e.lowest_train_loss, e.chance_loss) and has_moved(e):
        proof = say(
            "Training loss {loss:.3g}, at its lowest {lowest:.3g}; guessing gives {chance:.3g}.",
            loss=e.latest_train_loss,
            lowest=e.lowest_train_loss,
            chance=e.chance_loss,
        )
    elif e.step - e.since >= 100 and (takes_large_steps(e) or e.swing > SWING) and e.fall < max(FALLS, e.swing):
        if not learns_little(e, 0.75) and not e.swing > SWING:
            return None
        proof = step_size(e) if takes_large_steps(e) else swing(e)
    else:
        return None
    text = say("{lane}: its steps are too large, at a learning rate of {rate:g}.", lane=e.name, rate=e.learning_rate)
    return text, (proof, train_accuracy(e)), remedies.slower(e)


def takes_large_steps(e: Evidence) -> bool:
    """So large that the loss stirs; an output layer of small weights may change fast without harm."""
    return largest_update(e) > LARGE_STEP and e.swing > STIRS


def has_moved(e: Evidence) -> bool:
    """Whether it is training that has brought the loss where it is, and not the start."""
    return moves(e) or e.lowest_train_loss < 0.7 * e.train_loss


def moves(e: Evidence) -> bool:
    """Whether a step is one that counts; or was, when it made the weights so large that none counts any more."""
    return (
        max(largest_update(e), e.first_growth / OVERTURNED * MOVES) > MOVES
        or float(np.nanmax(e.weight_share, initial=0)) > GROWN
    )


def rate_too_small(e: Evidence) -> Told | None:
    """At this pace the weights need thousands of steps to become others, and little was learned so far."""
    if not is_settled(e, 100) or not learns_little(e, 0.6) or e.swing > SWING:
        return None
    if max(dropout_rates(e.layers), default=0) >= 0.7 or (is_ruled_by_penalty(e) and has_had_its_time(e)):
        return None
    is_far = _is_far(e)
    if learned_beside(e, *HOLDS_BACK) or _is_spoilt(e) or not (e.fall < PACE or is_far or _takes_for_ever(e)):
        return None
    largest = largest_update(e)
    starves = e.rate_factor < 0.1
    if not (0 <= largest < (SLOW_STEP if is_far else SMALL_STEP) or (starves and largest < 10 * SMALL_STEP)):
        return None
    if starves:
        text = say(
            "{lane} hardly moves: the schedule has brought the learning rate to {rate:.1e} before much was learned.",
            lane=e.name,
            rate=e.learning_rate * e.rate_factor,
        )
        return text, (step_size(e), train_accuracy(e)), remedies.level_schedule(e)
    text = say(
        "{lane} hardly moves: its steps are too small, at a learning rate of {rate:g}.",
        lane=e.name,
        rate=e.learning_rate,
    )
    return text, (step_size(e), train_accuracy(e)), remedies.faster(e)


def _is_spoilt(e: Evidence) -> bool:
    """Whether first steps were so large that no later one counts: the opposite of steps that are too small."""
    return e.first_growth > OVERTURNED and (rose(e, "saturated") is not None or rose(e, "dead") is not None)


def _is_far(e: Evidence) -> bool:
    """Whether after all these steps it is no better than to say the same of all rows, nor gets better."""
    return is_settled(e) and not beats_guessing(e) and e.progress < PROGRESS and e.fall < FALLS


def _takes_for_ever(e: Evidence) -> bool:
    """Numbers whose loss falls from far above, a little each time, and is far from done."""
    return e.is_number and is_settled(e, 2 * SETTLED) and e.fall < 0.3


def batch_too_small(e: Evidence) -> Told | None:
    """Batch normalization with a few rows learns their chance; without it, a few rows and a loss that swings."""
    normalizes = any(layer.state for layer in e.layers)
    if e.batch_rows > TINY or not is_settled(e, 100) or has_learned(e) or learned_beside(e, *HOLDS_BACK):
        return None
    if normalizes and e.batch_rows <= TINY:
        text = say(
            "{lane}: batch normalization takes mean and variance of {rows} rows, which are mere chance.",
            lane=e.name,
            rows=e.batch_rows,
        )
        return text, (train_accuracy(e),), remedies.larger_batch()
    if not (e.swing > SWING / 2 and largest_update(e) > LARGE_STEP / 10):
        return None
    text = say(
        "{lane}: with batches of {rows} rows each step goes another way, so the loss swings.",
        lane=e.name,
        rows=e.batch_rows,
    )
    proof = swing(e)
    return text, (proof, train_accuracy(e)), remedies.larger_batch()
